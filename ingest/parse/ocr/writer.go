package ocr

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// writer writes lines and notes the doubtful words.
type writer struct {
	text   strings.Builder
	doubts [][2]int
}

// doubtful is the confidence under which a word is marked. Of words above it, about one in a
// hundred is wrong on clean scans.
const doubtful = 70

func (w *writer) word(x word) {
	start := w.text.Len()
	w.text.WriteString(x.text)
	if x.confidence < doubtful || misspelt(x.text) {
		w.doubts = append(w.doubts, [2]int{start, w.text.Len()})
	}
}

// misspelt reports whether a word with marks can be no Vietnamese word: "Nøryến", "quj)ên". What
// has no marks may be a name, a code or another language.
func misspelt(w string) bool {
	w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	small, marked := false, false
	for _, r := range w {
		switch {
		case r == '-' || r == '/' || r == '.' || r == ',':
			return false // a code or two words
		case r >= 0x80:
			marked = true
		}
		small = small || unicode.IsLower(r)
	}
	return small && marked && !viet.IsSyllable(w)
}

func (w *writer) segment(s segment) {
	for i, x := range s.words {
		if i > 0 {
			w.text.WriteByte(' ')
		}
		w.word(x)
	}
}

func (w *writer) line() {
	if w.text.Len() > 0 {
		w.text.WriteByte('\n')
	}
}

// columns writes the left column, then the right one, a line a line.
func (w *writer) columns(rows []row, gutter int) {
	for _, right := range [...]bool{false, true} {
		for _, r := range rows {
			begun := false
			for _, s := range r.segments {
				if ((s.box.Min.X+s.box.Max.X)/2 > gutter) != right {
					continue
				}
				if begun {
					w.text.WriteByte(' ')
				} else {
					w.line()
				}
				w.segment(s)
				begun = true
			}
		}
	}
}

// body writes rows of text: paragraphs joined, segments far apart in one row as cells.
func (w *writer) body(rows []row) {
	left, right := margins(rows)
	correctBreaks(rows, left, right)
	for i, r := range rows {
		if i > 0 && joins(rows[i-1], r, left, right) {
			w.text.WriteByte(' ')
		} else {
			w.line()
		}
		for j, s := range r.segments {
			if j > 0 {
				w.text.WriteByte('\t')
			}
			w.segment(s)
		}
	}
}

// margins are where most lines begin and end.
func margins(rows []row) (left, right int) {
	var lefts, rights []int
	for _, r := range rows {
		if len(r.segments) == 1 {
			lefts, rights = append(lefts, r.box.Min.X), append(rights, r.box.Max.X)
		}
	}
	if len(lefts) == 0 {
		return 0, 0
	}
	slices.Sort(lefts)
	slices.Sort(rights)
	return lefts[len(lefts)/5], rights[len(rights)*4/5]
}

// joins reports whether a row goes on with the paragraph of the row above: that one is full, and
// this one is not indented, as first lines are (NĐ 30/2020 annex I: 1 cm or 1.27 cm).
func joins(above, r row, left, right int) bool {
	if len(above.segments) != 1 || len(r.segments) != 1 {
		return false
	}
	height := median(above.segments[0].words)
	gap := r.box.Min.Y - above.box.Max.Y
	if gap > 2*height || above.box.Max.X < right-3*height || r.box.Min.X > left+3*height/2 {
		return false
	}
	return !startsParagraph(r.segments[0].words)
}

// startsParagraph reports whether words open an item of a list or an article: "-", "1.", "a)",
// "II.", "Điều 5."; "Điều của Thông tư" opens none.
func startsParagraph(words []word) bool {
	w := words[0].text
	switch w {
	case "-", "+", "•", "–":
		return true
	case "Điều", "Chương", "Mục", "Phần":
		return len(words) > 1 && strings.ContainsAny(words[1].text[:1], "0123456789IVX")
	}
	last, _ := utf8.DecodeLastRuneInString(w)
	if last != '.' && last != ')' || len(w) > 6 {
		return false
	}
	for _, r := range w[:len(w)-1] {
		if !unicode.IsDigit(r) && !strings.ContainsRune("IVX.", r) && utf8.RuneCountInString(w) > 2 {
			return false
		}
	}
	return true
}
