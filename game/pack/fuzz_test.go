package pack_test

import (
	"bytes"
	"encoding/json"
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
			if q.Kind == pack.OneOf {
				assert.True(t, q.Right != "" && len(q.Wrong) >= 1 && len(q.Wrong) <= 3)
			} else {
				assert.True(t, q.Right == "" && q.Wrong == nil)
			}
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
