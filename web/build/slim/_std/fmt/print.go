// Package fmt prints what the program in the page prints, as fmt does, and nothing besides.
//
// Left out: all that takes reflection, which is the printing of structs, maps, pointers and most lists; scanning;
// formatters; flags but 0; and verbs that nobody uses. With reflect it is 45 kB of what a visitor fetches. Safe, because a
// test goes through all that is printed in the page, by us, the engine and the standard library, with the types of what is
// printed, and another holds this against the real one; what is not known here comes out as a bad verb, as there.
package fmt

import (
	"errors"
	"internal/abi"
	"io"
	"slices"
	"strconv"
	"unicode/utf8"
	"unsafe"
)

// Stringer is whatever can say itself.
type Stringer interface{ String() string }

func Sprintf(format string, args ...any) string { return string(Appendf(nil, format, args...)) }

func Fprintf(w io.Writer, format string, args ...any) (int, error) {
	return w.Write(Appendf(nil, format, args...))
}

func Sprint(args ...any) string { return string(appendAll(nil, args, false)) }

func Fprintln(w io.Writer, args ...any) (int, error) {
	return w.Write(append(appendAll(nil, args, true), '\n'))
}

// appendAll appends the arguments, with spaces between all, or between those of which neither is a string.
func appendAll(b []byte, args []any, spaced bool) []byte {
	for i, arg := range args {
		if i > 0 && (spaced || kindOf(arg) != abi.String && kindOf(args[i-1]) != abi.String) {
			b = append(b, ' ')
		}
		b = verb{char: 'v', precision: -1}.append(b, arg)
	}
	return b
}

// Errorf makes an error of a text. Errors that are printed by %w can be got from it.
func Errorf(format string, args ...any) error {
	text := Sprintf(format, args...)
	var causes []error
	for rest := format; len(args) > 0; {
		var v verb
		var found bool
		if _, v, rest, found = next(rest); !found {
			break
		}
		if v.char == '%' {
			continue
		}
		if cause, ok := args[0].(error); ok && v.char == 'w' {
			causes = append(causes, cause)
		}
		args = args[1:]
	}
	switch len(causes) {
	case 0:
		return errors.New(text)
	case 1:
		return &wrapped{text, causes[0]}
	}
	return &joined{text, causes}
}

type wrapped struct {
	text  string
	cause error
}

func (e *wrapped) Error() string { return e.text }
func (e *wrapped) Unwrap() error { return e.cause }

type joined struct {
	text   string
	causes []error
}

func (e *joined) Error() string   { return e.text }
func (e *joined) Unwrap() []error { return e.causes }

// Appendf appends the format to b, with the arguments in the places of its verbs.
func Appendf(b []byte, format string, args ...any) []byte {
	for {
		text, v, rest, found := next(format)
		b = append(b, text...)
		switch {
		case !found:
			return b
		case v.char == '%':
			b = append(b, '%')
		case len(args) == 0:
			b = append(append(append(b, "%!"...), v.char), "(MISSING)"...)
		default:
			start := len(b)
			b = fill(v.append(b, args[0]), start, v.width)
			args = args[1:]
		}
		format = rest
	}
}

// fill puts zeros before the number that begins at start, and behind its sign, until it has so many characters.
func fill(b []byte, start, width int) []byte {
	missing := width - (len(b) - start)
	if missing <= 0 {
		return b
	}
	if start < len(b) && b[start] == '-' {
		start++
	}
	return slices.Insert(b, start, slices.Repeat([]byte{'0'}, missing)...)
}

// verb is how an argument is to be printed.
type verb struct {
	char byte
	// width is the least number of characters of a number, filled up by zeros.
	width int
	// precision is the number of decimals, or -1.
	precision int
}

