package strip

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/web/build/gowasm"
	"houselights/web/build/wasmtest"
)

// run plays a program in Node and returns what it prints, as it is and on its way out.
func run(t *testing.T, wasm []byte) (stdout, stderr string) {
	t.Helper()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "program.wasm")
	require.NoError(t, os.WriteFile(file, wasm, 0o644))
	cmd := exec.Command("node", filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js"), file)
	var out, fault bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &fault
	err = cmd.Run()
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit, "it ends in a panic; Node is needed to see that")
	require.Equal(t, 2, exit.ExitCode(), fault.String())
	return out.String(), fault.String()
}

// The program does all for which the runtime walks a stack.
func TestAStrippedProgramDoesTheSame(t *testing.T) {
	source, err := os.ReadFile("testdata/walks.go")
	require.NoError(t, err)
	file := wasmtest.Build(t, "-s -w", map[string][]byte{"main.go": source})
	stripped, err := Strip(file)
	require.NoError(t, err)
	want, wantTrace := run(t, file)
	got, trace := run(t, stripped)
	assert.Contains(t, want, "done")
	assert.Equal(t, want, got)

	assert.Contains(t, wantTrace, "main.go:")
	for _, name := range []string{"panic: the end", "main.fall", "main.main"} {
		assert.Contains(t, wantTrace, name)
		assert.Contains(t, trace, name, "a trace keeps its names")
	}
	assert.NotContains(t, trace, "main.go:")
	assert.Less(t, len(wasmtest.Compress(t, stripped)), len(wasmtest.Compress(t, file))*9/10)
}

// What moves nothing leaves the memory as long, and the code as it is.
func TestOnlyTheTablesChange(t *testing.T) {
	source, err := os.ReadFile("testdata/walks.go")
	require.NoError(t, err)
	file := wasmtest.Build(t, "-s -w", map[string][]byte{"main.go": source})
	stripped, err := Strip(file)
	require.NoError(t, err)
	before, err := gowasm.Parse(file)
	require.NoError(t, err)
	after, err := gowasm.Parse(stripped)
	require.NoError(t, err)
	l, err := gowasm.FindLayout(after.Memory)
	require.NoError(t, err, "it can be measured")
	assert.Equal(t, file[:before.Data.Start], stripped[:after.Data.Start])
	assert.Equal(t, file[before.Data.End:], stripped[after.Data.End:])
	assert.True(t, bytes.Equal(before.Memory[:l.Files.Start], after.Memory[:l.Files.Start]))
	assert.True(t, bytes.Equal(before.Memory[l.Finder.End:], after.Memory[l.Finder.End:]))
	assert.Less(t, len(after.Segments), len(before.Segments)/10)
	again, err := Strip(stripped)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(stripped, again), "there is nothing more to take out")
}

func TestStripSaysWhatItDoesNotKnow(t *testing.T) {
	_, err := Strip([]byte("<html>"))
	require.ErrorContains(t, err, "does not begin as")
	file := wasmtest.Build(t, "-s -w", map[string][]byte{"main.go": []byte("package main\nfunc main() {}\n")})
	_, err = Strip(bytes.ReplaceAll(file, []byte("go1.26"), []byte("go1.99")))
	require.ErrorContains(t, err, `by "go1.99", and only the tables of go1.26 are known`)
	require.ErrorIs(t, err, ErrRelease)
}

func TestBrokenRecords(t *testing.T) {
	list := []byte{0, 0, 0, 0, 8, 0, 0, 0}
	whole := append(list, make([]byte, recordEnd)...)
	_, err := recordOf(whole, 0)
	require.NoError(t, err)
	for _, test := range []struct {
		name    string
		records []byte
	}{
		{"no list", nil},
		{"no record", list},
		{"cut off", whole[:len(whole)-1]},
		{"more data than there are", append(list, bytes.Repeat([]byte{1}, recordEnd)...)},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := recordOf(test.records, 0)
			require.ErrorContains(t, err, "function 0")
		})
	}
	for _, run := range [][]byte{{}, {0, 1}, {0, 1, 0x80}, {0, 1, 2, 0x80}} {
		_, _, err := newTable(run).run(0)
		require.ErrorContains(t, err, "do not end", run)
	}
	require.ErrorContains(t, newTable(make([]byte, 8)).free(4, 5), "beyond their table")
}

func TestRun(t *testing.T) {
	// −1 + 1 over 3 addresses, + 4 over 2, − 5 over 1, the end; then another run.
	length, greatest, err := newTable([]byte{9, 2, 3, 8, 2, 9, 1, 0, 2, 2}).run(1)
	require.NoError(t, err)
	assert.Equal(t, 7, length)
	assert.Equal(t, 4, greatest)
}
