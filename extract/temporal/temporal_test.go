package temporal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/extract/temporal/rrule"
)

var issued = corpus.Date{Year: 2024, Month: 9, Day: 12}

// value is a Found as testdata/expressions.tsv writes it.
func value(f Found) string {
	t := f.Timing
	var b []string
	if f.Role != RoleDeadline {
		b = append(b, string(f.Role))
	}
	b = append(b, string(t.Kind))
	if t.Bound != "" {
		b = append(b, string(t.Bound))
	}
	switch {
	case !t.From.IsZero() || !t.To.IsZero():
		b = append(b, t.From.String()+".."+t.To.String())
	case !t.Due.IsZero() && t.Kind == corpus.TimingDate:
		b = append(b, t.Due.String())
	case !t.Latest.IsZero():
		b = append(b, "~"+t.Latest.String())
	}
	for _, s := range []string{t.RRule, t.Duration} {
		if s != "" {
			b = append(b, s)
		}
	}
	if t.WorkingDays {
		b = append(b, "working")
	}
	if t.Time != "" {
		b = append(b, t.Time)
	}
	if !t.Due.IsZero() && t.Kind == corpus.TimingRelative {
		b = append(b, "= "+t.Due.String())
	}
	if t.Reason != "" {
		b = append(b, "?")
	}
	return strings.Join(b, " ")
}

// TestExpressions reads the table of expressions and measures spans and values.
func TestExpressions(t *testing.T) {
	b, err := os.ReadFile("testdata/expressions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var rows, negatives, quiet, right, wrong, missed, valued int
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) < 2 {
			t.Fatalf("row without an expectation: %q", line)
		}
		rows++
		found := Find(cells[0], Context{Issued: issued})
		if cells[1] == "-" {
			negatives++
			if len(found) == 0 {
				quiet++
			}
			cells = cells[:1]
		}
		var got []string
		for _, f := range found {
			got = append(got, cells[0][f.Start:f.End]+" => "+value(f))
		}
		at := 0
		for _, want := range cells[1:] {
			words, _, _ := strings.Cut(want, " => ")
			hit := -1
			for k := at; k < len(got); k++ {
				if w, _, _ := strings.Cut(got[k], " => "); w == words {
					hit = k
					break
				}
			}
			if hit < 0 {
				missed++
				t.Logf("%q: missed %q, got %q", cells[0], want, got)
				continue
			}
			wrong += hit - at
			right, at = right+1, hit+1
			if got[hit] == want {
				valued++
			} else {
				t.Logf("%q: got %q, want %q", cells[0], got[hit], want)
			}
		}
		if at < len(got) {
			wrong += len(got) - at
			t.Logf("%q: too much: %q", cells[0], got[at:])
		}
	}
	f1 := 2 * float64(right) / float64(2*right+wrong+missed)
	values := float64(valued) / float64(right)
	t.Logf("%d rows, %d negatives (%d quiet); spans: right %d, wrong %d, missed %d, F1 %.4f; values %.4f", rows, negatives, quiet, right, wrong, missed, f1, values)
	if rows < 300 || negatives < 60 {
		t.Errorf("the table has %d rows, %d of them negatives; want 300 and 60", rows, negatives)
	}
	if f1 < 0.95 || values < 0.97 || quiet < negatives {
		t.Errorf("span F1 %.4f (floor 0.95), values %.4f (floor 0.97), negatives %d of %d", f1, values, quiet, negatives)
	}
}

