package web

import (
	"errors"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"congvan/cmd/internal/ask"
	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/index"
	"congvan/index/engine"
	"congvan/index/query"
	"congvan/index/snippet"
)

// hitsOnPage is how many documents a page of results shows, facetValues how many values a facet.
const (
	hitsOnPage  = 20
	facetValues = 8
)

// facets are the properties counted beside the results.
var facets = []string{query.Type, query.Issuer, query.Year, query.Unit, query.Kind, query.Deadline}

// choice is a link, an option or a chip: what it says, and where it leads.
type choice struct {
	Label, Value, Address string
	Count                 int
	On                    bool
}

// searchView is what the search page shows.
type searchView struct {
	Asked                   ask.Search
	From, To                string
	Sorts, Chips            []choice
	Keep                    []kept // filters that the form hands on
	Results                 index.Results
	Hits                    []hitView
	Facets                  []facetView
	Meant, First, Next      string
	CSV, XLSX, JSON, Duties string
	Histogram               *histogram
	Saved                   []savedView
	Words                   string   // the search in the query language, to save it
	Choices                 []choice // the columns there are
	Table                   *tableView

	units   map[string]string // names by key
	columns []resultColumn
}

type kept struct{ Name, Value string }

type facetView struct {
	Label  string
	Values []choice
}

type hitView struct {
	index.Hit
	Address string
	Shown   []snippetView
}

type snippetView struct {
	Section, Address string
	Pieces           []piece
}

// piece is a run of text that is highlighted or not.
type piece struct {
	Text string
	On   bool
}

func (p *Pages) search(v *visit) error {
	asked, err := ask.Read(v.r.Form)
	if err != nil {
		return err
	}
	q := asked.Query(p.pipeline)
	q.Limit, q.Facets = hitsOnPage, append(slices.Clone(facets), query.Issued)
	if q.Where == nil && q.Sort == query.ByScore {
		q.Sort = query.ByNewest // with nothing to score by
	}
	view := searchView{Asked: asked, From: asked.Filter["from"], To: asked.Filter["to"], Words: inWords(asked), columns: columnsOf(v.r.Form)}
	view.Results, err = ask.Find(v.r.Context(), p.live, q)
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // nothing was indexed yet: an empty page
		return err
	}
	if view.units, err = p.units.get(v.r.Context(), p.now()); err != nil {
		return err
	}
	if view.Saved, err = p.saved(v); err != nil {
		return err
	}
	view.fill()
	if len(view.columns) > 0 {
		records, err := p.recordsOf(v, &view)
		if err != nil {
			return err
		}
		view.Table = view.table(page{language: v.language}, view.columns, records)
	}
	return p.render.write(v, http.StatusOK, "search", page{Title: searchTitle(asked), Nav: "search", Feed: "/feed?" + asked.Values().Encode(), Body: &view})
}

// recordsOf reads the records of the hits, when a chosen column needs them.
func (p *Pages) recordsOf(v *visit, view *searchView) (map[string]*corpus.Record, error) {
	if !slices.ContainsFunc(view.columns, func(c resultColumn) bool { return c.needs }) {
		return nil, nil
	}
	records := map[string]*corpus.Record{}
	for _, h := range view.Hits {
		r, err := p.pipeline.Store().Record(v.r.Context(), h.ID)
		if err != nil && !errors.Is(err, sqlite.ErrNotFound) { // gone since it was indexed
			return nil, err
		}
		if err == nil {
			records[h.ID] = r
		}
	}
	return records, nil
}

// searchTitle tells the reader's tabs apart.
func searchTitle(s ask.Search) string {
	if s.Text == "" {
		return "search.title"
	}
	return s.Text
}

