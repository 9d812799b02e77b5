package ocr

import (
	"bytes"
	"image"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a word with its box in pixels and tesseract's confidence, 0…100.
type word struct {
	text       string
	box        image.Rectangle
	confidence float64
	line       int // counted over the page; the words of a line stand together
}

// tsvColumns are level, page_num, block_num, par_num, line_num, word_num, left, top, width, height,
// conf, text.
const tsvColumns = 12

// lookAlikes takes back the second of two letters that tesseract sees in a Đ: "QĐÐ-BYT", with an
// eth (U+00D0), which Vietnamese does not have; and the letter of an item "c)".
var lookAlikes = strings.NewReplacer("©)", "c)", "ĐÐ", "Đ", "ÐĐ", "Đ", "ÐÐ", "Đ", "QĐĐ", "QĐ", "NĐĐ", "NĐ", "Ð", "Đ")

// parseTSV reads tesseract's table of boxes for a file of one page.
func parseTSV(table []byte) []word {
	var words []word
	for _, sheet := range parseSheets(table) {
		words = append(words, sheet...)
	}
	return words
}

// parseSheets reads tesseract's table of boxes, the words of each page; rows that are no words are
// passed over.
func parseSheets(table []byte) [][]word {
	var sheets [][]word
	line, key := 0, ""
	for row := range bytes.Lines(table) {
		columns := strings.SplitN(strings.TrimRight(string(row), "\r\n"), "\t", tsvColumns)
		if len(columns) == tsvColumns && columns[0] == "1" {
			sheets = append(sheets, nil)
		}
		if len(columns) != tsvColumns || columns[0] != "5" || strings.TrimSpace(columns[11]) == "" || len(sheets) == 0 {
			continue
		}
		if k := columns[1] + "." + columns[2] + "." + columns[3] + "." + columns[4]; k != key {
			key = k
			line++
		}
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(columns[6+i])
		}
		confidence, _ := strconv.ParseFloat(columns[10], 64)
		last := &sheets[len(sheets)-1]
		*last = append(*last, word{
			text:       lookAlikes.Replace(norm.NFC.String(strings.TrimSpace(columns[11]))),
			box:        image.Rect(n[0], n[1], n[0]+n[2], n[1]+n[3]),
			confidence: confidence,
			line:       line,
		})
	}
	return sheets
}

// moved shifts words found in a cut-out to their place on the page.
func moved(words []word, by image.Point, lines int) []word {
	for i := range words {
		words[i].box = words[i].box.Add(by)
		words[i].line += lines
	}
	return words
}

// clear keeps the words that are surely read: around a seal and a signature most are not.
func clear(words []word) []word {
	kept := words[:0]
	for _, w := range words {
		if w.confidence >= 60 && letters(w.text) >= 2 {
			kept = append(kept, w)
		}
	}
	return kept
}

// letters counts letters and digits.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// noise reports whether a word is a speck, a rule or a bit of a seal that was taken for a word.
func (w word) noise() bool {
	n := letters(w.text)
	switch {
	case dashes[w.text]:
		return false
	case n == 0 && utf8.RuneCountInString(w.text) > 2:
		return w.confidence < 70 && !strings.ContainsAny(w.text, ".…")
	case n == 0:
		return w.confidence < 50
	}
	return w.confidence < 20 && n <= 2
}

// dashes are what tesseract makes of the dash of a list.
var dashes = map[string]bool{"~": true, "¬": true, "=": true, "—": true, "–": true, "-—": true, "--": true, "~-": true}

// mendDash writes the dash of a list item as one: "~ Bộ Nông nghiệp" is "- Bộ Nông nghiệp".
func mendDash(words []word) {
	if len(words) > 1 && dashes[words[0].text] && letters(words[1].text) > 0 {
		words[0].text = "-"
	}
}
