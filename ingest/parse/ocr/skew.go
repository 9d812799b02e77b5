package ocr

import (
	"image"
	"math"
)

// Angles that are tried, in degrees, and the least that is worth a turn: tesseract itself copes
// with less.
const (
	maxSkew  = 4.0
	skewStep = 0.25
	minSkew  = 0.5
)

// skew is the angle in degrees by which the lines of a page fall, 0 when it is too small to
// matter. The right angle makes the sharpest profile: rows of ink and rows of none.
func skew(p *image.Gray) float64 {
	points := ink(p)
	if len(points) < 500 {
		return 0
	}
	best, sharpest := 0.0, profile(points, 0)*1.02
	for a := -maxSkew; a <= maxSkew; a += skewStep {
		if s := profile(points, a); s > sharpest {
			best, sharpest = a, s
		}
	}
	if math.Abs(best) < minSkew {
		return 0
	}
	return best
}

// ink samples the dark points of a page, at most some 60,000.
func ink(p *image.Gray) [][2]float32 {
	step := max(1, int(math.Sqrt(float64(p.Rect.Dx()*p.Rect.Dy())/1e6)))
	var points [][2]float32
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y += step {
		for x := p.Rect.Min.X; x < p.Rect.Max.X; x += step {
			if p.Pix[p.PixOffset(x, y)] < 128 {
				points = append(points, [2]float32{float32(x) / float32(step), float32(y) / float32(step)})
			}
		}
	}
	if n := len(points)/60_000 + 1; n > 1 {
		kept := points[:0]
		for i := 0; i < len(points); i += n {
			kept = append(kept, points[i])
		}
		points = kept
	}
	return points
}

// profile is how unevenly the ink falls on rows that are tilted by an angle.
func profile(points [][2]float32, degrees float64) float64 {
	slope := float32(math.Tan(degrees * math.Pi / 180))
	var bins [4096]int32
	for _, q := range points {
		i := int(q[1]-q[0]*slope) + 512
		if i >= 0 && i < len(bins) {
			bins[i]++
		}
	}
	sum := 0.0
	for i := 1; i < len(bins); i++ {
		d := float64(bins[i] - bins[i-1])
		sum += d * d
	}
	return sum
}

// rotate turns a page so that lines falling by an angle become level; what comes in is white.
func rotate(p *image.Gray, degrees float64) *image.Gray {
	w, h := p.Rect.Dx(), p.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w, h))
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	cx, cy := float64(w)/2, float64(h)/2
	for y := range h {
		for x := range w {
			dx, dy := float64(x)-cx, float64(y)-cy
			out.Pix[y*out.Stride+x] = sample(p, cx+dx*cos-dy*sin, cy+dx*sin+dy*cos)
		}
	}
	return out
}

// sample is the grey between four points.
func sample(p *image.Gray, x, y float64) byte {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	if x0 < 0 || y0 < 0 || x0+1 >= p.Rect.Dx() || y0+1 >= p.Rect.Dy() {
		return 255
	}
	fx, fy := x-float64(x0), y-float64(y0)
	i := y0*p.Stride + x0
	top := float64(p.Pix[i])*(1-fx) + float64(p.Pix[i+1])*fx
	low := float64(p.Pix[i+p.Stride])*(1-fx) + float64(p.Pix[i+p.Stride+1])*fx
	return byte(top*(1-fy) + low*fy)
}
