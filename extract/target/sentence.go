package target

import (
	"strings"

	"congvan/corpus"
	"congvan/extract/temporal"
)

// comparators are the words before a figure that say on which side of it to be; the longest of a
// kind stands first.
var comparators = []struct{ words, comparator string }{
	{"tối thiểu", corpus.AtLeast}, {"ít nhất", corpus.AtLeast}, {"không dưới", corpus.AtLeast}, {"không thấp hơn", corpus.AtLeast}, {"không ít hơn", corpus.AtLeast}, {"thấp nhất", corpus.AtLeast},
	{"tối đa", corpus.AtMost}, {"không vượt quá", corpus.AtMost}, {"không quá", corpus.AtMost}, {"nhiều nhất", corpus.AtMost}, {"không cao hơn", corpus.AtMost},
	{"trên", corpus.Above}, {"hơn", corpus.Above}, {"vượt", corpus.Above},
	{"dưới", corpus.Below}, {"thấp hơn", corpus.Below},
	{"khoảng", corpus.About}, {"xấp xỉ", corpus.About}, {"gần", corpus.About},
}

// fillers may stand between the words that set a target and its figure: "đảm bảo có từ 10".
var fillers = []string{"có", "từ", "đạt", "là", "được", "tỷ lệ", "số", "đạt tỷ lệ", "thực hiện", "tổ chức", "đến", "lên", "bình quân"}

// goals are the words that set a target wherever they stand: "đảm bảo chỉ tiêu 100%".
var goals = []string{"đảm bảo", "bảo đảm", "phấn đấu", "chỉ tiêu", "mục tiêu", "đặt ra", "đề ra"}

// deeds set a target with a comparator or as the whole of a duty: "thực hiện khoảng 25% số xã",
// "hoàn thành 100%".
var deeds = []string{"thực hiện", "hoàn thành", "tổ chức", "triển khai", "tuyên truyền", "xây dựng", "đăng", "phát"}

// otherwise are words that make a sentence one of the past, of a condition, a rate or a sum.
var otherwise = []string{"đã", "nếu", "trường hợp", "hưởng", "lãi suất", "thuế", "phạt", "vốn", "cổ phần", "mức đóng", "mức hưởng", "so với", "chi phí", "tiền lương", "mệnh giá", "nguyên nhân", "cùng kỳ", "bình quân đạt", "ước đạt", "lương cơ sở", "hỗ trợ", "kinh phí", "được tính", "tỷ lệ thương tật", "suy giảm"}

// figure is a figure in a sentence.
type figure struct {
	first, next int // words
	value, top  float64
	ranged      bool
	unit        string
}

// sentence reads the targets of a sentence at byte start of the text.
func (r *reader) sentence(start int, sentence string) {
	if !hasDigit(sentence) || strings.IndexByte(sentence, '%') < 0 && !r.goals && !cued(sentence) {
		return
	}
	words := split(sentence)
	if len(words) > 400 {
		return
	}
	var times []temporal.Found
	var read bool
	for i := 0; i < len(words); i++ {
		f, ok := readFigure(words, i)
		if !ok {
			continue
		}
		comparator, from, ok := r.sets(words, f)
		if !ok {
			i = f.next - 1
			continue
		}
		if !read {
			times, read = temporal.Find(sentence, r.context), true
		}
		if endsWith(words, min(f.next+2, len(words)), "trở lên") > 0 {
			f.next += 2
		}
		of := objectEnd(words, f.next)
		end := words[of-1].end
		t := corpus.Target{Text: oneLine(sentence[words[from].start:end]), Comparator: comparator, Unit: f.unit, Rule: "target/sentence", Confidence: 0.8}
		if of > f.next {
			t.Of = oneLine(sentence[words[f.next].start:end])
		}
		if head, per, ok := strings.Cut(f.unit, "/"); ok { // 02 lượt/tuần
			for _, c := range cycles {
				if per == c.unit {
					t.Unit, t.RRule = head, c.rule
				}
			}
		}
		value, top := f.value, f.top
		if f.ranged {
			t.Comparator, t.Min, t.Max = corpus.Between, &value, &top
		} else {
			t.Value = &value
		}
		when(&t, sentence, times)
		r.out = append(r.out, Found{Start: start + words[from].start, End: start + end, Target: t})
		i = of - 1
	}
}

// cycles are the units of time that a count may be per, and the recurrence they make of it.
var cycles = []struct{ unit, rule string }{
	{"ngày", "FREQ=DAILY"}, {"tuần", "FREQ=WEEKLY"}, {"tháng", "FREQ=MONTHLY"}, {"quý", "FREQ=MONTHLY;INTERVAL=3"}, {"năm", "FREQ=YEARLY"},
}

