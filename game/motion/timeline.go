package motion

import (
	"time"

	"houselights/game/ui"
)

// Timeline follows the screens of a visit and says what moves at a time. The zero value has seen none.
type Timeline struct {
	screen  *ui.Screen
	offset  float64 // of its column
	change  *change
	changed time.Time
	moments ui.Moments
	beat    int
	began   time.Time // the moments
	hops    int       // the turn of the first piece that hops
}

// Show takes in that a screen is shown from now on. Where it is another one than before, it comes in the place of what is to be seen of
// that now, also in the middle of a change.
func (t *Timeline) Show(s *ui.Screen, now time.Time) {
	before := t.screen
	another := before == nil || before.Name != s.Name
	if another {
		c := &change{first: before == nil, calm: s.Calm, rise: s.Frame.Px(12)}
		if before != nil {
			c.gone, c.before = before.Scenery, t.Frame(now).seen(before, t.offset)
		}
		t.hops = -1
		pieces(s.Root, 0, func(n *ui.Node, _ float64) {
			if n.Look.Motion == ui.Hops && t.hops < 0 {
				t.hops = c.pieces
			}
			c.pieces++
		})
		t.change, t.changed = c, now
	}
	if s.Moments != t.moments || s.Beat != t.beat || another && s.Moments.Has(ui.Arrival) {
		t.moments, t.beat, t.began = s.Moments, s.Beat, now
		if another && lively(s.Moments) {
			t.began = now.Add(length) // one thing after the other
		}
	}
	t.screen, t.offset = s, 0
}

// Scroll takes in that the column of the screen is scrolled so far, CSS pixels. At first it is not.
func (t *Timeline) Scroll(offset float64) { t.offset = offset }

// Frame is where motion stands at a time. Once nothing moves any more it is the zero value.
func (t *Timeline) Frame(now time.Time) Frame {
	var f Frame
	if t.screen == nil {
		return f
	}
	if age := now.Sub(t.changed); t.change != nil && age >= 0 && age < t.change.fade() {
		f.change, f.age = t.change, age
	}
	takes := t.takes()
	if since := now.Sub(t.began); takes > 0 && since >= -length && since < takes {
		f.moments, f.since, f.calm, f.hops = t.moments, since, t.screen.Calm, t.hops
	}
	return f
}

// takes is how long the moments take. Of a calm screen all that is left of them is that the corona opens.
func (t *Timeline) takes() time.Duration {
	switch {
	case !t.screen.Calm:
		return takes(t.moments)
	case t.moments.Has(ui.Zero):
		return length
	default:
		return 0
	}
}

// drift is the time between two frames of light that drifts.
const drift = time.Second / 30

// Next is when the next frame is needed for what moves: at once, or soon; the zero time where nothing moves. The frame at which it comes to
// rest is asked for as well.
func (t *Timeline) Next(now time.Time) time.Time {
	f := t.Frame(now)
	switch {
	case !f.Moving():
		return time.Time{}
	case f.change != nil || lively(f.moments):
		return now
	default:
		return now.Add(drift)
	}
}

// seen is what is to be seen of a screen in the frame, by key.
func (f Frame) seen(s *ui.Screen, offset float64) map[string]*shown {
	all := map[string]*shown{}
	turn := 0
	pieces(s.Root, offset, func(n *ui.Node, scrolled float64) {
		r := n.Rect
		r.Y -= scrolled
		p := f.Pose(n, r, turn)
		turn++
		if n.Key == "" {
			return
		}
		one := &shown{rect: p.Rect, words: words(n), look: n.Look, opacity: p.Opacity, fraction: p.Fraction}
		if n.Look.Motion == ui.Counts {
			one.number = f.Number(n.Key, Amount(n.Text.String))
		}
		all[n.Key] = one
	})
	return all
}

// pieces calls visit for each piece of a tree whose column is scrolled so far, with how far that moves it.
func pieces(n *ui.Node, offset float64, visit func(n *ui.Node, scrolled float64)) {
	walk(n, 0, offset, visit)
}

func walk(n *ui.Node, scrolled, offset float64, visit func(n *ui.Node, scrolled float64)) {
	if n.Role == ui.Scroll {
		scrolled += offset
	}
	if Paints(n) {
		visit(n, scrolled)
		return
	}
	for _, c := range n.Children {
		walk(c, scrolled, offset, visit)
	}
}
