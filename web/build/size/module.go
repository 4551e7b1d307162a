package size

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// module is what counts of a WebAssembly file.
// The format: https://webassembly.github.io/spec/core/binary/modules.html
type module struct {
	functions []span // of the file: each body with its length before it
	segments  []segment
	memory    []byte // as the segments fill it; zero in between
}

// span is from start up to, not including, end.
type span struct{ start, end int }

// segment is a piece of memory that is not zero.
type segment struct {
	span        // of the file, with address and length before the payload
	payload int // where its bytes begin in the file
	address int // where they go to in memory
}

// The numbers of the sections that matter.
const (
	codeSection = 10
	dataSection = 11
)

var magic = []byte("\x00asm\x01\x00\x00\x00")

// maxMemory is far more than a program begins with: a broken file shall not fill the machine.
const maxMemory = 1 << 28

func parse(file []byte) (module, error) {
	if len(file) < len(magic) || string(file[:len(magic)]) != string(magic) {
		return module{}, errors.New("wasm: the file does not begin as a WebAssembly module does")
	}
	var m module
	c := cursor{file: file, at: len(magic)}
	for c.err == nil && c.at < len(file) {
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
		case codeSection:
			m.functions = section.functions()
		case dataSection:
			m.segments = section.segments()
		}
		c.err, c.at = section.err, end
	}
	if c.err != nil {
		return module{}, c.err
	}
	return m, m.fill(file)
}

// fill makes the memory.
func (m *module) fill(file []byte) error {
	for _, s := range m.segments {
		end := s.address + s.end - s.payload
		if s.address < 0 || end > maxMemory {
			return fmt.Errorf("wasm: byte %d: a data segment for address %d: out of the memory", s.start, s.address)
		}
		if more := end - len(m.memory); more > 0 {
			m.memory = append(m.memory, make([]byte, more)...)
		}
		copy(m.memory[s.address:end], file[s.payload:s.end])
	}
	return nil
}

// cursor reads on in a file up to its first error, and returns zeros after it.
type cursor struct {
	file []byte
	at   int
	err  error
}

func (c *cursor) functions() []span {
	var all []span
	for range c.unsigned() {
		start := c.at
		c.skip(c.unsigned())
		if c.err != nil {
			return nil
		}
		all = append(all, span{start, c.at})
	}
	return all
}

func (c *cursor) segments() []segment {
	const active, i32Const, endOp = 0, 0x41, 0x0b
	var all []segment
	for range c.unsigned() {
		s := segment{span: span{start: c.at}}
		if c.unsigned() != active || c.byte() != i32Const {
			c.fail()
		}
		s.address = c.signed()
		if c.byte() != endOp {
			c.fail()
		}
		length := c.unsigned()
		s.payload = c.at
		c.skip(length)
		s.end = c.at
		if c.err != nil {
			return nil
		}
		// An empty one has no first byte that says whose it is.
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
