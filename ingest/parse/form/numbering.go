package form

import (
	"strconv"
	"strings"
)

// Level is how a list numbers one of its levels.
type Level struct {
	Format Numeral
	Text   string // "%1.%2)": %n stands for the number at level n; for a bullet, its character
	Start  int
}

// Numeral is a way to write a number.
type Numeral uint8

// The numerals of word processors.
const (
	Decimal Numeral = iota
	DecimalZero
	LowerLetter
	UpperLetter
	LowerRoman
	UpperRoman
	Bullet
	NoNumeral
)

// Counter counts the items of a list; the zero value stands before the first one.
type Counter struct {
	n    [9]int
	seen [9]bool
}

// Set makes the next item of a level be n.
func (c *Counter) Set(level, n int) { c.n[level], c.seen[level] = n-1, true }

// Next counts an item and returns its label, "1.", "a)" or "-", as levels write it.
func (c *Counter) Next(levels []Level, level int) string {
	if level < 0 || level >= len(levels) || level >= len(c.n) {
		return ""
	}
	if !c.seen[level] {
		c.n[level], c.seen[level] = levels[level].Start-1, true
	}
	c.n[level]++
	for i := level + 1; i < len(c.n); i++ {
		c.seen[i] = false
	}
	own := levels[level]
	if own.Format == Bullet {
		return bullet(own.Text)
	}
	var out strings.Builder
	for i := 0; i < len(own.Text); i++ {
		b := own.Text[i]
		if b == '%' && i+1 < len(own.Text) && own.Text[i+1] >= '1' && own.Text[i+1] <= '9' {
			i++
			if at := int(own.Text[i] - '1'); at < len(levels) && at < len(c.n) {
				n := c.n[at]
				if !c.seen[at] {
					n = levels[at].Start
				}
				out.WriteString(levels[at].Format.Write(n))
			}
			continue
		}
		out.WriteByte(b)
	}
	return strings.TrimSpace(out.String())
}

// bullet is how a list mark reads: "-" and "+" are themselves (they tell levels apart), the rest,
// mostly pictures of symbol fonts, is "-".
func bullet(mark string) string {
	switch mark = strings.TrimSpace(mark); mark {
	case "+", "*", "•", "–", "—":
		return mark
	}
	return "-"
}

// Write is n in the numeral: 4 is "4", "04", "d", "D", "iv", "IV".
func (f Numeral) Write(n int) string {
	switch f {
	case DecimalZero:
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case LowerLetter, UpperLetter:
		if n < 1 || n > 26*50 {
			break
		}
		first := byte('a')
		if f == UpperLetter {
			first = 'A'
		}
		return strings.Repeat(string(first+byte((n-1)%26)), (n-1)/26+1)
	case LowerRoman:
		return strings.ToLower(roman(n))
	case UpperRoman:
		return roman(n)
	case Bullet, NoNumeral:
		return ""
	}
	return strconv.Itoa(n)
}

var romans = []struct {
	n int
	s string
}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, r := range romans {
		for ; n >= r.n; n -= r.n {
			out.WriteString(r.s)
		}
	}
	return out.String()
}
