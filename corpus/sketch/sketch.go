// Package sketch tells texts that are nearly the same: copies of one document from a PDF, a web
// page and a mail, with other line breaks, marks or a few misread words.
package sketch

import (
	"encoding/binary"
	"math"

	"congvan/corpus/viet"
)

// Size is the number of bytes of a sketch.
const Size = 64

// Sketch is a summary of a text from which likeness can be told: of the runs of three syllables
// that fall into each of 64 bins, the one with the smallest hash (one permutation hashing), by
// eight of its bits.
type Sketch [Size]byte

// runLength is how many syllables stand together: three tell texts of one template apart and
// survive a misread word.
const runLength = 3

// Of sketches a text. Case, marks, punctuation and white space do not count. Texts of fewer than
// three syllables have the zero sketch, which is like nothing.
func Of(text string) Sketch {
	var least [Size]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	var last [runLength]uint64
	syllables := 0
	syllable, open := uint64(offset), false
	closeSyllable := func() {
		if !open {
			return
		}
		last[syllables%runLength] = syllable
		syllables++
		syllable, open = offset, false
		if syllables < runLength {
			return
		}
		run := uint64(offset)
		for k := range runLength {
			run = mix(run ^ last[(syllables+k)%runLength])
		}
		if bin := run % Size; run < least[bin] {
			least[bin] = run
		}
	}
	for _, r := range text {
		r = viet.FoldRune(r)
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			syllable = (syllable ^ uint64(r)) * prime
			open = true
		} else {
			closeSyllable()
		}
	}
	closeSyllable()
	return densified(least, syllables)
}

const (
	offset = 0xcbf29ce484222325
	prime  = 0x100000001b3
)

// densified gives empty bins the value of the next full one, so that short texts compare too.
func densified(least [Size]uint64, syllables int) (s Sketch) {
	if syllables < runLength {
		return s
	}
	for i := range s {
		for k := range Size {
			if h := least[(i+k)%Size]; h != math.MaxUint64 {
				s[i] = byte(mix(h+uint64(k)) >> 32)
				break
			}
		}
	}
	return s
}

// mix spreads every bit over all (splitmix64).
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// Likeness estimates how much two texts share, from 0 to 1: the part of their runs that both have.
func Likeness(a, b Sketch) float64 {
	if a == (Sketch{}) || b == (Sketch{}) {
		return 0
	}
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	chance := 1.0 / 256 // that two other runs share their eight bits
	return max(0, (float64(same)/Size-chance)/(1-chance))
}

// Alike is the likeness from which two texts count as copies of one. A misread word spoils the
// three runs that it is in; texts of one template share about 0.3.
const Alike = 0.7

// A band is four neighbouring bins of every eight: texts of likeness 0.9 share one of the eight
// bands all but surely, of 0.7 in nine of ten cases, of 0.3 in one of fifteen.
const (
	bandWidth = 4
	bandStep  = 8
)

// Bands are keys of which two texts that are alike share at least one.
func (s Sketch) Bands() []int64 {
	if s == (Sketch{}) {
		return nil
	}
	bands := make([]int64, 0, Size/bandStep)
	for i := 0; i < Size; i += bandStep {
		bands = append(bands, int64(i/bandStep)<<32|int64(binary.BigEndian.Uint32(s[i:i+bandWidth])))
	}
	return bands
}
