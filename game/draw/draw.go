// Package draw paints a tree of nodes with Ebitengine. It is the only package that draws: scenery and the ring's
// halo from cached pictures, every box, ring, light, icon and glyph as quads through one shader, in one batch on either side of
// the halo. Where little has changed since the frame before, only that is painted, into a kept picture of that frame.
package draw

import (
	"fmt"
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/game/motion"
	"houselights/game/typeset"
	"houselights/game/ui"
)

// Canvas is what can be painted on: an image, or the engine's final screen.
type Canvas interface {
	Bounds() image.Rectangle
	DrawImage(*ebiten.Image, *ebiten.DrawImageOptions)
	DrawTrianglesShader([]ebiten.Vertex, []uint16, *ebiten.Shader, *ebiten.DrawTrianglesShaderOptions)
}

// State is what is painted beside the tree itself.
type State struct {
	Ratio  float64 // device pixels to a CSS pixel
	Offset float64 // of the scrolling column, CSS pixels
	Focus  string  // key of the node to mark as focused, or ""
	Hover  string  // key of the node under the pointer, or ""
	Motion motion.Frame
}

// Painter holds what painting needs from frame to frame: shaders, atlas and pictures. It is for one goroutine.
type Painter struct {
	// Bar shows how far the column is scrolled. A page has a scroll bar of its own, where it is not hidden.
	Bar bool

	fonts   *typeset.Fonts
	shapes  *ebiten.Shader
	atlas   *typeset.Atlas
	page    *ebiten.Image
	scenery scenery
	halo    halo
	still   still

	order    order // the frame that the quads are of
	vertices []ebiten.Vertex
	before   []ebiten.Vertex // those of the frame before
	clipped  []ebiten.Vertex // those in the part that is painted
	pixels   []byte          // of what is uploaded
	indices  []uint16        // of as many quads as have been painted at once
	full     bool            // a mask did not fit: start the frame again
	voided   bool            // the atlas was emptied in this frame
	theme    ui.Theme
	state    State
	size     image.Point // of the canvas, device pixels
	height   float64     // of the frame, CSS pixels
	turn     int         // of the next piece
	beyond   float64     // how far light may reach out of its node, CSS pixels

	// The engine takes options by pointer: these are here so that a frame makes none.
	copying ebiten.DrawImageOptions
	moved   ebiten.DrawImageOptions
	shading ebiten.DrawTrianglesShaderOptions
}

// order is all that a frame depends on. A screen does not change once it is laid out.
type order struct {
	screen *ui.Screen
	state  State
	size   image.Point // of the canvas, device pixels
}

// Sides of the atlas in device pixels. It grows when one frame needs more, never beyond the largest.
const (
	firstSide = 1024
	lastSide  = 4096
)

// New returns a painter. shapes and scenery are sources of Kage shaders.
func New(fonts *typeset.Fonts, shapes, sceneryShader []byte) (*Painter, error) {
	s, err := ebiten.NewShader(shapes)
	if err != nil {
		return nil, fmt.Errorf("shader shapes.kage: %w", err)
	}
	back, err := ebiten.NewShader(sceneryShader)
	if err != nil {
		return nil, fmt.Errorf("shader scenery.kage: %w", err)
	}
	p := &Painter{fonts: fonts, shapes: s, scenery: scenery{shader: back}, atlas: typeset.NewAtlas(fonts, firstSide)}
	p.copying.Blend = ebiten.BlendCopy
	p.newPage(firstSide)
	return p, nil
}

func (p *Painter) newPage(side int) {
	if p.page != nil {
		p.page.Deallocate()
	}
	p.page = newPicture(image.Pt(side, side))
	p.shading.Images[0] = p.page
}

// newPicture returns a picture of its own, outside the engine's atlas.
func newPicture(size image.Point) *ebiten.Image {
	return ebiten.NewImageWithOptions(image.Rectangle{Max: size}, &ebiten.NewImageOptions{Unmanaged: true})
}

// Paint paints the screen over the whole canvas.
func (p *Painter) Paint(dst Canvas, screen *ui.Screen, state State) {
	var changed image.Rectangle
	if o := (order{screen, state, dst.Bounds().Size()}); o != p.order {
		changed = p.prepare(o)
	}
	p.present(dst, changed)
}

