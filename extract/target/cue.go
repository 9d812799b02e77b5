package target

import "strings"

// cues announce a figure: tối thiểu, ít nhất, bảo đảm, đảm bảo, phấn đấu, chỉ tiêu. Their first
// letter is left out, since it may be a capital, and the space in the middle.
var cues = [...]struct{ before, after string }{
	{"ối", "thiểu"}, {"t", "nhất"}, {"ảo", "đảm"}, {"ảm", "bảo"}, {"hấn", "đấu"}, {"hỉ", "tiêu"},
	{"ỐI", "THIỂU"}, {"T", "NHẤT"}, {"ẢO", "ĐẢM"}, {"ẢM", "BẢO"}, {"HẤN", "ĐẤU"}, {"HỈ", "TIÊU"},
}

// beforeCue and afterCue have a bit for every cue whose space stands between two bytes.
var beforeCue, afterCue = func() (before, after [256]uint16) {
	for k, cue := range cues {
		before[cue.before[len(cue.before)-1]] |= 1 << k
		after[cue.after[0]] |= 1 << k
	}
	return before, after
}()

// cued reports whether a sentence without a percentage may set a target all the same.
func cued(sentence string) bool {
	for k := 0; k+1 < len(sentence); k++ {
		if sentence[k] != ' ' || k == 0 || beforeCue[sentence[k-1]]&afterCue[sentence[k+1]] == 0 {
			continue
		}
		for _, cue := range cues {
			if strings.HasPrefix(sentence[k+1:], cue.after) && strings.HasSuffix(sentence[:k], cue.before) {
				return true
			}
		}
	}
	return false
}
