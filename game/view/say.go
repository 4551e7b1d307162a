package view

import "houselights/game/app"

// Announcement is what those who listen are told, in the visitor's language.
func (v Viewer) Announcement(m app.Model, what app.News) string {
	s := scene{Model: m, Book: v.Book(m), lib: v.Words}
	switch what {
	case app.NewQuestion:
		if m.Screen != app.Question {
			return ""
		}
		q, _, number := s.Asking()
		return s.Say("say.question", "n", number, "of", len(s.Play.Cards), "ask", q.Ask)
	case app.NewReveal:
		if m.Screen != app.Reveal {
			return ""
		}
		q, _, number := s.Asking()
		return joined(s.verdict(q, s.Play.Answers[number-1]), q.Why)
	case app.NewResults:
		right, of := s.Play.Right(), len(s.Play.Cards)
		return joined(s.Say(rank(right, of)), s.Say("results.line", "n", right, "of", of, "longest", s.Play.Longest()))
	case app.TenSeconds:
		return s.Say("question.left", "n", 10)
	case app.FiveSeconds:
		return s.Say("question.left", "n", 5)
	}
	return ""
}
