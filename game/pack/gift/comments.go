package gift

import (
	"regexp"
	"strconv"
	"strings"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

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

// number takes a whole number from low to high behind a word, and reports whether there is one.
func number(text, word string, low, high int, to *int) bool {
	digits, ok := strings.CutPrefix(text, word)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < low || n > high {
		return false
	}
	*to = n
	return true
}
