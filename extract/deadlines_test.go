package extract

import (
	"testing"

	"congvan/corpus"
)

// TestDeadlineColumns reads a table of tasks: a bare date in the column of times is a deadline of
// its row, and one of the document's.
func TestDeadlineColumns(t *testing.T) {
	text := "ỦY BAN NHÂN DÂN TỈNH LÂM SƠN\nSố: 45/KH-UBND\nLâm Sơn, ngày 12 tháng 3 năm 2024\nKẾ HOẠCH\nCải cách hành chính\nI. NHIỆM VỤ\n" +
		"TT\tNội dung công việc\tCơ quan chủ trì\tThời gian hoàn thành\n1\tRà soát thủ tục hành chính\tSở Nội vụ\t30/6/2024\n2\tTập huấn cán bộ một cửa\tSở Tư pháp\tTháng 5/2024\n"
	r := Extract(&corpus.Document{Text: text}, Options{})
	if len(r.Obligations) != 2 || len(r.Timing) != 2 {
		t.Fatalf("%d duties and %d times, want 2 and 2", len(r.Obligations), len(r.Timing))
	}
	for k, want := range []string{"30/6/2024", "Tháng 5/2024"} {
		if got := r.Obligations[k].Timing; len(got) != 1 || got[0].Text != want {
			t.Errorf("duty %d is due %+v, want %q", k, got, want)
		}
	}
	if due := r.Timing[0]; due.Bound != corpus.By || due.Due.String() != "2024-06-30" {
		t.Errorf("the first is due %s %s", due.Bound, due.Due)
	}
}
