package trivia

import (
	"slices"
	"time"

	"houselights/game/pack"
)

// Card is a question of a round with its answers in the order they are shown.
type Card struct {
	Question int // index in the pack
	// Order holds the option at each place. The options of a question are its right
	// answers and then the wrong ones; those of true and false, the right one
	// first, where True always stands before False; those of an order, as they are
	// in order. A number has none: it is found on a scale.
	Order []int
}

// RightPlace returns the place of the right answer, where there is one.
func (c Card) RightPlace() int { return slices.Index(c.Order, 0) }

// Sound reports whether given is an answer to the card at all. It holds places on
// the card: the one chosen; of several right, all that were chosen, in any order;
// of an order, all there are, from first to last. Of a number it holds the step
// of its scale.
func (c Card) Sound(q *pack.Question, given []int) bool {
	if q.Kind == pack.Numerical {
		return len(given) == 1 && given[0] >= 0 && given[0] <= q.Scale.Steps()
	}
	if !within(given, len(c.Order)) {
		return false
	}
	switch q.Kind {
	case pack.SeveralOf:
		return len(given) > 0
	case pack.Ordering:
		return len(given) == len(c.Order)
	default:
		return len(given) == 1
	}
}

// within reports whether numbers are from 0 to n-1, and none comes twice.
func within(numbers []int, n int) bool {
	seen := make([]bool, n)
	for _, i := range numbers {
		if i < 0 || i >= n || seen[i] {
			return false
		}
		seen[i] = true
	}
	return true
}

// Judge returns how many of so many parts of a sound answer are right. Of several
// right answers each counts as a part, and a wrong one that was chosen takes a
// part away; of an order each text in its place does; all else is right or not.
func (c Card) Judge(q *pack.Question, given []int) (right, of int) {
	switch q.Kind {
	case pack.Numerical:
		if q.Scale.Accepts(q.Scale.At(given[0])) {
			right = 1
		}
		return right, 1
	case pack.SeveralOf:
		for _, place := range given {
			if c.Order[place] < len(q.Right) {
				right++
			} else {
				right--
			}
		}
		return max(0, right), len(q.Right)
	case pack.Ordering:
		for i, place := range given {
			if c.Order[place] == i {
				right++
			}
		}
		return right, len(c.Order)
	}
	if c.Order[given[0]] == 0 {
		right = 1
	}
	return right, 1
}

// seconds is the time for each kind of question that does not say its own: longer
// where more has to be done than to press once.
var seconds = [...]int{pack.OneOf: 20, pack.TrueFalse: 20, pack.SeveralOf: 30, pack.Ordering: 45, pack.Numerical: 30}

// Limit is the time to answer a question when the clock is on. Bests are kept by
// class of score: where a changed limit shall not compete with old bests, the
// class needs another name in Scoring.String.
func Limit(q *pack.Question) time.Duration {
	n := q.Seconds
	if n == 0 && int(q.Kind) < len(seconds) {
		n = seconds[q.Kind]
	}
	return time.Duration(n) * time.Second
}

// Limits returns the shortest and the longest limit of the questions of a pack
// that are in the pool.
func Limits(p *pack.Pack, in Pool) (shortest, longest time.Duration) {
	for i := range p.Questions {
		if q := &p.Questions[i]; in.Has(q) {
			limit := Limit(q)
			if shortest == 0 || limit < shortest {
				shortest = limit
			}
			longest = max(longest, limit)
		}
	}
	return shortest, longest
}
