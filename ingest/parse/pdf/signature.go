package pdf

import (
	"strings"

	container "github.com/ledongthuc/pdf"
)

// Signature is a digital signature or the stamp of one. It tells who signed the file, often the
// portal that published it: it is neither the signatory nor the date of the document.
type Signature struct {
	Signer string // người ký
	Time   string // thời gian ký, as the file writes it
	Reason string
	Stamp  string // the words that are drawn on the page, lines parted by "\n"
}

const (
	maxAnnotations = 5000
	maxSignatures  = 100
)

// annotations reads what lies on top of the page: signature stamps go to the signatures, the rest,
// typed notes and form fields, to the page.
func (in *interpreter) annotations(l *leaf, r *Result) {
	defer func() { _ = recover() }()
	list := l.value.Key("Annots")
	for i := range min(list.Len(), maxAnnotations) {
		in.annotation(list.Index(i), r)
	}
}

func (in *interpreter) annotation(a value, r *Result) {
	defer func() { _ = recover() }()
	subtype := a.Key("Subtype").Name()
	if subtype == "Link" || subtype == "Popup" || a.Key("F").Int64()&2 != 0 { // hidden
		return
	}
	words := in.appearance(a)
	if fieldType(a) == "Sig" {
		if s := words.String(); s != "" && len(s) <= maxStamp && !IsStamp(s) {
			in.page.stamp(words.lines) // number and day are signed fields in some offices
			return
		}
		s := signatureOf(fieldValue(a))
		s.Stamp = words.String()
		if s != (Signature{}) && len(r.Signatures) < maxSignatures {
			r.Signatures = append(r.Signatures, s.filled())
		}
		return
	}
	if s := words.String(); IsStamp(s) {
		r.Signatures = append(r.Signatures, Signature{Stamp: s}.filled())
		return
	}
	in.page.lines = append(in.page.lines, words.lines...)
}

// stamp puts the lines on the page as what may fill a blank and has no place of its own.
func (p *page) stamp(lines []line) {
	for _, l := range lines {
		l.stamp = true
		p.lines = append(p.lines, l)
	}
}

// appearance draws an annotation's normal appearance (ISO 32000-1, 12.5.5) apart from the page.
func (in *interpreter) appearance(a value) *page {
	apart := &page{budget: min(in.page.budget, 1<<20)}
	stream := a.Key("AP").Key("N")
	if stream.Kind() == container.Dict {
		stream = stream.Key(a.Key("AS").Name())
	}
	if stream.Kind() != container.Stream {
		return apart
	}
	sub := newInterpreter(in.ctx, apart, everything, in.fonts)
	sub.operators, sub.forms = in.operators, in.forms
	sub.state.ctm = onPage(a, stream)
	sub.drawForm(stream, &resources{}, 0)
	in.operators, in.forms = sub.operators, sub.forms
	return apart
}

// onPage is the move and scale that put an appearance's box on the annotation's rectangle.
func onPage(a, stream value) matrix {
	rect, box := a.Key("Rect"), stream.Key("BBox")
	if rect.Len() != 4 || box.Len() != 4 {
		return identity
	}
	at := func(v value, i int) float64 { return v.Index(i).Float64() }
	x, y := min(at(rect, 0), at(rect, 2)), min(at(rect, 1), at(rect, 3))
	width, height := at(box, 2)-at(box, 0), at(box, 3)-at(box, 1)
	m := identity
	if width > 0 && height > 0 {
		m[0] = max(at(rect, 0), at(rect, 2)) - x
		m[3] = max(at(rect, 1), at(rect, 3)) - y
		m[0], m[3] = m[0]/width, m[3]/height
	}
	m[4], m[5] = x-at(box, 0)*m[0], y-at(box, 1)*m[3]
	return m
}

// fieldType is the type of a form field; a widget may have it from the field above.
func fieldType(a value) string {
	for range 8 {
		if t := a.Key("FT").Name(); t != "" {
			return t
		}
		a = a.Key("Parent")
	}
	return ""
}

func fieldValue(a value) value {
	for range 8 {
		if v := a.Key("V"); !v.IsNull() {
			return v
		}
		a = a.Key("Parent")
	}
	return value{}
}

// signatureOf reads a signature dictionary (ISO 32000-1, 12.8.1).
func signatureOf(v value) Signature {
	if v.Kind() != container.Dict {
		return Signature{}
	}
	return Signature{Signer: clean(v.Key("Name").Text()), Time: clean(v.Key("M").Text()), Reason: clean(v.Key("Reason").Text())}
}

// stampWords begin the lines of a signature's stamp.
var stampWords = []string{
	"Ký bởi", "Người ký", "Thời gian ký", "Ngày ký", "Ký số bởi", "Digitally signed by", "Signed by", "Signature Not Verified", "Được ký bởi",
}

// IsStamp reports whether a text is no more than the stamp of a digital signature: "Người ký:
// CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ … Thời gian ký: 05.04.2024 16:31:37 +07:00".
func IsStamp(s string) bool {
	if len(s) > 600 {
		return false
	}
	for _, w := range stampWords {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// filled takes signer and time from the stamp's words where the dictionary has none.
func (s Signature) filled() Signature {
	for _, l := range strings.Split(s.Stamp, "\n") {
		key, rest, ok := strings.Cut(l, ":")
		rest = strings.TrimSpace(rest)
		if !ok || rest == "" {
			continue
		}
		switch strings.TrimSpace(key) {
		case "Ký bởi", "Người ký", "Ký số bởi", "Được ký bởi", "Digitally signed by", "Signed by":
			if s.Signer == "" {
				s.Signer = rest
			}
		case "Thời gian ký", "Ngày ký", "Date":
			if s.Time == "" {
				s.Time = rest
			}
		}
	}
	return s
}
