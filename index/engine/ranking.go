package engine

// Ranking are the weights of the score. The zero Ranking is not usable: start from DefaultRanking.
type Ranking struct {
	K1, B        float64 // BM25: saturation of a term's count, weight of the length
	Pair         float64 // of two neighbours, next to the syllables' 1
	Phrase       float64 // of a phrase
	Triple       float64 // of two pairs that share a word
	Context      float64 // of words in the context (subject, headings)
	Unmarked     float64 // a document's word without marks where marks were asked for
	OtherMarks   float64 // a pair with other marks than were asked for
	OtherPrefix  float64 // a word of which only the start was asked for
	OtherLetters float64 // i for y
}

// DefaultRanking are the weights measured best on one half of a set of legal questions, and
// confirmed on the other.
func DefaultRanking() Ranking {
	return Ranking{K1: 0.7, B: 0.45, Pair: 1.2, Phrase: 1.5, Triple: 0.3, Context: 0.2, Unmarked: 0.3, OtherMarks: 0.15, OtherPrefix: 0.7, OtherLetters: 0.7}
}
