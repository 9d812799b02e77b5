package pipeline

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/extract"
)

// dispatch is a made dispatch of Bảo hiểm xã hội Việt Nam.
func dispatch(t *testing.T, number, day, subject, body string) *corpus.Record {
	t.Helper()
	parts := strings.Split(day, "/")
	text := "BẢO HIỂM XÃ HỘI VIỆT NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: " + number + "\nV/v " + subject +
		fmt.Sprintf("\nHà Nội, ngày %s tháng %s năm %s\n", parts[0], parts[1], parts[2]) +
		"Kính gửi: Bảo hiểm xã hội các tỉnh, thành phố trực thuộc Trung ương\n" + body +
		"\nTrên đây là ý kiến của Bảo hiểm xã hội Việt Nam, đề nghị các đơn vị thực hiện./.\nNơi nhận:\n- Như trên;\n- Lưu: VT, TT.\nKT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC\nĐào Việt Ánh\n"
	sum := corpus.Hash([]byte(text))
	return extract.Extract(&corpus.Document{Source: corpus.Source{URI: "/" + number, Name: filepath.Base(number), SHA256: sum, Status: corpus.StatusOK, Kind: corpus.KindOriginal}, Text: text}, extract.Options{})
}

// chain is a dispatch and the four that act on it: an extension, a correction, a replacement of a
// part, and the withdrawal of the extension and of another part.
func chain(t *testing.T) []*corpus.Record {
	return []*corpus.Record{
		dispatch(t, "12/BHXH-TT", "01/6/2024", "tổ chức truyền thông", `Bảo hiểm xã hội Việt Nam yêu cầu các đơn vị thực hiện các nội dung sau:
1. Bảo hiểm xã hội các tỉnh gửi báo cáo kết quả truyền thông trước ngày 15/6/2024.
2. Trung tâm Truyền thông rà soát tài liệu tuyên truyền trước ngày 20/6/2024.
3. Văn phòng tổ chức hội nghị tổng kết trước ngày 25/6/2024.
4. Vụ Tài chính - Kế toán lập dự toán kinh phí trước ngày 28/6/2024.`),
		dispatch(t, "15/BHXH-TT", "12/6/2024", "gia hạn thời hạn gửi báo cáo",
			"Bảo hiểm xã hội Việt Nam gia hạn thời hạn gửi báo cáo tại Công văn số 12/BHXH-TT ngày 01/6/2024 đến hết ngày 30/6/2024."),
		dispatch(t, "18/BHXH-TT", "14/6/2024", "đính chính Công văn số 12/BHXH-TT",
			"Bảo hiểm xã hội Việt Nam đính chính Công văn số 12/BHXH-TT ngày 01/6/2024 như sau:\nTại mục 2: “trước ngày 20/6/2024” sửa thành “trước ngày 22/6/2024”."),
		dispatch(t, "21/BHXH-TT", "17/6/2024", "thay thế mục 3 Công văn số 12/BHXH-TT",
			"Thay thế mục 3 Công văn số 12/BHXH-TT ngày 01/6/2024 bằng nội dung sau:\nYêu cầu Văn phòng tổ chức hội nghị trực tuyến trước ngày 05/7/2024."),
		dispatch(t, "25/BHXH-TT", "20/6/2024", "thu hồi Công văn số 15/BHXH-TT",
			"1. Thu hồi Công văn số 15/BHXH-TT ngày 12/6/2024.\n2. Bãi bỏ mục 4 Công văn số 12/BHXH-TT ngày 01/6/2024."),
	}
}

