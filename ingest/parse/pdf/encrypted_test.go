package pdf

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"congvan/corpus"
)

// TestEncrypted reads one page encrypted in each way there is: what needs no password opens, what
// needs one says so. Keys of 40 and 256 bits are pdfium's.
func TestEncrypted(t *testing.T) {
	if testing.Short() {
		t.Skip("starts pdfium")
	}
	engine := NewEngine("")
	defer engine.Close()
	files, _ := filepath.Glob("testdata/encrypted/*.pdf")
	if len(files) != 9 {
		t.Fatalf("%d files", len(files))
	}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Parse(context.Background(), content, Options{Engine: engine})
		if strings.Contains(name, "locked") {
			var refusal *Refusal
			if !errors.As(err, &refusal) || refusal.Status != corpus.StatusProtected || refusal.Reason != reasonPassword {
				t.Errorf("%s: error %v, want one that asks for the password", name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := r.Pages[0].Text; got != "Van ban mat" || r.Title != "Công văn mật" || r.Encrypted == strings.Contains(name, "plain") {
			t.Errorf("%s: text %q, title %q, encrypted %v", name, got, r.Title, r.Encrypted)
		}
	}
}

// TestRender draws a page and finds ink where the letterhead is, and white paper at the edge.
func TestRender(t *testing.T) {
	if testing.Short() {
		t.Skip("starts pdfium")
	}
	engine := NewEngine("")
	defer engine.Close()
	content, err := os.ReadFile("testdata/forms/weasyprint.pdf")
	if err != nil {
		t.Fatal(err)
	}
	open, err := engine.Open(t.Context(), content)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	picture, err := open.Render(0, 72, true)
	if err != nil {
		t.Fatal(err)
	}
	if open.Pages() != 1 || picture.Rect.Dx()/2 != 298 || picture.Rect.Dy() != 842 {
		t.Errorf("%d pages, %v", open.Pages(), picture.Rect)
	}
	grey, ink := Grey(picture), 0
	for y := 50; y < 150; y++ {
		for x := 80; x < 560; x++ {
			if grey.GrayAt(x, y).Y < 128 {
				ink++
			}
		}
	}
	if ink < 500 || grey.GrayAt(3, 3).Y != 255 {
		t.Errorf("%d dark points in the letterhead, the edge is %v", ink, grey.GrayAt(3, 3))
	}
	if text, err := open.Text(0); err != nil || !strings.Contains(text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT") {
		t.Errorf("text %q, %v", text, err)
	}
}
