package index

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/index/analysis"
	"congvan/index/engine"
	"congvan/index/query"
)

// longestChecked is the number of words up to which a query is checked for slips: a sentence
// was copied, not typed.
const longestChecked = 12

// commoner is how many times as frequent another spelling must be to be proposed.
const commoner = 5

// didYouMean is the query with its slips mended, "" when there is none: keys of Telex that were
// left (tieefn), letters that make no word of any record (tuyeen, truyển thogn), and marks with
// which two words never stand together though they do with others (bảo hiễm). The tokens are its
// plain words, mended.
func (x *Index) didYouMean(ctx context.Context, in engine.Engine, q query.Query) (string, []analysis.Token, error) {
	tokens := plainWords(q.Where)
	if len(tokens) == 0 || len(tokens) > longestChecked {
		return "", nil, nil
	}
	s := speller{ctx: ctx, in: in, tokens: tokens, folded: !analysis.Marked(tokens), better: map[int]analysis.Token{}}
	if err := s.check(); err != nil || len(s.better) == 0 {
		return "", nil, err
	}
	mended := slices.Clone(tokens)
	var b strings.Builder
	at := 0
	for i, t := range tokens {
		if better, ok := s.better[i]; ok && t.Start >= at && t.End <= len(q.Text) {
			b.WriteString(q.Text[at:t.Start])
			b.WriteString(likeCase(q.Text[t.Start:t.End], better.Text()))
			at = t.End
			mended[i].Bare, mended[i].Marks = better.Bare, better.Marks
		}
	}
	b.WriteString(q.Text[at:])
	return b.String(), mended, nil
}

// withWords is a query with other words in its only plain part.
func withWords(e engine.Expr, tokens []analysis.Token) engine.Expr {
	switch e := e.(type) {
	case engine.Words:
		e.Tokens, e.Folded, e.Loose = tokens, !analysis.Marked(tokens), nil
		return e
	case engine.All:
		all := slices.Clone(e)
		for i, part := range all {
			if plainWords(part) != nil {
				all[i] = withWords(part, tokens)
				break
			}
		}
		return all
	}
	return e
}

// plainWords are the words of the only plain part of a query.
func plainWords(e engine.Expr) []analysis.Token {
	switch e := e.(type) {
	case engine.Words:
		if e.Zone == engine.Everywhere && e.Quorum > 0 {
			return e.Tokens
		}
	case engine.All:
		for _, part := range e {
			if tokens := plainWords(part); tokens != nil {
				return tokens
			}
		}
	}
	return nil
}

func likeCase(typed, better string) string {
	first, _ := utf8.DecodeRuneInString(typed)
	if !unicode.IsUpper(first) {
		return better
	}
	r, size := utf8.DecodeRuneInString(better)
	return string(unicode.ToUpper(r)) + better[size:]
}

// speller looks for slips in the words of one query.
type speller struct {
	ctx    context.Context
	in     engine.Engine
	tokens []analysis.Token
	folded bool
	better map[int]analysis.Token
}

func (s *speller) check() error {
	keys := make([]string, len(s.tokens))
	for i, t := range s.tokens {
		keys[i] = t.Key()
	}
	_, folded, err := s.in.Frequency(s.ctx, keys)
	if err != nil {
		return err
	}
	for i, t := range s.tokens {
		if folded[i] == 0 && isWordLike(t) {
			if err := s.mend(i); err != nil {
				return err
			}
		}
	}
	if s.folded {
		return nil
	}
	for i := 1; i < len(s.tokens); i++ {
		if s.tokens[i].Opens || s.has(i) || s.has(i-1) {
			continue
		}
		if err := s.remark(i); err != nil {
			return err
		}
	}
	return nil
}

func (s *speller) has(i int) bool { _, ok := s.better[i]; return ok }

func isWordLike(t analysis.Token) bool {
	return len(t.Bare) >= 2 && len(t.Bare) <= 12 && strings.Trim(t.Bare, "abcdefghijklmnopqrstuvwxyz") == ""
}

