package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestParts(t *testing.T) {
	for provision, want := range map[string]string{
		"mục 2":                            "2",
		"Mục II":                           "II",
		"mục II.1":                         "II.1",
		"điểm a khoản 2 Điều 5":            "Điều 5.2.a",
		"mục II, điểm 3":                   "II.3",
		"mục 2, mục 3":                     "2|3",
		"các mục 2, 3 và 5":                "2|3|5",
		"điểm a, b khoản 1 Điều 3":         "Điều 3.1.a|Điều 3.1.b",
		"từ mục 1 đến mục 4":               "1|2|3|4",
		"điểm a đến điểm đ khoản 1":        "1.a|1.b|1.c|1.d|1.đ",
		"khoản 1 Điều 3 và khoản 2 Điều 5": "Điều 3.1|Điều 5.2",
		"khoản 1 Điều 3, Điều 5":           "Điều 3.1|Điều 5",
		"Điều 3 Chương II":                 "Điều 3",
		"phụ lục 1":                        "",
		"một phần":                         "",
		"":                                 "",
		"mục":                              "",
		"trang 3 mục 2":                    "",
	} {
		if got := strings.Join(Parts(provision), "|"); got != want {
			t.Errorf("Parts(%q) = %q, want %q", provision, got, want)
		}
	}
}

func TestInPart(t *testing.T) {
	for _, test := range []struct {
		section, part string
		want          bool
	}{{"2", "2", true}, {"2.1", "2", true}, {"21", "2", false}, {"2", "2.1", false}, {"", "2", false}, {"2", "", false}, {"Điều 5.2.a", "Điều 5.2", true}} {
		if got := InPart(test.section, test.part); got != test.want {
			t.Errorf("InPart(%q, %q) = %v", test.section, test.part, got)
		}
	}
}

func day(s string) Date {
	d, err := ParseDate(s)
	if err != nil && s != "" {
		panic(err)
	}
	return d
}

// made is a record of one issuer; duties are "section|action|due".
func made(number, issued string, effects []Effect, duties ...string) *Record {
	n, _ := ParseDocumentNumber(number)
	r := &Record{ID: "id-" + number + issued, Number: NumberFact{Value: number, Serial: n.Serial, Symbol: n.Symbol}, Issued: Found[Date]{Value: day(issued)},
		Issuer: Found[string]{Value: "Bảo hiểm xã hội Việt Nam"}, Source: Source{Kind: KindOriginal}, Effects: effects}
	for k, duty := range duties {
		part := strings.Split(duty, "|")
		o := Obligation{ID: fmt.Sprint("o", k+1), Section: part[0], Action: Found[string]{Value: part[1]}}
		for due := range strings.FieldsSeq(part[2]) {
			o.Timing = append(o.Timing, Timing{Kind: TimingDate, Bound: By, Due: day(due), Text: due})
		}
		r.Obligations = append(r.Obligations, o)
	}
	return r
}

