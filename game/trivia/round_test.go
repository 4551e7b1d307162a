package trivia_test

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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
	for d := time.Duration(0); d <= trivia.Limit; d += 7 * time.Millisecond {
		points := trivia.Points(d, trivia.Limit)
		require.True(t, points <= last && points >= 500, "%v gives %d after %d", d, points, last)
		last = points
	}
}

func cards(n int) []trivia.Card {
	cards := make([]trivia.Card, n)
	for i := range cards {
		cards[i] = trivia.Card{Question: i, Order: []int{1, 0, 2}}
	}
	return cards
}

func TestAnswered(t *testing.T) {
	const right, wrong = 1, 2
	for _, c := range []struct {
		name    string
		scoring trivia.Scoring
		choice  int
		taken   time.Duration
		want    trivia.Answer
	}{
		{"right, at half time", trivia.Speed, right, 10 * time.Second, trivia.Answer{Choice: right, Taken: 10 * time.Second, Right: true, Points: 750}},
		{"right, straight", trivia.Straight, right, 19 * time.Second, trivia.Answer{Choice: right, Taken: 19 * time.Second, Right: true, Points: 1000}},
		{"right, no clock", trivia.Untimed, right, time.Hour, trivia.Answer{Choice: right, Taken: time.Hour, Right: true, Points: 1}},
		{"wrong", trivia.Speed, wrong, time.Second, trivia.Answer{Choice: wrong, Taken: time.Second}},
		{"right at the last instant", trivia.Speed, right, trivia.Limit, trivia.Answer{Choice: right, Taken: trivia.Limit, Right: true, Points: 500}},
		{"right too late", trivia.Speed, right, trivia.Limit + 1, trivia.Answer{Choice: trivia.Missed, Taken: trivia.Limit}},
		{"right too late, straight", trivia.Straight, right, trivia.Limit + 1, trivia.Answer{Choice: trivia.Missed, Taken: trivia.Limit}},
		{"time ran out", trivia.Speed, trivia.Missed, trivia.Limit, trivia.Answer{Choice: trivia.Missed, Taken: trivia.Limit}},
		{"no such place", trivia.Untimed, 3, time.Second, trivia.Answer{Choice: trivia.Missed, Taken: time.Second}},
		{"place far below", trivia.Straight, -7, time.Second, trivia.Answer{Choice: trivia.Missed, Taken: time.Second}},
		{"clock set back", trivia.Speed, right, -time.Second, trivia.Answer{Choice: right, Right: true, Points: 1000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := trivia.Round{Cards: cards(1), Scoring: c.scoring}.Answered(c.choice, c.taken)
			assert.Equal(t, []trivia.Answer{c.want}, r.Answers)
			assert.Equal(t, c.want.Points, r.Points())
		})
	}
}

func TestRound(t *testing.T) {
	const right, wrong = 1, 0
	r := trivia.Round{Cards: cards(6), Scoring: trivia.Straight}
	for i, c := range []struct{ choice, points, right, streak, longest int }{
		{right, 1000, 1, 1, 1},
		{right, 2000, 2, 2, 2},
		{wrong, 2000, 2, 0, 2},
		{right, 3000, 3, 1, 2},
		{trivia.Missed, 3000, 3, 0, 2},
		{right, 4000, 4, 1, 2},
	} {
		card, ok := r.Current()
		require.True(t, ok)
		require.Equal(t, i, card.Question)
		require.False(t, r.Done())
		r = r.Answered(c.choice, time.Second)
		assert.Equal(t, []int{c.points, c.right, c.streak, c.longest}, []int{r.Points(), r.Right(), r.Streak(), r.Longest()}, "after answer %d", i)
	}
	assert.True(t, r.Done())
	_, ok := r.Current()
	assert.False(t, ok)
	assert.Equal(t, r, r.Answered(right, 0), "a round that is done stays as it is")
	assert.True(t, trivia.Round{}.Done())
}

func TestRoundIsAValue(t *testing.T) {
	r := trivia.Round{Cards: cards(3)}
	r.Answers = make([]trivia.Answer, 0, 10) // room that two futures could fight over
	start := r.Answered(1, 0)
	one, other := start.Answered(1, 0), start.Answered(0, 0)
	assert.True(t, one.Answers[1].Right)
	assert.False(t, other.Answers[1].Right)
	assert.Len(t, start.Answers, 1)
	assert.Empty(t, r.Answers)
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
		"":                                 func(*trivia.Round) {},
		"scoring 3":                        func(r *trivia.Round) { r.Scoring = 3 },
		"cards[1]: question -1":            func(r *trivia.Round) { r.Cards[1].Question = -1 },
		"cards[1]: question 20":            func(r *trivia.Round) { r.Cards[1].Question = 20 },
		"comes twice":                      func(r *trivia.Round) { r.Cards[1] = r.Cards[0] },
		"cards[0]: order []":               func(r *trivia.Round) { r.Cards[0].Order = nil },
		"cards[0]: order [0 0]":            func(r *trivia.Round) { r.Cards[0].Order = []int{0, 0} },
		"cards[0]: order [0 1 2 3 4]":      func(r *trivia.Round) { r.Cards[0].Order = []int{0, 1, 2, 3, 4} },
		"cards[0]: order [-1 0]":           func(r *trivia.Round) { r.Cards[0].Order = []int{-1, 0} },
		"3 answers to 2 cards":             func(r *trivia.Round) { r.Cards = r.Cards[:2] },
		"answers[0]: {Choice:9":            func(r *trivia.Round) { r.Answers[0].Choice = 9 },
		"answers[1]: {Choice:-1 Taken:30s": func(r *trivia.Round) { r.Answers[1].Taken = 30 * time.Second },
		"answers[2]":                       func(r *trivia.Round) { r.Answers[2].Right = !r.Answers[2].Right },
	} {
		r := trivia.Round{Cards: trivia.Draw(p, 7, 5)}
		r = r.Answered(0, time.Second).Answered(trivia.Missed, trivia.Limit).Answered(1, 3*time.Second)
		spoil(&r)
		if err := r.Check(p); says == "" {
			assert.NoError(t, err)
		} else {
			assert.ErrorContains(t, err, says)
		}
	}
	assert.NoError(t, trivia.Round{}.Check(p), "an empty round")
}
