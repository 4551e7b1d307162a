package stage

import (
	"math"
	"time"

	"houselights/game/app"
	"houselights/game/platform"
	"houselights/game/ui"
)

// pointer is a mouse button or finger held down.
type pointer struct {
	held     bool
	key      string  // of the node it went down on
	x, y     float64 // where it went down
	from     float64 // offset when it did
	dragging bool
	sliding  bool // a slider follows it
}

// slop is how far a pointer may stray before it drags rather than presses, in CSS pixels.
const slop = 8

// handle turns an event into messages and into what belongs to the eye.
func (g *Game) handle(e platform.Event) {
	if g.hear(e) {
		g.refresh()
		return
	}
	if g.screen == nil {
		return // nothing is shown yet that could be meant
	}
	if arrow, ok := e.(platform.Arrow); !ok || !arrow.Again {
		g.send(app.Active{})
	}
	switch e := e.(type) {
	case platform.Slide:
		g.slide(g.screen.Root.Find(e.Key), e.Step)
	case platform.Press:
		g.press(g.screen.Root.Find(e.Key))
	case platform.Focus:
		g.focus, g.marked = e.Key, e.Visible
		g.stale = true
	case platform.Hover:
		g.setHover(e.Key)
	case platform.ScrollTo:
		g.offset, g.stale = g.screen.Offset(e.Y), true
	case platform.Shortcut:
		if n := g.screen.Shortcut(e.Name); n != nil {
			g.mark(n.Key)
			g.press(n)
		}
	case platform.Wheel:
		g.scroll(g.offset + e.Y)
	case platform.Page:
		g.page(e)
	case platform.Pointer:
		g.point(e)
	case platform.Step:
		if n := g.screen.Next(g.focus, e.By); n != nil {
			g.mark(n.Key)
		}
	case platform.Arrow:
		g.arrow(e)
	case platform.Confirm:
		if !g.marked {
			// The first press of a key only shows where the focus is: nothing is pressed that was not seen.
			g.mark(g.screen.Keep(g.focus))
			return
		}
		g.pressHere(g.screen.Root.Find(g.focus))
	}
}

// pressHere presses a node for a device of the desktop. Where another node of the screen takes the focus, that is brought
// into sight; a page does so itself.
func (g *Game) pressHere(n *ui.Node) {
	screen, focus := g.screen.Name, g.focus
	g.press(n)
	if g.screen.Name == screen && g.focus != focus {
		g.offset = g.screen.Reveal(g.focus, g.offset)
	}
}

// tap is where and when the pointer pressed something last, and on which screen.
type tap struct {
	x, y   float64
	at     time.Time
	screen string
}

// twice reports whether a press is but the second half of a double one, whose first half has led to another screen: whatever has come to be
// under the pointer there was not meant.
func (g *Game) twice(e platform.Pointer) bool {
	const quick, near = 400 * time.Millisecond, 24 // CSS pixels
	now, last := g.model.Now, g.tapped
	g.tapped = tap{e.X, e.Y, now, g.screen.Name}
	return last.screen != "" && last.screen != g.screen.Name && now.Sub(last.at) < quick && now.Sub(last.at) >= 0 && math.Hypot(e.X-last.x, e.Y-last.y) < near
}

// hear takes in what no person in front of the screen has done, and reports whether it is that.
func (g *Game) hear(e platform.Event) bool {
	switch e := e.(type) {
	case platform.Placed:
		g.send(app.Placed{Around: e.Around})
	case platform.Stored:
		g.send(app.Restored{Saved: e.Saved})
	case platform.Erased:
		g.send(app.Erased{})
	case platform.Led:
		g.send(app.Led(e))
	case platform.Aimed:
		g.send(app.Aimed(e))
		g.locate() // it may be farther off than any other
	case platform.Repacked:
		g.model = g.model.Repacked(e.Pack)
		g.locate() // its dates may be others
	default:
		return false
	}
	return true
}

func (g *Game) setHover(key string) {
	g.stale = g.stale || key != g.hover
	g.hover = key
}

func (g *Game) scroll(to float64) {
	to = g.screen.Offset(to)
	g.stale = g.stale || to != g.offset
	g.offset = to
	if g.hover != "" {
		g.setHover(g.under(g.x, g.y))
	}
}

