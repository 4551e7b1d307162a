//go:build !js

package stage_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/platform"
	"houselights/game/scenes"
	"houselights/game/ui"
)

func TestDragScrollsAndDoesNotPress(t *testing.T) {
	tb := newTable(t, app.Options{}, app.Open{Screen: app.Settings})
	tb.size(320, 240)
	tb.frame()
	x, y := tb.node("lang-vi").Rect.Center()
	tb.say(platform.Pointer{X: x, Y: y, Down: true}, platform.Pointer{X: x, Y: y - 60}, platform.Pointer{X: x, Y: y - 60, Up: true})
	assert.True(t, tb.frame())
	assert.Equal(t, "en", tb.screen.Lang)
}

// TestSlider moves a number by every event that may.
func TestSlider(t *testing.T) {
	p, err := scenes.Kinds()
	require.NoError(t, err)
	toNumber := []app.Msg{app.Seeded{Seed: 4}, app.Choose{Mode: app.Classic}, app.Start{}, app.Mark{Place: 0}, app.Done{}, app.Next{},
		app.Mark{Place: 0}, app.Mark{Place: 1}, app.Mark{Place: 2}, app.Mark{Place: 3}, app.Done{}, app.Next{}}
	for name, c := range map[string]struct {
		events func(ui.Rect) []platform.Event
		want   float64
	}{
		"the page's own slider":   {func(ui.Rect) []platform.Event { return []platform.Event{platform.Slide{Key: "scale", Step: 17}} }, 17},
		"beyond its end":          {func(ui.Rect) []platform.Event { return []platform.Event{platform.Slide{Key: "scale", Step: 1700}} }, 100},
		"something that is none":  {func(ui.Rect) []platform.Event { return []platform.Event{platform.Slide{Key: "done", Step: 17}} }, 0},
		"the button for a step":   {func(ui.Rect) []platform.Event { return []platform.Event{platform.Press{Key: "more"}} }, 1},
		"below its start":         {func(ui.Rect) []platform.Event { return []platform.Event{platform.Press{Key: "less"}} }, 0},
		"a click":                 {func(r ui.Rect) []platform.Event { return drag(r, 0.25, 0.25) }, 25},
		"a drag":                  {func(r ui.Rect) []platform.Event { return drag(r, 0.1, 0.6) }, 60},
		"a drag out of the frame": {func(r ui.Rect) []platform.Event { return drag(r, 0.1, 9) }, 100},
		"moved without pressing":  {func(r ui.Rect) []platform.Event { return []platform.Event{platform.Pointer{X: r.X + 90, Y: r.Y + 9}} }, 0},
		"arrows": {func(ui.Rect) []platform.Event {
			return []platform.Event{platform.Step{By: 1}, platform.Arrow{DX: 1}, platform.Arrow{DX: 1}, platform.Arrow{DX: -1}}
		}, 1},
		"pages": {func(ui.Rect) []platform.Event {
			return []platform.Event{platform.Focus{Key: "scale", Visible: true}, platform.Page{Down: -1, By: 1}, platform.Page{Down: -1, By: 1}, platform.Page{Down: 1, By: -1}}
		}, 10},
		"enter": {func(ui.Rect) []platform.Event {
			return []platform.Event{platform.Slide{Key: "scale", Step: 5}, platform.Focus{Key: "scale", Visible: true}, platform.Confirm{}}
		}, 5},
	} {
		t.Run(name, func(t *testing.T) {
			tb := newTableWith(t, p, app.Options{}, toNumber...)
			tb.say(c.events(tb.node("scale").Rect)...)
			tb.frame()
			require.Equal(t, "question", tb.screen.Name)
			assert.Equal(t, c.want, tb.node("scale").Value.Now)
		})
	}
}

