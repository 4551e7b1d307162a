// Package gift reads and writes questions in GIFT, the text format of Moodle:
//
//	$CATEGORY: The crew
//
//	// [id:director] [tag:level 2]
//	::director::Who directed Purple Hearts?{
//	    =Elizabeth Allen Rosenbaum #She did.
//	    ~Susan Johnson
//	    ~%50%Elizabeth Rosenbaum
//	    #### She and Sofia Carson had worked together before.
//	}
//
// Questions are set apart by blank lines. What stands in braces says of which kind one is: {} an essay, {T} true or false,
// {=a ~b} a choice, {~%50%a ~%50%b ~c} several right answers, {=a =b} an answer to be typed, {=a -> b =c -> d} pairs,
// {#5:1} a number and its tolerance. The grammar is Moodle's, but for its slips: a line "0" and {#0} are read, and an equals
// sign in a feedback, as in 1+1=2, does not begin an answer.
package gift

import (
	"fmt"
	"iter"
	"regexp"
	"strings"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// escapes are the characters that mean something, as they are written when they shall mean nothing. Until a text is taken
// apart, each stands in it as a character that no text has (U+FDD0 and on, see masks).
var escapes = []string{`\\`, `\:`, `\#`, `\=`, `\{`, `\}`, `\~`, `\n`}

var (
	mask   = replacer(func(i int) (from, to string) { return escapes[i], string(masks + rune(i)) })
	unmask = replacer(func(i int) (from, to string) {
		if escapes[i] == `\n` {
			return string(masks + rune(i)), "\n"
		}
		return string(masks + rune(i)), escapes[i][1:]
	})
	escape = replacer(func(i int) (from, to string) { return escapes[i][1:], escapes[i] }, `\n`)
)

// masks is the first of the characters that Unicode keeps free for such use.
const masks = '\uFDD0'

// replacer replaces the escapes that are not left out.
func replacer(pair func(i int) (from, to string), without ...string) *strings.Replacer {
	var pairs []string
	for i := range escapes {
		if len(without) == 0 || escapes[i] != without[0] {
			from, to := pair(i)
			pairs = append(pairs, from, to)
		}
	}
	return strings.NewReplacer(pairs...)
}

// block is what stands between two blank lines.
type block struct {
	line int    // of the file, from 1, where the text begins
	text string // without comments, with its escapes masked
	id   string // from a comment
	tags []string
}

// Is reports whether a file looks like GIFT: it has a question with something in braces, or a category. One that begins with
// a brace is JSON rather.
func Is(data []byte) bool {
	text, _ := bank.Text(data)
	first := true
	for b := range blocks(text) {
		open, end := strings.IndexByte(b.text, '{'), strings.IndexByte(b.text, '}')
		if first && open >= 0 && strings.Trim(b.text[:open], "[ \t\n") == "" {
			return false
		}
		if open >= 0 && end > open || strings.HasPrefix(b.text, category) {
			return true
		}
		first = false
	}
	return false
}

// Read reads a file of questions. Whatever is no question that a pack can hold is among the items, with the reason.
func Read(data []byte) (*bank.Bank, error) {
	text, note := bank.Text(data)
	r := reader{bank: &bank.Bank{}, dropped: map[string]bool{}}
	if note != "" {
		r.bank.Notes = append(r.bank.Notes, note)
	}
	text = unfenced(text)
	readHead(r.bank, text)
	for b := range blocks(text) {
		if len(r.bank.Items) == bank.MaxItems {
			return nil, bank.ErrMany
		}
		r.block(b)
	}
	if len(r.unknown) > 0 {
		r.bank.Notes = append(r.bank.Notes, "tags are dropped: "+listed(r.unknown))
	}
	if r.toOne > 0 {
		r.bank.Notes = append(r.bank.Notes,
			fmt.Sprintf("what is said to a right answer is the reason that everybody reads, in %s: see that it does not only praise", bank.Counted(r.toOne, "question")))
	}
	return r.bank, nil
}

// reader reads a file, block by block.
type reader struct {
	bank    *bank.Bank
	topic   string
	unknown []string        // tags
	dropped map[string]bool // the same
	toOne   int             // questions whose reason was meant for those who gave a right answer
}

func (r *reader) block(b block) {
	if name, ok := strings.CutPrefix(b.text, category); ok {
		name, b.text, _ = strings.Cut(name, "\n")
		r.topic = topicOf(name)
		b.line++ // often the first question follows with no blank line between
	}
	if b.text = strings.TrimSpace(b.text); b.text == "" {
		return
	}
	item, toOne := read(b)
	if toOne {
		r.toOne++
	}
	item.Topic = r.topic
	for _, tag := range b.tags {
		if !known(&item.Question, tag) && !r.dropped[tag] {
			r.dropped[tag] = true
			r.unknown = append(r.unknown, tag)
		}
	}
	r.bank.Items = append(r.bank.Items, item)
}

// unfenced returns a text without the fence around it that it has where it was cut out of Markdown.
func unfenced(text string) string {
	const fence = "```"
	before, rest, ok := strings.Cut(text, fence)
	if !ok || strings.TrimSpace(before) != "" {
		return text
	}
	_, rest, _ = strings.Cut(rest, "\n") // with the name of the format
	if trimmed := strings.TrimSpace(rest); strings.HasSuffix(trimmed, fence) {
		rest = strings.TrimSuffix(trimmed, fence)
	}
	return before + "\n" + rest
}

// heads are what Write says of a pack in the comments that a file begins with, in their order. The first tells that they are such.
var heads = []struct {
	name string
	of   func(*bank.Bank) *string
}{
	{"Houselights", func(b *bank.Bank) *string { return &b.Title }},
	{"Language", func(b *bank.Bank) *string { return &b.Lang }},
	{"Version", func(b *bank.Bank) *string { return &b.Version }},
	{"About", func(b *bank.Bank) *string { return &b.About }},
	{"Credits", func(b *bank.Bank) *string { return &b.Credits }},
	{"Licence", func(b *bank.Bank) *string { return &b.Licence }},
}

func readHead(b *bank.Bank, text string) {
	if !strings.HasPrefix(text, "// "+heads[0].name+": ") {
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		name, said, _ := strings.Cut(strings.TrimPrefix(line, "// "), ": ")
		for _, h := range heads {
			if h.name == name {
				*h.of(b) = said
			}
		}
		if line == "" {
			return
		}
	}
}

// listed puts some texts, each briefly, in a list that a message can carry.
func listed(all []string) string {
	const most = 20
	var some []string
	for _, s := range all[:min(len(all), most)] {
		some = append(some, bank.Brief(s))
	}
	list := strings.Join(some, ", ")
	if more := len(all) - most; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return list
}

// category begins a block that says what the questions behind it are about.
const category = "$CATEGORY:"

// blocks takes a text apart. A block of nothing but comments is none.
func blocks(text string) iter.Seq[block] {
	return func(yield func(block) bool) {
		var s splitter
		for line := range strings.SplitSeq(clean(text), "\n") {
			if b := s.line(line); b.text != "" && !yield(b) {
				return
			}
		}
		if b := s.end(); b.text != "" {
			yield(b)
		}
	}
}

// splitter takes a text apart, line by line.
type splitter struct {
	number int
	block  block // of which the text is yet to come
	lines  []string
	behind []string // comments behind the answers, which may be on the next question
}

// end returns the block that ends here. One without text is none.
func (s *splitter) end() block {
	b := s.block
	for _, comment := range s.behind {
		b.comment(comment)
	}
	b.text = mask.Replace(strings.TrimSpace(strings.Join(s.lines, "\n")))
	s.block, s.lines, s.behind = block{}, nil, nil
	return b
}

// add adds a line to the block, or begins one with it.
func (s *splitter) add(line string) {
	if s.block.line == 0 {
		s.block.line = s.number
	}
	s.lines = append(s.lines, line)
}

// line takes a line, and returns the block before it where that ends.
func (s *splitter) line(line string) (before block) {
	s.number++
	switch trimmed := strings.TrimSpace(line); {
	case trimmed == "":
		return s.end()
	case strings.HasPrefix(trimmed, "//") && s.answered():
		s.behind = append(s.behind, trimmed)
		return block{}
	case strings.HasPrefix(trimmed, "//"):
		s.block.comment(trimmed)
		return block{}
	case s.forgotten(trimmed):
		behind := s.behind
		s.behind = nil
		before = s.end()
		for _, comment := range behind {
			s.block.comment(comment)
		}
	}
	s.add(line)
	return before
}

// forgotten reports whether a blank line has been forgotten before a line: it names a category, or a question after answers.
func (s *splitter) forgotten(line string) bool {
	switch {
	case len(s.lines) == 0:
		return false
	case strings.HasPrefix(line, category):
		return true
	}
	return strings.HasPrefix(line, "::") && strings.Count(line, "::") > 1 && s.answered()
}

// answered reports whether the block goes up to the end of its answers.
func (s *splitter) answered() bool {
	return len(s.lines) > 0 && strings.HasSuffix(strings.TrimSpace(s.lines[len(s.lines)-1]), "}")
}

// clean takes out of a text what stands for escapes later.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= masks && int(r-masks) < len(escapes) {
			return -1
		}
		return r
	}, text)
}

