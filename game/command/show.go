//go:build !js

package command

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"houselights/assets"
	"houselights/game/pack"
	"houselights/game/pack/bank"
	"houselights/game/trivia"
	"houselights/game/words"
)

func packShow(args []string, stdout io.Writer) error {
	flags := flagsOf("pack show")
	lang := flags.String("lang", "", "")
	files, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(files) != 1 {
		return errUsage{"pack show: name one file"}
	}
	s := find(files[0])
	l := s.load(nil)
	if l.pack == nil {
		return errProblems{l.problems}
	}
	p, err := l.in(*lang, s, flags.Name())
	if err != nil {
		return err
	}
	library, err := assets.Words()
	if err != nil {
		return err
	}
	sheet := sheet{pack: p, book: library["en"]}
	sheet.head(l)
	sheet.events()
	sheet.questions()
	_, err = io.WriteString(stdout, sheet.String())
	return err
}

// in returns the pack in a language that it can be read in, "" for its own, for a command.
func (l loaded) in(lang string, s source, command string) (*pack.Pack, error) {
	if lang == "" || lang == l.pack.Lang {
		return l.pack, nil
	}
	var langs []string
	for _, t := range l.translations {
		switch {
		case t.lang == lang && t.problems != nil:
			return nil, errProblems{t.problems}
		case t.lang == lang:
			return l.pack.In(lang), nil
		}
		langs = append(langs, t.lang)
	}
	return nil, errUsage{fmt.Sprintf("%s: %s lists no translation into %q: use one of %s", command, s.name, lang, strings.Join(append([]string{l.pack.Lang}, langs...), ", "))}
}

// sheet is a pack in plain text, for people who read it through.
type sheet struct {
	strings.Builder
	pack *pack.Pack
	book words.Book // of English, in which the sheet speaks
}

// columns is how wide the sheet is, in characters.
const columns = 100

// put writes a paragraph behind a lead, such as a mark, with all its lines starting there.
func (s *sheet) put(indent int, lead, text string) {
	line := strings.Repeat(" ", indent) + lead
	indent = utf8.RuneCountInString(line)
	used, first := indent, true
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }) {
		n := utf8.RuneCountInString(word)
		if !first && used+1+n > columns {
			s.WriteString(line + "\n")
			line, used, first = strings.Repeat(" ", indent), indent, true
		}
		if !first {
			line, used = line+" ", used+1
		}
		line, used, first = line+word, used+n, false
	}
	s.WriteString(strings.TrimRight(line, " ") + "\n")
}

// maybe writes a paragraph where there is one.
func (s *sheet) maybe(indent int, lead, text string) {
	if text != "" {
		s.put(indent, lead, text)
	}
}

func (s *sheet) title(text string) {
	s.WriteString("\n")
	s.put(0, "", text)
	s.WriteString(strings.Repeat("-", min(columns, utf8.RuneCountInString(text))) + "\n")
}

// head says what the pack is.
func (s *sheet) head(l loaded) {
	p := s.pack
	s.put(0, "", p.Title)
	s.WriteString(strings.Repeat("=", min(columns, utf8.RuneCountInString(p.Title))) + "\n")
	s.maybe(0, "", p.About)
	s.maybe(0, "Credits: ", p.Credits)
	s.maybe(0, "Licence: ", p.Licence)
	s.maybe(0, "Version: ", p.Version)
	s.put(0, "Language: ", p.Lang)
	if len(l.translations) == 0 {
		return
	}
	s.put(0, "Translations:", "")
	for _, t := range l.translations {
		state := covered(t.coverage)
		switch {
		case t.missing:
			state = t.lang + ": there is no file"
		case t.problems != nil:
			state = t.lang + ": cannot be used, see pack check"
		}
		s.put(2, "", state)
	}
}

func (s *sheet) events() {
	if len(s.pack.Events) == 0 {
		return
	}
	s.title(bank.Counted(len(s.pack.Events), "event"))
	for i := range s.pack.Events {
		e := &s.pack.Events[i]
		s.put(0, fmt.Sprintf("%d. ", i+1), e.Title+" ["+e.ID+"]"+s.untranslated(e.Lang))
		for _, when := range s.when(e) {
			s.put(3, "", when)
		}
		s.maybe(3, "", doubt(e.Status, e.By))
		s.maybe(3, "The count: ", e.Caption)
		s.maybe(3, "When it is over: ", e.Past)
		s.put(3, "After its day: ", map[pack.After]string{pack.GoNext: "the next event", pack.Stay: "says that the day has passed", pack.CountUp: "counts the days since"}[e.After])
		s.maybe(3, "Place: ", e.Place)
		s.maybe(3, "Link: ", e.Link)
		s.source(e.Source)
	}
}

// untranslated marks what a translation lacks.
func (s *sheet) untranslated(lang string) string {
	if lang == "" || lang == s.pack.Lang {
		return ""
	}
	return " (not translated: in " + lang + ")"
}

