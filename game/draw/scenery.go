package draw

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/game/ui"
)

// scenery keeps the pictures of the place that were painted last: one for each scenery.
type scenery struct {
	shader *ebiten.Shader
	kept   [ui.Night + 1]*ebiten.Image
	of     [ui.Night + 1]sceneryKey
	view   sceneryView // of the frame
}

// sceneryView is what of the scenery a frame shows: one picture and, while it comes, below it the one that goes.
type sceneryView struct {
	shown, gone *ebiten.Image // gone is nil for none
	come        float64       // 0 to 1
}

type sceneryKey struct {
	size  image.Point
	theme string
	ratio float64
}

// lamps stand on the hills: place, foot and where the middle of the beam leaves the picture, as shares of the size.
var lamps = [4][3]float64{{0.12, 0.84, 0.305}, {0.26, 0.84, 0.3}, {0.74, 0.84, 0.7}, {0.88, 0.84, 0.695}}

// setScenery sets the picture of the place for a canvas of the size; it is painted when it is first asked for.
func (p *Painter) setScenery(size image.Point, screen *ui.Screen) {
	s, slot := &p.scenery, screen.Scenery
	key := sceneryKey{size, p.theme.Name, p.state.Ratio}
	for i, kept := range s.kept {
		if kept != nil && s.of[i] != key {
			kept.Deallocate() // the others too: they are of no more use, and large
			s.kept[i] = nil
		}
	}
	if s.kept[slot] == nil {
		s.kept[slot], s.of[slot] = p.landscape(size, screen), key
	}
	s.view = sceneryView{shown: s.kept[slot], come: 1}
	if f := p.state.Motion; f.Scenery() < 1 && f.Gone() != slot && s.kept[f.Gone()] != nil {
		s.view.gone, s.view.come = s.kept[f.Gone()], f.Scenery()
	}
}

// showScenery paints the scenery.
func (p *Painter) showScenery(dst Canvas) {
	v := &p.scenery.view
	if v.gone == nil {
		dst.DrawImage(v.shown, &p.copying)
		return
	}
	dst.DrawImage(v.gone, &p.copying)
	p.moved.GeoM.Reset()
	p.moved.ColorScale.Reset()
	p.moved.ColorScale.ScaleAlpha(float32(v.come))
	dst.DrawImage(v.shown, &p.moved)
}

// beams adds the light of the lamps.
func (p *Painter) beams(screen *ui.Screen) {
	f := p.state.Motion
	seen := 0.0
	v := &p.scenery.view
	switch {
	case screen.Scenery == ui.Festival:
		seen = v.come
	case v.gone == nil || f.Gone() != ui.Festival:
		return
	default:
		seen = 1 - v.come
	}
	w, h := float64(p.size.X), float64(p.size.Y)
	for i, l := range lamps {
		p.beam(l[0]*w, (l[1]+low(ui.Festival, screen.Frame.Shape()))*h, (l[2]+f.Sway(i))*w, 0.094*h, seen)
	}
}

// landscape paints the picture of the place.
func (p *Painter) landscape(size image.Point, screen *ui.Screen) *ebiten.Image {
	img := newPicture(size)
	calm := float32(0)
	if screen.Scenery == ui.Night {
		calm = 1
	}
	t := &p.theme
	img.DrawRectShader(size.X, size.Y, p.scenery.shader, &ebiten.DrawRectShaderOptions{Uniforms: map[string]any{
		"Size":  []float32{float32(size.X), float32(size.Y)},
		"SkyIn": straight(t, ui.SkyIn), "SkyMid": straight(t, ui.SkyMid), "SkyOut": straight(t, ui.SkyOut), "Horizon": straight(t, ui.Horizon),
		"Far": straight(t, ui.HillFar), "Mid": straight(t, ui.HillMid), "Near": straight(t, ui.HillNear),
		"Calm": calm, "Low": float32(low(screen.Scenery, screen.Frame.Shape())),
	}})
	if screen.Scenery == ui.Festival {
		p.sparkle(img, screen)
	}
	return img
}

// low is how far hills and lamps lie below their place, as a share of the height: below what is to be read.
func low(s ui.Scenery, shape ui.Shape) float64 {
	switch {
	case s == ui.Night:
		return 0.1
	case s == ui.Dusk:
		return 0.06
	case shape == ui.Strip:
		return 0.05
	default:
		return 0
	}
}

func straight(t *ui.Theme, k ui.Token) []float32 {
	c := t.Color(k)
	return []float32{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255, float32(c.A) / 255}
}

// sparkle paints stars and lamps into the picture. The stars are always the same: their places come from a fixed row of
// numbers.
func (p *Painter) sparkle(img *ebiten.Image, screen *ui.Screen) {
	p.vertices = p.vertices[:0]
	unit, w, h := screen.Frame.Scale(), screen.Frame.W, screen.Frame.H
	number := uint32(7)
	next := func() float64 {
		number = number*1664525 + 1013904223
		return float64(number>>8) / (1 << 24)
	}
	dot := func(x, y, r float64, ink color.NRGBA, opacity float64) {
		p.shape(ui.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r}, 1, quad{top: ink, foot: ink, opacity: opacity, c: r * p.state.Ratio, kind: fillKind})
	}
	const stars = 70
	for range stars {
		x, y, size, glow := next(), next(), next(), next()
		dot(x*w, y*h*0.82, (0.5+1.1*size*size)*unit, p.theme.Color(ui.StarDust), 0.25+0.75*glow)
	}
	lamp := 2.8 * unit
	if screen.Frame.Shape() == ui.Strip {
		lamp /= 2
	}
	for _, l := range lamps {
		dot(l[0]*w, (l[1]+low(ui.Festival, screen.Frame.Shape()))*h, lamp, p.theme.Color(ui.Lamp), 1)
	}
	p.flush(img, p.vertices)
}