// standing is what the store says of the duties: in the list of what is due, and of all lives.
func standing(t *testing.T, path string, records []*corpus.Record) string {
	t.Helper()
	s, err := sqlite.OpenRelaxed(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, r := range records {
		if _, err := s.Keep(t.Context(), []sqlite.Kept{{Source: r.Source, Record: r}}, time.Unix(0, 0)); err != nil {
			t.Fatal(err)
		}
	}
	duties, err := s.Duties(t.Context(), sqlite.DutyFilter{Over: true, From: corpus.Date{Year: 1, Month: 1, Day: 1}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range duties {
		fmt.Fprintf(&b, "%s %s: %s %s\n", d.Number, d.Obligation.Section, d.LastGood, d.Life)
	}
	return b.String()
}

const settled = `12/BHXH-TT 1: 2024-06-14 in_force
12/BHXH-TT 2: 2024-06-21 corrected
12/BHXH-TT 3: 2024-06-24 replaced
12/BHXH-TT 4: 2024-06-27 withdrawn
21/BHXH-TT : 2024-07-04 in_force
`

const stream = `15/BHXH-TT: 12/BHXH-TT 1, in_force → extended, 2024-06-15 → 2024-06-30
18/BHXH-TT: 12/BHXH-TT 2, in_force → corrected, 2024-06-20 → 2024-06-22
21/BHXH-TT: 12/BHXH-TT 3, in_force → replaced, 2024-06-25 → 2024-06-25
25/BHXH-TT: 12/BHXH-TT 1, extended → in_force, 2024-06-30 → 2024-06-15
25/BHXH-TT: 12/BHXH-TT 4, in_force → withdrawn, 2024-06-28 → 2024-06-28
`

func changes(records []*corpus.Record) string {
	section := map[string]string{}
	for _, r := range records {
		for _, o := range r.Obligations {
			section[r.ID+o.ID] = o.Section
		}
	}
	var b strings.Builder
	for _, c := range corpus.Changes(records) {
		fmt.Fprintf(&b, "%s: %s %s, %s → %s, %s → %s\n", c.By.Number, c.Number, section[c.Record+c.Obligation], c.Was, c.Is, c.From, c.To)
	}
	return b.String()
}

// permutations calls do with every order of the records.
func permutations(records []*corpus.Record, k int, do func([]*corpus.Record)) {
	if k == len(records) {
		do(records)
		return
	}
	for n := k; n < len(records); n++ {
		records[k], records[n] = records[n], records[k]
		permutations(records, k+1, do)
		records[k], records[n] = records[n], records[k]
	}
}

func TestLivesInEveryOrder(t *testing.T) {
	folder, n := t.TempDir(), 0
	permutations(chain(t), 0, func(order []*corpus.Record) {
		n++
		if got := standing(t, filepath.Join(folder, fmt.Sprint(n)), order); got != settled {
			t.Fatalf("order %d: got\n%swant\n%s", n, got, settled)
		}
		if got := changes(order); got != stream {
			t.Fatalf("order %d: changes\n%swant\n%s", n, got, stream)
		}
	})
	if n != 120 {
		t.Errorf("%d orders", n)
	}
}

func TestLivesWithOneMissing(t *testing.T) {
	lines := strings.SplitAfter(settled, "\n")
	with := func(edits ...string) string { return strings.NewReplacer(edits...).Replace(settled) }
	for missing, want := range []string{
		lines[4],
		settled, // the extension is withdrawn, so nothing is lost
		with("2024-06-21 corrected", "2024-06-19 in_force"),
		with("2024-06-24 replaced", "2024-06-24 in_force", lines[4], ""),
		"12/BHXH-TT 2: 2024-06-21 corrected\n12/BHXH-TT 3: 2024-06-24 replaced\n12/BHXH-TT 4: 2024-06-27 in_force\n12/BHXH-TT 1: 2024-06-30 extended\n21/BHXH-TT : 2024-07-04 in_force\n",
	} {
		records := chain(t)
		records = append(records[:missing], records[missing+1:]...)
		n := 0
		permutations(records, 0, func(order []*corpus.Record) {
			if n++; n%8 != 1 { // every eighth order
				return
			}
			if got := standing(t, filepath.Join(t.TempDir(), "store"), order); got != want {
				t.Fatalf("without document %d: got\n%swant\n%s", missing+1, got, want)
			}
		})
	}
}
