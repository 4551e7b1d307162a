//go:build !js

package draw_test

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/draw"
	"houselights/game/scenes"
	"houselights/game/ui"
)

// sight is a scene as it is looked at.
type sight struct {
	scene, theme, accent string
	w, h                 int // CSS pixels, which are device pixels here
	text                 int // per cent; 0 is 100
}

func (g sight) String() string {
	name := fmt.Sprintf("%s %s %dx%d", g.scene, g.theme, g.w, g.h)
	if g.accent != "" {
		name += " " + g.accent
	}
	if g.text != 0 {
		name += fmt.Sprintf(" text %d%%", g.text)
	}
	return name
}

// sights are every scene wide, the main ones in every shape and with letters twice as large, and a wall.
func sights(t *testing.T) []sight {
	all, err := scenes.All()
	require.NoError(t, err)
	var list []sight
	for _, theme := range []string{"dark", "light"} {
		for _, s := range all {
			list = append(list, sight{scene: s.Name, theme: theme, w: 720, h: 480})
		}
		for _, scene := range mainScenes {
			for _, size := range [][2]int{{360, 640}, {480, 480}, {720, 120}, {320, 240}} {
				list = append(list, sight{scene: scene, theme: theme, w: size[0], h: size[1]})
			}
			list = append(list, sight{scene: scene, theme: theme, w: 360, h: 640, text: 200})
		}
		list = append(list, sight{scene: "results", theme: theme, w: 1920, h: 1080}, sight{scene: "home-reported", theme: theme, w: 1080, h: 1920})
	}
	for _, scene := range mainScenes {
		list = append(list, accented(scene)...)
	}
	return list
}

// mainScenes have between them all there is: full and calm scenery, an open ring, each kind of card, chip, button and sign.
var mainScenes = []string{"home-reported", "home-now", "countdown", "modes-known", "question-second", "question-several", "question-number", "reveal-wrong",
	"reveal-several", "results", "settings"}

// accented is a scene with the colours of a page's own that are nearest to the sky: those of fit in game/ui whose lightness is at the
// limit, the least and the most luminous of all and two of other hues.
func accented(scene string) []sight {
	var list []sight
	for _, accent := range []string{"#f096ff", "#ffa596", "#5ae100"} {
		list = append(list, sight{scene: scene, theme: "dark", accent: accent, w: 720, h: 480})
	}
	for _, accent := range []string{"#b40f2d", "#0f781e", "#0f3cff"} {
		list = append(list, sight{scene: scene, theme: "light", accent: accent, w: 720, h: 480})
	}
	return list
}

// TestContrast holds words, icons, edges, rings and sliders of all sights.
func TestContrast(t *testing.T) {
	e := newEye(t)
	var all findings
	for _, g := range sights(t) {
		s := e.screen(g)
		for _, offset := range offsets(s) {
			l := e.look(g, s, draw.State{Offset: offset})
			all = append(all, e.words(l)...)
			all = append(all, e.edges(l)...)
			all = append(all, e.rings(l)...)
		}
	}
	require.Greater(t, len(all), 5000)
	all.report(t)
}

// TestEyeSeesWhatIsPainted checks the measure itself: where a letter covers a pixel, the painted one has the colour that is
// reckoned with.
func TestEyeSeesWhatIsPainted(t *testing.T) {
	e := newEye(t)
	for _, g := range []sight{{scene: "home-now", theme: "dark", w: 720, h: 480}, {scene: "reveal-wrong", theme: "dark", w: 720, h: 480},
		{scene: "reveal-wrong", theme: "light", w: 360, h: 640, text: 200}, {scene: "results", theme: "light", w: 480, h: 480}} {
		s := e.screen(g)
		l := e.look(g, s, draw.State{})
		painted := e.shot(e.bare, s, draw.State{})
		seen, off := 0, 0
		for _, p := range e.parts(s, 0) {
			r := p.at.Intersect(l.in)
			for i := range r.Dx() * r.Dy() {
				x, y := r.Min.X+i%r.Dx(), r.Min.Y+i/r.Dx()
				if p.Look.Ink == ui.None || l.marks.NRGBAAt(x, y).R != 255 {
					continue
				}
				seen++
				want, got := laid(s.Theme.Color(p.Look.Ink), p.opacity, l.bare.NRGBAAt(x, y)), painted.NRGBAAt(x, y)
				if max(int(want.R)-int(got.R), int(got.R)-int(want.R), int(want.G)-int(got.G), int(got.G)-int(want.G), int(want.B)-int(got.B), int(got.B)-int(want.B)) > 3 {
					off++
				}
			}
		}
		assert.Greater(t, seen, 1000, "%v", g)
		assert.Less(t, off, seen/100, "%v", g)
	}
}

