package index

import (
	"slices"
	"strings"

	"congvan/corpus"
	"congvan/index/engine"
	"congvan/index/query"
)

// Duty is an obligation as its hit shows it.
type Duty struct {
	ID       string          `json:"id"`
	Actors   []string        `json:"actors,omitempty"`
	Modality corpus.Modality `json:"modality,omitempty"`
	Section  string          `json:"section,omitempty"`
	Due      corpus.Date     `json:"due,omitzero"`
	When     string          `json:"when,omitempty"` // the words of its timings
	Span     corpus.Span     `json:"span,omitzero"`
}

// dutyEntries are a record's obligations, an entry each. All are heads: they are found by their
// own keys. What is shown of them is stored with the first, all together: they are much alike, and
// take a third of the space so.
func (k *packer) dutyEntries(c Change) ([]engine.Entry, error) {
	r := c.Record
	var shared []engine.Key
	for _, key := range recordKeys(r) {
		if slices.Contains(dutyKeys, key.Name) {
			shared = append(shared, key)
		}
	}
	var entries []engine.Entry
	var stored []*passage
	for _, o := range r.Obligations {
		duty := &Duty{ID: o.ID, Modality: o.Modality, Section: o.Section, Span: o.Action.Span}
		keys := []engine.Key{{Name: query.Modality, Value: string(o.Modality)}}
		add := func(name, value string) {
			if value != "" {
				keys = append(keys, engine.Key{Name: name, Value: value})
			}
		}
		var context []string
		for _, a := range o.Actors {
			duty.Actors = append(duty.Actors, a.Value)
			context = append(context, a.Value)
			add(query.Unit, a.Value)
		}
		for _, t := range o.Timing {
			duty.When = strings.TrimPrefix(duty.When+"; "+t.Text, "; ")
			if due := dueOf(t); !due.IsZero() {
				duty.Due = due
				add(query.Due, due.String())
				add(query.Deadline, "yes")
			}
		}
		add(query.Section, o.Section)
		keys = append(keys, shared...)
		stored = append(stored, &passage{text: o.Action.Value, Start: o.Action.Span.Start, Duty: duty})
		entries = append(entries, engine.Entry{Text: o.Action.Value, Context: strings.Join(context, "\n"), Keys: keys, Head: true})
	}
	if len(entries) == 0 {
		return nil, nil
	}
	var err error
	entries[0].Stored, err = k.packDuties(stored)
	return entries, err
}

// dutyKeys are the properties of its record by which an obligation is found too.
var dutyKeys = []string{query.Type, query.Issuer, query.Year, query.Issued, query.Loose, query.Serial}
