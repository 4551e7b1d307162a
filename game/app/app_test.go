package app_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/scenes"
	"houselights/game/trivia"
)

// limit is the time for a question of the pack of scenes.
const limit = 20 * time.Second

var update = flag.Bool("update", false, "write the golden files anew")

func newModel(t *testing.T, o app.Options) app.Model {
	t.Helper()
	p, err := scenes.Pack()
	require.NoError(t, err)
	m, err := app.New(p, o)
	require.NoError(t, err)
	return m
}

// play sends messages as text and returns the model and the effects of the last one. Keep, which comes with almost every
// message, is left to the tests of snapshots, and Tell to a test of its own.
func play(t *testing.T, m app.Model, lines ...string) (app.Model, []app.Effect) {
	t.Helper()
	var effects []app.Effect
	for _, line := range lines {
		msg, err := app.Parse(line)
		require.NoError(t, err)
		m, effects = app.Update(m, msg)
	}
	return m, slices.DeleteFunc(effects, func(e app.Effect) bool {
		switch e.(type) {
		case app.Keep, app.Tell:
			return true
		}
		return false
	})
}

// TestReplay plays a recorded round twice: both times, and each time this test runs, it must end the same.
func TestReplay(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "classic.txt"))
	require.NoError(t, err)
	msgs, err := app.ParseAll(string(text))
	require.NoError(t, err)
	var ends [2]app.Model
	for i := range ends {
		m := newModel(t, app.Options{})
		for _, msg := range msgs {
			m, _ = app.Update(m, msg)
		}
		ends[i] = m
	}
	assert.Equal(t, ends[0], ends[1])
	assert.Equal(t, app.Results, ends[0].Screen)
	saved := strings.TrimPrefix(app.Restored{Saved: ends[0].Saved}.Text(), "restored ")
	got, err := json.MarshalIndent(map[string]any{"round": ends[0].Play.Round, "saved": json.RawMessage(saved), "seed": ends[0].Seed}, "", " ")
	require.NoError(t, err)
	golden := filepath.Join("testdata", "classic.golden.json")
	if *update {
		require.NoError(t, os.WriteFile(golden, got, 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.JSONEq(t, string(want), string(got))
}

func TestMessagesAsText(t *testing.T) {
	for _, msg := range []app.Msg{
		app.Tick{Now: time.Date(2026, 2, 14, 8, 0, 0, 250e6, time.UTC)},
		app.Located{Zone: countdown.Zone{Name: "UTC", Changes: []countdown.Change{{From: 1, Offset: 3600}}}},
		app.Seeded{Seed: 1 << 63}, app.Restored{Saved: app.Saved{Version: 1, Settings: app.Preferences{Lang: "vi"}}},
		app.Placed{Around: app.Surroundings{Lang: "es", TextScale: 1.5}}, app.Hidden{}, app.Shown{}, app.Active{}, app.Open{Screen: app.Modes}, app.Choose{Mode: app.Daily},
		app.Set{Name: "lang", Value: "vi"}, app.Start{}, app.Answer{Place: 3}, app.Mark{Place: 5}, app.Slide{Step: 200}, app.Done{}, app.Next{}, app.Back{}, app.Resume{}, app.Follow{URL: "https://example.org/a b"},
		app.Aimed{Event: "2027-01-01T00:00:00Z", Title: "New year"}, app.Aimed{}, app.Led{Mode: "daily"}, app.Erased{}, app.AskErase{}, app.Erase{}, app.Spare{},
		app.Pick{ID: "the sequel"}, app.Note{}, app.Corrected{Skew: -3*time.Hour + 250*time.Millisecond, Jump: time.Second},
	} {
		line := msg.Text()
		got, err := app.Parse(line)
		if assert.NoError(t, err, line) {
			assert.Equal(t, msg, got, line)
		}
	}
	for _, line := range []string{"", "dance", "answer two", "mark", "slide far", "tick yesterday", "seed -1", "zone {", "aimed 1", "restored [", "placed 1", "corrected much", "corrected 1h0m0s"} {
		_, err := app.Parse(line)
		assert.Error(t, err, line)
	}
	_, err := app.ParseAll("start\n\nleap\n")
	assert.ErrorContains(t, err, "line 3")
}

func TestWhereMessagesLead(t *testing.T) {
	const now = "tick 2026-11-22T12:00:00Z"
	for name, c := range map[string]struct {
		options app.Options
		lines   []string
		want    app.Screen
	}{
		"home first":                      {app.Options{}, nil, app.Home},
		"modes":                           {app.Options{}, []string{"open modes"}, app.Modes},
		"a card from modes":               {app.Options{}, []string{"open modes", "choose classic"}, app.Ready},
		"back from the card to modes":     {app.Options{}, []string{"open modes", "choose classic", "back"}, app.Modes},
		"back from the card to home":      {app.Options{}, []string{"choose daily", "back"}, app.Home},
		"start":                           {app.Options{}, []string{"choose daily", "start"}, app.Question},
		"no start without a card":         {app.Options{}, []string{"start"}, app.Home},
		"an answer":                       {app.Options{}, []string{"choose daily", "start", "answer 0"}, app.Reveal},
		"an answer that is not there":     {app.Options{}, []string{"choose daily", "start", "answer -1"}, app.Question},
		"no second answer":                {app.Options{}, []string{"choose daily", "start", "answer 0", "answer 1"}, app.Reveal},
		"next":                            {app.Options{}, []string{"choose daily", "start", "answer 0", "next"}, app.Question},
		"no next before an answer":        {app.Options{}, []string{"choose daily", "start", "next"}, app.Question},
		"a round cannot be left by a tab": {app.Options{}, []string{"choose daily", "start", "open settings"}, app.Question},
		"a round can be left":             {app.Options{}, []string{"choose daily", "start", "back"}, app.Home},
		"and gone on with":                {app.Options{}, []string{"choose daily", "start", "back", "open modes", "resume"}, app.Question},
		"after an answer, too":            {app.Options{}, []string{"choose daily", "start", "answer 0", "back", "resume"}, app.Reveal},
		"its clock runs on":               {app.Options{}, []string{"choose daily", "start", "back", "tick 2026-11-22T12:00:20Z", "resume"}, app.Reveal},
		"a new round ends it":             {app.Options{}, []string{"choose daily", "start", "back", "choose classic", "start", "answer 0", "next", "back", "choose pace", "start", "resume"}, app.Question},
		"nothing to go on with":           {app.Options{}, []string{"resume"}, app.Home},
		"side screens lead back":          {app.Options{}, []string{"choose daily", "open settings", "open about", "back", "back"}, app.Home},
		"settings and back":               {app.Options{}, []string{"open modes", "open settings", "back"}, app.Modes},
		"no review without results":       {app.Options{}, []string{"open review"}, app.Home},
		"an unknown screen":               {app.Options{}, []string{"open sesame"}, app.Home},
		"an unknown mode":                 {app.Options{}, []string{"choose chess"}, app.Home},
		"opened by mode":                  {app.Options{Mode: "classic"}, nil, app.Ready},
		"time runs out":                   {app.Options{}, []string{"choose daily", "start", "tick 2026-11-22T12:00:20Z"}, app.Reveal},
		"no time without clock":           {app.Options{}, []string{"choose pace", "start", "tick 2026-11-22T13:00:20Z"}, app.Question},
	} {
		m := newModel(t, c.options)
		m, _ = play(t, m, append([]string{now}, c.lines...)...)
		assert.Equal(t, c.want, m.Screen, name)
	}
}

func TestOptionsThatCannotBeFollowed(t *testing.T) {
	p, err := scenes.Pack()
	require.NoError(t, err)
	for _, c := range []struct {
		options app.Options
		says    string
	}{
		{app.Options{Mode: "chess"}, "use home, countdown, daily, classic or rumour"},
		{app.Options{Mode: "rumour"}, "has no question for it"},
		{app.Options{Event: "tomorrow"}, "(sequel, birthday, cinema, gala)"},
		{app.Options{Event: "2026-02-14T00:00:00"}, "with"},
	} {
		m, err := app.New(p, c.options)
		assert.ErrorContains(t, err, c.says)
		assert.Equal(t, app.Home, m.Screen)
		assert.Equal(t, -1, m.Event)
	}
}

func TestEventAsInstant(t *testing.T) {
	for _, event := range []string{"2027-01-01T00:00:00+01:00", "2027-01-01T00:00+01:00"} {
		m := newModel(t, app.Options{Event: event, EventTitle: "New year"})
		m, _ = play(t, m, "tick 2026-12-31T22:59:58Z")
		e, s, ok := m.Counting()
		require.True(t, ok)
		assert.Equal(t, "New year", e.Title)
		assert.Equal(t, 2, s.Seconds)
	}
	p, err := scenes.Pack()
	require.NoError(t, err)
	assert.Len(t, p.Events, 4, "the pack itself stays as it is")
}

// TestDailyTry checks that one try a day counts, from its start on, and that the next day has one again.
func TestDailyTry(t *testing.T) {
	m := newModel(t, app.Options{})
	m, effects := play(t, m, "tick 2026-11-22T12:00:00Z", "choose daily", "start")
	assert.False(t, m.Play.Practice)
	require.Len(t, effects, 2)
	assert.Equal(t, app.Try{Day: "2026-11-22", Of: 10}, effects[0].(app.Save).Saved.Tries["scenes"])
	assert.Equal(t, app.Announce{What: app.NewQuestion}, effects[1])
	first := m.Play.Cards
	m, effects = play(t, m, "answer 0")
	require.Len(t, effects, 2)
	kept := effects[0].(app.Save).Saved
	assert.Equal(t, 1, kept.Tries["scenes"].Answered)

	left, _ := play(t, m, "back", "choose daily")
	assert.Equal(t, app.Reveal, left.Screen, "the round that was left is gone on with")

	m, _ = app.Update(newModel(t, app.Options{}), app.Restored{Saved: kept})
	m, _ = play(t, m, "tick 2026-11-22T13:00:00Z", "choose daily", "start")
	assert.True(t, m.Play.Practice, "after a reload")
	assert.Equal(t, first, m.Play.Cards, "the round of a day is the same for every try")
	for range 10 {
		m, effects = play(t, m, "answer 0", "next")
	}
	assert.Equal(t, app.Results, m.Screen)
	assert.Equal(t, []app.Effect{app.Announce{What: app.NewResults}}, effects, "practice is not kept")
	assert.Equal(t, 1, m.Saved.Tries["scenes"].Answered)
	m, _ = play(t, m, "tick 2026-11-23T12:00:00Z", "choose daily", "start")
	assert.False(t, m.Play.Practice)
	assert.NotEqual(t, first, m.Play.Cards)
}

// TestTheCardLeavesTheRoundAlone checks that looking at another card changes nothing of a round that was left.
func TestTheCardLeavesTheRoundAlone(t *testing.T) {
	m := newModel(t, app.Options{})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "choose classic", "start", "back", "choose pace", "back", "choose daily", "back", "resume")
	assert.Equal(t, app.Play{Choice: app.Choice{Mode: app.Classic}, Round: m.Play.Round}, m.Play)
	m, effects := play(t, m, "answer 0")
	assert.Empty(t, m.Saved.Tries)
	assert.Equal(t, []app.Effect{app.Announce{What: app.NewReveal}}, effects)

	m = newModel(t, app.Options{})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "choose daily", "start", "answer 0", "back", "choose classic", "back", "resume", "next", "answer 0")
	assert.Equal(t, 2, m.Saved.Tries["scenes"].Answered)
}

