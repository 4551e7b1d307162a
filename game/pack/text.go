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

// clean returns a text as it is shown: in NFC, on one line, with no space around
// it and none doubled. One in which there is nothing to see is empty.
func clean(s string) string {
	s = strings.TrimSpace(nfc.String(s))
	if strings.ContainsAny(s, "\t\n\v\f\r\u0085\u2028\u2029") || strings.Contains(s, "  ") {
		s = strings.Join(strings.FieldsFunc(s, breaking), " ")
	}
	if bare(s) == "" {
		return ""
	}
	return s
}

// breaking reports whether a space is none of those that are set with care, such
// as one that keeps two words on a line.
func breaking(r rune) bool {
	return r == ' ' || '\t' <= r && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// same reports whether a player would take two cleaned texts for the same answer.
func same(a, b string) bool { return strings.EqualFold(bare(a), bare(b)) }

// bare returns what can be seen of a cleaned text, with one kind of space.
func bare(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r > '~' }) < 0 {
		return s
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, s)), " ")
}

// unseen reports whether a character is a hint for those that set the text, and
// nothing to be seen of itself.
func unseen(r rune) bool {
	return r == 0xAD || r == 0x34F || r == 0x61C || r == 0x180E || 0x200B <= r && r <= 0x200F || 0x2060 <= r && r <= 0x2064 || 0xFE00 <= r && r <= 0xFE0F
}

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
		if part == "" || len(part) > 8 || strings.Trim(part, letters+capitals+digits) != "" {
			return false
		}
	}
	return true
}

const (
	letters  = "abcdefghijklmnopqrstuvwxyz"
	capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits   = "0123456789"
)

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
