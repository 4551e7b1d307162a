package app_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/scenes"
	"houselights/game/trivia"
)

// reborn returns a fresh model that has taken up what is kept of m, by way of its text.
func reborn(t *testing.T, m app.Model, now, seen time.Time) app.Model {
	t.Helper()
	s, err := app.DecodeSnapshot(m.Snapshot().Encode())
	require.NoError(t, err)
	msg, err := app.Parse(app.Resumed{Snapshot: s, Seen: seen}.Text())
	require.NoError(t, err)
	fresh, err := app.New(m.Pack, m.Options)
	require.NoError(t, err)
	require.NoError(t, fresh.Fits(s))
	for _, msg := range []app.Msg{app.Tick{Now: now}, app.Located{Zone: m.Zone}, app.Placed{Around: m.Around}, msg} {
		fresh, _ = app.Update(fresh, msg)
	}
	return fresh
}

// TestReplayInPieces cuts recorded rounds off at every message and goes on with what was kept: they must end the same.
func TestReplayInPieces(t *testing.T) {
	classic, err := os.ReadFile(filepath.Join("testdata", "classic.txt"))
	require.NoError(t, err)
	daily := strings.Join([]string{clock(0), "choose daily", "start", clock(3), "answer 1", clock(5), "next", clock(9), "back", clock(10), "open modes",
		"set text 125", clock(12), "resume", clock(13), "answer 0", "next", clock(33), "next", clock(34), "answer 2", "open settings", "back", "choose daily"}, "\n")
	for name, text := range map[string]string{"classic": string(classic), "daily": daily} {
		msgs, err := app.ParseAll(text)
		require.NoError(t, err)
		end := func(cut int) app.Model {
			m := newModel(t, app.Options{})
			for i, msg := range msgs {
				if i == cut {
					m = reborn(t, m, m.Now, m.Now)
				}
				m, _ = app.Update(m, msg)
			}
			return m
		}
		want := end(-1)
		for cut := 1; cut < len(msgs); cut++ {
			require.Equal(t, want, end(cut), "%s, cut before message %d: %s", name, cut, msgs[cut])
		}
	}
}

// TestResumedTime checks what is left of a question of 20 seconds, begun at noon, after the program was away.
func TestResumedTime(t *testing.T) {
	at := func(seconds int) time.Time {
		return time.Date(2026, 11, 22, 12, 0, seconds, 0, time.UTC)
	}
	for name, c := range map[string]struct {
		mode      string
		lines     []string // before the program ended
		now, seen time.Time
		screen    app.Screen
		left      time.Duration
	}{
		"seen until the end":           {"classic", []string{clock(5)}, at(900), at(5), app.Question, 15 * time.Second},
		"seen after what was kept":     {"classic", nil, at(900), at(5), app.Question, 15 * time.Second},
		"it ran out while seen":        {"classic", nil, at(900), at(20), app.Reveal, 0},
		"seen at no known time":        {"classic", []string{clock(5)}, at(900), time.Time{}, app.Question, 15 * time.Second},
		"seen later than now":          {"classic", []string{clock(5)}, at(12), at(900), app.Question, 8 * time.Second},
		"hidden before the end":        {"classic", []string{clock(5), "hidden", clock(60)}, at(900), at(5), app.Question, 15 * time.Second},
		"hidden and shown before":      {"classic", []string{clock(5), "hidden", clock(60), "shown", clock(61)}, at(900), at(63), app.Question, 12 * time.Second},
		"daily":                        {"daily", []string{clock(5)}, at(10), at(5), app.Question, 15 * time.Second},
		"daily, near twice its time":   {"daily", []string{clock(5)}, at(38), at(5), app.Question, 2 * time.Second},
		"daily, after twice its time":  {"daily", []string{clock(5)}, at(41), at(5), app.Reveal, 0},
		"a round that was left ran on": {"classic", []string{clock(5), "back"}, at(12), at(6), app.Home, 8 * time.Second},
		"no clock":                     {"pace", nil, at(900), at(5), app.Question, limit},
	} {
		m, _ := play(t, newModel(t, app.Options{}), append([]string{clock(0), "choose " + c.mode, "start"}, c.lines...)...)
		m = reborn(t, m, c.now, c.seen)
		assert.Equal(t, c.screen, m.Screen, name)
		if c.screen != app.Reveal {
			assert.Equal(t, c.left, m.Left(), name)
		}
	}
}