// TestDayIsTheViewersOwn checks that the daily round turns at the viewer's midnight.
func TestDayIsTheViewersOwn(t *testing.T) {
	m := newModel(t, app.Options{})
	m, _ = play(t, m, `zone {"Changes":[{"From":0,"Offset":25200}]}`, "tick 2026-11-22T16:59:59Z")
	assert.Equal(t, "2026-11-22", m.Today())
	m, _ = play(t, m, "tick 2026-11-22T17:00:00Z")
	assert.Equal(t, "2026-11-23", m.Today())
}

func TestBests(t *testing.T) {
	m := newModel(t, app.Options{})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "seed 9")
	round := func(right int) {
		m, _ = play(t, m, "choose classic", "start")
		for i := range trivia.Length {
			card, ok := m.Play.Current()
			require.True(t, ok)
			place := card.RightPlace()
			if i >= right {
				place = (place + 1) % len(card.Order)
			}
			m, _ = app.Update(m, app.Answer{Place: place})
			m, _ = play(t, m, "next")
		}
	}
	round(3)
	assert.True(t, m.IsBest())
	assert.False(t, m.HadBest)
	round(2)
	assert.False(t, m.IsBest())
	assert.Equal(t, 3000, m.Before.Points)
	round(7)
	assert.True(t, m.IsBest())
	best, ok := m.Best(app.Classic, trivia.Speed)
	assert.True(t, ok)
	assert.Equal(t, app.Best{Points: 7000, Right: 7, Of: 10}, best)
	_, ok = m.Best(app.Classic, trivia.Untimed)
	assert.False(t, ok, "a class of score of its own")
}

