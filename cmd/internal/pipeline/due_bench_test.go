package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// BenchmarkDue asks a store with many duties for a unit's next 30 days, for what is late, and for
// the next hundred of everybody. CONGVAN_BENCH_DUTIES says how many duties (100,000).
func BenchmarkDue(b *testing.B) {
	count, err := strconv.Atoi(os.Getenv("CONGVAN_BENCH_DUTIES"))
	if err != nil {
		count = 100_000
	}
	p := storeOfDuties(b, count)
	asOf := corpus.Date{Year: 2024, Month: 6, Day: 15}
	for _, query := range []struct {
		name string
		o    DueOptions
	}{
		{"unit-30-days", DueOptions{AsOf: asOf, Unit: "Ban số 7", Within: 30, Limit: 100}},
		{"overdue", DueOptions{AsOf: asOf, Overdue: true, Limit: 100}},
		{"all", DueOptions{AsOf: asOf, Limit: 100}},
	} {
		b.Run(query.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				if _, err := p.Due(b.Context(), query.o); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms/median")
		})
	}
}

// storeOfDuties is a store with records of twenty duties each, of a hundred units, dated over
// six years; one in ten recurs, one in three has no date.
func storeOfDuties(b *testing.B, count int) *Pipeline {
	p, err := Open(b.Context(), Options{Data: filepath.Join(b.TempDir(), "store"), Now: time.Now})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { p.Close() })
	var batch []sqlite.Kept
	for i := range count / 20 {
		number := fmt.Sprintf("%d/BHXH-TT", i+1)
		source := corpus.Source{URI: "/" + number, SHA256: corpus.Hash([]byte(number)), Status: corpus.StatusOK, Kind: corpus.KindOriginal}
		r := &corpus.Record{Schema: corpus.Schema, ID: corpus.IDOf(source.SHA256), Source: source, Text: number, Number: corpus.NumberFact{Value: number, Serial: i + 1}}
		for k := range 20 {
			o := corpus.Obligation{ID: "o-" + strconv.Itoa(k), Actors: []corpus.Actor{{Value: fmt.Sprintf("Ban số %d", (i*20+k)%100), Role: corpus.RoleLead}},
				Action: corpus.Found[string]{Value: "báo cáo kết quả thực hiện " + number}}
			switch {
			case k%10 == 0:
				o.Timing = []corpus.Timing{{Kind: corpus.TimingRecurring, RRule: fmt.Sprintf("FREQ=MONTHLY;BYMONTHDAY=%d", 1+i%28)}}
			case k%3 != 0:
				due := corpus.Date{Year: 2020, Month: 1, Day: 1}.AddDays((i*37 + k*101) % 2200)
				o.Timing = []corpus.Timing{{Kind: corpus.TimingDate, Bound: corpus.By, Due: due}}
			}
			r.Obligations = append(r.Obligations, o)
		}
		batch = append(batch, sqlite.Kept{Source: source, Record: r})
		if len(batch) == 1000 || i == count/20-1 {
			if _, err := p.store.Keep(b.Context(), batch, time.Now()); err != nil {
				b.Fatal(err)
			}
			batch = batch[:0]
		}
	}
	return p
}
