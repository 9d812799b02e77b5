package snippet

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"congvan/corpus"
	"congvan/corpus/viet"
	"congvan/index/query"
)

var vocabulary = strings.Fields(`bảo hiểm xã hội y tế truyền thông tuyên chính sách đơn vị tỉnh thành phố kế hoạch thực hiện quy định pháp luật báo cáo
	kết quả tổ chức triển khai nội dung hướng dẫn tham gia tự nguyện bắt buộc hộ gia đình người lao động Ủy Hòa thúy khỏe 2482 BHXH TT đặc biệt ngày
	tháng năm quý nghĩa khuyến được những của các`)

// TestHighlightsAreTheWords holds 10,000 random pairs of a text and a query against what a slow
// reader finds: each highlighted word is one that was asked for, from its first letter to its
// last, and no word that was asked for is left without in the passage shown. Words are composed
// or decomposed, in capitals or not, apart by spaces that break and that do not; queries too, and
// some are typed without marks.
func TestHighlightsAreTheWords(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	pick := func() string { return vocabulary[r.IntN(len(vocabulary))] }
	seen := map[string]int{} // highlights of each kind: none may be missing
	for round := range 10_000 {
		text, typed := randomText(r, pick), ""
		for range 1 + r.IntN(4) {
			word := pick()
			for word == "2482" { // with a code after it, it is a number: a phrase
				word = pick()
			}
			typed += word + []string{" ", " ", "\u00a0"}[r.IntN(3)]
		}
		switch r.IntN(9) {
		case 0, 1, 2:
			typed = viet.Fold(typed)
		case 3, 4:
			typed = norm.NFD.String(typed)
		}
		composed := strings.ToLower(norm.NFC.String(typed))
		folded := viet.Fold(composed) == composed // nothing typed has a mark
		terms := Of(query.Parse(typed, query.Options{}).Where)
		for _, s := range Best(text, terms, 2, 0) {
			if got := corpus.Cut(text, s.Span); got != s.Text {
				t.Fatalf("round %d: the span of %q selects %q", round, s.Text, got)
			}
			check(t, s, strings.Fields(typed), folded)
			count(seen, s, typed, folded)
		}
	}
	for _, kind := range []string{"plain", "decomposed text", "decomposed query", "nbsp text", "nbsp query", "capitals", "folded query"} {
		if seen[kind] < 1000 {
			t.Errorf("%d highlights with %s, want 1,000 at least", seen[kind], kind)
		}
	}
}

// randomText is 5 to 64 words in every form that they are written in.
func randomText(r *rand.Rand, pick func() string) string {
	var b strings.Builder
	for range 5 + r.IntN(60) {
		word := pick()
		switch r.IntN(6) {
		case 0:
			word = norm.NFD.String(word)
		case 1:
			word = strings.ToUpper(word)
		case 2:
			word = strings.ToUpper(norm.NFD.String(word))
		}
		b.WriteString(word + []string{" ", " ", " ", "\u00a0", ", ", ". ", "\n", "; ", " - ", "/"}[r.IntN(10)])
	}
	return b.String()
}

// count counts highlights by what is odd about them.
func count(seen map[string]int, s Snippet, typed string, folded bool) {
	length := utf8.RuneCountInString(s.Text)
	for _, h := range s.Highlights {
		word := corpus.Cut(s.Text, h)
		around := corpus.Cut(s.Text, corpus.Span{Start: max(0, h.Start-1), End: min(h.End+1, length)})
		for kind, is := range map[string]bool{
			"plain": norm.NFC.IsNormalString(word), "decomposed text": !norm.NFC.IsNormalString(word),
			"decomposed query": !norm.NFC.IsNormalString(typed), "nbsp text": strings.Contains(around, "\u00a0"), "nbsp query": strings.Contains(typed, "\u00a0"),
			"capitals": strings.ToLower(word) != word, "folded query": folded,
		} {
			if is {
				seen[kind]++
			}
		}
	}
}

// check compares the highlights with the words of the snippet, one by one.
func check(t *testing.T, s Snippet, asked []string, folded bool) {
	t.Helper()
	plain := func(w string) string {
		w = strings.ToLower(norm.NFC.String(w))
		if folded || viet.Fold(w) == w {
			return viet.Fold(w)
		}
		return viet.UnifyTone(w)
	}
	wanted := map[string]bool{}
	marked := false
	for _, w := range asked {
		wanted[plain(w)] = true
		marked = marked || viet.Fold(norm.NFC.String(w)) != strings.ToLower(norm.NFC.String(w))
	}
	runes := []rune(s.Text)
	lit := make([]bool, len(runes))
	for _, h := range s.Highlights {
		for i := h.Start; i < h.End; i++ {
			lit[i] = true
		}
	}
	for at := 0; at < len(runes); {
		if !isWordRune(runes[at]) {
			at++
			continue
		}
		end := at
		for end < len(runes) && (isWordRune(runes[end]) || unicode.Is(unicode.Mn, runes[end])) {
			end++
		}
		word := string(runes[at:end])
		some, all := false, true
		for i := at; i < end; i++ {
			some, all = some || lit[i], all && lit[i]
		}
		if some != all {
			t.Fatalf("asked %q: %q is highlighted in part in %q", asked, word, s.Text)
		}
		if all && !wanted[plain(word)] && !bareOf(word, asked) && !abbreviates(word) {
			t.Fatalf("asked %q: %q is highlighted in %q", asked, word, s.Text)
		}
		if !all && wanted[plain(word)] && !isStop(word) {
			t.Fatalf("asked %q: %q is not highlighted in %q", asked, word, s.Text)
		}
		at = end
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// bareOf reports whether a word without marks has the letters of one that was asked for.
func bareOf(word string, asked []string) bool {
	w := strings.ToLower(norm.NFC.String(word))
	if w != viet.Fold(w) {
		return false
	}
	for _, a := range asked {
		if viet.Fold(norm.NFC.String(a)) == w {
			return true
		}
	}
	return false
}

// abbreviates reports whether a word belongs to an abbreviation of the vocabulary or its long form.
func abbreviates(word string) bool {
	switch viet.Fold(norm.NFC.String(word)) {
	case "bhxh", "bao", "hiem", "xa", "hoi", "y", "te", "bhyt", "ho", "gia", "dinh", "nguoi", "lao", "dong", "hgd", "nld", "chinh", "sach", "ngay":
		return true
	}
	return false
}

func isStop(word string) bool {
	switch viet.Fold(norm.NFC.String(word)) {
	case "cua", "cac", "nhung", "duoc":
		return true
	}
	return false
}

func BenchmarkBest(b *testing.B) {
	text := strings.Repeat("Thực hiện Công văn số 2482/BHXH-TT ngày 12/9/2022 của Bảo hiểm xã hội Việt Nam, đề nghị các đơn vị báo cáo. ", 30)
	terms := Of(query.Parse("đơn vị báo cáo bảo hiểm", query.Options{}).Where)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Best(text, terms, 2, 0)
	}
}
