// Package slim makes the modules that go into the page: copies of the pinned Ebitengine and golang.org/x/image without
// what no widget uses, and with all shaders compiled ahead. What is left out, and why that is safe, stands in cuts.go and
// in the files of _engine, which take the place of the engine's own.
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

// replacements take the place of the engine's files of the same path, or come beside them.
//
//go:embed all:_engine
var replacements embed.FS

// generator is the program that compiles the shaders. It runs in the copy while that has the compiler.
//
//go:embed _shaders/main.go
var generator []byte

// Modules makes sure that the slim modules for the program in root lie in dir, with these shaders compiled, and returns
// the file to be given to go build as -modfile. Copies that are up to date stay as they are.
func Modules(root, dir string, shaders []string) (modfile string, err error) {
	upstream, err := locate(root)
	if err != nil {
		return "", err
	}
	key, err := keyOf(upstream, shaders)
	if err != nil {
		return "", err
	}
	modfile, keyFile := filepath.Join(dir, "go.mod"), filepath.Join(dir, "key")
	if made, err := os.ReadFile(keyFile); err == nil && string(made) == key {
		return modfile, writeModfile(root, dir)
	}
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	for _, m := range modules {
		if err := copySources(upstream[m.path].Dir, filepath.Join(dir, m.dir)); err != nil {
			return "", err
		}
	}
	if err := compileShaders(filepath.Join(dir, "ebiten"), shaders); err != nil {
		return "", err
	}
	for _, m := range modules {
		for _, c := range m.cuts {
			if err := c.apply(filepath.Join(dir, m.dir)); err != nil {
				return "", fmt.Errorf("%s of %s@%s: %w", c.file, m.path, upstream[m.path].Version, err)
			}
		}
	}
	if err := writeModfile(root, dir); err != nil {
		return "", err
	}
	return modfile, os.WriteFile(keyFile, []byte(key), 0o644)
}

// source is a module as the go command knows it.
type source struct{ Path, Version, Dir string }

// locate finds the modules in the module cache, by their paths, and has them fetched where they are not there.
func locate(root string) (map[string]source, error) {
	args := []string{"mod", "download", "-json"}
	for _, m := range modules {
		args = append(args, m.path)
	}
	out, err := goHost(root, args...)
	if err != nil {
		return nil, err
	}
	found := map[string]source{}
	for answers := json.NewDecoder(bytes.NewReader(out)); answers.More(); {
		var s source
		if err := answers.Decode(&s); err != nil {
			return nil, fmt.Errorf("go mod download -json: %w", err)
		}
		found[s.Path] = s
	}
	return found, nil
}

// keyOf is a hash of all that the copies are made of.
func keyOf(upstream map[string]source, shaders []string) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, upstream, runtime.Version(), modules)
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

// compileShaders runs the generator in the copy of the engine, which still has the compiler, and puts the table there.
func compileShaders(engine string, shaders []string) error {
	if err := addFile(engine, "internal/legacyshader/hash.go"); err != nil {
		return err
	}
	dir := filepath.Join(engine, "internal", "shaders")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), generator, 0o644); err != nil {
		return err
	}
	table, err := goHost(engine, append([]string{"run", "./internal/shaders"}, shaders...)...)
	if err != nil {
		return err
	}
	return errors.Join(os.RemoveAll(dir), os.WriteFile(filepath.Join(engine, "internal", "legacyshader", "table.go"), table, 0o644))
}

// apply makes the cut in the copy of the module in dir.
func (c cut) apply(dir string) error {
	name := filepath.Join(dir, filepath.FromSlash(c.file))
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
		if err := addFile(dir, c.file); !errors.Is(err, fs.ErrNotExist) {
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

// writeModfile writes the go.mod and go.sum of root, with the copies in the modules' places.
func writeModfile(root, dir string) error {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return err
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return err
	}
	for _, m := range modules {
		mod = fmt.Appendf(mod, "\nreplace %s => %s\n", m.path, filepath.Join(dir, m.dir))
	}
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
