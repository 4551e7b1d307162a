// Package wasmtest makes small programs for the tests of what works on wasm files.
package wasmtest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"
)

// Build compiles a program for the browser as the game is, but for the linker's flags. files are those of its folder,
// by name: main.go and what it embeds. Its module is called houselights.
func Build(t *testing.T, flags string, files map[string][]byte) []byte {
	t.Helper()
	dir := t.TempDir()
	write := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
	}
	write("go.mod", []byte("module houselights\n\ngo 1.26\n"))
	for name, data := range files {
		write(name, data)
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags="+flags, "-o", "program.wasm", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	file, err := os.ReadFile(filepath.Join(dir, "program.wasm"))
	require.NoError(t, err)
	return file
}

// Compress returns what brotli makes of data, not at its best but fast.
func Compress(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, 5)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}
