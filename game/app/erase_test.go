package app_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
)

// won is what a visitor may have kept.
const won = `restored {"version":1,"bests":{"scenes/classic/speed":{"points":6180,"right":8,"of":10}},"settings":{"lang":"vi","changed":1}}`

// TestErase checks that all goes, and only when it has been asked for and confirmed.
func TestErase(t *testing.T) {
	for name, c := range map[string]struct {
		options app.Options
		lines   []string
		erasing app.Erasing
		gone    bool
	}{
		"asked and confirmed":     {app.Options{}, []string{won, "open settings", "ask-erase", "erase"}, app.Wiped, true},
		"only a round was left":   {app.Options{}, []string{"choose pace", "start", "back", "open settings", "ask-erase", "erase"}, app.Wiped, true},
		"asked":                   {app.Options{}, []string{won, "open settings", "ask-erase"}, app.EraseAsked, false},
		"asked and spared":        {app.Options{}, []string{won, "open settings", "ask-erase", "spare"}, app.Spared, false},
		"confirmed after that":    {app.Options{}, []string{won, "open settings", "ask-erase", "spare", "erase"}, app.Spared, false},
		"asked again after that":  {app.Options{}, []string{won, "open settings", "ask-erase", "spare", "ask-erase", "erase"}, app.Wiped, true},
		"not asked":               {app.Options{}, []string{won, "open settings", "erase"}, "", false},
		"asked, but a choice":     {app.Options{}, []string{won, "open settings", "ask-erase", "set theme light", "erase"}, "", false},
		"asked, but left":         {app.Options{}, []string{won, "open settings", "ask-erase", "back", "open settings", "erase"}, "", false},
		"not on the settings":     {app.Options{}, []string{won, "ask-erase", "erase"}, "", false},
		"nothing is kept":         {app.Options{}, []string{"open settings", "ask-erase", "erase"}, "", false},
		"nothing can be kept":     {app.Options{Unsaved: true}, []string{won, "open settings", "ask-erase", "erase"}, "", false},
		"a kiosk keeps nothing":   {app.Options{Kiosk: true}, []string{"set lang vi", "open settings", "ask-erase", "erase"}, "", false},
		"and a choice after that": {app.Options{}, []string{won, "open settings", "ask-erase", "erase", "set theme light"}, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			m := newModel(t, c.options)
			wiped := 0
			for _, msg := range parse(t, append([]string{clock(0)}, c.lines...)...) {
				var effects []app.Effect
				m, effects = app.Update(m, msg)
				for _, e := range effects {
					if e == (app.Wipe{}) {
						wiped++
						// The snapshot kept before has all of it as well: one without comes after.
						assert.Equal(t, []app.Effect{app.Wipe{}, app.Announce{What: app.EraseDone}, app.Keep{Snapshot: m.Snapshot()}}, effects)
						assert.Equal(t, app.Saved{}, m.Snapshot().Saved)
						assert.False(t, m.Snapshot().Lasting())
						assert.False(t, m.Erasable())
					}
				}
			}
			assert.Equal(t, c.erasing, m.Erasing)
			if c.gone {
				assert.Equal(t, 1, wiped)
				assert.Equal(t, app.Saved{}, m.Saved)
				assert.Empty(t, m.Paused)
				assert.Empty(t, m.Play)
			}
		})
	}
}

// TestErasedElsewhere checks that what another copy has erased is forgotten here as well, but not what is on the screen.
func TestErasedElsewhere(t *testing.T) {
	for name, c := range map[string]struct {
		lines   []string
		screen  app.Screen
		round   bool // there is one still
		erasing app.Erasing
	}{
		"at home":              {nil, app.Home, false, ""},
		"a round that is left": {[]string{"choose daily", "start", "back"}, app.Home, false, ""},
		"a question":           {[]string{"choose daily", "start"}, app.Question, true, ""},
		"an answer":            {[]string{"choose daily", "start", "answer 0"}, app.Reveal, true, ""},
		"a result":             {append([]string{"choose pace", "start"}, answered(10)...), app.Results, true, ""},
		"beside a result":      {append(append([]string{"choose pace", "start"}, answered(10)...), "open settings"), app.Settings, false, app.Wiped},
		"on the settings":      {[]string{"open modes", "open settings", "ask-erase"}, app.Settings, false, app.Wiped},
	} {
		t.Run(name, func(t *testing.T) {
			m, _ := play(t, newModel(t, app.Options{}), append([]string{clock(0), won}, c.lines...)...)
			m, effects := app.Update(m, app.Erased{})
			assert.Equal(t, []app.Effect{app.Keep{Snapshot: m.Snapshot()}}, effects, "nothing is saved, and what was kept of the visit is replaced")
			assert.Equal(t, app.Saved{}, m.Saved)
			assert.Equal(t, c.screen, m.Screen)
			assert.Equal(t, c.round, len(m.Play.Cards) > 0)
			assert.Equal(t, c.erasing, m.Erasing)
			assert.NoError(t, m.Fits(m.Snapshot()))
			m, effects = play(t, m, "back", "open modes", "open settings", "back")
			assert.Empty(t, effects, "nothing is saved before a choice or a score")
			_, effects = play(t, m, "set theme light")
			assert.Equal(t, []app.Effect{app.Save{Saved: app.Saved{Settings: app.Preferences{Theme: "light", Changed: m.Now.UnixMilli()}}}}, effects)
		})
	}
	m, _ := play(t, newModel(t, app.Options{}), clock(0), "open modes", "open settings", "erased", "back")
	assert.Equal(t, app.Modes, m.Screen, "the way back is there still")
}

