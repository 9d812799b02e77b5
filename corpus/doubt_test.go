package corpus

import (
	"reflect"
	"testing"
)

func TestDoubts(t *testing.T) {
	r := &Record{
		Number:    NumberFact{Value: "12/BHXH-TT", Span: Span{4, 14}, Confidence: 0.6},
		Subject:   Found[string]{Value: "về việc thu", Confidence: 0.95},
		Issuer:    Found[string]{Value: "Bảo hiểm xã hội", Confidence: 0.5},
		Missing:   []Missing{{Field: "issued", Why: WhyNotUnderstood, Reason: "the day is not legible", Span: Span{20, 40}}, {Field: "place", Why: WhyAbsent}},
		Signatory: Signatory{Name: "Nguyễn Văn A", Confidence: 0.8},
	}
	want := []Doubt{
		{Field: "number", Value: "12/BHXH-TT", Confidence: 0.6, Span: Span{4, 14}},
		{Field: "issuer", Value: "Bảo hiểm xã hội", Confidence: 0.5},
		{Field: "issued", Reason: "the day is not legible", Span: Span{20, 40}},
	}
	if got := r.Doubts(); !reflect.DeepEqual(got, want) {
		t.Errorf("doubts are\n%+v, want\n%+v", got, want)
	}
	for _, c := range []Correction{{Field: "number", Value: "12/BHXH-TT"}, {Field: "issuer", Value: ""}, {Field: "issued", Value: "2024-05-06"}} {
		if err := r.Correct(c); err != nil {
			t.Fatal(err)
		}
	}
	if got := r.Doubts(); len(got) > 0 {
		t.Errorf("looked at, and still in doubt: %+v", got)
	}
}
