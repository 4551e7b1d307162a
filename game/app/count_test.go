package app_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
)

// TestPhaseNews checks that a new phase is announced once, where the countdown is shown and can be seen, and that no second is.
func TestPhaseNews(t *testing.T) {
	heard := func(t *testing.T, before ...string) []string {
		m := newModel(t, app.Options{})
		m, _ = play(t, m, append([]string{"tick 2026-02-14T07:58:55Z"}, before...)...)
		start := time.Date(2026, 2, 14, 7, 58, 56, 0, time.UTC)
		var heard []string
		for i := range 130 {
			var effects []app.Effect
			now := start.Add(time.Duration(i) * time.Second)
			if m, effects = play(t, m, app.Tick{Now: now}.Text()); len(effects) > 0 {
				require.Equal(t, []app.Effect{app.Announce{What: app.NewPhase}}, effects)
				heard = append(heard, now.Format("15:04:05"))
			}
		}
		return heard
	}
	phases := []string{"07:59:00", "07:59:50", "08:00:00", "08:01:00"}
	assert.Equal(t, phases, heard(t))
	assert.Equal(t, phases, heard(t, "open countdown"))
	assert.Empty(t, heard(t, "open modes"))
	assert.Empty(t, heard(t, "hidden"))

	// The start is no news, whatever comes before the first tick.
	first := newModel(t, app.Options{})
	first, _ = play(t, first, "corrected 0s 0s")
	_, effects := play(t, first, "tick 2026-02-13T07:00:00Z")
	assert.Empty(t, effects)

	// A phase that began while nobody looked is there with the first tick after, and its news when somebody does.
	m := newModel(t, app.Options{})
	m, _ = play(t, m, "tick 2026-02-13T07:00:00Z", "hidden")
	m, effects = play(t, m, "tick 2026-02-14T08:00:10Z")
	assert.Empty(t, effects)
	_, s, _ := m.Counting()
	assert.Equal(t, countdown.Now, s.Phase)
	m, effects = play(t, m, "shown")
	assert.Equal(t, []app.Effect{app.Announce{What: app.NewPhase}}, effects)
	m, effects = play(t, m, "tick 2026-02-14T08:00:11Z")
	assert.Empty(t, effects)
	// So is one that a correction brings.
	_, effects = play(t, m, "corrected 2h0m0s 2h0m0s")
	assert.Equal(t, []app.Effect{app.Announce{What: app.NewPhase}}, effects)
}

// TestInstantOfThePack checks that a page which names the instant of a reported event does not lose that it is but reported.
func TestInstantOfThePack(t *testing.T) {
	m := newModel(t, app.Options{Event: "2026-02-14T09:00:00+01:00", EventTitle: "It is out"})
	m, _ = play(t, m, "tick 2026-02-14T08:00:10Z")
	e, _, _ := m.Counting()
	assert.Equal(t, "sequel", e.ID)
	assert.Equal(t, pack.Reported, e.Status)
}

func TestPickedEvent(t *testing.T) {
	m := newModel(t, app.Options{})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "open countdown", "open events", "pick cinema")
	e, _, _ := m.Counting()
	assert.Equal(t, "cinema", e.ID)
	assert.Equal(t, app.Count, m.Screen)

	// It is still there after a crash, and another run with another pack does not stumble over it.
	again, _ := play(t, newModel(t, app.Options{}), "tick 2026-11-22T12:00:01Z", app.Resumed{Snapshot: m.Snapshot(), Seen: m.Now}.Text())
	e, _, _ = again.Counting()
	assert.Equal(t, "cinema", e.ID)

	// So is the choice of what is next, where the page asks for something else.
	asked, _ := play(t, newModel(t, app.Options{Event: "sequel"}), "tick 2026-11-22T12:00:00Z", "pick birthday")
	again, _ = play(t, newModel(t, app.Options{Event: "sequel"}), "tick 2026-11-22T12:00:01Z", app.Resumed{Snapshot: asked.Snapshot(), Seen: m.Now}.Text())
	assert.Equal(t, -1, again.Event)

	m, _ = play(t, m, "pick birthday")
	assert.Equal(t, -1, m.Event, "what would be shown anyway goes on to the next when it is over")
	m, _ = play(t, m, "pick nothing")
	assert.Equal(t, -1, m.Event)
	m, _ = play(t, m, "back", "choose classic", "start", "pick cinema")
	assert.Equal(t, app.Question, m.Screen, "not in the middle of a round")
}

