package field

import (
	"strings"

	"congvan/extract/layout"
)

// properties are the label and value lines that a web page puts above a text, by folded label.
type property struct {
	label string
	value layout.Range
}

func (p *Page) properties() []property {
	var props []property
	var f layout.Folded
	for i, ln := range p.Layout.Lines {
		if i > 200 {
			break
		}
		if ln.Zone != layout.Properties {
			continue
		}
		s := p.Layout.LineText(i)
		f.Set(s, 400)
		label, at := layout.PropertyLabel(s, &f)
		if at < len(f.B) {
			props = append(props, property{label, layout.Range{Start: ln.Start + int(f.At[at]), End: ln.End}})
		}
	}
	return props
}

// find is the value of the first property with one of the labels.
func find(props []property, labels ...string) (layout.Range, bool) {
	for _, prop := range props {
		for _, l := range labels {
			if prop.label == l {
				return prop.value, true
			}
		}
	}
	return layout.Range{}, false
}

func isBlankValue(s string) bool { return strings.Trim(s, " .-_…") == "" }
