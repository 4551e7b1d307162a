package app

import (
	"houselights/game/sound"
	"houselights/game/trivia"
)

// cue adds a sound to the effects, where it is wanted.
//
//go:noinline
func (m *Model) cue(effects []Effect, c sound.Cue) []Effect {
	if m.Unseen || !m.Sounding() {
		return effects
	}
	return append(effects, Sound{c})
}

// answerCue is what is heard of an answer.
func answerCue(a trivia.Answer) sound.Cue {
	switch {
	case a.Right:
		return sound.Right
	case a.Points > 0:
		return sound.Partly
	default:
		return sound.Wrong
	}
}

// resultsCue is what is heard of a round that is over.
func (m Model) resultsCue() sound.Cue {
	if m.IsBest() || m.Play.Right() == len(m.Play.Cards) {
		return sound.Best
	}
	return sound.Results
}
