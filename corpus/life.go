package corpus

// Life is what became of one obligation: its state, the document that says so, and every date
// that was ever set for it. Nothing is overwritten: what no longer holds says who ended it.
type Life struct {
	Record     string      `json:"record"` // ID
	Number     string      `json:"number,omitempty"`
	Obligation string      `json:"obligation"` // ID
	State      LifeState   `json:"state"`
	By         Act         `json:"by,omitzero"` // the document that brought the state
	Assertions []Assertion `json:"assertions,omitempty"`
	Timing     []Timing    `json:"timing,omitempty"` // of the obligation, with the dates that hold now
}

// LifeState is where an obligation stands.
type LifeState string

// The states of an obligation.
const (
	InForce   LifeState = "in_force"
	Extended  LifeState = "extended"  // gia hạn
	Corrected LifeState = "corrected" // đính chính
	Replaced  LifeState = "replaced"  // thay thế
	Withdrawn LifeState = "withdrawn" // thu hồi, bãi bỏ, đình chỉ
)

// Over reports whether nobody owes the obligation any more.
func (s LifeState) Over() bool { return s == Replaced || s == Withdrawn }

// Act is a document that says something of an obligation.
type Act struct {
	Record string `json:"record,omitempty"` // ID
	Number string `json:"number,omitempty"`
	Issued Date   `json:"issued,omitzero"`
}

// Assertion is a date that a document sets for an obligation.
type Assertion struct {
	Timing int        `json:"timing"`         // which of the obligation's timings it is about
	Kind   EffectKind `json:"kind,omitempty"` // extend or correct; "" in the document that lays the obligation
	Due    Date       `json:"due,omitzero"`
	Bound  Bound      `json:"bound,omitempty"`
	Text   string     `json:"text"` // the words
	By     Act        `json:"by"`
	Ended  Act        `json:"ended,omitzero"` // the document that withdrew or corrected it

	section string // of By, where it says so
}

// InForce reports whether no document withdrew or corrected it.
func (a Assertion) InForce() bool { return a.Ended == Act{} }

// Change is a step in an obligation's life. From and To are its date before and after.
type Change struct {
	By         Act       `json:"by"`
	Record     string    `json:"record"` // ID of the document that lays the obligation
	Number     string    `json:"number,omitempty"`
	Obligation string    `json:"obligation"`
	Was        LifeState `json:"was"`
	Is         LifeState `json:"is"`
	From       Date      `json:"from,omitzero"`
	To         Date      `json:"to,omitzero"`
}

// LastGood is the last day that keeps an obligation with these timings, by the earliest of its
// dates, and that date as written; zero when none has one. A date with bound "before" is itself
// too late.
func LastGood(timings []Timing) (due, last Date) {
	for _, t := range timings {
		end := t.Due
		if t.Kind == TimingPeriod {
			end = t.To
		}
		if end.IsZero() || t.Bound == From {
			continue
		}
		good := end.Last()
		if t.Bound == Before {
			good = end.First().AddDays(-1)
		}
		if last.IsZero() || good.Before(last) {
			due, last = end, good
		}
	}
	return due, last
}
