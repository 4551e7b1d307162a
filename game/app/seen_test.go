package app_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/trivia"
)

// spoiled is a pack with questions for anybody, questions that give the story away, and statements.
const spoiled = `{"houselights":1,"title":"A film","questions":[
	{"id":"a","ask":"?","right":true},{"id":"b","ask":"??","right":true},
	{"id":"end","ask":"They live.","right":true,"spoiler":true},
	{"id":"poster","ask":"It was forged.","real":true},{"id":"twist","ask":"There was a twist.","real":false,"spoiler":true}]}`

func modelOf(t *testing.T, text string, o app.Options) app.Model {
	t.Helper()
	p, err := pack.Read("spoiled", []byte(text))
	require.NoError(t, err)
	m, _ := app.New(p, o)
	return m
}

// asked are the ids of the questions of a round.
func asked(m app.Model) string {
	var ids []string
	for _, c := range m.Play.Cards {
		ids = append(ids, m.Pack.Questions[c.Question].ID)
	}
	return strings.Join(ids, " ")
}

// TestSpoilersAreForThoseWhoHaveSeenTheFilm plays rounds of each mode, and looks at what they ask.
func TestSpoilersAreForThoseWhoHaveSeenTheFilm(t *testing.T) {
	for name, c := range map[string]struct {
		kiosk bool
		lines []string
		want  []string
	}{
		"nothing said":               {false, []string{"choose classic", "start"}, []string{"a", "b"}},
		"not yet":                    {false, []string{"choose classic", "set seen no", "start"}, []string{"a", "b"}},
		"seen":                       {false, []string{"choose classic", "set seen yes", "start"}, []string{"a", "b", "end"}},
		"seen, at one's pace":        {false, []string{"set seen yes", "choose pace", "start"}, []string{"a", "b", "end"}},
		"taken back":                 {false, []string{"set seen yes", "set seen no", "choose classic", "start"}, []string{"a", "b"}},
		"never in a daily round":     {false, []string{"set seen yes", "choose daily", "start"}, []string{"a", "b"}},
		"rumours":                    {false, []string{"choose rumour", "start"}, []string{"poster"}},
		"rumours, seen":              {false, []string{"set seen yes", "choose rumour", "start"}, []string{"poster", "twist"}},
		"never at a kiosk":           {true, []string{"set seen yes", "choose classic", "start"}, []string{"a", "b"}},
		"nor a rumour at one":        {true, []string{"set seen yes", "choose rumour", "start"}, []string{"poster"}},
		"what is no answer":          {false, []string{"set seen perhaps", "choose classic", "start"}, []string{"a", "b"}},
		"a round of those left":      {false, []string{"choose classic", "start", "back", "set seen no"}, []string{"a", "b"}},
		"a round that spoils is off": {false, []string{"set seen yes", "choose classic", "start", "back", "set seen no"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			m, _ := play(t, modelOf(t, spoiled, app.Options{Kiosk: c.kiosk}), append([]string{clock(0)}, c.lines...)...)
			assert.ElementsMatch(t, c.want, strings.Fields(asked(m)))
			if len(c.want) == 0 {
				assert.Empty(t, m.Paused)
			}
		})
	}
	for _, m := range []app.Model{modelOf(t, spoiled, app.Options{Kiosk: true}), modelOf(t, spoiled, app.Options{Mode: "classic"})} {
		m, _ = play(t, m, clock(0), "start", "set seen yes")
		_, said := m.Seen()
		assert.False(t, said, "neither at a kiosk nor in the middle of a round")
	}
}

// TestSeenIsAskedOnce follows the question on the card: it stays as long as the card does, and does not come back once it has an answer.
func TestSeenIsAskedOnce(t *testing.T) {
	m := modelOf(t, spoiled, app.Options{})
	asks := func(want bool, lines ...string) {
		t.Helper()
		m, _ = play(t, m, lines...)
		assert.Equal(t, want, m.AskSeen && m.Screen == app.Ready, "after %q", lines)
	}
	asks(false, clock(0))
	asks(true, "choose classic")
	asks(true, "back", "choose rumour")
	asks(false, "back", "choose daily")
	asks(true, "back", "choose pace", "set seen no")
	assert.True(t, reborn(t, m, m.Now, m.Now).Screen == app.Ready)
	yes, said := m.Seen()
	assert.Equal(t, []bool{false, true}, []bool{yes, said})
	asks(false, "back", "choose classic")
	asks(false, "set seen yes", "back", "choose classic")
	yes, _ = m.Seen()
	assert.True(t, yes)

	m, _ = play(t, modelOf(t, spoiled, app.Options{Kiosk: true}), clock(0))
	asks(false, "choose classic")
	m, _ = play(t, newModel(t, app.Options{}), clock(0)) // with nothing to give away
	asks(false, "choose classic")
}

