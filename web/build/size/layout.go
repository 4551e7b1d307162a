package size

import (
	"bytes"
	"debug/gosym"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// layout is what Go's linker says of the memory that it has laid out.
type layout struct {
	functions []string // the names, in the order of the code section
	tables    []stretch
}

// stretch is of memory, and says which part that is.
type stretch struct {
	span // of memory
	Part
}

// The words of runtime.moduledata (runtime/symtab.go) that are used: all that a program knows of its own memory.
const (
	wordHeader      = 0
	wordNames       = 1
	wordFiles       = 4 // with the compilation units before them
	wordLines       = 10
	wordRecords     = 13
	wordFinder      = 19
	wordNoptrdata   = 24
	wordEdata       = 27
	wordStackMaps   = 40
	wordEnd         = 41
	moduledataWords = 42
	wordBytes       = 8
)

// findLayout looks for the function table, and then for the module data, which points to it.
func findLayout(memory []byte) (layout, error) {
	for header := range headers(memory) {
		for at := range pointersTo(memory, header) {
			l, err := readLayout(memory, at)
			if err == nil {
				return l, nil
			}
		}
	}
	return layout{}, errors.New("wasm: no function table: this Go lays out its memory in a way that web/build/size/layout.go does not know")
}

// headers yields the addresses of what may be a function table: a number of its version, which ends in three bytes of
// ones, two zeros, the smallest size of an instruction, 1, and the size of a pointer, 8.
func headers(memory []byte) func(func(int) bool) {
	return occurrences(memory, []byte{0xff, 0xff, 0xff, 0, 0, 1, 8}, -1)
}

func pointersTo(memory []byte, address int) func(func(int) bool) {
	return occurrences(memory, binary.LittleEndian.AppendUint64(nil, uint64(address)), 0)
}

// occurrences yields where bytes are in memory, plus shift.
func occurrences(memory, pattern []byte, shift int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for at := 0; ; at++ {
			i := bytes.Index(memory[at:], pattern)
			if i < 0 {
				return
			}
			at += i
			if at+shift >= 0 && !yield(at+shift) {
				return
			}
		}
	}
}

// readLayout reads the module data at an address, and fails when it is not there.
func readLayout(memory []byte, at int) (layout, error) {
	if at+moduledataWords*wordBytes > len(memory) {
		return layout{}, errors.New("wasm: the module data are cut off")
	}
	word := func(n int) int { return int(binary.LittleEndian.Uint64(memory[at+n*wordBytes:])) }
	order := []int{word(wordHeader), word(wordNames), word(wordFiles), word(wordLines), word(wordRecords), word(wordStackMaps), word(wordFinder), word(wordEnd)}
	if !slices.IsSorted(order) || order[0] < 0 || word(wordEnd) > len(memory) || word(wordNoptrdata) < word(wordEnd) || word(wordEdata) < word(wordNoptrdata) {
		return layout{}, fmt.Errorf("wasm: address %d: not the module data that web/build/size/layout.go knows", at)
	}
	symbols, err := gosym.NewTable(nil, gosym.NewLineTable(memory[word(wordHeader):word(wordEnd)], 0))
	if err != nil {
		return layout{}, err
	}
	var l layout
	for _, f := range symbols.Funcs {
		l.functions = append(l.functions, f.Name)
	}
	for i, name := range []string{"header", "names of functions", "names of files", "lines, by instruction", "records of functions", "stack maps and inlining", "functions by address"} {
		l.tables = append(l.tables, stretch{span{order[i], order[i+1]}, Part{tablesGroup, name}})
	}
	l.tables = append(l.tables, stretch{span{word(wordNoptrdata), word(wordEdata)}, Part{dataGroup, "variables"}})
	return l, nil
}
