//go:build !js

package command

import (
	"errors"
	"fmt"
	"io"

	"houselights/game/pack/bank"
	"houselights/game/pack/gift"
)

const exportUsage = `Write a pack in a format that other programs read.

  houselights pack export FILE --to gift [flags]

FILE is a pack file, or the id of a built-in pack (purple-hearts). GIFT is the text format of Moodle.

Flags:
  --to gift     the format
  -o OUT        where it goes, - for standard output; else NAME.gift beside NAME.json, or here for a built-in pack
  --force       write over OUT where it is there
  --lang LANG   a translation of the pack

What GIFT cannot say is named on standard error. The exit code is 0 when all questions are written, 1 when some are left out,
and 2 when none is, or nothing could be written. What is written, houselights pack import reads back.

Examples:
  houselights pack export quiz.json --to gift                writes quiz.gift
  houselights pack export purple-hearts --to gift --lang es -o - | less
`

func packExport(args []string, stdout, stderr io.Writer) error {
	flags := flagsOf("pack export")
	to := flags.String("to", "", "")
	lang := flags.String("lang", "", "")
	out := outFlags(flags)
	files, err := parse(flags, args)
	switch {
	case err != nil:
		return err
	case len(files) != 1:
		return errUsage{"pack export: name one file"}
	case *to == "":
		return errUsage{"pack export: say to what, as in --to gift"}
	case *to != "gift":
		return errUsage{fmt.Sprintf("pack export: --to %q is not known: use gift", *to)}
	}
	s := find(files[0])
	l := s.load(nil)
	if l.pack == nil {
		for _, problem := range l.problems {
			fmt.Fprintln(stderr, problem)
		}
		return noneKept
	}
	p, err := l.in(*lang, s, flags.Name())
	if problems := (errProblems{}); errors.As(err, &problems) {
		fmt.Fprintln(stderr, err)
		return noneKept
	} else if err != nil {
		return err
	}
	text, lost := gift.Write(p)
	kept := len(p.Questions)
	for _, loss := range lost {
		if loss.Question < 0 {
			fmt.Fprintf(stderr, "note: %s: GIFT has no place for %s\n", s.name, loss.What)
			continue
		}
		kept--
		fmt.Fprintf(stderr, "%s: questions[%d] %q is left out: %s\n", s.name, loss.Question, p.Questions[loss.Question].ID, loss.What)
	}
	ending := ".gift"
	if p.Lang != l.pack.Lang {
		ending = "." + p.Lang + ending
	}
	out.standard(s.name, ending)
	summary := out.summary(stdout, stderr)
	if kept > 0 {
		if err = out.write(text, s.file(""), stdout, stderr); err == nil && !out.piped() {
			fmt.Fprintf(summary, "%s: %q is written\n", out.path, p.Title)
		}
	}
	fmt.Fprintf(summary, "%s: %s read, %d kept, %d left out\n", s.name, bank.Counted(len(p.Questions), "question"), kept, len(p.Questions)-kept)
	return exitCode(err == nil && kept > 0, len(p.Questions)-kept)
}
