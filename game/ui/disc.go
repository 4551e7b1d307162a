package ui

import "math"

// within is the part of the radius that words in a disc keep to, so that they never touch the ring.
const within = 0.9

// diameter is the least diameter, from the box's MinW up, at which all that is in the disc fits; MinW itself where that
// comes to more than ten times as much: words whose size follows the disc may fit into none.
func (l *Layouter) diameter(n *Node) float64 {
	placed := n.Rect
	defer func() { n.Rect = placed }()
	for d := n.Box.MinW; d < 10*n.Box.MinW; d *= 1.04 {
		if l.discFits(n, d, 1) {
			return d
		}
	}
	return n.Box.MinW
}

// least is the smallest size of a figure that has to shrink to its disc, CSS pixels.
const least = 12

// placeDisc makes the node a square in the middle of its rectangle and stacks its children in the middle of that.
func (l *Layouter) placeDisc(n *Node) {
	d := min(n.Rect.W, n.Rect.H)
	if n.Box.MaxH > 0 {
		d = min(d, max(n.Box.MaxH, l.diameter(n)))
	}
	d = math.Floor(d)
	cx, cy := n.Rect.Center()
	placed := Rect{cx - d/2, cy - d/2, d, d}
	// Where the frame leaves less than the words ask for, they are set smaller.
	scale := 1.0
	for range 12 {
		if l.discFits(n, d, scale) {
			break
		}
		scale *= 0.92
	}
	n.Rect = placed
	l.stack(n, d, scale)
}

// discFits reports whether every line of the stack, set at a scale in a disc of diameter d, stays inside the circle.
func (l *Layouter) discFits(n *Node, d, scale float64) bool {
	asked := make([]float64, len(n.Children))
	for i, c := range n.Children {
		asked[i] = c.Text.Style.Size
	}
	n.Rect = Rect{0, 0, d, d}
	l.stack(n, d, scale)
	fits := true
	limit := d / 2 * within
	for i, c := range n.Children {
		if c.Box.OneLine && c.Text.Style.Size < least {
			fits = false
		}
		// Line boxes are higher than their letters, so the corners of the inner four fifths count.
		slack := c.Rect.H * 0.1
		reach := max(math.Abs(c.Rect.Y+slack-d/2), math.Abs(c.Rect.Bottom()-slack-d/2))
		w := c.Rect.W
		if len(c.Text.Lines) > 0 {
			w = 0
			for _, line := range c.Text.Lines {
				w = max(w, line.Width)
			}
		}
		if math.Hypot(w/2, reach) > limit {
			fits = false
		}
		c.Text.Style.Size = asked[i]
	}
	return fits
}

// stack sets the children of a disc under each other, each at its share of the diameter but never under the size it
// asks for times scale, unless it is a OneLine that must shrink to the chord.
func (l *Layouter) stack(n *Node, d, scale float64) {
	chord := d * 0.8
	total := 0.0
	heights := make([]float64, len(n.Children))
	for i, c := range n.Children {
		if c.Text.String == "" {
			heights[i] = c.Box.Share * d
			total += heights[i]
			continue
		}
		t := &c.Text
		t.Style.Size = max(least, scale*max(t.Style.Size, c.Box.Share*d))
		if c.Box.OneLine {
			if w := l.fonts.Measure(t.Style, t.String); w > chord*0.96 {
				t.Style.Size *= chord * 0.96 / w
			}
		}
		t.Lines = l.wrap(t, chord)
		heights[i] = l.textHeight(t, len(t.Lines))
		if c.Box.OneLine {
			// Numerals have no descenders: the line box is cut to what the eye sees.
			heights[i] *= 0.84
		}
		total += heights[i]
	}
	y := n.Rect.Y + (d-total)/2
	for i, c := range n.Children {
		w := chord
		if c.Text.String == "" {
			w = heights[i]
		}
		c.Rect = Rect{n.Rect.X + (d-w)/2, y, w, heights[i]}
		y += heights[i]
	}
}
