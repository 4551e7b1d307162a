package ui

// Rect is a rectangle in CSS pixels, its corner at the top left.
type Rect struct{ X, Y, W, H float64 }

// Right and Bottom are the far edges.
func (r Rect) Right() float64  { return r.X + r.W }
func (r Rect) Bottom() float64 { return r.Y + r.H }

// Center is the middle.
func (r Rect) Center() (x, y float64) { return r.X + r.W/2, r.Y + r.H/2 }

// Contains reports whether the point lies in r; the far edges do not belong to it.
func (r Rect) Contains(x, y float64) bool {
	return x >= r.X && y >= r.Y && x < r.Right() && y < r.Bottom()
}

// Inset returns r with each edge moved inwards.
func (r Rect) Inset(e Edges) Rect {
	return Rect{r.X + e.Left, r.Y + e.Top, max(0, r.W-e.Left-e.Right), max(0, r.H-e.Top-e.Bottom)}
}

// Overlap returns by how much the two rectangles cover each other, in both directions at once: 0 where they do not.
func (r Rect) Overlap(o Rect) float64 {
	w := min(r.Right(), o.Right()) - max(r.X, o.X)
	h := min(r.Bottom(), o.Bottom()) - max(r.Y, o.Y)
	return max(0, min(w, h))
}

// Edges are four lengths in CSS pixels.
type Edges struct{ Top, Right, Bottom, Left float64 }

// All returns the same length on all sides.
func All(v float64) Edges { return Edges{v, v, v, v} }

// Sides returns y above and below, x left and right.
func Sides(y, x float64) Edges { return Edges{y, x, y, x} }
