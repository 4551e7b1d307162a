package typeset

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/vector"
)

// Atlas is the bounded cache of glyphs and shapes as masks at device pixels, on
// one page of coverage, 0 to 255. Around each mask the page is empty for at least
// 1 px. It is not safe for concurrent use.
//
// When Glyph or Shape returns false, call Reset, or Resize if Need says that the
// page is too small, and draw the frame again: masks from before are void.
type Atlas struct {
	Page *image.Alpha // replaced by Resize only

	fonts   *Fonts
	buf     sfnt.Buffer
	raster  vector.Rasterizer
	glyphs  map[glyphKey]Mask
	shapes  map[shapeKey]Mask
	shelves []shelf
	bottom  int // of the lowest shelf
	used    image.Rectangle
	dirty   []image.Rectangle
	need    int
}

// Mask is a place on an Atlas's page, in device px.
type Mask struct {
	// X, Y, W, H is the mask within Page. W is 0 when there is nothing to draw.
	X, Y, W, H int
	// Left and Top lead from the pen, on the baseline and on the whole pixel that
	// Snap returns, to the mask's upper left corner. Both are whole numbers: the
	// quarter pixels are in the mask. They are 0 for shapes.
	Left, Top float64
}

type glyphKey struct {
	index sfnt.GlyphIndex
	face  Face
	sub   uint8
	size  int32 // 1/64 device px an em
}

type shapeKey struct {
	key  string
	w, h int
}

// shelf is a row of masks on the page.
type shelf struct{ y, h, x int }

// maxSize is the largest size in device px an em; what is larger would fit no page.
const maxSize = 1 << 15

// keptRaster is the largest mask in px after which the rasteriser's memory, 8
// bytes for each, is kept.
const keptRaster = 1 << 17

// NewAtlas returns an atlas whose page is side by side device px.
func NewAtlas(f *Fonts, side int) *Atlas {
	a := &Atlas{fonts: f}
	a.Resize(side)
	return a
}

// Snap returns the whole device pixel and the quarter (0 to 3) nearest to x. A
// glyph with the pen at x is Glyph(…, sub), drawn at pixel + Left.
func Snap(x float64) (pixel float64, sub int) {
	quarters := math.Round(x * 4)
	pixel = math.Floor(quarters / 4)
	return pixel, int(quarters-4*pixel) & 3
}

// Glyph returns the mask of a glyph from Fonts.Glyphs at ppem device px an em
// (kept to 1/64), moved to the right by sub quarters of a pixel. It returns false
// when the page is full.
func (a *Atlas) Glyph(x Face, index sfnt.GlyphIndex, ppem float64, sub int) (Mask, bool) {
	size := math.Round(min(ppem, maxSize) * 64)
	if !(size >= 1) {
		return Mask{}, true
	}
	key := glyphKey{index, known(x), uint8(sub & 3), int32(size)}
	if m, ok := a.glyphs[key]; ok {
		return m, true
	}
	face := a.fonts.faces[key.face]
	outline := face.outline(&a.buf, index)
	if len(outline) == 0 {
		return Mask{}, true // not kept: blanks of all sizes would have no bound
	}
	scale := size / 64 / float64(face.units)
	shift := float64(key.sub) / 4
	b := outline.Bounds()
	left := math.Floor(float64(b.Min.X)*scale + shift)
	top := math.Floor(float64(b.Min.Y) * scale)
	w := int(math.Ceil(float64(b.Max.X)*scale+shift) - left)
	h := int(math.Ceil(float64(b.Max.Y)*scale) - top)
	m, ok := a.place(w, h)
	if !ok || m.W == 0 {
		return Mask{}, ok
	}
	m.Left, m.Top = left, top
	a.draw(m, func(z *vector.Rasterizer) {
		trace(z, outline, scale, shift-left, -top)
	})
	a.glyphs[key] = m
	return m, true
}

// Shape returns the mask of w by h device px that path draws, with (0, 0) the
// upper left corner and y down; it is called once for each key and size. It
// returns false when the page is full.
func (a *Atlas) Shape(key string, w, h int, path func(*vector.Rasterizer)) (Mask, bool) {
	k := shapeKey{key, w, h}
	if m, ok := a.shapes[k]; ok {
		return m, true
	}
	m, ok := a.place(w, h)
	if !ok || m.W == 0 {
		return Mask{}, ok
	}
	a.draw(m, path)
	a.shapes[k] = m
	return m, true
}

