package gowasm

import (
	"bytes"
	"debug/gosym"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// Layout is what Go's linker says of the memory that it has laid out. The spans are of the memory.
type Layout struct {
	Functions []string // their names, in the order of the code section

	// The function table, by which the runtime walks a stack: for the garbage collector, a panic, a stack trace.
	Header    Span
	Names     Span // of functions
	Files     Span // names of files, by compilation unit
	Values    Span // runs of a value over the instructions of a function: size of the frame, file, line, …
	Records   Span // of functions, after a list of where each is
	StackMaps Span // and other data of functions, such as what is inlined in them
	Finder    Span // where to begin in the list, by address

	Variables Span // that begin with a value
}

// The words of runtime.moduledata (runtime/symtab.go) that are used: all that a program knows of its own memory.
const (
	wordHeader      = 0
	wordNames       = 1
	wordFiles       = 4 // with the compilation units before them
	wordValues      = 10
	wordRecords     = 13
	wordFinder      = 19
	wordNoptrdata   = 24
	wordEdata       = 27
	wordStackMaps   = 40
	wordEnd         = 41
	moduledataWords = 42
	wordBytes       = 8
)

// FindLayout looks for the function table, and then for the module data, which points to it.
func FindLayout(memory []byte) (Layout, error) {
	for header := range headers(memory) {
		for at := range pointersTo(memory, header) {
			l, err := readLayout(memory, at)
			if err == nil {
				return l, nil
			}
		}
	}
	return Layout{}, errors.New("wasm: no function table: this Go lays out its memory in a way that web/build/gowasm/layout.go does not know")
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
func readLayout(memory []byte, at int) (Layout, error) {
	if at+moduledataWords*wordBytes > len(memory) {
		return Layout{}, errors.New("wasm: the module data are cut off")
	}
	word := func(n int) int { return int(binary.LittleEndian.Uint64(memory[at+n*wordBytes:])) }
	order := []int{word(wordHeader), word(wordNames), word(wordFiles), word(wordValues), word(wordRecords), word(wordStackMaps), word(wordFinder), word(wordEnd)}
	if !slices.IsSorted(append(order, word(wordNoptrdata), word(wordEdata))) || order[0] < 0 || word(wordNoptrdata) > len(memory) {
		return Layout{}, fmt.Errorf("wasm: address %d: not the module data that web/build/gowasm/layout.go knows", at)
	}
	symbols, err := gosym.NewTable(nil, gosym.NewLineTable(memory[word(wordHeader):word(wordEnd)], 0))
	if err != nil {
		return Layout{}, err
	}
	l := Layout{
		Header: Span{order[0], order[1]}, Names: Span{order[1], order[2]}, Files: Span{order[2], order[3]}, Values: Span{order[3], order[4]},
		Records: Span{order[4], order[5]}, StackMaps: Span{order[5], order[6]}, Finder: Span{order[6], order[7]},
		Variables: Span{word(wordNoptrdata), min(word(wordEdata), len(memory))},
	}
	for _, f := range symbols.Funcs {
		l.Functions = append(l.Functions, f.Name)
	}
	return l, nil
}
