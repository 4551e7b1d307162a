package draw

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// still is the frame painted last as a picture. When a second of the countdown has passed, or a button is lit, little differs from
// it: that is painted into it, and the canvas gets a copy, over all of it, whatever was there. Without a graphics card a copy costs a
// third of a frame.
type still struct {
	picture *ebiten.Image
	current bool // it shows the frame painted last
}

// present paints the frame on the canvas, given the part that differs from the frame before.
func (p *Painter) present(dst Canvas, changed image.Rectangle) {
	size := p.order.size
	known := p.still.current
	p.still.current = false // until all is done
	if 2*area(changed) > area(image.Rectangle{Max: size}) {
		// Another screen, or one that scrolls: this frame is painted at once, and whether a picture of it is of use is seen
		// with the next.
		p.paint(dst, image.Rectangle{Max: size})
		return
	}
	if p.still.picture == nil || p.still.picture.Bounds().Size() != size {
		if p.still.picture != nil {
			p.still.picture.Deallocate()
		}
		p.still.picture, known = newPicture(size), false
	}
	if !known {
		changed = image.Rectangle{Max: size}
	}
	if !changed.Empty() {
		p.paint(p.still.picture.SubImage(changed).(*ebiten.Image), changed)
	}
	dst.DrawImage(p.still.picture, &p.copying)
	p.still.current = true
}

func area(r image.Rectangle) int { return r.Dx() * r.Dy() }

// differing returns the smallest rectangle around all quads that are in one frame and not in the other.
func differing(a, b []ebiten.Vertex) image.Rectangle {
	for len(a) > 0 && len(b) > 0 && quadOf(a, 0) == quadOf(b, 0) {
		a, b = a[4:], b[4:]
	}
	for len(a) > 0 && len(b) > 0 && quadOf(a, len(a)-4) == quadOf(b, len(b)-4) {
		a, b = a[:len(a)-4], b[:len(b)-4]
	}
	var r image.Rectangle
	for i := 0; i < max(len(a), len(b)); i += 4 {
		if len(a) == len(b) && quadOf(a, i) == quadOf(b, i) {
			continue
		}
		if i < len(a) {
			r = r.Union(bounds(a[i:]))
		}
		if i < len(b) {
			r = r.Union(bounds(b[i:]))
		}
	}
	return r
}

// quadOf returns the corners of the quad that begins with a vertex.
func quadOf(v []ebiten.Vertex, first int) [4]ebiten.Vertex { return [4]ebiten.Vertex(v[first:]) }

// bounds is the rectangle around the first quad. All but beams have whole corners.
func bounds(v []ebiten.Vertex) image.Rectangle {
	left, right := min(v[0].DstX, v[2].DstX), max(v[1].DstX, v[3].DstX)
	return image.Rect(int(math.Floor(float64(left))), int(v[0].DstY), int(math.Ceil(float64(right))), int(math.Ceil(float64(v[3].DstY))))
}

// in returns the quads that reach into the part of the canvas.
func (p *Painter) in(part image.Rectangle, quads []ebiten.Vertex) []ebiten.Vertex {
	if part.Size() == p.order.size {
		return quads
	}
	p.clipped = p.clipped[:0]
	for ; len(quads) > 0; quads = quads[4:] {
		if bounds(quads).Overlaps(part) {
			p.clipped = append(p.clipped, quads[:4]...)
		}
	}
	return p.clipped
}