// Dirty returns the parts of the page that changed since the last call. They are
// valid until the next mask is asked for. A page that NewAtlas or Resize has made
// is empty, as a new texture is, and has none.
func (a *Atlas) Dirty() []image.Rectangle {
	d := a.dirty
	a.dirty = a.dirty[:0]
	return d
}

// Need returns the smallest side of a page on which the largest mask fits that was
// refused since the last Reset or Resize; 0 when none was too large for the page
// there is.
func (a *Atlas) Need() int { return a.need }

// Reset forgets everything and empties the page.
func (a *Atlas) Reset() {
	for y := a.used.Min.Y; y < a.used.Max.Y; y++ {
		clear(a.Page.Pix[a.Page.PixOffset(a.used.Min.X, y):a.Page.PixOffset(a.used.Max.X, y)])
	}
	a.dirty = a.dirty[:0]
	if !a.used.Empty() {
		a.dirty = append(a.dirty, a.used)
	}
	a.used = image.Rectangle{}
	clear(a.glyphs)
	clear(a.shapes)
	a.shelves, a.bottom, a.need = a.shelves[:0], 1, 0
}

// Resize forgets everything and makes a new page, side by side device px.
func (a *Atlas) Resize(side int) {
	side = max(side, 0)
	a.Page = image.NewAlpha(image.Rect(0, 0, side, side))
	a.glyphs, a.shapes, a.shelves = map[glyphKey]Mask{}, map[shapeKey]Mask{}, nil
	a.used = image.Rectangle{}
	a.Reset()
}

// place finds room for a mask: on the lowest shelf that it fills well, else on a
// new one, else on any. Cells include the border to their right and below; the
// first column and row of the page are the border of the rest.
func (a *Atlas) place(w, h int) (Mask, bool) {
	if w <= 0 || h <= 0 {
		return Mask{}, true
	}
	side := a.Page.Rect.Dx()
	if n := max(w, h) + 2; n > side {
		a.need = max(a.need, n)
		return Mask{}, false
	}
	cell := h + 1
	room := side - a.bottom
	best := -1
	for i, s := range a.shelves {
		if s.x+w+1 > side || s.h < cell {
			continue
		}
		if s.h > cell+cell/4+2 && room >= cell {
			continue // too high for it while there is room below
		}
		if best < 0 || s.h < a.shelves[best].h {
			best = i
		}
	}
	if best < 0 {
		if room < cell {
			return Mask{}, false
		}
		// A little higher than asked, so that the next size of letter fits too.
		height := min(cell+cell/8, room)
		a.shelves = append(a.shelves, shelf{y: a.bottom, h: height, x: 1})
		a.bottom += height
		best = len(a.shelves) - 1
	}
	s := &a.shelves[best]
	m := Mask{X: s.x, Y: s.y, W: w, H: h}
	s.x += w + 1
	return m, true
}

// draw fills the mask's place on the page.
func (a *Atlas) draw(m Mask, path func(*vector.Rasterizer)) {
	a.raster.Reset(m.W, m.H)
	path(&a.raster)
	a.raster.DrawOp = draw.Src
	r := image.Rect(m.X, m.Y, m.X+m.W, m.Y+m.H)
	a.raster.Draw(a.Page, r, image.Opaque, image.Point{})
	a.dirty = append(a.dirty, r)
	a.used = a.used.Union(r)
	if m.W*m.H > keptRaster {
		a.raster = vector.Rasterizer{}
	}
}

// trace draws an outline in font units, scaled and moved to device px.
func trace(z *vector.Rasterizer, outline sfnt.Segments, scale, dx, dy float64) {
	for _, s := range outline {
		var x, y [3]float32
		for i, p := range s.Args {
			x[i] = float32(float64(p.X)*scale + dx)
			y[i] = float32(float64(p.Y)*scale + dy)
		}
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			z.ClosePath()
			z.MoveTo(x[0], y[0])
		case sfnt.SegmentOpLineTo:
			z.LineTo(x[0], y[0])
		case sfnt.SegmentOpQuadTo:
			z.QuadTo(x[0], y[0], x[1], y[1])
		case sfnt.SegmentOpCubeTo:
			z.CubeTo(x[0], y[0], x[1], y[1], x[2], y[2])
		}
	}
	z.ClosePath()
}
