package view

import (
	"slices"
	"strings"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/typeset"
	"houselights/game/ui"
)

func (s *scene) home() *ui.Node {
	s.screen.Focus = "play"
	if s.First() == "" {
		s.screen.Focus = "modes"
	}
	if s.is(ui.Strip) {
		return s.strip()
	}
	if s.Options.Kiosk && s.Paused == "" && !s.compact && s.First() != "" {
		if s.is(ui.Tall) {
			return s.page(s.headline(), spacer(0.4), s.countDisc(), s.dateWords(ui.Middle), s.gap(4), s.callAll(), spacer(1))
		}
		return s.page(s.headline(), s.countDisc(), s.dateWords(ui.Middle), s.callAll())
	}
	play := s.play("home.play" + s.short())
	modes := s.button("modes", s.Say("home.modes"), app.Open{Screen: app.Modes}, secondary)
	// Where there is little room, words may lie anywhere: the scenery steps back.
	if s.compact {
		s.screen.Scenery = ui.Night
	}
	if !s.beside() {
		return s.page(s.headline(), s.countDisc(), s.aboutDate(ui.Middle), s.gap(2), s.actions(play, modes))
	}
	side := column(s.px(10), s.headline(), s.aboutDate(ui.Start), column(s.px(8), s.withMute(grown(play)), modes))
	side.Box.Along = ui.Middle
	halves := &ui.Node{Box: ui.Box{Dir: ui.Grid, Columns: 2, Gap: s.px(16), Grow: 1}, Children: []*ui.Node{column(0, s.countDisc()), side}}
	return s.page(halves)
}

// callAll calls whoever passes by a kiosk to play: it is pressed wherever the screen is touched.
func (s *scene) callAll() *ui.Node {
	s.screen.Anywhere = "play"
	n := aligned(s.heading(s.Say("home.anywhere"), 3), ui.Middle)
	n.Key, n.Role, n.Level, n.On = "play", ui.Button, 0, app.Choose{Mode: s.First()}
	n.Look.Radius, n.Box.Pad, n.Box.MinH = ui.Round, ui.Sides(s.px(6), s.px(24)), s.target(44)
	return &ui.Node{Box: ui.Box{Dir: ui.Flow, Along: ui.Middle}, Children: []*ui.Node{n}}
}

// aboutDate are the words under the count, the first of which lead to all that is known of the date.
func (s *scene) aboutDate(along ui.Align) *ui.Node {
	words := s.dateWords(along)
	if when := words.Children[0]; len(s.Pack.Events) > 0 {
		when.Role, when.On, when.Desc = ui.Button, app.Open{Screen: app.Count}, s.Say("date.about")
		when.Look.Ink, when.Look.Under, when.Look.Radius = ui.Ink, true, s.px(12)
		when.Box.MinH = s.target(44)
	}
	return words
}

// play begins today's round, where the pack has one, or goes on with the round that was left.
func (s *scene) play(key string) *ui.Node {
	if s.Paused != "" {
		return s.button("play", s.Say("home.resume"), app.Resume{}, primary)
	}
	if s.First() != app.Daily {
		key = "home.play.short"
	}
	n := s.button("play", s.Say(key), app.Choose{Mode: s.First()}, primary)
	if s.First() == "" { // in a kiosk, where all that there is gives the story away
		s.disable(n)
	}
	return n
}

// short is the ending of the key of a label where there is little room.
func (s *scene) short() string {
	if s.compact {
		return ".short"
	}
	return ""
}

func (s *scene) gap(height float64) *ui.Node { return &ui.Node{Box: ui.Box{MinH: s.px(height)}} }

// narrowStrip is the width, in CSS pixels, under which a strip has no room for the disc.
const narrowStrip = 480

