package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"houselights/web/build/gowasm"
	"houselights/web/build/size"

	"golang.org/x/sync/errgroup"
)

const wasmPattern = "houselights.*.wasm"

// budgeted says whether the game is the one that the budget is for: built here, slim, and by the release of Go that is
// known, since another one builds larger or smaller.
func (s site) budgeted(o options) (bool, error) {
	if o.wasm != "" || !o.slim || o.unlimited {
		return false, nil
	}
	wasm, err := s.find(wasmPattern)
	if err != nil {
		return false, err
	}
	m, err := gowasm.Parse(s[wasm])
	return m.Go == gowasm.Release, err
}

// readBudget reads what the game's parts may weigh.
func readBudget(src sources) (size.Budget, error) {
	name := filepath.Join("web", "build", "budget.txt")
	text, err := os.ReadFile(filepath.Join(src.root, name))
	if err != nil {
		return size.Budget{}, err
	}
	return size.ReadBudget(name, text)
}

// checkParts fails when a part of the game has outgrown its budget.
func checkParts(src sources, s site) error {
	wasm, err := s.find(wasmPattern)
	if err != nil {
		return err
	}
	budget, err := readBudget(src)
	if err != nil {
		return err
	}
	parts, err := measure(src, s[wasm])
	if err != nil {
		return err
	}
	return budget.Check(parts.Groups())
}

// checkDownload fails when the files that a visitor fetches have together outgrown their budget. The site must be
// compressed.
func checkDownload(src sources, s site, fetched []string) error {
	sum := 0
	for _, name := range fetched {
		sum += len(s[name+".br"])
	}
	budget, err := readBudget(src)
	if err != nil {
		return err
	}
	return budget.CheckDownload(sum)
}

// printSize builds the game and prints what its parts weigh, within their budget or not.
func printSize(slim bool) error {
	src, err := findSources("../..")
	if err != nil {
		return err
	}
	budget, err := readBudget(src)
	if err != nil {
		return err
	}
	s, err := buildSite(src, options{slim: slim})
	if err != nil {
		return err
	}
	names, err := s.toPlay()
	if err != nil {
		return err
	}
	compressed := make([][]byte, len(names))
	var group errgroup.Group
	for i, name := range names {
		group.Go(func() (err error) {
			compressed[i], err = compressors[".br"].pack(s[name])
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	files := map[string]size.Weight{}
	for i, name := range names {
		files[name] = size.Weight{Bytes: len(s[name]), Brotli: len(compressed[i])}
	}
	wasm, err := s.find(wasmPattern)
	if err != nil {
		return err
	}
	parts, err := measure(src, s[wasm])
	if err != nil {
		return err
	}
	if err := parts.Weigh(compressed[slices.Index(names, wasm)]); err != nil {
		return err
	}
	return size.Report(os.Stdout, wasm, parts, files, budget)
}

// measure divides the game into its parts.
func measure(src sources, wasm []byte) (*size.Breakdown, error) {
	list, err := goTool(src.root, "list", "-f", `{{join .EmbedFiles "\n"}}`, "./assets")
	if err != nil {
		return nil, err
	}
	var assets []size.Asset
	for _, name := range strings.Fields(list) {
		data, err := os.ReadFile(filepath.Join(src.root, "assets", filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		folder, file := path.Split(name)
		// Of a pack the slim game has what the build has made of it.
		if small, err := os.ReadFile(filepath.Join(slimFolder(src), filepath.FromSlash(name))); err == nil && !bytes.Contains(wasm, data) {
			data = small
		}
		assets = append(assets, size.Asset{Part: size.Part{Group: path.Clean(folder), Name: file}, Data: data})
	}
	return size.Measure(wasm, assets)
}

// toPlay returns the names of the files that a visitor fetches from Play to playable. What a page loads before Play is
// not among them.
func (s site) toPlay() ([]string, error) {
	var names []string
	for _, pattern := range []string{"play.*.js", "frame.html", "frame.*.css", "frame.*.js", wasmPattern} {
		name, err := s.find(pattern)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// find returns the name of the one file that a pattern fits.
func (s site) find(pattern string) (string, error) {
	var found []string
	for name := range s {
		ok, err := path.Match(pattern, name)
		if err != nil {
			return "", err
		}
		if ok {
			found = append(found, name)
		}
	}
	if len(found) != 1 {
		return "", fmt.Errorf("%d files of the site fit %s, not one: name in web/build/size.go what the frame fetches", len(found), pattern)
	}
	return found[0], nil
}
