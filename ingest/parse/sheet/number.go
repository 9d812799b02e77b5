package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Number writes a number as its format shows it where that changes what it says: dates, times
// and percentages. Others are written in full, to ten digits. from1904: the book counts days
// from 1904.
func Number(v float64, format string, from1904 bool) string {
	switch kind, decimals := kindOf(format); kind {
	case kindDate, kindTime, kindMoment:
		if s := moment(v, kind, from1904); s != "" {
			return s
		}
	case kindPercent:
		return strconv.FormatFloat(v*100, 'f', decimals, 64) + "%"
	}
	return General(v)
}

// General writes a number in full, to ten digits.
func General(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e15 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	if math.Abs(v) < 1e-6 || math.Abs(v) >= 1e15 {
		return strconv.FormatFloat(v, 'g', 10, 64)
	}
	digits := 10
	if a := math.Abs(v); a >= 1 {
		digits = max(10-len(strconv.FormatFloat(math.Trunc(a), 'f', 0, 64)), 1)
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

type kind uint8

const (
	kindPlain kind = iota
	kindDate
	kindTime
	kindMoment
	kindPercent
)

// kindOf reads a number format: "dd/mm/yyyy", "0.0%", `#,##0 "đồng"`.
func kindOf(format string) (k kind, decimals int) {
	format, _, _ = strings.Cut(format, ";") // of positive numbers
	var date, clock, percent, point bool
	for i := 0; i < len(format); i++ {
		switch c := format[i] | 0x20; {
		case format[i] == '"':
			end := strings.IndexByte(format[i+1:], '"')
			if end < 0 {
				i = len(format)
			} else {
				i += end + 1
			}
		case format[i] == '\\' || format[i] == '_' || format[i] == '*':
			i++
		case format[i] == '[':
			end := strings.IndexByte(format[i:], ']')
			if end < 0 {
				i = len(format)
			} else {
				if inner := strings.ToLower(format[i+1 : i+end]); inner == "h" || inner == "hh" || inner == "mm" {
					clock = true
				}
				i += end
			}
		case c == 'd' || c == 'y':
			date = true
		case c == 'h' || c == 's':
			clock = true
		case c == 'm':
			date = date || !clock && !strings.ContainsAny(format, "sS")
		case format[i] == '%':
			percent = true
		case format[i] == '.':
			point = true
		case format[i] == '0' && point:
			decimals++
		case strings.HasPrefix(format[i:], "General"):
			return kindPlain, 0
		}
	}
	switch {
	case percent:
		return kindPercent, decimals
	case date && clock:
		return kindMoment, 0
	case date:
		return kindDate, 0
	case clock:
		return kindTime, 0
	}
	return kindPlain, 0
}

// Builtin is the format of a number that a book does not spell out (ECMA-376 part 1, 18.8.30).
func Builtin(id int) string {
	switch id {
	case 9:
		return "0%"
	case 10:
		return "0.00%"
	case 14, 15, 16, 17, 27, 30, 36, 50, 57:
		return "dd/mm/yyyy"
	case 18, 19, 20, 21, 45, 46, 47:
		return "hh:mm"
	case 22:
		return "dd/mm/yyyy hh:mm"
	}
	return ""
}

// moment is the day and time that a serial number of days counts to, as Vietnamese writes it.
func moment(v float64, k kind, from1904 bool) string {
	if v < 0 || v > 2958466 {
		return ""
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if from1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	} else if v < 60 {
		epoch = epoch.AddDate(0, 0, 1) // the 29th of February 1900, which there was not
	}
	days := math.Floor(v)
	t := epoch.AddDate(0, 0, int(days)).Add(time.Duration(math.Round((v-days)*86400)) * time.Second)
	switch {
	case k == kindTime:
		return t.Format("15:04")
	case k == kindMoment && (t.Hour() != 0 || t.Minute() != 0):
		return t.Format("02/01/2006 15:04")
	}
	return t.Format("02/01/2006")
}
