package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// Margin is how far the best reading of a text must lead the next for the text to be changed.
const Margin = 0.3

// readable is the score from which a text is Vietnamese beyond doubt, if not to the last letter.
const readable = 0.8

// sample is how much of a text the detector reads, in bytes.
const sample = 48 << 10

// candidates are the encodings told by statistics, in the order that breaks a tie.
var candidates = []Encoding{TCVN3, VNI, Windows1258, VPS, VISCII, Windows1252}

// Detect is the encoding that makes most Vietnamese syllables of b, with its lead over the next.
// A byte order mark decides alone; so does what was declared (by HTTP, meta or XML; may be empty)
// where the bytes do not contradict it. With a margin below Margin trust the result only as UTF-8.
func Detect(b []byte, declared string) (enc Encoding, margin float64) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		return UTF8, 1
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return UTF16LE, 1
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return UTF16BE, 1
	}
	if enc, ok := looksUTF16(b); ok {
		return enc, 1
	}
	b = cutSample(b)
	best, bestScore, second := UTF8, score(string(b)), -2.0
	try := func(e Encoding, text string) {
		switch s := score(text); {
		case s > bestScore+1e-9:
			best, bestScore, second = e, s, bestScore
		case s > second:
			second = s
		}
	}
	if utf8.Valid(b) {
		enc, margin := DetectRun(string(b))
		if enc == Unknown {
			return UTF8, 1
		}
		if enc == VIQR || enc == DoubleUTF8 {
			return enc, margin
		}
		return UTF8, 1 // an old encoding inside UTF-8 is the business of ToUTF8 and DetectRun
	}
	said, has := ByName(declared)
	for _, e := range candidates {
		try(e, Decode(b, e))
	}
	if has && said != best && said != UTF8 && bestScore-score(Decode(b, said)) < Margin/2 {
		return said, Margin
	}
	return best, bestScore - second
}

// DetectRun looks at text that is Unicode already and says whether it is really text of an old
// encoding read as windows-1252 ("Céng hßa"), UTF-8 read so ("Viá»‡t") or VIQR, with its lead over
// leaving it alone. Unknown: leave it alone.
func DetectRun(s string) (enc Encoding, margin float64) {
	s = string(cutSample([]byte(s)))
	asIs := score(s)
	if !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 && unicode.IsLetter(r) }) {
		if strings.ContainsAny(s, "^`+(~") || strings.Contains(s, "dd") {
			if lead := score(decodeVIQR(s)) - asIs; lead >= Margin {
				return VIQR, lead
			}
		}
		if isASCII(s) {
			return Unknown, 0
		}
	}
	best, bestScore, second := Unknown, asIs, -2.0
	for _, e := range []Encoding{DoubleUTF8, TCVN3, VNI, Windows1258, VPS, VISCII} {
		text := DecodeRun(s, e)
		if text == s {
			continue
		}
		switch got := score(text); {
		case got > bestScore+1e-9:
			best, bestScore, second = e, got, bestScore
		case got > second:
			second = got
		}
	}
	if best == Unknown || bestScore-second < Margin {
		return Unknown, bestScore - second
	}
	return best, bestScore - second
}

// ToUTF8 reads bytes of any encoding: what is declared, what the bytes show, and one step back
// from text that was read wrongly before. sure is false when the text is not what its encoding
// demands or no reading led clearly: the text is then the likeliest Vietnamese, or where there is
// none as close to the bytes as UTF-8 allows.
func ToUTF8(b []byte, declared string) (text string, enc Encoding, sure bool) {
	enc, margin := Detect(b, declared)
	if enc != UTF8 && enc != UTF16LE && enc != UTF16BE && margin < Margin {
		if best := Decode(b, enc); !utf8.Valid(b) && score(string(cutSample([]byte(best)))) >= readable {
			return best, enc, false // two old encodings read alike: either is better than neither
		}
		return Decode(b, UTF8), UTF8, utf8.Valid(b)
	}
	text = Decode(b, enc)
	sure = enc != UTF8 || utf8.Valid(b)
	if enc != UTF8 && enc != DoubleUTF8 && enc != UTF16LE && enc != UTF16BE {
		return text, enc, sure
	}
	if again, _ := DetectRun(text); again != Unknown {
		text = DecodeRun(text, again)
		enc = again
	}
	return text, enc, sure
}

// looksUTF16 tells UTF-16 without a byte order mark: one byte of each pair is 0 (Latin), 1
// (đ, ơ, ư) or 1E (toned vowels), and 0 is common.
func looksUTF16(b []byte) (Encoding, bool) {
	n := min(len(b), 4096) &^ 1
	if n < 8 {
		return Unknown, false
	}
	var high, zero [2]int
	for i, c := range b[:n] {
		if c == 0 {
			zero[i%2]++
		}
		if c <= 1 || c == 0x1E || c == 0x20 || c == 3 {
			high[i%2]++
		}
	}
	pairs := n / 2
	for side, enc := range []Encoding{UTF16BE, UTF16LE} {
		if zero[side]*2 > pairs && high[side]*20 > pairs*19 && zero[1-side]*20 < pairs {
			return enc, true
		}
	}
	return Unknown, false
}

// cutSample is a stretch from the start, ending between words.
func cutSample(b []byte) []byte {
	if len(b) <= sample {
		return b
	}
	if at := bytes.LastIndexAny(b[:sample], " \n\t"); at > sample/2 {
		return b[:at]
	}
	end := sample
	for end > 0 && !utf8.RuneStart(b[end]) {
		end--
	}
	return b[:end]
}

// score judges a reading: the share of words that can be Vietnamese syllables, again that of those
// which bear a Vietnamese letter, less twice that of words with other letters that cannot be.
// From -2 to 2; running Vietnamese is above 1.2, its mojibake below 0.
func score(s string) float64 {
	words, points := 0, 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			i += n
			continue
		}
		start, marked, foreign := i, false, false
		for i < len(s) {
			r, n = utf8.DecodeRuneInString(s[i:])
			if !isWordRune(r) {
				break
			}
			if r >= 0x80 {
				marked = marked || viet.HasMark(r)
				foreign = true
			}
			i += n
		}
		words++
		switch word := s[start:i]; {
		case viet.IsSyllable(word) && marked:
			points += 2
		case viet.IsSyllable(word):
			points++
		case foreign && !isAbbreviation(word):
			points -= 2
		}
	}
	if words == 0 {
		return 0
	}
	return float64(points) / float64(words)
}

// isWordRune reports whether r is part of a word for the score: letters, and what mojibake has in
// their place.
func isWordRune(r rune) bool {
	switch {
	case r < 0x80:
		return isASCIILetter(byte(r))
	case r < 0xA0, r == utf8.RuneError:
		return true
	case r < 0xC0:
		return r != 0xA0 && r != 0xAB && r != 0xBB && r != 0xB0 && r != 0xB2 && r != 0xB3
	case 0x2010 <= r && r <= 0x2027:
		return false
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// isAbbreviation reports whether a word is a few capitals, as QĐ, HĐND and BLĐTBXH are.
func isAbbreviation(word string) bool {
	for _, r := range word {
		if r != 'Đ' && r != 'Ư' && (r >= 0x80 || r < 'A' || r > 'Z') {
			return false
		}
	}
	return true
}
