package view_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/trivia"
	"houselights/game/ui"
)

// TestBuiltInQuestionsFit lays out every question of the built-in pack, and what is said after it, in every language, in letters of
// the largest size: on a phone, in a usual frame and in the smallest.
func TestBuiltInQuestionsFit(t *testing.T) {
	v := newViewer(t)
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	m.Saved.Settings.Text = 200
	for _, lang := range v.Words.Languages() {
		m.Around.Lang = lang
		for i := range p.In(lang).Questions {
			q := &p.In(lang).Questions[i]
			card := trivia.Redeal(p, i, trivia.Card{Question: i})
			m.Play = app.Play{Choice: app.Choice{Mode: app.Classic}, Round: trivia.Round{Cards: []trivia.Card{card}}}
			m.Screen, m.Draft = app.Question, nil
			wrong := []int{0}
			switch q.Kind {
			case pack.Ordering:
				wrong = nil
				for place := range card.Order {
					wrong = append(wrong, place)
				}
			case pack.Numerical:
				m.Draft = []int{q.Scale.Steps()} // where it is longest
			}
			revealed := m
			revealed.Screen, revealed.Draft = app.Reveal, nil
			revealed.Play.Round = m.Play.Answered(p, wrong, 0)
			for _, m := range []app.Model{m, revealed} {
				for _, size := range [][2]float64{{360, 640}, {720, 480}, {320, 240}} {
					s := v.Screen(m, size[0], size[1])
					require.Equal(t, lang, s.Lang)
					for _, problem := range faults(v, s) {
						t.Errorf("%s %s %s %gx%g: %s", q.ID, lang, s.Name, size[0], size[1], problem)
					}
					assert.Equal(t, "", broken(s), "%s %s %s %gx%g", q.ID, lang, s.Name, size[0], size[1])
				}
			}
		}
	}
}

// broken is a text of a screen in which a word is parted between two lines, "" where there is none. Only the smallest frame
// may be too narrow for one.
func broken(s *ui.Screen) string {
	found := ""
	if s.Frame.W < 360 {
		return ""
	}
	s.Root.Walk(func(n *ui.Node) bool {
		rest := n.Text.String
		for i, line := range n.Text.Lines {
			after, ok := strings.CutPrefix(rest, line.Text)
			if !ok {
				return true // not laid out as it is written
			}
			rest = strings.TrimLeft(after, " ")
			if i+1 < len(n.Text.Lines) && rest == after && !strings.HasSuffix(line.Text, "-") {
				found = n.Text.String
			}
		}
		return true
	})
	return found
}
