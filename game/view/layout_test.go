package view_test

import (
	"fmt"
	"math"

	"houselights/game/ui"
	"houselights/game/view"
)

// faults lists what is wrong with how a screen is laid out.
func faults(v view.Viewer, s *ui.Screen) []string {
	var problems []string
	bad := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	const rounding = 0.6
	limit := ui.Rect{W: s.Frame.W, H: s.Frame.H}
	if c := s.Column(); c != nil {
		limit.H = max(limit.H, c.Content)
	}
	controls := s.Focusable()
	for i, n := range controls {
		if n.Rect.W < 44-rounding || n.Rect.H < 44-rounding {
			bad("%s is %.0fx%.0f: too small to touch", n.Key, n.Rect.W, n.Rect.H)
		}
		for _, o := range controls[i+1:] {
			if over := n.Rect.Overlap(o.Rect); over > rounding {
				bad("%s and %s overlap by %.1f", n.Key, o.Key, over)
			}
		}
	}
	texts := leaves(s.Root)
	for i, n := range texts {
		inner := n.Rect.Inset(n.Box.Pad)
		height := float64(len(n.Text.Lines)) * v.Layouter.LineHeight(n.Text.Style)
		if n.Box.OneLine {
			height *= 0.84
		}
		for _, line := range n.Text.Lines {
			if line.Width > inner.W+rounding {
				bad("%q is %.0f wide in a box of %.0f", line.Text, line.Width, inner.W)
			}
		}
		if height > inner.H+rounding {
			bad("%q is %.0f high in a box of %.0f", n.Text.String, height, inner.H)
		}
		if n.Rect.X < -rounding || n.Rect.Y < -rounding || n.Rect.Right() > limit.W+rounding || n.Rect.Bottom() > limit.H+rounding {
			bad("%q lies outside the frame: %+v", n.Text.String, n.Rect)
		}
		if n.Text.Style.Size < 12-0.01 {
			bad("%q is set at %.1f px", n.Text.String, n.Text.Style.Size)
		}
		for _, o := range texts[i+1:] {
			if over := inner.Overlap(o.Rect.Inset(o.Box.Pad)); over > rounding {
				bad("%q and %q overlap by %.1f", n.Text.String, o.Text.String, over)
			}
		}
	}
	s.Root.Walk(func(n *ui.Node) bool {
		if n.Look.Ring == nil {
			return true
		}
		cx, cy := n.Rect.Center()
		for _, c := range n.Children {
			for _, line := range c.Text.Lines {
				tx, ty := c.Rect.Center()
				if math.Hypot(line.Width/2+math.Abs(tx-cx), math.Abs(ty-cy)) > n.Rect.W/2 {
					bad("%q leaves its disc", line.Text)
				}
			}
		}
		return true
	})
	return problems
}

func leaves(root *ui.Node) []*ui.Node {
	var all []*ui.Node
	root.Walk(func(n *ui.Node) bool {
		if len(n.Text.Lines) > 0 {
			all = append(all, n)
		}
		return true
	})
	return all
}
