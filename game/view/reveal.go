package view

import (
	"slices"
	"strings"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/trivia"
	"houselights/game/ui"
)

func (s *scene) reveal() *ui.Node {
	s.screen.Focus, s.screen.Scenery = "next", ui.Night
	q, card, number := s.Asking()
	answer := s.Play.Answers[number-1]
	grid := &ui.Node{Key: "answers", Role: ui.List, Name: s.Say("question.answers"), Box: s.answersBox(), Children: s.revealed(q, card, answer)}
	sign, ink := tick(q, card, answer)
	verdict := s.verdict(q, card, answer)
	ring := s.smallDisc(ui.Image, verdict, 1, discIcon(sign, ink, 0.42))
	said := bold(s.text("verdict", verdict, 0, ink))
	next, room := s.Say("next"), 9.0
	if s.Play.Done() {
		next, room = s.Say("next.results"), 14
	}
	button := s.button("next", next, app.Next{}, primary)
	reason := column(s.px(4))
	page := s.page(s.scoreline(number, ring))
	switch { // where it scrolls, what was right and the way on are in sight whatever lies below
	case !s.scrolled:
		add(reason, said)
	case s.halves(room):
		add(page, row(s.px(12), grown(said), button))
	default:
		add(page, said, button)
	}
	if q.Why != "" {
		add(reason, s.packed(s.text("why", q.Why, s.pick(0, -0.6), ui.Soft), q.Lang))
	}
	if doubt := s.doubt(q); doubt != "" {
		add(reason, s.text("reported", doubt, -0.5, ui.NoteInk))
	}
	src := s.source("source", q.Source)
	if src != nil {
		s.packed(src, q.Lang)
		src = &ui.Node{Box: ui.Box{Dir: ui.Flow}, Children: []*ui.Node{src}} // no wider than its words
	}
	add(page, s.asked(q), s.gap(s.pick(2, 0)), grid, s.gap(s.pick(2, 0)), reason)
	switch {
	case s.scrolled:
		add(reason, src)
	case src != nil && s.halves(15):
		add(page, spacer(1), row(s.px(12), grown(src), button))
	default:
		add(reason, src)
		add(page, spacer(1), s.actions(button))
	}
	page.Box.Gap = s.px(s.pick(9, 7))
	return page
}

// doubt says of a rumour, and of what was only reported, that it was no more, "" of all else.
func (s *scene) doubt(q *pack.Question) string {
	switch {
	case q.Rumour && !q.True:
		return s.Say("rumour.note")
	case q.Status == pack.Reported:
		return s.Say("reported.note")
	}
	return ""
}

// tick is the sign for what an answer was, and its colour: for what is right in part it is neither green nor red.
func tick(q *pack.Question, card trivia.Card, a trivia.Answer) (ui.Icon, ui.Token) {
	switch {
	case a.Right:
		return ui.Tick, ui.RightInk
	case partly(q, card, a):
		return ui.Tick, ui.Gold
	default:
		return ui.Cross, ui.WrongInk
	}
}

// revealed are the answers, each with what it was.
func (s *scene) revealed(q *pack.Question, card trivia.Card, a trivia.Answer) []*ui.Node {
	var all []*ui.Node
	switch q.Kind {
	case pack.Ordering:
		for i, answer := range q.Right {
			all = append(all, s.revealedStep(q, card, i, answer, a))
		}
	case pack.Numerical:
		return s.revealedNumber(q, a)
	default:
		for place := range card.Order {
			all = append(all, s.revealedCard(q, card, place, a))
		}
	}
	return all
}

