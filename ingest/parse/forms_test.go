package parse

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// testdata/forms/dispatch.fodt is written by hand; the files beside it are made of it:
//
//	soffice --headless --convert-to odt|docx|doc|rtf dispatch.fodt
//
// It has a letterhead and a closing in two columns, a list of four levels, a grid with a cell over
// two columns, a footnote, a deletion and an insertion, hidden text, and a run in a TCVN 3 font.
const dispatch = `ỦY BAN NHÂN DÂN TỈNH X
SỞ THÔNG TIN
Số: 12/STT-VP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
X, ngày 05 tháng 3 năm 2024
Kính gửi: Các đơn vị trực thuộc.
Thực hiện kế hoạch[1], Sở yêu cầu các đơn vị làm như sau:
I. NHIỆM VỤ
1. Văn phòng:
a) Chủ trì;
b) Theo dõi:
- hằng tháng;
2. Phòng Tài chính.
II. TỔ CHỨC
Cộng hòa xã hội chủ nghĩa Việt Nam và chữ thường.
STT	Nhiệm vụ	Thời hạn
1	Rà soát danh mục	30/6
Tổng cộng		01 việc
Dòng một
dòng hai./.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Nguyễn Văn A
[1] Kế hoạch số 5/KH-UBND.
`

func TestWordProcessorForms(t *testing.T) {
	for _, name := range []string{"fodt", "odt", "docx", "doc", "rtf"} {
		t.Run(name, func(t *testing.T) {
			content, err := os.ReadFile(filepath.Join("..", "..", "testdata", "forms", "dispatch."+name))
			if err != nil {
				t.Fatal(err)
			}
			raw := Parse(context.Background(), content, Options{})
			if diff := cmp.Diff(dispatch, raw.Text); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
			if raw.Status != corpus.StatusOK || name != "fodt" && raw.Title != "Công văn về chuyển đổi số" {
				t.Errorf("%s (%s), title %q", raw.Status, raw.Reason, raw.Title)
			}
		})
	}
}

// testdata/forms/appendix.fods is written by hand, and the files beside it made of it like those
// of dispatch.fodt. It has a cell of two paragraphs, a date, a percentage and a TCVN 3 font.
const appendix = `STT	Nhiệm vụ	Thời hạn	Tỷ lệ
1	Rà soát danh mục	30/06/2024	35%
2	Báo cáo kết quả thực hiện		1234567
`

func TestSheetForms(t *testing.T) {
	for _, name := range []string{"fods", "ods", "xls", "xlsx"} {
		content, err := os.ReadFile(filepath.Join("..", "..", "testdata", "forms", "appendix."+name))
		if err != nil {
			t.Fatal(err)
		}
		raw := Parse(context.Background(), content, Options{})
		if diff := cmp.Diff(appendix, raw.Text); diff != "" {
			t.Errorf("%s: %s (%s) (-want +got):\n%s", name, raw.Status, raw.Reason, diff)
		}
	}
}

func TestSlideForms(t *testing.T) {
	const want = "Kế hoạch chuyển đổi số\nRà soát danh mục\nBáo cáo kết quả\n\fTổ chức thực hiện\n"
	for _, name := range []string{"fodp", "pptx", "ppt"} {
		content, err := os.ReadFile(filepath.Join("..", "..", "testdata", "forms", "slides."+name))
		if err != nil {
			t.Fatal(err)
		}
		raw := Parse(context.Background(), content, Options{})
		if raw.Text != want || raw.Pages != 2 {
			t.Errorf("%s: %s (%s), %d pages, %q", name, raw.Status, raw.Reason, raw.Pages, raw.Text)
		}
	}
}

// TestSeedsThroughWordProcessors turns the texts of testdata into each form and wants every
// character back, white space aside.
func TestSeedsThroughWordProcessors(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is not installed: the seeds are not turned into other forms")
	}
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	sources, err := filepath.Glob(filepath.Join("..", "..", "testdata", "dispatches", "*", "source.txt"))
	if err != nil || len(sources) == 0 {
		t.Fatal("no seeds", err)
	}
	dir := t.TempDir()
	var texts []string
	for _, source := range sources {
		content, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		text := filepath.Join(dir, filepath.Base(filepath.Dir(source))+".txt")
		if err := os.WriteFile(text, content, 0o600); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	for _, name := range []string{"docx", "odt", "rtf", "doc", "html"} {
		to := name
		if name == "html" {
			to = "html:HTML (StarWriter):EmbedImages"
		}
		args := []string{"-env:UserInstallation=file://" + dir + "/profile", "--headless", "--infilter=Text (encoded):UTF8", "--convert-to", to, "--outdir", dir}
		if out, err := exec.Command(soffice, append(args, texts...)...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		for _, text := range texts {
			t.Run(name+"/"+filepath.Base(text), func(t *testing.T) {
				want, _ := os.ReadFile(text)
				content, err := os.ReadFile(strings.TrimSuffix(text, "txt") + name)
				if err != nil {
					t.Fatal(err)
				}
				raw := Parse(context.Background(), content, Options{})
				if raw.Form != name {
					t.Errorf("read as %s", raw.Form)
				}
				if diff := cmp.Diff(plainWords(string(want)), plainWords(raw.Text)); diff != "" {
					t.Errorf("(-want +got):\n%s", diff)
				}
			})
		}
	}
}

// plainWords are the words of a text in NFC.
func plainWords(s string) []string {
	return strings.Fields(norm.NFC.String(strings.Trim(s, "\ufeff")))
}
