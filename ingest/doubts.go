package ingest

import (
	"slices"

	"congvan/ingest/normalize"
)

// doubts leads ranges of the raw text to the mended one, in ascending order. A range whose words
// were parted by mending becomes several.
func doubts(m normalize.Map, raw [][2]int) [][2]int {
	if len(raw) == 0 {
		return nil
	}
	byRaw := slices.Clone(m)
	slices.SortStableFunc(byRaw, func(a, b normalize.Segment) int { return a.Raw - b.Raw })
	var out [][2]int
	for _, r := range raw {
		at, _ := slices.BinarySearchFunc(byRaw, r[0], func(s normalize.Segment, from int) int { return s.Raw + s.RawLen - from - 1 })
		for ; at < len(byRaw) && byRaw[at].Raw < r[1]; at++ {
			s := byRaw[at]
			from, to := s.Text, s.Text+s.Len
			if s.Copied {
				from, to = s.Text+max(r[0]-s.Raw, 0), s.Text+min(r[1]-s.Raw, s.Len)
			}
			if s.RawLen > 0 && from < to {
				out = append(out, [2]int{from, to})
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	merged := out[:0]
	for _, r := range out {
		if n := len(merged); n > 0 && r[0] <= merged[n-1][1] {
			merged[n-1][1] = max(merged[n-1][1], r[1])
		} else {
			merged = append(merged, r)
		}
	}
	return merged
}
