// Command print prints in all ways that the page does: by fmt, or by what takes its place.
package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
)

type (
	number int
	small  uint8
	word   string
	choice bool
	named  int
	saying struct{ text string }
)

func (n named) String() string   { return fmt.Sprintf("named %d", int(n)) }
func (s *saying) String() string { return s.text }

type fault struct{ code int }

func (f fault) Error() string { return fmt.Sprint("fault ", f.code) }

func main() {
	for _, verb := range []string{"%v", "%s", "%q", "%d", "%c", "%x", "%X", "%02d", "%04d", "%04X", "%08x", "%g", "%f", "%.0f", "%.2f", "%t", "%%"} {
		var all []any
		switch verb[len(verb)-1] {
		case 'v':
			all = append(strings, append(append(integers, floats...), true, choice(false), []int{3, -4}, []int{}, []int(nil), nil)...)
		case 's', 'q':
			all = append(strings, []byte("bytes"))
			if verb == "%q" {
				all = append(all, byte('"'), 'ạ', '\n', '\uFFFF')
			}
		case 'd', 'x', 'X':
			all = integers
			if verb == "%d" {
				all = append(all, []int{}, []int{3, -4})
			}
		case 'c':
			all = []any{byte('a'), 'ạ', '🎬', rune(-1)}
		case 'g', 'f':
			all = floats
		case 't':
			all = []any{true, choice(false)}
		case '%':
			fmt.Fprintln(os.Stdout, fmt.Sprintf("100%%"), fmt.Sprintf("%%%d%%", 7), fmt.Sprintf("%d"))
		}
		for _, value := range all {
			fmt.Fprintf(os.Stdout, verb+" is before "+verb+".\n", value, value)
		}
	}
	fmt.Fprintln(os.Stdout, fmt.Sprint(), fmt.Sprint("a", 1, 2, "b", "c", true, nil), fmt.Sprint(number(1), word("w")))

	for _, err := range []error{
		fmt.Errorf("none, 100%%: %s %d", io.EOF, 3),
		fmt.Errorf("one, 100%%: %d: %w", 3, io.EOF),
		fmt.Errorf("two: %w, %s, %w", io.EOF, "between", fault{7}),
		fmt.Errorf("no error: %v", nil),
	} {
		var f fault
		fmt.Fprintln(os.Stdout, err, errors.Is(err, io.EOF), errors.As(err, &f), f, errors.Unwrap(err))
	}
}

var (
	strings = []any{
		"", "plain", "đêm\t\"nhạc\"\x00\xff", word("word"), []string{}, []string{"a", "b c"}, named(3), &saying{"said"}, io.EOF, fault{7},
	}
	integers = []any{
		0, 7, -7, 12345, math.MaxInt64, math.MinInt64, int32(-32), int64(64), uint8(200), uint32(math.MaxUint32), number(-3), small(3), 'ạ',
	}
	floats = []any{0.0, 0.5, -2.25, 1e6, 1e20, 1e21, 1e-4, 1e-5, 123456789.0, 1.0 / 3, math.Inf(1), math.NaN(), float32(0.1), float32(16777216), -0.0}
)
