package pipeline

import (
	"context"
	"fmt"
	"slices"

	"congvan/corpus"
)

// Digest is a SHA-256, in hex, over what store and index hold. It is the same for the same
// inputs, in whatever order they came and however many workers read them.
func (p *Pipeline) Digest(ctx context.Context) (string, error) {
	digest, err := p.store.Digest(ctx)
	if err != nil {
		return "", err
	}
	if err := p.openIndex(ctx); err != nil {
		return "", err
	}
	var ids []string
	for id, err := range p.index.IDs(ctx) {
		if err != nil {
			return "", fmt.Errorf("digest of the index: %w", err)
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return corpus.Hash(fmt.Append(nil, digest, ids)), nil
}
