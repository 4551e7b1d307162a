package scenes_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/scenes"
)

// TestEveryModeCanBePlayed plays ten rounds of each mode to their end, every other question right and the rest wrong: each question
// of a round can be answered right, and wrong, and is told apart.
func TestEveryModeCanBePlayed(t *testing.T) {
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	for _, mode := range []app.Mode{app.Daily, app.Classic, app.Pace, app.Rumour} {
		for i := range 10 {
			day := time.Date(2026, 11, 26+i, 9, 0, 0, 0, time.UTC).Format(time.RFC3339)
			m, err := scenes.Tell(p, app.Options{}, fmt.Sprintf("tick %s; seed %d; set seen yes; choose %s; start", day, i, mode))
			require.NoError(t, err)
			for n := range 10 {
				require.Equal(t, app.Question, m.Screen, "%s round %d question %d", mode, i, n)
				q, _, _ := m.Asking()
				for _, msg := range append(scenes.Answer(m, n%2 == 0), app.Next{}) {
					m, _ = app.Update(m, msg)
				}
				a := m.Play.Answers[n]
				assert.Equal(t, n%2 == 0, a.Right, "%s %s", mode, q.ID)
				assert.Equal(t, n%2 == 0, a.Points > 0, "%s %s", mode, q.ID)
				assert.False(t, a.Missed(), q.ID)
			}
			assert.Equal(t, app.Results, m.Screen)
		}
	}
}
