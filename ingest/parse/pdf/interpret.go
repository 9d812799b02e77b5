package pdf

import (
	"context"
	"math"

	container "github.com/ledongthuc/pdf"
)

// Budgets of one page.
const (
	maxOperators = 4 << 20
	maxOperands  = 1 << 16 // of one operator
	maxForms     = 20_000  // Form XObjects drawn
	maxNesting   = 12      // Form XObjects inside one another
	maxStates    = 512     // q without Q
)

// textState is ISO 32000-1, 9.3.1.
type textState struct {
	ctm                  matrix
	font                 *font
	size, rise           float64
	charSpace, wordSpace float64
	leading, scale       float64 // scale 1 is 100 %
	invisible            bool
	clip                 box
}

// interpreter runs content streams and puts their text on a page.
type interpreter struct {
	ctx   context.Context
	page  *page
	fonts map[string]*font // of the document, by what their dictionaries say

	state    textState
	stack    []textState
	text     matrix // Tm
	lineText matrix // Tlm

	operators, forms int
	marks            marks
	path             path
	rules            rules

	shown, hidden int     // glyphs drawn, and those of render mode 3
	pictured      float64 // the area of all pictures in points²
	painted       int     // paths filled or drawn
	wordPictures  int     // pictures as high as a line
	broken        string  // what of the page could not be read
}

// marks are the open marked-content sequences; one of them may have ActualText, which stands for
// all that it shows (ISO 32000-1, 14.9.4).
type marks struct {
	open  int
	since int    // the sequence with ActualText, counted from 1; 0 for none
	text  string // what of it is still to be written
}

// resources finds the fonts and XObjects that a content stream names.
type resources struct {
	value value
	fonts map[string]*font
	forms map[string]form
}

// form is an XObject.
type form struct {
	value   value
	picture bool
	loaded  bool
}

// newInterpreter draws on p what lies in bounds, in fonts that the document's pages share.
func newInterpreter(ctx context.Context, p *page, bounds box, fonts map[string]*font) *interpreter {
	if bounds[2]-bounds[0] < 1 || bounds[3]-bounds[1] < 1 {
		bounds = everything
	}
	in := &interpreter{ctx: ctx, page: p, fonts: fonts, path: path{bounds: nothing}}
	in.state = textState{ctm: identity, scale: 1, clip: bounds}
	return in
}

func (in *interpreter) run(content []byte, res *resources, nesting int) {
	l := &lexer{data: content}
	operands := make([]token, 0, 64)
	for !in.spent() {
		t := l.next()
		if t.kind == end {
			return
		}
		if t.kind != word {
			if len(operands) < maxOperands {
				operands = append(operands, t)
			}
			continue
		}
		if string(t.bytes) == "BI" {
			l.skipInlineImage()
			in.picture()
		} else {
			in.operator(string(t.bytes), operands, res, nesting)
		}
		operands = operands[:0]
		l.reset()
	}
}

// spent counts an operator or operand and reports whether the page's budget is used up.
func (in *interpreter) spent() bool {
	in.operators++
	if in.operators&0xFFF == 0 && in.ctx.Err() != nil {
		in.broken = "time is up"
		return true
	}
	if in.operators > 8*maxOperators {
		in.broken = "the page draws without end"
	}
	return in.broken == "time is up" || in.operators > 8*maxOperators || in.page.full
}

// numbers are the first n operands as numbers; false when there are fewer.
func numbers(o []token, n int) ([6]float64, bool) {
	var out [6]float64
	if len(o) < n {
		return out, false
	}
	for i, t := range o[len(o)-n:] {
		if t.kind != number {
			return out, false
		}
		out[i] = t.value
	}
	return out, true
}

