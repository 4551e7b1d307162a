package pack_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
)

var update = flag.Bool("update", false, "write the golden files anew")

// schema returns one of the schemas, as a check of a file.
func schema(t *testing.T, name string) func(data []byte) error {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	text, err := jsonschema.UnmarshalJSON(f)
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(name, text))
	s, err := c.Compile(name)
	require.NoError(t, err)
	return func(data []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			return err
		}
		return s.Validate(v)
	}
}

func packSchema(t *testing.T) func([]byte) error        { return schema(t, "pack.schema.json") }
func translationSchema(t *testing.T) func([]byte) error { return schema(t, "translation.schema.json") }

// The reader of packs, and that of translations of the pack in testdata, as a check of a file of the name.
func read(name string, data []byte) error {
	_, err := pack.Read(name, data)
	return err
}
func translate(name string, data []byte) error {
	p, err := base(name)
	if err == nil {
		_, err = p.Translate("vi", data)
	}
	return err
}

// base returns the pack that the translations in testdata are of.
func base(id string) (*pack.Pack, error) {
	data, err := os.ReadFile("testdata/translations/base.json")
	if err != nil {
		return nil, err
	}
	return pack.Read(id, data)
}

// files returns the files of a folder of testdata by their names.
func files(t *testing.T, folder string) map[string][]byte {
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	all := map[string][]byte{}
	for _, path := range paths {
		all[strings.TrimSuffix(filepath.Base(path), ".json")], err = os.ReadFile(path)
		require.NoError(t, err)
	}
	return all
}

// TestGood checks that the reader and the schema both accept what is good.
func TestGood(t *testing.T) {
	for folder, c := range map[string]struct {
		read   func(string, []byte) error
		schema func([]byte) error
	}{
		"good":              {read, packSchema(t)},
		"translations/good": {translate, translationSchema(t)},
	} {
		for name, data := range files(t, folder) {
			assert.NoError(t, c.read(name, data), "%s: the reader", name)
			assert.NoError(t, c.schema(data), "%s: the schema", name)
		}
	}
}

// TestBad checks that the reader refuses what is bad, with the messages of the golden file beside it, and that the schema
// refuses it too, unless it is beyond what a schema can say. A file holds many packs, each under its name.
func TestBad(t *testing.T) {
	packs, translations := packSchema(t), translationSchema(t)
	for _, c := range []struct {
		pattern string
		read    func(string, []byte) error
		schema  func([]byte) error
		beyond  bool
	}{
		{"bad/*", read, packs, false},
		{"beyond/*", read, packs, true},
		{"translations/bad", translate, translations, false},
		{"translations/beyond", translate, translations, true},
	} {
		paths, err := filepath.Glob(filepath.Join("testdata", c.pattern+".json"))
		require.NoError(t, err)
		require.NotEmpty(t, paths)
		for _, path := range paths {
			t.Run(path, func(t *testing.T) {
				data, err := os.ReadFile(path)
				require.NoError(t, err)
				var cases map[string]json.RawMessage
				require.NoError(t, json.Unmarshal(data, &cases))
				var said strings.Builder
				for _, name := range slices.Sorted(maps.Keys(cases)) {
					err := c.read(name, cases[name])
					require.Error(t, err, name)
					fmt.Fprintln(&said, err)
					assert.Equal(t, !c.beyond, c.schema(cases[name]) != nil, "%s: the schema refuses it", name)
				}
				golden(t, strings.TrimSuffix(path, ".json")+".txt", said.String())
			})
		}
	}
}

// golden compares a text with a file.
func golden(t *testing.T, path, got string) {
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "go test ./game/pack -update writes it anew")
}

// TestTooMuch holds the schema to the reader where a file would be too large to be kept.
func TestTooMuch(t *testing.T) {
	check := packSchema(t)
	for n, ok := range map[int]bool{10_000: true, 10_001: false} {
		text := `{"houselights":1,"title":"T","questions":[` + strings.Repeat(`{"ask":"?","right":true},`, n-1) + `{"ask":"?","right":true}]}`
		assert.Equal(t, ok, read("x", []byte(text)) == nil, n)
		assert.Equal(t, ok, check([]byte(text)) == nil, n)
	}
}

// TestPacks checks the packs that are there.
func TestPacks(t *testing.T) {
	check := packSchema(t)
	for _, path := range []string{"../../assets/packs/purple-hearts.json", "../scenes/pack.json"} {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.NoError(t, read(filepath.Base(path), data))
		assert.NoError(t, check(data))
	}
}

// beyond is what only the reader sees. Each is shown to be refused by it alone in testdata/beyond.
var beyond = regexp.MustCompile(`is also among the wrong ones|two equal |is taken already|unknown topic|` +
	`"translations"\[\d+\] is (the pack's own language|given twice)|write at most 3 digits after the point|"max" is not|"number" is not between|` +
	`steps from "min"|no step comes close|the whole scale|the language is`)

