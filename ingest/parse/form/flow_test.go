package form

import (
	"strings"
	"testing"

	"congvan/ingest/charset"
)

// grid writes rows of cells; "\n" in a cell parts paragraphs.
func grid(borders Borders, rows ...[]string) string {
	var f Flow
	f.OpenTable()
	for _, r := range rows {
		f.OpenRow()
		for _, c := range r {
			f.OpenCell(1, 1)
			for p := range strings.SplitSeq(c, "\n") {
				f.Text(p)
				f.Break()
			}
			f.CloseCell()
		}
		f.CloseRow()
	}
	f.CloseTable(borders)
	return f.String()
}

func TestLayout(t *testing.T) {
	tests := []struct {
		name    string
		borders Borders
		rows    [][]string
		want    string
	}{
		{"a grid", BordersDrawn, [][]string{{"STT", "Việc"}, {"1", "Rà\nsoát"}}, "STT\tViệc\n1\tRà soát\n"},
		{"an empty cell keeps its column", BordersUnknown, [][]string{{"1", "", "x"}, {"2", "b", ""}}, "1\t\tx\n2\tb\t\n"},
		{"a letterhead of two rows", BordersNone, [][]string{{"BỘ TÀI CHÍNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"}, {"Số: 1/BTC", "Hà Nội, ngày 1 tháng 2 năm 2024"}},
			"BỘ TÀI CHÍNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 1/BTC\nHà Nội, ngày 1 tháng 2 năm 2024\n"},
		{"a closing", BordersUnknown, [][]string{{"Nơi nhận:\n- Như trên;\n- Lưu: VT.", "GIÁM ĐỐC\nNguyễn Văn A"}}, "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Văn A\n"},
		{"two who sign", BordersNone, [][]string{{"ĐẠI DIỆN BÊN A\nGiám đốc", "ĐẠI DIỆN BÊN B\nGiám đốc"}}, "ĐẠI DIỆN BÊN A\nGiám đốc\nĐẠI DIỆN BÊN B\nGiám đốc\n"},
		{"the same inside lines is a grid", BordersDrawn, [][]string{{"Bên A\nGiám đốc", "Bên B\nGiám đốc"}}, "Bên A Giám đốc\tBên B Giám đốc\n"},
		{"one column is a frame", BordersDrawn, [][]string{{"một\nhai"}}, "một\nhai\n"},
		{"a whole text in a cell", BordersDrawn, [][]string{{"trái", strings.Repeat("dòng\n", 60)}}, "trái\n" + strings.Repeat("dòng\n", 60)},
	}
	for _, tt := range tests {
		if got := grid(tt.borders, tt.rows...); got != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestColumnsByEdges(t *testing.T) {
	var f Flow
	f.OpenTable()
	for _, r := range []struct {
		cells []string
		edges []int
	}{{[]string{"STT", "Việc", "Hạn"}, []int{1000, 5000, 9000}}, {[]string{"Tổng", "2"}, []int{5020, 9000}}} {
		f.OpenRow()
		for _, c := range r.cells {
			f.OpenCell(1, 1)
			f.Text(c)
		}
		f.Edges(r.edges)
		f.CloseRow()
	}
	f.CloseTable(BordersDrawn)
	if got, want := f.String(), "STT\tViệc\tHạn\nTổng\t\t2\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRunsOfOldFonts(t *testing.T) {
	var f Flow
	f.Run("Vie", charset.VNI) // a letter of VNI cut between runs
	f.Run("ä", charset.VNI)
	f.Run("t Nam", charset.VNI)
	f.Break()
	f.Text("Céng hßa x· héi chñ nghÜa ViÖt Nam") // no font says so, the syllables do
	f.Break()
	f.Text("ngµy") // too short to tell, but like the one before
	f.Break()
	f.Text("Cà phê, thì là và ô tô")
	if got, want := f.String(), "Vieät Nam\nCộng hòa xã hội chủ nghĩa Việt Nam\nngày\nCà phê, thì là và ô tô\n"; got != strings.Replace(want, "Vieät", "Việt", 1) {
		t.Errorf("got %q", got)
	}
}

func TestLimit(t *testing.T) {
	f := Flow{Limit: 10}
	f.Text("0123456789")
	f.Text("x")
	if got := f.String(); !f.Over || got != "0123456789\n" {
		t.Errorf("over %v, %q", f.Over, got)
	}
}

func TestCounter(t *testing.T) {
	levels := []Level{{UpperRoman, "%1.", 1}, {Decimal, "%2.", 1}, {LowerLetter, "%3)", 1}, {Decimal, "%2.%4", 1}, {Bullet, "\uf0b7", 1}, {Bullet, "+", 1}}
	var c Counter
	var got []string
	for _, level := range []int{0, 1, 2, 2, 1, 2, 3, 4, 5, 0, 1, 9, -1} {
		got = append(got, c.Next(levels, level))
	}
	if want := "I. 1. a) b) 2. a) 2.1 - + II. 1."; strings.TrimSpace(strings.Join(got, " ")) != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	c.Set(0, 7)
	if label := c.Next(levels, 0); label != "VII." {
		t.Errorf("after Set: %q", label)
	}
	for n, want := range map[int]string{1: "a", 26: "z", 27: "aa", 0: "0", -3: "-3", 1 << 30: "1073741824"} {
		if got := LowerLetter.Write(n); got != want {
			t.Errorf("letter %d: %q, want %q", n, got, want)
		}
	}
}

func TestMargins(t *testing.T) {
	body := "Kính gửi: Các đơn vị\nNội dung\n"
	if got := Margins(body, "SỞ Y TẾ\nĐộc lập - Tự do - Hạnh phúc\n", "Trang 1\nĐịa chỉ: 1 Lê Lợi; ĐT: 024\n"); got != "SỞ Y TẾ\nĐộc lập - Tự do - Hạnh phúc\nĐịa chỉ: 1 Lê Lợi; ĐT: 024\n" {
		t.Errorf("a letterhead and an address: %q", got)
	}
	if got := Margins("Độc lập - Tự do - Hạnh phúc\n"+body, "Độc lập - Tự do - Hạnh phúc\n2\n", "2\n"); got != "" {
		t.Errorf("nothing new: %q", got)
	}
}
