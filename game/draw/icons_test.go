//go:build !js

package draw_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"houselights/game/draw"
	"houselights/game/draw/picture"
	"houselights/game/program"
	"houselights/game/ui"
)

// TestIcons holds all icons, large and as small as they are used, side by side: they are one family.
func TestIcons(t *testing.T) {
	_, painter, err := program.Parts()
	require.NoError(t, err)
	const columns, last = 7, ui.SettingsIcon
	root := &ui.Node{Rect: ui.Rect{W: 500, H: 200}}
	for i := ui.Pick; i <= last; i++ {
		n := int(i - ui.Pick)
		large := ui.Rect{X: 10 + float64(n%columns)*70, Y: 10 + float64(n/columns)*70, W: 56, H: 56}
		small := ui.Rect{X: 10 + float64(n)*34, Y: 160, W: 20, H: 20}
		for _, r := range []ui.Rect{large, small} {
			root.Children = append(root.Children, &ui.Node{Look: ui.Look{Icon: i, Ink: ui.Ink}, Rect: r})
		}
	}
	screen := &ui.Screen{Root: root, Frame: ui.Frame{W: 500, H: 200}, Theme: ui.Dark(), Scenery: ui.Night}
	hold(t, "icons", rounded(picture.Paint(painter, screen, draw.State{Ratio: 1})))
}
