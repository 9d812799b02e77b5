package query

import (
	"strings"
	"testing"
	"unicode"
)

// TestProblemsInBothLanguages types each mistake and reads what is said of it.
func TestProblemsInBothLanguages(t *testing.T) {
	for _, test := range []struct {
		typed  string
		column int
		code   Code
		vi, en string
	}{
		{`bảo hiểm "xã hội`, 10, OpenQuote, "dấu ngoặc kép chưa đóng", "not closed"},
		{"bảo loại:", 5, NoValue, "chưa có giá trị", "no value"},
		{"hạn:khi nào", 1, WantsDate, "cần một ngày", "wants a date"},
		{"hạn:<30d", 1, WantsToday, "không biết hôm nay", "not known here"},
		{"số:abc", 1, WantsNumber, "cần một số", "wants a number"},
		{"nguồn:sách", 1, WantsKind, "“gốc”", "original"},
		{"bảo OR", 5, OneSided, "chưa có gì", "one side"},
		{"thu *", 5, BareStar, "phải có chữ", "letters before"},
		{"thu b*", 5, OneLetter, "một chữ cái", "one letter"},
		{strings.Repeat("-thu ", 100), 301, TooMany, "quá nhiều", "too many"},
		{strings.Repeat("a", 9000), 8193, TooLong, "8192 ký tự", "8192 characters"},
	} {
		q := Parse(test.typed, Options{})
		if len(q.Problems) == 0 {
			t.Errorf("%.20q has no problem, want %s", test.typed, test.code)
			continue
		}
		p := q.Problems[0]
		if p.Column != test.column || p.Code != test.code || !strings.Contains(p.Message, test.en) {
			t.Errorf("%.20q: %+v, want column %d, %s: …%s…", test.typed, p, test.column, test.code, test.en)
		}
		if p := q.In(Vietnamese).Problems[0]; !strings.Contains(p.Message, test.vi) {
			t.Errorf("%.20q in Vietnamese: %s, want …%s…", test.typed, p.Message, test.vi)
		}
	}
}

func TestUnderstoodInBothLanguages(t *testing.T) {
	q := Parse(`cơ quan:"bộ y tế" "chi phí" -thu truy* BHXH OR cv 2482`, Options{})
	for language, want := range map[string]string{
		English:    "issuer: bộ y tế | the phrase “chi phí” | without thu | words that start with “truy” | BHXH = bảo hiểm xã hội | the number 2482 | or",
		Vietnamese: "cơ quan: bộ y tế | cụm từ “chi phí” | không có thu | từ bắt đầu bằng “truy” | BHXH = bảo hiểm xã hội | số 2482 | hoặc",
	} {
		if got := strings.Join(q.In(language).Understood, " | "); got != want {
			t.Errorf("in %s: %s, want %s", language, got, want)
		}
	}
}

// TestEveryMessageHasItsWords holds each row of the table to have both languages and the same
// things to speak of.
func TestEveryMessageHasItsWords(t *testing.T) {
	seen := map[Code]bool{}
	for _, row := range messages {
		if row.vi == "" || row.en == "" || seen[row.code] {
			t.Errorf("%s has not one text in each language", row.code)
		}
		seen[row.code] = true
		if strings.Count(row.vi, "%[") != strings.Count(row.en, "%[") {
			t.Errorf("%s: %q and %q do not speak of the same", row.code, row.vi, row.en)
		}
		if strings.IndexFunc(string(row.code), unicode.IsUpper) >= 0 {
			t.Errorf("the code %s has capitals", row.code)
		}
	}
	for _, f := range fieldNames {
		if vietnamese[field(f.name)] == "" {
			t.Errorf("the field %s has no Vietnamese name", f.name)
		}
	}
}
