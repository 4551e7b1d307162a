package draw

import (
	"math"

	"golang.org/x/image/vector"

	"houselights/game/ui"
)

// pen draws a path in a square of side 1 onto a rasterizer.
type pen struct {
	z    *vector.Rasterizer
	side float32
}

// They are kept from being inlined, which weighs more in the page: paths are made of them.
//
//go:noinline
func (p pen) move(x, y float32) { p.z.MoveTo(x*p.side, y*p.side) }

//go:noinline
func (p pen) line(x, y float32) { p.z.LineTo(x*p.side, y*p.side) }

//go:noinline
func (p pen) cube(a, b, c, d, e, f float32) {
	s := p.side
	p.z.CubeTo(a*s, b*s, c*s, d*s, e*s, f*s)
}
func (p pen) close() { p.z.ClosePath() }

// paths are the icons: one family, round in the corners, of about the same weight.
var paths = [...]func(pen){
	ui.Pick: func(p pen) {
		p.move(0.5, 0.02)
		p.cube(0.78, 0.02, 0.94, 0.1, 0.94, 0.26)
		p.cube(0.94, 0.5, 0.7, 0.98, 0.5, 0.98)
		p.cube(0.3, 0.98, 0.06, 0.5, 0.06, 0.26)
		p.cube(0.06, 0.1, 0.22, 0.02, 0.5, 0.02)
		p.close()
	},
	ui.Tag: func(p pen) {
		roundBox(p, 0.1, 0.02, 0.9, 0.98, 0.24)
		// The hole runs the other way round, so that it stays open.
		circle(p, 0.5, 0.22, 0.085, -1)
	},
	ui.Star: func(p pen) {
		for i := range 10 {
			r := 0.52
			if i%2 == 1 {
				r = 0.225
			}
			a := float64(i) * math.Pi / 5
			x, y := float32(0.5+r*math.Sin(a)), float32(0.53-r*math.Cos(a))
			if i == 0 {
				p.move(x, y)
			} else {
				p.line(x, y)
			}
		}
		p.close()
	},
	ui.HeartIcon: func(p pen) { heart(p, 1) },
	ui.HeartLine: func(p pen) {
		heart(p, 1)
		heart(p, -0.72) // mirrored it runs the other way round, so that it stays open
	},
	ui.Tick: func(p pen) {
		stroke(p, 0.065, 0.09, 0.53, 0.37, 0.8, 0.92, 0.22)
	},
	ui.Cross: func(p pen) {
		stroke(p, 0.065, 0.17, 0.17, 0.83, 0.83)
		stroke(p, 0.065, 0.83, 0.17, 0.17, 0.83)
	},
	ui.SoundOn: func(p pen) {
		speaker(p)
		bow(p, 0.52, 0.5, 0.2, 0.13, 0.37)
		bow(p, 0.52, 0.5, 0.4, 0.13, 0.37)
	},
	ui.SoundOff: func(p pen) {
		speaker(p)
		stroke(p, 0.05, 0.68, 0.36, 0.94, 0.64)
		stroke(p, 0.05, 0.94, 0.36, 0.68, 0.64)
	},
	// An eclipse on its way.
	ui.MotionIcon: func(p pen) {
		circle(p, 0.64, 0.5, 0.3, 1)
		circle(p, 0.64, 0.5, 0.2, -1)
		stroke(p, 0.05, 0.1, 0.32, 0.24, 0.32)
		stroke(p, 0.05, 0.06, 0.5, 0.2, 0.5)
		stroke(p, 0.05, 0.1, 0.68, 0.24, 0.68)
	},
	ui.Calendar: func(p pen) {
		roundBox(p, 0.08, 0.14, 0.92, 0.94, 0.16)
		holeBox(p, 0.18, 0.38, 0.82, 0.84, 0.07)
		stroke(p, 0.05, 0.3, 0.06, 0.3, 0.2)
		stroke(p, 0.05, 0.7, 0.06, 0.7, 0.2)
		circle(p, 0.5, 0.61, 0.1, 1)
	},
	ui.BackIcon: func(p pen) {
		stroke(p, 0.065, 0.62, 0.14, 0.26, 0.5, 0.62, 0.86)
	},
	ui.CloseIcon: func(p pen) {
		stroke(p, 0.055, 0.24, 0.24, 0.76, 0.76)
		stroke(p, 0.055, 0.76, 0.24, 0.24, 0.76)
	},
	// Two sliders: what can be set.
	ui.SettingsIcon: func(p pen) {
		stroke(p, 0.05, 0.08, 0.3, 0.49, 0.3)
		stroke(p, 0.05, 0.77, 0.3, 0.92, 0.3)
		circle(p, 0.63, 0.3, 0.17, 1)
		circle(p, 0.63, 0.3, 0.08, -1)
		stroke(p, 0.05, 0.08, 0.7, 0.23, 0.7)
		stroke(p, 0.05, 0.51, 0.7, 0.92, 0.7)
		circle(p, 0.37, 0.7, 0.17, 1)
		circle(p, 0.37, 0.7, 0.08, -1)
	},
}

