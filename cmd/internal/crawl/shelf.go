package crawl

import (
	"context"
	"fmt"

	"congvan/ingest/fetch"
	"congvan/ingest/fetch/warc"
)

// shelf is where a visit puts what it fetched: one WARC file after another.
type shelf struct {
	f              *Frontier
	folder, prefix string
	o              Options
	ingested       bool // its files go to the store; listings and the like do not
	file           *warc.File
}

// add writes an exchange, and says where it ends.
func (s *shelf) add(ctx context.Context, resp *fetch.Response) (segment string, ending int64, err error) {
	if s.file != nil && s.file.Size() > s.o.Segment {
		if err := s.close(ctx); err != nil {
			return "", 0, err
		}
	}
	if s.file == nil {
		now := s.o.Now()
		path := warc.Name(s.folder, s.prefix, now)
		if s.ingested { // noted first: a file that a kill leaves empty is known
			if err := s.f.AddSegment(ctx, path); err != nil {
				return "", 0, fmt.Errorf("frontier: %w", err)
			}
		}
		if s.file, err = warc.Create(path, now); err != nil {
			return "", 0, err
		}
	}
	if err := s.file.Add(resp); err != nil {
		return "", 0, err
	}
	return s.file.Path(), s.file.Size(), nil
}

// close ends the file and hands it to the store.
func (s *shelf) close(ctx context.Context) error {
	if s.file == nil {
		return nil
	}
	file := s.file
	s.file = nil
	if err := file.Close(); err != nil || !s.ingested {
		return err
	}
	if err := s.o.Ingest(ctx, file.Path()); err != nil {
		return err
	}
	if err := s.f.Ingested(ctx, file.Path()); err != nil {
		return fmt.Errorf("frontier: %w", err)
	}
	return nil
}
