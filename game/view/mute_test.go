package view_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/ui"
)

// TestMutableEverywhere checks that with sound on every screen in every size has one button that mutes it, that the muted game has one that
// does the opposite, and that nobody who has not asked for sound sees any.
func TestMutableEverywhere(t *testing.T) {
	v := newViewer(t)
	for _, scene := range allScenes(t) {
		for _, size := range sizes {
			for sound, want := range map[string]app.Set{"": {}, "on": {Name: "sound", Value: "off"}, "off": {Name: "sound", Value: "on"}} {
				m := scene.Model
				m.Saved.Settings.Sound = sound
				var found []*ui.Node
				v.Screen(m, size.w, size.h).Root.Walk(func(n *ui.Node) bool {
					if n.Key == "mute" {
						found = append(found, n)
					}
					return true
				})
				if sound == "" {
					assert.Empty(t, found, "%s %v", scene.Name, size)
					continue
				}
				require.Len(t, found, 1, "%s %v %s", scene.Name, size, sound)
				assert.Equal(t, want, found[0].On)
				assert.Equal(t, sound == "on", found[0].State.Has(ui.Pressed))
			}
		}
	}
}
