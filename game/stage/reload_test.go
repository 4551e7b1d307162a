//go:build !js

package stage_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/platform"
	"houselights/game/scenes"
)

// TestRepacked checks that another state of the pack is on the screen with the next frame, and that nobody is taken to have
// done anything.
func TestRepacked(t *testing.T) {
	p, err := scenes.Pack()
	require.NoError(t, err)
	tb := newTableWith(t, p, app.Options{Kiosk: true})
	require.Equal(t, "Purple Hearts", tb.node("title").Label())
	from := time.Time{}
	tb.zone = func(a, b time.Time) (z countdown.Zone) { from = a; return z }
	edited := *p
	edited.Title = "Purple Hearts, mended"
	tb.say(platform.Repacked{Pack: &edited})
	assert.True(t, tb.frame())
	assert.Equal(t, "Purple Hearts, mended", tb.node("title").Label())
	assert.False(t, from.IsZero(), "its dates may be others")
	tb.press("modes")
	tb.frame()
	tb.pass(app.IdleReset - time.Second)
	tb.say(platform.Repacked{Pack: p})
	tb.frame()
	tb.pass(2 * time.Second)
	tb.frame()
	assert.Equal(t, "home", tb.screen.Name, "the kiosk still forgets on time")
}

// TestLiveReload changes the file of a pack while the desktop program plays it.
func TestLiveReload(t *testing.T) {
	titled := func(title string) string {
		return fmt.Sprintf(`{"houselights": 1, "title": %q, "questions": [{"ask": "Who?", "right": "I", "wrong": ["You"]}]}`, title)
	}
	path := filepath.Join(t.TempDir(), "my.json")
	save := func(text string) {
		require.NoError(t, os.WriteFile(path+"~", []byte(text), 0o600))
		require.NoError(t, os.Rename(path+"~", path))
	}
	save(titled("The first state"))
	g := launch(t, "--pack", path, "--lang", "en", "--theme", "dark")
	now, err := time.Parse(time.RFC3339, start)
	require.NoError(t, err)
	for _, title := range []string{"The first state", "Another, and longer"} {
		save(titled(title))
		p, err := pack.Read("my", []byte(titled(title)))
		require.NoError(t, err)
		want := paint(t, screenOf(t, modelOf(t, p, app.Tick{Now: now})), "")
		apart := 1.0
		for begun := time.Now(); apart > 0.003 && time.Since(begun) < 10*time.Second; {
			g.AdvanceTicks(1)
			apart = differing(want, g.picture())
		}
		assert.LessOrEqual(t, apart, 0.003, "%s is not shown", title)
	}
}
