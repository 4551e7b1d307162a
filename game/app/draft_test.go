package app_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/scenes"
)

// newKinds is a model of the pack with a question of every kind: several right of five, an order of four, a number from 80
// to 180, true or false, and several right of six.
func newKinds(t *testing.T) app.Model {
	t.Helper()
	p, err := scenes.Kinds()
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	return m
}

var toQuestion = map[pack.Kind][]string{
	pack.SeveralOf: {clock(0), "seed 4", "choose classic", "start"},
	pack.Ordering:  {clock(0), "seed 4", "choose classic", "start", "mark 0", "done", "next"},
	pack.Numerical: {clock(0), "seed 4", "choose classic", "start", "mark 0", "done", "next", "mark 0", "mark 1", "mark 2", "mark 3", "done", "next"},
	pack.TrueFalse: {clock(0), "seed 4", "choose classic", "start", "mark 0", "done", "next", "mark 0", "mark 1", "mark 2", "mark 3", "done", "next", "done", "next"},
}

func TestDraft(t *testing.T) {
	for name, c := range map[string]struct {
		kind   pack.Kind
		lines  []string
		draft  []int
		ready  bool // before what is done last
		screen app.Screen
	}{
		"marked":                     {pack.SeveralOf, []string{"mark 3", "mark 1"}, []int{3, 1}, true, app.Question},
		"freed":                      {pack.SeveralOf, []string{"mark 3", "mark 1", "mark 3"}, []int{1}, true, app.Question},
		"all freed":                  {pack.SeveralOf, []string{"mark 3", "mark 3"}, []int{}, false, app.Question},
		"no such place":              {pack.SeveralOf, []string{"mark 5", "mark -1"}, nil, false, app.Question},
		"nothing to hand in":         {pack.SeveralOf, []string{"done"}, nil, false, app.Question},
		"several cannot be pressed":  {pack.SeveralOf, []string{"answer 0"}, nil, false, app.Question},
		"nor slid":                   {pack.SeveralOf, []string{"slide 3"}, nil, false, app.Question},
		"handed in":                  {pack.SeveralOf, []string{"mark 0", "done"}, nil, false, app.Reveal},
		"left and gone on with":      {pack.SeveralOf, []string{"mark 3", "back", "resume"}, []int{3}, true, app.Question},
		"in order":                   {pack.Ordering, []string{"mark 2", "mark 0", "mark 3"}, []int{2, 0, 3}, false, app.Question},
		"one out of the middle":      {pack.Ordering, []string{"mark 2", "mark 0", "mark 3", "mark 0", "mark 1", "mark 0"}, []int{2, 3, 1, 0}, true, app.Question},
		"too early":                  {pack.Ordering, []string{"mark 2", "mark 0", "mark 3", "done"}, []int{2, 0, 3}, false, app.Question},
		"a number":                   {pack.Numerical, []string{"slide 42"}, []int{42}, true, app.Question},
		"below its scale":            {pack.Numerical, []string{"slide -2"}, []int{0}, true, app.Question},
		"above its scale":            {pack.Numerical, []string{"slide 999"}, []int{100}, true, app.Question},
		"an untouched number":        {pack.Numerical, nil, nil, true, app.Question},
		"is at the start":            {pack.Numerical, []string{"done"}, nil, false, app.Reveal},
		"a number has no marks":      {pack.Numerical, []string{"mark 1"}, nil, true, app.Question},
		"true or false has none":     {pack.TrueFalse, []string{"mark 1", "slide 1", "done"}, nil, false, app.Question},
		"and is pressed":             {pack.TrueFalse, []string{"answer 1"}, nil, false, app.Reveal},
		"what is no place is a miss": {pack.TrueFalse, []string{"answer 2"}, nil, false, app.Reveal},
		"what is not handed in":      {pack.SeveralOf, []string{"mark 0", clock(31)}, nil, false, app.Reveal},
	} {
		t.Run(name, func(t *testing.T) {
			m, _ := play(t, newKinds(t), append(slices.Clone(toQuestion[c.kind]), c.lines...)...)
			assert.Equal(t, c.draft, m.Draft)
			assert.Equal(t, c.ready, m.Ready())
			assert.Equal(t, c.screen, m.Screen)
			if c.screen == app.Question {
				assert.Equal(t, m.Draft, reborn(t, m, m.Now, m.Now).Draft, "after a crash")
			}
		})
	}
	m, _ := play(t, newKinds(t), append(slices.Clone(toQuestion[pack.SeveralOf]), "mark 0", clock(31))...)
	assert.True(t, m.Play.Answers[0].Missed(), "nothing was handed in")
}

// TestDraftsAreKept checks that what is drafted is there again after a reload as it was last, and not as it was at first.
func TestDraftsAreKept(t *testing.T) {
	for kind, lines := range map[pack.Kind][]string{
		pack.SeveralOf: {"mark 3", "mark 1", "mark 3"},
		pack.Ordering:  {"mark 2", "mark 0", "mark 2", "mark 1"},
		pack.Numerical: {"slide 1", "slide 2", "slide 42"},
	} {
		m, _ := play(t, newKinds(t), toQuestion[kind]...)
		for _, line := range lines {
			msg, err := app.Parse(line)
			require.NoError(t, err)
			var effects []app.Effect
			m, effects = app.Update(m, msg)
			require.Equal(t, []app.Effect{app.Keep{Snapshot: m.Snapshot()}}, effects, line)
			assert.Equal(t, m.Draft, m.Snapshot().Draft)
		}
	}
}

