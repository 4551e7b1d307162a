package json_test

import (
	"bytes"
	standard "encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/json"
)

// texts are JSON and what is nearly JSON.
var texts = []string{
	`{}`, `[]`, `null`, `true`, `false`, `"a"`, ` 1 `, `{"a": [1, {"b": null}], "c": "d", "": []}`, `{"a": 1, "a": {"a": 2}}`,
	`0`, `-0`, `12.50e+3`, `1E-9`, `1e400`, `[1.5, -2]`, "[\r\n\t1\n]",
	`"\"\\\/\b\f\n\r\t\u0041\u00e9\u2028"`, `"\ud83c\udf7f"`, `"\ud83c"`, `"\ud83c\u0041"`, `"\ud83c\ud83c\udf7f"`, `"\udf7f"`, `"é 🍿 <b>"`,
	"\"\xff\xfe\"", "\"\xe2\x80\"", "\"\xed\xa0\x80\\n\xff\"", `"` + "\x7f" + `"`,
	``, ` `, `{`, `[`, `}`, `]`, `[1`, `[1,`, `[1,]`, `[,1]`, `[1,,2]`, `[1 2]`, `[1}`, `{]`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `{"a":1,}`, `{,}`, `{"a" 1}`,
	`{"a"}`, `{"a":}`, `{"a":1 "b":2}`, `{1:2}`, `{a:1}`, `{"a"::1}`, `[:1]`, `1 2`, `{} {}`, `{}]`, `,`, `:`, `[1],`,
	`01`, `-`, `+1`, `.5`, `1.`, `1.e3`, `1e`, `1e+`, `--1`, `0x1`, `1_0`, `NaN`, `tru`, `True`, `truefalse`, `nul`, `nulls`,
	`"`, `"a`, "\"a\nb\"", "\"\x00\"", `"\`, `"\a"`, `"\u12"`, `"\u12g4"`, `"\u+123"`, `'a'`, "\x00", "[\x00]", "\xef\xbb\xbf{}", "\xff", "1\x00", "\u00a01",
}

// FuzzParse holds Parse to encoding/json: the same texts are JSON, and they say the same.
func FuzzParse(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		v, err := json.Parse(text)
		require.Equal(t, standard.Valid([]byte(text)), err == nil, "%v: %q", err, text)
		if err != nil {
			return
		}
		d := standard.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		var want any
		require.NoError(t, d.Decode(&want))
		require.Equal(t, want, plain(v))
	})
}

// plain is the value as encoding/json gives it.
func plain(v json.Value) any {
	switch v.Kind {
	case json.BeginObject:
		all := map[string]any{}
		for _, e := range v.Entries {
			all[e.Name] = plain(e.Value)
		}
		return all
	case json.BeginList:
		all := []any{}
		for _, e := range v.Entries {
			all = append(all, plain(e.Value))
		}
		return all
	case json.Number:
		return standard.Number(v.Text)
	case json.Bool:
		return v.Text == "true"
	case json.Null:
		return nil
	}
	return v.Text
}

// FuzzTokens holds the Scanner to the tokens of encoding/json and to their places, up to the mistake in a text that is
// no JSON.
func FuzzTokens(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := json.NewScanner(text)
		d := standard.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		for depth := 0; ; {
			want, err := d.Token()
			got, ok := s.Next()
			require.Equal(t, err == nil, ok, "%v at byte %d: %q", err, s.Offset(), text)
			space := func(at int) int { return len(text) - len(strings.TrimLeft(text[at:], " \t\r\n")) }
			require.Equal(t, space(int(d.InputOffset())), space(s.Offset()))
			if !ok {
				return
			}
			switch token := want.(type) {
			case standard.Delim:
				depth += map[byte]int{'{': 1, '[': 1, '}': -1, ']': -1}[byte(token)]
				require.Equal(t, json.Kind(token), got.Kind)
			case string:
				require.Equal(t, json.Token{Kind: json.String, Start: got.Start, Text: token}, got)
			default:
				require.Equal(t, fmt.Sprint(want), strings.Replace(got.Text, "null", "<nil>", 1))
			}
			require.Equal(t, text[got.Start], text[s.Offset()-len(strings.TrimRight(text[got.Start:s.Offset()], ",:"))])
			if depth == 0 {
				return // encoding/json would go on with another value, where one text is one value here
			}
		}
	})
}

// TestDepth checks that there is an end to nesting where encoding/json has it.
func TestDepth(t *testing.T) {
	for depth, ok := range map[int]bool{10_000: true, 10_001: false} {
		text := strings.Repeat("[", depth) + strings.Repeat("]", depth)
		_, err := json.Parse(text)
		assert.Equal(t, ok, err == nil, depth)
		assert.Equal(t, ok, standard.Valid([]byte(text)), depth)
	}
}

func TestParseNamesThePlace(t *testing.T) {
	for text, at := range map[string]int{``: 0, ` `: 1, `{"a": [1, 2}}`: 11, `{"a": 01}`: 7, `{"a": "b`: 6, `{} {}`: 3, `[1,]`: 3, `[tru]`: 1, `[1.]`: 1, "[\"\xff\", ?]": 6} {
		_, err := json.Parse(text)
		assert.EqualError(t, err, fmt.Sprintf("not JSON at byte %d of %d", at, len(text)), text)
	}
}

// FuzzText holds the way a text is written to that of encoding/json, and reads it again.
func FuzzText(f *testing.F) {
	for _, text := range append(texts, "a<b>&c\u2028\u2029\"\\\b\f\n\r\t\x00\x1f\x7f", "\xffa\xc3", "\U0010FFFF\uFFFD") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		one := struct{ A string }{text}
		want, err := standard.Marshal(one)
		require.NoError(t, err)
		got := json.Write(textField(&text))
		require.Equal(t, string(want), string(got))
		require.NoError(t, standard.Unmarshal(want, &one))
		var again string
		require.NoError(t, json.Read(string(got), textField(&again)))
		require.Equal(t, one.A, again)
	})
}

