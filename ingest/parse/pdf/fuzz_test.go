package pdf

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzContent runs any bytes as a content stream: no panic, no more text than the budget, and an
// end in time.
func FuzzContent(f *testing.F) {
	for _, seed := range []string{
		plainText, "BT /F 12 Tf 72 700 Td [(a)-300(b)] TJ T* (c) ' ET", "q 1 0 0 1 0 0 cm BI /W 1 ID x EI Q",
		"/Span<</ActualText<FEFF1EA5>>> BDC (x) Tj EMC", "[[[[<<<<((((", "0 0 10 10 re W n", tableLines + plainText, "1e999 -+.5 --3 12.5.6 cm",
	} {
		f.Add([]byte(seed))
	}
	fonts := map[string]*font{"F": {texts: baseEncoding("")}}
	for i := range fonts["F"].widths {
		fonts["F"].widths[i] = 0.5
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		const budget = 1 << 16
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		p := &page{budget: budget}
		in := newInterpreter(ctx, p, a4, fonts)
		in.run(content, &resources{fonts: fonts}, 0)
		in.finish(a4)
		if s := p.String(); len(s) > 8*budget {
			t.Errorf("%d bytes of text", len(s))
		}
		if ctx.Err() != nil {
			t.Error("not done in time")
		}
	})
}

// FuzzCMap parses any bytes as a map of characters and looks codes up in it.
func FuzzCMap(f *testing.F) {
	for _, seed := range []string{
		unicodeMap, oneByteMap, "1 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange",
		"1 begincidrange <0000> <FFFF> 0 endcidrange", "1 beginbfrange <00> <FF> [<41>", "1 beginbfchar <01> /aacute endbfchar",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := parseCMap(data)
		for _, code := range []uint32{0, 1, 'A', 0xFF, 0x1EA5, 0xFFFF, 1 << 31} {
			if s, ok := m.lookup(code); ok && !utf8.ValidString(s) {
				t.Errorf("%x: %q", code, s)
			}
			m.cid(code)
		}
	})
}

// FuzzParse reads any bytes as a file.
func FuzzParse(f *testing.F) {
	f.Add(onePage(plainText, "/F 5 0 R", "", latin))
	f.Add(onePage("BT /F 12 Tf "+hex("Bảo hiểm")+" Tj ET", "/F 5 0 R", "", wide, unicodeMap))
	if names, _ := filepath.Glob("testdata/forms/weasy*.pdf"); len(names) > 0 {
		if b, err := os.ReadFile(names[0]); err == nil {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		r, err := Parse(ctx, content, Options{MaxText: 1 << 20, MaxPages: 50})
		if err != nil {
			return
		}
		for _, p := range r.Pages {
			if !utf8.ValidString(p.Text) {
				t.Errorf("invalid UTF-8: %q", p.Text)
			}
		}
	})
}