// when takes the recurrence and the period that the sentence names.
func when(t *corpus.Target, sentence string, times []temporal.Found) {
	for _, f := range times {
		if strings.HasSuffix(strings.TrimSpace(sentence[:f.Start]), "so với") {
			continue // a year to compare with
		}
		switch f.Timing.Kind {
		case corpus.TimingRecurring:
			if t.RRule == "" {
				t.RRule = f.Timing.RRule
			}
		case corpus.TimingPeriod:
			if t.To.IsZero() {
				t.From, t.To = f.Timing.From, f.Timing.To
			}
		case corpus.TimingDate:
			if t.To.IsZero() && (f.Timing.Bound == corpus.By || f.Timing.Bound == corpus.Before) {
				t.To = f.Timing.Due
			}
		}
	}
}

// readFigure reads "35%", "10-15 cuộc/tỉnh", "02 lượt", "từ 5 đến 7 buổi" at word i.
func readFigure(words []word, i int) (f figure, ok bool) {
	s := words[i].text
	f.first, f.next = i, i+1
	percent := strings.HasSuffix(s, "%")
	s = strings.TrimSuffix(s, "%")
	low, high, dashed := cutDash(s)
	low = strings.TrimSuffix(low, "%")
	if f.value, ok = amount(low); !ok {
		return f, false
	}
	if dashed {
		if f.top, ok = amount(high); !ok || f.top <= f.value {
			return f, false
		}
		f.ranged = true
	} else if i+2 < len(words) && !words[i].stop && (words[i+1].text == "đến" || words[i+1].text == "-") {
		t := strings.TrimSuffix(words[i+2].text, "%")
		if top, ok := amount(t); ok && top > f.value {
			f.top, f.ranged, f.next = top, true, i+3
			percent = percent || t != words[i+2].text
		}
	}
	last := words[f.next-1]
	if percent {
		f.unit = "%"
		return f, true
	}
	if last.stop || f.next >= len(words) {
		return f, false
	}
	switch unit := words[f.next]; {
	case unit.text == "%":
		f.unit = "%"
		f.next++
		return f, true
	case unit.text == "phần" && f.next+1 < len(words) && words[f.next+1].text == "trăm":
		f.unit = "%"
		f.next += 2
		return f, true
	case countable(unit.text):
		f.unit = unit.text
		f.next++
		if (unit.text == "triệu" || unit.text == "tỷ" || unit.text == "nghìn") && f.next < len(words) && !unit.stop {
			f.unit += " " + words[f.next].text
			f.next++
		}
		return f, true
	}
	return f, false
}

func cutDash(s string) (low, high string, ok bool) {
	for _, dash := range []string{"-", "–"} {
		if low, high, ok := strings.Cut(s, dash); ok {
			return low, high, true
		}
	}
	return s, "", false
}

// units are the things that targets count.
var units = []string{
	"cuộc", "lượt", "lần", "buổi", "hội", "lớp", "tin", "bài", "chương", "phóng", "số", "người", "hộ", "xã", "mô", "kỳ", "chuyên", "triệu", "tỷ", "nghìn", "ấn", "tờ", "sản", "đơn",
	"cán", "lao", "doanh", "cơ", "trường", "khóa", "điểm", "clip", "video", "phim", "hồ", "giờ", "thôn", "tổ", "đợt", "ha", "km", "nhà", "công", "thủ", "dịch",
}

// countable reports whether a word can be the unit of a count: one of the list, alone or per
// something ("cuộc/tỉnh").
func countable(s string) bool {
	head, _, _ := strings.Cut(s, "/")
	for _, u := range units {
		if head == u {
			return true
		}
	}
	return false
}

// sets reports whether the words before a figure set it as a target, by which comparator, and
// from which word on.
func (r *reader) sets(words []word, f figure) (comparator string, from int, ok bool) {
	striving := has(words, 0, f.first, "phấn đấu")
	for _, o := range otherwise {
		if has(words, 0, f.first, o) {
			return "", 0, false
		}
	}
	if !striving && (has(words, f.next, min(f.next+8, len(words)), "so với") || has(words, f.next, min(f.next+8, len(words)), "cùng kỳ")) {
		return "", 0, false
	}
	for _, o := range []string{"mức lương", "mức tiền", "tiền lương", "vốn", "cổ phần", "giá trị", "khám bệnh", "chi phí"} {
		if has(words, f.next, min(f.next+8, len(words)), o) {
			return "", 0, false
		}
	}
	comparator, at := corpus.Equal, f.first
	from = at
	compared := false
	for moved := true; moved; {
		moved = false
		if at == 0 || words[at-1].stop {
			break
		}
		for _, c := range comparators {
			if n := endsWith(words, at, c.words); n > 0 {
				comparator, compared = c.comparator, true
				at, moved = at-n, true
				from = at
			}
		}
		for _, w := range fillers {
			if n := endsWith(words, at, w); n > 0 && !moved {
				at, moved = at-n, true
				from = at
			}
		}
	}
	if !compared && f.next < len(words) && endsWith(words, min(f.next+2, len(words)), "trở lên") > 0 {
		comparator, compared = corpus.AtLeast, true
	}
	began := at == 0 || words[at].opens // "Có 45% …", ": 100% …"
	per := strings.Contains(f.unit, "/")
	strong := false
	if at > 0 && !words[at-1].stop {
		for _, g := range goals {
			if n := endsWith(words, at, g); n > 0 {
				strong, from = true, at-n
			}
		}
		for _, d := range deeds {
			if n := endsWith(words, at, d); n > 0 && (compared || f.unit == "%" && f.value == 100) {
				strong, from = strong || per || f.unit == "%", at-n
			}
		}
	}
	if striving { // Phấn đấu đến hết năm 2025 đạt 60%
		strong = strong || f.unit == "%" || compared || per
	}
	if f.unit == "%" && has(words, from, f.first, "đạt") { // bảo đảm tỷ lệ hài lòng của người dân đạt 95%
		for _, g := range goals {
			strong = strong || has(words, 0, from, g)
		}
	}
	for k := max(from, 0); k < f.first; k++ { // the filler that is a deed: "thực hiện khoảng 25%"
		if words[k].text == "thực" && compared && f.unit == "%" {
			strong = true
		}
	}
	switch {
	case strong:
		return comparator, from, true
	case r.goals && (f.unit == "%" || compared || per):
		return comparator, from, true
	case f.unit != "%" && compared && !measures(f.unit) && (per || recurs(words, f.first)):
		return comparator, from, true
	case f.unit == "%" && began && comparator != corpus.AtMost && comparator != corpus.Below && r.done(words, f.next, f.value == 100 && !f.ranged):
		return comparator, from, true
	}
	return "", 0, false
}