func (s *searchView) fill() {
	for _, order := range []query.Sort{query.ByScore, query.ByNewest, query.ByOldest, query.ByDue} {
		s.Sorts = append(s.Sorts, choice{Label: "sort." + string(order), Value: string(order), On: order == s.Asked.Sort})
	}
	for _, name := range ask.Filters {
		value := s.Asked.Filter[name]
		if value == "" {
			continue
		}
		s.Chips = append(s.Chips, choice{Label: "filter." + name, Value: s.label(name, ask.Plain(value)), Address: s.with(name, "")})
		if name != "from" && name != "to" {
			s.Keep = append(s.Keep, kept{name, value})
		}
	}
	for _, c := range resultColumns {
		on := slices.ContainsFunc(s.columns, func(o resultColumn) bool { return o.name == c.name })
		s.Choices = append(s.Choices, choice{Label: "column." + c.name, Value: c.name, On: on})
	}
	s.Histogram = s.histogramOf()
	for _, f := range s.Results.Facets {
		if f.Name == query.Issued { // that is the histogram
			continue
		}
		if view := s.facet(f); len(view.Values) > 0 {
			s.Facets = append(s.Facets, view)
		}
	}
	for _, hit := range s.Results.Hits {
		s.Hits = append(s.Hits, viewOf(hit))
	}
	if s.Asked.After != "" {
		s.First = "/?" + s.values().Encode()
	}
	values := s.Asked.Values()
	s.CSV, s.XLSX = exportAddress(values, "records", "csv"), exportAddress(values, "records", "xlsx")
	s.JSON, s.Duties = exportAddress(values, "records", "json"), exportAddress(values, "obligations", "xlsx")
	if s.Results.DidYouMean != "" {
		s.Meant = s.with("q", s.Results.DidYouMean)
	}
	if s.Results.Next != "" {
		s.Next = s.with("cursor", s.Results.Next)
	}
}

// with is the page's address with one parameter set, or taken away by "".
func (s *searchView) with(name, value string) string {
	values := s.values()
	values.Set(name, value)
	if value == "" {
		values.Del(name)
	}
	return "/?" + values.Encode()
}

// values are the parameters of the page without the cursor.
func (s *searchView) values() url.Values {
	values := s.Asked.Values()
	for _, c := range s.columns {
		values.Add(columnParameter, c.name)
	}
	return values
}

func exportAddress(values url.Values, table, format string) string {
	values.Set("format", format)
	defer values.Del("format")
	return "/api/v1/export/" + table + "?" + values.Encode()
}

func (s *searchView) facet(f index.Facet) facetView {
	view := facetView{Label: "filter." + f.Name}
	values := f.Values
	if f.Name == query.Year {
		values = slices.Clone(values)
		slices.SortFunc(values, func(a, b engine.Count) int { return strings.Compare(b.Value, a.Value) })
	}
	for _, value := range values {
		if value.Value == "" || len(view.Values) == facetValues {
			continue
		}
		on := ask.Plain(s.Asked.Filter[f.Name]) == value.Value
		address := s.with(f.Name, ask.Exactly(f.Name, value.Value))
		if on {
			address = s.with(f.Name, "")
		}
		view.Values = append(view.Values, choice{Label: s.label(f.Name, value.Value), Count: value.Count, Address: address, On: on})
	}
	return view
}

// label is what a value of a filter is called: a key of words for those that are words of the
// program, the name of a unit that is counted by its key.
func (s *searchView) label(name, value string) string {
	switch {
	case name == query.Unit && s.units[value] != "":
		return s.units[value]
	case name == query.Kind && (value == "original" || value == "article"):
		return "kind." + value
	case name == query.Deadline && (value == "yes" || value == "no"):
		return "value." + value
	}
	return value
}

func viewOf(hit index.Hit) hitView {
	view := hitView{Hit: hit, Address: documentAddress(hit.ID)}
	for _, s := range hit.Snippets {
		at := s.Span.Start
		if len(s.Highlights) > 0 {
			at += s.Highlights[0].Start
		}
		view.Shown = append(view.Shown, snippetView{s.Section, view.Address + place(corpus.Span{Start: at}), pieces(s)})
	}
	return view
}

// pieces cuts a snippet at its highlights; what does not lie inside it is passed over.
func pieces(s snippet.Snippet) []piece {
	ruler, end := corpus.NewRuler(s.Text), 0
	var out []piece
	for _, h := range s.Highlights {
		if h.Start < end || ruler.Cut(h) == "" {
			continue
		}
		if before := ruler.Cut(corpus.Span{Start: end, End: h.Start}); before != "" {
			out = append(out, piece{before, false})
		}
		out = append(out, piece{ruler.Cut(h), true})
		end = h.End
	}
	return append(out, piece{ruler.Cut(corpus.Span{Start: end, End: utf8.RuneCountInString(s.Text)}), false})
}

// documentAddress is where a record's page is.
func documentAddress(id string) string { return "/van-ban/" + url.PathEscape(id) }

// place is what an address ends with to show a place in a document's text.
func place(s corpus.Span) string {
	at := strconv.Itoa(s.Start)
	return "?tu=" + at + "#s-" + at
}
