package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"congvan/ingest/parse/form"
)

// flat reads a page tag by tag, without a tree: for pages nested deeper than a tree may be.
func flat(text string, limits form.Limits) *form.Flow {
	r := renderer{flow: form.Flow{Limit: limits.Text}}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(len(text))
	var mute atom.Atom // the hidden element that is open
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return &r.flow
		}
		if kind == html.TextToken {
			if mute == 0 {
				r.text(html.UnescapeString(string(z.Raw())), state{})
			}
			continue
		}
		name, _ := z.TagName()
		tag := atom.Lookup(name)
		switch {
		case mute != 0:
			if kind == html.EndTagToken && tag == mute {
				mute = 0
			}
		case kind == html.StartTagToken && (tag == atom.Script || tag == atom.Style || tag == atom.Title):
			mute = tag
		case tag == atom.Td || tag == atom.Th || tag == atom.Tr || tag == atom.Br || blocks[tag]:
			r.flow.Break()
		}
	}
}
