package effect

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/phrase"
)

// read reads one sentence; opens is whether it begins a line.
func (f *finder) read(opens bool) {
	if f.list != nil && opens {
		f.listed()
	}
	pairs := false
	for k := 0; k < len(f.toks); k++ {
		if cite := f.cites[k]; cite >= 0 {
			if f.names(k) {
				f.last, f.passed = cite, f.passed[:0]
			}
			continue
		}
		if !f.toks[k].Is(phrase.Word) || f.quote[k] > 0 || f.at(openers, k) == 0 {
			continue
		}
		if f.at(connectors, k) > 0 || f.target >= 0 && f.at(written, k) > 0 || k > 0 && !f.toks[k-1].Is(phrase.Word) && f.at(weak, k) > 0 {
			pairs = true
		}
		n, row := verbWords.MatchExact(f.toks[k:min(len(f.toks), k+8)])
		switch {
		case n > 0:
			f.act(k, n, &verbs[row-1])
			k += n - 1
		case f.at(ends, k) > 0:
			f.over(k, f.at(ends, k), corpus.Withdraws)
		case f.at(replacedBy, k) > 0:
			f.over(k, f.at(replacedBy, k), corpus.Replaces)
		}
	}
	f.where()
	if pairs {
		f.pairs()
	}
}

// act reads what follows a verb at token k.
func (f *finder) act(k, n int, v *verb) {
	passive := f.is(k-1, "được") && f.at(spoken, k-2) == 0
	if !passive && f.spokenAt(k, v) {
		return
	}
	switch v.kind {
	case corpus.Extends:
		f.extend(k, n, v, passive)
	case corpus.Corrects:
		f.corrects(k, n, passive)
	default:
		if !passive {
			f.takes(k, n, v)
		}
	}
}

// is reports whether token k is the word, with its marks and in any case.
func (f *finder) is(k int, word string) bool {
	if k < 0 || k >= len(f.toks) {
		return false
	}
	got := f.Text[f.toks[k].Start:f.toks[k].End]
	return got == word || len(got) <= len(word)+2 && strings.EqualFold(got, word)
}

// spokenAt reports whether the verb at token k is told, asked for or ruled and not done here: "đã
// gia hạn", "xin gia hạn", "Công văn số 5 thay thế Công văn số 4", "Công văn số 5 về việc gia hạn".
func (f *finder) spokenAt(k int, v *verb) bool {
	for i := k - 1; i >= 0 && i >= k-14; i-- {
		if cite := f.cites[i]; cite >= 0 {
			if f.toks[k].Start < f.Citations[cite].Tail() {
				return true // in the title of another document
			}
			return !f.at0(i+1, k) // what another document does
		}
		if f.border(i) {
			if cite := f.citeBefore(i); cite >= 0 && f.toks[k].Start < f.Citations[cite].Tail() {
				return true
			}
			return false
		}
		if f.is(i, "việc") && f.is(i-1, "về") || f.is(i, "v") && f.toks[max(i-1, 0)].Mark('/') {
			return !f.titled(i)
		}
		if i == k-1 && f.is(i, "là") {
			return true
		}
		if f.at(orders, i) > 0 && !v.order {
			return true
		}
		if n := f.at(spoken, i); n > 0 && i+n <= k && !(v.order && f.is(i, "phải")) {
			return true
		}
	}
	return false
}

// at0 reports whether tokens [from, to) after a citation begin a clause of their own: "này" ends
// a subject that is this document, "thì" one that is a condition.
func (f *finder) at0(from, to int) bool {
	for k := from; k < to; k++ {
		if f.is(k, "nay") || f.is(k, "do") || f.is(k, "Nam") && k+1 == to {
			return true
		}
	}
	return false
}

func (f *finder) citeBefore(k int) int {
	for ; k >= 0; k-- {
		if f.cites[k] >= 0 {
			return f.cites[k]
		}
	}
	return -1
}

// titled reports whether "về việc" or "V/v" at token i says what this document is about: at the
// beginning of the sentence, or after "thông báo".
func (f *finder) titled(i int) bool {
	first := i - 1
	if f.is(i, "v") {
		first = i - 2
	}
	return first <= 0 || first == 1 && !f.toks[0].Is(phrase.Word) || f.is(first-1, "báo") && f.is(first-2, "thông") && f.citeBefore(first) < 0
}