func TestBackFromTheCountdown(t *testing.T) {
	m := newModel(t, app.Options{Mode: "countdown"})
	assert.Equal(t, app.Count, m.Screen)
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "open events")
	assert.Equal(t, app.Events, m.Screen)
	m, _ = play(t, m, "back")
	assert.Equal(t, app.Count, m.Screen)
	m, _ = play(t, m, "back")
	assert.Equal(t, app.Home, m.Screen)
}

func TestLapsed(t *testing.T) {
	for _, c := range []struct {
		name, now, event string
		lapsed           bool
	}{
		{"before", "2026-02-14T07:59:59Z", "", false},
		{"on the day", "2026-02-14T23:59:59+01:00", "", false},
		{"after it, with the birthday counted to", "2026-02-15T00:00:00+01:00", "", true},
		{"where it is itself shown", "2026-11-22T12:00:00Z", "sequel", false},
		{"where something else was asked for", "2026-11-22T12:00:00Z", "cinema", false},
		{"by a clock that cannot be right", "1970-01-01T00:00:00Z", "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, _ := play(t, newModel(t, app.Options{Event: c.event}), `zone {"Changes":[{"From":0,"Offset":3600}]}`, "tick "+c.now)
			e, s, ok := m.Lapsed()
			assert.Equal(t, c.lapsed, ok)
			if ok {
				assert.Equal(t, "sequel", e.ID)
				assert.Equal(t, countdown.Past, s.Phase)
			}
		})
	}
}

func TestUnknownTime(t *testing.T) {
	m, _ := play(t, newModel(t, app.Options{}), "tick 2023-12-31T23:59:59Z")
	_, s, ok := m.Counting()
	require.True(t, ok)
	assert.Equal(t, countdown.State{}, s)
	m, effects := play(t, m, "tick 2024-01-01T00:00:00Z")
	_, s, _ = m.Counting()
	assert.Equal(t, countdown.Near, s.Phase)
	assert.Equal(t, []app.Effect{app.Announce{What: app.NewPhase}}, effects)
}

// TestCorrected checks that a question goes on as it was when the clock turns out to be wrong, and that nobody is sent home.
func TestCorrected(t *testing.T) {
	m := newModel(t, app.Options{Kiosk: true})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "choose classic", "start", "tick 2026-11-22T12:00:05Z", "corrected 3h0m0s 3h0m0s", "tick 2026-11-22T15:00:07Z")
	assert.Equal(t, 13*time.Second, m.Left())
	assert.Equal(t, app.Question, m.Screen)
	m, _ = play(t, m, "corrected 0s -3h0m0s", "tick 2026-11-22T12:00:08Z")
	assert.Equal(t, 12*time.Second, m.Left())

	// A clock that is set while a question is open, and found out at once, moves nothing.
	m, _ = play(t, m, "corrected 1h0m0s 0s", "tick 2026-11-22T12:00:09Z")
	assert.Equal(t, 11*time.Second, m.Left())

	m, _ = play(t, newModel(t, app.Options{}), "corrected 3h0m0s 3h0m0s")
	assert.True(t, m.Now.IsZero(), "what has not begun is not moved")
}