// TestWhenASnapshotIsKept checks which messages ask for it, given what went before.
func TestWhenASnapshotIsKept(t *testing.T) {
	for name, c := range map[string]struct {
		lines string // the last one counts
		want  bool
	}{
		"the first tick":        {clock(0), false},
		"a seed":                {"seed 4", false},
		"what was saved":        {`restored {"version":1,"settings":{"lang":"vi","changed":1}}`, false},
		"a screen":              {"open modes", true},
		"the same screen":       {"open modes; open modes", false},
		"a setting":             {"open settings; set text 125", true},
		"no setting":            {"open settings; set text 1", false},
		"a card":                {"choose classic", true},
		"another card":          {"choose classic; choose daily", true},
		"the start":             {"choose classic; start", true},
		"a tick":                {"choose classic; start; " + clock(1), false},
		"time running out":      {"choose classic; start; " + clock(20), true},
		"an answer":             {"choose classic; start; answer 0", true},
		"the next question":     {"choose classic; start; answer 0; next", true},
		"leaving":               {"choose classic; start; back", true},
		"hidden":                {"choose classic; start; hidden", false},
		"a tick while hidden":   {"choose classic; start; hidden; " + clock(1), false},
		"seen again":            {"choose classic; start; hidden; " + clock(1) + "; shown", true},
		"said to be seen":       {"choose classic; start; shown", false},
		"seen again, elsewhere": {"hidden; shown", false},
		"a mark that is none":   {"choose classic; start; mark 0", false},
	} {
		for _, kiosk := range []bool{false, true} {
			m := newModel(t, app.Options{Kiosk: kiosk})
			msgs, err := app.ParseAll(clock(0) + "\n" + strings.ReplaceAll(c.lines, "; ", "\n"))
			require.NoError(t, err)
			var kept []app.Snapshot
			for _, msg := range msgs {
				var effects []app.Effect
				kept = nil
				m, effects = app.Update(m, msg)
				for _, e := range effects {
					if keep, ok := e.(app.Keep); ok {
						kept = append(kept, keep.Snapshot)
					}
				}
			}
			if c.want && !kiosk {
				assert.Equal(t, []app.Snapshot{m.Snapshot()}, kept, name)
			} else {
				assert.Empty(t, kept, name)
			}
		}
	}
}

func TestLasting(t *testing.T) {
	for lines, want := range map[string]bool{
		"open modes": false, "choose daily": false, "choose daily; start": true, "choose daily; start; answer 0": true,
		"choose daily; start; back": true, "choose daily; start; back; open settings": true,
		"choose daily; start" + strings.Repeat("; answer 0; next", 10): false,
	} {
		m, _ := play(t, newModel(t, app.Options{}), strings.Split(clock(0)+"; "+lines, "; ")...)
		assert.Equal(t, want, m.Snapshot().Lasting(), lines)
	}
}

// TestSavedIsNotLost checks that what was won is there again where the browser keeps nothing.
func TestSavedIsNotLost(t *testing.T) {
	m, _ := play(t, newModel(t, app.Options{}), clock(0), "set theme light", "choose daily", "start", "answer 0")
	assert.Equal(t, m.Saved, reborn(t, m, m.Now, m.Now).Saved)
}