// told is the lives of the first record on one line: state and present dates of each duty.
func told(records []*Record) string {
	var out []string
	first := records[0].ID
	for _, l := range Lives(records) {
		if l.Record != first {
			continue
		}
		line := string(l.State)
		for _, timing := range l.Timing {
			line += " " + timing.Due.String()
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func TestLives(t *testing.T) {
	base := made("12/BHXH-TT", "2024-06-01", nil, "1|gửi báo cáo kết quả truyền thông|2024-06-15", "2|gửi báo cáo tài chính|2024-06-20", "3.a|tổ chức hội nghị|2024-06-15 2024-12-15")
	later := func(number, issued string, effects ...Effect) *Record { return made(number, issued, effects) }
	const doc = "12/BHXH-TT"
	for _, test := range []struct {
		name   string
		others []*Record
		want   string
	}{
		{"nothing acts on it", nil, "in_force 2024-06-15; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"a time for all", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, To: day("2024-06-30")})},
			"extended 2024-06-30; extended 2024-06-30; extended 2024-06-30 2024-12-15"},
		{"a time for reports", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, Of: "gửi báo cáo", To: day("2024-06-30")})},
			"extended 2024-06-30; extended 2024-06-30; in_force 2024-06-15 2024-12-15"},
		{"a time for one report", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, Of: "gửi báo cáo tài chính", To: day("2024-06-30")})},
			"in_force 2024-06-15; extended 2024-06-30; in_force 2024-06-15 2024-12-15"},
		{"a time for a part", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, Provision: "mục 3", To: day("2024-06-30")})},
			"in_force 2024-06-15; in_force 2024-06-20; extended 2024-06-30 2024-12-15"},
		{"a time by the date it had", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, From: day("2024-06-20"), To: day("2024-07-20")})},
			"in_force 2024-06-15; extended 2024-07-20; in_force 2024-06-15 2024-12-15"},
		{"fifteen days more", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, Provision: "mục 1", Duration: "P15D"})},
			"extended 2024-06-30; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"twice, the second by the number of the first", []*Record{
			later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, Provision: "mục 1", To: day("2024-06-30")}),
			later("17/BHXH-TT", "2024-06-25", Effect{Kind: Extends, Document: "15/BHXH-TT", To: day("2024-07-15")})},
			"extended 2024-07-15; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"a late correction undoes no extension", []*Record{
			later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, Provision: "mục 1", To: day("2024-06-30")}),
			later("17/BHXH-TT", "2024-06-25", Effect{Kind: Corrects, Document: doc, Provision: "mục 1", From: day("2024-06-15"), To: day("2024-06-16"), Was: "15/6", Now: "16/6"})},
			"corrected 2024-06-30; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"the extension itself is corrected", []*Record{
			later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, Provision: "mục 1", To: day("2024-06-30")}),
			later("17/BHXH-TT", "2024-06-25", Effect{Kind: Corrects, Document: "15/BHXH-TT", From: day("2024-06-30"), To: day("2024-06-28"), Was: "30/6", Now: "28/6"})},
			"corrected 2024-06-28; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"the withdrawal is withdrawn", []*Record{
			later("15/BHXH-TT", "2024-06-12", Effect{Kind: Extends, Document: doc, Provision: "mục 1", To: day("2024-06-30")}),
			later("17/BHXH-TT", "2024-06-25", Effect{Kind: Withdraws, Document: "15/BHXH-TT"}),
			later("19/BHXH-TT", "2024-06-26", Effect{Kind: Withdraws, Document: "17/BHXH-TT"})},
			"extended 2024-06-30; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"all of it is replaced", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Replaces, Document: doc})},
			"replaced 2024-06-15; replaced 2024-06-20; replaced 2024-06-15 2024-12-15"},
		{"a part that cannot be told", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Withdraws, Document: doc, Provision: "một số nội dung"})},
			"in_force 2024-06-15; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"the number of another year", []*Record{later("15/BHXH-TT", "2024-06-12", Effect{Kind: Withdraws, Document: doc, Issued: day("2023-06-01")})},
			"in_force 2024-06-15; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"an earlier document", []*Record{later("11/BHXH-TT", "2024-05-31", Effect{Kind: Withdraws, Document: doc})},
			"in_force 2024-06-15; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
		{"they withdraw each other", []*Record{later("15/BHXH-TT", "", Effect{Kind: Withdraws, Document: "17/BHXH-TT"}, Effect{Kind: Withdraws, Document: doc}),
			later("17/BHXH-TT", "", Effect{Kind: Withdraws, Document: "15/BHXH-TT"})},
			"in_force 2024-06-15; in_force 2024-06-20; in_force 2024-06-15 2024-12-15"},
	} {
		records := append([]*Record{base}, test.others...)
		if got := told(records); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, got, test.want)
		}
		turned := slices.Clone(records)
		slices.Reverse(turned)
		if fmt.Sprint(Lives(turned)) != fmt.Sprint(Lives(records)) || fmt.Sprint(Changes(turned)) != fmt.Sprint(Changes(records)) {
			t.Errorf("%s: another order gives other lives", test.name)
		}
	}
}

// A copy of an amending document says nothing again; a duty's extension in days is given once.
func TestCopiesActOnce(t *testing.T) {
	base := made("12/BHXH-TT", "2024-06-01", nil, "1|gửi báo cáo|2024-06-15")
	amender := made("15/BHXH-TT", "2024-06-12", []Effect{{Kind: Extends, Document: "12/BHXH-TT", Duration: "P10D", Text: "gia hạn"}})
	twin := *amender
	twin.ID, twin.Effects = "twin", []Effect{{Kind: Extends, Document: "12/BHXH-TT", Duration: "P10D", Text: "gia  hạn", Span: Span{1, 2}}}
	if got, want := told([]*Record{base, amender, &twin}), "extended 2024-06-25"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func BenchmarkLives(b *testing.B) {
	var records []*Record
	for k := range 1000 {
		number := fmt.Sprintf("%d/BHXH-TT", 2*k+1)
		records = append(records, made(number, "2024-06-01", nil, "1|gửi báo cáo|2024-06-15", "2|tổ chức hội nghị|2024-07-01"),
			made(fmt.Sprintf("%d/BHXH-TT", 2*k+2), "2024-06-10", []Effect{{Kind: Extends, Document: number, To: day("2024-06-30")}}))
	}
	b.ReportAllocs()
	for b.Loop() {
		Lives(records)
	}
}
