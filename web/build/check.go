package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
)

// checkedFile is what check.html knows of a file: it asks the host for each.
type checkedFile struct {
	digest
	// Played is whether a visitor fetches it: on the page, or from Play to playable.
	Played bool `json:"played"`
	// Ends is the last of a text but for the space behind it: what comes shorter and ends so was made smaller, not cut short.
	Ends string `json:"ends,omitempty"`
}

// addCheck adds the page that checks its own host. It knows the release by heart, so that it can say which file is of
// another one, and needs no release.json, which a draft has not. So it comes last: all but itself has to be there.
func (s site) addCheck(src sources, o options) error {
	files, err := s.checked()
	if err != nil {
		return err
	}
	release, err := json.Marshal(files)
	if err != nil {
		return err
	}
	draft, err := json.Marshal(!o.compress)
	if err != nil {
		return err
	}
	script, err := bundle(filepath.Join(src.web, "check", "check.ts"), map[string]string{"RELEASE": string(release), "DRAFT": string(draft)}, nil, nil)
	if err != nil {
		return err
	}
	style, err := bundle(filepath.Join(src.web, "check", "check.css"), nil, nil, nil)
	if err != nil {
		return err
	}
	return s.addPage(src, "check/check.html", "check.html", map[string]string{
		"check.js":  s.addHashed("check.js", script),
		"check.css": s.addHashed("check.css", style),
	})
}

// checked returns what the page knows of each file.
func (s site) checked() (map[string]checkedFile, error) {
	played, err := s.toPlay()
	if err != nil {
		return nil, err
	}
	files := map[string]checkedFile{}
	for name, data := range s {
		file := checkedFile{digest: digestOf(data)}
		if ending := filepath.Ext(name); ending != ".wasm" && slices.Contains(compressible, ending) {
			text := []rune(strings.TrimSpace(string(data)))
			file.Ends = string(text[max(0, len(text)-8):])
		}
		files[name] = file
	}
	for _, name := range append(played, "houselights.js", "icon.svg") { // the frame names the icon
		if file, ok := files[name]; ok {
			file.Played = true
			files[name] = file
		}
	}
	return files, nil
}
