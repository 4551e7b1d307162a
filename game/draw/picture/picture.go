// Package picture paints screens into pictures, for tests and for the gallery, writes them, and tells by how much two of
// them differ.
package picture

import (
	"bufio"
	"image"
	"image/png"
	"math"
	"os"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/game/draw"
	"houselights/game/ui"
)

// Paint returns what the painter makes of a screen. The engine must run: see package xvfb.
func Paint(painter *draw.Painter, screen *ui.Screen, state draw.State) *image.NRGBA {
	canvas := ebiten.NewImage(int(screen.Frame.W*state.Ratio), int(screen.Frame.H*state.Ratio))
	defer canvas.Deallocate()
	painter.Paint(canvas, screen, state)
	img := image.NewNRGBA(canvas.Bounds())
	// The scenery covers everything, so premultiplied and straight are the same.
	canvas.ReadPixels(img.Pix)
	return img
}

// Write writes a picture to a file, as PNG: soon, and not small.
func Write(path string, img image.Image) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(w, img); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

// A pixel counts as another one when a colour is more than this apart, of 255.
const tolerance = 24

// Differing is the share of pixels with a colour that is another one: of the whole picture, and of the square of 16 × 16
// where it is largest. Both pictures are of one size.
func Differing(a, b *image.NRGBA) (all, worst float64) {
	const side = 16
	squares := map[image.Point]int{}
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for c := i; c < i+3; c++ {
			if math.Abs(float64(a.Pix[c])-float64(b.Pix[c])) > tolerance {
				n++
				squares[image.Pt(i%a.Stride/4/side, i/a.Stride/side)]++
				break
			}
		}
	}
	for _, count := range squares {
		worst = max(worst, float64(count)/(side*side))
	}
	return float64(4*n) / float64(len(a.Pix)), worst
}
