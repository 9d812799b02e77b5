package normalize

import "sort"

// Segment says that the bytes [Text, Text+Len) of the mended text come from [Raw, Raw+RawLen) of
// the raw text. Copied segments are the same bytes; others are one changed character (a composed
// letter, a space for a no-break space) or a separator that joining or splitting lines put in.
type Segment struct {
	Text, Len   int
	Raw, RawLen int
	Copied      bool
}

// Map is the whole way back: segments in the order of the mended text, without gaps. Raw offsets
// need not ascend, since columns are put in reading order.
type Map []Segment

// Raw is the smallest range of the raw text that holds all of text[start:end].
func (m Map) Raw(start, end int) (from, to int) {
	at := sort.Search(len(m), func(i int) bool { return m[i].Text+m[i].Len > start })
	from, to = -1, -1
	for ; at < len(m) && m[at].Text < end; at++ {
		s := m[at]
		low, high := s.Raw, s.Raw+s.RawLen
		if s.Copied {
			low = s.Raw + max(0, start-s.Text)
			high = s.Raw + min(s.Len, end-s.Text)
		}
		if s.RawLen == 0 && from >= 0 {
			continue
		}
		if from < 0 || low < from {
			from = low
		}
		to = max(to, high)
	}
	if from < 0 {
		if len(m) == 0 {
			return 0, 0
		}
		last := m[len(m)-1]
		return last.Raw + last.RawLen, last.Raw + last.RawLen
	}
	return from, to
}

// add appends a segment and merges it with the last where both are copies in one stretch.
func (m Map) add(s Segment) Map {
	if s.Len == 0 {
		return m
	}
	if n := len(m); n > 0 && s.Copied && m[n-1].Copied && m[n-1].Raw+m[n-1].RawLen == s.Raw {
		m[n-1].Len += s.Len
		m[n-1].RawLen += s.RawLen
		return m
	}
	return append(m, s)
}

// onto composes: m leads to a text from which inner leads further back.
func (m Map) onto(inner Map) Map {
	if len(inner) == 1 && inner[0].Copied && inner[0].Raw == 0 {
		return m
	}
	if len(m) == 1 && m[0].Copied && m[0].Raw == 0 && len(inner) > 0 && m[0].Len == inner[len(inner)-1].Text+inner[len(inner)-1].Len {
		return inner
	}
	out := make(Map, 0, len(m)+len(inner))
	at := 0
	for _, s := range m {
		if !s.Copied {
			from, to := inner.Raw(s.Raw, s.Raw+s.RawLen)
			if s.RawLen == 0 {
				to = from
			}
			out = out.add(Segment{s.Text, s.Len, from, to - from, false})
			continue
		}
		if at >= len(inner) || inner[at].Text > s.Raw || inner[at].Text+inner[at].Len <= s.Raw {
			at = sort.Search(len(inner), func(i int) bool { return inner[i].Text+inner[i].Len > s.Raw })
		}
		for done := 0; done < s.Len && at < len(inner); {
			in := inner[at]
			skip := s.Raw + done - in.Text
			n := min(in.Len-skip, s.Len-done)
			if in.Copied {
				out = out.add(Segment{s.Text + done, n, in.Raw + skip, n, true})
			} else {
				out = out.add(Segment{s.Text + done, n, in.Raw, in.RawLen, false})
			}
			if done += n; skip+n == in.Len {
				at++
			}
		}
	}
	return out
}

// rawOffsets leads ascending offsets of the text back to raw.
func (m Map) rawOffsets(offsets []int) []int {
	out := make([]int, len(offsets))
	for i, at := range offsets {
		out[i], _ = m.Raw(at, at+1)
	}
	return out
}

// pages are the ranges of the text between the page borders, given as offsets of raw.
func (m Map) pages(size int, borders []int) [][2]int {
	if len(borders) == 0 {
		return nil
	}
	pages := make([][2]int, 0, len(borders)+1)
	start, next := 0, 0
	for _, s := range m {
		for next < len(borders) && s.RawLen > 0 && s.Raw >= borders[next] {
			pages = append(pages, [2]int{start, s.Text})
			start = s.Text
			next++
		}
	}
	for ; next < len(borders); next++ {
		pages = append(pages, [2]int{start, size})
		start = size
	}
	return append(pages, [2]int{start, size})
}
