// Package strip makes a Go program for the browser smaller; compressed, by about a sixth. The linker has no flag for what
// it takes out:
//
//   - the line of each instruction, and the arguments that a stack trace prints. A trace has the names of its functions, and
//     "?" for their files; so has runtime.Caller. What the runtime walks a stack by (the size of frames, where pointers are,
//     which function is inlined where) stays.
//   - the exactness of the table that finds a function by address. It says where to begin in a list, and the runtime walks
//     on from there. In wasm, a function is 65,536 addresses, and the table has sixteen entries for each: by far the largest
//     table there is. Here it points to every sixteenth function.
//   - the many small pieces that the memory is written in, so that no zeros are written: their addresses compress worse than
//     the zeros.
//
// Nothing moves. What is taken out becomes zeros, which compress to nothing.
package strip

import (
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
	recordData       = 43 // number of offsets in the stack maps and other data
	recordEnd        = 44 // here the further values begin, and after them the data
)

// Which of a function's values and data only a stack trace or another platform reads, by their numbers in
// internal/abi/symtab.go.
var (
	idleValues = map[int]string{0: "where a thread may be stopped by a signal, which wasm has not", 3: "which arguments are alive"}
	idleData   = map[int]string{5: "how to print the arguments", 6: "where to find which are alive"}
)

const noData = 1<<32 - 1

// Strip returns the program without what its work does not need.
func Strip(file []byte) ([]byte, error) {
	m, err := gowasm.Parse(file)
	if err != nil {
		return nil, err
	}
	if m.Go != gowasm.Release {
		return nil, fmt.Errorf("wasm: made by %q, and only the tables of %s are known: build with that, or teach web/build/gowasm", m.Go, gowasm.Release)
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

// stripTraces clears in each function's record what only stack traces read, and then the values that no record names.
func stripTraces(memory []byte, l gowasm.Layout) error {
	records := memory[l.Records.Start:l.Records.End]
	values := values{bytes: memory[l.Values.Start:l.Values.End]}
	values.used = make([]bool, len(values.bytes))
	for i := range l.Functions {
		record, err := recordOf(records, i)
		if err != nil {
			return err
		}
		for _, field := range []int{recordFiles, recordLines, recordUnit, recordStartLine} {
			put(record[field:], 0)
		}
		further := record[recordEnd:]
		for n := range get(record[recordValues:]) {
			if _, idle := idleValues[n]; idle {
				put(further[4*n:], 0)
			}
			if err := values.use(get(further[4*n:])); err != nil {
				return err
			}
		}
		data := further[4*get(record[recordValues:]):]
		for n := range int(record[recordData]) {
			if _, idle := idleData[n]; idle {
				put(data[4*n:], noData)
			}
		}
		if err := values.use(get(record[recordFrameSizes:])); err != nil {
			return err
		}
	}
	values.clearRest()
	clear(memory[l.Files.Start:l.Files.End])
	return nil
}

// recordOf returns the record of a function, whole.
func recordOf(records []byte, function int) ([]byte, error) {
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

// values are runs of a value over the instructions of a function. Functions share them.
type values struct {
	bytes []byte
	used  []bool
}

// use marks the values at an offset: pairs of numbers, what to add to the value and to the address, up to one that
// adds 0 to the value. The first pair may.
func (v *values) use(offset int) error {
	if offset == 0 {
		return nil
	}
	for at, first := offset, true; ; first = false {
		if at >= len(v.bytes) {
			return errors.New("values of a function that do not end")
		}
		add, n := binary.Uvarint(v.bytes[at:])
		if n <= 0 {
			return errors.New("values of a function that do not end")
		}
		if add == 0 && !first {
			v.mark(at, n)
			return nil
		}
		_, pc := binary.Uvarint(v.bytes[at+n:])
		if pc <= 0 {
			return errors.New("values of a function that do not end")
		}
		v.mark(at, n+pc)
		at += n + pc
	}
}

func (v *values) mark(at, n int) {
	for i := range n {
		v.used[at+i] = true
	}
}

func (v *values) clearRest() {
	for i := range v.bytes {
		if !v.used[i] {
			v.bytes[i] = 0
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
