package gazetteer

import (
	"strings"
	"unicode"

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
// words, no punctuation, short forms for the usual words, without quantifiers at its beginning.
func normalise(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	space := false
	for _, r := range name {
		r = viet.FoldRune(r)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*' && r != ':' && r != '&' {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	folded := strings.TrimRight(b.String(), ":")
	folded = strings.ReplaceAll(folded, " cac ", " ")
	for _, q := range quantifiers {
		folded = strings.TrimPrefix(folded, q)
	}
	for _, s := range shortened {
		folded = strings.ReplaceAll(folded, s.long, s.short)
	}
	return folded
}

// Lookup is the register's key of a name and, where it has one, its entry: "Ban CSYT" gives
// "bhxhvn/csyt", "Sở Y tế tỉnh Sơn La" gives "so-y-te:son-la" and no entry, a group's name gives
// the group's key. The key of a name that is not known is made of its words; ok is then false.
func (r *Register) Lookup(name string) (key string, entry Unit, ok bool) {
	norm := normalise(name)
	if k, found := r.byName[norm]; found {
		return r.units[k].Key, r.units[k], true
	}
	if k, found := r.byGroup[norm]; found {
		return r.groups[k].key, Unit{}, true
	}
	for _, tail := range []string{" vn", " tw"} { // "Bộ Y tế Việt Nam"
		if k, found := r.byName[strings.TrimSuffix(norm, tail)]; found {
			return r.units[k].Key, r.units[k], true
		}
	}
	if head, place, found := r.local(norm); found {
		return head + ":" + place, Unit{}, true
	}
	return slug(norm), Unit{}, false
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
