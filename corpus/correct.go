package corpus

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Correction is what a person put right in a record. Extracted is what today's rules read there;
// Conflict says that they read neither what stood there when the person corrected it nor what
// the person said: the correction stands, and someone should look again.
type Correction struct {
	Field     string `json:"field"`
	Value     string `json:"value"` // "": there is none
	Extracted string `json:"extracted,omitempty"`
	Base      string `json:"base,omitempty"` // what was extracted when it was corrected
	Who       string `json:"who,omitempty"`
	Conflict  bool   `json:"conflict,omitempty"`
}

// ruleCorrected is the rule of a value that a person set.
const ruleCorrected = "corrected"

// field reads and sets one value of a record as text, and says where it stands and how sure it is.
type field struct {
	name string
	get  func(*Record) string
	set  func(*Record, string) error
	sure func(*Record) (Span, float64)
}

func stated(value string) Found[string] {
	if value == "" {
		return Found[string]{}
	}
	return Found[string]{Value: value, Rule: ruleCorrected, Confidence: 1}
}

func textField(name string, at func(*Record) *Found[string]) field {
	return field{name,
		func(r *Record) string { return at(r).Value },
		func(r *Record, value string) error {
			found := stated(value)
			found.Span = locate(r.Text, value)
			*at(r) = found
			return nil
		},
		func(r *Record) (Span, float64) { return at(r).Span, at(r).Confidence }}
}

// locate is where the text says a value that a person stated, word for word; the zero span when it
// does not: then there is no evidence to show.
func locate(text, value string) Span {
	at := strings.Index(text, value)
	if at < 0 || value == "" {
		return Span{}
	}
	start := utf8.RuneCountInString(text[:at])
	return Span{start, start + utf8.RuneCountInString(value)}
}

func dateField(name string, at func(*Record) *Found[Date]) field {
	return field{name,
		func(r *Record) string { return at(r).Value.String() },
		func(r *Record, value string) error {
			if value == "" {
				*at(r) = Found[Date]{}
				return nil
			}
			d, err := ParseDate(value)
			if err == nil {
				*at(r) = Found[Date]{Value: d, Rule: ruleCorrected, Confidence: 1}
			}
			return err
		},
		func(r *Record) (Span, float64) { return at(r).Span, at(r).Confidence }}
}

// correctable are the fields that a person can put right, in the order of the record.
var correctable = []field{
	{"number", func(r *Record) string { return r.Number.Value }, setNumber, func(r *Record) (Span, float64) { return r.Number.Span, r.Number.Confidence }},
	{"type", func(r *Record) string { return r.Type.Value }, setType, func(r *Record) (Span, float64) { return r.Type.Span, r.Type.Confidence }},
	textField("issuer", func(r *Record) *Found[string] { return &r.Issuer }),
	textField("parent_agency", func(r *Record) *Found[string] { return &r.ParentAgency }),
	textField("place", func(r *Record) *Found[string] { return &r.Place }),
	dateField("issued", func(r *Record) *Found[Date] { return &r.Issued }),
	dateField("effective.from", func(r *Record) *Found[Date] { return &r.Effective.From }),
	dateField("effective.to", func(r *Record) *Found[Date] { return &r.Effective.To }),
	textField("subject", func(r *Record) *Found[string] { return &r.Subject }),
	textField("urgency", func(r *Record) *Found[string] { return &r.Urgency }),
	textField("secrecy", func(r *Record) *Found[string] { return &r.Secrecy }),
	{"signatory", func(r *Record) string { return r.Signatory.Name }, func(r *Record, value string) error {
		r.Signatory.Name, r.Signatory.Rule, r.Signatory.Confidence = value, ruleCorrected, 1
		r.Signatory.Span = Span{}
		return nil
	}, func(r *Record) (Span, float64) { return r.Signatory.Span, r.Signatory.Confidence }},
}

func setNumber(r *Record, value string) error {
	if value == "" {
		r.Number = NumberFact{}
		return nil
	}
	n, err := ParseDocumentNumber(value)
	if err != nil {
		return err
	}
	year := n.Year
	if year == 0 {
		year = r.Issued.Value.Year
	}
	r.Number = NumberFact{Value: n.String(), Serial: n.Serial, Year: year, Symbol: n.Symbol, Rule: ruleCorrected, Confidence: 1}
	return nil
}

func setType(r *Record, value string) error {
	if value == "" {
		r.Type = TypeFact{}
		return nil
	}
	t, ok := TypeOfName(value)
	if !ok {
		return fmt.Errorf("%s is not a type of document: write it as %s", strconv.Quote(value), `"Công văn", "Kế hoạch", "Quyết định"`)
	}
	r.Type = TypeFact{Value: t.Name, Code: t.Code, Rule: ruleCorrected, Confidence: 1}
	return nil
}

// CorrectableFields are the names of the fields that a person can put right.
func CorrectableFields() []string {
	var names []string
	for _, f := range correctable {
		names = append(names, f.name)
	}
	return names
}

// Value is a correctable field's value as text; "" when it is absent. The error names the fields
// that there are.
func (r *Record) Value(name string) (string, error) {
	f, err := fieldNamed(name)
	if err != nil {
		return "", err
	}
	return f.get(r), nil
}

func fieldNamed(name string) (field, error) {
	for _, f := range correctable {
		if f.name == name {
			return f, nil
		}
	}
	return field{}, fmt.Errorf("there is no field %q to correct; there are %s", name, strings.Join(CorrectableFields(), ", "))
}

// Correct lays a person's correction over what was extracted: a three-way merge of Base (what
// was extracted when the person looked), today's extraction, and the person's value, which wins.
func (r *Record) Correct(c Correction) error {
	f, err := fieldNamed(c.Field)
	if err != nil {
		return err
	}
	c.Extracted = f.get(r)
	c.Conflict = c.Extracted != c.Base && c.Extracted != c.Value
	if err := f.set(r, c.Value); err != nil {
		return fmt.Errorf("correct %s: %w", c.Field, err)
	}
	r.Corrections = append(r.Corrections, c)
	return nil
}
