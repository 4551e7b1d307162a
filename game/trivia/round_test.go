package trivia_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/trivia"
)

func TestPoints(t *testing.T) {
	const ms = time.Millisecond
	for _, c := range []struct {
		name     string
		t, limit time.Duration
		want     int
	}{
		{"at once", 0, 20 * time.Second, 1000},
		{"just under half a second", 499 * ms, 20 * time.Second, 1000},
		{"half a second", 500 * ms, 20 * time.Second, 988},
		{"Kahoot's own example", 2 * time.Second, 30 * time.Second, 967},
		{"half the time", 10 * time.Second, 20 * time.Second, 750},
		{"rounded up", 10010 * ms, 20 * time.Second, 750},
		{"rounded down", 10030 * ms, 20 * time.Second, 749},
		{"at the limit", 20 * time.Second, 20 * time.Second, 500},
		{"past the limit", time.Hour, 20 * time.Second, 500},
		{"before it opened", -time.Second, 20 * time.Second, 1000},
		{"short limit", 300 * ms, 200 * ms, 1000},
		{"no limit", time.Hour, 0, 1000},
		{"negative limit", time.Hour, -time.Second, 1000},
		{"longest there is", math.MaxInt64, math.MaxInt64, 500},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, trivia.Points(c.t, c.limit))
		})
	}
}

func TestPointsFall(t *testing.T) {
	last := 1000
	for d := time.Duration(0); d <= limit; d += 7 * time.Millisecond {
		points := trivia.Points(d, limit)
		require.True(t, points <= last && points >= 500, "%v gives %d after %d", d, points, last)
		last = points
	}
}

// limit is the time for a question with one right answer that does not say its own.
const limit = 20 * time.Second

// packOf is a pack of the questions.
func packOf(questions ...pack.Question) *pack.Pack { return &pack.Pack{Questions: questions} }

// same is a pack of n times a question with two wrong answers, and its cards.
func same(n int) (*pack.Pack, []trivia.Card) {
	p, cards := packOf(), make([]trivia.Card, n)
	for i := range cards {
		p.Questions = append(p.Questions, pack.Question{Right: []string{"r"}, Wrong: []string{"a", "b"}})
		cards[i] = trivia.Card{Question: i, Order: []int{1, 0, 2}}
	}
	return p, cards
}

func TestAnswered(t *testing.T) {
	right, wrong := []int{1}, []int{2}
	for _, c := range []struct {
		name    string
		scoring trivia.Scoring
		given   []int
		taken   time.Duration
		want    trivia.Answer
	}{
		{"right, at half time", trivia.Speed, right, 10 * time.Second, trivia.Answer{Given: right, Taken: 10 * time.Second, Right: true, Points: 750}},
		{"right, straight", trivia.Straight, right, 19 * time.Second, trivia.Answer{Given: right, Taken: 19 * time.Second, Right: true, Points: 1000}},
		{"right, no clock", trivia.Untimed, right, time.Hour, trivia.Answer{Given: right, Taken: time.Hour, Right: true, Points: 1}},
		{"wrong", trivia.Speed, wrong, time.Second, trivia.Answer{Given: wrong, Taken: time.Second}},
		{"right at the last instant", trivia.Speed, right, limit, trivia.Answer{Given: right, Taken: limit, Right: true, Points: 500}},
		{"right too late", trivia.Speed, right, limit + 1, trivia.Answer{Taken: limit}},
		{"right too late, straight", trivia.Straight, right, limit + 1, trivia.Answer{Taken: limit}},
		{"time ran out", trivia.Speed, nil, limit, trivia.Answer{Taken: limit}},
		{"no such place", trivia.Untimed, []int{3}, time.Second, trivia.Answer{Taken: time.Second}},
		{"place far below", trivia.Straight, []int{-7}, time.Second, trivia.Answer{Taken: time.Second}},
		{"two where there is one", trivia.Straight, []int{1, 2}, time.Second, trivia.Answer{Taken: time.Second}},
		{"clock set back", trivia.Speed, right, -time.Second, trivia.Answer{Given: right, Right: true, Points: 1000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, cards := same(1)
			r := trivia.Round{Cards: cards, Scoring: c.scoring}.Answered(p, c.given, c.taken)
			assert.Equal(t, []trivia.Answer{c.want}, r.Answers)
			assert.Equal(t, c.want.Points, r.Points())
			assert.Equal(t, c.want.Given == nil, r.Answers[0].Missed())
		})
	}
}

