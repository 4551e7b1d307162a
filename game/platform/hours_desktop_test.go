//go:build !js

package platform

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestHours12 holds the desktop to what browsers tell: web/tests/vectors.test.ts asks one for the same file.
func TestHours12(t *testing.T) {
	data, err := os.ReadFile("testdata/hours.json")
	require.NoError(t, err)
	var file struct{ Cases map[string]string }
	require.NoError(t, json.Unmarshal(data, &file))
	require.NotEmpty(t, file.Cases)
	for locale, want := range file.Cases {
		assert.Equal(t, want, hours12(locale), locale)
	}
	assert.Equal(t, "en es", hours12("es_MX@euro"))
	assert.Equal(t, "en", hours12("C"))
}