// TestWhatAPackOffers checks which modes a pack has questions for, and that nothing else can be chosen.
func TestWhatAPackOffers(t *testing.T) {
	const head = `{"houselights":1,"title":"A film","questions":[`
	for name, c := range map[string]struct {
		text  string
		kiosk bool
		first app.Mode
		modes string
	}{
		"all":                     {spoiled, false, app.Daily, "daily classic pace rumour"},
		"no statements":           {head + `{"ask":"?","right":true}]}`, false, app.Daily, "daily classic pace"},
		"statements only":         {head + `{"ask":"?","real":true}]}`, false, app.Rumour, "rumour"},
		"only what gives away":    {head + `{"ask":"?","right":true,"spoiler":true}]}`, false, app.Classic, "classic pace"},
		"nothing for a kiosk":     {head + `{"ask":"?","right":true,"spoiler":true}]}`, true, "", ""},
		"a kiosk with statements": {head + `{"ask":"?","real":true}]}`, true, app.Rumour, "rumour"},
	} {
		t.Run(name, func(t *testing.T) {
			m, _ := play(t, modelOf(t, c.text, app.Options{Kiosk: c.kiosk}), clock(0))
			assert.Equal(t, c.first, m.First())
			var can []string
			for _, mode := range []app.Mode{app.Daily, app.Classic, app.Pace, app.Rumour} {
				chosen, _ := play(t, m, "choose "+string(mode))
				assert.Equal(t, m.Offers(mode), chosen.Screen == app.Ready, mode)
				if m.Offers(mode) {
					can = append(can, string(mode))
				}
			}
			assert.Equal(t, c.modes, strings.Join(can, " "))
		})
	}
	m, _ := play(t, modelOf(t, head+`{"ask":"?","right":true,"spoiler":true}]}`, app.Options{}), clock(0), "choose classic", "start")
	assert.Equal(t, app.Ready, m.Screen, "nothing to ask of those who have not seen it")
	m, _ = play(t, m, "set seen yes", "start")
	assert.Equal(t, app.Question, m.Screen)

	p, err := pack.Read("x", []byte(head+`{"ask":"?","right":true,"spoiler":true}]}`))
	require.NoError(t, err)
	_, err = app.New(p, app.Options{Kiosk: true})
	assert.ErrorContains(t, err, "all questions give the story away")
}

// TestARumourRoundIsKept checks that one that was cut off goes on, and that none is taken up that no play gives.
func TestARumourRoundIsKept(t *testing.T) {
	m, _ := play(t, modelOf(t, spoiled, app.Options{}), clock(0), "set seen yes", "choose rumour", "start", "answer 0")
	again := reborn(t, m, m.Now, m.Now)
	assert.Equal(t, app.Reveal, again.Screen)
	assert.Equal(t, m.Play, again.Play)

	s := m.Snapshot()
	s.Play.Mode = app.Daily
	s.Play.Day = "2026-11-22"
	assert.Error(t, m.Fits(s), "a daily round asks no rumour")
	s = m.Snapshot()
	s.Play.Mode = app.Classic
	assert.Error(t, m.Fits(s))
}

// TestSeenIsKnownWhereThePageLeads checks that a visit that begins on a card does not ask what an earlier one has heard.
func TestSeenIsKnownWhereThePageLeads(t *testing.T) {
	was, _ := play(t, modelOf(t, spoiled, app.Options{}), clock(0), "choose classic", "set seen yes")
	for _, mode := range []string{"classic", "rumour"} {
		m := modelOf(t, spoiled, app.Options{Mode: mode})
		m, _ = app.Update(m, app.Restored{Saved: was.Saved})
		assert.False(t, m.AskSeen, "%s: it has been said", mode)
	}
}

// onlySpoilers is a pack with nothing for anybody.
const onlySpoilers = `{"houselights":1,"title":"A","questions":[{"ask":"?","right":true,"spoiler":true}]}`

// TestACardSaysWhyItCannotBegin checks that a card with nothing to ask but what gives the story away asks again.
func TestACardSaysWhyItCannotBegin(t *testing.T) {
	m, _ := play(t, modelOf(t, onlySpoilers, app.Options{}), clock(0), "choose classic", "set seen no", "back", "choose classic")
	assert.True(t, m.AskSeen, "Start cannot be pressed, and nothing on the card says why")
	m, _ = play(t, modelOf(t, onlySpoilers, app.Options{}), clock(0), "set seen yes", "choose classic")
	m, _ = app.Update(m, app.Erased{})
	assert.True(t, m.AskSeen, "erased in another tab")
}

