// Package strip makes a Go program for the browser smaller; compressed, by about a sixth. The linker has no flag for what
// it takes out:
//
//   - the line of each instruction, the arguments that a stack trace prints, and which functions are inlined where. A trace
//     has the names of the functions that are not inlined, and "?" for their files; runtime.Callers sees no others either.
//     What the runtime walks a stack by (the size of frames, where pointers are) stays. So does what is inlined in a
//     wrapper: recover counts the functions between it and the panic, but for wrappers, and a function that calls it is
//     never inlined elsewhere.
//   - the exactness of the table that finds a function by address. It says where to begin in a list, and the runtime walks
//     on from there. In wasm, a function is 65,536 addresses, and the table has sixteen entries for each: by far the largest
//     table there is. Here it points to every sixteenth function.
//   - the many small pieces that the memory is written in, so that no zeros are written: their addresses compress worse than
//     the zeros.
//
// Nothing moves. What is taken out becomes zeros, which compress to nothing.
package strip

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"houselights/web/build/gowasm"
)

// Fields of a function's record, in bytes from its beginning: runtime._func in runtime/runtime2.go.
const (
	recordFrameSizes = 16 // offset in the values, as all of them; 0 says that there are none
	recordFiles      = 20
	recordLines      = 24
	recordValues     = 28 // number of further ones, below
	recordUnit       = 32 // of compilation: in it are the names of files
	recordStartLine  = 36
	recordKind       = 40 // runtime.funcID
	recordData       = 43 // number of offsets in the stack maps and other data
	recordEnd        = 44 // here the further values begin, and after them the data
)

// The values and data of a function that only a stack trace or another platform reads, by their numbers in
// internal/abi/symtab.go.
const (
	valuesUnsafePoint = 0 // where a thread must not be stopped by a signal, which wasm has not
	valuesInlined     = 2 // which of the inlined functions an instruction is of
	valuesArgLive     = 3
	dataInlined       = 3 // the inlined functions
	dataArgInfo       = 5 // how to print the arguments
	dataArgLive       = 6
)

const (
	noData     = 1<<32 - 1
	kindWraps  = 23 // abi.FuncIDWrapper
	inlinedEnd = 16 // bytes of one inlined function: runtime.inlinedCall
	argInfoEnd = 0xff
)

// ErrRelease is the fault of a program that another release of Go has made. It works as it is.
var ErrRelease = errors.New("wasm: made by another release of Go")

// Strip returns the program without what its work does not need.
func Strip(file []byte) ([]byte, error) {
	m, err := gowasm.Parse(file)
	if err != nil {
		return nil, err
	}
	if m.Go != gowasm.Release {
		return nil, fmt.Errorf("%w: by %q, and only the tables of %s are known: build with that, or teach web/build/gowasm", ErrRelease, m.Go, gowasm.Release)
	}
	l, err := gowasm.FindLayout(m.Memory)
	if err != nil {
		return nil, err
	}
	if err := stripTraces(m.Memory, l); err != nil {
		return nil, err
	}
	coarsen(m.Memory[l.Finder.Start:l.Finder.End])
	out := append([]byte{}, file[:m.Data.Start]...)
	out = appendData(out, m.Memory)
	return append(out, file[m.Data.End:]...), nil
}

// stripTraces clears in each function's record what only stack traces read, and then what no record names any more.
func stripTraces(memory []byte, l gowasm.Layout) error {
	records := memory[l.Records.Start:l.Records.End]
	values := newTable(memory[l.Values.Start:l.Values.End])
	data := newTable(memory[l.StackMaps.Start:l.StackMaps.End])
	for i := range l.Functions {
		r, err := recordOf(records, i)
		if err != nil {
			return err
		}
		if err := r.strip(values, data); err != nil {
			return fmt.Errorf("function %d, %s: %w", i, l.Functions[i], err)
		}
	}
	values.clearIdle()
	data.clearIdle()
	clear(memory[l.Files.Start:l.Files.End])
	return nil
}

// record is a runtime._func with what follows it.
type record []byte

// values are the offsets of further values, 4 bytes each; data those of data.
func (r record) values() []byte { return r[recordEnd:][:4*get(r[recordValues:])] }
func (r record) data() []byte   { return r[recordEnd+4*get(r[recordValues:]):] }

// strip clears what is idle, and says in the tables what was used by that and what is used by the rest.
func (r record) strip(values, data *table) error {
	inlined, err := r.inlined(values)
	if err != nil {
		return err
	}
	wraps := r[recordKind] == kindWraps
	for n := range len(r.data()) / 4 {
		at := r.data()[4*n:]
		offset := get(at)
		switch {
		case offset == noData:
			continue
		case n == dataInlined && !wraps:
			err = data.free(offset, inlined*inlinedEnd)
		case n == dataArgInfo:
			err = data.free(offset, 1+bytes.IndexByte(data.bytes[min(offset, len(data.bytes)):], argInfoEnd))
		case n == dataArgLive:
		default:
			data.keep(offset)
			continue
		}
		put(at, noData)
		if err != nil {
			return err
		}
	}
	for _, field := range []int{recordFiles, recordLines} {
		if err := values.freeRun(r[field:]); err != nil {
			return err
		}
	}
	for n := range len(r.values()) / 4 {
		at := r.values()[4*n:]
		if n == valuesUnsafePoint || n == valuesArgLive || n == valuesInlined && !wraps {
			if err := values.freeRun(at); err != nil {
				return err
			}
		} else {
			values.keep(get(at))
		}
	}
	values.keep(get(r[recordFrameSizes:]))
	put(r[recordUnit:], 0)
	put(r[recordStartLine:], 0)
	return nil
}

