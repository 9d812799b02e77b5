package field

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/extract/layout"
)

// Reports say that a directive was issued; what stands before them names who issued it.
var reports = []string{"vừa ban hành", "đã ban hành", "vừa có", "đã có", "ký ban hành", "vừa ký", "đã ký", "ban hành", "có văn bản", "vừa gửi", "đã gửi"}

// isArticle reports whether the text is news of a directive and not one itself: no letterhead, no
// signature, no articles; and a sentence near its top says that something was issued.
func (p *Page) isArticle() bool {
	l := p.Layout
	if len(l.Head) > 0 || len(l.Sign) > 0 || strings.TrimSpace(l.Text) == "" {
		return false
	}
	if len(p.properties()) > 1 {
		return false
	}
	for _, n := range l.Nodes {
		if n.Kind <= layout.Article {
			return false
		}
	}
	if _, _, ok := p.lead(); ok {
		return true
	}
	_, dated := p.published()
	return dated && p.isProse()
}

// isProse reports whether the text has paragraphs: a sheet of figures may begin with a date too.
func (p *Page) isProse() bool {
	n := 0
	for i := range p.Layout.Lines {
		if s := p.Layout.LineText(i); len(s) > 200 && strings.IndexByte(s, '\t') < 0 {
			if n++; n > 1 {
				return true
			}
		}
	}
	return false
}

// lead finds the first sentence that reports a directive: the report's words and the directive's
// type and number behind them.
func (p *Page) lead() (report layout.Range, directive cited, ok bool) {
	text := p.text()
	end := min(len(text), 4000)
	for end < len(text) && text[end]&0xC0 == 0x80 {
		end++
	}
	head := text[:end]
	best := -1
	for _, cue := range reports {
		for at := 0; at < len(head); {
			k := strings.Index(head[at:], cue)
			if k < 0 || best >= 0 && at+k >= best {
				break
			}
			k += at
			at = k + len(cue)
			if strings.HasPrefix(text[at:], " kèm theo") || !reportsAt(text, k) {
				continue
			}
			if c, found := citedAt(text, at, 60); found {
				best, report, directive, ok = k, layout.Range{Start: k, End: at}, c, true
				break
			}
		}
	}
	return report, directive, ok
}

// reportsAt reports whether the words at byte k stand in a sentence with a subject: not in
// brackets, and not at the beginning of a line.
func reportsAt(text string, k int) bool {
	start := k
	for start > 0 && text[start-1] != '\n' && k-start < 300 {
		start--
	}
	return k-start > 5 && strings.LastIndexByte(text[start:k], '(') <= strings.LastIndexByte(text[start:k], ')')
}

// cited is a directive that the text names by type and number.
type cited struct {
	kind     corpus.DocumentType
	typeAt   layout.Range
	number   corpus.DocumentNumber
	numberAt layout.Range
}

// citedAt reads "Công văn số 3338/BHXH-TT" within the next bytes.
func citedAt(text string, at, within int) (c cited, ok bool) {
	stop := min(len(text), at+within+120)
	for stop < len(text) && text[stop]&0xC0 == 0x80 {
		stop++
	}
	f := layout.Fold(text[at:stop])
	for k := 0; k < len(f.B) && int(f.At[k]) <= within; k++ {
		if k > 0 && f.B[k-1] != ' ' {
			continue
		}
		n := layout.TypeNameAt(f.B[k:])
		if n == 0 {
			continue
		}
		kind, known := typeOfWords(text[at+int(f.At[k]) : at+int(f.At[k+n])])
		if !known {
			continue
		}
		i := k + n
		for i < len(f.B) && (f.B[i] == ' ' || f.B[i] == ':') {
			i++
		}
		if i+3 < len(f.B) && f.B[i] == 's' && f.B[i+1] == 'o' {
			i += 2
			for i < len(f.B) && (f.B[i] == ' ' || f.B[i] == ':') {
				i++
			}
		}
		from := at + int(f.At[min(i, len(f.B))])
		end, serial, legible := scanNumber(text[from:stop])
		if !serial || !legible {
			continue
		}
		number, err := corpus.ParseDocumentNumber(text[from : from+end])
		if err != nil {
			continue
		}
		return cited{kind: kind, typeAt: layout.Range{Start: at + int(f.At[k]), End: at + int(f.At[k+n])}, number: number, numberAt: layout.Range{Start: from, End: from + end}}, true
	}
	return c, false
}

