//go:build !js

package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

const importUsage = `Make a pack of somebody's question bank.

  houselights pack import FILE [flags]

FILE is one of these, and recognised by what is in it; - reads what is piped in, and writes to standard output.
  gift      GIFT, the text format of Moodle
  opentdb   JSON of the Open Trivia Database, in any of its encodings
  aiken     Aiken: a question, its answers A) B) C), and a line ANSWER: B
  kahoot    the spreadsheet of Kahoot, .xlsx

Flags:
  --from KIND     says which it is, where that is not recognised
  -o OUT          where the pack goes, - for standard output; else NAME.json beside NAME.txt
  --force         write over OUT where it is there
  --title TITLE   of the pack; else as the file says, or its name
  --lang LANG     the language of the questions, such as vi; else as the file says, or en

What is left out or changed is named on standard error, with its line and the reason. The exit code is 0 when all questions
are kept, 1 when some are left out, and 2 when none is, or no pack could be written.

Examples:
  houselights pack import quiz.gift                          writes quiz.json
  houselights pack import --lang es --title Cine test.txt -o cine.json
  houselights pack import opentdb.json -o - | less
  houselights --pack quiz.json                               shows it in a window
`

// errExit is an exit code of which all has been said.
type errExit int

func (e errExit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// Exit codes of what is made out of something else.
const (
	someLeftOut errExit = 1
	noneKept    errExit = 2
)

// importing is a call of pack import.
type importing struct {
	name, kind, title, lang string
	out                     *out
}

func parseImport(args []string) (importing, error) {
	var c importing
	flags := flagsOf("pack import")
	flags.StringVar(&c.kind, "from", "", "")
	flags.StringVar(&c.title, "title", "", "")
	flags.StringVar(&c.lang, "lang", "", "")
	c.out = outFlags(flags)
	files, err := parse(flags, args)
	c.kind = strings.ToLower(c.kind)
	_, known := kindNamed(c.kind)
	switch {
	case err != nil:
		return c, err
	case len(files) != 1:
		return c, errUsage{"pack import: name one file, or - for what is piped in"}
	case c.lang != "" && !language.MatchString(c.lang):
		return c, errUsage{fmt.Sprintf("pack import: --lang %q is no language: write one such as vi or pt-BR", c.lang)}
	case c.title != "" && pack.FitTitle(c.title) == "":
		return c, errUsage{"pack import: --title is too long, or shows nothing: write 200 characters at most"}
	case c.kind != "" && !known:
		return c, errUsage{fmt.Sprintf("pack import: --from %q is not known: use %s", c.kind, knownBanks())}
	}
	c.name = files[0]
	return c, nil
}

// packImport says what is left out or changed, writes the pack, and ends with the counts.
func packImport(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	c, err := parseImport(args)
	if err != nil {
		return err
	}
	b, err := c.bank(stdin)
	if err == nil && len(b.Items) == 0 {
		err = errors.New("there are no questions in it")
	}
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", shown(c.name), err)
		b = &bank.Bank{}
	}
	c.out.standard(c.name, ".json")
	p, report := b.Pack(cmp.Or(c.title, b.Title, titleOf(c.name)), c.language(b))
	for _, n := range report.Notes {
		fmt.Fprintln(stderr, told(shown(c.name), n))
	}
	summary := c.out.summary(stdout, stderr)
	if p != nil {
		if c.lang == "" && b.Lang == "" && !looksEnglish(p) {
			fmt.Fprintf(stderr, "note: %s: its language is taken for English: where it is another, say so with --lang\n", shown(c.name))
		}
		if err = c.out.write(p.Write(), c.name, stdout, stderr); err == nil {
			c.describe(summary, p)
		}
	}
	if p == nil {
		fmt.Fprintln(stderr, "No pack is written.")
	}
	fmt.Fprintf(summary, "%s: %s read, %d kept, %d left out\n", shown(c.name), bank.Counted(report.Read, "question"), report.Kept, report.LeftOut())
	return exitCode(err == nil && p != nil, report.LeftOut())
}

// bank reads the question bank.
func (c importing) bank(stdin io.Reader) (*bank.Bank, error) {
	data, err := input(c.name, stdin)
	if err != nil {
		return nil, err
	}
	if what := other(data); what != "" && c.kind == "" {
		return nil, errors.New(what)
	}
	kind, ok := kindNamed(c.kind)
	if c.kind == "" {
		kind, ok = recognised(data, c.name)
	}
	switch what := binary(data); {
	case what != "" && (!ok || kind.isText):
		return nil, errors.New(what)
	case !ok:
		return nil, fmt.Errorf("no question bank that is known here: where it is one, say of which kind with --from %s", knownBanks())
	}
	return kind.read(data)
}

// language is that of the questions: the one that is asked for, or that the file says, or else English.
func (c importing) language(b *bank.Bank) string {
	said := b.Lang
	if !language.MatchString(said) {
		said = ""
	}
	primary, rest, more := strings.Cut(cmp.Or(c.lang, said, "en"), "-")
	if primary = strings.ToLower(primary); more {
		return primary + "-" + rest
	}
	return primary
}

// looksEnglish reports whether hardly any letter of a pack has an accent, or is of another script.
func looksEnglish(p *pack.Pack) bool {
	letters, others := 0, 0
	for t := range texts(p) {
		for _, r := range t.text {
			if unicode.IsLetter(r) {
				letters++
				if r > unicode.MaxASCII {
					others++
				}
			}
		}
	}
	return 100*others <= letters
}

// describe says what has been written.
func (c importing) describe(to io.Writer, p *pack.Pack) {
	if !c.out.piped() {
		fmt.Fprintf(to, "%s: %q is written. Questions: %s\n", c.out.path, p.Title, contents(p))
	}
	if n := len(p.Questions) - p.Playable(); n > 0 {
		fmt.Fprintf(to, "%d of them for a later version: %s\n", n, strings.Join(eachKind(p, func(k pack.Kind) bool { return !k.Playable() }), ", "))
	}
}

// exitCode is that of something made, with so many questions left out.
func exitCode(made bool, leftOut int) error {
	switch {
	case !made:
		return noneKept
	case leftOut > 0:
		return someLeftOut
	}
	return nil
}

// input returns what is in a file, - for what is piped in.
func input(name string, stdin io.Reader) (data []byte, err error) {
	if name == "-" {
		data, err = io.ReadAll(io.LimitReader(stdin, bank.MaxBytes+1))
	} else {
		data, err = readFile(name, bank.MaxBytes)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("no such file")
	case err != nil:
		what, fix := unreadable(err)
		return nil, errors.New(strings.TrimSuffix(what+": "+fix, ": "))
	case len(data) > bank.MaxBytes:
		return nil, fmt.Errorf("it is larger than %d MB: split it", bank.MaxBytes>>20)
	}
	return data, nil
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