// verdict is the word that goes with tick or cross. Where the answer is a list, the cards show it.
func (s *scene) verdict(q *pack.Question, card trivia.Card, a trivia.Answer) string {
	isList := q.Kind.InParts()
	switch {
	case a.Right && isList && a.Points > 1: // no card says them
		return joined(s.Say("reveal.right"), s.Say("answer.points", "n", a.Points))
	case a.Right:
		return s.Say("reveal.right")
	case a.Points > 0:
		return s.Say("reveal.part", "n", a.Points)
	case isList && partly(q, card, a):
		return s.Say("reveal.partly")
	case isList && a.Missed():
		return s.Say("reveal.late.list")
	case isList:
		return s.Say("reveal.wrong.list")
	case a.Missed():
		return s.Say("reveal.late", "answer", s.rightAnswer(q))
	default:
		return s.Say("reveal.wrong", "answer", s.rightAnswer(q))
	}
}

// partly reports whether some of an answer is right, also where only a whole one counts.
func partly(q *pack.Question, card trivia.Card, a trivia.Answer) bool {
	if a.Missed() {
		return false
	}
	right, of := card.Judge(q, a.Given)
	return right > 0 && right < of
}

// outcomeOf is the verdict for those who listen, with the answer where the cards alone show it.
func (s *scene) outcomeOf(q *pack.Question, card trivia.Card, a trivia.Answer) string {
	verdict := s.verdict(q, card, a)
	if !a.Right && q.Kind.InParts() {
		return joined(verdict, s.Say("reveal.was", "answer", s.rightAnswer(q)))
	}
	return verdict
}

// rightAnswer is the whole right answer as one text.
func (s *scene) rightAnswer(q *pack.Question) string {
	switch q.Kind {
	case pack.TrueFalse:
		return s.option(q, 0)
	case pack.Numerical:
		return s.measure(q, q.Scale.Right)
	}
	return s.listed(q, q.Right)
}

// given is what a player has answered as one text.
func (s *scene) given(q *pack.Question, card trivia.Card, a trivia.Answer) string {
	if q.Kind == pack.Numerical {
		return s.measure(q, q.Scale.At(a.Given[0]))
	}
	var answers []string
	for _, place := range a.Given {
		answers = append(answers, s.option(q, card.Order[place]))
	}
	return s.listed(q, answers)
}

// listed is a list of answers as one text, numbered where their order counts.
func (s *scene) listed(q *pack.Question, answers []string) string {
	if q.Kind == pack.Ordering {
		answers = slices.Clone(answers)
		for i, answer := range answers {
			answers[i] = s.step(i, answer)
		}
	}
	return strings.Join(answers, " · ")
}

func (s *scene) revealedCard(q *pack.Question, card trivia.Card, place int, a trivia.Answer) *ui.Node {
	name := s.option(q, card.Order[place])
	chosen := slices.Contains(a.Given, place)
	var n *ui.Node
	switch {
	case card.Order[place] < max(1, len(q.Right)):
		word := s.Say("answer.right.mark")
		if chosen && q.Kind != pack.SeveralOf && a.Points > 1 {
			word = s.Say("answer.points", "n", a.Points)
		}
		n = s.marked(s.answerCard(q, card, place, s.mark(ui.Tick, ui.RightInk, word)), ui.Right)
		switch {
		case chosen:
			n.Name = s.Say("answer.right.chosen", "answer", name)
		case q.Kind == pack.SeveralOf:
			n.Name = s.Say("answer.right.several", "answer", name)
			n.Look.Fill, n.Look.Glow = ui.Card, ui.None // it is told apart from those that were chosen
		default:
			n.Name = s.Say("answer.right", "answer", name)
		}
	case chosen:
		n = s.marked(s.answerCard(q, card, place, s.mark(ui.Cross, ui.WrongInk, s.Say("answer.wrong.mark"))), ui.Wrong)
		n.Name = s.Say("answer.wrong.chosen", "answer", name)
	default:
		n = s.answerCard(q, card, place)
		n.Name, n.Look.Faint = name, true
	}
	if chosen {
		n.State |= ui.Chosen
	}
	if q.Kind == pack.SeveralOf {
		n.Children[0] = s.tickBox(chosen, ui.Ink)
	}
	n.Role = ui.ListItem
	return n
}

