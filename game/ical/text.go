package ical

import (
	"strings"
	"unicode/utf8"
)

// property is a name, with parameters if it has any, and a value in UTF-8 without line breaks.
type property struct{ name, value string }

// lines returns properties as a file has them, folded so that no line is longer than 75 octets. Those with an empty value
// are left out.
func lines(properties []property) string {
	var file []byte
	for _, p := range properties {
		if p.value == "" {
			continue
		}
		line, room := p.name+":"+p.value, 75
		for len(line) > room {
			cut := room
			for !utf8.RuneStart(line[cut]) {
				cut--
			}
			file = append(append(file, line[:cut]...), "\r\n "...)
			line, room = line[cut:], 74 // the space counts
		}
		file = append(append(file, line...), "\r\n"...)
	}
	return string(file)
}

// plain returns a text in UTF-8 in which \n is the only control character.
func plain(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029': // some readers break lines at all of these
			return '\n'
		case r == '\t':
			return ' '
		case r < ' ' || r >= '\x7f' && r < '\u00a0':
			return -1
		}
		return r
	}, text)
}

// escape returns a text as a value of type TEXT.
func escape(text string) string {
	text = plain(text)
	text = strings.ReplaceAll(text, `\`, `\\`)
	text = strings.ReplaceAll(text, ";", `\;`)
	text = strings.ReplaceAll(text, ",", `\,`)
	return strings.ReplaceAll(text, "\n", `\n`)
}

// What a URI may hold (RFC 3986, 2): bytes that mean themselves everywhere, and those with a meaning in some place.
const (
	unreserved = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
	reserved   = ":/?#[]@!$&'()*+,;=%"
)

// percent returns a text with each byte percent-encoded but those to keep.
func percent(text, keep string) string {
	const hex = "0123456789ABCDEF"
	var to []byte
	for _, c := range []byte(text) {
		if strings.IndexByte(keep, c) >= 0 {
			to = append(to, c)
		} else {
			to = append(to, '%', hex[c>>4], hex[c&15])
		}
	}
	return string(to)
}

// uri returns an address in which what no URI may hold is percent-encoded, "" for one that is not https.
func uri(address string) string {
	if !strings.HasPrefix(address, "https://") {
		return ""
	}
	return percent(address, unreserved+reserved)
}
