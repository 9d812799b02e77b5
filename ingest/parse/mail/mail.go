// Package mail reads mails, as text (RFC 5322, MIME) and as Outlook keeps them ([MS-OXMSG]): the
// words that were sent, and the files that were attached.
package mail

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/page"
)

// Read reads a mail.
func Read(content []byte, limits form.Limits) form.Raw {
	content = bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\xEF\xBB\xBF")), " \t\r\n")
	if bytes.HasPrefix(content, []byte("From ")) { // mbox: the first mail of it
		_, content, _ = bytes.Cut(content, []byte("\n"))
	}
	m, err := mail.ReadMessage(bytes.NewReader(content))
	if err != nil {
		return form.Fail("eml", corpus.StatusDamaged, "reading the header: %v", err)
	}
	r := &reader{limits: limits, left: limits.Total}
	r.entity(textproto.MIMEHeader(m.Header), m.Body, 0)
	text := r.text()
	subject := word(m.Header.Get("Subject"))
	raw := form.Raw{Form: "eml", MediaType: form.MediaType("eml"), Status: corpus.StatusOK, Parts: r.parts, Title: subject, Author: word(m.Header.Get("From")), Warnings: r.warnings}
	if !form.Blank(text) && subject != "" && !strings.Contains(text, subject) {
		text = subject + "\n" + text
	}
	raw.Text = text
	raw.Wrapped = r.html == "" || r.plain != ""
	if date, err := m.Header.Date(); err == nil {
		raw.Published = corpus.DateOf(date)
	}
	switch {
	case r.over:
		return form.Fail("eml", corpus.StatusTooLarge, "parts nested or sized beyond the limits")
	case form.Blank(text) && len(raw.Parts) == 0 && r.cut:
		raw.Status, raw.Reason = corpus.StatusDamaged, "it ends in the middle, before any text"
	case form.Blank(text) && len(raw.Parts) == 0:
		raw.Status, raw.Reason = corpus.StatusEmpty, "no text in it"
	case r.cut:
		raw.Status, raw.Reason = corpus.StatusPartial, "damaged: it ends in the middle; what is there was read"
	}
	return raw
}

// reader walks the entities of a mail.
type reader struct {
	limits      form.Limits
	left        int64
	plain, html string // the words, in the forms that they come in
	parts       []form.Part
	warnings    []string
	over, cut   bool
}

// text is what was written: as a page where there is one, since plain copies lose tables.
func (r *reader) text() string {
	if r.html != "" && r.plain == "" || strings.Contains(r.html, "<table") {
		return page.Read([]byte(r.html), "utf-8", r.limits).Text
	}
	return r.plain
}

// entity reads a part of a mail (RFC 2045), and the parts inside it.
func (r *reader) entity(head textproto.MIMEHeader, body io.Reader, depth int) {
	if depth > 16 || len(r.parts) > r.limits.Members {
		r.over = true
		return
	}
	kind, parameters, err := mime.ParseMediaType(head.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && parameters["boundary"] != "" {
		parts := multipart.NewReader(body, parameters["boundary"])
		for {
			part, err := parts.NextRawPart()
			if err != nil {
				r.cut = r.cut || !errors.Is(err, io.EOF)
				return
			}
			r.entity(part.Header, part, depth+1)
			if r.over {
				return
			}
		}
	}
	disposition, named, _ := mime.ParseMediaType(head.Get("Content-Disposition"))
	name := named["filename"]
	if name == "" {
		name = parameters["name"]
	}
	content, err := io.ReadAll(io.LimitReader(decoded(head.Get("Content-Transfer-Encoding"), body), r.left+1))
	if int64(len(content)) > r.left {
		r.over = true
		return
	}
	r.left -= int64(len(content))
	r.cut = r.cut || err != nil && !errors.Is(err, io.EOF)
	switch {
	case disposition != "attachment" && name == "" && (kind == "text/plain" || kind == "text/html"):
		text, _, _ := charset.ToUTF8(content, parameters["charset"])
		text = strings.ReplaceAll(text, "\r\n", "\n")
		if kind == "text/html" {
			r.html += text
		} else {
			r.plain += text + "\n"
		}
	case strings.HasPrefix(kind, "image/") && head.Get("Content-Id") != "" && disposition != "attachment":
		// a picture of the mail's own layout
	case len(content) > 0:
		if name = word(name); name == "" {
			name = fmt.Sprintf("part%d", len(r.parts)+1)
		}
		r.parts = append(r.parts, form.Part{Name: strings.ReplaceAll(name, "/", "_"), Content: content})
	}
}

// decoded undoes a transfer encoding (RFC 2045 section 6).
func decoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &letters{body})
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// letters leaves out of base64 what is no letter of it.
type letters struct{ r io.Reader }

func (l *letters) Read(p []byte) (int, error) {
	for {
		n, err := l.r.Read(p)
		kept := 0
		for _, c := range p[:n] {
			if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil {
			return kept, err
		}
	}
}

// word decodes encoded words of a header (RFC 2047) in any charset.
func word(s string) string {
	decoder := mime.WordDecoder{CharsetReader: func(name string, in io.Reader) (io.Reader, error) {
		b, err := io.ReadAll(in)
		if err != nil {
			return nil, err
		}
		text, _, _ := charset.ToUTF8(b, name)
		return strings.NewReader(text), nil
	}}
	out, err := decoder.DecodeHeader(s)
	if err != nil {
		out = s
	}
	out, _, _ = charset.ToUTF8([]byte(out), "")
	return strings.Join(strings.Fields(out), " ")
}