// prepare makes the quads of a frame, and returns the part of the canvas where it differs from the frame before.
func (p *Painter) prepare(o order) image.Rectangle {
	known, back, halo := p.order != (order{}), p.scenery.view, p.halo.place
	p.order, p.theme, p.state, p.size, p.voided = order{}, o.screen.Theme, o.state, o.size, false
	p.height, p.beyond = o.screen.Frame.H, o.screen.Frame.H
	p.before, p.vertices = p.vertices, p.before
	below := p.halo.above
	p.setScenery(o.size, o.screen)
	p.build(o.screen)
	p.upload()
	p.order = o // only now: a failure on the way leaves quads that are of no frame
	all := image.Rectangle{Max: o.size}
	if !known || p.scenery.view != back || p.halo.place != halo || p.voided {
		return all
	}
	return all.Intersect(differing(p.before[:below], p.vertices[:p.halo.above]).Union(differing(p.before[below:], p.vertices[p.halo.above:])))
}

// paint paints the part of the frame that lies in the rectangle. The canvas must end there.
func (p *Painter) paint(dst Canvas, part image.Rectangle) {
	p.showScenery(dst)
	p.flush(dst, p.in(part, p.vertices[:p.halo.above]))
	if p.halo.place.seen {
		p.shine(dst)
	}
	p.flush(dst, p.in(part, p.vertices[p.halo.above:]))
}

// build makes the quads of the frame. When the atlas is full it is emptied and the frame begun again; when one frame
// alone needs more, the atlas grows, up to its largest. What does not fit even there is left out.
func (p *Painter) build(screen *ui.Screen) {
	side := p.page.Bounds().Dx()
	for emptied := false; ; {
		p.vertices, p.full = p.vertices[:0], false
		p.halo.place, p.halo.above, p.turn = place{}, 0, 0
		p.beams(screen)
		if gone, offset, seen := p.state.Motion.Leaving(); gone != nil {
			p.node(gone.Root, brush{opacity: seen, offset: offset, leaves: true})
		}
		p.node(screen.Root, brush{opacity: 1, offset: p.state.Offset})
		p.thumb(screen)
		switch need := p.atlas.Need(); {
		case !p.full || side == lastSide && emptied:
			return
		case emptied || need > side:
			p.voided = true
			for side *= 2; side < min(need, lastSide); {
				side *= 2
			}
			p.atlas.Resize(side)
			p.newPage(side)
		default:
			p.voided = true
			p.atlas.Reset()
		}
		emptied = true
	}
}

// upload brings what is new in the atlas to the graphics card.
func (p *Painter) upload() {
	// In parts of some kilobytes: the engine copies what it is given, and keeps the memory of the copies.
	const most = 1 << 14 // pixels
	for _, r := range p.atlas.Dirty() {
		rows := max(1, most/r.Dx())
		for part := r; part.Min.Y < r.Max.Y; part.Min.Y = part.Max.Y {
			part.Max.Y = min(part.Min.Y+rows, r.Max.Y)
			p.send(part)
		}
	}
}

// send uploads one part of the atlas.
func (p *Painter) send(part image.Rectangle) {
	p.pixels = p.pixels[:0]
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := p.atlas.Page.Pix[p.atlas.Page.PixOffset(part.Min.X, y):]
		for _, a := range row[:part.Dx()] {
			p.pixels = append(p.pixels, a, a, a, a)
		}
	}
	p.page.SubImage(part).(*ebiten.Image).WritePixels(p.pixels)
}

func (p *Painter) flush(dst Canvas, quads []ebiten.Vertex) {
	// Indices are 16 bits wide: a long frame goes in several calls.
	const most = 65532
	for len(quads) > 0 {
		n := min(len(quads), most)
		for base := len(p.indices) / 6 * 4; base < n; base += 4 {
			i := uint16(base)
			p.indices = append(p.indices, i, i+1, i+2, i+1, i+3, i+2)
		}
		dst.DrawTrianglesShader(quads[:n], p.indices[:n/4*6], p.shapes, &p.shading)
		quads = quads[n:]
	}
}

// brush is how a node is painted for the sake of what it is in.
type brush struct {
	dx, dy  float64 // moved by so many CSS pixels
	opacity float64
	inside  bool    // a piece, which moves as a whole
	offset  float64 // of the column
	leaves  bool    // it is on the screen that goes
}

