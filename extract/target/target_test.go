package target

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
	"congvan/extract/temporal"
)

// short is a target as the tests write it.
func short(t corpus.Target) string {
	s := t.Comparator
	if t.Comparator == corpus.Between {
		s += fmt.Sprintf(" %g-%g", *t.Min, *t.Max)
	} else {
		s += fmt.Sprintf(" %g", *t.Value)
	}
	s += " " + t.Unit
	if t.Of != "" {
		s += " of " + t.Of
	}
	if t.RRule != "" {
		s += " " + t.RRule
	}
	if !t.To.IsZero() {
		s += " to " + t.To.String()
	}
	return s
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"a) Đảm bảo 100% cán bộ, công chức, viên chức được tập huấn.", []string{"eq 100 % of cán bộ, công chức, viên chức"}},
		{"b) Có tối thiểu 35% cộng tác viên được tham gia các lớp tập huấn", []string{"ge 35 % of cộng tác viên"}},
		{"- Có 45% lực lượng lao động trong độ tuổi được tuyên truyền", []string{"eq 45 % of lực lượng lao động trong độ tuổi"}},
		{"Nhóm chủ thể là đảng viên: 100% đảng viên được tuyên truyền", []string{"eq 100 % of đảng viên"}},
		{"tổ chức các hội nghị, đảm bảo có từ 10-15 cuộc/tỉnh.", []string{"range 10-15 cuộc/tỉnh"}},
		{"tổ chức đối thoại, thực hiện khoảng 25% số xã trên địa bàn", []string{"approx 25 % of số xã"}},
		{"Mỗi tuần có tối thiểu 02 lượt phát thanh", []string{"ge 2 lượt of phát thanh FREQ=WEEKLY"}},
		{"Phấn đấu đến hết năm 2025 đạt 60% người lao động tham gia", []string{"eq 60 % of người lao động to 2025-12-31"}},
		{"Phấn đấu đạt trên 98,5% người dân có thẻ", []string{"gt 98.5 % of người dân"}},
		{"bảo đảm không dưới 1.200 hộ được hỗ trợ", []string{"ge 1200 hộ"}},
		{"Phấn đấu từ 5 đến 7% số doanh nghiệp", []string{"range 5-7 % of số doanh nghiệp"}},
		{"- Phấn đấu đến hết năm 2024, tỷ lệ bao phủ đạt 94,1% dân số.", []string{"eq 94.1 % of dân số to 2024-12-31"}},
		{"- 100% đơn vị thực hiện giao dịch điện tử.", []string{"eq 100 % of đơn vị"}},
		{"Bảo đảm tỷ lệ hài lòng của người dân đạt từ 95% trở lên.", []string{"ge 95 %"}},
		{"Phấn đấu tăng 15% số người tham gia so với năm 2023", []string{"eq 15 % of số người"}},
		{"tuyên truyền tối thiểu 02 lượt/tuần trên loa", []string{"ge 2 lượt FREQ=WEEKLY"}},
		{"II. MỤC TIÊU\n- Đạt 95% dân số tham gia\n- Tỷ lệ hài lòng đạt 90%\nIII. NHIỆM VỤ\n- Đạt 30% vào năm trước", []string{"eq 95 % of dân số", "eq 90 %"}},
		{"TT\tChỉ tiêu\tĐơn vị tính\tKế hoạch năm 2025\n1\tTỷ lệ bao phủ\t%\t≥ 95,5\n2\tSố hội nghị\tCuộc\t10-15\n3\tSố bài\tbài\tđang rà soát", []string{"ge 95.5 % of Tỷ lệ bao phủ to 2025-12-31", "range 10-15 cuộc of Số hội nghị to 2025-12-31"}},
		{"TT\tChỉ tiêu\tKết quả năm 2023\n1\tTỷ lệ bao phủ\t93%", nil},
	} {
		var got []string
		for _, f := range Find(c.text, temporal.Context{}) {
			got = append(got, short(f.Target))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		"Toàn ngành đã thu đạt 98,5% kế hoạch được giao.",
		"Số người tham gia tăng 5,2% so với cùng kỳ năm trước",
		"doanh nghiệp có từ 50% tổng số lao động trở lên bị cắt giảm",
		"Mức lương hưu hằng tháng bằng 45% mức bình quân tiền lương",
		"Người sử dụng lao động đóng 17,5% quỹ tiền lương",
		"được hưởng 75% mức tiền lương tháng",
		"Nhà nước nắm giữ 100% vốn điều lệ",
		"phạt tiền từ 10.000.000 đồng đến 20.000.000 đồng",
		"Trường hợp có trên 50% thành viên đồng ý thì thông qua",
		"Hội đồng có ít nhất 05 thành viên",
		"suy giảm khả năng lao động từ 61% trở lên",
		"Nghị quyết số 28-NQ/TW ngày 23/5/2018",
		"Thực hiện Quyết định số 294/QĐ-LĐTBXH ngày 03/3/2021",
		"Điện thoại: 024.36285231",
		"bao gồm 11 nội dung cải cách",
		"Chương trình giai đoạn 2021-2025",
		"lãi suất 0,03%/ngày",
		"mật độ dân số tối thiểu 300 người/km2",
		"giá trị xuất khẩu tối thiểu đạt 100 triệu USD/năm",
		"khoản 2 Điều 5, 15 ngày",
	} {
		if found := Find(text, temporal.Context{}); len(found) > 0 {
			t.Errorf("%q gives %s", text, short(found[0].Target))
		}
	}
}

// TestDispatches reads the project's own dispatches: one of them sets nine targets, the others,
// full of figures, none.
func TestDispatches(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/dispatches/*/source.txt")
	if err != nil || len(paths) == 0 {
		t.Skip("no dispatches beside the module")
	}
	total := 0
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		found := Find(string(text), temporal.Context{})
		if n := len(found); n != 0 && n != 9 {
			t.Errorf("%s: %d targets", p, n)
		}
		total += len(found)
	}
	if total != 9 {
		t.Errorf("%d targets in all, want 9", total)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("- Có tối thiểu 35% cộng tác viên; đảm bảo có từ 10-15 cuộc/tỉnh")
	f.Add("TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2025\n1\tTỷ lệ\t%\t≥ 95,5")
	f.Fuzz(func(t *testing.T, text string) {
		for _, found := range Find(text, temporal.Context{}) {
			if found.Start < 0 || found.End > len(text) || found.Start >= found.End {
				t.Fatalf("span %d:%d of %d bytes", found.Start, found.End, len(text))
			}
			if strings.Join(strings.Fields(text[found.Start:found.End]), " ") != strings.Join(strings.Fields(found.Target.Text), " ") {
				t.Fatalf("%q is not at its span %q", found.Target.Text, text[found.Start:found.End])
			}
			if (found.Target.Comparator == corpus.Between) != (found.Target.Value == nil) {
				t.Fatalf("half read: %+v", found.Target)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("- Có tối thiểu 35% cộng tác viên được tham gia các lớp tập huấn do Bảo hiểm xã hội tỉnh tổ chức.\n"+strings.Repeat("Các đơn vị trực thuộc chủ động phối hợp, cung cấp số liệu, tài liệu về hoạt động truyền thông năm 2024.\n", 20), 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, temporal.Context{})
	}
}