// takes reads the documents that a verb replaces or takes back.
func (f *finder) takes(k, n int, v *verb) {
	parts := ""
	j := k + n
	for j < len(f.toks) && j < k+40 {
		cite := f.cites[j]
		switch {
		case cite >= 0:
			f.taken(k, j, v, parts)
			return
		case f.inProvision(j):
			j++
			continue
		case f.toks[j].Mark(':'):
			f.list = v
			return
		}
		if m := f.at(listWords, j); m > 0 {
			j += m
			continue
		}
		if m := f.at(vague, j); m > 0 {
			parts = f.words(j, j+m)
			j += m
			continue
		}
		if m := f.at(documents, j); m > 0 && f.at(aboveWords, j+m) > 0 && v.words != "sửa đổi" && f.lastNamed() >= 0 {
			f.emit(corpus.Effect{Kind: v.kind, Provision: parts, Rule: string(v.kind) + "/above", Confidence: 0.7}, f.last, k, j+m+1)
			return
		}
		m := f.at(fillers, j)
		if m == 0 {
			return
		}
		j += m
	}
}

// inProvision reports whether token j belongs to the part that the next citation names.
func (f *finder) inProvision(j int) bool {
	for n := j + 1; n < len(f.toks) && n < j+40; n++ {
		if cite := f.cites[n]; cite >= 0 {
			return f.toks[j].Start >= f.Citations[cite].From()
		}
	}
	return false
}

// taken adds an effect on the citation at token j, and on those that a list joins to it.
func (f *finder) taken(k, j int, v *verb, parts string) {
	for {
		cite := f.cites[j]
		if !f.eligible[cite] {
			return
		}
		c := &f.Citations[cite]
		provision := parts
		if provision == "" {
			provision = c.Provision
		}
		amends := strings.HasPrefix(v.words, "sửa đổi")
		if amends && c.Provision == "" || c.Type == "" && c.Rule != "type and number" && c.Rule != "list" {
			return
		}
		f.emit(corpus.Effect{Kind: v.kind, Provision: provision, Rule: string(v.kind) + "/verb", Confidence: 0.9}, cite, k, j+1)
		if j = f.joined(j); j < 0 {
			return
		}
	}
}

// joined is the token of the citation that a list joins to the one at token j, -1 for none.
func (f *finder) joined(j int) int {
	tail, joined := f.Citations[f.cites[j]].Tail(), false
	for n := j + 1; n < len(f.toks); n++ {
		m := f.at(joins, n)
		switch {
		case f.toks[n].Start < tail:
		case f.cites[n] >= 0 && joined:
			return n
		case f.toks[n].Mark(','):
			joined = true
		case m > 0:
			n, joined = n+m-1, true
		case !f.inProvision(n):
			return -1
		}
	}
	return -1
}

// listed reads a line of the list that a verb and a colon announced.
func (f *finder) listed() {
	for k := 0; k < len(f.toks) && k < 12; k++ {
		if cite := f.cites[k]; cite >= 0 {
			if f.eligible[cite] {
				f.taken(k, k, f.list, "")
			}
			return
		}
		t := f.toks[k]
		marker := !t.Is(phrase.Word) || k < 2 && (t.Is(phrase.Number) || t.End-t.Start <= 2)
		if !marker && !f.inProvision(k) && f.at(fillers, k) == 0 {
			break
		}
	}
	f.list = nil
}

// over reads the sentence before words that end a document: "Công văn số … hết hiệu lực", "Công văn
// số … được thay thế bằng Công văn này".
func (f *finder) over(k, n int, kind corpus.EffectKind) {
	if kind == corpus.Replaces && !(f.at(documents, k+n) > 0 && f.is(k+n+f.at(documents, k+n), "này")) {
		return
	}
	named, tail := -1, 0 // the last document, and where it ends with its issuer and title
	for i := range k {
		t := f.toks[i]
		switch cite := f.cites[i]; {
		case cite >= 0:
			if t.Start >= tail {
				named = i
				tail = f.Citations[cite].Tail()
			}
		case t.Start < tail || !t.Is(phrase.Word) && !t.Mark(':') || t.Is(phrase.Number):
		case f.is(i, "đã") || f.is(i, "khi") || f.is(i, "nếu") || f.is(i, "sẽ") || t.Mark(':'):
			return
		case named < 0 && !f.inProvision(i) && f.at(fillers, i) == 0 && f.at(joins, i) == 0:
			return // the documents must be what the sentence is about
		}
	}
	if named < 0 || f.toks[k].Start-tail > maxBetween {
		return
	}
	for i, done := 0, 0; i <= named; i++ {
		cite := f.cites[i]
		if cite < 0 || f.toks[i].Start < done {
			continue
		}
		done = f.Citations[cite].Tail()
		if f.eligible[cite] {
			f.emit(corpus.Effect{Kind: kind, Provision: f.Citations[cite].Provision, Rule: string(kind) + "/over", Confidence: 0.85}, cite, i, k+n)
		}
	}
}

// maxBetween is how many bytes may stand between a document and the words that end it.
const maxBetween = 400

// tailBefore is where the last citation before token k ends with its issuer and title.
func (f *finder) tailBefore(k int) int {
	if cite := f.citeBefore(k - 1); cite >= 0 {
		return f.Citations[cite].Tail()
	}
	return 0
}
