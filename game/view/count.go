package view

import (
	"fmt"
	"strconv"
	"strings"

	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/typeset"
	"houselights/game/ui"
)

// face is what the disc shows of a count: an amount with its unit and what is beside it, a clock and a word, or a sentence.
// The poster says the same: face in web/poster/words.ts.
type face struct {
	amount, unit, rest string // the rest may be empty
	clock, left        string
	sentence           string
}

// line is the count as one line.
func (f face) line() string {
	switch {
	case f.sentence != "":
		return f.sentence
	case f.clock != "":
		return f.clock
	default:
		return strings.TrimSpace(f.amount + " " + f.unit + " " + f.rest)
	}
}

func (s *scene) face(e pack.Event, c countdown.State) face {
	switch c.Phase {
	case countdown.Far:
		return s.far(c)
	case countdown.Near, countdown.LastDay:
		clock := fmt.Sprintf("%02d : %02d : %02d", c.Hours, c.Minutes, c.Seconds)
		if c.Days == 0 {
			return face{clock: clock, left: s.Say("count.left")}
		}
		return s.counted(c.Days, "days", clock)
	case countdown.LastMinute, countdown.LastTen:
		return s.counted(c.Minutes*60+c.Seconds, "seconds", s.Say("count.left"))
	case countdown.Since:
		return s.counted(c.Days, "days", s.Say("count.since"))
	case countdown.Anniversary:
		return s.counted(c.Number, "years", s.Say("count.today"))
	}
	return face{sentence: s.passed(e, c)}
}

// counted is an amount of one unit, with what stands beside it.
func (s *scene) counted(n int, unit, rest string) face {
	return face{amount: strconv.Itoa(n), unit: s.Say("count."+unit, "n", n), rest: rest}
}

// far is a count in years, months and days, of which those that are none are left out.
func (s *scene) far(c countdown.State) face {
	var f face
	for _, part := range []struct {
		n    int
		unit string
	}{{c.Years, "years"}, {c.Months, "months"}, {c.Days, "days"}} {
		switch {
		case part.n == 0:
		case f.amount == "":
			f.amount, f.unit = strconv.Itoa(part.n), s.Say("count."+part.unit, "n", part.n)
		default:
			f.rest = strings.TrimSpace(f.rest + " " + s.amount(part.n, part.unit))
		}
	}
	return f
}

// amount is a number with its unit. It has no digit groups: four digits are read without, and the poster has none either.
func (s *scene) amount(n int, unit string) string {
	return strconv.Itoa(n) + " " + s.Say("count."+unit, "n", n)
}

// passed is what is said where nothing is counted. Of a reported date it is never said that anything has come out.
func (s *scene) passed(e pack.Event, c countdown.State) string {
	switch {
	case c.Phase == countdown.Unknown:
		return s.Say("count.unknown")
	case c.Phase == countdown.Now && e.Status != pack.Reported: // nothing is known to begin at that minute
		return s.Say("count.now")
	case c.Phase == countdown.Now || c.Phase == countdown.Today:
		return s.Say("count.today")
	case e.Status == pack.Reported:
		return s.Say("count.past.reported")
	case e.Past != "" && s.foreign(e.Lang) == "":
		return e.Past
	default:
		return s.Say("count.past")
	}
}

// countName is the count as a sentence, for those who listen. It holds no seconds: they would be over before they are said.
func (s *scene) countName(e pack.Event, c countdown.State) string {
	switch c.Phase {
	case countdown.Far:
		return s.Say("count.name.far", "title", e.Title, "years", c.Years, "months", c.Months, "days", c.Days)
	case countdown.Near, countdown.LastDay:
		return s.Say("count.name", "title", e.Title, "days", c.Days, "hours", c.Hours, "minutes", c.Minutes)
	case countdown.LastMinute:
		return s.Say("count.name.minute", "title", e.Title)
	case countdown.LastTen:
		return s.Say("count.name.ten", "title", e.Title)
	case countdown.Since:
		return s.Say("count.name.since", "title", e.Title, "n", c.Days)
	case countdown.Anniversary:
		return s.Say("count.name.anniversary", "title", e.Title, "n", c.Number)
	}
	return joined(e.Title, s.passed(e, c))
}