func TestTimeLeftIsAnnounced(t *testing.T) {
	m := newModel(t, app.Options{})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "choose classic", "start")
	var said []app.News
	for i := range 10 * int(limit.Seconds()) {
		var effects []app.Effect
		m, effects = app.Update(m, app.Tick{Now: time.Date(2026, 11, 22, 12, 0, 0, (i%10)*100e6, time.UTC).Add(time.Duration(i/10) * time.Second)})
		for _, e := range effects {
			said = append(said, e.(app.Announce).What)
		}
	}
	assert.Equal(t, []app.News{app.TenSeconds, app.FiveSeconds}, said)
}

func TestClockSetBack(t *testing.T) {
	m := newModel(t, app.Options{})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "choose classic", "start", "tick 2026-11-22T11:00:00Z")
	assert.Equal(t, limit, m.Left())
	m, _ = play(t, m, "answer 0")
	assert.Equal(t, app.Reveal, m.Screen)
}

// TestKiosk checks that a kiosk goes home after a minute without input, as for a new player, and follows no link.
func TestKiosk(t *testing.T) {
	m := newModel(t, app.Options{Kiosk: true})
	m, _ = play(t, m, "tick 2026-11-22T12:00:00Z", "seed 5", "set lang vi", "choose daily", "start", "answer 0")
	m, effects := play(t, m, "follow https://example.org")
	assert.Empty(t, effects)
	assert.NotEmpty(t, m.Saved.Tries)
	_, effects = play(t, m, "set theme light")
	assert.Empty(t, effects, "nothing is kept")
	m, _ = play(t, m, "tick 2026-11-22T12:00:50Z", "active", "tick 2026-11-22T12:01:49Z")
	assert.Equal(t, app.Reveal, m.Screen)
	m, _ = play(t, m, "tick 2026-11-22T12:01:50Z")
	assert.Equal(t, app.Home, m.Screen)
	assert.Equal(t, app.Saved{}, m.Saved)
	assert.Equal(t, uint64(5), m.Seed)
	assert.True(t, m.LastInput.IsZero(), "nothing wakes it again by itself but the countdown")
}

