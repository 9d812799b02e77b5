package sqlite

import (
	"context"
	"errors"
	"strings"

	"congvan/corpus"
	"congvan/corpus/viet"
)

// carryMarks takes the marks of a record's duties over to its new reading, before that is
// written: a duty that other rules delimit otherwise gets another ID, and is still the same duty
// where its words overlap.
func carryMarks(ctx context.Context, tx *transaction, r *corpus.Record, directive string) error {
	var marked []string
	rows, err := tx.QueryContext(ctx, `SELECT obligation FROM mark WHERE directive = ? ORDER BY obligation`, directive)
	if err != nil {
		return err
	}
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return errors.Join(err, rows.Close())
		}
		marked = append(marked, id)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil || len(marked) == 0 {
		return err
	}
	var packed []byte
	if err := tx.row(ctx, `SELECT json FROM record WHERE id = ?`, []any{r.ID}, &packed); err != nil {
		return err
	}
	before, err := unpack(packed)
	if err != nil {
		return nil // damaged: there is nothing to carry from
	}
	for _, id := range marked {
		if now := sameDuty(before, r, id); now != "" && now != id {
			if err := tx.exec(ctx, `UPDATE OR IGNORE mark SET obligation = ? WHERE directive = ? AND obligation = ?`, now, directive, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// sameDuty is the ID in the record now of the duty with the ID in the record before: its own when
// it is still there, otherwise that of the duty that shares most of its words. "" when there is
// none, or when that duty was there before and is another.
func sameDuty(before, now *corpus.Record, id string) string {
	var old *corpus.Obligation
	known := map[string]bool{}
	for i, o := range before.Obligations {
		known[o.ID] = true
		if o.ID == id {
			old = &before.Obligations[i]
		}
	}
	best, most := "", 0.5
	for _, o := range now.Obligations {
		if o.ID == id {
			return id
		}
		if old == nil || known[o.ID] {
			continue
		}
		if shared := sharedWords(old.Action.Value, o.Action.Value); shared > most {
			best, most = o.ID, shared
		}
	}
	return best
}

// sharedWords is the part of the words of the shorter text that the other has too, without regard
// to marks.
func sharedWords(a, b string) float64 {
	words, others := strings.Fields(viet.Fold(a)), strings.Fields(viet.Fold(b))
	if len(words) > len(others) {
		words, others = others, words
	}
	if len(words) == 0 {
		return 0
	}
	left := map[string]int{}
	for _, word := range others {
		left[word]++
	}
	shared := 0
	for _, word := range words {
		if left[word] > 0 {
			left[word]--
			shared++
		}
	}
	return float64(shared) / float64(len(words))
}
