package web

import (
	"html/template"
	"strings"
	"unicode/utf8"

	"congvan/corpus"
)

// partSize is how many code points of a text one page shows: about thirty printed pages.
const partSize = 60_000

// part is a stretch of a text that is shown at once.
type part struct {
	from, to int // bytes
	start    int // code point of from
}

// partsOf cuts a text into parts at line ends; a line longer than a part is cut anywhere.
func partsOf(text string) []part {
	var parts []part
	current, points, line := part{}, 0, 0
	lineStart := 0 // code point of line
	for at, r := range text {
		if points-current.start >= partSize {
			cut, start := at, points
			if line > current.from {
				cut, start = line, lineStart
			}
			current.to = cut
			parts = append(parts, current)
			current = part{from: cut, start: start}
		}
		points++
		if r == '\n' {
			line, lineStart = at+1, points
		}
	}
	current.to = len(text)
	return append(parts, current)
}

// partOf is the index of the part that a code point lies in.
func partOf(parts []part, point int) int {
	n := 0
	for n+1 < len(parts) && parts[n+1].start <= point {
		n++
	}
	return n
}

// block is a paragraph, a heading or a table of a text.
type block struct {
	Level int // of a heading, 1 to 3; 0: a paragraph
	Line  template.HTML
	Rows  [][]template.HTML // of a table: lines with tabs between their cells
}

// longestHeading is how many bytes of a line still look like a heading.
const longestHeading = 400

// blocks are the blocks of a part with its marks.
func blocks(text string, p part, marks []mark, outline []corpus.Heading) []block {
	m := newMarker(text, p.from, p.start, marks)
	levels := map[int]int{}
	for _, h := range outline {
		levels[h.Span.Start] = min(max(h.Level, 1), 3)
	}
	var out []block
	for m.at < p.to {
		end := p.to
		if n := strings.IndexByte(text[m.at:p.to], '\n'); n >= 0 {
			end = m.at + n
		}
		line := text[m.at:end]
		level := levels[m.point]
		if len(line) > longestHeading {
			level = 0
		}
		switch {
		case strings.TrimSpace(line) == "":
			m.point += utf8.RuneCountInString(line)
			m.at = end
		case strings.IndexByte(line, '\t') >= 0:
			row := m.cells(end)
			if n := len(out); n > 0 && out[n-1].Rows != nil {
				out[n-1].Rows = append(out[n-1].Rows, row)
			} else {
				out = append(out, block{Rows: [][]template.HTML{row}})
			}
		default:
			out = append(out, block{Level: level, Line: m.run(end)})
		}
		if m.at < p.to {
			m.skip()
		}
	}
	return out
}

// mostCells is how many cells of a row stay apart; what follows stays together.
const mostCells = 40

func (m *marker) cells(end int) []template.HTML {
	var row []template.HTML
	for {
		stop := end
		if n := strings.IndexByte(m.text[m.at:end], '\t'); n >= 0 && len(row) < mostCells {
			stop = m.at + n
		}
		row = append(row, m.run(stop))
		if stop == end {
			return row
		}
		m.skip()
	}
}

// wordEnd is the code point after the word that begins at a code point of a part.
func wordEnd(text string, p part, start int) int {
	point := p.start
	for _, r := range text[p.from:p.to] {
		if point > start && (r == ' ' || r == '\n' || r == '\t') {
			return point
		}
		point++
	}
	return max(point, start+1)
}
