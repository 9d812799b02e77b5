package ocr

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// machine is a reader on this machine; without tesseract the test is skipped, unless the tools are
// required.
func machine(t testing.TB) *Reader {
	t.Helper()
	r := New("", NewLimiter(0))
	if a := r.Available(context.Background()); !a.OK() {
		if os.Getenv("CONGVAN_REQUIRE_TOOLS") == "1" {
			t.Fatal(a.Missing)
		}
		t.Skip(a.Missing)
	}
	return r
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestReadFile(t *testing.T) {
	r := machine(t)
	want := strings.Fields(string(read(t, "letter.txt")))
	decoded, err := png.Decode(bytes.NewReader(read(t, "letter.png")))
	if err != nil {
		t.Fatal(err)
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, decoded, &jpeg.Options{Quality: 70}); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name    string
		content []byte
		pages   int
	}{{"PNG", read(t, "letter.png"), 1}, {"JPEG", photo.Bytes(), 1}, {"TIFF of two pages", read(t, "letter.tiff"), 2}} {
		pages, err := r.ReadFile(t.Context(), test.content)
		if err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		if len(pages) != test.pages {
			t.Fatalf("%s: %d pages", test.name, len(pages))
		}
		for _, p := range pages {
			bag := map[string]int{}
			for _, w := range strings.Fields(p.Text) {
				bag[w]++
			}
			found := 0
			for _, w := range want {
				if bag[w]--; bag[w] >= 0 {
					found++
				}
			}
			share := float64(found) / float64(len(want))
			t.Logf("%s: %.1f%% of the words, confidence %.0f", test.name, 100*share, p.Confidence)
			if share < 0.9 {
				t.Errorf("%s: only %.1f%% of the words:\n%s", test.name, 100*share, p.Text)
			}
			left, right := strings.Index(p.Text, "TRUNG TÂM"), strings.Index(p.Text, "Độc lập")
			if left < 0 || right < left {
				t.Errorf("%s: the columns of the letterhead are mixed:\n%s", test.name, p.Text)
			}
		}
	}
}

// TestReadTurned reads a page that lies on its head and one on its side.
func TestReadTurned(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a page six times")
	}
	r := machine(t)
	decoded, err := png.Decode(bytes.NewReader(read(t, "letter.png")))
	if err != nil {
		t.Fatal(err)
	}
	side := turn(red(decoded))
	for name, picture := range map[string]*image.Gray{"side": side, "head": turn(side)} {
		page, err := r.Read(t.Context(), picture, 150)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(page.Text, "Thực hiện Công văn số 3127/SYT-NVY") {
			t.Errorf("on its %s: %s", name, page.Text)
		}
	}
}

func TestReadFileRefuses(t *testing.T) {
	r := New("false", nil)
	var huge bytes.Buffer
	huge.WriteString("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x0f\x00\x00\x00\x0f\x00\x00\x08\x00\x00\x00\x00")
	for name, content := range map[string][]byte{
		"nothing": nil, "text": []byte("not a picture"), "PNG of a million million points": huge.Bytes(),
		"TIFF of two thousand million points": []byte("II*\x00\x08\x00\x00\x00\x02\x00\x00\x01\x04\x00\x01\x00\x00\x00\xFF\xFF\xFF\x7F\x01\x01\x04\x00\x01\x00\x00\x00\xFF\xFF\xFF\x7F\x00\x00\x00\x00"),
		"TIFF whose pages lead back":          []byte("II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00"),
	} {
		if _, err := r.ReadFile(t.Context(), content); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestReadStopsWithContext(t *testing.T) {
	r := machine(t)
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := r.ReadFile(ctx, read(t, "letter.png"))
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestUnavailable(t *testing.T) {
	a := Available(context.Background(), "no-such-program-anywhere")
	if a.OK() || !strings.Contains(a.Missing, Install) {
		t.Errorf("%+v", a)
	}
	_, err := New("no-such-program-anywhere", nil).ReadFile(t.Context(), read(t, "letter.png"))
	if !errors.Is(err, ErrUnavailable) {
		t.Errorf("error %v", err)
	}
}

func FuzzTiffSheets(f *testing.F) {
	f.Add(read(f, "letter.tiff")[:64])
	f.Add([]byte("MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x08"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if sheets, _ := tiffSheets(b); len(sheets) > maxSheets+1 {
			t.Errorf("%d sheets", len(sheets))
		}
	})
}

// BenchmarkRead compares reading a page with tesseract's own time on the same picture.
func BenchmarkRead(b *testing.B) {
	r := machine(b)
	decoded, err := png.Decode(bytes.NewReader(read(b, "letter.png")))
	if err != nil {
		b.Fatal(err)
	}
	picture := red(decoded)
	b.Run("page", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.Read(b.Context(), picture, 150); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("tesseract alone", func(b *testing.B) {
		for b.Loop() {
			if _, err := r.run(b.Context(), portable(picture), 150, automatic); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("everything else", func(b *testing.B) {
		words, err := r.words(b.Context(), picture, 150, automatic)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if skew(picture) == 0 {
				arrange(words, picture.Rect.Dx())
			}
		}
	})
}
