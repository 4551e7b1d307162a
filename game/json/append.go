package json

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// appendString writes a text as encoding/json does: also what could end a script in a page is escaped, and bytes that
// are no UTF-8 become U+FFFD.
func appendString(to []byte, text string) []byte {
	return appendEscaped(to, text, func(r rune) bool { return r == '<' || r == '>' || r == '&' || r == '\u2028' || r == '\u2029' })
}

// Quote returns a text for a file that people read: nothing is escaped that need not be.
func Quote(text string) string {
	return string(appendEscaped(nil, text, func(rune) bool { return false }))
}

// appendEscaped escapes what has to be, and more.
func appendEscaped(to []byte, text string, more func(rune) bool) []byte {
	const hex = "0123456789abcdef"
	to = append(to, '"')
	from := 0 // what is not written yet
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		wrong := r == utf8.RuneError && size == 1
		if short := shortEscape(r); short != 0 {
			to = append(append(to, text[from:i]...), '\\', short)
			from = i + size
		} else if r < ' ' || wrong || more(r) {
			to = append(append(to, text[from:i]...), '\\', 'u', hex[r>>12], hex[r>>8&15], hex[r>>4&15], hex[r&15])
			from = i + size
		}
		i += size
	}
	return append(append(to, text[from:]...), '"')
}

// shortEscape is the letter that stands for a character behind a backslash, 0 for none.
func shortEscape(r rune) byte {
	switch r {
	case '"', '\\':
		return byte(r)
	case '\b':
		return 'b'
	case '\f':
		return 'f'
	case '\n':
		return 'n'
	case '\r':
		return 'r'
	case '\t':
		return 't'
	}
	return 0
}

func appendFloat(to []byte, v float64) []byte {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return append(to, "null"...)
	}
	return strconv.AppendFloat(to, v, 'f', -1, 64)
}
