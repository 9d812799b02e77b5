package temporal

import (
	"testing"

	"congvan/corpus"
)

// TestCount counts by Bộ luật Dân sự 2015, art. 147 and 148.
func TestCount(t *testing.T) {
	for _, c := range []struct {
		from string
		span span
		want string
	}{
		{"2024-09-12", span{n: 1, unit: wDay}, "2024-09-13"},                // the first day does not count
		{"2024-09-12", span{n: 3, unit: wDay}, "2024-09-16"},                // ends on a Sunday, runs to Monday
		{"2024-08-30", span{n: 2, unit: wDay}, "2024-09-04"},                // ends on Sunday, then two days of Quốc khánh
		{"2024-09-12", span{n: 3, unit: wDay, working: true}, "2024-09-17"}, // Friday, Monday, Tuesday
		{"2024-09-12", span{n: 2, unit: wWeek}, "2024-09-26"},               // the same day of the week
		{"2024-01-31", span{n: 1, unit: wMonth}, "2024-02-29"},              // no 31 February: the month's last
		{"2023-01-31", span{n: 1, unit: wMonth}, "2023-02-28"},
		{"2024-11-15", span{n: 2, unit: wMonth}, "2025-01-15"}, // over the year's end
		{"2024-02-29", span{n: 1, unit: wYear}, "2025-02-28"},
		{"2024-09-12", span{n: 1, unit: wQuarter}, "2024-12-12"},
		{"2024-09-16", span{n: -3, unit: wDay}, "2024-09-13"}, // before a day: not moved
		{"2024-09-16", span{n: -3, unit: wDay, working: true}, "2024-09-11"},
		{"2024-09-12", span{n: 24, unit: wHour}, ""}, // hours have no day without the hour of the anchor
	} {
		from, err := corpus.ParseDate(c.from)
		if err != nil {
			t.Fatal(err)
		}
		got, err := count(from, c.span)
		if err != nil || got.String() != c.want {
			t.Errorf("%s and %s: %s, %v; want %s", c.from, c.span.iso(), got, err, c.want)
		}
	}
}
