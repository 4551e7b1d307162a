package pack_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
)

// numbered are so many texts.
func numbered(n int) (all []string) {
	for i := range n {
		all = append(all, fmt.Sprintf("Text %d", i+1))
	}
	return all
}

// TestFit checks what is changed in a question so that a pack can hold it, and which question cannot be helped.
func TestFit(t *testing.T) {
	one := func(wrong ...string) pack.Question {
		return pack.Question{Ask: "Who?", Right: []string{"I"}, Wrong: wrong}
	}
	several := func(right, wrong []string) pack.Question {
		return pack.Question{Kind: pack.SeveralOf, Ask: "Which?", Right: right, Wrong: wrong}
	}
	with := func(q pack.Question, change func(*pack.Question)) pack.Question {
		change(&q)
		return q
	}
	pairs := func(n int) (all [][2]string) {
		for i := range n {
			all = append(all, [2]string{fmt.Sprint("l", i), fmt.Sprint("r", i)})
		}
		return all
	}
	for name, c := range map[string]struct {
		q       pack.Question
		right   []string // afterwards
		wrong   []string
		changes []string
		err     string
	}{
		"fits":              {one("You", "They"), []string{"I"}, []string{"You", "They"}, nil, ""},
		"spaces":            {pack.Question{Ask: " Who\n is it? ", Right: []string{" I "}, Wrong: []string{"You  two"}}, []string{"I"}, []string{"You two"}, nil, ""},
		"hidden characters": {one("Y\u202eou", "\x07They"), []string{"I"}, []string{"You", "They"}, []string{"a hidden character, U+202E, is taken out", "a hidden character, U+0007, is taken out"}, ""},
		"not UTF-8":         {one("Y\xffou"), []string{"I"}, []string{"Y\uFFFDou"}, nil, ""},
		"too many wrong":    {one("a", "b", "c", "d"), []string{"I"}, []string{"a", "b", "c"}, []string{`the last of its 4 wrong answers is dropped: "d"`}, ""},
		"wrong twice":       {one("a", "A", "b", "c"), []string{"I"}, []string{"a", "b", "c"}, []string{`the answer "A" is dropped, since no more than capitals tell it from another`}, ""},
		"empty":             {one("a", "", "\u200b"), []string{"I"}, []string{"a"}, []string{"an empty answer is dropped"}, ""},
		"right and wrong":   {one("a", "i"), nil, nil, nil, `no more than capitals tell the right answer "I" from the wrong one "i": change one of them`},
		"nothing wrong":     {one(), nil, nil, nil, "no wrong answers"},
		"no question":       {with(one("a"), func(q *pack.Question) { q.Ask = "\u200b" }), nil, nil, nil, "no question"},
		"question too long": {with(one("a"), func(q *pack.Question) { q.Ask = strings.Repeat("x", 501) }), nil, nil, nil, `"ask" has 501 characters: keep 500 at most`},
		"long reason":       {with(one("a"), func(q *pack.Question) { q.Why, q.Hint = strings.Repeat("x", 1001), "no" }), []string{"I"}, []string{"a"}, []string{"the reason is dropped: it has 1001 characters, and 1000 are the most"}, ""},
		"letters":           {pack.Question{Ask: "Who?", Right: []string{"b) I"}, Wrong: []string{"a) You", "c) They"}}, []string{"I"}, []string{"You", "They"}, []string{"the letters before its answers are dropped"}, ""},
		"letters in brackets": {pack.Question{Ask: "Who?", Right: []string{"(A)  I"}, Wrong: []string{"(B) You"}}, []string{"I"}, []string{"You"},
			[]string{"the letters before its answers are dropped"}, ""},
		"a letter left out":       {pack.Question{Ask: "Who?", Right: []string{"A. Christie"}, Wrong: []string{"C. Dickens"}}, []string{"A. Christie"}, []string{"C. Dickens"}, nil, ""},
		"a letter twice":          {pack.Question{Ask: "Who?", Right: []string{"A. Christie"}, Wrong: []string{"A. Doyle"}}, []string{"A. Christie"}, []string{"A. Doyle"}, nil, ""},
		"a letter alone":          {pack.Question{Ask: "Who?", Right: []string{"A) "}, Wrong: []string{"B) "}}, []string{"A)"}, []string{"B)"}, nil, ""},
		"several":                 {several(numbered(2), []string{"a"}), numbered(2), []string{"a"}, nil, ""},
		"several, many wrong":     {several(numbered(2), []string{"a", "b", "c", "d", "e"}), numbered(2), []string{"a", "b", "c", "d"}, []string{`the last of its 5 wrong answers is dropped: "e"`}, ""},
		"several, all but one":    {several(numbered(5), []string{"a", "b"}), numbered(5), []string{"a"}, []string{`the last of its 2 wrong answers is dropped: "b"`}, ""},
		"several, too many right": {several(numbered(6), []string{"a", "b"}), nil, nil, nil, `"right" has 6 entries: write 1 to 5`},
		"several twice":           {several([]string{"a", "a", "b"}, []string{"c"}), []string{"a", "b"}, []string{"c"}, []string{`the answer "a", there twice, is kept once`}, ""},
		"several, nothing wrong":  {several(numbered(2), nil), nil, nil, nil, "no wrong answers"},
		"typed":                   {pack.Question{Kind: pack.ShortAnswer, Ask: "Who?", Right: numbered(25)}, numbered(20), nil, []string{`the last 5 of its 25 accepted answers are dropped: "Text 21", "Text 22", "Text 23" …`}, ""},
		"pairs":                   {pack.Question{Kind: pack.Matching, Ask: "Who?", Pairs: pairs(9), Wrong: numbered(5)}, nil, numbered(4), []string{`the last of its 9 pairs is dropped: "l8"`, `the last of its 5 wrong answers is dropped: "Text 5"`}, ""},
		"pairs with one half":     {pack.Question{Kind: pack.Matching, Ask: "Who?", Pairs: [][2]string{{"a", "b"}, {"c", " "}}}, nil, nil, nil, "has an empty side"},
		"no slider":               {pack.Question{Kind: pack.Numerical, Ask: "How many?"}, nil, nil, nil, `"step" is 0`},
	} {
		t.Run(name, func(t *testing.T) {
			q := c.q
			changes, err := q.Fit()
			if c.err != "" {
				require.ErrorContains(t, err, c.err)
				assert.NotContains(t, err.Error(), "questions[0]", "its place in a pack of its own says nothing")
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.changes, changes)
			assert.Equal(t, c.right, q.Right)
			assert.Equal(t, c.wrong, q.Wrong)
			assert.Equal(t, 3, q.Level)
			again, err := q.Fit()
			assert.NoError(t, err)
			assert.Empty(t, again, "it fits")
		})
	}
}

// TestFitNotes checks that a hint that is too long is dropped, and that bytes which are no UTF-8 become signs for such.
func TestFitNotes(t *testing.T) {
	q := pack.Question{Kind: pack.TrueFalse, Ask: "Snow\xff?", Hint: strings.Repeat("x", 1001), Why: strings.Repeat("x", 1000)}
	changes, err := q.Fit()
	require.NoError(t, err)
	assert.Equal(t, []string{"the hint is dropped: it has 1001 characters, and 1000 are the most"}, changes)
	assert.Empty(t, q.Hint)
	assert.Len(t, q.Why, 1000)
	assert.Equal(t, "Snow\uFFFD?", q.Ask)
}
