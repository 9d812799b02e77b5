package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"congvan/cmd/internal/pipeline"
	"congvan/corpus"
	"congvan/corpus/sqlite"
)

type showCmd struct {
	Name     string `arg:"" name:"ID|NUMBER" help:"Record ID, document number in any written form, or a bare serial."`
	Text     bool   `help:"Print the text instead."`
	Original bool   `help:"Print the bytes as received instead."`
	JSON     bool   `name:"json" help:"Print the record as JSON."`
}

// Run prints the record that the name stands for; of several the original, newest first.
func (c *showCmd) Run(s *session) error {
	p, err := pipeline.OpenToRead(s.ctx, s.options())
	if err != nil {
		return err
	}
	defer p.Close()
	ids, err := p.Store().Find(s.ctx, c.Name)
	if err != nil {
		return err
	}
	if len(ids) == 0 {
		return fmt.Errorf("no document %q is stored: \"congvan list\" shows what is, \"congvan search\" finds by words", c.Name)
	}
	r, err := p.Store().Record(s.ctx, ids[0])
	if err != nil {
		return err
	}
	if err := p.Resolve(s.ctx, r); err != nil {
		return err
	}
	if len(ids) > 1 {
		fmt.Fprintf(s.Stderr, "%d documents are %q; this is %s, the others are %s\n", len(ids), c.Name, ids[0], strings.Join(ids[1:], " "))
	}
	switch {
	case c.Original:
		content, err := p.Original(s.ctx, r)
		if err == nil {
			_, err = s.Stdout.Write(content)
		}
		return err
	case c.Text:
		_, err := io.WriteString(s.Stdout, r.Text)
		return err
	case c.JSON:
		out := json.NewEncoder(s.Stdout)
		out.SetEscapeHTML(false)
		return out.Encode(r)
	}
	lives, err := p.Store().Lives(s.ctx, r.ID)
	if err != nil {
		return err
	}
	printRecord(s.Stdout, r, lives)
	copies, err := p.Store().Copies(s.ctx, r.ID)
	if err != nil {
		return err
	}
	printCopies(s.Stdout, copies)
	return nil
}

// printCopies names the other sources of a record, and how they are known to be.
func printCopies(w io.Writer, copies []sqlite.Copy) {
	if len(copies) == 0 {
		return
	}
	fmt.Fprintf(w, "\nOther copies (%d)\n", len(copies))
	for _, c := range copies {
		fmt.Fprintf(w, "  %s  %-9s %-28s %s\n", c.ID, c.Kind, howAlike(c), oneLine(c.URI))
	}
}

// howAlike says by what a source is known to be a copy.
func howAlike(c sqlite.Copy) string {
	if c.Layer == sqlite.SameBytes {
		return "same bytes"
	}
	return fmt.Sprintf("same %s, %.0f%% alike", c.Layer, 100*c.Likeness)
}

// printRecord is a record for a reader.
func printRecord(w io.Writer, r *corpus.Record, lives []corpus.Life) {
	line := func(label, value string) {
		if value != "" {
			fmt.Fprintf(w, "%-12s %s\n", label, oneLine(value))
		}
	}
	line("Number", r.Number.Value)
	line("Type", r.Type.Value)
	line("Issuer", r.Issuer.Value)
	line("Issued", strings.TrimSuffix(r.Place.Value+", "+r.Issued.Value.String(), ", "))
	line("Subject", r.Subject.Value)
	line("Title", r.Source.Title)
	line("Published", r.Source.Published.String())
	line("Signed by", strings.TrimSpace(oneLine(r.Signatory.Capacity+" "+r.Signatory.Principal+" "+r.Signatory.Position+" "+r.Signatory.Name)))
	line("Effective", strings.Trim(r.Effective.From.Value.String()+" – "+r.Effective.To.Value.String(), " –"))
	line("Kind", string(r.Source.Kind))
	line("Source", r.Source.URI)
	line("ID", r.ID)
	for _, warning := range r.Source.Warnings {
		line("Warning", warning)
	}
	for _, m := range r.Missing {
		line("Missing", strings.TrimSuffix(m.Field+": "+m.Why+", "+m.Reason, ", "))
	}
	printFound(w, "Addressees", r.Addressees)
	printFound(w, "Recipients", r.Recipients)
	printFound(w, "Audiences", r.Audiences)
	if len(r.Obligations) > 0 {
		fmt.Fprintf(w, "\nObligations (%d)\n", len(r.Obligations))
		for k, o := range r.Obligations {
			printObligation(w, o)
			if k < len(lives) {
				printLife(w, lives[k])
			}
		}
	}
	if len(r.References) > 0 {
		fmt.Fprintf(w, "\nReferences (%d)\n", len(r.References))
		for _, ref := range r.References {
			held := ""
			if ref.Target != "" {
				held = " → " + ref.Target
			}
			fmt.Fprintf(w, "  %-10s %s%s\n", ref.Relation, oneLine(strings.Join([]string{ref.Type, ref.Value, ref.Issued.String(), ref.Title}, " ")), held)
		}
	}
}

