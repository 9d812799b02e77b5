package citation

import (
	_ "embed"
	"strings"

	"congvan/corpus"
	"congvan/extract/phrase"
)

//go:embed laws.tsv
var lawTable string

// statutes are the names of laws, codes and ordinances, a row of laws.tsv each: type word, name, and
// other ways to write it between "|". lawNames finds any of them by its words.
var statutes, lawNames = func() (rows []statute, names *phrase.Lexicon) {
	names = phrase.NewLexicon()
	for line := range strings.Lines(lawTable) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for k, name := range strings.Split(rest, "|") {
			if k == 0 {
				rows = append(rows, statute{kind, name, kind + " " + name})
			}
			names.Add(name, len(rows))
		}
	}
	return rows, names
}()

// statute is a row of laws.tsv: Luật, Bảo hiểm xã hội, and both.
type statute struct{ kind, name, full string }

// after is the statute's name after a type word as the text has it.
func (s statute) after(kind string) string {
	if kind == s.kind {
		return s.full
	}
	return kind + " " + s.name
}

// The words that can follow "Luật" without naming one, and those that end an unknown name.
var (
	noLaw    = lexicon("này", "TNHH", "các", "đó", "trên", "nêu trên", "sư", "gia", "pháp luật", "lệ", "khoa", "học", "chơi", "định", "hiện hành", "khác", "mới", "chuyên ngành", "có liên quan", "liên quan", "cũ", "tục", "Hà Nội", "thành phố Hồ Chí Minh", "là", "có", "được", "thì", "phải", "của", "và", "do", "ban hành", "quy định", "hiện nay", "hành chính", "quốc tế")
	nameEnds = lexicon("của", "ngày", "năm", "số", "được", "có", "là", "thì", "phải", "này", "đó", "và", "hoặc", "theo", "tại", "trong", "khi", "để", "đã", "do", "bằng", "từ",
		"nếu", "mà", "nêu", "hiện hành", "quy định", "ban hành", "về", "với", "cho", "đến", "không", "chưa", "sẽ", "cần", "đang", "gồm", "như", "sau", "trước", "nhằm", "hướng dẫn", "sửa đổi", "điều", "khoản", "điểm", "nên", "vào", "trên", "còn", "bị", "ở", "trừ", "kể", "và các", "tới")
	amending = lexicon("sửa đổi, bổ sung", "sửa đổi bổ sung", "sửa đổi", "bổ sung", "sửa đổi và bổ sung")
	lawWords = lexicon("Luật", "Bộ luật", "Pháp lệnh")
	republic = lexicon("nước Cộng hòa xã hội chủ nghĩa Việt Nam", "nước CHXHCN Việt Nam", "nước Việt Nam dân chủ cộng hòa", "Cộng hòa xã hội chủ nghĩa Việt Nam")
)

// The words that tell where names without a capital begin and end.
var (
	aboutWord   = lexicon("về")
	dateStart   = lexicon("ngày", "số")
	clauseWords = lexicon("này", "được", "thì", "phải", "có", "là", "và các", "của", "theo", "tại", "do", "hiện hành", "đã", "nếu", "khi", "năm", "để")
	relating    = lexicon("liên quan đến", "có liên quan đến", "về", "liên quan")
)

// maxNameTokens bounds a law's name; that of an amending law can hold two names.
const maxNameTokens = 64

// law reads a law by name after its type word text[i:end]: "Luật Bảo hiểm xã hội 2024", "Luật Giáo
// dục ngày 14 tháng 6 năm 2005", "Luật sửa đổi, bổ sung một số điều của Luật X". It answers where
// to go on.
func (f *finder) law(i, end int, word typeWord) int {
	upper := startsUpper(f.text, i)
	if next := skipBlanks(f.text, end); !upper && (next >= len(f.text) || !startsUpper(f.text, next)) {
		return end // pháp luật, luật này
	}
	window := f.scratch.scan(f.text, end, border(f.text, min(len(f.text), end+420)))
	window = window[:min(len(window), maxNameTokens)]
	heading := f.ownHeading(i, end)
	if heading && matches(amending, window) || f.enacts(i) {
		return end // of an amending law's own name the amended law is a reference
	}
	name, n, rule := readName(f.text, word.name, window, upper)
	if draft, other := f.unpassed(i); (draft || heading) && n > 0 {
		return window[n-1].End
	} else if draft || other {
		return end
	}
	if word.name == "Hiến pháp" {
		if !upper {
			return end
		}
		n, _ = republic.Match(window)
		name, rule = "Hiến pháp", "constitution"
	} else if n == 0 {
		if c, ok := f.unnumbered(i, end, word); ok {
			return f.add(c)
		}
		return end
	}
	c := Citation{Start: i, End: end, Name: name, Type: word.name, Rule: rule, Confidence: 0.93}
	if n > 0 {
		c.End = window[n-1].End
	}
	if rule == "unknown law" {
		c.Confidence = 0.75
	}
	f.lawNumber(&c)
	f.date(&c)
	return f.add(c)
}