func (in *interpreter) operator(op string, o []token, res *resources, nesting int) {
	s := &in.state
	switch op {
	case "q":
		if len(in.stack) < maxStates {
			in.stack = append(in.stack, *s)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			*s, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		if v, ok := numbers(o, 6); ok {
			s.ctm = matrix(v).times(s.ctm)
		}
	case "Do":
		if len(o) > 0 && o[len(o)-1].kind == name {
			in.draw(string(o[len(o)-1].bytes), res, nesting)
		}
	case "BDC", "BMC":
		in.openMark(op, o, res)
	case "EMC":
		in.closeMark()
	default:
		if !in.pathOperator(op, o) {
			in.textOperator(op, o, res)
		}
	}
}

func (in *interpreter) textOperator(op string, o []token, res *resources) {
	s := &in.state
	v, ok := numbers(o, 1)
	switch op {
	case "BT":
		in.text, in.lineText = identity, identity
	case "Tf":
		if ok && len(o) >= 2 && o[len(o)-2].kind == name {
			s.font, s.size = in.fontNamed(string(o[len(o)-2].bytes), res), v[0]
		}
	case "Tc":
		s.charSpace = v[0]
	case "Tw":
		s.wordSpace = v[0]
	case "Tz":
		s.scale = v[0] / 100
	case "TL":
		s.leading = v[0]
	case "Ts":
		s.rise = v[0]
	case "Tr":
		s.invisible = v[0] == 3
	case "Td", "TD":
		if v, ok := numbers(o, 2); ok {
			if op == "TD" {
				s.leading = -v[1]
			}
			in.move(v[0], v[1])
		}
	case "Tm":
		if v, ok := numbers(o, 6); ok {
			in.text, in.lineText = matrix(v), matrix(v)
		}
	case "T*":
		in.move(0, -s.leading)
	case "'":
		in.move(0, -s.leading)
		in.showAll(o)
	case "\"":
		if len(o) >= 3 {
			s.wordSpace, s.charSpace = o[len(o)-3].value, o[len(o)-2].value
		}
		in.move(0, -s.leading)
		in.showAll(o)
	case "Tj", "TJ":
		in.showAll(o)
	}
}

func (in *interpreter) move(x, y float64) {
	in.lineText = in.lineText.moved(x, y)
	in.text = in.lineText
}

// showAll shows the strings among the operands; numbers between them move by thousandths.
func (in *interpreter) showAll(o []token) {
	s := &in.state
	for _, t := range o {
		switch t.kind {
		case text:
			in.show(t.bytes)
		case number:
			in.text = in.text.moved(-t.value/1000*s.size*s.scale, 0)
		}
	}
}

func (in *interpreter) show(b []byte) {
	s := &in.state
	if s.font == nil {
		return
	}
	toPage := in.text.times(s.ctm)
	for len(b) > 0 {
		c, n := s.font.next(b)
		b = b[n:]
		advance := (c.width*s.size + s.charSpace) * s.scale
		if c.space {
			advance += s.wordSpace * s.scale
		}
		in.glyph(toPage.moved(0, s.rise), c.text, advance)
		toPage = toPage.moved(advance, 0)
		in.text = in.text.moved(advance, 0)
		in.operators++
	}
}

func (in *interpreter) glyph(m matrix, s string, advance float64) {
	at, ok := placed(m, advance, in.state.size)
	if !ok || !in.state.clip.shows(m[4], m[5]) {
		return
	}
	in.shown++
	if in.state.invisible {
		in.hidden++
	}
	if in.marks.since > 0 {
		s, in.marks.text = in.marks.text, ""
		if l := in.page.last(); s == "" && l != nil && l.holds(at) {
			l.right = max(l.right, at.right)
		}
	}
	in.page.add(at, s, in.state.font)
}

// fontNamed is the font of a name. Fonts are kept for the document by what their dictionaries say,
// since pages name the same ones anew.
func (in *interpreter) fontNamed(key string, res *resources) *font {
	if f, ok := res.fonts[key]; ok {
		return f
	}
	v := res.value.Key("Font").Key(key)
	if v.Kind() != container.Dict {
		return in.state.font
	}
	print := v.String()
	f, ok := in.fonts[print]
	if !ok {
		f = loadFont(v)
		in.fonts[print] = f
	}
	if res.fonts == nil {
		res.fonts = map[string]*font{}
	}
	res.fonts[key] = f
	return f
}

// draw runs a Form XObject or notes a picture.
func (in *interpreter) draw(key string, res *resources, nesting int) {
	x, ok := res.forms[key]
	if !ok {
		x.value = res.value.Key("XObject").Key(key)
		x.picture = x.value.Key("Subtype").Name() == "Image"
		if res.forms == nil {
			res.forms = map[string]form{}
		}
		res.forms[key] = x
	}
	if x.picture {
		in.picture()
		return
	}
	if x.value.Key("Subtype").Name() == "Form" {
		in.drawForm(x.value, res, nesting)
	}
}

// picture notes where a picture is drawn. Some OCR programs keep the words that they could not
// read as small pictures among the text.
func (in *interpreter) picture() {
	m := in.state.ctm
	in.pictured += m.area()
	if height := math.Hypot(m[2], m[3]); height > 3 && height < 30 {
		in.wordPictures++
	}
}

func (in *interpreter) drawForm(v value, outer *resources, nesting int) {
	in.forms++
	if nesting >= maxNesting || in.forms > maxForms {
		return
	}
	content, err := unfold(v, maxContent)
	if err != nil {
		in.broken = err.Error()
		return
	}
	inner := &resources{value: v.Key("Resources")}
	if inner.value.IsNull() {
		inner = outer
	}
	state, stack, text, lineText := in.state, in.stack, in.text, in.lineText
	in.stack = nil
	in.state.ctm = matrixOf(v.Key("Matrix")).times(in.state.ctm)
	in.run(content, inner, nesting+1)
	in.state, in.stack, in.text, in.lineText, in.path = state, stack, text, lineText, path{bounds: nothing}
}

func (in *interpreter) openMark(op string, o []token, res *resources) {
	in.marks.open++
	if in.marks.since > 0 || op != "BDC" {
		return
	}
	if actual, ok := actualText(o, res); ok {
		in.marks.since, in.marks.text = in.marks.open, actual
	}
}

func (in *interpreter) closeMark() {
	if in.marks.open == in.marks.since {
		in.marks.since = 0
	}
	in.marks.open = max(0, in.marks.open-1)
}

// actualText looks for ActualText in a property list, in the stream or in the resources.
func actualText(o []token, res *resources) (string, bool) {
	for i, t := range o {
		if t.kind == name && string(t.bytes) == "ActualText" && i+1 < len(o) && o[i+1].kind == text {
			return textString(o[i+1].bytes), true
		}
	}
	if n := len(o); n >= 2 && o[n-1].kind == name {
		v := res.value.Key("Properties").Key(string(o[n-1].bytes)).Key("ActualText")
		return v.Text(), v.Kind() == container.String
	}
	return "", false
}

// textString decodes a text string (ISO 32000-1, 7.9.2.2).
func textString(b []byte) string {
	if len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF {
		return utf16Text(b[2:])
	}
	if len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF {
		return string(b[3:])
	}
	out := make([]rune, 0, len(b))
	for _, c := range b {
		out = append(out, rune(c))
	}
	return string(out)
}