// countDisc is the eclipse with the countdown in it.
func (s *scene) countDisc() *ui.Node {
	e, c, ok := s.Counting()
	const least, most = 150, 275
	if !ok {
		inside := discIcon(ui.HeartIcon, ui.HeartInk, 0.3)
		if len(s.Pack.Title) <= 60 { // bytes; a longer one stands above alone
			inside = s.packed(s.inDisc(s.Pack.Title, typeset.Display, 0.12, 1, ui.Ink), "")
		}
		return s.disc("count", ui.Image, s.Pack.Title, least, most, 1, inside)
	}
	f := s.face(e, c)
	n := s.disc("count", ui.Timer, s.countName(e, c), least, most, c.Fraction)
	n.Look.Ring.Warm, n.Look.Ring.Open = c.Phase == countdown.LastTen, s.begins()
	switch {
	case f.sentence != "":
		share := 0.08
		if c.Phase == countdown.Now || c.Phase == countdown.Today {
			share = 0.17 // a word
		}
		n.Children = []*ui.Node{s.inDisc(f.sentence, typeset.Display, share, 0.5, ui.Ink)}
	case f.clock != "":
		n.Children = []*ui.Node{s.figures(f.clock, typeset.Bold, 0.17, 1, ui.Ink), s.discLabel(f.left, 0.05)}
	default:
		n.Children = []*ui.Node{s.figures(f.amount, typeset.Display, 0.36, 3, ui.Ink), s.discLabel(f.unit, 0.052)}
		switch {
		case f.rest == "":
		case c.Phase == countdown.Near || c.Phase == countdown.LastDay:
			add(n, s.figures(f.rest, typeset.Bold, 0.096, 0, ui.Ink))
		default:
			add(n, s.inDisc(f.rest, typeset.Bold, 0.075, -0.7, ui.Ink))
		}
	}
	return n
}

// dateWords are what stands under the count: what it runs to, what is to be said of that, and whether the clock is right.
func (s *scene) dateWords(along ui.Align) *ui.Node {
	words := column(s.px(2), aligned(s.when(), along))
	for _, n := range []*ui.Node{s.lapsedNote(), s.clockNote()} {
		if n != nil {
			add(words, aligned(n, along))
		}
	}
	return words
}

// when says what is counted to, and its date by the viewer's own clock.
func (s *scene) when() *ui.Node {
	e, c, ok := s.Counting()
	if !ok {
		return s.packed(s.text("when", s.Pack.About, 0, ui.Soft), "")
	}
	line := s.date(e, c)
	if what := s.caption(e, c); what != "" && c.Phase != countdown.Unknown && !s.compact {
		line = what + " · " + line
	}
	// No line begins with a dot.
	return s.text("when", strings.ReplaceAll(line, " · ", "\u00a0· "), -0.7, ui.Soft)
}

// date is the date by the viewer's own clock, with the time of day where the event has one. Where the clock cannot be right it
// is what the event is called.
func (s *scene) date(e pack.Event, c countdown.State) string {
	if c.Phase == countdown.Unknown {
		return e.Title
	}
	at := s.Zone.Wall(c.Target)
	if e.WholeDay() {
		return s.Date(at)
	}
	return s.Date(at) + " · " + s.Say("when.time", "time", s.Book.Clock(at))
}

// caption is what the count runs to, or what it was about; "" where that goes without saying. It is in the pack's own words
// where they are in the visitor's language, else in ours.
func (s *scene) caption(e pack.Event, c countdown.State) string {
	// Of a film that is out, the pack is about it, and it is the film that turns so old.
	anniversary := e.Status == pack.Released && e.Yearly.Since > 0 && c.Number > 0
	switch {
	case !c.Phase.Before() && (e.Status == pack.Reported || anniversary):
		return ""
	case e.Status == pack.Reported: // whatever words it brings: they might say more than is known
		return s.Say("caption.reported")
	case c.Phase.Before() && s.foreign(e.Lang) == "" && e.Caption != "":
		return strings.ReplaceAll(e.Caption, "{years}", s.Number(c.Number))
	case anniversary:
		return s.Say("caption.anniversary", "title", s.Pack.Title, "n", c.Number)
	default:
		return e.Title
	}
}

// lapsedNote says what has become of a reported date that is not counted to any more, or is nil.
func (s *scene) lapsedNote() *ui.Node {
	e, c, ok := s.Lapsed()
	if !ok {
		return nil
	}
	return s.text("note", joined(joined(e.Title, s.passed(e, c)), s.status(e)), -1.4, ui.NoteInk)
}

// status says that an event is reported, and who has not confirmed it.
func (s *scene) status(e pack.Event) string {
	if e.By == "" || s.compact {
		return s.Say("status.reported")
	}
	return s.Say("status.reported.by", "by", e.By)
}

// clockNote says that the device's clock has been found wrong, or is nil.
func (s *scene) clockNote() *ui.Node {
	if s.Skew == 0 {
		return nil
	}
	return s.text("clock-note", s.Say("note.clock"), -1.4, ui.Soft)
}
