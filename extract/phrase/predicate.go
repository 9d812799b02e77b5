package phrase

import (
	_ "embed"
	"strings"
)

// Class is what the beginning of a predicate says of the subject before it. A unit's name ends
// before a word of any class.
type Class int

// The classes, in the order of the table.
const (
	None     Class = iota
	Duty           // có trách nhiệm, phải, cần
	Ban            // không được, nghiêm cấm
	May            // có thể, được
	Lead           // chủ trì, là đầu mối
	Join           // phối hợp với, tham gia
	Order          // yêu cầu, giao, đề nghị: the object acts
	Adverb         // chủ động, kịp thời
	Function       // khi, để, theo: ends a name, begins no duty
	Verb           // tổ chức, báo cáo
)

//go:embed predicates.tsv
var predicateTable string

var classes = map[string]Class{"duty": Duty, "ban": Ban, "may": May, "lead": Lead, "join": Join, "order": Order, "adverb": Adverb, "func": Function, "verb": Verb}

// predicates holds predicates.tsv: a phrase and its class a line.
var predicates = func() *Lexicon {
	l := NewLexicon()
	for line := range strings.Lines(predicateTable) {
		if text, class, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			l.Add(text, int(classes[class]))
		}
	}
	return l
}()

// Predicate is the longest phrase at the beginning of tokens that can begin a predicate: how many
// tokens it takes and its class.
func Predicate(tokens []Token) (length int, class Class) {
	n, v := predicates.Match(tokens)
	return n, Class(v)
}

// ExactPredicate is Predicate for words with their marks.
func ExactPredicate(tokens []Token) (length int, class Class) {
	n, v := predicates.MatchExact(tokens)
	return n, Class(v)
}
