package pack

import (
	"bytes"
	"encoding/json"
)

// token is a bracket, or a value that is a single token.
type token struct {
	bracket byte // { } [ ], or 0
	shape   shape
	text    string // of a text, a name or a number
	truth   bool
}

// tokens takes JSON apart. Commas and colons are passed over.
type tokens interface {
	next() (token, bool) // false: not JSON
	more() bool          // something comes before the closing bracket
	offset() int         // of the end of the last token
}

// decoder is the standard library's, which stops where the file stops being JSON.
type decoder struct{ *json.Decoder }

func newDecoder(data []byte) decoder {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber() // a number stays as it is written, so none is out of range here
	return decoder{d}
}

func (d decoder) more() bool  { return d.More() }
func (d decoder) offset() int { return int(d.InputOffset()) }

func (d decoder) next() (token, bool) {
	t, err := d.Token()
	if err != nil {
		return token{}, false
	}
	switch t := t.(type) {
	case string:
		return token{shape: aText, text: t}, true
	case json.Number:
		return token{shape: aNumber, text: t.String()}, true
	case bool:
		return token{shape: aTruth, truth: t}, true
	case json.Delim:
		return token{bracket: byte(t)}, true
	}
	return token{shape: aNull}, true
}

// scanner takes apart what is known to be JSON, in a third of the decoder's time: Play waits for a large pack.
type scanner struct {
	data  []byte
	at    int
	names map[string]string // short texts that have come before: most are the names of fields
}

func (s *scanner) offset() int { return s.at }

func (s *scanner) more() bool {
	next := s.data[skip(s.data, s.at, " \t\r\n,")]
	return next != '}' && next != ']'
}

func (s *scanner) next() (token, bool) {
	start := skip(s.data, s.at, " \t\r\n,:")
	s.at = start + 1
	switch c := s.data[start]; c {
	case '{', '}', '[', ']':
		return token{bracket: c}, true
	case '"':
		return s.quoted(start)
	default:
		for s.at < len(s.data) && bytes.IndexByte([]byte(" \t\r\n,]}"), s.data[s.at]) < 0 {
			s.at++
		}
		switch c {
		case 't', 'f':
			return token{shape: aTruth, truth: c == 't'}, true
		case 'n':
			return token{shape: aNull}, true
		}
		return token{shape: aNumber, text: string(s.data[start:s.at])}, true
	}
}

// quoted reads a text.
func (s *scanner) quoted(start int) (token, bool) {
	escaped := false
	for s.data[s.at] != '"' {
		if s.data[s.at] == '\\' {
			escaped = true
			s.at++
		}
		s.at++
	}
	s.at++
	if escaped {
		var text string
		err := json.Unmarshal(s.data[start:s.at], &text)
		return token{shape: aText, text: text}, err == nil
	}
	const longestName = 16
	raw := s.data[start+1 : s.at-1]
	if len(raw) > longestName {
		return token{shape: aText, text: string(raw)}, true
	}
	text, known := s.names[string(raw)]
	if !known {
		text = string(raw)
		s.names[text] = text
	}
	return token{shape: aText, text: text}, true
}
