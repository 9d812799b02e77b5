package pipeline

import (
	"bytes"
	"encoding/json"
	"slices"

	"congvan/corpus"
)

// Difference is a field that two records have differently, as JSON; "" where one lacks it.
type Difference struct {
	Field  string `json:"field"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// compare lists the top-level fields of the record that differ, those of the source one by one.
func compare(a, b *corpus.Record) []Difference {
	before, after := fields(a), fields(b)
	var names []string
	for name := range before {
		names = append(names, name)
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var differences []Difference
	for _, name := range names {
		if !bytes.Equal(before[name], after[name]) {
			differences = append(differences, Difference{name, string(before[name]), string(after[name])})
		}
	}
	return differences
}

func fields(r *corpus.Record) map[string]json.RawMessage {
	all := map[string]json.RawMessage{}
	b, err := json.Marshal(r)
	if err != nil || json.Unmarshal(b, &all) != nil {
		return nil // a record always encodes to an object
	}
	var source map[string]json.RawMessage
	if json.Unmarshal(all["source"], &source) == nil {
		for name, value := range source {
			all["source."+name] = value
		}
	}
	delete(all, "source")
	return all
}
