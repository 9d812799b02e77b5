package index

import (
	"encoding/base64"
	"encoding/json"
	"fmt"

	"congvan/index/engine"
)

// cursorOf writes a place in the order of hits as a word that can stand in an address.
func cursorOf(p engine.Place) string {
	b, err := json.Marshal([]any{p.Score, p.Value, p.Owner})
	if err != nil {
		return "" // a score is a finite number
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func placeOf(cursor string) (engine.Place, error) {
	var p engine.Place
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		err = json.Unmarshal(b, &[]any{&p.Score, &p.Value, &p.Owner})
	}
	if err != nil {
		return p, fmt.Errorf("%q is no place to go on after: use next of the page before", cursor)
	}
	return p, nil
}
