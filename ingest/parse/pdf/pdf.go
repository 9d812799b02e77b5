package pdf

import (
	"context"
	"errors"
	"strings"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/ocr"
)

// Options bound what reading a file may cost. The zero value works.
type Options struct {
	MaxPages int         // 2,000
	MaxText  int         // bytes of text of the whole file; 64 MB
	Engine   *Engine     // for what the container reader refuses, and to draw scans; nil: neither
	OCR      *ocr.Reader // reads pages whose text layer is worth nothing; needs Engine; may be nil
	Scan     ocr.Told    // told of each page that is read by OCR; may be nil
}

// Result is a file read.
type Result struct {
	Pages         []Page
	Title, Author string
	Signatures    []Signature
	Encrypted     bool // opened without a password all the same
	Warnings      []string
}

// Page is one page. Text has a line of the page a line.
type Page struct {
	Text    string
	Verdict Verdict
	Scanned bool   // a picture covers most of the page
	Stamped bool   // a number or a day is stamped on it as a signed field
	Problem string // what of it could not be read

	OCR    bool     // Text was read from a picture of the page
	Doubts [][2]int // byte ranges [start, end) of Text that OCR was not sure of
}

// NeedsOCR reports whether the page's own text cannot be trusted and a picture of it would tell
// more; false once it has been read so.
func (p *Page) NeedsOCR() bool {
	if p.OCR {
		return false
	}
	return p.Verdict == MarksLost || p.Verdict == Garbled || p.Verdict == StampOnly || p.Verdict == Empty && p.Scanned
}

const (
	defaultPages = 2000
	defaultText  = 64 << 20
	maxPageText  = 8 << 20
	manyPaths    = 200 // letters drawn as outlines; a form has fewer lines
)

// Parse reads a PDF file. The error is a *Refusal, which says with which status the file is to be
// kept, or the context's.
func Parse(ctx context.Context, b []byte, o Options) (Result, error) {
	result, err := parse(ctx, b, o)
	if o.Engine == nil || ctx.Err() != nil {
		return result, err
	}
	var refusal *Refusal
	switch {
	case err == nil:
		result.secondTry(ctx, b, o.Engine)
		return result, result.readScans(ctx, b, o)
	case !errors.As(err, &refusal) || refusal.Reason == reasonPassword || refusal.Status == corpus.StatusTooLarge:
		return result, err
	}
	mended, why := o.Engine.Mend(ctx, b)
	if why != nil {
		if locked := (&Refusal{}); errors.As(why, &locked) && locked.Status == corpus.StatusProtected {
			return result, why
		}
		return result, err
	}
	if second, why := parse(ctx, mended, o); why == nil {
		second.Encrypted = second.Encrypted || refusal.Status == corpus.StatusProtected
		if !second.Encrypted {
			second.Warnings = append(second.Warnings, "the file is damaged and was mended before reading")
		}
		return second, second.readScans(ctx, mended, o)
	}
	return result, err
}

// secondTry asks pdfium for the text of pages that could not be read well.
func (r *Result) secondTry(ctx context.Context, b []byte, e *Engine) {
	var open *Rendering
	for i := range r.Pages {
		p := &r.Pages[i]
		if p.Problem == "" && (p.Verdict != Garbled || p.Scanned) || p.Problem != "" && p.Verdict == Good {
			continue
		}
		if open == nil {
			var err error
			if open, err = e.Open(ctx, b); err != nil {
				return
			}
			defer open.Close()
		}
		text, err := open.Text(i)
		if err != nil || len(text) > maxPageText {
			continue
		}
		if verdict := Judge(text, p.Scanned); verdict == Good {
			p.Text, p.Verdict, p.Problem = text, verdict, ""
		}
	}
}

