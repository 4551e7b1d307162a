package view

import (
	"fmt"
	"strings"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/typeset"
	"houselights/game/ui"
)

func (s scene) home() *ui.Node {
	s.screen.Focus = "play"
	if s.is(ui.Strip) {
		return s.strip()
	}
	play := s.play("home.play")
	modes := s.button("modes", s.Say("home.modes"), app.Open{Screen: app.Modes}, secondary)
	// Where there is little room, words may lie anywhere: the scenery steps back.
	s.screen.Quiet = s.compact
	if !s.compact || !s.halves(10) {
		return s.page(s.headline(), s.countDisc(), aligned(s.when(), ui.Middle), s.gap(6), s.actions(play, modes))
	}
	side := column(s.f.Px(10), s.headline(), s.when(), column(s.f.Px(8), play, modes))
	side.Box.Along = ui.Middle
	halves := &ui.Node{Box: ui.Box{Dir: ui.Grid, Columns: 2, Gap: s.f.Px(16), Grow: 1}, Children: []*ui.Node{column(0, s.countDisc()), side}}
	return s.page(halves)
}

// play begins today's round, or goes on with the one that was left.
func (s scene) play(key string) *ui.Node {
	if s.Paused != "" {
		return s.button("play", s.Say("home.resume"), app.Resume{}, primary)
	}
	return s.button("play", s.Say(key), app.Choose{Mode: app.Daily}, primary)
}

func (s scene) gap(height float64) *ui.Node { return &ui.Node{Box: ui.Box{MinH: s.f.Px(height)}} }

// strip is the countdown and one button on a line.
func (s scene) strip() *ui.Node {
	e, c, ok := s.Counting()
	middle := grown(column(0, s.title(e)))
	middle.Box.Along = ui.Middle
	foot := &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.f.Px(10)}}
	if ok {
		size := 0.0
		if c.Phase == countdown.Before {
			size = 1.6
			foot.Children = append(foot.Children, s.date(e, c))
		}
		line := decoration(bold(s.text("", s.remaining(e, c), size, ui.Ink)))
		line.Text.Style.Tabular = true
		middle.Children = append(middle.Children, line)
	}
	if e.Status == pack.Reported {
		foot.Children = append(foot.Children, s.text("status", s.Say("status.reported"), -1.4, ui.NoteInk))
	}
	middle.Children = append(middle.Children, foot)
	disc := s.countDisc()
	disc.Box.MinW, disc.Box.MaxH, disc.Box.Grow = s.f.Px(78), s.f.Px(78), 0
	disc.Children = nil
	if ok && c.Phase == countdown.Before && c.Days > 0 {
		disc.Children = []*ui.Node{s.figures(s.Number(c.Days), typeset.Display, 0.34, -1.6, ui.Ink)}
	}
	line := row(s.f.Px(24), disc, middle, s.play("home.play.short"))
	line.Box.Grow = 1
	if s.f.W < 480 {
		line.Children = line.Children[1:]
	}
	return s.page(line)
}

// headline is what the count is about, and whether it is certain.
func (s scene) headline() *ui.Node {
	e, _, _ := s.Counting()
	head := &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.f.Px(8), Along: ui.Between, Across: ui.Middle}, Children: []*ui.Node{s.title(e)}}
	if e.Status == pack.Reported {
		chip := s.text("status", s.Say("status.reported"), -1.4, ui.NoteInk)
		chip.Look.Fill, chip.Look.Border, chip.Look.Width, chip.Look.Radius = ui.Quiet, ui.QuietEdge, s.f.Px(1), ui.Round
		chip.Box.Pad = ui.Sides(s.f.Px(3), s.f.Px(11))
		head.Children = append(head.Children, chip)
	}
	if host := s.host(); host != nil {
		head.Children = append(head.Children, host)
	}
	return head
}

func (s scene) title(e pack.Event) *ui.Node {
	title := s.Pack.Title
	if e.Status == pack.Reported {
		title += " · " + e.Title
	}
	n := s.packed(s.label(s.text("title", strings.ToUpper(title), -1.6, ui.LabelInk)))
	n.Role, n.Level, n.Name = ui.Heading, 2, title
	return n
}

