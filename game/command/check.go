//go:build !js

package command

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // for machines without a zone database

	"houselights/assets"
	"houselights/game/pack"
	"houselights/game/pack/bank"
	"houselights/game/trivia"
	"houselights/game/typeset"
)

// errTold is a failure of which all has been said.
var errTold = errors.New("told already")

func packCheck(args []string, stdout, stderr io.Writer) error {
	flags := flagsOf("pack check")
	strict := flags.Bool("strict", false, "")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return errUsage{"pack check: name the files to check"}
	}
	c, err := newChecker(stdout, stderr, *strict)
	if err != nil {
		return err
	}
	sound := true
	for _, s := range c.sources(files) {
		sound = c.check(s) && sound
	}
	if !sound {
		return errTold
	}
	return nil
}

// checker checks packs one after another. Errors go to stderr; what is sound, and notes, to stdout.
type checker struct {
	stdout, stderr io.Writer
	strict         bool // a note is as bad as an error
	fonts          *typeset.Fonts
	cards          cards
}

func newChecker(stdout, stderr io.Writer, strict bool) (*checker, error) {
	fonts, err := assets.Fonts()
	if err != nil {
		return nil, err
	}
	cards, err := newCards(fonts)
	return &checker{stdout, stderr, strict, fonts, cards}, err
}

// sources are the packs to check. A translation among the files, as in *.json, stands for its pack, with which it is checked.
func (c *checker) sources(files []string) []source {
	var all []source
	for _, name := range files {
		s := find(name)
		if main, ok := s.original(); ok {
			fmt.Fprintf(c.stdout, "%s: a translation, checked with %s\n", name, main.name)
			s = main
		}
		if !slices.ContainsFunc(all, func(other source) bool { return filepath.Clean(other.name) == filepath.Clean(s.name) }) {
			all = append(all, s)
		}
	}
	return all
}

// original returns the pack that a file is a translation of, if it is one: the pack lies beside it, and lists it, or it can
// be none of its own.
func (s source) original() (source, bool) {
	dot := strings.LastIndexByte(s.id, '.')
	if s.builtIn || !strings.HasSuffix(s.name, ".json") || dot <= 0 || !language.MatchString(s.id[dot+1:]) {
		return source{}, false
	}
	id, lang := s.id[:dot], s.id[dot+1:]
	main := source{filepath.Join(filepath.Dir(s.name), id+".json"), id, false}
	packed, err := main.read("")
	if err != nil {
		return source{}, false
	}
	data, err := s.read("")
	if err != nil {
		return source{}, false
	}
	if p, err := pack.Read(id, packed); err == nil && slices.Contains(p.Translations, lang) {
		return main, true
	}
	_, err = pack.Read(s.id, data)
	return main, err != nil
}

// check says all that is wrong with a pack and its translations, and reports whether nothing is.
func (c *checker) check(s source) bool {
	l := s.load(nil)
	mistakes := slices.Concat(l.problems, l.mistakes(s))
	for _, problem := range mistakes {
		fmt.Fprintln(c.stderr, problem)
	}
	if l.pack == nil {
		if langs := s.beside(); len(langs) > 0 {
			fmt.Fprintf(c.stdout, "%s: its translations (%s) are checked once it is sound\n", s.name, strings.Join(langs, ", "))
		}
		return false
	}
	notes := c.notes(s, l)
	where := c.stdout
	if c.strict {
		where = c.stderr
	}
	for _, note := range notes {
		fmt.Fprintf(where, "note: %v\n", note)
	}
	for _, t := range l.translations {
		if t.problems == nil {
			fmt.Fprintf(c.stdout, "%s: %s\n", s.name, covered(t.coverage))
		}
	}
	switch {
	case len(mistakes) > 0:
		return false
	case c.strict && len(notes) > 0:
		fmt.Fprintf(c.stderr, "%s: %s, and --strict wants none\n", s.name, bank.Counted(len(notes), "note"))
		return false
	}
	fmt.Fprintf(c.stdout, "%s: %q is sound. Questions: %s, events: %d\n", s.name, l.pack.Title, contents(l.pack), len(l.pack.Events))
	return true
}

