package index

import (
	"slices"
	"strconv"
	"strings"

	"congvan/corpus"
	"congvan/index/engine"
	"congvan/index/query"
)

// articlePrior is the factor for texts that report on a directive: of two that fit alike the
// directive itself comes first.
const articlePrior = 0.9

// recordEntries are a record's passages; the first carries its keys.
func (k *packer) recordEntries(c Change) ([]engine.Entry, error) {
	r := c.Record
	context := contextOf(r)
	var entries []engine.Entry
	for i, p := range passages(r) {
		entry := engine.Entry{Text: p.text, Context: strings.TrimPrefix(context+"\n"+titleOf(p.text), "\n")}
		if i == 0 {
			p.Head = headOf(r, c.ID)
			entry.Group, entry.Keys = c.Group, recordKeys(r)
		} else if p.titles != "" {
			entry.Context += "\n" + p.titles
		}
		if r.Source.Kind == corpus.KindArticle {
			entry.Prior = articlePrior
		}
		var err error
		if entry.Stored, err = k.pack(p); err != nil {
			return nil, err
		}
		entries = append(entries, entry)
	}
	return entries, nil
}

// titleOf is the first line of a passage when it is short enough for a title: that of an article
// of a law, a heading.
func titleOf(text string) string {
	line, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if len(line) > longestTitle || strings.TrimSpace(rest) == "" {
		return ""
	}
	return line
}

// longestTitle is the length of the longest line that is taken for a title, in bytes.
const longestTitle = 250

func headOf(r *corpus.Record, id string) *headFields {
	return &headFields{ID: id, Name: r.Source.Name, Number: r.Number.Value, Type: r.Type.Value, Issuer: r.Issuer.Value,
		Issued: r.Issued.Value, Subject: subjectOf(r), Kind: r.Source.Kind}
}

// subjectOf is the subject, or the title of an article.
func subjectOf(r *corpus.Record) string {
	if r.Subject.Value != "" {
		return r.Subject.Value
	}
	return r.Source.Title
}

// contextOf are the lines that say what the whole record is about; each passage is found by
// them too, with less weight.
func contextOf(r *corpus.Record) string {
	lines := []string{r.Subject.Value, r.Source.Title, r.Type.Value, r.Issuer.Value}
	if name := strings.TrimSuffix(r.Source.Name, extension(r.Source.Name)); strings.Contains(name, " ") {
		lines = append(lines, name) // a title, not a code
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	return strings.Join(lines, "\n")
}

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 && len(name)-i <= 6 {
		return name[i:]
	}
	return ""
}

// recordKeys are the exact properties by which a record is found, filtered and counted.
func recordKeys(r *corpus.Record) []engine.Key {
	var keys []engine.Key
	add := func(name, value string) {
		if value != "" {
			keys = append(keys, engine.Key{Name: name, Value: value})
		}
	}
	if n, err := corpus.ParseDocumentNumber(r.Number.Value); err == nil {
		keys = append(keys, query.Keys(n)...)
	}
	add(query.Type, r.Type.Value)
	add(query.Issuer, r.Issuer.Value)
	add(query.Signer, r.Signatory.Name)
	add(query.Name, r.Source.Name)
	add(query.Kind, string(r.Source.Kind))
	if year := yearOf(r); year > 0 {
		add(query.Year, strconv.Itoa(year))
	}
	if !r.Issued.IsZero() {
		add(query.Issued, r.Issued.Value.First().String())
	}
	for _, o := range r.Obligations {
		for _, a := range o.Actors {
			add(query.Unit, a.Value)
		}
		for _, t := range o.Timing {
			if due := dueOf(t); !due.IsZero() {
				add(query.Due, due.String())
				add(query.Deadline, "yes")
			}
		}
	}
	for _, ref := range r.References {
		if n, err := corpus.ParseDocumentNumber(ref.Value); err == nil {
			add(query.Cites, query.LooseKey(n))
		} else {
			add(query.Cites, ref.Value)
		}
		add(query.Relation, string(ref.Relation))
	}
	return keys
}

func yearOf(r *corpus.Record) int {
	if r.Issued.Value.Year > 0 {
		return r.Issued.Value.Year
	}
	return r.Number.Year
}

// dueOf is the last day on which something is to be done, the zero Date when there is none.
func dueOf(t corpus.Timing) corpus.Date {
	switch {
	case t.Bound == corpus.From:
		return corpus.Date{}
	case !t.Due.IsZero():
		return t.Due.Last()
	case !t.To.IsZero():
		return t.To.Last()
	}
	return corpus.Date{}
}
