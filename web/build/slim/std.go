package slim

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"

	"houselights/web/build/gowasm"
)

// copyPackages puts the packages of _std into dir, whose copies of modules lie there too.
func copyPackages(dir string) error {
	std, err := fs.Sub(sources, "_std")
	if err != nil {
		return err
	}
	return os.CopyFS(filepath.Join(dir, "std"), std)
}

// writeOverlay writes what has the go command take each file of the packages in dir for one of the standard library, and
// those that are there for missing, and the packs as the page needs them, and returns its name. With another release of Go, which may use them in other ways, the
// library stays as it is.
func writeOverlay(root, dir string) (string, error) {
	out, err := goHost(root, "env", "GOVERSION", "GOROOT")
	if err != nil {
		return "", err
	}
	release, goroot, _ := strings.Cut(strings.TrimSpace(string(out)), "\n")
	replace := map[string]string{}
	if release == gowasm.Release || strings.HasPrefix(release, gowasm.Release+".") {
		if replace, err = replacements(filepath.Join(dir, "std"), filepath.Join(goroot, "src")); err != nil {
			return "", err
		}
	}
	packs, err := compactPacks(root, dir)
	if err != nil {
		return "", err
	}
	maps.Copy(replace, packs)
	text, err := json.MarshalIndent(map[string]any{"Replace": replace}, "", "\t")
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "overlay.json")
	return file, os.WriteFile(file, text, 0o644)
}

// replacements returns what is to be read in place of each file of the packages of the library in std which are in ours, too.
func replacements(ours, std string) (map[string]string, error) {
	replace := map[string]string{}
	err := filepath.WalkDir(ours, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(ours, name)
		if err != nil {
			return err
		}
		place := filepath.Join(std, rel)
		whole, err := os.ReadDir(filepath.Dir(place))
		for _, file := range whole {
			if other := filepath.Join(filepath.Dir(place), file.Name()); filepath.Ext(other) == ".go" && replace[other] == "" {
				replace[other] = "" // is not there
			}
		}
		replace[place] = name
		return err
	})
	return replace, err
}