// inlined returns how many functions are inlined in this one.
func (r record) inlined(values *table) (int, error) {
	if len(r.values()) <= 4*valuesInlined {
		return 0, nil
	}
	offset := get(r.values()[4*valuesInlined:])
	if offset == 0 {
		return 0, nil
	}
	_, greatest, err := values.run(offset)
	return greatest + 1, err
}

// recordOf returns the record of a function, whole.
func recordOf(records []byte, function int) (record, error) {
	broken := fmt.Errorf("function %d: its record is not as %s writes it", function, gowasm.Release)
	const entry = 8 // in the list before the records: address, offset of the record
	if len(records) < entry*(function+1) {
		return nil, broken
	}
	at := get(records[entry*function+4:])
	if at+recordEnd > len(records) {
		return nil, broken
	}
	end := at + recordEnd + 4*get(records[at+recordValues:]) + 4*int(records[at+recordData])
	if end > len(records) {
		return nil, broken
	}
	return records[at:end], nil
}

// table is what records point into. Records share what is the same.
type table struct {
	bytes []byte
	kept  map[int]bool // by offset
	freed map[int]int  // by offset, with length
}

func newTable(bytes []byte) *table {
	return &table{bytes, map[int]bool{}, map[int]int{}}
}

func (t *table) keep(offset int) { t.kept[offset] = true }

func (t *table) free(offset, length int) error {
	if length < 0 || offset+length > len(t.bytes) {
		return errors.New("data that reach beyond their table")
	}
	t.freed[offset] = max(t.freed[offset], length)
	return nil
}

// freeRun frees the run of values that an offset points to, and has it point to none.
func (t *table) freeRun(at []byte) error {
	offset := get(at)
	if offset == 0 {
		return nil
	}
	length, _, err := t.run(offset)
	put(at, 0)
	if err != nil {
		return err
	}
	return t.free(offset, length)
}

// run returns the length of a run of values over the instructions of a function, and the greatest value: pairs of
// numbers, what to add to the value, which begins with -1, and to the address, up to one that adds 0 to the value. The
// first pair may.
func (t *table) run(offset int) (length, greatest int, err error) {
	value := -1
	greatest = value
	for at, first := offset, true; at < len(t.bytes); first = false {
		add, n := binary.Varint(t.bytes[at:])
		if n > 0 && add == 0 && !first {
			return at + n - offset, greatest, nil
		}
		_, pc := binary.Uvarint(t.bytes[at+max(n, 0):])
		if n <= 0 || pc <= 0 {
			break
		}
		value += int(add)
		greatest = max(greatest, value)
		at += n + pc
	}
	return 0, 0, errors.New("values that do not end")
}

func (t *table) clearIdle() {
	for offset, length := range t.freed {
		if !t.kept[offset] {
			clear(t.bytes[offset:][:length])
		}
	}
}

// coarsen has the finder of functions point to every sixteenth, at or before the one that it pointed to. The table is of
// findfuncbucket, and read by findfunc, in runtime/symtab.go.
func coarsen(finder []byte) {
	const bucket = 20 // a number of a function, and what to add to it for each sixteenth of the bucket's addresses
	for at := 0; at+bucket <= len(finder); at += bucket {
		put(finder[at:], get(finder[at:])&^15)
	}
}

// appendData writes the section that fills the memory.
func appendData(out, memory []byte) []byte {
	// So many zeros between two pieces are left out. The linker's 8 makes a hundred thousand pieces; with 32, 128 or one piece
	// of all the compressed file is the same within 0.2 %.
	const gap = 128
	var pieces []byte
	count := 0
	for at := skipZeros(memory, 0); at < len(memory); {
		end := at
		next := at
		for next-end < gap && next < len(memory) {
			if memory[next] != 0 {
				end = next + 1
			}
			next++
		}
		pieces = append(pieces, 0, 0x41) // active, in memory 0, i32.const
		pieces = appendSigned(pieces, at)
		pieces = append(pieces, 0x0b) // end
		pieces = binary.AppendUvarint(pieces, uint64(end-at))
		pieces = append(pieces, memory[at:end]...)
		count++
		at = skipZeros(memory, next)
	}
	number := binary.AppendUvarint(nil, uint64(count))
	out = append(out, 11) // data section
	out = binary.AppendUvarint(out, uint64(len(number)+len(pieces)))
	return append(append(out, number...), pieces...)
}

func skipZeros(memory []byte, at int) int {
	for at < len(memory) && memory[at] == 0 {
		at++
	}
	return at
}

// appendSigned writes a number that is not negative in signed LEB128.
func appendSigned(out []byte, v int) []byte {
	for v > 0x3f {
		out = append(out, byte(v&0x7f|0x80))
		v >>= 7
	}
	return append(out, byte(v))
}

func get(b []byte) int    { return int(binary.LittleEndian.Uint32(b)) }
func put(b []byte, v int) { binary.LittleEndian.PutUint32(b, uint32(v)) }
