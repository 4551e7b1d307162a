package ui

import (
	"math"
	"slices"

	"houselights/game/typeset"
)

// Dir is how a box arranges its children.
type Dir uint8

// Column and Row set them one after another; Flow is a row that goes on in the next line where it is too narrow; Grid
// has columns of one width. A node with a Ring arranges its children in the disc, whatever its Dir.
const (
	Column Dir = iota
	Row
	Flow
	Grid
)

// Align is where things lie when there is room to spare. Auto stretches across a box and starts along it.
type Align uint8

// The alignments. Between puts the room between the children.
const (
	Auto Align = iota
	Start
	Middle
	End
	Between
)

// Box is what a node asks of the layout. All lengths are CSS pixels.
type Box struct {
	Dir     Dir
	Columns int // of a Grid
	Gap     float64
	Pad     Edges
	Along   Align   // of the children, in the direction
	Across  Align   // of the children, across it
	Grow    float64 // share of the room to spare in the parent's direction
	MinW    float64
	MinH    float64
	MaxW    float64 // 0: no limit
	MaxH    float64 // 0: no limit; of a node that grows, and the diameter of a disc
	Share   float64 // in a disc: size of the text, or side of the icon, as a share of the diameter
	OneLine bool    // in a disc: one line, made smaller where it must
}

// Layouter places trees. It keeps what it has measured, so one is used for many frames. The zero value is not ready.
type Layouter struct {
	fonts *typeset.Fonts
	wraps map[wrapKey][]typeset.Line
}

type wrapKey struct {
	style   typeset.Style
	text    string
	width   float64
	balance bool
}

// wrapLimit bounds the memory of broken lines; a screen has some fifty texts.
const wrapLimit = 2048

// NewLayouter returns a layouter that measures with the fonts.
func NewLayouter(fonts *typeset.Fonts) *Layouter {
	return &Layouter{fonts: fonts, wraps: map[wrapKey][]typeset.Line{}}
}

// Layout gives every node of the tree its rectangle in the frame. Where the content is higher than the frame, the
// root's children move into a Scroll node with the key "column". It reports whether everything fits without.
func (l *Layouter) Layout(root *Node, f Frame, scrollName string) bool {
	h := l.height(root, f.W)
	if h <= f.H {
		l.place(root, Rect{0, 0, f.W, f.H})
		return true
	}
	column := &Node{Key: "column", Role: Scroll, Name: scrollName, Box: root.Box, Children: root.Children, Content: h}
	root.Box, root.Children = Box{}, []*Node{column}
	root.Rect = Rect{0, 0, f.W, f.H}
	l.place(column, Rect{0, 0, f.W, h})
	column.Rect = root.Rect
	return false
}

func (l *Layouter) wrap(t *Text, width float64) []typeset.Line {
	key := wrapKey{t.Style, t.String, width, t.Balance}
	if lines, ok := l.wraps[key]; ok {
		return lines
	}
	if len(l.wraps) >= wrapLimit {
		clear(l.wraps)
	}
	lines := l.fonts.Wrap(t.Style, t.String, width, t.Balance)
	l.wraps[key] = lines
	return lines
}

func (l *Layouter) textHeight(t *Text, lines int) float64 {
	return float64(lines) * l.fonts.Metrics(t.Style).LineHeight
}

// natural is the width that a node takes where it may have as much as it likes.
func (l *Layouter) natural(n *Node) float64 {
	var w float64
	switch {
	case n.Look.Ring != nil:
		return l.diameter(n)
	case n.Text.String != "":
		for _, line := range l.wrap(&n.Text, math.Inf(1)) {
			w = max(w, line.Width)
		}
		// Rounded up, so that the text is not broken by the last bit of a sum.
		w = math.Ceil(w)
	case n.Box.Dir == Column:
		for _, c := range n.Children {
			w = max(w, l.natural(c))
		}
	case n.Box.Dir == Grid:
		for _, c := range n.Children {
			w = max(w, l.natural(c))
		}
		w = w*float64(n.Box.Columns) + n.Box.Gap*float64(n.Box.Columns-1)
	default:
		for _, c := range n.Children {
			w += l.natural(c)
		}
		w += n.Box.gaps(len(n.Children))
	}
	return n.Box.clampW(w + n.Box.Pad.Left + n.Box.Pad.Right)
}

func (b *Box) gaps(n int) float64 { return b.Gap * float64(max(0, n-1)) }

