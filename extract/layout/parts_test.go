package layout

import (
	"strings"
	"testing"
)

const decision = `BỘ NỘI VỤ
Số: 55/QĐ-BNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 20 tháng 1 năm 2021
QUYẾT ĐỊNH
Ban hành Quy chế làm việc
BỘ TRƯỞNG BỘ NỘI VỤ
Căn cứ Nghị định số 34/2017/NĐ-CP;
QUYẾT ĐỊNH:
Điều 1. Ban hành Quy chế làm việc.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
BỘ TRƯỞNG
Lê Vĩnh Tân
QUY CHẾ
Làm việc của Bộ Nội vụ
(Ban hành kèm theo Quyết định số 55/QĐ-BNV)
Điều 1. Phạm vi
1. Quy chế này quy định.
Phụ lục I
BIỂU MẪU
TT	Tên	Số
1	A	2
2	B	3
SAO Y
Số: 9/SY-VP
Ký bởi: Nguyễn Văn A
- 1 Luật Tổ chức Chính phủ 2015`

// zones is the first letters of each line's zone: HHHH for four lines of the letterhead.
func zones(l *Layout) string {
	const letters = "fHPpBCSRALs"
	var b strings.Builder
	for _, ln := range l.Lines {
		b.WriteByte(letters[ln.Zone])
	}
	return b.String()
}

func TestZones(t *testing.T) {
	l := Read(decision)
	if got, want := zones(l), "HHHHHHHH"+"pp"+"BB"+"RRRSS"+"AAAAA"+"AAAAA"+"sss"+"L"; got != want {
		t.Errorf("zones\n%s, want\n%s", got, want)
	}
	var roles []Role
	for k, p := range l.Parts {
		roles = append(roles, p.Role)
		if k > 0 && p.Start != l.Parts[k-1].End {
			t.Errorf("part %d starts at %d, the one before ends at %d", k, p.Start, l.Parts[k-1].End)
		}
	}
	if want := []Role{Main, Attached, Annex, Copy}; len(roles) != len(want) || roles[1] != want[1] || roles[2] != want[2] || roles[3] != want[3] {
		t.Errorf("parts %v, want %v", roles, want)
	}
	if len(l.Tables) != 1 {
		t.Fatalf("%d tables", len(l.Tables))
	}
	table := l.Tables[0]
	if got := l.Slice(table.Caption) + "|" + l.Slice(table.Header[1]) + "|" + l.Slice(table.Rows[1][2]); got != "BIỂU MẪU|Tên|3" || len(table.Rows) != 2 {
		t.Errorf("table %q with %d rows", got, len(table.Rows))
	}
}

func TestTableRows(t *testing.T) {
	l := Read("Bảng 1\nSTT\tĐơn vị\tSố\n(1)\t(2)\t(3)\n1\tSở Y tế\n2\tSở Tư pháp\t5\t(dự kiến)\n\t\tTổng")
	if len(l.Tables) != 1 {
		t.Fatalf("%d tables", len(l.Tables))
	}
	var rows []string
	for _, row := range l.Tables[0].Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, strings.ReplaceAll(l.Slice(c), "\t", " "))
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	if got, want := strings.Join(rows, "; "), "1|Sở Y tế|; 2|Sở Tư pháp|5 (dự kiến); ||Tổng"; got != want {
		t.Errorf("rows %q, want %q", got, want)
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string]bool{
		"Đào Việt Ánh": true, "Tố Hữu": true, "Thượng tướng Nguyễn Văn Sơn": true, "PHAN VĂN GIANG": true, "GS.TS. Trần Hồng Quân": true,
		"Sở Y tế": false, "Nơi nhận": false, "Nguyễn": false, "Nguyễn Văn A ký": false, "VT, TT": false, "": false, "TRƯỞNG BAN": false,
	} {
		if got := IsName(name); got != want {
			t.Errorf("IsName(%q) = %v", name, got)
		}
	}
}

func TestNear(t *testing.T) {
	for _, test := range []struct {
		a, b string
		n    int
		want bool
	}{
		{"noi nhan", "noi nhan", 0, true}, {"nei nhan", "noi nhan", 1, true}, {"noinhan", "noi nhan", 1, true}, {"nei nhin", "noi nhan", 1, false}, {"", "a", 1, true}, {"abc", "", 2, false},
	} {
		if got := Near([]byte(test.a), test.b, test.n); got != test.want {
			t.Errorf("Near(%q, %q, %d) = %v", test.a, test.b, test.n, got)
		}
	}
}

// TestAttachedRecipients reads a draft that a submission carries: its own list of recipients is no
// part of its body.
func TestAttachedRecipients(t *testing.T) {
	text := strings.Replace(decision, "SAO Y\n", "Nơi nhận:\n- Các cơ quan tham mưu, giúp việc;\n- Lưu: VT.\nCHỦ TỊCH\nPHỤ LỤC II\nBảng kê chi tiết\nSAO Y\n", 1)
	if got, want := zones(Read(text)), "HHHHHHHH"+"pp"+"BB"+"RRRSS"+"AAAAA"+"AAAAA"+"RRRR"+"AA"+"sss"+"L"; got != want {
		t.Errorf("zones\n%s, want\n%s", got, want)
	}
}

// TestBodyRightUnderTitle reads a report whose first heading stands right under the title: it is the
// body's, not the line of who decides.
func TestBodyRightUnderTitle(t *testing.T) {
	text := "ỦY BAN NHÂN DÂN TỈNH LÂM SƠN\nSố: 18/BC-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLâm Sơn, ngày 05 tháng 7 năm 2021\nBÁO CÁO\nKết quả công tác 6 tháng đầu năm\n-----\nI. TÌNH HÌNH\nCông an tỉnh kiểm tra 35 vụ.\nII. KIẾN NGHỊ\nĐề nghị Bộ Tài chính cấp kinh phí."
	l := Read(text)
	if len(l.Nodes) == 0 || l.Nodes[0].Label != "I" || !l.Nodes[0].Heading {
		t.Errorf("zones %s, nodes %+v", zones(l), l.Nodes)
	}
}
