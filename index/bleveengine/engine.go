// Package bleveengine is the built-in search engine: bleve's scorch keeps terms and postings in
// segments on disk; scoring, facets and grouping are done here, over whole segments at a time.
//
// The segments are of a form of their own (see package segment). bleve's own BM25 takes the number of distinct terms for the mean length and multiplies idf
// twice, and its searchers visit a posting in 100 ns or more. Here the statistics are the true
// ones, counted over live entries, and decoded postings are kept: the second query with a common
// syllable costs a pass over an array.
package bleveengine

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	bolterrors "go.etcd.io/bbolt/errors"

	"congvan/index/engine"
	"congvan/index/segment"
)

// ErrBusy says that another process has the index open to write.
var ErrBusy = errors.New("the index is open in another process")

// Options say how the engine works. The zero Options are fine.
type Options struct {
	ReadOnly   bool
	CacheBytes int // of decoded postings; 0: 192 MB
}

// Engine is an open index. All its methods may be called at the same time.
type Engine struct {
	index index.Index
	queue *index.AnalysisQueue
	cache *cache
	pool  sync.Pool // *scratch

	thorough bool // look at all entries in every search: what a test compares with

	closing sync.Once
	closed  error

	mu         sync.Mutex
	current    *snapshot
	generation uint64           // of it
	views      map[uint64]*view // by segment ID
}

// plug tells scorch of the segments that are used here. Its list of forms is the library's, and
// is written once.
var plug = sync.OnceFunc(func() { scorch.RegisterSegmentPlugin(segment.Plugin{}, false) })

// Open opens the index in the folder dir, and creates it when there is none.
func Open(dir string, o Options) (*Engine, error) {
	plug()
	if o.CacheBytes == 0 {
		o.CacheBytes = 192 << 20
	}
	e := &Engine{
		queue: index.NewAnalysisQueue(runtime.GOMAXPROCS(0)),
		cache: newCache(o.CacheBytes),
		views: map[uint64]*view{},
	}
	e.pool.New = func() any { return new(scratch) }
	config := map[string]any{
		"forceSegmentType": segment.Name, "forceSegmentVersion": segment.FormatVersion,
		"path": dir, "read_only": o.ReadOnly, "bolt_timeout": "2s", "numSnapshotsToKeep": 1,
		// Fewer, larger segments than the default ten a tier: each costs a dictionary look-up a term.
		"scorchMergePlanOptions": map[string]any{
			"MaxSegmentsPerTier": 6, "SegmentsPerMergeTask": 6, "FloorSegmentSize": 4000, "TierGrowth": 6.0,
			"MaxSegmentSize": 5_000_000, "ReclaimDeletesWeight": 2.0,
		},
	}
	var err error
	if e.index, err = scorch.NewScorch(scorch.Name, config, e.queue); err == nil {
		err = e.index.Open()
	}
	if err != nil {
		e.queue.Close()
		if errors.Is(err, bolterrors.ErrTimeout) {
			err = ErrBusy
		}
		return nil, fmt.Errorf("open index %s: %w", dir, err)
	}
	return e, nil
}

// Close closes the index. A second time does nothing.
func (e *Engine) Close() error {
	e.mu.Lock()
	if e.current != nil {
		e.current.release()
		e.current = nil
	}
	e.mu.Unlock()
	e.closing.Do(func() {
		if err := e.index.Close(); err != nil {
			e.closed = fmt.Errorf("close index: %w", err)
		}
		e.queue.Close()
	})
	return e.closed
}

// Apply puts a batch of changes into the index; when it returns, they are on the disk and seen
// by searches. Of several changes of one owner the last counts. Doing it again changes nothing.
// Batches without an owner in common may be applied at the same time.
func (e *Engine) Apply(ctx context.Context, changes []engine.Change) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	reader, err := e.reader()
	if err != nil {
		return err
	}
	defer reader.Close() //nolint:errcheck // nothing was written
	batch := index.NewBatch()
	last := make(map[string]int, len(changes))
	for i, c := range changes {
		last[c.Owner] = i
	}
	for i, c := range changes {
		if last[c.Owner] != i {
			continue
		}
		parts, err := partsOf(reader, c.Owner)
		if err != nil {
			return fmt.Errorf("write index: %w", err)
		}
		for part := len(c.Entries); part < parts; part++ {
			batch.Delete(documentID(c.Owner, part))
		}
		for part, entry := range c.Entries {
			entry.Owner, entry.Part = c.Owner, part
			batch.Update(newDocument(entry))
		}
	}
	if len(batch.IndexOps) == 0 {
		return nil
	}
	if err := e.index.Batch(batch); err != nil {
		return fmt.Errorf("write index: %w", err)
	}
	return nil
}

// partsOf is the number of entries that an owner has.
func partsOf(reader *scorch.IndexSnapshot, owner string) (int, error) {
	n := 0
	for _, held := range reader.Segments() {
		list, err := segment.Of(held.Segment()).Postings(segment.Owner, []byte(owner))
		if err != nil {
			return 0, err
		}
		deleted := held.Deleted()
		err = list.Visit(func(doc, _ uint32) {
			if deleted == nil || !deleted.Contains(doc) {
				n++
			}
		})
		if err != nil {
			return 0, err
		}
	}
	return n, nil
}

func (e *Engine) reader() (*scorch.IndexSnapshot, error) {
	reader, err := e.index.Reader()
	if err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	r, ok := reader.(*scorch.IndexSnapshot)
	if !ok || r == nil {
		return nil, errors.New("read index: it is closed")
	}
	return r, nil
}

// Compact joins all segments into one: the smallest and fastest form, after a long build.
func (e *Engine) Compact(ctx context.Context) error {
	s, ok := e.index.(*scorch.Scorch)
	if !ok {
		return nil
	}
	if err := s.ForceMerge(ctx, nil); err != nil {
		return fmt.Errorf("compact index: %w", err)
	}
	return nil
}