func (b *Box) clampW(w float64) float64 {
	if b.MaxW > 0 {
		w = min(w, max(b.MaxW, b.MinW))
	}
	return max(w, b.MinW)
}

// height is the height that a node needs at a width.
func (l *Layouter) height(n *Node, width float64) float64 {
	if n.Look.Ring != nil {
		return l.diameter(n)
	}
	if n.Box.MaxW > 0 {
		width = min(width, n.Box.MaxW)
	}
	inner := max(0, width-n.Box.Pad.Left-n.Box.Pad.Right)
	var h float64
	switch {
	case n.Text.String != "":
		h = l.textHeight(&n.Text, len(l.wrap(&n.Text, inner)))
	case n.Box.Dir == Column:
		for _, c := range n.Children {
			h += l.height(c, l.across(n, c, inner))
		}
		h += n.Box.gaps(len(n.Children))
	case n.Box.Dir == Row:
		for i, w := range l.rowWidths(n.Children, n.Box.Gap, inner) {
			h = max(h, l.height(n.Children[i], w))
		}
	case n.Box.Dir == Flow:
		lines := l.flow(n, inner)
		for _, line := range lines {
			h += line.height
		}
		h += n.Box.gaps(len(lines))
	case n.Box.Dir == Grid:
		h = l.gridHeight(n, inner)
	}
	return max(n.Box.MinH, h+n.Box.Pad.Top+n.Box.Pad.Bottom)
}

// across is the width of a column's child.
func (l *Layouter) across(n, c *Node, inner float64) float64 {
	if n.Box.Across == Auto {
		if c.Box.MaxW > 0 {
			return min(inner, c.Box.MaxW)
		}
		return inner
	}
	return min(inner, l.natural(c))
}

// rowWidths shares a row: children that grow divide what the others leave; where all are too wide, the widest give way.
func (l *Layouter) rowWidths(children []*Node, gap, inner float64) []float64 {
	widths := make([]float64, len(children))
	free, grow := inner-gap*float64(max(0, len(children)-1)), 0.0
	var fixed []float64
	for i, c := range children {
		if c.Box.Grow > 0 {
			grow += c.Box.Grow
			continue
		}
		widths[i] = l.natural(c)
		fixed = append(fixed, widths[i])
	}
	limit := commonLimit(fixed, free)
	for i, c := range children {
		if c.Box.Grow == 0 {
			widths[i] = min(widths[i], limit)
			free -= widths[i]
		}
	}
	for i, c := range children {
		if c.Box.Grow > 0 {
			widths[i] = max(0, free*c.Box.Grow/grow)
		}
	}
	return widths
}

// commonLimit is the width to which the widest are cut so that all fit into free. It uses up widths.
func commonLimit(widths []float64, free float64) float64 {
	for len(widths) > 0 {
		narrowest, share := slices.Min(widths), free/float64(len(widths))
		if narrowest > share {
			return max(0, share)
		}
		free -= narrowest
		at := slices.Index(widths, narrowest)
		widths = slices.Delete(widths, at, at+1)
	}
	return math.Inf(1)
}

type flowLine struct {
	from, to int // children
	widths   []float64
	height   float64
}

func (l *Layouter) flow(n *Node, inner float64) []flowLine {
	var lines []flowLine
	var line flowLine
	used := 0.0
	for i, c := range n.Children {
		w := min(inner, l.natural(c))
		if i > line.from && used+n.Box.Gap+w > inner+0.01 {
			lines = append(lines, line)
			line, used = flowLine{from: i}, 0
		}
		if i > line.from {
			used += n.Box.Gap
		}
		used += w
		line.to = i + 1
		line.widths = append(line.widths, w)
		line.height = max(line.height, l.height(c, w))
	}
	if line.to > line.from {
		lines = append(lines, line)
	}
	return lines
}

func (n *Node) gridWidth(inner float64) float64 {
	return (inner - n.Box.gaps(n.Box.Columns)) / float64(n.Box.Columns)
}

// gridHeight makes all rows as high as the highest, so that cards are of one size.
func (l *Layouter) gridHeight(n *Node, inner float64) float64 {
	rows := (len(n.Children) + n.Box.Columns - 1) / n.Box.Columns
	return l.cellHeight(n, inner)*float64(rows) + n.Box.gaps(rows)
}

func (l *Layouter) cellHeight(n *Node, inner float64) float64 {
	h := 0.0
	for _, c := range n.Children {
		h = max(h, l.height(c, n.gridWidth(inner)))
	}
	return h
}

