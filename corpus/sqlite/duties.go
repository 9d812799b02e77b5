package sqlite

import (
	"context"
	"fmt"
	"strings"

	"congvan/corpus"
	"congvan/corpus/viet"
)

// never sorts after every date: duties without one come last.
const never = "~"

// keepParts writes the rows of a record's duties and references, in place of those of before.
func keepParts(ctx context.Context, tx *transaction, r *corpus.Record, before bool) error {
	if before {
		for _, table := range []string{"obligation", "actor", "reference"} {
			if err := tx.exec(ctx, `DELETE FROM `+table+` WHERE record = ?`, r.ID); err != nil {
				return err
			}
		}
	}
	parts := partsOf(r)
	for _, a := range parts.units {
		if err := keepUnit(ctx, tx, UnitKey(a), a.Value); err != nil {
			return err
		}
	}
	if err := tx.insert(ctx, `INSERT OR IGNORE INTO obligation (record, id, due, last_good, rrule)`, 5, parts.obligations); err != nil {
		return fmt.Errorf("obligations: %w", err)
	}
	if err := tx.insert(ctx, `INSERT OR IGNORE INTO actor (record, id, unit, last_good)`, 4, parts.actors); err != nil {
		return fmt.Errorf("actors: %w", err)
	}
	if err := tx.insert(ctx, `INSERT INTO reference (record, n, number_key, value, relation)`, 5, parts.references); err != nil {
		return fmt.Errorf("references: %w", err)
	}
	if err := keepDoubts(ctx, tx, r, before); err != nil {
		return fmt.Errorf("doubts: %w", err)
	}
	if err := relive(ctx, tx, r, before); err != nil {
		return fmt.Errorf("lives of obligations: %w", err)
	}
	return nil
}

// parts are the rows of a record's duties and references, one after another.
type parts struct {
	obligations, actors, references []any
	units                           []corpus.Actor
}

func partsOf(r *corpus.Record) (p parts) {
	for _, o := range r.Obligations {
		due, lastGood, rrule := deadline(o)
		p.obligations = append(p.obligations, r.ID, o.ID, due, lastGood, rrule)
		for _, a := range o.Actors {
			p.actors = append(p.actors, r.ID, o.ID, UnitKey(a), lastGood)
			p.units = append(p.units, a)
		}
	}
	for n, ref := range r.References {
		p.references = append(p.references, r.ID, n, numberKey(ref.Value), ref.Value, string(ref.Relation))
	}
	return p
}

// keepUnit remembers a unit by the first, in order of code points, of the names that it is
// written with, so that the order in which documents come does not matter.
func keepUnit(ctx context.Context, tx *transaction, key, name string) error {
	if known, ok := tx.units[key]; ok && known <= name {
		return nil
	}
	tx.units[key] = name
	return tx.exec(ctx, `INSERT INTO unit (key, name) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET name = excluded.name WHERE excluded.name < name`, key, name)
}

// numberKey is the key of a document number in any written form, "" when it is none.
func numberKey(value string) string {
	n, err := corpus.ParseDocumentNumber(value)
	if err != nil {
		return ""
	}
	return n.Key()
}

// UnitKey is what duties are listed by for an actor: its key in the unit register, or its folded
// name when the register does not know it.
func UnitKey(a corpus.Actor) string {
	if a.Unit != "" {
		return a.Unit
	}
	return strings.Join(strings.Fields(viet.Fold(a.Value)), " ")
}

// deadline is the earliest date of a duty, the last day that keeps it, and its recurrence.
func deadline(o corpus.Obligation) (due, lastGood, rrule string) {
	lastGood = never
	if date, last := corpus.LastGood(o.Timing); !last.IsZero() {
		due, lastGood = date.String(), last.String()
	}
	for _, t := range o.Timing {
		if rrule == "" {
			rrule = t.RRule
		}
	}
	return due, lastGood, rrule
}
