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
	person := isPerson(words)
	for i := 0; i+1 < len(words); i++ {
		first := core(words[i].text)
		second := core(words[i+1].text)
		if first == "" || second == "" || !strings.HasSuffix(words[i].text, first) || !strings.HasPrefix(words[i+1].text, second) {
			continue // nothing may stand between the two
		}
		want, ok := compounds[viet.Fold(first)+" "+viet.Fold(second)]
		if !ok || isName(second, person) {
			continue
		}
		words[i].text = strings.Replace(words[i].text, first, like(first, want[0]), 1)
		words[i+1].text = strings.Replace(words[i+1].text, second, like(second, want[1]), 1)
	}
}

// correctBreaks corrects compounds that the end of a line parts.
func correctBreaks(rows []row, left, right int) {
	for i := 1; i < len(rows); i++ {
		if !joins(rows[i-1], rows[i], left, right) {
			continue
		}
		above, below := rows[i-1].segments[0].words, rows[i].segments[0].words
		pair := []word{above[len(above)-1], below[0]}
		correct(pair)
		above[len(above)-1], below[0] = pair[0], pair[1]
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

// isName reports whether a pair may be of a person's name: "Thị Hạnh" is no "thi hành". Pairs in
// capitals are when the line is a person's.
func isName(second string, person bool) bool {
	r, _ := utf8.DecodeRuneInString(second)
	return unicode.IsUpper(r) && (person || second != strings.ToUpper(second))
}

// families are the family names that nine in ten Vietnamese bear, without marks.
var families = map[string]bool{
	"nguyen": true, "tran": true, "le": true, "pham": true, "hoang": true, "huynh": true, "phan": true, "vu": true, "vo": true, "dang": true,
	"bui": true, "do": true, "ho": true, "ngo": true, "duong": true, "ly": true, "dinh": true, "trinh": true, "truong": true, "mai": true,
	"dao": true, "doan": true, "luong": true, "ha": true, "chu": true, "ta": true, "cao": true, "luu": true,
}

// isPerson reports whether a line can be a person's name: two to five words, a family name first.
func isPerson(words []word) bool {
	return len(words) >= 2 && len(words) <= 5 && families[viet.Fold(core(words[0].text))]
}

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
