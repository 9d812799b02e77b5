// Package page reads web pages as text: by a rule for the site's shape, by the article that
// readability finds, or whole.
package page

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
)

// Read reads an HTML page. declared is the charset that came with it, may be empty.
func Read(content []byte, declared string, limits form.Limits) form.Raw {
	text, note := decode(content, declared)
	root, err := html.Parse(strings.NewReader(text))
	if err != nil { // deeper than a browser would follow
		raw := finish(flat(text, limits), limits)
		raw.Warn("the page's elements are nested too deep; read as a plain run of blocks")
		return raw
	}
	doc := goquery.NewDocumentFromNode(root)
	r := &renderer{flow: form.Flow{Limit: limits.Text}, fonts: fontsOf(doc)}
	choose(doc).render(r, doc)
	raw := finish(&r.flow, limits)
	raw.Title, raw.Author, raw.Published = title(doc), author(doc), published(doc)
	if note != "" {
		raw.Warn("%s", note)
	}
	return raw
}

func finish(f *form.Flow, limits form.Limits) form.Raw {
	text := f.String()
	if f.Over {
		return form.Fail("html", corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	return form.Good("html", text)
}

// decode reads the page's bytes. Pages made in old fonts keep the characters that those bytes
// have in windows-1252, and the fonts are seen to run by run.
func decode(content []byte, declared string) (text, note string) {
	if utf8.Valid(content) && bytes.IndexByte(content[:min(len(content), 4096)], 0) < 0 {
		return string(bytes.TrimPrefix(content, []byte("\xEF\xBB\xBF"))), ""
	}
	if declared == "" {
		declared = metaCharset(content)
	}
	enc, known := charset.ByName(declared)
	if !known || enc != charset.UTF8 {
		if hasOldFont(content) {
			return charset.Decode(content, charset.Windows1252), ""
		}
	}
	text, got, sure := charset.ToUTF8(content, declared)
	if !sure {
		note = "the encoding is uncertain; read as " + got.String()
	}
	return text, note
}

func hasOldFont(content []byte) bool {
	for _, name := range []string{".VnTime", ".VnArial", "VNI-", ".vntime", "VPS "} {
		if bytes.Contains(content, []byte(name)) {
			return true
		}
	}
	return false
}

// metaCharset is the charset that the page's head declares: <meta charset="utf-8">,
// <meta http-equiv="Content-Type" content="text/html; charset=windows-1258">.
func metaCharset(content []byte) string {
	head := bytes.ToLower(content[:min(len(content), 4096)])
	at := bytes.Index(head, []byte("charset="))
	if at < 0 {
		return ""
	}
	rest := bytes.TrimLeft(head[at+len("charset="):], " \"'")
	if end := bytes.IndexAny(rest, " \"'/>;"); end >= 0 {
		rest = rest[:end]
	}
	return string(rest)
}