// remark looks whether a pair that no record has is common with other marks.
func (s *speller) remark(i int) error {
	key := analysis.PairKey(s.tokens[i-1], s.tokens[i])
	exact, folded, err := s.in.Frequency(s.ctx, []string{key})
	if err != nil || exact[0]*commoner >= folded[0] {
		return err
	}
	best, most := s.commonest(true, key)
	if most < commoner*max(1, exact[0])-commoner+1 || best == key {
		return nil
	}
	a, b, ok := analysis.ParsePairKey(best)
	if !ok {
		return nil
	}
	s.replace(i-1, a)
	s.replace(i, b)
	return nil
}

func (s *speller) replace(i int, better analysis.Token) {
	if better.Marks != "" && !better.Same(s.tokens[i]) {
		s.better[i] = better
	}
}

// commonest is the key with the letters of a key that the most entries have.
func (s *speller) commonest(pairs bool, key string) (best string, most int) {
	from, to := analysis.Range(key)
	for term, n := range s.in.Terms(s.ctx, pairs, from, to) {
		if n > most {
			best, most = term, n
		}
	}
	return best, most
}

// mend replaces a word whose letters no record has: by the Telex reading, or by the word one
// slip away that stands beside its neighbours most often.
func (s *speller) mend(i int) error {
	if telex, ok := s.tokens[i].Telex(); ok {
		exact, _, err := s.in.Frequency(s.ctx, []string{telex.Key()})
		if err != nil {
			return err
		}
		if exact[0] > 0 {
			s.better[i] = telex
			return nil
		}
	}
	candidates := slips(s.tokens[i].Bare)
	keys := make([]string, len(candidates))
	for j, bare := range candidates {
		keys[j] = bare + "\x00"
	}
	_, counts, err := s.in.Frequency(s.ctx, keys)
	if err != nil {
		return err
	}
	best, most := analysis.Token{}, 0
	for j, bare := range candidates {
		if counts[j] == 0 {
			continue
		}
		one, score, err := s.beside(i, analysis.Token{Bare: bare}, counts[j])
		if err != nil {
			return err
		}
		if score > most {
			best, most = one, score
		}
	}
	if most > 0 {
		s.better[i] = best
	}
	return nil
}

// beside weighs a candidate by how often it stands beside the words around, and gives it the
// marks that it has there.
func (s *speller) beside(i int, c analysis.Token, count int) (analysis.Token, int, error) {
	score := min(count, 1000)
	marked := analysis.Token{}
	for _, pair := range [][2]int{{i - 1, i}, {i, i + 1}} {
		if pair[0] < 0 || pair[1] >= len(s.tokens) || s.tokens[pair[1]].Opens {
			continue
		}
		a, b := s.tokens[pair[0]], s.tokens[pair[1]]
		if pair[0] == i {
			a = c
		} else {
			b = c
		}
		best, most := s.commonest(true, analysis.PairKey(a, b))
		if most == 0 {
			continue
		}
		score += 1000 * min(most, 1000)
		if first, second, ok := analysis.ParsePairKey(best); ok {
			marked = first
			if pair[1] == i {
				marked = second
			}
		}
	}
	if marked.Bare == "" {
		best, _ := s.commonest(false, c.Bare+"\x00")
		marked = analysis.ParseKey(best)
	}
	return marked, score, s.ctx.Err()
}

// slips are the words one slip of the fingers away: a letter too many, too few, another one, or
// two swapped.
func slips(bare string) []string {
	const alphabet = "abcdeghiklmnopqrstuvxy"
	var words []string
	for i := 0; i <= len(bare); i++ {
		if i < len(bare) {
			words = append(words, bare[:i]+bare[i+1:])
		}
		if i+1 < len(bare) {
			words = append(words, bare[:i]+bare[i+1:i+2]+bare[i:i+1]+bare[i+2:])
		}
		for _, c := range alphabet {
			words = append(words, bare[:i]+string(c)+bare[i:])
			if i < len(bare) {
				words = append(words, bare[:i]+string(c)+bare[i+1:])
			}
		}
	}
	return words
}