// TestCorrectedSnapshot takes up a round with another correction than the one that it was left with.
func TestCorrectedSnapshot(t *testing.T) {
	m := newModel(t, app.Options{})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "corrected 3h0m0s 3h0m0s", "tick 2026-11-22T15:00:00Z", "choose classic", "start", "tick 2026-11-22T15:00:05Z")
	kept, seen := m.Snapshot(), time.Date(2026, 11, 22, 12, 0, 6, 0, time.UTC) // by the device's clock
	for _, skew := range []time.Duration{0, 3 * time.Hour} {
		again := newModel(t, app.Options{})
		again, _ = play(t, again, app.Corrected{Skew: skew}.Text(), app.Tick{Now: seen.Add(skew + time.Minute)}.Text(), app.Resumed{Snapshot: kept, Seen: seen}.Text())
		assert.Equal(t, app.Question, again.Screen)
		assert.Equal(t, 14*time.Second, again.Left(), "%s", skew)
	}
}

// TestEventsTick checks that the list is told anew when an event comes, and when its first minute is over.
func TestEventsTick(t *testing.T) {
	m, _ := play(t, newModel(t, app.Options{Event: "2026-11-22T12:00:30Z"}), "tick 2026-11-22T12:00:20Z", "open events")
	assert.Equal(t, time.Date(2026, 11, 22, 12, 0, 30, 0, time.UTC), m.NextTick())
	m, _ = play(t, m, "tick 2026-11-22T12:01:10Z")
	assert.Equal(t, time.Date(2026, 11, 22, 12, 1, 30, 0, time.UTC), m.NextTick())
}

func TestDateForACalendar(t *testing.T) {
	for _, c := range []struct {
		name    string
		options app.Options
		lines   []string
		saved   bool
	}{
		{"on the countdown", app.Options{}, []string{"open countdown"}, true},
		{"elsewhere", app.Options{}, nil, false},
		{"in a kiosk", app.Options{Kiosk: true}, []string{"open countdown"}, false},
		{"in a frame that may save nothing", app.Options{Confined: true}, []string{"open countdown"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, _ := play(t, newModel(t, c.options), append([]string{"tick 2026-11-22T12:00:00Z"}, c.lines...)...)
			_, effects := play(t, m, "note")
			if c.saved {
				assert.Equal(t, []app.Effect{app.SaveDate{}}, effects)
			} else {
				assert.Empty(t, effects)
			}
		})
	}
}

// TestNextTickOfACountdown checks that seconds are asked for where they are shown, and nowhere else.
func TestNextTickOfACountdown(t *testing.T) {
	for _, c := range []struct{ name, event, now, want string }{
		{"far", "cinema", "2026-10-12T17:18:34Z", "2026-10-12T19:30:01Z"},
		{"near", "", "2026-11-22T12:00:00Z", "2026-11-22T12:00:01Z"},
		{"now", "", "2026-02-14T08:00:30Z", "2026-02-14T08:01:00Z"},
		{"today", "", "2026-02-14T09:00:00Z", "2026-02-15T00:00:00Z"},
		{"since", "", "2029-01-13T12:00:00Z", "2029-01-14T00:00:00Z"},
		{"past", "sequel", "2026-11-22T12:00:00Z", "2026-11-23T00:00:00Z"},
		{"another event comes", "", "2029-07-28T23:59:58Z", "2029-07-29T00:00:00Z"},
		{"unknown", "", "1970-01-01T12:00:00Z", "1970-01-02T00:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, _ := play(t, newModel(t, app.Options{Event: c.event}), "tick "+c.now)
			want, err := time.Parse(time.RFC3339, c.want)
			require.NoError(t, err)
			assert.Equal(t, want, m.NextTick())
			m, _ = play(t, m, "open countdown")
			assert.Equal(t, want, m.NextTick())
		})
	}
	m, _ := play(t, newModel(t, app.Options{}), "tick 2026-11-22T12:00:20Z", "open events")
	assert.Equal(t, time.Date(2026, 11, 22, 12, 1, 0, 0, time.UTC), m.NextTick())
}
