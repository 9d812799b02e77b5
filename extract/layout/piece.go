package layout

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Piece is a stretch of the letterhead: a line, or a part of a line where columns or boxes stand
// on one line.
type Piece struct {
	Range
	Cue  Cue
	Line int
}

// cutter cuts lines of the letterhead into pieces at the wordings of the boxes.
type cutter struct {
	text   string
	f      Folded
	pieces []Piece
	boxed  bool // boxes were found above: what follows may have lost its capitals
}

// longestCut is how many letters of a line are looked at: no box stands further in.
const longestCut = 900

// mark is a box found in a folded line.
type mark struct {
	start, end int // of the folded line
	cue        Cue
}

// cut appends the pieces of the line [start, end). Within the text of a subject, a title or an
// addressee (inside) only what cannot belong to it is cut off: other documents' numbers and dates
// stand there.
func (c *cutter) cut(line, start, end int, inside bool) {
	s := c.text[start:end]
	c.f.Set(s, longestCut)
	b := c.f.B
	if len(b) == 0 {
		return
	}
	var found [8]mark
	marks := found[:0]
	if motto := findMotto(s, &c.f); motto.end > 0 {
		marks = append(marks, motto)
	}
	if n := findNumbering(b); n.end > 0 && (!inside || n.start == 0) {
		marks = append(marks, n)
	}
	d := findDating(s, &c.f)
	if d.end == 0 {
		d = findFigureDate(s, &c.f)
	}
	if d.end > 0 && (!inside || d.end > len(b)-3 && c.isPlaced(d)) {
		for _, m := range marks {
			if m.cue == Motto && m.start <= d.start && d.start < m.end {
				d.start = min(m.end, d.end)
			}
			if m.cue == Numbering && m.start >= d.start && m.start < d.end {
				d.end = d.start
			}
		}
		if d.end > d.start {
			marks = append(marks, d)
		}
	}
	if k := bytes.Index(b, []byte("kinh g")); k >= 0 && (!inside || k < 24) && (bytes.HasPrefix(b[k:], []byte("kinh gui")) || bytes.HasPrefix(b[k:], []byte("kinh goi"))) && (k == 0 || k < 200 && len(marks) > 0 || k < 60 && startsUpper(s[c.f.At[k]:], 1)) {
		kept := marks[:0]
		for _, m := range marks { // what stands behind is its text
			if m.start < k {
				kept = append(kept, m)
			}
		}
		marks = append(kept, mark{k, len(b), Addressee})
	}
	order(marks)
	at := 0
	for k := 0; k <= len(marks); k++ {
		next, cue := len(b), Blank
		if k < len(marks) {
			next, cue = marks[k].start, marks[k].cue
		}
		if cue == Numbering {
			marks[k].end = endOfNumber(b, marks[k])
		}
		if next > at {
			c.plain(line, start, at, next)
		}
		if cue == Blank {
			break
		}
		stop := marks[k].end
		if k+1 < len(marks) && stop > marks[k+1].start {
			stop = marks[k+1].start
		}
		c.add(line, start, marks[k].start, stop, cue)
		at = max(at, stop)
	}
}

// isPlaced reports whether a date has a place before it, as a document's own has.
func (c *cutter) isPlaced(d mark) bool {
	return d.start < d.end && c.f.B[d.start] != 'n' || d.start+4 < d.end && string(c.f.B[d.start:d.start+4]) != "ngay"
}

// plain adds a stretch between boxes: V/v, a type's name, urgency, or words of no cue.
func (c *cutter) plain(line, start, from, to int) {
	b := c.f.B[from:to]
	for len(b) > 0 && (b[0] == ' ' || b[0] == '|') {
		b, from = b[1:], from+1
	}
	if n := ruleLength(b); n >= 3 {
		c.add(line, start, from, from+n, Rule)
		c.plain(line, start, from+n, to)
		return
	}
	if n := trailingRule(b); n > 0 {
		b, to = b[:len(b)-n], to-n
	}
	if len(b) == 0 || string(b) == "nuoc" { // of "NƯỚC CỘNG HÒA XÃ HỘI …"
		return
	}
	s := c.text[start+int(c.f.At[from]) : start+int(c.f.At[to])]
	switch n := aboutAt(b); {
	case n > 0:
		c.add(line, start, from, to, About)
		return
	case isRule(b) && len(b) < 60:
		c.add(line, start, from, to, Rule)
		return
	}
	sub := Folded{B: b}
	cue := classify(s, &sub)
	if cue == Plain && (c.isTypeHead(s, b) || c.isQuietType(s, b)) {
		cue = TypeName
	}
	if cue == Office || cue == Blank {
		cue = Plain
	}
	c.add(line, start, from, to, cue)
}

