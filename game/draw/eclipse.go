package draw

import (
	"image"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/game/ui"
)

// halo is what of the ring stays as it is while time runs: corona, disc and track. They cover each other several times, so
// they are kept as a picture. A screen has one ring.
type halo struct {
	place place
	above int // this many vertices

	kept *ebiten.Image
	of   haloKey
}

// place is where the halo is in a frame, and what it looks like.
type place struct {
	seen bool
	x, y float64 // corner on the canvas, device pixels
	want haloKey
}

type haloKey struct {
	theme         string
	ring          color.NRGBA // the page may have one of its own
	ratio         float64
	radius, thick float64 // CSS pixels
	open          bool
	dx, dy        float32 // of the middle from the picture's corner, device pixels; coarse, as scrolling blurs the last bits
}

// reach is how far the corona goes, in radii of the ring.
const reach = 1.85

// ringSteps is in how many steps the ring's end moves on by a device pixel.
const ringSteps = 16

// eclipse paints corona, disc, ring and bead.
func (p *Painter) eclipse(k *ui.Ring, r ui.Rect) {
	cx, cy := r.Center()
	radius, thick := r.W/2, r.W*k.Thick
	ink := ui.RingInk
	if k.Warm {
		ink = ui.RingWarm
	}
	ratio := p.state.Ratio
	x, y := math.Floor((cx-radius*reach)*ratio), math.Floor((cy-radius*reach)*ratio)
	p.halo.above = len(p.vertices)
	p.halo.place = place{true, x, y, haloKey{p.theme.Name, p.theme.Color(ui.RingInk), ratio, radius, thick, k.Open, float32(cx*ratio - x), float32(cy*ratio - y)}}
	line := radius - thick/2
	// In steps that nobody sees: a year's ring stays the same quad for minutes, and need not be painted each second.
	steps := math.Ceil(2 * math.Pi * line * ratio * ringSteps)
	fraction := math.Round(k.Fraction*steps) / steps
	if fraction > 0 {
		p.arc(cx, cy, line, thick/2, fraction, ink)
	}
	if k.Open {
		return // there is light all around: no bead
	}
	angle := 2 * math.Pi * fraction
	bx, by := cx+line*math.Sin(angle), cy-line*math.Cos(angle)
	p.light(bx, by, 0, thick*6, 1.5, ui.BeadGlow, 0.75)
	p.light(bx, by, 0, thick*2.2, 1, ui.BeadGlow, 0.9)
	p.fill(ui.Rect{X: bx - thick*0.75, Y: by - thick*0.75, W: thick * 1.5, H: thick * 1.5}, thick, ui.Bead, ui.Bead, 1)
}

// shine paints the halo of the frame; its picture is made first where another one is kept.
func (p *Painter) shine(dst Canvas) {
	h := &p.halo
	if h.kept == nil || h.of != h.place.want {
		if h.kept != nil {
			h.kept.Deallocate()
		}
		h.kept, h.of = p.glow(h.place.want), h.place.want
	}
	p.moved.GeoM.Reset()
	p.moved.GeoM.Translate(h.place.x, h.place.y)
	dst.DrawImage(h.kept, &p.moved)
}

// glow makes the picture of a halo.
func (p *Painter) glow(k haloKey) *ebiten.Image {
	side := int(math.Ceil(2*k.radius*reach*k.ratio)) + 1
	img := newPicture(image.Pt(side, side))
	cx, cy := float64(k.dx)/k.ratio, float64(k.dy)/k.ratio
	line := k.radius - k.thick/2
	from := len(p.vertices)
	p.light(cx, cy, k.radius*0.9, k.radius*reach, 2.2, ui.CoronaOut, 1)
	p.light(cx, cy, k.radius*0.97, k.radius*1.28, 2, ui.CoronaIn, 1)
	if k.open {
		p.light(cx, cy, k.radius*0.97, k.radius*1.7, 4, ui.CoronaIn, 0.5)
		p.light(cx, cy, k.radius*0.97, k.radius*1.12, 1.4, ui.RingInk, 0.9)
	}
	p.fill(ui.Rect{X: cx - line, Y: cy - line, W: 2 * line, H: 2 * line}, line, ui.DiscOut, ui.DiscOut, 1)
	p.light(cx, cy, 0, line, 0.6, ui.DiscIn, 1)
	p.arc(cx, cy, line, k.thick*0.25, 1, ui.RingTrack)
	p.flush(img, p.vertices[from:])
	p.vertices = p.vertices[:from]
	return img
}
