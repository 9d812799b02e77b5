package corpus

import (
	"slices"
	"testing"
)

func recordOf(number, issuer, issued string) *Record {
	r := &Record{Issuer: Found[string]{Value: issuer}}
	if n, err := ParseDocumentNumber(number); err == nil {
		r.Number = NumberFact{Value: n.String(), Serial: n.Serial, Year: n.Year, Symbol: n.Symbol}
	}
	if issued != "" {
		r.Issued.Value, _ = ParseDate(issued)
	}
	return r
}

func TestCopiesShareADirective(t *testing.T) {
	for _, test := range []struct {
		name string
		a, b *Record
		same bool
	}{
		{"short form of the issuer", recordOf("2482/BHXH-TT", "BHXH Việt Nam", "2022-09-12"), recordOf("2482/BHXH-TT", "Bảo hiểm xã hội Việt Nam", "2022"), true},
		{"capitals, other spelling of the tone", recordOf("12/UBND-NC", "UỶ BAN NHÂN DÂN TỈNH SƠN LA", "2024"), recordOf("12/UBND-NC", "Ủy ban nhân dân tỉnh Sơn La", "2024"), true},
		{"ampersand and hyphen", recordOf("5/SLĐTBXH-VP", "Sở LĐ-TB&XH", "2024"), recordOf("5/SLĐTBXH-VP", "Sở Lao động - Thương binh và Xã hội", "2024"), true},
		{"TP. for thành phố", recordOf("5/BHXH-TST", "BHXH TP. Hà Nội", "2024"), recordOf("5/BHXH-TST", "Bảo hiểm xã hội thành phố Hà Nội", "2024"), true},
		{"city and province", recordOf("12/UBND-NC", "UBND thành phố Sơn La", "2024"), recordOf("12/UBND-NC", "UBND tỉnh Sơn La", "2024"), false},
		{"another year", recordOf("12/UBND-NC", "UBND tỉnh Sơn La", "2023"), recordOf("12/UBND-NC", "UBND tỉnh Sơn La", "2024"), false},
		{"another issuer", recordOf("12/UBND-NC", "UBND tỉnh Hà Nam", "2024"), recordOf("12/UBND-NC", "UBND tỉnh Sơn La", "2024"), false},
	} {
		if got := test.a.Directive() == test.b.Directive(); got != test.same {
			t.Errorf("%s: %q and %q: same %v, want %v", test.name, test.a.Directive(), test.b.Directive(), got, test.same)
		}
	}
	if got := recordOf("", "Bộ Y tế", "2024").Directive(); got != "" {
		t.Errorf("without a number: %q, want none", got)
	}
}

func TestGroupKeys(t *testing.T) {
	vss22, vss23 := recordOf("12/BHXH-TT", "BHXH Việt Nam", "2022").Directive(), recordOf("12/BHXH-TT", "BHXH Việt Nam", "2023").Directive()
	hanoi := recordOf("12/BHXH-TT", "BHXH Hà Nội", "2022").Directive()
	bare, noYear := recordOf("12/BHXH-TT", "", "").Directive(), recordOf("12/BHXH-TT", "BHXH Việt Nam", "").Directive()
	for _, test := range []struct {
		name    string
		article Copy
		others  []string
		want    string
	}{
		{"the only directive", Copy{bare, 0}, []string{vss22}, vss22},
		{"two issuers: not known which", Copy{bare, 0}, []string{vss22, hanoi}, bare},
		{"the issuer tells", Copy{noYear, 0}, []string{vss22, hanoi}, vss22},
		{"two years: not known which", Copy{noYear, 0}, []string{vss22, vss23}, noYear},
		{"the newest when it appeared", Copy{noYear, 2024}, []string{vss22, vss23}, vss23},
		{"none that is newer than the article", Copy{noYear, 2022}, []string{vss22, vss23}, vss22},
		{"the directive came later", Copy{noYear, 2021}, []string{vss22}, noYear},
		{"alone", Copy{bare, 0}, nil, bare},
	} {
		copies := []Copy{test.article}
		for _, other := range test.others {
			copies = append(copies, Copy{Directive: other})
		}
		for range 2 {
			got := GroupKeys(copies)
			if at := slices.Index(copies, test.article); got[at] != test.want {
				t.Errorf("%s: %q, want %q", test.name, got[at], test.want)
			}
			slices.Reverse(copies)
		}
	}
}