// TestAnotherScaleIsAnotherGame checks that a number is not taken up on a scale on which it stands for another one.
func TestAnotherScaleIsAnotherGame(t *testing.T) {
	m, _ := play(t, newKinds(t), append(slices.Clone(toQuestion[pack.Numerical]), "slide 42")...)
	p, err := scenes.Kinds()
	require.NoError(t, err)
	p.Questions[2].Scale.Min, p.Questions[2].Scale.Max = 60, 160
	changed, err := app.New(p, app.Options{})
	require.NoError(t, err)
	assert.ErrorContains(t, changed.Fits(m.Snapshot()), "another game: questions")
}

// TestRepacked is what an author sees who saves the pack in the middle of a round.
func TestRepacked(t *testing.T) {
	edited := func(change func(*pack.Pack)) *pack.Pack {
		p, err := scenes.Kinds()
		require.NoError(t, err)
		change(p)
		return p
	}
	for name, c := range map[string]struct {
		change func(*pack.Pack)
		lines  []string
		screen app.Screen
	}{
		"a word": {func(p *pack.Pack) { p.Questions[0].Ask = "Which?" }, nil, app.Question},
		"a question in front": {func(p *pack.Pack) {
			p.Questions = slices.Insert(p.Questions, 0, p.Questions[3])
			p.Questions[0].ID = "new"
		}, nil, app.Question},
		"another answer":        {func(p *pack.Pack) { p.Questions[0].Wrong = p.Questions[0].Wrong[:1] }, nil, app.Question},
		"another kind":          {func(p *pack.Pack) { p.Questions[0] = p.Questions[3]; p.Questions[0].ID = "songs" }, nil, app.Question},
		"the question is gone":  {func(p *pack.Pack) { p.Questions = p.Questions[1:] }, nil, app.Home},
		"not playable any more": {func(p *pack.Pack) { p.Questions[0].Kind = pack.Matching }, nil, app.Home},
		"after an answer":       {func(p *pack.Pack) { p.Questions[1].Why = "Because." }, []string{"mark 0", "done"}, app.Reveal},
		"an answered one is another": {func(p *pack.Pack) {
			q := &p.Questions[0]
			q.Right, q.Wrong = q.Right[:1], append(q.Right[1:], q.Wrong...)
		}, []string{"mark 0", "mark 1", "mark 2", "mark 3", "mark 4", "done"}, app.Home},
		"left, and the question gone":  {func(p *pack.Pack) { p.Questions = p.Questions[1:] }, []string{"back"}, app.Home},
		"at home":                      {func(p *pack.Pack) { p.Questions = p.Questions[3:4] }, []string{"back"}, app.Home},
		"an event less, on its screen": {func(p *pack.Pack) { p.Events = nil }, []string{"back", "open countdown"}, app.Count},
	} {
		t.Run(name, func(t *testing.T) {
			m, _ := play(t, newKinds(t), append(slices.Clone(toQuestion[pack.SeveralOf]), c.lines...)...)
			p := edited(c.change)
			m = m.Repacked(p)
			assert.Equal(t, c.screen, m.Screen)
			if m.Screen == app.Home {
				assert.Equal(t, app.Home, m.Return)
				assert.Empty(t, m.Play)
			}
			assert.Same(t, p, m.Pack)
			assert.NoError(t, m.Play.Check(p), "it can be played on")
			if m.Screen == app.Question {
				q, _, _ := m.Asking()
				assert.Equal(t, "songs", q.ID)
			}
		})
	}
}

// TestRepackedKeepsWhatItCan checks that marks stay where the question in play has stayed, and go with it where it has not; and
// that the count goes on to what it went to.
func TestRepackedKeepsWhatItCan(t *testing.T) {
	pick := func(change func(*pack.Pack)) *pack.Pack {
		p, err := scenes.Kinds()
		require.NoError(t, err)
		change(p)
		return p
	}
	m, _ := play(t, newKinds(t), append(slices.Clone(toQuestion[pack.SeveralOf]), "mark 3", "mark 1")...)
	assert.Equal(t, []int{3, 1}, m.Repacked(pick(func(p *pack.Pack) { p.Questions[4].Ask = "Which?" })).Draft)
	assert.Empty(t, m.Repacked(pick(func(p *pack.Pack) {
		p.Questions[0].Wrong = p.Questions[0].Wrong[:1]
		p.Questions[0].Right = p.Questions[0].Right[:1]
	})).Draft)
	number, _ := play(t, newKinds(t), append(slices.Clone(toQuestion[pack.Numerical]), "slide 90")...)
	assert.Equal(t, []int{0}, number.Repacked(pick(func(p *pack.Pack) { p.Questions[2].Scale.Max = 130 })).Drafted(), "there is no such step any more")

	// The scenes' pack has several events. One was named at the start, and the visitor has gone back to the next that matters.
	p, err := scenes.Pack()
	require.NoError(t, err)
	m, err = app.New(p, app.Options{Event: "gala"})
	require.NoError(t, err)
	m, _ = play(t, m, clock(0), "pick birthday")
	require.Equal(t, -1, m.Event)
	assert.Equal(t, -1, m.Repacked(p).Event)
	m, _ = play(t, m, "pick cinema")
	more, err := scenes.Pack()
	require.NoError(t, err)
	more.Events = slices.Insert(more.Events, 0, pack.Event{ID: "new", Title: "New", Day: m.Now})
	m = m.Repacked(more)
	assert.Equal(t, "cinema", m.Pack.Events[m.Event].ID, "wherever it stands now")
}
