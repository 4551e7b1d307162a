// Package json reads and writes JSON (RFC 8259) without reflection, which in the wasm weighs more than all that it would
// be used for. A Scanner gives tokens with their places, Parse a tree, and Fields carry a type's fields both ways.
package json

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Kind is what a token is.
type Kind byte

// The kinds of token. Commas and colons are part of none.
const (
	BeginObject Kind = '{'
	EndObject   Kind = '}'
	BeginList   Kind = '['
	EndList     Kind = ']'
	String      Kind = '"'
	Number      Kind = '0'
	Bool        Kind = 't'
	Null        Kind = 'n'
)

// String names the value that a token of the kind begins, for messages.
func (k Kind) String() string {
	switch k {
	case BeginObject:
		return "an object"
	case BeginList:
		return "a list"
	case String:
		return "a string"
	case Number:
		return "a number"
	case Bool:
		return "true or false"
	case Null:
		return "null"
	}
	return "a bracket"
}

// Token is a bracket, a name in an object, or a value that is no object or list.
type Token struct {
	Kind  Kind
	Start int    // the offset of its first byte
	Text  string // what a string says, in valid UTF-8; else the token as it is written
}

// maxDepth is how deep brackets may be nested, as in encoding/json.
const maxDepth = 10_000

// Scanner splits one JSON value into tokens.
type Scanner struct {
	text string
	at   int
	open []byte // the brackets that are open
	due  due
}

// due is what may come next.
type due int

const (
	aValue due = iota
	first      // a list's first value or its end; an object's first name or its end
	aName
	aColon
	aComma // or the end of the list or object; at the top nothing
)

// NewScanner returns a scanner at the start of text. The tokens share its memory.
func NewScanner(text string) *Scanner { return &Scanner{text: text} }

// Offset is the end of the last token, with commas and colons after it that have been read. When Next has failed, nothing
// but space is between it and what cannot stand there.
func (s *Scanner) Offset() int { return s.at }

// Next returns the next token, in an object names and values in turn. It fails where there is none: at a mistake, which
// is where it stays, and at the end.
func (s *Scanner) Next() (t Token, ok bool) {
	var inside, closing byte
	if n := len(s.open); n > 0 {
		inside = s.open[n-1]
		closing = inside + 2 // as ASCII has it
	}
	c := s.look()
	switch {
	case s.due == aColon && c == ':':
		s.at++
		s.due, c = aValue, s.look()
	case s.due == aComma && c == ',' && inside != 0:
		s.at++
		s.due, c = aValue, s.look()
		if inside == '{' {
			s.due = aName
		}
	}
	switch {
	case c == closing && c != 0 && (s.due == first || s.due == aComma):
		s.open = s.open[:len(s.open)-1]
		return s.token(Kind(c), s.at+1, aComma), true
	case c == '"' && (s.due == aName || s.due == first && inside == '{'):
		return s.string(aColon)
	case s.due == aValue || s.due == first && inside == '[':
		return s.value(c)
	}
	return Token{}, false
}

// look skips space and returns the byte that follows, 0 at the end.
func (s *Scanner) look() byte {
	for ; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; c {
		case ' ', '\t', '\r', '\n':
		default:
			return c
		}
	}
	return 0
}

// token returns the token from here to the end, and goes there.
func (s *Scanner) token(kind Kind, end int, next due) Token {
	t := Token{kind, s.at, s.text[s.at:end]}
	s.at, s.due = end, next
	return t
}

func (s *Scanner) string(next due) (Token, bool) {
	says, end := unquote(s.text, s.at)
	if end < 0 {
		return Token{}, false
	}
	t := s.token(String, end, next)
	t.Text = says
	return t, true
}

// value reads the value that begins with c, or the bracket that opens it.
func (s *Scanner) value(c byte) (Token, bool) {
	rest := s.text[s.at:]
	switch {
	case c == '"':
		return s.string(aComma)
	case c == '{' || c == '[':
		if len(s.open) == maxDepth {
			return Token{}, false
		}
		s.open = append(s.open, c)
		return s.token(Kind(c), s.at+1, first), true
	case strings.HasPrefix(rest, "true"), strings.HasPrefix(rest, "null"):
		return s.token(Kind(c), s.at+len("true"), aComma), true
	case strings.HasPrefix(rest, "false"):
		return s.token(Bool, s.at+len("false"), aComma), true
	}
	end := number(s.text, s.at)
	if end < 0 {
		return Token{}, false
	}
	return s.token(Number, end, aComma), true
}

// number returns the end of the number that begins at an offset, -1 where there is none.
func number(text string, at int) int {
	is := func(at int, set string) bool { return at < len(text) && strings.IndexByte(set, text[at]) >= 0 }
	digits := func(at int) int { // past all that follow; -1 for none
		from := at
		for at < len(text) && '0' <= text[at] && text[at] <= '9' {
			at++
		}
		if at == from {
			return -1
		}
		return at
	}
	if is(at, "-") {
		at++
	}
	end := digits(at)
	if is(at, "0") {
		end = at + 1 // what follows a 0 in front is another token, and a mistake
	}
	if end >= 0 && is(end, ".") {
		end = digits(end + 1)
	}
	if end >= 0 && is(end, "eE") {
		end++
		if is(end, "+-") {
			end++
		}
		end = digits(end)
	}
	return end
}

// unquote returns what the string at an offset says and where it ends, -1 where it is broken.
func unquote(text string, at int) (says string, end int) {
	var unescaped []byte
	from := at + 1 // what is not in unescaped yet
	for i := from; i < len(text); i++ {
		switch c := text[i]; {
		case c == '"':
			says = text[from:i]
			if unescaped != nil {
				says = string(append(unescaped, says...))
			}
			if !utf8.ValidString(says) {
				says = string([]rune(says)) // each wrong byte becomes U+FFFD
			}
			return says, i + 1
		case c < ' ':
			return "", -1
		case c == '\\':
			r, size := escape(text[i:])
			if size == 0 {
				return "", -1
			}
			unescaped = utf8.AppendRune(append(unescaped, text[from:i]...), r)
			from = i + size
			i = from - 1
		}
	}
	return "", -1
}

// escape returns the character of the escape sequence that text begins with and its length, 0 where it is none. Half a
// surrogate pair is U+FFFD.
func escape(text string) (r rune, size int) {
	if r, ok := unicodeEscape(text); ok {
		if utf16.IsSurrogate(r) {
			low, _ := unicodeEscape(text[6:])
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				return r, 12
			}
		}
		return r, 6
	}
	if len(text) > 1 {
		if i := strings.IndexByte(`"\/bfnrt`, text[1]); i >= 0 {
			return rune("\"\\/\b\f\n\r\t"[i]), 2
		}
	}
	return 0, 0
}

func unicodeEscape(text string) (rune, bool) {
	if len(text) < 6 || text[:2] != `\u` {
		return 0, false
	}
	n, err := strconv.ParseUint(text[2:6], 16, 16)
	return rune(n), err == nil
}
