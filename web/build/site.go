package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// site is every file to be written, by its path with slashes.
type site map[string][]byte

// buildSite makes everything but what finish adds. A game that is built already is taken as it is.
func buildSite(src sources, o options) (site, error) {
	s := site{}
	game, err := s.addGame(src, o)
	if err != nil {
		return nil, err
	}
	if err := s.addFrame(src, game, o.packs); err != nil {
		return nil, err
	}
	if err := s.addDemo(src, o.packs); err != nil {
		return nil, err
	}
	if err := s.addDiscovery(o.base); err != nil {
		return nil, err
	}
	if err := s.addElement(src); err != nil {
		return nil, err
	}
	if err := s.addSchemas(src); err != nil {
		return nil, err
	}
	if err := s.addTypes(src); err != nil {
		return nil, err
	}
	if err := s.addLicences(src, o.wasm == ""); err != nil {
		return nil, err
	}
	return s, s.addCheck(src, o)
}

// finish adds what follows from the files that are there: what stays of the last release, what describes this one, and
// the compressed copies.
func (s site) finish(last *lastRelease, o options) error {
	release := s.keepRelease
	if o.compress {
		release = s.addRelease
	}
	if err := release(last); err != nil {
		return err
	}
	s.addHeaders()
	if !o.compress {
		return nil
	}
	return s.compress()
}

// addElement adds the one script that a page with the widget names, and those that it fetches: when Play is pressed, and in
// a page of another language than its own. Of the first there are two for each language: one that changes with each release,
// and one with a hash in its name, for pages that hold it and what it fetches to that hash.
func (s site) addElement(src sources) error {
	note, err := clockNote(src)
	if err != nil {
		return err
	}
	words, err := wordsConstant(src)
	if err != nil {
		return err
	}
	mutable, pinned := map[string]string{}, map[string]string{}
	for name, script := range map[string]struct{ entry, constant, value string }{
		"PLAYER": {"play", "CLOCK_NOTE", note},
		"WORDS":  {"words", "WORDS", words},
	} {
		data, err := bundle(filepath.Join(src.web, "element", script.entry+".ts"), map[string]string{script.constant: script.value, "EVERY_KIND": "false"}, nil, letters)
		if err != nil {
			return err
		}
		data = signed(data)
		mutable[name+"_FILE"] = fmt.Sprintf("%q", s.addHashed(script.entry+".js", data))
		mutable[name+"_INTEGRITY"] = `""`
		pinned[name+"_FILE"] = mutable[name+"_FILE"]
		pinned[name+"_INTEGRITY"] = fmt.Sprintf("%q", shortDigest(data))
	}
	for _, language := range posterLanguages {
		name := elementFile(language)
		if s[name], err = buildElement(src, language, mutable); err != nil {
			return err
		}
		data, err := buildElement(src, language, pinned)
		if err != nil {
			return err
		}
		s.addHashed(name, data)
	}
	return nil
}

func buildElement(src sources, language string, files map[string]string) ([]byte, error) {
	defines, err := posterDefines(src, language)
	if err != nil {
		return nil, err
	}
	maps.Copy(defines, files)
	defines["LANGUAGE"] = fmt.Sprintf("%q", language)
	script, err := bundle(filepath.Join(src.web, "element", "houselights.ts"), defines, nil, letters)
	if err != nil {
		return nil, err
	}
	script, err = squeeze(script)
	return signed(script), err
}

// elementFile is the script for a page in a language.
func elementFile(language string) string {
	if language == posterLanguages[0] {
		return "houselights.js"
	}
	return "houselights." + language + ".js"
}

// game is what the frame's script has to know of the wasm file.
type game struct {
	file string
	size int
	gzip bool // there is a .gz as well
	// portions are how much of the download each of its equal pieces is.
	portions []int
}

func (s site) addGame(src sources, o options) (game, error) {
	data, err := readGame(src, o)
	if err != nil {
		return game{}, err
	}
	portions, err := portions(data)
	if err != nil {
		return game{}, err
	}
	return game{file: s.addHashed("houselights.wasm", data), size: len(data), gzip: o.compress, portions: portions}, nil
}

