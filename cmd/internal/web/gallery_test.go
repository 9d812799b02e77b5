package web

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// shown are the pages that browsers look at, by file name. {doc} is a dispatch,
// {pdf} one with pages, {compare} two copies of one.
var shown = []struct{ name, address string }{
	{"search", "/?q=truyen+thong"},
	{"search-home", "/"},
	{"search-columns", "/?cot=number&cot=issuer&cot=issued&cot=subject&cot=obligations&cot=due"},
	{"search-nothing", "/?q=zzzz+qqqq&type=C%C3%B4ng+v%C4%83n"},
	{"document", "{doc}"},
	{"document-pages", "{pdf}"},
	{"compare", "{compare}"},
	{"map", "{doc}/ban-do"},
	{"duties", "/nhiem-vu?asof=2019-06-03"},
	{"duties-month", "/nhiem-vu?thang=2019-06"},
	{"duties-load", "/nhiem-vu/khoi-luong?asof=2024-03-04"},
	{"duties-nothing", "/nhiem-vu?unit=zzzz"},
	{"gaps", "/con-thieu"},
	{"missing", "/khong-co"},
	{"mistake", "/?from=h%C3%B4m+qua"},
	{"sign", "/dang-nhap"},
	{"review", "/duyet"},
	{"journal", "/nhat-ky"},
	{"handin", "/nap"},
}

// gallery is a house with documents of every kind and a browser in which lan is signed in.
type gallery struct {
	*house
	places map[string]string // addresses by their names in shown
}

// openGallery fills a house: made dispatches, the shipped ones, one of them also as a PDF file, one
// with a value in doubt, one that cannot be read.
func openGallery(c *chrome) *gallery {
	c.t.Helper()
	t := c.t
	files := dispatches(60)
	sources, err := filepath.Glob("../../../testdata/dispatches/*/source.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		text, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(filepath.Dir(source))+".txt"] = string(text)
	}
	files["1191-bhxh-tt.pdf"] = string(c.paper(seed(t)))
	files["nghi.txt"] = doubtful
	files["hong.pdf"] = "%PDF-1.4\nnothing of it is left"
	g := &gallery{house: openHouse(t, files), places: map[string]string{}}
	lan := g.signedIn("lan")
	_, body := lan.see("/?q=1191%2FBHXH-TT")
	found := hitLink.FindStringSubmatch(body)
	if found == nil {
		t.Fatal("the dispatch is not found")
	}
	_, body = lan.see(found[1])
	g.places["{compare}"] = regexp.MustCompile(`/van-ban/[0-9a-f]+/so-sanh/[0-9a-f]+`).FindString(body)
	for _, id := range append(regexp.MustCompile(`/van-ban/[0-9a-f]{16}\b`).FindAllString(body, -1), found[1]) {
		if _, page := lan.see(id); strings.Contains(page, `class="facsimile"`) {
			g.places["{pdf}"] = id
		} else if strings.Contains(page, "1191/BHXH-TT</h1>") {
			g.places["{doc}"] = id
		}
	}
	if len(g.places) != 3 {
		t.Fatalf("of the dispatch, its copy and their comparison there are only %v", g.places)
	}
	c.signIn(g.Server, "lan")
	return g
}

// address is an address of shown, in full.
func (g *gallery) address(of string) string {
	for name, place := range g.places {
		of = strings.Replace(of, name, place, 1)
	}
	return g.URL + of
}

// signIn fills in the page to sign in.
func (c *chrome) signIn(server *httptest.Server, name string) {
	c.t.Helper()
	c.open(server.URL + signInAddress)
	c.eval(`document.querySelector("input[name=name]").focus()`)
	c.write(name)
	c.eval(`document.querySelector("input[name=password]").focus()`)
	c.write(password)
	c.loaded(func() { c.press("Enter") })
	if c.eval("location.pathname") == signInAddress {
		c.t.Fatalf("%s is not let in", name)
	}
}
