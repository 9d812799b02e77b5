package form

import "bytes"

// Sizes that tell a grid from a layout.
const (
	layoutRows  = 12   // a letterhead or a closing is no longer
	layoutLines = 40   // paragraphs in one cell: no grid has as many
	layoutBytes = 8000 // nor as much text
)

// letterheads are words that stand in the boxes of a document's head and end and in no grid
// (NĐ 30/2020 annex I part I section IV: boxes 1, 2, 3, 4, 7 and 9).
var letterheads = [][]byte{
	[]byte("CỘNG HÒA XÃ HỘI"), []byte("CỘNG HOÀ XÃ HỘI"), []byte("Cộng hòa xã hội"), []byte("Cộng hoà xã hội"),
	[]byte("Độc lập"), []byte("ĐỘC LẬP"), []byte("ĐẢNG CỘNG SẢN VIỆT NAM"), []byte("ĐOÀN TNCS"),
	[]byte("Nơi nhận"), []byte("NƠI NHẬN"),
}

// isLayout reports whether a table places blocks on the page and has no grid to keep: one column;
// a table or a whole text inside a cell; the letterhead (organ left, country right) and the
// closing (recipients left, signature right); two columns of blocks side by side without lines.
func (t *table) isLayout(borders Borders) bool {
	columns, tall, letterhead := 0, 0, false
	for _, r := range t.rows {
		filled := 0
		for _, c := range r {
			if len(c.text) == 0 {
				continue
			}
			filled++
			if c.nested || len(c.text) > layoutBytes {
				return true
			}
			lines := bytes.Count(c.text, []byte{'\n'})
			if lines > layoutLines {
				return true
			}
			if lines > 1 {
				tall++
			}
			letterhead = letterhead || isLetterhead(c.text)
		}
		columns = max(columns, filled)
	}
	switch {
	case columns <= 1:
		return true
	case columns > 3 || len(t.rows) > layoutRows:
		return false
	case letterhead:
		return true
	}
	return borders != BordersDrawn && columns == 2 && len(t.rows) <= 3 && tall > 0
}

func isLetterhead(text []byte) bool {
	for _, words := range letterheads {
		if bytes.Contains(text[:min(len(text), 300)], words) {
			return true
		}
	}
	return false
}