func TestNextTick(t *testing.T) {
	at := func(s string) time.Time {
		v, err := time.Parse(time.RFC3339, s)
		require.NoError(t, err)
		return v
	}
	for name, c := range map[string]struct {
		lines []string
		want  time.Time
	}{
		"home counts seconds":      {[]string{"tick 2026-11-22T12:00:00Z"}, at("2026-11-22T12:00:01Z")},
		"modes rest until the day": {[]string{"tick 2026-11-22T12:00:00Z", "open modes"}, at("2026-11-23T00:00:00Z")},
		// Where nothing moves, the page is still told when the day before the birthday has come.
		"settings rest":       {[]string{"tick 2026-11-22T12:00:00Z", "open settings"}, at("2027-07-28T00:00:01Z")},
		"an untimed question": {[]string{"tick 2026-11-22T12:00:00Z", "choose pace", "start"}, at("2027-07-28T00:00:01Z")},
		"a reveal rests":      {[]string{"tick 2026-11-22T12:00:00Z", "choose daily", "start", "answer 0"}, at("2027-07-28T00:00:01Z")},
		"nobody sees it":      {[]string{"tick 2026-11-22T12:00:00Z", "open settings", "hidden"}, time.Time{}},
	} {
		m, _ := play(t, newModel(t, app.Options{}), c.lines...)
		assert.Equal(t, c.want, m.NextTick().UTC(), name)
	}
	m, _ := play(t, newModel(t, app.Options{}), "tick 2026-11-22T12:00:00Z", "choose daily", "start")
	assert.Positive(t, m.NextTick().Sub(m.Now), "the ring of a question moves")
}

