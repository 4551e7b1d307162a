package view

import (
	"hash/fnv"
	"strconv"
	"strings"
	"time"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/ical"
	"houselights/game/pack"
	"houselights/game/ui"
)

// count is the countdown with all that is known of the date.
func (s *scene) count() *ui.Node {
	if s.is(ui.Strip) {
		s.screen.Focus = "play"
		return s.strip()
	}
	s.screen.Focus, s.screen.Scenery = "play", s.dusk()
	e, c, ok := s.Counting()
	along := ui.Middle
	if s.is(ui.Wide) {
		along = ui.Start
	}
	words := s.dateWords(along)
	actions := &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.px(10), Along: along}}
	add(actions, s.play("home.play.short"))
	if ok {
		for _, n := range s.details(e, c) {
			add(words, aligned(n, along))
		}
		add(actions, s.calendar(e, c)...)
	}
	if len(s.Pack.Events) > 1 {
		add(actions, s.button("events", s.Say("events"), app.Open{Screen: app.Events}, tertiary))
	}
	above := along == ui.Start && s.halves(17) // there is room for the way back at the top
	if !above {
		add(actions, s.back())
	}
	disc := s.countDisc()
	disc.Box.MaxH = s.px(360) // it has the screen to itself
	if along == ui.Middle {
		return s.page(s.headline(), disc, words, actions)
	}
	eclipse, side := column(0, disc), column(s.px(s.pick(18, 8)), words, actions)
	side.Box.Along = ui.Middle
	if s.compact { // the column may be higher than the frame, and the count is to be seen first
		disc.Box.Grow = 0
	} else {
		eclipse.Box.Along = ui.Middle
	}
	halves := &ui.Node{Box: ui.Box{Dir: ui.Grid, Columns: 2, Gap: s.px(28), Grow: 1}, Children: []*ui.Node{eclipse, side}}
	if above {
		return s.page(s.countHeader(e), halves)
	}
	return s.page(s.headline(), halves)
}

// countHeader is the headline with the way back at its end, however long the title.
func (s *scene) countHeader(e pack.Event) *ui.Node {
	end := row(s.px(8))
	add(end, s.chip(e), s.mute(), s.back())
	head := row(s.px(8), grown(s.title(e)), end)
	if host := s.host(); host != nil {
		return column(s.px(4), head, host)
	}
	return head
}

// details are where the event is, what the clock shows there, and where more is to be read.
func (s *scene) details(e pack.Event, c countdown.State) []*ui.Node {
	var all []*ui.Node
	if e.Status == pack.Reported {
		all = append(all, s.text("circulated", s.Say("note.reported"), -1, ui.NoteInk))
	}
	if there, ok := s.origin(e); ok {
		all = append(all, s.text("origin", there, -1, ui.Soft))
	}
	if e.Place != "" {
		all = append(all, s.packed(s.text("place", e.Place, -1, ui.Soft), e.Lang))
	}
	if e.Link != "" && !s.Options.Kiosk && !s.Options.Confined {
		all = append(all, s.link("link", s.Say("date.link", "host", hostOf(e.Link)), e.Link))
	}
	return all
}

// hostOf is the host of an https address, as the reader of packs lets it through.
func hostOf(address string) string {
	host := address[len("https://"):]
	if end := strings.IndexAny(host, "/?#"); end >= 0 {
		host = host[:end]
	}
	return host
}

// origin is the date and time where the event comes from, where a clock there shows another one.
func (s *scene) origin(e pack.Event) (string, bool) {
	if e.Zone == "" || e.At.IsZero() {
		return "", false
	}
	_, there := e.At.Zone() // the offset that the author wrote
	if there == s.Zone.Offset(e.At.Unix()) {
		return "", false
	}
	key := "zone." + e.Zone
	place := s.Say(key)
	if place == key {
		place = strings.ReplaceAll(e.Zone[strings.LastIndexByte(e.Zone, '/')+1:], "_", " ")
	}
	return s.Say("date.origin", "date", s.Date(e.At), "time", s.Book.Clock(e.At), "place", place), true
}

// calendar are the ways to note the date in a calendar, where there is one to be noted and a way to hand it over.
func (s *scene) calendar(e pack.Event, c countdown.State) []*ui.Node {
	if s.Options.Kiosk || s.Options.Confined || !c.Phase.Before() {
		return nil
	}
	google := s.link("google", s.Say("date.google"), s.entry(e, c).Google())
	google.Text.Style = s.style(google.Text.Style.Face, -0.5)
	google.Box.Pad = ui.Sides(s.px(6), s.px(8))
	s.grounded(google)
	return []*ui.Node{s.iconed(ui.Calendar, s.button("calendar", s.Say("date.calendar"), app.Note{}, secondary)), google}
}

// Calendar returns the event that is counted to as a file for a calendar, and the file's name.
func (v Viewer) Calendar(m app.Model) (name, text string) {
	s := v.scene(m)
	e, c, ok := s.Counting()
	if !ok {
		return "", ""
	}
	return fileName(e.Title) + ".ics", s.entry(e, c).ICS()
}

