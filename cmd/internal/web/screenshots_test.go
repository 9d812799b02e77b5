package web

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shown are the pages that TestScreenshots takes pictures of, by file name. {doc} is a dispatch,
// {pdf} one with pages, {empty} a document that could not be read.
var shown = []struct{ name, address string }{
	{"search", "/?q=truyen+thong"},
	{"search-home", "/"},
	{"search-columns", "/?cot=number&cot=issuer&cot=issued&cot=subject&cot=obligations&cot=due"},
	{"search-nothing", "/?q=zzzz+qqqq&type=C%C3%B4ng+v%C4%83n"},
	{"document", "{doc}"},
	{"document-pages", "{pdf}"},
	{"document-unread", "{empty}"},
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

// looks are the ways in which each page is pictured.
var looks = []struct {
	name          string
	width, height int
	scheme        string
}{
	{"wide", 1440, 900, "light"},
	{"phone", 390, 844, "light"},
	{"dark", 1440, 900, "dark"},
}

// TestScreenshots pictures each page: wide, on a phone, in the dark, and how it prints. It runs
// when CONGVAN_SCREENSHOTS names a folder.
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("CONGVAN_SCREENSHOTS")
	if folder == "" {
		t.Skip("CONGVAN_SCREENSHOTS names no folder: make screenshots does")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	c := openChrome(t)
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
	house := openHouse(t, files)
	lan := house.signedIn("lan")
	_, body := lan.see("/?q=" + strings.ReplaceAll("1191/BHXH-TT", "/", "%2F"))
	document := hitLink.FindStringSubmatch(body)
	if document == nil {
		t.Fatal("the dispatch is not found")
	}
	_, body = lan.see(document[1])
	places := map[string]string{"{doc}": document[1], "{pdf}": document[1], "{empty}": "/khong-co"}
	for _, id := range regexp.MustCompile(`/van-ban/[0-9a-f]{16}\b`).FindAllString(body, -1) {
		if _, page := lan.see(id); strings.Contains(page, `class="facsimile"`) {
			places["{pdf}"] = id + "?tu=300"
		} else if id == document[1] {
			places["{doc}"] = id
		}
	}
	c.signIn(house.Server, "lan")
	for _, page := range shown {
		address := page.address
		for name, place := range places {
			address = strings.Replace(address, name, place, 1)
		}
		for _, look := range looks {
			c.size(look.width, look.height, look.name == "phone")
			c.look(look.scheme, "screen")
			c.open(house.URL + address)
			c.until(`[...document.images].every(i => i.complete) && (!document.querySelector("figure[data-marks]") || document.querySelector(".facsimile svg"))`)
			save(t, filepath.Join(folder, page.name+"-"+look.name+".png"), c.picture(2200))
		}
		c.look("light", "print")
		c.size(794, 1123, false)
		c.open(house.URL + address)
		save(t, filepath.Join(folder, page.name+"-print.png"), c.picture(1123))
	}
}

func save(t *testing.T, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o644); err != nil {
		t.Fatal(err)
	}
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
		c.t.Fatalf("%s is not let in: %s", name, http.StatusText(http.StatusForbidden))
	}
}
