package size

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/web/build/wasmtest"
)

const program = `package main

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed noise.bin
var noise string

//go:embed words.txt
var words string

type seat struct{ row, name string }

func (s *seat) String() string { return s.name + s.row }

func main() {
	seats := map[seat]int{{"a", noise}: 1, {"b", words}: 2}
	var names []string
	for s := range seats {
		names = append(names, func() string { return s.String() }())
	}
	slices.SortFunc(names, strings.Compare)
	println(names[0])
}
`

// Noise does not shrink, so that it must keep its weight; words repeat themselves.
var (
	noise = Asset{Part{"bins", "noise.bin"}, random(30_000)}
	words = Asset{Part{"texts", "words.txt"}, []byte(strings.Repeat("the house lights go down ", 1000))}
)

func random(n int) []byte {
	data := make([]byte, n)
	rand.NewChaCha8([32]byte{4}).Read(data)
	return data
}

// build compiles the program with Go's linker, as the game is.
func build(t *testing.T) []byte {
	t.Helper()
	return wasmtest.Build(t, "-s -w", map[string][]byte{"main.go": []byte(program), "noise.bin": noise.Data, "words.txt": words.Data})
}

func TestEveryByteBelongsToOnePart(t *testing.T) {
	file := build(t)
	b, err := Measure(file, []Asset{noise, words})
	require.NoError(t, err)
	assert.Equal(t, len(file), b.Total().Bytes)
	parts := b.Parts()
	sum := 0
	for _, w := range parts {
		sum += w.Bytes
	}
	assert.Equal(t, len(file), sum)
	sum = 0
	for _, w := range b.Groups() {
		sum += w.Bytes
	}
	assert.Equal(t, len(file), sum)

	const segmentHead = 12 // at most, where an asset begins a segment of the memory
	assert.InDelta(t, len(noise.Data), parts[noise.Part].Bytes, segmentHead)
	assert.InDelta(t, len(words.Data), parts[words.Part].Bytes, segmentHead)
	for _, p := range []Part{{"game", "main"}, {"runtime", "runtime"}, {"standard library", "slices"}, {tablesGroup, "names of functions"}, {dataGroup, "variables"}} {
		assert.Positive(t, parts[p].Bytes, p)
	}
	assert.Greater(t, parts[Part{"runtime", "runtime"}].Bytes, len(file)/8)
}

func TestWeigh(t *testing.T) {
	file := build(t)
	b, err := Measure(file, []Asset{noise, words})
	require.NoError(t, err)
	compressed := wasmtest.Compress(t, file)
	require.NoError(t, b.Weigh(compressed))
	assert.Equal(t, len(compressed), b.Total().Brotli)
	parts := b.Parts()
	assert.InDelta(t, len(noise.Data), parts[noise.Part].Brotli, float64(len(noise.Data)/50), "noise keeps its weight")
	assert.Less(t, parts[words.Part].Brotli, 100, "what repeats itself weighs next to nothing")

	before := b.Parts()
	require.NoError(t, b.Weigh(compressed))
	assert.Equal(t, before, b.Parts(), "weighed twice, it weighs the same")

	require.ErrorContains(t, b.Weigh(wasmtest.Compress(t, noise.Data)), "another file")
	require.ErrorContains(t, b.Weigh(wasmtest.Compress(t, file[:len(file)/2])), "a part of the file")
	require.ErrorContains(t, b.Weigh(wasmtest.Compress(t, append(file, 0))), "another file")
	require.ErrorContains(t, b.Weigh(compressed[:1000]), "brotli: byte 1000")
}

func TestMeasureSaysWhatIsWrong(t *testing.T) {
	file := build(t)
	_, err := Measure(file, []Asset{{Part{"bins", "other.bin"}, []byte("the lights stay on")}})
	require.ErrorContains(t, err, "bins/other.bin: is embedded")
	_, err = Measure([]byte("<html>"), nil)
	require.ErrorContains(t, err, "does not begin as")
	_, err = Measure(file[:8], nil)
	require.ErrorContains(t, err, "no function table")
}

func TestReport(t *testing.T) {
	file := build(t)
	b, err := Measure(file, []Asset{noise, words})
	require.NoError(t, err)
	require.NoError(t, b.Weigh(wasmtest.Compress(t, file)))
	budget, err := ReadBudget("b.txt", []byte("total 10,000,000\ndownload, brotli 2,000\nbins 29,000"))
	require.NoError(t, err)
	var out strings.Builder
	require.NoError(t, Report(&out, "p.wasm", b, map[string]Weight{"frame.js": {3000, 1000}, "frame.html": {2000, 500}}, budget))
	text := out.String()
	assert.Regexp(t, `(?m)^bins +30,0\d\d +104 % +30,\d{3}$`, text)
	assert.Regexp(t, `(?m)^texts +25,0\d\d +none +\d+$`, text)
	assert.Regexp(t, `(?m)^  runtime +1,\d{3},\d{3} +\d{3},\d{3}$`, text)
	assert.Regexp(t, `(?m)^  \d+ smaller `, text)
	assert.Regexp(t, `(?m)^total +`+grouped(len(file))+` +\d+ % +`+grouped(b.Total().Brotli)+`$`, text)
	assert.Regexp(t, `(?m)^frame.js +3,000 +1,000\nframe.html +2,000 +500\ndownload, brotli +5,000 +75 % +1,500$`, text, "the heaviest first")
	assert.Less(t, strings.Index(text, "\nruntime"), strings.Index(text, "\ntexts"), "the heaviest first")
	width := 0
	for line := range strings.Lines(text) {
		if line == "\n" {
			continue
		}
		if width == 0 {
			width = len(line)
		}
		assert.Len(t, line, width)
	}
}
