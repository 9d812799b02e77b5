package form

import (
	"strings"

	"congvan/ingest/charset"
)

// maxTables is how many tables may stand inside one another before a deeper one is read as
// plain paragraphs.
const maxTables = 24

// Flow gathers text as a reader of the page sees it: runs make paragraphs, paragraphs make
// lines, rows of cells make lines with tabs. The zero value is ready.
type Flow struct {
	Limit int // bytes of text, 0 for none; what goes beyond is dropped and Over is set
	Over  bool

	decoder Decoder
	body    canvas
	tables  []*table // those that are open, the innermost last
	deeper  int      // tables open inside the innermost of them that are read as paragraphs
	run     strings.Builder
	enc     charset.Encoding
	size    int
	merged  int // cells that other cells cover, so far
}

// canvas is a place that lines are written to: the body, or a cell.
type canvas struct {
	text   []byte
	start  int  // of the line being written
	nested bool // a table was laid into it
}

// Run adds text to the paragraph. enc is the encoding that its font is made for, Unknown for
// Unicode. Neighbours in one encoding are decoded together: a letter of VNI is two characters.
func (f *Flow) Run(s string, enc charset.Encoding) {
	if s == "" {
		return
	}
	if f.Limit > 0 && f.size+len(s) > f.Limit {
		f.Over = true
		return
	}
	f.size += len(s)
	if enc != f.enc {
		f.flush()
		f.enc = enc
	}
	f.run.WriteString(s)
}

// Text adds text that is Unicode.
func (f *Flow) Text(s string) { f.Run(s, charset.Unknown) }

// Tab adds a tab; in a table, where tabs part the cells, a space.
func (f *Flow) Tab() {
	if len(f.tables) > 0 {
		f.Text(" ")
		return
	}
	f.Text("\t")
}

// Break ends the line and, unless it is empty, the paragraph with it.
func (f *Flow) Break() {
	f.flush()
	f.canvas().endLine()
}

// EndsInSpace reports whether what is to come needs no space before it.
func (f *Flow) EndsInSpace() bool {
	if f.run.Len() > 0 {
		s := f.run.String()
		return s[len(s)-1] <= ' '
	}
	c := f.canvas()
	return len(c.text) == c.start || c.text[len(c.text)-1] <= ' '
}

// Page ends a page.
func (f *Flow) Page() {
	f.Break()
	if len(f.tables) == 0 {
		f.body.text = append(f.body.text, '\f')
		f.body.start = len(f.body.text)
	}
}

// String closes what is open and returns the text.
func (f *Flow) String() string {
	for len(f.tables) > 0 {
		f.CloseTable(BordersUnknown)
	}
	f.Break()
	return string(f.body.text)
}

func (f *Flow) flush() {
	if f.run.Len() == 0 {
		return
	}
	c := f.canvas()
	c.text = append(c.text, f.decoder.Decode(f.run.String(), f.enc)...)
	f.run.Reset()
}

func (f *Flow) canvas() *canvas {
	if n := len(f.tables); n > 0 {
		return f.tables[n-1].canvas()
	}
	return &f.body
}

// endLine closes the line: white space around it goes, and with it a line that has nothing else.
func (c *canvas) endLine() {
	line := c.text[c.start:]
	from, to := 0, len(line)
	for from < to {
		if n := blankAt(line[from:to]); n > 0 {
			from += n
			continue
		}
		break
	}
	for to > from {
		if isBlank(line[to-1]) {
			to--
		} else if to-from >= 2 && line[to-2] == 0xC2 && line[to-1] == 0xA0 {
			to -= 2
		} else {
			break
		}
	}
	n := copy(line, line[from:to])
	c.text = c.text[:c.start+n]
	if n > 0 {
		c.text = append(c.text, '\n')
	}
	c.start = len(c.text)
}

func isBlank(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// blankAt is the length of the white space character that b starts with; a no-break space is one.
func blankAt(b []byte) int {
	if isBlank(b[0]) {
		return 1
	}
	if len(b) >= 2 && b[0] == 0xC2 && b[1] == 0xA0 {
		return 2
	}
	return 0
}