// isTypeHead tells a type's name in capitals with words after it on one line: "CHỈ THỊ VỀ CÔNG
// TÁC … Ngày 24 tháng 6 …".
func (c *cutter) isTypeHead(s string, b []byte) bool {
	n := TypeNameAt(b)
	if n == 0 {
		return false
	}
	cut := 0
	for k := range s {
		if cut == n {
			return IsCaps(s[:k])
		}
		cut++
	}
	return IsCaps(s)
}

// ruleLength is how many bytes of a rule, "-----", stand at the beginning of b.
func ruleLength(b []byte) int {
	n := 0
	for n < len(b) && (b[n] == '-' || b[n] == '_' || b[n] == '*' || b[n] == '=') {
		n++
	}
	if n < 3 {
		return 0
	}
	for n < len(b) && b[n] == ' ' {
		n++
	}
	return n
}

// trailingRule is how many bytes of a rule stand at the end of b, behind a space.
func trailingRule(b []byte) int {
	n := len(b)
	for n > 0 && (b[n-1] == '-' || b[n-1] == '_' || b[n-1] == '*' || b[n-1] == '=') {
		n--
	}
	if n == len(b) || n > 0 && b[n-1] != ' ' && len(b)-n < 3 {
		return 0
	}
	for n > 0 && b[n-1] == ' ' {
		n--
	}
	return len(b) - n
}

// isQuietType tells a type's name whose capitals were lost: alone on its line, or with the organ
// that decides, "quyết định của bộ trưởng bộ tài chính".
func (c *cutter) isQuietType(s string, b []byte) bool {
	n := TypeNameAt(b)
	return n > 0 && c.boxed && (n == len(b) || len(b) < 160 && bytes.HasPrefix(b[n:], []byte(" cua ")) && isAuthorityAt(b[n+5:]))
}

func (c *cutter) add(line, start, from, to int, cue Cue) {
	lo, hi := start+int(c.f.At[from]), start+int(c.f.At[to])
	for hi > lo && (c.text[hi-1] == ' ' || c.text[hi-1] == '\t' || c.text[hi-1] == '|') {
		hi--
	}
	if hi > lo {
		c.pieces = append(c.pieces, Piece{Range{lo, hi}, cue, line})
	}
}

func order(marks []mark) {
	for i := 1; i < len(marks); i++ {
		for j := i; j > 0 && marks[j].start < marks[j-1].start; j-- {
			marks[j], marks[j-1] = marks[j-1], marks[j]
		}
	}
}

// findMotto finds quốc hiệu, tiêu ngữ or the Party's heading, with OCR noise in them.
func findMotto(s string, f *Folded) (m mark) {
	b := f.B
	for _, p := range []struct {
		phrase string
		back   int // words before the phrase that belong to it
	}{{"hoa xa hoi ch", 1}, {"hoa xa hoi", 1}, {"xa hoi chu ngh", 2}, {"chu nghia viet", 0}, {"dang cong san viet nam", 0}} {
		k := bytes.Index(b, []byte(p.phrase))
		if k < 0 {
			continue
		}
		start := k
		for range p.back {
			for start > 0 && b[start-1] == ' ' {
				start--
			}
			for start > 0 && b[start-1] != ' ' && b[start-1] != '|' {
				start--
			}
		}
		if !startsUpper(s[f.At[start]:], 2) && (len(b) > 90 || !bytes.HasSuffix(b, []byte("nam"))) {
			continue // "nước Cộng hòa xã hội chủ nghĩa Việt Nam" in a sentence
		}
		if start >= 5 && string(b[start-5:start]) == "nuoc " && (start == 5 || b[start-6] == ' ') {
			start -= 5
		}
		end := k + len(p.phrase)
		if n := bytes.Index(b[end:], []byte("nam")); n >= 0 && n < 24 {
			end += n + 3
		}
		m = mark{start, end, Motto}
		break
	}
	if k := findFreedom(b); k >= 0 {
		start, end := k, k+5
		if d := bytes.LastIndex(b[:k], []byte("doc l")); d >= 0 && k-d < 16 {
			start = d
		}
		if h := bytes.Index(b[end:], []byte("phuc")); h >= 0 && h < 16 {
			end += h + 4
		}
		if end-start >= 12 {
			if m.end == 0 || start < m.start {
				if m.end == 0 {
					m = mark{start, end, Motto}
				} else {
					m.start = start
				}
			}
			m.end = max(m.end, end)
		}
	}
	return m
}

