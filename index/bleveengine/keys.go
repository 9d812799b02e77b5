package bleveengine

import "congvan/index/analysis"

// termKeys are the keys of a text's syllables and pairs, one after another in one buffer.
type termKeys struct {
	buffer []byte
	ends   []int32 // of a pair's key: negative
	tokens int
}

// keysOf are the keys of tokens, in one pass.
func keysOf(tokens []analysis.Token) termKeys {
	if len(tokens) == 0 {
		return termKeys{}
	}
	keys := termKeys{buffer: make([]byte, 0, len(tokens)*26), ends: make([]int32, 0, 2*len(tokens)), tokens: len(tokens)}
	for i, t := range tokens {
		keys.buffer = t.AppendKey(keys.buffer)
		keys.ends = append(keys.ends, int32(len(keys.buffer)))
		if i > 0 && !t.Opens {
			keys.buffer = analysis.AppendPairKey(keys.buffer, tokens[i-1], t)
			keys.ends = append(keys.ends, -int32(len(keys.buffer)))
		}
	}
	return keys
}

func (k *termKeys) each(do func(key []byte, isPair bool)) {
	start := int32(0)
	for _, end := range k.ends {
		if end < 0 {
			do(k.buffer[start:-end], true)
			start = -end
		} else {
			do(k.buffer[start:end], false)
			start = end
		}
	}
}
