package mail

import (
	"strings"
	"unicode/utf16"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/cfb"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/page"
)

// Properties of a message by their tags ([MS-OXPROPS]).
const (
	tagSubject    = "0037"
	tagSender     = "0C1A"
	tagBody       = "1000"
	tagHTML       = "1013"
	tagFileName   = "3704"
	tagLongName   = "3707"
	tagAttachment = "3701"
)

// ReadOutlook reads a message of Outlook from its container.
func ReadOutlook(f *cfb.File, limits form.Limits) form.Raw {
	text := property(f, "", tagBody)
	if html := property(f, "", tagHTML); html != "" && (form.Blank(text) || strings.Contains(html, "<table")) {
		text = page.Read([]byte(html), "", limits).Text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	subject := strings.TrimSpace(property(f, "", tagSubject))
	raw := form.Raw{Form: "msg", MediaType: form.MediaType("msg"), Status: corpus.StatusOK, Title: subject, Author: property(f, "", tagSender)}
	for _, name := range f.Names() {
		storage, ok := strings.CutSuffix(name, "/")
		if !ok || !strings.HasPrefix(storage, "__attach_version1.0_") || strings.Contains(storage, "/") || len(raw.Parts) >= limits.Members {
			continue
		}
		label := property(f, storage+"/", tagLongName)
		if label == "" {
			label = property(f, storage+"/", tagFileName)
		}
		if label == "" {
			label = storage
		}
		part := form.Part{Name: strings.ReplaceAll(label, "/", "_")}
		content, err := f.Stream(storage + "/__substg1.0_" + tagAttachment + "0102")
		if err != nil {
			part.Status, part.Reason = corpus.StatusUnsupported, "a message or object inside a message"
		}
		part.Content = content
		raw.Parts = append(raw.Parts, part)
	}
	if !form.Blank(text) && subject != "" && !strings.Contains(text, subject) {
		text = subject + "\n" + text
	}
	raw.Text = text
	if form.Blank(text) && len(raw.Parts) == 0 {
		raw.Status, raw.Reason = corpus.StatusEmpty, "no text in it"
	}
	return raw
}

// property is a text property: UTF-16, bytes in some encoding, or bytes of HTML.
func property(f *cfb.File, storage, tag string) string {
	if b, err := f.Stream(storage + "__substg1.0_" + tag + "001F"); err == nil {
		units := make([]uint16, 0, len(b)/2)
		for i := 0; i+2 <= len(b); i += 2 {
			units = append(units, uint16(b[i])|uint16(b[i+1])<<8)
		}
		return strings.TrimRight(string(utf16.Decode(units)), "\x00")
	}
	for _, kind := range []string{"001E", "0102"} {
		if b, err := f.Stream(storage + "__substg1.0_" + tag + kind); err == nil {
			text, _, _ := charset.ToUTF8(b, "")
			return strings.TrimRight(text, "\x00")
		}
	}
	return ""
}