// findFreedom finds "Tự do" between "Độc lập" and "Hạnh phúc", whichever of them is legible.
func findFreedom(b []byte) int {
	if k := bytes.Index(b, []byte("tu do")); k >= 0 {
		return k
	}
	if k := bytes.Index(b, []byte("doc lap")); k >= 0 && bytes.Contains(b[k:], []byte("phuc")) {
		for k += 7; k < len(b) && (b[k] == ' ' || b[k] == '-' || b[k] == '.'); k++ {
		}
		return min(k, len(b)-5)
	}
	return -1
}

// startsUpper reports whether the first n letters of s are capitals.
func startsUpper(s string, n int) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		if !unicode.IsUpper(r) {
			return false
		}
		if n--; n == 0 {
			return true
		}
	}
	return false
}

// numberWords may stand before "số" in a number's box: "Luật số: 58/2014/QH13".
var numberWords = []string{"luat ", "bo luat ", "nghi quyet ", "phap lenh ", "nghi dinh ", "lenh ", "quyet dinh ", "van ban hop nhat ", "thong tu ", "cong van ", "chi thi "}

// findNumbering finds "Số: 2482/BHXH-TT" and its variants: "Số 28-NQ/TW", "sé: 860", "Luật số:".
func findNumbering(b []byte) (m mark) {
	for at := 0; at < len(b); {
		k := bytes.IndexByte(b[at:], 's')
		if k < 0 {
			return mark{}
		}
		k += at
		at = k + 1
		if k > 0 && b[k-1] != ' ' && b[k-1] != '|' && b[k-1] != '-' || k+2 > len(b) || !isVowelOfNumber(b[k+1]) {
			continue
		}
		i := k + 2
		colon := false
		for i < len(b) && (b[i] == ' ' || b[i] == ':' || b[i] == ';' || b[i] == '.' || b[i] == '-' && i == k+2) {
			colon = colon || b[i] == ':' || b[i] == ';'
			i++
		}
		start := k
		for _, w := range numberWords {
			if k >= len(w) && string(b[k-len(w):k]) == w && (k == len(w) || b[k-len(w)-1] == ' ') {
				start = k - len(w)
			}
		}
		if i == k+2 || start > 160 {
			continue
		}
		if colon && (start == 0 || k == start) || looksNumbered(b[i:]) && (start == 0 || colon) {
			return mark{start, len(b), Numbering}
		}
	}
	return mark{}
}

// endOfNumber is where the number's box ends when a subject or a type's name follows on its line.
func endOfNumber(b []byte, m mark) int {
	for k := m.start + 4; k+3 < m.end; k++ {
		if b[k-1] == ' ' && b[k] == 'v' && aboutAt(b[k:]) > 0 && (b[k+1] == '/' || b[k+1] == 'e') {
			return k
		}
	}
	return m.end
}

func isVowelOfNumber(c byte) bool { return c == 'o' || c == 'e' || c == '6' || c == '0' || c == '?' }

// looksNumbered reports whether b begins with a serial and a symbol: "28-nq/tw".
func looksNumbered(b []byte) bool {
	n := 0
	for n < len(b) && n < 12 && (b[n] >= '0' && b[n] <= '9' || b[n] == ' ') {
		n++
	}
	if n < len(b) && n > 0 && b[n] >= 'a' && b[n] <= 'z' {
		n++
	}
	return n < len(b) && (b[n] == '/' || b[n] == '-')
}