// TestKinds is the scoring of every kind of question, as the README states it.
func TestKinds(t *testing.T) {
	several := pack.Question{Kind: pack.SeveralOf, Right: []string{"a", "b", "c"}, Wrong: []string{"x", "y"}}
	ordering := pack.Question{Kind: pack.Ordering, Right: []string{"a", "b", "c", "d"}}
	number := pack.Question{Kind: pack.Numerical, Scale: pack.Scale{Right: 2022, Tolerance: 1, Min: 2000, Max: 2030, Step: 1}}
	mixed := []int{3, 0, 4, 1, 2} // x a y b c
	for _, c := range []struct {
		name    string
		q       pack.Question
		order   []int
		given   []int
		sound   bool
		right   bool
		points  int // straight
		untimed int
	}{
		{"true", pack.Question{Kind: pack.TrueFalse, True: true}, []int{0, 1}, []int{0}, true, true, 1000, 1},
		{"false, said true", pack.Question{Kind: pack.TrueFalse}, []int{1, 0}, []int{0}, true, false, 0, 0},
		{"all of several", several, mixed, []int{4, 1, 3}, true, true, 1000, 1},
		{"two of three", several, mixed, []int{1, 3}, true, false, 667, 0},
		{"one of three", several, mixed, []int{1}, true, false, 333, 0},
		{"a wrong one takes one away", several, mixed, []int{1, 3, 0}, true, false, 333, 0},
		{"all there are", several, mixed, []int{0, 1, 2, 3, 4}, true, false, 333, 0},
		{"never below nothing", several, mixed, []int{0, 2}, true, false, 0, 0},
		{"none of several", several, mixed, []int{}, false, false, 0, 0},
		{"one twice", several, mixed, []int{1, 1}, false, false, 0, 0},
		{"in order", ordering, []int{2, 0, 3, 1}, []int{1, 3, 0, 2}, true, true, 1000, 1},
		{"two swapped", ordering, []int{2, 0, 3, 1}, []int{3, 1, 0, 2}, true, false, 500, 0},
		{"all moved by one", ordering, []int{2, 0, 3, 1}, []int{2, 1, 3, 0}, true, false, 0, 0},
		{"not all of an order", ordering, []int{2, 0, 3, 1}, []int{1, 3, 0}, false, false, 0, 0},
		{"the number", number, nil, []int{22}, true, true, 1000, 1},
		{"near enough above", number, nil, []int{23}, true, true, 1000, 1},
		{"near enough below", number, nil, []int{21}, true, true, 1000, 1},
		{"too far", number, nil, []int{24}, true, false, 0, 0},
		{"the end of the scale", number, nil, []int{30}, true, false, 0, 0},
		{"past its end", number, nil, []int{31}, false, false, 0, 0},
		{"no number", number, nil, nil, false, false, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, card := packOf(c.q), trivia.Card{Order: c.order}
			assert.Equal(t, c.sound, card.Sound(&c.q, c.given))
			for scoring, points := range map[trivia.Scoring]int{trivia.Straight: c.points, trivia.Untimed: c.untimed} {
				a := trivia.Round{Cards: []trivia.Card{card}, Scoring: scoring}.Answered(p, c.given, time.Second).Answers[0]
				assert.Equal(t, []any{!c.sound, c.right, points}, []any{a.Missed(), a.Right, a.Points}, scoring)
			}
		})
	}
	half := trivia.Round{Cards: []trivia.Card{{Order: mixed}}}.Answered(packOf(several), []int{1, 3}, 15*time.Second)
	assert.Equal(t, 500, half.Points(), "two thirds of what half of the time leaves")
}

func TestLimit(t *testing.T) {
	for kind, want := range []time.Duration{pack.OneOf: 20, pack.TrueFalse: 20, pack.SeveralOf: 30, pack.Ordering: 45, pack.Numerical: 30} {
		assert.Equal(t, want*time.Second, trivia.Limit(&pack.Question{Kind: pack.Kind(kind)}))
		assert.Equal(t, 7*time.Second, trivia.Limit(&pack.Question{Kind: pack.Kind(kind), Seconds: 7}))
	}
	shortest, longest := trivia.Limits(packOf(pack.Question{}, pack.Question{Kind: pack.Ordering}, pack.Question{Kind: pack.Matching, Seconds: 240}), trivia.Pool{})
	assert.Equal(t, []time.Duration{20 * time.Second, 45 * time.Second}, []time.Duration{shortest, longest})
}