func TestContext(t *testing.T) {
	day := func(s string) corpus.Date {
		d, err := corpus.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		name, text string
		context    Context
		want       string
	}{
		{"no context, no year", "trước ngày 15/10", Context{}, "date before ?"},
		{"no context, own year", "trước ngày 15/10/2024", Context{}, "date before 2024-10-15"},
		{"no context, day of issue", "trong 05 ngày kể từ ngày ký", Context{}, "relative by P5D"},
		{"the year after", "trước ngày 15/01", Context{Issued: day("2024-12-20")}, "date before 2025-01-15"},
		{"the same year", "trước ngày 31/12", Context{Issued: day("2024-12-20")}, "date before 2024-12-31"},
		{"a leap day to come", "trước ngày 29/02", Context{Issued: day("2023-12-20")}, "date before 2024-02-29"},
		{"no leap day", "trước ngày 29/02", Context{Issued: day("2025-01-20")}, "date before ?"},
		{"standing regulation", "trước ngày 30 tháng 12", Context{Standing: true}, "recurring before FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30"},
		{"standing, with a year", "trước ngày 30 tháng 12 năm 2025", Context{Standing: true}, "date before 2025-12-30"},
		{"effective", "trong thời hạn 10 ngày kể từ ngày Thông tư này có hiệu lực", Context{Effective: day("2024-10-01")}, "relative by P10D = 2024-10-11"},
		{"before the document", "trước ngày 01/01/1995", Context{Issued: issued}, "mention date before 1995-01-01"},
		{"a weekend", "trong 02 ngày kể từ ngày ký", Context{Issued: issued}, "relative by P2D = 2024-09-16"},
		{"beyond the table of holidays", "trong 05 ngày làm việc kể từ ngày 28/12/2027", Context{}, "relative by P5D working ?"},
		{"before the table of holidays", "trong 05 ngày làm việc kể từ ngày ký", Context{Issued: day("2009-05-05")}, "relative by P5D working ?"},
	} {
		found := Find(c.text, c.context)
		if len(found) != 1 || value(found[0]) != c.want {
			t.Errorf("%s: %q gives %+v, want %s", c.name, c.text, found, c.want)
		}
	}
}

func TestSkip(t *testing.T) {
	text := "số 12/BHXH trước ngày 15/10/2024, trước ngày 20/10/2024"
	cut := strings.Index(text, ",")
	found := Find(text, Context{Skip: [][2]int{{0, cut}}})
	if len(found) != 1 || text[found[0].Start:found[0].End] != "trước ngày 20/10/2024" {
		t.Errorf("got %+v", found)
	}
}

// TestForms reads times through what extraction does to text: no-break spaces, line breaks,
// decomposed letters, capitals, missing marks.
func TestForms(t *testing.T) {
	for _, text := range []string{
		"trước ngày\u00a015\u00a0tháng 10 năm 2024", "trước ngày 15\ntháng 10 năm 2024", "trước ngày 15 tháng 10\nnăm 2024", "trước\nngày 15/10/2024",
		"TRƯỚC NGÀY 15/10/2024", "Trước Ngày 15 Tháng 10 Năm 2024", "truoc ngay 15/10/2024", "trươ\u0301c nga\u0300y 15/10/2024", "trước ngày 15 /10 /2024", "trước  ngày  15/10/2024",
	} {
		found := Find(text, Context{})
		if len(found) != 1 || value(found[0]) != "date before 2024-10-15" {
			t.Errorf("%q gives %+v", text, found)
			continue
		}
		if strings.ContainsAny(found[0].Timing.Text, "\n\u00a0") {
			t.Errorf("%q: white space in %q", text, found[0].Timing.Text)
		}
	}
	for _, text := range []string{"trước ngày 15\ttháng 10 năm 2024", "ngày\n\n15 tháng\n\n10"} {
		for _, f := range Find(text, Context{}) {
			if !f.Timing.Due.IsZero() {
				t.Errorf("%q is not one time: %+v", text, f)
			}
		}
	}
}

