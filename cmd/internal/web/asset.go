package web

import (
	_ "embed"
	"net/http"
	"strings"

	"congvan/corpus"
)

//go:embed layout/style.css
var styleSheet []byte

// pagesScript is for comfort alone. It is written by hand, 100 lines: suggestions need the keys of
// a combobox and evidence needs places on a picture, which a library that swaps fragments of HTML
// (htmx) leaves to such a script too, at sixteen times the size.
//
//go:embed layout/pages.js
var pagesScript []byte

// asset is an embedded file. Pages name it with its hash, so that it can be kept for ever.
type asset struct {
	media   string
	content []byte
	sum     string
}

func newAsset(media string, content []byte) asset {
	return asset{media, content, corpus.Hash(content)[:16]}
}

func (a asset) serve(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", a.media)
	w.Header().Set("Cache-Control", "no-cache")
	if r.URL.RawQuery == a.sum {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	writeTagged(w, r, http.StatusOK, a.content, a.sum)
}

// writeTagged answers with bytes and their ETag; a client that has them gets 304.
func writeTagged(w http.ResponseWriter, r *http.Request, status int, content []byte, sum string) {
	tag := `"` + sum + `"`
	w.Header().Set("ETag", tag)
	for have := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if strings.TrimPrefix(strings.TrimSpace(have), "W/") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.WriteHeader(status)
	_, _ = w.Write(content) // the client has gone if this fails
}
