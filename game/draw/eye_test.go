//go:build !js

package draw_test

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/require"

	"houselights/game/draw"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/typeset"
	"houselights/game/ui"
	"houselights/game/view"
)

// eye sees the painted screens. Nothing of the painter is known here: what is behind a thing is seen by leaving the thing out of
// the tree, and where it is by painting it alone, white on black.
type eye struct {
	viewer        view.Viewer
	scenes        map[string]scenes.Scene
	bare, shapely *draw.Painter
	canvases      map[image.Point]*ebiten.Image
}

func newEye(t *testing.T) eye {
	viewer, bare, err := program.Parts()
	require.NoError(t, err)
	_, shapely, err := program.Parts()
	require.NoError(t, err)
	all, err := scenes.All()
	require.NoError(t, err)
	e := eye{viewer, map[string]scenes.Scene{}, bare, shapely, map[image.Point]*ebiten.Image{}}
	for _, s := range all {
		e.scenes[s.Name] = s
	}
	return e
}

func (e eye) screen(g sight) *ui.Screen {
	m := e.scenes[g.scene].Model
	m.Around.Theme, m.Around.Lang = g.theme, "en"
	m.Around.AccentDark, m.Around.AccentLight = g.accent, g.accent
	m.Saved.Settings.Text = g.text
	return e.viewer.Screen(m, float64(g.w), float64(g.h))
}

// without is the screen with every look changed, and without its letters where words is false.
func without(s *ui.Screen, words bool, change func(ui.Look) ui.Look) *ui.Screen {
	var copied func(*ui.Node) *ui.Node
	copied = func(n *ui.Node) *ui.Node {
		c := *n
		c.Look = change(n.Look)
		if !words {
			c.Text.Lines = nil
		}
		c.Children = nil
		for _, child := range n.Children {
			c.Children = append(c.Children, copied(child))
		}
		return &c
	}
	other := *s
	other.Root = copied(s.Root)
	return &other
}

// alone is the screen in which nothing but a token is seen, white on black.
func alone(s *ui.Screen, seen ...ui.Token) *ui.Screen {
	s.Theme = ui.Theme{Name: s.Theme.Name}
	for _, k := range seen {
		s.Theme.Colors[k] = color.NRGBA{255, 255, 255, 255}
	}
	return s
}

func (e eye) shot(p *draw.Painter, s *ui.Screen, state draw.State) *image.NRGBA {
	size := image.Pt(int(s.Frame.W), int(s.Frame.H))
	canvas := e.canvases[size]
	if canvas == nil {
		canvas = ebiten.NewImageWithOptions(image.Rectangle{Max: size}, &ebiten.NewImageOptions{Unmanaged: true})
		e.canvases[size] = canvas
	}
	state.Ratio = 1
	p.Paint(canvas, s, state)
	img := image.NewNRGBA(canvas.Bounds())
	canvas.ReadPixels(img.Pix)
	return img
}

// offsets are where a screen is scrolled to, so that all of it is seen.
func offsets(s *ui.Screen) []float64 {
	all := []float64{0}
	for c := s.Column(); c != nil && s.Offset(all[len(all)-1]+0.7*c.Rect.H) > all[len(all)-1]; {
		all = append(all, s.Offset(all[len(all)-1]+0.7*c.Rect.H))
	}
	return all
}

// faint is the opacity of what steps back, as it is painted.
func (e eye) faint(theme ui.Theme) float64 {
	s := &ui.Screen{Root: &ui.Node{Look: ui.Look{Fill: ui.Ink, Faint: true}, Rect: ui.Rect{W: 8, H: 8}}, Frame: ui.Frame{W: 8, H: 8}, Theme: theme}
	return float64(e.shot(e.shapely, alone(s, ui.Ink), draw.State{}).NRGBAAt(4, 4).R) / 255
}

// part is a node where it stands on the screen.
type part struct {
	*ui.Node
	at      image.Rectangle
	opacity float64
	of      string // the nearest key
}

func (p part) String() string {
	name := p.of
	if p.Look.Icon != ui.NoIcon {
		name += " " + p.Look.Icon.String()
	}
	if len(p.Text.Lines) > 0 {
		name += fmt.Sprintf(" %.30q", p.Text.String)
	}
	return name
}

func (e eye) parts(s *ui.Screen, offset float64) []part {
	var all []part
	pale := e.faint(s.Theme)
	var walk func(n *ui.Node, dy, opacity float64, key string)
	walk = func(n *ui.Node, dy, opacity float64, key string) {
		if n.Role == ui.Scroll {
			dy += offset
		}
		if n.Look.Faint {
			opacity *= pale
		}
		if n.Key != "" {
			key = n.Key
		}
		r := image.Rect(int(n.Rect.X), int(math.Floor(n.Rect.Y-dy)), int(math.Ceil(n.Rect.Right())), int(math.Ceil(n.Rect.Bottom()-dy)))
		all = append(all, part{n, r, opacity, key})
		for _, c := range n.Children {
			walk(c, dy, opacity, key)
		}
	}
	walk(s.Root, 0, 1, "")
	return all
}

