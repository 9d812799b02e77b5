package index_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/corpus/corpustest"
	"congvan/corpus/viet"
	"congvan/index"
	"congvan/index/query"
)

// expectations are the files of testdata/search with what analysts type and the first hits that
// they want, and the share of lines that must be right.
var expectations = []struct {
	file, what string
	least      float64
	check      func(*asked, string) string // what is wrong with a line's answer, "" nothing
}{
	{"numbers", "numbers in every written form", 1, (*asked).records},
	{"words", "words, fields, phrases, slips", 0.95, (*asked).records},
	{"short", "short keywords, several conditions, slips", 0.95, (*asked).records},
	{"duties", "obligations by words, unit and section", 0.95, (*asked).duties},
	{"made", "over 2,000 made dispatches", 0.95, (*asked).made},
}

// share is how many lines of a file are right.
type share struct {
	what      string
	right, of int
	least     float64
	wrong     []string
}

func TestSearchExpectations(t *testing.T) {
	for _, s := range askAll(t) {
		if float64(s.right) < s.least*float64(s.of) || s.of == 0 {
			t.Errorf("%s: %d of %d are right, want %.0f%%", s.what, s.right, s.of, 100*s.least)
		}
		for _, wrong := range s.wrong {
			t.Log(wrong)
		}
	}
}

