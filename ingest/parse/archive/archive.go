// Package archive opens ZIP, RAR, 7z and gzip files within limits. Names of members are labels:
// nothing is ever written where they say, and links are not followed.
package archive

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"congvan/corpus"
	"congvan/ingest/charset"
	"congvan/ingest/parse/form"
	"congvan/ingest/parse/pack"

	"github.com/bodgit/sevenzip"
	"github.com/nwaples/rardecode/v2"
)

// shelf gathers the members of an archive.
type shelf struct {
	raw    form.Raw
	limits form.Limits
	left   int64
}

func newShelf(name string, limits form.Limits) *shelf {
	return &shelf{raw: form.Raw{Form: name, MediaType: form.MediaType(name), Status: corpus.StatusOK}, limits: limits, left: limits.Total}
}

// full reports whether no more members are taken in, and says so in a part of their own.
func (s *shelf) full() bool {
	if len(s.raw.Parts) < s.limits.Members && s.left > 0 {
		return false
	}
	reason := fmt.Sprintf("more than %d members; the rest is not read", s.limits.Members)
	if s.left <= 0 {
		reason = fmt.Sprintf("unpacks to more than %d bytes; the rest is not read", s.limits.Total)
	}
	s.raw.Parts = append(s.raw.Parts, form.Part{Name: "…", Status: corpus.StatusTooLarge, Reason: reason})
	return true
}

// add reads a member from r, or takes err for its outcome.
func (s *shelf) add(name string, packed int64, r io.Reader) {
	part := form.Part{Name: label(name)}
	most := s.left
	if packed > 0 && packed < most/s.limits.Ratio {
		most = min(max(packed*s.limits.Ratio, 16<<20), s.left)
	}
	var out bytes.Buffer
	n, err := io.Copy(&out, io.LimitReader(r, most+1))
	switch {
	case n > most:
		part.Status, part.Reason = corpus.StatusTooLarge, fmt.Sprintf("unpacks to more than the limit of %d bytes", most)
		if most == s.left {
			s.left = 0
		}
	case err != nil:
		part.Status, part.Reason = statusOf(err), err.Error()
	default:
		part.Content = out.Bytes()
	}
	s.left -= min(n, s.left)
	s.raw.Parts = append(s.raw.Parts, part)
}

func (s *shelf) fail(name string, err error) {
	s.raw.Parts = append(s.raw.Parts, form.Part{Name: label(name), Status: statusOf(err), Reason: err.Error()})
}

// done is the archive; one without members is empty.
func (s *shelf) done() form.Raw {
	if len(s.raw.Parts) == 0 && s.raw.Status == corpus.StatusOK {
		s.raw.Status, s.raw.Reason = corpus.StatusEmpty, "an archive without files"
	}
	return s.raw
}

// label is a member's name as a relative path without ways up, in UTF-8.
func label(name string) string {
	name, _, _ = charset.ToUTF8([]byte(name), "")
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return -1
		}
		return r
	}, strings.ReplaceAll(name, "\\", "/"))
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if name == "" {
		return "unnamed"
	}
	if len(name) > 1000 {
		name = strings.ToValidUTF8(name[len(name)-1000:], "")
	}
	return name
}

// hidden reports whether a member is what systems leave behind and no document.
func hidden(name string) bool {
	base := path.Base(strings.ReplaceAll(name, "\\", "/"))
	return strings.Contains(name, "__MACOSX") || strings.HasPrefix(base, "._") || base == ".DS_Store" || base == "Thumbs.db" || base == "desktop.ini" || strings.HasPrefix(base, "~$")
}

func statusOf(err error) corpus.Status {
	switch {
	case errors.Is(err, pack.ErrTooLarge):
		return corpus.StatusTooLarge
	case errors.Is(err, pack.ErrProtected), errors.Is(err, rardecode.ErrArchiveEncrypted), errors.Is(err, rardecode.ErrArchivedFileEncrypted), errors.Is(err, rardecode.ErrBadPassword):
		return corpus.StatusProtected
	}
	var seven *sevenzip.ReadError
	if errors.As(err, &seven) && seven.Encrypted {
		return corpus.StatusProtected
	}
	return pack.StatusOf(err)
}

// Zip opens a ZIP archive.
func Zip(z *pack.Zip, limits form.Limits) form.Raw {
	s := newShelf("zip", limits)
	for _, f := range z.Files {
		if f.FileInfo().IsDir() || strings.HasSuffix(f.Name, "\\") || !f.Mode().IsRegular() || hidden(f.Name) {
			continue
		}
		if s.full() {
			break
		}
		content, err := z.Unpack(f)
		if err != nil {
			s.fail(f.Name, err)
			continue
		}
		s.add(f.Name, 0, bytes.NewReader(content))
	}
	return s.done()
}

// Gzip opens a file that is packed alone.
func Gzip(content []byte, limits form.Limits) form.Raw {
	s := newShelf("gzip", limits)
	r, err := gzip.NewReader(bytes.NewReader(content))
	if err != nil {
		return form.Fail("gzip", corpus.StatusDamaged, "%v", err)
	}
	r.Multistream(false)
	name := r.Name
	if name == "" {
		name = "content"
	}
	s.add(name, int64(len(content)), r)
	return s.done()
}

// Rar opens a RAR archive.
func Rar(content []byte, limits form.Limits) form.Raw {
	s := newShelf("rar", limits)
	r, err := rardecode.NewReader(bytes.NewReader(content), rardecode.MaxDictionarySize(limits.Memory/4))
	if err != nil {
		return form.Fail("rar", statusOf(err), "%v", err)
	}
	for !s.full() {
		head, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			if len(s.raw.Parts) == 0 {
				return form.Fail("rar", statusOf(err), "%v", err)
			}
			s.fail("…", err)
			break
		}
		if head.IsDir || !head.Mode().IsRegular() || hidden(head.Name) {
			continue
		}
		if head.Encrypted {
			s.fail(head.Name, pack.ErrProtected)
			continue
		}
		s.add(head.Name, head.PackedSize, r)
	}
	return s.done()
}

// SevenZip opens a 7z archive.
func SevenZip(content []byte, limits form.Limits) form.Raw {
	s := newShelf("7z", limits)
	r, err := sevenzip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return form.Fail("7z", statusOf(err), "%v", err)
	}
	for _, f := range r.File {
		if f.FileInfo().IsDir() || !f.Mode().IsRegular() || hidden(f.Name) {
			continue
		}
		if s.full() {
			break
		}
		member, err := f.Open()
		if err != nil {
			s.fail(f.Name, err)
			continue
		}
		s.add(f.Name, 0, member)
		_ = member.Close()
	}
	return s.done()
}