// node paints n and what is in it.
func (p *Painter) node(n *ui.Node, b brush) {
	if n.Role == ui.Scroll {
		b.dy -= b.offset
	}
	r := n.Rect
	r.X, r.Y = r.X+b.dx, r.Y+b.dy
	pose := motion.Pose{Rect: r, Opacity: 1, Become: 1}
	switch {
	case b.inside || !motion.Paints(n):
	case b.leaves:
		b.opacity, b.inside = b.opacity*p.state.Motion.Left(n), true
		pose.Opacity = b.opacity
		if n.Look.Ring != nil {
			pose.Fraction = n.Look.Ring.Fraction
		}
		if b.opacity == 0 {
			return
		}
	default:
		pose = p.state.Motion.Pose(n, r, p.turn)
		p.turn++
		r.X, r.Y = r.X+pose.DX, r.Y+pose.DY
		b.dx, b.dy, b.opacity, b.inside = b.dx+pose.DX, b.dy+pose.DY, b.opacity*pose.Opacity, true
	}
	if n.Role != ui.Scroll && (r.Bottom() < -p.beyond || r.Y > p.height+p.beyond) {
		return // a node holds all that is below it, so none of that is in sight either; a column holds more than its rectangle
	}
	if n.Look.Motion == ui.Late && !b.leaves {
		b.opacity *= p.state.Motion.Late()
	}
	if n.Look.Motion == ui.Shines {
		p.backlight(n, r)
	}
	now, was := faint(p.theme, &n.Look), 1.0
	if pose.Was != nil {
		was = faint(p.theme, pose.Was)
	}
	b.opacity *= was + (now-was)*pose.Become
	p.surface(n, b.opacity, pose)
	if n.Look.Ring != nil {
		p.eclipse(n.Look.Ring, pose.Rect, pose)
	}
	if n.Look.Rail != nil {
		p.rail(n.Look.Rail, r, b.opacity)
	}
	if n.Look.Icon != ui.NoIcon {
		p.icon(n.Look.Icon, r, n.Look.Ink, b.opacity)
	}
	p.text(n, r, b.opacity)
	for _, c := range n.Children {
		p.node(c, b)
	}
	if n.Key != "" && n.Key == p.state.Focus && !b.leaves {
		p.focus(n, pose.Rect, b.opacity)
	}
}

// faint is the opacity of a look: what steps back lets through; on light ground less, to stay readable.
func faint(t ui.Theme, k *ui.Look) float64 {
	switch {
	case !k.Faint:
		return 1
	case t.Name == "light":
		return 0.8
	default:
		return 0.62
	}
}

// surface paints the box of a node, which may be on its way from what it looked like before.
func (p *Painter) surface(n *ui.Node, opacity float64, pose motion.Pose) {
	k, r := &n.Look, pose.Rect
	if was := pose.Was; was != nil && (was.Fill != k.Fill || was.FillTo != k.FillTo || was.Border != k.Border || was.Glow != k.Glow) {
		p.box(was, r, opacity*(1-pose.Become))
		p.box(k, r, opacity*pose.Become)
	} else {
		p.box(k, r, opacity)
	}
	if n.Key != "" && n.Key == p.state.Hover && n.Pressable() {
		lit := ui.CardLit
		switch {
		case k.FillTo != ui.None:
			lit = k.FillTo // on the main button a card's light would drown the words
		case k.Fill == ui.Picked:
			lit = ui.Picked // and what is chosen would look as if it were not
		}
		p.fill(r, min(k.Radius, r.W/2, r.H/2), lit, lit, opacity)
	}
}

func (p *Painter) box(k *ui.Look, r ui.Rect, opacity float64) {
	radius := min(k.Radius, r.W/2, r.H/2)
	if k.Glow != ui.None {
		p.soft(r, radius, k.Spread, k.Glow, opacity)
	}
	if k.Fill != ui.None {
		foot := k.FillTo
		if foot == ui.None {
			foot = k.Fill
		}
		p.fill(r, radius, k.Fill, foot, opacity)
	}
	if k.Border != ui.None {
		p.edge(r, radius, k.Width, k.Border, opacity)
	}
}

