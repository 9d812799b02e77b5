package effect

// passed is a sentence that names documents and has no act: it is read only when a later act is about
// the last document that was named.
type passed struct {
	at, end int
	next    int // its first citation
}

// pass goes over a sentence without an act.
func (f *finder) pass(at, end int) {
	first, names := f.next, false
	for f.next < len(f.Citations) && f.Citations[f.next].Start < end {
		names = names || f.eligible[f.next] && !norm(f.Citations[f.next].Type)
		f.next++
	}
	if names {
		f.passed = append(f.passed, passed{at, end, first})
	}
}

// lastNamed is the last citation before the act being read that it can be about, -1 for none.
func (f *finder) lastNamed() int {
	if len(f.passed) == 0 {
		return f.last
	}
	reading, next := f.sentence, f.next
	f.sentence = f.spare
	for found := false; len(f.passed) > 0 && !found; {
		p := f.passed[len(f.passed)-1]
		f.passed = f.passed[:len(f.passed)-1]
		f.next = p.next
		f.cut(p.at, p.end)
		for k := len(f.toks) - 1; k >= 0 && !found; k-- {
			if found = f.names(k); found {
				f.last = f.cites[k]
			}
		}
	}
	f.passed = f.passed[:0]
	f.spare, f.sentence, f.next = f.sentence, reading, next
	return f.last
}

// names reports whether token k is a citation that a later act can be about.
func (f *finder) names(k int) bool {
	cite := f.cites[k]
	return cite >= 0 && f.quote[k] == 0 && f.eligible[cite] && !norm(f.Citations[cite].Type) && !f.reason(k)
}

// hasQuote reports whether a text has a quotation mark.
func hasQuote(text string) bool {
	for k := range len(text) {
		switch text[k] {
		case '"':
			return true
		case 0x80: // “ ” „
			if k > 0 && k+1 < len(text) && text[k-1] == 0xE2 && text[k+1] >= 0x9C && text[k+1] <= 0x9E {
				return true
			}
		case 0xAB, 0xBB: // « »
			if k > 0 && text[k-1] == 0xC2 {
				return true
			}
		}
	}
	return false
}
