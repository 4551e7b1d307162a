// Package gowasm reads a WebAssembly file as Go's linker writes it for a browser: where its functions lie, the memory that
// it begins with, and what the linker says of that memory.
package gowasm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"regexp"
)

// Release is the release of Go whose files this package, what builds on it and the budget of the game know. Raise it after
// a look at what changed in cmd/link/internal/wasm, in moduledata, _func and findfunc of the runtime, and in `make size`.
const Release = "go1.26"

// Module is what counts of a WebAssembly file.
// The format: https://webassembly.github.io/spec/core/binary/modules.html
type Module struct {
	Functions []Span // of the file: each body with its length before it
	Data      Span   // of the file: the section that holds the segments, with its head
	Segments  []Segment
	Memory    []byte // as the segments fill it; zero in between
	Go        string // the release of Go that made it, as Release; "" when the file does not say
}

// Span is from Start up to, not including, End.
type Span struct{ Start, End int }

// Segment is a piece of memory that is not zero.
type Segment struct {
	Span        // of the file, with address and length before the payload
	Payload int // where its bytes begin in the file
	Address int // where they go to in memory
}

// The numbers of the sections that matter.
const (
	customSection = 0
	codeSection   = 10
	dataSection   = 11
)

var release = regexp.MustCompile(`go1\.\d+`)

// magic is how every module begins.
var magic = []byte("\x00asm\x01\x00\x00\x00")

// maxMemory is far more than a program begins with: a broken file shall not fill the machine.
const maxMemory = 1 << 28

// Parse reads a file. An empty segment is left out.
func Parse(file []byte) (Module, error) {
	if len(file) < len(magic) || string(file[:len(magic)]) != string(magic) {
		return Module{}, errors.New("wasm: the file does not begin as a WebAssembly module does")
	}
	var m Module
	c := cursor{file: file, at: len(magic)}
	for c.err == nil && c.at < len(file) {
		start := c.at
		id := c.byte()
		length := c.unsigned()
		if c.err != nil {
			break
		}
		end := c.at + length
		if end > len(file) {
			c.fail()
			break
		}
		section := cursor{file: file[:end], at: c.at}
		switch id {
		case customSection:
			if bytes.Contains(file[c.at:end], []byte("producers")) {
				m.Go = string(release.Find(file[c.at:end]))
			}
		case codeSection:
			m.Functions = section.functions()
		case dataSection:
			m.Data, m.Segments = Span{start, end}, section.segments()
		}
		c.err, c.at = section.err, end
	}
	if c.err != nil {
		return Module{}, c.err
	}
	return m, m.fill(file)
}

// fill makes the memory.
func (m *Module) fill(file []byte) error {
	for _, s := range m.Segments {
		end := s.Address + s.End - s.Payload
		if s.Address < 0 || end > maxMemory {
			return fmt.Errorf("wasm: byte %d: a data segment for address %d: out of the memory", s.Start, s.Address)
		}
		if more := end - len(m.Memory); more > 0 {
			m.Memory = append(m.Memory, make([]byte, more)...)
		}
		copy(m.Memory[s.Address:end], file[s.Payload:s.End])
	}
	return nil
}

// cursor reads on in a file up to its first error, and returns zeros after it.
type cursor struct {
	file []byte
	at   int
	err  error
}

func (c *cursor) functions() []Span {
	var all []Span
	for range c.unsigned() {
		start := c.at
		c.skip(c.unsigned())
		if c.err != nil {
			return nil
		}
		all = append(all, Span{start, c.at})
	}
	return all
}

func (c *cursor) segments() []Segment {
	const active, i32Const, endOp = 0, 0x41, 0x0b
	var all []Segment
	for range c.unsigned() {
		s := Segment{Span: Span{Start: c.at}}
		if c.unsigned() != active || c.byte() != i32Const {
			c.fail()
		}
		s.Address = c.signed()
		if c.byte() != endOp {
			c.fail()
		}
		length := c.unsigned()
		s.Payload = c.at
		c.skip(length)
		s.End = c.at
		if c.err != nil {
			return nil
		}
		if length > 0 {
			all = append(all, s)
		}
	}
	return all
}

func (c *cursor) fail() {
	if c.err == nil {
		c.err = fmt.Errorf("wasm: byte %d: not what Go's linker writes: is the file whole?", c.at)
	}
}

func (c *cursor) skip(n int) {
	if c.err != nil || n > len(c.file)-c.at {
		c.fail()
		return
	}
	c.at += n
}

func (c *cursor) byte() byte {
	c.skip(1)
	if c.err != nil {
		return 0
	}
	return c.file[c.at-1]
}

// unsigned reads a number of at most 32 bits in LEB128.
func (c *cursor) unsigned() int {
	if c.err != nil {
		return 0
	}
	v, n := binary.Uvarint(c.file[c.at:])
	if n <= 0 || v > 1<<32-1 {
		c.fail()
		return 0
	}
	c.at += n
	return int(v)
}

// signed reads a number of at most 64 bits in signed LEB128.
func (c *cursor) signed() int {
	var v int64
	for shift := uint(0); shift < 64; shift += 7 {
		b := c.byte()
		v |= int64(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 && shift+7 < 64 {
				v |= -1 << (shift + 7)
			}
			return int(v)
		}
	}
	c.fail()
	return 0
}