// countDisc is the eclipse with the countdown in it.
func (s scene) countDisc() *ui.Node {
	e, c, ok := s.Counting()
	const least, most = 150, 275
	if !ok {
		return s.disc("count", ui.Image, s.Pack.Title, least, most, 1, s.packed(s.inDisc(s.Pack.Title, typeset.Display, 0.12, 1, ui.Ink)))
	}
	if c.Phase != countdown.Before {
		word := s.inDisc(s.passed(e, c), typeset.Display, 0.08, 0.5, ui.Ink)
		return s.disc("count", ui.Timer, s.passed(e, c), least, most, 1, word)
	}
	clock := clockFace(c)
	name := s.Say("count.name", "title", e.Title, "days", c.Days, "hours", c.Hours, "minutes", c.Minutes)
	if c.Days == 0 {
		return s.disc("count", ui.Timer, name, least, most, c.Fraction,
			s.figures(clock, typeset.Bold, 0.17, 1, ui.Ink), s.label(s.inDisc(strings.ToUpper(s.Say("count.left")), typeset.Bold, 0.05, -1.1, ui.LabelInk)))
	}
	return s.disc("count", ui.Timer, name, least, most, c.Fraction,
		s.figures(s.Number(c.Days), typeset.Display, 0.36, 3, ui.Ink),
		s.label(s.inDisc(strings.ToUpper(s.Say("count.days", "n", c.Days)), typeset.Bold, 0.052, -1.1, ui.LabelInk)),
		s.figures(clock, typeset.Bold, 0.096, 0, ui.Ink))
}

// clockFace is what remains beside whole days.
func clockFace(c countdown.State) string {
	return fmt.Sprintf("%02d : %02d : %02d", c.Hours, c.Minutes, c.Seconds)
}

// remaining is the count as one line.
func (s scene) remaining(e pack.Event, c countdown.State) string {
	if c.Phase != countdown.Before {
		return s.passed(e, c)
	}
	clock := clockFace(c)
	if c.Days == 0 {
		return clock
	}
	return s.Say("count.line", "n", c.Days, "clock", clock)
}

// passed is what is said from zero on. Of a reported date it is never said that anything has come out.
func (s scene) passed(e pack.Event, c countdown.State) string {
	switch {
	case c.Phase == countdown.Today && e.Status == pack.Reported:
		return s.Say("count.today.reported")
	case c.Phase == countdown.Today:
		return s.Say("count.today")
	case e.Past != "" && s.Pack.Lang == s.Lang:
		return e.Past
	case e.Status == pack.Reported:
		return s.Say("count.past.reported")
	default:
		return s.Say("count.past")
	}
}

// when says what is counted to, and its date by the viewer's own clock.
func (s scene) when() *ui.Node {
	e, c, ok := s.Counting()
	if !ok {
		return s.packed(s.text("when", s.Pack.About, 0, ui.Soft))
	}
	n := s.date(e, c)
	n.Text.Style = s.style(typeset.Medium, -0.7)
	if what := s.caption(e, c); what != "" {
		key := "when.instant"
		if e.At.IsZero() {
			key = "when.day"
		}
		at := s.Zone.Wall(c.Target)
		n.Text.String = s.Say(key, "what", what, "date", s.Date(at), "time", s.Book.Clock(at))
	}
	return n
}

// date is the date alone, with the time where the event is an instant.
func (s scene) date(e pack.Event, c countdown.State) *ui.Node {
	key := "when.instant.short"
	if e.At.IsZero() {
		key = "when.day.short"
	}
	at := s.Zone.Wall(c.Target)
	return s.text("when", s.Say(key, "date", s.Date(at), "time", s.Book.Clock(at)), -1.4, ui.Soft)
}

// caption is what the count runs to: in the pack's own words where they are in the visitor's language, else in ours, or
// "" where we have none.
func (s scene) caption(e pack.Event, c countdown.State) string {
	own := s.Pack.Lang == s.Lang
	switch {
	case own && e.Caption != "" && c.Phase == countdown.Before:
		return strings.ReplaceAll(e.Caption, "{years}", s.Number(c.Years))
	case own:
		return e.Title
	case c.Phase != countdown.Before:
		return ""
	case e.At.IsZero() && c.Years > 0:
		return s.Say("caption.anniversary", "title", s.Pack.Title, "n", c.Years)
	case e.Status == pack.Reported:
		return s.Say("caption.reported")
	default:
		return e.Title
	}
}
