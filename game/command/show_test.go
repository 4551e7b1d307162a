//go:build !js

package command_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/command"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestShow holds the sheet of a pack with every kind of question, in its own language and in translation, to a golden file.
func TestShow(t *testing.T) {
	for golden, args := range map[string][]string{"sheet.txt": nil, "sheet.vi.txt": {"--lang", "vi"}} {
		t.Run(golden, func(t *testing.T) {
			var out, err bytes.Buffer
			args := append([]string{"pack", "show", filepath.Join("testdata", "kinds.json")}, args...)
			require.Equal(t, 0, command.Run(args, &out, &err), err.String())
			golden := filepath.Join("testdata", golden)
			if *update {
				require.NoError(t, os.WriteFile(golden, out.Bytes(), 0o644))
			}
			want, failure := os.ReadFile(golden)
			require.NoError(t, failure)
			assert.Equal(t, string(want), out.String())
			for line := range strings.Lines(out.String()) {
				assert.LessOrEqual(t, utf8.RuneCountInString(line), 101, line)
			}
		})
	}
}

// TestShowWhatIsNotThere checks that a language that cannot be shown says why.
func TestShowWhatIsNotThere(t *testing.T) {
	files := map[string]string{"my.json": packOf(`"translations": ["vi", "es"], `, simple), "my.vi.json": "{"}
	code, out, err := run(t, files, "pack", "show", "my.json", "--lang", "es")
	assert.Equal(t, 1, code)
	assert.Empty(t, out)
	assert.Contains(t, err, "pack my.es.json: no such file")
	code, _, err = run(t, files, "pack", "show", "my.json", "--lang", "vi")
	assert.Equal(t, 1, code)
	assert.Contains(t, err, "pack my.vi.json:1:")
	code, out, _ = run(t, files, "pack", "show", "my.json", "--lang", "en")
	assert.Equal(t, 0, code)
	assert.Contains(t, out, "  vi: cannot be used, see pack check\n  es: there is no file\n")
}
