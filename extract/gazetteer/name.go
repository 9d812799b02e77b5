package gazetteer

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"congvan/corpus"
	"congvan/corpus/viet"
)

// shortened are the usual short forms of words in names; the long form is the one compared.
var shortened = []struct{ long, short string }{
	{"bao hiem xa hoi", "bhxh"}, {"bao hiem y te", "bhyt"}, {"uy ban nhan dan", "ubnd"}, {"hoi dong nhan dan", "hdnd"},
	{"cong nghe thong tin", "cntt"}, {"thong tin dien tu", "ttdt"}, {"thanh pho", "tp"}, {"trung uong", "tw"},
	{"toa an nhan dan", "tand"}, {"vien kiem sat nhan dan", "vksnd"}, {"lao dong thuong binh va xa hoi", "ldtbxh"},
	{"trach nhiem huu han", "tnhh"}, {"mot thanh vien", "mtv"}, {"viet nam", "vn"}, {"mat tran to quoc", "mttq"},
}

// quantifiers stand before a name and are no part of it.
var quantifiers = []string{"tat ca cac ", "toan the cac ", "toan bo cac ", "cac ", "nhung ", "moi ", "tung ", "quy ", "ca "}

// normalise is the form in which names are compared: lower case without marks, one space between
// words, no punctuation, short forms for the usual words, without "các".
func normalise(name string) string {
	var buffer [160]byte
	return string(appendNormal(buffer[:0], name))
}

// appendNormal appends the normalised name to dst, which is empty.
func appendNormal(dst []byte, name string) []byte {
	space := false
	for _, r := range name {
		r = viet.FoldRune(r)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*' && r != ':' && r != '&' {
			space = len(dst) > 0
			continue
		}
		if space {
			dst = append(dst, ' ')
			space = false
		}
		dst = utf8.AppendRune(dst, r)
	}
	dst = bytes.TrimRight(dst, ":")
	dst = replaceWords(dst, " cac ", " ")
	for _, q := range quantifiers {
		if bytes.HasPrefix(dst, []byte(q)) {
			dst = dst[len(q):]
		}
	}
	for _, s := range shortened {
		dst = replaceWords(dst, s.long, s.short)
	}
	return dst
}

// replaceWords puts the shorter short for long, in place.
func replaceWords(b []byte, long, short string) []byte {
	at := bytes.Index(b, []byte(long))
	for from := 0; at >= 0; {
		from += at
		copy(b[from:], short)
		b = append(b[:from+len(short)], b[from+len(long):]...)
		at = bytes.Index(b[from:], []byte(long))
	}
	return b
}

// Lookup is the register's key of a name and, where it has one, its entry: "Ban CSYT" gives
// "bhxhvn/csyt", "Sở Y tế tỉnh Sơn La" gives "so-y-te:son-la" and no entry, a group's name gives
// the group's key. The key of a name that is not known is made of its words; ok is then false.
func (r *Register) Lookup(name string) (key string, entry Unit, ok bool) {
	var buffer [160]byte
	plain := appendNormal(buffer[:0], name)
	if k, found := r.byName[string(plain)]; found {
		return r.units[k].Key, r.units[k], true
	}
	if k, found := r.byGroup[string(plain)]; found {
		return r.groups[k].key, Unit{}, true
	}
	if k, found := r.byName[string(bytes.TrimSuffix(plain, []byte(" vn")))]; found { // "Bộ Y tế Việt Nam"
		return r.units[k].Key, r.units[k], true
	}
	norm := string(plain)
	if head, place, found := r.local(norm); found {
		return head + ":" + place, Unit{}, true
	}
	return slug(norm), Unit{}, false
}

// ByLetters is the only unit whose name has these letters in this order, whatever their marks and the
// spaces between them: "BAOHIEM XA HOI VIET NAM".
func (r *Register) ByLetters(name string) (Unit, bool) {
	if k, ok := r.byLetters[letters(name)]; ok && k >= 0 {
		return r.units[k], true
	}
	return Unit{}, false
}

// letters are the letters and digits of a name in lower case without marks.
func letters(name string) string {
	return strings.Map(func(r rune) rune {
		if r = viet.FoldRune(r); unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

// local splits a name that ends in a province's: "bhxh tinh son la" is bhxh of son-la.
func (r *Register) local(norm string) (head, place string, ok bool) {
	for at, c := range []byte(norm) {
		if c != ' ' {
			continue
		}
		k, found := r.places[norm[at+1:]]
		if !found {
			continue
		}
		head := norm[:at]
		for _, kind := range []string{" tinh", " tp"} {
			head = strings.TrimSuffix(head, kind)
		}
		return slug(head), r.provinces[k].key, true
	}
	return "", "", false
}

func slug(norm string) string { return strings.ReplaceAll(norm, " ", "-") }

// ByCode is the unit whose documents carry the code in their symbol, of those that existed at the
// date; parent, when not empty, is the key of the unit it must belong to ("TT" is one unit in one
// house and another in the next).
func (r *Register) ByCode(code string, at corpus.Date, parent string) (Unit, bool) {
	var former Unit
	for _, u := range r.units {
		for _, c := range u.Codes {
			if c != code || parent != "" && u.Parent != parent {
				continue
			}
			if u.Existed(at) {
				return u, true
			}
			if former.Key == "" {
				former = u
			}
		}
	}
	return former, former.Key != ""
}

// ByKey is the entry with a key.
func (r *Register) ByKey(key string) (Unit, bool) {
	k, ok := r.byKey[key]
	if !ok {
		return Unit{}, false
	}
	return r.units[k], true
}
