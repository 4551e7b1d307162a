// Package motion says how a screen comes in the place of another, and what moves in the moments that it celebrates: where each piece is
// in a frame, how much of it is to be seen, how far its ring has come. All of it follows from two trees and the time since they
// changed, so it is the same for the same time. It knows no engine and no clock.
package motion

import (
	"math"
	"time"

	"houselights/game/ui"
)

// A change of screens takes 400 ms in all, whatever is on them. In it a piece that is new rises in its turn.
const (
	length  = 400 * time.Millisecond
	leaving = 140 * time.Millisecond // of what is gone; what comes begins when it is all but so
	pause   = 60 * time.Millisecond
	rising  = 240 * time.Millisecond
	fading  = 200 * time.Millisecond // all that a calm change takes
)

// Frame is where motion stands in one frame. The zero value is a screen at rest.
type Frame struct {
	change *change
	age    time.Duration // of the change

	moments ui.Moments
	since   time.Duration // they have begun; negative: they have yet to
	calm    bool
	hops    int // the turn of the first piece that hops

	swung [4]float64 // what is left of where the beams were when the moments before broke off
}

// change is a screen that comes in the place of another.
type change struct {
	before map[string]*shown // what was to be seen, by key
	left   *ui.Screen        // that was shown; nil where none of it is to be seen any more
	offset float64           // of its column
	far    float64           // from how far away on a piece is not taken for the same one, CSS pixels
	gone   ui.Scenery        // that goes
	lit    float64           // how far the new scenery has come when the change begins
	pieces int               // that have to come
	rise   float64           // how far, CSS pixels
	calm   bool
}

// shown is how a piece was to be seen.
type shown struct {
	rect     ui.Rect // in the frame
	words    string
	look     ui.Look
	opacity  float64
	fraction float64
	number   int
	stays    bool // it is on the screen that comes too
}

// Pose is how a piece is to be seen in a frame.
type Pose struct {
	Rect     ui.Rect // where its box is
	DX, DY   float64 // how far what is in it is away from where it will rest, CSS pixels
	Opacity  float64
	Was      *ui.Look // what it looked like before; nil where it is new, or at rest
	Become   float64  // how far it has become what it is, from what it was: 0 to 1
	Fraction float64  // of its ring
}

// glide has the piece come from where it was. Its box may have been of another size: what is in it keeps to its middle.
func (p *Pose) glide(from ui.Rect, come float64) {
	r := p.Rect
	p.Rect = ui.Rect{X: mix(from.X, r.X, come), Y: mix(from.Y, r.Y, come), W: mix(from.W, r.W, come), H: mix(from.H, r.H, come)}
	x, y := p.Rect.Center()
	restX, restY := r.Center()
	p.DX, p.DY = x-restX, y-restY
}

// move moves the whole piece.
func (p *Pose) move(dx, dy float64) {
	p.Rect.X, p.Rect.Y = p.Rect.X+dx, p.Rect.Y+dy
	p.DX, p.DY = p.DX+dx, p.DY+dy
}

// Moving reports whether anything may look other than at rest.
func (f Frame) Moving() bool { return f != Frame{} }

// Paints reports whether the node itself is to be seen. The first such node down from the root is a piece, which moves with all that
// is in it.
func Paints(n *ui.Node) bool {
	k := &n.Look
	return n.Text.String != "" || n.On != nil || k.Fill != ui.None || k.Border != ui.None || k.Icon != ui.NoIcon || k.Ring != nil || k.Rail != nil
}

// Pose returns how a piece is to be seen whose rectangle in the frame is r, CSS pixels, and which is the turn-th on its screen, 0 for the first.
func (f Frame) Pose(n *ui.Node, r ui.Rect, turn int) Pose {
	rest := Pose{Rect: r, Opacity: 1, Become: 1}
	if n.Look.Ring != nil {
		rest.Fraction = n.Look.Ring.Fraction
	}
	c := f.change
	if c == nil {
		rest.move(0, f.hop(n, turn))
		return rest
	}
	old := c.before[n.Key]
	if n.Key == "" || old != nil && (old.look.Ring == nil) != (n.Look.Ring == nil) {
		old = nil // an eclipse is another thing than words of the same name
	}
	switch {
	case n.Look.Ring != nil:
		return f.ring(rest, old)
	case c.isStill(n, old, r):
		return f.stays(rest, old)
	default:
		return f.comes(rest, old, r, turn)
	}
}

// ring sweeps from where it was, or from nothing.
func (f Frame) ring(p Pose, old *shown) Pose {
	from, wait := 0.0, time.Duration(0)
	switch {
	case old != nil:
		from, p.Was = old.fraction, &old.look
		p.Opacity = mix(old.opacity, 1, f.eased(0, f.change.fade()))
	case f.change.calm:
		p.Opacity = f.eased(0, fading)
	default:
		wait = pause
		p.Opacity = f.eased(pause, rising)
	}
	if !f.change.calm {
		p.Fraction = mix(from, p.Fraction, f.eased(wait, length-wait))
		if old != nil && max(old.rect.W, p.Rect.W) < 10*f.change.rise { // to paint a large one in ever new sizes takes too long
			p.glide(old.rect, f.eased(0, rising))
		}
	}
	p.Become = f.eased(0, f.change.fade())
	return p
}

