package trivia

import (
	"math"
	"time"
)

// Scoring says what a right answer is worth.
type Scoring int

// The classes of score. A best in one says nothing about the others.
const (
	Speed    Scoring = iota // 1000 points at MostPoints, fewer with time: Points
	Straight                // 1000 points for each right answer
	Untimed                 // no clock; each right answer counts 1
)

// String is the name under which bests are kept.
func (s Scoring) String() string { return [...]string{"speed", "straight", "untimed"}[s] }

// Timed reports whether the clock is on, so that a question can be missed.
func (s Scoring) Timed() bool { return s != Untimed }

// worth is what a right answer given after t, out of limit, scores.
func (s Scoring) worth(t, limit time.Duration) int {
	switch s {
	case Speed:
		return Points(t, limit)
	case Straight:
		return MostPoints
	}
	return 1
}

// share is the part of worth for so many parts of an answer, rounded to the
// nearest point. With no clock only a whole answer counts.
func (s Scoring) share(worth, right, of int) int {
	if s == Untimed {
		return worth * right / of
	}
	return (2*worth*right + of) / (2 * of)
}

// MostPoints is what the best answer to a question scores.
const MostPoints = 1000

// Points returns 500 to 1000 for a right answer given t after the question
// opened, out of limit T:
//
//	round((1 − (t/T)/2) · 1000)
//
// and the full 1000 for less than half a second. Out of 30 s, 2 s give 967. The
// rule is Kahoot's. A t past the limit counts as the limit; with no limit (0 or
// less) every answer is worth 1000.
func Points(t, limit time.Duration) int {
	if t < 500*time.Millisecond || limit <= 0 {
		return MostPoints
	}
	share := float64(min(t, limit)) / float64(limit)
	return int(math.Round((1 - share/2) * MostPoints))
}
