// Package size says what each part of a program weighs: a wasm file, as Go's linker writes it for a browser, is divided
// into the code of each package, each embedded file, and what Go adds to them. Every byte belongs to one part. Parts come
// in groups, and a budget limits the groups.
//
// The file is measured as it is shipped. The linker may leave out the debugging information (-s -w): the names of the
// functions are read from the table that the program carries for its own stack traces.
package size

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"houselights/web/build/gowasm"
)

// Part is what is counted together.
type Part struct {
	Group string // what the budget limits: "game", "engine", "x/text", "fonts", …
	Name  string // within its group
}

// Weight is what a part takes in the file, and of the file compressed.
type Weight struct {
	Bytes  int
	Brotli int // 0 before Weigh
}

// Asset is a file that is embedded in the program.
type Asset struct {
	Part
	Data []byte
}

// Groups of what belongs to no package.
const (
	tablesGroup = "function tables"
	dataGroup   = "other data"
	fileGroup   = "file format"
)

// codes are the tables at the beginning of a compressed block, by which all parts in it are written.
var codes = Part{fileGroup, "codes of the compression"}

// Breakdown says of each byte of a file which part it belongs to.
type Breakdown struct {
	file    []byte
	owner   []uint16 // index into parts, for each byte of file
	parts   []Part
	weights []Weight // of each of parts
	index   map[Part]uint16
}

// Measure divides a wasm file into its parts. The sum of their bytes is the file's length.
func Measure(file []byte, assets []Asset) (*Breakdown, error) {
	m, err := gowasm.Parse(file)
	if err != nil {
		return nil, err
	}
	l, err := gowasm.FindLayout(m.Memory)
	if err != nil {
		return nil, err
	}
	if len(l.Functions) != len(m.Functions) {
		return nil, fmt.Errorf("wasm: %d functions, and names for %d: this Go numbers them in a way that web/build/gowasm/layout.go does not know", len(m.Functions), len(l.Functions))
	}
	b := &Breakdown{file: file, owner: make([]uint16, len(file)), index: map[Part]uint16{}}
	b.give(b.owner, b.part(Part{fileGroup, "lists of functions, heads of sections"}))
	for i, function := range m.Functions {
		b.give(b.owner[function.Start:function.End], b.part(partOf(l.Functions[i])))
	}
	owner, err := b.memory(m, l, assets)
	if err != nil {
		return nil, err
	}
	for _, s := range m.Segments {
		b.give(b.owner[s.Start:s.Payload], owner[s.Address])
		copy(b.owner[s.Payload:s.End], owner[s.Address:])
	}
	b.part(codes)
	b.weights = make([]Weight, len(b.parts))
	for _, part := range b.owner {
		b.weights[part].Bytes++
	}
	return b, nil
}

// memory says of each byte of the program's memory which part it belongs to.
func (b *Breakdown) memory(m gowasm.Module, l gowasm.Layout, assets []Asset) ([]uint16, error) {
	owner := make([]uint16, len(m.Memory))
	b.give(owner, b.part(Part{dataGroup, "types, texts, constants"}))
	for _, table := range []struct {
		gowasm.Span
		Part
	}{
		{l.Header, Part{tablesGroup, "header"}},
		{l.Names, Part{tablesGroup, "names of functions"}},
		{l.Files, Part{tablesGroup, "names of files"}},
		{l.Values, Part{tablesGroup, "values by instruction, such as lines"}},
		{l.Records, Part{tablesGroup, "records of functions"}},
		{l.StackMaps, Part{tablesGroup, "stack maps and inlining"}},
		{l.Finder, Part{tablesGroup, "functions by address"}},
		{l.Variables, Part{dataGroup, "variables"}},
	} {
		b.give(owner[table.Start:table.End], b.part(table.Part))
	}
	for _, asset := range assets {
		at := bytes.Index(m.Memory, asset.Data)
		if at < 0 {
			return nil, fmt.Errorf("%s/%s: is embedded, and its bytes are not in the wasm: is it changed on its way there?", asset.Group, asset.Name)
		}
		b.give(owner[at:at+len(asset.Data)], b.part(asset.Part))
	}
	return owner, nil
}

func (b *Breakdown) give(bytes []uint16, part uint16) {
	for i := range bytes {
		bytes[i] = part
	}
}

func (b *Breakdown) part(p Part) uint16 {
	i, ok := b.index[p]
	if !ok {
		i = uint16(len(b.parts))
		b.index[p] = i
		b.parts = append(b.parts, p)
	}
	return i
}

// Parts are all parts that weigh anything.
func (b *Breakdown) Parts() map[Part]Weight {
	parts := map[Part]Weight{}
	for i, p := range b.parts {
		if b.weights[i] != (Weight{}) {
			parts[p] = b.weights[i]
		}
	}
	return parts
}

// Groups are the weights of the groups.
func (b *Breakdown) Groups() map[string]Weight {
	groups := map[string]Weight{}
	for p, w := range b.Parts() {
		groups[p.Group] = groups[p.Group].plus(w)
	}
	return groups
}

// Total is the weight of the whole file.
func (b *Breakdown) Total() Weight {
	var total Weight
	for _, w := range b.weights {
		total = total.plus(w)
	}
	return total
}

func (w Weight) plus(o Weight) Weight { return Weight{w.Bytes + o.Bytes, w.Brotli + o.Brotli} }

// heaviest returns the names of weights, the heaviest first.
func heaviest(weights map[string]Weight) []string {
	return slices.SortedFunc(maps.Keys(weights), func(a, b string) int {
		return cmp.Or(cmp.Compare(weights[b].Brotli, weights[a].Brotli), cmp.Compare(weights[b].Bytes, weights[a].Bytes), strings.Compare(a, b))
	})
}