// measures reports whether a unit is of money or of space, which laws set thresholds in.
func measures(unit string) bool {
	for _, m := range []string{"đồng", "usd", "km2", "m2", "ha"} {
		if strings.Contains(unit, m) {
			return true
		}
	}
	return false
}

// recurs reports whether the sentence counts by the week, month or year before a figure: "Mỗi
// tuần có tối thiểu 02 lượt".
func recurs(words []word, before int) bool {
	for k := 0; k+1 < before; k++ {
		switch words[k].text {
		case "mỗi", "hằng", "hàng":
			switch words[k+1].text {
			case "ngày", "tuần", "tháng", "quý", "năm":
				return true
			}
		}
	}
	return false
}

// done reports whether what follows a share says what is to be done with it: "45% lực lượng lao
// động được tuyên truyền"; of a whole, any deed will do: "100% cán bộ tham gia".
func (r *reader) done(words []word, i int, whole bool) bool {
	for k := i; k < len(words) && k < i+14; k++ {
		if whole && k < i+9 {
			for _, v := range []string{"tham", "thực", "triển", "hoàn", "sử", "kết", "cài", "đăng", "có", "áp", "ký"} {
				if words[k].text == v && k > i {
					return true
				}
			}
		}
		if words[k].text == "được" && k+1 < len(words) && words[k+1].text != "tính" && words[k+1].text != "hưởng" {
			return true
		}
		if words[k].stop && k > i+1 && words[k].text != "bộ" && words[k].text != "chức" {
			continue
		}
	}
	return false
}

// has reports whether a phrase stands among words [from, to).
func has(words []word, from, to int, phrase string) bool {
	for k := from + 1; k <= to; k++ {
		if n := endsWith(words, k, phrase); n > 0 && k-n >= from {
			return true
		}
	}
	return false
}

// endsWith is the number of words of a phrase that ends before word at, or 0.
func endsWith(words []word, at int, phrase string) int {
	if at < 1 || at > len(words) {
		return 0
	}
	if last := words[at-1].text; last[len(last)-1] != phrase[len(phrase)-1] {
		return 0
	}
	n := strings.Count(phrase, " ") + 1
	if at < n {
		return 0
	}
	for k := n - 1; k >= 0; k-- {
		cut := strings.LastIndexByte(phrase, ' ')
		if words[at-n+k].text != phrase[cut+1:] || k < n-1 && words[at-n+k].stop {
			return 0
		}
		phrase = phrase[:max(cut, 0)]
	}
	return n
}

// objectStops are the words that end what a figure is of: what is done with it, or where.
var objectStops = []string{"được", "có", "tham", "đạt", "tại", "theo", "trên", "thực", "biết", "trong", "phải", "so", "vào", "để"}

// objectEnd is the word after what a figure is of. A list of several, "cán bộ, công chức, viên
// chức", is taken whole when a verb ends it; otherwise the first mark does.
func objectEnd(words []word, i int) int {
	mark := 0
	for k := i; k < len(words) && k < i+24; k++ {
		w := words[k]
		if w.opens && k > i {
			return k
		}
		for _, stop := range objectStops {
			if w.text == stop && !(stop == "trong" && k+2 < len(words) && words[k+1].text == "độ" && words[k+2].text == "tuổi") {
				return k
			}
		}
		if w.stop && mark == 0 {
			mark = k + 1
		}
	}
	if mark > 0 {
		return mark
	}
	return min(i+24, len(words))
}
