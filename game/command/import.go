//go:build !js

package command

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"houselights/game/pack"
	"houselights/game/pack/aiken"
	"houselights/game/pack/bank"
	"houselights/game/pack/gift"
	"houselights/game/pack/kahoot"
	"houselights/game/pack/opentdb"
)

const importUsage = `Make a pack of somebody's question bank.

  houselights pack import FILE [flags]

FILE is one of these, and recognised by what is in it; - reads what is piped in.
  gift      GIFT, the text format of Moodle
  opentdb   JSON of the Open Trivia Database, in any of its encodings
  aiken     Aiken: a question, its answers A) B) C), and a line ANSWER: B
  kahoot    the spreadsheet of Kahoot, .xlsx

Flags:
  --from KIND     says which it is, where that is not recognised
  -o OUT          where the pack goes, - for standard output; else NAME.json beside NAME.txt
  --force         write over OUT where it is there
  --title TITLE   of the pack; else the file's name
  --lang LANG     the language of the questions, such as vi; else en

What is left out or changed is named on standard error, with its line and the reason. The exit code is 0 when all questions
are kept, 1 when some are left out, and 2 when none is, or no pack could be written.

Examples:
  houselights pack import quiz.gift                          writes quiz.json
  houselights pack import --lang es --title Cine test.txt -o cine.json
  houselights pack import opentdb.json -o - | less
  houselights --pack quiz.json                               shows it in a window
`

// banks are the kinds of question banks, in the order in which a file is tried.
var banks = []struct {
	name   string
	is     func(data []byte) bool
	read   func(data []byte) (*bank.Bank, error)
	ending []string // of files that are such, whatever is in them
}{
	{"kahoot", kahoot.Is, kahoot.Read, []string{".xlsx", ".xls"}},
	{"opentdb", isTrivia, opentdb.Read, nil},
	{"aiken", aiken.Is, aiken.Read, []string{".aiken"}},
	{"gift", gift.Is, gift.Read, []string{".gift"}},
}

// isTrivia takes for the database's also what holds its fields and is no JSON, so that it is told what is wrong with it.
func isTrivia(data []byte) bool {
	return opentdb.Is(data) || bytes.Contains(data, []byte("correct_answer")) && bytes.Contains(data, []byte("incorrect_answers"))
}

// errExit is an exit code of which all has been said.
type errExit int

func (e errExit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// Exit codes of what is made out of something else.
const (
	someLeftOut errExit = 1
	noneKept    errExit = 2
)

func packImport(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	flags := flagsOf("pack import")
	from := flags.String("from", "", "")
	title := flags.String("title", "", "")
	lang := flags.String("lang", "en", "")
	out := outFlags(flags)
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return errUsage{"pack import: name one file, or - for what is piped in"}
	}
	if !language.MatchString(*lang) {
		return errUsage{fmt.Sprintf("pack import: --lang %q is no language: write one such as vi or pt-BR", *lang)}
	}
	if *title != "" && pack.FitTitle(*title) == "" {
		return errUsage{"pack import: --title is too long, or shows nothing: write 200 characters at most"}
	}
	name := files[0]
	refuse := func(what string) error {
		fmt.Fprintf(stderr, "%s: %s\n", shown(name), what)
		return noneKept
	}
	data, err := input(name, stdin)
	if err != nil {
		return refuse(why(err))
	}
	read, what := reader(*from, name, data)
	if read == nil {
		if *from != "" {
			return errUsage{"pack import: " + what}
		}
		return refuse(what)
	}
	b, err := read(data)
	if err != nil {
		return refuse(err.Error())
	}
	id := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	p, report := b.Pack(id, cmp.Or(*title, b.Title, titleOf(name)), *lang)
	for _, n := range report.Notes {
		fmt.Fprintln(stderr, told(shown(name), n))
	}
	out.standard(name, ".json")
	summary := stdout
	if out.piped() {
		summary = stderr
	}
	fmt.Fprintf(summary, "%s: %s read, %d kept, %d left out\n", shown(name), counted(report.Read, "question"), report.Kept, report.LeftOut())
	switch {
	case report.Read == 0:
		return refuse("there are no questions in it")
	case p == nil:
		return noneKept
	}
	if err := out.write(p.Write(), name, stdout, stderr); err != nil {
		return err
	}
	if !out.piped() {
		fmt.Fprintf(summary, "%s: %q is written. Questions: %s\n", out.path, p.Title, contents(p))
	}
	if n := len(p.Questions) - p.Playable(); n > 0 {
		fmt.Fprintf(summary, "%d of them wait for a later version: %s\n", n, strings.Join(eachKind(p, func(k pack.Kind) bool { return !k.Playable() }), ", "))
	}
	if report.LeftOut() > 0 {
		return someLeftOut
	}
	return nil
}

