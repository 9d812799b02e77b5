// Package warc opens WARC files (ISO 28500:2017, and the versions before it): the answers that a
// crawler got are its members, each under its own address.
package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
	"time"

	"congvan/corpus"
	"congvan/ingest/parse/form"
)

// Is reports whether a file is a WARC file, packed or not.
func Is(content []byte) bool {
	if !bytes.HasPrefix(content, []byte("\x1F\x8B")) {
		return bytes.HasPrefix(content, []byte("WARC/"))
	}
	z, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return false
	}
	var head [5]byte
	_, err = io.ReadFull(z, head[:])
	return err == nil && string(head[:]) == "WARC/"
}

// Read opens a file. A record that is cut off or not as it must be ends it: what stands before is
// read, and the file is said to be partial.
func Read(content []byte, limits form.Limits) form.Raw {
	raw := form.Raw{Form: "warc", MediaType: "application/warc", Status: corpus.StatusOK}
	var in io.Reader = bytes.NewReader(content)
	if bytes.HasPrefix(content, []byte("\x1F\x8B")) {
		z, err := gzip.NewReader(in) // its members are read as one stream
		if err != nil {
			return form.Fail("warc", corpus.StatusDamaged, "%v", err)
		}
		in = z
	}
	left := limits.Total
	records := bufio.NewReaderSize(&counted{in, &left}, 64<<10)
	for len(raw.Parts) < limits.Members {
		part, ok, err := readRecord(records, left)
		if err == io.EOF {
			break
		}
		if left < 0 {
			err = errTooLarge
		}
		if err != nil {
			if len(raw.Parts) == 0 {
				return form.Fail("warc", corpus.StatusDamaged, "%v", err)
			}
			raw.Parts = append(raw.Parts, form.Part{Name: "…", Status: corpus.StatusDamaged, Reason: err.Error()})
			break
		}
		if ok {
			raw.Parts = append(raw.Parts, part)
		}
	}
	if len(raw.Parts) == 0 {
		return form.Fail("warc", corpus.StatusEmpty, "no answers in it")
	}
	return raw
}

var errTooLarge = errors.New("the file unpacks to more than the limits allow")

// counted takes what it reads off what is left.
type counted struct {
	from io.Reader
	left *int64
}

func (c *counted) Read(p []byte) (int, error) {
	if *c.left < 0 {
		return 0, errTooLarge
	}
	n, err := c.from.Read(p)
	*c.left -= int64(n)
	return n, err
}

// readRecord reads one record. It is ok when the record is an answer that brought something. At
// the end of the file the error is io.EOF.
func readRecord(r *bufio.Reader, limit int64) (part form.Part, ok bool, err error) {
	version, err := r.ReadString('\n')
	if err == io.EOF && version == "" {
		return part, false, io.EOF
	}
	if err != nil || !strings.HasPrefix(version, "WARC/") {
		return part, false, fmt.Errorf("a record does not begin with WARC/ but %.20q", version)
	}
	header, err := textproto.NewReader(r).ReadMIMEHeader()
	if err != nil {
		return part, false, fmt.Errorf("the header of a record: %w", err)
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 || length > limit {
		return part, false, fmt.Errorf("a record of %q bytes", header.Get("Content-Length"))
	}
	uri := strings.Trim(header.Get("WARC-Target-URI"), "<>")
	block := io.LimitReader(r, length)
	if kind := header.Get("WARC-Type"); kind == "response" && strings.HasPrefix(strings.ReplaceAll(header.Get("Content-Type"), " ", ""), "application/http") && strings.HasPrefix(uri, "http") {
		content, err := io.ReadAll(block)
		if err != nil || int64(len(content)) < length {
			return part, false, fmt.Errorf("the record of %s is cut off", uri)
		}
		part, ok = answer(content, limit)
		part.Name, part.URI = uri, uri
		part.At, _ = time.Parse(time.RFC3339Nano, header.Get("WARC-Date"))
	} else if n, err := io.Copy(io.Discard, block); err != nil || n < length {
		return part, false, errors.New("a record is cut off")
	}
	var end [4]byte
	if _, err := io.ReadFull(r, end[:]); err != nil || string(end[:]) != "\r\n\r\n" {
		return part, false, errors.New("a record does not end as it must")
	}
	return part, ok, nil
}

// answer reads an HTTP answer; one that is no 200, or has no body, brings nothing.
func answer(block []byte, limit int64) (part form.Part, ok bool) {
	head, body, found := bytes.Cut(block, []byte("\r\n\r\n"))
	if !found {
		return part, false
	}
	status, fields, _ := bytes.Cut(head, []byte("\r\n"))
	if words := strings.Fields(string(status)); len(words) < 2 || words[1] != strconv.Itoa(http.StatusOK) || len(body) == 0 {
		return part, false
	}
	header, _ := textproto.NewReader(bufio.NewReader(io.MultiReader(bytes.NewReader(fields), strings.NewReader("\r\n\r\n")))).ReadMIMEHeader()
	if strings.Contains(strings.ToLower(header.Get("Transfer-Encoding")), "chunked") { // as other writers keep it
		if answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil); err == nil {
			body, _ = io.ReadAll(io.LimitReader(answer.Body, limit))
			answer.Body.Close()
		}
	}
	if encoding := strings.ToLower(header.Get("Content-Encoding")); encoding == "gzip" || encoding == "x-gzip" {
		z, err := gzip.NewReader(bytes.NewReader(body))
		if err == nil {
			body, err = io.ReadAll(io.LimitReader(z, limit+1))
		}
		if err != nil || int64(len(body)) > limit {
			part.Status, part.Reason = corpus.StatusDamaged, fmt.Sprintf("it cannot be unpacked: %v", err)
			return part, true
		}
	}
	part.Content = body
	if _, params, err := mime.ParseMediaType(header.Get("Content-Type")); err == nil {
		part.Charset = params["charset"]
	}
	return part, true
}
