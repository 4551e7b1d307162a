package view_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/ui"
)

// strange is a model with a pack of a stranger, after some messages.
func strange(t *testing.T, questions string, o app.Options, msgs ...app.Msg) app.Model {
	t.Helper()
	p, err := pack.Read("x", []byte(`{"houselights":1,"title":"A","questions":[`+questions+`]}`))
	require.NoError(t, err)
	m, _ := app.New(p, o)
	for _, msg := range msgs {
		m, _ = app.Update(m, msg)
	}
	return m
}

// TestPacksOfFewKinds looks at the ways into a round of packs that have nothing for some modes.
func TestPacksOfFewKinds(t *testing.T) {
	v := newViewer(t)
	for name, c := range map[string]struct {
		questions string
		kiosk     bool
		leads     app.Mode
	}{
		"statements":             {`{"ask":"?","real":true}`, false, app.Rumour},
		"statements in a kiosk":  {`{"ask":"?","real":true}`, true, app.Rumour},
		"spoilers":               {`{"ask":"?","right":true,"spoiler":true}`, false, app.Classic},
		"spoilers in a kiosk":    {`{"ask":"?","right":true,"spoiler":true}`, true, ""},
		"questions for anybody":  {`{"ask":"?","right":true}`, false, app.Daily},
		"questions, and a kiosk": {`{"ask":"?","right":true}`, true, app.Daily},
	} {
		home := strange(t, c.questions, app.Options{Kiosk: c.kiosk})
		modes, _ := app.Update(home, app.Open{Screen: app.Modes})
		ready, _ := app.Update(home, app.Choose{Mode: home.First()})
		for _, f := range frames {
			play := v.Screen(home, f.w, f.h).Root.Find("play")
			assert.Equal(t, c.leads != "", play.Pressable(), "%s %s", name, f.name)
			assert.Equal(t, app.Choose{Mode: c.leads}, play.On, "%s %s", name, f.name)
			if c.leads != app.Daily {
				assert.NotContains(t, play.Label(), "today", "%s %s", name, f.name)
			}
			if c.leads == "" && f.name == "strip" {
				continue // there is nothing to press
			}
			for _, m := range []app.Model{home, modes, ready} {
				s := v.Screen(m, f.w, f.h)
				if n := s.Root.Find(s.Focus); assert.NotNil(t, n, "%s %s %s: focus %q", name, s.Name, f.name, s.Focus) {
					assert.True(t, n.Pressable(), "%s %s %s: focus %q", name, s.Name, f.name, s.Focus)
				}
				s.Root.Walk(func(n *ui.Node) bool {
					assert.NotRegexp(t, `\b0 (questions|seconds)`, n.Text.String, "%s %s %s", name, s.Name, f.name)
					return true
				})
			}
		}
	}
	m := strange(t, `{"ask":"?","right":true,"spoiler":true}`, app.Options{}, app.Choose{Mode: app.Classic})
	assert.False(t, v.Screen(m, 720, 480).Root.Find("start").Pressable())
}

// TestDoubt checks what is said of a statement once it is answered, on each screen that says it and to those who listen.
func TestDoubt(t *testing.T) {
	v := newViewer(t)
	for name, c := range map[string]struct{ fields, want string }{
		"real":               {`"real":true`, ""},
		"real, as reported":  {`"real":true,"status":"reported"`, "This rests on a report. It has not been confirmed."},
		"rumour":             {`"real":false`, "This only went round. The record does not say so."},
		"rumour, as claimed": {`"real":false,"status":"reported"`, "This only went round. The record does not say so."},
	} {
		m := strange(t, `{"ask":"?",`+c.fields+`}`, app.Options{}, app.Choose{Mode: app.Rumour}, app.Start{}, app.Answer{Place: 0})
		said := v.Announcement(m, app.NewReveal)
		reveal := v.Screen(m, 720, 480).Root.Find("reported")
		m, _ = app.Update(m, app.Next{})
		assert.Equal(t, "Real or rumour?", v.Screen(m, 720, 480).Root.Find("round").Label())
		m, _ = app.Update(m, app.Open{Screen: app.Review})
		review := v.Screen(m, 720, 480).Root.Find("review-1-reported")
		if c.want == "" {
			assert.Nil(t, reveal, name)
			assert.Nil(t, review, name)
			assert.Len(t, said, 1, name)
			continue
		}
		require.NotNil(t, reveal, name)
		require.NotNil(t, review, name)
		assert.Equal(t, c.want, reveal.Label(), name)
		assert.Equal(t, c.want, review.Label(), name)
		assert.Equal(t, c.want, said[len(said)-1].Text, name)
	}
}

// TestPartlyRight checks that an answer with something right in it is told so, also with the clock off, where it does not count.
func TestPartlyRight(t *testing.T) {
	v := newViewer(t)
	for mode, want := range map[app.Mode]string{app.Classic: "Partly right. +500", app.Pace: "Partly right."} {
		m := strange(t, `{"ask":"?","right":["a","b"],"wrong":["c"]}`, app.Options{}, app.Choose{Mode: mode}, app.Start{})
		card, _ := m.Play.Current()
		m, _ = app.Update(m, app.Mark{Place: card.RightPlace()})
		m, _ = app.Update(m, app.Done{})
		assert.Equal(t, want, v.Screen(m, 720, 480).Root.Find("verdict").Label())
	}
}

// TestCardSaysWhatIsAsked checks that the card before a round says how answers score in part only of kinds that the pack has.
func TestCardSaysWhatIsAsked(t *testing.T) {
	const several = `{"ask":"Which?","right":["a","b"],"wrong":["c"]}`
	const order = `{"ask":"In which order?","order":["a","b","c"]}`
	v := newViewer(t)
	for questions, want := range map[string]string{
		`{"ask":"?","right":true}`: "",
		several:                    "Several right answers: each counts its part, a wrong pick takes one back.",
		order:                      "An order: each in its place counts.",
		order + "," + several:      "Several right answers: each counts its part, a wrong pick takes one back. An order: each in its place counts.",
	} {
		said := ""
		if n := v.Screen(strange(t, questions, app.Options{}, app.Choose{Mode: app.Classic}), 720, 480).Root.Find("parts"); n != nil {
			said = n.Text.String
		}
		assert.Equal(t, want, said, questions)
	}
}
