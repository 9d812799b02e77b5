package evaluate

import (
	"regexp"
	"strings"
	"unicode"

	"congvan/corpus/viet"
)

// abbreviations are held to be the same as what they stand for.
var abbreviations = strings.NewReplacer("bảo hiểm xã hội", "bhxh", "bảo hiểm y tế", "bhyt", "bảo hiểm thất nghiệp", "bhtn", "ủy ban nhân dân", "ubnd",
	"truyền hình việt nam", "thvn", "hội đồng nhân dân", "hđnd", "công nghệ thông tin", "cntt", "“", "", "”", "", `"`, "", "'", "")

// fold is a text as two readers would call it the same: lower case, one tone placement, usual
// abbreviations, no quotes, no punctuation at its ends. Marks count.
func fold(text string) string {
	text = abbreviations.Replace(strings.ToLower(unified(text)))
	text = strings.Join(strings.Fields(text), " ")
	return strings.Trim(text, " -–+•*.,;:/")
}

func unified(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		words[i] = viet.UnifyTone(w)
	}
	return strings.Join(words, " ")
}

// words are the words of a folded text.
func words(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && !unicode.Is(unicode.Mn, r)
	})
}

// inside is the share of part's words that whole holds, each as often as it is there.
func inside(part, whole []string) float64 {
	have := map[string]int{}
	for _, w := range whole {
		have[w]++
	}
	shared := 0
	for _, w := range part {
		if have[w] > 0 {
			have[w]--
			shared++
		}
	}
	return float64(shared) / float64(max(1, len(part)))
}

// referenceKey is a number by which references are matched: without spaces, Đ as D.
func referenceKey(number string) string {
	number = strings.Join(strings.Fields(number), "")
	return strings.ToUpper(strings.NewReplacer("–", "-", "Đ", "D", "Ð", "D", "đ", "d").Replace(number))
}

var freq = regexp.MustCompile(`FREQ=\w+(?:;INTERVAL=\d+)?`)
