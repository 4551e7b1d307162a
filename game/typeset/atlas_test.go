package typeset_test

import (
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/vector"

	"houselights/game/typeset"
)

var update = flag.Bool("update", false, "write the golden picture anew")

// glyph returns the character's glyph.
func glyph(f *typeset.Fonts, face typeset.Face, char string) typeset.Glyph {
	return f.Glyphs(style(face), char)[0]
}

// ink returns the mask's coverage at a place of its own.
func ink(a *typeset.Atlas, m typeset.Mask, x, y int) uint8 {
	return a.Page.AlphaAt(m.X+x, m.Y+y).A
}

// centre returns the centre of the mask's ink, in device px from the whole pixel
// of the pen.
func centre(a *typeset.Atlas, m typeset.Mask) (x, y float64) {
	var sum float64
	for j := range m.H {
		for i := range m.W {
			v := float64(ink(a, m, i, j))
			sum += v
			x += v * (float64(i) + 0.5)
			y += v * (float64(j) + 0.5)
		}
	}
	return m.Left + x/sum, m.Top + y/sum
}

func rect(m typeset.Mask) image.Rectangle { return image.Rect(m.X, m.Y, m.X+m.W, m.Y+m.H) }

func TestMaskStandsUpright(t *testing.T) {
	f := load(t)
	a := typeset.NewAtlas(f, 512)
	const ppem = 100
	for _, face := range allFaces {
		t.Run(face.name, func(t *testing.T) {
			mask := func(char string) typeset.Mask {
				g := glyph(f, face.face, char)
				m, ok := a.Glyph(g.Face, g.Index, ppem, 0)
				require.True(t, ok)
				return m
			}
			h := mask("H")
			assert.InDelta(t, -f.Metrics(typeset.Style{Face: face.face, Size: ppem}).CapHeight, h.Top, 1)
			assert.InDelta(t, 0, h.Top+float64(h.H), 1, "H stands on the baseline")
			p := mask("p")
			assert.Greater(t, p.Top+float64(p.H), 15.0, "p hangs below it")
			l := mask("L")
			assert.NotZero(t, ink(a, l, l.W*3/4, l.H-4), "the foot of an L is below")
			assert.Zero(t, ink(a, l, l.W*3/4, l.H/4), "and its head empty")
			o := mask("O")
			assert.Zero(t, ink(a, o, o.W/2, o.H/2), "an O is hollow")
			b := mask("\u2022")
			assert.EqualValues(t, 255, ink(a, b, b.W/2, b.H/2), "a bullet is not")
		})
	}
}

func TestMaskAtQuarterPixels(t *testing.T) {
	f := load(t)
	a := typeset.NewAtlas(f, 512)
	for _, ppem := range []float64{11, 16.5, 40} {
		t.Run(fmt.Sprint(ppem), func(t *testing.T) {
			g := glyph(f, typeset.Medium, "k")
			still, ok := a.Glyph(g.Face, g.Index, ppem, 0)
			require.True(t, ok)
			x0, y0 := centre(a, still)
			for sub := 1; sub < 4; sub++ {
				m, ok := a.Glyph(g.Face, g.Index, ppem, sub)
				require.True(t, ok)
				x, y := centre(a, m)
				assert.InDelta(t, x0+float64(sub)/4, x, 0.06)
				assert.InDelta(t, y0, y, 0.06)
				assert.Equal(t, math.Floor(m.Left), m.Left, "masks lie on whole pixels")
			}
		})
	}
}

func TestSnap(t *testing.T) {
	for _, test := range []struct {
		x, pixel float64
		sub      int
	}{{0, 0, 0}, {7.3, 7, 1}, {7.5, 7, 2}, {7.8, 7, 3}, {7.9, 8, 0}, {-0.1, 0, 0}, {-0.25, -1, 3}, {-3.5, -4, 2}} {
		t.Run(fmt.Sprint(test.x), func(t *testing.T) {
			pixel, sub := typeset.Snap(test.x)
			assert.Equal(t, test.pixel, pixel)
			assert.Equal(t, test.sub, sub)
		})
	}
}

