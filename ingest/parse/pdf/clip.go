package pdf

import "math"

// box is left, bottom, right, top in the page's space.
type box [4]float64

var (
	everything = box{math.Inf(-1), math.Inf(-1), math.Inf(1), math.Inf(1)}
	nothing    = box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
)

// with is the box that has a point too.
func (b box) with(x, y float64) box {
	return box{min(b[0], x), min(b[1], y), max(b[2], x), max(b[3], y)}
}

func (b box) meet(c box) box {
	return box{max(b[0], c[0]), max(b[1], c[1]), min(b[2], c[2]), min(b[3], c[3])}
}

// shows reports whether a point lies in the box or hardly outside.
func (b box) shows(x, y float64) bool {
	const slack = 2
	return x > b[0]-slack && x < b[2]+slack && y > b[1]-slack && y < b[3]+slack
}

// path is the path being built, as far as clipping needs it: its bounding box.
type path struct {
	bounds  box
	shapes  []box // the bounding boxes of its subpaths
	clipped bool  // W was given: the path bounds what is drawn from the next painting on
}

const maxShapes = 4096 // of one path

// pathOperator follows paths (ISO 32000-1, 8.5), whose clip hides what hangs over a page's edge:
// browsers draw it again on the next page. It reports whether op was one of its own.
func (in *interpreter) pathOperator(op string, o []token) bool {
	switch op {
	case "m":
		in.shape()
		in.point(o, 2)
	case "l":
		in.point(o, 2)
	case "v", "y":
		in.point(o, 4)
	case "c":
		in.point(o, 6)
	case "re":
		if v, ok := numbers(o, 4); ok {
			in.shape()
			for _, corner := range [...][2]float64{{v[0], v[1]}, {v[0] + v[2], v[1]}, {v[0], v[1] + v[3]}, {v[0] + v[2], v[1] + v[3]}} {
				in.extend(corner[0], corner[1])
			}
		}
	case "W", "W*":
		in.path.clipped = true
	case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*":
		in.painted++
		outlined := op[0] == 'S' || op[0] == 's'
		for _, b := range in.path.shapes {
			in.rules.add(b, outlined)
		}
		in.endPath()
	case "n":
		in.endPath()
	case "h":
	default:
		return false
	}
	return true
}

// point extends the path by the points among the last n operands.
func (in *interpreter) point(o []token, n int) {
	v, ok := numbers(o, n)
	for i := 0; ok && i < n; i += 2 {
		in.extend(v[i], v[i+1])
	}
}

func (in *interpreter) extend(x, y float64) {
	m := in.state.ctm.moved(x, y)
	in.path.bounds = in.path.bounds.with(m[4], m[5])
	if n := len(in.path.shapes); n > 0 {
		in.path.shapes[n-1] = in.path.shapes[n-1].with(m[4], m[5])
	}
}

// shape begins a subpath.
func (in *interpreter) shape() {
	if len(in.path.shapes) < maxShapes {
		in.path.shapes = append(in.path.shapes, nothing)
	}
}

func (in *interpreter) endPath() {
	if in.path.clipped {
		in.state.clip = in.state.clip.meet(in.path.bounds)
	}
	in.path = path{bounds: nothing, shapes: in.path.shapes[:0]}
}
