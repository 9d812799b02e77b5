package corpus

import "testing"

func TestCorrectIsAThreeWayMerge(t *testing.T) {
	for _, test := range []struct {
		name                       string
		extracted, base, corrected string
		conflict                   bool
	}{
		{"the rules read what they read then", "2022-09-12", "2022-09-12", "2022-09-13", false},
		{"better rules read what the person said", "2022-09-13", "2022-09-12", "2022-09-13", false},
		{"other rules read a third thing", "2022-09-21", "2022-09-12", "2022-09-13", true},
		{"the value was not there and still is not", "", "", "2022-09-13", false},
		{"the person took a false value away", "2022-09-12", "2022-09-12", "", false},
	} {
		var r Record
		if test.extracted != "" {
			d, err := ParseDate(test.extracted)
			if err != nil {
				t.Fatal(err)
			}
			r.Issued = Found[Date]{Value: d, Span: Span{1, 2}}
		}
		if err := r.Correct(Correction{Field: "issued", Value: test.corrected, Base: test.base}); err != nil {
			t.Fatal(err)
		}
		if got := r.Issued.Value.String(); got != test.corrected {
			t.Errorf("%s: issued %q, want %q", test.name, got, test.corrected)
		}
		if got := r.Corrections[0]; got.Conflict != test.conflict || got.Extracted != test.extracted {
			t.Errorf("%s: %+v, want conflict %v", test.name, got, test.conflict)
		}
	}
}

func TestCorrectRefusesNonsense(t *testing.T) {
	for _, c := range []Correction{{Field: "colour", Value: "red"}, {Field: "issued", Value: "2022-02-31"}, {Field: "number", Value: "abc"}, {Field: "type", Value: "Bức thư"}} {
		var r Record
		if err := r.Correct(c); err == nil {
			t.Errorf("Correct(%+v) was taken", c)
		}
		if len(r.Corrections) != 0 {
			t.Errorf("a refused correction %+v was kept", c)
		}
	}
}

func TestEveryCorrectableFieldCanBeSetAndRead(t *testing.T) {
	for _, name := range CorrectableFields() {
		value := "giá trị"
		switch name {
		case "number":
			value = "12/BYT-KCB"
		case "type":
			value = "Kế hoạch"
		case "issued", "effective.from", "effective.to":
			value = "2024-05"
		}
		var r Record
		if err := r.Correct(Correction{Field: name, Value: value}); err != nil {
			t.Fatal(err)
		}
		if got, _ := r.Value(name); got != value {
			t.Errorf("%s: %q, want %q", name, got, value)
		}
	}
}

func TestACorrectionFindsItsEvidence(t *testing.T) {
	r := Record{Text: "Sở Y tế\nKính gửi: Ủy ban"}
	for value, want := range map[string]Span{"Ủy ban": {18, 24}, "Bộ Y tế": {}, "": {}} {
		if err := r.Correct(Correction{Field: "issuer", Value: value}); err != nil {
			t.Fatal(err)
		}
		if got := r.Issuer.Span; got != want || Cut(r.Text, got) != value && !want.IsZero() {
			t.Errorf("%q: span %v, want %v", value, got, want)
		}
	}
}
