// Package assets holds everything that is embedded in the program and hands it out typed.
package assets

import (
	"embed"
	"fmt"
	"path"
	"strings"

	"houselights/game/pack"
	"houselights/game/typeset"
	"houselights/game/words"
)

//go:embed packs/*.json strings/*.json fonts/*.ttf shaders/*.kage
var files embed.FS

// BuiltIn is the id of the pack that plays where none is named.
const BuiltIn = "purple-hearts"

// Pack returns a built-in pack by its id, with its translations.
func Pack(id string) (*pack.Pack, error) {
	data, err := PackFile(id + ".json")
	if err != nil {
		return nil, fmt.Errorf("pack %q is not built in: use one of %s, or give a file or https address", id, strings.Join(Packs(), ", "))
	}
	p, err := pack.Read(id, data)
	if err != nil {
		return nil, err
	}
	for _, lang := range p.Translations {
		if data, err = PackFile(id + "." + lang + ".json"); err != nil {
			return nil, err
		}
		p.Later(lang, data)
	}
	return p, nil
}

// PackFile returns the file of a built-in pack, or of its translation, by its name.
func PackFile(name string) ([]byte, error) { return files.ReadFile("packs/" + name) }

// Packs are the ids of the built-in packs.
func Packs() []string {
	var ids []string
	for _, name := range names("packs") {
		// A translation has its language between the two.
		if id := strings.TrimSuffix(name, ".json"); !strings.Contains(id, ".") {
			ids = append(ids, id)
		}
	}
	return ids
}

// Words returns the interface's texts in every language.
func Words() (words.Library, error) {
	library := words.Library{}
	for _, name := range names("strings") {
		lang := strings.TrimSuffix(name, ".json")
		data, err := files.ReadFile(path.Join("strings", name))
		if err != nil {
			return nil, err
		}
		if library[lang], err = words.Read(lang, data); err != nil {
			return nil, err
		}
	}
	return library, nil
}

// Languages are the codes of the interface's languages.
func Languages() []string {
	var codes []string
	for _, name := range names("strings") {
		codes = append(codes, strings.TrimSuffix(name, ".json"))
	}
	return codes
}

// Fonts returns the three faces.
func Fonts() (*typeset.Fonts, error) {
	var data [3][]byte
	for i, name := range []string{"Fraunces-Display", "BeVietnamPro-Medium", "BeVietnamPro-Bold"} {
		var err error
		if data[i], err = files.ReadFile("fonts/" + name + ".ttf"); err != nil {
			return nil, err
		}
	}
	return typeset.Load(data[0], data[1], data[2])
}

func names(folder string) []string {
	entries, err := files.ReadDir(folder)
	if err != nil {
		return nil
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// Shader returns the source of a shader by its file's name without the ending.
func Shader(name string) ([]byte, error) { return files.ReadFile("shaders/" + name + ".kage") }
