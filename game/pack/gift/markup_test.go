package gift_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack/gift"
)

// TestMarkup checks that what a question says is not taken for HTML, and that HTML does not change what it says.
func TestMarkup(t *testing.T) {
	for markup, want := range map[string]string{
		"How much is 10<sup>3?":                            "How much is 10<sup>3?",
		"How much is 10<sup>3</sup> times x<sup>2":         "How much is 10³ times x²",
		"2<sup>3<sup>2</sup></sup>":                        "2^(3^2)",
		"What does <script> do?":                           "What does <script> do?",
		"<b>Bold</b> text <script>alert(1)</script>":       "Bold text",
		"Which is better, <b> or <strong>?":                "Which is better, <b> or <strong>?",
		"What does </i> do?":                               "What does </i> do?",
		"What does <img> do?":                              "What does <img> do?",
		"Is a<b and c>d?":                                  "Is a<b and c>d?",
		"if (i<s && j>0)":                                  "if (i<s && j>0)",
		"One<br>Two<p>Three<li>Four":                       "One Two Three • Four",
		"How much is 5<sup>1/2</sup>?":                     "How much is 5^(1/2)?",
		"2<sup>n+1</sup>, 2<sup>-10</sup>, 2<sup>10</sup>": "2^(n+1), 2^-10, 2^10",
		"Is 10<sub>2</sub> two?":                           "Is 10_2 two?",
		"log<sub>2</sub>8 and log<sub>10</sub> 100":        "log_2 8 and log_10 100",
		"C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>":         "C6H12O6",
	} {
		b, err := gift.Read([]byte(markup + "{T}"))
		require.NoError(t, err)
		require.Len(t, b.Items, 1, markup)
		assert.Empty(t, b.Items[0].LeftOut, markup)
		assert.Equal(t, want, b.Items[0].Question.Ask, markup)
	}
	b, err := gift.Read([]byte(`[html]<p>Which one?</p>{=[html]<br> ~<hr> #### <p><br></p>}`))
	require.NoError(t, err)
	assert.Equal(t, []string{"<br>"}, b.Items[0].Question.Right)
	assert.Empty(t, b.Items[0].Question.Why, "an editor writes such")
	b, err = gift.Read([]byte(`What is this? <img src\="x.png">{T}`))
	require.NoError(t, err)
	assert.Contains(t, b.Items[0].LeftOut, "a picture")
	b, err = gift.Read([]byte(`Snow is <del>not</del> cold.{T}`))
	require.NoError(t, err)
	assert.Contains(t, b.Items[0].LeftOut, "struck out")
}
