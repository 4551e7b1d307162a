package app_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/scenes"
)

// TestAimed checks that the page may count to something else at any time, as it might have from the start.
func TestAimed(t *testing.T) {
	aimed := func(event, title string) string { return app.Aimed{Event: event, Title: title}.Text() }
	const newYear = "2027-01-01T00:00:00+01:00"
	for name, c := range map[string]struct {
		options app.Options
		lines   []string
		event   string // its title
		warns   string
	}{
		"an event of the pack":                {app.Options{}, []string{aimed("cinema", "")}, "Purple Hearts at the Odeon", ""},
		"an instant":                          {app.Options{}, []string{aimed(newYear, "New year")}, "New year", ""},
		"an instant without a title":          {app.Options{}, []string{aimed(newYear, "")}, "Purple Hearts", ""},
		"another title for the same":          {app.Options{Event: newYear, EventTitle: "Old"}, []string{aimed(newYear, "New year")}, "New year", ""},
		"after another instant":               {app.Options{Event: "2026-12-24T00:00Z"}, []string{aimed(newYear, "New year")}, "New year", ""},
		"the next that matters":               {app.Options{Event: "cinema"}, []string{aimed("", "")}, "Purple Hearts’ birthday", ""},
		"what there is not":                   {app.Options{Event: "cinema"}, []string{aimed("cinemas", "")}, "Purple Hearts’ birthday", `event "cinemas" is neither in the pack (sequel, birthday, cinema, gala) nor`},
		"what there is not, after an instant": {app.Options{Event: newYear}, []string{aimed("cinemas", "")}, "Purple Hearts’ birthday", `(sequel, birthday, cinema, gala) nor`},
		"instead of what was picked":          {app.Options{}, []string{"pick sequel", aimed("cinema", "")}, "Purple Hearts at the Odeon", ""},
		"what was picked since stays":         {app.Options{Event: "cinema"}, []string{"pick sequel", aimed("cinema", "")}, "The sequel, as reported", ""},
		"in a round":                          {app.Options{}, []string{"choose pace", "start", aimed("cinema", "")}, "Purple Hearts at the Odeon", ""},
		"which goes on":                       {app.Options{}, []string{"choose pace", "start", aimed(newYear, "New year"), "answer 0", aimed("cinema", "")}, "Purple Hearts at the Odeon", ""},
	} {
		t.Run(name, func(t *testing.T) {
			m, effects := play(t, newModel(t, c.options), append([]string{clock(0)}, c.lines...)...)
			e, _, _ := m.Counting()
			assert.Equal(t, c.event, e.Title)
			warned(t, c.warns, effects)
			assert.NoError(t, m.Play.Check(m.Pack))
			// It is as if it had been asked for from the start.
			again, _ := app.New(newModel(t, app.Options{}).Pack, m.Options)
			again, _ = play(t, again, clock(0))
			assert.NoError(t, again.Fits(m.Snapshot()), "after a crash")
		})
	}
}

// warned checks that the effects have the warning, and no other; "" is for none.
func warned(t *testing.T, want string, effects []app.Effect) {
	t.Helper()
	all := []string{}
	for _, e := range effects {
		if w, ok := e.(app.Warn); ok {
			all = append(all, w.Text)
		}
	}
	if want == "" {
		assert.Empty(t, all)
	} else if assert.Len(t, all, 1) {
		assert.Contains(t, all[0], want)
	}
}

// TestAimedTimeAndAgain checks that a pack does not fill with events that are not counted to any more, and that what was shared
// stays as it is.
func TestAimedTimeAndAgain(t *testing.T) {
	p, err := scenes.Pack()
	require.NoError(t, err)
	m, err := app.New(p, app.Options{Event: "2026-12-24T00:00Z"})
	require.NoError(t, err)
	for range 20 {
		m, _ = play(t, m, `aimed {"Event":"2027-01-01T00:00Z"}`, `aimed {"Event":"2027-01-02T00:00Z"}`, `aimed {"Event":"nothing"}`, `aimed {"Event":"2027-01-03T00:00Z"}`)
		m = m.Forget()
	}
	assert.Len(t, m.Pack.Events, 5)
	m, _ = play(t, m, `aimed {}`)
	assert.Same(t, p, m.Pack)
	assert.Len(t, p.Events, 4)
	m, _ = play(t, m.Repacked(p), `aimed {"Event":"2027-01-01T00:00Z"}`)
	assert.Len(t, m.Repacked(p).Pack.Events, 5)
}

// TestAimedIsKept checks that a snapshot is kept also where nothing but the instant of the page is another.
func TestAimedIsKept(t *testing.T) {
	m := newModel(t, app.Options{Event: "2026-12-24T00:00Z"})
	m, effects := app.Update(m, app.Aimed{Event: "2026-12-25T00:00Z"})
	assert.Equal(t, []app.Effect{app.Keep{Snapshot: m.Snapshot()}}, effects)
	_, effects = app.Update(m, app.Aimed{Event: "2026-12-25T00:00Z"})
	assert.Empty(t, effects)
}

// TestAKioskIsStillIdle checks that what a page asks for is no input of a person.
func TestAKioskIsStillIdle(t *testing.T) {
	m, _ := play(t, newModel(t, app.Options{Kiosk: true}), clock(0), "choose classic", "start", clock(50), `aimed {"Event":"cinema"}`, "led countdown", "erased", clock(60))
	assert.Equal(t, app.Count, m.Screen)
	e, _, _ := m.Counting()
	assert.Equal(t, "cinema", e.ID, "what the page asks for outlives its players")
}

// TestLed checks where another mode leads.
func TestLed(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  app.Screen
		warns string
	}{
		"the countdown":               {[]string{"led countdown"}, app.Count, ""},
		"today's round":               {[]string{"led daily"}, app.Ready, ""},
		"classic, from settings":      {[]string{"open settings", "led classic"}, app.Ready, ""},
		"home":                        {[]string{"open about", "led home"}, app.Home, ""},
		"home, said by nothing":       {[]string{"open about", "led "}, app.Home, ""},
		"not out of a question":       {[]string{"choose daily", "start", "led countdown"}, app.Question, ""},
		"nor of an answer":            {[]string{"choose daily", "start", "answer 0", "led classic"}, app.Reveal, ""},
		"out of a round that is over": {append(append([]string{"choose daily", "start"}, answered(10)...), "led home"), app.Home, ""},
		"a round that was left":       {[]string{"choose pace", "start", "back", "led countdown", "resume"}, app.Question, ""},
		"what there is not":           {[]string{"open modes", "led chess"}, app.Modes, `mode "chess" is not known`},
		"what the pack has not":       {[]string{"led rumour"}, app.Home, "has no question for it"},
	} {
		m, effects := play(t, newModel(t, app.Options{}), append([]string{clock(0)}, c.lines...)...)
		assert.Equal(t, c.want, m.Screen, name)
		warned(t, c.warns, effects)
		assert.Equal(t, m.Options.Mode, m.Snapshot().Game.Mode, name)
	}
}

// answered are the messages of so many wrong or right answers.
func answered(n int) []string {
	var lines []string
	for range n {
		lines = append(lines, "answer 0", "next")
	}
	return lines
}
