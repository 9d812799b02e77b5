package web

import (
	"net/http"
	"strings"
)

// language is an index into the texts of a word.
type language int

const (
	vietnamese language = iota
	english
)

var languageNames = [2]string{"vi", "en"}

// languageCookie keeps the language that a reader chose.
const languageCookie = "lang"

// languageOf is the language that was chosen with ?lang=, or before, or that the browser prefers;
// otherwise Vietnamese.
func languageOf(w http.ResponseWriter, r *http.Request) language {
	for l, name := range languageNames {
		if r.Form.Get("lang") == name {
			http.SetCookie(w, &http.Cookie{Name: languageCookie, Value: name, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode})
			return language(l)
		}
	}
	if c, err := r.Cookie(languageCookie); err == nil {
		for l, name := range languageNames {
			if c.Value == name {
				return language(l)
			}
		}
	}
	for part := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") { // in order of preference
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		for l, name := range languageNames {
			if tag == name || strings.HasPrefix(tag, name+"-") {
				return language(l)
			}
		}
	}
	return vietnamese
}
