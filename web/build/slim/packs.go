package slim

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// compactPacks writes the built-in packs of the program in root into dir as the page needs them, and returns what is to be read in
// place of each: there is no space between their fields, and a translation is without the questions that it was made from, by
// which its author knows what is stale. That is 3 kB of the download, and a quarter of what the game holds and reads of them.
func compactPacks(root, dir string) (map[string]string, error) {
	names, err := filepath.Glob(filepath.Join(root, "assets", "packs", "*.json"))
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Join(dir, "packs"), 0o755); err != nil {
		return nil, err
	}
	replace := map[string]string{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		data, err = compactPack(data, strings.Count(filepath.Base(name), ".") > 1)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		small := filepath.Join(dir, "packs", filepath.Base(name))
		if err := os.WriteFile(small, data, 0o644); err != nil {
			return nil, err
		}
		replace[name] = small
	}
	return replace, nil
}

func compactPack(data []byte, translation bool) ([]byte, error) {
	var small bytes.Buffer
	if !translation {
		err := json.Compact(&small, data)
		return small.Bytes(), err
	}
	in := json.NewDecoder(bytes.NewReader(data))
	in.UseNumber() // as they are written
	var all map[string]any
	if err := in.Decode(&all); err != nil {
		return nil, err
	}
	questions, _ := all["questions"].([]any)
	for _, entry := range questions {
		if q, ok := entry.(map[string]any); ok {
			delete(q, "from")
		}
	}
	out := json.NewEncoder(&small)
	out.SetEscapeHTML(false)
	err := out.Encode(all)
	return small.Bytes(), err
}
