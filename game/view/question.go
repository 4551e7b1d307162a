package view

import (
	"math"
	"slices"
	"strconv"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/trivia"
	"houselights/game/typeset"
	"houselights/game/ui"
)

// The signs of answers of which one is chosen, in their places.
var places = [4]struct {
	icon ui.Icon
	ink  ui.Token
}{{ui.Pick, ui.PickInk}, {ui.Tag, ui.TagInk}, {ui.Star, ui.StarInk}, {ui.HeartIcon, ui.HeartInk}}

// warm is the part of the time that is left when the ring begins to glow warmer.
const warm = 0.25

func (s *scene) question() *ui.Node {
	q, card, number := s.Asking()
	s.screen.Scenery = ui.Night
	var answers, done *ui.Node
	switch q.Kind {
	case pack.OneOf, pack.TrueFalse:
		answers = s.answers(q, card, s.answerButton)
	case pack.SeveralOf:
		answers = s.answers(q, card, s.answerBox)
	case pack.Ordering:
		answers = s.answers(q, card, s.answerStep)
	case pack.Numerical:
		answers = s.scale(q)
	}
	if q.Kind > pack.TrueFalse {
		done = s.button("done", s.Say("question.done"), app.Done{}, primary)
		if !s.Ready() {
			s.disable(done)
		}
	}
	page := s.page(s.scoreline(number, s.timer(q)), spacer(1), s.asked(q))
	if how := s.how(q); how != "" {
		add(page, s.centred("how", how, s.pick(0, -0.5), ui.Soft))
	}
	foot := s.actions()
	// It is no wider than it looks: in a tall frame a finger would find it under much else.
	leave := &ui.Node{Box: ui.Box{Dir: ui.Flow, Along: ui.Middle}, Children: []*ui.Node{s.iconed(ui.CloseIcon, s.button("back", s.Say("question.leave"), app.Back{}, tertiary))}}
	add(foot, done, leave)
	add(page, spacer(1.4), answers, spacer(1.4), foot)
	return page
}

// how is a line on what is to be done, where that is more than to choose one answer.
func (s *scene) how(q *pack.Question) string {
	switch q.Kind {
	case pack.TrueFalse:
		if q.Rumour {
			return s.Say("question.rumour")
		}
	case pack.SeveralOf:
		return s.Say("question.several")
	case pack.Ordering:
		return s.Say("question.order")
	case pack.Numerical:
		if q.Scale.Tolerance > 0 {
			return s.Say("question.tolerance", "amount", s.Decimal(q.Scale.Tolerance, q.Scale.Decimals)) // with no unit: "1 minutes" is none
		}
	}
	return ""
}

// answers are the cards that can be pressed, each made by one of the functions below.
func (s *scene) answers(q *pack.Question, card trivia.Card, answer func(*pack.Question, trivia.Card, int) *ui.Node) *ui.Node {
	s.screen.Focus = "answer-1"
	grid := &ui.Node{Key: "answers", Role: ui.Group, Name: s.Say("question.answers"), Box: s.answersBox()}
	for place := range card.Order {
		n := answer(q, card, place)
		n.Shortcut = strconv.Itoa(place + 1)
		add(grid, n)
	}
	return grid
}

// answerButton is the answer at a place where one is chosen.
func (s *scene) answerButton(q *pack.Question, card trivia.Card, place int) *ui.Node {
	n := s.answerCard(q, card, place)
	n.Role, n.On = ui.Button, app.Answer{Place: place}
	n.Name = s.option(q, card.Order[place])
	return n
}

// answerBox is the answer at a place where several are chosen.
func (s *scene) answerBox(q *pack.Question, card trivia.Card, place int) *ui.Node {
	marked := slices.Contains(s.Draft, place)
	n := s.pickedCard(s.optionCard(q, s.option(q, card.Order[place]), place, s.tickBox(marked, ui.RingInk)), marked)
	n.Role, n.On = ui.Checkbox, app.Mark{Place: place}
	n.Name = s.option(q, card.Order[place])
	if marked {
		n.State |= ui.Checked
	}
	return n
}