// when says when an event is, a line for each of its times.
func (s *sheet) when(e *pack.Event) []string {
	switch {
	case !e.At.IsZero():
		zone := ""
		if e.Zone != "" {
			zone = ", " + e.Zone
		}
		return []string{e.At.Format("2 January 2006, 15:04 (UTC-07:00") + zone + "), the same instant everywhere"}
	case !e.Day.IsZero():
		return []string{e.Day.Format("2 January 2006") + ", from each viewer’s own midnight"}
	case e.Yearly.Day > 0:
		since := ""
		if e.Yearly.Since > 0 {
			since = fmt.Sprintf(", since %d", e.Yearly.Since)
		}
		return []string{fmt.Sprintf("%d %s of each year%s, from each viewer’s own midnight", e.Yearly.Day, e.Yearly.Month, since)}
	}
	var all []string
	showings := slices.SortedFunc(slices.Values(e.Showings), func(a, b pack.Showing) int { return a.Time.Compare(b.Time) })
	for _, showing := range showings {
		if showing.Local {
			all = append(all, showing.Time.Format("2 January 2006, 15:04")+" on the viewer’s own clock")
		} else {
			all = append(all, showing.Time.Format("2 January 2006, 15:04 (UTC-07:00)"))
		}
	}
	return all
}

// doubt says how far something can be trusted.
func doubt(status pack.Status, by string) string {
	switch status {
	case pack.Reported:
		if by != "" {
			return "Reported, and not confirmed by " + by + "."
		}
		return "Reported, and not confirmed."
	case pack.Confirmed:
		return "Confirmed."
	case pack.Released:
		return "Released."
	}
	return ""
}

func (s *sheet) source(src pack.Source) {
	s.maybe(3, "Source: ", strings.Join(slices.DeleteFunc([]string{src.Title, src.Date, src.URL}, func(part string) bool { return part == "" }), ", "))
}

func (s *sheet) questions() {
	p := s.pack
	title := bank.Counted(len(p.Questions), "question")
	if out := len(p.Questions) - p.Playable(); out > 0 {
		title += fmt.Sprintf(", %d of them left out in this version", out)
	}
	s.title(title)
	for i := range p.Questions {
		if i > 0 {
			s.WriteString("\n")
		}
		s.question(i, &p.Questions[i])
	}
}

func (s *sheet) question(i int, q *pack.Question) {
	about := []string{"[" + q.ID + "]", fmt.Sprintf("level %d", q.Level)}
	if q.Topic != "" {
		about = append(about, s.topic(q.Topic))
	}
	about = append(about, kindOf(q))
	if limit := trivia.Limit(q); limit > 0 {
		about = append(about, fmt.Sprintf("%d s", int(limit.Seconds())))
	}
	if q.Spoiler {
		about = append(about, "SPOILER")
	}
	if !q.Kind.Playable() {
		about = append(about, "left out in this version")
	}
	s.put(0, fmt.Sprintf("%d. ", i+1), strings.Join(about, " · ")+s.untranslated(q.Lang))
	s.put(3, "", q.Ask)
	s.answers(q)
	s.maybe(3, "Hint: ", q.Hint)
	s.maybe(3, "Why: ", q.Why)
	s.maybe(3, "", doubt(q.Status, ""))
	s.source(q.Source)
	s.maybe(3, "The picture shows: ", q.Alt)
	s.maybe(3, "The picture, not drawn in this version: ", q.Image)
	s.maybe(3, "Facts: ", strings.Join(q.Facts, ", "))
}

// topic is the title of a topic, where the pack gives one.
func (s *sheet) topic(id string) string {
	for _, t := range s.pack.Topics {
		if t.ID == id {
			return cmp.Or(t.Title, id)
		}
	}
	return id
}

// The marks of right answers and of wrong ones.
const (
	right = "✓ "
	wrong = "· "
)

func (s *sheet) answers(q *pack.Question) {
	switch q.Kind {
	case pack.TrueFalse:
		words := map[bool]string{true: "True", false: "False"}
		if q.Rumour {
			words = map[bool]string{true: "Real", false: "Rumour"}
		}
		s.put(3, right, words[q.True])
		return
	case pack.Numerical:
		s.scale(&q.Scale)
		return
	case pack.Ordering:
		for i, text := range q.Right {
			s.put(3, fmt.Sprintf("%d. ", i+1), text)
		}
		return
	case pack.Matching:
		for _, pair := range q.Pairs {
			s.put(3, right, pair[0]+" — "+pair[1])
		}
	}
	for _, text := range q.Right {
		s.put(3, right, text)
	}
	for _, text := range q.Wrong {
		s.put(3, wrong, text)
	}
	if q.Kind == pack.ShortAnswer {
		s.forgiven(q)
	}
}

func (s *sheet) scale(scale *pack.Scale) {
	number := func(n int) string { return s.book.Decimal(n, scale.Decimals) }
	unit := ""
	if scale.Unit != "" {
		unit = " " + scale.Unit
	}
	text := number(scale.Right) + unit
	if scale.Tolerance > 0 {
		text += fmt.Sprintf(", and %s more or less", number(scale.Tolerance))
	}
	s.put(3, right, text)
	s.put(3, "The scale: ", fmt.Sprintf("%s to %s%s, in steps of %s", number(scale.Min), number(scale.Max), unit, number(scale.Step)))
}

// forgiven says which slips an answer that is typed may have.
func (s *sheet) forgiven(q *pack.Question) {
	switch {
	case q.ForgiveCase && q.ForgiveAccents:
		s.put(3, "", "Capitals and accents may differ.")
	case q.ForgiveCase:
		s.put(3, "", "Capitals may differ.")
	case q.ForgiveAccents:
		s.put(3, "", "Accents may differ.")
	}
}