// askAll asks every line of testdata/search.
func askAll(t testing.TB) []share {
	x, dispatches := madeIndex(t, 2000)
	a := &asked{seeds: seedIndex(t), others: x, dispatches: dispatches}
	var shares []share
	for _, e := range expectations {
		b, err := os.ReadFile("../testdata/search/" + e.file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		s := share{what: e.what, least: e.least}
		number := 0
		for line := range strings.Lines(string(b)) {
			number++
			if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			s.of++
			if wrong := e.check(a, line); wrong != "" {
				s.wrong = append(s.wrong, fmt.Sprintf("%s.txt:%d: %s: %s", e.file, number, line, wrong))
			} else {
				s.right++
			}
		}
		shares = append(shares, s)
	}
	return shares
}

// asked answers the lines.
type asked struct {
	seeds, others *index.Index
	dispatches    map[string]corpustest.Dispatch // by record
}

// madeIndex is an index of the first made dispatches.
func madeIndex(t testing.TB, n int) (*index.Index, map[string]corpustest.Dispatch) {
	t.Helper()
	x, err := index.Open(t.TempDir(), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	dispatches := map[string]corpustest.Dispatch{}
	var changes []index.Change
	for i := range n {
		d := corpustest.Make(1, i)
		r := recordOf(d)
		dispatches[r.ID] = d
		changes = append(changes, index.Change{ID: r.ID, Record: r, Group: r.Directive()})
	}
	if err := x.Apply(context.Background(), changes); err != nil {
		t.Fatal(err)
	}
	return x, dispatches
}

var today = query.Options{Today: corpus.Date{Year: 2024, Month: 10, Day: 1}}

// records checks a line over the shipped dispatches.
func (a *asked) records(line string) string {
	if typed, want, ok := strings.Cut(line, " ?= "); ok {
		results, err := a.seeds.Search(context.Background(), parse(typed))
		if want == "none" {
			want = ""
		}
		if err != nil || results.DidYouMean != want {
			return fmt.Sprintf("did you mean %q? %v", results.DidYouMean, err)
		}
		return ""
	}
	typed, want, ok := strings.Cut(line, " => ")
	if !ok {
		return "no =>"
	}
	q := query.Parse(typed, today)
	q.Exact = want == "none"
	results, err := a.seeds.Search(context.Background(), q)
	if err != nil {
		return err.Error()
	}
	wanted := strings.Fields(want)
	var got []string
	for _, h := range results.Hits[:min(len(results.Hits), len(wanted))] {
		got = append(got, h.ID)
	}
	if q.Exact && results.Total > 0 || !q.Exact && !slices.Equal(got, wanted) {
		return fmt.Sprintf("%v of %d, understood %v", got, results.Total, results.Understood)
	}
	return ""
}

// duties checks a line over the obligations of the shipped dispatches.
func (a *asked) duties(line string) string {
	typed, want, _ := strings.Cut(line, " => ")
	results, err := a.seeds.SearchObligations(context.Background(), query.Parse(typed, today))
	if err != nil {
		return err.Error()
	}
	if len(results.Hits) == 0 {
		return "nothing"
	}
	if got := results.Hits[0].ID + " " + results.Hits[0].Section; got != want {
		return got
	}
	return ""
}

// made checks a line over made dispatches: the first three hits must all be as wanted.
func (a *asked) made(line string) string {
	typed, want, _ := strings.Cut(line, " => ")
	results, err := a.others.Search(context.Background(), query.Parse(typed, today))
	if err != nil {
		return err.Error()
	}
	if len(results.Hits) == 0 {
		return "nothing"
	}
	for i, hit := range results.Hits[:min(3, len(results.Hits))] {
		d := a.dispatches[hit.ID]
		for condition := range strings.SplitSeq(want, "; ") {
			field, value, _ := strings.Cut(condition, "=")
			have := map[string]string{"type": d.Type, "issuer": d.Issuer, "year": fmt.Sprint(d.Issued.Year), "number": d.Number, "subject": d.Subject, "signer": d.Signer, "text": d.Text}[field]
			if !slices.ContainsFunc(strings.Split(value, "|"), func(v string) bool {
				return have == v || (field == "subject" || field == "text") && strings.Contains(strings.ToLower(have), strings.ToLower(v))
			}) {
				return fmt.Sprintf("hit %d of %d is %s of %s, %s: its %s is not %s", i+1, results.Total, d.Number, d.Issuer, d.Issued, field, value)
			}
		}
	}
	return ""
}

// numberForms are the ways in which a number is typed.
var numberForms = []struct {
	name  string
	typed func(d corpustest.Dispatch) string
}{
	{"as written", func(d corpustest.Dispatch) string { return d.Number }},
	{"lower case", func(d corpustest.Dispatch) string { return strings.ToLower(d.Number) }},
	{"no marks", func(d corpustest.Dispatch) string { return viet.Fold(d.Number) }},
	{"no marks, lower case", func(d corpustest.Dispatch) string { return strings.ToLower(viet.Fold(d.Number)) }},
	{"spaces for signs", func(d corpustest.Dispatch) string { return strings.NewReplacer("/", " ", "-", " ").Replace(d.Number) }},
	{"spaces around signs", func(d corpustest.Dispatch) string {
		return strings.NewReplacer("/", " / ", "-", " - ").Replace(d.Number)
	}},
	{"long dash", func(d corpustest.Dispatch) string { return strings.ReplaceAll(d.Number, "-", "–") }},
	{"longer dash", func(d corpustest.Dispatch) string { return strings.ReplaceAll(d.Number, "-", "—") }},
	{"slash for dash", func(d corpustest.Dispatch) string { return strings.ReplaceAll(d.Number, "-", "/") }},
	{"dash for slash", func(d corpustest.Dispatch) string { return strings.ReplaceAll(d.Number, "/", "-") }},
	{"fraction slash", func(d corpustest.Dispatch) string { return strings.ReplaceAll(d.Number, "/", "⁄") }},
	{"no dash", func(d corpustest.Dispatch) string { return strings.ReplaceAll(d.Number, "-", "") }},
	{"a zero before", func(d corpustest.Dispatch) string { return "0" + d.Number }},
	{"eth for đ", func(d corpustest.Dispatch) string { return strings.ReplaceAll(d.Number, "Đ", "Ð") }},
	{"a full stop after", func(d corpustest.Dispatch) string { return d.Number + "." }},
	{"in brackets", func(d corpustest.Dispatch) string { return "(" + d.Number + ")" }},
	{"in quotation marks", func(d corpustest.Dispatch) string { return `"` + d.Number + `"` }},
	{"số before", func(d corpustest.Dispatch) string { return "số " + d.Number }},
	{"Số: before", func(d corpustest.Dispatch) string { return "Số: " + d.Number }},
	{"số: without a space", func(d corpustest.Dispatch) string { return "số:" + d.Number }},
	{"number:", func(d corpustest.Dispatch) string { return "number:" + d.Number }},
	{"type before", func(d corpustest.Dispatch) string { return d.Type + " số " + d.Number }},
	{"type without marks before", func(d corpustest.Dispatch) string { return viet.Fold(d.Type) + " so " + strings.ToLower(d.Number) }},
	{"date after", func(d corpustest.Dispatch) string {
		return fmt.Sprintf("%s ngày %d/%d/%d", d.Number, d.Issued.Day, d.Issued.Month, d.Issued.Year)
	}},
	{"year after", func(d corpustest.Dispatch) string { return fmt.Sprintf("%s năm %d", d.Number, d.Issued.Year) }},
	{"cited in full", func(d corpustest.Dispatch) string {
		return fmt.Sprintf("%s số %s ngày %d/%d/%d của %s", d.Type, d.Number, d.Issued.Day, d.Issued.Month, d.Issued.Year, d.Issuer)
	}},
	{"issuer after", func(d corpustest.Dispatch) string { return d.Number + " " + d.Issuer }},
}

// TestNumbersComeFirst types the numbers of made dispatches in every form.
func TestNumbersComeFirst(t *testing.T) {
	right, of := numbersFirst(t)
	if right < of {
		t.Errorf("%d of %d numbers come first", right, of)
	}
}

func numbersFirst(t testing.TB) (right, of int) {
	x, dispatches := madeIndex(t, 600)
	for i := range 60 {
		d := dispatches[recordOf(corpustest.Make(1, 10*i)).ID]
		for _, form := range numberForms {
			of++
			results, err := x.Search(context.Background(), query.Parse(form.typed(d), today))
			if err != nil {
				t.Fatal(err)
			}
			if len(results.Hits) > 0 && results.Hits[0].Number == d.Number && results.Hits[0].Issuer == d.Issuer {
				right++
			} else {
				t.Logf("%s: %q finds %d, not first %s of %s: %v", form.name, form.typed(d), results.Total, d.Number, d.Issuer, results.Understood)
			}
		}
	}
	return right, of
}

// writeSearchReport writes testdata/reports/search.md: rows are those of the judged questions.
func writeSearchReport(t *testing.T, rows string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("# What searching finds\n\nMade by `make eval-search`, by the search that everybody gets.\n\n## Judged questions\n\n" +
		"2,249 articles of 17 laws, questions written by people. Weights were chosen on the tuning half. Wanted: nDCG@10 0.900, first hit right 0.83,\n" +
		"0.010 less without marks.\n\n| questions | number | nDCG@10 | first hit right | found in ten |\n|---|---|---|---|---|\n" + rows)
	b.WriteString("\n## What analysts type\n\nLines of testdata/search and the first hits that they want.\n\n| kind | right | of | wanted |\n|---|---|---|---|\n")
	var wrong []string
	for _, s := range askAll(t) {
		fmt.Fprintf(&b, "| %s | %d | %d | %.0f%% |\n", s.what, s.right, s.of, 100*s.least)
		wrong = append(wrong, s.wrong...)
	}
	right, of := numbersFirst(t)
	fmt.Fprintf(&b, "| numbers of 60 made dispatches in %d forms each | %d | %d | 100%% |\n", len(numberForms), right, of)
	if len(wrong) > 0 {
		b.WriteString("\nNot right:\n\n")
	}
	for _, line := range wrong {
		b.WriteString("- " + line + "\n")
	}
	if err := os.WriteFile("../testdata/reports/search.md", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
