package typeset

import (
	"fmt"
	"math"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// lineHeight is the least height of a line, in em. A face whose Vietnamese
// letters are higher than that takes what they need.
var lineHeight = [faces]float64{Display: 1.2, Medium: 1.35, Bold: 1.35}

// tallest holds the highest and deepest characters of the languages we set.
const tallest = "ẪẨẤẦẮẰẲẴẾỀỂỄỐỒỔỖỚỜỞỠỨỪỬỮÝỲỶỸÅÑḤ" + "ẠẶẬẸỆỊỌỘỢỤỰỴçgjpqyỵựợị(){}[]|Q,;„‚/@"

// face is one font and what was read from it, lengths in parts of an em.
type face struct {
	font     *sfnt.Font
	units    fixed.Int26_6 // units an em; as a size it makes sfnt answer in plain font units
	buf      sfnt.Buffer
	advances []int32 // by glyph
	widest   int64   // digit
	box      sfnt.Segments
	kerns    [kernCache]kernPair

	ascent, descent, capital float64 // em
}

// kernCache bounds the remembered pairs of a face. A screen has some hundred;
// two pairs on one place take turns.
const kernCache = 2048

type kernPair struct {
	left, right sfnt.GlyphIndex
	kern        int32
}

func parse(x Face, data []byte) (*face, error) {
	name := [faces]string{"display", "medium", "bold"}[x]
	font, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("typeset: the %s face is no font that can be read (%w): give Load a TrueType or OpenType file", name, err)
	}
	f := &face{font: font, units: fixed.Int26_6(font.UnitsPerEm()), advances: make([]int32, font.NumGlyphs())}
	for i := range f.advances {
		a, err := font.GlyphAdvance(&f.buf, sfnt.GlyphIndex(i), f.units, 0)
		if err != nil {
			return nil, fmt.Errorf("typeset: the %s face has no width for glyph %d (%w): make the font anew", name, i, err)
		}
		f.advances[i] = int32(f.parts(a))
	}
	if len(f.advances) == 0 {
		return nil, fmt.Errorf("typeset: the %s face has no glyphs: make the font anew", name)
	}
	for r := '0'; r <= '9'; r++ {
		f.widest = max(f.widest, int64(f.advances[f.index(r)]))
	}
	f.capital = 0.7
	if top, _, ok := f.extent('H'); ok {
		f.capital = top
	}
	for _, r := range tallest {
		if top, bottom, ok := f.extent(r); ok {
			f.ascent, f.descent = max(f.ascent, top), max(f.descent, bottom)
		}
	}
	if f.advances[0] == 0 {
		f.advances[0] = em * 6 / 10
	}
	f.box = f.hollowBox()
	return f, nil
}

// share gives two faces the same ascent and descent, which hold the ink of both.
func (f *face) share(g *face) {
	f.ascent, f.descent = max(f.ascent, g.ascent), max(f.descent, g.descent)
	g.ascent, g.descent = f.ascent, f.descent
}

// fitLine turns the extent of the ink into the line box: at least the given
// height, capitals in the middle as far as the ink allows.
func (f *face) fitLine(height float64) {
	height = max(height, f.ascent+f.descent)
	top := min(max(f.ascent, (height+f.capital)/2), height-f.descent)
	f.ascent, f.descent = top, height-top
}

// parts turns font units into parts of an em.
func (f *face) parts(v fixed.Int26_6) int64 {
	return int64(math.Round(float64(v) * em / float64(f.units)))
}

// index returns the character's glyph, 0 when the face lacks it.
func (f *face) index(r rune) sfnt.GlyphIndex {
	i, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil || int(i) >= len(f.advances) {
		return 0
	}
	return i
}

// extent returns how far the character's ink goes above and below the baseline,
// in em.
func (f *face) extent(r rune) (top, bottom float64, ok bool) {
	i := f.index(r)
	if i == 0 {
		return 0, 0, false
	}
	b := f.outline(&f.buf, i).Bounds()
	return -float64(b.Min.Y) / float64(f.units), float64(b.Max.Y) / float64(f.units), true
}

// outline returns the glyph's contours in font units, y down; none for a blank
// one. They are valid until the buffer is used again.
func (f *face) outline(buf *sfnt.Buffer, i sfnt.GlyphIndex) sfnt.Segments {
	s, err := f.font.LoadGlyph(buf, i, f.units, nil)
	if err != nil {
		return nil
	}
	if i == 0 && len(s) == 0 {
		return f.box
	}
	return s
}