// edges finds how far edges stand out from what lies around them. A plain border is decoration: the words in its card would do
// without. All others say something (chosen, right, wrong, here is a box to tick) and are held against the page outside, as that
// sets a card apart from those beside it, and against the fill inside. A main button has no edge: there it is the fill's own.
func (e eye) edges(l look) findings {
	var all findings
	painted, frame, offset := l.bare, l.in, l.state.Offset
	for _, p := range e.parts(l.screen, offset) {
		k := p.Look
		radius := int(math.Ceil(min(k.Radius, p.Rect.W/2, p.Rect.H/2)))
		plain := k.Border == ui.None || k.Border == ui.CardEdge || k.Border == ui.QuietEdge
		if plain && k.FillTo == ui.None {
			continue
		}
		// The straight parts of the sides, where there are any, without the row of pixels that is half inside.
		var outside, inside findings
		hold := func(x, y, dx, dy int) {
			edge, out, in := image.Pt(x, y), image.Pt(x-2*dx, y-2*dy), image.Pt(x+(int(k.Width)+3)*dx, y+(int(k.Width)+3)*dy)
			if edge.In(frame) && out.In(frame) {
				outside = append(outside, finding{ratio: contrast(painted.NRGBAAt(edge.X, edge.Y), painted.NRGBAAt(out.X, out.Y)), at: edge})
			}
			if edge.In(frame) && in.In(frame) {
				inside = append(inside, finding{ratio: contrast(painted.NRGBAAt(edge.X, edge.Y), painted.NRGBAAt(in.X, in.Y)), at: edge})
			}
		}
		r := image.Rect(int(math.Round(p.Rect.X)), int(math.Round(p.Rect.Y-offset)), int(math.Round(p.Rect.Right())), int(math.Round(p.Rect.Bottom()-offset)))
		for x := r.Min.X + radius; x < r.Max.X-radius; x++ {
			hold(x, r.Min.Y, 0, 1)
			hold(x, r.Max.Y-1, 0, -1)
		}
		for y := r.Min.Y + radius; y < r.Max.Y-radius; y++ {
			hold(r.Min.X, y, 1, 0)
			hold(r.Max.X-1, y, -1, 0)
		}
		add := func(pixels findings, side string) {
			if len(pixels) > 0 {
				f := pixels.worst(0.03) // a star beside a short edge hides none of it
				f.least, f.where, f.what = 3, l.String(), p.String()+" edge against what lies "+side
				all = append(all, f)
			}
		}
		add(outside, "outside")
		if !plain {
			add(inside, "inside")
		}
	}
	return all
}

// rings finds how far the arc of each ring stands out from the disc inside it, from the rest of its circle, which tells how far it
// has come, and from the sky as it is without the corona, which is the ring's own light. The bead is held against the arc behind
// it or the circle before it: one of them shows where it is. Of a slider, the lit part and the bead's edge are held against what
// lies around.
func (e eye) rings(l look) findings {
	s, painted, offset := l.screen, l.bare, l.state.Offset
	parts := e.parts(l.screen, offset)
	if !slices.ContainsFunc(parts, func(p part) bool { return p.Look.Ring != nil || p.Look.Rail != nil }) {
		return nil
	}
	var all findings
	sky := e.shot(e.bare, without(s, false, func(k ui.Look) ui.Look { k = unmarked(k); k.Ring, k.Rail = nil, nil; return k }), l.state)
	for _, p := range parts {
		found := map[string]findings{}
		hold := func(what string, at image.Point, ratio float64) {
			if at.In(painted.Bounds()) {
				found[what] = append(found[what], finding{ratio: ratio, at: at})
			}
		}
		cx, cy := p.Rect.Center()
		cy -= offset
		switch {
		case p.Look.Ring != nil:
			k := p.Look.Ring
			ink := s.Theme.Color(ui.RingInk)
			if k.Warm {
				ink = s.Theme.Color(ui.RingWarm)
			}
			thick := p.Rect.W * k.Thick
			line := p.Rect.W/2 - thick/2
			point := func(turn, radius float64) image.Point {
				sin, cos := math.Sincos(2 * math.Pi * turn)
				return image.Pt(int(math.Floor(cx+radius*sin)), int(math.Floor(cy-radius*cos)))
			}
			at := func(img *image.NRGBA, p image.Point) color.NRGBA { return img.NRGBAAt(p.X, p.Y) }
			unlit := line - 0.3*thick // the half of the circle that lies on the disc: the other one is in the corona's light
			bead := thick / line      // as a part of a turn, with some of its light
			for turn := bead; turn < k.Fraction-bead; turn += 0.002 {
				on, in := point(turn, line), point(turn, line-thick/2-2)
				if !in.In(painted.Bounds()) {
					continue
				}
				hold("ring against the disc", on, contrast(ink, at(painted, in)))
				hold("ring against the sky", on, contrast(ink, at(sky, on)))
			}
			for turn := k.Fraction + bead; turn < 1-bead; turn += 0.002 {
				on := point(turn, unlit)
				hold("ring against the rest of its circle", on, contrast(ink, at(painted, on)))
			}
			if end := point(k.Fraction, line); !k.Open && k.Fraction < 1 {
				ahead := point(k.Fraction+2*bead, unlit)
				hold("bead against its ring or the rest of the circle", end, max(contrast(s.Theme.Color(ui.Bead), ink), contrast(s.Theme.Color(ui.Bead), at(painted, ahead))))
			}
		case p.Look.Rail != nil:
			left, run := p.Rect.X+p.Rect.H/2, p.Rect.W-p.Rect.H
			bead := left + run*p.Look.Rail.Fraction
			ink := s.Theme.Color(ui.RingInk)
			for x := left; x < left+run; x++ {
				on, above := image.Pt(int(x), int(cy)), image.Pt(int(x), int(cy-p.Rect.H/7))
				switch {
				case x < bead-p.Rect.H/2:
					hold("slider's lit part against what lies around", on, contrast(painted.NRGBAAt(on.X, on.Y), painted.NRGBAAt(above.X, above.Y)))
				case x > bead+p.Rect.H/2:
					hold("slider's lit part against the rest", on, contrast(ink, painted.NRGBAAt(on.X, on.Y)))
				}
			}
			for turn := 0.0; turn < 1; turn += 0.01 {
				sin, cos := math.Sincos(2 * math.Pi * turn)
				on := image.Pt(int(bead+p.Rect.H/4*sin), int(cy-p.Rect.H/4*cos))
				hold("slider's bead against what lies around", on, contrast(ink, sky.NRGBAAt(on.X, on.Y)))
			}
		}
		for what, pixels := range found {
			f := pixels.worst(0.01)
			f.least, f.where, f.what = 3, l.String(), p.of+" "+what
			all = append(all, f)
		}
	}
	return all
}