func TestRound(t *testing.T) {
	right, wrong := []int{1}, []int{0}
	p, cards := same(6)
	r := trivia.Round{Cards: cards, Scoring: trivia.Straight}
	for i, c := range []struct {
		given                          []int
		points, right, streak, longest int
	}{
		{right, 1000, 1, 1, 1},
		{right, 2000, 2, 2, 2},
		{wrong, 2000, 2, 0, 2},
		{right, 3000, 3, 1, 2},
		{nil, 3000, 3, 0, 2},
		{right, 4000, 4, 1, 2},
	} {
		card, ok := r.Current()
		require.True(t, ok)
		require.Equal(t, i, card.Question)
		require.False(t, r.Done())
		r = r.Answered(p, c.given, time.Second)
		assert.Equal(t, []int{c.points, c.right, c.streak, c.longest}, []int{r.Points(), r.Right(), r.Streak(), r.Longest()}, "after answer %d", i)
	}
	assert.True(t, r.Done())
	_, ok := r.Current()
	assert.False(t, ok)
	assert.Equal(t, r, r.Answered(p, right, 0), "a round that is done stays as it is")
	assert.True(t, trivia.Round{}.Done())
}

func TestRoundIsAValue(t *testing.T) {
	p, cards := same(3)
	r := trivia.Round{Cards: cards}
	r.Answers = make([]trivia.Answer, 0, 10) // room that two futures could fight over
	given := []int{1}
	start := r.Answered(p, given, 0)
	one, other := start.Answered(p, []int{1}, 0), start.Answered(p, []int{0}, 0)
	assert.True(t, one.Answers[1].Right)
	assert.False(t, other.Answers[1].Right)
	assert.Len(t, start.Answers, 1)
	assert.Empty(t, r.Answers)
	given[0] = 2
	assert.Equal(t, []int{1}, start.Answers[0].Given, "what was given is the caller's to change")
}

func TestTimed(t *testing.T) {
	assert.True(t, trivia.Speed.Timed())
	assert.True(t, trivia.Straight.Timed())
	assert.False(t, trivia.Untimed.Timed())
}

func TestRightPlace(t *testing.T) {
	assert.Equal(t, 2, trivia.Card{Order: []int{1, 2, 0}}.RightPlace())
	assert.Equal(t, -1, trivia.Card{}.RightPlace())
}

func TestCheck(t *testing.T) {
	p := bank(4, 4, 4, 4, 4)
	for says, spoil := range map[string]func(*trivia.Round){
		"":                                  func(*trivia.Round) {},
		"scoring 3":                         func(r *trivia.Round) { r.Scoring = 3 },
		"cards[1]: question -1":             func(r *trivia.Round) { r.Cards[1].Question = -1 },
		"cards[1]: question 20":             func(r *trivia.Round) { r.Cards[1].Question = 20 },
		"comes twice":                       func(r *trivia.Round) { r.Cards[1] = r.Cards[0] },
		"cards[0]: order []":                func(r *trivia.Round) { r.Cards[0].Order = nil },
		"cards[0]: order [0 0]":             func(r *trivia.Round) { r.Cards[0].Order = []int{0, 0} },
		"cards[0]: order [0 1 2 3 4]":       func(r *trivia.Round) { r.Cards[0].Order = []int{0, 1, 2, 3, 4} },
		"cards[0]: order [-1 0]":            func(r *trivia.Round) { r.Cards[0].Order = []int{-1, 0} },
		"3 answers to 2 cards":              func(r *trivia.Round) { r.Cards = r.Cards[:2] },
		"answers[0]: given [9]":             func(r *trivia.Round) { r.Answers[0].Given = []int{9} },
		"answers[1]: given [], right false": func(r *trivia.Round) { r.Answers[1].Taken = 30 * time.Second },
		"answers[2]":                        func(r *trivia.Round) { r.Answers[2].Right = !r.Answers[2].Right },
	} {
		r := trivia.Round{Cards: trivia.Draw(p, trivia.Pool{}, 7, 5)}
		r = r.Answered(p, []int{0}, time.Second).Answered(p, nil, limit).Answered(p, []int{1}, 3*time.Second)
		spoil(&r)
		if err := r.Check(p); says == "" {
			assert.NoError(t, err)
		} else {
			assert.ErrorContains(t, err, says)
		}
	}
	assert.NoError(t, trivia.Round{}.Check(p), "an empty round")

	later := packOf(pack.Question{Kind: pack.ShortAnswer, Right: []string{"a"}})
	assert.ErrorContains(t, trivia.Round{Cards: []trivia.Card{{Order: []int{0}}}}.Check(later), "cannot be played")
}
