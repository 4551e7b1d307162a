package gift

import "strings"

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

// clean takes out of a text what stands for escapes later.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= masks && int(r-masks) < len(escapes) {
			return -1
		}
		return r
	}, text)
}

// newline is a line break that has been written as \n.
var newline = mask.Replace(`\n`)
