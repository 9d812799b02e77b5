package segment

import (
	"fmt"
	"io"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	api "github.com/blevesearch/scorch_segment_api/v2"
)

// Plugin makes, opens and merges segments for scorch.
type Plugin struct{}

// Name and FormatVersion are written into the index, and have to be asked for when it is opened.
// The versions of the library's own form go up to 17.
const (
	Name          = "congvan"
	FormatVersion = 21
)

// Type is the name of the form.
func (Plugin) Type() string { return Name }

// Version is that of the form.
func (Plugin) Version() uint32 { return FormatVersion }

// New makes a segment of documents, in memory.
func (Plugin) New(documents []index.Document) (api.Segment, uint64, error) {
	s, err := build(documents)
	if err != nil {
		return nil, 0, err
	}
	return s, uint64(len(s.data)), nil
}

// NewUsing is New.
func (p Plugin) NewUsing(documents []index.Document, _ map[string]any) (api.Segment, uint64, error) {
	return p.New(documents)
}

// Open opens a file.
func (Plugin) Open(path string) (api.Segment, error) {
	s, err := open(path)
	if err != nil {
		return nil, err
	}
	return s, nil
}

// OpenUsing is Open.
func (p Plugin) OpenUsing(path string, _ map[string]any) (api.Segment, error) { return p.Open(path) }

// Merge writes several segments as one file.
func (Plugin) Merge(segments []api.Segment, drops []*roaring.Bitmap, path string, closed chan struct{}, report api.StatsReporter) ([][]uint64, uint64, error) {
	own := make([]*Segment, len(segments))
	for i, s := range segments {
		if own[i] = Of(s); own[i] == nil {
			return nil, 0, fmt.Errorf("merge segments: %T is none of these", s)
		}
	}
	var numbers [][]uint64
	var size int
	err := writeFile(path, func(out io.Writer) (err error) {
		numbers, size, err = merge(own, drops, out, closed)
		return err
	})
	if err != nil {
		return nil, 0, err
	}
	if report != nil {
		report.ReportBytesWritten(uint64(size))
	}
	return numbers, uint64(size), nil
}

// MergeUsing is Merge.
func (p Plugin) MergeUsing(segments []api.Segment, drops []*roaring.Bitmap, path string, closed chan struct{}, report api.StatsReporter, _ map[string]any) ([][]uint64, uint64, error) {
	return p.Merge(segments, drops, path, closed, report)
}

// Of is the segment behind scorch's, nil when it is of another form.
func Of(s api.Segment) *Segment {
	switch s := s.(type) {
	case *Segment:
		return s
	case *mappedSegment:
		return s.Segment
	}
	return nil
}