func TestSavedMerge(t *testing.T) {
	best := func(points int) map[string]app.Best {
		return map[string]app.Best{"k": {Points: points, Right: 1, Of: 10}}
	}
	try := func(day string, answered int) map[string]app.Try {
		return map[string]app.Try{"p": {Day: day, Answered: answered}}
	}
	run := func(day string, days int) map[string]app.Run {
		return map[string]app.Run{"p": {Day: day, Days: days}}
	}
	for name, c := range map[string]struct{ a, b, want app.Saved }{
		"empty":          {app.Saved{}, app.Saved{}, app.Saved{}},
		"better best":    {app.Saved{Bests: best(1)}, app.Saved{Bests: best(2)}, app.Saved{Bests: best(2)}},
		"worse best":     {app.Saved{Bests: best(2)}, app.Saved{Bests: best(1)}, app.Saved{Bests: best(2)}},
		"only there":     {app.Saved{}, app.Saved{Bests: best(1), Tries: try("1", 1)}, app.Saved{Bests: best(1), Tries: try("1", 1)}},
		"later day":      {app.Saved{Tries: try("2026-01-02", 1)}, app.Saved{Tries: try("2026-01-01", 9)}, app.Saved{Tries: try("2026-01-02", 1)}},
		"longer try":     {app.Saved{Tries: try("2026-01-02", 1)}, app.Saved{Tries: try("2026-01-02", 9)}, app.Saved{Tries: try("2026-01-02", 9)}},
		"later run":      {app.Saved{Runs: run("2026-01-02", 1)}, app.Saved{Runs: run("2026-01-01", 9)}, app.Saved{Runs: run("2026-01-02", 1)}},
		"longer run":     {app.Saved{Runs: run("2026-01-02", 1)}, app.Saved{Runs: run("2026-01-02", 9)}, app.Saved{Runs: run("2026-01-02", 9)}},
		"shorter run":    {app.Saved{Runs: run("2026-01-02", 9)}, app.Saved{Runs: run("2026-01-02", 1)}, app.Saved{Runs: run("2026-01-02", 9)}},
		"a run of none":  {app.Saved{}, app.Saved{Runs: run("", -1)}, app.Saved{Runs: run("", -1)}},
		"later settings": {app.Saved{Settings: app.Preferences{Lang: "en", Changed: 1}}, app.Saved{Settings: app.Preferences{Lang: "vi", Changed: 2}}, app.Saved{Settings: app.Preferences{Lang: "vi", Changed: 2}}},
	} {
		assert.Equal(t, c.want, c.a.Merge(c.b), name)
	}
}

