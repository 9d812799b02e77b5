package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/index"
	"congvan/index/query"
	"congvan/index/snippet"
)

type searchCmd struct {
	filterFlags
	Query       []string `arg:"" optional:"" help:"What to look for: words, numbers, \"phrases\", -without, field:value."`
	Field       string   `help:"Search in this field alone: number, subject, text, signer, cites." enum:"number,subject,text,signer,cites," default:""`
	Like        string   `help:"Find documents like this one (an ID) instead." placeholder:"ID"`
	Obligations bool     `help:"Search duties instead of documents."`
	Sort        string   `help:"score, newest, oldest or due." enum:"score,newest,oldest,due" default:"score"`
	Limit       int      `help:"Hits to show." default:"10"`
	Offset      int      `help:"Hits to pass over."`
	After       string   `help:"Go on after a page: the \"next\" that --json printed." placeholder:"CURSOR"`
	Facets      bool     `help:"Count the hits by type, issuer, year, unit and kind."`
	JSON        bool     `name:"json" help:"Print a hit a line as JSON."`
	Suggest     bool     `help:"Complete what was typed so far instead: numbers, issuers, units, subjects."`
	Save        string   `help:"Keep the search under this name; congvan alerts tells what is new for it." placeholder:"NAME"`
	Explain     bool     `help:"Say how each score came about."`
	Batch       string   `help:"File with a query a line (- is standard input); each is answered by a line of JSON." placeholder:"FILE"`
}

// facetNames are what --facets counts.
var facetNames = []string{query.Type, query.Issuer, query.Year, query.Unit, query.Kind}

// Run searches.
func (c *searchCmd) Run(s *session) error {
	if len(c.Query) == 0 && c.Batch == "" && c.Like == "" {
		return usageError{"search needs a query, or a file of them with --batch", "congvan search \"truyen thong chinh sach\""}
	}
	filters, err := c.filters()
	if err != nil {
		return err
	}
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	if c.Batch != "" {
		return c.batch(s, p, filters)
	}
	if c.Suggest {
		return c.suggest(s, p)
	}
	results, err := c.search(s, p, strings.Join(c.Query, " "), filters)
	if err != nil {
		return err
	}
	if c.Save != "" {
		if err := c.save(s, strings.Join(c.Query, " ")+filters); err != nil {
			return err
		}
	}
	if c.JSON {
		return printLines(s.Stdout, results.Hits)
	}
	printResults(s, results, c.Explain)
	return nil
}

// save keeps the search under a name; that writes to the store.
func (c *searchCmd) save(s *session, text string) error {
	p, err := pipeline.Open(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	if err := p.Store().Save(s.ctx, c.Save, text); err != nil {
		return err
	}
	fmt.Fprintf(s.Stderr, "saved as %q\n", c.Save)
	return nil
}

func (c *searchCmd) search(s *session, p *pipeline.Pipeline, text, filters string) (index.Results, error) {
	text += filters
	x, err := p.Index(s.ctx)
	if err != nil {
		return index.Results{}, err
	}
	if c.Field != "" {
		words, rest := text[:len(text)-len(filters)], filters
		text = c.Field + `:"` + strings.ReplaceAll(words, `"`, " ") + `"` + rest
	}
	q := p.Query(text)
	q.Sort, q.Limit, q.Skip, q.After, q.Explain = query.Sort(c.Sort), c.Limit, c.Offset, c.After, c.Explain
	if c.Facets {
		q.Facets = facetNames
	}
	if c.Like != "" {
		return x.Similar(s.ctx, c.Like, c.Limit)
	}
	if c.Obligations {
		return x.SearchObligations(s.ctx, q)
	}
	return x.Search(s.ctx, q)
}

// suggest prints the completions of what was typed.
func (c *searchCmd) suggest(s *session, p *pipeline.Pipeline) error {
	x, err := p.Index(s.ctx)
	if err != nil {
		return err
	}
	found, err := x.Suggest(s.ctx, strings.Join(c.Query, " "), c.Limit)
	if err != nil {
		return err
	}
	if c.JSON {
		return printLines(s.Stdout, found)
	}
	for _, f := range found {
		fmt.Fprintf(s.Stdout, "%-8s %s\n", f.Kind, oneLine(strings.Join(present(f.Text, f.Detail), " – ")))
	}
	if len(found) == 0 {
		fmt.Fprintln(s.Stderr, "nothing starts so")
	}
	return nil
}

// filters are the flags in the words of the query language.
func (c *searchCmd) filters() (string, error) {
	if _, _, err := c.dates(); err != nil {
		return "", err
	}
	var b strings.Builder
	for _, f := range []struct{ name, value string }{{"issuer", c.Issuer}, {"type", c.Type}, {"unit", c.Unit}, {"from", c.From}, {"to", c.To}} {
		if f.value != "" {
			fmt.Fprintf(&b, " %s:\"%s\"", f.name, strings.ReplaceAll(f.value, `"`, " "))
		}
	}
	return b.String(), nil
}

// printLines prints a line of JSON for each.
func printLines[T any](w io.Writer, list []T) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for _, one := range list {
		if err := out.Encode(one); err != nil {
			return err
		}
	}
	return nil
}

