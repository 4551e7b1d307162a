package gift

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// answer is one of those between the braces.
type answer struct {
	mark     byte    // = or ~, 0 where there is none before the first
	weight   float64 // in percent; 100 with a = and 0 with a ~ that have none
	weighted bool    // it is written out
	odd      string  // a weight that is no number
	text     string  // as markup
	feedback string
	whole    string // all that stands behind the mark and the weight
}

// weights stand before an answer, some with a comma for a point.
var weights = regexp.MustCompile(`^\s*%([-+0-9.,]+)%`)

// way tells whether a = begins an answer, from the character before it and whether it stands in a feedback. A ~ always does.
type way func(before rune, inFeedback bool) bool

// The ways to read a file in which not every = that means nothing is escaped.
func standard(before rune, inFeedback bool) bool {
	return !inFeedback || before == '#' || unicode.IsSpace(before)
}
func always(rune, bool) bool               { return true }
func outside(_ rune, inFeedback bool) bool { return !inFeedback }
func apart(before rune, _ bool) bool       { return before == utf8.RuneError || unicode.IsSpace(before) }

// split takes apart what stands between the braces. What is empty is none.
func split(text string, begins way) []answer {
	var all []answer
	a, start, feedback := answer{}, 0, false
	end := func(at int) {
		if a.take(text[start:at]); a.mark != 0 || a.whole != "" {
			all = append(all, a)
		}
	}
	before := utf8.RuneError
	for i, c := range text {
		switch {
		case c == '~', c == '=' && begins(before, feedback):
			end(i)
			a, start, feedback = answer{mark: byte(c)}, i+1, false
		case c == '#':
			feedback = true
		}
		before = c
	}
	end(len(text))
	return all
}

// take fills in an answer from what stands behind its mark.
func (a *answer) take(text string) {
	if a.mark == '=' {
		a.weight = 100
	}
	if w := weights.FindStringSubmatch(text); w != nil && a.mark != 0 {
		text = text[len(w[0]):]
		if weight, err := strconv.ParseFloat(strings.ReplaceAll(w[1], ",", "."), 64); err == nil && weight >= -100 && weight <= 100 {
			a.weight, a.weighted = weight, true
		} else {
			a.odd = w[1]
		}
	}
	a.whole = strings.TrimSpace(text)
	a.text, a.feedback, _ = strings.Cut(a.whole, "#")
	a.text = strings.TrimSpace(a.text)
}
