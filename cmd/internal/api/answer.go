package api

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"congvan/corpus"
)

// writeJSON answers with a value and an ETag made of its bytes; a client that has them already
// gets 304 (RFC 9110, 13.1.2).
func writeJSON(w http.ResponseWriter, r *http.Request, value any) error {
	var body bytes.Buffer
	e := json.NewEncoder(&body)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return fmt.Errorf("encode answer: %w", err)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	return writeTagged(w, r, body.Bytes(), corpus.Hash(body.Bytes()))
}

func writeTagged(w http.ResponseWriter, r *http.Request, body []byte, sum string) error {
	tag := `"` + sum[:32] + `"`
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", "no-cache")
	for have := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		if have = strings.TrimPrefix(strings.TrimSpace(have), "W/"); have == tag || have == "*" {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	_, err := w.Write(body)
	return err
}
