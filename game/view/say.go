package view

import (
	"houselights/game/app"
)

// Line is something said, in a language: BCP 47, "" for the screen's own.
type Line struct{ Text, Lang string }

// Announcement is what those who listen are told, a line after the other.
func (v Viewer) Announcement(m app.Model, what app.News) []Line {
	s := v.scene(m)
	var lines []Line
	switch {
	case what == app.NewQuestion && m.Screen == app.Question:
		q, _, number := s.Asking()
		lines = []Line{{Text: s.Say("question.number", "n", number, "of", len(s.Play.Cards))}, {q.Ask, s.foreign(q.Lang)}}
		if how := s.how(q); how != "" {
			lines = append(lines, Line{Text: how})
		}
	case what == app.NewReveal && m.Screen == app.Reveal:
		q, card, number := s.Asking()
		lines = []Line{{Text: s.outcomeOf(q, card, s.Play.Answers[number-1])}}
		if q.Why != "" {
			lines = append(lines, Line{q.Why, s.foreign(q.Lang)})
		}
		if doubt := s.doubt(q); doubt != "" {
			lines = append(lines, Line{Text: doubt})
		}
	case what == app.NewResults:
		right, of := s.Play.Right(), len(s.Play.Cards)
		lines = []Line{{Text: s.Say(rank(right, of))}, {Text: s.score()}, {Text: s.Say("results.line", "n", right, "of", of, "longest", s.Play.Longest())}}
	case what == app.NewPhase && s.counts:
		lines = []Line{{Text: s.countName(s.event, s.state)}}
	case what == app.EraseAsk:
		lines = []Line{{Text: s.Say("erase.ask")}}
	case what == app.EraseDone:
		lines = []Line{{Text: s.Say("erase.done")}}
	case what == app.TenSeconds:
		lines = []Line{{Text: s.Say("question.left", "n", 10)}}
	case what == app.FiveSeconds:
		lines = []Line{{Text: s.Say("question.left", "n", 5)}}
	}
	return lines
}
