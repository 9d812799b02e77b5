// Package odf reads the office files of OpenDocument (ISO/IEC 26300): ODT, ODS and ODP.
package odf

import (
	"errors"
	"strconv"
	"strings"

	"congvan/corpus"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/markup"
	"congvan/ingest/parse/pack"
)

// Read reads an OpenDocument file; name is "odt", "ods" or "odp".
func Read(z *pack.Zip, name string, limits form.Limits) form.Raw {
	if encrypted(z) {
		return form.Fail(name, corpus.StatusProtected, "needs a password")
	}
	content, err := z.Read("content.xml")
	if err != nil && len(content) == 0 {
		return form.Fail(name, pack.StatusOf(err), "%v", err)
	}
	sheets, _ := z.Read("styles.xml")
	raw := Flat(name, content, sheets, limits)
	if err != nil && raw.Status == corpus.StatusOK {
		raw.Status, raw.Reason = corpus.StatusPartial, err.Error()
	}
	if about, err := z.Read("meta.xml"); err == nil {
		raw.Title, raw.Author = metadata(about)
	}
	return raw
}

// Flat reads content, the XML of a document or of a flat file, with the styles of sheets.
func Flat(name string, content, sheets []byte, limits form.Limits) form.Raw {
	w := &writer{limits: limits, styles: styles{looks: map[string]look{}, lists: map[string][]form.Level{}, drawn: map[string]bool{}}, counters: map[string]*form.Counter{}}
	w.styles.read(sheets)
	w.styles.read(content)
	body := w.story(content, true)
	var notes strings.Builder
	for i := 0; i < len(w.notes) && i < 100_000; i++ {
		note := strings.Join(strings.Fields(w.story(w.notes[i], false)), " ")
		if note != "" {
			notes.WriteString("[" + strconv.Itoa(i+1) + "] " + note + "\n")
		}
	}
	body += notes.String()
	if w.over {
		return form.Fail(name, corpus.StatusTooLarge, "more text than the limit of %d bytes", limits.Text)
	}
	headers, footers := w.margins(sheets)
	raw := form.Good(name, form.Margins(body, headers, footers)+body)
	raw.Pages = w.pages
	switch {
	case errors.Is(w.err, markup.ErrDeep):
		return form.Fail(name, corpus.StatusTooLarge, "elements nested deeper than the limit")
	case w.err != nil && raw.Status == corpus.StatusOK:
		raw.Status, raw.Reason = corpus.StatusPartial, "damaged: "+w.err.Error()+"; what comes before it was read"
	case w.err != nil:
		raw.Status, raw.Reason = corpus.StatusDamaged, w.err.Error()
	}
	return raw
}

// encrypted reports whether the manifest says that parts are encrypted.
func encrypted(z *pack.Zip) bool {
	manifest, err := z.Read("META-INF/manifest.xml")
	return err == nil && strings.Contains(string(manifest), "encryption-data")
}

func metadata(content []byte) (title, author string) {
	s := markup.New(content, 100)
	in := ""
	for s.Next() {
		switch {
		case s.Kind == markup.Start:
			in = string(s.Name)
		case s.Kind == markup.End:
			in = ""
		case in == "title":
			title = form.OneLine(string(s.Bytes()))
		case in == "creator" || in == "initial-creator" && author == "":
			author = form.OneLine(string(s.Bytes()))
		}
	}
	return title, author
}
