package viet

import "strings"

// Classes of onsets, by the rhymes that they take.
const (
	onsetNone  = 1 << iota // no onset: yê for iê (yên, never iên)
	onsetHard              // c g ng: never before e ê i y
	onsetSoft              // gh ngh: only before e ê i
	onsetPlain             // the others that take no y
	onsetY                 // h k l m s t v …: also before a lone y (kỳ, lý, tỷ)
	onsetQu                // qu
	onsetGi                // gi
)

// onsets are the beginnings of syllables by their packed letters, of which there are three at
// most. k also stands before back vowels in names of places (Bắc Kạn, Kon Tum) and p begins words
// that came from elsewhere (Pác Bó, pin).
var onsets = func() (table [1 << 15]uint8) {
	table[0] = onsetNone
	for class, list := range map[uint8]string{
		onsetHard: "c ng", onsetSoft: "gh ngh",
		onsetPlain: "d đ ch kh nh p ph th tr",
		onsetY:     "b h k l m n r s t v x",
	} {
		for _, onset := range strings.Fields(list) {
			table[pack(onset)] = class
		}
	}
	table[pack("g")] = onsetHard | onsetG
	return table
}()

// onsetG marks g, which gi leaves with the rhymes in i: gì, gìn, giếng.
const onsetG = 1 << 7

// A rhyme's tone stands on its letter tone; either: or on the next (hòa, hoà).
type rhyme struct {
	onsets uint8
	tone   uint8
	stop   bool // ends in p t c ch (k): sắc or nặng only
	either bool
}

// findRhyme is the rhyme with these packed letters.
func findRhyme(code uint32) (rhyme, bool) {
	for at := slotOf(code); rhymeSlots[at].code != 0; at = (at + 1) % slots {
		if rhymeSlots[at].code == code {
			return rhymeSlots[at].rhyme, true
		}
	}
	return rhyme{}, false
}

const slots = 1024 // about six times the rhymes

func slotOf(code uint32) uint32 { return code * 2654435769 >> 22 }

// rhymeSlots is an open hash table: looked at for every word of a text, it must beat a map.
var rhymeSlots = func() (table [slots]struct {
	code  uint32
	rhyme rhyme
}) {
	for code, r := range rhymes() {
		at := slotOf(code)
		for table[at].code != 0 {
			at = (at + 1) % slots
		}
		table[at].code, table[at].rhyme = code, r
	}
	return table
}()

// rhymes by first vowel. A rhyme may stand in several lines: the classes add up.
func rhymes() map[uint32]rhyme {
	const (
		back  = onsetNone | onsetHard | onsetPlain | onsetY
		front = onsetNone | onsetSoft | onsetPlain | onsetY
	)
	table := map[uint32]rhyme{}
	for _, row := range []struct {
		onsets uint8
		list   string
	}{
		{back | onsetQu | onsetGi, "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây"},
		{back, "ăk ak"}, // Đắk Lắk
		{front | onsetQu | onsetGi, "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"},
		{front, "i ia ich im in inh ip it iu"},
		{front &^ onsetNone, "iêc iêm iên iêng iêp iêt iêu"},
		{onsetQu, "i it in"},
		{onsetG, "i in iêc iêng iêm iên iêt ich im"},
		{back, "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet ooc oong"},
		{back | onsetGi, "o oc oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơi ơm ơn ơp ơt"},
		{onsetQu, "ôc ơi ơn ơt"}, // quốc; quởn
		{back | onsetGi | onsetQu, "ơ"},
		{back, "uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uyn uynh uyp uyt uyu"},
		{back | onsetGi, "u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut"},
		{back | onsetGi, "ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu"},
		{onsetNone | onsetQu, "y yên yêt"},
		{onsetNone, "yêm yêng yêu"},
		{onsetY, "y"},
		{onsetQu, "ych yn ynh yp yt yu"},
	} {
		for _, text := range strings.Fields(row.list) {
			r := table[pack(text)]
			r.onsets |= row.onsets
			r.tone, r.either = tonePlace([]rune(text))
			r.stop = strings.ContainsAny(text[len(text)-1:], "ptck") || strings.HasSuffix(text, "ch")
			table[pack(text)] = r
		}
	}
	return table
}

// tonePlace is the letter of a rhyme that bears the tone: the last vowel with a quality mark;
// otherwise the second of two before a consonant (hoàn) and of three (hoài), else the first
// (mía). In open oa, oe, uy both ways are in use (hòa and hoà).
func tonePlace(rhyme []rune) (at uint8, either bool) {
	vowels := 0
	for i, r := range rhyme {
		if strings.ContainsRune("ăâêôơư", r) {
			at = uint8(i)
		}
		if strings.ContainsRune("aăâeêioôơuưy", r) {
			vowels++
		}
	}
	switch {
	case at > 0 || rhyme[0] > 0x7f:
	case vowels == 3, vowels == 2 && len(rhyme) > 2:
		at = 1
	default:
		pair := string(rhyme)
		either = pair == "oa" || pair == "oe" || pair == "uy"
	}
	return at, either
}

// pack is word.code for the letters of a text.
func pack(text string) uint32 {
	var code uint32
	for _, r := range text {
		code = code<<5 | uint32(letters[r].plain)
	}
	return code
}
