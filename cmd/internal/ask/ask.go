// Package ask reads what a request's address asks for: the parameters that the search page, its
// feed, the API and the exports share, so that one address means the same everywhere.
package ask

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/index/engine"
	"congvan/index/query"
)

// Mistake is a parameter that is not understood, and what would be.
type Mistake struct{ Parameter, Detail string }

func (e Mistake) Error() string { return e.Parameter + ": " + e.Detail }

// Filters are the parameters that narrow a search by a property, in the order of the page. Each
// is the name of a field of the query language.
var Filters = []string{query.Type, query.Issuer, query.Unit, query.Year, query.Kind, "from", "to", query.Deadline}

// exactly begins the value of a filter that is to be met in full: "=Bộ Tài chính" is not met by
// "Thanh tra Bộ Tài chính". Values that were counted are asked for so.
const exactly = "="

// Exactly is the filter for a value as it was counted.
func Exactly(name, value string) string {
	if name == query.Issuer || name == query.Unit {
		return exactly + value
	}
	return value // there are no parts of these
}

// Plain is a filter's value without the sign that it is to be met in full.
func Plain(value string) string { return strings.TrimPrefix(value, exactly) }

// Search is a search as an address has it; the zero Search finds everything.
type Search struct {
	Text   string            // as typed
	Filter map[string]string // by name, as in Filters
	Sort   query.Sort
	After  string // cursor of the page before

	Language string // of what is said of the query: query.Vietnamese, else English
}

// Read reads q, the filters, sort and cursor.
func Read(v url.Values) (Search, error) {
	s := Search{Text: v.Get("q"), Filter: map[string]string{}, After: v.Get("cursor")}
	for _, name := range Filters {
		if value := v.Get(name); value != "" {
			s.Filter[name] = value
		}
	}
	for _, name := range []string{"from", "to"} {
		if _, err := Date(v, name); err != nil {
			return s, err
		}
	}
	switch order := query.Sort(v.Get("sort")); order {
	case query.ByScore, "score":
	case query.ByNewest, query.ByOldest, query.ByDue:
		s.Sort = order
	default:
		return s, Mistake{"sort", "want score, newest, oldest or due"}
	}
	return s, nil
}

// Narrow reports whether the search asks for something that only the index can answer.
func (s Search) Narrow() bool {
	for _, value := range s.Filter {
		if strings.HasPrefix(value, exactly) {
			return true
		}
	}
	return s.Text != "" || s.Filter[query.Year] != "" || s.Filter[query.Kind] != "" || s.Filter[query.Deadline] != ""
}

// Values are the parameters again, without the cursor.
func (s Search) Values() url.Values {
	v := url.Values{}
	if s.Text != "" {
		v.Set("q", s.Text)
	}
	for name, value := range s.Filter {
		v.Set(name, value)
	}
	if s.Sort != query.ByScore {
		v.Set("sort", string(s.Sort))
	}
	return v
}

// Query is the search as the index takes it. A filter that says nothing is told as a problem of
// the query, and left out.
func (s Search) Query(p *pipeline.Pipeline) query.Query {
	q := p.Query(s.Text)
	var all engine.All
	if q.Where != nil {
		all = append(all, q.Where)
	}
	for _, name := range Filters {
		value := s.Filter[name]
		if value == "" {
			continue
		}
		if name == query.Deadline || strings.HasPrefix(value, exactly) {
			all = append(all, engine.Keyed{Name: name, Values: []string{Plain(value)}})
			continue
		}
		condition, code := query.Field(name, value, query.Options{})
		if condition == nil {
			q.Problems = append(q.Problems, query.Unread(name, value, code))
			continue
		}
		all = append(all, condition)
	}
	if len(all) > 0 {
		q.Where = all
	}
	if len(all) == 1 {
		q.Where = all[0]
	}
	q.Sort, q.After = s.Sort, s.After
	return q.In(s.Language)
}

// Date reads a date of any precision; without the parameter it is zero.
func Date(v url.Values, name string) (corpus.Date, error) {
	text := v.Get(name)
	if text == "" {
		return corpus.Date{}, nil
	}
	d, err := corpus.ParseDate(text)
	if err != nil {
		return d, Mistake{name, fmt.Sprintf("%q is not a date: write it as 2024, 2024-09 or 2024-09-15", text)}
	}
	return d, nil
}

// Number reads a whole number between least and most; without the parameter it is usual.
func Number(v url.Values, name string, usual, least, most int) (int, error) {
	text := v.Get(name)
	if text == "" {
		return usual, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < least || n > most {
		return 0, Mistake{name, fmt.Sprintf("%q is not a whole number from %d to %d", text, least, most)}
	}
	return n, nil
}
