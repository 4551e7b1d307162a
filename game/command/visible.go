//go:build !js

package command

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// visible writes text to a terminal so that nothing in it commands the terminal: control characters, and those that turn
// the direction of writing about, are written as what they are. Names of files and texts of packs are a stranger's.
// Each call of Write has to hold whole characters.
type visible struct{ io.Writer }

func (v visible) Write(text []byte) (int, error) {
	if _, err := io.WriteString(v.Writer, escaped(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

// escaped writes out what a reader cannot see or a terminal would obey, but for line feeds and tabs.
func escaped(text string) string {
	if strings.IndexFunc(text, hidden) < 0 && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, text[0])
		case hidden(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
		text = text[size:]
	}
	return b.String()
}

// hidden reports whether a terminal takes the character as an order.
func hidden(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x2028 && r <= 0x202E || r == 0x200E || r == 0x200F || r == 0x61C || r >= 0x2066 && r <= 0x2069
}
