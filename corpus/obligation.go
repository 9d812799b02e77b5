package corpus

// Obligation (nhiệm vụ được giao) is a duty that the document lays on someone: a list item or a
// sentence. Its actors come from the item or from the nearest heading that names units; without
// one, Actors is empty.
type Obligation struct {
	ID         string        `json:"id"` // stable within the document
	Actors     []Actor       `json:"actors"`
	Action     Found[string] `json:"action"`
	Modality   Modality      `json:"modality"`
	Section    string        `json:"section,omitempty"` // path of labels: V.1.b
	Condition  string        `json:"condition,omitempty"`
	Timing     []Timing      `json:"timing,omitempty"`
	Targets    []Target      `json:"targets,omitempty"`
	Rule       string        `json:"rule,omitempty"`
	Confidence float64       `json:"confidence,omitempty"`
}

// Actor is a unit that an obligation names.
type Actor struct {
	Value string `json:"value"`
	Unit  string `json:"unit,omitempty"` // key of the unit register, when it is known there
	Role  Role   `json:"role"`
	Span  Span   `json:"span,omitzero"`
	Rule  string `json:"rule,omitempty"`
}

// Role is what an actor does in an obligation.
type Role string

// The roles: chủ trì, phối hợp, and the plain case.
const (
	RoleLead        Role = "lead"
	RoleCoordinate  Role = "coordinate"
	RoleResponsible Role = "responsible"
)

// Modality is how strongly a duty binds.
type Modality string

// The modalities.
const (
	Must    Modality = "must"     // yêu cầu, giao, phải, có trách nhiệm
	Should  Modality = "should"   // đề nghị, cần
	May     Modality = "may"      // có thể, được
	MustNot Modality = "must_not" // không được, nghiêm cấm
)

// Timing says when: of an obligation, or of the document.
type Timing struct {
	Kind        TimingKind `json:"kind"`
	Text        string     `json:"text"` // the words
	Bound       Bound      `json:"bound,omitempty"`
	Due         Date       `json:"due,omitzero"`        // kind date; relative when its anchor is known; a period that is to be finished in
	Time        string     `json:"time,omitempty"`      // HH:MM, of Due
	From        Date       `json:"from,omitzero"`       // kind period
	To          Date       `json:"to,omitzero"`         // kind period, inclusive
	Latest      Date       `json:"latest,omitzero"`     // kind period, precision approx: the last day the words can mean
	Precision   string     `json:"precision,omitempty"` // day, month, quarter, half, year, approx
	RRule       string     `json:"rrule,omitempty"`     // kind recurring: RFC 5545
	Duration    string     `json:"duration,omitempty"`  // kind relative: ISO 8601, P15D
	WorkingDays bool       `json:"working_days,omitempty"`
	Anchor      string     `json:"anchor,omitempty"` // kind relative: the words of the event counted from
	Reason      string     `json:"reason,omitempty"` // why there is no date
	Span        Span       `json:"span,omitzero"`
	Rule        string     `json:"rule,omitempty"`
}

// TimingKind tells the forms of a Timing apart.
type TimingKind string

// The kinds of timing.
const (
	TimingDate      TimingKind = "date"
	TimingPeriod    TimingKind = "period"
	TimingRecurring TimingKind = "recurring"
	TimingRelative  TimingKind = "relative"
	TimingEvent     TimingKind = "event"
)

// Bound says on which side of its date a timing lies.
type Bound string

// The bounds: trước (the day itself is too late), chậm nhất (the day itself will do), từ, vào.
const (
	Before Bound = "before"
	By     Bound = "by"
	From   Bound = "from"
	On     Bound = "on"
)

// Target (chỉ tiêu) is a figure to reach.
type Target struct {
	Text       string   `json:"text"` // the words
	Comparator string   `json:"comparator"`
	Value      *float64 `json:"value,omitempty"` // unset with comparator range
	Min        *float64 `json:"min,omitempty"`
	Max        *float64 `json:"max,omitempty"`
	Unit       string   `json:"unit,omitempty"` // "%", "cuộc/tỉnh", "lượt"
	Of         string   `json:"of,omitempty"`   // what it is a figure of
	RRule      string   `json:"rrule,omitempty"`
	From       Date     `json:"from,omitzero"`
	To         Date     `json:"to,omitzero"`
	Span       Span     `json:"span,omitzero"`
	Rule       string   `json:"rule,omitempty"`
	Confidence float64  `json:"confidence,omitempty"`
}

// The comparators of a Target.
const (
	Equal   = "eq"
	AtLeast = "ge"
	AtMost  = "le"
	Above   = "gt"
	Below   = "lt"
	Between = "range"
	About   = "approx"
)
