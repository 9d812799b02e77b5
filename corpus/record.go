package corpus

// Schema names the shape of a record's JSON; it changes only when a reader would have to.
const Schema = "congvan.record/1"

// Record is what one source document says, each value with the words that say it. Its JSON is
// what is stored, exported, served and compared. What is not in the text is left out.
type Record struct {
	Schema       string          `json:"schema"`
	ID           string          `json:"id"` // the same bytes give the same ID
	Extractor    string          `json:"extractor,omitempty"`
	Source       Source          `json:"source"`
	Number       NumberFact      `json:"number,omitzero"`        // số, ký hiệu: NĐ 30/2020 art. 8.1.c
	Type         TypeFact        `json:"type,omitzero"`          // tên loại: art. 7
	Issuer       Found[string]   `json:"issuer,omitzero"`        // cơ quan ban hành
	ParentAgency Found[string]   `json:"parent_agency,omitzero"` // cơ quan chủ quản
	Place        Found[string]   `json:"place,omitzero"`         // địa danh
	Issued       Found[Date]     `json:"issued,omitzero"`        // ngày ban hành
	Effective    Effective       `json:"effective,omitzero"`     // hiệu lực
	Subject      Found[string]   `json:"subject,omitzero"`       // trích yếu
	Urgency      Found[string]   `json:"urgency,omitzero"`       // độ khẩn
	Secrecy      Found[string]   `json:"secrecy,omitzero"`       // độ mật
	Missing      []Missing       `json:"missing,omitempty"`
	Corrections  []Correction    `json:"corrections,omitempty"` // what persons put right
	Addressees   []Found[string] `json:"addressees,omitempty"`  // kính gửi
	Recipients   []Found[string] `json:"recipients,omitempty"`  // nơi nhận
	Signatory    Signatory       `json:"signatory,omitzero"`
	Audiences    []Found[string] `json:"audiences,omitempty"` // đối tượng truyền thông
	References   []Reference     `json:"references,omitempty"`
	Obligations  []Obligation    `json:"obligations,omitempty"`
	Effects      []Effect        `json:"effects,omitempty"` // what it does to the obligations of others
	Timing       []Timing        `json:"timing,omitempty"`
	Targets      []Target        `json:"targets,omitempty"`
	Contacts     []Contact       `json:"contacts,omitempty"`
	Outline      []Heading       `json:"outline,omitempty"`
	Tables       []Table         `json:"tables,omitempty"`
	Pages        []Span          `json:"pages,omitempty"`
	Text         string          `json:"text,omitempty"`
}

// NumberFact is the document's own number. Year is the year of the numbering: in the number
// itself or, where it has none, of the issue date.
type NumberFact struct {
	Value      string  `json:"value"`
	Serial     int     `json:"serial,omitempty"`
	Year       int     `json:"year,omitempty"`
	Symbol     string  `json:"symbol,omitempty"`
	Span       Span    `json:"span,omitzero"`
	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
}

// IsZero reports whether no number was found.
func (n NumberFact) IsZero() bool { return n.Value == "" }

// TypeFact is the document's type, "Công văn" with code "CV".
type TypeFact struct {
	Value      string  `json:"value"`
	Code       string  `json:"code,omitempty"`
	Span       Span    `json:"span,omitzero"` // unset when the form says it and no word does
	Rule       string  `json:"rule,omitempty"`
	Confidence float64 `json:"confidence,omitempty"`
}

// IsZero reports whether no type was found.
func (t TypeFact) IsZero() bool { return t.Value == "" }

// Effective says from when to when the document is in force.
type Effective struct {
	From Found[Date] `json:"from,omitzero"`
	To   Found[Date] `json:"to,omitzero"`
}

// IsZero reports whether neither date was found.
func (e Effective) IsZero() bool { return e.From.IsZero() && e.To.IsZero() }

// Missing says why an expected field has no value.
type Missing struct {
	Field  string `json:"field"`
	Why    string `json:"why"` // WhyAbsent or WhyNotUnderstood
	Reason string `json:"reason,omitempty"`
	Span   Span   `json:"span,omitzero"` // the words that were not understood
}

// Why a field is missing.
const (
	WhyAbsent        = "absent"
	WhyNotUnderstood = "not understood"
)

// Signatory is who signed and in what capacity (art. 8.1.e and 13): with KT. (for the head) or
// TL. (by order) Principal is the head, and Position the signer's own.
type Signatory struct {
	Name       string     `json:"value,omitempty"`
	Capacity   string     `json:"capacity,omitempty"` // TM. KT. TL. TUQ. Q.
	Principal  string     `json:"principal,omitempty"`
	Position   string     `json:"position,omitempty"`
	Chain      []Capacity `json:"chain,omitempty"` // all steps when there is more than one
	Span       Span       `json:"span,omitzero"`   // of the name; of the position when there is none
	Rule       string     `json:"rule,omitempty"`
	Confidence float64    `json:"confidence,omitempty"`
}

// IsZero reports whether nothing of a signature was found.
func (s Signatory) IsZero() bool { return s.Name == "" && s.Capacity == "" && s.Position == "" }

// Capacity is one step of a signature's chain: TL. BỘ TRƯỞNG, KT. CHÁNH VĂN PHÒNG.
type Capacity struct {
	Capacity  string `json:"capacity"`
	Principal string `json:"principal"`
}

// Contact is a way to reach someone; Kind is "phone", "email", "url" or "address".
type Contact struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
	Span  Span   `json:"span"`
	Rule  string `json:"rule,omitempty"`
}

// Heading is a labelled part of the document: level 1 is the outermost. Label is "I", "1",
// "Điều 5", "a" as the text has it, without its closing dot or bracket.
type Heading struct {
	Label string `json:"label"`
	Title string `json:"title,omitempty"`
	Level int    `json:"level"`
	Span  Span   `json:"span"`
}

// Table is a table of the text; its rows have as many cells as its header.
type Table struct {
	Caption string     `json:"caption,omitempty"`
	Header  []string   `json:"header,omitempty"`
	Rows    [][]string `json:"rows"`
	Span    Span       `json:"span"`
}
