package author_test

import (
	"bytes"
	"compress/gzip"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/scenes/author"
)

// TestPack checks that a written pack is sound, fits the screens, and costs about what the built-in pack does: 450
// characters a question, some 140 bytes after compression.
func TestPack(t *testing.T) {
	for _, lang := range []string{"en", "es", "vi"} {
		const questions = 1000
		data, err := author.Pack(lang, questions)
		require.NoError(t, err)
		again, err := author.Pack(lang, questions)
		require.NoError(t, err)
		assert.Equal(t, data, again, "the same each time")

		p, err := pack.Read("large", data)
		require.NoError(t, err)
		require.Len(t, p.Questions, questions)
		kinds := map[pack.Kind]int{}
		for _, q := range p.Questions {
			kinds[q.Kind]++
			assert.LessOrEqual(t, utf8.RuneCountInString(q.Ask), 120, "%s", q.Ask)
			for _, answer := range append(q.Wrong, q.Right...) {
				assert.LessOrEqual(t, utf8.RuneCountInString(answer), 75, "%s", answer)
			}
		}
		assert.Greater(t, kinds[pack.TrueFalse], questions/10)

		var packed bytes.Buffer
		z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
		require.NoError(t, err)
		_, err = z.Write(data)
		require.NoError(t, err)
		require.NoError(t, z.Close())
		characters := utf8.RuneCount(data) // Vietnamese takes up to three bytes for one
		assert.InDelta(t, 450, characters/questions, 50, "%s: characters a question", lang)
		assert.InDelta(t, 140, packed.Len()/questions, 20, "%s: bytes a question, compressed", lang)
	}
	_, err := author.Pack("tlh", 1)
	assert.ErrorContains(t, err, "en, es or vi")
}
