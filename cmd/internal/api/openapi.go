package api

import (
	_ "embed"
	"net/http"

	"congvan/corpus"
)

//go:embed openapi.json
var description []byte

func (a *API) openAPI(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Content-Type", "application/json")
	return writeTagged(w, r, description, corpus.Hash(description))
}
