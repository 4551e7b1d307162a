package view

import (
	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/trivia"
	"houselights/game/ui"
)

// moments are what the screen celebrates, or warns of, and what tells that from the last of its kind.
func (s *scene) moments() (moments ui.Moments, beat int) {
	switch s.Model.Screen {
	case app.Home, app.Count:
		return s.countMoments()
	case app.Question:
		if s.late() {
			return ui.LastQuarter, len(s.Play.Answers)
		}
	case app.Results:
		if !s.Fresh {
			return 0, 0 // it has been celebrated
		}
		if s.IsBest() {
			moments |= ui.NewBest
		}
		if s.Play.Right() == len(s.Play.Cards) {
			moments |= ui.Perfect
		}
		if s.DaysInARow() > 1 {
			moments |= ui.DaysInARow
		}
	}
	return moments, 0
}

func (s *scene) countMoments() (ui.Moments, int) {
	switch {
	case s.counts && s.state.Phase == countdown.LastTen:
		return ui.LastSecond, s.state.Seconds
	case s.begins():
		return ui.Zero, 0
	default:
		return ui.Arrival, 0
	}
}

// begins reports whether what is counted to begins now. Of what is but reported nothing is known to.
func (s *scene) begins() bool {
	return s.counts && s.state.Phase == countdown.Now && s.event.Status != pack.Reported
}

// late reports whether the last quarter of the time for a question has begun.
func (s *scene) late() bool {
	return s.Play.Scoring != trivia.Untimed && float64(s.Left()) < warm*float64(s.Limit())
}
