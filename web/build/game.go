package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// readGame returns the wasm file named, or builds the game when none is.
func readGame(src sources, wasm string) ([]byte, error) {
	if wasm != "" {
		return os.ReadFile(wasm)
	}
	dir, err := os.MkdirTemp("", "houselights-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	wasm = filepath.Join(dir, "houselights.wasm")
	if _, err := goTool(src.root, "build", "-trimpath", "-ldflags=-s -w", "-o", wasm, "."); err != nil {
		return nil, err
	}
	return os.ReadFile(wasm)
}

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