// TestSliderAndKeys checks that keys go on where the pointer has let go, that a slider at its end rests, and that a stroke
// down a column that scrolls is meant for that.
func TestSliderAndKeys(t *testing.T) {
	p, err := scenes.Kinds()
	require.NoError(t, err)
	tb := newTableWith(t, p, app.Options{}, app.Seeded{Seed: 4}, app.Choose{Mode: app.Classic}, app.Start{}, app.Mark{Place: 0}, app.Done{}, app.Next{},
		app.Mark{Place: 0}, app.Mark{Place: 1}, app.Mark{Place: 2}, app.Mark{Place: 3}, app.Done{}, app.Next{})
	now := func() float64 { return tb.node("scale").Value.Now }
	tb.say(drag(tb.node("scale").Rect, 0.1, 0.4)...)
	tb.frame()
	tb.say(platform.Arrow{DX: 1}, platform.Arrow{DX: 1}, platform.Page{Down: 1, By: -1})
	tb.frame()
	assert.Equal(t, 32.0, now())
	tb.say(platform.Slide{Key: "scale", Step: 100})
	tb.frame()
	tb.say(platform.Arrow{DX: 1})
	assert.False(t, tb.frame(), "at its end it moves no further")

	tb.size(320, 240)
	tb.frame()
	require.NotNil(t, tb.screen.Column())
	tb.say(platform.Wheel{Y: 1000})
	tb.frame()
	r := tb.node("scale").Rect
	foot := tb.screen.Column().Content - tb.screen.Column().Rect.H
	x, y := r.X+r.W/2, r.Y+r.H/2-foot
	tb.say(platform.Pointer{X: x, Y: y, Down: true}, platform.Pointer{X: x + 3, Y: y + 60}, platform.Pointer{X: x + 3, Y: y + 60, Up: true})
	assert.True(t, tb.frame(), "the column has moved")
	assert.Equal(t, 100.0, now())
	tb.say(platform.Wheel{Y: 1000}, platform.Pointer{X: x, Y: y, Down: true}, platform.Pointer{X: x, Y: y, Up: true})
	tb.frame()
	assert.InDelta(t, 50, now(), 1, "a tap is no stroke")
}

// TestAThingOnAKeyIsNobody checks that a kiosk forgets its player though an arrow is held down.
func TestAThingOnAKeyIsNobody(t *testing.T) {
	tb := newTable(t, app.Options{Kiosk: true}, app.Choose{Mode: app.Daily}, app.Start{})
	tb.say(platform.Arrow{DX: 1})
	tb.frame()
	for range 61 {
		tb.pass(time.Second)
		tb.say(platform.Arrow{DX: 1, Again: true})
		tb.frame()
	}
	assert.Equal(t, "home", tb.screen.Name)
}

// drag holds the pointer down from one share of a slider's way to another.
func drag(r ui.Rect, from, to float64) []platform.Event {
	x := func(share float64) float64 { return r.X + r.H/2 + share*(r.W-r.H) }
	y := r.Y + r.H/2
	return []platform.Event{platform.Pointer{X: x(from), Y: y, Down: true}, platform.Pointer{X: x(to), Y: y + 40}, platform.Pointer{X: x(to), Y: y + 40, Up: true},
		platform.Pointer{X: x(0), Y: y}} // let go, it follows no more
}

// TestKeysPressOnlyWhatIsSeen checks that the first key after a click only shows where the focus is.
func TestKeysPressOnlyWhatIsSeen(t *testing.T) {
	tb := newTable(t, app.Options{Mode: "classic"})
	x, y := tb.node("start").Rect.Center()
	tb.say(platform.Pointer{X: x, Y: y, Down: true}, platform.Pointer{X: x, Y: y, Up: true})
	tb.frame()
	assert.Equal(t, "question", tb.screen.Name)
	tb.say(platform.Confirm{})
	tb.frame()
	assert.Equal(t, "question", tb.screen.Name, "now it is seen")
	tb.say(platform.Confirm{})
	tb.frame()
	assert.Equal(t, "reveal", tb.screen.Name)
}
