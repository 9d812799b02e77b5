package bleveengine

import (
	index "github.com/blevesearch/bleve_index_api"

	"congvan/index/analysis"
)

// termKeys are the keys of a text, one after another in one buffer.
type termKeys struct {
	buffer []byte
	ends   []int
}

func (k *termKeys) end() { k.ends = append(k.ends, len(k.buffer)) }

func syllableKeys(tokens []analysis.Token) termKeys {
	keys := termKeys{buffer: make([]byte, 0, len(tokens)*9), ends: make([]int, 0, len(tokens))}
	for _, t := range tokens {
		keys.buffer = t.AppendKey(keys.buffer)
		keys.end()
	}
	return keys
}

func pairKeys(tokens []analysis.Token) termKeys {
	keys := termKeys{buffer: make([]byte, 0, len(tokens)*18), ends: make([]int, 0, len(tokens))}
	for i := 1; i < len(tokens); i++ {
		if !tokens[i].Opens {
			keys.buffer = analysis.AppendPairKey(keys.buffer, tokens[i-1], tokens[i])
			keys.end()
		}
	}
	return keys
}

// count sets the field's terms to the keys with their frequencies. A length above 0 is kept
// under termLength.
func (f *field) count(keys termKeys, length int) {
	f.terms = make(index.TokenFrequencies, len(keys.ends)*3/4)
	frequencies := make([]index.TokenFreq, 0, len(keys.ends))
	start := 0
	for _, end := range keys.ends {
		key := keys.buffer[start:end:end]
		start = end
		if tf := f.terms[string(key)]; tf != nil {
			tf.SetFrequency(tf.Frequency() + 1)
			continue
		}
		frequencies = append(frequencies, index.TokenFreq{Term: key})
		tf := &frequencies[len(frequencies)-1]
		tf.SetFrequency(1)
		f.terms[string(key)] = tf
	}
	if length > 0 {
		f.set(termLength, length)
	}
}