// under is the key of what can be pressed at a point of the frame, or "".
func (g *Game) under(x, y float64) string {
	if n := g.screen.Hit(x, y, g.offset); n != nil {
		return n.Key
	}
	return ""
}

// mark gives the focus to a node and brings it into sight.
func (g *Game) mark(key string) {
	offset := g.screen.Reveal(key, g.offset)
	g.stale = g.stale || key != g.focus || !g.marked || offset != g.offset
	g.focus, g.marked, g.offset = key, true, offset
}

// slider is the slider that has the focus, or nil.
func (g *Game) slider() *ui.Node {
	if n := g.screen.Root.Find(g.focus); n != nil && n.Role == ui.Slider {
		return n
	}
	return nil
}

// slide moves a slider to a step, or to its end.
func (g *Game) slide(n *ui.Node, step int) {
	if n == nil || n.Role != ui.Slider || !n.Pressable() {
		return
	}
	step = max(0, min(int(n.Value.Max), step))
	if step == int(n.Value.Now) {
		return
	}
	g.send(app.Slide{Step: step})
	g.refresh()
}

// page moves a slider that has the focus, else the column.
func (g *Game) page(e platform.Page) {
	const step = 320 // CSS pixels
	if n := g.slider(); n != nil {
		g.mark(n.Key)
		g.slide(n, int(n.Value.Now+float64(e.By)*math.Ceil(n.Value.Max/10)))
		return
	}
	g.scroll(g.offset + float64(e.Down)*step)
}

// slideTo moves a slider to where the pointer is.
func (g *Game) slideTo(n *ui.Node, x float64) {
	// The bead keeps half the node's height from its edges.
	share := (x - n.Rect.X - n.Rect.H/2) / max(1, n.Rect.W-n.Rect.H)
	g.slide(n, int(math.Round(share*n.Value.Max)))
}

// arrow moves a slider that has the focus sideways, else the focus, and where there is nothing to move it to, the column.
func (g *Game) arrow(e platform.Arrow) {
	if n := g.slider(); n != nil && e.DX != 0 {
		g.mark(n.Key)
		g.slide(n, int(n.Value.Now+e.DX))
		return
	}
	n := g.screen.Toward(g.focus, e.DX, e.DY)
	if n != nil && n.Key != g.focus {
		g.mark(n.Key)
		return
	}
	const line = 48
	g.scroll(g.offset + e.DY*line)
}

// drag has a slider follow the pointer that went down on it, and reports whether it may. Where the column scrolls, a stroke
// up or down is meant for that.
func (g *Game) drag(n *ui.Node, e platform.Pointer) bool {
	p := &g.pointer
	aside, along := math.Abs(e.X-p.x), math.Abs(e.Y-p.y)
	switch {
	case p.sliding:
	case g.screen.Column() == nil, aside > slop, e.Up && along <= slop:
		p.sliding = true
	case along > slop:
		return false
	default:
		return true // nothing can be told yet
	}
	g.focus, g.marked = n.Key, false
	g.slideTo(n, e.X)
	return true
}

func (g *Game) point(e platform.Pointer) {
	g.x, g.y = e.X, e.Y
	key := g.under(e.X, e.Y)
	p := &g.pointer
	if e.Down {
		*p = pointer{held: true, key: key, x: e.X, y: e.Y, from: g.offset}
	}
	if n := g.screen.Root.Find(p.key); p.held && !p.dragging && n != nil && n.Role == ui.Slider && g.drag(n, e) {
		if e.Up {
			*p = pointer{}
		}
		return
	}
	if p.held && math.Abs(e.Y-p.y) > slop && g.screen.Column() != nil {
		p.dragging = true
	}
	if p.dragging {
		g.scroll(p.from + p.y - e.Y)
	}
	g.setHover(key)
	if !e.Up {
		return
	}
	pressed := p.held && !p.dragging && p.key == key && key != ""
	*p = pointer{}
	if pressed && !g.twice(e) {
		g.focus, g.marked = key, false
		g.pressHere(g.screen.Root.Find(key))
	}
}
