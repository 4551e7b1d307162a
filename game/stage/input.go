package stage

import (
	"math"

	"houselights/game/app"
	"houselights/game/platform"
)

// pointer is a mouse button or finger held down.
type pointer struct {
	held     bool
	key      string // of the node it went down on
	y        float64
	from     float64 // offset when it went down
	dragging bool
}

// slop is how far a pointer may stray before it drags rather than presses, in CSS pixels.
const slop = 8

// handle turns an event into messages and into what belongs to the eye.
func (g *Game) handle(e platform.Event) {
	if g.screen == nil {
		return // nothing is shown yet that could be meant
	}
	switch e.(type) {
	case platform.Placed, platform.Stored:
	default:
		g.send(app.Active{})
	}
	switch e := e.(type) {
	case platform.Placed:
		g.send(app.Placed{Around: e.Around})
		g.refresh()
	case platform.Stored:
		g.send(app.Restored{Saved: e.Saved})
		g.refresh()
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
		g.press(g.screen.Root.Find(g.focus))
	}
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
	g.focus, g.marked, g.stale = key, true, true
	g.offset = g.screen.Reveal(key, g.offset)
}

// arrow moves the focus, and where there is nothing to move it to, the column.
func (g *Game) arrow(e platform.Arrow) {
	n := g.screen.Toward(g.focus, e.DX, e.DY)
	if n != nil && n.Key != g.focus {
		g.mark(n.Key)
		return
	}
	const line = 48
	g.scroll(g.offset + e.DY*line)
}

func (g *Game) point(e platform.Pointer) {
	g.x, g.y = e.X, e.Y
	key := g.under(e.X, e.Y)
	p := &g.pointer
	if e.Down {
		*p = pointer{held: true, key: key, y: e.Y, from: g.offset}
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
	if pressed {
		g.focus, g.marked = key, false
		g.press(g.screen.Root.Find(key))
	}
}
