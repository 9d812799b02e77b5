package form

import (
	"bytes"
	"strings"
)

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
		if len(t.rows) <= 3 && len(r) <= 3 {
			letterhead = letterhead || isNumberAndDate(r.strings())
		}
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

func (r row) strings() []string {
	out := make([]string, len(r))
	for i, c := range r {
		out[i] = string(c.text)
	}
	return out
}

func isLetterhead(text []byte) bool {
	for _, words := range letterheads {
		if bytes.Contains(text[:min(len(text), 300)], words) {
			return true
		}
	}
	return false
}

// IsLetterhead reports whether the cells of a row are boxes of a letterhead or a closing: the
// country's name, the motto, the recipients, or number and date side by side.
func IsLetterhead(cells []string) bool {
	filled := 0
	for _, c := range cells {
		if c != "" {
			filled++
		}
	}
	if filled > 3 {
		return false
	}
	for _, c := range cells {
		if isLetterhead([]byte(c)) {
			return true
		}
	}
	return filled == 2 && isNumberAndDate(cells)
}

// isNumberAndDate tells "Số: 47/2025/TT-BNNMT" beside "Hà Nội, ngày 14 tháng 8 năm 2025".
func isNumberAndDate(cells []string) bool {
	number, date := false, false
	for _, c := range cells {
		c = strings.TrimSpace(c)
		number = number || len(c) < 300 && (strings.HasPrefix(c, "Số") || strings.HasPrefix(c, "Luật số"))
		date = date || len(c) < 200 && strings.Contains(c, "ngày") && strings.Contains(c, "tháng") && strings.Contains(c, "năm")
	}
	return number && date
}
