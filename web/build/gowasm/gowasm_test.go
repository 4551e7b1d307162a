package gowasm

import (
	"bytes"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/web/build/wasmtest"
)

var program = map[string][]byte{"main.go": []byte(`package main

import "slices"

type seat struct{ row, name string }

func (s *seat) String() string { return s.name + s.row }

func main() {
	names := []string{(&seat{"a", "the house lights go down"}).String(), func() string { return "b" }()}
	slices.Sort(names)
	println(names[0])
}
`)}

func TestParseSaysWhatIsWrong(t *testing.T) {
	file := wasmtest.Build(t, "-s -w", program)
	header := len(magic)
	for _, test := range []struct {
		name  string
		file  []byte
		fault string
	}{
		{"no wasm", []byte("<html>"), "does not begin as"},
		{"cut off", file[:len(file)/2], "is the file whole?"},
		{"a section of no length", file[:header+1], "is the file whole?"},
		{"a length without end", append(file[:header+1:header+1], bytes.Repeat([]byte{0xff}, 11)...), "is the file whole?"},
		{"too many functions", append([]byte(magic), codeSection, 2, 200, 1), "is the file whole?"},
		{"a segment out of the memory", append([]byte(magic), dataSection, 11, 1, 0, 0x41, 0xff, 0xff, 0xff, 0xff, 0x7, 0x0b, 1, 7), "out of the memory"},
		{"a segment below the memory", append([]byte(magic), dataSection, 7, 1, 0, 0x41, 0x7f, 0x0b, 1, 7), "address -1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse(test.file)
			require.ErrorContains(t, err, test.fault)
		})
	}
}

func TestFindLayoutSaysWhatItDoesNotKnow(t *testing.T) {
	m, err := Parse(wasmtest.Build(t, "-s -w", program))
	require.NoError(t, err)
	l, err := FindLayout(m.Memory)
	require.NoError(t, err)
	for _, test := range []struct {
		name   string
		memory []byte
	}{
		{"nothing", nil},
		{"no table", m.Memory[:l.Header.Start]},
		{"a table that nothing points to", m.Memory[:l.Header.End]},
		{"cut off", m.Memory[:l.Variables.Start-1]},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := FindLayout(test.memory)
			require.ErrorContains(t, err, "web/build/gowasm/layout.go")
		})
	}
}

// The memory is where the segments say, and the functions are one after the other.
func TestParse(t *testing.T) {
	file := wasmtest.Build(t, "-s -w", program)
	m, err := Parse(file)
	require.NoError(t, err)
	assert.Regexp(t, `^go1\.\d+$`, m.Go)
	assert.Contains(t, string(m.Memory), "the house lights go down")
	for i, f := range m.Functions {
		assert.Less(t, f.Start, f.End)
		if i > 0 {
			require.Equal(t, m.Functions[i-1].End, f.Start)
		}
	}
	assert.Equal(t, m.Data.End, m.Segments[len(m.Segments)-1].End)
	for _, s := range m.Segments {
		require.Equal(t, file[s.Payload:s.End], m.Memory[s.Address:s.Address+s.End-s.Payload])
	}
}

// The linker writes the names itself where it is not told to leave them out: with them, the same table must give the same.
func TestFunctionsHaveTheLinkersNames(t *testing.T) {
	file := wasmtest.Build(t, "-w", program)
	want := nameSection(t, file)
	m, err := Parse(file)
	require.NoError(t, err)
	l, err := FindLayout(m.Memory)
	require.NoError(t, err)
	require.Len(t, l.Functions, len(m.Functions))
	require.Len(t, want, len(m.Functions))
	unclear := regexp.MustCompile(`[^\w.]`)
	for i, name := range l.Functions {
		require.Equal(t, want[i], unclear.ReplaceAllString(name, "_"), i)
	}
}

// nameSection returns the names of all functions that are not imported.
func nameSection(t *testing.T, file []byte) []string {
	t.Helper()
	at := bytes.LastIndex(file, []byte("\x04name\x01"))
	require.Positive(t, at)
	c := cursor{file: file, at: at + len("\x04name\x01")}
	c.unsigned() // length
	var names []string
	for range c.unsigned() {
		c.unsigned() // index
		length := c.unsigned()
		c.skip(length)
		require.NoError(t, c.err)
		names = append(names, string(file[c.at-length:c.at]))
	}
	return names
}

func TestSignedNumbers(t *testing.T) {
	for _, want := range []int{0, 1, 63, 64, -1, -64, -65, 8191, 1 << 27, -1 << 40, -1 << 63, 1<<63 - 1} {
		c := cursor{file: signedBytes(int64(want))}
		assert.Equal(t, want, c.signed())
		assert.NoError(t, c.err)
		assert.Equal(t, len(c.file), c.at)
	}
	c := cursor{file: bytes.Repeat([]byte{0x80}, 11)}
	c.signed()
	assert.Error(t, c.err, "longer than any number")
}

func signedBytes(v int64) []byte {
	var out []byte
	for {
		b := byte(v & 0x7f)
		v >>= 7
		if v == 0 && b&0x40 == 0 || v == -1 && b&0x40 != 0 {
			return append(out, b)
		}
		out = append(out, b|0x80)
	}
}
