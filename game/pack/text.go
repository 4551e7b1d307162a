package pack

import (
	"fmt"
	"strings"

	"houselights/game/nfc"
)

// The most characters a text may have, as it is written in the file.
const (
	maxID      = 100
	maxLine    = 200 // titles, names and all else that stands on a line
	maxAsk     = 500
	maxAnswer  = 300
	maxNote    = 1000 // what is said beside a question
	maxAbout   = 4000 // what is said of the pack
	maxAddress = 2000
)

// clean returns a text as it is shown: in NFC, without space around it.
func clean(s string) string { return strings.TrimSpace(nfc.String(s)) }

// same reports whether a player would take two cleaned texts for the same answer.
func same(a, b string) bool { return strings.EqualFold(a, b) }

// exactly reports whether two texts are equal, where capitals make a difference.
func exactly(a, b string) bool { return a == b }

// unfit says why a text cannot be used, in words that follow its name; "" when it can.
func unfit(s string, most int) (what, fix string) {
	n := 0
	for _, r := range s {
		if hidden(r) {
			return fmt.Sprintf(" has a hidden character, U+%04X, in place %d", r, n+1), "remove it"
		}
		n++
	}
	if n > most {
		return fmt.Sprintf(" has %d characters", n), keep(most)
	}
	return "", ""
}

// hidden reports whether a character can do harm where nobody sees it: control
// characters, apart from tab and line ends, those that turn the direction of a
// text, those that annotate it, the byte order mark, and those that are none.
func hidden(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case r < 0x7F || r > 0x9F && r < 0x202A:
		return false
	}
	return r <= 0x9F || r <= 0x202E || 0x2066 <= r && r <= 0x2069 || 0xFDD0 <= r && r <= 0xFDEF || r == 0xFEFF ||
		0xFFF9 <= r && r <= 0xFFFB || r&0xFFFE == 0xFFFE
}

// isTag reports whether a text has the form of a language tag (BCP 47), such as
// vi or pt-BR.
func isTag(s string) bool {
	first, rest, more := strings.Cut(s, "-")
	if len(first) < 2 || len(first) > 3 || strings.Trim(first, letters) != "" {
		return false
	}
	for more {
		var part string
		part, rest, more = strings.Cut(rest, "-")
		if part == "" || len(part) > 8 || strings.Trim(part, letters+"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != "" {
			return false
		}
	}
	return true
}

const letters = "abcdefghijklmnopqrstuvwxyz"

// brief cuts a text from the file to what a message can carry.
func brief(text string) string {
	const most = 40 // characters
	n := 0
	for i := range text {
		if n == most {
			return text[:i] + "…"
		}
		n++
	}
	return text
}
