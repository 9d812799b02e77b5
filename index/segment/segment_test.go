package segment

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	api "github.com/blevesearch/scorch_segment_api/v2"
)

// entry is a document with the given terms.
type entry struct {
	index.Document
	owner  string
	part   int
	words  map[byte][]string
	stored string
}

func (e entry) Place() (string, int) { return e.owner, e.part }
func (e entry) ID() string           { return fmt.Sprintf("%s#%d", e.owner, e.part) }
func (e entry) Stored() []byte       { return []byte(e.stored) }
func (e entry) Terms(add func(byte, []byte, uint32)) {
	for _, field := range []byte("bs") {
		for _, word := range e.words[field] {
			add(field, []byte(word), 1)
		}
	}
	add('n', []byte("length"), uint32(1000*e.part+7))
}

// random makes entries of a few owners, each with some parts, with words by a skewed law.
func random(r *rand.Rand, owners int) []index.Document {
	var entries []index.Document
	for o := range owners {
		for part := range 1 + r.IntN(4) {
			e := entry{owner: fmt.Sprintf("owner%d", o), part: part, words: map[byte][]string{}, stored: fmt.Sprint(o, part, r.IntN(1000))}
			for range r.IntN(60) {
				n := int(r.ExpFloat64() * 40)
				e.words["bs"[n%2]] = append(e.words["bs"[n%2]], fmt.Sprintf("w%d\x00%d", n/3, n%3))
			}
			entries = append(entries, e)
		}
	}
	r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries
}

// content is what a segment says of its entries: by name, the stored bytes and how often it has
// each term.
func content(t *testing.T, s *Segment) map[string]map[string]uint32 {
	t.Helper()
	all := map[string]map[string]uint32{}
	names := make([]string, s.Count())
	for doc := range names {
		name, err := s.DocID(uint64(doc))
		if err != nil {
			t.Fatal(err)
		}
		stored, err := s.Stored(uint32(doc))
		if err != nil {
			t.Fatal(err)
		}
		names[doc] = string(name)
		all[names[doc]] = map[string]uint32{"stored " + string(stored): 1}
	}
	for field := range byte(0x80) {
		terms := s.Terms(field, nil)
		last, n := "", 0
		for ; terms.Next(); n++ {
			term := string(terms.Term())
			if n > 0 && term <= last {
				t.Fatalf("term %q after %q", term, last)
			}
			last = term
			found, err := s.Postings(field, []byte(term))
			if err != nil || found.N != terms.Postings().N {
				t.Fatalf("%c %q: %d postings, %d in the walk, %v", field, term, found.N, terms.Postings().N, err)
			}
			docs, counts, err := found.Read(int(s.Count()))
			if err != nil {
				t.Fatal(err)
			}
			i := 0
			err = found.Visit(func(doc, count uint32) {
				if docs[i] != doc || counts[i] != uint8(min(count, 255)) {
					t.Fatalf("%c %q: Read says entry %d has it %d times, Visit %d, %d", field, term, docs[i], counts[i], doc, count)
				}
				all[names[doc]][fmt.Sprintf("%c %s", field, term)] = count
				i++
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if terms.Err() != nil || n != s.Len(field) {
			t.Fatalf("%c: %d terms of %d, %v", field, n, s.Len(field), terms.Err())
		}
	}
	return all
}

// wanted is the same, of the documents.
func wanted(documents []index.Document, without map[string]bool) map[string]map[string]uint32 {
	all := map[string]map[string]uint32{}
	for _, d := range documents {
		e := d.(entry)
		if without[e.ID()] {
			continue
		}
		terms := map[string]uint32{"stored " + e.stored: 1, "r " + e.owner: 1, "n length": uint32(1000*e.part + 7)}
		for field, words := range e.words {
			for _, word := range words {
				terms[fmt.Sprintf("%c %s", field, word)]++
			}
		}
		all[e.ID()] = terms
	}
	return all
}

func same(t *testing.T, what string, got, want map[string]map[string]uint32) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d entries, want %d", what, len(got), len(want))
	}
	for name, terms := range want {
		if fmt.Sprint(got[name]) != fmt.Sprint(terms) {
			t.Fatalf("%s: entry %s has\n%v, want\n%v", what, name, got[name], terms)
		}
	}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		documents := random(r, r.IntN(60))
		s, _, err := Plugin{}.New(documents)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "in memory", content(t, Of(s)), wanted(documents, nil))
		path := filepath.Join(t.TempDir(), "one.zap")
		if err := s.(api.UnpersistedSegment).Persist(path); err != nil {
			t.Fatal(err)
		}
		onDisk, err := Plugin{}.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "on the disk", content(t, Of(onDisk)), wanted(documents, nil))
		if err := onDisk.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestMergeIsOne merges segments, of which entries were dropped, and finds what is left.
