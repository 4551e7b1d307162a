// Package slim makes the modules that go into the page: copies of the pinned Ebitengine and golang.org/x/image without
// what no widget uses, and with all shaders compiled ahead; and packages of the standard library that do what a page needs
// and no more. What is left out, and why that is safe, stands in cuts.go, in the files of _engine, which take the place of
// the engine's own, and in those of _std.
package slim

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
)

// sources are all that the copies are made by: the files that take the place of the engine's own, or come beside them; the
// packages that take the place of the standard library's; the program that compiles the shaders; and this one.
//
//go:embed *.go all:_engine _shaders _std
var sources embed.FS

// Flags makes sure that the slim modules and packages for the program in root lie in dir, with these shaders compiled, and
// returns what has to be given to go build to use them. Copies that are up to date stay as they are.
func Flags(root, dir string, shaders []string) ([]string, error) {
	if err := fill(root, dir, shaders); err != nil {
		return nil, err
	}
	modfile, err := writeModfile(root, dir)
	if err != nil {
		return nil, err
	}
	overlay, err := writeOverlay(root, dir)
	return []string{"-modfile=" + modfile, "-overlay=" + overlay}, err
}

// fill makes the copies in dir, unless they are there.
func fill(root, dir string, shaders []string) error {
	upstream, err := locate(root)
	if err != nil {
		return err
	}
	key, err := keyOf(upstream, shaders)
	if err != nil {
		return err
	}
	isMade := func() bool {
		made, err := os.ReadFile(filepath.Join(dir, "key"))
		return err == nil && string(made) == key
	}
	if isMade() {
		return nil
	}
	if err := verify(upstream); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return err
	}
	// Beside it first: another build may make them at the same time, and whichever is first may be using them.
	next, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+"-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(next)
	if err := makeCopies(next, upstream, shaders); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(next, "key"), []byte(key), 0o644); err != nil {
		return err
	}
	if isMade() {
		return nil
	}
	return errors.Join(os.RemoveAll(dir), os.Chmod(next, 0o755), os.Rename(next, dir))
}

// makeCopies makes the copies of modules and packages in an empty folder.
func makeCopies(dir string, upstream map[string]source, shaders []string) error {
	for _, m := range modules {
		if err := copySources(upstream[m.path].Dir, filepath.Join(dir, m.dir)); err != nil {
			return err
		}
	}
	if err := compileShaders(filepath.Join(dir, "ebiten"), shaders); err != nil {
		return err
	}
	for _, m := range modules {
		for _, c := range m.cuts {
			if err := c.apply(filepath.Join(dir, m.dir)); err != nil {
				return fmt.Errorf("%s of %s@%s: %w", c.file, m.path, upstream[m.path].Version, err)
			}
		}
	}
	return errors.Join(copyPackages(dir), lock(dir))
}

// verify compares each file that is cut with the one that the cut was written for.
func verify(upstream map[string]source) error {
	var faults []error
	for _, m := range modules {
		for _, c := range m.cuts {
			text, err := os.ReadFile(filepath.Join(upstream[m.path].Dir, filepath.FromSlash(c.file)))
			if err == nil && sumOf(text) != c.sum {
				err = fmt.Errorf("another file than in %s: the sum is %s", m.version, sumOf(text))
			}
			if err != nil {
				faults = append(faults, fmt.Errorf("%s@%s: %s: %w", m.path, upstream[m.path].Version, c.file, err))
			}
		}
	}
	if len(faults) == 0 {
		return nil
	}
	return fmt.Errorf("these files are not the ones that the cuts in web/build/slim were written for:\n%w\n"+
		"Read what has changed in each (go mod download MODULE@VERSION fetches the old one, then diff), adapt its cut and then its sum in cuts.go. "+
		"Until then make SLIM=0, or -slim=false, builds without the cuts", errors.Join(faults...))
}

// lock makes the copies read-only: what is changed there by hand would go into the page until they are made anew.
func lock(dir string) error {
	return filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return os.Chmod(name, 0o444)
	})
}

// source is a module as the go command knows it.
type source struct{ Path, Version, Dir string }

// locate finds the modules in the module cache, by their paths, and has them fetched where they are not there.
func locate(root string) (map[string]source, error) {
	var paths []string
	for _, m := range modules {
		paths = append(paths, m.path)
	}
	if _, err := goHost(root, append([]string{"mod", "download"}, paths...)...); err != nil {
		return nil, err
	}
	out, err := goHost(root, append([]string{"list", "-m", "-json"}, paths...)...)
	if err != nil {
		return nil, err
	}
	found := map[string]source{}
	for answers := json.NewDecoder(bytes.NewReader(out)); answers.More(); {
		var s source
		if err := answers.Decode(&s); err != nil {
			return nil, fmt.Errorf("go list -m -json: %w", err)
		}
		found[s.Path] = s
	}
	return found, nil
}

// keyOf is a hash of all that the copies are made of.
func keyOf(upstream map[string]source, shaders []string) (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, upstream, runtime.Version())
	err := fs.WalkDir(sources, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := sources.ReadFile(name)
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
	generator, err := sources.ReadFile("_shaders/main.go")
	if err != nil {
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
	if _, err := parser.ParseFile(token.NewFileSet(), c.file, text, parser.SkipObjectResolution); err != nil {
		return fmt.Errorf("no Go is left after the edits: %w", err)
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
	data, err := sources.ReadFile(path.Join("_engine", file))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(engine, filepath.FromSlash(file)), data, 0o644)
}

// writeModfile writes the go.mod and go.sum of root, with the copies in the modules' places, and returns the name of the first.
func writeModfile(root, dir string) (string, error) {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", err
	}
	sum, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return "", err
	}
	mod = append([]byte("// Made by web/build/slim of the go.mod of the repository. What is changed here is lost.\n"), mod...)
	// Where they lie stands in the game, for all to read: from the root on, it is the same on every machine.
	place := dir
	if rel, err := filepath.Rel(root, dir); err == nil {
		place = "./" + filepath.ToSlash(rel)
	}
	for _, m := range modules {
		mod = fmt.Appendf(mod, "\nreplace %s => %q\n", m.path, place+"/"+m.dir)
	}
	file := filepath.Join(dir, "go.mod")
	return file, errors.Join(os.WriteFile(file, mod, 0o644), os.WriteFile(filepath.Join(dir, "go.sum"), sum, 0o644))
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