// lawNumber reads the number after a name: Luật Các tổ chức tín dụng số 47/2010/QH12.
func (f *finder) lawNumber(c *Citation) {
	at := skipBlanks(f.text, c.End)
	if at < len(f.text) && (f.text[at] == ',' || f.text[at] == '(') {
		at = skipBlanks(f.text, at+1)
	}
	at, said := skipNumberWord(f.text, at)
	if n, to, ok := corpus.ScanDocumentNumber(f.text, at); ok && n.Serial > 0 && (said || n.Year > 0) {
		c.Number, c.End, c.Confidence = n, to, 0.97
	}
}

// ownHeading reports whether the type word text[i:end] is the heading of the document itself: in
// capitals on a line of its own, the name under it.
func (f *finder) ownHeading(i, end int) bool {
	word := f.text[i:end]
	line := strings.TrimLeft(f.text[end:min(len(f.text), end+8)], " \r\u00a0")
	before := strings.TrimRight(f.text[max(0, i-8):i], " \u00a0")
	return strings.HasPrefix(line, "\n") && (i == len(before) || strings.HasSuffix(before, "\n")) && strings.ToUpper(word) == word
}

// enacts reports whether the law at i is the one that the text enacts: "Quốc hội ban hành Luật …".
func (f *finder) enacts(i int) bool {
	line := f.text[max(0, i-64):i]
	line = strings.TrimSpace(line[strings.LastIndexByte(line, '\n')+1:])
	return strings.EqualFold(line, "quốc hội ban hành") || strings.EqualFold(line, "ủy ban thường vụ quốc hội ban hành") || strings.EqualFold(line, "uỷ ban thường vụ quốc hội ban hành")
}

// unpassed reports whether the word before i makes of "Luật" a draft (dự thảo Luật) or something
// else than a law (pháp luật, Đại học Luật).
func (f *finder) unpassed(i int) (draft, other bool) {
	before := strings.TrimRight(f.text[max(0, i-24):i], " \n\u00a0")
	k := max(strings.LastIndexAny(before, " \n(,;.\u00a0")+1, 0)
	switch strings.ToLower(before[k:]) {
	case "pháp", "học", "khoa", "viện", "ngành", "môn", "cử", "nhân", "ty", "hãng", "kỷ", "kỉ", "quy", "bộ":
		return false, true
	case "thảo", "án":
		return strings.HasSuffix(strings.ToLower(before[:k]), "dự "), false
	}
	return false, false
}

// readName reads a law's name from the tokens after its type word: its one spelling, how many
// tokens it takes and the rule.
func readName(text, kind string, window []phrase.Token, upper bool) (name string, n int, rule string) {
	if len(window) == 0 {
		return "", 0, ""
	}
	if n, _ := amending.Match(window); n > 0 {
		if n, inner, row := amendingName(window); n > 0 {
			name := kind + " " + lowerFirst(oneLine(text[window[0].Start:window[n-1].End]))
			if row > 0 { // the amended law in its one spelling
				name = kind + " " + lowerFirst(oneLine(text[window[0].Start:window[inner].Start])) + " " + statutes[row-1].name
			}
			return name, n, "amending law"
		}
		return "", 0, ""
	}
	if n, row := lawNames.Match(window); n > 0 && (upper || window[0].Is(phrase.Capital)) {
		if longer := datedName(text, window); longer > n && window[n].Is(phrase.Word) && !matches(nameEnds, window[n:]) {
			return kind + " " + oneLine(text[window[0].Start:window[longer-1].End]), longer, "unknown law"
		}
		return statutes[row-1].after(kind), n, "known law"
	}
	if matches(aboutWord, window) { // Luật về quản lý, sử dụng tài sản nhà nước
		if n, row := lawNames.Match(window[1:]); n > 0 {
			return statutes[row-1].after(kind), n + 1, "known law"
		}
	}
	if !upper {
		return "", 0, ""
	}
	n = datedName(text, window)
	if n > 0 || !matches(noLaw, window) && n == 0 {
		if n == 0 {
			n = unknownName(window)
		}
	}
	if n <= 0 {
		return "", 0, ""
	}
	return kind + " " + oneLine(text[window[0].Start:window[n-1].End]), n, "unknown law"
}

