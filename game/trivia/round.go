package trivia

import (
	"fmt"
	"slices"
	"time"

	"houselights/game/pack"
)

// Answer is what a player did with a card.
type Answer struct {
	Given  []int         // as Card.Sound has it; none when the question was missed
	Taken  time.Duration // since the question opened; its limit at most with the clock on
	Right  bool          // wholly
	Points int           // more than 0 also for what was right in part
}

// Missed reports whether the question went by without an answer.
func (a Answer) Missed() bool { return len(a.Given) == 0 }

// same reports whether two answers are equal.
func (a Answer) same(b Answer) bool {
	return slices.Equal(a.Given, b.Given) && a.Taken == b.Taken && a.Right == b.Right && a.Points == b.Points
}

// Round is a round being played: its cards, and the answers so far in the same
// order. It is a value; Answered gives the round that follows.
type Round struct {
	Cards   []Card
	Scoring Scoring
	Answers []Answer
}

// Answered returns the round of a pack after an answer to the current card, given
// taken after it opened. What is no answer to the card, or comes after its limit
// with the clock on, is a miss. A round that is done stays as it is. The answers
// of r are never written to, so that r may be kept and gone back to.
func (r Round) Answered(p *pack.Pack, given []int, taken time.Duration) Round {
	card, ok := r.Current()
	if !ok {
		return r
	}
	q := &p.Questions[card.Question]
	limit := Limit(q)
	a := Answer{Taken: max(0, taken)}
	switch {
	case r.Scoring.Timed() && taken > limit:
		a.Taken = limit
	case card.Sound(q, given):
		a.Given = slices.Clone(given)
		right, of := card.Judge(q, given)
		a.Right = right == of
		a.Points = r.Scoring.share(r.Scoring.worth(a.Taken, limit), right, of)
	}
	r.Answers = append(slices.Clip(r.Answers), a)
	return r
}

// Current returns the card to be answered, false when the round is done.
func (r Round) Current() (Card, bool) {
	if r.Done() {
		return Card{}, false
	}
	return r.Cards[len(r.Answers)], true
}

// Done reports whether every card has its answer.
func (r Round) Done() bool { return len(r.Answers) >= len(r.Cards) }

// Points returns the sum of the points so far.
func (r Round) Points() int {
	sum := 0
	for i := range r.Answers {
		sum += r.Answers[i].Points
	}
	return sum
}

// Right returns the number of right answers so far.
func (r Round) Right() int {
	n := 0
	for i := range r.Answers {
		if r.Answers[i].Right {
			n++
		}
	}
	return n
}

// Streak returns how many of the last answers were right in a row, up to now.
func (r Round) Streak() int {
	now, _ := r.streaks()
	return now
}

// Longest returns the longest streak of the round so far.
func (r Round) Longest() int {
	_, longest := r.streaks()
	return longest
}

func (r Round) streaks() (now, longest int) {
	for i := range r.Answers {
		if now++; !r.Answers[i].Right {
			now = 0
		}
		longest = max(longest, now)
	}
	return now, longest
}

// Check says what is wrong with a round that was kept and read again: cards
// that are none of the pack, or answers that no play of them gives.
func (r Round) Check(p *pack.Pack) error {
	if r.Scoring < Speed || r.Scoring > Untimed {
		return fmt.Errorf("scoring %d is not known", r.Scoring)
	}
	drawn := map[int]bool{}
	for i, c := range r.Cards {
		if c.Question < 0 || c.Question >= len(p.Questions) {
			return fmt.Errorf("cards[%d]: question %d: the pack has %d", i, c.Question, len(p.Questions))
		}
		if drawn[c.Question] {
			return fmt.Errorf("cards[%d]: question %d comes twice", i, c.Question)
		}
		drawn[c.Question] = true
		if !p.Questions[c.Question].Kind.Playable() {
			return fmt.Errorf("cards[%d]: question %d cannot be played", i, c.Question)
		}
		if q := &p.Questions[c.Question]; !deals(c.Order, q) {
			return fmt.Errorf("cards[%d]: order %v is none of %d answers", i, c.Order, len(options(q)))
		}
	}
	if len(r.Answers) > len(r.Cards) {
		return fmt.Errorf("%d answers to %d cards", len(r.Answers), len(r.Cards))
	}
	again := Round{Cards: r.Cards, Scoring: r.Scoring}
	for i, a := range r.Answers {
		if again = again.Answered(p, a.Given, a.Taken); !again.Answers[i].same(a) {
			return fmt.Errorf("answers[%d]: given %v, right %t, %d points, after %s: it comes from no play", i, a.Given, a.Right, a.Points, a.Taken)
		}
	}
	return nil
}
