package index

import (
	"strings"
	"unicode/utf8"

	"congvan/corpus"
)

// The lengths of passages, in bytes of text. A dispatch of ordinary length is one passage, so
// that all its words are found together; a long law is one an article or section.
const (
	wholeLength  = 6000 // up to here a text is one passage
	articleLeast = 500  // a passage is not closed before a heading while it is shorter
	goodLength   = 2500 // from here on a passage ends at the next line that looks like a beginning
	mostLength   = 4500 // from here on at any line; a longer line is cut at a space
)

// passage is a part of a record's text.
type passage struct {
	Start    int         `json:"start"` // in code points of the text
	Page     int         `json:"page,omitempty"`
	Sections []placed    `json:"sections,omitempty"` // by place in the passage
	Pages    []int       `json:"pages,omitempty"`    // code points in the passage at which pages begin
	Head     *headFields `json:"head,omitempty"`
	Duty     *Duty       `json:"duty,omitempty"` // of an obligation
	text     string
	titles   string // of the headings above
}

// placed is a section that begins at a code point of a passage.
type placed struct {
	At    int    `json:"at"`
	Label string `json:"label"`
}

// headFields are what a hit shows of its record.
type headFields struct {
	ID      string      `json:"id"`
	Name    string      `json:"name,omitempty"`
	Number  string      `json:"number,omitempty"`
	Type    string      `json:"type,omitempty"`
	Issuer  string      `json:"issuer,omitempty"`
	Issued  corpus.Date `json:"issued,omitzero"`
	Subject string      `json:"subject,omitempty"`
	Kind    corpus.Kind `json:"kind,omitempty"`
}

// passages cuts a record's text.
func passages(r *corpus.Record) []*passage {
	if len(r.Text) <= wholeLength {
		whole := &passage{text: r.Text}
		locate([]*passage{whole}, r)
		return []*passage{whole}
	}
	headings := map[int]bool{} // by code point
	for _, h := range r.Outline {
		headings[h.Span.Start] = true
	}
	var list []*passage
	start, point := 0, 0 // of the passage, in bytes; of the line, in code points
	startPoint := 0
	cut := func(at, atPoint int) {
		if strings.TrimSpace(r.Text[start:at]) != "" {
			list = append(list, &passage{Start: startPoint, text: r.Text[start:at]})
			start, startPoint = at, atPoint
		}
	}
	for line := 0; line < len(r.Text); {
		end := len(r.Text)
		if i := strings.IndexByte(r.Text[line:], '\n'); i >= 0 {
			end = line + i + 1
		}
		length := line - start
		isHeading := headings[point] || startsArticle(r.Text[line:end])
		if isHeading && length >= articleLeast || length >= goodLength && (isHeading || startsUpper(r.Text[line:end])) || length >= mostLength {
			cut(line, point)
		}
		for end-start > 2*mostLength { // a long line
			at := start + spaceBefore(r.Text[start:end], mostLength)
			cut(at, startPoint+utf8.RuneCountInString(r.Text[start:at]))
			if start != at { // only white space
				start, startPoint = at, startPoint+utf8.RuneCountInString(r.Text[start:at])
			}
		}
		point += utf8.RuneCountInString(r.Text[line:end])
		line = end
	}
	cut(len(r.Text), point)
	if len(list) == 0 {
		list = []*passage{{text: ""}}
	}
	locate(list, r)
	return list
}

// startsArticle reports whether a line begins a Điều, Chương or Phụ lục.
func startsArticle(line string) bool {
	for _, word := range []string{"Điều ", "Chương ", "CHƯƠNG ", "Phụ lục", "PHỤ LỤC"} {
		if strings.HasPrefix(line, word) {
			return true
		}
	}
	return false
}

// startsUpper reports whether a line starts as paragraphs and items do.
func startsUpper(line string) bool {
	for _, r := range line {
		return r == '-' || r == '+' || r >= '0' && r <= '9' || strings.ToLower(string(r)) != string(r)
	}
	return false
}

// spaceBefore is the last place after a space at or before at, or at itself, moved back to the
// start of a letter.
func spaceBefore(text string, at int) int {
	if i := strings.LastIndexByte(text[:at], ' '); i > at/2 {
		return i + 1
	}
	for at > 1 && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// locate fills in sections and pages.
func locate(list []*passage, r *corpus.Record) {
	var path []corpus.Heading
	next, page := 0, 0
	for _, p := range list {
		end := p.Start + utf8.RuneCountInString(p.text)
		if len(path) > 0 {
			p.Sections = append(p.Sections, placed{0, labels(path)})
		}
		var titles []string
		for _, h := range path {
			titles = append(titles, h.Title)
		}
		for ; next < len(r.Outline) && r.Outline[next].Span.Start < end; next++ {
			h := r.Outline[next]
			for len(path) > 0 && path[len(path)-1].Level >= h.Level {
				path = path[:len(path)-1]
			}
			path = append(path, h)
			if len(p.Sections) < 200 {
				p.Sections = append(p.Sections, placed{max(0, h.Span.Start-p.Start), labels(path)})
			}
			if h.Span.Start <= p.Start+2 {
				titles = titles[:0]
				for _, above := range path[:len(path)-1] {
					titles = append(titles, above.Title)
				}
			}
		}
		p.titles = strings.Join(titles, "\n")
		for page < len(r.Pages) && r.Pages[page].End <= p.Start {
			page++
		}
		if page < len(r.Pages) {
			p.Page = page + 1
			for after := page + 1; after < len(r.Pages) && r.Pages[after].Start < end; after++ {
				p.Pages = append(p.Pages, r.Pages[after].Start-p.Start)
			}
		}
	}
}

func labels(path []corpus.Heading) string {
	parts := make([]string, 0, len(path))
	for _, h := range path {
		if h.Label != "" {
			parts = append(parts, h.Label)
		}
	}
	return strings.Join(parts, ".")
}

// section is the label of the section at a code point of the passage.
func (p *passage) section(at int) string {
	label := ""
	for _, s := range p.Sections {
		if s.At > at {
			break
		}
		label = s.Label
	}
	return label
}

// page is the page at a code point of the passage, 0 without pages.
func (p *passage) page(at int) int {
	if p.Page == 0 {
		return 0
	}
	page := p.Page
	for _, start := range p.Pages {
		if start <= at {
			page++
		}
	}
	return page
}
