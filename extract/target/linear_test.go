package target

import (
	"testing"

	"congvan/extract/internal/growth"
	"congvan/extract/temporal"
)

// TestLinear reads texts that invite looking far and often.
func TestLinear(t *testing.T) {
	for _, c := range [][2]string{
		{"", "tối thiểu 35% "}, {"", "phấn đấu "}, {"", "đạt từ 10-15 cuộc/tỉnh, "}, {"", "100% cán bộ "}, {"", "% "}, {"", "1 "}, {"", "1.000 "}, {"", "mỗi tuần 02 lượt; "}, {"Phấn đấu đạt 95% ", "cán bộ, công chức "},
		{"TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2025\n", "1\tTỷ lệ\t%\t≥ 95,5\n"}, {"TT\tChỉ tiêu\tĐVT\tKế hoạch", "\t5%"}, {"", "1. MỤC TIÊU\n"}, {"", "("}, {"", "a"}, {"5% ", "a"},
	} {
		growth.Linear(t, c[0], c[1], func(text string) { Find(text, temporal.Context{}) })
	}
}
