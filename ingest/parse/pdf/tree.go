package pdf

import (
	"math"

	container "github.com/ledongthuc/pdf"
)

const (
	maxPages = 20_000
	maxNodes = 200_000 // of the page tree, pages among them
	maxDepth = 64
)

// leaf is a page with what it inherits (ISO 32000-1, 7.7.3.4).
type leaf struct {
	value     value
	resources value
	box       box
}

// a4 is the page that is taken when a file tells none.
var a4 = box{0, 0, 595, 842}

// walker goes through the page tree. /Count is never asked: nodes are what they hold.
type walker struct {
	leaves []leaf
	nodes  int
	above  []string // what the nodes above say; a node that says the same leads in a circle
	broken bool
	limit  int
}

// leaves lists the pages of a document in order, at most limit, and whether the tree is broken. A
// document whose tree leads nowhere gives the page objects in file order.
func (f *file) leaves(limit int) (pages []leaf, broken bool) {
	w := walker{limit: min(limit, maxPages)}
	w.safely(func() { w.walk(f.reader.Trailer().Key("Root").Key("Pages"), leaf{box: a4}) })
	if len(w.leaves) > 0 {
		return w.leaves, w.broken
	}
	strays := f.reader.Trailer().Key("Strays")
	for i := range min(strays.Len(), w.limit) {
		w.safely(func() { w.leaf(strays.Index(i), leaf{box: a4}) })
	}
	return w.leaves, true
}

// safely runs a step of the walk; what the container reader cannot read is left out.
func (w *walker) safely(step func()) {
	defer func() {
		if recover() != nil {
			w.broken = true
		}
	}()
	step()
}

func (w *walker) walk(node value, inherited leaf) {
	w.nodes++
	if w.nodes > maxNodes || len(w.above) > maxDepth {
		w.broken = true
		return
	}
	kids := node.Key("Kids")
	if kids.Kind() != container.Array {
		if node.Kind() == container.Dict && len(w.leaves) < w.limit {
			w.leaf(node, inherited)
		}
		return
	}
	says := kids.String()
	for _, a := range w.above {
		if a == says {
			w.broken = true
			return
		}
	}
	w.above = append(w.above, says)
	inherited.inherit(node)
	for i := range kids.Len() {
		if w.nodes > maxNodes || len(w.leaves) >= w.limit {
			break
		}
		w.safely(func() { w.walk(kids.Index(i), inherited) })
	}
	w.above = w.above[:len(w.above)-1]
}

func (w *walker) leaf(node value, inherited leaf) {
	inherited.inherit(node)
	inherited.value = node
	w.leaves = append(w.leaves, inherited)
}

func (l *leaf) inherit(node value) {
	if r := node.Key("Resources"); r.Kind() == container.Dict {
		l.resources = r
	}
	for _, key := range [...]string{"MediaBox", "CropBox"} {
		if b := node.Key(key); b.Len() == 4 {
			l.box = rectangle(b)
		}
	}
}

// rectangle reads a rectangle (ISO 32000-1, 7.9.5) as left, bottom, right, top.
func rectangle(v value) box {
	x0, y0, x1, y1 := v.Index(0).Float64(), v.Index(1).Float64(), v.Index(2).Float64(), v.Index(3).Float64()
	return box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

// area is the page's area in points².
func (l *leaf) area() float64 {
	a := (l.box[2] - l.box[0]) * (l.box[3] - l.box[1])
	if a < 1 || math.IsNaN(a) {
		return a4[2] * a4[3]
	}
	return a
}

// content is the page's content, its streams joined.
func (l *leaf) content() (data []byte, err error) {
	defer recoverTo(&err)
	contents := l.value.Key("Contents")
	if contents.Kind() != container.Array {
		return unfold(contents, maxContent)
	}
	var failed error
	for i := range min(contents.Len(), 10_000) {
		part, err := unfold(contents.Index(i), maxContent-int64(len(data)))
		if err != nil {
			failed = err
			continue
		}
		data = append(append(data, part...), '\n')
		if len(data) >= maxContent {
			break
		}
	}
	return data, failed
}
