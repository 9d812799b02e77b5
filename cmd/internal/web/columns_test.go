package web

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"congvan/corpus/corpustest"
)

// TestResultsInChosenColumns reads the table back: a column a choice, in the order of the page, and
// links that keep the choice.
func TestResultsInChosenColumns(t *testing.T) {
	server := serve(t, dispatches(8))
	_, body := get(t, server.URL+"/?cot=due&cot=number&cot=obligations&cot=nothing&sort=newest")
	var heads []string
	for _, m := range regexp.MustCompile(`(?s)<th scope="col">(.*?)</th>`).FindAllStringSubmatch(body, -1) {
		heads = append(heads, strings.TrimSpace(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(m[1], "")))
	}
	if got := strings.Join(heads, "|"); got != "Số, ký hiệu|Nhiệm vụ|Hạn gần nhất" {
		t.Errorf("the columns are %s", got)
	}
	for i := range 8 {
		if d := corpustest.Make(1, i); !strings.Contains(body, d.Number) {
			t.Errorf("%s is not in the table", d.Number)
		}
	}
	if strings.Contains(body, `<ol class="hits">`) {
		t.Error("the list is there besides the table")
	}
	for _, link := range regexp.MustCompile(`href="(/\?[^"]*)"`).FindAllStringSubmatch(body, -1) {
		if !strings.Contains(link[1], "cot=number") {
			t.Errorf("%s loses the columns", link[1])
		}
	}
}

// TestHistogramCountsEveryDocument adds its bars up, follows one, and finds months there.
func TestHistogramCountsEveryDocument(t *testing.T) {
	server := serve(t, dispatches(30))
	_, body := get(t, server.URL+"/")
	bars := regexp.MustCompile(`<a href="([^"]*)" title="([^":]*): ([0-9.]+)"`).FindAllStringSubmatch(body, -1)
	total := 0
	for _, b := range bars {
		total += number(t, b[3])
	}
	if total != 30 || len(bars) < 2 {
		t.Fatalf("%d bars with %d documents, want 30", len(bars), total)
	}
	_, body = get(t, server.URL+strings.ReplaceAll(bars[0][1], "&amp;", "&"))
	months := regexp.MustCompile(`<a href="([^"]*)" title="(\d\d/\d{4}): ([0-9.]+)"`).FindAllStringSubmatch(body, -1)
	sum := 0
	for _, m := range months {
		if !strings.HasSuffix(m[2], bars[0][2]) {
			t.Errorf("%s is no month of %s", m[2], bars[0][2])
		}
		sum += number(t, m[3])
	}
	if sum != number(t, bars[0][3]) {
		t.Errorf("the months of %s have %d documents, want %s", bars[0][2], sum, bars[0][3])
	}
	_, body = get(t, server.URL+strings.ReplaceAll(months[0][1], "&amp;", "&"))
	if !strings.Contains(body, months[0][3]+" văn bản") {
		t.Errorf("%s leads to another number than %s", months[0][1], months[0][3])
	}
}

func number(t *testing.T, text string) int {
	t.Helper()
	n := 0
	for _, c := range strings.ReplaceAll(text, ".", "") {
		n = 10*n + int(c-'0')
	}
	return n
}

// TestExportIsTheResultList downloads what a search found and reads it back.
func TestExportIsTheResultList(t *testing.T) {
	server := serve(t, dispatches(12))
	d := corpustest.Make(1, 3)
	_, body := get(t, server.URL+"/?q="+strings.ReplaceAll(d.Number, "Đ", "%C4%90"))
	link := regexp.MustCompile(`href="(/api/v1/export/records\?[^"]*format=csv[^"]*)"`).FindStringSubmatch(body)
	if link == nil {
		t.Fatal("there is no export")
	}
	_, sheet := get(t, server.URL+strings.ReplaceAll(link[1], "&amp;", "&"))
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(sheet, "\uFEFF"))).ReadAll()
	if err != nil || len(rows) < 2 || !strings.Contains(strings.Join(rows[1], "|"), d.Number) {
		t.Errorf("the export of %s is %v, %v", d.Number, rows, err)
	}
}
