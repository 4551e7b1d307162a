//go:build !js

package command

import (
	"bytes"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"houselights/game/pack/aiken"
	"houselights/game/pack/bank"
	"houselights/game/pack/gift"
	"houselights/game/pack/kahoot"
	"houselights/game/pack/opentdb"
)

// kindOfBank is a kind of question bank.
type kindOfBank struct {
	name    string
	is      func(data []byte) bool
	read    func(data []byte) (*bank.Bank, error)
	endings []string // of files that are such, whatever is in them
	isText  bool
}

// banks are those that are known, in the order in which a file is tried.
var banks = []kindOfBank{
	{"kahoot", kahoot.Is, kahoot.Read, []string{".xlsx", ".xls"}, false},
	{"opentdb", isTrivia, opentdb.Read, nil, true},
	{"aiken", aiken.Is, aiken.Read, []string{".aiken"}, true},
	{"gift", gift.Is, gift.Read, []string{".gift"}, true},
}

// isTrivia takes for the database's also what holds its fields and is no JSON, so that it is told what is wrong with it.
func isTrivia(data []byte) bool {
	return opentdb.Is(data) || bytes.Contains(data, []byte("correct_answer")) && bytes.Contains(data, []byte("incorrect_answers"))
}

// knownBanks names the kinds of question banks.
func knownBanks() string {
	var names []string
	for _, k := range banks {
		names = append(names, k.name)
	}
	slices.Sort(names)
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// kindNamed returns the kind of that name.
func kindNamed(name string) (kindOfBank, bool) {
	i := slices.IndexFunc(banks, func(k kindOfBank) bool { return k.name == name })
	if i < 0 {
		return kindOfBank{}, false
	}
	return banks[i], true
}

// recognised returns the kind of question bank that is in a file, by what is in it or by its name.
func recognised(data []byte, name string) (kindOfBank, bool) {
	for _, k := range banks {
		if k.isText && binary(data) != "" {
			continue
		}
		if k.is(data) || slices.Contains(k.endings, strings.ToLower(filepath.Ext(name))) {
			return k, true
		}
	}
	return kindOfBank{}, false
}

// bankIn returns the kind of question bank that is in a file; "" where it is none that can be told, or is meant as a pack.
func bankIn(data []byte) string {
	if other(data) != "" || bytes.Contains(data, []byte(`"houselights"`)) {
		return ""
	}
	kind, _ := recognised(data, "")
	return kind.name
}

// other says what a text is that is no question bank; "" where that cannot be told.
func other(data []byte) string {
	start := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 200)], []byte("\uFEFF")))))
	begins := func(with ...string) bool {
		return slices.ContainsFunc(with, func(s string) bool { return strings.HasPrefix(start, s) })
	}
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return "the file is empty"
	case begins("{") && strings.Contains(start, `"houselights"`):
		return "it is a pack already: houselights pack check says whether it is sound"
	case begins("<!doctype html", "<html"):
		return "it is a web page: save the questions themselves"
	case begins("<?xml", "<quiz"):
		return "it is XML: where it comes from Moodle, export the questions there as GIFT"
	case begins("{\\rtf"):
		return "it is a document of a word processor: save it as plain text"
	case table.Match(data[:min(len(data), 4000)]):
		return "it is a table in plain text: open it in a spreadsheet program and save it as .xlsx"
	}
	return ""
}

// table is a row of headings as Kahoot's spreadsheet has it, saved as plain text.
var table = regexp.MustCompile(`(?i)question[^\n{]{0,60}[,;\t] *"?answer 1`)

// binary says what a file is that is no text; "" where it may be one.
func binary(data []byte) string {
	start := data[:min(len(data), 1000)]
	switch {
	case bytes.HasPrefix(start, []byte("\xFF\xFE")), bytes.HasPrefix(start, []byte("\xFE\xFF")): // UTF-16
	case bytes.HasPrefix(start, []byte("%PDF")):
		return "it is a PDF: copy the questions into a plain text"
	case bytes.HasPrefix(start, []byte("PK\x03\x04")), bytes.IndexByte(start, 0) >= 0:
		return "it is no text and no spreadsheet: save a document as plain text, and a table as .xlsx"
	}
	return ""
}
