//go:build !js

package command

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestVisible checks that nothing that a stranger has written commands the terminal.
func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"Tiếng Việt, 漢字, 👩‍🚀\n\tas it is": "Tiếng Việt, 漢字, 👩‍🚀\n\tas it is",
		"\x1b]0;mine\a":   `\u001b]0;mine\u0007`,
		"\r\x7f\u009b2J":  `\u000d\u007f\u009b2J`,
		"a\u202Eb\u2066c": `a\u202eb\u2066c`,
		"half a c\xc3":    `half a c\xc3`,
	} {
		var out bytes.Buffer
		n, err := visible{&out}.Write([]byte(text))
		require.NoError(t, err)
		assert.Equal(t, len(text), n)
		assert.Equal(t, want, out.String())
	}
}
