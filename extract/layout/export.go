package layout

// DashLength is how many bytes of a line a dash or bullet at its beginning takes, with the space
// behind it; 0 for none.
func DashLength(s string) int { return dashLength(s) }

// OfficeLength is how many bytes of a folded line the longest known post at its beginning takes.
func OfficeLength(folded []byte) int {
	best := 0
	for _, o := range offices {
		if len(o) > best && len(folded) >= len(o) && string(folded[:len(o)]) == o && (len(folded) == len(o) || folded[len(o)] < 'a' || folded[len(o)] > 'z') {
			best = len(o)
		}
	}
	return best
}
