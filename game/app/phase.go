package app

import (
	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/sound"
)

// phaseNews tells that what is counted to is in another phase than was last told, where somebody can see the game. Where the
// count is shown, that is announced, and the last ten seconds and zero are heard; but not of a reported date, since nobody
// knows that anything will begin.
func (m Model) phaseNews() (Model, []Effect) {
	e, s, ok := m.Counting()
	if !ok || m.Unseen || m.Now.IsZero() {
		return m, nil
	}
	before, now := m.told, told{known: true, event: e.ID, phase: s.Phase}
	if s.Phase == countdown.LastTen {
		now.second = s.Seconds
	}
	m.told = now
	if !before.known || before == now {
		return m, nil
	}
	var effects []Effect
	if before.phase != now.phase {
		effects = append(effects, tellPhase(e, s.Phase))
	}
	if m.Screen != Home && m.Screen != Count {
		return m, effects
	}
	if before.phase != now.phase || before.event != now.event {
		effects = append(effects, Announce{NewPhase})
	}
	switch {
	case e.Status == pack.Reported:
	case now.second > 0:
		effects = m.cue(effects, sound.Thump)
	case now.phase == countdown.Now && before.event == now.event && before.phase.Before():
		effects = m.cue(effects, sound.Zero)
	}
	return m, effects
}

// told is what those who listen, and the page around, know of the count.
type told struct {
	known  bool
	event  string // its ID
	phase  countdown.Phase
	second int // of the last ten, else 0
}
