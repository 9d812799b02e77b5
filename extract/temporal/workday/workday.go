// Package workday counts the working days of Vietnamese state offices, by a dated table of public
// holidays and swapped days. Outside the table it gives an error and never a guess.
package workday

import (
	_ "embed"
	"fmt"
	"strings"

	"congvan/corpus"
)

// daysTSV is the table: date, kind (off, work), name, source, certain (yes, no). The lunar
// holidays stand in it as given dates.
//
//go:embed days.tsv
var daysTSV string

// FirstYear and LastYear are the years that the table covers, whole.
const (
	FirstYear = 2015
	LastYear  = 2027
)

// Day is a row of the table.
type Day struct {
	Date    corpus.Date
	Off     bool // a day off; else a Saturday or Sunday that is worked
	Name    string
	Source  string
	Certain bool
}

// Days are the rows of the table, in the order of their dates.
func Days() []Day {
	var days []Day
	for line := range strings.Lines(daysTSV) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 5 || cells[0] == "date" {
			continue
		}
		date, err := corpus.ParseDate(cells[0])
		if err != nil {
			continue // the test of the table reads every row
		}
		days = append(days, Day{date, cells[1] == "off", cells[2], cells[3], cells[4] == "yes"})
	}
	return days
}

// worked says of every day of the table's years, from 1 January of the first, whether it is
// worked.
var worked = func() []bool {
	first := corpus.Date{Year: FirstYear, Month: 1, Day: 1}
	table := make([]bool, number(corpus.Date{Year: LastYear, Month: 12, Day: 31})-number(first)+1)
	for k := range table {
		weekday := (int(first.Time().Weekday()) + k) % 7
		table[k] = weekday != 0 && weekday != 6
	}
	for _, d := range Days() {
		table[number(d.Date)-number(first)] = !d.Off
	}
	return table
}()

// number counts the days since the beginning of the calendar.
func number(d corpus.Date) int { return int(d.Time().Unix() / 86400) }

// place is the index of a day in worked.
func place(d corpus.Date) (int, error) {
	if !d.IsDay() {
		return 0, fmt.Errorf("working days: %q is not a day", d)
	}
	at := number(d) - number(corpus.Date{Year: FirstYear, Month: 1, Day: 1})
	if at < 0 || at >= len(worked) {
		return 0, fmt.Errorf("working days: %s is outside the table of holidays (%d–%d)", d, FirstYear, LastYear)
	}
	return at, nil
}

// IsWorkingDay reports whether state offices work on a day; the error is for days outside the
// table.
func IsWorkingDay(d corpus.Date) (bool, error) {
	at, err := place(d)
	if err != nil {
		return false, err
	}
	return worked[at], nil
}

// Add is the working day n working days after a day, or before it with n below 0. The day itself
// does not count (Bộ luật Dân sự 2015, art. 147.2). Add(d, 0) is d.
func Add(d corpus.Date, n int) (corpus.Date, error) {
	at, err := place(d)
	if err != nil {
		return corpus.Date{}, err
	}
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	from := at
	for n > 0 {
		at += step
		if at < 0 || at >= len(worked) {
			return corpus.Date{}, fmt.Errorf("working days: counting from %s leaves the table of holidays (%d–%d)", d, FirstYear, LastYear)
		}
		if worked[at] {
			n--
		}
	}
	return d.AddDays(at - from), nil
}

// Next is the day itself when it is worked, else the next that is: a period that ends on a day
// off runs to the end of the next working day (art. 148.5).
func Next(d corpus.Date) (corpus.Date, error) { return near(d, 1) }

// Previous is the day itself when it is worked, else the last before it that is.
func Previous(d corpus.Date) (corpus.Date, error) { return near(d, -1) }

func near(d corpus.Date, step int) (corpus.Date, error) {
	at, err := place(d)
	if err != nil {
		return corpus.Date{}, err
	}
	from := at
	for !worked[at] {
		at += step
		if at < 0 || at >= len(worked) {
			return corpus.Date{}, fmt.Errorf("working days: the day after %s is outside the table of holidays (%d–%d)", d, FirstYear, LastYear)
		}
	}
	return d.AddDays(at - from), nil
}

// Doubtful are the rows from one day to another that are not decided or not checked: a count over
// them may be a day off.
func Doubtful(from, to corpus.Date) []Day {
	var days []Day
	for _, d := range Days() {
		if !d.Certain && !d.Date.Before(from) && !to.Before(d.Date) {
			days = append(days, d)
		}
	}
	return days
}
