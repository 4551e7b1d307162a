package ui

import "math"

// Shape is how a screen arranges itself: from the space there is, not from the device.
type Shape int

// The four shapes of look.md.
const (
	Wide   Shape = iota // aspect over 1.15
	Tall                // aspect under 0.85
	Square              // between them
	Strip               // under 240 CSS pixels high
)

func (s Shape) String() string { return [...]string{"wide", "tall", "square", "strip"}[s] }

// Frame is the space that a screen has.
type Frame struct {
	W, H      float64 // CSS pixels
	TextScale float64 // 1 to 2 and over: the visitor's text size times that of the page; 0 means 1
	Covered   Edges   // by the notch, the rounded corners and the bars of a screen: nothing to be read or touched lies there
}

// Shape is the arrangement for the space.
func (f Frame) Shape() Shape {
	switch aspect := f.W / f.H; {
	case f.H < 240:
		return Strip
	case aspect > 1.15:
		return Wide
	case aspect < 0.85:
		return Tall
	default:
		return Square
	}
}

// smallest is the least scale: below it, text at the base of the type scale would fall under 12 CSS pixels.
const smallest = 0.75

// Scale is the size of one unit of the design in CSS pixels: 1 at the sizes that the pictures of look.md were drawn in.
func (f Frame) Scale() float64 {
	var s float64
	switch f.Shape() {
	case Wide:
		s = min(f.W/720, f.H/480)
	case Tall:
		s = min(f.W/360, f.H/640)
	case Square:
		s = min(f.W, f.H) / 480
	case Strip:
		s = min(f.W/720, f.H/120)
		s = min(s, 1.25)
	}
	return max(smallest, s)
}

// Px turns a length of the design into CSS pixels.
func (f Frame) Px(design float64) float64 { return design * f.Scale() }

// Target is the height or width of something to be touched: at least 44 CSS pixels.
func (f Frame) Target(design float64) float64 { return max(44, f.Px(design)) }

// Type is the size of text in CSS pixels, on a scale of 1.2 around step 0, the size of plain text. Nothing is below 12.
func (f Frame) Type(step float64) float64 {
	return max(12, 16*math.Pow(1.2, step)*f.Scale()) * f.textScale()
}

func (f Frame) textScale() float64 {
	if f.TextScale <= 0 {
		return 1
	}
	return f.TextScale
}

// wall is the shorter side from which a screen is taken to hang on a wall.
const wall = 1000

// Margin is the gap to the edges: at least 24 CSS pixels, 5 % on a wall; a strip has no room for that much. What is covered
// counts as such.
func (f Frame) Margin() Edges {
	m, c := f.margin(), f.Covered
	return Edges{max(m.Top, c.Top), max(m.Right, c.Right), max(m.Bottom, c.Bottom), max(m.Left, c.Left)}
}

func (f Frame) margin() Edges {
	if f.Shape() == Strip {
		return Sides(max(8, f.Px(14)), max(16, f.Px(24)))
	}
	m := max(24, f.Px(24))
	if min(f.W, f.H) >= wall {
		return Sides(max(m, 0.05*f.H), max(m, 0.05*f.W))
	}
	return All(m)
}
