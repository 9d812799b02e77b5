package export

import (
	"strconv"
	"strings"

	"congvan/corpus"
)

// document is what every row says of the document it comes from.
type document struct {
	ID      string      `json:"id"`
	Number  string      `json:"number,omitempty"`
	Type    string      `json:"type,omitempty"`
	Issuer  string      `json:"issuer,omitempty"`
	Issued  corpus.Date `json:"issued,omitzero"`
	Subject string      `json:"subject,omitempty"`
	Source  string      `json:"source"`
	Kind    corpus.Kind `json:"kind,omitempty"`
}

var documentColumns = []string{"id", "number", "type", "issuer", "issued", "subject", "source", "kind"}

func documentOf(r *corpus.Record) document {
	return document{r.ID, r.Number.Value, r.Type.Value, r.Issuer.Value, r.Issued.Value, r.Subject.Value, r.Source.URI, r.Source.Kind}
}

func (d document) cells() []string {
	return []string{d.ID, d.Number, d.Type, d.Issuer, d.Issued.String(), d.Subject, d.Source, string(d.Kind)}
}

// obligationRow is a duty with its document and the words that say so.
type obligationRow struct {
	Document   document         `json:"document"`
	Obligation string           `json:"obligation"` // its ID within the document
	Section    string           `json:"section,omitempty"`
	Unit       []string         `json:"unit"`
	With       []string         `json:"with,omitempty"` // who coordinates
	Task       string           `json:"task"`
	Modality   corpus.Modality  `json:"modality"`
	Due        corpus.Date      `json:"due,omitzero"`     // the earliest
	State      corpus.LifeState `json:"state,omitempty"`  // in force, or what a later document did to it
	Timing     []corpus.Timing  `json:"timing,omitempty"` // the dates that hold now
	Targets    []corpus.Target  `json:"targets,omitempty"`
	Evidence   string           `json:"evidence"` // the words, as the document has them
	Span       corpus.Span      `json:"span"`     // where they stand in its text
	Confidence float64          `json:"confidence,omitempty"`
}

var obligationColumns = append([]string{"unit", "with", "task", "section", "timing", "due", "recurrence", "targets", "state", "modality", "evidence", "confidence", "obligation"},
	prefixed("document_", documentColumns)...)

func (o obligationRow) cells() []string {
	var words, rules, targets []string
	for _, t := range o.Timing {
		words = append(words, t.Text)
		if t.RRule != "" {
			rules = append(rules, t.RRule)
		}
	}
	for _, t := range o.Targets {
		targets = append(targets, t.Text)
	}
	return append([]string{strings.Join(o.Unit, "; "), strings.Join(o.With, "; "), o.Task, o.Section, strings.Join(words, "; "), o.Due.String(),
		strings.Join(rules, "; "), strings.Join(targets, "; "), string(o.State), string(o.Modality), o.Evidence, decimal(o.Confidence), o.Obligation}, o.Document.cells()...)
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

type recordRow struct{ *corpus.Record }

var recordColumns = append(append([]string{}, documentColumns...), "place", "signatory", "position", "effective_from", "effective_to", "addressees", "obligations", "references", "status")

func (r recordRow) cells() []string {
	var addressees []string
	for _, a := range r.Addressees {
		addressees = append(addressees, a.Value)
	}
	return append(documentOf(r.Record).cells(), r.Place.Value, r.Signatory.Name, r.Signatory.Position, r.Effective.From.Value.String(), r.Effective.To.Value.String(),
		strings.Join(addressees, "; "), strconv.Itoa(len(r.Obligations)), strconv.Itoa(len(r.References)), string(r.Source.Status))
}

type referenceRow struct {
	Document  document         `json:"document"`
	Reference corpus.Reference `json:"reference"`
	Evidence  string           `json:"evidence"` // the words of its first mention
}

var referenceColumns = append([]string{"relation", "value", "type", "issued", "issuer", "title", "provision", "lead_unit", "held_as", "evidence"},
	prefixed("document_", documentColumns)...)

func (r referenceRow) cells() []string {
	ref := r.Reference
	return append([]string{string(ref.Relation), ref.Value, ref.Type, ref.Issued.String(), ref.Issuer, ref.Title, ref.Provision, ref.LeadUnit, ref.Target, r.Evidence},
		r.Document.cells()...)
}

func prefixed(prefix string, names []string) []string {
	var out []string
	for _, name := range names {
		out = append(out, prefix+name)
	}
	return out
}

func columnsOf(t Table) []string {
	switch t {
	case Obligations:
		return obligationColumns
	case References:
		return referenceColumns
	case Incoming:
		return incomingColumns
	case FollowUp:
		return followUpColumns
	case Metadata:
		return metadataColumns
	}
	return recordColumns
}

func (o Options) rowsOf(r *corpus.Record) []row {
	var rows []row
	words := corpus.NewRuler(r.Text)
	switch o.Table {
	case Obligations:
		for _, d := range o.present(r) {
			rows = append(rows, obligationOf(r, words, d))
		}
	case References:
		for _, ref := range r.References {
			rows = append(rows, referenceOf(r, words, ref))
		}
	case Records:
		rows = append(rows, recordRow{r})
	case Incoming:
		rows = append(rows, o.incomingOf(r))
	case FollowUp:
		rows = append(rows, o.followUpOf(r)...)
	case Metadata:
		rows = append(rows, metadataOf(r))
	}
	return rows
}

func obligationOf(r *corpus.Record, words *corpus.Ruler, d duty) obligationRow {
	o := d.Obligation
	out := obligationRow{Document: documentOf(r), Obligation: o.ID, Section: o.Section, Unit: []string{}, Task: o.Action.Value, Modality: o.Modality, State: d.state,
		Timing: o.Timing, Targets: o.Targets, Evidence: words.Cut(o.Action.Span), Span: o.Action.Span, Confidence: o.Confidence}
	for _, a := range o.Actors {
		if a.Role == corpus.RoleCoordinate {
			out.With = append(out.With, a.Value)
		} else {
			out.Unit = append(out.Unit, a.Value)
		}
	}
	out.Due = earliest(o)
	return out
}

func referenceOf(r *corpus.Record, words *corpus.Ruler, ref corpus.Reference) referenceRow {
	out := referenceRow{Document: documentOf(r), Reference: ref}
	if len(ref.Mentions) > 0 {
		out.Evidence = words.Cut(ref.Mentions[0])
	}
	return out
}
