package opentdb

import (
	"encoding/base64"
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode/utf8"

	"houselights/game/pack/bank"
)

// encoding is how the texts of some questions are written.
type encoding struct {
	name   string                              // in words that follow "not"
	decode func(string) (text string, ok bool) // once: what is then to be seen is meant so
}

// The encodings that the Open Trivia Database offers, and none.
var (
	plain    = encoding{"plain", func(s string) (string, bool) { return s, true }}
	entities = encoding{"written with entities", func(s string) (string, bool) { return unescape(s), true }}
	percent  = encoding{"in the encoding of addresses (%20)", unpercent}
	base     = encoding{"in base64", unbase}
)

// text returns what a value says. A number is taken as it is written.
func (e encoding) text(name string, v value) (string, error) {
	switch v.shape {
	case aList, anObj:
		return "", fmt.Errorf("%q is %s: write one text in double quotes", name, v.shape)
	case aText:
		s, ok := e.decode(v.text)
		if !ok || !utf8.ValidString(s) {
			return "", fmt.Errorf("%q is not %s, as the texts around it are: %q", name, e.name, bank.Brief(v.text))
		}
		return tidy(s), nil
	}
	return v.text, nil
}

// encodings tells how each group of questions is encoded.
func (f *found) encodings() map[int]encoding {
	groups := map[int]*evidence{}
	for i := range f.questions {
		q := &f.questions[i]
		if groups[q.group] == nil {
			groups[q.group] = &evidence{}
		}
		groups[q.group].add(q)
	}
	encodings := map[int]encoding{}
	for group, e := range groups {
		encodings[group] = e.encoding()
	}
	return encodings
}

// signed reports whether some question has more than any question needs, which is the database's own.
func (f *found) signed() bool {
	return slices.ContainsFunc(f.questions, func(q question) bool {
		return q.kind.shape != missing || q.difficulty.shape != missing || q.category.shape != missing
	})
}

// evidence is what the texts of a group show of their encoding. A single text shows little: "Newton" could be base64.
type evidence struct {
	readableTypes, base64Types int
	asks, base64Asks           int
	spaces, foreign            bool // some text has a space, or a character that an address has not
	escapes                    bool // some text has one such as %20
	joined                     bool // some question has a + between its words
	quotes, quoteEntities      bool // some text has a plain quote, or one as an entity
	marked                     int  // questions with an entity in them
}

func (e *evidence) add(q *question) {
	if q.kind.shape == aText {
		if isType(q.kind.text) {
			e.readableTypes++
		} else if s, ok := unbase(q.kind.text); ok && isType(s) {
			e.base64Types++
		}
	}
	if q.ask.shape == aText {
		e.asks++
		if s, ok := unbase(q.ask.text); ok && utf8.ValidString(s) {
			e.base64Asks++
		}
		e.joined = e.joined || strings.Contains(strings.Trim(q.ask.text, "+"), "+")
	}
	marked := false
	for _, v := range append([]value{q.ask, q.right, q.category}, q.wrong.items...) {
		e.text(v)
		marked = marked || v.shape == aText && firstEntity(v.text) != ""
	}
	if marked {
		e.marked++
	}
}

func (e *evidence) text(v value) {
	if v.shape != aText {
		return
	}
	for i := range len(v.text) {
		switch c := v.text[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c > '~':
			e.spaces = true
		case c == '"' || c == '\'':
			e.quotes = true
		case c == '%':
			_, escaped := hexadecimal(v.text[i+1:])
			e.escapes = e.escapes || escaped
		}
		e.foreign = e.foreign || !inAddress(v.text[i])
	}
	if strings.Contains(v.text, "&") {
		replaceEntities(v.text, func(entity, is string) string {
			e.quoteEntities = e.quoteEntities || is == `"` || is == "'"
			return ""
		})
	}
}

func (e *evidence) encoding() encoding {
	switch {
	case e.base64Types > e.readableTypes, e.readableTypes == 0 && e.base64Types == 0 && e.base64Asks*2 > e.asks:
		return base
	case !e.spaces && (e.escapes || e.joined && !e.foreign):
		return percent
	// The Open Trivia Database writes no quote but as an entity, so that someone has decoded this: all of it, where hardly an
	// entity is left, as in a question on HTML; else the quotes alone.
	case e.quotes && !e.quoteEntities && (e.marked < 2 || few*e.marked <= e.asks):
		return plain
	}
	return entities
}

// few is a share: one question of so many.
const few = 50

func isType(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	return s == "multiple" || s == "boolean"
}

// inAddress reports whether a character can stand in a text that is encoded for an address.
func inAddress(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-_.~!*'()%+", c) >= 0
}

// unbase decodes base64, with or without the signs at its end.
func unbase(s string) (string, bool) {
	data, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(strings.TrimSpace(s), "="))
	return string(data), err == nil
}

// unpercent decodes a text from an address, where a + is a space: one that is meant as such is written %2B there.
func unpercent(s string) (string, bool) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '+':
			b.WriteByte(' ')
		case '%':
			c, ok := hexadecimal(s[i+1:])
			if !ok {
				return "", false
			}
			b.WriteByte(c)
			i += 2
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String(), true
}

// hexadecimal returns the byte that a text begins with two digits of.
func hexadecimal(s string) (byte, bool) {
	if len(s) < 2 {
		return 0, false
	}
	const digits = "0123456789abcdef"
	high, low := strings.IndexByte(digits, s[0]|0x20), strings.IndexByte(digits, s[1]|0x20)
	return byte(high<<4 | low), high >= 0 && low >= 0
}

func unescape(s string) string {
	return replaceEntities(s, func(_, is string) string { return is })
}

// firstEntity returns the first one in a text, "" for none.
func firstEntity(s string) string {
	first := ""
	replaceEntities(s, func(entity, _ string) string {
		if first == "" {
			first = entity
		}
		return entity
	})
	return first
}

// replaceEntities replaces those that are whole: html.UnescapeString alone would take the &not of "this &notably" for one.
func replaceEntities(s string, with func(entity, is string) string) string {
	const longest = len("&CounterClockwiseContourIntegral;")
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "&")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if end := strings.IndexFunc(rest[:min(len(rest), longest)], func(r rune) bool { return !inEntity(r) }); end > 0 && rest[end] == ';' {
			entity := "&" + rest[:end+1]
			if is := html.UnescapeString(entity); is != entity && (is == ";" || !strings.HasSuffix(is, ";")) {
				b.WriteString(with(entity, is))
				s = rest[end+1:]
				continue
			}
		}
		b.WriteByte('&')
		s = rest
	}
}

func inEntity(r rune) bool {
	return r == '#' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}
