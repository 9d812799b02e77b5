package pipeline

import (
	"context"
	"fmt"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// WordChange is a run of words that two texts share, or that one of them has.
type WordChange struct {
	Kind string `json:"kind"` // same, removed or added
	Text string `json:"text"`
}

// Diff compares the texts of two records word by word; white space does not count.
func (p *Pipeline) Diff(ctx context.Context, a, b string) ([]WordChange, error) {
	var texts [2]string
	for i, name := range []string{a, b} {
		ids, err := p.store.Find(ctx, name)
		if err != nil {
			return nil, err
		}
		if len(ids) == 0 {
			return nil, fmt.Errorf("no document %q is stored", name)
		}
		r, err := p.store.Record(ctx, ids[0])
		if err != nil {
			return nil, err
		}
		texts[i] = r.Text
	}
	return diffWords(texts[0], texts[1]), nil
}

// diffWords gives each distinct word a code point of its own, so that a library for characters
// compares words.
func diffWords(a, b string) []WordChange {
	codes := map[string]rune{}
	var words []string
	encode := func(text string) []rune {
		var coded []rune
		for word := range strings.FieldsSeq(text) {
			code, ok := codes[word]
			if !ok {
				code = codeOf(len(words))
				codes[word] = code
				words = append(words, word)
			}
			coded = append(coded, code)
		}
		return coded
	}
	before, after := encode(a), encode(b)
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the same diff on every machine
	var changes []WordChange
	for _, run := range d.DiffMainRunes(before, after, false) {
		var text []string
		for _, code := range run.Text {
			text = append(text, words[indexOf(code)])
		}
		kind := "same"
		switch run.Type {
		case diffmatchpatch.DiffDelete:
			kind = "removed"
		case diffmatchpatch.DiffInsert:
			kind = "added"
		}
		changes = append(changes, WordChange{kind, strings.Join(text, " ")})
	}
	return changes
}

// codeOf is the code point that stands for the nth distinct word; surrogates are passed over.
func codeOf(n int) rune {
	if n++; n >= 0xD800 {
		n += 0x800
	}
	return rune(n)
}

func indexOf(code rune) int {
	if code >= 0xE000 {
		code -= 0x800
	}
	return int(code) - 1
}