func (l *Layouter) place(n *Node, r Rect) {
	n.Rect = r
	inner := r.Inset(n.Box.Pad)
	switch {
	case n.Look.Ring != nil:
		l.placeDisc(n)
	case n.Text.String != "":
		n.Text.Lines = l.wrap(&n.Text, inner.W)
	case n.Box.Dir == Column:
		l.placeColumn(n, inner)
	case n.Box.Dir == Row:
		l.placeRow(n, n.Children, l.rowWidths(n.Children, n.Box.Gap, inner.W), inner)
	case n.Box.Dir == Flow:
		l.placeFlow(n, inner)
	case n.Box.Dir == Grid:
		l.placeGrid(n, inner)
	}
}

func (l *Layouter) placeColumn(n *Node, inner Rect) {
	heights := make([]float64, len(n.Children))
	free := inner.H - n.Box.gaps(len(n.Children))
	for i, c := range n.Children {
		heights[i] = l.height(c, l.across(n, c, inner.W))
		free -= heights[i]
	}
	free = grow(n.Children, heights, free)
	y, gap := inner.Y, n.Box.Gap
	switch n.Box.Along {
	case Middle:
		y += max(0, free/2)
	case End:
		y += max(0, free)
	case Between:
		gap += max(0, free) / float64(max(1, len(n.Children)-1))
	}
	for i, c := range n.Children {
		w := l.across(n, c, inner.W)
		l.place(c, Rect{inner.X + aligned(n.Box.Across, inner.W-w), y, w, heights[i]})
		y += heights[i] + gap
	}
}

// grow gives the room to spare to the children that want it and returns what none of them takes.
func grow(children []*Node, heights []float64, free float64) float64 {
	for free > 0.01 {
		total := 0.0
		for i, c := range children {
			if c.Box.Grow > 0 && (c.Box.MaxH == 0 || heights[i] < c.Box.MaxH) {
				total += c.Box.Grow
			}
		}
		if total == 0 {
			return free
		}
		left := free
		for i, c := range children {
			if c.Box.Grow > 0 && (c.Box.MaxH == 0 || heights[i] < c.Box.MaxH) {
				more := free * c.Box.Grow / total
				if c.Box.MaxH > 0 {
					more = min(more, c.Box.MaxH-heights[i])
				}
				heights[i] += more
				left -= more
			}
		}
		free = left
	}
	return free
}

func aligned(a Align, free float64) float64 {
	switch a {
	case Middle:
		return free / 2
	case End:
		return free
	default:
		return 0
	}
}

func (l *Layouter) placeRow(n *Node, children []*Node, widths []float64, inner Rect) {
	free := inner.W - n.Box.gaps(len(children))
	for _, w := range widths {
		free -= w
	}
	x, gap := inner.X, n.Box.Gap
	switch n.Box.Along {
	case Middle:
		x += max(0, free/2)
	case End:
		x += max(0, free)
	case Between:
		gap += max(0, free) / float64(max(1, len(children)-1))
	}
	for i, c := range children {
		h := inner.H
		if n.Box.Across != Auto {
			h = l.height(c, widths[i])
		}
		l.place(c, Rect{x, inner.Y + aligned(n.Box.Across, inner.H-h), widths[i], h})
		x += widths[i] + gap
	}
}

func (l *Layouter) placeFlow(n *Node, inner Rect) {
	lines := l.flow(n, inner.W)
	y := inner.Y
	for _, line := range lines {
		l.placeRow(n, n.Children[line.from:line.to], line.widths, Rect{inner.X, y, inner.W, line.height})
		y += line.height + n.Box.Gap
	}
}

func (l *Layouter) placeGrid(n *Node, inner Rect) {
	rows := (len(n.Children) + n.Box.Columns - 1) / n.Box.Columns
	w, h := n.gridWidth(inner.W), (inner.H-n.Box.gaps(rows))/float64(max(1, rows))
	for i, c := range n.Children {
		col, row := float64(i%n.Box.Columns), float64(i/n.Box.Columns)
		l.place(c, Rect{inner.X + col*(w+n.Box.Gap), inner.Y + row*(h+n.Box.Gap), w, h})
	}
}

// Lacks reports whether a character of the texts is in no face.
func (l *Layouter) Lacks(texts []string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return len(l.fonts.Missing(text)) > 0 })
}

// LineHeight is the height of a line in the style, CSS pixels.
func (l *Layouter) LineHeight(s typeset.Style) float64 { return l.fonts.Metrics(s).LineHeight }
