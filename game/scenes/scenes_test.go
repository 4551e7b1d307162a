package scenes_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/pack/aiken"
	"houselights/game/pack/bank"
	"houselights/game/pack/gift"
	"houselights/game/pack/kahoot"
	"houselights/game/pack/opentdb"
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
			require.Len(t, m.Play.Cards, 10)
			play(t, m, fmt.Sprint(mode, " round ", i))
		}
	}
}

// play plays a round that has begun to its end, every other question right.
func play(t *testing.T, m app.Model, round string) {
	for n := range m.Play.Cards {
		require.Equal(t, app.Question, m.Screen, "%s question %d", round, n)
		q, _, _ := m.Asking()
		for _, msg := range append(scenes.Answer(m, n%2 == 0), app.Next{}) {
			m, _ = app.Update(m, msg)
		}
		a := m.Play.Answers[n]
		assert.Equal(t, n%2 == 0, a.Right, "%s %s", round, q.ID)
		assert.Equal(t, n%2 == 0, a.Points > 0, "%s %s", round, q.ID)
		assert.False(t, a.Missed(), "%s %s", round, q.ID)
	}
	assert.Equal(t, app.Results, m.Screen, round)
}

// TestImportedPacksCanBePlayed plays rounds of what is made of the question banks in testdata, in every mode that it offers.
func TestImportedPacksCanBePlayed(t *testing.T) {
	for kind, read := range map[string]func([]byte) (*bank.Bank, error){"aiken": aiken.Read, "gift": gift.Read, "kahoot": kahoot.Read, "opentdb": opentdb.Read} {
		paths, err := filepath.Glob("../pack/" + kind + "/testdata/*.*")
		require.NoError(t, err)
		all := &bank.Bank{} // of the kind
		for _, path := range paths {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			if b, err := read(data); err == nil {
				all.Items = append(all.Items, b.Items...)
			}
		}
		p, report := all.Pack(kind, "en")
		require.NotNil(t, p, kind)
		require.Greater(t, report.Kept, 10, kind)
		p, err = pack.Read(kind, p.Write())
		require.NoError(t, err)
		for seed := range 20 {
			for _, mode := range []app.Mode{app.Daily, app.Classic, app.Pace, app.Rumour} {
				m, err := scenes.Tell(p, app.Options{}, fmt.Sprintf("tick 2026-11-26T09:00:00Z; seed %d; set seen yes; choose %s; start", seed, mode))
				require.NoError(t, err)
				if m.Offers(mode) {
					play(t, m, fmt.Sprint(kind, " ", mode, " ", seed))
				}
			}
		}
	}
}
