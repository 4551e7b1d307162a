package draw

import (
	"image"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/game/motion"
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
	seen    bool
	x, y    float64 // corner on the canvas, device pixels
	opacity float64
	want    haloKey
}

type haloKey struct {
	theme         string
	ring          color.NRGBA // the page may have one of its own
	ratio         float64
	radius, thick float64 // CSS pixels
	dx, dy        float32 // of the middle from the picture's corner, device pixels; coarse, as scrolling blurs the last bits
}

// reach is how far the corona goes, in radii of the ring.
const reach = 1.85

// ringSteps is in how many steps the ring's end moves on by a device pixel.
const ringSteps = 16

// eclipse paints corona, disc, ring and bead.
func (p *Painter) eclipse(k *ui.Ring, r ui.Rect, pose motion.Pose) {
	cx, cy := r.Center()
	radius, thick := r.W/2, r.W*k.Thick
	ink := ui.RingInk
	if k.Warm {
		ink = ui.RingWarm
	}
	f, seen := p.state.Motion, pose.Opacity
	p.flare(k, cx, cy, radius, seen)
	ratio := p.state.Ratio
	x, y := math.Floor((cx-radius*reach)*ratio), math.Floor((cy-radius*reach)*ratio)
	p.halo.above = len(p.vertices)
	p.halo.place = place{true, x, y, seen, haloKey{p.theme.Name, p.theme.Color(ui.RingInk), ratio, radius, thick, float32(cx*ratio - x), float32(cy*ratio - y)}}
	line := radius - thick/2
	// In steps that nobody sees: a year's ring stays the same quad for minutes, and need not be painted each second.
	steps := math.Ceil(2 * math.Pi * line * ratio * ringSteps)
	fraction := math.Round(pose.Fraction*steps) / steps
	if fraction > 0 {
		p.arc(cx, cy, line, thick/2, fraction, ink, seen)
	}
	p.sparks(cx, cy, radius, thick)
	if k.Open {
		return // there is light all around: no bead
	}
	angle := 2 * math.Pi * fraction
	bx, by := cx+line*math.Sin(angle), cy-line*math.Cos(angle)
	more := 1 + 0.6*f.Glow()
	p.light(bx, by, 0, thick*6*more, 1.3, ui.BeadGlow, 0.85*seen)
	p.light(bx, by, 0, thick*2.2*more, 1, ui.BeadGlow, 0.9*seen)
	p.fill(ui.Rect{X: bx - thick*0.75, Y: by - thick*0.75, W: thick * 1.5, H: thick * 1.5}, thick, ui.Bead, ui.Bead, seen)
}

// flare paints the light behind the eclipse that comes and goes: of a corona that stands open, and of one that glows for a moment.
func (p *Painter) flare(k *ui.Ring, cx, cy, radius, opacity float64) {
	f := p.state.Motion
	if k.Open {
		open := f.Opened() * opacity
		spread := 0.6 + 0.4*f.Spread()
		p.light(cx, cy, radius*0.97, radius*(1+0.7*spread), 3, ui.CoronaIn, 0.5*open)
		p.light(cx, cy, radius*0.97, radius*(1+0.12*spread), 1.4, ui.RingInk, 0.9*open)
	}
	if k.Warm {
		p.light(cx, cy, radius*0.97, radius*1.32, 2, ui.RingWarm, 0.45*opacity)
	}
	if glow := f.Glow(); glow > 0 {
		p.light(cx, cy, radius*0.97, radius*(1.25+0.2*glow), 1.8, ui.CoronaIn, glow*opacity)
	}
}

// sparks paints what flies from the ring when there is something to celebrate.
func (p *Painter) sparks(cx, cy, radius, thick float64) {
	for i := range p.state.Motion.Sparks() {
		x, y, size, opacity := p.state.Motion.Spark(i)
		if opacity > 0 {
			p.light(cx+x*radius, cy+y*radius, 0, 1.6*thick*size, 1, ui.RingInk, opacity)
		}
	}
}

// backlight lights a line of text in the rectangle from behind, where it shines.
func (p *Painter) backlight(n *ui.Node, r ui.Rect) {
	shine := p.state.Motion.Shine()
	if shine == 0 || len(n.Text.Lines) == 0 {
		return
	}
	free := r.W - n.Text.Lines[0].Width
	r.W -= free
	if n.Text.Align == ui.Middle {
		r.X += free / 2
	}
	p.soft(r, r.H/2, r.H, ui.MainGlow, shine)
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
	p.moved.ColorScale.Reset()
	p.moved.ColorScale.ScaleAlpha(float32(h.place.opacity))
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
	p.fill(ui.Rect{X: cx - line, Y: cy - line, W: 2 * line, H: 2 * line}, line, ui.DiscOut, ui.DiscOut, 1)
	p.light(cx, cy, 0, line, 0.6, ui.DiscIn, 1)
	p.arc(cx, cy, line, k.thick*0.25, 1, ui.RingTrack, 1)
	p.flush(img, p.vertices[from:])
	p.vertices = p.vertices[:from]
	return img
}