func TestMergeIsOne(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		var segments []api.Segment
		var drops []*roaring.Bitmap
		want := map[string]map[string]uint32{}
		var numbered []string
		for i := range 1 + r.IntN(5) {
			documents := random(r, r.IntN(30))
			for at, d := range documents {
				e := d.(entry)
				e.owner = fmt.Sprintf("%d-%s", i, e.owner)
				documents[at] = e
			}
			s, _, err := Plugin{}.New(documents)
			if err != nil {
				t.Fatal(err)
			}
			without := map[string]bool{}
			for _, d := range documents {
				if r.IntN(3) == 0 {
					without[d.ID()] = true
				}
			}
			var names []string
			for name := range without {
				names = append(names, name)
			}
			drop, err := s.DocNumbers(append(names, "nobody#0", "nothing"))
			if err != nil || int(drop.GetCardinality()) != len(names) {
				t.Fatalf("DocNumbers of %d entries gives %d, %v", len(names), drop.GetCardinality(), err)
			}
			for name, terms := range wanted(documents, without) {
				want[name] = terms
				numbered = append(numbered, name)
			}
			segments, drops = append(segments, s), append(drops, drop)
		}
		path := filepath.Join(t.TempDir(), "merged.zap")
		numbers, _, err := Plugin{}.Merge(segments, drops, path, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		merged, err := Plugin{}.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "merged", content(t, Of(merged)), want)
		for i, s := range segments {
			for doc := range s.Count() {
				name, err := s.DocID(doc)
				if err != nil {
					t.Fatal(err)
				}
				if numbers[i][doc] == dropped {
					if slices.Contains(numbered, string(name)) {
						t.Errorf("entry %s was dropped", name)
					}
					continue
				}
				if now, err := merged.DocID(numbers[i][doc]); err != nil || string(now) != string(name) {
					t.Errorf("entry %s is now %s, %v", name, now, err)
				}
			}
		}
		if err := merged.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzDamage changes bytes of a segment: it is read without a panic, and what goes wrong is told.
func FuzzDamage(f *testing.F) {
	s, _, err := Plugin{}.New(random(rand.New(rand.NewPCG(5, 6)), 20))
	if err != nil {
		f.Fatal(err)
	}
	whole := Of(s).data
	f.Add(uint32(9), byte(1), uint32(700), byte(255))
	f.Add(uint32(len(whole)-30), byte(3), uint32(40), byte(128))
	f.Fuzz(func(t *testing.T, at uint32, by byte, other uint32, to byte) {
		data := slices.Clone(whole)
		data[int(at)%len(data)] ^= by
		data[int(other)%len(data)] = to
		s := &Segment{data: data}
		if err := s.load(); err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		for doc := range uint32(min(s.count, 100)) {
			_, _ = s.Stored(doc)
		}
		for field := range s.fields {
			terms := s.Terms(field, []byte("w1"))
			for terms.Next() {
				_, _, _ = terms.Postings().Read(s.count)
			}
			if _, err := s.Postings(field, []byte("w3\x001")); err != nil && !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
		}
		if _, err := s.DocNumbers([]string{"owner1#0", "owner7#1"}); err != nil && !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
	})
}

func TestMergeStopsWhenToldTo(t *testing.T) {
	s, _, err := Plugin{}.New(random(rand.New(rand.NewPCG(7, 8)), 5))
	if err != nil {
		t.Fatal(err)
	}
	closed := make(chan struct{})
	close(closed)
	path := filepath.Join(t.TempDir(), "never.zap")
	if _, _, err := (Plugin{}).Merge([]api.Segment{s}, []*roaring.Bitmap{nil}, path, closed, nil); !errors.Is(err, api.ErrClosed) {
		t.Errorf("Merge() = %v, want %v", err, api.ErrClosed)
	}
	if left, _ := filepath.Glob(path); len(left) > 0 {
		t.Errorf("%s is left", path)
	}
}
