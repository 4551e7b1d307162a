//go:build !js

// Package command is the command line: a window, a kiosk, a server for the web build, and the care of packs.
package command

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
)

const usage = `Houselights: film trivia and a premiere countdown.

  houselights [flags]                       open a window
  houselights kiosk [flags]                 full screen, forgets each player after a minute without input
  houselights serve [--pack FILE] [DIR]     serve the web build (build/web), and a pack with it, on
                                            http://127.0.0.1:8080 (PORT changes it)
  houselights pack check [--strict] FILE…   read packs and their translations and say what is wrong with them;
                                            --strict takes notes for errors
  houselights pack show [--lang LANG] FILE  print a pack, or its translation into a language, as a sheet to read
  houselights pack import FILE [-o OUT]     make a pack of a question bank: GIFT, Open Trivia DB, Aiken, Kahoot's .xlsx
  houselights pack export FILE --to gift    write a pack as GIFT; these two say more with --help

Flags of the window and the kiosk:
  --pack FILE     a pack file, shown anew each time it is saved, or the id of a built-in pack (purple-hearts)
  --event EVENT   what is counted to: an event's id, or an instant such as 2026-12-05T19:30:00+01:00
  --mode MODE     where it starts: home, countdown, daily, classic, rumour
  --lang LANG     en, vi, es
  --theme THEME   auto, dark, light
  --motion MOTION auto, reduce, full
  --sound SOUND   off, on
`

// Exit codes, as is usual: 1 for what went wrong, 2 for a call that cannot be understood.
const (
	done    = 0
	failed  = 1
	misused = 2
)

// errUsage is a call that cannot be understood.
type errUsage struct{ text string }

func (e errUsage) Error() string { return e.text }

// errProblems are the faults of files, a line each, of which every one names its place.
type errProblems struct{ error }

// Run does what the arguments say and returns the exit code.
func Run(args []string, stdout, stderr io.Writer) int {
	stdout, stderr = visible{stdout}, visible{stderr}
	err := dispatch(args, stdout, stderr)
	var misuse errUsage
	var problems errProblems
	var exit errExit
	switch {
	case err == nil:
		return done
	case errors.As(err, &exit):
		return int(exit)
	case errors.Is(err, errTold):
		return failed
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, help(args))
		return done
	case errors.As(err, &misuse):
		fmt.Fprintf(stderr, "houselights: %v\nSee houselights %s--help.\n", err, helpful(args))
		return misused
	case errors.As(err, &problems):
		fmt.Fprintln(stderr, err)
		return failed
	default:
		fmt.Fprintf(stderr, "houselights: %v\n", err)
		return failed
	}
}

// helps are the commands that say more of themselves than all together do.
var helps = map[string]string{"pack import ": importUsage, "pack export ": exportUsage}

// helpful returns the command among them, with a space behind it; "" for others.
func helpful(args []string) string {
	name := strings.Join(args[:min(len(args), 2)], " ") + " "
	if helps[name] == "" {
		return ""
	}
	return name
}

// help is what there is to say of a command.
func help(args []string) string { return cmp.Or(helps[helpful(args)], usage) }

func dispatch(args []string, stdout, stderr io.Writer) error {
	if slices.Contains(args, "--help") || slices.Contains(args, "-h") {
		return flag.ErrHelp
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return window(args, false, stderr)
	}
	switch name, rest := args[0], args[1:]; name {
	case "kiosk":
		return window(rest, true, stderr)
	case "serve":
		return serve(rest, stdout, stderr)
	case "pack":
		return packCommand(rest, stdout, stderr)
	case "help":
		return flag.ErrHelp
	default:
		return errUsage{fmt.Sprintf("unknown command %q: use kiosk, serve or pack, or none for a window", name)}
	}
}