// TestNothingIsSavedUnasked checks that no visit is saved before there is a choice or a score.
func TestNothingIsSavedUnasked(t *testing.T) {
	m := newModel(t, app.Options{})
	saves := func(lines ...string) (n int) {
		for _, msg := range parse(t, lines...) {
			var effects []app.Effect
			m, effects = app.Update(m, msg)
			for _, e := range effects {
				if _, ok := e.(app.Save); ok {
					n++
				}
			}
		}
		return n
	}
	assert.Zero(t, saves(clock(0), "seed 4", `placed {"Lang":"vi","Theme":"light"}`, "restored {}", `restored {"version":1,"bests":{}}`, won, won, "open modes", "pick cinema",
		"open events", "back", "open settings", "ask-erase", "spare", "back", "hidden", "shown", `aimed {"Event":"sequel"}`, "led classic", "start", "answer 0", "back", "erased"))
	assert.Equal(t, 1, saves("set theme light"))
	assert.Equal(t, 1, saves("choose daily", "start"), "the day's try")
}

// TestCopiesThatWriteOverEachOther has two copies of the program save without looking at what lies there, as two tabs may
// that do so in the same moment. Each hears, sooner or later, what the other has written. Nothing that is won may be lost, and
// there must be an end to it.
func TestCopiesThatWriteOverEachOther(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		var shelf app.Saved // what lies there
		var copies [2]app.Model
		var unheard [2][]app.Saved
		var all app.Saved // that was ever won or chosen
		writes := 0
		update := func(i int, msg app.Msg) {
			var effects []app.Effect
			copies[i], effects = app.Update(copies[i], msg)
			for _, e := range effects {
				if save, ok := e.(app.Save); ok {
					shelf = decoded(t, save.Saved)
					unheard[1-i] = append(unheard[1-i], shelf)
					writes++
				}
			}
		}
		for i := range copies {
			copies[i], _ = play(t, newModel(t, app.Options{}), clock(0))
		}
		for range 12 {
			i := chance.IntN(2)
			if chance.IntN(2) == 0 && len(unheard[i]) > 0 {
				heard := unheard[i][0]
				unheard[i] = unheard[i][1:]
				update(i, app.Restored{Saved: heard})
				continue
			}
			// It has won something, and the choice that comes next saves it.
			copies[i].Saved = copies[i].Saved.Merge(gain(chance))
			update(i, app.Set{Name: "theme", Value: []string{"dark", "light"}[chance.IntN(2)]})
			all = all.Merge(copies[i].Saved)
		}
		for rest := 0; len(unheard[0])+len(unheard[1]) > 0; rest++ {
			require.Less(t, rest, 100, "there is no end to it")
			i := chance.IntN(2)
			if len(unheard[i]) == 0 {
				i = 1 - i
			}
			heard := unheard[i][0]
			unheard[i] = unheard[i][1:]
			update(i, app.Restored{Saved: heard})
		}
		if writes == 0 {
			continue
		}
		want := decoded(t, all)
		require.Equal(t, want, shelf)
		require.Equal(t, want, decoded(t, copies[0].Saved.Merge(shelf)))
		require.Equal(t, want, decoded(t, copies[1].Saved.Merge(shelf)))
	}
}

// gain is something won; much of it is as good as something else, and yet not the same.
func gain(chance *rand.Rand) app.Saved {
	if chance.IntN(2) == 0 {
		return app.Saved{Bests: map[string]app.Best{[]string{"a", "b"}[chance.IntN(2)]: {Points: chance.IntN(2), Right: chance.IntN(2), Of: 8 + chance.IntN(3)}}}
	}
	return app.Saved{Tries: map[string]app.Try{"p": {Day: []string{"2026-11-21", "2026-11-22"}[chance.IntN(2)], Answered: chance.IntN(2), Points: chance.IntN(2), Right: chance.IntN(2), Of: 10}}}
}

// decoded is the state as it is read again.
func decoded(t *testing.T, s app.Saved) app.Saved {
	got, err := app.DecodeSaved(s.Encode())
	require.NoError(t, err)
	return got
}

// TestMergeIsTheSameForAll checks that it is all one in which order states are joined.
func TestMergeIsTheSameForAll(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 4))
	for range 1000 {
		a, b := gain(chance), gain(chance)
		for _, s := range []*app.Saved{&a, &b} {
			s.Settings = app.Preferences{Theme: []string{"", "dark", "light"}[chance.IntN(3)], ClockOff: chance.IntN(2) == 0, Changed: int64(chance.IntN(2))}
		}
		require.Equal(t, a.Merge(b), b.Merge(a))
		require.Equal(t, a.Merge(b), a.Merge(b).Merge(a))
	}
}