// TestFocusStandsOut moves the focus over every control: each pixel of the ring that marks it is held against what is there without
// it, and the gap inside it against the ring, as it is the gap that parts the ring from a thing of its own colour.
func TestFocusStandsOut(t *testing.T) {
	e := newEye(t)
	var all findings
	for _, g := range sights(t) {
		if g.w*g.h > 720*480 || g.w == 480 || g.h == 120 || g.text != 0 || g.accent != "" && g.scene != "question-several" && g.scene != "home-now" {
			continue // every control is in what is left
		}
		s := e.screen(g)
		ink := s.Theme.Color(ui.RingInk)
		for _, n := range s.Focusable() {
			offset := s.Reveal(n.Key, 0)
			ring := e.shot(e.shapely, alone(without(s, false, func(k ui.Look) ui.Look { return ui.Look{Radius: k.Radius} }), ui.RingInk), draw.State{Offset: offset, Focus: n.Key})
			after := e.shot(e.bare, without(s, false, unmarked), draw.State{Offset: offset, Focus: n.Key})
			var around, gap findings
			r := image.Rect(int(n.Rect.X), int(n.Rect.Y-offset), int(n.Rect.Right()), int(n.Rect.Bottom()-offset))
			hold := func(from image.Point, in image.Point) { // from outside to inside
				met := false
				for at := from; at.In(ring.Bounds()); at = at.Add(in) {
					on := ring.NRGBAAt(at.X, at.Y).R
					f := finding{ratio: contrast(ink, after.NRGBAAt(at.X, at.Y)), at: at}
					if !met && on < 16 && ring.NRGBAAt(at.X+in.X, at.Y+in.Y).R >= 16 {
						around = append(around, f)
					}
					if met = met || on > 128; met && on < 16 {
						gap = append(gap, f)
						return
					}
				}
			}
			curve := int(math.Ceil(min(n.Look.Radius, n.Rect.W/2, n.Rect.H/2))) // the straight parts show it as well
			for x := r.Min.X + curve; x < r.Max.X-curve; x++ {
				hold(image.Pt(x, max(0, r.Min.Y-9)), image.Pt(0, 1))
				hold(image.Pt(x, min(g.h-1, r.Max.Y+9)), image.Pt(0, -1))
			}
			for y := r.Min.Y + curve; y < r.Max.Y-curve; y++ {
				hold(image.Pt(max(0, r.Min.X-9), y), image.Pt(1, 0))
				hold(image.Pt(min(g.w-1, r.Max.X+9), y), image.Pt(-1, 0))
			}
			for what, pixels := range map[string]findings{"focus ring against what lies around": around, "focus ring against the gap inside it": gap} {
				if len(pixels) == 0 {
					continue
				}
				f := pixels.worst(0.01)
				f.least, f.where, f.what = 3, g.String(), n.Key+" "+what
				all = append(all, f)
			}
		}
	}
	all.report(t)
}

// TestHoverKeepsContrast puts the pointer over each control of the main scenes.
func TestHoverKeepsContrast(t *testing.T) {
	e := newEye(t)
	var all findings
	for _, scene := range mainScenes {
		with := accented(scene)
		for _, g := range []sight{with[0], with[3], {scene: scene, theme: "dark", w: 720, h: 480}, {scene: scene, theme: "light", w: 720, h: 480}} {
			s := e.screen(g)
			for _, n := range s.Focusable() {
				l := e.look(g, s, draw.State{Offset: s.Reveal(n.Key, 0), Hover: n.Key})
				l.in = image.Rect(int(n.Rect.X), int(n.Rect.Y-l.state.Offset), int(n.Rect.Right()), int(n.Rect.Bottom()-l.state.Offset)).Intersect(l.in)
				all = append(all, e.words(l)...)
			}
		}
	}
	require.Greater(t, len(all), 200)
	all.report(t)
}
