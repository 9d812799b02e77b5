package temporal

import (
	"strings"

	"congvan/corpus"
)

// merged drops a bare recurrence that a dated one in its sentence refines: "Hằng tháng, các đơn
// vị báo cáo trước ngày 25" is one recurrence, "trước ngày 25".
func (s *scanner) merged() []Found {
	kept := s.out[:0]
	for k := range s.out {
		f := s.out[k]
		if k+1 < len(s.out) && f.Timing.Kind == corpus.TimingRecurring && f.Timing.Rule == "recurring/cycle" {
			next := &s.out[k+1]
			between := s.text[f.End:next.Start]
			if next.Timing.Kind == corpus.TimingRecurring && next.Timing.Rule == "recurring/dated" && refines(next.Timing.RRule, f.Timing.RRule) &&
				sameSentence(between) {
				if gap := strings.TrimSpace(between); gap == "" || gap == "," {
					next.Start = f.Start
					next.Timing.Text = words(s.text[next.Start:next.End])
				}
				continue
			}
		}
		if k > 0 && f.Timing.Rule == "recurring/cycle" && len(kept) > 0 {
			// "Hằng năm, … xây dựng kế hoạch cụ thể theo từng năm": the second says nothing new
			last := &kept[len(kept)-1]
			if last.Timing.Rule == "recurring/cycle" && last.Timing.RRule == f.Timing.RRule && sameSentence(s.text[last.End:f.Start]) {
				continue
			}
		}
		kept = append(kept, f)
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// sameSentence reports whether the text between two times ends no sentence.
func sameSentence(between string) bool {
	return len(between) < 600 && !strings.ContainsAny(between, "\n;") && !strings.Contains(between, ". ")
}

// refines reports whether a dated rule is of the same cycle as a bare one.
func refines(dated, bare string) bool {
	return strings.HasPrefix(dated, bare+";") || bare == "FREQ=MONTHLY;INTERVAL=3" && strings.HasPrefix(dated, "FREQ=YEARLY;BYMONTH=") && strings.Count(dated, ",") == 3
}