// answer is a line of --batch.
type answer struct {
	Query string      `json:"query"`
	Hits  []index.Hit `json:"hits"`
}

// longestQuery is the longest line of a batch that is read, in bytes.
const longestQuery = 1 << 20

func (c *searchCmd) batch(s *session, p *pipeline.Pipeline, filters string) error {
	in := s.Stdin
	if c.Batch != "-" {
		f, err := os.Open(c.Batch)
		if err != nil {
			return usageError{fmt.Sprintf("--batch: %v", err), "name a text file with a query a line, or - for standard input"}
		}
		defer f.Close()
		in = f
	}
	buffered := bufio.NewWriter(s.Stdout)
	out := json.NewEncoder(buffered)
	out.SetEscapeHTML(false)
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longestQuery)
	for lines.Scan() {
		results, err := c.search(s, p, lines.Text(), filters)
		if err != nil {
			return errors.Join(err, buffered.Flush())
		}
		if results.Hits == nil {
			results.Hits = []index.Hit{}
		}
		if err := out.Encode(answer{lines.Text(), results.Hits}); err != nil {
			return err
		}
	}
	return errors.Join(lines.Err(), buffered.Flush())
}

func printResults(s *session, results index.Results, explain bool) {
	for _, problem := range results.Problems {
		fmt.Fprintf(s.Stderr, "column %d: %s: %s\n", problem.Column, problem.Text, problem.Message)
	}
	if results.Mended {
		fmt.Fprintf(s.Stderr, "nothing found as typed; showing results for: %s\n", results.DidYouMean)
	} else if results.DidYouMean != "" {
		fmt.Fprintf(s.Stderr, "Did you mean: %s\n", results.DidYouMean)
	}
	if len(results.Hits) == 0 {
		fmt.Fprintln(s.Stderr, "nothing found; fewer words find more, marks may be left out")
		return
	}
	if results.Fewer {
		fmt.Fprintln(s.Stderr, "no document has all of these words; these have most of them")
	}
	for i, hit := range results.Hits {
		fmt.Fprintf(s.Stdout, "%2d. %s\n", i+1, s.bold(oneLine(heading(hit))))
		if about := strings.Join(present(hit.Issuer, hit.Issued.String(), string(hit.Kind)), " · "); about != "" {
			fmt.Fprintf(s.Stdout, "    %s\n", oneLine(about))
		}
		if explain {
			fmt.Fprintf(s.Stdout, "    %s\n", explained(hit))
		}
		for _, sn := range hit.Snippets {
			where := ""
			if sn.Section != "" {
				where = sn.Section + ": "
			}
			fmt.Fprintf(s.Stdout, "    %s…%s…\n", where, s.highlighted(sn))
		}
		fmt.Fprintf(s.Stdout, "    congvan show %s\n", hit.ID)
	}
	fmt.Fprintf(s.Stderr, "%d of %d\n", len(results.Hits), results.Total)
	for _, facet := range results.Facets {
		fmt.Fprintf(s.Stdout, "\n%s\n", facet.Name)
		for _, v := range facet.Values {
			fmt.Fprintf(s.Stdout, "  %6d  %s\n", v.Count, oneLine(v.Value))
		}
	}
}

// heading is the line that names a hit.
func heading(hit index.Hit) string {
	name := strings.Join(present(hit.Type, hit.Number), " ")
	return strings.Join(present(name, hit.Subject), " – ")
}

func present(values ...string) []string {
	var out []string
	for _, v := range values {
		if v != "" {
			out = append(out, v)
		}
	}
	return out
}

func (s *session) bold(text string) string {
	if !s.Colour {
		return text
	}
	return "\033[1m" + text + "\033[0m"
}

// highlighted is a snippet on one line; what was found is in colour on a terminal and between
// brackets elsewhere.
func (s *session) highlighted(sn snippet.Snippet) string {
	before, after := "[", "]"
	if s.Colour {
		before, after = "\033[1;33m", "\033[0m"
	}
	var b strings.Builder
	ruler := corpus.NewRuler(sn.Text)
	at := 0
	for _, h := range sn.Highlights {
		b.WriteString(visible(ruler.Cut(corpus.Span{Start: at, End: h.Start})) + before + visible(ruler.Cut(h)) + after)
		at = h.End
	}
	b.WriteString(visible(ruler.Cut(corpus.Span{Start: at, End: at + len([]rune(sn.Text)) - at})))
	return b.String()
}

// visible is text without control characters, line breaks as spaces.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0):
			return -1
		}
		return r
	}, text)
}
