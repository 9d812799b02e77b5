package sandbox

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"congvan/ingest/parse"
)

// On the pipes go frames: one byte of kind, eight of length (big endian), the content.
const (
	kindOptions byte = 'o' // JSON of request; the file follows
	kindContent byte = 'c'
	kindScan    byte = 's' // so many pages (4 bytes, big endian) are being read by OCR; 0: they have been
	kindRaw     byte = 'r' // JSON of a Raw without its text and the contents of its parts
	kindText    byte = 't'
	kindPart    byte = 'p'
	kindDrawing byte = 'd' // JSON of a Drawing without its picture, which follows as a part
)

// headMost bounds the frames that hold JSON.
const headMost = 64 << 20

var errWire = errors.New("the child does not keep to the protocol")

// request is what the child is told with a file.
type request struct {
	Options parse.Options
	Page    int // to draw, counted from 1; 0: the file is to be parsed
}

func writeFrame(w io.Writer, kind byte, content []byte) error {
	var head [9]byte
	head[0] = kind
	binary.BigEndian.PutUint64(head[1:], uint64(len(content)))
	if _, err := w.Write(head[:]); err != nil {
		return err
	}
	_, err := w.Write(content)
	return err
}

// readFrame reads a frame of at most most bytes.
func readFrame(r io.Reader, most int64) (kind byte, content []byte, err error) {
	var head [9]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, err
	}
	n := binary.BigEndian.Uint64(head[1:])
	if n > uint64(most) {
		return 0, nil, fmt.Errorf("%w: a frame of %d bytes", errWire, n)
	}
	content = make([]byte, n)
	_, err = io.ReadFull(r, content)
	return head[0], content, err
}

// sendRaw writes a Raw: its head, its text, its parts.
func sendRaw(w io.Writer, raw parse.Raw) error {
	text, parts := raw.Text, raw.Parts
	raw.Text, raw.Parts = "", make([]parse.Part, len(parts))
	for i, p := range parts {
		raw.Parts[i] = parse.Part{Name: p.Name, Status: p.Status, Reason: p.Reason, URI: p.URI, Charset: p.Charset, At: p.At}
	}
	head, err := json.Marshal(raw)
	if err != nil {
		return err
	}
	if err := writeFrame(w, kindRaw, head); err != nil {
		return err
	}
	if err := writeFrame(w, kindText, []byte(text)); err != nil {
		return err
	}
	for _, p := range parts {
		if err := writeFrame(w, kindPart, p.Content); err != nil {
			return err
		}
	}
	return nil
}

// receiveRaw reads a Raw; scan is called for each word of OCR before it.
func receiveRaw(r io.Reader, limits parse.Limits, scan func(pages int)) (parse.Raw, error) {
	var raw parse.Raw
	for {
		kind, head, err := readFrame(r, headMost)
		if err != nil {
			return raw, err
		}
		if kind == kindScan && len(head) == 4 {
			scan(int(binary.BigEndian.Uint32(head)))
			continue
		}
		if kind != kindRaw {
			return raw, errWire
		}
		if err := json.Unmarshal(head, &raw); err != nil {
			return raw, fmt.Errorf("%w: %w", errWire, err)
		}
		break
	}
	kind, text, err := readFrame(r, 2*int64(limits.Text))
	if err != nil || kind != kindText {
		return raw, errors.Join(errWire, err)
	}
	raw.Text = string(text)
	left := limits.Total
	for i := range raw.Parts {
		kind, content, err := readFrame(r, left)
		if err != nil || kind != kindPart {
			return raw, errors.Join(errWire, err)
		}
		left -= int64(len(content))
		raw.Parts[i].Content = content
	}
	return raw, nil
}
