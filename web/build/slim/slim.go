// Package slim makes the engine that goes into the page: a copy of the pinned Ebitengine without what no widget uses, and
// with all shaders compiled ahead. What is left out, and why that is safe, stands in cuts.go and in the files of _engine,
// which take the place of the engine's own.
package slim

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

const module = "github.com/hajimehoshi/ebiten/v2"

// replacements take the place of the engine's files of the same path, or come beside them.
//
//go:embed all:_engine
var replacements embed.FS

// generator is the program that compiles the shaders. It runs in the copy while that has the compiler.
//
//go:embed _shaders/main.go
var generator []byte

// Engine makes sure that the slim engine for the program in root lies in dir, with these shaders compiled, and returns
// the file to be given to go build as -modfile. A copy that is up to date stays as it is.
func Engine(root, dir string, shaders []string) (modfile string, err error) {
	upstream, err := locate(root)
	if err != nil {
		return "", err
	}
	modfile = filepath.Join(dir, "go.mod")
	key, err := keyOf(upstream, shaders)
	if err != nil {
		return "", err
	}
	keyFile := filepath.Join(dir, "key")
	if made, err := os.ReadFile(keyFile); err == nil && string(made) == key {
		return modfile, writeModfile(root, dir)
	}
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	engine := filepath.Join(dir, "ebiten")
	if err := copySources(upstream.Dir, engine); err != nil {
		return "", err
	}
	if err := addFile(engine, "internal/legacyshader/hash.go"); err != nil {
		return "", err
	}
	table, err := compileShaders(engine, shaders)
	if err != nil {
		return "", err
	}
	for _, c := range cuts {
		if err := c.apply(engine); err != nil {
			return "", fmt.Errorf("%s of %s@%s: %w", c.file, module, upstream.Version, err)
		}
	}
	if err := os.WriteFile(filepath.Join(engine, "internal", "legacyshader", "table.go"), table, 0o644); err != nil {
		return "", err
	}
	if err := writeModfile(root, dir); err != nil {
		return "", err
	}
	return modfile, os.WriteFile(keyFile, []byte(key), 0o644)
}

// source is a module as the go command knows it.
type source struct{ Version, Dir string }

// locate finds the engine in the module cache, and has it fetched where it is not there.
func locate(root string) (source, error) {
	out, err := goHost(root, "mod", "download", "-json", module)
	if err != nil {
		return source{}, err
	}
	var s source
	if err := json.Unmarshal(out, &s); err != nil {
		return source{}, fmt.Errorf("go mod download -json %s: %w", module, err)
	}
	return s, nil
}

// keyOf is a hash of all that the copy is made of.
func keyOf(upstream source, shaders []string) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, upstream, runtime.Version(), cuts)
	h.Write(generator)
	err := fs.WalkDir(replacements, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := replacements.ReadFile(name)
		fmt.Fprintf(h, "%s %d\n%s", name, len(data), data)
		return err
	})
	for _, shader := range shaders {
		data, readErr := os.ReadFile(shader)
		err = errors.Join(err, readErr)
		fmt.Fprintf(h, "%s %d\n%s", filepath.Base(shader), len(data), data)
	}
	return hex.EncodeToString(h.Sum(nil)), err
}

// copySources copies what a program of the module is built from: neither tests nor examples.
func copySources(from, to string) error {
	return filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if rel == "examples" || entry.Name() == "testdata" {
				return fs.SkipDir
			}
			return os.MkdirAll(filepath.Join(to, rel), 0o755)
		}
		if strings.HasSuffix(rel, "_test.go") || path.Ext(rel) != ".go" && rel != "go.mod" && rel != "go.sum" && rel != "LICENSE" {
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(to, rel), data, 0o644)
	})
}

// compileShaders runs the generator in the copy, which still has the compiler, and returns the table.
func compileShaders(engine string, shaders []string) ([]byte, error) {
	dir := filepath.Join(engine, "internal", "shaders")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "main.go"), generator, 0o644); err != nil {
		return nil, err
	}
	return goHost(engine, append([]string{"run", "./internal/shaders"}, shaders...)...)
}

// apply makes the cut in the copy of the engine.
func (c cut) apply(engine string) error {
	name := filepath.Join(engine, filepath.FromSlash(c.file))
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if sum := sumOf(text); sum != c.sum {
		return fmt.Errorf("this is not the file that the cut was written for: read what has changed in it, adapt web/build/slim, "+
			"and write %s into cuts.go; until then SLIM=0 builds without the cuts", sum)
	}
	if len(c.edits) == 0 {
		if err := os.Remove(name); err != nil {
			return err
		}
		if err := addFile(engine, c.file); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	for _, e := range c.edits {
		if text, err = e.apply(text); err != nil {
			return err
		}
	}
	return os.WriteFile(name, text, 0o644)
}

func sumOf(text []byte) string { return fmt.Sprintf("%x", sha256.Sum256(text)) }

func (e edit) apply(text []byte) ([]byte, error) {
	if n := bytes.Count(text, []byte(e.from)); n != 1 {
		return nil, fmt.Errorf("%q is there %d times: it has to be there once", e.from, n)
	}
	before, rest, _ := bytes.Cut(text, []byte(e.from))
	end := len(rest)
	if e.to != "" {
		if end = bytes.Index(rest, []byte(e.to)); end < 0 {
			return nil, fmt.Errorf("%q is not there after %q", e.to, e.from)
		}
	}
	return bytes.Join([][]byte{before, []byte(e.with), rest[end:]}, nil), nil
}

// addFile puts a file of _engine into the copy.
func addFile(engine, file string) error {
	data, err := replacements.ReadFile(path.Join("_engine", file))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(engine, filepath.FromSlash(file)), data, 0o644)
}

// writeModfile writes the go.mod and go.sum of root, with the copy in the engine's place.
func writeModfile(root, dir string) error {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return err
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return err
	}
	mod = fmt.Appendf(mod, "\nreplace %s => %s\n", module, filepath.Join(dir, "ebiten"))
	return errors.Join(os.WriteFile(filepath.Join(dir, "go.mod"), mod, 0o644), os.WriteFile(filepath.Join(dir, "go.sum"), sum, 0o644))
}

// goHost runs the go command for this machine and returns what it prints.
func goHost(dir string, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS="+runtime.GOOS, "GOARCH="+runtime.GOARCH, "GOFLAGS=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s in %s: %w\n%s", strings.Join(args, " "), dir, err, stderr.Bytes())
	}
	return out, nil
}