// TestLists reads a schedule: a dash that opens a line is the list's and ties no two times.
func TestLists(t *testing.T) {
	text := "- Hoàn thành trong tháng 9/2024\n- Tháng 10/2024: sơ kết\n- Năm 2024\n- 2025 người\n- Quý III\n- Quý IV/2024\n- ngày 05\n- 9 đơn vị"
	var got []string
	for _, f := range Find(text, Context{Issued: issued}) {
		got = append(got, value(f))
	}
	want := []string{"period by 2024-09-01..2024-09-30", "mention period 2024-10-01..2024-10-31", "mention period 2024-01-01..2024-12-31", "mention period 2024-07-01..2024-09-30", "mention period 2024-10-01..2024-12-31"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// TestNeighbours weighs times against one another.
func TestNeighbours(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Hằng tháng, các đơn vị gửi báo cáo trước ngày 25", "recurring before FREQ=MONTHLY;BYMONTHDAY=25"},
		{"Hằng tháng họp giao ban; báo cáo trước ngày 25 hằng tháng", "recurring FREQ=MONTHLY|recurring before FREQ=MONTHLY;BYMONTHDAY=25"},
		{"Hằng năm, xây dựng kế hoạch cụ thể theo từng năm.", "recurring FREQ=YEARLY"},
		{"đề xuất kế hoạch thực hiện trong năm 2025 và báo cáo trước ngày 08/02/2025", "mention period 2025-01-01..2025-12-31|date before 2025-02-08"},
		{"thực hiện trong năm 2026 và báo cáo trước ngày 08/02/2025", "period 2026-01-01..2026-12-31|date before 2025-02-08"},
		{"hoàn thành trong năm 2025; báo cáo sơ kết trước ngày 30/6/2025", "period by 2025-01-01..2025-12-31|date before 2025-06-30"},
	} {
		var got []string
		for _, f := range Find(c.text, Context{Issued: issued}) {
			got = append(got, value(f))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

// dispatches is the text of the project's own dispatches.
func dispatches(t testing.TB) string {
	paths, err := filepath.Glob("../../testdata/dispatches/*/source.txt")
	if err != nil || len(paths) == 0 {
		t.Skip("no dispatches beside the module")
	}
	var b strings.Builder
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
	}
	return b.String()
}

// TestWindow reads a long text and its parts alike: what is found does not hang on where the
// window of tokens happens to end.
func TestWindow(t *testing.T) {
	line := "Các đơn vị gửi báo cáo về Trung tâm trước ngày 15 tháng 10 năm 2024 và hằng quý, chậm nhất 05 ngày làm việc kể từ ngày nhận được văn bản.\n"
	one := Find(line, Context{})
	many := Find(strings.Repeat(line, 500), Context{})
	if len(many) != 500*len(one) {
		t.Fatalf("%d times in one line, %d in 500", len(one), len(many))
	}
	for k, f := range many {
		if got, want := value(f), value(one[k%len(one)]); got != want || f.Start != one[k%len(one)].Start+k/len(one)*len(line) {
			t.Fatalf("time %d at %d: %s, want %s", k, f.Start, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	b, err := os.ReadFile("testdata/expressions.tsv")
	if err != nil {
		f.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		if n++; n%4 == 0 {
			f.Add(line)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, found := range Find(text, Context{Issued: issued, Effective: issued}) {
			tm := found.Timing
			if found.Start < last || found.End <= found.Start || found.End > len(text) {
				t.Fatalf("span %d:%d after %d of %d bytes", found.Start, found.End, last, len(text))
			}
			last = found.End
			if strings.Join(strings.Fields(text[found.Start:found.End]), " ") != strings.Join(strings.Fields(tm.Text), " ") {
				t.Fatalf("%q is not at its span %q", tm.Text, text[found.Start:found.End])
			}
			for _, d := range []corpus.Date{tm.Due, tm.From, tm.To, tm.Latest} {
				if d.IsZero() {
					continue
				}
				if again, err := corpus.ParseDate(d.String()); err != nil || again != d {
					t.Fatalf("%q gives the date %v: %v", tm.Text, d, err)
				}
			}
			if !tm.From.IsZero() && !tm.To.IsZero() && tm.To.Before(tm.From) {
				t.Fatalf("%q ends before it begins: %+v", tm.Text, tm)
			}
			if tm.RRule != "" {
				if _, err := rrule.Parse(tm.RRule); err != nil {
					t.Fatalf("%q: %v", tm.Text, err)
				}
			}
			if tm.Kind == corpus.TimingRecurring && tm.RRule == "" || tm.Kind == "" || tm.Rule == "" {
				t.Fatalf("%q is half read: %+v", tm.Text, tm)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(dispatches(b), 8)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, Context{Issued: issued})
	}
}

// BenchmarkFindHostile reads lines that start times and never end them.
func BenchmarkFindHostile(b *testing.B) {
	for name, piece := range map[string]string{"days": "ngày 15, ", "since": "kể từ ngày ", "numbers": "1/1/", "before": "trước ", "khi": "khi có yêu cầu và "} {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(piece, 1<<20/len(piece))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Find(text, Context{Issued: issued})
			}
		})
	}
}

// TestEventBeforeCitation keeps an event whose clause goes on with a citation that the caller read.
func TestEventBeforeCitation(t *testing.T) {
	text := "Cung cấp thông tin khi có yêu cầu theo khoản 4 Điều 48 của Luật Thực hiện dân chủ ở cơ sở."
	from, to := strings.Index(text, "khoản"), len(text)-1
	found := Find(text, Context{Skip: [][2]int{{from, to}}})
	if len(found) != 1 || found[0].Timing.Text != "khi có yêu cầu theo" || found[0].Role != RoleDeadline {
		t.Errorf("found %+v", found)
	}
}
