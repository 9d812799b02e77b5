package temporal

import "congvan/corpus"

// pastTails are the words after a duration that make it one of the past or of a condition: "trong
// 3 năm qua", "12 tháng liền kề".
var pastTails = []string{"qua", "vừa qua", "gần đây", "gần nhất", "liên tục", "liền kề", "liền", "trước đó", "trước khi", "trở lên", "trở xuống", "đầu", "cuối", "tiếp theo", "tới", "học", "tuổi", "công", "lương", "nghỉ", "đóng"}

// measured are the words before a duration that measure something else than a duty's time: age,
// leave, benefits, penalties.
var measured = []string{"hưởng", "nghỉ", "đủ", "đóng", "phạt", "tù", "gia hạn", "hiệu lực", "tuổi", "thử việc", "hợp đồng", "tăng", "giảm", "kéo dài", "tạm dừng", "bảo hành", "lưu trữ", "lưu giữ"}

// duration reads a length of time with its anchor: "trong thời hạn 05 (năm) ngày làm việc kể từ
// ngày nhận được", "chậm nhất sau 10 ngày", "ít nhất 15 ngày trước khi". at: after the bounding
// words, i where there are none.
func (s *scanner) duration(i, at int, b bound) int {
	d, next, ok := s.span(at)
	if !ok || at > 0 && s.toks[at].gap == tight && (s.at(at-1) == comma || s.at(at-1) == dot) {
		return i
	}
	a, anchored := s.anchor(next)
	if !a.counted && !(b.frame && anchored) && s.measures(i) {
		return next
	}
	if anchored && !s.countsFrom(next, d, b, a) || !anchored && !s.standsAlone(i, next, d, b) {
		return i
	}
	if !anchored && !b.slow && s.told(i, next) {
		return next
	}
	t := corpus.Timing{Kind: corpus.TimingRelative, Duration: d.iso(), WorkingDays: d.working, Bound: corpus.By}
	switch {
	case b.after && !b.slow && !b.within, b.from && !b.by && !d.upTo, b.least && !a.ahead && !b.before:
		t.Bound = corpus.From // nothing before it has passed
	}
	end := next
	if anchored {
		end = a.to
		t.Anchor = words(s.text[s.toks[a.from].start:s.toks[end-1].end])
		a.resolve(&t, d)
	}
	role := RoleDeadline
	if s.inForce(i, end) { // có hiệu lực sau 45 ngày kể từ ngày ký
		role = RoleEffect
	}
	return s.found(i, end, role, t, "relative")
}

// resolve gives the timing its date, where the anchor has one.
func (a anchor) resolve(t *corpus.Timing, d span) {
	if a.date.IsZero() {
		return
	}
	if a.ahead {
		d.n = -d.n
	}
	due, err := count(a.date, d)
	if err != nil {
		t.Reason = err.Error()
	}
	if t.Due = due; !due.IsZero() {
		t.Precision = precisions[unitDay]
	}
}

// measures reports whether the words before token i make the length after it one of age, leave or
// a benefit.
func (s *scanner) measures(i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch s.at(k) {
		case comma, semi, dot, colon:
			return false
		}
		if s.toks[k+1].gap >= line {
			return false
		}
		for _, p := range measured {
			if s.phraseAt(k, p) {
				return true
			}
		}
	}
	return false
}

// standsAlone reports whether a length without an anchor sets a time: "trong vòng 48 giờ", "thời
// hạn giải quyết: 10 ngày làm việc", "báo trước ít nhất 03 ngày".
func (s *scanner) standsAlone(i, next int, d span, b bound) bool {
	_, tail := s.oneOf(next, pastTails)
	if b.frame && (s.is(next, "tới") || s.is(next, "tiếp")) { // trong vòng 7 ngày tới
		tail = false
	}
	switch {
	case b.slow:
		return true
	case tail, b.from, b.to, b.on, b.after && !b.within:
		return false
	case b.frame, b.before && (b.least || d.working):
		return true
	case b.limit: // làm thêm không quá 40 giờ trong một tháng: no limit of a duty's time
		return !d.long() && (d.working || d.unit == wDay || d.unit == wWeek || s.at(i) == wTime || s.at(i) == wLimit)
	}
	return b.within && !d.long()
}

// countsFrom reports whether a length and an anchor belong together: "15 ngày kể từ ngày ký", "05
// ngày trước khi họp", and not "6 tháng trước ngày 15/6".
func (s *scanner) countsFrom(next int, d span, b bound, a anchor) bool {
	near := !d.long()
	switch {
	case a.weak && b.frame && !near && s.phraseAt(next, "trước khi"): // 12 tháng trước khi sinh con
		return false
	case a.counted, d.working, a.when && near:
		return true
	case b == bound{}:
		return a.ahead && near && !a.weak
	case a.weak:
		return b.slow || b.frame || b.least || b.limit || b.within || b.before
	}
	return true
}
