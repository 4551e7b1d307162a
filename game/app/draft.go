package app

import (
	"slices"

	"houselights/game/pack"
	"houselights/game/trivia"
)

// asked is the question in play and its card, where one is open.
func (m Model) asked() (q *pack.Question, c trivia.Card, ok bool) {
	if m.Screen != Question {
		return nil, c, false
	}
	if c, ok = m.Play.Current(); ok {
		q = &m.Pack.Questions[c.Question]
	}
	return q, c, ok
}

// mark marks the answer at a place, or frees it.
func (m Model) mark(place int) Model {
	q, c, ok := m.asked()
	if !ok || !q.Kind.InParts() || place < 0 || place >= len(c.Order) {
		return m
	}
	if i := slices.Index(m.Draft, place); i >= 0 {
		m.Draft = slices.Delete(slices.Clone(m.Draft), i, i+1)
	} else {
		m.Draft = append(slices.Clip(m.Draft), place)
	}
	return m
}

// slide moves the number, and stops at the ends of its scale.
func (m Model) slide(step int) Model {
	if q, _, ok := m.asked(); ok && q.Kind == pack.Numerical {
		m.Draft = []int{max(0, min(q.Scale.Steps(), step))}
	}
	return m
}

// Drafted is what would be handed in now. A number that has not been touched stands at the start of its scale.
func (m Model) Drafted() []int {
	if q, _, ok := m.asked(); ok && q.Kind == pack.Numerical && m.Draft == nil {
		return []int{0}
	}
	return m.Draft
}

// Ready reports whether what has been drafted is an answer that can be handed in.
func (m Model) Ready() bool {
	q, c, ok := m.asked()
	return ok && c.Sound(q, m.Drafted())
}

// Repacked returns the model with another state of its pack, as its author has saved it. A round goes on where each of
// its questions is still there; of one that has changed, the answers are dealt anew. It is no message: what an author does to
// a file is no part of a visit, and cannot be replayed from one.
func (m Model) Repacked(p *pack.Pack) Model {
	old := m
	fresh, _ := New(p, m.Options)
	m.Pack, m.bare, m.Event = fresh.Pack, fresh.bare, -1
	if old.Event >= 0 && old.Event < len(old.Pack.Events) {
		id := old.Pack.Events[old.Event].ID
		m.Event = slices.IndexFunc(m.Pack.Events, func(e pack.Event) bool { return e.ID == id })
	}
	if m.Screen == Ready && !m.Offers(m.Card.Mode) {
		m.Screen = Home
	}
	m.AskSeen = m.asksSeen()
	if len(m.Play.Cards) == 0 {
		return m
	}
	cards := slices.Clone(m.Play.Cards)
	for i, c := range cards {
		id := old.Pack.Questions[c.Question].ID
		at := slices.IndexFunc(p.Questions, func(q pack.Question) bool { return q.ID == id })
		if at < 0 {
			return m.withoutRound()
		}
		cards[i] = trivia.Redeal(p, at, c)
	}
	draft := m.Draft
	m.Play.Cards, m.Draft = cards, nil
	if m.Play.Check(p) != nil { // an answered question is another now
		return m.withoutRound()
	}
	if m.drafts(Snapshot{Screen: m.Screen, Paused: m.Paused, Play: m.Play, Draft: draft}) {
		m.Draft = draft
	}
	return m
}

// withoutRound is the model with no round begun.
func (m Model) withoutRound() Model {
	m.Play, m.Paused, m.Draft = Play{}, "", nil
	switch m.Screen {
	case Question, Reveal, Results, Review:
		m.Screen = Home
	}
	if m.Return == Results || m.Return == Review {
		m.Return = Home
	}
	return m
}
