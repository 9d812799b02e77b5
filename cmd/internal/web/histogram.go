package web

import (
	"fmt"
	"strconv"
	"strings"

	"congvan/corpus"
	"congvan/index"
	"congvan/index/engine"
	"congvan/index/query"
)

// The most years that the histogram shows; what is older shares a bar. Its bars are so high in
// their own units.
const (
	mostBars  = 24
	barHeight = 40
)

// histogram is how many of the found documents are of each year, or of each month of one year.
type histogram struct {
	Label string // key of words
	Bars  []bar
}

// bar is a year or a month. Y and Height are in units of barHeight from the top.
type bar struct {
	Label, Address string
	Count          int
	Y, Height      int
	On             bool // asked for
}

// histogramOf counts the results by time: by month when all are of one year.
func (s *searchView) histogramOf() *histogram {
	years := map[int]int{}
	first, last := 9999, 0
	for _, c := range facetOf(s.Results, query.Year) {
		if year, err := strconv.Atoi(c.Value); err == nil && year > 0 {
			years[year] += c.Count
			first, last = min(first, year), max(last, year)
		}
	}
	switch {
	case last == 0:
		return nil
	case first == last:
		return s.months(first)
	}
	h := &histogram{Label: "histogram.years"}
	from := max(first, last-mostBars+1)
	if from > first {
		older := 0
		for year, n := range years {
			if year < from {
				older += n
			}
		}
		end := fmt.Sprintf("%04d-12-31", from-1)
		h.Bars = append(h.Bars, bar{Label: "≤ " + strconv.Itoa(from-1), Count: older, Address: s.between("", end)})
	}
	for year := from; year <= last; year++ {
		text := strconv.Itoa(year)
		h.Bars = append(h.Bars, bar{Label: text, Count: years[year], Address: s.with(query.Year, text)})
	}
	h.scale()
	return h
}

// months are the bars of one year, by the day of issue.
func (s *searchView) months(year int) *histogram {
	counts := [12]int{}
	some := false
	for _, c := range facetOf(s.Results, query.Issued) {
		if d, err := corpus.ParseDate(c.Value); err == nil && d.Year == year && d.Month > 0 {
			counts[d.Month-1] += c.Count
			some = true
		}
	}
	if !some {
		return nil
	}
	h := &histogram{Label: "histogram.months"}
	for i, n := range counts {
		month := corpus.Date{Year: year, Month: i + 1}
		first, last := month.First().String(), month.Last().String()
		on := s.From == first && s.To == last
		b := bar{Label: fmt.Sprintf("%02d/%d", i+1, year), Count: n, On: on, Address: s.between(first, last)}
		if on {
			b.Address = s.between("", "")
		}
		h.Bars = append(h.Bars, b)
	}
	h.scale()
	return h
}

// facetOf are the counts of a property.
func facetOf(r index.Results, name string) []engine.Count {
	for _, f := range r.Facets {
		if f.Name == name {
			return f.Values
		}
	}
	return nil
}

// between is the page's address with both dates set, or taken away by "".
func (s *searchView) between(from, to string) string {
	values := s.values()
	for name, value := range map[string]string{"from": from, "to": to} {
		values.Set(name, value)
		if value == "" {
			values.Del(name)
		}
	}
	return "/?" + values.Encode()
}

// scale gives the bars their heights; what is there at all is seen.
func (h *histogram) scale() {
	most := 1
	for _, b := range h.Bars {
		most = max(most, b.Count)
	}
	for i := range h.Bars {
		b := &h.Bars[i]
		if b.Count > 0 {
			b.Height = max(2, b.Count*barHeight/most)
		}
		b.Y = barHeight - b.Height
	}
}

// Short is a bar's label as it stands under it: the month without its year.
func (b bar) Short() string {
	month, _, _ := strings.Cut(b.Label, "/")
	return month
}
