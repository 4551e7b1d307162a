package banktest_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"houselights/game/pack"
	"houselights/game/pack/bank"
	"houselights/game/pack/bank/banktest"
)

func TestDump(t *testing.T) {
	b := &bank.Bank{Title: "Rivers", Licence: "CC0", Notes: []string{"guessed"}, Items: []bank.Item{
		{Line: 1, Where: "[0]", Topic: "Europe", Question: pack.Question{ID: "a", Ask: "Which is in France?", Right: []string{"Loire"}, Wrong: []string{"Elbe", " Po\n"}}},
		{Line: 4, LeftOut: "no right answer", Question: pack.Question{Ask: "Which is it?"}},
		{Line: 5, Question: pack.Question{Kind: pack.TrueFalse, Ask: "It is long.", True: true, Level: 5}, Changes: []string{"shortened"}},
		{Line: 6, Question: pack.Question{Kind: pack.Matching, Ask: "Where?", Pairs: [][2]string{{"Po", "Italy"}, {"Elbe", ""}}}},
		{Line: 7, Question: pack.Question{Kind: pack.Numerical, Ask: "How long?", Scale: pack.Scale{Right: 5, Max: 10, Step: 1, Unit: "km"}}},
		{Line: 8, Question: pack.Question{Kind: pack.ShortAnswer, Ask: "Which?", Right: []string{"Po"}, ForgiveCase: true, Why: "So."}},
	}}
	assert.Equal(t, `title: Rivers
licence: CC0
note: guessed

1 [0]: one of
  id: a
  ask: Which is in France?
  right: Loire
  wrong: Elbe
  wrong: " Po\n"
  topic: Europe

4: left out: no right answer
  ask: Which is it?

5: true or false
  ask: It is long.
  right: true
  level: 5
  change: shortened

6: matching
  ask: Where?
  pair: Po -> Italy
  pair: Elbe -> ""

7: numerical
  ask: How long?
  scale: {Right:5 Tolerance:0 Min:0 Max:10 Step:1 Decimals:0 Unit:km}

8: short answer
  ask: Which?
  right: Po
  forgive case: yes
  why: So.
`, banktest.Dump(b))
}
