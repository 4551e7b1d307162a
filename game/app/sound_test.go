package app_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/sound"
)

// soundOn is what a page says that asks for sound.
var soundOn = app.Placed{Around: app.Surroundings{Sound: true}}.Text()

// sounds are what is to be heard of messages.
func sounds(m app.Model, msgs ...app.Msg) (app.Model, []sound.Cue) {
	var all []sound.Cue
	for _, msg := range msgs {
		var effects []app.Effect
		m, effects = app.Update(m, msg)
		for _, e := range effects {
			if s, ok := e.(app.Sound); ok {
				all = append(all, s.Cue)
			}
		}
	}
	return m, all
}

// pressed is the answer to a question with four of them, or two: the right one, or a wrong one.
func pressed(m app.Model, right bool) app.Msg {
	_, c, _ := m.Asking()
	place := c.RightPlace()
	if !right {
		place = (place + 1) % len(c.Order)
	}
	return app.Answer{Place: place}
}

// TestSoundIsAskedFor checks that there is none before, and where nobody can see what it goes with.
func TestSoundIsAskedFor(t *testing.T) {
	for name, c := range map[string]struct {
		options app.Options
		before  []string
		want    []sound.Cue
	}{
		"not asked for":         {want: nil},
		"by the page":           {before: []string{soundOn}, want: []sound.Cue{sound.Pluck}},
		"by the visitor":        {before: []string{"set sound on"}, want: []sound.Cue{sound.Pluck}},
		"against the page":      {before: []string{soundOn, "set sound off"}, want: nil},
		"in a kiosk":            {options: app.Options{Kiosk: true}, before: []string{soundOn}, want: []sound.Cue{sound.Pluck}},
		"where it is not seen":  {before: []string{soundOn, "hidden"}, want: nil},
		"where it is seen anew": {before: []string{soundOn, "hidden", "shown"}, want: []sound.Cue{sound.Pluck}},
	} {
		m, _ := sounds(newModel(t, c.options), parse(t, append([]string{clock(0)}, c.before...)...)...)
		_, got := sounds(m, parse(t, "choose classic", "start")...)
		assert.Equal(t, c.want, got, name)
	}
}

// TestSwitchingSound checks that it can be heard that it is on, and that nothing else on the settings sounds.
func TestSwitchingSound(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  []sound.Cue
	}{
		"on":             {[]string{"set sound on"}, []sound.Cue{sound.Pluck}},
		"off":            {[]string{soundOn, "set sound off"}, nil},
		"to nothing":     {[]string{soundOn, "set sound loud"}, nil},
		"something else": {[]string{soundOn, "set theme light", "set motion full"}, nil},
		"going about":    {[]string{soundOn, "open settings", "back", "open modes", "choose classic", "back"}, nil},
	} {
		_, got := sounds(newModel(t, app.Options{}), parse(t, append([]string{clock(0)}, c.lines...)...)...)
		assert.Equal(t, c.want, got, name)
	}
}

// TestSoundsOfARound plays one to its end, and another that is no better.
func TestSoundsOfARound(t *testing.T) {
	round := func(m app.Model, right int) (app.Model, []sound.Cue) {
		m, all := sounds(m, parse(t, "choose classic", "start")...)
		for n := range len(m.Play.Cards) {
			var heard []sound.Cue
			m, heard = sounds(m, pressed(m, n < right))
			all = append(all, heard...)
			m, heard = sounds(m, app.Next{})
			all = append(all, heard...)
		}
		return m, all
	}
	want := func(right int, end sound.Cue) []sound.Cue {
		var all []sound.Cue
		for n := range 10 {
			answer := sound.Wrong
			if n < right {
				answer = sound.Right
			}
			all = append(all, sound.Pluck, answer)
		}
		return append(all, end)
	}
	m, _ := sounds(newModel(t, app.Options{}), parse(t, clock(0), "set points straight", soundOn)...)
	for _, c := range []struct {
		name  string
		right int
		end   sound.Cue
	}{
		{"the first that wins something", 2, sound.Best},
		{"a worse one", 1, sound.Results},
		{"an equal one", 2, sound.Results},
		{"a better one", 10, sound.Best},
		{"one that could not be better", 10, sound.Best},
		{"one without a point", 0, sound.Results},
	} {
		var got []sound.Cue
		m, got = round(m, c.right)
		assert.Equal(t, want(c.right, c.end), got, c.name)
		m, got = sounds(m, parse(t, "open review", "back", "back")...)
		assert.Empty(t, got, c.name)
	}
}

