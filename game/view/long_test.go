package view_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/ui"
)

// textSizes are those of the settings at which all must hold.
var textSizes = []int{100, 150, 200}

// TestLayoutHoldsInEveryLanguage checks every screen with its real words, of which some are far longer in one language than in the
// others, at every size of text.
func TestLayoutHoldsInEveryLanguage(t *testing.T) {
	v := newViewer(t)
	for _, lang := range v.Words.Languages() {
		for _, scene := range allScenes(t) {
			for _, text := range textSizes {
				m := scene.Model
				m.Around.Lang, m.Saved.Settings.Text = lang, text
				for _, size := range sizes {
					s := v.Screen(m, size.w, size.h)
					require.Equal(t, lang, s.Lang)
					for _, problem := range faults(v, s) {
						t.Errorf("%s %s text %d%% %gx%g: %s", scene.Name, lang, text, size.w, size.h, problem)
					}
				}
			}
		}
	}
}

// The longest question that is promised to be readable in the smallest frame, and its answers.
const (
	longAsk    = "Which of the four women listed below was reported to be the one who is going to direct the film which is to follow this?"
	longAnswer = "%, who made three films along a coast, each of them with songs of her own"
)

// longest is a model at that question.
func longest(t *testing.T) app.Model {
	var answers []string
	for _, name := range []string{"Amy", "Bea", "Cat", "Dot"} {
		answers = append(answers, strings.Replace(longAnswer, "%", name, 1))
		require.Len(t, []rune(answers[len(answers)-1]), 75)
	}
	require.Len(t, []rune(longAsk), 120)
	p, err := pack.Read("long", []byte(`{"houselights":1,"title":"Long","questions":[{"ask":"`+longAsk+`","right":"`+answers[0]+`","wrong":["`+strings.Join(answers[1:], `","`)+`"]}]}`))
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	for _, line := range []string{"tick 2026-11-22T16:18:34Z", "choose classic", "start"} {
		msg, err := app.Parse(line)
		require.NoError(t, err)
		m, _ = app.Update(m, msg)
	}
	return m
}

// TestLongestQuestion checks that it can be read whole in the smallest frame, and played: in the letters of most visitors, question
// and first answer are in sight before anything is scrolled, and in any, whatever takes the focus comes into sight.
func TestLongestQuestion(t *testing.T) {
	v := newViewer(t)
	open := longest(t)
	revealed, _ := app.Update(open, app.Answer{Place: 1})
	for _, lang := range v.Words.Languages() {
		for name, m := range map[string]app.Model{"question": open, "reveal": revealed} {
			for _, text := range textSizes {
				m.Around.Lang, m.Saved.Settings.Text = lang, text
				s := v.Screen(m, 320, 240)
				require.Equal(t, name, s.Name)
				for _, problem := range faults(v, s) {
					t.Errorf("%s %s text %d%%: %s", name, lang, text, problem)
				}
				whole := map[string]bool{}
				s.Root.Walk(func(n *ui.Node) bool {
					var lines []string
					for _, line := range n.Text.Lines {
						lines = append(lines, line.Text)
					}
					whole[strings.Join(lines, " ")] = true
					return true
				})
				assert.True(t, whole[longAsk], "%s %s text %d%%: the question is not there as a whole", name, lang, text)
				for _, who := range []string{"Amy", "Bea", "Cat", "Dot"} {
					assert.True(t, whole[strings.Replace(longAnswer, "%", who, 1)], "%s %s text %d%%: nor is %s", name, lang, text, who)
				}
				if text == 100 {
					for _, key := range map[string][]string{"question": {"ask", "answer-1"}, "reveal": {"verdict", "ask"}}[name] {
						assert.LessOrEqual(t, s.Root.Find(key).Rect.Bottom(), s.Frame.H, "%s %s: %s is not in sight", name, lang, key)
					}
				}
				for _, n := range s.Focusable() {
					offset := s.Reveal(n.Key, 0)
					assert.GreaterOrEqual(t, n.Rect.Bottom()-offset, 0.0, n.Key)
					assert.LessOrEqual(t, n.Rect.Bottom()-offset, s.Frame.H, n.Key)
				}
			}
		}
	}
}
