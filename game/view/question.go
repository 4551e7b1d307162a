package view

import (
	"math"
	"strconv"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/trivia"
	"houselights/game/typeset"
	"houselights/game/ui"
)

// The four answers, in their places.
var places = [4]struct {
	icon ui.Icon
	ink  ui.Token
}{{ui.Pick, ui.PickInk}, {ui.Tag, ui.TagInk}, {ui.Star, ui.StarInk}, {ui.HeartIcon, ui.HeartInk}}

// warm is the part of the time that is left when the ring begins to glow warmer.
const warm = 0.25

func (s scene) question() *ui.Node {
	s.screen.Focus, s.screen.Quiet = "answer-1", true
	q, card, number := s.Asking()
	grid := &ui.Node{Key: "answers", Role: ui.Group, Name: s.Say("question.answers"), Box: s.answersBox()}
	for place := range card.Order {
		n := s.answerCard(q, card, place)
		n.Role, n.Shortcut, n.On = ui.Button, strconv.Itoa(place+1), app.Answer{Place: place}
		n.Name = s.option(q, card.Order[place])
		grid.Children = append(grid.Children, n)
	}
	leave := s.button("back", s.Say("question.leave"), app.Back{}, tertiary)
	return s.page(s.scoreline(number, s.timer()), spacer(1), s.asked(q), spacer(1.4), grid, spacer(1.4), s.actions(leave))
}

func (s scene) answersBox() ui.Box {
	return ui.Box{Dir: ui.Grid, Columns: s.columns(), Gap: s.f.Px(s.pick(12, 8))}
}

func (s scene) asked(q pack.Question) *ui.Node {
	step := s.pick(2.6, 1.5)
	if s.is(ui.Tall) {
		step = s.pick(2.3, 1.5)
	}
	n := s.packed(aligned(s.heading(q.Ask, step), ui.Middle))
	n.Key = "ask"
	return n
}

// scoreline is the line over a question: which one it is, the ring, the score so far.
func (s scene) scoreline(number int, ring *ui.Node) *ui.Node {
	count := grown(bold(s.text("number", s.Say("question.number", "n", number, "of", len(s.Play.Cards)), -0.5, ui.LabelInk)))
	if !s.halves(9.5) {
		count.Name, count.Text.String = count.Text.String, s.Say("question.number.short", "n", number, "of", len(s.Play.Cards))
	}
	score := s.Number(s.Play.Points())
	if s.Play.Scoring == trivia.Untimed {
		score = s.Say("score.right", "n", s.Play.Right(), "of", len(s.Play.Cards))
	}
	points := bold(aligned(s.text("score", score, 1, ui.Ink), ui.End))
	points.Name = s.outcome(s.Play.Scoring, s.Play.Points(), s.Play.Right(), len(s.Play.Cards))
	points.Text.Style.Tabular = true
	sum := grown(column(0, points))
	if streak := s.Play.Streak(); streak > 1 {
		sum.Children = append(sum.Children, bold(aligned(s.text("streak", s.Say("question.streak", "n", streak), -1.2, ui.Gold), ui.End)))
	}
	return row(s.f.Px(8), count, ring, sum)
}

func (s scene) smallDisc(role ui.Role, name string, fraction float64, child *ui.Node) *ui.Node {
	n := s.disc("ring", role, name, s.pick(64, 50), s.pick(64, 50), fraction, child)
	n.Box.Grow = 0
	n.Look.Ring.Thick = 0.06
	return n
}

// timer is the ring that shows the time left.
func (s scene) timer() *ui.Node {
	if s.Play.Scoring == trivia.Untimed {
		return s.smallDisc(ui.Image, s.Say("clock.off"), 1, discIcon(ui.HeartIcon, ui.HeartInk, 0.36))
	}
	left := s.Left()
	seconds := int(math.Ceil(left.Seconds()))
	n := s.smallDisc(ui.Timer, s.Say("question.left", "n", seconds), float64(left)/float64(trivia.Limit),
		s.figures(strconv.Itoa(seconds), typeset.Display, 0.36, -1, ui.Ink))
	n.Look.Ring.Warm = float64(left) < warm*float64(trivia.Limit)
	return n
}

// answerCard is an answer in its place, without a role; marks stand behind its words, or under them.
func (s scene) answerCard(q pack.Question, card trivia.Card, place int, marks ...*ui.Node) *ui.Node {
	sign := places[place%len(places)]
	words := decoration(s.text("", s.option(q, card.Order[place]), s.pick(0.5, 0), ui.Ink))
	line := grown(&ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.f.Px(8), Along: ui.Between, Across: ui.Middle}, Children: append([]*ui.Node{words}, marks...)})
	n := &ui.Node{Key: "answer-" + strconv.Itoa(place+1), Look: s.cardLook(),
		Box:      ui.Box{Dir: ui.Row, Across: ui.Middle, Gap: s.f.Px(15), Pad: ui.Sides(s.f.Px(s.pick(10, 5)), s.f.Px(16)), MinH: s.f.Target(s.pick(s.roomyCard(), 46))},
		Children: []*ui.Node{icon(sign.icon, sign.ink, s.f.Px(s.pick(25, 21))), line}}
	if q.Kind == pack.TrueFalse {
		return n // these words are ours, not the pack's
	}
	return s.packed(n)
}

