package sheet

import (
	"math"
	"testing"

	"congvan/ingest/charset"
)

func TestNumber(t *testing.T) {
	tests := []struct {
		v        float64
		format   string
		from1904 bool
		want     string
	}{
		{12, "", false, "12"},
		{17469747308, "#,##0", false, "17469747308"},
		{0.1 + 0.2, "General", false, "0.3"},
		{118.27956989, "0.0", false, "118.2795699"},
		{0.35, "0%", false, "35%"},
		{0.12345, "0.00%", false, "12.35%"},
		{45366, "dd/mm/yyyy", false, "15/03/2024"},
		{45366.5, "dd/mm/yyyy hh:mm", false, "15/03/2024 12:00"},
		{43904, "d/m/yy", true, "15/03/2024"},
		{0.75, "hh:mm", false, "18:00"},
		{1, "m/d/yy", false, "01/01/1900"},
		{5, `0 "ngày"`, false, "5"},
		{5, `[$-42A]dd mmmm yyyy`, false, "05/01/1900"},
		{1e300, "dd/mm/yyyy", false, "1e+300"},
		{-5, "dd/mm/yyyy", false, "-5"},
		{math.Inf(1), "dd/mm", false, "+Inf"},
	}
	for _, tt := range tests {
		if got := Number(tt.v, tt.format, tt.from1904); got != tt.want {
			t.Errorf("Number(%v, %q) = %q, want %q", tt.v, tt.format, got, tt.want)
		}
	}
}

func TestWriter(t *testing.T) {
	var w Writer
	w.Sheet("Sheet1")
	w.Cell(0, "SỞ Y TẾ", charset.Unknown)
	w.Cell(5, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", charset.Unknown)
	w.EndRow()
	w.EndRow()
	w.Cell(0, "STT", charset.Unknown)
	w.Cell(2, "Ghi\nchú", charset.Unknown)
	w.Sheet("Biểu 2")
	w.Cell(1, "b¸o c¸o", charset.TCVN3)
	w.Cell(5000, "too far", charset.Unknown)
	w.Sheet("Empty")
	if got, want := w.String(), "SỞ Y TẾ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSTT\t\tGhi chú\nBiểu 2\n\tbáo cáo\n"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
