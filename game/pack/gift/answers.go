package gift

import (
	"regexp"
	"slices"
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
	silent   bool    // its feedback is empty
	sharp    bool    // it begins with a #, and has another, of which one cannot tell what it means
	text     string  // as markup
	feedback string
	whole    string // all that stands behind the mark and the weight
}

// weights stand before an answer, some with a comma for a point.
var weights = regexp.MustCompile(`^\s*%([-+0-9.,]+)%`)

// spot is where a = stands.
type spot struct {
	before   rune // the character before it; utf8.RuneError where there is none
	first    bool // on its line
	feedback bool // in one
}

// way tells whether the = in a spot begins an answer. A ~ always does.
type way func(spot) bool

// The ways to read answers in which not every = that means nothing is escaped.
var (
	standard way = func(at spot) bool { return !at.feedback || at.before == '#' || unicode.IsSpace(at.before) }
	always   way = func(spot) bool { return true }
	outside  way = func(at spot) bool { return !at.feedback }
	apart    way = func(at spot) bool { return at.first || unicode.IsSpace(at.before) }
	onLines  way = func(at spot) bool { return at.first }
)

// split takes apart what stands between the braces. What is empty is none.
func split(text string, begins way) []answer {
	var all []answer
	a, start := answer{}, 0
	end := func(at int) {
		if a.take(text[start:at]); a.mark != 0 || a.whole != "" {
			all = append(all, a)
		}
	}
	at := spot{before: utf8.RuneError, first: true}
	for i, c := range text {
		switch {
		case c == '~', c == '=' && begins(at):
			end(i)
			a, start, at.feedback = answer{mark: byte(c)}, i+1, false
		case c == '#':
			at.feedback = true
		}
		at.before, at.first = c, c == '\n' || at.first && unicode.IsSpace(c)
	}
	end(len(text))
	return all
}

// likely takes apart the answers of a choice in the first of the ways by which one of them is right, or some share the points; in
// the standard one where there is none.
func likely(text string) []answer {
	ways := []way{standard, outside}
	if !compact.MatchString(text) {
		ways = append(ways, apart)
	}
	if !within.MatchString(text) {
		ways = slices.Insert(ways, 0, onLines)
	}
	for _, way := range append(ways, always) {
		if given := split(text, way); (count(given) == 1) != shared(given) && count(given) < 2 {
			return given
		}
	}
	return split(text, standard)
}

var (
	compact = regexp.MustCompile(`\S~`)         // after a mark with no space before it one cannot tell answers from what is in them
	within  = regexp.MustCompile(`\S[^\S\n]*~`) // a mark that is not the first on its line
)

// count returns how many answers are marked as the right one.
func count(given []answer) int {
	n := 0
	for _, a := range given {
		if a.mark == '=' && a.weight == 100 {
			n++
		}
	}
	return n
}

// shared reports whether the weights of answers that are right in part add up to all the points.
func shared(given []answer) bool {
	sum := 0.0
	for _, a := range given {
		if a.mark == '~' && a.weight > 0 {
			sum += a.weight
		}
	}
	return sum > 99 && sum < 101
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
	at := strings.IndexByte(a.whole, '#')
	if at == 0 { // it is in the answer, as in =#FF0000
		at = 1 + strings.IndexByte(a.whole[1:], '#')
		a.sharp = at > 0 && a.mark != 0
	}
	a.text = a.whole
	if at > 0 {
		a.text, a.feedback = a.whole[:at], a.whole[at+1:]
		a.silent = a.feedback == ""
	}
	a.text = strings.TrimSpace(a.text)
}
