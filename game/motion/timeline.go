package motion

import (
	"time"

	"houselights/game/ui"
)

// Timeline follows the screens of a visit and says what moves at a time. The zero value has seen none.
type Timeline struct {
	// Continues says that the first screen goes on with what was shown before, elsewhere: it is there at once.
	Continues bool

	screen  *ui.Screen
	offset  float64 // of its column
	change  *change
	changed time.Time
	moments ui.Moments
	beat    int
	began   time.Time // the moments; zero: they have not, or are over
	shown   time.Time // the screen, last
	hops    int       // the turn of the first piece that hops

	swung     [4]float64 // how far the beams were from their rest when other moments came
	swingEnds time.Time  // they have come back to it
}

// Show takes in that a screen is shown from now on. Where it is another one than before, it comes in the place of what is to be seen of
// that now, also in the middle of a change.
func (t *Timeline) Show(s *ui.Screen, now time.Time) {
	if now.Before(t.shown) {
		t.change, t.began = nil, time.Time{} // the clock has been set back: what has moved must not do so again
	}
	t.shown = now
	another := t.screen == nil || t.screen.Name != s.Name
	if another {
		t.change, t.changed = t.comes(s, now), now
	}
	if s.Calm && t.change != nil && !t.change.calm {
		calm := *t.change // from now on nothing travels; what fades goes on
		calm.calm = true
		t.change = &calm
	}
	t.celebrate(s, another, now)
	t.screen, t.offset = s, 0
}

// comes is the change in which a screen comes in the place of what is to be seen now; nil where there is none to be seen.
func (t *Timeline) comes(s *ui.Screen, now time.Time) *change {
	c := &change{calm: s.Calm, rise: s.Frame.Px(12), far: 0.45 * s.Frame.H, lit: 1}
	if before := t.screen; before != nil {
		f := t.Frame(now)
		c.gone, c.lit, c.before = before.Scenery, 0, f.seen(before, t.offset)
		if before.Frame == s.Frame {
			c.left, c.offset = before, t.offset
		}
		switch {
		case s.Scenery == before.Scenery:
			c.gone, c.lit = f.Gone(), f.Scenery() // it goes on coming
		case s.Scenery == f.Gone():
			c.lit = 1 - f.Scenery() // it has not quite gone
		}
	}
	t.hops = -1
	pieces(s.Root, 0, 0, func(n *ui.Node, _ float64) {
		if n.Look.Motion == ui.Hops && t.hops < 0 {
			t.hops = c.pieces
		}
		c.pieces++
		if old := c.before[n.Key]; old != nil {
			old.stays = n.Look.Ring != nil && old.look.Ring != nil || c.isStill(n, old, n.Rect)
		}
	})
	if t.Continues && t.screen == nil {
		return nil
	}
	return c
}

// celebrate begins the moments of a screen that is shown from now on, where they are others than before.
func (t *Timeline) celebrate(s *ui.Screen, another bool, now time.Time) {
	if f := t.Frame(now); another || s.Moments != t.moments {
		for i := range t.swung {
			t.swung[i] = f.Sway(i)
		}
		t.swingEnds = now.Add(length)
	}
	switch {
	case s.Moments == t.moments && s.Beat == t.beat && !(another && s.Moments.Has(ui.Arrival)):
	case s.Moments.Has(ui.Arrival) && !another, s.Moments.Has(ui.LastQuarter) && another:
		t.began = time.Time{} // nothing has opened: the count has passed zero; or a question that was left late is taken up again
	default:
		t.began = now
		if another && lively(s.Moments) {
			t.began = now.Add(length) // one thing after the other
		}
	}
	t.moments, t.beat = s.Moments, s.Beat
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
	if left := t.swingEnds.Sub(now); left > 0 && left <= length && !t.screen.Calm {
		for i, sway := range t.swung {
			f.swung[i] = sway * (1 - easeOut(1-float64(left)/float64(length)))
		}
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

// drift is the time between two frames of light that drifts: on a screen with sixty a second, every other one.
const drift = time.Second / 35

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
	pieces(s.Root, 0, offset, func(n *ui.Node, scrolled float64) {
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

// pieces calls visit for each piece at or below a node that is scrolled so far, in a tree whose column is scrolled by offset, with how far
// that moves it.
func pieces(n *ui.Node, scrolled, offset float64, visit func(n *ui.Node, scrolled float64)) {
	if n.Role == ui.Scroll {
		scrolled += offset
	}
	if Paints(n) {
		visit(n, scrolled)
		return
	}
	for _, c := range n.Children {
		pieces(c, scrolled, offset, visit)
	}
}
