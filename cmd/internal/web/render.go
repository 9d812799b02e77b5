package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"congvan/corpus"
)

//go:embed */page.html
var templates embed.FS

// pageNames are the folders with a page's template; layout is around them all.
var pageNames = []string{"compare", "document", "duties", "failure", "gaps", "handin", "journal", "load", "refmap", "review", "search", "sign"}

// renderer holds the parsed templates, the words and the hashes of the style and the script.
type renderer struct {
	pages  map[string]*template.Template
	words  map[string][2]string
	style  string
	script string
}

func newRenderer() (renderer, error) {
	r := renderer{pages: map[string]*template.Template{}, words: map[string][2]string{}, style: newAsset("", styleSheet).sum, script: newAsset("", pagesScript).sum}
	for _, w := range words {
		r.words[w.key] = [2]string{w.vi, w.en}
	}
	for _, name := range pageNames {
		t, err := template.ParseFS(templates, "layout/page.html", name+"/page.html")
		if err != nil {
			return r, fmt.Errorf("page %s: %w", name, err)
		}
		r.pages[name] = t.Lookup("layout")
	}
	return r, nil
}

// page is what the layout shows: Body belongs to the page's own template.
type page struct {
	Title string // a key of words, or text
	Nav   string // the part of the house that the page belongs to
	Query string // in the search box of the header
	Feed  string // address of a feed of the page
	Body  any

	Other    string // address of this page in the other language
	Here     string // address of this page
	Person   string // who is signed in
	Reviews  bool   // and may change things
	Token    string // that their forms carry
	Style    string
	Script   string
	words    map[string][2]string
	language language
}

// write answers with a page. Nothing is sent before all of it is made.
func (r renderer) write(v *visit, status int, name string, p page) error {
	p.words, p.language, p.Style, p.Script = r.words, v.language, r.style, r.script
	p.Here = v.r.URL.RequestURI()
	if s, ok := sessionOf(v.r); ok {
		p.Person, p.Reviews, p.Token = s.User.Name, s.User.Reviews(), s.Token()
	}
	values := v.r.URL.Query()
	values.Set("lang", languageNames[1-v.language])
	p.Other = "?" + values.Encode()
	var out bytes.Buffer
	if err := r.pages[name].Execute(&out, p); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	h := v.w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", languageNames[v.language])
	h.Add("Vary", "Accept-Language, Cookie")
	if status != http.StatusOK {
		v.w.WriteHeader(status)
		_, _ = v.w.Write(out.Bytes())
		return nil
	}
	h.Set("Cache-Control", "private, no-cache")
	writeTagged(v.w, v.r, status, out.Bytes(), corpus.Hash(out.Bytes())[:32])
	return nil
}

// Lang is the page's language tag.
func (p page) Lang() string { return languageNames[p.language] }

// Vietnamese reports the page's language.
func (p page) Vietnamese() bool { return p.language == vietnamese }

// T is the text for a key in the page's language, with its values laid in. A key that is not in
// the table is its own text.
func (p page) T(key string, values ...any) string {
	text, ok := p.words[key]
	if !ok {
		return key
	}
	if len(values) == 0 {
		return text[p.language]
	}
	return fmt.Sprintf(text[p.language], values...)
}

// Day is a date as people write it: 15/09/2024, 09/2024.
func (p page) Day(d corpus.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%02d/%d", d.Month, d.Year)
	}
	return fmt.Sprintf("%02d/%02d/%d", d.Day, d.Month, d.Year)
}

// N is a number with its thousands apart: 12.345 in Vietnamese, 12,345 in English.
func (p page) N(n int) string {
	mark := "."
	if p.language == english {
		mark = ","
	}
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0 && s[at-1] != '-'; at -= 3 {
		s = s[:at] + mark + s[at:]
	}
	return s
}

// Percent is a share of one in hundredths.
func (p page) Percent(share float64) string { return strconv.Itoa(int(share*100+0.5)) + "%" }

// Short is a text of at most n characters, cut at a word.
func (p page) Short(n int, text string) string { return cutText(n, text) }

func cutText(n int, text string) string {
	points := 0
	for at := range text {
		if points++; points > n {
			if space := strings.LastIndexByte(text[:at], ' '); space > at/2 {
				at = space
			}
			return text[:at] + "…"
		}
	}
	return text
}
