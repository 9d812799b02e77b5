package pipeline

import (
	"context"
	"errors"
	"maps"

	"congvan/corpus"
)

// The index takes records in many at a time: each batch is a segment, and small ones have to be
// merged again. Terms of a whole batch are in memory at once, about ten times its text.
const (
	indexBatch = 1500
	indexBytes = 8 << 20 // of text
)

// Records that were committed wait in memory for the index, so that they need not be read again:
// as many as fit. Those that do not fit are read from the store.
const (
	waitingBatches = 4
	waitingBytes   = 3 * indexBytes
)

// handoff passes committed records on to the index.
type handoff struct {
	batches chan handed
	room    *budget
}

// handed is a committed batch: how many entries of the outbox it is, and its records.
type handed struct {
	count   int
	records map[string]*corpus.Record // nil: to be read from the store
	bytes   int64                     // of their text
}

func newHandoff() *handoff {
	return &handoff{make(chan handed, waitingBatches), newBudget(waitingBytes)}
}

// give hands a batch on. It waits when many do.
func (h *handoff) give(records map[string]*corpus.Record) {
	batch := handed{count: len(records)}
	for _, r := range records {
		batch.bytes += int64(len(r.Text))
	}
	if h.room.tryTake(batch.bytes) {
		batch.records = records
	}
	h.batches <- batch
}

// indexer runs beside the store: it tells the index of what was committed, in batches of its own.
// When the user has had enough, the rest waits in the outbox.
func (p *Pipeline) indexer(ctx context.Context, h *handoff) error {
	fresh := map[string]*corpus.Record{}
	count, bytes, lent := 0, int64(0), int64(0)
	var err error
	update := func(count int) {
		if err == nil && ctx.Err() == nil {
			err = p.updateIndex(ctx, count, fresh)
		}
		clear(fresh) // it failed
		h.room.give(lent)
	}
	for batch := range h.batches {
		count += batch.count
		bytes += batch.bytes
		if batch.records != nil {
			maps.Copy(fresh, batch.records)
			lent += batch.bytes
		}
		if count >= indexBatch || bytes >= indexBytes {
			update(count)
			count, bytes, lent = 0, 0, 0
		}
	}
	update(everything)
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil // Ingest says so itself
	}
	return err
}
