// Package game_test holds the arrows of the design: which package may know which.
package game_test

import (
	"encoding/json"
	"errors"
	"io"
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

// arrows are the packages of the game that each may import. What is not named here is free.
var arrows = map[string][]string{
	"iso8601":      nil,
	"json":         {"iso8601"},
	"nfc":          nil,
	"pack":         {"iso8601", "json", "nfc"},
	"pack/bank":    {"pack", "nfc"},
	"pack/aiken":   {"pack", "pack/bank"},
	"pack/gift":    {"pack", "pack/bank"},
	"pack/kahoot":  {"pack", "pack/bank"},
	"pack/opentdb": {"pack", "pack/bank"},
	"typeset":      {"nfc"},
	"words":        {"json"},
	"trivia":       {"pack"},
	"countdown":    {"pack"},
	"ical":         nil,
	"sound":        nil,
	"ui":           {"typeset"},
	"app":          {"trivia", "countdown", "pack", "iso8601", "json", "sound"},
	"view":         {"app", "ical", "iso8601", "ui", "words", "pack", "trivia", "countdown", "typeset"},
	"motion":       {"ui"},
	"draw":         {"ui", "typeset", "motion"},
}

// pure are the packages that know no engine, no page, no clock and no chance. Package nfc is not among them, since on the
// web it asks the browser, but what it answers is the same everywhere.
var pure = []string{"iso8601", "json", "pack", "pack/bank", "pack/aiken", "pack/gift", "pack/kahoot", "pack/opentdb", "trivia", "countdown", "ical", "ui", "app", "view", "typeset", "words", "motion", "sound"}

type listed struct {
	ImportPath string
	Imports    []string
	Deps       []string
}

func list(t *testing.T, goos, goarch string) map[string]listed {
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "houselights/...")
	cmd.Env = append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0")
	out, err := cmd.Output()
	require.NoError(t, err)
	found := map[string]listed{}
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var p listed
		err := decoder.Decode(&p)
		if errors.Is(err, io.EOF) {
			return found
		}
		require.NoError(t, err)
		found[strings.TrimPrefix(p.ImportPath, "houselights/game/")] = p
	}
}

func TestArrows(t *testing.T) {
	for _, target := range [][2]string{{"linux", "amd64"}, {"js", "wasm"}} {
		packages := list(t, target[0], target[1])
		for name, allowed := range arrows {
			p, ok := packages[name]
			require.True(t, ok, name)
			for _, path := range p.Imports {
				if to, ours := strings.CutPrefix(path, "houselights/game/"); ours {
					assert.Contains(t, allowed, to, "%s imports %s", name, to)
				}
				assert.NotEqual(t, "houselights/assets", path, name)
			}
		}
	}
}

// TestLightImports checks that nothing of ours in the wasm imports a package that weighs more there than it is worth. The
// engine imports some of them itself, where leaving them out is another matter.
func TestLightImports(t *testing.T) {
	heavy := regexp.MustCompile(`^(encoding/json|encoding/gob|regexp|text/template|html/template|net|net/.*|log/slog|go/.*|reflect|golang.org/x/text/unicode/norm)$`)
	packages := list(t, "js", "wasm")
	program, ok := packages["houselights"]
	require.True(t, ok)
	for _, dep := range append(program.Deps, program.ImportPath) {
		p := packages[strings.TrimPrefix(dep, "houselights/game/")] // none for a package that is not ours
		for _, path := range p.Imports {
			assert.False(t, heavy.MatchString(path), "%s imports %s", dep, path)
		}
	}
}

func TestPurePackagesKnowNoWorld(t *testing.T) {
	forbidden := regexp.MustCompile(`^(os|os/.*|net|net/.*|math/rand.*|crypto/.*|syscall.*|time/tzdata)$`)
	clock := regexp.MustCompile(`\btime\.(Now|Since|Until|LoadLocation|Local|After|NewTimer|NewTicker|Sleep)\b`)
	packages := list(t, "linux", "amd64")
	onTheWeb := list(t, "js", "wasm")
	for _, name := range pure {
		for _, dep := range packages[name].Deps {
			assert.NotContains(t, dep, "ebiten", name)
			assert.NotEqual(t, "syscall/js", dep, name)
		}
		for _, path := range slices.Concat(packages[name].Imports, onTheWeb[name].Imports) {
			assert.False(t, forbidden.MatchString(path), "%s imports %s", name, path)
		}
		sources, err := filepath.Glob(filepath.Join(name, "*.go"))
		require.NoError(t, err)
		for _, path := range sources {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			assert.False(t, clock.Match(text), "%s reads a clock or a zone: %s", path, clock.Find(text))
		}
	}
}

// TestOnlyDrawDraws checks that no other package of the game makes or paints pictures with the engine.
func TestOnlyDrawDraws(t *testing.T) {
	draws := regexp.MustCompile(`\.(DrawImage|DrawTriangles\w*|DrawRectShader)\(|ebiten\.New(Image|Shader)`)
	sources, err := filepath.Glob("*/*.go")
	require.NoError(t, err)
	for _, path := range sources {
		if strings.HasPrefix(path, "draw/") || strings.HasSuffix(path, "_test.go") {
			continue
		}
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.False(t, draws.Match(text), "%s draws: %s", path, draws.Find(text))
	}
}