// next splits a format before and after its next verb.
func next(format string) (text string, v verb, rest string, found bool) {
	i := 0
	for i < len(format) && format[i] != '%' {
		i++
	}
	text, rest = format[:i], format[i:]
	v.precision = -1
	number := &v.width
	for i := 1; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '.':
			v.precision = 0
			number = &v.precision
		case '0' <= c && c <= '9':
			*number = *number*10 + int(c-'0')
		default:
			v.char = c
			return text, v, rest[i+1:], true
		}
	}
	return text, v, "", false
}

func (v verb) append(b []byte, arg any) []byte {
	switch v.char {
	case 'v', 's', 'q', 'w':
		switch arg := arg.(type) {
		case error:
			return v.appendString(b, arg.Error())
		case Stringer:
			return v.appendString(b, arg.String())
		}
	}
	switch arg := arg.(type) {
	case nil:
		return append(b, "<nil>"...)
	case []byte:
		if v.char != 'v' {
			return v.appendString(b, string(arg))
		}
	case []string:
		return appendList(v, b, arg)
	case []int:
		return appendList(v, b, arg)
	}
	data := (*value)(unsafe.Pointer(&arg)).data
	switch kindOf(arg) {
	case abi.Bool:
		return strconv.AppendBool(b, *(*bool)(data))
	case abi.String:
		return v.appendString(b, *(*string)(data))
	case abi.Int, abi.Int64: // an int has 64 bits in a page
		return v.appendInt(b, *(*int64)(data))
	case abi.Int32:
		return v.appendInt(b, int64(*(*int32)(data)))
	case abi.Uint8:
		return v.appendInt(b, int64(*(*uint8)(data)))
	case abi.Uint32:
		return v.appendInt(b, int64(*(*uint32)(data)))
	case abi.Float32:
		return v.appendFloat(b, float64(*(*float32)(data)), 32)
	case abi.Float64:
		return v.appendFloat(b, *(*float64)(data), 64)
	}
	return v.appendBad(b, "?")
}

// value is how a value lies in an interface: what is no pointer, behind one.
type value struct {
	kind *abi.Type
	data unsafe.Pointer
}

func kindOf(arg any) abi.Kind {
	if arg == nil {
		return abi.Invalid
	}
	return (*value)(unsafe.Pointer(&arg)).kind.Kind()
}

func (v verb) appendString(b []byte, s string) []byte {
	switch v.char {
	case 'q':
		return strconv.AppendQuote(b, s)
	case 'v', 's', 'w':
		return append(b, s...)
	}
	return v.appendBad(b, s)
}

func (v verb) appendInt(b []byte, n int64) []byte {
	switch v.char {
	case 'd', 'v':
		return strconv.AppendInt(b, n, 10)
	case 'x':
		return strconv.AppendInt(b, n, 16)
	case 'X':
		start := len(b)
		b = strconv.AppendInt(b, n, 16)
		for i, c := range b[start:] {
			if c >= 'a' {
				b[start+i] = c - 'a' + 'A'
			}
		}
		return b
	case 'c':
		return utf8.AppendRune(b, rune(n))
	case 'q':
		return strconv.AppendQuoteRune(b, rune(n))
	}
	return v.appendBad(b, strconv.FormatInt(n, 10))
}

func (v verb) appendFloat(b []byte, f float64, bits int) []byte {
	switch {
	case v.char == 'f' && v.precision < 0:
		return strconv.AppendFloat(b, f, 'f', 6, bits)
	case v.char == 'f':
		return strconv.AppendFloat(b, f, 'f', v.precision, bits)
	}
	return strconv.AppendFloat(b, f, 'g', v.precision, bits)
}

func appendList[T any](v verb, b []byte, list []T) []byte {
	b = append(b, '[')
	for i, item := range list {
		if i > 0 {
			b = append(b, ' ')
		}
		b = v.append(b, item)
	}
	return append(b, ']')
}

func (v verb) appendBad(b []byte, what string) []byte {
	b = append(append(b, "%!"...), v.char)
	return append(append(append(b, '('), what...), ')')
}
