package temporal

import (
	"testing"

	"congvan/extract/internal/growth"
)

// TestLinear reads texts that invite looking far and often.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"ngày ", "ngày 5/6/2023, ", "ngày 5, ", "từ tháng 1 đến ", "tháng 1, ", "trước ", "chậm nhất là ", "trong vòng ", "kể từ ngày ", "định kỳ ", "hằng năm ", "khi có ", "05 ngày làm việc kể từ ngày ", "1", "1/", "1 ",
		"sáu tháng ", "năm ", "thứ ", "buổi sáng ", "15 tháng 6 và ", "các ngày 1, 2, ", "quý I, ", "cuối ", "đầu tháng ", "không quá ", "\n", "\t", "a", "ngay sau khi ", "(", "hoặc ",
	} {
		growth.Linear(t, "", unit, func(text string) { Find(text, Context{Issued: issued}) })
	}
}
