package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"congvan/corpus"
	"congvan/corpus/sqlite"
	"congvan/ingest"
)

// Original is the bytes of a record's document as they were received: a snapshot, or a member of
// the archive or mail that is one.
func (p *Pipeline) Original(ctx context.Context, r *corpus.Record) ([]byte, error) {
	content, err := p.snapshots.Get(r.Source.SHA256)
	if !errors.Is(err, fs.ErrNotExist) {
		return content, err
	}
	root, err := p.store.RootOf(ctx, r.ID)
	if err != nil {
		return nil, fmt.Errorf("original of %s: %w", r.ID, err)
	}
	for src, err := range p.store.Roots(ctx, sqlite.RootFilter{URI: root}) {
		if err != nil {
			return nil, fmt.Errorf("original of %s: %w", r.ID, err)
		}
		if src.URI != root || src.SHA256 == r.Source.SHA256 {
			continue
		}
		whole, err := p.snapshots.Get(src.SHA256)
		if err != nil {
			return nil, fmt.Errorf("original of %s, in %s: %w", r.ID, root, err)
		}
		if content := p.member(ctx, src, whole, r.Source.SHA256); content != nil {
			return content, nil
		}
	}
	return nil, fmt.Errorf("original of %s is not kept, neither alone nor in %s: %w", r.ID, root, fs.ErrNotExist)
}

// member is the file with this SHA-256 inside an archive or mail, nil when there is none.
func (p *Pipeline) member(ctx context.Context, src corpus.Source, whole []byte, sha256 string) (content []byte) {
	o := p.ingestOptions()
	o.Opened = func(f ingest.File) {
		if content == nil && corpus.Hash(f.Content) == sha256 {
			content = f.Content
		}
	}
	for range ingest.Read(ctx, ingest.File{URI: src.URI, Name: src.Name, Content: whole}, o) {
		if content != nil {
			break
		}
	}
	return content
}
