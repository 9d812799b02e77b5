package ocr

import (
	_ "embed" // compounds.txt
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
)

// compoundList has pairs of syllables that official Vietnamese writes in one way only: "sửa đổi",
// "chi tiết". Counted over public laws: of 25 or more occurrences of the pair without its marks,
// 995 in a thousand have these.
//
//go:embed compounds.txt
var compoundList string

// compounds maps a pair without marks to the pair.
var compounds = func() map[string][2]string {
	table := map[string][2]string{}
	for _, l := range strings.Split(strings.TrimSpace(compoundList), "\n") {
		if first, second, ok := strings.Cut(l, " "); ok {
			table[viet.Fold(l)] = [2]string{first, second}
		}
	}
	return table
}()

// correct gives back their marks to compounds whose letters were read right: "chỉ tiết" is "chi
// tiết", "sửa đối" is "sửa đổi". Tesseract mistakes marks several times as often as letters.
// Names are left alone.
func correct(words []word) {
	for i := 0; i+1 < len(words); i++ {
		first := core(words[i].text)
		second := core(words[i+1].text)
		if first == "" || second == "" || !strings.HasSuffix(words[i].text, first) || !strings.HasPrefix(words[i+1].text, second) {
			continue // nothing may stand between the two
		}
		want, ok := compounds[viet.Fold(first)+" "+viet.Fold(second)]
		if !ok || isName(first, second, words[i], words[i+1]) {
			continue
		}
		words[i].text = strings.Replace(words[i].text, first, like(first, want[0]), 1)
		words[i+1].text = strings.Replace(words[i+1].text, second, like(second, want[1]), 1)
	}
}

// core is a word without its outer punctuation, "" when it has other characters than letters.
func core(w string) string {
	w = strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, r := range w {
		if !unicode.IsLetter(r) {
			return ""
		}
	}
	return w
}

// isName reports whether a pair may be a person's name: "Thị Hạnh" is no "thi hành". Of pairs in
// capitals those may be that were read well.
func isName(first, second string, a, b word) bool {
	r, _ := utf8.DecodeRuneInString(second)
	if !unicode.IsUpper(r) {
		return false
	}
	if second != strings.ToUpper(second) {
		return true
	}
	return first == strings.ToUpper(first) && min(a.confidence, b.confidence) >= 80 && hasMark(first) && hasMark(second) &&
		viet.IsSyllable(first) && viet.IsSyllable(second)
}

func hasMark(s string) bool { return strings.ContainsFunc(s, viet.HasMark) }

// like writes want with the capitals of got; got itself when only the place of its tone differs.
func like(got, want string) string {
	if viet.UnifyTone(strings.ToLower(got)) == want {
		return got
	}
	if got == strings.ToUpper(got) && utf8.RuneCountInString(got) > 1 {
		return strings.ToUpper(want)
	}
	first, n := utf8.DecodeRuneInString(want)
	if r, _ := utf8.DecodeRuneInString(got); unicode.IsUpper(r) {
		return string(unicode.ToUpper(first)) + want[n:]
	}
	return want
}