func textField(v *string) func(json.Fields) { return func(f json.Fields) { f.Text("A", v) } }

// thing has a field of every type.
type thing struct {
	Text   string            `json:"text"`
	Bool   bool              `json:"bool"`
	Int    int               `json:"int"`
	Int64  int64             `json:"int64"`
	Uint64 uint64            `json:"uint64"`
	Float  float64           `json:"float"`
	Time   time.Time         `json:"time"`
	Ints   []int             `json:"ints"`
	Floats []float64         `json:"floats"`
	Object other             `json:"object"`
	List   []other           `json:"list"`
	Map    map[string]other  `json:"map"`
	Some   map[string]nested `json:"some,omitempty"`
}

type other struct {
	Text   string    `json:"text,omitempty"`
	Bool   bool      `json:"bool,omitempty"`
	Int    int       `json:"int,omitempty"`
	Int64  int64     `json:"int64,omitempty"`
	Uint64 uint64    `json:"uint64,omitempty"`
	Float  float64   `json:"float,omitempty"`
	Ints   []int     `json:"ints,omitempty"`
	Floats []float64 `json:"floats,omitempty"`
	Object nested    `json:"object,omitzero"`
	List   []nested  `json:"list,omitempty"`
}

type nested struct {
	A int `json:"a,omitempty"`
}

func (v *thing) fields(f json.Fields) {
	f.Text("text", &v.Text)
	f.Bool("bool", &v.Bool)
	f.Int("int", &v.Int)
	f.Int64("int64", &v.Int64)
	f.Uint64("uint64", &v.Uint64)
	f.Float("float", &v.Float)
	f.Time("time", &v.Time)
	f.Ints("ints", &v.Ints)
	f.Floats("floats", &v.Floats)
	f.Object("object", v.Object.fields)
	json.List(f, "list", &v.List, (*other).fields)
	json.Map(f, "map", &v.Map, (*other).fields)
	json.Map(f.Optional(), "some", &v.Some, (*nested).fields)
}

func (v *other) fields(f json.Fields) {
	f = f.Optional()
	f.Text("text", &v.Text)
	f.Bool("bool", &v.Bool)
	f.Int("int", &v.Int)
	f.Int64("int64", &v.Int64)
	f.Uint64("uint64", &v.Uint64)
	f.Float("float", &v.Float)
	f.Ints("ints", &v.Ints)
	f.Floats("floats", &v.Floats)
	f.Object("object", v.Object.fields)
	json.List(f, "list", &v.List, (*nested).fields)
}

func (v *nested) fields(f json.Fields) { f.Optional().Int("a", &v.A) }

var full = other{"t", true, -1, math.MinInt64, math.MaxUint64, 0.1, []int{0, -7}, []float64{1, 2.5}, nested{3}, []nested{{}, {4}}}

