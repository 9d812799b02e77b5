package source

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"congvan/corpus"
)

// Starts are the first pages of a visit. A listing that takes dates is asked for those from one
// day to another; a zero day leaves its parameter out.
func (s *Source) Starts(from, to corpus.Date) []Request {
	var requests []Request
	for _, start := range s.Start {
		at, err := url.Parse(start)
		if err != nil {
			continue // Parse has looked at it
		}
		requests = append(requests, Request{URL: s.withQuery(at, from, to, 1), Page: 1})
	}
	return requests
}

// withQuery sets the query's parameters, in order of their names behind those that the start has.
func (s *Source) withQuery(at *url.URL, from, to corpus.Date, page int) string {
	if len(s.Query) == 0 {
		return at.String()
	}
	u := *at
	values := u.Query()
	for _, name := range slices.Sorted(maps.Keys(s.Query)) {
		value, ok := s.filled(s.Query[name], from, to, page)
		if ok {
			values.Set(name, value)
		} else {
			values.Del(name)
		}
	}
	u.RawQuery = values.Encode()
	return u.String()
}

// filled puts values into the places of a parameter. It is not ok when one is not known.
func (s *Source) filled(template string, from, to corpus.Date, page int) (string, bool) {
	for _, place := range placesOf(template) {
		value := ""
		switch place {
		case "page":
			value = strconv.Itoa(page - 1 + s.First)
		case "from":
			value = s.writtenDate(from)
		case "to":
			value = s.writtenDate(to)
		}
		if value == "" {
			return "", false
		}
		template = strings.Replace(template, "{"+place+"}", value, 1)
	}
	return template, true
}

// nextByQuery is the page after this one for a listing that counts pages in its query.
func (s *Source) nextByQuery(body Body) (Request, bool) {
	at, err := url.Parse(body.URL)
	if err != nil {
		return Request{}, false
	}
	for name, template := range s.Query {
		if slices.Contains(placesOf(template), "page") {
			values := at.Query()
			next, _ := s.filled(template, corpus.Date{}, corpus.Date{}, body.Page+1)
			values.Set(name, next)
			at.RawQuery = values.Encode()
			return Request{URL: at.String(), Page: body.Page + 1}, true
		}
	}
	return Request{}, false
}

// placesOf are the names in braces: "{page}".
func placesOf(template string) []string {
	var places []string
	for {
		_, after, ok := strings.Cut(template, "{")
		if !ok {
			return places
		}
		name, rest, ok := strings.Cut(after, "}")
		if !ok {
			return places
		}
		places = append(places, name)
		template = rest
	}
}

// dateLayout turns "dd/MM/yyyy" into a layout of package time.
func dateLayout(pattern string) (string, error) {
	layout := pattern
	for _, part := range [][2]string{{"dd", "02"}, {"MM", "01"}, {"yyyy", "2006"}} {
		if strings.Count(layout, part[0]) != 1 {
			return "", fmt.Errorf("%q must have dd, MM and yyyy once each: dd/MM/yyyy", pattern)
		}
		layout = strings.Replace(layout, part[0], part[1], 1)
	}
	return layout, nil
}

func (s *Source) writtenDate(d corpus.Date) string {
	layout, err := dateLayout(s.Dates)
	if err != nil || !d.IsDay() {
		return ""
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Format(layout)
}

// readDate finds a day in the text of a listing: 12/09/2022, 12-9-2022, 2022-09-12T08:00,
// ngày 12 tháng 9 năm 2022. The year comes first only where it is written close to the rest.
func readDate(text string) corpus.Date {
	type number struct{ value, start, end int }
	var last []number // up to three, the numbers before the place reached
	for i := 0; i < len(text); {
		if text[i] < '0' || text[i] > '9' {
			i++
			continue
		}
		n := number{start: i}
		for i < len(text) && '0' <= text[i] && text[i] <= '9' {
			i++
		}
		n.end = i
		if i-n.start > 4 {
			last = nil
			continue
		}
		n.value, _ = strconv.Atoi(text[n.start:i]) // at most four digits
		if last = append(last, n); len(last) > 3 {
			last = last[1:]
		}
		if len(last) < 3 {
			continue
		}
		a, b, c := last[0], last[1], last[2]
		var date corpus.Date
		ok := false
		switch {
		case b.end-b.start > 2:
		case a.end-a.start <= 2 && c.end-c.start == 4:
			date, ok = corpus.NewDate(c.value, b.value, a.value)
		case a.end-a.start == 4 && c.end-c.start <= 2 && b.start == a.end+1 && c.start == b.end+1:
			date, ok = corpus.NewDate(a.value, b.value, c.value)
		}
		if ok {
			return date
		}
	}
	return corpus.Date{}
}
