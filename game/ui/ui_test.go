package ui_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/typeset"
	"houselights/game/ui"
)

func button(key string, box ui.Box) *ui.Node {
	return &ui.Node{Key: key, Role: ui.Button, Name: key, On: key, Box: box}
}

func size(w, h float64) ui.Box { return ui.Box{MinW: w, MinH: h} }

// grid is a screen of four buttons in two columns, in a frame of 200 × 100.
func grid(t *testing.T, h float64) *ui.Screen {
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	root := &ui.Node{Box: ui.Box{Dir: ui.Grid, Columns: 2, Gap: 10}, Children: []*ui.Node{
		button("a", size(50, 45)), button("b", size(50, 45)), button("c", size(50, 45)), button("d", size(50, 45))}}
	s := &ui.Screen{Root: root, Frame: ui.Frame{W: 200, H: h}, Focus: "a"}
	ui.NewLayouter(fonts).Layout(root, s.Frame, "more")
	return s
}

func TestHit(t *testing.T) {
	s := grid(t, 100)
	for _, c := range []struct {
		x, y float64
		want string
	}{{1, 1, "a"}, {94, 44, "a"}, {100, 10, ""}, {106, 10, "b"}, {199, 99, "d"}, {50, 50, ""}, {-1, 5, ""}, {200, 5, ""}} {
		got := ""
		if n := s.Hit(c.x, c.y, 0); n != nil {
			got = n.Key
		}
		assert.Equal(t, c.want, got, "%g,%g", c.x, c.y)
	}
	s.Root.Find("a").State = ui.Disabled
	assert.Nil(t, s.Hit(1, 1, 0))
}

func TestFocus(t *testing.T) {
	s := grid(t, 100)
	assert.Equal(t, "b", s.Next("a", 1).Key)
	assert.Equal(t, "a", s.Next("d", 1).Key)
	assert.Equal(t, "d", s.Next("a", -1).Key)
	assert.Equal(t, "a", s.Next("", 1).Key)
	assert.Equal(t, "d", s.Next("", -1).Key)
	assert.Equal(t, "b", s.Toward("a", 1, 0).Key)
	assert.Equal(t, "c", s.Toward("a", 0, 1).Key)
	assert.Equal(t, "b", s.Toward("d", 0, -1).Key)
	assert.Equal(t, "a", s.Toward("a", -1, 0).Key, "there is nothing to the left")
	assert.Equal(t, "a", s.Toward("", 1, 0).Key, "without a focus, the screen's own choice")
	assert.Equal(t, "c", s.Keep("c"))
	assert.Equal(t, "a", s.Keep("gone"))
	s.Root.Find("b").Shortcut = "2"
	assert.Equal(t, "b", s.Shortcut("2").Key)
	assert.Nil(t, s.Shortcut("3"))
}

// TestToggleAndProgress checks that a toggle is met and focused as a button is, a progress is not, and both can be read.
func TestToggleAndProgress(t *testing.T) {
	s := grid(t, 100)
	toggle, bar := s.Root.Find("b"), s.Root.Find("c")
	toggle.Role, toggle.State = ui.Toggle, ui.Pressed
	bar.Role, bar.On, bar.Value = ui.Progress, nil, &ui.Value{Now: 3, Max: 10, Text: "question 3 of 10"}
	assert.Equal(t, toggle, s.Hit(106, 10, 0))
	assert.Equal(t, toggle, s.Next("a", 1))
	assert.Equal(t, "d", s.Next("b", 1).Key)
	assert.Contains(t, s.Dump(), `toggle #b "b" [pressed] -> b`)
	assert.Contains(t, s.Dump(), `progress #c "c" at 3/10 "question 3 of 10" (`)
}

