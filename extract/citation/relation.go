package citation

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/phrase"
)

// A cue is words before a citation that say what this document is to the cited one.
type cue struct {
	words    string
	relation corpus.Relation
	opening  bool // counts at the beginning of a sentence, whatever stands between it and the citation
}

// cues: of several before a citation the nearest stands.
var cues = []cue{
	{"căn cứ", corpus.RelationBasis, true},           // Căn cứ Luật Ngân sách nhà nước
	{"căn cứ vào", corpus.RelationBasis, true},       //
	{"xét", corpus.RelationBasis, true},              // Xét Tờ trình số 290/TTr-BCA
	{"theo đề nghị của", corpus.RelationBasis, true}, // Theo đề nghị của … tại Tờ trình số …
	{"thực hiện", corpus.RelationImplements, true},   // Thực hiện Chỉ thị số 11/CT-TTg
	{"tổ chức thực hiện", corpus.RelationImplements, false},
	{"triển khai thực hiện", corpus.RelationImplements, true},
	{"tổ chức triển khai thực hiện", corpus.RelationImplements, false},
	{"triển khai", corpus.RelationImplements, true}, // Triển khai Kế hoạch số 298-KH/BCSĐ
	{"để triển khai", corpus.RelationImplements, true},
	{"để thực hiện", corpus.RelationImplements, true},
	{"nhằm thực hiện", corpus.RelationImplements, true},
	{"nhằm triển khai", corpus.RelationImplements, true},
	{"tiếp tục thực hiện", corpus.RelationImplements, true},
	{"tiếp tục triển khai", corpus.RelationImplements, true},
	{"tiếp theo", corpus.RelationImplements, true}, // Tiếp theo Công văn số …
	{"thi hành", corpus.RelationImplements, false},
	{"cụ thể hóa", corpus.RelationImplements, false},
	{"thay thế", corpus.RelationReplaces, false},          // thay thế Quyết định số …
	{"thay thế cho", corpus.RelationReplaces, false},      //
	{"sửa đổi, bổ sung", corpus.RelationAmends, false},    // sửa đổi, bổ sung một số điều của Nghị định số …
	{"sửa đổi bổ sung", corpus.RelationAmends, false},     //
	{"sửa đổi", corpus.RelationAmends, false},             //
	{"bổ sung", corpus.RelationAmends, false},             //
	{"đính chính", corpus.RelationAmends, false},          // đính chính Thông tư số …
	{"điều chỉnh", corpus.RelationAmends, false},          //
	{"bãi bỏ", corpus.RelationRepeals, false},             // Bãi bỏ Thông tư số …
	{"hủy bỏ", corpus.RelationRepeals, false},             //
	{"thu hồi", corpus.RelationRepeals, false},            //
	{"hướng dẫn", corpus.RelationGuides, false},           // hướng dẫn Luật Bảo hiểm y tế
	{"hướng dẫn thực hiện", corpus.RelationGuides, false}, // hướng dẫn thực hiện Nghị định số …
	{"hướng dẫn thi hành", corpus.RelationGuides, false},  //
	{"quy định chi tiết", corpus.RelationGuides, false},   // quy định chi tiết một số điều của Luật Việc làm
	{"quy định chi tiết thi hành", corpus.RelationGuides, false},
	{"quy định chi tiết và hướng dẫn thi hành", corpus.RelationGuides, false},
	{"quy định chi tiết việc thi hành", corpus.RelationGuides, false},
	{"ban hành kèm theo", corpus.RelationAttached, false}, // Quy chế ban hành kèm theo Quyết định số …
	{"kèm theo", corpus.RelationAttached, false},          //
	{"theo", corpus.RelationCites, false},                 // thực hiện theo Nghị định số …
	{"căn cứ quy định tại", corpus.RelationBasis, true},   //
	{"theo hướng dẫn", corpus.RelationCites, false},       // theo hướng dẫn tại Mục III Kế hoạch số …
	{"hướng dẫn tại", corpus.RelationCites, false},        //
	{"thực hiện theo", corpus.RelationCites, false},       //
	{"thay mặt", corpus.RelationCites, false},
}

