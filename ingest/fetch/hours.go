package fetch

import (
	"fmt"
	"time"
)

// Hours are a time of day, local to the clock that Now shows, in minutes after midnight. They may
// go over midnight: 22:00 to 05:00.
type Hours struct{ From, To int }

// ParseHours reads "22:00-05:00".
func ParseHours(s string) (Hours, error) {
	var fromHour, fromMinute, toHour, toMinute int
	if n, err := fmt.Sscanf(s, "%d:%d-%d:%d", &fromHour, &fromMinute, &toHour, &toMinute); n != 4 || err != nil {
		return Hours{}, fmt.Errorf("%q is no time of day: write it as 22:00-05:00", s)
	}
	h := Hours{fromHour*60 + fromMinute, toHour*60 + toMinute}
	for _, part := range []struct{ value, limit int }{{fromHour, 23}, {fromMinute, 59}, {toHour, 24}, {toMinute, 59}, {h.To, 24 * 60}} {
		if part.value < 0 || part.value > part.limit {
			return Hours{}, fmt.Errorf("%q is no time of day: write it as 22:00-05:00", s)
		}
	}
	if h.From == h.To {
		return Hours{}, fmt.Errorf("%q is no time at all", s)
	}
	return h, nil
}

func (h Hours) contain(minute int) bool {
	if h.From < h.To {
		return h.From <= minute && minute < h.To
	}
	return minute >= h.From || minute < h.To
}

// nextOpen is now when it lies within one of the hours, else the next time that one begins.
func nextOpen(hours []Hours, now time.Time) time.Time {
	minute := now.Hour()*60 + now.Minute()
	var next time.Time
	for _, h := range hours {
		if h.contain(minute) {
			return now
		}
		day := now.Day()
		if h.From <= minute {
			day++
		}
		opens := time.Date(now.Year(), now.Month(), day, h.From/60, h.From%60, 0, 0, now.Location())
		if next.IsZero() || opens.Before(next) {
			next = opens
		}
	}
	if next.IsZero() {
		return now
	}
	return next
}

func midnightAfter(now time.Time) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, now.Location())
}