// answerStep is the answer at a place where they are to be put in order: it has a number once it has been chosen.
func (s *scene) answerStep(q *pack.Question, card trivia.Card, place int) *ui.Node {
	name := s.option(q, card.Order[place])
	i := slices.Index(s.Draft, place)
	n := s.pickedCard(s.optionCard(q, name, place, s.numbered(i)), i >= 0)
	n.Role, n.On, n.Name = ui.Toggle, app.Mark{Place: place}, name
	if i >= 0 {
		n.State |= ui.Pressed
		n.Name = s.step(i, name)
	}
	return n
}

// step is an answer at a place of an order, 0 for the first.
func (s *scene) step(i int, answer string) string { return strconv.Itoa(i+1) + ". " + answer }

// numbered is a round sign with the place in an order, 0 for the first, or an empty one below.
func (s *scene) numbered(i int) *ui.Node {
	sign := s.sign(ui.Round)
	if i >= 0 {
		n := bold(aligned(s.words(strconv.Itoa(i+1), -0.3, ui.Ink), ui.Middle))
		sign.Box.Along = ui.Middle
		sign.Children = []*ui.Node{n}
	}
	return sign
}

// tickBox is the sign of an answer of which several can be chosen.
func (s *scene) tickBox(marked bool, ink ui.Token) *ui.Node {
	box := s.sign(6)
	if marked {
		add(box, icon(ui.Tick, ink, s.px(15)))
	}
	return box
}

// sign is the empty shape in front of an answer that can be marked; its radius is in units of the design, or ui.Round.
func (s *scene) sign(radius float64) *ui.Node {
	size := s.px(s.pick(25, 21))
	if size < s.f.Type(-0.3)*1.3 { // letters may be twice as large
		size = s.f.Type(-0.3) * 1.3
	}
	return &ui.Node{Look: ui.Look{Border: ui.LabelInk, Width: s.px(1.5), Radius: s.px(radius)},
		Box: ui.Box{MinW: size, MaxW: size, MinH: size, MaxH: size, Along: ui.Middle, Across: ui.Middle}}
}

func (s *scene) pickedCard(n *ui.Node, picked bool) *ui.Node {
	if picked {
		n.Look.Fill, n.Look.Border, n.Look.Width = ui.Picked, ui.RingInk, s.px(1.5)
	}
	return n
}

func (s *scene) answersBox() ui.Box {
	return ui.Box{Dir: ui.Grid, Columns: s.columns(), Gap: s.px(s.pick(12, 8))}
}

func (s *scene) asked(q *pack.Question) *ui.Node {
	step := s.pick(2.6, 1.5)
	if s.is(ui.Tall) {
		step = s.pick(2.3, 1.5)
	}
	n := s.packed(aligned(s.heading(q.Ask, step), ui.Middle), q.Lang)
	n.Key = "ask"
	if q.Alt == "" {
		return n
	}
	// Pictures are not drawn yet. What they show has to do, as for those who could not see them.
	return column(s.px(s.pick(6, 3)), n, s.packed(s.centred("picture", s.Say("question.picture", "alt", q.Alt), s.pick(0, -0.5), ui.Soft), q.Lang))
}

// scoreline is the line over a question: which one it is, the ring, the score so far.
func (s *scene) scoreline(number int, ring *ui.Node) *ui.Node {
	count := grown(bold(s.text("number", s.Say("question.number", "n", number, "of", len(s.Play.Cards)), -0.5, ui.LabelInk)))
	if !s.halves(11.5) || s.mutable() && !s.halves(15) {
		count.Name, count.Text.String = count.Text.String, s.Say("question.number.short", "n", number, "of", len(s.Play.Cards))
	}
	score := s.Number(s.Play.Points())
	if s.Play.Scoring == trivia.Untimed {
		score = s.score()
	}
	size := 1.0
	if !s.halves(7) {
		size = -0.5 // a number is not broken over two lines
	}
	points := bold(aligned(s.text("score", score, size, ui.Ink), ui.End))
	points.Name = s.score()
	points.Text.Style.Tabular = true
	if s.Play.Scoring.Timed() {
		points.Look.Motion = ui.Counts
	}
	sum := grown(column(0, points))
	if streak := s.Play.Streak(); streak > 1 {
		add(sum, bold(aligned(s.text("streak", s.Say("question.streak", "n", streak), -1.2, ui.Gold), ui.End)))
	}
	if mute := s.mute(); mute != nil {
		count.Box.Grow = 0
		if s.halves(9) {
			count = grown(row(s.px(4), count, mute))
		} else {
			count = grown(&ui.Node{Box: ui.Box{Across: ui.Start}, Children: []*ui.Node{count, mute}})
		}
	}
	return row(s.px(8), count, ring, sum)
}

