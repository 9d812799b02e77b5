package corpus

// Effect is what this document does to what another one orders: it gives more time (gia hạn),
// puts words right (đính chính), puts others in their place (thay thế) or takes them back (thu
// hồi, bãi bỏ, đình chỉ).
type Effect struct {
	Kind        EffectKind `json:"kind"`
	Document    string     `json:"document"`            // number of the other document, as its reference has it
	Issued      Date       `json:"issued,omitzero"`     // of the other document, as cited
	Provision   string     `json:"provision,omitempty"` // the part that it touches, "mục 2", "điểm a khoản 1 Điều 3"; all of it when empty
	Of          string     `json:"of,omitempty"`        // kind extend: what the time is for, "gửi báo cáo"
	From        Date       `json:"from,omitzero"`       // the date that stood there
	To          Date       `json:"to,omitzero"`         // the date that stands now
	Bound       Bound      `json:"bound,omitempty"`     // of To; the former one when empty
	Duration    string     `json:"duration,omitempty"`  // kind extend: how much longer, ISO 8601
	WorkingDays bool       `json:"working_days,omitempty"`
	Was         string     `json:"was,omitempty"`     // kind correct: the words that stood there
	Now         string     `json:"now,omitempty"`     // … and those to read instead
	Section     string     `json:"section,omitempty"` // of this document: path of labels, as of an obligation
	Text        string     `json:"text"`              // the words that say so
	Span        Span       `json:"span,omitzero"`
	Rule        string     `json:"rule,omitempty"`
	Confidence  float64    `json:"confidence,omitempty"`
}

// EffectKind is what an effect does.
type EffectKind string

// The kinds of effects.
const (
	Extends   EffectKind = "extend"   // gia hạn, lùi, kéo dài, điều chỉnh thời hạn
	Corrects  EffectKind = "correct"  // đính chính, sửa thành, đọc là
	Replaces  EffectKind = "replace"  // thay thế
	Withdraws EffectKind = "withdraw" // thu hồi, bãi bỏ, hủy bỏ, đình chỉ
)
