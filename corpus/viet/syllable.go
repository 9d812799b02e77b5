package viet

// A tone of a Vietnamese letter, in the order of the alphabet's tables.
const (
	level   = iota // ngang: no mark
	acute          // sắc
	grave          // huyền
	hook           // hỏi
	tilde          // ngã
	dot            // nặng
	noTones        // how many there are
)

// letter is a Vietnamese letter taken apart: plain has the vowel's quality but no tone, in lower
// case ('ế' gives 'ê' and acute); 0 when the rune is no letter of the alphabet.
type letter struct {
	plain uint8 // index in plainLetters
	tone  uint8
}

// plainLetters are the letters without tones; an index in it fits in 5 bits and 0 is no letter.
// f j w z are missing: no Vietnamese syllable has them.
var plainLetters = []rune("\x00aăâbcdđeêghiklmnoôơpqrstuưvxy")

// toned gives the five marked forms of each vowel in the order of the tones.
var toned = map[rune]string{
	'a': "áàảãạ", 'ă': "ắằẳẵặ", 'â': "ấầẩẫậ", 'e': "éèẻẽẹ", 'ê': "ếềểễệ", 'i': "íìỉĩị",
	'o': "óòỏõọ", 'ô': "ốồổỗộ", 'ơ': "ớờởỡợ", 'u': "úùủũụ", 'ư': "ứừửữự", 'y': "ýỳỷỹỵ",
}

const lastLetter = 'ỹ' // U+1EF9 is the last Vietnamese letter of Unicode

// letters takes a rune apart, composed its inverse for lower case.
var letters, composed = func() (letters [lastLetter + 1]letter, composed [32][noTones]rune) {
	for i, plain := range plainLetters[1:] {
		index := uint8(i + 1)
		forms := append([]rune{plain}, []rune(toned[plain])...)
		for tone, r := range forms {
			composed[index][tone] = r
			letters[r] = letter{index, uint8(tone)}
			letters[upper(r)] = letter{index, uint8(tone)}
		}
	}
	letters['ð'], letters['Ð'] = letters['đ'], letters['đ'] // eth stands for đ in old web pages
	return letters, composed
}()

// upper is the capital of a lower-case Vietnamese letter.
func upper(r rune) rune {
	switch {
	case r < 0x80:
		return r - 'a' + 'A'
	case r < 0x100:
		return r - 0x20
	}
	return r - 1 // Latin Extended: capitals and small letters alternate
}

func split(r rune) letter {
	if r > lastLetter || r < 0 {
		return letter{}
	}
	return letters[r]
}

// HasMark reports whether the rune is a letter that only Vietnamese writing makes of its Latin
// base: one with a tone, another vowel quality, or đ.
func HasMark(r rune) bool { return r >= 0x80 && split(r).plain != 0 }

// IsLetter reports whether the rune is a letter of the Vietnamese alphabet, in any case.
func IsLetter(r rune) bool { return split(r).plain != 0 }

// IsSyllable reports whether s can be a Vietnamese syllable by the rules of spelling: an onset, a
// rhyme that goes with it, one tone on the right vowel, and only sắc or nặng before p, t, c, ch.
// Any case, NFC; no word list: "quyện" is one, "quyệnh" and "Viet" are none. It does not allocate.
func IsSyllable(s string) bool {
	var w word
	return w.read(s) && w.tones <= 1 && w.fits() && w.toneFits()
}

// word is a candidate syllable taken apart.
type word struct {
	letters [8]letter
	n       int
	tones   int // letters with a tone
	toneAt  int // the last of them
	rhymeAt int
	found   rhyme
}

// read takes s apart; false when it has another character or more letters than "nghiêng" has.
func (w *word) read(s string) bool {
	for _, r := range s {
		l := split(r)
		if l.plain == 0 || w.n == 7 {
			return false
		}
		if l.tone != level {
			w.tones++
			w.toneAt = w.n
		}
		w.letters[w.n] = l
		w.n++
	}
	return w.n > 0
}

// fits finds onset and rhyme, leaving aside the tone's place.
func (w *word) fits() bool {
	first := plainLetters[w.letters[0].plain]
	second := plainLetters[w.letters[min(1, w.n-1)].plain]
	if first == 'g' && second == 'i' && w.n > 2 && w.letters[1].tone == level && w.rhyme(2, onsetGi) {
		return true // già, giường; giếng and gìn are g with a rhyme in i
	}
	if first == 'q' {
		return second == 'u' && w.n > 2 && w.letters[1].tone == level && w.rhyme(2, onsetQu)
	}
	for n := min(3, w.n-1); n >= 0; n-- {
		if class := onsets[w.code(0, n)]; class != 0 {
			return w.rhyme(n, class)
		}
	}
	return false
}

// code packs the plain letters [from, to) in 5 bits each.
func (w *word) code(from, to int) uint32 {
	var code uint32
	for _, l := range w.letters[from:to] {
		code = code<<5 | uint32(l.plain)
	}
	return code
}

func (w *word) rhyme(at int, class uint8) bool {
	if w.n-at > 4 {
		return false
	}
	r, ok := findRhyme(w.code(at, w.n))
	if !ok || r.onsets&class == 0 {
		return false
	}
	w.rhymeAt, w.found = at, r
	if r.stop {
		t := w.letters[w.toneAt].tone
		return w.tones > 0 && (t == acute || t == dot)
	}
	return true
}

// toneFits reports whether the tone stands where the rhyme wants it.
func (w *word) toneFits() bool {
	if w.tones == 0 {
		return true
	}
	at := w.toneAt - w.rhymeAt
	return at == int(w.found.tone) || w.found.either && at == int(w.found.tone)+1
}

// RepairTone puts a tone typed on the wrong letter on the right one: "lựơng" gives "lượng",
// "qúy" gives "quý". It changes only a word that is no syllable, and only into one that is;
// otherwise ok is false.
func RepairTone(s string) (repaired string, ok bool) {
	var w word
	if !w.read(s) || w.tones != 1 {
		return s, false
	}
	tone, from := w.letters[w.toneAt].tone, w.toneAt
	bare := w
	bare.letters[from].tone = level
	if w.fits() && w.toneFits() || !bare.fitsWith(tone) {
		return s, false
	}
	to := bare.rhymeAt + int(bare.found.tone)
	out := make([]byte, 0, len(s)+2)
	i := 0
	for _, r := range s {
		t := uint8(level)
		if i == to {
			t = tone
		}
		if i == to || i == from {
			r = retone(r, t)
		}
		out = append(out, string(r)...)
		i++
	}
	return string(out), true
}

// fitsWith is fits for a word whose tone has been taken off.
func (w *word) fitsWith(tone uint8) bool {
	for at := w.n - 1; at >= 0; at-- {
		try := *w
		try.letters[at].tone, try.toneAt, try.tones = tone, at, 1
		if composed[try.letters[at].plain][tone] != 0 && try.fits() && try.toneFits() {
			w.rhymeAt, w.found = try.rhymeAt, try.found
			return true
		}
	}
	return false
}

// retone is the letter with another tone, in its own case.
func retone(r rune, tone uint8) rune {
	to := composed[split(r).plain][tone]
	if lower := composed[split(r).plain][split(r).tone]; r != lower {
		return upper(to)
	}
	return to
}
