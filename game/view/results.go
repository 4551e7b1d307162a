package view

import (
	"math"
	"strconv"
	"time"

	"houselights/game/app"
	"houselights/game/iso8601"
	"houselights/game/pack"
	"houselights/game/trivia"
	"houselights/game/typeset"
	"houselights/game/ui"
)

// rank is the stage's name for a result, as the share of right answers: a full round of ten gives the names of look.md.
func rank(right, of int) string {
	switch tenths := right * 10 / max(1, of); {
	case right == of:
		return "rank.10"
	case tenths >= 8:
		return "rank.8"
	case tenths >= 5:
		return "rank.5"
	case tenths >= 2:
		return "rank.2"
	default:
		return "rank.0"
	}
}

func (s *scene) results() *ui.Node {
	s.screen.Focus = "again"
	if s.compact {
		s.screen.Scenery = ui.Night
	}
	centre := ui.Auto
	if !s.side() {
		centre = ui.Middle
	}
	right, of := s.Play.Right(), len(s.Play.Cards)
	words := []*ui.Node{
		aligned(s.heading(s.Say(rank(right, of)), 4), centre),
		aligned(s.text("right", s.Say("results.line", "n", right, "of", of, "longest", s.Play.Longest()), 0.3, ui.Soft), centre),
		aligned(s.text("round", s.roundLine(), 0.3, ui.Soft), centre),
	}
	if days := s.DaysInARow(); days > 1 {
		run := aligned(bold(s.text("days", s.Say("results.days", "n", days), 0, ui.Gold)), centre)
		run.Look.Motion = ui.Shines
		words = append(words, run)
	}
	if s.Options.Unsaved && !s.Options.Kiosk && !s.Play.Practice && (s.IsBest() || s.Play.Mode == app.Daily) {
		words = append(words, aligned(s.unsaved(-0.5), centre))
	}
	words = append(words, s.hearts(centre), s.gap(4), s.resultActions(centre))
	if !s.side() {
		return s.page(append([]*ui.Node{s.scoreDisc()}, words...)...)
	}
	text := column(s.px(9), words...)
	disc := s.scoreDisc()
	if s.compact {
		disc = column(0, disc) // at the top, where it is seen without scrolling
	}
	text.Box.Along = ui.Middle
	return s.page(&ui.Node{Box: ui.Box{Dir: ui.Grid, Columns: 2, Gap: s.px(36), Grow: 1}, Children: []*ui.Node{disc, text}})
}

// side reports whether ring and words stand side by side.
func (s *scene) side() bool {
	return s.halves(11) && (s.is(ui.Wide) || s.is(ui.Strip) || s.is(ui.Square) && s.compact)
}

func (s *scene) resultActions(along ui.Align) *ui.Node {
	again := s.Play.Mode
	if s.Play.Unhurried {
		again = app.Pace
	}
	buttons := s.actions(
		s.button("again", s.Say("results.again"), app.Choose{Mode: again}, primary),
		s.button("modes", s.Say("home.modes"), app.Open{Screen: app.Modes}, secondary))
	buttons.Box.Along = along
	links := &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.px(12), Along: along}, Children: []*ui.Node{
		s.button("review", s.Say("results.review"), app.Open{Screen: app.Review}, tertiary),
		s.withMute(s.button("back", s.Say("results.home"), app.Back{}, tertiary)),
	}}
	return column(s.px(4), buttons, links)
}

// roundLine says which round it was.
func (s *scene) roundLine() string {
	if s.Play.Mode != app.Daily {
		return s.Say("mode." + named(s.Play.Choice))
	}
	day, ok := iso8601.Date(s.Play.Day)
	if !ok {
		return s.Say("mode.daily")
	}
	if s.Play.Practice {
		return s.Say("results.practice", "date", s.Book.Day(day))
	}
	return s.Say("results.daily", "date", s.Book.Day(day))
}

