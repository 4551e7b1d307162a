//go:build !js

package draw_test

import (
	"image"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/draw"
	"houselights/game/draw/picture"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/ui"
)

// TestNoBands checks that the long gradients of sky, glow, beams and disc are dithered: where one were not, it would come in bands of one colour,
// which the eye sees as steps. Bare scenery and eclipse are painted, and looked at in small squares.
func TestNoBands(t *testing.T) {
	viewer, painter, err := program.Parts()
	require.NoError(t, err)
	all, err := scenes.All()
	require.NoError(t, err)
	home := all[slices.IndexFunc(all, func(s scenes.Scene) bool { return s.Name == "home-reported" })].Model
	for _, theme := range []string{"dark", "light"} {
		for _, scenery := range []ui.Scenery{ui.Festival, ui.Dusk, ui.Night} {
			home.Around.Theme = theme
			screen := viewer.Screen(home, 720, 480)
			screen.Scenery = scenery
			ring := screen.Root.Find("count")
			ring.Children = nil
			screen.Root.Children = []*ui.Node{ring}
			img := picture.Paint(painter, screen, draw.State{Ratio: 2})
			sky := img.SubImage(image.Rect(0, 0, 1440, 780)).(*image.NRGBA) // the hills below are of one colour
			assert.Less(t, flat(sky, 12), 0.01, "%s, scenery %d", theme, scenery)
			x, y := ring.Rect.Center()
			disc := img.SubImage(image.Rect(-150, -150, 150, 150).Add(image.Pt(int(2*x), int(2*y)))).(*image.NRGBA)
			assert.Less(t, flat(disc, 4), 0.04, "%s, disc", theme)
		}
	}
}

// flat is the share of squares, of so many pixels a side, that are of a single colour.
func flat(img *image.NRGBA, side int) float64 {
	same, n := 0, 0
	b := img.Bounds()
	for y := b.Min.Y; y+side <= b.Max.Y; y += side {
		for x := b.Min.X; x+side <= b.Max.X; x += side {
			n++
			if isFlat(img, image.Rect(x, y, x+side, y+side)) {
				same++
			}
		}
	}
	return float64(same) / float64(n)
}

func isFlat(img *image.NRGBA, r image.Rectangle) bool {
	first := img.NRGBAAt(r.Min.X, r.Min.Y)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if img.NRGBAAt(x, y) != first {
				return false
			}
		}
	}
	return true
}
