package page

import (
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// reading is what of a page is read.
type reading struct {
	rule *rule
	body []*html.Node
	bare bool // leave the furniture out
}

// choose finds the document in a page: by a site's rule, as the element that holds a letterhead
// and most of the text, as the article that readability sees, or else the whole page.
func choose(doc *goquery.Document) reading {
	for i := range rules {
		if found := doc.FindMatcher(rules[i].body); found.Length() > 0 && hasText(found) {
			return reading{rule: &rules[i], body: outermost(found.Nodes)}
		}
	}
	body := doc.Find("body")
	if n := withLetterhead(body); n != nil {
		return reading{body: []*html.Node{n}, bare: true}
	}
	if n := article(doc); n != nil {
		return reading{body: []*html.Node{n}, bare: true}
	}
	return reading{body: body.Nodes, bare: true}
}

// render writes the properties, the document and the related documents of a page.
func (w reading) render(r *renderer, doc *goquery.Document) {
	r.bare = w.bare
	r.skip = map[*html.Node]bool{}
	inside := map[*html.Node]bool{}
	for _, n := range w.body {
		inside[n] = true
	}
	properties(doc, r, inside)
	if w.rule == nil && !isWhole(w.body) {
		heading(doc, r, w.body)
	}
	for _, n := range w.body {
		r.node(n, state{})
		r.flow.Break()
	}
	if w.rule != nil && w.rule.related != nil {
		doc.FindMatcher(w.rule.related).Each(func(_ int, s *goquery.Selection) {
			r.node(s.Nodes[0], state{})
			r.flow.Break()
		})
	}
	originals(doc, r)
}

// heading writes the title of an article above it, unless the article begins with it.
func heading(doc *goquery.Document, r *renderer, body []*html.Node) {
	line := title(doc)
	if line == "" {
		return
	}
	for _, n := range body {
		if strings.Contains(squeeze(textOf(n, 2000)), squeeze(line)) {
			return
		}
	}
	r.flow.Text(line)
	r.flow.Break()
}

func isWhole(nodes []*html.Node) bool { return len(nodes) == 1 && nodes[0].Data == "body" }

func hasText(found *goquery.Selection) bool {
	for _, n := range found.Nodes {
		if len(textOf(n, 200)) > 100 {
			return true
		}
	}
	return false
}

// outermost drops nodes that stand inside others of the list.
func outermost(nodes []*html.Node) []*html.Node {
	in := map[*html.Node]bool{}
	for _, n := range nodes {
		in[n] = true
	}
	var kept []*html.Node
	for _, n := range nodes {
		inner := false
		for p := n.Parent; p != nil && !inner; p = p.Parent {
			inner = in[p]
		}
		if !inner {
			kept = append(kept, n)
		}
	}
	return kept
}

// withLetterhead is the smallest element that holds a letterhead and three fifths of the page's
// text: the document in a page of unknown shape. nil when there is none.
func withLetterhead(body *goquery.Selection) *html.Node {
	if body.Length() == 0 {
		return nil
	}
	sizes := map[*html.Node]int{}
	var at *html.Node
	measure(body.Nodes[0], sizes, &at)
	whole := sizes[body.Nodes[0]]
	for n := at; n != nil; n = n.Parent { // the letterhead is a table: out of it
		if n.DataAtom == atom.Table {
			at = n.Parent
		}
	}
	for n := at; n != nil; n = n.Parent {
		if sizes[n]*5 >= whole*3 {
			return n
		}
	}
	return nil
}

// measure sums the text under each element and finds the text node with the country's name or
// its motto (quốc hiệu, tiêu ngữ).
func measure(n *html.Node, sizes map[*html.Node]int, at **html.Node) int {
	if n.Type == html.TextNode {
		if *at == nil && (strings.Contains(n.Data, "CỘNG H") || strings.Contains(n.Data, "Độc lập")) {
			*at = n.Parent
		}
		return len(strings.TrimSpace(n.Data))
	}
	if hidden[n.DataAtom] {
		return 0
	}
	size := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size += measure(c, sizes, at)
	}
	sizes[n] = size
	return size
}

// article is what readability takes for the page's article, nil when that is nothing much.
func article(doc *goquery.Document) *html.Node {
	found, err := readability.FromDocument(clone(doc.Nodes[0]), nil)
	if err != nil || found.Node == nil || len(textOf(found.Node, 500)) < 400 {
		return nil
	}
	return found.Node
}

// clone copies a tree, without attributes too long to be read by rules over words.
func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
	for _, a := range n.Attr {
		if len(a.Val) <= 2000 {
			c.Attr = append(c.Attr, a)
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.AppendChild(clone(child))
	}
	return c
}

// textOf is the first bytes of the text under a node, at least most of them when there are more.
func textOf(n *html.Node, most int) string {
	var out strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if out.Len() >= most {
			return
		}
		if n.Type == html.TextNode {
			out.WriteString(n.Data)
			return
		}
		if n.Type == html.ElementNode && (hidden[n.DataAtom] && n.Data != "head") {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if blocks[n.DataAtom] {
			out.WriteByte(' ')
		}
	}
	walk(n)
	return strings.TrimSpace(out.String())
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
