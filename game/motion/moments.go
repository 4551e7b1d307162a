package motion

import (
	"math"
	"time"

	"houselights/game/ui"
)

// lasting is a moment with how long it takes. None of them pulses more than once a second.
type lasting struct {
	moment ui.Moments
	takes  time.Duration
}

var (
	arrival = lasting{ui.Arrival, 5 * time.Second}
	zero    = lasting{ui.Zero, 4 * time.Second}
	second  = lasting{ui.LastSecond, 400 * time.Millisecond}
	quarter = lasting{ui.LastQuarter, 400 * time.Millisecond}
	best    = lasting{ui.NewBest, 1600 * time.Millisecond}
	perfect = lasting{ui.Perfect, 2400 * time.Millisecond}
	days    = lasting{ui.DaysInARow, 1200 * time.Millisecond}
)

// takes is how long all of the moments take.
func takes(m ui.Moments) time.Duration {
	var all time.Duration
	for _, one := range []lasting{arrival, zero, second, quarter, best, perfect, days} {
		if m.Has(one.moment) {
			all = max(all, one.takes)
		}
	}
	return all
}

// lively reports whether one of the moments calls for as many frames as there are. Light that drifts does with half of them.
func lively(m ui.Moments) bool { return m&^(ui.Arrival|ui.Zero) != 0 }

// through is how far a moment has gone, 0 to 1; ok is false where it is not on.
//
//go:noinline
func (f Frame) through(m lasting) (t float64, ok bool) {
	ok = f.moments.Has(m.moment) && !f.calm && f.since > 0 && f.since < m.takes
	return float64(f.since) / float64(m.takes), ok
}

// swell begins and ends at 0, gently, with 1 in the middle.
//
//go:noinline
func swell(t float64) float64 {
	s := math.Sin(math.Pi * t)
	return s * s
}

// Sway is how far the end of a beam, the i-th of four, is from where it rests, as a share of the frame's width.
func (f Frame) Sway(i int) float64 {
	wave := func(t, turns float64) float64 { return math.Sin(2*math.Pi*(turns*t+float64(i)/4)) * swell(t) }
	sway := f.swung[i]
	if t, ok := f.through(arrival); ok {
		sway += 0.035 * wave(t, 1.5)
	}
	if t, ok := f.through(zero); ok {
		sway += 0.2 * wave(t, 2)
	}
	if t, ok := f.through(perfect); ok {
		sway += 0.1 * wave(t, 1)
	}
	return sway
}

// Glow is how much brighter than at rest bead and corona are, 0 to 1.
func (f Frame) Glow() float64 {
	glow := 0.0
	if t, ok := f.through(arrival); ok {
		glow = 0.6 * swell(2*t)
	}
	for _, m := range []lasting{zero, second, quarter, best, perfect} {
		if t, ok := f.through(m); ok {
			glow = max(glow, swell(t))
		}
	}
	return glow
}

// Opened is how far the corona of an open ring stands open, 0 to 1.
func (f Frame) Opened() float64 {
	if f.moments.Has(ui.Zero) {
		return easeOut(float64(f.since) / float64(length))
	}
	return 1
}

// Spread is how far such a corona reaches, 0 to 1: a calm one only fades.
func (f Frame) Spread() float64 {
	if f.calm {
		return 1
	}
	return f.Opened()
}

// Shine is how brightly what shines is lit, 0 to 1.
func (f Frame) Shine() float64 {
	t, ok := f.through(days)
	if !ok {
		return 0
	}
	return swell(t)
}

// Sparks is how many sparks fly from the ring.
func (f Frame) Sparks() int {
	if f.calm || f.since <= 0 || f.moments&(ui.NewBest|ui.Perfect|ui.Zero) == 0 {
		return 0
	}
	return 24
}

// Spark is where a spark is, in radii of the ring from its middle, its size as a share of the largest, and how much of it is to be seen.
// It leaves the ring and slows down until it has gone out.
func (f Frame) Spark(i int) (x, y, size, opacity float64) {
	// The golden angle spreads any number of them evenly, with nothing that looks like an order.
	const golden = 2.39996
	angle := golden * float64(i)
	chance := math.Mod(float64(i)*0.618, 1)
	t := float64(f.since)/float64(best.takes)*(1+0.4*chance) - 0.2*chance
	if t <= 0 || t >= 1 {
		return 0, 0, 0, 0
	}
	away := 1 + (0.25+0.45*chance)*easeOut(t)
	sin, cos := math.Sincos(angle)
	return away * sin, -away*cos + 0.12*t*t, 1 - 0.5*chance, min(1, 6*t) * (1 - t)
}

// hop is how far above its place a piece is that hops, in its turn.
func (f Frame) hop(n *ui.Node, turn int) float64 {
	const takes, apart = 320 * time.Millisecond, 90 * time.Millisecond
	if n.Look.Motion != ui.Hops {
		return 0
	}
	g := f
	g.since -= time.Duration(turn-f.hops) * apart
	t, ok := g.through(lasting{ui.Perfect, takes})
	if !ok {
		return 0
	}
	return -0.4 * n.Rect.H * swell(t)
}
