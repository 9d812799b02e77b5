package citation

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/phrase"
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
		if last != nil && joins(f.text[last.End:c.from]) {
			c.listed = true
			f.share(k)
		}
	}
}

// share gives the issuer at the end of a list to those before it: Nghị định A và Nghị định B của
// Chính phủ.
func (f *finder) share(k int) {
	c := &f.found[k]
	for ; k > 0 && f.found[k].listed; k-- {
		d := &f.found[k-1]
		if d.Type != c.Type {
			return
		}
		if d.Issuer != "" || c.Issuer == "" {
			return
		}
		d.Issuer = c.Issuer
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

// relation says what the document is to a citation: what it inherits from last, the citation before
// it in the same sentence, or what the cues say between start, where the sentence begins, and it.
func (f *finder) relation(c, last *Citation, start int) (relation corpus.Relation, passive bool) {
	low := start
	if last != nil {
		if relation, passive, ok := f.inherited(c, last); ok {
			return relation, passive
		}
		low = min(last.tail, c.from)
	}
	window := f.scratch.scan(f.text, low, c.from)
	if start > 0 && f.text[start-1] == '\t' && matches(subjectWords, window) {
		return corpus.RelationCites, false // the subject of a document in a table's row
	}
	relation, passive = f.readCues(window, last == nil)
	if relation == "" && f.expires(c, start) {
		return corpus.RelationRepeals, false
	}
	if relation == "" {
		relation = corpus.RelationCites
	}
	return relation, passive
}

// inherited is the relation that a citation has from the one before it: the same in a list, and
// none of the document's own where the one before acts on it.
func (f *finder) inherited(c, last *Citation) (relation corpus.Relation, passive, ok bool) {
	gap := f.text[last.End:c.from]
	if joins(gap) || last.tail > last.End && last.tail <= c.from && joins(f.text[last.tail:c.from]) {
		return last.Relation, last.Passive, true // one list, one cue
	}
	if c.Start < last.tail {
		return corpus.RelationCites, false, true // in the title of the document before
	}
	at := skipBlanks(f.text, last.End)
	if last.tail == last.End && at < c.from && f.text[at] != ',' && !begins(f.text, at, "và", "đồng thời", "này") {
		return corpus.RelationCites, false, true // Nghị định A sửa đổi Nghị định B: not what this document does
	}
	return "", false, false
}

// readCues reads the cues in the words before a citation, of which the nearest stands; opening is
// whether the words begin their sentence. "" when there is none.
func (f *finder) readCues(window []phrase.Token, opening bool) (relation corpus.Relation, passive bool) {
	for k := 0; k < len(window); k++ {
		n, row := cueWords.Match(window[k:])
		if n == 0 {
			continue
		}
		q, rest := cues[row-1], window[k+n:]
		opens := q.opening && opening && (k == 0 || k == 1 && !window[0].Is(phrase.Word))
		if opens && relation == "" {
			relation = q.relation
		}
		switch {
		case q.reversible() && k > 0 && matches(passiveWords, window[k-1:k]):
			if opening && matches(agentWords, rest) && onlyFillers(f.text, rest[1:]) {
				return q.relation, true
			}
		case q.relation == corpus.RelationImplements && !opens && spokenOf(window, k):
		case q.relation == corpus.RelationCites && relation == corpus.RelationBasis:
		case onlyFillers(f.text, rest):
			relation = q.relation
		}
		k += n - 1
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
