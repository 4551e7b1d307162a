package view

import (
	"strings"

	"houselights/game/app"
	"houselights/game/trivia"
	"houselights/game/ui"
)

func (s *scene) modes() *ui.Node {
	s.screen.Focus, s.screen.Scenery = "mode-"+string(s.First()), s.dusk()
	if s.First() == "" {
		s.screen.Focus = "back"
	}
	note := ""
	if t, ok := s.TriedToday(); ok {
		note = s.outcome(t.Scoring, t.Points, t.Right, t.Of)
	}
	scoring := s.timed()
	if s.Saved.Settings.ClockOff {
		scoring = trivia.Untimed
	}
	daily := s.modeCard(app.Daily, note)
	others := []*ui.Node{s.modeCard(app.Classic, s.bestNote(app.Classic, s.timed())), s.modeCard(app.Pace, s.bestNote(app.Classic, trivia.Untimed)),
		s.modeCard(app.Rumour, s.bestNote(app.Rumour, scoring))}
	rounds := column(s.px(14))
	if s.Offers(app.Rumour) { // two by two
		others = append([]*ui.Node{daily}, others...)
	} else if daily != nil {
		add(rounds, s.cards(1, daily))
	}
	add(rounds, s.cards(s.columns(), others...))
	rounds.Key, rounds.Role, rounds.Name = "rounds", ui.List, s.Say("modes.title")
	foot := &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.px(20), Along: ui.Start}, Children: []*ui.Node{
		s.iconed(ui.SettingsIcon, s.button("settings", s.Say("settings"), app.Open{Screen: app.Settings}, tertiary)),
		s.button("about", s.Say("about"), app.Open{Screen: app.About}, tertiary),
	}}
	return s.page(s.header(s.Say("modes.title")), rounds, spacer(1), foot)
}

// timed is the class of score with the clock on.
func (s *scene) timed() trivia.Scoring {
	if s.Saved.Settings.Points == "straight" {
		return trivia.Straight
	}
	return trivia.Speed
}

// modeIcon is the sign of a mode, its side in units of the design.
func (s *scene) modeIcon(mode app.Mode, side float64) *ui.Node {
	sign, ink := ui.HeartIcon, ui.HeartInk
	switch mode {
	case app.Classic:
		sign, ink = ui.Pick, ui.PickInk
	case app.Pace:
		sign, ink = ui.Tag, ui.TagInk
	case app.Rumour:
		sign, ink = ui.Star, ui.StarInk
	}
	return icon(sign, ink, s.px(side))
}

// modeCard is the way to a round of the mode, nil where the pack has none.
func (s *scene) modeCard(mode app.Mode, note string) *ui.Node {
	if !s.Offers(mode) {
		return nil
	}
	name := s.Say("mode." + string(mode))
	about := s.modeAbout(mode)
	words := grown(column(s.px(4), bold(s.words(name, 1, ui.Ink)), s.words(about, 0, ui.Soft)))
	if note != "" {
		add(words, bold(s.words(note, -0.7, ui.Gold)))
	}
	return &ui.Node{Key: "mode-" + string(mode), Role: ui.Button, Name: name, Desc: joined(about, note), On: app.Choose{Mode: mode},
		Look:     s.cardLook(),
		Box:      ui.Box{Dir: ui.Row, Gap: s.px(18), Pad: ui.Sides(s.px(s.pick(18, 10)), s.px(22)), Grow: 1, MinH: s.target(s.pick(96, 60))},
		Children: []*ui.Node{{Box: ui.Box{MinW: s.px(30)}, Children: []*ui.Node{s.modeIcon(mode, 30)}}, words}}
}

// joined is two sentences, one after the other.
//
//go:noinline
func joined(a, b string) string {
	if b == "" {
		return a
	}
	return strings.TrimSuffix(a, ".") + ". " + b
}

// modeAbout is a line on a mode. A round has all questions where there are fewer than ten.
func (s *scene) modeAbout(mode app.Mode) string {
	n := s.pool(mode).Size(s.Pack)
	if mode == app.Classic && n < trivia.Length {
		return s.Say("mode.classic.all", "n", n)
	}
	return s.Say("mode."+string(mode)+".about", "n", min(trivia.Length, n))
}

func (s *scene) cardLook() ui.Look {
	return ui.Look{Fill: ui.Card, Border: ui.CardEdge, Width: s.px(1), Radius: s.px(16)}
}

func (s *scene) bestNote(mode app.Mode, scoring trivia.Scoring) string {
	b, ok := s.Best(mode, scoring)
	if !ok {
		return ""
	}
	return s.Say("best", "score", s.outcome(scoring, b.Points, b.Right, b.Of))
}

// score is the outcome of the round in play so far.
func (s *scene) score() string {
	return s.outcome(s.Play.Scoring, s.Play.Points(), s.Play.Right(), len(s.Play.Cards))
}

// outcome is a score in the way of its class: points, or right answers where no clock ran.
func (s *scene) outcome(scoring trivia.Scoring, points, right, of int) string {
	if scoring == trivia.Untimed {
		return s.Say("score.right", "n", right, "of", of)
	}
	return s.Say("score.points", "n", points)
}
