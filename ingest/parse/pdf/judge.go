package pdf

import (
	"unicode"

	"congvan/corpus/viet"

	"golang.org/x/text/unicode/norm"
)

// Verdict says whether a page's text layer can be trusted.
type Verdict uint8

// The verdicts.
const (
	Good      Verdict = iota // Vietnamese with its marks, or text that needs none: numbers, another language
	Empty                    // nothing, or a page number
	StampOnly                // the stamp of a digital signature and no more
	MarksLost                // Vietnamese without its marks: "CONG HOA XA HOI"
	Garbled                  // letters that make no words: a lost encoding, OCR without Vietnamese
)

var verdicts = [...]string{"good", "empty", "signature stamp only", "marks lost", "garbled"}

func (v Verdict) String() string { return verdicts[v] }

// tally counts the words of a text.
type tally struct {
	words    int // with a letter
	marked   int // possible Vietnamese syllables with a mark
	plain    int // possible Vietnamese syllables without
	odd      int // with letters beyond ASCII, or characters inside, that no word has
	replaced int // characters that could not be read
	letters  int
	digits   int
}

// Judge says whether a page's text can be trusted, by the share of words that can be Vietnamese
// syllables and of those with marks; no word list. scanned: the text lies over a picture of the
// page, so that it is the work of OCR, which is trusted less.
func Judge(text string, scanned bool) Verdict {
	t := count(text)
	switch {
	case t.letters+t.digits+t.replaced <= 4:
		return Empty
	case t.words == 0 && t.replaced == 0:
		if scanned {
			return Empty
		}
		return Good
	case IsStamp(text) && t.words < 60:
		return StampOnly
	case t.replaced*10 > t.letters+t.digits+t.replaced:
		return Garbled
	}
	return t.verdict(scanned)
}

func (t tally) verdict(scanned bool) Verdict {
	words := float64(max(t.words, 1))
	syllables := t.marked + t.plain
	marked := float64(t.marked) / float64(max(syllables, 1))
	switch {
	case scanned && t.words < 12:
		return Garbled // what little OCR saw on a full picture
	case float64(t.odd)/words > 0.25, scanned && float64(t.odd)/words > 0.08:
		return Garbled
	case marked >= 0.45 && float64(syllables)/words >= 0.7:
		return Good // running Vietnamese has marks on about three syllables in four
	case t.words < 8 && !scanned:
		return Good // too little to tell
	case float64(syllables)/words >= 0.7 && marked < 0.2:
		return MarksLost
	case scanned && float64(syllables)/words < 0.85:
		return Garbled
	case float64(syllables)/words >= 0.6 && marked < 0.35:
		return MarksLost
	}
	return Good
}

// count tallies the words of a text: runs of letters, marks and digits.
func count(text string) tally {
	var t tally
	if !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	start := -1
	for i, r := range text {
		switch {
		case r == 0xFFFD || r >= 0xE000 && r < 0xF000 || r < ' ' && r != '\n' && r != '\t' && r != '\f':
			t.replaced++
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			t.letters++
		case r >= '0' && r <= '9':
			t.digits++
		}
		if unicode.IsSpace(r) || r == '-' || r == '/' || r == '–' {
			if start >= 0 {
				t.word(text[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		t.word(text[start:])
	}
	return t
}

// word tallies what stands between spaces.
func (t *tally) word(w string) {
	from, to := edges(w)
	w = w[from:to]
	letters, digits, marks, foreign := 0, 0, 0, 0
	for _, r := range w {
		switch {
		case r < 0x80 && (r|0x20 >= 'a' && r|0x20 <= 'z'):
			letters++
		case r >= '0' && r <= '9':
			digits++
		case viet.HasMark(r):
			letters++
			marks++
		case r == '.' || r == ',' || r == '&' || r == '_' || r == '@' || r == ':':
			return // an abbreviation, an address, a number
		default:
			foreign++
		}
	}
	if letters+foreign == 0 || digits > 0 && foreign == 0 && marks == 0 && letters <= 3 {
		return
	}
	t.words++
	switch {
	case foreign == 0 && digits == 0 && viet.IsSyllable(w):
		if marks > 0 {
			t.marked++
		} else {
			t.plain++
		}
	case foreign > 0 || marks > 0 || digits > 0:
		t.odd++
	}
}

// edges finds the part of a word between its outer punctuation.
func edges(w string) (from, to int) {
	from, to = len(w), len(w)
	for i, r := range w {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if from == len(w) {
				from = i
			}
			to = i + len(string(r))
		}
	}
	if from == len(w) {
		from = to
	}
	return from, to
}
