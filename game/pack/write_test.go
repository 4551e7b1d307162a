package pack_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
)

// TestWrite checks that every good pack, and the built-in one, is read from what is written of it as it was, and that a
// pack is written in one way.
func TestWrite(t *testing.T) {
	all := files(t, "good")
	builtIn, err := os.ReadFile(filepath.Join("..", "..", "assets", "packs", "purple-hearts.json"))
	require.NoError(t, err)
	all["purple-hearts"] = builtIn
	check := packSchema(t)
	for name, data := range all {
		p, err := pack.Read(name, data)
		require.NoError(t, err, name)
		written := p.Write()
		again, err := pack.Read(name, written)
		require.NoError(t, err, "%s\n%s", name, written)
		assert.Equal(t, p, again, name)
		assert.Equal(t, string(written), string(again.Write()), name)
		assert.NoError(t, check(written), "%s: the schema", name)
		for i := range p.Questions {
			size, err := p.Questions[i].Check()
			assert.NoError(t, err)
			assert.Less(t, size, len(written)+100)
		}
	}
}

// TestWriteToRead checks how a pack is laid out.
func TestWriteToRead(t *testing.T) {
	p, err := pack.Read("x", []byte(`{"houselights":1,"title":"Q & A <1>","topics":[{"id":"t","title":"T"}],"questions":[
		{"id":"a","level":1,"topic":"t","ask":"Who?","right":"I","wrong":["You","They"],"why":"So.","source":{"title":"S","date":"2022"},"spoiler":true},
		{"ask":"How much?","number":-0.5,"tolerance":0.25,"min":-1,"max":1,"step":0.25}]}`))
	require.NoError(t, err)
	assert.Equal(t, `{
  "houselights": 1,
  "title": "Q & A <1>",
  "lang": "en",
  "topics": [
    {"id": "t", "title": "T"}
  ],
  "questions": [
    {
      "id": "a", "topic": "t", "level": 1,
      "ask": "Who?",
      "right": "I",
      "wrong": ["You", "They"],
      "why": "So.",
      "source": {"title": "S", "date": "2022"},
      "spoiler": true
    },
    {
      "id": "q2",
      "ask": "How much?",
      "number": -0.50, "tolerance": 0.25, "min": -1.00, "max": 1.00, "step": 0.25
    }
  ]
}
`, string(p.Write()))
}

// TestCheckQuestion checks that a question is held to what a file is.
func TestCheckQuestion(t *testing.T) {
	for name, c := range map[string]struct {
		q    pack.Question
		want string
	}{
		"good":              {pack.Question{Ask: "Who?", Right: []string{"I"}, Wrong: []string{"You"}, Topic: "any", Level: 3}, ""},
		"no wrong answers":  {pack.Question{Ask: "Who?", Right: []string{"I"}, Level: 3}, "no wrong answers"},
		"equal answers":     {pack.Question{Ask: "Who?", Right: []string{"I"}, Wrong: []string{"i"}, Level: 3}, "also among the wrong ones"},
		"no question":       {pack.Question{Kind: pack.TrueFalse, Level: 3}, "no question"},
		"nothing to choose": {pack.Question{Ask: "Which?", Kind: pack.SeveralOf, Level: 3}, "no right answer"},
		"no level":          {pack.Question{Ask: "So.", Kind: pack.TrueFalse}, `"level" is 0`},
	} {
		_, err := c.q.Check()
		if c.want == "" {
			assert.NoError(t, err, name)
		} else {
			assert.ErrorContains(t, err, c.want, name)
		}
	}
}