// light is what a channel of so many of 255 gives, 0 to 1.
var light = func() (all [256]float64) {
	for i := range all {
		c := float64(i) / 255
		if all[i] = c / 12.92; c > 0.04045 {
			all[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return all
}()

// contrast is that of WCAG 2.2, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x := 0.2126*light[a.R] + 0.7152*light[a.G] + 0.0722*light[a.B]
	y := 0.2126*light[b.R] + 0.7152*light[b.G] + 0.0722*light[b.B]
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// laid is a colour at an opacity on a pixel.
func laid(c color.NRGBA, opacity float64, on color.NRGBA) color.NRGBA {
	a := opacity * float64(c.A) / 255
	mix := func(b, t uint8) uint8 { return uint8(math.Round(float64(b)*(1-a) + float64(t)*a)) }
	return color.NRGBA{mix(on.R, c.R), mix(on.G, c.G), mix(on.B, c.B), 255}
}

// finding is how far something stands out where it does so least.
type finding struct {
	ratio, least float64
	where, what  string
	at           image.Point
}

// findings are those of the pixels of one thing, or of many things.
type findings []finding

// worst is the least one but for a share of them: a letter is not lost for a pixel.
func (all findings) worst(share float64) finding {
	slices.SortFunc(all, func(a, b finding) int { return cmp.Compare(a.ratio, b.ratio) })
	return all[int(share*float64(len(all)))]
}

// report fails with a table of what stands out too little, the worst first.
func (all findings) report(t *testing.T) {
	slices.SortStableFunc(all, func(a, b finding) int { return cmp.Compare(a.ratio/a.least, b.ratio/b.least) })
	var b strings.Builder
	n := 0
	for _, f := range all {
		if f.ratio >= f.least {
			break
		}
		if n++; n <= 60 {
			fmt.Fprintf(&b, "%5.2f of %.1f  %-45s %s at %d,%d\n", f.ratio, f.least, f.where, f.what, f.at.X, f.at.Y)
		}
	}
	t.Logf("the least of %d: %.2f of %.1f, %s %s", len(all), all[0].ratio, all[0].least, all[0].where, all[0].what)
	if n > 0 {
		t.Errorf("%d of %d stand out too little:\n%s", n, len(all), b.String())
	}
}

// least is the contrast that words must have: look.md and WCAG 2.2 ask less of large ones.
func least(s typeset.Style) float64 {
	if s.Size >= 24 || s.Size >= 18.66 && s.Face == typeset.Bold {
		return 3
	}
	return 4.5
}

// marks are letters and icons alone.
func marks(k ui.Look) ui.Look { return ui.Look{Ink: ui.Ink, Icon: k.Icon} }

// unmarked is everything else.
func unmarked(k ui.Look) ui.Look { k.Icon, k.Under = ui.NoIcon, false; return k }

// look is a part of a screen, as it is without letters and icons, and those alone.
type look struct {
	sight
	screen      *ui.Screen
	state       draw.State
	bare, marks *image.NRGBA
	in          image.Rectangle
}

func (e eye) look(g sight, s *ui.Screen, state draw.State) look {
	l := look{sight: g, screen: s, state: state}
	l.bare = e.shot(e.bare, without(s, false, unmarked), state)
	l.marks = e.shot(e.shapely, alone(without(s, true, marks), ui.Ink), draw.State{Offset: state.Offset})
	l.in = l.bare.Bounds()
	return l
}

// words finds how far each text and icon stands out from what lies behind its pixels.
func (e eye) words(l look) findings {
	var all findings
	for _, p := range e.parts(l.screen, l.state.Offset) {
		need, share := 3.0, 0.05 // a star behind an icon hides no more of it
		if len(p.Text.Lines) > 0 {
			need, share = least(p.Text.Style), 0.01
		} else if p.Look.Icon == ui.NoIcon {
			continue
		}
		ink := l.screen.Theme.Color(p.Look.Ink)
		var pixels findings
		r := p.at.Intersect(l.in)
		for y := r.Min.Y; y < r.Max.Y; y++ {
			for x := r.Min.X; x < r.Max.X; x++ {
				if l.marks.NRGBAAt(x, y).R < 96 {
					continue // its edge, which nobody sees alone
				}
				back := l.bare.NRGBAAt(x, y)
				pixels = append(pixels, finding{ratio: contrast(laid(ink, p.opacity, back), back), at: image.Pt(x, y)})
			}
		}
		if len(pixels) == 0 {
			continue
		}
		f := pixels.worst(share)
		f.least, f.where, f.what = need, l.String(), p.String()
		if l.state.Hover != "" {
			f.what += " under the pointer"
		}
		all = append(all, f)
	}
	return all
}
