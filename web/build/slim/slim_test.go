package slim

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shaders returns the .kage files of the game.
func shaders(t *testing.T, root string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "assets", "shaders", "*.kage"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

// TestFlags makes the slim modules and packages and looks at what the program is made of with them.
func TestFlags(t *testing.T) {
	root, err := filepath.Abs("../../..")
	require.NoError(t, err)
	dir := t.TempDir()
	flags, err := Flags(root, dir, shaders(t, root))
	require.NoError(t, err)

	modfile, err := os.ReadFile(strings.TrimPrefix(flags[0], "-modfile="))
	require.NoError(t, err)
	assert.Len(t, regexp.MustCompile(`(?m)^replace \S+ => "\./`).FindAll(modfile, -1), len(modules), "else the game would say where it was built, and be another one elsewhere")

	list := exec.Command("go", append(append([]string{"list"}, flags...), "-deps", ".")...)
	list.Dir, list.Env = root, append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	out, err := list.CombinedOutput()
	require.NoError(t, err, string(out))
	packages := strings.Fields(string(out))
	require.Contains(t, packages, "github.com/hajimehoshi/ebiten/v2/internal/legacyshader")
	for _, heavy := range []string{"archive/zip", "compress/flate", "encoding/gob", "go/parser", "go/printer", "internal/bisect", "log/slog", "math/big", "net", "reflect", "regexp", "text/template",
		"github.com/hajimehoshi/ebiten/v2/internal/shader", "github.com/hajimehoshi/ebiten/v2/internal/png"} {
		assert.NotContains(t, packages, heavy)
	}

	table, err := os.ReadFile(filepath.Join(dir, "ebiten", "internal", "legacyshader", "table.go"))
	require.NoError(t, err)
	for _, name := range []string{"clear", "b00", "b22", "scenery.kage", "shapes.kage"} {
		assert.Regexp(t, `case 0x[0-9a-f]+: // `+regexp.QuoteMeta(name)+`\n`, string(table))
	}

	before, err := os.Stat(filepath.Join(dir, "key"))
	require.NoError(t, err)
	_, err = Flags(root, dir, shaders(t, root))
	require.NoError(t, err)
	after, err := os.Stat(filepath.Join(dir, "key"))
	require.NoError(t, err)
	assert.Equal(t, before.ModTime(), after.ModTime(), "what is up to date is not made again")
}

func TestFlagsNameTheFaultyShader(t *testing.T) {
	root, err := filepath.Abs("../../..")
	require.NoError(t, err)
	broken := filepath.Join(t.TempDir(), "broken.kage")
	require.NoError(t, os.WriteFile(broken, []byte("//kage:unit pixels\n\npackage main\n\nfunc Fragment() vec4 {\n\treturn vec3(0)\n}\n"), 0o644))
	_, err = Flags(root, t.TempDir(), []string{broken})
	require.ErrorContains(t, err, "broken.kage")
}

// Another version of a module is told with every file that is not as it was.
func TestVerify(t *testing.T) {
	dir := t.TempDir()
	upstream := map[string]source{}
	for _, m := range modules {
		upstream[m.path] = source{Path: m.path, Version: "v9.9.9", Dir: dir}
	}
	first := modules[0].cuts[0].file
	text := []byte("package p")
	require.NoError(t, os.WriteFile(filepath.Join(dir, first), text, 0o644))
	err := verify(upstream)
	require.ErrorContains(t, err, engine+"@v9.9.9: "+first+": another file than in v2.10.4: the sum is "+sumOf(text))
	require.ErrorContains(t, err, modules[1].cuts[0].file+": no such file or directory")
	require.ErrorContains(t, err, "SLIM=0")
}

func TestCut(t *testing.T) {
	const text = "package p\n\nfunc keep() {}\n\nfunc drop() {}\n\nfunc last() {}\n"
	for _, test := range []struct {
		name, want, fault string
		edits             []edit
	}{
		{name: "no Go any more", edits: []edit{{from: "func drop", to: "() {}"}}, fault: "no Go is left after the edits: p.go:5:1"},
		{name: "a piece", edits: []edit{{from: "func drop", to: "func last"}}, want: "package p\n\nfunc keep() {}\n\nfunc last() {}\n"},
		{name: "to the end", edits: []edit{{from: "\nfunc drop", to: ""}}, want: "package p\n\nfunc keep() {}\n"},
		{name: "something else in its place", edits: []edit{{from: "drop() {}", to: "\n", with: "dropped() {}"}}, want: strings.Replace(text, "drop()", "dropped()", 1)},
		{name: "a line", edits: []edit{line("func drop() {}")}, want: "package p\n\nfunc keep() {}\n\n\nfunc last() {}\n"},
		{name: "not there", edits: []edit{{from: "func none"}}, fault: `"func none" is there 0 times`},
		{name: "there twice", edits: []edit{{from: "() {}"}}, fault: `"() {}" is there 3 times`},
		{name: "no end", edits: []edit{{from: "func last", to: "func keep"}}, fault: `"func keep" is not there after "func last"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "p.go")
			require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
			err := cut{file: "p.go", edits: test.edits}.apply(dir)
			got, readErr := os.ReadFile(file)
			require.NoError(t, readErr)
			if test.fault != "" {
				require.ErrorContains(t, err, test.fault)
				assert.Equal(t, text, string(got), "the file is as it was")
				return
			}
			require.NoError(t, err)
			assert.Equal(t, test.want, string(got))
		})
	}
}

// Every cut says what it leaves out and why that is safe: in its file, or else in the list.
func TestCutsSayWhy(t *testing.T) {
	var listed []string
	for _, m := range modules {
		var files []string
		for _, c := range m.cuts {
			files = append(files, c.file)
			replacement, err := sources.ReadFile("_engine/" + c.file)
			if replaced := err == nil; replaced {
				assert.Empty(t, c.edits, c.file)
				assert.Contains(t, string(replacement), "// Left out: ", c.file)
				assert.Contains(t, string(replacement), "Safe, because", c.file)
				continue
			}
			assert.NotEmpty(t, c.why, c.file)
		}
		assert.True(t, slices.IsSorted(files), "in the order of their names")
		listed = append(listed, files...)
	}
	// The table of shaders has its key from there.
	listed = append(listed, "internal/legacyshader/hash.go")
	require.NoError(t, fs.WalkDir(sources, "_engine", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			assert.Contains(t, listed, strings.TrimPrefix(name, "_engine/"), "it goes nowhere")
		}
		return err
	}))
}
