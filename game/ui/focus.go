package ui

import "math"

// Offset is how far the scrolling column has been moved up, in CSS pixels, kept between nothing and what it holds.
func (s *Screen) Offset(wanted float64) float64 {
	column := s.Column()
	if column == nil {
		return 0
	}
	return max(0, min(wanted, column.Content-column.Rect.H))
}

// Column is the scrolling node of the screen, or nil where everything fits.
func (s *Screen) Column() *Node { return s.Root.Find("column") }

// Hit returns the pressable node under a point of the frame, the column being scrolled by offset, or nil. What is pressed anywhere is under
// every point where nothing else is.
func (s *Screen) Hit(x, y, offset float64) *Node {
	if !(Rect{0, 0, s.Frame.W, s.Frame.H}).Contains(x, y) {
		return nil
	}
	if s.Column() != nil {
		y += offset
	}
	var hit *Node
	s.Root.Walk(func(n *Node) bool {
		if n.Pressable() && n.Rect.Contains(x, y) {
			hit = n
		}
		return true
	})
	if hit == nil {
		return s.Root.Find(s.Anywhere)
	}
	return hit
}

// Focusable lists the nodes that take the focus, in the order of Tab.
func (s *Screen) Focusable() []*Node {
	var all []*Node
	s.Root.Walk(func(n *Node) bool {
		if n.Pressable() {
			all = append(all, n)
		}
		return true
	})
	return all
}

// Next returns the node after the one with the key in the order of Tab, going round; step is 1 or -1. A key that is
// not there counts as lying before the first.
func (s *Screen) Next(key string, step int) *Node {
	all := s.Focusable()
	if len(all) == 0 {
		return nil
	}
	for i, n := range all {
		if n.Key == key {
			return all[(i+step+len(all))%len(all)]
		}
	}
	if step < 0 {
		return all[len(all)-1]
	}
	return all[0]
}

// Toward returns the nearest node in the direction (dx, dy) of an arrow key, or the focused one where there is none.
// Lying beside the way counts double, so that a grid is walked along its rows and columns; of what lies in the way of a
// wide node, the first is the nearest.
func (s *Screen) Toward(key string, dx, dy float64) *Node {
	from := s.Root.Find(key)
	if from == nil {
		return s.Root.Find(s.Focus)
	}
	fx, fy := from.Rect.Center()
	best, nearest := from, math.Inf(1)
	for _, n := range s.Focusable() {
		nx, ny := n.Rect.Center()
		along := (nx-fx)*dx + (ny-fy)*dy
		aside := apart(from.Rect.X, from.Rect.Right(), n.Rect.X, n.Rect.Right())*math.Abs(dy) +
			apart(from.Rect.Y, from.Rect.Bottom(), n.Rect.Y, n.Rect.Bottom())*math.Abs(dx)
		if n == from || along <= 1 {
			continue
		}
		if d := along + 2*aside; d < nearest {
			best, nearest = n, d
		}
	}
	return best
}

// apart is the gap between two stretches of a line, 0 where they meet.
func apart(from, to, otherFrom, otherTo float64) float64 { return max(0, otherFrom-to, from-otherTo) }

// Shortcut returns the pressable node that the key presses, or nil.
func (s *Screen) Shortcut(name string) *Node {
	for _, n := range s.Focusable() {
		if n.Shortcut == name {
			return n
		}
	}
	return nil
}

// Keep returns the key that has the focus now that this screen is shown: the same as before where it is still there,
// else the screen's own choice.
func (s *Screen) Keep(key string) string {
	if n := s.Root.Find(key); n != nil && n.Pressable() {
		return key
	}
	return s.Focus
}

// Reveal returns the offset at which the node lies inside the column, moved as little as possible from offset.
func (s *Screen) Reveal(key string, offset float64) float64 {
	column, n := s.Column(), s.Root.Find(key)
	if column == nil || n == nil {
		return s.Offset(offset)
	}
	const margin = 12 // room for the focus ring
	if top := n.Rect.Y - margin; top < offset {
		offset = top
	}
	if foot := n.Rect.Bottom() + margin; foot > offset+column.Rect.H {
		offset = foot - column.Rect.H
	}
	return s.Offset(offset)
}
