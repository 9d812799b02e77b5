package rrule

import (
	"testing"

	"congvan/corpus"
)

func TestNext(t *testing.T) {
	for _, c := range []struct{ rule, after, want string }{
		{"FREQ=DAILY", "2024-02-28", "2024-02-29"},
		{"FREQ=WEEKLY", "2024-09-12", "2024-09-13"},
		{"FREQ=WEEKLY;BYDAY=MO,TH", "2024-09-12", "2024-09-16"},
		{"FREQ=MONTHLY", "2024-02-01", "2024-02-29"},
		{"FREQ=MONTHLY;BYMONTHDAY=5", "2024-09-05", "2024-10-05"},
		{"FREQ=MONTHLY;BYMONTHDAY=1,15", "2024-09-05", "2024-09-15"},
		{"FREQ=MONTHLY;BYMONTHDAY=31", "2024-08-31", "2024-10-31"},
		{"FREQ=MONTHLY;BYMONTHDAY=-1", "2024-08-31", "2024-09-30"},
		{"FREQ=MONTHLY;INTERVAL=3", "2024-09-12", "2024-09-30"},
		{"FREQ=MONTHLY;INTERVAL=6", "2024-06-30", "2024-12-31"},
		{"FREQ=YEARLY", "2024-12-31", "2025-12-31"},
		{"FREQ=YEARLY;INTERVAL=5", "2024-12-31", "2025-12-31"},
		{"FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20", "2024-12-20", "2025-12-20"},
		{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-03-01", "2028-02-29"},
		{"FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15", "2024-07-15", "2024-10-15"},
		{"FREQ=YEARLY;BYMONTH=6,12", "2024-07-01", "2024-12-31"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2024-08-01", "2024-08-30"},
		{"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", "2024-08-01", "2024-09-02"},
		{"FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2024-07-01", "2024-09-30"},
		{"FREQ=MONTHLY;BYDAY=1MO", "2024-09-02", "2024-10-07"},
		{"FREQ=MONTHLY;BYDAY=-1FR", "2024-09-02", "2024-09-27"},
	} {
		after, err := corpus.ParseDate(c.after)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := Next(c.rule, after)
		if !ok || got.String() != c.want {
			t.Errorf("Next(%q, %s) = %s, %v; want %s", c.rule, c.after, got, ok, c.want)
		}
	}
}

func TestNextRefuses(t *testing.T) {
	after := corpus.Date{Year: 2024, Month: 1, Day: 1}
	for _, rule := range []string{"", "FREQ=HOURLY", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=YEARLY;BYMONTH=13", "FREQ=WEEKLY;BYDAY=XX", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "INTERVAL=2", "FREQ=DAILY;INTERVAL=0"} {
		if got, ok := Next(rule, after); ok {
			t.Errorf("Next(%q) = %s; want none", rule, got)
		}
	}
	if _, ok := Next("FREQ=DAILY", corpus.Date{}); ok {
		t.Error("Next after no date gives one")
	}
}

func TestNextAllocatesNothing(t *testing.T) {
	after := corpus.Date{Year: 2024, Month: 9, Day: 12}
	if n := testing.AllocsPerRun(100, func() { Next("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", after) }); n != 0 {
		t.Errorf("Next allocates %v times", n)
	}
}

func FuzzNext(f *testing.F) {
	f.Add("FREQ=MONTHLY;BYMONTHDAY=5", 2024, 9, 12)
	f.Add("FREQ=YEARLY;INTERVAL=9999", 1, 1, 1)
	f.Fuzz(func(t *testing.T, rule string, year, month, day int) {
		after, ok := corpus.NewDate(year, month, day)
		if !ok {
			return
		}
		if next, ok := Next(rule, after); ok && !after.Before(next) {
			t.Errorf("Next(%q, %s) = %s", rule, after, next)
		}
	})
}

func BenchmarkNext(b *testing.B) {
	after := corpus.Date{Year: 2024, Month: 9, Day: 12}
	b.ReportAllocs()
	for b.Loop() {
		Next("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20", after)
	}
}
