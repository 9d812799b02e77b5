package markup

import (
	"errors"
	"strings"
	"testing"
)

// tokens writes a scan as "<a><b>text</b></a>", without attributes.
func tokens(content string, depth int) (string, error) {
	var out strings.Builder
	s := New([]byte(content), depth)
	for s.Next() {
		switch s.Kind {
		case Start:
			out.WriteString("<" + string(s.Name) + ">")
		case End:
			out.WriteString("</" + string(s.Name) + ">")
		case Text:
			out.Write(s.Bytes())
		}
	}
	return out.String(), s.Err()
}

func TestScan(t *testing.T) {
	tests := []struct {
		in, want string
		err      error
	}{
		{`<?xml version="1.0"?><w:p w:x="1>2"><w:r/>một &amp; hai</w:p>`, "<p><r></r>một & hai</p>", nil},
		{`<a><!-- <b> --><![CDATA[1 < 2 &amp;]]></a>`, "<a>1 < 2 &amp;</a>", nil},
		{`<!DOCTYPE a [<!ENTITY x "<b>">]><a>&x; &#7897; &#x1EC7; &#0; &#99999999; & </a>`, "<a>&x; ộ ệ &#0; &#99999999; & </a>", nil},
		{`</x><a></a></a>`, "<a></a>", nil},
		{`<a><b>`, "<a><b>", ErrCut},
		{`<a>x<b c="`, "<a>x", ErrCut},
		{`<a><![CDATA[x`, "<a>", ErrCut},
		{strings.Repeat("<a>", 11), strings.Repeat("<a>", 10), ErrDeep},
		{"", "", nil},
		{"<", "", ErrCut},
	}
	for _, tt := range tests {
		if got, err := tokens(tt.in, 10); got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s: %q, %v; want %q, %v", tt.in, got, err, tt.want, tt.err)
		}
	}
}

func TestAttributes(t *testing.T) {
	s := New([]byte(`<p:sldId id="256" r:id = 'rId2' t="a &lt; b" n="12" bad=x/>`), 10)
	s.Next()
	if got := strings.Join(s.Values("id"), " "); got != "256 rId2" {
		t.Errorf("id: %q", got)
	}
	if got := s.Value("t"); got != "a < b" {
		t.Errorf("t: %q", got)
	}
	if s.Int("n", 0) != 12 || s.Int("t", 7) != 7 || s.Int("none", 7) != 7 {
		t.Error("numbers")
	}
	if _, ok := s.Attr("bad"); ok {
		t.Error("an attribute without quotes is none")
	}
}

func TestSkip(t *testing.T) {
	s := New([]byte(`<a><b><b/>x</b><c>y</c></a>`), 10)
	s.Next()
	s.Next()
	s.Skip()
	if s.Kind != End || string(s.Name) != "b" || s.Depth != 2 {
		t.Errorf("stands at %d %s, depth %d", s.Kind, s.Name, s.Depth)
	}
	s.Next()
	if s.Kind != Start || string(s.Name) != "c" {
		t.Errorf("then at %d %s", s.Kind, s.Name)
	}
}
