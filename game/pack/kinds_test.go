package pack_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
)

// TestReadKinds checks what is read of a question of each kind.
func TestReadKinds(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want pack.Question
	}{
		"one of":        {`"right":" A ","wrong":["B","C"]`, pack.Question{Kind: pack.OneOf, Right: []string{"A"}, Wrong: []string{"B", "C"}}},
		"true":          {`"right":true`, pack.Question{Kind: pack.TrueFalse, True: true}},
		"real":          {`"real":true`, pack.Question{Kind: pack.TrueFalse, Rumour: true, True: true}},
		"rumour":        {`"real":false`, pack.Question{Kind: pack.TrueFalse, Rumour: true}},
		"several of":    {`"right":["A","B"],"wrong":["C"]`, pack.Question{Kind: pack.SeveralOf, Right: []string{"A", "B"}, Wrong: []string{"C"}}},
		"ordering":      {`"order":["A","B","C"]`, pack.Question{Kind: pack.Ordering, Right: []string{"A", "B", "C"}}},
		"matching":      {`"pairs":[["A","1"],["B","2"]],"wrong":["3"]`, pack.Question{Kind: pack.Matching, Pairs: [][2]string{{"A", "1"}, {"B", "2"}}, Wrong: []string{"3"}}},
		"short answer":  {`"accept":["A","B"],"forgive":["accents"]`, pack.Question{Kind: pack.ShortAnswer, Right: []string{"A", "B"}, ForgiveAccents: true}},
		"case forgiven": {`"accept":["A"],"forgive":["case"]`, pack.Question{Kind: pack.ShortAnswer, Right: []string{"A"}, ForgiveCase: true}},
		"number": {`"number":15000,"tolerance":500,"min":0,"max":50000,"step":500,"unit":" dollars "`,
			pack.Question{Kind: pack.Numerical, Scale: pack.Scale{Right: 15000, Tolerance: 500, Max: 50000, Step: 500, Unit: "dollars"}}},
		"number, standards": {`"number":1.0e1,"min":-1E1,"max":10`, pack.Question{Kind: pack.Numerical, Scale: pack.Scale{Right: 10, Min: -10, Max: 10, Step: 1}}},
		"number, decimals": {`"number":7.15,"tolerance":0.35,"min":-0.5,"max":9.5`,
			pack.Question{Kind: pack.Numerical, Scale: pack.Scale{Right: 715, Tolerance: 35, Min: -50, Max: 950, Step: 100, Decimals: 2}}},
		"number, thousandths": {`"number":1000000000000,"min":999999999999.9,"max":1e12,"step":1e-3`,
			pack.Question{Kind: pack.Numerical, Scale: pack.Scale{Right: 1e15, Min: 1e15 - 100, Max: 1e15, Step: 1, Decimals: 3}}},
		"the rest": {`"right":true,"hint":"H","seconds":20,"image":"https://example.org/a.jpg","alt":"A chair","status":"reported"`,
			pack.Question{Kind: pack.TrueFalse, True: true, Hint: "H", Seconds: 20, Image: "https://example.org/a.jpg", Alt: "A chair", Status: pack.Reported}},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := pack.Read("x", []byte(withQuestion(`{"ask":"?",`+c.text+`}`)))
			require.NoError(t, err)
			c.want.ID, c.want.Ask, c.want.Level = "q2", "?", 3
			assert.Equal(t, c.want, p.Questions[1])
		})
	}
}

func TestPlayable(t *testing.T) {
	data, err := os.ReadFile("testdata/good/every-field.json")
	require.NoError(t, err)
	p, err := pack.Read("x", data)
	require.NoError(t, err)
	assert.Equal(t, []int{7, 9}, []int{p.Playable(), len(p.Questions)})
	assert.Equal(t, []string{"vi", "es", "pt-BR"}, p.Translations)
	assert.Equal(t, []pack.Topic{{ID: "crew", Title: "The crew"}, {ID: "story", Title: "The story"}}, p.Topics)
	assert.Equal(t, "x.pt-BR.json", p.TranslationFile("pt-BR"))
}

func TestScale(t *testing.T) {
	s := pack.Scale{Right: 25, Tolerance: 5, Min: -10, Max: 40, Step: 10, Decimals: 1}
	assert.Equal(t, []int{5, -10, 0, 40}, []int{s.Steps(), s.At(0), s.At(1), s.At(s.Steps())})
	assert.Equal(t, []bool{false, true, true, false}, []bool{s.Accepts(19), s.Accepts(20), s.Accepts(30), s.Accepts(31)})
	assert.Zero(t, pack.Scale{}.Steps())
}
