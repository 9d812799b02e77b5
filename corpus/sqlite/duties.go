package sqlite

import (
	"context"
	"fmt"
	"strings"

	"congvan/corpus"
	"congvan/corpus/viet"
)

// never sorts after every date: duties without one come last.
const never = "9999-99-99"

// keepParts replaces the rows of a record's duties and references.
func keepParts(ctx context.Context, tx *transaction, r *corpus.Record) error {
	for _, table := range []string{"obligation", "actor", "reference"} {
		if err := tx.exec(ctx, `DELETE FROM `+table+` WHERE record = ?`, r.ID); err != nil {
			return err
		}
	}
	for _, o := range r.Obligations {
		if err := keepObligation(ctx, tx, r, o); err != nil {
			return fmt.Errorf("obligation %s: %w", o.ID, err)
		}
	}
	for n, ref := range r.References {
		key := ""
		if number, err := corpus.ParseDocumentNumber(ref.Value); err == nil {
			key = number.Key()
		}
		if err := tx.exec(ctx, `INSERT INTO reference (record, n, number_key, value, relation) VALUES (?, ?, ?, ?, ?)`,
			r.ID, n, key, ref.Value, ref.Relation); err != nil {
			return fmt.Errorf("reference %s: %w", ref.Value, err)
		}
	}
	return nil
}

func keepObligation(ctx context.Context, tx *transaction, r *corpus.Record, o corpus.Obligation) error {
	due, lastGood, rrule := deadline(o)
	if err := tx.exec(ctx, `INSERT OR IGNORE INTO obligation (record, id, directive, kind, due, last_good, rrule) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		r.ID, o.ID, r.Directive(), r.Source.Kind, due, lastGood, rrule); err != nil {
		return err
	}
	for _, a := range o.Actors {
		if err := tx.exec(ctx, `INSERT OR IGNORE INTO actor (unit, last_good, record, id) VALUES (?, ?, ?, ?)`,
			UnitKey(a), lastGood, r.ID, o.ID); err != nil {
			return err
		}
		if err := tx.exec(ctx, `INSERT OR IGNORE INTO unit (key, name) VALUES (?, ?)`, UnitKey(a), a.Value); err != nil {
			return err
		}
	}
	return nil
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
	for _, t := range o.Timing {
		end := t.Due
		if t.Kind == corpus.TimingPeriod {
			end = t.To
		}
		if rrule == "" {
			rrule = t.RRule
		}
		if end.IsZero() || t.Bound == corpus.From {
			continue
		}
		last := end.Last()
		if t.Bound == corpus.Before {
			last = end.First().AddDays(-1)
		}
		if last.String() < lastGood {
			due, lastGood = end.String(), last.String()
		}
	}
	return due, lastGood, rrule
}