// mistakes are the errors beyond those of the pack's own file. That a translation is missing is none: somebody may be at it.
func (l loaded) mistakes(s source) pack.Problems {
	if l.pack == nil {
		return nil
	}
	all := named(s.file(""), checkZones(l.pack))
	for _, t := range l.translations {
		if !t.missing {
			all = append(all, t.problems...)
		}
	}
	return all
}

// covered says how much of a pack a translation has. A share is 100 % only when nothing is missing.
func covered(c pack.Coverage) string {
	return fmt.Sprintf("%s: %d of %s (%d %%)", c.Lang, c.Questions, bank.Counted(c.Of, "question"), 100*c.Questions/max(1, c.Of))
}

// contents counts the questions, and where there are several kinds of them, each.
func contents(p *pack.Pack) string {
	total := fmt.Sprint(len(p.Questions))
	if each := eachKind(p, func(pack.Kind) bool { return true }); len(each) > 1 {
		return total + " (" + strings.Join(each, ", ") + ")"
	}
	return total
}

// eachKind counts the questions of each kind that there is, such as "3 put in order".
func eachKind(p *pack.Pack, wanted func(pack.Kind) bool) []string {
	n := map[string]int{}
	for i := range p.Questions {
		if q := &p.Questions[i]; wanted(q.Kind) {
			n[kindOf(q)]++
		}
	}
	var each []string
	for _, name := range append(kinds[:], rumours) {
		if n[name] > 0 {
			each = append(each, fmt.Sprintf("%d %s", n[name], name))
		}
	}
	return each
}

// checkZones holds the zones of events against their instants, which the reader of packs cannot: it knows no zone database.
func checkZones(p *pack.Pack) pack.Problems {
	var problems pack.Problems
	for i, e := range p.Events {
		if e.Zone == "" {
			continue
		}
		where := fmt.Sprintf("events[%d] %q", i, e.ID)
		zone, err := time.LoadLocation(e.Zone)
		if err != nil || e.Zone == "Local" { // which is another on each machine
			problems = append(problems, pack.Problem{Where: where, What: fmt.Sprintf("unknown zone %q", e.Zone), Fix: "write its name as America/Los_Angeles"})
			continue
		}
		// What the clock shows there is what the author has written, so the offset has to be that of the zone.
		y, month, d := e.At.Date()
		meant := time.Date(y, month, d, e.At.Hour(), e.At.Minute(), e.At.Second(), e.At.Nanosecond(), zone)
		if !meant.Equal(e.At) {
			problems = append(problems, pack.Problem{Where: where,
				What: fmt.Sprintf("\"at\" is %s, and the offset of %s on that day is another", e.At.Format(time.RFC3339), e.Zone),
				Fix:  "write " + meant.Format(time.RFC3339)})
		}
	}
	return problems
}

// maxNotes keeps the notes on a file to what someone may read.
const maxNotes = 1000

// notes are what an author should know of a pack that can be played as it is.
func (c *checker) notes(s source, l loaded) pack.Problems {
	file := s.file("")
	all := named(file, packNotes(l.pack))
	all = append(all, s.listing(l)...)
	all = append(all, named(file, c.textNotes(l.pack, nil))...)
	for _, t := range l.translations {
		if t.problems != nil {
			continue
		}
		all = append(all, named(s.file(t.lang), t.coverage.Notes)...)
		all = append(all, named(s.file(t.lang), c.textNotes(l.pack.In(t.lang), l.pack))...)
	}
	if len(all) > maxNotes {
		all = append(all[:maxNotes], pack.Problem{File: file, What: "more notes follow", Fix: "mend these first"})
	}
	return all
}