// TestSoundsOfAnswers checks what is heard of each way in which a question may be done with.
func TestSoundsOfAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		kind  pack.Kind
		lines []string
		want  []sound.Cue
	}{
		"marked and freed":   {pack.SeveralOf, []string{"mark 3", "mark 3"}, []sound.Cue{sound.Thump, sound.Thump}},
		"no such place":      {pack.SeveralOf, []string{"mark 9"}, nil},
		"slid":               {pack.Numerical, []string{"slide 3", "slide 4"}, nil},
		"nothing handed in":  {pack.SeveralOf, []string{"done"}, nil},
		"the number":         {pack.Numerical, []string{"slide 42", "done"}, []sound.Cue{sound.Right}},
		"another number":     {pack.Numerical, []string{"slide 0", "done"}, []sound.Cue{sound.Wrong}},
		"missed":             {pack.TrueFalse, []string{clock(600)}, []sound.Cue{sound.Wrong}},
		"left and come back": {pack.TrueFalse, []string{"back", "resume"}, nil},
	} {
		m, _ := play(t, newKinds(t), toQuestion[c.kind]...)
		m, _ = sounds(m, parse(t, soundOn)...)
		_, got := sounds(m, parse(t, c.lines...)...)
		assert.Equal(t, c.want, got, name)
	}

	m, _ := play(t, newKinds(t), append(slices.Clone(toQuestion[pack.SeveralOf]), soundOn)...)
	_, c, _ := m.Asking()
	_, got := sounds(m, app.Mark{Place: slices.Index(c.Order, 0)}, app.Done{})
	assert.Equal(t, []sound.Cue{sound.Thump, sound.Partly}, got, "one of several")
}

// TestSoundsOfTheCountdown checks that the last ten seconds and zero are heard, where they are seen, of what is known to begin.
func TestSoundsOfTheCountdown(t *testing.T) {
	const show = `aimed {"Event":"2026-11-22T12:00:30Z","Title":"The show"}`
	all := append(slices.Repeat([]sound.Cue{sound.Thump}, 10), sound.Zero)
	for name, c := range map[string]struct {
		lines []string
		want  []sound.Cue
	}{
		"at home":                 {[]string{show}, all},
		"on its own screen":       {[]string{show, "open countdown"}, all},
		"of a released film":      {[]string{"tick 2027-07-28T23:59:30Z"}, all},
		"of a date but reported":  {[]string{"tick 2026-02-14T07:59:30Z"}, nil},
		"on the settings":         {[]string{show, "open settings"}, nil},
		"in a round":              {[]string{show, "choose pace", "start"}, []sound.Cue{}},
		"where nobody looks":      {[]string{show, "hidden"}, nil},
		"of one that has begun":   {[]string{`aimed {"Event":"2026-11-22T11:59:50Z","Title":"The show"}`}, nil},
		"with the sound off":      {[]string{show, "set sound off"}, nil},
		"opened in the last ten":  {[]string{show, clock(22.5)}, append(slices.Repeat([]sound.Cue{sound.Thump}, 8), sound.Zero)},
		"seen again in the last":  {[]string{show, "hidden", clock(26.5), "shown"}, append(slices.Repeat([]sound.Cue{sound.Thump}, 4), sound.Zero)},
		"seen again in its first": {[]string{show, clock(1), "hidden", clock(40), "shown"}, []sound.Cue{sound.Zero}},
	} {
		m, _ := sounds(newModel(t, app.Options{}), parse(t, "tick 2026-02-13T00:00:00Z", clock(0), soundOn)...)
		m, got := sounds(m, parse(t, c.lines...)...)
		got = slices.DeleteFunc(got, func(cue sound.Cue) bool { return cue == sound.Pluck })
		end := m.Now.Add(90 * time.Second)
		for next := m.NextTick(); !next.IsZero() && next.Before(end); next = m.NextTick() {
			var more []sound.Cue
			m, more = sounds(m, app.Tick{Now: next})
			got = append(got, more...)
		}
		assert.ElementsMatch(t, c.want, got, name)
		if len(c.want) > 0 {
			assert.Equal(t, c.want[len(c.want)-1], got[len(got)-1], name)
		}
	}
}
