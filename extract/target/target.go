// Package target finds the figures that a document sets to be reached (chỉ tiêu): "tối thiểu 35%
// cộng tác viên", "từ 10-15 cuộc/tỉnh", "mỗi tuần 02 lượt". Figures of the past, conditions and
// rates of law and sums of money are none.
package target

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/temporal"
)

// Found is a target at the bytes [Start, End) of the text. Target.Span is left to the caller.
type Found struct {
	Start, End int
	Target     corpus.Target
}

// Find reads the targets of a text, one paragraph or table row a line, in its order. The context
// gives the years that the text leaves out; the zero Context works.
func Find(text string, c temporal.Context) []Found {
	r := reader{text: text, context: c}
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		r.line(at, at+end)
		at += end + 1
	}
	return r.out
}

// reader goes over a text line by line and knows under what heading it is.
type reader struct {
	text    string
	context temporal.Context
	goals   bool // under a heading that announces goals
	level   int  // of that heading
	columns columns
	out     []Found
}

// line reads text[start:end].
func (r *reader) line(start, end int) {
	line := r.text[start:end]
	if strings.IndexByte(line, '\t') >= 0 {
		r.row(start, line)
		return
	}
	r.columns = columns{}
	r.heading(line)
	if !hasDigit(line) {
		return
	}
	for at := 0; at < len(line); {
		stop := sentenceEnd(line, at)
		r.sentence(start+at, line[at:stop])
		at = stop
	}
}

// goalWords announce goals in a heading.
var goalWords = []string{"mục tiêu", "chỉ tiêu", "chỉ số"}

// heading notes whether a line is a heading and opens or closes a part with goals.
func (r *reader) heading(line string) {
	level := markerLevel(line)
	if level == 0 || len(line) > 200 || strings.HasSuffix(line, ".") && level > 1 || strings.HasSuffix(line, ";") {
		return
	}
	for _, w := range goalWords {
		if containsFold(line, w) && strings.IndexByte(line, '%') < 0 {
			r.goals, r.level = true, level
			return
		}
	}
	if r.goals && level <= r.level {
		r.goals = false
	}
}

// markerLevel is how deep a list marker stands: I. is 1, 1. is 2, 1.1. is 3, a) is 4, - is 5; 0
// when the line has none.
func markerLevel(line string) int {
	end := strings.IndexAny(line, " \u00a0")
	if end <= 0 || end > 8 {
		return 0
	}
	marker := line[:end]
	switch {
	case marker == "-" || marker == "+" || marker == "–" || marker == "•" || marker == "*":
		return 5
	case strings.Trim(marker, "IVX") == "." || strings.Trim(marker, "IVX") == ")":
		return 1
	case strings.Trim(marker, "0123456789.)") == "" && (strings.HasSuffix(marker, ".") || strings.HasSuffix(marker, ")") || strings.Count(marker, ".") > 0):
		return 2 + strings.Count(strings.TrimRight(marker, ".)"), ".")
	case strings.HasSuffix(marker, ")"):
		return 4
	}
	return 0
}

// sentenceEnd is where the sentence or clause that starts at a byte ends: after a full stop or a
// semicolon.
func sentenceEnd(line string, at int) int {
	for k := at; k < len(line); k++ {
		switch line[k] {
		case ';':
			return k + 1
		case '.':
			if k+1 == len(line) || line[k+1] == ' ' && k > at+3 {
				return k + 1
			}
		}
	}
	return len(line)
}
