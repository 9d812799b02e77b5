package effect

import (
	"congvan/corpus"
	"congvan/extract/phrase"
	"congvan/extract/temporal"
)

// corrects reads what a text puts right after a verb at token k: from here on its pairs are about
// that document.
func (f *finder) corrects(k, n int, passive bool) {
	cite := -1
	if passive { // Công văn số … được đính chính như sau
		if c, _ := f.setter(0, k); c >= 0 && (f.is(k+n, "như") || k+n < len(f.toks) && f.toks[k+n].Mark(':')) {
			f.target, f.place = c, f.Citations[c].Provision
		}
		return
	}
	for j := k + n; j < len(f.toks) && j < k+n+24; j++ {
		if c := f.cites[j]; c >= 0 {
			if f.eligible[c] && f.quote[j] == 0 && !f.loose(j, k+n) {
				cite = c
				f.emit(corpus.Effect{Kind: corpus.Corrects, Provision: f.Citations[c].Provision, Rule: "correct/verb", Confidence: 0.6}, c, k, j+1)
			}
			break
		}
		if f.toks[j].Mark(',') || f.toks[j].Mark(':') {
			break
		}
	}
	if cite >= 0 {
		f.target, f.place = cite, f.Citations[cite].Provision
	} else if f.target < 0 {
		f.target = f.lastNamed()
	}
}

// where notes the part that a sentence of corrections speaks of: "1. Tại mục 2:".
func (f *finder) where() {
	if f.target < 0 {
		return
	}
	if place := f.part(0, len(f.toks)); place != "" {
		f.place = place
	}
}

// part is the first part of a document that tokens [from, to) name outside quotations: "điểm a
// khoản 1 mục II".
func (f *finder) part(from, to int) string {
	for k := from; k < to; k++ {
		if f.quote[k] > 0 || f.at(partWord, k) == 0 {
			continue
		}
		end := k
		for n := k; n < to && f.quote[n] == 0 && f.cites[n] < 0; n++ {
			t := f.toks[n]
			if f.at(partWord, n) > 0 || f.toks[n].Mark(',') || f.is(n, "và") || f.is(n, "của") || t.Mark('.') && end == n && !t.Is(phrase.Spaced) {
				continue
			}
			size := t.End - t.Start
			label := t.Is(phrase.Word) && (t.Is(phrase.Number) && size < 5 || size <= 2 || t.Is(phrase.Caps) && size <= 5)
			if !label {
				break
			}
			end = n + 1
		}
		if end > k+1 {
			return f.words(k, end)
		}
	}
	return ""
}

// pairs reads the corrections of a sentence: what stood there, a connector, what to read instead.
func (f *finder) pairs() {
	cite := f.target
	for k, c := range f.cites {
		if c >= 0 && f.quote[k] == 0 && f.eligible[c] && !f.loose(k, 0) {
			cite = c
			break
		}
	}
	left := 0
	for k := 0; k < len(f.toks); k++ {
		if f.quote[k] > 0 {
			continue
		}
		n, sure := f.at(connectors, k), true
		if n == 0 {
			n, sure = f.at(weak, k), false
			if n == 0 || k == 0 || !f.toks[k-1].Mark('"') && !f.toks[k-1].Mark(')') || k+n >= len(f.toks) || !f.toks[k+n].Mark('"') {
				continue
			}
		}
		right := k + n
		for right < len(f.toks) && !(f.quote[right] == 0 && f.at(connectors, right) > 0) {
			right++
		}
		was, wasAt := f.quotation(left, k, true)
		now, nowEnd := f.quotation(k+n, right, false)
		if was == "" && f.wrong != "" {
			was, wasAt = f.wrong, k
		}
		if cite >= 0 && was != "" && now != "" && (sure || f.target >= 0 || f.pointed(cite)) {
			f.pair(cite, left, k, wasAt, nowEnd, was, now)
		}
		f.wrong = ""
		left = max(nowEnd, k+n)
		k = left - 1
	}
	for k := range f.toks { // Đã in là: "…"; the connector comes in the next sentence
		if n := f.at(written, k); n > 0 && f.quote[k] == 0 && left == 0 {
			f.wrong, _ = f.quotation(k+n, len(f.toks), false)
		}
	}
}

// pointed reports whether the sentence says that the words stand in a document: "tại Công văn số …".
func (f *finder) pointed(cite int) bool {
	for k, c := range f.cites {
		if c == cite && k > 0 {
			return f.Citations[c].Provision != "" || f.is(k-1, "tại") || f.is(k-1, "trong") || f.is(k-1, "của")
		}
	}
	return false
}

// pair adds one correction.
func (f *finder) pair(cite, left, k, wasAt, end int, was, now string) {
	e := corpus.Effect{Kind: corpus.Corrects, Was: was, Now: now, Rule: "correct/pair", Confidence: 0.9}
	if e.Provision = f.part(left, wasAt); e.Provision == "" {
		e.Provision = f.place
	}
	if e.Provision == "" {
		e.Provision = f.Citations[cite].Provision
	}
	from, to := temporal.Find(was, f.Times), temporal.Find(now, f.Times)
	if len(from) == 1 && len(to) == 1 {
		a, b := from[0].Timing, to[0].Timing
		e.From, e.To = dayOf(a), dayOf(b)
		if b.Bound == corpus.Before || b.Bound == corpus.By {
			e.Bound = b.Bound
		}
		if e.From.IsZero() || e.To.IsZero() {
			e.From, e.To, e.Bound = corpus.Date{}, corpus.Date{}, ""
		}
	}
	f.emit(e, cite, left, end)
}

func dayOf(t corpus.Timing) corpus.Date {
	if t.Due.IsZero() {
		return t.To
	}
	return t.Due
}

// quotation is the quoted words in tokens [from, to), the last ones or the first, and where they
// begin or end. Without quotation marks it is a date.
func (f *finder) quotation(from, to int, last bool) (words string, at int) {
	open, shut := -1, -1
	for k := from; k < to; k++ {
		if !f.toks[k].Mark('"') || f.quote[k] == 0 {
			continue
		}
		if open < 0 || shut >= 0 && last {
			open, shut = k, -1
		} else if shut < 0 {
			shut = k
			if !last {
				break
			}
		}
	}
	if open >= 0 && shut > open+1 {
		if last {
			return f.words(open+1, shut), open
		}
		return f.words(open+1, shut), shut + 1
	}
	if open >= 0 {
		return "", 0
	}
	for k := from; k < to; k++ { // past the document that the date is not of
		if f.cites[k] >= 0 {
			from = k + 1
		}
	}
	if from >= to {
		return "", 0
	}
	start := f.toks[from].Start
	found := temporal.Find(f.Text[start:f.toks[to-1].End], f.Times)
	if len(found) == 0 {
		return "", 0
	}
	one := found[0]
	if last {
		one = found[len(found)-1]
	}
	for at = from; at < to && f.toks[at].Start < start+one.Start; at++ {
	}
	if !last {
		for ; at < to && f.toks[at].Start < start+one.End; at++ {
		}
	}
	return one.Timing.Text, at
}