// TestSnapshotsThatDoNotFit checks that one that is foreign, old or senseless is refused with its reason, and changes nothing.
func TestSnapshotsThatDoNotFit(t *testing.T) {
	for says, c := range map[string]struct {
		lines string
		spoil func(*app.Snapshot)
	}{
		"version 4":                    {"", func(s *app.Snapshot) { s.Version = 4 }},
		"saved: version 9":             {"", func(s *app.Snapshot) { s.Saved.Version = 9 }},
		`pack "other"`:                 {"", func(s *app.Snapshot) { s.Game.Pack = "other" }},
		`version of the pack "2"`:      {"", func(s *app.Snapshot) { s.Game.Version = "2" }},
		`mode "daily"`:                 {"", func(s *app.Snapshot) { s.Game.Mode = "daily" }},
		`event "sequel"`:               {"", func(s *app.Snapshot) { s.Game.Event = "sequel" }},
		`questions "0badcafe"`:         {"start", func(s *app.Snapshot) { s.Game.Questions = "0badcafe" }},
		`screen "sesame" is not known`: {"", func(s *app.Snapshot) { s.Screen = "sesame" }},
		`screen "" is not known`:       {"", func(s *app.Snapshot) { *s = app.Snapshot{Version: 3, Game: s.Game} }},
		`screen "question"`:            {"", func(s *app.Snapshot) { s.Screen = app.Question }},
		`screen "reveal"`:              {"start", func(s *app.Snapshot) { s.Screen = app.Reveal }},
		`screen "results"`:             {"start; answer 0", func(s *app.Snapshot) { s.Screen = app.Results }},
		`screen "review"`:              {"", func(s *app.Snapshot) { s.Screen = app.Review }},
		`screen "ready"`:               {"", func(s *app.Snapshot) { s.Screen, s.Card = app.Ready, app.Choice{} }},
		`return to "about"`:            {"", func(s *app.Snapshot) { s.Return = app.About }},
		`return to "results"`:          {"start", func(s *app.Snapshot) { s.Return = app.Results }},
		`paused on "home"`:             {"start; back", func(s *app.Snapshot) { s.Paused = app.Home }},
		`paused on "reveal"`:           {"start; back", func(s *app.Snapshot) { s.Paused = app.Reveal }},
		`paused on "question"`:         {"", func(s *app.Snapshot) { s.Paused = app.Question }},
		`does not go with 0 of 10 questions answered, paused on "question"`: {"start", func(s *app.Snapshot) { s.Paused = app.Question }},
		`card: mode "chess"`:           {"", func(s *app.Snapshot) { s.Card.Mode = "chess" }},
		`play: mode "chess"`:           {"start", func(s *app.Snapshot) { s.Play.Mode = "chess" }},
		`play: day "today"`:            {"start", func(s *app.Snapshot) { s.Play.Day = "today" }},
		`a classic round has no day`:   {"start", func(s *app.Snapshot) { s.Play.Mode = app.Classic }},
		`play: no cards`:               {"start", func(s *app.Snapshot) { s.Play.Cards = nil }},
		`play: 9 cards instead of 10`:  {"start", func(s *app.Snapshot) { s.Play.Cards = s.Play.Cards[1:] }},
		`play: scoring -1`:             {"start", func(s *app.Snapshot) { s.Play.Scoring = -1 }},
		`play: cards[2]: question 77`:  {"start", func(s *app.Snapshot) { s.Play.Cards[2].Question = 77 }},
		`play: answers[0]`:             {"start; answer 0", func(s *app.Snapshot) { s.Play.Answers[0].Points = 1001 }},
		`draft [2]`:                    {"start", func(s *app.Snapshot) { s.Draft = []int{2} }},
		`play: 11 answers to 10 cards`: {"start", func(s *app.Snapshot) { s.Play.Answers = make([]trivia.Answer, 11) }},
	} {
		lines := clock(0) + "; choose daily"
		if c.lines != "" {
			lines += "; " + c.lines
		}
		m, _ := play(t, newModel(t, app.Options{}), strings.Split(lines, "; ")...)
		s, err := app.DecodeSnapshot(m.Snapshot().Encode()) // a copy, which shares nothing
		require.NoError(t, err)
		c.spoil(&s)
		fresh := newModel(t, app.Options{})
		assert.ErrorContains(t, fresh.Fits(s), says)
		after, _ := app.Update(fresh, app.Resumed{Snapshot: s})
		assert.Equal(t, fresh, after, says)
	}
	for _, text := range []string{"", "null", "{", `{"Version":2}`, `{"Version":3,"Play":7}`, `{"Version":"1"}`} {
		_, err := app.DecodeSnapshot([]byte(text))
		assert.ErrorContains(t, err, "snapshot: ", text)
	}
	m := newModel(t, app.Options{})
	assert.ErrorContains(t, newModel(t, app.Options{Kiosk: true}).Fits(m.Snapshot()), "kiosk")
	p := *m.Pack
	p.Questions = append(p.Questions[:0:0], p.Questions...)
	p.Questions[3].Ask = "Another question?"
	changed, err := app.New(&p, app.Options{})
	require.NoError(t, err)
	m, _ = play(t, m, "choose classic", "start")
	assert.ErrorContains(t, changed.Fits(m.Snapshot()), "another game: questions")
}

