package pack

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// explain says in a plain sentence why the scanner stopped where it did.
func (p *parser) explain() *finding {
	at := p.next()
	if at >= len(p.data) {
		return p.endsEarly()
	}
	if p.data[at] == '"' {
		if f := brokenText(p.data, at); f != nil {
			return f
		}
	}
	for word(p.data[at:]) != "" && at > 0 && '0' <= p.data[at-1] && p.data[at-1] <= '9' {
		at-- // to the scanner, 01 is a 0 and a 1
	}
	char, _ := utf8.DecodeRune(p.data[at:])
	if w := word(p.data[at:]); w != "" && at > 0 && p.data[at-1] == '"' {
		return &finding{offset: at - 1, what: "a straight quote just before " + quote(w) + " ends the text",
			fix: `write \" inside a text; where this quote was to begin one, close the text before it`}
	}
	before := byte(0)
	if b := bytes.TrimRight(p.data[:at], " \t\r\n"); len(b) > 0 {
		before = b[len(b)-1]
	}
	what, fix := p.sentence(char, before, word(p.data[at:]))
	return &finding{offset: at, what: what, fix: fix}
}

// sentence explains a character that cannot stand where it does, from the last
// character before it and the word it begins.
func (p *parser) sentence(char rune, before byte, word string) (what, fix string) {
	closes := char == '}' || char == ']'
	digit := unicode.IsDigit([]rune(strings.TrimLeft(word, "+-.") + " ")[0])
	switch {
	case (char == '{' || char == '[') && p.wantsName(before):
		return fmt.Sprintf("a %c where a field's name should be", char), fmt.Sprintf("close %s first, or write [ in its place for a list", p.opener())
	case char == ';':
		return "a ; where a comma belongs", "write , in its place"
	case digit && before == ',' && p.wantsName(before):
		return "a comma inside a number", "write 21.5 with a point, and nothing between thousands"
	case word != "" && !digit && !slices.Contains(constants, word) && '0' <= before && before <= '9':
		return "a word after a number: " + quote(word), `write the number alone; what it counts goes into "unit"`
	case closes && before == ',':
		return "a comma with nothing after it", "remove the comma"
	case closes && p.afterKey:
		return "a field with no value", "write a colon and the value after its name"
	case closes && p.open >= 0 && before != ':':
		return fmt.Sprintf("a %c where %s is still open", char, p.opener()), "close that first"
	case closes:
		return fmt.Sprintf("a %c that closes nothing", char), "remove it"
	case char == ',' && (p.afterKey || before == ':'):
		return "a field with no value", "write a colon and the value after its name"
	case char == ',':
		return "a comma too many", "remove it"
	case strings.ContainsRune("'‘’“”„«»`", char):
		return "a text in the wrong quotes", `put texts in straight double quotes: "…"`
	case char == '/' || char == '#':
		return "a comment, which JSON does not have", "remove it"
	case p.afterKey && before != ':':
		return "no colon after a field's name", "put : between the name and its value"
	case word != "" && p.wantsName(before):
		return "a field's name without quotes: " + quote(word), "put it in double quotes"
	case digit:
		return "not a number: " + quote(word), "write digits only, with no + or 0 in front"
	case word != "" && !slices.Contains(constants, word):
		return "an unknown word: " + quote(word), "put texts in double quotes, write true and false in small letters"
	case before != 0 && !strings.ContainsRune(",:[{", rune(before)):
		return "no comma between two entries", "put a comma before this"
	}
	return "a character that cannot stand here: " + quote(string(char)), "remove it"
}

var constants = []string{"true", "false", "null"}

// wantsName reports whether a field's name is due after the character before.
func (p *parser) wantsName(before byte) bool {
	return p.open >= 0 && p.data[p.open] == '{' && (before == '{' || before == ',')
}

// opener names the innermost open bracket and its line.
func (p *parser) opener() string {
	line := 1 + bytes.Count(p.data[:p.open], []byte("\n"))
	return fmt.Sprintf("the %c of line %d", p.data[p.open], line)
}

func (p *parser) endsEarly() *finding {
	f := finding{offset: len(p.data), what: "the file ends too early", fix: "add the rest"}
	if p.open >= 0 {
		f.fix = "close " + p.opener()
	} else if len(bytes.TrimSpace(p.data)) == 0 {
		f.what, f.fix = "the file is empty", `begin with {"houselights": 1, …}`
	}
	return &f
}

// brokenText finds what is wrong inside the text that begins at the given
// offset; nil when it is whole.
func brokenText(data []byte, at int) *finding {
	for i := at + 1; i < len(data); i++ {
		switch c := data[i]; {
		case c == '"':
			return nil
		case c == '\n' || c == '\r':
			return &finding{offset: i, what: "a text runs over the end of its line", fix: `close it with ", or write \n for a new line`}
		case c < ' ':
			if c == '\t' {
				return &finding{offset: i, what: "a tab inside a text", fix: "write a space"}
			}
			return &finding{offset: i, what: "a control character inside a text", fix: "remove it"}
		case c == '\\':
			size := escape(data[i:])
			if size == 0 {
				return &finding{offset: i, what: "an unknown escape inside a text", fix: `write \\ for a backslash`}
			}
			i += size - 1
		}
	}
	return &finding{offset: at, what: "a text that is never closed", fix: `close it with "`}
}

// escape returns the length of the escape sequence that data begins with, 0
// when it is none.
func escape(data []byte) int {
	if len(data) < 2 {
		return 0
	}
	if data[1] != 'u' {
		if strings.IndexByte(`"\/bfnrt`, data[1]) < 0 {
			return 0
		}
		return 2
	}
	if len(data) < 6 || len(bytes.Trim(data[2:6], "0123456789abcdefABCDEF")) > 0 {
		return 0
	}
	return 6
}

// word returns the letters, digits and signs that data begins with, "" when
// there is no letter or digit among them.
func word(data []byte) string {
	const most = 64 // bytes; more than a message shows
	end := bytes.IndexFunc(data, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("+-._", r)
	})
	if end < 0 || end > most {
		end = min(len(data), most)
	}
	w := strings.ToValidUTF8(string(data[:end]), "")
	if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return ""
	}
	return w
}
