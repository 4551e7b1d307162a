package app_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"houselights/game/app"
	"houselights/game/trivia"
)

// told are what the page around has been told by messages.
func told(m app.Model, msgs ...app.Msg) (app.Model, []string) {
	var all []string
	for _, msg := range msgs {
		var effects []app.Effect
		m, effects = app.Update(m, msg)
		for _, e := range effects {
			if t, ok := e.(app.Tell); ok {
				all = append(all, string(t.What)+" "+t.Detail)
			}
		}
	}
	return m, all
}

// parse reads messages, one a line.
func parse(t *testing.T, lines ...string) []app.Msg {
	t.Helper()
	var all []app.Msg
	for _, line := range lines {
		msg, err := app.Parse(line)
		assert.NoError(t, err)
		all = append(all, msg)
	}
	return all
}

// TestARoundIsToldOnce checks that each step of a round is told when it happens, and not again when somebody comes back to it.
func TestARoundIsToldOnce(t *testing.T) {
	right := func(m app.Model) app.Msg {
		card, _ := m.Play.Current()
		return app.Answer{Place: card.RightPlace()}
	}
	for _, kiosk := range []bool{false, true} {
		m, all := told(newModel(t, app.Options{Kiosk: kiosk}), parse(t, clock(0), "open modes", "choose pace", "start")...)
		assert.Equal(t, []string{`start {"mode":"classic","of":10}`, `question {"number":1,"of":10}`}, all)
		m, all = told(m, parse(t, "back", "resume", "hidden", clock(5), "shown", "back", "open modes", "resume")...)
		assert.Empty(t, all, "the same question")
		if !kiosk {
			m, all = told(newModel(t, app.Options{}), append(parse(t, clock(6)), app.Resumed{Snapshot: m.Snapshot(), Seen: m.Now})...)
			assert.Equal(t, app.Question, m.Screen)
			assert.Empty(t, all, "after a crash")
		}
		m, all = told(m, right(m))
		assert.Equal(t, []string{`answer {"number":1,"of":10,"right":true,"points":1}`}, all)
		m, all = told(m, parse(t, "answer 0", "back", "resume")...)
		assert.Empty(t, all, "the same answer")
		m, all = told(m, parse(t, "next", "answer 9")...)
		assert.Equal(t, []string{`question {"number":2,"of":10}`, `answer {"number":2,"of":10,"right":false,"points":0}`}, all)
		for range trivia.Length - 2 {
			m, _ = told(m, app.Next{})
			m, _ = told(m, right(m))
		}
		m, all = told(m, app.Next{})
		assert.Equal(t, []string{`complete {"mode":"classic","points":9,"right":9,"of":10,"best":true}`}, all)
		_, all = told(m, parse(t, "next", "open review", "back", "open settings", "back")...)
		assert.Empty(t, all, "the same result")
	}
}

func TestTimeRunningOutIsTold(t *testing.T) {
	miss := `answer {"number":1,"of":10,"right":false,"points":0}`
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"while seen":               {[]string{clock(20), clock(21)}, []string{miss}},
		"while away":               {[]string{"back", clock(30), "resume", "back", "resume"}, []string{miss}},
		"with the phase, in order": {[]string{"tick 2027-07-28T12:00:00Z"}, []string{phase("birthday", "last-day"), miss}},
	} {
		m, _ := told(newModel(t, app.Options{}), parse(t, clock(0), "choose daily", "start")...)
		_, all := told(m, parse(t, c.lines...)...)
		assert.Equal(t, c.want, all, name)
	}
}

// TestPhaseIsTold checks that the page is told of each phase, wherever the visitor is and with no more ticks than the model asks
// for; but of none that is so at the start, and of none while nobody can see the game.
func TestPhaseIsTold(t *testing.T) {
	all := []string{phase("sequel", "last-minute"), phase("sequel", "last-ten"), phase("sequel", "now"),
		phase("sequel", "today"), phase("birthday", "near")}
	for name, c := range map[string]struct {
		options app.Options
		lines   []string
		want    []string
	}{
		"at home":                  {app.Options{}, nil, all},
		"on the settings":          {app.Options{}, []string{"open settings"}, all},
		"in a round with no hurry": {app.Options{}, []string{"choose pace", "start"}, all},
		"in a kiosk":               {app.Options{Kiosk: true}, []string{"open modes"}, all},
		"hidden":                   {app.Options{}, []string{"hidden"}, nil},
	} {
		begun := time.Date(2026, 2, 14, 7, 58, 30, 0, time.UTC)
		m, first := told(newModel(t, c.options), app.Tick{Now: begun})
		assert.Empty(t, first, "%s: the start", name)
		m, _ = told(m, parse(t, c.lines...)...)
		var got []string
		for next := m.NextTick(); !next.IsZero() && next.Before(begun.Add(17*time.Hour)); next = m.NextTick() {
			var more []string
			m, more = told(m, app.Tick{Now: next})
			got = append(got, more...)
		}
		assert.Equal(t, c.want, got, name)
	}
}