func parse(ctx context.Context, b []byte, o Options) (Result, error) {
	if o.MaxPages <= 0 {
		o.MaxPages = defaultPages
	}
	if o.MaxText <= 0 {
		o.MaxText = defaultText
	}
	f, err := open(b)
	if err != nil {
		return Result{}, err
	}
	var r Result
	f.describe(&r)
	leaves, broken := f.leaves(o.MaxPages + 1)
	if len(leaves) == 0 {
		return r, damaged("no pages in the file")
	}
	if broken {
		r.Warnings = append(r.Warnings, "the page tree is damaged; some pages may be missing")
	}
	if len(leaves) > o.MaxPages {
		return r, &Refusal{corpus.StatusTooLarge, "too many pages"}
	}
	left := o.MaxText
	fonts := map[string]*font{}
	for i := range leaves {
		if ctx.Err() != nil {
			return r, ctx.Err()
		}
		p := readPage(ctx, &leaves[i], fonts, min(left, maxPageText), &r)
		left -= len(p.Text)
		r.Pages = append(r.Pages, p)
	}
	return r, nil
}

// readPage reads a page's content and annotations.
func readPage(ctx context.Context, l *leaf, fonts map[string]*font, budget int, r *Result) Page {
	return runPage(ctx, l, fonts, budget, r).read(l)
}

// runPage puts a page's text in its place.
func runPage(ctx context.Context, l *leaf, fonts map[string]*font, budget int, r *Result) *interpreter {
	in := newInterpreter(ctx, &page{budget: budget}, l.box, fonts)
	func() {
		defer func() {
			if recover() != nil {
				in.broken = "the page's content is damaged"
			}
		}()
		content, err := l.content()
		if err != nil {
			in.broken = err.Error()
		}
		in.run(content, &resources{value: l.resources}, 0)
	}()
	in.annotations(l, r)
	return in
}

// read makes a page of what was put in its place.
func (in *interpreter) read(l *leaf) (out Page) {
	for i := range in.page.lines {
		out.Stamped = out.Stamped || in.page.lines[i].stamp
	}
	in.finish(l.box)
	out.Text = in.page.String()
	out.Scanned = in.pictured > 0.5*l.area() || in.shown < 20 && in.painted > manyPaths
	out.Verdict = Judge(out.Text, out.Scanned || in.hidden*2 > in.shown && in.shown > 0)
	out.decode()
	if in.wordPictures > 10 && in.wordPictures*40 > in.shown {
		out.Scanned, out.Verdict = true, Garbled // a picture for every few words
	}
	out.Problem = in.broken
	if in.page.full {
		out.Problem = "more text than the limit allows"
	}
	return out
}

// decode reads text of an old encoding whose fonts do not tell it by their names.
func (p *Page) decode() {
	if p.Verdict != Garbled || p.Scanned {
		return
	}
	enc, margin := charset.DetectRun(p.Text)
	if enc == charset.Unknown || margin < charset.Margin {
		return
	}
	if text := charset.DecodeRun(p.Text, enc); Judge(text, false) == Good {
		p.Text, p.Verdict = text, Good
	}
}

// finish puts what was drawn in the order in which it is read.
func (in *interpreter) finish(bounds box) {
	p := in.page
	p.dropOblique()
	for i := range p.lines {
		p.lines[i].settle()
	}
	p.fillBlanks()
	p.layTables(&in.rules, bounds[3]-bounds[1])
	p.closeColumns()
}

// String is the page's text.
func (p *page) String() string {
	var out strings.Builder
	for i := range p.lines {
		if s := p.lines[i].String(); strings.TrimSpace(s) != "" {
			if out.Len() > 0 {
				out.WriteByte('\n')
			}
			out.WriteString(s)
		}
	}
	return out.String()
}

// describe reads the document information dictionary (ISO 32000-1, 14.3.3).
func (f *file) describe(r *Result) {
	r.Encrypted = f.encrypted
	defer func() { _ = recover() }()
	about := f.reader.Trailer().Key("Info")
	r.Title = clean(f.text(about.Key("Title")))
	r.Author = clean(f.text(about.Key("Author")))
}

// text is a text string. The container reader leaves the padding of AES on decrypted ones.
func (f *file) text(v value) string {
	raw := []byte(v.RawString())
	if n := len(raw); f.encrypted && n > 0 && n%16 == 0 && raw[n-1] >= 1 && raw[n-1] <= 16 {
		raw = raw[:n-int(raw[n-1])]
	}
	return textString(raw)
}

// clean drops control characters from a metadata text.
func clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0xFFFD {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}
