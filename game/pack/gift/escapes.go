package gift

import "strings"

// escapes are the characters that mean something, as they are written when they shall mean nothing. Until a text is taken
// apart, each stands in it as a character that no text has (see masks).
var escapes = []string{`\\`, `\:`, `\#`, `\=`, `\{`, `\}`, `\~`, `\n`}

// masks is the first of the characters that Unicode keeps free for such use, up to lastMask.
const (
	masks    = '\uFDD0'
	lastMask = '\uFDEF'
)

// gap stands for the answers where the question goes on behind them, until its markup has been read.
const gap = string(lastMask)

// mask and unmask put masks in the place of escapes, and what these mean in the place of masks; escape writes a text on a line.
var mask, unmask, escape = replacers()

func replacers() (mask, unmask, escape *strings.Replacer) {
	var masking, unmasking, escaping []string
	for i, escaped := range escapes {
		m, char := string(masks+rune(i)), escaped[1:]
		if escaped == `\n` {
			char = "\n"
		} else {
			escaping = append(escaping, char, escaped)
		}
		masking, unmasking = append(masking, escaped, m), append(unmasking, m, char)
	}
	return strings.NewReplacer(masking...), strings.NewReplacer(unmasking...), strings.NewReplacer(escaping...)
}

// clean takes out of a text what stands for something else later.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= masks && r <= lastMask {
			return -1
		}
		return r
	}, text)
}

// newline is a line break that has been written as \n.
var newline = mask.Replace(`\n`)
