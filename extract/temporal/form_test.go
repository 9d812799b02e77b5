package temporal

import (
	"fmt"
	"strings"
	"testing"

	"congvan/corpus"
)

// dateForms are the written forms of a day: %[1] is the day, %[2] the month, %[3] the year.
var dateForms = []string{
	"ngày %[1]d tháng %[2]d năm %[3]d", "ngày %02[1]d tháng %02[2]d năm %[3]d", "Ngày %02[1]d tháng %[2]d năm %[3]d", "NGÀY %02[1]d THÁNG %02[2]d NĂM %[3]d",
	"ngày\u00a0%02[1]d\u00a0tháng\u00a0%02[2]d\u00a0năm\u00a0%[3]d", "ngày %02[1]d\ntháng %02[2]d năm %[3]d", "ngày %02[1]d tháng %02[2]d\n năm %[3]d", "ngày\n%02[1]d tháng %02[2]d năm %[3]d",
	"ngày %[1]d, tháng %[2]d, năm %[3]d", "ngày %[1]d tháng %[2]d, năm %[3]d", "ngày %02[1]d tháng %02[2]d/%[3]d", "ngày %02[1]d/%02[2]d năm %[3]d", "%02[1]d tháng %02[2]d năm %[3]d",
	"ngày %02[1]d/%02[2]d/%[3]d", "ngày %[1]d/%[2]d/%[3]d", "%02[1]d/%02[2]d/%[3]d", "%[1]d/%[2]d/%[3]d", "ngày %02[1]d / %02[2]d / %[3]d", "ngày %02[1]d/ %02[2]d/ %[3]d", "ngày %[1]d⁄%[2]d⁄%[3]d",
	"ngày %[1]d-%[2]d-%[3]d", "ngày %02[1]d-%02[2]d-%[3]d", "%02[1]d-%02[2]d-%[3]d", "ngày %[1]d – %[2]d – %[3]d", "ngày %[1]d.%[2]d.%[3]d", "%02[1]d.%02[2]d.%[3]d", "ngày: %02[1]d/%02[2]d/%[3]d",
	"%[3]d-%02[2]d-%02[1]d", "ngảy %02[1]d tháng %02[2]d năm %[3]d", "ngày %02[1]d thang %02[2]d nam %[3]d", "ngày%[1]dtháng%[2]dnăm%[3]d", "(ngày %02[1]d/%02[2]d/%[3]d)",
}

// TestDateForms writes days of many years in every form, bare and bounded, and reads them back.
func TestDateForms(t *testing.T) {
	bounds := []struct {
		words string
		bound corpus.Bound
	}{{"", corpus.On}, {"trước ", corpus.Before}, {"chậm nhất ", corpus.By}, {"đến hết ", corpus.By}, {"kể từ ", corpus.From}, {"Thời gian: 08 giờ 30, ", corpus.On}}
	day := corpus.Date{Year: 1996, Month: 1, Day: 1}
	for n := range 97 {
		day = day.AddDays(113 + n)
		for _, form := range dateForms {
			b := bounds[n%len(bounds)]
			if b.words != "" && strings.HasPrefix(form, "(") {
				continue
			}
			text := b.words + fmt.Sprintf(form, day.Day, day.Month, day.Year)
			found := Find(text, Context{})
			if len(found) != 1 || found[0].Timing.Due != day || found[0].Timing.Bound != b.bound {
				t.Errorf("%q gives %+v, want %s %s", text, found, b.bound, day)
			}
		}
	}
}

// TestNoSuchDay writes days that no calendar has in every form: each is read, none has a date.
func TestNoSuchDay(t *testing.T) {
	for _, c := range [][3]int{{31, 2, 2024}, {30, 2, 2024}, {29, 2, 2023}, {31, 4, 2024}, {31, 11, 2025}, {32, 1, 2024}, {15, 13, 2024}, {0, 5, 2024}} {
		for _, form := range dateForms {
			text := fmt.Sprintf(form, c[0], c[1], c[2])
			flagged := false
			for _, f := range Find(text, Context{Issued: issued}) {
				if f.Timing.Kind == corpus.TimingDate && !f.Timing.Due.IsZero() {
					t.Errorf("%q gives the date %s", text, f.Timing.Due)
				}
				flagged = flagged || f.Timing.Reason != ""
			}
			if !flagged && strings.Contains(form, "ngày") && c[0] > 0 {
				t.Errorf("%q is not flagged", text)
			}
		}
	}
}
