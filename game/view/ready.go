package view

import (
	"slices"
	"strconv"
	"strings"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/trivia"
	"houselights/game/ui"
)

// ready is the card on which a round waits.
func (s *scene) ready() *ui.Node {
	s.screen.Focus, s.screen.Scenery = "start", s.dusk()
	mode := s.Card.Mode
	page := s.page(spacer(1))
	if !s.compact {
		sign := row(0, s.modeIcon(app.Mode(s.cardName()), 44))
		sign.Box.Along = ui.Middle
		add(page, sign)
	}
	add(page, aligned(s.heading(s.Say("mode."+s.cardName()), 4), ui.Middle), s.centred("about", s.modeAbout(mode), 0.5, ui.Soft))
	if mode == app.Daily {
		add(page, s.centred("day", s.Say("ready.daily", "date", s.Date(s.Zone.Wall(s.Now))), 0, ui.Soft))
		if t, ok := s.TriedToday(); ok {
			add(page, s.centred("tried", s.Say("ready.tried", "score", s.outcome(t.Scoring, t.Points, t.Right, t.Of)), 0, ui.Gold))
		}
	}
	pool := s.pool(mode)
	switch {
	case s.AskSeen:
		add(page, s.centred("spoilers", s.Say("ready.seen"), 0, ui.NoteInk),
			s.choices("seen", s.Say("settings.seen"), s.seen(), s.options("seen", "yes", "no"), ui.Middle))
	case s.Pool(mode).Spoilers && s.Spoils(mode):
		add(page, s.centred("spoilers", s.Say("ready.spoilers"), 0, ui.NoteInk))
	}
	if host := s.host(); host != nil {
		add(page, aligned(host, ui.Middle))
	}
	clock := "on"
	if s.Scoring() == trivia.Untimed {
		clock = "off"
	}
	clocks := s.choices("clock", s.Say("clock"), clock, []choice{{"on", s.Say("clock.on")}, {"off", s.Say("clock.off")}}, ui.Middle)
	rule := "ready." + s.Scoring().String()
	add(page, s.gap(4), clocks, s.centred("rule", s.Say(rule, "limit", s.limits(pool), "points", trivia.MostPoints), -0.5, ui.Soft))
	if parts := s.parts(pool); clock == "on" && parts != "" {
		add(page, s.centred("parts", parts, -0.5, ui.Soft))
	}
	start := s.button("start", s.Say("ready.start"), app.Start{}, primary)
	if s.Pool(mode).Size(s.Pack) == 0 { // all of them give the story away
		s.screen.Focus = "seen-yes"
		s.disable(start)
	}
	add(page, spacer(1), s.actions(start, s.withMute(grown(s.back()))), spacer(1))
	return page
}

// pool is what a round of the mode may ask now, or where that is nothing, what it asks those who have seen the film.
func (s *scene) pool(mode app.Mode) trivia.Pool {
	pool := s.Pool(mode)
	pool.Spoilers = pool.Spoilers || pool.Size(s.Pack) == 0
	return pool
}

// seen is the choice that says whether the visitor has seen the film, "" before it has been said.
func (s *scene) seen() string {
	yes, said := s.Seen()
	switch {
	case yes:
		return "yes"
	case said:
		return "no"
	}
	return ""
}

// limits are the seconds for a question, as "20" or "20–45".
func (s *scene) limits(pool trivia.Pool) string {
	shortest, longest := trivia.Limits(s.Pack, pool)
	from, to := strconv.Itoa(int(shortest.Seconds())), strconv.Itoa(int(longest.Seconds()))
	if from == to {
		return from
	}
	return from + "–" + to
}

// parts says how answers score that can be right in part, of the kinds that can be asked.
func (s *scene) parts(pool trivia.Pool) string {
	var said []string
	for _, of := range []struct {
		kind pack.Kind
		says string
	}{{pack.SeveralOf, "ready.several"}, {pack.Ordering, "ready.order"}} {
		if slices.ContainsFunc(s.Pack.Questions, func(q pack.Question) bool { return pool.Has(&q) && q.Kind == of.kind }) {
			said = append(said, s.Say(of.says))
		}
	}
	return strings.Join(said, " ")
}

// cardName is the mode on the card, as it was chosen.
func (s *scene) cardName() string { return named(s.Card) }

// named is a mode as it was chosen.
func named(c app.Choice) string {
	if c.Unhurried {
		return string(app.Pace)
	}
	return string(c.Mode)
}
