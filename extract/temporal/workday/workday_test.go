package workday

import (
	"strings"
	"testing"

	"congvan/corpus"
)

func day(t *testing.T, s string) corpus.Date {
	t.Helper()
	d, err := corpus.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTableIsWhole(t *testing.T) {
	days := Days()
	rows := 0
	for line := range strings.Lines(daysTSV) {
		if !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "date\t") {
			rows++
		}
	}
	if len(days) != rows {
		t.Fatalf("%d rows of %d are understood", len(days), rows)
	}
	off := map[int]int{}
	for k, d := range days {
		if k > 0 && !days[k-1].Date.Before(d.Date) {
			t.Errorf("%s does not follow %s", d.Date, days[k-1].Date)
		}
		if d.Date.Year < FirstYear || d.Date.Year > LastYear || d.Name == "" || d.Source == "" {
			t.Errorf("row %+v", d)
		}
		weekday := d.Date.Time().Weekday()
		if !d.Off && weekday != 0 && weekday != 6 {
			t.Errorf("%s is worked anyway", d.Date)
		}
		if d.Off && weekday != 0 && weekday != 6 && !strings.Contains(d.Name, "hoán đổi") {
			off[d.Date.Year]++
		}
	}
	for year := FirstYear; year <= LastYear; year++ {
		// Ten days a year by law, eleven since 2021; one that falls on a weekend is made good.
		want := 10
		if year >= 2021 {
			want = 11
		}
		if off[year] < want-1 || off[year] > want+1 {
			t.Errorf("%d has %d days off on weekdays, the law gives %d", year, off[year], want)
		}
	}
}

func TestAdd(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2024-09-12", 5, "2024-09-19"},  // over a weekend
		{"2024-02-07", 1, "2024-02-15"},  // Tết 2024
		{"2024-04-26", 1, "2024-05-02"},  // 29/4 off by a swap
		{"2024-05-03", 1, "2024-05-04"},  // and the Saturday that is worked for it
		{"2024-08-30", 1, "2024-09-04"},  // two days of Quốc khánh since 2021
		{"2020-09-01", 1, "2020-09-03"},  // one day before
		{"2023-04-28", 1, "2023-05-04"},  // Giỗ Tổ and 30/4 on a weekend
		{"2024-09-19", -5, "2024-09-12"}, // backwards
		{"2024-09-14", 0, "2024-09-14"},
		{"2024-09-14", 1, "2024-09-16"}, // from a Saturday
	} {
		got, err := Add(day(t, c.from), c.n)
		if err != nil || got.String() != c.want {
			t.Errorf("Add(%s, %d) = %s, %v; want %s", c.from, c.n, got, err, c.want)
		}
	}
}

func TestOutsideTheTable(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
	}{{"2014-12-31", 1}, {"2027-12-31", 1}, {"2028-01-03", 1}, {"2015-01-05", -5}, {"2027-06-01", 10000}} {
		if got, err := Add(day(t, c.from), c.n); err == nil || !got.IsZero() || !strings.Contains(err.Error(), "table of holidays") {
			t.Errorf("Add(%s, %d) = %s, %v", c.from, c.n, got, err)
		}
	}
	if _, err := IsWorkingDay(corpus.Date{Year: 2024, Month: 9}); err == nil {
		t.Error("a month is no day")
	}
}

func TestIsWorkingDay(t *testing.T) {
	for date, want := range map[string]bool{"2025-05-02": false, "2025-04-26": true, "2025-04-27": false, "2025-09-01": false, "2025-09-03": true, "2019-04-15": false, "2026-02-16": false} {
		got, err := IsWorkingDay(day(t, date))
		if err != nil || got != want {
			t.Errorf("IsWorkingDay(%s) = %v, %v; want %v", date, got, err, want)
		}
	}
}

func TestNextAndPrevious(t *testing.T) {
	for _, c := range []struct{ from, next, previous string }{
		{"2024-09-12", "2024-09-12", "2024-09-12"},
		{"2024-04-14", "2024-04-15", "2024-04-12"},
		{"2024-04-18", "2024-04-19", "2024-04-17"},
	} {
		next, err := Next(day(t, c.from))
		previous, err2 := Previous(day(t, c.from))
		if err != nil || err2 != nil || next.String() != c.next || previous.String() != c.previous {
			t.Errorf("%s: %s %s, want %s %s", c.from, next, previous, c.next, c.previous)
		}
	}
}

func TestAddAllocatesNothing(t *testing.T) {
	from := corpus.Date{Year: 2024, Month: 9, Day: 12}
	if n := testing.AllocsPerRun(100, func() { Add(from, 15) }); n != 0 {
		t.Errorf("Add allocates %v times", n)
	}
}

func TestDoubtful(t *testing.T) {
	if days := Doubtful(day(t, "2027-01-01"), day(t, "2027-12-31")); len(days) == 0 {
		t.Error("2027 is not decided yet, and no day of it is in doubt")
	}
	if days := Doubtful(day(t, "2024-01-01"), day(t, "2024-12-31")); len(days) != 0 {
		t.Errorf("2024: %v", days)
	}
}
