package countdown_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/countdown"
	"houselights/game/pack"
)

// vectors are what the countdown of the game and that of the poster, web/poster/count.ts, must both find. Instants are to
// the millisecond. web/tests/count.test.ts reads the same file.
type vectors struct {
	Events []json.RawMessage // as in a pack
	Cases  []struct {
		Name, Zone, Now string
		Events          []string // by id, in the pack's order
		Next            string   // the id; "" for none, and then there is no state
		State           *struct {
			Phase, Target string
			Left          [4]int // days, hours, minutes, seconds
			Fraction      float64
			Years         int
			Change        string // "" for never
		}
	}
}

func TestVectors(t *testing.T) {
	data, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var v vectors
	require.NoError(t, json.Unmarshal(data, &v))
	byID := map[string]pack.Event{}
	for _, e := range readEvents(t, v.Events) {
		byID[e.ID] = e
	}
	phases := map[string]countdown.Phase{"before": countdown.Before, "today": countdown.Today, "after": countdown.After}

	for _, c := range v.Cases {
		t.Run(c.Name, func(t *testing.T) {
			var events []pack.Event
			for _, id := range c.Events {
				require.Contains(t, byID, id)
				events = append(events, byID[id])
			}
			now := instant(t, c.Now)
			z := countdown.Probe(c.Zone, offsets(t, c.Zone), now.AddDate(-5, 0, 0), now.AddDate(5, 0, 0))

			next := countdown.Next(events, now, z)
			if c.Next == "" {
				require.Equal(t, -1, next)
				return
			}
			require.GreaterOrEqual(t, next, 0)
			require.Equal(t, c.Next, events[next].ID)
			want := countdown.State{Phase: phases[c.State.Phase], Target: instant(t, c.State.Target),
				Days: c.State.Left[0], Hours: c.State.Left[1], Minutes: c.State.Left[2], Seconds: c.State.Left[3],
				Fraction: c.State.Fraction, Years: c.State.Years}
			if c.State.Change != "" {
				want.NextChange = instant(t, c.State.Change)
			}
			got := countdown.At(events[next], now, z)
			assert.InDelta(t, want.Fraction, got.Fraction, 1e-12)
			got.Fraction = want.Fraction
			assert.Equal(t, want, got)
			assert.Equal(t, want.Target, countdown.Target(events[next], now, z))
		})
	}
}

// readEvents reads events as they stand in a pack.
func readEvents(t *testing.T, list []json.RawMessage) []pack.Event {
	t.Helper()
	text, err := json.Marshal(map[string]any{"houselights": 1, "title": "T", "events": list,
		"questions": []any{map[string]any{"ask": "?", "right": true}}})
	require.NoError(t, err)
	p, err := pack.Read("test", text)
	require.NoError(t, err)
	return p.Events
}
