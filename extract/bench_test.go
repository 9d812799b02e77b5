package extract

import "testing"

// BenchmarkExtract reads whole records of the real dispatches.
func BenchmarkExtract(b *testing.B) {
	documents := dispatches(b)
	size := 0
	for _, d := range documents {
		size += len(d.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range documents {
			Extract(d, Options{})
		}
	}
}
