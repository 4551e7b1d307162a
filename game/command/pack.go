//go:build !js

package command

import (
	"flag"
	"fmt"
	"io"
	"iter"
	"os"

	"houselights/game/pack"
)

// packCommand takes care of pack files.
func packCommand(args []string, stdout, stderr io.Writer) error {
	const use = "use pack check FILE…, pack show FILE, pack import FILE or pack export FILE --to gift"
	if len(args) == 0 {
		return errUsage{"pack needs a command: " + use}
	}
	switch name, rest := args[0], args[1:]; name {
	case "check":
		return packCheck(rest, stdout, stderr)
	case "show":
		return packShow(rest, stdout)
	case "import":
		return packImport(rest, os.Stdin, stdout, stderr)
	case "export":
		return packExport(rest, stdout, stderr)
	default:
		return errUsage{fmt.Sprintf("pack has no command %q: %s", name, use)}
	}
}

// flagsOf returns flags that say nothing by themselves.
func flagsOf(name string) *flag.FlagSet {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	return flags
}

// parse reads flags and other arguments in any order, and returns the others.
func parse(flags *flag.FlagSet, args []string) ([]string, error) {
	var others []string
	for {
		if err := flags.Parse(args); err != nil {
			return nil, errUsage{flags.Name() + ": " + err.Error()}
		}
		if flags.NArg() == 0 {
			return others, nil
		}
		others, args = append(others, flags.Arg(0)), flags.Args()[1:]
	}
}

// kinds are the kinds of questions in words, by pack.Kind.
var kinds = [...]string{
	pack.OneOf:       "one of several",
	pack.TrueFalse:   "true or false",
	pack.SeveralOf:   "several right",
	pack.Ordering:    "put in order",
	pack.Numerical:   "a number",
	pack.Matching:    "match pairs",
	pack.ShortAnswer: "type the answer",
}

// rumours is a kind of its own for people, though its answers are those of true or false.
const rumours = "real or rumour"

func kindOf(q *pack.Question) string {
	if q.Rumour {
		return rumours
	}
	return kinds[q.Kind]
}

// spot is an entry of a pack; the zero spot is the pack as a whole.
type spot struct {
	kind string // "question"
	i    int
	id   string
}

// where names the spot as the reader of packs does: in the pack's own file by its place as well, in a translation by its id.
func (s spot) where(translated bool) string {
	switch {
	case s.kind == "":
		return ""
	case translated:
		return fmt.Sprintf("%s %q", s.kind, s.id)
	}
	return fmt.Sprintf("%ss[%d] %q", s.kind, s.i, s.id)
}

// passage is one of the texts of a pack.
type passage struct {
	spot
	field string // `"wrong"[1]`
	text  string
}

// texts are those that people read, in the order of the file, but for what a translation lacks and has from the pack.
func texts(p *pack.Pack) iter.Seq[passage] {
	return func(yield func(passage) bool) {
		ok := true
		give := func(at spot, field, s string) {
			if ok && s != "" {
				ok = yield(passage{at, field, s})
			}
		}
		give(spot{}, `"title"`, p.Title)
		give(spot{}, `"about"`, p.About)
		give(spot{}, `"credits"`, p.Credits)
		give(spot{}, `"licence"`, p.Licence)
		for i, t := range p.Topics {
			give(spot{"topic", i, t.ID}, `"title"`, t.Title)
		}
		for i := range p.Events {
			if e := &p.Events[i]; e.Lang == "" {
				eventTexts(e, spot{"event", i, e.ID}, give)
			}
		}
		for i := range p.Questions {
			if q := &p.Questions[i]; q.Lang == "" && ok {
				questionTexts(q, spot{"question", i, q.ID}, give)
			}
		}
	}
}

func eventTexts(e *pack.Event, at spot, give func(at spot, field, s string)) {
	give(at, `"title"`, e.Title)
	give(at, `"caption"`, e.Caption)
	give(at, `"past"`, e.Past)
	give(at, `"by"`, e.By)
	give(at, `"place"`, e.Place)
	give(at, `"source"`, e.Source.Title)
}

func questionTexts(q *pack.Question, at spot, give func(at spot, field, s string)) {
	give(at, `"ask"`, q.Ask)
	for i := range len(q.Right) + len(q.Wrong) {
		give(at, optionField(q, i), option(q, i))
	}
	for i, pair := range q.Pairs {
		give(at, fmt.Sprintf(`"pairs"[%d]`, i), pair[0])
		give(at, fmt.Sprintf(`"pairs"[%d]`, i), pair[1])
	}
	give(at, `"unit"`, q.Scale.Unit)
	give(at, `"why"`, q.Why)
	give(at, `"hint"`, q.Hint)
	give(at, `"source"`, q.Source.Title)
	give(at, `"alt"`, q.Alt)
}

// option is the text of an option of a question: the right ones come before the wrong ones.
func option(q *pack.Question, i int) string {
	if i < len(q.Right) {
		return q.Right[i]
	}
	return q.Wrong[i-len(q.Right)]
}

// optionField is where the file holds an option.
func optionField(q *pack.Question, i int) string {
	switch {
	case i >= len(q.Right):
		return fmt.Sprintf(`"wrong"[%d]`, i-len(q.Right))
	case q.Kind == pack.Ordering:
		return fmt.Sprintf(`"order"[%d]`, i)
	case q.Kind == pack.ShortAnswer:
		return fmt.Sprintf(`"accept"[%d]`, i)
	case q.Kind == pack.SeveralOf:
		return fmt.Sprintf(`"right"[%d]`, i)
	}
	return `"right"`
}
