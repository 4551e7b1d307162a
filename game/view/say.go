package view

import "houselights/game/app"

// Line is something said, in a language: BCP 47, "" for the screen's own.
type Line struct{ Text, Lang string }

// Announcement is what those who listen are told, a line after the other.
func (v Viewer) Announcement(m app.Model, what app.News) []Line {
	s := v.scene(m)
	var lines []Line
	say := func(text string) { lines = append(lines, Line{text, ""}) }
	quote := func(text string) {
		if text != "" {
			lines = append(lines, Line{text, s.foreign()})
		}
	}
	switch what {
	case app.NewQuestion:
		if m.Screen == app.Question {
			q, _, number := s.Asking()
			say(s.Say("question.number", "n", number, "of", len(s.Play.Cards)))
			s = s.in(q.Lang)
			quote(q.Ask)
			if how := s.how(q); how != "" {
				say(how)
			}
		}
	case app.NewReveal:
		if m.Screen == app.Reveal {
			q, _, number := s.Asking()
			s = s.in(q.Lang)
			say(s.outcomeOf(q, s.Play.Answers[number-1]))
			quote(q.Why)
		}
	case app.NewResults:
		right, of := s.Play.Right(), len(s.Play.Cards)
		say(s.Say(rank(right, of)))
		say(s.outcome(s.Play.Scoring, s.Play.Points(), right, of))
		say(s.Say("results.line", "n", right, "of", of, "longest", s.Play.Longest()))
	case app.NewPhase:
		if e, c, ok := s.Counting(); ok {
			say(s.countName(e, c))
		}
	case app.TenSeconds:
		say(s.Say("question.left", "n", 10))
	case app.FiveSeconds:
		say(s.Say("question.left", "n", 5))
	}
	return lines
}
