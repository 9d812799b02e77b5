package pdf

import (
	"bytes"
	"math"
	"strconv"
)

// located is an indirect object found in the file: "12 0 obj" at offset.
type located struct {
	id     uint32
	gen    uint16
	offset int
	holder uint32 // the object stream that holds it, 0 when it stands by itself
}

// survey is what one pass over the bytes finds. It replaces the file's own cross-reference, whose
// sizes, offsets and chains need not be believed then: a stream with /Size 2000000000 or a /Prev
// that leads back to itself is never followed.
type survey struct {
	objects  []located
	holders  []located // object streams
	pages    []located // page objects, for files whose page tree is broken
	catalog  string    // "1 0 R"
	trailers [][]byte  // dictionaries that may name the root, in file order
}

// maxObjects bounds the table of objects; Acrobat writes up to 8,388,607.
const maxObjects = 4 << 20

// scanObjects finds all indirect objects. It is linear: segments between the words "obj" are looked
// at once, and streams whose length is known are jumped over.
func scanObjects(b []byte) survey {
	var s survey
	for at := 0; len(s.objects) < maxObjects; {
		i := bytes.Index(b[at:], []byte("obj"))
		t := bytes.Index(b[at:segmentEnd(b, at, i)], []byte("trailer"))
		if t >= 0 {
			s.trailers = append(s.trailers, dictionaryAt(b, at+t+len("trailer")))
		}
		if i < 0 {
			break
		}
		word := at + i
		at = word + len("obj")
		object, ok := objectHeader(b, word)
		if !ok {
			continue
		}
		s.objects = append(s.objects, object)
		next := bytes.Index(b[at:], []byte("obj"))
		segment := b[at:segmentEnd(b, at, next)]
		if stream := bytes.Index(segment, []byte("stream")); stream >= 0 {
			segment = segment[:stream]
			at = streamEnd(b, at+stream+len("stream"), segment)
		}
		s.classify(object, segment)
	}
	return s
}

func segmentEnd(b []byte, at, next int) int {
	if next < 0 {
		return len(b)
	}
	return at + next
}

func (s *survey) classify(object located, dictionary []byte) {
	switch {
	case bytes.Contains(dictionary, []byte("/ObjStm")):
		s.holders = append(s.holders, object)
	case bytes.Contains(dictionary, []byte("/XRef")):
		s.trailers = append(s.trailers, dictionary)
	case bytes.Contains(dictionary, []byte("/Catalog")):
		s.catalog = reference(object)
	default:
		if i := bytes.Index(dictionary, []byte("/Page")); i >= 0 && hasType(dictionary, "Page") {
			s.pages = append(s.pages, object)
		}
	}
}

func reference(o located) string {
	return strconv.Itoa(int(o.id)) + " " + strconv.Itoa(int(o.gen)) + " R"
}

// hasType reports whether a dictionary says /Type /name.
func hasType(dictionary []byte, name string) bool {
	rest := dictionary
	for {
		i := bytes.Index(rest, []byte("/Type"))
		if i < 0 {
			return false
		}
		rest = rest[i+len("/Type"):]
		value := bytes.TrimLeft(rest, " \r\n\t\f\x00")
		if bytes.HasPrefix(value, []byte("/"+name)) && !isRegular(at(value, len(name)+1)) {
			return true
		}
	}
}

func at(b []byte, i int) byte {
	if i < len(b) {
		return b[i]
	}
	return ' '
}

// objectHeader reads "12 0 " backwards from the word "obj".
func objectHeader(b []byte, word int) (located, bool) {
	i, gen, ok := numberBefore(b, word)
	if !ok || gen > math.MaxUint16 {
		return located{}, false
	}
	start, id, ok := numberBefore(b, i)
	if !ok || id == 0 || id > maxObjects {
		return located{}, false
	}
	return located{id: uint32(id), gen: uint16(gen), offset: start}, true
}

// numberBefore reads a whole number that ends, before white space, at end.
func numberBefore(b []byte, end int) (start, value int, ok bool) {
	i := end
	for i > 0 && end-i < 16 && isSpace(b[i-1]) {
		i--
	}
	last := i
	for i > 0 && last-i < 10 && '0' <= b[i-1] && b[i-1] <= '9' {
		i--
	}
	if i == last {
		return 0, 0, false
	}
	value, err := strconv.Atoi(string(b[i:last]))
	return i, value, err == nil
}

// streamEnd is where to go on after the word "stream": behind the data when the dictionary tells
// its length and the data end there, otherwise right here.
func streamEnd(b []byte, from int, dictionary []byte) int {
	length, ok := directInt(dictionary, "/Length")
	if !ok || length < 0 || length > len(b)-from {
		return from
	}
	end := from + length
	if bytes.Contains(b[end:min(end+16, len(b))], []byte("endst")) {
		return end
	}
	return from
}

// directInt is the whole number that stands after a key; false when it is a reference.
func directInt(dictionary []byte, key string) (int, bool) {
	for rest := dictionary; ; {
		i := bytes.Index(rest, []byte(key))
		if i < 0 {
			return 0, false
		}
		rest = rest[i+len(key):]
		if isRegular(at(rest, 0)) && (at(rest, 0) < '0' || at(rest, 0) > '9') {
			continue // /Length1
		}
		value := bytes.TrimLeft(rest, " \r\n\t")
		n := 0
		for n < len(value) && n < 10 && '0' <= value[n] && value[n] <= '9' {
			n++
		}
		number, err := strconv.Atoi(string(value[:n]))
		tail := bytes.TrimLeft(value[n:], " \r\n\t")
		if err != nil || at(tail, 0) >= '0' && at(tail, 0) <= '9' {
			return 0, false
		}
		return number, true
	}
}

// dictionaryAt cuts the "<<…>>" that starts at or after from, at most 64 KB of it.
func dictionaryAt(b []byte, from int) []byte {
	window := b[from:min(from+64<<10, len(b))]
	start := bytes.Index(window, []byte("<<"))
	if start < 0 {
		return nil
	}
	depth := 0
	for i := start; i+1 < len(window); i++ {
		switch {
		case window[i] == '<' && window[i+1] == '<':
			depth++
			i++
		case window[i] == '>' && window[i+1] == '>':
			if depth--; depth == 0 {
				return window[start : i+2]
			}
			i++
		case window[i] == '(':
			i = skipLiteral(window, i)
		}
	}
	return window[start:]
}

// skipLiteral is the index of the bracket that closes the string literal opened at i.
func skipLiteral(b []byte, i int) int {
	depth := 0
	for ; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(b)
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func isRegular(c byte) bool { return !isSpace(c) && !isDelimiter(c) }
