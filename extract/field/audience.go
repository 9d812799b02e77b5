package field

import (
	"bytes"
	"strings"

	"congvan/corpus"
	"congvan/extract/layout"
)

// audiences reads the items of the section "ĐỐI TƯỢNG TRUYỀN THÔNG": whom a campaign is for.
func (p *Page) audiences() []corpus.Found[string] {
	l := p.Layout
	for k := range l.Nodes {
		n := &l.Nodes[k]
		if !n.Heading || n.Part != 0 || n.Own-n.Body > 160 {
			continue
		}
		own := l.Text[n.Body:n.Own]
		if !strings.Contains(own, "ỐI TƯỢNG") && !strings.Contains(own, "ối tượng") {
			continue
		}
		f := layout.Fold(own)
		if i := bytes.Index(f.B, []byte("doi tuong")); i < 0 || i > 30 || !(bytes.Contains(f.B, []byte("truyen thong")) || bytes.Contains(f.B, []byte("tuyen truyen"))) {
			continue
		}
		var out []corpus.Found[string]
		for c := k + 1; c < len(l.Nodes) && l.Nodes[c].Start < n.End; c++ {
			child := &l.Nodes[c]
			if child.Parent != k || child.Body >= child.Own {
				continue
			}
			value := squeeze(l.Text[child.Body:child.Own], " .;")
			if value != "" {
				out = append(out, p.found(value, child.Body, child.Own, "audience/section", 0.95))
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}
