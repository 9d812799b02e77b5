package citation

import "strings"

// maxAlias bounds a short name, in bytes.
const maxAlias = 160

// aliasLeads announce a short name.
var aliasLeads = []string{"sau đây gọi là", "sau đây gọi tắt là", "sau đây gọi chung là", "sau đây viết tắt là", "sau đây viết gọn là", "sau đây được viết là", "sau đây được viết tắt là",
	"sau đây viết là", "dưới đây gọi là", "gọi tắt là", "gọi chung là", "viết tắt là", "gọi là"}

// readAlias reads "(sau đây gọi là Nghị quyết số 96)" or "(Nghị quyết số 96)" after the citation.
func (f *finder) readAlias(c *Citation) {
	text := f.text
	at := skipBlanks(text, c.tail)
	if at >= len(text) || text[at] != '(' && text[at] != ',' {
		return
	}
	bracket := text[at] == '('
	at = skipBlanks(text, at+1)
	announced := false
	for _, lead := range aliasLeads {
		if end := matchWords(text, at, lead); end > 0 {
			at, announced = skipBlanks(text, end), true
			break
		}
	}
	if !bracket || at >= len(text) {
		return
	}
	rest := text[at:border(text, min(len(text), at+maxAlias))]
	end := strings.IndexAny(rest, ");\n")
	if end <= 0 || rest[end] != ')' {
		return
	}
	alias := strings.Trim(rest[:end], "\"“” ")
	if !startsDocument(alias, 0) || !announced && end > 60 {
		return
	}
	c.Alias = oneLine(alias)
}
