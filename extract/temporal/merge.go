package temporal

import (
	"strings"

	"congvan/corpus"
)

// merged weighs the times of a text against their neighbours.
func (s *scanner) merged() []Found {
	kept := s.out[:0]
	for k := range s.out {
		f := s.out[k]
		if k+1 < len(s.out) && s.refined(f, &s.out[k+1]) || len(kept) > 0 && s.repeated(kept[len(kept)-1], f) {
			continue
		}
		if f.Timing.Rule == "period/year" && f.Role == RoleDeadline && s.framed(f, s.out[k+1:]) {
			f.Role = RoleMention
		}
		kept = append(kept, f)
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// refined reports whether a dated recurrence in its sentence says a bare one better, and takes its
// words where they meet: "Hằng tháng, trước ngày 25" is one recurrence.
func (s *scanner) refined(f Found, next *Found) bool {
	if f.Timing.Rule != "recurring/cycle" || next.Timing.Rule != "recurring/dated" || !refines(next.Timing.RRule, f.Timing.RRule) {
		return false
	}
	between := s.text[f.End:next.Start]
	if !sameSentence(between) {
		return false
	}
	if gap := strings.TrimSpace(between); gap == "" || gap == "," {
		next.Start = f.Start
		next.Timing.Text = words(s.text[next.Start:next.End])
	}
	return true
}

// repeated reports whether a bare recurrence says what the one before it said: "Hằng năm, … xây
// dựng kế hoạch cụ thể theo từng năm".
func (s *scanner) repeated(last, f Found) bool {
	return f.Timing.Rule == "recurring/cycle" && last.Timing.Rule == f.Timing.Rule && last.Timing.RRule == f.Timing.RRule && sameSentence(s.text[last.End:f.Start])
}

// framed reports whether a whole year is but the frame of a deadline that its paragraph names: "đề
// xuất kế hoạch thực hiện trong năm 2025 …, báo cáo trước ngày 08/02/2025".
func (s *scanner) framed(f Found, after []Found) bool {
	if f.Timing.Bound != "" {
		return false
	}
	for _, next := range after[:min(4, len(after))] {
		if next.Start-f.End > 1500 || strings.Contains(s.text[f.End:next.Start], "\n") {
			return false
		}
		t := next.Timing
		if t.Rule == "date/day" && (t.Bound == corpus.Before || t.Bound == corpus.By) && !t.Due.Before(f.Timing.From) && !f.Timing.To.Before(t.Due) {
			return true
		}
	}
	return false
}

// sameSentence reports whether the text between two times ends no sentence.
func sameSentence(between string) bool {
	return len(between) < 600 && !strings.ContainsAny(between, "\n;") && !strings.Contains(between, ". ")
}

// refines reports whether a dated rule is of the same cycle as a bare one.
func refines(dated, bare string) bool {
	return strings.HasPrefix(dated, bare+";") || bare == "FREQ=MONTHLY;INTERVAL=3" && strings.HasPrefix(dated, "FREQ=YEARLY;BYMONTH=") && strings.Count(dated, ",") == 3
}