// fillers may stand between a cue and the citation.
var fillers = lexicon("một số điều", "một số", "điều", "khoản", "điểm", "nội dung", "quy định", "của", "các", "tại", "toàn bộ", "đối với", "và", "việc", "có hiệu quả", "nghiêm túc", "nghiêm",
	"tốt", "kịp thời", "hiệu quả", "đúng", "đầy đủ", "chỉ đạo", "tinh thần", "ý kiến", "số", "mục", "chương", "phần", "phụ lục", "những", "thi hành", "thực hiện", "biện pháp", "cho", "lần thứ",
	"nêu", "văn bản", "đồng bộ", "a", "b", "c", "d", "đ", "e", "g", "h")

var (
	cueWords = func() *phrase.Lexicon {
		l := phrase.NewLexicon()
		for k, c := range cues {
			l.Add(c.words, k+1)
		}
		return l
	}()
	passiveWords = lexicon("được", "bị", "đã được", "đã bị")
	agentWords   = lexicon("bởi", "theo", "tại", "bằng")
	nounWords    = lexicon("kết quả", "việc", "tình hình", "công tác", "quá trình", "trong", "về", "sau", "năm", "khi", "quy định", "hướng dẫn", "quy chế", "kế hoạch", "báo cáo", "văn bản")
	subjectWords = lexicon("V/v", "về việc")
)

// sentenceReach is how far back a sentence is followed, in bytes.
const sentenceReach = 360

// relate says of every citation which part it names and what this document is to it.
func (f *finder) relate() {
	for k := range f.found {
		c := &f.found[k]
		start := sentenceStart(f.text, c.Start, sentenceReach)
		var last *Citation
		low := start
		if k > 0 && f.found[k-1].End > start {
			last = &f.found[k-1]
			low = last.End
		}
		c.Provision, c.from = f.pinpoint(c, low)
		c.Relation, c.Passive = f.relation(c, last, start)
		if k > 0 && last == nil && c.Relation == corpus.RelationCites && f.continuesOpening(&f.found[k-1], start) {
			c.Relation = f.found[k-1].Relation
		}
		if last == nil && inRelatedList(f.text[start:c.from]) {
			c.Relation, c.Rule = corpus.RelationListed, "related documents"
		}
		if c.Issued.IsZero() {
			f.dateBefore(c, start)
		}
	}
}

// continuesOpening reports whether the clause at start goes on with the one that began with "Căn cứ"
// or "Thực hiện": "Thực hiện Quyết định số 130/QĐ-BYT; yêu cầu của Bộ Y tế tại công văn số …".
func (f *finder) continuesOpening(last *Citation, start int) bool {
	if last.Relation != corpus.RelationBasis && last.Relation != corpus.RelationImplements || start == 0 || f.text[start-1] != ';' || start-last.tail > sentenceReach {
		return false
	}
	at := skipBlanks(f.text, start)
	return at < len(f.text) && !strings.Contains(f.text[min(last.tail, start):start], ". ") && (f.text[start] == ' ' && at == start+1 || f.text[start] == '\n') && continuesLine(f.text, at)
}

// relation reads the cues between start, where the sentence begins, and a citation; last is the
// citation before it in the same sentence.
func (f *finder) relation(c, last *Citation, start int) (relation corpus.Relation, passive bool) {
	low := start
	if last != nil {
		low = last.End
		tail := last.tail
		gap := f.text[low:c.from]
		if tail > last.End && tail <= c.from && joins(f.text[tail:c.from]) || joins(gap) {
			return last.Relation, last.Passive // one list, one cue
		}
		if c.Start < tail {
			return corpus.RelationCites, false // in the title of the document before
		}
		if at := skipBlanks(f.text, low); tail == last.End && at < c.from && f.text[at] != ',' && !begins(f.text, at, "và", "đồng thời", "này") {
			return corpus.RelationCites, false // what that document does, not this one
		}
		if tail > last.End {
			low = min(tail, c.from)
		}
	}
	window := f.scratch.scan(f.text, low, c.from)
	if start > 0 && f.text[start-1] == '\t' && matches(subjectWords, window) {
		return corpus.RelationCites, false // the subject of a document in a table's row
	}
	for k := 0; k < len(window); k++ {
		n, row := cueWords.Match(window[k:])
		if n == 0 {
			continue
		}
		q := cues[row-1]
		rest := window[k+n:]
		opens := q.opening && last == nil && (k == 0 || k == 1 && !window[0].Is(phrase.Word))
		if opens && relation == "" {
			relation = q.relation
		}
		if q.relation == corpus.RelationAmends || q.relation == corpus.RelationReplaces || q.relation == corpus.RelationRepeals {
			if k > 0 && matches(passiveWords, window[k-1:k]) {
				if len(rest) > 0 && matches(agentWords, rest) && onlyFillers(f.text, rest[1:]) && last == nil {
					return q.relation, true
				}
				continue
			}
		}
		if q.relation == corpus.RelationImplements && !opens && spokenOf(window, k) {
			k += n - 1
			continue
		}
		if onlyFillers(f.text, rest) {
			if !(relation == corpus.RelationBasis && q.relation == corpus.RelationCites) {
				relation = q.relation
			}
		}
		k += n - 1
	}
	if relation == "" {
		relation = corpus.RelationCites
		if f.expires(c, start) {
			relation = corpus.RelationRepeals
		}
	}
	return relation, false
}

