package pack_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"houselights/game/pack"
)

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		whole, "\uFEFF" + whole[:len(whole)/2], `{}`, `[[[`, "\xff", `{"houselights":2}`, `{"houselights":1e400}`, `{"a":"\ud800"}`,
		withQuestion(`{"id":"a","ask":"?","right":"x","wrong":["X","y","Y"],"level":-1e9}`),
		withEvent(`{"title":"E","at":"0001-01-01T00:00:00Z","yearly":"02-29","since":2024.5}`),
		withField(`"titel":{"a":[null,true,-0.0]}`),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := pack.Read("x", data)
		if err != nil {
			assert.Nil(t, p)
			var problems pack.Problems
			require.ErrorAs(t, err, &problems)
			require.NotEmpty(t, problems)
			lines := bytes.Count(data, []byte("\n")) + 1
			for _, problem := range problems {
				assert.True(t, problem.Line >= 1 && problem.Line <= lines && problem.Column >= 1, problem)
				assert.NotEmpty(t, problem.What)
				assert.NotContains(t, problem.String(), "\n")
			}
			return
		}
		require.True(t, json.Valid(bytes.TrimPrefix(data, []byte("\uFEFF"))))
		require.NotEmpty(t, p.Questions)
		ids := map[string]bool{}
		for _, q := range p.Questions {
			assert.False(t, ids[q.ID], q.ID)
			ids[q.ID] = true
			assert.True(t, q.ID != "" && q.Ask != "" && norm.NFC.IsNormalString(q.Ask))
			assert.True(t, q.Level >= 1 && q.Level <= 5)
			checkAnswers(t, q)
		}
		for _, e := range p.Events {
			assert.True(t, e.ID != "" && e.Title != "")
			dates := 0
			for _, given := range []bool{!e.At.IsZero(), !e.Day.IsZero(), e.Yearly.Month != 0, len(e.Showings) > 0} {
				if given {
					dates++
				}
			}
			assert.Equal(t, 1, dates, "an event has one way of saying when it is")
		}
	})
}

// checkAnswers holds a question to what its kind has.
func checkAnswers(t *testing.T, q pack.Question) {
	between := func(n, low, high int) { assert.True(t, low <= n && n <= high, "%d answers to %+v", n, q) }
	switch q.Kind {
	case pack.OneOf:
		between(len(q.Right), 1, 1)
		between(len(q.Wrong), 1, 3)
	case pack.SeveralOf:
		between(len(q.Right), 1, 5)
		between(len(q.Wrong), 1, 5)
		between(len(q.Right)+len(q.Wrong), 2, 6)
	case pack.Ordering:
		between(len(q.Right), 3, 6)
	case pack.Matching:
		between(len(q.Pairs), 2, 8)
		between(len(q.Wrong), 0, 4)
	case pack.ShortAnswer:
		between(len(q.Right), 1, 20)
	case pack.Numerical:
		s := q.Scale
		assert.True(t, s.Decimals >= 0 && s.Decimals <= 3 && s.Step > 0 && s.Tolerance >= 0 && s.Min <= s.Right && s.Right <= s.Max, s)
		assert.Equal(t, s.Max, s.At(s.Steps()))
		between(s.Steps(), 1, 200)
		right := 0
		for step := range s.Steps() + 1 {
			if s.Accepts(s.At(step)) {
				right++
			}
		}
		between(right, 1, s.Steps())
	}
	assert.True(t, q.Kind == pack.Numerical || q.Scale == pack.Scale{})
	assert.True(t, q.Kind == pack.Matching || q.Pairs == nil)
	assert.True(t, q.Kind == pack.ShortAnswer || !q.ForgiveCase && !q.ForgiveAccents)
	texts := slices.Concat(q.Right, q.Wrong)
	for _, pair := range q.Pairs {
		texts = append(texts, pair[:]...)
	}
	for _, text := range texts {
		assert.True(t, text != "" && text == strings.TrimSpace(text) && norm.NFC.IsNormalString(text), text)
	}
}