// rail draws the line of a slider, lit as far as its bead: a small eclipse.
func (p *Painter) rail(k *ui.Rail, r ui.Rect, opacity float64) {
	thick := r.H / 7
	left, run := r.X+r.H/2, r.W-r.H
	line := ui.Rect{X: left - thick/2, Y: r.Y + (r.H-thick)/2, W: run + thick, H: thick}
	p.fill(line, thick/2, ui.RingTrack, ui.RingTrack, opacity)
	p.edge(line, thick/2, 1, ui.QuietEdge, opacity)
	line.W = thick + run*k.Fraction
	p.fill(line, thick/2, ui.RingInk, ui.RingInk, opacity)
	bead := ui.Rect{W: r.H * 0.5, H: r.H * 0.5}
	bead.X, bead.Y = left+run*k.Fraction-bead.W/2, r.Y+(r.H-bead.H)/2
	p.soft(bead, bead.W/2, bead.W/2, ui.BeadGlow, opacity)
	p.fill(bead, bead.W/2, ui.Bead, ui.Bead, opacity)
	p.edge(bead, bead.W/2, bead.W/8, ui.RingInk, opacity)
}

// focus marks the node outside its edge, so that it is seen on any fill.
func (p *Painter) focus(n *ui.Node, r ui.Rect, opacity float64) {
	const gap, width = 2, 3
	r = ui.Rect{X: r.X - gap - width, Y: r.Y - gap - width, W: r.W + 2*(gap+width), H: r.H + 2*(gap+width)}
	radius := min(n.Look.Radius+gap+width, r.W/2, r.H/2)
	if n.Look.Radius == 0 {
		radius = 8
	}
	p.edge(ui.Rect{X: r.X - gap, Y: r.Y - gap, W: r.W + 2*gap, H: r.H + 2*gap}, radius+gap, width+2*gap, ui.DiscOut, opacity)
	p.edge(r, radius, width, ui.RingInk, opacity)
}

// thumb shows how far the column is scrolled.
func (p *Painter) thumb(screen *ui.Screen) {
	column := screen.Column()
	if column == nil || !p.Bar {
		return
	}
	const width, margin = 4, 3
	h := max(24, column.Rect.H*column.Rect.H/column.Content)
	run := column.Rect.H - h - 2*margin
	y := margin + run*p.state.Offset/(column.Content-column.Rect.H)
	p.fill(ui.Rect{X: screen.Frame.W - width - margin, Y: y, W: width, H: h}, width/2, ui.LabelInk, ui.LabelInk, 0.7)
}

func (p *Painter) text(n *ui.Node, r ui.Rect, opacity float64) {
	t := &n.Text
	if len(t.Lines) == 0 {
		return
	}
	inner := r.Inset(n.Box.Pad)
	m := p.fonts.Metrics(t.Style)
	y := inner.Y + (inner.H-m.LineHeight*float64(len(t.Lines)))/2
	for _, line := range t.Lines {
		if n.Look.Motion == ui.Counts {
			line = p.counted(n, line)
		}
		x := inner.X
		switch t.Align {
		case ui.Middle:
			x += (inner.W - line.Width) / 2
		case ui.End:
			x += inner.W - line.Width
		}
		// Capitals sit in the middle of their line, which is where the eye looks for them.
		baseline := y + (m.LineHeight+m.CapHeight)/2
		p.glyphs(t.Style, line.Text, x, baseline, n.Look.Ink, opacity)
		if n.Look.Under {
			thick := max(1/p.state.Ratio, t.Style.Size*0.06)
			p.fill(ui.Rect{X: x, Y: baseline + t.Style.Size*0.14, W: line.Width, H: thick}, 0, n.Look.Ink, n.Look.Ink, opacity*0.8)
		}
		y += m.LineHeight
	}
}

// counted is a line with a number that has not come to what it says yet.
func (p *Painter) counted(n *ui.Node, line typeset.Line) typeset.Line {
	to := motion.Amount(line.Text)
	if now := p.state.Motion.Number(n.Key, to); now != to {
		line.Text = motion.Written(line.Text, now)
		line.Width = p.fonts.Measure(n.Text.Style, line.Text)
	}
	return line
}

// wholePixels is the size of text, in device pixels, from which a letter stands well enough on a whole pixel: quarters of
// one would take four masks where one does.
const wholePixels = 48

func (p *Painter) glyphs(style typeset.Style, text string, x, baseline float64, ink ui.Token, opacity float64) {
	ratio := p.state.Ratio
	row := math.Round(baseline * ratio)
	size := style.Size * ratio
	for _, g := range p.fonts.Glyphs(style, text) {
		column, quarter := typeset.Snap((x + g.X) * ratio)
		if size > wholePixels {
			column, quarter = math.Round((x+g.X)*ratio), 0
		}
		mask, ok := p.atlas.Glyph(g.Face, g.Index, size, quarter)
		if !ok {
			p.full = true
			return
		}
		p.mask(mask, column, row, ink, opacity)
	}
}
