//go:build !js

package command

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"houselights/assets"
	"houselights/game/pack"
)

// source is where a pack lies with its translations: in a folder, or among those that are built in.
type source struct {
	name    string // as it was asked for
	id      string // the file's name without its ending
	builtIn bool
}

// find returns the built-in pack of that id, else the file.
func find(name string) source {
	if slices.Contains(assets.Packs(), name) {
		return source{name, name, true}
	}
	return source{name, strings.TrimSuffix(filepath.Base(name), ".json"), false}
}

// file is the file of a language as messages name it and the system finds it; "" is the pack itself.
func (s source) file(lang string) string {
	switch {
	case lang == "" && s.builtIn:
		return s.id + ".json"
	case lang == "":
		return s.name
	case s.builtIn:
		return s.id + "." + lang + ".json"
	}
	return filepath.Join(filepath.Dir(s.name), s.id+"."+lang+".json")
}

func (s source) read(lang string) ([]byte, error) {
	if s.builtIn {
		return assets.PackFile(s.file(lang))
	}
	return readFile(s.file(lang), pack.MaxBytes)
}

// readFile returns what is in a file, and of one with more bytes than the most no more than shows it: it may have no end.
func readFile(path string, most int) ([]byte, error) {
	switch info, err := os.Stat(path); {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errFolder
	case info.Mode()&fs.ModeNamedPipe != 0:
		return nil, errPipe // to open it would wait for somebody to write
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return io.ReadAll(io.LimitReader(file, int64(most)+1))
}

var (
	errFolder = errors.New("is a folder, not a file: name the file in it")
	errPipe   = errors.New("is a pipe, not a file: save what comes from it first")
)

// language is a tag as BCP 47 writes it, in a file's name.
var language = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

// beside are the languages of all translations that lie beside the pack, whether it lists them or not.
func (s source) beside() []string {
	if s.builtIn {
		return nil
	}
	entries, _ := os.ReadDir(filepath.Dir(s.name)) // what cannot be listed is found file by file
	var langs []string
	for _, e := range entries {
		middle, isJSON := strings.CutSuffix(e.Name(), ".json")
		if lang, ours := strings.CutPrefix(middle, s.id+"."); ours && isJSON && language.MatchString(lang) {
			langs = append(langs, lang)
		}
	}
	return langs
}

// loaded is a pack as its files are at the moment.
type loaded struct {
	pack         *pack.Pack        // nil where it has problems
	problems     pack.Problems     // of the pack's own file
	translations []translation     // as the pack lists them
	sum          [sha256.Size]byte // of all that was read
}

// translation is what came of a language that a pack lists.
type translation struct {
	lang     string
	data     []byte
	coverage pack.Coverage
	problems pack.Problems // why the file was not taken
	missing  bool          // there is none
}

// load reads the pack and the translations that it lists. Where a translation has mistakes, the one that earlier holds for its
// language is taken, so that the words stay while its author is at work.
func (s source) load(earlier map[string][]byte) (l loaded) {
	sum := sha256.New()
	defer func() { sum.Sum(l.sum[:0]) }()
	data, err := s.read("")
	_, _ = fmt.Fprintf(sum, "%d %s %v\n", len(data), data, err)
	if err == nil {
		l.pack, err = pack.Read(s.id, data)
		if kind := bankIn(data); err != nil && kind != "" {
			l.problems = pack.Problems{{File: s.file(""), What: "a question bank (" + kind + "), and not a pack", Fix: "make one of it by houselights pack import " + s.name}}
			return l
		}
	}
	if err != nil {
		l.problems = s.problems("", err)
		return l
	}
	for _, lang := range l.pack.Translations {
		t := s.translate(l.pack, lang, earlier[lang])
		_, _ = fmt.Fprintf(sum, "%s %d %s %v\n", lang, len(t.data), t.data, t.problems)
		l.translations = append(l.translations, t)
	}
	return l
}

// translate reads the translation into a language and adds it to the pack.
func (s source) translate(p *pack.Pack, lang string, earlier []byte) translation {
	t := translation{lang: lang}
	var err error
	if t.data, err = s.read(lang); err == nil {
		t.coverage, err = p.Translate(lang, t.data)
	}
	if err == nil {
		return t
	}
	t.missing = errors.Is(err, fs.ErrNotExist)
	t.problems = s.problems(lang, err)
	if earlier != nil && !t.missing {
		_, _ = p.Translate(lang, earlier) // else the pack's own words stand in
	}
	return t
}

// problems tells an error in terms of the file, which it names as it was asked for: one can open it by that.
func (s source) problems(lang string, err error) pack.Problems {
	file := s.file(lang)
	var found pack.Problems
	switch {
	case errors.As(err, &found):
		return named(file, found)
	case errors.Is(err, fs.ErrNotExist) && lang != "":
		return pack.Problems{{File: file, What: fmt.Sprintf("no such file, and %s lists %q in \"translations\"", filepath.Base(s.file("")), lang), Fix: "write it, or take the language out of the list"}}
	case errors.Is(err, fs.ErrNotExist) && isThere(file+".txt"):
		return pack.Problems{{File: file, What: "no such file", Fix: "rename " + filepath.Base(file) + ".txt, which is there"}}
	case errors.Is(err, fs.ErrNotExist):
		return pack.Problems{{File: file, What: fmt.Sprintf("no such file, and no built-in pack of that name (%s)", strings.Join(assets.Packs(), ", "))}}
	}
	what, fix := unreadable(err)
	return pack.Problems{{File: file, What: what, Fix: fix}}
}

// unreadable says why a file that is there cannot be read or written, without naming it, and the way out if there is one.
func unreadable(err error) (what, fix string) {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "you may not read it", "change who may, such as by chmod u+r"
	case errors.As(err, &path):
		err = path.Err // it would name the file again
	}
	return err.Error(), ""
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// named returns the problems with another name for their file.
func named(file string, found pack.Problems) pack.Problems {
	found = slices.Clone(found)
	for i := range found {
		found[i].File = file
	}
	return found
}

// troubles are the problems of the translations, which do not keep a pack from being played.
func (l loaded) troubles() pack.Problems {
	var all pack.Problems
	for _, t := range l.translations {
		all = append(all, t.problems...)
	}
	return all
}
