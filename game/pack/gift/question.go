package gift

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// question is one on its way from a block to an item.
type question struct {
	*bank.Item
	q       *pack.Question
	format  format   // of the question, and so of answers and feedbacks that name none
	general string   // feedback on the whole, as markup
	remarks []string // feedbacks on right answers, those first that tell most
	blames  []string // feedbacks on other answers, which would be wrong where the right one was given
	toOne   bool     // the reason was meant for those who gave a right answer
}

// read makes an item of a block, and reports whether its reason was meant for those who gave a right answer.
func read(b block) (item bank.Item, toOne bool) {
	item = bank.Item{Line: b.line}
	r := question{Item: &item, q: &item.Question}
	r.q.ID = b.id
	text := r.named(b.text)
	open, end := strings.IndexByte(text, '{'), strings.IndexByte(text, '}')
	switch {
	case open < 0 && end < 0:
		r.ask(text)
		r.leave("a description, with nothing to answer")
	case end < 0:
		r.leaveAt(b, "{", "a { that is not closed before the blank line: close it with }, or write \\{ for one that means nothing")
	case open < 0 || end < open:
		r.leaveAt(b, "}", "a } that closes nothing: write \\} for one that means nothing")
	case strings.ContainsAny(text[end+1:], "{}"):
		r.leaveAt(b, text[end+1:], "a second brace behind the answers, which are taken to be "+quote(unmask.Replace(text[open:end+1]))+
			": put a blank line between two questions, and write \\{ and \\} for braces that mean nothing")
	default:
		stem := text[:open]
		after := strings.TrimSpace(text[end+1:])
		if feedback, ok := strings.CutPrefix(after, general); ok { // outside of the braces, where it does not belong
			after, r.general = "", feedback
		}
		if after != "" {
			stem += gap + text[end+1:]
		}
		r.ask(stem)
		r.answers(strings.TrimSpace(text[open+1 : end]))
		r.feedback()
	}
	return item, r.toOne && r.LeftOut == ""
}

func (r *question) change(format string, args ...any) {
	if what := fmt.Sprintf(format, args...); !slices.Contains(r.Changes, what) {
		r.Changes = append(r.Changes, what)
	}
}

// leave leaves the question out, for the first of all reasons.
func (r *question) leave(format string, args ...any) {
	if r.LeftOut == "" {
		r.LeftOut = fmt.Sprintf(format, args...)
	}
}

// leaveAt does so for something in the block: the end of it that begins with a brace.
func (r *question) leaveAt(b block, from, reason string) {
	at := strings.Index(b.text, from)
	if len(from) > 1 { // it is the rest of the text
		at = len(b.text) - len(from) + strings.IndexAny(from, "{}")
	}
	if r.Where == "" {
		r.Where = quote(unmask.Replace(b.text))
	}
	r.Line += strings.Count(b.text[:at], "\n")
	r.leave("%s", reason)
}

// formatBeforeName is where some people put the format, which belongs behind the name.
var formatBeforeName = regexp.MustCompile(`^(\[(?:moodle|markdown|html|plain)\])\s*::`)

// oneColon is a name that is nearly written as such.
var oneColon = regexp.MustCompile(`^:[^:\n{]{1,80}::`)

// named takes the name from before a question, which serves as its id where a comment gives none.
func (r *question) named(text string) string {
	if m := formatBeforeName.FindStringSubmatch(text); m != nil {
		return m[1] + r.named(text[len(m[0])-len("::"):])
	}
	rest, ok := strings.CutPrefix(text, "::")
	if !ok {
		if oneColon.MatchString(text) {
			r.change("its name is part of the question, since it begins with one colon: write ::name::")
		}
		return text
	}
	name, rest, ok := strings.Cut(rest, "::")
	if !ok {
		return text
	}
	if name = onOneLine(unmask.Replace(name)); name != "" {
		r.Where = quote(name)
		if r.q.ID == "" {
			r.q.ID = name
		}
	}
	return strings.TrimSpace(rest)
}

// ask takes the text of the question.
func (r *question) ask(markup string) {
	r.q.Ask, r.format = r.text(markup, moodle)
	r.q.Ask = strings.ReplaceAll(r.q.Ask, gap, "_____")
	if r.q.Ask == "" {
		r.leave("no question before the answers")
	}
}

