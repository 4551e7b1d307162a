//go:build !js

package stage_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/platform"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/stage"
)

// TestThePageAsksForAnotherEvent checks that it is counted to with the next frame, by a zone that is known that far off.
func TestThePageAsksForAnotherEvent(t *testing.T) {
	tb := newTable(t, app.Options{})
	var known time.Time
	tb.zone = func(_, to time.Time) (z countdown.Zone) { known = to; return z }
	tb.say(platform.Aimed{Event: "2051-12-24T18:00:00Z", Title: "Much later"})
	assert.True(t, tb.frame())
	assert.Contains(t, tb.node("count").Label(), "Much later. Still to go: years 25")
	assert.Greater(t, known.Year(), 2051)
	assert.Empty(t, tb.warned)
	assert.Equal(t, `phase {"event":"Much later","phase":"far"}`, tb.heard)

	tb.say(platform.Aimed{Event: "someday"})
	assert.True(t, tb.frame())
	assert.Contains(t, tb.node("count").Label(), "birthday")
	require.Len(t, tb.warned, 1)
	assert.Contains(t, tb.warned[0], `event "someday" is neither`)
	assert.Contains(t, tb.warned[0], "this is left out")
}

func TestThePageAsksForAnotherScreen(t *testing.T) {
	tb := newTable(t, app.Options{})
	tb.say(platform.Led{Mode: "classic"})
	assert.True(t, tb.frame())
	assert.Equal(t, "ready", tb.screen.Name)
	tb.press("start")
	tb.frame()
	assert.Equal(t, `question {"number":1,"of":10}`, tb.heard)
	tb.say(platform.Led{Mode: "countdown"})
	tb.frame()
	assert.Equal(t, "question", tb.screen.Name)
}

// TestHeardBeforeAnythingIsShown checks that what the page says to a frame that has no size yet is not lost.
func TestHeardBeforeAnythingIsShown(t *testing.T) {
	tb := newTable(t, app.Options{})
	viewer, painter, err := program.Parts()
	require.NoError(t, err)
	p, err := scenes.Pack()
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	tb.Game = stage.New(tb.world, viewer, painter, m)
	tb.size(0, 0)
	tb.say(platform.Led{Mode: "countdown"}, platform.Aimed{Event: "cinema"}, platform.Placed{Around: app.Surroundings{Lang: "vi", Theme: "light"}})
	tb.frame()
	tb.size(width, height)
	tb.frame()
	assert.Equal(t, "countdown", tb.screen.Name)
	assert.Equal(t, "vi", tb.screen.Lang)
	assert.Equal(t, "light", tb.screen.Theme.Name)
}

// TestErase erases with the keys of a desktop, in a frame where the question lies below what is seen.
func TestErase(t *testing.T) {
	tb := newTable(t, app.Options{}, app.Restored{Saved: app.Saved{Settings: app.Preferences{Theme: "light", Changed: 1}}}, app.Open{Screen: app.Settings})
	tb.size(320, 240)
	tb.frame()
	press := func(key string) {
		tb.say(platform.Focus{Key: key, Visible: true}, platform.Confirm{})
		assert.True(t, tb.frame())
	}
	sees := func(key string) {
		t.Helper()
		column := tb.screen.Column()
		require.NotNil(t, column)
		n := tb.node(key)
		require.NotNil(t, n, key)
		// A press at the foot of the frame meets what lies there.
		tb.say(platform.Pointer{X: n.Rect.X + 5, Y: n.Rect.Y + 5 - (column.Content - column.Rect.H), Down: true})
		tb.frame()
	}
	press("ask-erase")
	sees("spare")
	tb.say(platform.Pointer{X: 1, Y: 1, Up: true}, platform.Focus{Key: "spare", Visible: true}, platform.Confirm{})
	tb.frame()
	assert.Zero(t, tb.wiped)
	press("ask-erase")
	press("erase")
	assert.Equal(t, 1, tb.wiped)
	assert.NotNil(t, tb.node("erased"))
	assert.Equal(t, "dark", tb.screen.Theme.Name, "the page's own again")
	assert.Equal(t, app.Saved{}, tb.saved, "nothing is saved")
	tb.say(platform.Stored{Saved: app.Saved{Settings: app.Preferences{Theme: "light", Changed: 2}}}, platform.Erased{})
	tb.frame()
	assert.Equal(t, "dark", tb.screen.Theme.Name, "another copy has erased as well")
	assert.Equal(t, app.Saved{}, tb.saved)
}
