//go:build !js

package draw_test

import (
	"fmt"
	"image"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/draw"
	"houselights/game/draw/picture"
	"houselights/game/motion"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/ui"
)

// moving is the middle of a motion: a scene so many milliseconds after another one.
type moving struct {
	before, after string // before is "" where nothing was shown
	at            int
	theme         string
	calm          bool
}

func (m moving) name() string {
	name := fmt.Sprintf("moving-%s-%d_720x480_%s", m.after, m.at, m.theme)
	if m.calm {
		name += "_calm"
	}
	return name
}

var movings = []moving{
	{after: "home", at: 140, theme: "dark"},
	{after: "home", at: 1700, theme: "light"},
	{before: "home", after: "modes-known", at: 60, theme: "dark"},
	{before: "question-second", after: "reveal-right", at: 120, theme: "light"},
	{before: "question", after: "reveal-wrong", at: 240, theme: "dark"},
	{before: "question", after: "reveal-wrong", at: 100, theme: "dark", calm: true},
	{before: "reveal-right", after: "results", at: 200, theme: "dark"},
	{before: "reveal-right", after: "results-untimed", at: 900, theme: "light"},
	{before: "reveal-right", after: "results-days", at: 1000, theme: "dark"},
	{before: "home-last-minute", after: "home-now", at: 900, theme: "dark"},
}

// stage are the scenes, as they are shown in a frame.
type stage struct {
	t       *testing.T
	all     []scenes.Scene
	screens func(scenes.Scene) *ui.Screen
}

func (s stage) screen(name string) *ui.Screen {
	i := slices.IndexFunc(s.all, func(one scenes.Scene) bool { return one.Name == name })
	require.GreaterOrEqual(s.t, i, 0, name)
	return s.screens(s.all[i])
}

// frame paints the middle of a motion, given a painter that may have painted anything before.
func (m moving) frame(s stage, painter *draw.Painter) *image.NRGBA {
	var timeline motion.Timeline
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	if m.before != "" {
		gone := s.screen(m.before)
		timeline.Show(gone, now.Add(-time.Minute))
		picture.Paint(painter, gone, draw.State{Ratio: 1}) // its scenery fades
	}
	screen := s.screen(m.after)
	timeline.Show(screen, now)
	return picture.Paint(painter, screen, draw.State{Ratio: 1, Motion: timeline.Frame(now.Add(time.Duration(m.at) * time.Millisecond))})
}

// TestMoving holds the middle of motions against the golden pictures, as TestPictures does screens at rest. What a painter has painted
// before must not be seen in it.
func TestMoving(t *testing.T) {
	viewer, used, err := program.Parts()
	require.NoError(t, err)
	all, err := scenes.All()
	require.NoError(t, err)
	for _, m := range movings {
		s := stage{t, all, func(one scenes.Scene) *ui.Screen {
			one.Model.Around.Theme, one.Model.Around.Calm = m.theme, m.calm
			return viewer.Screen(one.Model, 720, 480)
		}}
		_, fresh, err := program.Parts()
		require.NoError(t, err)
		got := m.frame(s, used)
		assert.Equal(t, m.frame(s, fresh).Pix, got.Pix, m.name())
		hold(t, m.name(), rounded(got))
	}
}