// roomyCard is the height of an answer where there is room, in units of the design.
func (s scene) roomyCard() float64 {
	if s.is(ui.Wide) && s.Model.Screen == app.Question {
		return 76
	}
	return 66
}

// option is the text of an answer: option 0 is the right one.
func (s scene) option(q pack.Question, option int) string {
	if q.Kind == pack.TrueFalse {
		if q.True == (option == 0) {
			return s.Say("true")
		}
		return s.Say("false")
	}
	if option == 0 {
		return q.Right
	}
	return q.Wrong[option-1]
}

func (s scene) reveal() *ui.Node {
	s.screen.Focus, s.screen.Quiet = "next", true
	q, card, number := s.Asking()
	answer := s.Play.Answers[number-1]
	grid := &ui.Node{Key: "answers", Role: ui.List, Name: s.Say("question.answers"), Box: s.answersBox()}
	for place := range card.Order {
		grid.Children = append(grid.Children, s.revealedCard(q, card, place, answer))
	}
	sign, ink := ui.Tick, ui.RightInk
	if !answer.Right {
		sign, ink = ui.Cross, ui.WrongInk
	}
	verdict := s.verdict(q, answer)
	ring := s.smallDisc(ui.Image, verdict, 1, discIcon(sign, ink, 0.42))
	said := bold(s.text("verdict", verdict, 0, ink))
	next := s.Say("next")
	if s.Play.Done() {
		next = s.Say("next.results")
	}
	reason := column(s.f.Px(4), said)
	if q.Why != "" {
		reason.Children = append(reason.Children, s.packed(s.text("why", q.Why, s.pick(0, -0.6), ui.Soft)))
	}
	if q.Status == pack.Reported {
		reason.Children = append(reason.Children, s.text("reported", s.Say("reported.note"), -0.5, ui.NoteInk))
	}
	foot := s.actions(s.button("next", next, app.Next{}, primary))
	if src := s.source("source", q.Source); src != nil {
		if s.compact && s.halves(9) {
			// On one line, so that the way on is in sight.
			foot = row(s.f.Px(12), grown(s.packed(src)), s.button("next", next, app.Next{}, primary))
		} else {
			reason.Children = append(reason.Children, s.packed(src))
		}
	}
	return s.page(s.scoreline(number, ring), s.asked(q), s.gap(s.pick(2, 0)), grid, s.gap(s.pick(2, 0)), reason, spacer(1), foot)
}

// verdict is the word that goes with tick or cross.
func (s scene) verdict(q pack.Question, a trivia.Answer) string {
	right := s.option(q, 0)
	switch {
	case a.Right:
		return s.Say("reveal.right")
	case a.Choice == trivia.Missed:
		return s.Say("reveal.late", "answer", right)
	default:
		return s.Say("reveal.wrong", "answer", right)
	}
}

func (s scene) revealedCard(q pack.Question, card trivia.Card, place int, a trivia.Answer) *ui.Node {
	name := s.option(q, card.Order[place])
	chosen := place == a.Choice
	var n *ui.Node
	switch {
	case card.Order[place] == 0:
		word := s.Say("answer.right.mark")
		if chosen && a.Points > 1 {
			word = s.Say("answer.points", "n", a.Points)
		}
		n = s.markedCard(q, card, place, ui.Right, ui.Tick, ui.RightInk, ui.RightFill, word)
		n.Look.Glow, n.Look.Spread = ui.RightFill, s.f.Px(16)
		n.Name = s.Say("answer.right", "answer", name)
		if chosen {
			n.Name = s.Say("answer.right.chosen", "answer", name)
		}
	case chosen:
		n = s.markedCard(q, card, place, ui.Wrong, ui.Cross, ui.WrongInk, ui.WrongFill, s.Say("answer.wrong.mark"))
		n.Name = s.Say("answer.wrong.chosen", "answer", name)
	default:
		n = s.answerCard(q, card, place)
		n.Name, n.Look.Faint = name, true
	}
	if chosen {
		n.State |= ui.Chosen
	}
	n.Role = ui.ListItem
	return n
}

// markedCard is an answer with a sign and a word for what it was.
func (s scene) markedCard(q pack.Question, card trivia.Card, place int, state ui.State, sign ui.Icon, ink, fill ui.Token, word string) *ui.Node {
	mark := row(s.f.Px(8), decoration(bold(s.text("", word, -0.3, ink))), icon(sign, ink, s.f.Px(18)))
	n := s.answerCard(q, card, place, mark)
	n.State = state
	n.Look.Fill, n.Look.Border, n.Look.Width = fill, ink, s.f.Px(1.5)
	return n
}
