package source

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/text/unicode/norm"
)

// selector finds something in a page: a CSS selector, and after "@" the attribute in which it
// stands, if it does: "td:nth-child(2)", "a.tai-ve@data-url".
type selector struct {
	css       string
	attribute string
	match     goquery.Matcher
}

func (s *selector) UnmarshalText(text []byte) error {
	css := string(text)
	if at := strings.LastIndexByte(css, '@'); at >= 0 && !strings.ContainsAny(css[at:], "]\"') ") {
		css, s.attribute = css[:at], css[at+1:]
	}
	s.css = css
	if strings.TrimSpace(css) == "" { // "@href": of the row itself
		return nil
	}
	match, err := cascadia.Compile(css)
	if err != nil {
		return fmt.Errorf("the selector %q is not understood: %w", css, err)
	}
	s.match = match
	return nil
}

func (s selector) empty() bool { return s.match == nil && s.attribute == "" }

// in is what the selector finds below a part of a page.
func (s selector) in(part *goquery.Selection) *goquery.Selection {
	switch {
	case s.empty():
		return part.Slice(0, 0)
	case s.match == nil:
		return part
	}
	return part.FindMatcher(s.match)
}

// text is the text, or the attribute's value, of the first thing found.
func (s selector) text(part *goquery.Selection) string {
	found := s.in(part).First()
	if s.attribute != "" {
		return clean(found.AttrOr(s.attribute, ""))
	}
	return clean(found.Text())
}

// reference is where something leads: its attribute, href unless another is named.
func (s selector) reference(thing *goquery.Selection) string {
	attribute := s.attribute
	if attribute == "" {
		attribute = "href"
	}
	return strings.TrimSpace(thing.AttrOr(attribute, ""))
}

// clean is text in one line.
func clean(text string) string {
	return norm.NFC.String(strings.Join(strings.Fields(text), " "))
}
