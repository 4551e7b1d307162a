package size

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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
func build(t *testing.T, flags string) []byte {
	t.Helper()
	dir := t.TempDir()
	for name, data := range map[string][]byte{"go.mod": []byte("module houselights\n\ngo 1.26\n"), "main.go": []byte(program), "noise.bin": noise.Data, "words.txt": words.Data} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), data, 0o644))
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags="+flags, "-o", "p.wasm", ".")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	file, err := os.ReadFile(filepath.Join(dir, "p.wasm"))
	require.NoError(t, err)
	return file
}

func TestEveryByteBelongsToOnePart(t *testing.T) {
	file := build(t, "-s -w")
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

// The linker writes the names itself where it is not told to leave them out: with them, the same table must give the same.
func TestFunctionsHaveTheLinkersNames(t *testing.T) {
	file := build(t, "-w")
	want := nameSection(t, file)
	m, err := parse(file)
	require.NoError(t, err)
	l, err := findLayout(m.memory)
	require.NoError(t, err)
	require.Len(t, l.functions, len(m.functions))
	require.Len(t, want, len(m.functions))
	unclear := regexp.MustCompile(`[^\w.]`)
	for i, name := range l.functions {
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

func TestWeigh(t *testing.T) {
	file := build(t, "-s -w")
	b, err := Measure(file, []Asset{noise, words})
	require.NoError(t, err)
	compressed := compress(t, file)
	require.NoError(t, b.Weigh(compressed))
	assert.Equal(t, len(compressed), b.Total().Brotli)
	parts := b.Parts()
	assert.InDelta(t, len(noise.Data), parts[noise.Part].Brotli, float64(len(noise.Data)/50), "noise keeps its weight")
	assert.Less(t, parts[words.Part].Brotli, 100, "what repeats itself weighs next to nothing")

	before := b.Parts()
	require.NoError(t, b.Weigh(compressed))
	assert.Equal(t, before, b.Parts(), "weighed twice, it weighs the same")

	require.ErrorContains(t, b.Weigh(compress(t, noise.Data)), "another file")
	require.ErrorContains(t, b.Weigh(compress(t, file[:len(file)/2])), "a part of the file")
	require.ErrorContains(t, b.Weigh(compress(t, append(file, 0))), "another file")
	require.ErrorContains(t, b.Weigh(compressed[:1000]), "brotli: byte 1000")
}

func compress(t *testing.T, data []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, 5)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

func TestMeasureSaysWhatIsWrong(t *testing.T) {
	file := build(t, "-s -w")
	noTable := bytes.ReplaceAll(file, []byte{0xff, 0xff, 0xff, 0, 0, 1, 8}, make([]byte, 7))
	header := len(magic)
	for _, test := range []struct {
		name   string
		file   []byte
		assets []Asset
		fault  string
	}{
		{"no wasm", []byte("<html>"), nil, "does not begin as"},
		{"cut off", file[:len(file)/2], nil, "is the file whole?"},
		{"a section of no length", file[:header+1], nil, "is the file whole?"},
		{"a length without end", append(file[:header+1:header+1], bytes.Repeat([]byte{0xff}, 11)...), nil, "is the file whole?"},
		{"too many functions", append([]byte(magic), codeSection, 2, 200, 1), nil, "is the file whole?"},
		{"a segment out of the memory", append([]byte(magic), dataSection, 11, 1, 0, 0x41, 0xff, 0xff, 0xff, 0xff, 0x7, 0x0b, 1, 7), nil, "out of the memory"},
		{"a segment below the memory", append([]byte(magic), dataSection, 7, 1, 0, 0x41, 0x7f, 0x0b, 1, 7), nil, "address -1"},
		{"no function table", noTable, nil, "layout.go"},
		{"nothing but a header", []byte(magic), nil, "layout.go"},
		{"no such asset", file, []Asset{{Part{"bins", "other.bin"}, []byte("the lights stay on")}}, "bins/other.bin: is embedded"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Measure(test.file, test.assets)
			require.ErrorContains(t, err, test.fault)
		})
	}
}

func TestReport(t *testing.T) {
	file := build(t, "-s -w")
	b, err := Measure(file, []Asset{noise, words})
	require.NoError(t, err)
	require.NoError(t, b.Weigh(compress(t, file)))
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