func (s *scene) smallDisc(role ui.Role, name string, fraction float64, child *ui.Node) *ui.Node {
	n := s.disc("ring", role, name, s.pick(64, 50), s.pick(64, 50), fraction, child)
	n.Box.Grow = 0
	n.Look.Ring.Thick = 0.06
	return n
}

// timer is the ring that shows the time left.
func (s *scene) timer(q *pack.Question) *ui.Node {
	if s.Play.Scoring == trivia.Untimed {
		return s.smallDisc(ui.Image, s.Say("clock.off"), 1, discIcon(ui.HeartIcon, ui.HeartInk, 0.36))
	}
	left, limit := s.Left(), trivia.Limit(q)
	seconds := int(math.Ceil(left.Seconds()))
	n := s.smallDisc(ui.Timer, s.Say("question.left", "n", seconds), float64(left)/float64(limit),
		s.figures(strconv.Itoa(seconds), typeset.Display, 0.36, -1, ui.Ink))
	n.Look.Ring.Warm = s.late()
	return n
}

// answerCard is an answer in its place, with the place's sign and without a role; marks stand behind its words, or under them.
func (s *scene) answerCard(q *pack.Question, card trivia.Card, place int, marks ...*ui.Node) *ui.Node {
	sign := places[place%len(places)]
	return s.optionCard(q, s.option(q, card.Order[place]), place, icon(sign.icon, sign.ink, s.px(s.pick(25, 21))), marks...)
}

// optionCard is a card with an answer behind a sign.
func (s *scene) optionCard(q *pack.Question, answer string, place int, sign *ui.Node, marks ...*ui.Node) *ui.Node {
	words := s.words(answer, s.pick(0.5, 0), ui.Ink)
	line := grown(&ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.px(8), Along: ui.Between, Across: ui.Middle}})
	add(line, words)
	add(line, marks...)
	n := &ui.Node{Key: "answer-" + strconv.Itoa(place+1), Look: s.cardLook(),
		Box:      ui.Box{Dir: ui.Row, Across: ui.Middle, Gap: s.px(15), Pad: ui.Sides(s.px(s.pick(10, 5)), s.px(16)), MinH: s.target(s.pick(s.roomyCard(q), 46))},
		Children: []*ui.Node{sign, line}}
	if q.Kind == pack.TrueFalse {
		return n // these words are ours, not the pack's
	}
	return s.packed(n, q.Lang)
}

// roomyCard is the height of an answer where there is room, in units of the design.
func (s *scene) roomyCard(q *pack.Question) float64 {
	if len(q.Right)+len(q.Wrong) > len(places) {
		return 52
	}
	if q.Kind == pack.TrueFalse {
		return 96
	}
	switch {
	case s.Model.Screen == app.Reveal:
		return 54 // there is more to be read below them
	case s.is(ui.Wide):
		return 76
	default:
		return 66
	}
}

// option is the text of an answer: the right ones come before the wrong ones.
func (s *scene) option(q *pack.Question, option int) string {
	switch {
	case q.Kind == pack.TrueFalse:
		key := "false"
		if q.True == (option == 0) {
			key = "true"
		}
		if q.Rumour {
			key = "rumour." + key
		}
		return s.Say(key)
	case option < len(q.Right):
		return q.Right[option]
	default:
		return q.Wrong[option-len(q.Right)]
	}
}