// TestMutations makes thousands of mistakes in the good files: the reader and the schema agree on all of them.
func TestMutations(t *testing.T) {
	for folder, c := range map[string]struct {
		read   func(string, []byte) error
		schema func([]byte) error
		rounds int
	}{
		"good":              {read, packSchema(t), 5000},
		"translations/good": {translate, translationSchema(t), 2000},
	} {
		t.Run(folder, func(t *testing.T) {
			m := mutator{rand.New(rand.NewPCG(2022, 7))}
			all := files(t, folder)
			maps.DeleteFunc(all, func(name string, _ []byte) bool { return strings.HasPrefix(name, "limits") }) // which take their time
			names := slices.Sorted(maps.Keys(all))
			for range c.rounds {
				v, err := jsonschema.UnmarshalJSON(bytes.NewReader(all[names[m.IntN(len(names))]]))
				require.NoError(t, err)
				for range 1 + m.IntN(2) {
					v = m.mutate(v)
				}
				data, err := json.Marshal(v)
				require.NoError(t, err)
				read, schema := c.read("x", data), c.schema(data)
				if schema == nil && read != nil {
					for line := range strings.Lines(read.Error()) {
						require.Regexp(t, beyond, line, "the schema accepts %s", data)
					}
				} else {
					require.Equal(t, schema == nil, read == nil, "the schema: %v\nthe reader: %v\n%s", schema, read, data)
				}
			}
		})
	}
}

// mutator makes mistakes.
type mutator struct{ *rand.Rand }

// values are what a field may be by mistake, or by luck.
var values = []any{nil, true, false, "", " ", "a", "A", "crew", "confirmed", "2022-08", "2026-02-14", "2026-02-14T19:30Z", "07-29", "https://example.org", "vi", "{years}", "\u202e",
	strings.Repeat("x", 101), strings.Repeat("x", 301), strings.Repeat("x", 1001), json.Number("0"), json.Number("1"), json.Number("-1"), json.Number("5.5"), json.Number("6"), json.Number("241"),
	json.Number("1e13"), json.Number("2022"), []any{}, []any{"a", "b"}, []any{"a", "b", "c"}, []any{[]any{"a", "b"}, []any{"c", "d"}}, map[string]any{}}

// fields are all there are, and one more.
var fields = []string{"$schema", "houselights", "title", "lang", "version", "about", "credits", "licence", "translations", "topics", "events", "questions", "id", "caption", "past", "at", "day",
	"yearly", "since", "showings", "zone", "after", "status", "by", "place", "link", "sequence", "source", "url", "date", "ask", "right", "wrong", "order", "number", "tolerance", "min", "max", "step",
	"unit", "pairs", "accept", "forgive", "why", "hint", "topic", "level", "seconds", "spoiler", "image", "alt", "facts", "from", "else"}

// mutate makes one mistake, somewhere in a value.
func (m mutator) mutate(v any) any {
	deeper := m.IntN(4) > 0
	switch v := v.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(v))
		if len(names) == 0 {
			v[m.field()] = m.value()
			return v
		}
		name := names[m.IntN(len(names))]
		switch {
		case deeper:
			v[name] = m.mutate(v[name])
		case m.IntN(3) == 0:
			delete(v, name)
		case m.IntN(2) == 0:
			v[m.field()] = again(v[name])
		default:
			v[m.field()] = m.value()
		}
		return v
	case []any:
		if len(v) == 0 {
			return append(v, m.value())
		}
		i := m.IntN(len(v))
		switch {
		case deeper:
			v[i] = m.mutate(v[i])
		case m.IntN(3) == 0:
			return slices.Delete(v, i, i+1)
		case m.IntN(2) == 0:
			return append(v, again(v[i]))
		default:
			return append(v, m.value())
		}
		return v
	case string:
		if m.IntN(2) == 0 && v != "" {
			letters := []rune(v)
			i := m.IntN(len(letters))
			return string(letters[:i]) + []string{"", " ", "0", "-", "x", "\u202e", "é"}[m.IntN(7)] + string(letters[i+m.IntN(2):])
		}
	case json.Number:
		if longer := string(v) + []string{"0", ".5", "e1", "e-2", "e3"}[m.IntN(5)]; json.Valid([]byte(longer)) {
			return json.Number(longer)
		}
	}
	return m.value()
}

func (m mutator) value() any    { return again(values[m.IntN(len(values))]) }
func (m mutator) field() string { return fields[m.IntN(len(fields))] }

// again returns a value that is equal and shares nothing.
func again(v any) any {
	switch v := v.(type) {
	case map[string]any:
		copied := map[string]any{}
		for name, field := range v {
			copied[name] = again(field)
		}
		return copied
	case []any:
		copied := slices.Clone(v)
		for i := range copied {
			copied[i] = again(copied[i])
		}
		return copied
	}
	return v
}
