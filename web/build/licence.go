package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// addLicences adds the licences of all that the site is made of: ours, the fonts', Go's, and when the game was built
// here, those of the modules in it.
func (s site) addLicences(src sources, modules bool) error {
	goRoot, err := goTool(".", "env", "GOROOT")
	if err != nil {
		return err
	}
	files := map[string]string{
		"Houselights.txt": filepath.Join(src.root, "LICENSE"),
		"Go.txt":          filepath.Join(strings.TrimSpace(goRoot), "LICENSE"),
	}
	fonts, err := filepath.Glob(filepath.Join(src.root, "assets", "fonts", "OFL-*.txt"))
	if err != nil {
		return err
	}
	for _, font := range fonts {
		files[filepath.Base(font)] = font
	}
	if modules {
		found, err := moduleLicences(src)
		if err != nil {
			return err
		}
		for name, path := range found {
			files[name] = path
		}
	}
	for name, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("licences/%s: every part of the site needs its licence: %w", name, err)
		}
		s["licences/"+name] = text
	}
	return nil
}

// moduleLicences returns the licence files of the modules that the game is made of, by the name to give them.
func moduleLicences(src sources) (map[string]string, error) {
	list, err := goTool(src.root, "list", "-deps", "-f", `{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}`, ".")
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for line := range strings.Lines(list) {
		path, dir, found := strings.Cut(strings.TrimSpace(line), " ")
		if !found {
			continue
		}
		licence, err := findLicence(dir)
		if err != nil {
			return nil, fmt.Errorf("module %s: %w", path, err)
		}
		files[strings.ReplaceAll(path, "/", "_")+".txt"] = licence
	}
	return files, nil
}

func findLicence(dir string) (string, error) {
	for _, name := range []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "COPYING"} {
		path := filepath.Join(dir, name)
		_, err := os.Stat(path)
		if err == nil {
			return path, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return "", fmt.Errorf("no licence in %s: add its file name to findLicence", dir)
}
