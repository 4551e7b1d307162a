package view

import (
	"strconv"

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
	if s.spoils() {
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
	add(page, s.gap(4), clocks, s.centred("rule", s.Say(rule, "limit", s.limits(), "points", trivia.MostPoints), -0.5, ui.Soft))
	if clock == "on" && s.inParts() {
		add(page, s.centred("parts", s.Say("ready.parts"), -0.5, ui.Soft))
	}
	add(page, spacer(1),
		s.actions(s.button("start", s.Say("ready.start"), app.Start{}, primary), s.withMute(grown(s.back()))), spacer(1))
	return page
}

// limits are the seconds for a question, as "20" or "20–45".
func (s *scene) limits() string {
	shortest, longest := trivia.Limits(s.Pack)
	from, to := strconv.Itoa(int(shortest.Seconds())), strconv.Itoa(int(longest.Seconds()))
	if from == to {
		return from
	}
	return from + "–" + to
}

// inParts reports whether there are questions whose answer can be right in part.
func (s *scene) inParts() bool {
	return s.some(func(q *pack.Question) bool { return q.Kind.InParts() })
}

// spoils reports whether a round may give the story away.
func (s *scene) spoils() bool {
	return s.some(func(q *pack.Question) bool { return q.Spoiler && q.Kind.Playable() })
}

// some reports whether the pack has such a question.
func (s *scene) some(such func(*pack.Question) bool) bool {
	for i := range s.Pack.Questions {
		if such(&s.Pack.Questions[i]) {
			return true
		}
	}
	return false
}

// cardName is the mode on the card, as it was chosen.
func (s *scene) cardName() string {
	if s.Card.Unhurried {
		return string(app.Pace)
	}
	return string(s.Card.Mode)
}
