package bank_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/pack/bank"
	"houselights/game/pack/bank/banktest"
)

// TestTopics checks that what a file calls its topics becomes titles that a pack can have.
func TestTopics(t *testing.T) {
	for name, c := range map[string]struct {
		topic, title string
		noted        bool
	}{
		"as it is":                {"Science & Nature", "Science & Nature", false},
		"with space around it":    {" Science\n& Nature ", "Science & Nature", false},
		"with a hidden character": {"Sci\x03ence", "Science", false},
		"nothing to be seen":      {"\u200b", "", true},
		"too long":                {strings.Repeat("x", 201), "", true},
		"none":                    {"", "", false},
	} {
		b := &bank.Bank{Items: []bank.Item{{Line: 1, Topic: c.topic, Question: pack.Question{Kind: pack.TrueFalse, Ask: "Snow is cold.", True: true}}}}
		banktest.Check(t, b, 1)
		p, report := b.Pack("x", "X", "en")
		require.NotNil(t, p, name)
		assert.Equal(t, c.noted, len(report.Notes) > 0, name)
		if c.title == "" {
			assert.Empty(t, p.Topics, name)
		} else {
			assert.Equal(t, c.title, p.Topics[0].Title, name)
		}
	}
}
