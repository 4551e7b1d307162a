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
	"strings"

	"houselights/game/pack/bank"
)

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
		if open >= 0 && end > open || hasCategory(b.text) {
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
	if name, ok := cutCategory(b.text); ok {
		name, rest, _ := strings.Cut(name, "\n")
		r.topic = topicOf(name)
		b.text = strings.TrimSpace(rest) // often the first question follows with no blank line between
		b.line += 1 + strings.Count(rest[:strings.Index(rest, b.text)], "\n")
	}
	if b.text == "" {
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
	rest = strings.TrimSuffix(strings.TrimRight(rest, " \t\n"), fence)
	return before + "\n" + rest
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