func TestAtlasGlyph(t *testing.T) {
	f := load(t)
	g := glyph(f, typeset.Display, "g")
	for _, test := range []struct {
		name  string
		index typeset.Glyph
		ppem  float64
		drawn bool
	}{
		{"a letter", g, 20, true},
		{"the smallest", g, 1.0 / 64, true},
		{"a space", glyph(f, typeset.Medium, " "), 20, false},
		{"no size", g, 0, false},
		{"negative", g, -20, false},
		{"not a number", g, math.NaN(), false},
		{"beyond the font", typeset.Glyph{Face: typeset.Bold, Index: 60000}, 20, false},
		{"a face out of range", typeset.Glyph{Face: 9, Index: g.Index}, 20, true},
		{"a box", typeset.Glyph{Face: typeset.Medium}, 20, true},
		{"Fraunces' box", typeset.Glyph{Face: typeset.Display}, 20, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := typeset.NewAtlas(f, 64)
			m, ok := a.Glyph(test.index.Face, test.index.Index, test.ppem, 0)
			assert.True(t, ok)
			assert.Equal(t, test.drawn, m.W > 0)
			if test.drawn {
				assert.Equal(t, []image.Rectangle{rect(m)}, a.Dirty())
			} else {
				assert.Empty(t, a.Dirty())
			}
			again, ok := a.Glyph(test.index.Face, test.index.Index, test.ppem, 0)
			assert.True(t, ok)
			assert.Equal(t, m, again)
			assert.Empty(t, a.Dirty(), "the second time it is there already")
		})
	}
	t.Run("sizes a hundredth of a 1/64 apart are one", func(t *testing.T) {
		a := typeset.NewAtlas(f, 64)
		m, _ := a.Glyph(g.Face, g.Index, 20, 0)
		same, _ := a.Glyph(g.Face, g.Index, 20.0001, 0)
		other, _ := a.Glyph(g.Face, g.Index, 20+1.0/64, 0)
		assert.Equal(t, m, same)
		assert.NotEqual(t, m, other)
	})
	t.Run("the box is hollow", func(t *testing.T) {
		a := typeset.NewAtlas(f, 128)
		for _, face := range allFaces {
			m, ok := a.Glyph(face.face, 0, 60, 0)
			require.True(t, ok)
			assert.Zero(t, ink(a, m, m.W/2, m.H/2), face.name)
			assert.NotZero(t, ink(a, m, m.W/2, 1), face.name)
			assert.NotZero(t, ink(a, m, 1, m.H/2), face.name)
		}
	})
}

func TestAtlasLargestGlyphs(t *testing.T) {
	f := load(t)
	g := glyph(f, typeset.Display, "W")
	a := typeset.NewAtlas(f, 1024)
	for _, ppem := range []float64{1500, 1e6, math.Inf(1)} {
		_, ok := a.Glyph(g.Face, g.Index, ppem, 3)
		require.False(t, ok, "%v is too large for the page", ppem)
		assert.Greater(t, a.Need(), 1024)
		assert.Empty(t, a.Dirty())
	}
	a.Reset()
	assert.Zero(t, a.Need())
	_, ok := a.Glyph(g.Face, g.Index, 1500, 3)
	require.False(t, ok)
	a.Resize(a.Need())
	assert.Empty(t, a.Dirty(), "the new page is empty, and so is a new texture")
	m, ok := a.Glyph(g.Face, g.Index, 1500, 3)
	require.True(t, ok, "the page was made as large as Need said")
	assert.Greater(t, m.W, 1200)
	assert.Zero(t, a.Need())
	// The curves join: the ink's edge rows and columns are reached, so nothing is cut off.
	x, y := centre(a, m)
	small := typeset.NewAtlas(f, 1024)
	half, ok := small.Glyph(g.Face, g.Index, 750, 0)
	require.True(t, ok)
	hx, hy := centre(small, half)
	assert.InDelta(t, 2*hx+0.75, x, 0.6)
	assert.InDelta(t, 2*hy, y, 0.6)
}

