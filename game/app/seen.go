package app

import (
	"slices"

	"houselights/game/trivia"
)

// Pool is what a round of the mode may ask now. What gives the story away is asked of those who say that they have seen the
// film, but not where everybody is asked the same, or anybody may be looking on.
func (m Model) Pool(mode Mode) trivia.Pool {
	return trivia.Pool{Rumours: mode == Rumour, Spoilers: m.Saved.Seen[m.Pack.ID].Yes && m.maySpoil(mode)}
}

func (m Model) maySpoil(mode Mode) bool { return mode != Daily && !m.Options.Kiosk }

// Offers reports whether the pack has any question for a mode that there is, be it for those who have seen the film.
func (m Model) Offers(mode Mode) bool {
	switch mode {
	case Daily, Classic, Pace, Rumour:
	default:
		return false
	}
	return trivia.Pool{Rumours: mode == Rumour, Spoilers: m.maySpoil(mode)}.Size(m.Pack) > 0
}

// First is the mode that Play leads to: the daily round, where the pack has one; "" where it has nothing to play.
func (m Model) First() Mode {
	for _, mode := range []Mode{Daily, Classic, Rumour} {
		if m.Offers(mode) {
			return mode
		}
	}
	return ""
}

// Spoils reports whether a mode has questions that give the story away, for those who have seen the film.
func (m Model) Spoils(mode Mode) bool {
	pool := m.Pool(mode)
	safe := trivia.Pool{Rumours: pool.Rumours}
	pool.Spoilers = m.maySpoil(mode)
	return pool.Size(m.Pack) > safe.Size(m.Pack)
}

// Seen is what the visitor has said of the film: whether it has been seen, and whether anything has been said at all.
func (m Model) Seen() (yes, said bool) {
	s, said := m.Saved.Seen[m.Pack.ID]
	return s.Yes, said
}

// asksSeen reports whether the card is to ask if the visitor has seen the film: once that is said, it is left to the settings,
// but where there is nothing else to ask.
func (m Model) asksSeen() bool {
	_, said := m.Seen()
	return m.Screen == Ready && m.Spoils(m.Card.Mode) && (!said || m.Pool(m.Card.Mode).Size(m.Pack) == 0)
}

// setSeen takes down whether the film has been seen, "yes" or "no".
func (m Model) setSeen(value string) (Model, []Effect) {
	if value != "yes" && value != "no" || m.Options.Kiosk || m.inRound() {
		return m, nil
	}
	said := Seen{value == "yes", max(m.Saved.Seen[m.Pack.ID].Changed+1, m.Now.UnixMilli())}
	m.Saved.Seen, m.Erasing = with(m.Saved.Seen, m.Pack.ID, said), ""
	return m.spared(), []Effect{Save{m.Saved}}
}

// spared is the model without a round that was left with more to come of what only those are asked who have seen the film, for
// those who have not.
func (m Model) spared() Model {
	if yes, _ := m.Seen(); m.Paused != "" && !yes && slices.ContainsFunc(m.Play.Cards[len(m.Play.Answers):], m.spoiler) {
		return m.withoutRound()
	}
	return m
}

func (m Model) spoiler(c trivia.Card) bool { return m.Pack.Questions[c.Question].Spoiler }
