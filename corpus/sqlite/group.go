package sqlite

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"congvan/corpus"
	"congvan/corpus/sketch"
)

// Notice says that a directive's number came again with other content: a corrected issue, or a
// number used twice.
type Notice struct {
	Record, Other string // IDs: what came, and what is held
	Number        string
	Likeness      float64 // of their texts, 0 to 1
}

// regrouping is what a transaction leaves to be grouped: which directive each record is a copy
// of follows from all records with its number, so it is settled once they are written.
type regrouping struct {
	keys   map[string]bool   // numbers whose records have changed
	before map[string]string // record → what its marks hung on
	fresh  map[string]bool   // records written
}

// copied is a row of the records with one number.
type copied struct {
	id, own, directive, number string
	published                  int
	kind                       corpus.Kind
	sketch                     []byte
}

func (g *regrouping) run(ctx context.Context, tx *transaction) ([]Notice, error) {
	var notices []Notice
	for key := range g.keys {
		if key == "" {
			continue
		}
		copies, err := copiesOf(ctx, tx, key)
		if err != nil {
			return nil, err
		}
		if err := g.settle(ctx, tx, copies); err != nil {
			return nil, err
		}
		notices = append(notices, g.notices(copies)...)
	}
	slices.SortFunc(notices, func(a, b Notice) int { return cmp.Compare(a.Record, b.Record) })
	return notices, g.moveMarks(ctx, tx)
}

func copiesOf(ctx context.Context, tx *transaction, key string) ([]copied, error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, own, directive, number, published, kind, sketch FROM record WHERE number_key = ? ORDER BY id`, key)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var copies []copied
	for rows.Next() {
		var c copied
		if err := rows.Scan(&c.id, &c.own, &c.directive, &c.number, &c.published, &c.kind, &c.sketch); err != nil {
			return nil, err
		}
		copies = append(copies, c)
	}
	return copies, rows.Err()
}

// settle writes the directive of each copy; the index hears of those that are now another's.
func (g *regrouping) settle(ctx context.Context, tx *transaction, copies []copied) error {
	from := make([]corpus.Copy, len(copies))
	for i, c := range copies {
		from[i] = corpus.Copy{Directive: c.own, Published: c.published}
	}
	for i, directive := range corpus.GroupKeys(from) {
		c := &copies[i]
		if c.directive == directive {
			continue
		}
		if _, ok := g.before[c.id]; !ok && !g.fresh[c.id] {
			g.before[c.id] = cmp.Or(c.directive, c.id)
		}
		c.directive = directive
		if err := tx.exec(ctx, `UPDATE record SET directive = ? WHERE id = ?`, directive, c.id); err != nil {
			return err
		}
		if !g.fresh[c.id] { // a fresh one is in the outbox
			if err := tx.exec(ctx, `INSERT INTO outbox (id) VALUES (?)`, c.id); err != nil {
				return err
			}
		}
	}
	return nil
}

// notices compares each fresh original with the other originals of its directive and names the
// one least like it.
func (g *regrouping) notices(copies []copied) []Notice {
	var notices []Notice
	for _, c := range copies {
		if !g.fresh[c.id] || c.kind != corpus.KindOriginal {
			continue
		}
		least := Notice{Likeness: sketch.Alike}
		for _, other := range copies {
			if other.id == c.id || other.kind != corpus.KindOriginal || other.directive != c.directive || g.fresh[other.id] && other.id > c.id {
				continue
			}
			if likeness := likenessOf(c.sketch, other.sketch); likeness < least.Likeness {
				least = Notice{c.id, other.id, c.number, likeness}
			}
		}
		if least.Record != "" {
			notices = append(notices, least)
		}
	}
	return notices
}

func likenessOf(a, b []byte) float64 {
	if len(a) != sketch.Size || len(b) != sketch.Size {
		return 0
	}
	return sketch.Likeness(sketch.Sketch(a), sketch.Sketch(b))
}

// moveMarks takes what persons said of duties along when nothing is left of the directive that it
// hung on.
func (g *regrouping) moveMarks(ctx context.Context, tx *transaction) error {
	for _, id := range slices.Sorted(maps.Keys(g.before)) {
		was, now := g.before[id], ""
		if err := tx.row(ctx, `SELECT CASE directive WHEN '' THEN id ELSE directive END FROM record WHERE id = ?`, []any{id}, &now); err != nil {
			return err
		}
		if was == now {
			continue
		}
		var left int
		if err := tx.row(ctx, `SELECT count(*) FROM record WHERE directive = ?`, []any{was}, &left); err != nil {
			return err
		}
		if left > 0 {
			continue
		}
		if err := tx.exec(ctx, `UPDATE OR IGNORE mark SET directive = ? WHERE directive = ?`, now, was); err != nil {
			return err
		}
	}
	return nil
}
