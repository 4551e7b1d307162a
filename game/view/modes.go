package view

import (
	"strings"

	"houselights/game/app"
	"houselights/game/trivia"
	"houselights/game/ui"
)

func (s scene) modes() *ui.Node {
	s.screen.Focus, s.screen.Quiet = "mode-daily", true
	grid := &ui.Node{Key: "rounds", Role: ui.List, Name: s.Say("modes.title"), Box: ui.Box{Dir: ui.Grid, Columns: s.columns(), Gap: s.f.Px(14)}}
	note := ""
	if t, ok := s.TriedToday(); ok {
		note = s.outcome(t.Scoring, t.Points, t.Right, t.Of)
	}
	add := func(n *ui.Node) {
		grid.Children = append(grid.Children, &ui.Node{Key: "item-" + n.Key, Role: ui.ListItem, Children: []*ui.Node{n}, Box: ui.Box{Dir: ui.Row}})
	}
	add(s.modeCard(app.Daily, ui.HeartIcon, ui.HeartInk, note))
	add(s.modeCard(app.Classic, ui.Pick, ui.PickInk, s.bestNote(app.Classic, s.timed())))
	add(s.modeCard(app.Pace, ui.Tag, ui.TagInk, s.bestNote(app.Classic, trivia.Untimed)))
	foot := &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.f.Px(20), Along: ui.Start}, Children: []*ui.Node{
		s.button("settings", s.Say("settings"), app.Open{Screen: app.Settings}, tertiary),
		s.button("about", s.Say("about"), app.Open{Screen: app.About}, tertiary),
	}}
	return s.page(s.header(s.Say("modes.title")), grid, spacer(1), foot)
}

// timed is the class of score with the clock on.
func (s scene) timed() trivia.Scoring {
	if s.Saved.Settings.Points == "straight" {
		return trivia.Straight
	}
	return trivia.Speed
}

func (s scene) modeCard(mode app.Mode, i ui.Icon, ink ui.Token, note string) *ui.Node {
	name := s.Say("mode." + string(mode))
	about := s.modeAbout(mode)
	words := grown(column(s.f.Px(4), decoration(bold(s.text("", name, 1, ui.Ink))), decoration(s.text("", about, 0, ui.Soft))))
	if note != "" {
		words.Children = append(words.Children, decoration(bold(s.text("", note, -0.7, ui.Gold))))
	}
	return &ui.Node{Key: "mode-" + string(mode), Role: ui.Button, Name: name, Desc: joined(about, note), On: app.Choose{Mode: mode},
		Look:     s.cardLook(),
		Box:      ui.Box{Dir: ui.Row, Gap: s.f.Px(18), Pad: ui.Sides(s.f.Px(s.pick(18, 10)), s.f.Px(22)), Grow: 1, MinH: s.f.Target(s.pick(96, 60))},
		Children: []*ui.Node{{Box: ui.Box{MinW: s.f.Px(30)}, Children: []*ui.Node{icon(i, ink, s.f.Px(30))}}, words}}
}

// joined is two sentences, one after the other.
func joined(a, b string) string {
	switch {
	case b == "":
		return a
	case strings.HasSuffix(a, "."):
		return a + " " + b
	default:
		return a + ". " + b
	}
}

// modeAbout is a line on a mode. A round is as long as the pack where that has fewer than ten questions.
func (s scene) modeAbout(mode app.Mode) string {
	return s.Say("mode."+string(mode)+".about", "n", min(trivia.Length, s.Pack.Playable()))
}

func (s scene) cardLook() ui.Look {
	return ui.Look{Fill: ui.Card, Border: ui.CardEdge, Width: s.f.Px(1), Radius: s.f.Px(16)}
}

func (s scene) bestNote(mode app.Mode, scoring trivia.Scoring) string {
	b, ok := s.Best(mode, scoring)
	if !ok {
		return ""
	}
	return s.Say("best", "score", s.outcome(scoring, b.Points, b.Right, b.Of))
}

// outcome is a score in the way of its class: points, or right answers where no clock ran.
func (s scene) outcome(scoring trivia.Scoring, points, right, of int) string {
	if scoring == trivia.Untimed {
		return s.Say("score.right", "n", right, "of", of)
	}
	return s.Say("score.points", "n", points)
}