// walk sends so many messages of a visitor who presses anything at all.
func walk(t *testing.T, m app.Model, chance *rand.Rand, steps int, visit func(app.Model)) {
	lines := []string{"open modes", "open home", "open settings", "open about", "open review", "open review", "choose daily", "choose classic", "choose pace", "start",
		"start", "answer 0", "answer 1", "answer 2", "mark 0", "mark 1", "mark 2", "slide 7", "done", "done", "next", "next", "next", "back", "resume", "set clock off", "set clock on", "hidden", "shown"}
	for range steps {
		m, _ = app.Update(m, app.Tick{Now: m.Now.Add(time.Duration(chance.IntN(9000)) * time.Millisecond)})
		m, _ = play(t, m, lines[chance.IntN(len(lines))])
		visit(m)
	}
}

// TestEverySnapshotFits checks that wherever a visitor gets to, what is kept can be taken up again.
func TestEverySnapshotFits(t *testing.T) {
	for name, fresh := range map[string]app.Model{"one right answer": newModel(t, app.Options{}), "every kind": newKinds(t)} {
		start, _ := play(t, fresh, clock(0))
		seen := map[app.Screen]bool{}
		walk(t, start, rand.New(rand.NewPCG(1, 2)), 12_000, func(m app.Model) {
			require.NoError(t, fresh.Fits(m.Snapshot()), name)
			seen[m.Screen] = true
		})
		assert.Len(t, seen, 9, "every screen, %s", name)
	}
}

// FuzzSnapshot checks that no text makes a model that cannot be played on.
func FuzzSnapshot(f *testing.F) {
	p, err := scenes.Pack()
	require.NoError(f, err)
	for _, lines := range []string{"", "choose daily", "choose daily; start; hidden; " + clock(3), "choose pace; start; answer 1; back; open settings",
		"choose classic; start" + strings.Repeat("; answer 0; next", 10) + "; open review"} {
		m, err := app.New(p, app.Options{})
		require.NoError(f, err)
		msgs, err := app.ParseAll(clock(0) + "\n" + strings.ReplaceAll(lines, "; ", "\n"))
		require.NoError(f, err)
		for _, msg := range msgs {
			m, _ = app.Update(m, msg)
		}
		f.Add(m.Snapshot().Encode())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := app.DecodeSnapshot(data)
		if err != nil {
			return
		}
		m, _ := play(t, newModel(t, app.Options{}), clock(60))
		m, _ = app.Update(m, app.Resumed{Snapshot: s, Seen: m.Now})
		walk(t, m, rand.New(rand.NewPCG(3, 4)), 60, func(m app.Model) {
			if m.Screen == app.Question || m.Screen == app.Reveal {
				m.Asking()
			}
			m.NextTick()
			require.NoError(t, m.Fits(m.Snapshot()))
		})
	})
}