// speaker is what stands for sound.
func speaker(p pen) {
	p.move(0.06, 0.38)
	p.line(0.22, 0.38)
	p.line(0.44, 0.16)
	p.cube(0.47, 0.13, 0.52, 0.15, 0.52, 0.2)
	p.line(0.52, 0.8)
	p.cube(0.52, 0.85, 0.47, 0.87, 0.44, 0.84)
	p.line(0.22, 0.62)
	p.line(0.06, 0.62)
	p.cube(0.03, 0.62, 0.02, 0.6, 0.02, 0.58)
	p.line(0.02, 0.42)
	p.cube(0.02, 0.4, 0.03, 0.38, 0.06, 0.38)
	p.close()
}

// bow is a part of a circle's line, clockwise from one share of the turn to another, 0 at the top.
func bow(p pen, x, y, r, from, to float64) {
	const steps = 8
	var points []float32
	for i := range steps + 1 {
		sin, cos := math.Sincos(2 * math.Pi * (from + (to-from)*float64(i)/steps))
		points = append(points, float32(x+r*sin), float32(y-r*cos))
	}
	stroke(p, 0.05, points...)
}

// holeBox cuts a box with round corners out of another: it runs the other way round.
func holeBox(p pen, x0, y0, x1, y1, r float32) {
	k := r * (1 - kappa)
	p.move(x0+r, y0)
	p.cube(x0+k, y0, x0, y0+k, x0, y0+r)
	p.line(x0, y1-r)
	p.cube(x0, y1-k, x0+k, y1, x0+r, y1)
	p.line(x1-r, y1)
	p.cube(x1-k, y1, x1, y1-k, x1, y1-r)
	p.line(x1, y0+r)
	p.cube(x1, y0+k, x1-k, y0, x1-r, y0)
	p.close()
}

// kappa is the length of a cubic's handles that makes it a quarter of a circle.
const kappa = 0.5523

func roundBox(p pen, x0, y0, x1, y1, r float32) {
	k := r * (1 - kappa)
	p.move(x0+r, y0)
	p.line(x1-r, y0)
	p.cube(x1-k, y0, x1, y0+k, x1, y0+r)
	p.line(x1, y1-r)
	p.cube(x1, y1-k, x1-k, y1, x1-r, y1)
	p.line(x0+r, y1)
	p.cube(x0+k, y1, x0, y1-k, x0, y1-r)
	p.line(x0, y0+r)
	p.cube(x0, y0+k, x0+k, y0, x0+r, y0)
	p.close()
}

// circle runs clockwise for way 1, the other way for -1.
func circle(p pen, x, y, r, way float32) {
	k := r * kappa
	p.move(x, y-r)
	p.cube(x+way*k, y-r, x+way*r, y-k, x+way*r, y)
	p.cube(x+way*r, y+k, x+way*k, y+r, x, y+r)
	p.cube(x-way*k, y+r, x-way*r, y+k, x-way*r, y)
	p.cube(x-way*r, y-k, x-way*k, y-r, x, y-r)
	p.close()
}

// heart is one of a size, 1 for the whole square, about its middle; a negative one is mirrored.
func heart(p pen, size float32) {
	high := max(size, -size)
	x := func(at float32) float32 { return 0.5 + (at-0.5)*size }
	y := func(at float32) float32 { return 0.46 + (at-0.46)*high }
	cube := func(a, b, c, d, e, f float32) { p.cube(x(a), y(b), x(c), y(d), x(e), y(f)) }
	p.move(x(0.5), y(0.95))
	cube(0.2, 0.72, 0, 0.55, 0, 0.31)
	cube(0, 0.14, 0.13, 0.05, 0.26, 0.05)
	cube(0.37, 0.05, 0.46, 0.11, 0.5, 0.2)
	cube(0.54, 0.11, 0.63, 0.05, 0.74, 0.05)
	cube(0.87, 0.05, 1, 0.14, 1, 0.31)
	cube(1, 0.55, 0.8, 0.72, 0.5, 0.95)
	p.close()
}

// stroke draws a line of half thickness h through the points, with round ends and corners: every part runs the same
// way round, so that where they overlap nothing is cut out.
func stroke(p pen, h float32, points ...float32) {
	for i := 0; i+1 < len(points); i += 2 {
		circle(p, points[i], points[i+1], h, 1)
		if i+3 >= len(points) {
			continue
		}
		dx, dy := points[i+2]-points[i], points[i+3]-points[i+1]
		length := float32(math.Hypot(float64(dx), float64(dy)))
		nx, ny := -dy/length*h, dx/length*h
		p.move(points[i]-nx, points[i+1]-ny)
		p.line(points[i+2]-nx, points[i+3]-ny)
		p.line(points[i+2]+nx, points[i+3]+ny)
		p.line(points[i]+nx, points[i+1]+ny)
		p.close()
	}
}

func (p *Painter) icon(i ui.Icon, r ui.Rect, ink ui.Token, opacity float64) {
	side := int(math.Round(min(r.W, r.H) * p.state.Ratio))
	if side <= 0 {
		return
	}
	m, ok := p.atlas.Shape(i.String(), side, side, func(z *vector.Rasterizer) { paths[i](pen{z, float32(side)}) })
	if !ok {
		p.full = true
		return
	}
	cx, cy := r.Center()
	p.mask(m, math.Round(cx*p.state.Ratio-float64(side)/2), math.Round(cy*p.state.Ratio-float64(side)/2), ink, opacity)
}
