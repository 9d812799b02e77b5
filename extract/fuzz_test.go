package extract

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"congvan/corpus"
)

// FuzzExtract: no input makes Extract panic; every span lies inside the text; extracting from the
// record's own text gives the same record.
func FuzzExtract(f *testing.F) {
	files, _ := filepath.Glob("../testdata/dispatches/*/document.txt")
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil {
			f.Add(string(text))
			f.Add(string(text[:min(len(text), 900)]))
			f.Add(string(text[max(0, len(text)-900):]))
		}
	}
	for _, c := range headerCases {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkExtract(t, text)
	})
}

// checkSpans looks for every span of a record's JSON outside its text.
func checkSpans(t *testing.T, r *corpus.Record) {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(b, &tree); err != nil {
		t.Fatal(err)
	}
	length := float64(utf8.RuneCountInString(r.Text))
	var walk func(path string, node any)
	walk = func(path string, node any) {
		switch n := node.(type) {
		case map[string]any:
			for key, child := range n {
				walk(path+"."+key, child)
			}
		case []any:
			if len(n) == 2 && (strings.HasSuffix(path, ".span") || strings.Contains(path, ".mentions[")) {
				start, okStart := n[0].(float64)
				end, okEnd := n[1].(float64)
				if !okStart || !okEnd || start < 0 || end <= start || end > length {
					t.Errorf("%s = %v of a text of %v letters", path, n, length)
				}
				return
			}
			for _, child := range n {
				walk(path+"[]", child)
			}
		}
	}
	walk("", tree)
}

// TestLinearTime reads texts made to take long: each must take no longer than reading half a
// megabyte does.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("large texts")
	}
	const size = 1 << 19
	fill := func(s string) string { return strings.Repeat(s, size/len(s)+1) }
	head := "BỘ TÀI CHÍNH\nSố: 12/BTC-TCT\nHà Nội, ngày 12 tháng 9 năm 2022\nKính gửi: Cục Thuế\n"
	for name, text := range map[string]string{
		"one line":     head + fill("theo Công văn số 12/BTC-TCT ngày 3/4/2022 của Bộ Tài chính, Sở Y tế phải báo cáo trước ngày 5/6/2023; "),
		"items":        head + fill("- Sở Y tế báo cáo;\n"),
		"numbers":      head + fill("1. Sở Y tế báo cáo.\n"),
		"letters":      head + fill("a) Sở Y tế báo cáo;\n"),
		"quotes":       head + fill("\"Điều 5. Sửa\n"),
		"offices":      head + fill("GIÁM ĐỐC\nbáo\ncáo\n"),
		"names":        head + fill("Nguyễn Văn A\n"),
		"heads":        fill(head),
		"annexes":      head + fill("PHỤ LỤC I\nBẢNG\na\tb\n"),
		"rows":         head + fill("1\tSở Y tế\t12/BYT\n"),
		"tabs":         head + fill("\t"),
		"at":           head + fill("a@b.c "),
		"in force":     head + fill("Nghị định này có hiệu lực "),
		"points":       head + fill("1.1.1.1 A\n"),
		"stamps":       fill("Ký bởi: A\n"),
		"recipients":   head + "Nơi nhận:\n" + fill("- Sở Y tế;\n"),
		"addressees":   "Số: 1/A-B\nKính gửi:\n" + fill("- Sở Y tế;\n"),
		"no breaks":    fill("Số: 12/A-B Hà Nội, ngày 1 tháng 2 năm 2022 V/v a Kính gửi: B "),
		"type names":   fill("QUYẾT ĐỊNH\n"),
		"blank":        head + fill("\n"),
		"only capital": fill("ỦY BAN NHÂN DÂN "),
	} {
		start := time.Now()
		Extract(document("a.txt", text), Options{})
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(text), took)
		} else if testing.Verbose() {
			t.Logf("%-14s %5.1f MB/s", name, float64(len(text))/1e6/took.Seconds())
		}
	}
}
