package gift_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack/bank"
	"houselights/game/pack/gift"
)

// TestLimits checks that what is made to be too much takes a short time, and that messages stay short.
func TestLimits(t *testing.T) {
	var tags, odd strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&tags, "// [tag:%d]\n", i)
		fmt.Fprintf(&odd, "~%%%d%%a", 1000+i)
	}
	for name, file := range map[string]string{
		"tags":                    tags.String() + "Q{T}",
		"weights":                 "Q{=a" + odd.String() + "}",
		"right ones after others": "Q{" + strings.Repeat("~a", 200_000) + strings.Repeat("~%1%b", 200_000) + "}",
		"accepted answers":        "Q{" + strings.Repeat("=a", 200_000) + "}",
		"pairs":                   "Q{" + strings.Repeat("=a->b", 200_000) + "}",
		"numbers":                 "Q{#" + strings.Repeat("=%10%1", 200_000) + "=1}",
		"marks of Markdown":       "[markdown]Q" + strings.Repeat("*a_ ", 200_000) + "{T}",
		"text":                    strings.Repeat("a ", 1_000_000) + "{T}",
	} {
		start := time.Now()
		b, err := gift.Read([]byte(file))
		require.NoError(t, err, name)
		assert.Less(t, time.Since(start), 5*time.Second, name)
		require.Len(t, b.Items, 1, name)
		for _, note := range append(append(b.Notes, b.Items[0].Changes...), b.Items[0].LeftOut) {
			assert.Less(t, len(note), 2000, name)
		}
	}
	_, err := gift.Read([]byte(strings.Repeat("}\n\n", bank.MaxItems+1)))
	assert.Equal(t, bank.ErrMany, err)
	b, err := gift.Read([]byte(strings.Repeat("}\n\n", bank.MaxItems)))
	require.NoError(t, err)
	assert.Len(t, b.Items, bank.MaxItems)
}