// reader returns the reader for a file, of the kind that is asked for, "" for any. Where there is none it says why.
func reader(kind, name string, data []byte) (read func([]byte) (*bank.Bank, error), what string) {
	var names []string
	for _, b := range banks {
		if kind == b.name {
			return b.read, ""
		}
		names = append(names, b.name)
	}
	slices.Sort(names)
	known := strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
	if kind != "" {
		return nil, fmt.Sprintf("--from %q is not known: use %s", kind, known)
	}
	if what = other(data); what != "" {
		return nil, what
	}
	for _, b := range banks {
		if b.is(data) || slices.Contains(b.ending, strings.ToLower(filepath.Ext(name))) {
			return b.read, ""
		}
	}
	return nil, fmt.Sprintf("no question bank that is known here: where it is one, say of which kind with --from %s", known)
}

// other says what a file is that is no question bank; "" where that cannot be told.
func other(data []byte) string {
	start := strings.ToLower(string(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 200)], []byte("\uFEFF")))))
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return "the file is empty"
	case strings.HasPrefix(start, "{") && strings.Contains(start, `"houselights"`):
		return "it is a pack already: houselights pack check says whether it is sound"
	case strings.HasPrefix(start, "<?xml"), strings.HasPrefix(start, "<quiz"), strings.HasPrefix(start, "<!doctype"), strings.HasPrefix(start, "<html"):
		return "it is XML or a web page: where it comes from Moodle, export the questions there as GIFT"
	}
	return ""
}

// input returns what is in a file, - for what is piped in.
func input(name string, stdin io.Reader) ([]byte, error) {
	var data []byte
	var err error
	if name == "-" {
		data, err = io.ReadAll(io.LimitReader(stdin, bank.MaxBytes+1))
	} else {
		data, err = readFile(name, bank.MaxBytes)
	}
	if len(data) > bank.MaxBytes {
		err = fmt.Errorf("it is larger than %d MB: split it", bank.MaxBytes>>20)
	}
	return data, err
}

// why tells an error of a file without naming that again.
func why(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "no such file"
	}
	what, fix := unreadable(err)
	if fix != "" {
		what += ": " + fix
	}
	return what
}

// shown is a file in messages.
func shown(name string) string {
	if name == "-" {
		return "standard input"
	}
	return name
}

// titleOf makes a title of a file's name.
func titleOf(name string) string {
	if name == "-" {
		return "Quiz"
	}
	base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	return cmp.Or(strings.Join(strings.FieldsFunc(base, func(r rune) bool { return r == '_' || r == ' ' }), " "), "Quiz")
}

// told is a note in a line: quiz.gift:12: "Q1" is left out: an essay, which has no right answer.
func told(file string, n bank.Note) string {
	at := file
	if n.Line > 0 {
		at += fmt.Sprintf(":%d", n.Line)
	}
	switch {
	case n.LeftOut && n.Where == "":
		return fmt.Sprintf("%s: left out: %s", at, n.What)
	case n.LeftOut:
		return fmt.Sprintf("%s: %s is left out: %s", at, n.Where, n.What)
	case n.Where == "":
		return fmt.Sprintf("note: %s: %s", at, n.What)
	}
	return fmt.Sprintf("note: %s: %s: %s", at, n.Where, n.What)
}
