package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus/viet"
	"congvan/extract/phrase"
)

// Canonical is a unit's name as it stands in running text, for a name set in capitals in a
// letterhead: "BẢO HIỂM XÃ HỘI VIỆT NAM" gives "Bảo hiểm xã hội Việt Nam". A name that the
// register does not know is written after NĐ 30/2020 annex II: a capital for the first syllable
// of the organ's kind and of its field, for every syllable of a place. A name that has small
// letters is left as it is, white space apart.
func (r *Register) Canonical(name string) string {
	name = strings.Trim(strings.Join(strings.Fields(name), " "), "-–_*.,;: ")
	if strings.IndexFunc(name, unicode.IsLower) >= 0 {
		return name
	}
	if written, ok := r.canonical[normalise(name)]; ok && !isAbbreviation(name) {
		return written
	}
	return r.recase(name)
}

// ownField are kinds of organs whose words hold the field: "Ban Quản lý dự án", "Ban Chỉ đạo phòng, chống".
var ownField = map[string]bool{"Ban Quản lý": true, "Ban Chỉ đạo": true, "Ban Chỉ huy": true, "Ban Tổ chức": true, "Tổ công tác": true, "Đoàn kiểm tra": true, "Đoàn công tác": true}

// setWords are words that are written alike inside any name: regions, the country, committees of the
// Party, and what would be taken for a place ("xã" of "xã hội").
var setWords, setWordList = func() (*phrase.Lexicon, []string) {
	l, words := phrase.NewLexicon(), []string{
		"miền Bắc", "miền Trung", "miền Nam", "miền Tây", "xã hội", "nhân dân", "một thành viên", "hai thành viên trở lên", "bản đồ", "bản quyền", "vùng kinh tế trọng điểm",
		"Việt Nam", "Trung ương", "trực thuộc trung ương", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy",
	}
	for k, w := range words {
		l.Add(w, k+1)
	}
	return l, words
}()

// isAbbreviation tells "UBND" from "QUỐC HỘI".
func isAbbreviation(name string) bool { return !strings.Contains(name, " ") }

// recase writes a name in capitals by rule, part by part.
func (r *Register) recase(name string) string {
	tokens := phrase.Scan(make([]phrase.Token, 0, 32), name, 0, len(name))
	var b strings.Builder
	end := 0
	write := func(from, to int, words string) { // tokens[from:to] as words
		b.WriteString(name[end:tokens[from].Start])
		b.WriteString(words)
		end = tokens[to-1].End
	}
	capital, inPlace := true, false
	for i := 0; i < len(tokens); {
		rest := tokens[i:]
		if n, k := fields.Match(rest); n > 1 && i > 0 && capital {
			write(i, i+n, fieldWords[k-1])
			i, capital, inPlace = i+n, true, false
			continue
		}
		if n, k := r.names.Match(rest); n > 1 && !isHead(rest[:n]) {
			write(i, i+n, r.units[k-1].Name)
			i, capital, inPlace = i+n, true, false
			continue
		}
		if n, k := r.placeAt(name, rest); n > 0 && i > 0 {
			write(i, i+n, r.provinces[k].name)
			i, capital, inPlace = i+n, true, false
			continue
		}
		if n, k := setWords.Match(rest); n > 0 && i > 0 {
			written := setWordList[k-1]
			write(i, i+n, written)
			i, capital, inPlace = i+n, strings.HasSuffix(written, "thành viên"), strings.HasSuffix(written, " ủy")
			continue
		}
		if word := name[tokens[i].Start:tokens[i].End]; word == "TP" || word == "TX" { // TP. HỒ CHÍ MINH
			write(i, i+1, word)
			i, inPlace = i+1, true
			continue
		}
		if n, _ := placeNouns.Match(rest); n > 0 && i > 0 {
			write(i, i+n, strings.ToLower(name[tokens[i].Start:tokens[i+n-1].End]))
			i, inPlace = i+n, true
			continue
		}
		if n, k := heads.Match(rest); n > 0 && headWords[k-1].class != headGroup && !inPlace && (n > 1 || i == 0) {
			write(i, i+n, headWords[k-1].text)
			i, capital = i+n, !ownField[headWords[k-1].text]
			continue
		}
		word := name[tokens[i].Start:tokens[i].End]
		switch {
		case !tokens[i].Is(phrase.Word):
			capital = true
			write(i, i+1, word)
		case word == "VÀ" || word == "CỦA" || word == "CÁC":
			write(i, i+1, strings.ToLower(word))
			capital = word == "VÀ"
		case len(word) > 1 && !viet.IsSyllable(strings.ToLower(word)): // TNHH, MTV
			write(i, i+1, word)
			capital = true
		case capital || inPlace:
			write(i, i+1, title(word))
			capital = false
		default:
			write(i, i+1, strings.ToLower(word))
		}
		i++
	}
	b.WriteString(name[end:])
	return b.String()
}

// isHead reports whether tokens are a kind of organ alone, which names no unit: "VĂN PHÒNG".
func isHead(tokens []phrase.Token) bool {
	n, _ := heads.Match(tokens)
	return n == len(tokens)
}

// placeAt is a province's name at the beginning of tokens.
func (r *Register) placeAt(text string, tokens []phrase.Token) (n, k int) {
	if !tokens[0].Is(phrase.Word) {
		return 0, 0
	}
	for n := min(5, len(tokens)); n >= 2; n-- {
		if k, ok := r.places[normalise(text[tokens[0].Start:tokens[n-1].End])]; ok {
			return n, k
		}
	}
	return 0, 0
}

func title(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + strings.ToLower(word[size:])
}