// text returns a text of the question, and its format. What cannot be shown leaves the question out.
func (r *question) text(markup string, standard format) (string, format) {
	s, f := convert(markup, standard)
	if s.text == "" && s.lacks == "" { // as in {=<br> ~<hr>}, on HTML itself
		s.text, _ = formatted(markup, standard)
		s.text = onOneLine(s.text)
	}
	if s.lacks != "" {
		r.leave("%s, which a pack cannot show", s.lacks)
	}
	if s.leads {
		r.change("where its links lead is dropped")
	}
	if strings.Contains(markup, newline) && drive.MatchString(s.text) {
		r.change("\\n is a line break, also in the path of a file: write \\\\n")
	}
	if formula.MatchString(s.text) {
		r.change("a formula in TeX is not set, but shown as text")
	}
	return s.text, f
}

// drive is how a path begins on Windows.
var drive = regexp.MustCompile(`\b[A-Z]:( \w|\\)`)

// formula is one in TeX, between \( and \), two dollars, or one with a sign of TeX between them.
var formula = regexp.MustCompile(`\\\(.*\\\)|\$\$.*\$\$|\$[^$]*[\\^_{][^$]*\$`)

func (r *question) option(markup string) string {
	text, _ := r.text(markup, r.format)
	return text
}

// general stands before a feedback on the question as a whole.
const general = "####"

// feedback makes a reason of the general feedback, or else of the first of those on right answers. There is room for one.
func (r *question) feedback() {
	r.q.Why = r.said(r.general)
	for _, s := range r.remarks {
		if r.q.Why == "" && s != "" {
			r.q.Why, r.toOne = s, true
		}
	}
	var others []string
	for _, s := range slices.Concat(r.remarks, r.blames) {
		if s != "" && s != r.q.Why {
			others = append(others, s)
		}
	}
	switch n := len(others); n {
	case 0:
	case 1:
		r.change("the feedback %s on one of its answers is dropped", quote(others[0]))
	default:
		r.change("the feedbacks on %d of its answers are dropped", n)
	}
}

// said returns the text of a feedback.
func (r *question) said(markup string) string {
	s, _ := convert(markup, r.format)
	switch s.lacks {
	case "":
	case code:
		r.change("the lines of code in a feedback are joined")
	default:
		r.change("%s in a feedback is dropped", s.lacks)
	}
	if s.leads {
		r.change("where its links lead is dropped")
	}
	return s.text
}

// maxGiven is how many answers are read. What is compared with each other must not be many.
const maxGiven = 100

// answers reads what stands between the braces.
func (r *question) answers(text string) {
	if at := strings.LastIndex(text, general); at >= 0 {
		text, r.general = strings.TrimSpace(text[:at]), text[at+len(general):]
	}
	truth, remarks, _ := strings.Cut(text, "#")
	given := split(text, standard)
	if len(given) > maxGiven {
		r.leave("it has %d answers, which is more than any question needs: keep %d at most", len(given), maxGiven)
		return
	}
	for _, a := range given {
		if a.odd != "" {
			r.change("a weight that is no number from -100 to 100 is dropped: %s", a.odd)
		}
		if a.sharp {
			r.leave("an answer that begins with # and has another one: write \\# for each that belongs to the answer: %s", quote(unmask.Replace(a.whole)))
		}
		if a.silent && !a.weighted && a.text != "" && !isTruth(a.text) && !isMatch(given) {
			r.change("the # behind %s is dropped, as a feedback that is empty: write \\# for one in the answer", quote(unmask.Replace(a.text)))
		}
	}
	switch truth = strings.TrimSpace(truth); {
	case cloze.MatchString(text):
		r.leave("a gap of Moodle's Cloze format, which is not GIFT")
	case text == "":
		r.leave("an essay, which has no right answer to compare with")
	case text[0] == '#':
		r.numerical(text[1:])
	case isTruth(truth):
		r.truth(truth[0] == 'T', remarks)
	case strings.Contains(text, "~"):
		r.choice(text)
	case isMatch(given):
		r.match(given)
	default:
		r.short(given)
	}
}

// isTruth reports whether a text says true or false, which it does in capitals only.
func isTruth(text string) bool { return slices.Contains([]string{"T", "TRUE", "F", "FALSE"}, text) }

// cloze is how another format of Moodle begins its answers, as in {1:MULTICHOICE:=a~b}.
var cloze = regexp.MustCompile(`^\d*:[A-Z_]{2,}:`)

// quote puts a text in quotes, briefly.
func quote(text string) string { return bank.Quote(text) }