// findDating finds "Hà Nội, ngày 12 tháng 9 năm 2022", also with parts that are blank or not
// legible, and "Hà Nội, 12/9/2022".
func findDating(s string, f *Folded) (m mark) {
	b := f.B
	for at := 0; at < len(b); {
		k := bytes.IndexByte(b[at:], 'h')
		if k < 0 {
			return mark{}
		}
		k += at - 1
		at = k + 2
		if k < 1 || k+5 > len(b) || b[k] == ' ' || !Near(b[k:k+5], "thang", 1) {
			continue
		}
		day := bytes.LastIndex(b[max(0, k-28):k], []byte("ng"))
		if day < 0 {
			continue
		}
		day += max(0, k-28)
		if day+4 > len(b) || b[day+2] != 'a' || b[day+3] == 'n' || day > 0 && b[day-1] >= 'a' && b[day-1] <= 'z' {
			continue
		}
		year := bytes.Index(b[k:min(len(b), k+24)], []byte("n"))
		for year >= 0 && !bytes.HasPrefix(b[k+year:], []byte("nam")) {
			next := bytes.IndexByte(b[k+year+1:min(len(b), k+24)], 'n')
			if next < 0 {
				year = -1
				break
			}
			year += 1 + next
		}
		end := k + 5
		if year >= 0 {
			end = k + year + 3
		}
		for digits := 0; end < len(b) && digits < 4; end++ {
			if b[end] >= '0' && b[end] <= '9' {
				digits++
			} else if b[end] != ' ' && b[end] != '.' && b[end] != ':' && b[end] != ',' {
				break
			}
		}
		start := placeStart(s, f, day)
		if start == day && day > 0 && year < 0 {
			continue
		}
		return mark{start, end, Dating}
	}
	return mark{}
}

// findFigureDate finds "Hà Nội, ngày 6/4/2021" and "Hà Nội, 6/4/2021" on a line of their own.
func findFigureDate(s string, f *Folded) (m mark) {
	b := f.B
	if len(b) > 60 || len(b) < 10 || b[len(b)-1] < '0' || b[len(b)-1] > '9' {
		return mark{}
	}
	k := len(b)
	marks := 0
	for k > 0 && (b[k-1] >= '0' && b[k-1] <= '9' || b[k-1] == '/' || b[k-1] == '-' || b[k-1] == '.') {
		if b[k-1] < '0' || b[k-1] > '9' {
			marks++
		}
		k--
	}
	if marks != 2 || len(b)-k < 8 {
		return mark{}
	}
	for k > 0 && b[k-1] == ' ' {
		k--
	}
	if k >= 4 && string(b[k-4:k]) == "ngay" {
		k -= 4
	}
	if start := placeStart(s, f, k); start < k {
		return mark{start, len(b), Dating}
	}
	return mark{}
}

// placeStart goes back from "ngày" over the name of a place before it.
func placeStart(s string, f *Folded, day int) int {
	b := f.B
	i := day
	for i > 0 && (b[i-1] == ' ' || b[i-1] == ',' || b[i-1] == '.' || b[i-1] == ';') {
		i--
	}
	start := day
	for range 7 {
		w := i
		for w > 0 && b[w-1] != ' ' && b[w-1] != '|' && b[w-1] != '/' {
			w--
		}
		if w == i {
			break
		}
		r, _ := utf8.DecodeRuneInString(s[f.At[w]:])
		if w > 0 && b[w-1] == '/' || !unicode.IsUpper(r) && !(b[w] == '-' && i-w == 1) && !isPlaceWord(b[w:i]) || bytes.IndexByte(b[w:i], '/') >= 0 || bytes.IndexByte(b[w:i], ':') >= 0 {
			break
		}
		start = w
		i = w
		for i > 0 && b[i-1] == ' ' {
			i--
		}
	}
	return start
}

// isPlaceWord tells the words of a place's name that may be small: "thành phố", "tỉnh".
func isPlaceWord(w []byte) bool {
	switch string(w) {
	case "thanh", "pho", "tinh", "tp.", "tp", "huyen", "quan", "xa", "phuong", "thi", "tran", "noi":
		return true
	}
	return false
}

// aboutAt is how many folded bytes "V/v" or "Về việc" takes at the beginning of b.
func aboutAt(b []byte) int {
	n := 0
	switch {
	case bytes.HasPrefix(b, []byte("ve viec")):
		n = 7
	case len(b) > 4 && (b[0] == 'v' || b[0] == 'w') && bytes.IndexByte([]byte("/|il1t"), b[1]) >= 0 && (b[2] == 'v' || b[2] == 'y' || b[2] == 'w') && (b[3] == ' ' || b[3] == ':' || b[3] == '.'):
		n = 3
	case len(b) > 3 && b[0] == 'v' && (b[1] == 'v' || b[1] == 'y') && (b[2] == ' ' || b[2] == ':'):
		n = 2
	default:
		return 0
	}
	for n < len(b) && (b[n] == ' ' || b[n] == ':' || b[n] == '.') {
		n++
	}
	return n
}

// AboutLength is how many bytes of s "V/v" or "Về việc" takes at its beginning.
func AboutLength(s string) int {
	var fb [24]byte
	var fa [25]int32
	f := foldInto(fb[:0], fa[:0], s, 24)
	return int(f.At[aboutAt(f.B)])
}