// spokenOf reports whether the action at window[k] is spoken of and not done: kết quả triển khai
// thực hiện Nghị quyết số 96, V/v thực hiện Công văn số 2858.
func spokenOf(window []phrase.Token, k int) bool {
	for back := 1; back <= 3 && back <= k; back++ {
		if matches(nounWords, window[k-back:]) {
			return true
		}
	}
	return matches(subjectWords, window)
}

// joins reports whether s only joins one citation of a list to the next, "của Chính phủ" and the
// like read already.
func joins(s string) bool {
	return connects(s) || connects(strings.TrimSuffix(strings.TrimSpace(s), "các"))
}

// begins reports whether one of the words stands at i.
func begins(text string, i int, words ...string) bool {
	for _, word := range words {
		if matchWords(text, i, word) > 0 {
			return true
		}
	}
	return false
}

// onlyFillers reports whether nothing between a cue and its citation has a meaning of its own.
func onlyFillers(text string, window []phrase.Token) bool {
	for k := 0; k < len(window); {
		n, _ := fillers.Match(window[k:])
		switch {
		case n > 0:
			k += n
		case window[k].Mark(',') || window[k].Mark('"') || isOrdinal(text, window[k]):
			k++
		default:
			return false
		}
	}
	return true
}

// expires reports whether the sentence begins with the citation and says that it is no longer in
// force: "Thông tư số 09/2009/TT-BNN … hết hiệu lực kể từ ngày …".
func (f *finder) expires(c *Citation, start int) bool {
	if strings.TrimSpace(strings.Trim(f.text[start:c.from], "-–+•0123456789.) ")) != "" {
		return false
	}
	rest := f.text[c.tail:border(f.text, min(len(f.text), c.tail+200))]
	if k := strings.IndexAny(rest, ".;\n"); k >= 0 {
		rest = rest[:k]
	}
	k := strings.Index(rest, "hết hiệu lực")
	return k >= 0 && !strings.ContainsAny(rest[:k], "/")
}

// dateBefore reads "Ngày 29/12/2020, BHXH Việt Nam đã ban hành Kế hoạch số 4217/KH-BHXH".
func (f *finder) dateBefore(c *Citation, start int) {
	low := border(f.text, max(start, c.Start-180))
	k := strings.LastIndex(f.text[low:c.Start], "gày ")
	if k < 1 {
		return
	}
	d, end := readDate(f.text, low+k-1)
	if end == 0 || end >= c.Start {
		return
	}
	gap := strings.TrimRight(f.text[end:c.Start], " \n")
	for _, verb := range [...]string{" ban hành", " có", " ký", " ra", " ký ban hành"} {
		if strings.HasSuffix(gap, verb) {
			c.Issued = d
		}
	}
}

// inRelatedList reports whether what stands before a citation in its line is the marker of the lists
// of related documents that law sites put around a text: "- 2 Nghị quyết 28-NQ/TW năm 2018 về …".
func inRelatedList(before string) bool {
	rest, dash := strings.CutPrefix(strings.TrimSpace(before), "- ")
	return dash && len(rest) > 0 && len(rest) < 4 && strings.Trim(rest, "0123456789") == ""
}