func TestSavedForms(t *testing.T) {
	s := app.Saved{Version: 1, Bests: map[string]app.Best{"a": {Points: 1}}, Settings: app.Preferences{Text: 150, ClockOff: true, Changed: 4}}
	got, err := app.DecodeSaved(s.Encode())
	require.NoError(t, err)
	assert.Equal(t, s, got)
	for _, newer := range []string{`{"version":99}`, `{"version":2,"bests":[]}`} {
		_, err = app.DecodeSaved([]byte(newer))
		assert.ErrorIs(t, err, app.ErrNewer, newer)
	}
	_, err = app.DecodeSaved([]byte(`{"version":`))
	assert.Error(t, err)
	empty, err := app.DecodeSaved(nil)
	assert.NoError(t, err)
	assert.Equal(t, app.Saved{}, empty)
}

// TestSettingsAreChecked checks that a setting takes only the values that there are.
func TestSettingsAreChecked(t *testing.T) {
	m := newModel(t, app.Options{})
	for _, line := range []string{"set theme pink", "set text 900", "set points many", "set clock maybe", "set motion wild", "set sound loud", "set volume 11"} {
		after, effects := play(t, m, line)
		assert.Empty(t, effects, line)
		assert.Equal(t, m.Saved, after.Saved, line)
	}
	m, effects := play(t, m, "set text 150")
	assert.Len(t, effects, 1)
	assert.Equal(t, 150, m.Saved.Settings.Text)
	after, _ := play(t, m, "set theme light")
	assert.Equal(t, after.Saved, m.Saved.Merge(after.Saved), "a second choice in the same moment is the later one")
}

// TestMotionAndSound checks that the visitor's choice goes before the page's.
func TestMotionAndSound(t *testing.T) {
	m := newModel(t, app.Options{})
	assert.False(t, m.Calm())
	assert.False(t, m.Sounding())
	m, _ = play(t, m, `placed {"Calm":true,"Sound":true}`)
	assert.True(t, m.Calm())
	assert.True(t, m.Sounding())
	m, _ = play(t, m, "set motion full", "set sound off")
	assert.False(t, m.Calm())
	assert.False(t, m.Sounding())
	m, _ = play(t, m, "set motion reduce", "set sound on", `placed {}`)
	assert.True(t, m.Calm())
	assert.True(t, m.Sounding())
	m, _ = play(t, m, "set motion auto")
	assert.False(t, m.Calm())
}

// TestDaysInARow plays the day's round on some days.
func TestDaysInARow(t *testing.T) {
	m := newModel(t, app.Options{})
	daily := func(day string) int {
		m, _ = play(t, m, "tick "+day+"T12:00:00Z", "choose daily", "start")
		for m.Screen != app.Results {
			m, _ = play(t, m, "answer 0", "next")
		}
		days := m.DaysInARow()
		m, _ = play(t, m, "back")
		return days
	}
	assert.Equal(t, 1, daily("2026-02-27"))
	assert.Equal(t, 0, daily("2026-02-27"), "practice")
	assert.Equal(t, 2, daily("2026-02-28"))
	assert.Equal(t, 3, daily("2026-03-01"))
	assert.Equal(t, 0, daily("2026-02-28"), "the clock has been set back: the day has not been tried, as far as is kept, but its round is no news")
	assert.Equal(t, 1, daily("2026-03-03"), "a day was left out")
	m, _ = play(t, m, "choose classic", "start")
	for m.Screen != app.Results {
		m, _ = play(t, m, "answer 0", "next")
	}
	assert.Zero(t, m.DaysInARow())
}
