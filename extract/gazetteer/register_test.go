package gazetteer

import (
	"strings"
	"testing"

	"congvan/corpus"
)

func TestLookup(t *testing.T) {
	tests := []struct{ name, key string }{
		{"Bộ Y tế", "byt"},
		{"BỘ Y TẾ", "byt"},
		{"Ban CSYT", "bhxhvn/csyt"},
		{"Ban Thực hiện chính sách BHYT", "bhxhvn/csyt"},
		{"Bảo hiểm xã hội Việt Nam", "bhxhvn"},
		{"BHXH Việt Nam", "bhxhvn"},
		{"BHXH tỉnh Sơn La", "bhxh:son-la"},
		{"Bảo hiểm xã hội thành phố Hồ Chí Minh", "bhxh:ho-chi-minh"},
		{"Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "ubnd:ba-ria-vung-tau"},
		{"Sở Y tế Hà Nội", "so-y-te:ha-noi"},
		{"Các đơn vị trực thuộc BHXH Việt Nam", "bhxhvn/*"},
		{"BHXH các tỉnh, thành phố", "bhxh:*"},
		{"Phòng Kỹ thuật", "phong-ky-thuat"},
	}
	for _, test := range tests {
		if key, _, _ := Default().Lookup(test.name); key != test.key {
			t.Errorf("Lookup(%q) = %q, want %q", test.name, key, test.key)
		}
	}
}

func TestByCode(t *testing.T) {
	day := func(s string) corpus.Date {
		d, err := corpus.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	tests := []struct{ code, at, parent, key string }{
		{"BYT", "2020-01-01", "", "byt"},
		{"TCKT", "2020-04-20", "bhxhvn", "bhxhvn/tckt"},
		{"TCKT", "2025-04-20", "bhxhvn", "bhxhvn/btckt"},
		{"BT", "2020-03-17", "bhxhvn", "bhxhvn/bt"},
		{"BNNMT", "2025-06-01", "", "bnnmt"},
		{"XYZ", "2025-06-01", "", ""},
	}
	for _, test := range tests {
		u, _ := Default().ByCode(test.code, day(test.at), test.parent)
		if u.Key != test.key {
			t.Errorf("ByCode(%q, %s) = %q, want %q", test.code, test.at, u.Key, test.key)
		}
	}
}

func TestContains(t *testing.T) {
	tests := []struct {
		group, unit string
		want        bool
	}{
		{"các đơn vị trực thuộc BHXH Việt Nam", "Trung tâm Truyền thông", true},
		{"Các đơn vị trực thuộc Bảo hiểm xã hội Việt Nam", "Ban CSYT", true},
		{"các đơn vị trực thuộc BHXH Việt Nam", "BHXH tỉnh Sơn La", false},
		{"BHXH các tỉnh, thành phố", "BHXH tỉnh Sơn La", true},
		{"BHXH các tỉnh, thành phố trực thuộc Trung ương", "Bảo hiểm xã hội tỉnh Sơn La", true},
		{"BHXH tỉnh", "BHXH tỉnh Sơn La", true},
		{"BHXH các tỉnh", "Sở Y tế tỉnh Sơn La", false},
		{"các Bộ: Công an, Tài chính", "Bộ Tài chính", true},
		{"các Bộ: Công an, Tài chính", "Bộ Y tế", false},
		{"các bộ, ngành", "Bộ Y tế", true},
		{"Bộ trưởng Bộ Công an", "Bộ Công an", true},
		{"Bộ Y tế", "Bộ Y tế", true},
	}
	for _, test := range tests {
		if got := Default().Contains(test.group, test.unit); got != test.want {
			t.Errorf("Contains(%q, %q) = %v, want %v", test.group, test.unit, got, test.want)
		}
	}
}

func TestMembersOfProvinces(t *testing.T) {
	for _, test := range []struct {
		year  int
		count int
	}{{2020, 63}, {2026, 34}} {
		if got := len(Default().Members("BHXH các tỉnh, thành phố", corpus.Date{Year: test.year, Month: 1, Day: 1})); got != test.count {
			t.Errorf("provinces in %d: %d, want %d", test.year, got, test.count)
		}
	}
}

func TestLoad(t *testing.T) {
	r := New()
	table := "# own units\nkey\tname\tcodes\nsyt-hn/kcb\tPhòng Nghiệp vụ Y\tNVY\n"
	if err := r.Load(strings.NewReader(table), "mine.tsv"); err != nil {
		t.Fatal(err)
	}
	if key, entry, ok := r.Lookup("PHÒNG NGHIỆP VỤ Y"); !ok || key != "syt-hn/kcb" || entry.Codes[0] != "NVY" {
		t.Errorf("Lookup after Load = %q, %+v, %v", key, entry, ok)
	}
	for _, test := range []struct{ table, want string }{
		{"a\tA\nb\n", "mine.tsv line 2: a unit needs a key and a name"},
		{"a\tA\t\t\t\t2020-13\n", "mine.tsv line 1: from: date"},
		{strings.Repeat("x\t", 12) + "\n", "mine.tsv line 1: 13 columns"},
	} {
		if err := New().Load(strings.NewReader(test.table), "mine.tsv"); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("Load(%q) = %v, want %q", test.table, err, test.want)
		}
	}
}
