package corpus

import "slices"

// Doubt is a value that a person should look at: one that is not sure, or one that the document
// says and that was not understood.
type Doubt struct {
	Field      string  // as Record.Correct takes it
	Value      string  // "" when it was not understood
	Confidence float64 // 0 when it was not understood
	Reason     string  // why it was not understood
	Span       Span    // the words in question; zero when they are not known
}

// sureEnough is the confidence from which on a value is believed without a look.
const sureEnough = 0.8

// Doubts are the values of a record that a person should look at and has not yet, in the order of
// the fields. A field that the document does not say is none.
func (r *Record) Doubts() []Doubt {
	var doubts []Doubt
	for _, f := range correctable {
		if slices.ContainsFunc(r.Corrections, func(c Correction) bool { return c.Field == f.name }) {
			continue
		}
		if value := f.get(r); value != "" {
			if span, confidence := f.sure(r); confidence < sureEnough {
				doubts = append(doubts, Doubt{Field: f.name, Value: value, Confidence: confidence, Span: span})
			}
			continue
		}
		for _, m := range r.Missing {
			if m.Field == f.name && m.Why == WhyNotUnderstood {
				doubts = append(doubts, Doubt{Field: f.name, Reason: m.Reason, Span: m.Span})
				break
			}
		}
	}
	return doubts
}
