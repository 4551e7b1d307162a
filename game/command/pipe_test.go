//go:build unix

package command

import (
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPipesAreNotOpened checks that a pack, or its translation, which is a pipe is refused at once: to open one waits for
// somebody to write.
func TestPipesAreNotOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my.json")
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	_, err := readFile(path, 1)
	assert.ErrorIs(t, err, errPipe)
	assert.Contains(t, find(path).load(nil).problems.Error(), "is a pipe, not a file")
}