// TestSeenRepacked checks the card while its pack is being written.
func TestSeenRepacked(t *testing.T) {
	p, err := pack.Read("spoiled", []byte(onlySpoilers))
	require.NoError(t, err)
	m, _ := play(t, modelOf(t, strings.ReplaceAll(spoiled, `,"spoiler":true`, ""), app.Options{}), clock(0), "choose classic")
	m = m.Repacked(p)
	assert.True(t, m.AskSeen)
	m, _ = play(t, modelOf(t, spoiled, app.Options{}), clock(0), "choose rumour")
	m = m.Repacked(p)
	assert.NotEqual(t, app.Ready, m.Screen, "a card of a mode that the pack no longer has")
}

// TestSeenInTwoTabs checks that what is said in one counts in the other, also for a round that was left.
func TestSeenInTwoTabs(t *testing.T) {
	a, _ := play(t, modelOf(t, spoiled, app.Options{}), clock(0), "set seen yes", "choose classic", "start", "back")
	b, _ := play(t, modelOf(t, spoiled, app.Options{}), clock(1))
	b, _ = app.Update(b, app.Restored{Saved: a.Saved})
	b, _ = play(t, b, "set seen no")
	a, _ = app.Update(a, app.Restored{Saved: b.Saved})
	yes, _ := a.Seen()
	require.False(t, yes)
	assert.Empty(t, a.Paused, "the round that spoils can be gone on with")
}

// TestMergeOfSeen checks which of two things said is kept.
func TestMergeOfSeen(t *testing.T) {
	yes := app.Saved{Seen: map[string]app.Seen{"p": {Yes: true, Changed: 5}}}
	no := app.Saved{Seen: map[string]app.Seen{"p": {Changed: 5}}}
	later := app.Saved{Seen: map[string]app.Seen{"p": {Yes: true, Changed: 6}}}
	for name, c := range map[string]struct{ a, b, want app.Saved }{
		"none here": {app.Saved{}, yes, yes}, "none there": {yes, app.Saved{}, yes}, "the later": {no, later, later}, "at once, spare": {yes, no, no},
	} {
		assert.Equal(t, c.want.Seen, c.a.Merge(c.b).Seen, name)
		assert.Equal(t, c.want.Seen, c.b.Merge(c.a).Seen, name)
	}
	m, effects := play(t, modelOf(t, spoiled, app.Options{}), clock(0), "set seen yes")
	assert.Contains(t, effects, app.Save{Saved: m.Saved})
	first := m.Saved.Seen["spoiled"].Changed
	m, _ = play(t, m, "set seen no")
	assert.Greater(t, m.Saved.Seen["spoiled"].Changed, first, "what is said last counts, in the same instant too")
}

// TestSeenSnapshots checks that a card that was cut off asks again, and that no daily round with what gives away is taken up.
func TestSeenSnapshots(t *testing.T) {
	m, _ := play(t, modelOf(t, spoiled, app.Options{}), clock(0), "choose classic")
	assert.True(t, reborn(t, m, m.Now, m.Now).AskSeen)
	var q []string
	for i := range 12 {
		q = append(q, fmt.Sprintf(`{"ask":"%d","right":true},{"ask":"s%d","right":true,"spoiler":true}`, i, i))
	}
	m, _ = play(t, modelOf(t, `{"houselights":1,"title":"A","questions":[`+strings.Join(q, ",")+`]}`, app.Options{}), clock(0), "set seen yes", "choose classic", "start")
	s := m.Snapshot()
	s.Play.Mode, s.Play.Day = app.Daily, "2026-11-22"
	assert.ErrorContains(t, m.Fits(s), "none of a daily round")
}

// TestANewRoundIsNew plays one round after another: each has few questions of the one before, and is what its seed draws.
func TestANewRoundIsNew(t *testing.T) {
	var all []string
	for i := range 40 {
		all = append(all, fmt.Sprintf(`{"ask":"%d","right":true}`, i))
	}
	m, _ := play(t, modelOf(t, `{"houselights":1,"title":"A","questions":[`+strings.Join(all, ",")+`]}`, app.Options{}), clock(0))
	again, before := 0, map[int]bool{}
	const rounds = 30
	for range rounds {
		m, _ = play(t, m, "choose classic", "start")
		assert.Equal(t, trivia.Draw(m.Pack, trivia.Pool{}, m.Seed, trivia.Length), m.Play.Cards)
		now := map[int]bool{}
		for _, c := range m.Play.Cards {
			now[c.Question] = true
			if before[c.Question] {
				again++
			}
		}
		before = now
		m, _ = play(t, m, "back")
	}
	assert.Less(t, again, rounds*3/2, "by chance it would be two and a half in each")
}
