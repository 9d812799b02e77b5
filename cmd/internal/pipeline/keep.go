package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"congvan/corpus"
	"congvan/corpus/sqlite"
)

// A batch is committed when it has so many outcomes or bytes of text, since a commit costs a disk
// sync, or when it has waited so long, since users wait too.
const (
	batchSize  = 400
	batchBytes = 16 << 20
	batchTime  = 2 * time.Second
)

// batcher commits outcomes in batches, reports them and hands their records on to the indexer.
type batcher struct {
	p         *Pipeline
	report    func(Outcome)
	committed *handoff
	batch     []outcome
	bytes     int
}

// keep takes outcomes until there are no more, or the user has had enough: what has been read
// until then is kept.
func (p *Pipeline) keep(ctx context.Context, incoming <-chan outcome, report func(Outcome), committed *handoff) error {
	b := batcher{p: p, report: report, committed: committed}
	patience := time.NewTicker(batchTime)
	defer patience.Stop()
	for {
		flush, last := false, false
		select {
		case o, ok := <-incoming:
			if last = !ok; ok {
				b.batch = append(b.batch, o)
				if o.Record != nil {
					b.bytes += len(o.Record.Text)
				}
			}
			flush = last || len(b.batch) >= cmp.Or(p.o.Batch, batchSize) || b.bytes >= batchBytes
		case <-patience.C:
			flush = true
		case <-ctx.Done():
			flush, last = true, true
		}
		if flush {
			if err := b.flush(context.WithoutCancel(ctx)); err != nil {
				return err
			}
		}
		if last {
			return ctx.Err()
		}
	}
}

func (b *batcher) flush(ctx context.Context) error {
	var kept []sqlite.Kept
	for _, o := range b.batch {
		if o.kept.Source.URI != "" {
			kept = append(kept, o.kept)
		}
	}
	if len(kept) > 0 {
		notices, err := b.p.commit(ctx, kept)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrStore, err)
		}
		for i := range b.batch {
			if r := b.batch[i].Record; r != nil {
				b.batch[i].Notice = noticeOf(notices, r.ID)
			}
		}
		b.committed.give(recordsOf(kept))
	}
	for _, o := range b.batch {
		if !o.silent {
			b.report(o.Outcome)
		}
	}
	clear(b.batch) // let the records go
	b.batch, b.bytes = b.batch[:0], 0
	return b.p.reached(StepReported)
}

// commit puts a batch on the disk: originals before records.
func (p *Pipeline) commit(ctx context.Context, kept []sqlite.Kept) ([]sqlite.Notice, error) {
	if !p.o.Relaxed {
		if err := p.snapshots.Sync(); err != nil {
			return nil, err
		}
	}
	if err := p.reached(StepSynced); err != nil {
		return nil, err
	}
	notices, err := p.store.Keep(ctx, kept, p.o.Now())
	if err != nil {
		return nil, err
	}
	return notices, p.reached(StepCommitted)
}

func noticeOf(notices []sqlite.Notice, id string) *sqlite.Notice {
	for i := range notices {
		if notices[i].Record == id {
			return &notices[i]
		}
	}
	return nil
}

func recordsOf(kept []sqlite.Kept) map[string]*corpus.Record {
	records := map[string]*corpus.Record{}
	for _, k := range kept {
		if k.Record != nil {
			records[k.Record.ID] = k.Record
		}
	}
	return records
}