// addFrame adds frame.html, its script and its style.
func (s site) addFrame(src sources, g game, packs packPlaces) error {
	glue, err := goGlue()
	if err != nil {
		return err
	}
	defines, err := posterDefines(src, posterLanguages...)
	if err != nil {
		return err
	}
	note, err := clockNote(src)
	if err != nil {
		return err
	}
	places, err := packs.constant()
	if err != nil {
		return err
	}
	maps.Copy(defines, map[string]string{
		"CLOCK_NOTE":    note,
		"PACK_PLACES":   places,
		"WASM_FILE":     fmt.Sprintf("%q", g.file),
		"WASM_SIZE":     fmt.Sprint(g.size),
		"WASM_GZIP":     fmt.Sprint(g.gzip),
		"WASM_PORTIONS": strings.ReplaceAll(fmt.Sprint(g.portions), " ", ","),
	})
	script, err := bundle(filepath.Join(src.web, "frame", "frame.ts"), defines, map[string]string{"wasm_exec": glue}, nil)
	if err != nil {
		return err
	}
	style, err := bundle(filepath.Join(src.web, "frame", "frame.css"), nil, nil, nil)
	if err != nil {
		return err
	}
	const page = "frame.html"
	if err := s.addPage(src, "frame/frame.html", page, map[string]string{
		"frame.js":  s.addHashed("frame.js", script),
		"frame.css": s.addHashed("frame.css", style),
	}); err != nil {
		return err
	}
	if s[page], err = packs.limit(s[page]); err != nil {
		return fmt.Errorf("%s: %w", page, err)
	}
	return nil
}

// addSchemas adds what an author's editor checks a pack and its translations by.
func (s site) addSchemas(src sources) error {
	for _, name := range []string{"pack.schema.json", "translation.schema.json"} {
		data, err := os.ReadFile(filepath.Join(src.root, "game", "pack", name))
		if err != nil {
			return err
		}
		s[name] = data
	}
	return nil
}

// addDemo adds the page that shows the widget and makes the lines for somebody's site.
func (s site) addDemo(src sources, packs packPlaces) error {
	defines, err := posterDefines(src, posterLanguages...)
	if err != nil {
		return err
	}
	if defines["PACK_PLACES"], err = packs.constant(); err != nil {
		return err
	}
	script, err := bundle(filepath.Join(src.web, "demo", "builder.ts"), defines, nil, nil)
	if err != nil {
		return err
	}
	style, err := bundle(filepath.Join(src.web, "demo", "demo.css"), nil, nil, nil)
	if err != nil {
		return err
	}
	icon, err := os.ReadFile(filepath.Join(src.web, "demo", "icon.svg"))
	if err != nil {
		return err
	}
	s["icon.svg"] = icon
	const page = "index.html"
	if err := s.addPage(src, "demo/index.html", page, map[string]string{
		"builder.js": s.addHashed("builder.js", script),
		"demo.css":   s.addHashed("demo.css", style),
	}); err != nil {
		return err
	}
	if s[page], err = packs.limit(s[page]); err != nil { // it reads them as the frame does
		return fmt.Errorf("%s: %w", page, err)
	}
	return nil
}

// addPage adds a page of web/ with the names of the files that it uses changed to those that they have got.
func (s site) addPage(src sources, from, to string, names map[string]string) error {
	path := filepath.Join(src.web, filepath.FromSlash(from))
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	page, err = rename(page, names)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	s[to] = page
	return nil
}

// rename changes each quoted name in a page, which must be there once.
func rename(page []byte, names map[string]string) ([]byte, error) {
	text := string(page)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		quoted := `"` + name + `"`
		if n := strings.Count(text, quoted); n != 1 {
			return nil, fmt.Errorf("%s is there %d times: name it once, as a src or href", quoted, n)
		}
		text = strings.Replace(text, quoted, `"`+names[name]+`"`, 1)
	}
	return []byte(text), nil
}

// addHashed adds a file under a name that says its content, so that it can be cached for ever, and returns the name.
func (s site) addHashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := filepath.Ext(name)
	hashed := strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:5]) + ext
	s[hashed] = data
	return hashed
}

// hashedName is a name that addHashed gave.
var hashedName = regexp.MustCompile(`^[a-z]+(\.[a-z]+)?\.[0-9a-f]{10}\.[a-z]+$`)

func (s site) write(dir string) error {
	for _, name := range slices.Sorted(maps.Keys(s)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, s[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}
