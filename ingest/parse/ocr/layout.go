package ocr

import (
	"image"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// segment is a stretch of a line without a wide gap.
type segment struct {
	words []word
	box   image.Rectangle
}

// row is the segments on one height, from left to right.
type row struct {
	segments []segment
	box      image.Rectangle
}

// arrange puts words in reading order.
func arrange(words []word, width int) Page {
	var page Page
	for _, w := range words {
		page.Confidence += w.confidence
	}
	page.Words = len(words)
	if len(words) > 0 {
		page.Confidence /= float64(len(words))
	}
	rows := rowsOf(segmentsOf(words))
	var w writer
	for i := 0; i < len(rows); {
		if n, gutter := columns(rows[i:], width); n > 0 {
			w.columns(rows[i:i+n], gutter)
			i += n
			continue
		}
		n := 1
		for i+n < len(rows) {
			if m, _ := columns(rows[i+n:], width); m > 0 {
				break
			}
			n++
		}
		w.body(rows[i : i+n])
		i += n
	}
	page.Text, page.Doubts = w.text.String(), w.doubts
	return page
}

// segmentsOf splits tesseract's lines at wide gaps and drops what is no text.
func segmentsOf(words []word) []segment {
	var out []segment
	for start := 0; start < len(words); {
		end := start + 1
		for end < len(words) && words[end].line == words[start].line {
			end++
		}
		out = append(out, split(words[start:end])...)
		start = end
	}
	return out
}

// split cuts a line at gaps wider than two and a half times its height, and before what begins
// the right column of a letterhead even at a narrow one.
func split(line []word) []segment {
	line = slices.DeleteFunc(slices.Clone(line), word.noise)
	sort.SliceStable(line, func(i, j int) bool { return line[i].box.Min.X < line[j].box.Min.X })
	height := median(line)
	right := rightColumn(line, height)
	var out []segment
	for i, w := range line {
		if i == 0 || i == right || w.box.Min.X-line[i-1].box.Max.X > 5*height/2 {
			out = append(out, segment{box: w.box})
		}
		s := &out[len(out)-1]
		s.words = append(s.words, w)
		s.box = s.box.Union(w.box)
	}
	out = slices.DeleteFunc(out, segment.unsure)
	for _, s := range out {
		correct(s.words)
	}
	return out
}

// rightColumn is the index of the word that begins the right column of a letterhead, 0 for none:
// "BỘ Y TẾ | CỘNG HÒA XÃ HỘI …", "Số: 1/BC-BYT | Hà Nội, ngày 2 tháng 3 năm 2024".
func rightColumn(line []word, height int) int {
	widest, at, dated := 0, 0, 0
	for i := 1; i < len(line); i++ {
		gap := line[i].box.Min.X - line[i-1].box.Max.X
		begins := viet.Fold(line[i].text)
		if i+1 < len(line) && gap > height/2 {
			switch begins + " " + viet.Fold(line[i+1].text) {
			case "cong hoa", "doc lap", "dang cong":
				return i
			}
		}
		if gap > widest {
			widest, at = gap, i
		}
		if strings.HasPrefix(begins, "ngay") {
			dated = i
		}
	}
	if dated > at && widest > height && strings.HasPrefix(viet.Fold(line[0].text), "so") {
		return at
	}
	return 0
}

// unsure reports whether a segment is the reading of a drawing: few words, none sure.
func (s segment) unsure() bool {
	sum, n := 0.0, 0
	for _, w := range s.words {
		sum += w.confidence
		n += letters(w.text)
	}
	mean := sum / float64(len(s.words))
	return mean < 35 && len(s.words) <= 4 || n == 0 && mean < 60 || n <= 2 && mean < 50
}

func (s segment) String() string {
	var out strings.Builder
	for i, w := range s.words {
		if i > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(w.text)
	}
	return out.String()
}

func median(words []word) int {
	heights := make([]int, 0, len(words))
	for _, w := range words {
		heights = append(heights, w.box.Dy())
	}
	if len(heights) == 0 {
		return 0
	}
	slices.Sort(heights)
	return heights[len(heights)/2]
}

// rowsOf groups segments by height: those that overlap by half.
func rowsOf(segments []segment) []row {
	sort.SliceStable(segments, func(i, j int) bool {
		return middle(segments[i].box) < middle(segments[j].box)
	})
	var rows []row
	for _, s := range segments {
		if n := len(rows); n > 0 {
			last := rows[n-1].segments[len(rows[n-1].segments)-1].box
			overlap := min(last.Max.Y, s.box.Max.Y) - max(last.Min.Y, s.box.Min.Y)
			if overlap*2 > min(last.Dy(), s.box.Dy()) && free(rows[n-1], s) {
				rows[n-1].segments = append(rows[n-1].segments, s)
				rows[n-1].box = rows[n-1].box.Union(s.box)
				continue
			}
		}
		rows = append(rows, row{[]segment{s}, s.box})
	}
	for _, r := range rows {
		sort.SliceStable(r.segments, func(i, j int) bool { return r.segments[i].box.Min.X < r.segments[j].box.Min.X })
	}
	return rows
}

// free reports whether a segment lies beside those of a row.
func free(r row, s segment) bool {
	for _, o := range r.segments {
		if min(o.box.Max.X, s.box.Max.X)-max(o.box.Min.X, s.box.Min.X) > s.box.Dy() {
			return false
		}
	}
	return true
}

func middle(r image.Rectangle) int { return r.Min.Y + r.Max.Y }

// columns says how many of the first rows stand in the two columns of a letterhead or of a
// closing, and where the gutter between them is; 0 when they do not.
func columns(rows []row, width int) (n, gutter int) {
	left, right := 0, width // of the gutter
	both := 0
	head, tail := false, false
	best, bestGutter := 0, 0
	for i, r := range rows {
		l, g := sides(r, left, right, width)
		if l == g { // a segment lies across
			break
		}
		if len(r.segments) > 8 || i > 0 && strings.HasPrefix(viet.Fold(r.segments[0].String()), "kinh g") {
			break // "Kính gửi:" stands below the letterhead
		}
		left, right = l, g
		if len(r.segments) > 1 {
			both++
		}
		for _, s := range r.segments {
			words := strings.TrimSpace(viet.Fold(s.String()))
			head = head || isMotto(words) && s.box.Min.X >= left
			tail = tail || strings.HasPrefix(words, "noi nhan") && s.box.Max.X <= right
		}
		if both > 0 && (head || tail && i > 0) {
			best, bestGutter = i+1, (left+right)/2
		}
		if i == 0 && !head && !tail && both == 0 && len(rows) > 1 && !near(r, rows[1]) {
			break
		}
	}
	return best, bestGutter
}

// isMotto reports whether folded words are the country's name or its motto, which stand at the
// right of every letterhead (NĐ 30/2020 annex I, box 1), or the Party's.
func isMotto(words string) bool {
	for _, w := range [...]string{"cong hoa xa hoi", "chu nghia viet nam", "doc lap", "dang cong san"} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

func near(a, b row) bool { return b.box.Min.Y-a.box.Max.Y < 3*a.box.Dy() }

// sides narrows the gutter by a row; both results are 0 when a segment lies across it.
func sides(r row, left, right, width int) (l, g int) {
	l, g = left, right
	for i, s := range r.segments {
		side := sideOf(s.box, l, g, width)
		if isMotto(viet.Fold(s.String())) && s.box.Min.X > l {
			side = 1
		} else if i+1 < len(r.segments) && isMotto(viet.Fold(r.segments[i+1].String())) && s.box.Max.X < g {
			side = -1
		}
		switch side {
		case -1:
			l = max(l, s.box.Max.X)
		case 1:
			g = min(g, s.box.Min.X)
		default:
			return 0, 0
		}
	}
	if g-l < r.box.Dy()/3 {
		return 0, 0
	}
	return l, g
}

// sideOf is -1 for what stands in the left column, 1 for the right one and 0 for neither. Until
// both columns have been seen, only what is clearly off the middle counts.
func sideOf(box image.Rectangle, left, right, width int) int {
	center := (box.Min.X + box.Max.X) / 2
	known := left > 0 && right < width
	switch {
	case box.Dx() > width*62/100:
		return 0
	case known && box.Max.X < right && center < right:
		return -1
	case known && box.Min.X > left:
		return 1
	case known:
		return 0
	case center < width*44/100 && box.Max.X < right:
		return -1
	case center > width*57/100 && box.Min.X > left:
		return 1
	}
	return 0
}

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
	if x.confidence < doubtful {
		w.doubts = append(w.doubts, [2]int{start, w.text.Len()})
	}
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