// Masks never touch, lie on the page with an empty border, and every change is
// reported: a copy kept up to date by Dirty alone stays the same as the page.
func TestAtlasPage(t *testing.T) {
	f := load(t)
	const side = 256
	a := typeset.NewAtlas(f, side)
	assert.Empty(t, a.Dirty(), "a new page is empty, and so is a new texture")
	screen := image.NewAlpha(a.Page.Rect)
	masks := map[image.Rectangle]bool{}
	resets := 0
	check := func() {
		for _, d := range a.Dirty() {
			require.True(t, d.In(a.Page.Rect))
			draw.Draw(screen, d, a.Page, d.Min, draw.Src)
		}
		require.Equal(t, a.Page.Pix, screen.Pix)
		owner := image.NewAlpha(a.Page.Rect)
		for m := range masks {
			border := m.Inset(-1)
			require.True(t, border.In(a.Page.Rect), "%v has no border", m)
			for y := border.Min.Y; y < border.Max.Y; y++ {
				for x := border.Min.X; x < border.Max.X; x++ {
					if image.Pt(x, y).In(m) {
						require.Zero(t, owner.AlphaAt(x, y).A, "masks overlap")
						owner.SetAlpha(x, y, color.Alpha{A: 1})
					} else {
						require.Zero(t, a.Page.AlphaAt(x, y).A, "the border of %v", m)
					}
				}
			}
		}
	}
	disc := func(z *vector.Rasterizer) { circle(z, float32(z.Size().X)/2) }
	for i, text := range []string{latin, vietnamese, spanish + punctuation} {
		for _, ppem := range []float64{9, 13.25, 24, 31, 60} {
			for j, g := range f.Glyphs(style(typeset.Face(i)), text) {
				m, ok := a.Glyph(g.Face, g.Index, ppem, j%4)
				if ok && j%9 == 0 && m.W > 0 {
					masks[rect(m)] = true
					m, ok = a.Shape("disc", int(ppem)+j, int(ppem)+j, disc)
				}
				if !ok {
					require.Zero(t, a.Need())
					check()
					a.Reset()
					clear(masks)
					resets++
					m, ok = a.Glyph(g.Face, g.Index, ppem, j%4)
					require.True(t, ok, "there is room on an empty page")
				}
				if m.W > 0 {
					masks[rect(m)] = true
				}
			}
			check()
		}
	}
	require.NotZero(t, resets, "the page never filled")
	a.Reset()
	clear(masks)
	check()
	assert.Equal(t, make([]uint8, side*side), a.Page.Pix, "an empty page")
	g := glyph(f, typeset.Bold, "a")
	first, ok := a.Glyph(g.Face, g.Index, 12, 0)
	require.True(t, ok)
	assert.Equal(t, image.Pt(1, 1), rect(first).Min)
}

// A page that is filled with letters of a screen is well filled.
func TestAtlasWastesLittle(t *testing.T) {
	f := load(t)
	a := typeset.NewAtlas(f, 512)
	area := 0
	full := false
	for _, ppem := range []float64{14, 17, 20.5, 28, 40, 48, 64} {
		for sub := range 4 {
			for _, g := range f.Glyphs(style(typeset.Display), latin+vietnamese) {
				m, ok := a.Glyph(g.Face, g.Index, ppem, sub)
				if !ok {
					full = true
					break
				}
				area += (m.W + 1) * (m.H + 1)
			}
		}
	}
	require.True(t, full)
	assert.Greater(t, float64(area)/(512*512), 0.75)
}

func TestAtlasShape(t *testing.T) {
	f := load(t)
	a := typeset.NewAtlas(f, 256)
	calls := 0
	disc := func(z *vector.Rasterizer) {
		calls++
		circle(z, float32(z.Size().X)/2)
	}
	m, ok := a.Shape("disc", 100, 100, disc)
	require.True(t, ok)
	assert.Equal(t, m, shape(t, a, "disc", 100, 100, disc))
	assert.Equal(t, 1, calls, "kept by key and size")
	assert.NotEqual(t, m, shape(t, a, "disc", 50, 50, disc))
	assert.NotEqual(t, m, shape(t, a, "other", 100, 100, disc))
	assert.Equal(t, 3, calls)
	assert.Zero(t, m.Left)
	assert.Zero(t, m.Top)
	var sum float64
	for y := range 100 {
		for x := range 100 {
			sum += float64(ink(a, m, x, y)) / 255
		}
	}
	assert.InDelta(t, math.Pi*50*50, sum, 45, "the area of a disc of cubic curves, a little less for its chords")
	empty, ok := a.Shape("none", 0, 10, disc)
	assert.True(t, ok)
	assert.Zero(t, empty.W)
	_, ok = a.Shape("large", 300, 10, disc)
	assert.False(t, ok)
	assert.Equal(t, 302, a.Need())
	for _, side := range []int{0, -5, 1} {
		a.Resize(side)
		_, ok = a.Shape("disc", 10, 10, disc)
		assert.False(t, ok)
		assert.Equal(t, 12, a.Need())
	}
	t.Run("a path beyond its bounds stays within the mask", func(t *testing.T) {
		a := typeset.NewAtlas(f, 64)
		m := shape(t, a, "wide", 10, 10, func(z *vector.Rasterizer) {
			z.MoveTo(-20, -20)
			z.LineTo(40, -20)
			z.LineTo(40, 40)
			z.LineTo(-20, 40)
			z.ClosePath()
		})
		for y := range 64 {
			for x := range 64 {
				inside := image.Pt(x, y).In(rect(m))
				require.Equal(t, inside, a.Page.AlphaAt(x, y).A == 255, "%d,%d", x, y)
			}
		}
	})
}