// entry is the event as a calendar is told of it. What is reported says so there as well.
func (s *scene) entry(e pack.Event, c countdown.State) ical.Event {
	summary := e.Title
	if !strings.Contains(summary, s.Pack.Title) {
		summary = s.Pack.Title + " · " + summary
	}
	entry := ical.Event{UID: uid(s.Pack, e, c.Target), Sequence: e.Sequence, Stamp: s.Now, Summary: summary, Location: e.Place, URL: e.Link,
		Start: c.Target, Alarm: summary}
	if e.Status == pack.Reported {
		entry.Tentative = true
		entry.Alarm = summary + " · " + s.status(e)
		entry.Description = joined(s.status(e), s.Say("note.reported"))
	}
	switch {
	case !e.Day.IsZero():
		entry.Kind, entry.Start = ical.Day, e.Day
	case e.WholeDay():
		entry.Kind, entry.Start = ical.Yearly, leapDay(e, s.Zone.Wall(c.Target))
	}
	return entry
}

// leapDay returns the day, or where the event is on 29 February the last one that there was: only from that a calendar can
// know that the 28th is another.
func leapDay(e pack.Event, day time.Time) time.Time {
	for e.Yearly.Day == 29 && e.Yearly.Month == time.February && day.Day() != 29 {
		day = time.Date(day.Year()-1, time.February, 29, 0, 0, 0, 0, time.UTC)
	}
	return day
}

// byPlace reports whether an id is one that a pack gives to an event without, by its place.
func byPlace(id string) bool {
	n, isPlace := strings.CutPrefix(id, "e")
	_, err := strconv.Atoi(n)
	return isPlace && err == nil
}

// uid stays the same when the date moves. An event that a page gives, or that has no id, has nothing but its title to be known
// by.
func uid(p *pack.Pack, e pack.Event, start time.Time) string {
	id := e.ID
	if _, given := pack.ParseInstant(id); given || byPlace(id) {
		h := fnv.New32a()
		_, _ = h.Write([]byte(e.Title))
		id = strconv.FormatUint(uint64(h.Sum32()), 16)
	}
	if len(e.Showings) > 0 {
		id += "-" + strconv.FormatInt(start.Unix(), 36) // each is an event of its own
	}
	return id + "@" + p.ID + ".houselights"
}

// longestName is what the name of a file may have, in bytes: file systems take 255, and some ways there less.
const longestName = 120

// fileName makes of a title what any file system takes.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>:"/\|?*`, r) || r < ' ' {
			return -1
		}
		return r
	}, title)
	if len(name) > longestName {
		name = strings.ToValidUTF8(name[:longestName], "")
	}
	if name = strings.Trim(name, ". "); name == "" {
		return "houselights"
	}
	return name
}

// events is the list of all that can be counted to.
func (s *scene) events() *ui.Node {
	s.screen.Focus, s.screen.Scenery = "back", s.dusk()
	shown, _, _ := s.Counting()
	var cards []*ui.Node
	for _, e := range s.Pack.Events {
		card := s.eventCard(e)
		if e.ID == shown.ID {
			card.Look.Border, card.Look.Width = ui.RingInk, s.px(1.5)
			s.screen.Focus = card.Key
		}
		cards = append(cards, card)
	}
	return s.page(s.header(s.Say("events")), s.cardList("dates", s.Say("events"), cards...), spacer(1))
}

// eventCard says of an event what it is, when, how long that is, and whether it is certain.
func (s *scene) eventCard(e pack.Event) *ui.Node {
	c := s.CountTo(e)
	date := s.date(e, c)
	card := &ui.Node{Key: "event-" + e.ID, Role: ui.Button, Name: e.Title, Lang: s.foreign(e.Lang), On: app.Pick{ID: e.ID},
		Look: s.cardLook(), Box: ui.Box{Pad: ui.Sides(s.px(s.pick(14, 10)), s.px(20)), Gap: s.px(3), Grow: 1, MinH: s.target(60)}}
	add(card, s.packed(bold(s.words(e.Title, 0.5, ui.Ink)), e.Lang), s.words(date, -0.5, ui.Soft),
		bold(s.words(s.coarse(e, c), -0.5, ui.Gold)))
	card.Desc = joined(date, s.coarse(e, c))
	if e.Status == pack.Reported {
		chip := s.status(e)
		add(card, s.words(chip, -1, ui.NoteInk))
		card.Desc = joined(card.Desc, chip)
	}
	return card
}

// coarse is how far off an event is, in days at the least.
func (s *scene) coarse(e pack.Event, c countdown.State) string {
	f := s.face(e, c)
	switch {
	case c.Phase == countdown.Far:
		return f.line()
	case c.Phase.Before() && c.Days > 0:
		return s.amount(c.Days, "days")
	case c.Phase.Before():
		return s.Say("count.soon")
	}
	return f.line()
}
