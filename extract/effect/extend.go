package effect

import (
	"strconv"
	"strings"

	"congvan/corpus"
	"congvan/extract/phrase"
	"congvan/extract/temporal"
)

// extend reads an extension: the verb at token k, what the time is for, the document that set it,
// and the dates.
func (f *finder) extend(k, n int, v *verb, passive bool) {
	of, ok := "", false
	if passive {
		of, ok = f.timeBefore(k)
	} else {
		of, ok = f.timeAfter(k+n, v)
	}
	if !ok {
		return
	}
	e := corpus.Effect{Kind: corpus.Extends, Of: of, Rule: "extend/verb", Confidence: 0.9}
	end := f.dates(k+n, &e)
	dated := !e.To.IsZero() || e.Duration != ""
	cite, at := f.setter(k+n, len(f.toks))
	if passive || cite < 0 && !f.spreads(k) {
		cite, at = f.setter(0, k)
	}
	first := k
	switch {
	case cite >= 0:
		e.Provision = f.Citations[cite].Provision
		first, end = min(first, at), max(end, at+1)
		if !dated { // the subject of a document whose body has the date
			if !f.begins(k) {
				return
			}
			e.Confidence = 0.6
		}
	case dated && f.subject >= 0:
		cite, e.Rule, e.Confidence = f.subject, "extend/subject", 0.85
	case dated && !f.supposed() && (!passive || f.pointsAbove()) && f.lastNamed() >= 0:
		cite, e.Rule, e.Confidence = f.last, "extend/above", 0.7
	default:
		return
	}
	if !dated && f.subject < 0 {
		f.subject = cite
	}
	f.emit(e, cite, first, max(end, k+n))
}

// supposed reports whether the sentence opens with a condition.
func (f *finder) supposed() bool {
	return f.is(0, "nếu") || f.is(0, "trường") && f.is(1, "hợp")
}

// pointsAbove reports whether the sentence points at what was named before: "thời hạn nêu trên".
func (f *finder) pointsAbove() bool {
	for k := range f.toks {
		if f.at(aboveWords, k) > 0 {
			return true
		}
	}
	return false
}

// begins reports whether the sentence begins with the verb at token k, "V/v", numbering and the
// like apart.
func (f *finder) begins(k int) bool {
	for i := range k {
		t := f.toks[i]
		if t.Is(phrase.Word) && !t.Is(phrase.Number) && t.End-t.Start > 2 && !f.is(i, "việc") && !f.is(i, "về") && !f.is(i, "thông") && !f.is(i, "báo") && !f.is(i, "điều") {
			return false
		}
	}
	return true
}

// spreads reports whether the sentence has no document before token k.
func (f *finder) spreads(k int) bool { return f.citeBefore(k) < 0 }

// timeAfter reads what an extension gives more time: "thời hạn gửi báo cáo", "thực hiện".
func (f *finder) timeAfter(j int, v *verb) (of string, ok bool) {
	for m := f.at(lightWords, j); m > 0; m = f.at(lightWords, j) {
		j += m
	}
	if m := f.at(deadlineWords, j); m > 0 {
		return f.object(j + m), true
	}
	if v.alone && f.at(taskWords, j) > 0 {
		return f.object(j), true
	}
	return "", false
}

// timeBefore reads the subject of "được gia hạn": a time that the sentence begins with.
func (f *finder) timeBefore(k int) (of string, ok bool) {
	for j := 0; j < k; j++ {
		if m := f.at(deadlineWords, j); m > 0 && !f.is(j, "ngày") && !f.is(j, "hạn") {
			return f.object(j + m), true
		}
		if f.cites[j] >= 0 {
			return "", false
		}
	}
	return "", false
}

// object is the words from token j to what ends them.
func (f *finder) object(j int) string {
	end := j
	for end < len(f.toks) && end < j+24 && f.toks[end].Is(phrase.Word) {
		if n := f.at(taskWords, end); n > 0 { // hoàn thành
			end += n
			continue
		}
		if f.at(objectEnds, end) > 0 || f.inProvisionHere(end) {
			break
		}
		end++
	}
	return f.words(j, end)
}

// inProvisionHere reports whether a part that a citation names begins at token k.
func (f *finder) inProvisionHere(k int) bool {
	return f.at(partWord, k) > 0 && f.inProvision(k)
}

// setter is the document among tokens [from, to) that can have set a time, and its token; -1 for
// none.
func (f *finder) setter(from, to int) (cite, at int) {
	for j := from; j < to; j++ {
		cite := f.cites[j]
		if cite < 0 || f.quote[j] > 0 {
			continue
		}
		c := &f.Citations[cite]
		if !f.eligible[cite] || norm(c.Type) || strings.Contains(c.Number.Symbol, "QH") || f.toks[j].Start < f.tailBefore(j) {
			continue
		}
		if f.loose(j, from) || f.reason(j) {
			continue
		}
		return cite, j
	}
	return -1, -1
}

