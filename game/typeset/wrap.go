package typeset

import (
	"math"
	"strings"
	"unicode"

	"houselights/game/nfc"
)

// Line is one line of a broken text.
type Line struct {
	Text  string
	Width float64 // CSS px, what Measure says for Text
}

// slack is how far a line may exceed its width, in CSS px, so that a box which
// was made to measure still holds its text after a few sums.
const slack = 1.0 / 1024

// Wrap breaks the text into lines no wider than width, in CSS px. Lines break at
// spaces, which are dropped there and at both ends, and after a hyphen before a
// letter; "\n" breaks, a no-break space never does. A word wider than width is
// broken between characters, of which each line has at least one, however small
// the width. An infinite width breaks at "\n" only. There is always at least one
// line, and one more for each "\n".
//
// With balance, each paragraph is set to the smallest width that needs no more
// lines, and its last line has two words where two fit.
func (f *Fonts) Wrap(s Style, text string, width float64, balance bool) []Line {
	f.mu.Lock()
	defer f.mu.Unlock()
	text = nfc.String(text)
	limit := limitOf(width, s.Size)
	lines := make([]Line, 0, 1+strings.Count(text, "\n"))
	for more := true; more; {
		var para string
		para, text, more = strings.Cut(text, "\n")
		para = strings.TrimSuffix(para, "\r")
		p := &f.para
		p.read(f.pen(s), para)
		for _, l := range p.lay(limit, balance) {
			line := Line{Width: px(p.width(l), s.Size)}
			line.Text = para[p.chars[l.first].at:p.chars[l.last+1].at]
			lines = append(lines, line)
		}
		if len(p.pieces) == 0 {
			lines = append(lines, Line{})
		}
		p.trim()
	}
	return lines
}

// limitOf returns the widest line in parts of an em.
func limitOf(width, size float64) int64 {
	const most = math.MaxInt64 / 4
	limit := math.Floor((width + slack) * em / size)
	switch {
	case !(size > 0) || limit > most:
		return most
	case !(limit > 0):
		return 0
	}
	return int64(limit)
}

// paragraph is a text without "\n" that is being broken. Its slices serve again
// for the next one.
type paragraph struct {
	chars  []char // and one more, which marks the end
	pieces []span // what a line does not break within unless it must
	spaced []bool // by piece: it follows a space
	lines  []span // the latest attempt
}

// char is a character with the marks on it.
type char struct {
	at       int   // first byte
	from, to int64 // room on one endless line, parts of an em
	r        rune
	kind     kind
}

// span is a run of chars, both ends included.
type span struct{ first, last int }

// width returns the width of the run set on a line of its own.
func (p *paragraph) width(s span) int64 {
	return p.chars[s.last].to - p.chars[s.first].from
}

// read takes the text apart into characters and pieces.
func (p *paragraph) read(pen pen, text string) {
	p.chars, p.pieces, p.spaced = p.chars[:0], p.pieces[:0], p.spaced[:0]
	joined := false // by a zero width joiner
	for at, r := range text {
		e, _ := pen.put(r)
		if n := len(p.chars); n > 0 && (joined || e.kind == mark || e.kind == hidden) {
			p.chars[n-1].to = pen.x
			if e.kind == mark {
				p.chars[n-1].kind = plain // a mark shown on a space is not dropped with it
			}
		} else {
			p.chars = append(p.chars, char{at: at, from: pen.from, to: pen.x, r: r, kind: e.kind})
		}
		joined = r == '\u200D'
	}
	n := len(p.chars)
	p.chars = append(p.chars, char{at: len(text)})

	first, spaced := 0, false
	for i := range n {
		if p.chars[i].kind == space {
			first, spaced = i+1, true
			continue
		}
		if i+1 == n || p.chars[i+1].kind == space || p.breaksAfter(i) {
			p.pieces = append(p.pieces, span{first, i})
			p.spaced = append(p.spaced, spaced)
			first, spaced = i+1, false
		}
	}
}

// breaksAfter reports whether a line may break after the hyphen at i: one
// within a word, not a minus sign nor that of "COVID-19".
func (p *paragraph) breaksAfter(i int) bool {
	if r := p.chars[i].r; i == 0 || r != '-' && r != '\u2010' {
		return false
	}
	before, after := p.chars[i-1].r, p.chars[i+1].r
	return (unicode.IsLetter(before) || unicode.IsDigit(before)) && unicode.IsLetter(after)
}

// lay breaks the paragraph into lines.
func (p *paragraph) lay(limit int64, balance bool) []span {
	lines := p.fill(limit)
	if !balance || len(lines) < 2 {
		return lines
	}
	count := len(lines)
	if undo := p.joinLast(limit); undo != nil && len(p.fill(limit)) != count {
		undo()
		p.fill(limit)
	}
	// No piece that is whole now may be broken for the sake of balance.
	var low int64
	for _, s := range p.pieces {
		if w := p.width(s); w <= limit {
			low = max(low, w)
		}
	}
	high := min(p.widest(), limit) // one character alone may be wider
	for low < high {
		middle := low + (high-low)/2
		if len(p.fill(middle)) == count {
			high = min(p.widest(), middle)
		} else {
			low = middle + 1
		}
	}
	return p.fill(high)
}

// joinLast makes one piece of the last two words, if they fit on a line, so that
// no word stands alone on the last. It returns what takes that back, nil when
// nothing was done.
func (p *paragraph) joinLast(limit int64) (undo func()) {
	n := len(p.pieces)
	word := n - 1
	for word > 0 && !p.spaced[word] {
		word--
	}
	if word == 0 {
		return nil
	}
	for _, c := range p.chars[p.pieces[word].first : p.pieces[n-1].last+1] {
		if c.kind == tie {
			return nil // the author has already tied two words
		}
	}
	before := p.pieces[word-1]
	joined := span{before.first, p.pieces[n-1].last}
	if p.width(joined) > limit {
		return nil
	}
	p.pieces[word-1] = joined
	p.pieces = p.pieces[:word]
	return func() {
		p.pieces = p.pieces[:n]
		p.pieces[word-1] = before
	}
}

// fill puts as many pieces on each line as fit.
func (p *paragraph) fill(limit int64) []span {
	p.lines = p.lines[:0]
	for i := 0; i < len(p.pieces); i++ {
		line := p.pieces[i]
		for p.width(line) > limit && line.first < line.last {
			end := p.breakWithin(line, limit)
			p.lines = append(p.lines, span{line.first, end})
			line.first = end + 1
		}
		for i+1 < len(p.pieces) && p.width(span{line.first, p.pieces[i+1].last}) <= limit {
			i++
			line.last = p.pieces[i].last
		}
		p.lines = append(p.lines, line)
	}
	return p.lines
}

// breakWithin returns the last character that fits of a piece wider than the
// limit, at least the first. It leaves no-break spaces inside the line where it
// can.
func (p *paragraph) breakWithin(s span, limit int64) int {
	end := s.first
	for end < s.last && p.width(span{s.first, end + 1}) <= limit {
		end++
	}
	for i := end; i >= s.first; i-- {
		if p.chars[i].kind != tie && p.chars[i+1].kind != tie {
			return i
		}
	}
	return end
}

// widest returns the width of the widest line.
func (p *paragraph) widest() int64 {
	var w int64
	for _, l := range p.lines {
		w = max(w, p.width(l))
	}
	return w
}

// trim lets go of the memory of an uncommonly long text.
func (p *paragraph) trim() {
	if cap(p.chars) > 1<<14 {
		*p = paragraph{}
	}
}
