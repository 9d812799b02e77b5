package normalize

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write the golden documents anew; read their diff")

// The dispatches of testdata, as they stand in document.txt.
func TestDispatches(t *testing.T) {
	dirs, _ := filepath.Glob("../../testdata/dispatches/*")
	if len(dirs) == 0 {
		t.Fatal("no dispatches in testdata")
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join(dir, "source.txt"))
			if err != nil {
				t.Skip("no text source")
			}
			golden := filepath.Join(dir, "document.txt")
			got := Mend(string(raw), Options{Wrapped: true}).Text + "\n"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("document.txt (-want +got):\n%s", diff)
			}
		})
	}
}

// Pages in the styles that texts arrive in, and what a reader makes of them.
func TestPages(t *testing.T) {
	files, _ := filepath.Glob("testdata/pages/*.txtar")
	if len(files) == 0 {
		t.Fatal("no pages in testdata")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			raw, want := string(archive.Files[0].Data), strings.TrimSuffix(string(archive.Files[1].Data), "\n")
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(Mend(raw, Options{Wrapped: true}).Text, "\n")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkPromises(t, raw, true)
			checkPromises(t, raw, false)
		})
	}
}

func TestMapLeadsBack(t *testing.T) {
	const raw = "Số: 12/BC   \u00a0 Hà Nội\r\nviệc ky\u0309\n2\n"
	m := Mend(raw, Options{Wrapped: true})
	for _, word := range []struct{ text, raw string }{{"12/BC", "12/BC"}, {"Hà Nội", "Hà Nội"}, {"kỷ", "ky\u0309"}, {"Nội việc", "Nội\r\nviệc"}} {
		at := strings.Index(m.Text, word.text)
		if at < 0 {
			t.Fatalf("%q is not in %q", word.text, m.Text)
		}
		if from, to := m.Map.Raw(at, at+len(word.text)); raw[from:to] != word.raw {
			t.Errorf("%q leads back to %q", word.text, raw[from:to])
		}
	}
}

func TestPagesAndWarnings(t *testing.T) {
	m := Mend("Trang một nói về việc\n1\f\f2\ncủa trang ba.\nHết \xff", Options{Wrapped: true})
	if want := "Trang một nói về việc của trang ba.\nHết \uFFFD"; m.Text != want {
		t.Errorf("text %q, want %q", m.Text, want)
	}
	var pages []string
	for _, p := range m.Pages {
		pages = append(pages, m.Text[p[0]:p[1]])
	}
	if diff := cmp.Diff([]string{"Trang một nói về việc ", "", "của trang ba.\nHết \uFFFD"}, pages); diff != "" {
		t.Errorf("pages (-want +got):\n%s", diff)
	}
	if len(m.Warnings) != 1 || !strings.Contains(m.Warnings[0], "1 character") {
		t.Errorf("warnings %q", m.Warnings)
	}
}

func TestParagraphsStay(t *testing.T) {
	for _, text := range []string{
		"Điều 1. Phạm vi điều chỉnh\nNghị định này quy định về công tác văn thư.\nĐiều 2. Đối tượng áp dụng\n1. Cơ quan nhà nước.\n2. Doanh nghiệp.",
		"Kính gửi:\n- Bộ Tài chính;\n- Bộ Y tế.",
		"a) Cấp phép;\nb) Thu hồi;\nđ) Gia hạn.\n1.2.3. Mục nhỏ\n+ Ý một\n+ Ý hai",
		"KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nNguyễn Văn A",
		"QUYẾT ĐỊNH\nvề việc ban hành quy chế\nBỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Luật Dược;\nQUYẾT ĐỊNH:",
		"Ký bởi: Cổng Thông tin\nEmail: a@b.vn\na@b.vn\nThời gian ký: 01/02/2023",
		"1\tVăn phòng\t\n2\t\tTháng 3",
		"Tỷ lệ 5 | 7 phần",
		"QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM KHÓA XIV\nHiến pháp được thông qua.",
	} {
		for _, wrapped := range []bool{true, false} {
			if got := Mend(text, Options{Wrapped: wrapped}).Text; got != text {
				t.Errorf("wrapped %v: %q became %q", wrapped, text, got)
			}
		}
	}
}

func TestFurnitureGoes(t *testing.T) {
	for _, line := range []string{"-----", "* * *", "***", "-----o0o-----", "- 3 -", "Trang 2/5", "Page 2 of 5", "Tải Văn bản tiếng Việt", "\f", "--- PAGE BREAK ---"} {
		if got := Mend("Một câu.\n"+line+"\nHai câu.", Options{}).Text; got != "Một câu.\nHai câu." {
			t.Errorf("%q leaves %q", line, got)
		}
	}
	for _, line := range []string{"2", "30/2020", "- 3", "Trang", "000", "1.", "2/5", "Tải về"} {
		if got := Mend("Một câu.\n"+line+"\nHai câu.", Options{}).Text; got != "Một câu.\n"+line+"\nHai câu." {
			t.Errorf("%q is no furniture, but leaves %q", line, got)
		}
	}
}

func TestCharacters(t *testing.T) {
	for raw, want := range map[string]string{
		"19046/B\u0422\u0421-TCHQ":  "19046/BTC-TCHQ", // Cyrillic letters
		"Москва":                    "Москва",
		"\u00d0i\u1ec1u 5":          "Điều 5",
		"từ\u200bngữ và ph\u00adáp": "từ ngữ và pháp",
		"a\u2028b c":                "a b c",
		"\uf0b7 Mục":                "- Mục",
		"x \uf0e0 y":                "x \uf0e0 y",
		"e\u0302\u0301":             "ế",
	} {
		if got := Mend(raw, Options{}).Text; got != want {
			t.Errorf("%q became %q, want %q", raw, got, want)
		}
	}
}
