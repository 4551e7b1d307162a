package view_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/ui"
)

// TestMoments checks what each scene celebrates or warns of, and that a result does so once.
func TestMoments(t *testing.T) {
	v := newViewer(t)
	want := map[string]ui.Moments{
		"home": ui.Arrival, "countdown": ui.Arrival, "home-unknown": ui.Arrival, "home-today": ui.Arrival, "home-last-minute": ui.LastSecond, "home-now": ui.Zero,
		"modes": 0, "question": 0, "question-late": ui.LastQuarter, "question-untimed": 0, "reveal-right": 0,
		"results": ui.NewBest, "results-untimed": ui.NewBest | ui.Perfect, "results-daily": 0, "results-days": ui.NewBest | ui.DaysInARow, "review": 0,
	}
	seen := 0
	for _, scene := range allScenes(t) {
		m := scene.Model
		if moments, ok := want[scene.Name]; ok {
			seen++
			assert.Equal(t, moments, v.Screen(m, 720, 480).Moments, scene.Name)
		}
		switch scene.Name {
		case "results-untimed":
			m, _ = app.Update(m, app.Open{Screen: app.Review})
			m, _ = app.Update(m, app.Back{})
			require.Equal(t, app.Results, m.Screen)
			assert.Zero(t, v.Screen(m, 720, 480).Moments, "it has been celebrated")
		case "home-last-minute":
			assert.Equal(t, 7, v.Screen(m, 720, 480).Beat)
			m, _ = app.Update(m, app.Tick{Now: m.Now.Add(time.Second)})
			assert.Equal(t, 6, v.Screen(m, 720, 480).Beat, "each second is another one")
			m, _ = app.Update(m, app.Tick{Now: m.Now.Add(10 * time.Second)})
			assert.Equal(t, ui.Arrival, v.Screen(m, 720, 480).Moments, "of a reported date nothing is known to begin")
		case "question-late":
			assert.Equal(t, 0, v.Screen(m, 720, 480).Beat)
		}
	}
	assert.Equal(t, len(want), seen)
}
