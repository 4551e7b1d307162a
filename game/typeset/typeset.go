// Package typeset sets text in the program's three faces: it measures, breaks
// lines, and draws glyphs as masks. It knows no engine.
//
// Lengths are CSS pixels unless a name or a comment says device pixels. Text is
// brought to NFC on the way in, so a line may differ in bytes, never in looks,
// from the text it came from. Characters are set left to right, one glyph each,
// which suits Latin, Greek and Cyrillic but no script that needs shaping.
package typeset

import (
	"math"
	"slices"
	"sync"

	"golang.org/x/image/font/sfnt"

	"houselights/game/nfc"
)

// Face is one of the program's three faces.
type Face uint8

const (
	Display Face = iota // Fraunces: titles, questions, numerals
	Medium              // Be Vietnam Pro 500: everything else
	Bold                // Be Vietnam Pro 700
)

const faces = 3

// Style is how a text is set.
type Style struct {
	Face     Face
	Size     float64 // CSS px an em
	Tabular  bool    // digits take the width of the widest, and no kerning
	Tracking float64 // em added after each glyph, the last one too; marks that sit on a letter add none
}

// Metrics are the heights of a style, in CSS px.
type Metrics struct {
	Ascent     float64 // top of the line box to the baseline
	Descent    float64 // baseline to the bottom of the line box
	LineHeight float64 // Ascent + Descent, and the distance of two baselines
	CapHeight  float64 // baseline to the top of an H
}

// Glyph is a glyph and its place on a line.
type Glyph struct {
	Face  Face // where Index is from; not the style's, for a character which that lacks
	Index sfnt.GlyphIndex
	X     float64 // pen, CSS px from the start of the line
}

// Fonts holds the faces. It is safe for concurrent use.
type Fonts struct {
	mu    sync.Mutex // guards the caches below and in the faces
	faces [faces]*face
	runes [faces][pages]*[256]entry
	para  paragraph
}

// Load reads the three faces from TrueType or OpenType files, which must stay
// unchanged from then on.
func Load(display, medium, bold []byte) (*Fonts, error) {
	f := &Fonts{}
	for i, data := range [faces][]byte{display, medium, bold} {
		face, err := parse(Face(i), data)
		if err != nil {
			return nil, err
		}
		f.faces[i] = face
	}
	f.faces[Medium].share(f.faces[Bold])
	for i := range f.faces {
		f.faces[i].fitLine(lineHeight[i])
	}
	return f, nil
}

// Measure returns the width of the text set on one line, in CSS px, kerning and
// tracking included. Line feeds and other control characters have no width.
func (f *Fonts) Measure(s Style, text string) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	p := f.pen(s)
	for _, r := range nfc.String(text) {
		p.put(r)
	}
	return px(p.x, s.Size)
}

// Glyphs returns the text's glyphs on one line, blank ones too. Draw them with
// an Atlas.
func (f *Fonts) Glyphs(s Style, text string) []Glyph {
	f.mu.Lock()
	defer f.mu.Unlock()
	text = nfc.String(text)
	glyphs := make([]Glyph, 0, len(text))
	p := f.pen(s)
	for _, r := range text {
		if e, x := p.put(r); e.index != noGlyph {
			glyphs = append(glyphs, Glyph{Face: e.face, Index: e.index, X: px(x, s.Size)})
		}
	}
	return glyphs
}

// Metrics returns the heights of the style. Every letter of Vietnamese stays
// within the line box: Ascent above the baseline, Descent below it. The two
// faces of Be Vietnam Pro share a box, so that they mix on one line.
func (f *Fonts) Metrics(s Style) Metrics {
	face := f.faces[known(s.Face)]
	return Metrics{
		Ascent:     face.ascent * s.Size,
		Descent:    face.descent * s.Size,
		LineHeight: (face.ascent + face.descent) * s.Size,
		CapHeight:  face.capital * s.Size,
	}
}

// Missing returns the characters of the text that no face has, each once, in
// order. They are drawn as boxes.
func (f *Fonts) Missing(text string) []rune {
	f.mu.Lock()
	defer f.mu.Unlock()
	var missing []rune
	for _, r := range nfc.String(text) {
		if f.lookup(Medium, r).index == 0 && !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// known returns the face, and Medium for a number that is none.
func known(x Face) Face {
	if x >= faces {
		return Medium
	}
	return x
}

// em is the unit of all sums of advances: an integer, so that a line's width is
// the same to the last bit whether it is measured alone or cut from a paragraph,
// and one for all faces, so that a line may mix them.
const em = 1 << 20

// px turns a width in parts of an em into CSS px.
func px(width int64, size float64) float64 {
	return float64(width) * size / em
}

// pen sets one line, character by character.
type pen struct {
	fonts    *Fonts
	face     Face
	tabular  bool
	tracking int64

	x      int64 // where the line ends, in parts of an em
	from   int64 // where the last character's room begins, after kerning
	base   int64 // where the last glyph stands that moved the pen,
	width  int64 // and its advance
	last   entry
	figure bool // the last was a tabular digit
}

// pen returns a pen at the start of a line.
func (f *Fonts) pen(s Style) pen {
	return pen{
		fonts: f, face: known(s.Face), tabular: s.Tabular, tracking: int64(math.Round(s.Tracking * em)),
		last: entry{index: noGlyph},
	}
}

// put sets a character and returns its glyph and where that stands, in parts of
// an em.
func (p *pen) put(r rune) (entry, int64) {
	e := p.fonts.lookup(p.face, r)
	if e.index == noGlyph {
		p.from = p.x
		if e.kind == space {
			p.last, p.figure = e, false // a line may begin here: nothing leans on what is before
		}
		return e, p.x
	}
	face := p.fonts.faces[e.face]
	if e.kind == mark && e.index != 0 && p.last.index != noGlyph {
		return e, p.base + p.width/2 - face.middle(e.index)
	}
	figure := p.tabular && '0' <= r && r <= '9' && e.face == p.face && e.index != 0
	p.from = p.x
	if p.last.index != noGlyph && p.last.face == e.face && !figure && !p.figure {
		p.from += face.kern(p.last.index, e.index)
	}
	advance := int64(face.advances[e.index])
	p.base, p.width = p.from, advance
	if figure {
		p.base += (face.widest - advance) / 2
		advance = face.widest
	}
	p.x = p.from + advance + p.tracking
	p.last, p.figure = e, figure
	return e, p.base
}
