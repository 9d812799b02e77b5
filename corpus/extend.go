package corpus

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// within are the lives that a deed on the base is about: those in the parts that it names. An item
// that is named without the parts around it ("khoản 2", "mục 3") is looked for at the top first,
// then anywhere, if only one place has it.
func (p *play) within(d *deed) []int {
	var top []int
	for k, o := range p.record.Obligations {
		if d.touches(o.Section) {
			top = append(top, k)
		}
	}
	if len(top) > 0 || len(d.parts) == 0 {
		return top
	}
	var deep []int
	around := ""
	for k, o := range p.record.Obligations {
		for _, part := range d.parts {
			at := strings.Index("."+o.Section+".", "."+part+".")
			if at < 0 {
				continue
			}
			if len(deep) > 0 && around != o.Section[:at] {
				return nil
			}
			around = o.Section[:at]
			deep = append(deep, k)
			break
		}
	}
	return deep
}

// extended are the timings whose time a deed extends.
func (p *play) extended(d *deed) []slot {
	var slots []slot
	if d.on == p.base {
		lives := p.within(d)
		if words := objectOf(d.Of); len(words) > 0 {
			lives = p.nearest(lives, words)
		}
		for _, k := range lives {
			for n, t := range p.lives[k].Timing {
				if bindsOnce(t) {
					slots = append(slots, slot{k, n})
				}
			}
		}
	} else { // the time that the named document has given already
		for k := range p.lives {
			for _, a := range p.lives[k].Assertions {
				if s := (slot{k, a.Timing}); a.By == d.on.Act && a.InForce() && d.touches(a.section) && !slices.Contains(slots, s) {
					slots = append(slots, s)
				}
			}
		}
	}
	return p.dated(slots, d)
}

// dated keeps the timings that the dates of a deed fit. Where it says from which date, those that
// had that date once, or, when the document that set it is not known, the latest before it; where
// it does not, those that end before the new date, of one obligation the latest.
func (p *play) dated(slots []slot, d *deed) []slot {
	var had, fit []slot
	var latest Date
	for _, s := range slots {
		l := &p.lives[s.life]
		if slices.ContainsFunc(l.Assertions, func(a Assertion) bool { return a.Timing == s.timing && a.Due == d.From }) && !d.From.IsZero() {
			had = append(had, s)
		}
		due := Date{}
		if k := l.present(s.timing); k >= 0 {
			due = l.Assertions[k].Due
		}
		switch {
		case !d.From.IsZero():
			switch {
			case due.IsZero() || d.From.Before(due) || due.Before(latest):
				continue
			case latest.Before(due):
				fit = fit[:0]
			}
			latest = due
		case !d.To.IsZero() && !due.IsZero() && !due.Before(d.To):
			continue
		case d.To.IsZero() && d.Duration == "":
		default:
			if n := len(fit) - 1; n >= 0 && fit[n].life == s.life {
				if k := l.present(fit[n].timing); k >= 0 && l.Assertions[k].Due.Before(due) {
					fit[n] = s
				}
				continue
			}
		}
		fit = append(fit, s)
	}
	if len(had) > 0 {
		return had
	}
	return fit
}

// nearest are the lives whose words share most with what the time is for, and at least its first
// two syllables; those with no such words when it is the only one with a date.
func (p *play) nearest(lives []int, object []string) []int {
	var found, timed []int
	best := 0
	for _, k := range lives {
		if !slices.ContainsFunc(p.lives[k].Timing, bindsOnce) {
			continue
		}
		timed = append(timed, k)
		action := " " + strings.Join(syllables(p.record.Obligations[k].Action.Value), " ") + " "
		if !strings.Contains(action, " "+strings.Join(object[:min(2, len(object))], " ")+" ") {
			continue
		}
		score := 1
		for n := 2; n < len(object); n++ {
			if strings.Contains(action, " "+object[n-1]+" "+object[n]+" ") {
				score++
			}
		}
		if score > best {
			found, best = found[:0], score
		}
		if score == best {
			found = append(found, k)
		}
	}
	if len(found) == 0 && len(timed) == 1 {
		return timed
	}
	return found
}

// generic are the words with which a time for anything begins.
var generic = []string{"thực hiện", "hoàn thành", "triển khai", "tổ chức", "gửi", "nộp", "việc", "nhiệm vụ", "các nhiệm vụ", "nội dung", "các nội dung", "công việc", "hoàn thiện", "tiếp nhận", "giải quyết", "về"}

// objectOf is the syllables of what a time is for, without the words that say nothing of it:
// "gửi báo cáo kết quả" gives báo cáo kết quả, "thực hiện" gives none.
func objectOf(of string) []string {
	words := syllables(of)
	for again := true; again; {
		again = false
		for _, g := range generic {
			lead := strings.Fields(g)
			if len(words) >= len(lead) && slices.Equal(words[:len(lead)], lead) {
				words, again = words[len(lead):], true
			}
		}
	}
	return words[:min(len(words), 24)]
}

func syllables(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// later is a date that an ISO 8601 duration of days, weeks, months or years moves; zero when either
// is not known.
func later(d Date, duration string) Date {
	body, ok := strings.CutPrefix(duration, "P")
	if !ok || len(body) < 2 || !d.IsDay() {
		return Date{}
	}
	n, err := strconv.Atoi(body[:len(body)-1])
	if err != nil || n <= 0 || n > 36500 {
		return Date{}
	}
	switch body[len(body)-1] {
	case 'D':
		return d.AddDays(n)
	case 'W':
		return d.AddDays(7 * n)
	case 'M', 'Y':
		if body[len(body)-1] == 'Y' {
			n *= 12
		}
		months := d.Year*12 + d.Month - 1 + n
		year, month := months/12, months%12+1
		return Date{year, month, min(d.Day, DaysIn(year, month))}
	}
	return Date{}
}
