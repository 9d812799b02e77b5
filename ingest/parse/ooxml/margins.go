package ooxml

import (
	"strconv"
	"strings"

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

// contactWords stand in the foot of a dispatch's page (NĐ 30/2020 annex I, box 13).
var contactWords = []string{"Địa chỉ", "ĐT:", "Điện thoại", "Fax", "Email", "E-mail", "Website"}

// margins is what the headers and footers hold that the body does not: a letterhead, and the
// address of the issuer. What they repeat, and page numbers, are no part of the text.
func (w *writer) margins(body string) string {
	var out strings.Builder
	seen := map[string]bool{}
	for _, one := range w.rels {
		if one.kind != "header" && one.kind != "footer" || len(seen) > 200 {
			continue
		}
		content, err := w.zip.Read(one.target)
		if err != nil {
			continue
		}
		refs := w.refs
		text := w.story(content)
		w.refs = refs
		letterhead := one.kind == "header" && strings.Contains(text, "Độc lập") && !strings.Contains(body[:min(len(body), 4000)], "Độc lập")
		for line := range strings.SplitSeq(text, "\n") {
			if line == "" || seen[line] || strings.Contains(body, line) || !letterhead && !isContact(line) {
				continue
			}
			seen[line] = true
			out.WriteString(line + "\n")
		}
	}
	return out.String()
}

func isContact(line string) bool {
	for _, word := range contactWords {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}
