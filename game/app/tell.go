package app

import (
	"cmp"
	"fmt"
	"slices"

	"houselights/game/countdown"
	"houselights/game/json"
	"houselights/game/pack"
)

// Happening is what the page around is told of, as an event of the element. The details are described there.
type Happening string

// The happenings. Each is told once: not again when a visitor comes back to it.
const (
	RoundStarted  Happening = "start"
	QuestionShown Happening = "question"
	Answered      Happening = "answer"
	RoundComplete Happening = "complete"
	PhaseChanged  Happening = "phase"
)

func (m Model) tellStart() Tell {
	return Tell{RoundStarted, fmt.Sprintf(`{"mode":"%s","of":%d}`, m.Play.Mode, len(m.Play.Cards))}
}

func (m Model) tellQuestion() Tell {
	return Tell{QuestionShown, fmt.Sprintf(`{"number":%d,"of":%d}`, len(m.Play.Answers)+1, len(m.Play.Cards))}
}

// tellAnswer tells of the answer given last.
func (m Model) tellAnswer() Tell {
	number := len(m.Play.Answers)
	a := m.Play.Answers[number-1]
	return Tell{Answered, fmt.Sprintf(`{"number":%d,"of":%d,"right":%t,"points":%d}`, number, len(m.Play.Cards), a.Right, a.Points)}
}

func (m Model) tellComplete() Tell {
	return Tell{RoundComplete, fmt.Sprintf(`{"mode":"%s","points":%d,"right":%d,"of":%d,"best":%t}`,
		m.Play.Mode, m.Play.Points(), m.Play.Right(), len(m.Play.Cards), m.IsBest())}
}

func tellPhase(e pack.Event, p countdown.Phase) Tell {
	event, phase := cmp.Or(e.ID, e.Title), p.Name()
	if _, isOfPage := pack.ParseInstant(e.ID); isOfPage {
		event = e.Title // as the poster has it: only what the pack has, has an id
	}
	return Tell{PhaseChanged, string(json.Write(func(f json.Fields) {
		f.Text("event", &event)
		f.Text("phase", &phase)
	}))}
}

// tellLast puts what the page is told behind what is kept: it may take the game away when it hears of it.
func tellLast(effects []Effect) []Effect {
	slices.SortStableFunc(effects, func(a, b Effect) int { return cmp.Compare(rank(a), rank(b)) })
	return effects
}

func rank(e Effect) int {
	if _, ok := e.(Tell); ok {
		return 1
	}
	return 0
}
