package ocr

import (
	"image"
	"slices"
	"sort"
	"strings"

	"congvan/corpus/viet"
)

// segment is a stretch of a line without a wide gap.
type segment struct {
	words []word
	box   image.Rectangle
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
		mendDash(s.words)
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
	n, mean := 0, s.confidence()
	for _, w := range s.words {
		n += letters(w.text)
	}
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
