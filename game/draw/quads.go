package draw

import (
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/game/typeset"
	"houselights/game/ui"
)

// The kinds of shape that shapes.kage knows.
const (
	glyphKind = iota
	fillKind
	edgeKind
	arcKind
	lightKind
	beamKind
)

// quad is a rectangle of the canvas, in device pixels, with what the shader needs to know.
type quad struct {
	x, y, w, h    float64 // on the canvas
	sx, sy        float64 // source at the corner; it runs along with the canvas, pixel by pixel
	top, foot     color.NRGBA
	opacity       float64
	a, b, c       float64 // measures of the shape
	kind          int
	width         float64
	alignedToGrid bool
}

func (p *Painter) add(q quad) {
	if q.x >= math.MaxInt16 || q.w <= 0 || q.h <= 0 {
		return
	}
	tr, tg, tb, ta := premultiplied(q.top, q.opacity)
	fr, fg, fb, fa := premultiplied(q.foot, q.opacity)
	w := float32(q.kind*1024) + 1 + float32(min(q.width, 1000))
	corner := func(dx, dy float64, r, g, b, a float32) ebiten.Vertex {
		return ebiten.Vertex{DstX: float32(q.x + dx), DstY: float32(q.y + dy), SrcX: float32(q.sx + dx), SrcY: float32(q.sy + dy),
			ColorR: r, ColorG: g, ColorB: b, ColorA: a, Custom0: float32(q.a), Custom1: float32(q.b), Custom2: float32(q.c), Custom3: w}
	}
	p.vertices = append(p.vertices, corner(0, 0, tr, tg, tb, ta), corner(q.w, 0, tr, tg, tb, ta), corner(0, q.h, fr, fg, fb, fa), corner(q.w, q.h, fr, fg, fb, fa))
}

func premultiplied(c color.NRGBA, opacity float64) (r, g, b, a float32) {
	a = float32(float64(c.A) / 255 * opacity)
	return float32(c.R) / 255 * a, float32(c.G) / 255 * a, float32(c.B) / 255 * a, a
}

// shape adds a quad around r, in CSS pixels, that is larger by margin device pixels on each side.
func (p *Painter) shape(r ui.Rect, margin float64, q quad) {
	ratio := p.state.Ratio
	x0, y0, x1, y1 := r.X*ratio, r.Y*ratio, r.Right()*ratio, r.Bottom()*ratio
	if q.alignedToGrid {
		x0, y0, x1, y1 = math.Round(x0), math.Round(y0), math.Round(x1), math.Round(y1)
	}
	cx, cy := (x0+x1)/2, (y0+y1)/2
	q.x, q.y = math.Floor(x0-margin), math.Floor(y0-margin)
	q.w, q.h = math.Ceil(x1+margin)-q.x, math.Ceil(y1+margin)-q.y
	q.sx, q.sy = q.x-cx, q.y-cy
	if q.kind == fillKind || q.kind == edgeKind {
		q.a, q.b = (x1-x0)/2, (y1-y0)/2
		q.c = min(q.c, q.a, q.b)
	}
	p.add(q)
}

// fill paints a box with round corners, from one colour at the top to another at the foot.
func (p *Painter) fill(r ui.Rect, radius float64, top, foot ui.Token, opacity float64) {
	p.shape(r, 1, quad{top: p.theme.Color(top), foot: p.theme.Color(foot), opacity: opacity, c: radius * p.state.Ratio, kind: fillKind, alignedToGrid: radius < r.W/2})
}

// soft paints light around a box, spreading so many CSS pixels.
func (p *Painter) soft(r ui.Rect, radius, spread float64, ink ui.Token, opacity float64) {
	c := p.theme.Color(ink)
	width := spread * p.state.Ratio
	p.shape(r, width, quad{top: c, foot: c, opacity: opacity, c: radius * p.state.Ratio, kind: fillKind, width: width})
}

// edge paints a line inside the edge of a box.
func (p *Painter) edge(r ui.Rect, radius, width float64, ink ui.Token, opacity float64) {
	c := p.theme.Color(ink)
	line := max(1, math.Round(width*p.state.Ratio))
	p.shape(r, 1, quad{top: c, foot: c, opacity: opacity, c: radius * p.state.Ratio, kind: edgeKind, width: line, alignedToGrid: radius < r.W/2})
}

// arc paints a part of a circle, clockwise from the top. radius and half, the half of the line's thickness, are CSS pixels.
func (p *Painter) arc(cx, cy, radius, half, fraction float64, ink ui.Token, opacity float64) {
	c := p.theme.Color(ink)
	reach := radius + half
	sin, cos := math.Sincos(2 * math.Pi * min(fraction, 1))
	q := quad{top: c, foot: c, opacity: opacity, a: sin, b: -cos, c: radius * p.state.Ratio, width: half * p.state.Ratio, kind: arcKind}
	if fraction > 0.5 {
		q.c = -q.c
	}
	p.shape(ui.Rect{X: cx - reach, Y: cy - reach, W: 2 * reach, H: 2 * reach}, 1, q)
}

// light paints a round glow that is full at the radius from and gone at the radius to, both CSS pixels.
func (p *Painter) light(cx, cy, from, to, power float64, ink ui.Token, opacity float64) {
	c := p.theme.Color(ink)
	p.shape(ui.Rect{X: cx - to, Y: cy - to, W: 2 * to, H: 2 * to}, 0, quad{top: c, foot: c, opacity: opacity,
		a: from * p.state.Ratio, b: to * p.state.Ratio, c: power, kind: lightKind})
}

// mask paints a mask of the atlas with its pen at a whole device pixel.
func (p *Painter) mask(m typeset.Mask, x, y float64, ink ui.Token, opacity float64) {
	if m.W == 0 {
		return
	}
	c := p.theme.Color(ink)
	p.add(quad{x: math.Round(x + m.Left), y: math.Round(y + m.Top), w: float64(m.W), h: float64(m.H), sx: float64(m.X), sy: float64(m.Y),
		top: c, foot: c, opacity: opacity, kind: glyphKind})
}

// beam paints the light of a lamp: from its foot at x, y up to the edge of the canvas, where its middle is at top and it is twice half wide.
// All are device pixels. It is no rectangle: where it is narrow, little is painted.
func (p *Painter) beam(x, y, top, half, opacity float64) {
	r, g, b, a := premultiplied(p.theme.Color(ui.Beam), opacity)
	const soft = 2 // around the edge, device pixels
	corner := func(cx, cy float64) ebiten.Vertex {
		up := y - cy
		// How far it is from the middle follows from the place alone, so that the two triangles of the quad fit together.
		across := cx - (x + (top-x)*up/y)
		return ebiten.Vertex{DstX: float32(cx), DstY: float32(cy), SrcX: float32(across), SrcY: float32(up), ColorR: r, ColorG: g, ColorB: b, ColorA: a,
			Custom0: float32(half), Custom1: float32(y), Custom3: beamKind*1024 + 1}
	}
	p.vertices = append(p.vertices, corner(top-half-soft, 0), corner(top+half+soft, 0), corner(x-soft, y), corner(x+soft, y))
}