func shape(t *testing.T, a *typeset.Atlas, key string, w, h int, path func(*vector.Rasterizer)) typeset.Mask {
	t.Helper()
	m, ok := a.Shape(key, w, h, path)
	require.True(t, ok)
	return m
}

// circle draws a circle that fills a square of side 2r, of four cubic curves.
func circle(z *vector.Rasterizer, r float32) {
	const k = 0.5523
	z.MoveTo(2*r, r)
	z.CubeTo(2*r, r+k*r, r+k*r, 2*r, r, 2*r)
	z.CubeTo(r-k*r, 2*r, 0, r+k*r, 0, r)
	z.CubeTo(0, r-k*r, r-k*r, 0, r, 0)
	z.CubeTo(r+k*r, 0, 2*r, r-k*r, 2*r, r)
	z.ClosePath()
}

// set draws a text through the atlas, the way a screen does: pen at x, baseline
// at y, in device px.
func set(t *testing.T, dst *image.Gray, a *typeset.Atlas, f *typeset.Fonts, s typeset.Style, text string, x, y, ratio float64) {
	t.Helper()
	for _, g := range f.Glyphs(s, text) {
		pixel, sub := typeset.Snap(x + g.X*ratio)
		m, ok := a.Glyph(g.Face, g.Index, s.Size*ratio, sub)
		require.True(t, ok, "the page is full")
		at := image.Pt(int(pixel+m.Left), int(math.Round(y)+m.Top))
		draw.DrawMask(dst, image.Rectangle{Min: at, Max: at.Add(image.Pt(m.W, m.H))}, image.Black, image.Point{},
			a.Page, image.Pt(m.X, m.Y), draw.Over)
	}
}

// The picture differs by a little between machines: fused multiplication rounds
// otherwise.
const tolerance = 3

func TestGoldenPicture(t *testing.T) {
	f := load(t)
	a := typeset.NewAtlas(f, 512)
	got := image.NewGray(image.Rect(0, 0, 300, 150))
	draw.Draw(got, got.Rect, image.White, image.Point{}, draw.Src)
	for _, line := range []struct {
		style typeset.Style
		text  string
		y     float64
	}{
		{typeset.Style{Face: typeset.Display, Size: 24}, "ẪỀỖ “AVTo” gÝỵ", 42},
		{typeset.Style{Face: typeset.Medium, Size: 15}, "Tờ sử, quả 5′ 字 x\u0302", 76},
		{typeset.Style{Face: typeset.Bold, Size: 15, Tabular: true}, "11:10 ¿Qué? €×", 106},
		{typeset.Style{Face: typeset.Bold, Size: 9, Tracking: 0.12}, "HOUSE LIGHTS", 134},
	} {
		set(t, got, a, f, line.style, line.text, 8.4, line.y, 1.5)
	}

	path := filepath.Join("testdata", "picture.png")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		file, err := os.Create(path)
		require.NoError(t, err)
		require.NoError(t, png.Encode(file, got))
		require.NoError(t, file.Close())
	}
	file, err := os.Open(path)
	require.NoError(t, err, "make it with: go test ./game/typeset -update")
	defer file.Close()
	decoded, err := png.Decode(file)
	require.NoError(t, err)
	want, ok := decoded.(*image.Gray)
	require.True(t, ok, "%s is not grey", path)
	require.Equal(t, want.Rect, got.Rect)
	for i := range want.Pix {
		if d := int(want.Pix[i]) - int(got.Pix[i]); d > tolerance || d < -tolerance {
			t.Fatalf("the picture differs at %d,%d by %d: if it should, go test ./game/typeset -update",
				i%want.Stride, i/want.Stride, d)
		}
	}
}

func BenchmarkAtlas(b *testing.B) {
	f := load(b)
	a := typeset.NewAtlas(f, 2048)
	for _, test := range []struct {
		name string
		ppem float64
	}{{"Draw24", 24}, {"Draw200", 200}, {"Draw1500", 1500}} {
		b.Run(test.name, func(b *testing.B) {
			b.ReportAllocs()
			g := glyph(f, typeset.Display, "ẵ")
			for b.Loop() {
				a.Glyph(g.Face, g.Index, test.ppem, 0)
				a.Reset()
			}
		})
	}
	b.Run("Kept", func(b *testing.B) {
		g := glyph(f, typeset.Display, "ẵ")
		for b.Loop() {
			a.Glyph(g.Face, g.Index, 24, 0)
		}
	})
}