// packNotes are those on which questions there are.
func packNotes(p *pack.Pack) pack.Problems {
	var notes pack.Problems
	if out := len(p.Questions) - p.Playable(); out > 0 {
		each := eachKind(p, func(k pack.Kind) bool { return !k.Playable() })
		notes = append(notes, pack.Problem{What: fmt.Sprintf("%d of %s left out in this version (%s): they are read and checked, and wait for a later one",
			out, bank.Counted(len(p.Questions), "question"), strings.Join(each, ", "))})
	}
	if anybody := (trivia.Pool{}).Size(p); anybody < trivia.Length {
		notes = append(notes, pack.Problem{What: fmt.Sprintf("a round has %s, and not %d", bank.Counted(anybody, "question"), trivia.Length),
			Fix: fmt.Sprintf("add %d that can be played", trivia.Length-anybody)})
	}
	asked := map[string]int{}
	for i := range p.Questions {
		q := &p.Questions[i]
		if first, again := asked[q.Ask]; again {
			notes = append(notes, pack.Problem{Where: fmt.Sprintf("questions[%d] %q", i, q.ID), What: fmt.Sprintf("it asks the same as questions[%d]", first), Fix: "remove one, unless the answers differ"})
		} else {
			asked[q.Ask] = i
		}
	}
	for i := range p.Events {
		if e := &p.Events[i]; e.Status == pack.Reported && e.Caption+e.Past != "" {
			notes = append(notes, pack.Problem{Where: fmt.Sprintf("events[%d] %q", i, e.ID), What: "\"caption\" and \"past\" are not shown of what is only reported", Fix: "remove them"})
		}
	}
	return notes
}

// listing notes what the pack's list of translations and the files beside it have not in common, and languages that nobody sees.
func (s source) listing(l loaded) pack.Problems {
	var notes pack.Problems
	listed := map[string]bool{l.pack.Lang: true}
	for _, t := range l.translations {
		listed[t.lang] = true
		if t.missing {
			notes = append(notes, t.problems...)
		} else if !slices.Contains(assets.Languages(), t.lang) {
			notes = append(notes, pack.Problem{File: s.file(t.lang), What: fmt.Sprintf("nobody sees it in this version, in which one can choose from %s",
				strings.Join(assets.Languages(), ", "))})
		}
	}
	for _, lang := range s.beside() {
		if listed[lang] {
			continue
		}
		notes = append(notes, pack.Problem{File: s.file(lang), What: fmt.Sprintf("it is not read, since %s does not list it", filepath.Base(s.file(""))),
			Fix: fmt.Sprintf("add %q to \"translations\" there", lang)})
	}
	return notes
}

// textNotes are those on the texts of a pack, but for those that a translation shares with its original.
func (c *checker) textNotes(p, original *pack.Pack) pack.Problems {
	var same map[passage]bool
	if original != nil {
		same = map[passage]bool{}
		for t := range texts(original) {
			same[t] = true
		}
	}
	var notes pack.Problems
	for t := range texts(p) {
		if missing := c.fonts.Missing(t.text); len(missing) > 0 && !same[t] {
			notes = append(notes, pack.Problem{Where: t.where(original != nil), What: t.field + " has characters that no face has: " + listed(missing),
				Fix: "use others; on the web such a pack is shown in system fonts, in a window as empty boxes"})
		}
	}
	for i := range p.Questions {
		if q := &p.Questions[i]; q.Lang == "" && q.Kind.Playable() {
			notes = append(notes, c.cards.notes(p, i, same)...)
		}
	}
	return notes
}

// listed shows characters with their code points, as many as a message can carry.
func listed(runes []rune) string {
	const most = 8
	var each []string
	for _, r := range runes[:min(most, len(runes))] {
		each = append(each, fmt.Sprintf("%c (%U)", r, r))
	}
	if more := len(runes) - most; more > 0 {
		each = append(each, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(each, ", ")
}