// datedName is how many tokens a name takes that the table does not have and that need not begin
// with a capital, because a number or a full date follows it: Pháp lệnh quy định thể lệ bầu cử Hội
// đồng nhân dân các cấp ngày 18 tháng 1 năm 1961. 0 when there is none.
func datedName(text string, window []phrase.Token) int {
	for k, tok := range window[:min(len(window), 18)] {
		if !tok.Is(phrase.Word) && !tok.Mark(',') {
			return 0
		}
		if matches(dateStart, window[k:]) && k > 0 {
			if _, end := readDate(text, tok.Start); end > 0 {
				return k
			}
			at, said := skipNumberWord(text, tok.Start)
			if n, _, ok := corpus.ScanDocumentNumber(text, at); ok && said && n.Year > 0 {
				return k
			}
			return 0
		}
		if matches(clauseWords, window[k:]) || tok.Is(phrase.Number) || matches(lawWords, window[k:]) || startsDocument(text, tok.Start) {
			return 0
		}
	}
	return 0
}

// unknownName is how many tokens a name takes that the table does not have: words up to the first
// that cannot be in a name; it must begin with a capital.
func unknownName(window []phrase.Token) int {
	if !window[0].Is(phrase.Word|phrase.Capital) || window[0].Is(phrase.Number) {
		return 0
	}
	for k, tok := range window {
		stop, _ := nameEnds.Match(window[k:])
		law, _ := lawWords.Match(window[k:])
		switch {
		case k > 14:
			return 0
		case stop > 0 || law > 0 || !tok.Is(phrase.Word) || tok.Is(phrase.Number) || k > 0 && tok.Is(phrase.Newline) && tok.Is(phrase.Capital):
			if tok.Mark('/') || k == 1 && (!window[0].Is(phrase.Caps) || window[0].End-window[0].Start < 2) {
				return 0 // a lone syllable names nothing that the table lacks
			}
			return k
		}
	}
	return len(window)
}

// amendingName is how many tokens the name of an amending law takes, up to the end of the law (or
// laws) that it amends, with the token where that law's name begins and its row in the table, 0
// when it has none there; n is 0 when no law follows.
func amendingName(window []phrase.Token) (n, inner, row int) {
	for k := range window {
		if k > 36 || window[k].Mark('.') || window[k].Mark(';') {
			return 0, 0, 0
		}
		m, _ := lawWords.Match(window[k:])
		if m == 0 || k+m >= len(window) {
			continue
		}
		inner = k + m
		if window[inner].Mark(':') {
			inner++
		}
		if n, row := lawNames.Match(window[inner:]); n > 0 {
			return inner + n, inner, row
		}
		if n, _ := relating.Match(window[inner:]); n > 0 { // các luật liên quan đến đầu tư xây dựng cơ bản
			return inner + n + topic(window[inner+n:]), inner, 0
		}
		if inner < len(window) {
			if n := unknownName(window[inner:]); n > 0 {
				return inner + n, inner, 0
			}
		}
	}
	return 0, 0, 0
}

func lowerFirst(s string) string {
	if rest, ok := strings.CutPrefix(s, "S"); ok {
		return "s" + rest
	}
	return s
}

// topic is how many tokens say what the amended laws are about.
func topic(window []phrase.Token) int {
	for k, tok := range window {
		if k > 12 || !tok.Is(phrase.Word) || tok.Is(phrase.Number) || k > 0 && matches(nameEnds, window[k:]) {
			return k
		}
	}
	return len(window)
}