// revealedStep is the answer that belongs at a place of an order, 0 for the first, with where the player had it.
func (s *scene) revealedStep(q *pack.Question, card trivia.Card, i int, answer string, a trivia.Answer) *ui.Node {
	had := slices.IndexFunc(a.Given, func(place int) bool { return card.Order[place] == i })
	n := s.optionCard(q, answer, i, s.numbered(i))
	n.Name = s.step(i, answer)
	switch {
	case had == i:
		n = s.marked(s.optionCard(q, answer, i, s.numbered(i), s.mark(ui.Tick, ui.RightInk, s.Say("answer.right.mark"))), ui.Right)
		n.Name = s.Say("answer.right.chosen", "answer", s.step(i, answer))
	case had >= 0:
		word := s.Say("answer.had", "n", had+1)
		n = s.marked(s.optionCard(q, answer, i, s.numbered(i), s.mark(ui.Cross, ui.WrongInk, word)), ui.Wrong)
		n.Name = joined(s.step(i, answer), word)
	}
	n.Role = ui.ListItem
	return n
}

// revealedNumber is the number that was right, and the player's where it was another.
func (s *scene) revealedNumber(q *pack.Question, a trivia.Answer) []*ui.Node {
	card := func(i int, sign ui.Icon, ink ui.Token, state ui.State, value int, word, name string) *ui.Node {
		amount := s.measure(q, value)
		n := s.marked(s.optionCard(q, amount, i, icon(sign, ink, s.px(18)), bold(s.words(word, -0.3, ink))), state)
		n.Role, n.Name = ui.ListItem, s.Say(name, "answer", amount)
		return n
	}
	exact := s.exact(q, a)
	word, name := s.Say("answer.right.mark"), "answer.right"
	if exact {
		name = "answer.right.chosen"
		if a.Points > 1 {
			word = s.Say("answer.points", "n", a.Points)
		}
	}
	all := []*ui.Node{card(0, ui.Tick, ui.RightInk, ui.Right, q.Scale.Right, word, name)}
	switch {
	case exact:
		all[0].State |= ui.Chosen
	case a.Missed():
	case a.Right:
		word = s.Say("answer.yours")
		if a.Points > 1 {
			word += " · " + s.Say("answer.points", "n", a.Points)
		}
		all = append(all, card(1, ui.Tick, ui.RightInk, ui.Right|ui.Chosen, q.Scale.At(a.Given[0]), word, "answer.right.chosen"))
	default:
		word = s.Say("answer.yours") + " · " + s.Say("answer.wrong.mark")
		all = append(all, card(1, ui.Cross, ui.WrongInk, ui.Wrong|ui.Chosen, q.Scale.At(a.Given[0]), word, "answer.wrong.chosen"))
	}
	return all
}

// exact reports whether a number is not only near enough.
func (s *scene) exact(q *pack.Question, a trivia.Answer) bool {
	return !a.Missed() && q.Scale.At(a.Given[0]) == q.Scale.Right
}

// mark is a word with a sign, for what an answer was.
func (s *scene) mark(sign ui.Icon, ink ui.Token, word string) *ui.Node {
	n := row(s.px(8), bold(s.words(word, -0.3, ink)), icon(sign, ink, s.px(18)))
	n.Look.Motion = ui.Late
	return n
}

// marked gives a card the looks of a right or of a wrong answer.
func (s *scene) marked(n *ui.Node, state ui.State) *ui.Node {
	ink, fill := ui.WrongInk, ui.WrongFill
	if state.Has(ui.Right) {
		ink, fill = ui.RightInk, ui.RightFill
		n.Look.Glow, n.Look.Spread = fill, s.px(16)
	}
	n.State = state
	n.Look.Fill, n.Look.Border, n.Look.Width = fill, ink, s.px(1.5)
	return n
}