func phase(event, name string) string {
	return `phase {"event":"` + event + `","phase":"` + name + `"}`
}

// TestAnotherEventsPhase checks that what is counted to from now on is told of where it is in another phase.
func TestAnotherEventsPhase(t *testing.T) {
	const soon = `aimed {"Event":"2026-12-20T08:00:00Z","Title":"The show"}`
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"one that is over":           {[]string{"pick sequel", clock(1), clock(2)}, []string{phase("sequel", "past")}},
		"and back":                   {[]string{"pick sequel", clock(1), "pick birthday", clock(2)}, []string{phase("sequel", "past"), phase("birthday", "near")}},
		"one that is as near":        {[]string{soon, clock(1)}, nil},
		"of which the next is told":  {[]string{soon, clock(1), "open modes", "tick 2026-12-20T07:00:00Z"}, []string{phase("The show", "last-day")}},
		"while nobody can see it":    {[]string{"hidden", `aimed {"Event":"sequel"}`, clock(1)}, nil},
		"which is told when one can": {[]string{"hidden", `aimed {"Event":"sequel"}`, clock(1), "shown"}, []string{phase("sequel", "past")}},
	} {
		m, _ := told(newModel(t, app.Options{}), parse(t, clock(0))...)
		_, got := told(m, parse(t, c.lines...)...)
		assert.Equal(t, c.want, got, name)
	}
}

// TestTheStartIsNoNews checks that nothing is told of a phase that is so from the start, whatever is heard of first.
func TestTheStartIsNoNews(t *testing.T) {
	picked, _ := play(t, newModel(t, app.Options{}), "tick 2026-07-28T11:00:00Z", "pick sequel")
	resumed := app.Resumed{Snapshot: picked.Snapshot(), Seen: picked.Now}.Text()
	auckland := `zone {"Changes":[{"From":0,"Offset":43200}]}`
	for name, lines := range map[string][]string{
		"a zone where the day has come": {"tick 2026-07-28T13:00:00Z", auckland, "seed 4", "tick 2026-07-28T13:00:01Z"},
		"a zone before the clock":       {auckland, "tick 2026-07-28T13:00:00Z", "tick 2026-07-28T13:00:01Z"},
		"a clock that is wrong":         {"corrected 3h0m0s 0s", "tick 2026-07-28T13:00:00Z", auckland, "tick 2026-07-28T13:00:01Z"},
		"a visit taken up":              {"tick 2026-07-28T11:00:01Z", resumed, "tick 2026-07-28T11:00:02Z"},
	} {
		_, all := told(newModel(t, app.Options{}), parse(t, lines...)...)
		assert.Empty(t, all, name)
	}
}

// TestHiddenPhase checks that the page hears of the phase that has come meanwhile when the game is seen again.
func TestHiddenPhase(t *testing.T) {
	m, all := told(newModel(t, app.Options{}), parse(t, "tick 2026-02-13T07:00:00Z", "open settings", "hidden", "tick 2026-02-14T07:59:30Z", "tick 2026-02-14T08:00:10Z")...)
	assert.Empty(t, all)
	_, all = told(m, parse(t, "shown", "tick 2026-02-14T08:00:11Z")...)
	assert.Equal(t, []string{phase("sequel", "now")}, all)
}

// TestAKiosksPhase checks that a phase that comes as a kiosk forgets its player is told.
func TestAKiosksPhase(t *testing.T) {
	_, all := told(newModel(t, app.Options{Kiosk: true}), parse(t, "tick 2026-02-14T07:58:55Z", "active", "tick 2026-02-14T07:59:55Z", "tick 2026-02-14T07:59:56Z")...)
	assert.Equal(t, []string{phase("sequel", "last-ten")}, all)
}
