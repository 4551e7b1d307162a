package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"houselights/web/build/slim"
	"houselights/web/build/strip"
)

// readGame returns the wasm file named, or builds the game when none is.
func readGame(src sources, o options) ([]byte, error) {
	if o.wasm != "" {
		return os.ReadFile(o.wasm)
	}
	dir, err := os.MkdirTemp("", "houselights-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "houselights.wasm")
	// Without the state of the repository, so that the same sources make the same file.
	build := []string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", file}
	if o.slim {
		flags, err := slimFlags(src)
		if err != nil {
			return nil, err
		}
		build = append(build, flags...)
	}
	if _, err := goTool(src.root, append(build, ".")...); err != nil {
		return nil, err
	}
	game, err := os.ReadFile(file)
	if err != nil || !o.slim {
		return game, err
	}
	small, err := strip.Strip(game)
	if errors.Is(err, strip.ErrRelease) {
		fmt.Fprintln(os.Stderr, "web/build: the game stays larger than it need be, and its budget is not held:", err)
		return game, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%w; SLIM=0, or -slim=false, builds without this", err)
	}
	return small, nil
}

// slimFlags makes the modules and packages for the page and returns what has to be given to go build to use them.
func slimFlags(src sources) ([]string, error) {
	shaders, err := filepath.Glob(filepath.Join(src.root, "assets", "shaders", "*.kage"))
	if err != nil {
		return nil, err
	}
	return slim.Flags(src.root, slimFolder(src), shaders)
}

func slimFolder(src sources) string { return filepath.Join(src.root, "build", "slim") }

// goGlue returns the path of the script that every Go program needs in a browser. It belongs to the toolchain.
func goGlue() (string, error) {
	root, err := goTool(".", "env", "GOROOT")
	if err != nil {
		return "", err
	}
	glue := filepath.Join(strings.TrimSpace(root), "lib", "wasm", "wasm_exec.js")
	if _, err := os.Stat(glue); err != nil {
		return "", fmt.Errorf("no wasm_exec.js with this Go: install Go from go.dev, or the package of its misc files: %w", err)
	}
	return glue, nil
}

// goTool runs the go command for the browser in dir and returns what it prints.
func goTool(dir string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s in %s: %w\n%s", strings.Join(args, " "), dir, err, stderr.Bytes())
	}
	return string(out), nil
}
