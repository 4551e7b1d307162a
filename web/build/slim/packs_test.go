package slim

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestCompactPacks checks that the page has of each pack all that its file says, but for what a translation was made from.
func TestCompactPacks(t *testing.T) {
	root, err := filepath.Abs("../../..")
	require.NoError(t, err)
	replaced, err := compactPacks(root, t.TempDir())
	require.NoError(t, err)
	require.Contains(t, replaced, filepath.Join(root, "assets", "packs", "purple-hearts.vi.json"))
	for name, small := range replaced {
		read := func(name string) (all map[string]any, size int) {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal(data, &all))
			return all, len(data)
		}
		whole, size := read(name)
		page, less := read(small)
		for _, q := range whole["questions"].([]any) {
			delete(q.(map[string]any), "from")
		}
		assert.Equal(t, whole, page)
		assert.Less(t, float64(less), 0.9*float64(size), name)
	}
	for text, want := range map[string]string{
		`{ "n": 1.50, "t": "a < b & “c”" }`:          `{"n":1.50,"t":"a < b & “c”"}`,
		`{"questions": [{"ask": "?", "from": "!"}]}`: `{"questions":[{"ask":"?"}]}`,
		`{"questions": "?"}`:                         `{"questions":"?"}`,
	} {
		data, err := compactPack([]byte(text), true)
		require.NoError(t, err)
		assert.Equal(t, want+"\n", string(data))
	}
	_, err = compactPack([]byte(`{`), true)
	assert.Error(t, err)
}