func printFound(w io.Writer, title string, values []corpus.Found[string]) {
	if len(values) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	for _, v := range values {
		fmt.Fprintf(w, "  - %s\n", oneLine(v.Value))
	}
}

func printObligation(w io.Writer, o corpus.Obligation) {
	fmt.Fprintf(w, "  %s\n", strings.TrimSpace(fmt.Sprintf("%-8s %s", o.Section, actorNames(o))))
	fmt.Fprintf(w, "           %s\n", oneLine(o.Action.Value))
	for _, t := range o.Timing {
		fmt.Fprintf(w, "           ⏲ %s\n", strings.TrimSpace(oneLine(t.Text+"  "+timingValue(t))))
	}
}

// verbsOf are the words for what a document does to an obligation.
var verbsOf = map[corpus.LifeState]string{corpus.Replaced: "thay thế", corpus.Withdrawn: "thu hồi", corpus.Extended: "gia hạn", corpus.Corrected: "đính chính"}

// printLife is what became of an obligation: the dates that followed each other, and its end.
func printLife(w io.Writer, l corpus.Life) {
	for _, a := range l.Assertions {
		if a.Kind == "" {
			continue
		}
		verb := verbsOf[corpus.Extended]
		if a.Kind == corpus.Corrects {
			verb = verbsOf[corpus.Corrected]
		}
		ended := ""
		if !a.InForce() {
			ended = ", không còn áp dụng theo " + actName(a.Ended)
		}
		from := ""
		for _, before := range l.Assertions {
			if before == a {
				break
			}
			if before.Timing == a.Timing {
				from = oneLine(before.Text)
				if before.Kind != "" {
					from = before.Due.String()
				}
			}
		}
		fmt.Fprintf(w, "           ⏲ %s → %s, %s bởi %s%s\n", from, strings.TrimSpace(string(a.Bound)+" "+a.Due.String()), verb, actName(a.By), ended)
	}
	if l.State != corpus.InForce && (l.State.Over() || len(l.Assertions) == 0) {
		fmt.Fprintf(w, "           ✗ %s bởi %s\n", verbsOf[l.State], actName(l.By))
	}
}

// actName is a document's number and date: 15/BHXH-TT ngày 2024-06-12.
func actName(a corpus.Act) string {
	return strings.TrimSuffix(a.Number+" ngày "+a.Issued.String(), " ngày ")
}

// actorNames are the actors of an obligation in one string; who only coordinates in brackets.
func actorNames(o corpus.Obligation) string {
	var names []string
	for _, a := range o.Actors {
		if a.Role == corpus.RoleCoordinate {
			names = append(names, "("+a.Value+")")
		} else {
			names = append(names, a.Value)
		}
	}
	return strings.Join(names, "; ")
}

// timingValue is what a timing comes to: a date, a period, a rule.
func timingValue(t corpus.Timing) string {
	switch {
	case !t.Due.IsZero():
		return strings.TrimSpace(string(t.Bound) + " " + t.Due.String())
	case t.RRule != "":
		return t.RRule
	case !t.From.IsZero() || !t.To.IsZero():
		return t.From.String() + "/" + t.To.String()
	}
	return t.Duration
}