func TestColumnScrolls(t *testing.T) {
	s := grid(t, 60)
	require.NotNil(t, s.Column())
	assert.Equal(t, 100.0, s.Column().Content)
	assert.Equal(t, 40.0, s.Offset(1000))
	assert.Equal(t, 0.0, s.Offset(-5))
	assert.Equal(t, "c", s.Hit(10, 20, 40).Key)
	assert.Equal(t, 40.0, s.Reveal("d", 0))
	assert.Equal(t, 0.0, s.Reveal("a", 30))
	assert.Nil(t, grid(t, 100).Column())
	assert.Equal(t, 0.0, grid(t, 100).Offset(30))
}

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		w, h float64
		want ui.Shape
	}{{720, 480, ui.Wide}, {360, 640, ui.Tall}, {480, 480, ui.Square}, {560, 500, ui.Square}, {720, 120, ui.Strip}, {100, 239, ui.Strip}, {320, 240, ui.Wide}, {7680, 4320, ui.Wide}} {
		assert.Equal(t, c.want, ui.Frame{W: c.w, H: c.h}.Shape(), "%gx%g", c.w, c.h)
	}
	assert.Equal(t, 12.0, ui.Frame{W: 320, H: 240}.Type(-3), "nothing is below 12")
	assert.Equal(t, 24.0, ui.Frame{W: 320, H: 240, TextScale: 2}.Type(-3))
	assert.Equal(t, 44.0, ui.Frame{W: 320, H: 240}.Target(10))
	assert.GreaterOrEqual(t, ui.Frame{W: 1920, H: 1080}.Margin().Left, 0.05*1920)
	assert.Equal(t, ui.Edges{Top: 59, Right: 24, Bottom: 34, Left: 24}, ui.Frame{W: 360, H: 640, Covered: ui.Edges{Top: 59, Right: 10, Bottom: 34}}.Margin())
}

// TestLayout places small trees and checks every rectangle by hand.
func TestLayout(t *testing.T) {
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	box := func(w, h float64) *ui.Node { return &ui.Node{Box: size(w, h)} }
	grown := func(n *ui.Node) *ui.Node { n.Box.Grow = 1; return n }
	for name, c := range map[string]struct {
		root *ui.Node
		want []ui.Rect
	}{
		"a column stretches":        {&ui.Node{Box: ui.Box{Gap: 10}, Children: []*ui.Node{box(10, 20), box(30, 20)}}, []ui.Rect{{0, 0, 200, 20}, {0, 30, 200, 20}}},
		"a column centres":          {&ui.Node{Box: ui.Box{Across: ui.Middle, Along: ui.Middle}, Children: []*ui.Node{box(100, 40)}}, []ui.Rect{{50, 30, 100, 40}}},
		"what grows takes the rest": {&ui.Node{Children: []*ui.Node{box(10, 20), grown(box(10, 10))}}, []ui.Rect{{0, 0, 200, 20}, {0, 20, 200, 80}}},
		"a row shares":              {&ui.Node{Box: ui.Box{Dir: ui.Row}, Children: []*ui.Node{box(50, 10), grown(box(0, 10)), grown(box(0, 10))}}, []ui.Rect{{0, 0, 50, 100}, {50, 0, 75, 100}, {125, 0, 75, 100}}},
		"a row parts":               {&ui.Node{Box: ui.Box{Dir: ui.Row, Along: ui.Between}, Children: []*ui.Node{box(50, 10), box(50, 10)}}, []ui.Rect{{0, 0, 50, 100}, {150, 0, 50, 100}}},
		"a flow goes on below":      {&ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: 10}, Children: []*ui.Node{box(120, 20), box(120, 20)}}, []ui.Rect{{0, 0, 120, 20}, {0, 30, 120, 20}}},
		"padding":                   {&ui.Node{Box: ui.Box{Pad: ui.Sides(5, 10)}, Children: []*ui.Node{grown(box(0, 0))}}, []ui.Rect{{10, 5, 180, 90}}},
		"a wide child gives way":    {&ui.Node{Box: ui.Box{Dir: ui.Row}, Children: []*ui.Node{box(20, 10), {Box: ui.Box{MinH: 10}, Text: ui.Text{String: "words that go on and on for much longer than there is room", Style: style()}}}}, nil},
	} {
		ui.NewLayouter(fonts).Layout(c.root, ui.Frame{W: 200, H: 100}, "")
		for i, want := range c.want {
			assert.Equal(t, want, c.root.Children[i].Rect, name)
		}
		for _, n := range c.root.Children {
			assert.LessOrEqual(t, n.Rect.Right(), 200.01, name)
		}
	}
}

func style() typeset.Style { return typeset.Style{Face: typeset.Medium, Size: 16} }

func TestOverlap(t *testing.T) {
	r := ui.Rect{X: 0, Y: 0, W: 10, H: 10}
	assert.Equal(t, 2.0, r.Overlap(ui.Rect{X: 8, Y: 0, W: 10, H: 10}))
	assert.Equal(t, 0.0, r.Overlap(ui.Rect{X: 10, Y: 0, W: 10, H: 10}))
}