func (s *scene) scoreDisc() *ui.Node {
	right, of := s.Play.Right(), len(s.Play.Cards)
	points := s.Play.Points()
	number, label := s.Number(points), s.Say("points", "n", points)
	if s.Play.Scoring == trivia.Untimed {
		number, label = s.Number(right), s.Say("results.of", "n", of)
	}
	name := s.score()
	note := ""
	switch {
	case s.IsBest():
		note = s.Say("results.best")
		name = s.Say("results.best.name", "score", name)
	case s.HadBest:
		note = s.Say("best", "score", s.outcome(s.Play.Scoring, s.Before.Points, s.Before.Right, s.Before.Of))
		name = joined(name, note)
	}
	disc := s.disc("score", ui.Image, name, 150, 275, float64(right)/float64(max(1, of)),
		s.figures(number, typeset.Display, 0.28, 3, ui.Ink), s.discLabel(label, 0.052))
	disc.Children[0].Look.Motion = ui.Counts
	if note != "" {
		add(disc, s.inDisc(note, typeset.Bold, 0.062, -0.5, ui.Gold))
	}
	return disc
}

// hearts is a heart for each question, lit for a right answer.
func (s *scene) hearts(along ui.Align) *ui.Node {
	list := &ui.Node{Key: "hearts", Role: ui.List, Name: s.Say("results.hearts"), Box: ui.Box{Dir: ui.Flow, Gap: s.px(7), Along: along}}
	for i, a := range s.Play.Answers {
		n := icon(ui.HeartLine, ui.HeartDim, s.px(17))
		n.Key, n.Role = "heart-"+strconv.Itoa(i+1), ui.ListItem
		n.Name = s.Say("results.heart.wrong", "n", i+1)
		switch {
		case a.Right:
			n.Look.Icon, n.Look.Ink, n.Look.Motion, n.State = ui.HeartIcon, ui.HeartInk, ui.Hops, ui.Right
			n.Name = s.Say("results.heart.right", "n", i+1)
		case a.Points > 0:
			n.Look.Icon, n.Look.Ink = ui.HeartIcon, ui.Gold
			n.Name = s.Say("results.heart.part", "n", i+1)
		}
		add(list, n)
	}
	return list
}

func (s *scene) review() *ui.Node {
	s.screen.Focus, s.screen.Scenery = "back", ui.Night
	list := &ui.Node{Key: "answers", Role: ui.List, Name: s.Say("review.title"), Box: ui.Box{Gap: s.px(12)}}
	for i, a := range s.Play.Answers {
		add(list, s.reviewed(i, a))
	}
	return s.page(s.header(s.Say("review.title")), list)
}

func (s *scene) reviewed(i int, a trivia.Answer) *ui.Node {
	card := s.Play.Cards[i]
	q := &s.Pack.Questions[card.Question]
	key := "review-" + strconv.Itoa(i+1)
	ask := s.packed(s.text(key+"-ask", q.Ask, 0.5, ui.Ink), q.Lang)
	ask.Text.Style.Face = typeset.Display
	ask.Text.Style.Size *= 1.1
	ask.Role, ask.Level, ask.Text.Balance = ui.Heading, 3, true
	sign, ink := tick(q, card, a)
	said := ""
	switch {
	case a.Right:
		said = s.Say("review.right", "answer", s.given(q, card, a), "time", s.spent(a.Taken))
		if q.Kind == pack.Numerical && !s.exact(q, a) {
			said = joined(said, s.Say("reveal.was", "answer", s.rightAnswer(q)))
		}
	case a.Missed():
		said = s.Say("reveal.late", "answer", s.rightAnswer(q))
	default:
		said = s.Say("review.wrong", "yours", s.given(q, card, a), "answer", s.rightAnswer(q))
	}
	if !a.Right && a.Points > 0 {
		said = joined(s.Say("reveal.part", "n", a.Points), said)
	}
	line := row(s.px(8), icon(sign, ink, s.px(16)), grown(bold(s.text(key+"-verdict", said, -0.3, ink))))
	n := &ui.Node{Key: key, Role: ui.ListItem, Look: s.cardLook(), Box: ui.Box{Gap: s.px(5), Pad: ui.All(s.px(16))}, Children: []*ui.Node{ask, line}}
	if q.Why != "" {
		add(n, s.packed(s.text(key+"-why", q.Why, -0.3, ui.Soft), q.Lang))
	}
	if doubt := s.doubt(q); doubt != "" {
		add(n, s.text(key+"-reported", doubt, -0.5, ui.NoteInk))
	}
	if src := s.source(key+"-source", q.Source); src != nil {
		add(n, s.packed(src, q.Lang))
	}
	return n
}

// spent writes how long an answer took, in whole seconds.
func (s *scene) spent(d time.Duration) string {
	return s.Say("seconds", "n", int(math.Round(d.Seconds())))
}
