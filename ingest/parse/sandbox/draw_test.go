package sandbox

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"
	"time"

	"congvan/ingest/parse"
)

func scan(t *testing.T, width, height int) []byte {
	t.Helper()
	p := image.NewGray(image.Rect(0, 0, width, height))
	for i := range p.Pix {
		p.Pix[i] = 255
	}
	p.SetGray(width/2, height/2, color.Gray{})
	var out bytes.Buffer
	if err := png.Encode(&out, p); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestDrawing draws pictures and what is none in a child.
func TestDrawing(t *testing.T) {
	pool := New(Options{})
	defer pool.Close()
	d := pool.Draw(t.Context(), scan(t, 1800, 2400), 0, parse.Options{})
	shown, err := png.Decode(bytes.NewReader(d.PNG))
	if d.Reason != "" || err != nil || shown.Bounds().Dx() != d.Size.X || d.Size.X > 920 || d.Size.X < 600 {
		t.Errorf("a scan is drawn %v: %s, %v", d.Size, d.Reason, err)
	}
	for name, test := range map[string]struct {
		content []byte
		page    int
	}{
		"text":            {[]byte("công văn"), 0},
		"a torn picture":  {scan(t, 600, 600)[:120], 0},
		"no picture":      {[]byte("\x89PNG\r\n\x1a\n" + strings.Repeat("A", 100)), 0},
		"a torn file":     {[]byte("%PDF-1.4\n1 0 obj\n<<"), 0},
		"a page too many": {[]byte("%PDF-1.4\n%%EOF"), 7},
		"nothing":         {nil, 0},
	} {
		if d := pool.Draw(t.Context(), test.content, test.page, parse.Options{}); d.Reason == "" || len(d.PNG) > 0 {
			t.Errorf("%s: drawn, %d bytes", name, len(d.PNG))
		}
	}
	if d := pool.Draw(t.Context(), scan(t, 300, 400), 0, parse.Options{}); d.Reason != "" {
		t.Errorf("after all that: %s", d.Reason)
	}
}

// TestDrawingEnds asks children that hang, crash, babble and go.
func TestDrawingEnds(t *testing.T) {
	for _, kind := range []string{"hang", "crash", "babble", "gone"} {
		pool := New(Options{Command: []string{os.Args[0], "__fault", kind}})
		d := pool.Draw(context.Background(), scan(t, 300, 400), 0, parse.Options{Limits: parse.Limits{Wall: 5 * time.Second}})
		if d.Reason == "" || len(d.PNG) > 0 {
			t.Errorf("a child that goes wrong by %s draws", kind)
		}
		pool.Close()
	}
}
