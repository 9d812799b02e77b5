package page

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
)

// look is what an element's own style says.
type look struct {
	style   string
	display string
	hidden  bool
}

func lookOf(n *html.Node) look {
	var l look
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "style":
			l.style = n.Attr[i].Val
		case "hidden":
			l.hidden = true
		}
	}
	if l.style == "" {
		return l
	}
	if strings.Contains(l.style, "display") {
		l.display = property(l.style, "display")
	}
	l.hidden = l.hidden || l.display == "none" ||
		strings.Contains(l.style, "visibility") && property(l.style, "visibility") == "hidden" ||
		strings.Contains(l.style, "mso-hide") && property(l.style, "mso-hide") == "all"
	return l
}

// property is the value of a property in a style, "" when it is not set there.
func property(style, name string) string {
	for rest := style; rest != ""; {
		var declaration string
		declaration, rest, _ = strings.Cut(rest, ";")
		key, value, ok := strings.Cut(declaration, ":")
		if ok && strings.EqualFold(strings.TrimSpace(key), name) {
			value, _, _ = strings.Cut(value, "!")
			return strings.ToLower(strings.TrimSpace(value))
		}
	}
	return ""
}

// bordersOf says whether a table draws lines: by its border, its style or its first cell's style.
func bordersOf(n *html.Node, l look) form.Borders {
	if border := attr(n, "border"); border != "" && border != "0" {
		return form.BordersDrawn
	}
	if strings.Contains(l.style, "solid") || strings.Contains(firstCell(n), "solid") {
		return form.BordersDrawn
	}
	if attr(n, "border") == "0" || strings.Contains(l.style, "border: none") || strings.Contains(l.style, "border:none") {
		return form.BordersNone
	}
	return form.BordersUnknown
}

// firstCell is the style of a table's first cell.
func firstCell(n *html.Node) string {
	for c := n.FirstChild; c != nil; {
		switch {
		case c.DataAtom == atom.Td || c.DataAtom == atom.Th:
			return attr(c, "style")
		case c.FirstChild != nil && (c.DataAtom == atom.Tbody || c.DataAtom == atom.Thead || c.DataAtom == atom.Tr):
			c = c.FirstChild
		default:
			c = c.NextSibling
		}
	}
	return ""
}

// fonts are the encodings of the fonts that a page's style sheets name, by selector:
// p.MsoNormal {font-family:".VnTime"}.
type fonts map[string]charset.Encoding

func fontsOf(doc *goquery.Document) fonts {
	found := fonts{}
	doc.Find("style").Each(func(_ int, sheet *goquery.Selection) {
		rest := sheet.Text()
		for len(found) < 1000 {
			selectors, tail, ok := strings.Cut(rest, "{")
			body, after, closed := strings.Cut(tail, "}")
			if !ok || !closed {
				return
			}
			rest = after
			if enc, ok := fontEncoding(property(body, "font-family"), body); ok {
				for selector := range strings.SplitSeq(selectors, ",") {
					found[strings.ToLower(strings.TrimSpace(selector))] = enc
				}
			}
		}
	})
	return found
}

// of is the encoding that an element's font is made for, false when it sets none.
func (f fonts) of(n *html.Node, l look) (charset.Encoding, bool) {
	if n.DataAtom == atom.Font {
		if face := attr(n, "face"); face != "" {
			enc, _ := charset.ByFont(face)
			return enc, true
		}
	}
	if strings.Contains(l.style, "font-family") {
		if enc, ok := fontEncoding(property(l.style, "font-family"), l.style); ok || property(l.style, "font-family") != "" {
			return enc, true
		}
	}
	if len(f) == 0 {
		return charset.Unknown, false
	}
	if class := strings.ToLower(attr(n, "class")); class != "" {
		for name := range strings.FieldsSeq(class) {
			if enc, ok := f[n.Data+"."+name]; ok {
				return enc, true
			}
			if enc, ok := f["."+name]; ok {
				return enc, true
			}
		}
	}
	enc, ok := f[n.Data]
	return enc, ok
}

// fontEncoding is the encoding of the first font of a list that is made for one. The list is in
// lower case; style has it as it was written, since ".VnTimeH" differs from ".VnTime".
func fontEncoding(list, style string) (charset.Encoding, bool) {
	first, _, _ := strings.Cut(list, ",")
	first = strings.Trim(first, " \"'")
	if first == "" {
		return charset.Unknown, false
	}
	if at := strings.Index(strings.ToLower(style), first); at >= 0 && at+len(first) <= len(style) {
		first = style[at : at+len(first)]
	}
	return charset.ByFont(first)
}
