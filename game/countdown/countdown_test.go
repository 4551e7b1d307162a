package countdown_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/countdown"
	"houselights/game/pack"
)

// events reads the built-in pack's two: the sequel as reported, and the birthday.
func events(t *testing.T) []pack.Event {
	t.Helper()
	p, err := pack.Read("test", []byte(`{"houselights":1,"title":"T","questions":[{"ask":"?","right":true}],"events":[
		{"id":"sequel","title":"The sequel","at":"2026-02-14T00:00:00-08:00","zone":"America/Los_Angeles","status":"reported"},
		{"id":"birthday","title":"Birthday","caption":"{years}","yearly":"07-29","since":2022,"status":"released"}]}`))
	require.NoError(t, err)
	return p.Events
}

// TestAtNanosecond holds what the shared vectors cannot say: they count in milliseconds, as a page does.
func TestAtNanosecond(t *testing.T) {
	sequel, z := events(t)[0], zone(t, losAngeles)
	for _, c := range []struct {
		name, now  string
		phase      countdown.Phase
		seconds    int
		nextChange string
	}{
		{"just over a second", "2026-02-13T23:59:58.999999999-08:00", countdown.Before, 2, "2026-02-13T23:59:59-08:00"},
		{"the last nanosecond", "2026-02-13T23:59:59.999999999-08:00", countdown.Before, 1, "2026-02-14T00:00:00-08:00"},
		{"a nanosecond past", "2026-02-14T00:00:00.000000001-08:00", countdown.Today, 0, "2026-02-15T00:00:00-08:00"},
		{"end of the day", "2026-02-14T23:59:59.999999999-08:00", countdown.Today, 0, "2026-02-15T00:00:00-08:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := countdown.At(sequel, instant(t, c.now), z)
			assert.Equal(t, c.phase, s.Phase)
			assert.Equal(t, c.seconds, s.Seconds)
			assert.Equal(t, instant(t, c.nextChange), s.NextChange)
		})
	}
}

// TestNextChange walks from change to change: nothing differs just before one,
// and something does at it. The instants lie between whole seconds too.
func TestNextChange(t *testing.T) {
	leap := pack.Event{Yearly: pack.Yearly{Month: time.February, Day: 29, Since: 2024}}
	odd := pack.Event{At: instant(t, "2026-03-08T09:59:59.75Z")}
	for _, name := range []string{losAngeles, lordHowe, kathmandu} {
		z := zone(t, name)
		for _, e := range append(events(t), leap, odd) {
			target := countdown.Target(e, instant(t, "2026-01-15T00:00:00Z"), z)
			now := target.Add(-2500*time.Millisecond - 1)
			for step := 0; ; step++ {
				s := countdown.At(e, now, z)
				if s.NextChange.IsZero() {
					require.Equal(t, countdown.After, s.Phase)
					require.Equal(t, 4, step)
					break
				}
				require.True(t, s.NextChange.After(now))
				require.Equal(t, s, countdown.At(e, s.NextChange.Add(-1), z), "nothing differs before the change")
				require.NotEqual(t, s, countdown.At(e, s.NextChange, z))
				if now = s.NextChange; step == 6 {
					break // a yearly event goes on for ever
				}
			}
		}
	}
}
