package ooxml

import (
	"strconv"
	"strings"

	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
)

// notes are the footnotes and endnotes that the text refers to, a line each, in its order.
func (w *writer) notes() string {
	var out strings.Builder
	texts := map[string]map[string][]byte{}
	for i := 0; i < len(w.refs) && i < 100_000; i++ {
		ref := w.refs[i]
		if texts[ref.kind] == nil {
			texts[ref.kind] = w.noteTexts(ref.kind)
		}
		note := strings.Join(strings.Fields(w.story(texts[ref.kind][ref.id])), " ")
		if note != "" {
			out.WriteString("[" + strconv.Itoa(i+1) + "] " + note + "\n")
		}
	}
	return out.String()
}

// noteNumber is the number of a note, the same each time it is referred to: a note is written once.
func (w *writer) noteNumber(ref noteRef) int {
	n, known := w.numbers[ref]
	if !known {
		w.refs = append(w.refs, ref)
		n = len(w.refs)
		w.numbers[ref] = n
	}
	return n
}

// noteTexts are the contents of the notes of a kind, by their ids.
func (w *writer) noteTexts(kind string) map[string][]byte {
	found := map[string][]byte{}
	content, err := w.zip.Read(w.rels.part(kind+"s", "word/"+kind+"s.xml"))
	if err != nil {
		return found
	}
	s := markup.New(content, w.limits.Nesting)
	for s.Next() {
		if s.Kind != markup.Start || string(s.Name) != kind {
			continue
		}
		id, from := s.Value("id"), s.Offset()
		s.Skip()
		found[id] = content[from:s.Offset()]
	}
	return found
}

// margins is what the headers and footers hold that the body does not.
func (w *writer) margins(body string) string {
	var texts [2]strings.Builder
	refs := w.refs
	for n, one := range w.rels {
		if one.kind != "header" && one.kind != "footer" || n > 1000 {
			continue
		}
		content, err := w.zip.Read(one.target)
		if err != nil {
			continue
		}
		at := 0
		if one.kind == "footer" {
			at = 1
		}
		texts[at].WriteString(w.story(content))
	}
	w.refs = refs
	return form.Margins(body, texts[0].String(), texts[1].String())
}
