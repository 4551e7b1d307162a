package view

import "houselights/game/app"

// Announcement is what those who listen are told, in the visitor's language. Urgent news interrupts what is being read.
func (v Viewer) Announcement(m app.Model, what app.News) (text string, urgent bool) {
	s := scene{Model: m, Book: v.Book(m), lib: v.Words}
	switch what {
	case app.NewQuestion:
		if m.Screen != app.Question {
			return "", false
		}
		q, _, number := s.Asking()
		return s.Say("say.question", "n", number, "of", len(s.Round.Cards), "ask", q.Ask), false
	case app.NewReveal:
		if m.Screen != app.Reveal {
			return "", false
		}
		q, card, number := s.Asking()
		return joined(s.verdict(q, card, s.Round.Answers[number-1]), q.Why), false
	case app.NewResults:
		right, of := s.Round.Right(), len(s.Round.Cards)
		return joined(s.Say(rank(right, of)), s.Say("results.line", "n", right, "of", of, "longest", s.Round.Longest())), false
	case app.TenSeconds:
		return s.Say("question.left", "n", 10), true
	case app.FiveSeconds:
		return s.Say("question.left", "n", 5), true
	}
	return "", false
}
