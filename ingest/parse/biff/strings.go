package biff

import (
	"strings"

	"congvan/ingest/charset"
)

// text is a shared string with the fonts of its runs.
type text struct {
	units []rune
	runs  []fontRun
}

type fontRun struct{ from, font int }

// decode is the string in the encodings of its runs' fonts; first is what the cell's own says.
func (t text) decode(b *book, first charset.Encoding) string {
	if len(t.runs) == 0 {
		return b.out.Decode(string(t.units), first)
	}
	var out strings.Builder
	from, enc := 0, first
	for _, r := range append(t.runs, fontRun{from: len(t.units)}) {
		if to := min(r.from, len(t.units)); to > from {
			out.WriteString(b.out.Decode(string(t.units[from:to]), enc))
			from = to
		}
		enc = charset.Unknown
		if r.font < len(b.fonts) {
			enc = b.fonts[r.font]
		}
	}
	return out.String()
}

// sharedStrings reads the table of shared strings ([MS-XLS] 2.4.265). A string may go on in the
// next record, whose first byte then says how wide its characters are from there.
func sharedStrings(parts [][]byte) []text {
	r := &stringReader{parts: parts}
	r.skip(8)
	var out []text
	for !r.done() && len(out) < 5_000_000 {
		t, ok := r.text()
		if !ok {
			break
		}
		out = append(out, t)
	}
	return out
}

// stringReader reads bytes across the borders of records.
type stringReader struct {
	parts [][]byte
	part  int
	at    int
}

func (r *stringReader) done() bool {
	for r.part < len(r.parts) && r.at >= len(r.parts[r.part]) {
		r.part, r.at = r.part+1, 0
	}
	return r.part >= len(r.parts)
}

func (r *stringReader) byte() byte {
	if r.done() {
		return 0
	}
	b := r.parts[r.part][r.at]
	r.at++
	return b
}

func (r *stringReader) word() int { return int(r.byte()) | int(r.byte())<<8 }

func (r *stringReader) skip(n int) {
	for n > 0 && !r.done() {
		step := min(n, len(r.parts[r.part])-r.at)
		r.at += step
		n -= step
	}
}

func (r *stringReader) text() (t text, ok bool) {
	n := r.word()
	flags := r.byte()
	runs, extra := 0, 0
	if flags&8 != 0 {
		runs = r.word()
	}
	if flags&4 != 0 {
		extra = r.word() | r.word()<<16
	}
	wide := flags&1 != 0
	var units []byte
	for n > 0 && !r.done() {
		rest := r.parts[r.part][r.at:]
		width := 1
		if wide {
			width = 2
		}
		take := min(n, len(rest)/width)
		units = rest[:take*width]
		if wide {
			t.units = append(t.units, []rune(utf16String(units))...)
		} else {
			t.units = append(t.units, []rune(latin(units))...)
		}
		r.at += take * width
		n -= take
		if n > 0 {
			r.at = len(r.parts[r.part]) // an odd byte belongs to nothing
			if r.done() {
				return t, false
			}
			wide = r.byte()&1 != 0
		}
	}
	for range runs {
		if r.done() {
			break
		}
		t.runs = append(t.runs, fontRun{r.word(), r.word()})
	}
	r.skip(max(extra, 0))
	return t, true
}

func utf16String(b []byte) string { return wide(b) }
