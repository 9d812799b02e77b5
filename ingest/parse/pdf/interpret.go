package pdf

import "context"

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
