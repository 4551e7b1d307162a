package view

import (
	"strings"

	"houselights/game/app"
	"houselights/game/trivia"
	"houselights/game/typeset"
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
		s.button("settings", s.Say("settings"), app.Open{Screen: app.Settings}, plain),
		s.button("about", s.Say("about"), app.Open{Screen: app.About}, plain),
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
	key := "mode." + string(mode) + ".about"
	if n := len(s.Pack.Questions); n < trivia.Length && mode != app.Pace {
		return s.Say(key+".short", "n", n)
	}
	return s.Say(key)
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

// ready is the card on which a round waits.
func (s scene) ready() *ui.Node {
	s.screen.Focus, s.screen.Quiet = "start", true
	mode := s.Mode
	notes := []*ui.Node{aligned(s.text("about", s.modeAbout(mode), 0.5, ui.Soft), ui.Middle)}
	if mode == app.Daily {
		notes = append(notes, aligned(s.text("day", s.Say("ready.daily", "date", s.Date(s.Zone.Wall(s.Now))), 0, ui.Soft), ui.Middle))
		if t, ok := s.TriedToday(); ok {
			notes = append(notes, aligned(s.text("tried", s.Say("ready.tried", "score", s.outcome(t.Scoring, t.Points, t.Right, t.Of)), 0, ui.Gold), ui.Middle))
		}
	}
	off := s.Scoring() == trivia.Untimed
	clock := s.choices("clock", s.Say("clock"), []choice{
		{"on", s.Say("clock.on"), !off, app.Set{Name: "clock", Value: "on"}},
		{"off", s.Say("clock.off"), off, app.Set{Name: "clock", Value: "off"}},
	}, ui.Middle)
	rule := map[trivia.Scoring]string{trivia.Speed: "ready.speed", trivia.Straight: "ready.straight", trivia.Untimed: "ready.untimed"}[s.Scoring()]
	children := []*ui.Node{spacer(1), aligned(s.heading(s.Say("mode."+string(mode)), 4), ui.Middle)}
	children = append(children, notes...)
	children = append(children, s.gap(4), clock, aligned(s.text("rule", s.Say(rule), -0.5, ui.Soft), ui.Middle), spacer(1),
		s.actions(s.button("start", s.Say("ready.start"), app.Start{}, mainOne), s.button("back", s.Say("back"), backMsg, quiet)), spacer(1))
	return s.page(children...)
}

type choice struct {
	value, label string
	chosen       bool
	on           app.Msg
}

// choices is a group of radios, as pills.
func (s scene) choices(key, name string, all []choice, along ui.Align) *ui.Node {
	group := &ui.Node{Key: key, Role: ui.RadioGroup, Name: name, Box: ui.Box{Dir: ui.Flow, Gap: s.f.Px(8), Along: along}}
	for _, c := range all {
		n := s.button(key+"-"+c.value, c.label, c.on, quiet)
		n.Role = ui.Radio
		n.Text.Style = s.style(typeset.Medium, -0.3)
		n.Box.Pad = ui.Sides(s.f.Px(8), s.f.Px(18))
		n.Box.MinH = s.f.Target(40)
		if c.chosen {
			n.State = ui.Checked
			n.Text.Style.Face = typeset.Bold
			n.Look.Border, n.Look.Width = ui.RingInk, s.f.Px(2)
		}
		group.Children = append(group.Children, n)
	}
	return group
}