// strip is the countdown and one button on a line. What a magnified or a small window gives is higher than a strip needs to be,
// and has room for the way to all else as well.
func (s *scene) strip() *ui.Node {
	e, c, ok := s.Counting()
	middle := grown(column(0, s.title(e)))
	middle.Box.Along = ui.Middle
	foot := &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.px(10)}}
	disc := s.countDisc()
	disc.Box.MinW, disc.Box.MaxH, disc.Box.Grow = s.px(78), s.px(78), 0
	disc.Children = nil
	if ok {
		face := s.face(e, c)
		size := 0.0
		if c.Phase.Before() {
			size = 1.6
			if s.enlarged() {
				size = 0
			}
			if !s.compact || e.Status != pack.Reported {
				add(foot, s.text("when", s.date(e, c), -1.4, ui.Soft))
			}
		}
		if face.amount != "" {
			disc.Children = []*ui.Node{s.figures(face.amount, typeset.Display, 0.34, -1.6, ui.Ink)}
		}
		line := bold(s.words(strings.ReplaceAll(face.line(), " : ", "\u00a0:\u00a0"), size, ui.Ink)) // the clock stays on one line
		line.Text.Style.Tabular = true
		if s.f.W < narrowStrip { // the line stands in for the disc
			line.Key, line.Role, line.Name = "count", ui.Timer, s.countName(e, c)
		}
		add(middle, line)
	}
	if e.Status == pack.Reported {
		add(foot, s.text("status", s.status(e), -1.4, ui.NoteInk))
	}
	if !s.compact { // where there is room for it
		add(foot, s.lapsedNote())
	}
	add(middle, foot)
	if s.enlarged() && ok {
		// The count comes first, and what has no room below.
		slices.Reverse(middle.Children[:2])
	}
	ways := s.withMute(s.play("home.play.short"))
	if m := s.f.Margin(); s.f.H-m.Top-m.Bottom >= 2*s.target(52)+s.px(8) {
		ways = column(s.px(8), ways, s.button("modes", s.Say("home.modes"), app.Open{Screen: app.Modes}, secondary))
	}
	line := row(s.px(24), disc, middle, ways)
	line.Box.Grow = 1
	if s.enlarged() {
		line.Box.Across = ui.Start
	}
	if s.f.W < narrowStrip {
		line.Children = line.Children[1:]
	}
	return s.page(line)
}

// enlarged reports whether letters are so much larger that a strip has no room for all its lines.
func (s *scene) enlarged() bool { return s.compact && s.f.TextScale > 1 }

// beside reports whether, for lack of height, ring and words stand side by side at home.
func (s *scene) beside() bool { return s.compact && s.halves(10) }

// headline is what the count is about, and whether it is certain.
func (s *scene) headline() *ui.Node {
	e, _, _ := s.Counting()
	head := &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.px(8), Along: ui.Between, Across: ui.Middle}, Children: []*ui.Node{s.title(e)}}
	end := row(s.px(8))
	add(end, s.chip(e))
	if s.Model.Screen != app.Home || !s.beside() {
		add(end, s.mute()) // else it stands beside Play
	}
	if len(end.Children) > 0 {
		add(head, end)
	}
	add(head, s.host())
	return head
}

// chip says that an event is but reported, or is nil.
func (s *scene) chip(e pack.Event) *ui.Node {
	if e.Status != pack.Reported {
		return nil
	}
	n := s.text("status", s.status(e), -1.4, ui.NoteInk)
	n.Look.Fill, n.Look.Border, n.Look.Width, n.Look.Radius = ui.Quiet, ui.QuietEdge, s.px(1), s.f.Type(-1.4)
	n.Box.Pad = ui.Sides(s.px(3), s.px(11))
	return n
}

func (s *scene) title(e pack.Event) *ui.Node {
	title := s.Pack.Title
	if e.Status == pack.Reported {
		title += " · " + e.Title
	}
	n := s.packed(label(s.text("title", strings.ToUpper(title), -1.6, ui.LabelInk)), e.Lang)
	n.Text.Balance = true
	n.Role, n.Level, n.Name = ui.Heading, 2, title
	return n
}
