package word

import (
	"sort"
	"strconv"
	"strings"

	"congvan/corpus"
	"congvan/ingest/parse/cfb"
	"congvan/ingest/parse/form"
)

// writer writes the stories of a document into a flow.
type writer struct {
	*document
	flow   *form.Flow
	chars  cursor
	paras  cursor
	extra  []byte // the data stream, for properties that are too long
	notes  map[int]note
	refs   []note // in the order of the text
	shapes map[int]uint32
	boxes  map[uint32]box
	tables []level
	fields []bool // open fields: whether their instruction is being read
	limits form.Limits
	over   bool
}

// note is a footnote or an endnote, box a text box: ranges of characters.
type note struct{ from, to int }
type box struct{ from, to int }

// level is a table that is open.
type level struct {
	row, cell bool
	borders   form.Borders
}

// char is a character with the byte it stands at.
type char struct {
	unit   uint16
	narrow bool
	at     int // byte of the main stream
	cp     int
}

func (d *document) write(f *cfb.File, limits form.Limits) form.Raw {
	w := &writer{document: d, limits: limits, chars: cursor{runs: d.chars}, paras: cursor{runs: d.paras}}
	w.extra, _ = f.Stream("Data")
	w.findNotes()
	w.findBoxes()
	body := w.story(d.extent(storyBody))
	var tail strings.Builder
	for i := 0; i < len(w.refs) && i < 50_000; i++ {
		if text := strings.Join(strings.Fields(w.story(w.refs[i].from, w.refs[i].to)), " "); text != "" {
			tail.WriteString("[" + strconv.Itoa(i+1) + "] " + text + "\n")
		}
	}
	var left []box // that no paragraph anchors
	for _, b := range w.boxes {
		left = append(left, b)
	}
	sort.Slice(left, func(i, j int) bool { return left[i].from < left[j].from })
	for _, b := range left {
		tail.WriteString(w.story(b.from, b.to))
	}
	headers := w.story(d.extent(storyHeaders))
	if w.over {
		return form.Fail("doc", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	raw := form.Good("doc", form.Margins(body, headers, headers)+body+tail.String())
	raw.Title, raw.Author = cfb.Summary(f)
	return raw
}

// findNotes reads where notes are referred to and where their texts are.
func (w *writer) findNotes() {
	w.notes = map[int]note{}
	for _, kind := range []struct{ refs, texts, story int }{{fibNoteRefs, fibNoteTexts, storyNotes}, {fibEndRefs, fibEndTexts, storyEndnotes}} {
		refs, _ := positions(w.part(kind.refs), 2)
		texts, _ := positions(w.part(kind.texts), 0)
		free, end := w.extent(kind.story)
		base := free
		for i := 0; i+1 < len(texts) && i < len(refs); i++ {
			n := note{base + texts[i], base + texts[i+1]}
			if n.from >= free && n.to <= end && n.from < n.to {
				w.notes[refs[i]], free = n, n.to
			}
		}
	}
}

// findBoxes reads which shapes are anchored where, and which text boxes are whose.
func (w *writer) findBoxes() {
	w.shapes, w.boxes = map[int]uint32{}, map[uint32]box{}
	at, shapes := positions(w.part(fibShapes), 26)
	for i, s := range shapes {
		w.shapes[at[i]] = u32(s, 0)
	}
	at, boxes := positions(w.part(fibBoxes), 22)
	free, end := w.extent(storyBoxes)
	base := free
	for i, b := range boxes {
		one := box{base + at[i], base + at[i+1]}
		if id := u32(b, 14); id != 0 && one.from >= free && one.to <= end && one.from < one.to {
			w.boxes[id], free = one, one.to
		}
	}
}

// story writes a range of characters and returns its text.
func (w *writer) story(from, to int) string {
	flow, tables, fields := w.flow, w.tables, w.fields
	w.flow, w.tables, w.fields = &form.Flow{Limit: w.limits.Text}, nil, nil
	w.paragraphs(from, to, 0)
	text := w.flow.String()
	w.over = w.over || w.flow.Over
	w.flow, w.tables, w.fields = flow, tables, fields
	return text
}

// paragraphs cuts a range of characters at the marks of paragraphs, cells and sections.
func (w *writer) paragraphs(from, to, depth int) {
	var chars []char
	i := sort.Search(len(w.pieces), func(i int) bool { return w.pieces[i].to > from })
	for ; i < len(w.pieces) && w.pieces[i].from < to; i++ {
		p := w.pieces[i]
		width := 2
		if p.narrow {
			width = 1
		}
		for cp := max(p.from, from); cp < min(p.to, to); cp++ {
			c := char{at: p.at + (cp-p.from)*width, cp: cp, narrow: p.narrow}
			if p.narrow {
				c.unit = uint16(w.main[c.at])
			} else {
				c.unit = u16(w.main, c.at)
			}
			chars = append(chars, c)
			if c.unit == 0x0D || c.unit == 0x07 || c.unit == 0x0C {
				w.paragraph(chars, depth)
				chars = chars[:0]
			}
		}
	}
	if len(chars) > 0 {
		w.paragraph(chars, depth)
	}
}