// hollowBox stands in for a .notdef that was left empty when the font was cut.
func (f *face) hollowBox() sfnt.Segments {
	unit := func(e float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(e * float64(f.units))) }
	left, right := unit(0.07), unit(float64(f.advances[0])/em-0.07)
	top, bottom, line := unit(-f.capital), fixed.Int26_6(0), unit(0.06)
	corners := func(l, t, r, b fixed.Int26_6) [4]fixed.Point26_6 {
		return [4]fixed.Point26_6{{X: l, Y: t}, {X: r, Y: t}, {X: r, Y: b}, {X: l, Y: b}}
	}
	outer := corners(left, top, right, bottom)
	// Mirrored, so that it winds the other way and cuts a hole.
	inner := corners(right-line, top+line, left+line, bottom-line)
	var s sfnt.Segments
	for _, c := range [][4]fixed.Point26_6{outer, inner} {
		for i, p := range append(c[:], c[0]) {
			op := sfnt.SegmentOpLineTo
			if i == 0 {
				op = sfnt.SegmentOpMoveTo
			}
			s = append(s, sfnt.Segment{Op: op, Args: [3]fixed.Point26_6{p}})
		}
	}
	return s
}

// middle returns the middle of the glyph's ink, from its origin.
func (f *face) middle(i sfnt.GlyphIndex) int64 {
	b := f.outline(&f.buf, i).Bounds()
	return f.parts(b.Min.X+b.Max.X) / 2
}

// kern returns what is added between two glyphs.
func (f *face) kern(left, right sfnt.GlyphIndex) int64 {
	if left == 0 || right == 0 {
		return 0 // also what an unused place in the cache holds
	}
	at := &f.kerns[(uint32(left)*631+uint32(right))%kernCache]
	if at.left != left || at.right != right {
		*at = kernPair{left: left, right: right}
		if k, err := f.font.Kern(&f.buf, left, right, f.units, 0); err == nil {
			at.kern = int32(f.parts(k))
		}
	}
	return int64(at.kern)
}

// entry is what a character is set as.
type entry struct {
	index sfnt.GlyphIndex // noGlyph: none, and no width
	face  Face
	kind  kind
}

// noGlyph is the index of what leaves no trace. No font has so many glyphs.
const noGlyph sfnt.GlyphIndex = 0xFFFF

type kind uint8

const (
	unread kind = iota
	plain       // a character of its own
	space       // a line may break after it; dropped at the end of a line
	tie         // a space at which no line breaks
	mark        // sits on the character before it
	hidden      // no glyph; stays with the character before it
)

// pages is how many pages of 256 characters are remembered: up to U+2FFF, which
// holds all that the faces have and bounds the memory.
const pages = 0x30

// lookup returns the glyph for a character: from the face itself, else from
// Medium, Bold or Display; else the face's .notdef.
func (f *Fonts) lookup(x Face, r rune) entry {
	page := uint32(r) >> 8
	if page >= pages {
		return f.resolve(x, r)
	}
	p := f.runes[x][page]
	if p == nil {
		p = new([256]entry)
		f.runes[x][page] = p
	}
	e := &p[r&0xFF]
	if e.kind == unread {
		*e = f.resolve(x, r)
	}
	return *e
}

func (f *Fonts) resolve(x Face, r rune) entry {
	k := kindOf(r)
	if k == hidden || r == '\u200B' {
		return entry{index: noGlyph, face: x, kind: k}
	}
	for _, y := range [...]Face{x, Medium, Bold, Display} {
		if i := f.faces[y].index(r); i != 0 {
			return entry{index: i, face: y, kind: k}
		}
	}
	if k == space || k == tie {
		if i := f.faces[x].index(' '); i != 0 {
			return entry{index: i, face: x, kind: k}
		}
	}
	return entry{face: x, kind: k}
}

func kindOf(r rune) kind {
	switch {
	case r == ' ', r == '\t', r == '\u1680', r == '\u200B', r == '\u2028', r == '\u2029', r == '\u205F', r == '\u3000':
		return space
	case r == '\u00A0', r == '\u2007', r == '\u202F':
		return tie
	case 0x2000 <= r && r <= 0x200A:
		return space
	case r < 0x20, 0x7F <= r && r < 0xA0, r == '\u00AD', // controls, soft hyphen
		0x200C <= r && r <= 0x200F, 0x202A <= r && r <= 0x202E, 0x2060 <= r && r <= 0x206F, // joiners, directions
		0xFE00 <= r && r <= 0xFE0F, r == '\uFEFF', 0xE0000 <= r && r <= 0xE0FFF: // variation selectors, tags
		return hidden
	case r >= 0x300 && unicode.Is(unicode.M, r):
		return mark
	}
	return plain
}