// reason reports whether the citation at token j opens the sentence as what it rests on: "Thực hiện
// Công văn số …", "Căn cứ Công văn số …"; "Tiếp theo Công văn số …" goes on with what it ordered.
func (f *finder) reason(j int) bool {
	switch f.Citations[f.cites[j]].Relation {
	case corpus.RelationBasis, corpus.RelationImplements, corpus.RelationGuides:
		for k := max(0, j-6); k < j; k++ {
			if f.is(k, "tiếp") && f.is(k+1, "theo") || f.at(deadlineWords, k) > 0 || f.is(k, "hạn") {
				return false
			}
		}
		return true
	}
	return false
}

// loose reports whether the words before the citation at token j give a reason: "theo hướng dẫn
// tại", "căn cứ", "theo đề nghị của … tại".
func (f *finder) loose(j, from int) bool {
	for k := j - 1; k >= from && k >= j-8 && !f.border(k) && f.cites[k] < 0; k-- {
		if n := f.at(loose, k); n > 0 {
			return true
		}
	}
	return false
}

// maxDates bounds how many words of a sentence are asked for a date.
const maxDates = 12

// dates reads from when to when, or how much longer, in the tokens from j on, and says which token
// comes after what it read.
func (f *finder) dates(j int, e *corpus.Effect) (end int) {
	var moved corpus.Date
	tried := 0
	for k := j; k < len(f.toks) && tried < maxDates; k++ {
		if f.cites[k] >= 0 || f.quote[k] > 0 && f.toks[k].Mark('"') {
			continue
		}
		if f.is(k, "thêm") {
			if after := f.longer(k+1, e); after > 0 {
				end = after
			}
			continue
		}
		back, on := f.at(since, k), f.at(until, k)
		if back == 0 && on == 0 {
			continue
		}
		tried++
		due, bound, after := f.date(k)
		if after == 0 {
			continue
		}
		switch {
		case back > 0:
			if e.From.IsZero() {
				e.From = due
			}
		case e.To.IsZero():
			e.To, e.Bound = due, bound
			end = after
		case f.at(into, k) > 0: // trước ngày 15/6 thành trước ngày 30/6
			moved, e.To, e.Bound = e.To, due, bound
			end = after
		}
		k = after - 1
	}
	if e.From.IsZero() {
		e.From = moved
	}
	return end
}

// date reads the date that a bound at token k begins: due, the bound, and the token after it; 0
// when there is none.
func (f *finder) date(k int) (due corpus.Date, bound corpus.Bound, after int) {
	start := f.toks[k].Start
	stop := k + 1
	for stop < len(f.toks) && stop < k+14 && f.cites[stop] < 0 && (stop == k+1 || f.at(until, stop) == 0 || f.at(until, stop-1) > 0) && f.at(since, stop) == 0 {
		stop++
	}
	lead := f.toks[k].End // "đến", "sang" … as the grammar of times knows them, or left out
	if f.at(into, k) > 0 || f.at(since, k) > 0 || f.is(k, "là") || f.is(k, "vào") {
		start = lead
	}
	found := temporal.Find(f.Text[start:f.toks[stop-1].End], f.Times)
	if len(found) == 0 || found[0].Start > 24 {
		return due, "", 0
	}
	t := found[0].Timing
	due, bound = t.Due, t.Bound
	if due.IsZero() {
		due, bound = t.To, corpus.By
	}
	if due.IsZero() || t.RRule != "" {
		return corpus.Date{}, "", 0
	}
	if f.at(into, k) > 0 && bound == corpus.On || bound == corpus.From {
		bound = ""
	}
	for after = k + 1; after < stop && f.toks[after].Start < start+found[0].End; after++ {
	}
	return due, bound, after
}

// longer reads how much longer at token j: "15 ngày", "10 (mười) ngày làm việc", "02 tháng".
func (f *finder) longer(j int, e *corpus.Effect) (after int) {
	if j >= len(f.toks) || !f.toks[j].Is(phrase.Number) {
		return 0
	}
	n, err := strconv.Atoi(f.Text[f.toks[j].Start:f.toks[j].End])
	if err != nil || n <= 0 || n > 3650 {
		return 0
	}
	k := j + 1
	if k < len(f.toks) && f.toks[k].Mark('(') {
		for k < len(f.toks) && k < j+8 && !f.toks[k].Mark(')') {
			k++
		}
		k++
	}
	for _, unit := range [...]struct{ word, letter string }{{"ngày", "D"}, {"tuần", "W"}, {"tháng", "M"}, {"năm", "Y"}} {
		if f.is(k, unit.word) {
			e.Duration = "P" + strconv.Itoa(n) + unit.letter
			k++
			if f.is(k, "làm") && f.is(k+1, "việc") {
				e.WorkingDays = true
				k += 2
			}
			return k
		}
	}
	return 0
}