// article fills the record of an article: number, type, issuer and addressees of the directive
// that it reports, and its own title, author and date.
func (p *Page) article(r *corpus.Record) {
	if date, ok := p.published(); ok && r.Source.Published.IsZero() {
		r.Source.Published = date
	}
	if r.Source.Title == "" {
		r.Source.Title = p.title()
	}
	if r.Source.Author == "" {
		r.Source.Author = p.author()
	}
	report, c, ok := p.lead()
	if !ok {
		p.missing(r, "number", corpus.WhyAbsent, "the article names no directive's number", layout.Range{})
		return
	}
	r.Number = corpus.NumberFact{Value: c.number.String(), Serial: c.number.Serial, Year: c.number.Year, Symbol: c.number.Symbol,
		Span: p.Ruler.Span(c.numberAt.Start, c.numberAt.End), Rule: "number/reported", Confidence: 0.93}
	r.Type = corpus.TypeFact{Value: c.kind.Name, Code: c.kind.Code, Span: p.Ruler.Span(c.typeAt.Start, c.typeAt.End), Rule: "type/reported", Confidence: 0.95}
	p.reporter(r, report)
	p.told(r, c.numberAt.End)
}

// reporter reads who issued the directive: the units before the report's words.
func (p *Page) reporter(r *corpus.Record, report layout.Range) {
	text := p.text()
	start := report.Start
	for start > 0 && text[start-1] != '\n' && report.Start-start < 200 {
		start--
	}
	for start < report.Start && text[start]&0xC0 == 0x80 {
		start++
	}
	sentence := text[start:report.Start]
	if k := strings.LastIndex(sentence, " - "); k >= 0 && k < 40 { // "(Chinhphu.vn) - "
		start += k + 3
		sentence = sentence[k+3:]
	}
	if k := strings.LastIndex(sentence, ", "); k >= 0 {
		start += k + 2
	}
	m, ok := p.Register.FindUnit(text, start)
	if !ok || m.End > report.Start {
		return
	}
	if rest := strings.TrimSpace(text[m.End:report.Start]); len(rest) > 12 {
		return // several, or not the subject
	}
	name := text[m.Start:m.End]
	if _, unit, known := p.Register.Lookup(name); known && unit.Name != "" {
		name = unit.Name
	}
	r.Issuer = p.found(name, m.Start, m.End, "issuer/reported", 0.9)
}

// told reads whom the directive asks: the units behind "đề nghị", "yêu cầu", "gửi" in the same
// sentence.
func (p *Page) told(r *corpus.Record, at int) {
	text := p.text()
	stop := at
	for stop < len(text) && text[stop] != '\n' && stop-at < 300 {
		if text[stop] == '.' && stop+1 < len(text) && text[stop+1] == ' ' {
			break
		}
		stop++
	}
	for _, cue := range []string{"đề nghị ", "yêu cầu ", "gửi ", "giao "} {
		k := strings.Index(text[at:stop], cue)
		if k < 0 {
			continue
		}
		m, ok := p.Register.FindUnit(text, at+k+len(cue))
		if !ok || m.Start > at+k+len(cue)+4 {
			continue
		}
		r.Addressees = []corpus.Found[string]{p.found(text[m.Start:m.End], m.Start, m.End, "addressee/reported", 0.85)}
		return
	}
}

// published is the article's date: a line near the top that holds a date, and perhaps a time, and
// no sentence.
func (p *Page) published() (corpus.Date, bool) {
	lines := 0
	for i := range p.Layout.Lines {
		s := p.Layout.LineText(i)
		if s == "" {
			continue
		}
		if lines++; lines > 8 {
			break
		}
		if len(s) > 60 {
			continue
		}
		date, start, end, ok := digitsDate(s)
		if !ok {
			continue
		}
		rest := s[:start] + s[end:]
		letters := 0
		for _, r := range rest {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		if letters <= 12 {
			return date, true
		}
	}
	return corpus.Date{}, false
}

// title is the first line, when it is one: short, no sentence, more text below.
func (p *Page) title() string {
	lines := p.Layout.Lines
	for i := range lines {
		s := p.Layout.LineText(i)
		if s == "" {
			continue
		}
		if len(s) > 300 || len(s) < 12 || strings.HasSuffix(s, ".") || strings.HasSuffix(s, ":") || i+1 >= len(lines) {
			return ""
		}
		if _, _, _, dated := digitsDate(s); dated && len(s) < 40 {
			return ""
		}
		return squeeze(s, " ")
	}
	return ""
}

// author is the last line, when it could be a name or initials: "PV", "Thái An".
func (p *Page) author() string {
	lines := p.Layout.Lines
	for i := len(lines) - 1; i >= 0 && i > len(lines)-8; i-- {
		s := squeeze(p.Layout.LineText(i), " ./")
		if s == "" {
			continue
		}
		words := strings.Fields(s)
		if len(words) > 5 || len(s) > 60 || strings.ContainsAny(s, "0123456789:;,()") || len(words) == 1 && !layout.IsCaps(s) && utf8.RuneCountInString(s) > 12 {
			return ""
		}
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(r) && w != "-" && w != "và" {
				return ""
			}
		}
		return s
	}
	return ""
}