// stays is a piece that was there: it glides to its place and becomes what it is.
func (f Frame) stays(p Pose, old *shown) Pose {
	if !f.change.calm {
		p.glide(old.rect, f.eased(0, rising))
	}
	p.Opacity = mix(old.opacity, 1, f.eased(0, f.change.fade()))
	p.Was, p.Become = &old.look, f.eased(0, fading)
	if !f.change.calm {
		p.Become = f.eased(pause, length-pause)
	}
	return p
}

// comes is a piece that is new: it rises in its turn. What only says something else, in the same place, does not leave it.
func (f Frame) comes(p Pose, old *shown, r ui.Rect, turn int) Pose {
	if f.change.calm {
		p.Opacity = f.eased(0, fading)
		return p
	}
	wait := pause + (length-pause-rising)*time.Duration(min(turn, f.change.pieces))/time.Duration(max(1, f.change.pieces))
	come := f.eased(wait, rising)
	p.Opacity = come
	if old == nil || !old.onlyWords() || !f.change.isNear(old.rect, r) {
		p.move(0, f.change.rise*(1-come))
	}
	return p
}

// onlyWords reports whether the piece has no box around it.
func (s *shown) onlyWords() bool { return s.look.Fill == ui.None && s.look.Border == ui.None }

// Late is how much is to be seen of what comes after what it stands on, 0 to 1.
func (f Frame) Late() float64 {
	if f.change == nil {
		return 1
	}
	if f.change.calm {
		return f.eased(0, fading)
	}
	return f.eased(length-fading, fading)
}

// Number is what a number that counts has come to, on its way to the one given: from what the node of the key showed before or, without a
// key, from nothing.
func (f Frame) Number(key string, to int) int {
	if f.change == nil || f.change.calm {
		return to
	}
	from, wait := 0, pause
	if key != "" {
		old := f.change.before[key]
		if old == nil {
			return to // a score is taken up again, not won
		}
		from, wait = old.number, 0
	}
	return from + int(math.Round(float64(to-from)*f.eased(wait, length-wait)))
}

// Scenery is how far the scenery has become what it is, from what it was: 0 to 1.
func (f Frame) Scenery() float64 {
	if f.change == nil {
		return 1
	}
	return mix(f.change.lit, 1, f.eased(0, f.change.fade()))
}

// Gone is the scenery that goes while Scenery is under 1.
func (f Frame) Gone() ui.Scenery {
	if f.change == nil {
		return 0
	}
	return f.change.gone
}

// fade is how long something takes to become another.
func (c *change) fade() time.Duration {
	if c.calm {
		return fading
	}
	return length
}

// eased is how far something has come that waits and then takes so long: fast at first, then ever slower, 0 to 1.
//
//go:noinline
func (f Frame) eased(wait, takes time.Duration) float64 {
	return easeOut(float64(f.age-wait) / float64(takes))
}

//go:noinline
func easeOut(t float64) float64 {
	t = 1 - max(0, min(1, t))
	return 1 - t*t*t
}

func mix(a, b, share float64) float64 { return a + (b-a)*share }

// isStill reports whether a piece at r is one that was there before.
func (c *change) isStill(n *ui.Node, old *shown, r ui.Rect) bool {
	return old != nil && (n.Look.Motion == ui.Counts || old.words == words(n)) && c.isNear(old.rect, r)
}

// isNear reports whether a piece is so little away from where it was that the eye takes it for the same one.
func (c *change) isNear(a, b ui.Rect) bool {
	return math.Abs(a.X-b.X)+math.Abs(a.Y-b.Y) < c.far && math.Abs(a.W-b.W) < c.far
}

// Leaving returns the screen that goes, how far its column is scrolled, and how much of it is to be seen, 0 to 1; nil where there is none.
func (f Frame) Leaving() (s *ui.Screen, offset, seen float64) {
	if f.change == nil || f.change.left == nil || f.age >= leaving {
		return nil, 0, 0
	}
	return f.change.left, f.change.offset, 1 - f.eased(0, leaving)
}

// Left is how much is to be seen of a piece of the screen that goes, as a share of what Leaving returns: 0 of one that stays.
func (f Frame) Left(n *ui.Node) float64 {
	switch old := f.change.before[n.Key]; {
	case n.Key == "" || old == nil:
		return 1
	case old.stays:
		return 0
	default:
		return old.opacity
	}
}

// words are the first words of a node.
func words(n *ui.Node) string {
	if n.Text.String != "" {
		return n.Text.String
	}
	for _, c := range n.Children {
		if w := words(c); w != "" {
			return w
		}
	}
	return ""
}