// TestFieldsLikeEncodingJSON holds what is written to what encoding/json writes, and what is read to what it reads.
func TestFieldsLikeEncodingJSON(t *testing.T) {
	for name, v := range map[string]thing{
		"zero":  {},
		"empty": {Ints: []int{}, Floats: []float64{}, List: []other{}, Map: map[string]other{}, Some: map[string]nested{}},
		"full": {"text", true, 1, 2, 3, 1234.5, time.Date(2026, 2, 14, 9, 30, 1, 250e6, time.FixedZone("", 3600)), []int{1}, []float64{-0.25, 1e20, 1e-6, 0}, full,
			[]other{full, {}, full}, map[string]other{"b": full, "": {}, "a\"<\n": full, "B": {Int: 1}}, map[string]nested{"x": {1}, "y": {}}},
	} {
		want, err := standard.Marshal(v)
		require.NoError(t, err)
		got := json.Write(v.fields)
		require.Equal(t, string(want), string(got), name)
		var read, expected thing
		require.NoError(t, standard.Unmarshal(got, &expected))
		require.NoError(t, json.Read(string(got), read.fields))
		require.Equal(t, expected, read, name)
	}
}

func TestReadIsLenient(t *testing.T) {
	for text, want := range map[string]other{
		`null`: {}, `{}`: {},
		`{"new": {"int": [1]}, "int": 2, "Int": 3, "more": []}`: {Int: 2},
		`{"int": 1, "int": 2}`: {Int: 2},
		`{"text": null, "bool": null, "int": null, "float": null, "ints": null, "list": null, "object": null}`: {},
		`{"float": 1e3, "list": [null, {"a": null}], "object": {"b": 1}}`:                                      {Float: 1000, List: []nested{{}, {}}},
	} {
		var got other
		require.NoError(t, json.Read(text, got.fields), text)
		assert.Equal(t, want, got, text)
	}
}

func TestReadNamesTheField(t *testing.T) {
	for text, want := range map[string]string{
		`{"int": `:           `not JSON at byte 8 of 8`,
		`[]`:                 `it is a list, not an object`,
		`7`:                  `it is a number, not an object`,
		`{"text": 1}`:        `text is a number, not a string`,
		`{"bool": "x"}`:      `bool is a string, not true or false`,
		`{"int": {}}`:        `int is an object, not a number`,
		`{"int": 1.5}`:       `int is 1.5, not a whole number of 64 bits`,
		`{"int64": 1e3}`:     `int64 is 1e3, not a whole number of 64 bits`,
		`{"uint64": -1}`:     `uint64 is -1, not a whole number of 64 bits from 0 up`,
		`{"float": 1e400}`:   `float is 1e400, out of range`,
		`{"time": "now"}`:    `time is "now", not an instant such as 2026-02-14T08:00:00Z`,
		`{"ints": [1, "2"]}`: `ints[1] is a string, not a number`,
		`{"list": [{}, {"object": {"a": false}, "text": 3}]}`:         `list[1].text is a number, not a string`,
		`{"list": [{"list": [{"a": []}]}, 1]}`:                        `list[0].list[0].a is a list, not a number`,
		`{"object": true}`:                                            `object is true or false, not an object`,
		`{"map": {"k": {"object": {"a": 1.0}}}, "some": {"x": "No"}}`: `map.k.object.a is 1.0, not a whole number of 64 bits`,
	} {
		var v thing
		assert.EqualError(t, json.Read(text, v.fields), want, text)
	}
}

// TestWhatJSONLacks checks that numbers and instants that cannot be written leave the text readable.
func TestWhatJSONLacks(t *testing.T) {
	v := thing{Float: math.Inf(1), Floats: []float64{math.NaN(), 1e300}, Time: time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)}
	text := json.Write(v.fields)
	assert.True(t, bytes.Contains(text, []byte(`"float":null,"time":null`)), string(text))
	var read thing
	require.NoError(t, json.Read(string(text), read.fields))
	assert.Equal(t, []float64{0, 1e300}, read.Floats)
	assert.True(t, read.Time.IsZero())
}

// BenchmarkScanner should stay well over 100 MB a second: a pack may have 4 MB.
func BenchmarkScanner(b *testing.B) {
	text := "[" + strings.Repeat(`{"id": "director", "ask": "Who directed Purple Hearts?", "wrong": ["Susan", "Claire", "Thủy"], "level": 1},`, 10_000) + "0]"
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		s := json.NewScanner(text)
		for ok := true; ok; {
			_, ok = s.Next()
		}
		if s.Offset() != len(text) {
			b.Fatal(io.ErrUnexpectedEOF)
		}
	}
}

// TestQuote checks that a text is read as it was, and that what a person reads is not escaped.
func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"Q & A <1>":          `"Q & A <1>"`,
		"a \"b\" \\ c\n\x01": `"a \"b\" \\ c\n\u0001"`,
		"é 漢 \u2028":         "\"é 漢 \u2028\"",
		"\xff":               `"\ufffd"`,
		"":                   `""`,
	} {
		got := json.Quote(text)
		assert.Equal(t, want, got)
		var again string
		require.NoError(t, standard.Unmarshal([]byte(got), &again))
		assert.Equal(t, strings.ToValidUTF8(text, "\uFFFD"), again)
	}
}