// topicOf returns the title of a topic: the path of a category without the part that says where in Moodle it lies.
// A slash in a name is written twice.
func topicOf(path string) string {
	const slash = "\x00"
	const nothing, course, top = 0, 1, 2
	above := nothing // of $course$/top, which comes before a name but once
	var names []string
	for name := range strings.SplitSeq(strings.ReplaceAll(unmask.Replace(path), "//", slash), "/") {
		name = strings.TrimSpace(strings.ReplaceAll(name, slash, "/"))
		switch {
		case name == "":
			continue
		case above == nothing && anchor.MatchString(name):
			above = course
			continue
		case above < top && name == "top":
			above = top
			continue
		}
		above = top
		names = append(names, onOneLine(name))
	}
	return strings.Join(names, " / ")
}

// anchor is one of the levels of Moodle that categories hang on, such as $course$ or $cat1$.
var anchor = regexp.MustCompile(`^\$[a-z0-9]+\$$`)

// The comments before a question that mean something. A bracket in one is escaped.
var (
	idComment  = regexp.MustCompile(`\[id:((?:[^\]\\]|\\.)+)\]`)
	tagComment = regexp.MustCompile(`\[tag:((?:[^\]\\]|\\.)+)\]`)
)

// The tags that stand for what a pack knows of a question and GIFT does not.
const (
	tagLevel   = "level " // and 1 to 5
	tagSeconds = "seconds "
	tagSpoiler = "spoiler"
	tagRumour  = "real or rumour"
)

// comment takes the id and the tags from a comment before a question.
func (b *block) comment(line string) {
	if id := idComment.FindStringSubmatch(line); id != nil {
		b.id = unbracket.Replace(id[1])
	}
	for _, tag := range tagComment.FindAllStringSubmatch(line, -1) {
		b.tags = append(b.tags, unbracket.Replace(tag[1]))
	}
}

var unbracket = strings.NewReplacer(`\\`, `\`, `\]`, `]`, `\[`, `[`)

// known takes a tag that Write writes, and reports whether it is one.
func known(q *pack.Question, tag string) bool {
	switch {
	case tag == tagSpoiler:
		q.Spoiler = true
	case tag == tagRumour && q.Kind == pack.TrueFalse:
		q.Rumour = true
	case tag == string(pack.Confirmed), tag == string(pack.Reported):
		q.Status = pack.Status(tag)
	default:
		return number(tag, tagLevel, 1, 5, &q.Level) || number(tag, tagSeconds, 5, 240, &q.Seconds)
	}
	return true
}
