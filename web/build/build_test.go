package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/web/build/gowasm"
)

func TestRename(t *testing.T) {
	names := map[string]string{"a.css": "a.123.css"}
	for _, test := range []struct{ name, page, want, fault string }{
		{"once", `<link href="a.css">`, `<link href="a.123.css">`, ""},
		{"missing", `<link href="b.css">`, "", `"a.css" is there 0 times`},
		{"twice", `<link href="a.css"><link href="a.css">`, "", `"a.css" is there 2 times`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := rename([]byte(test.page), names)
			if test.fault != "" {
				require.ErrorContains(t, err, test.fault)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, test.want, string(got))
		})
	}
}

func TestHashedNameFollowsContent(t *testing.T) {
	s := site{}
	first := s.addHashed("frame.js", []byte("one"))
	assert.Regexp(t, `^frame\.[0-9a-f]{10}\.js$`, first)
	assert.Equal(t, first, s.addHashed("frame.js", []byte("one")))
	assert.NotEqual(t, first, s.addHashed("frame.js", []byte("two")))
	assert.Equal(t, "one", string(s[first]))
}

func TestCompress(t *testing.T) {
	text := bytes.Repeat([]byte("the house lights go down "), 100)
	s := site{"a.js": text, "b.png": []byte("not text"), "c.js": text, "c.js.br": []byte("there already")}
	require.NoError(t, s.compress())
	assert.Equal(t, []string{"a.js", "a.js.br", "a.js.gz", "b.png", "c.js", "c.js.br", "c.js.gz"}, slices.Sorted(maps.Keys(s)), "a picture is left as it is")
	assert.Equal(t, "there already", string(s["c.js.br"]))

	got, err := io.ReadAll(brotli.NewReader(bytes.NewReader(s["a.js.br"])))
	require.NoError(t, err)
	assert.Equal(t, text, got)

	r, err := gzip.NewReader(bytes.NewReader(s["a.js.gz"]))
	require.NoError(t, err)
	got, err = io.ReadAll(r)
	require.NoError(t, err)
	assert.Equal(t, text, got)
}

func TestReplaceFolder(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "web")
	fill := func(name string) func(string) error {
		return func(dir string) error { return os.WriteFile(filepath.Join(dir, name), nil, 0o644) }
	}
	require.NoError(t, replaceFolder(dir, fill("first")))
	require.NoError(t, replaceFolder(dir, fill("second")))
	assert.Equal(t, []string{"second"}, namesIn(t, dir), "what was there is gone")

	broken := errors.New("broken")
	require.ErrorIs(t, replaceFolder(dir, func(string) error { return broken }), broken)
	assert.Equal(t, []string{"second"}, namesIn(t, dir), "a failure leaves it as it was")
	assert.Equal(t, []string{"web"}, namesIn(t, parent), "nothing is left lying about")
}

// The scripts and styles of the repository bundle without a word of complaint, and with what the build puts in.
func TestBundle(t *testing.T) {
	src, err := findSources("../..")
	require.NoError(t, err)
	s := site{}
	names, err := s.addFrame(src, game{file: "houselights.abc.wasm", size: 123456, gzip: true})
	require.NoError(t, err)
	script := string(s[names["frame.js"]])
	assert.True(t, strings.Contains(script, `"houselights.abc.wasm"`), "the game's name is in")
	assert.True(t, strings.Contains(script, "123456"), "the game's size is in")
	assert.False(t, strings.Contains(script, "eval("), "a strict policy allows no eval")
	require.NoError(t, s.addPage(src, "frame/frame.html", "frame.html", names))
	require.NoError(t, s.addDemo(src))

	require.NoError(t, s.addElement(src))
	assert.True(t, strings.Contains(string(s["houselights.js"]), ":host{display:block;"), "the style is in, minified")
}

func TestPosterConstant(t *testing.T) {
	const pack = `{"title":"T","lang":"vi","questions":[],"events":[{"id":"a","title":"<A>","at":"2026-02-14T00:00:00-08:00","zone":"UTC"},
		{"id":"b","title":"B","yearly":"07-29","since":2022,"source":{"title":"S"}}]}`
	// Each sentence is its own key.
	words := func(days, left, first string) string {
		texts := map[string]any{}
		for _, key := range posterSentences {
			texts[key] = key
		}
		texts["other.key"] = "not asked for"
		texts["date.full"] = "{day} {month} {year}"
		texts["when.day"] = "{what} on {date}"
		for n := 1; n <= 12; n++ {
			texts[fmt.Sprintf("month.%d", n)] = fmt.Sprintf("month%d", n)
		}
		texts["month.1"] = first
		if days != "" {
			texts["count.days"] = json.RawMessage(days)
		}
		if left == "" {
			delete(texts, "count.left")
		}
		text, err := json.Marshal(texts)
		require.NoError(t, err)
		return string(text)
	}
	plural := `{"one":"day","other":"days"}`
	for _, test := range []struct{ name, english, want, fault string }{
		{"in order", words(plural, "left", "january"), `"en":["home.play.short",["day","days"],"count.left",`, ""},
		{"no plural in Vietnamese", words(plural, "left", "january"), `"vi":["home.play.short","days","count.left",`, ""},
		{"forms that are the same", words(`{"one":"d","other":"d"}`, "left", "january"), `"en":["home.play.short","d","count.left",`, ""},
		{"one form", words(`{"other":"d"}`, "left", "january"), `"en":["home.play.short","d","count.left",`, ""},
		{"months with names", words(plural, "left", "january"), `"{what} on {day} {month} {year}"`, ""},
		{"and their names", words(plural, "left", "january"), `"months":{"en":"january month2 month3 `, ""},
		{"months by number", words(plural, "left", "month1"), `"{what} on {day} month{n} {year}"`, ""},
		{"and no names", words(plural, "left", "month1"), `"months":{"es":`, ""},
		{"what the poster needs of events", words("", "left", "january"), `{"title":"T","lang":"vi","events":[{"id":"a","title":"<A>","at":"2026-02-14T00:00:00-08:00"},` +
			`{"id":"b","title":"B","yearly":"07-29","since":2022}],"words":{`, ""},
		{"unknown key", words("", "", "january"), "", `assets/strings/en.json: "count.left": is not there`},
		{"no sentence", words(`{"one":"day"}`, "left", "january"), "", `assets/strings/en.json: "count.days": want a sentence`},
		{"no JSON", `{`, "", "assets/strings/en.json: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			src := sources{root: t.TempDir()}
			for name, text := range map[string]string{"packs/purple-hearts.json": pack,
				"strings/en.json": test.english, "strings/es.json": words("", "left", "january"), "strings/vi.json": words(plural, "left", "january")} {
				path := filepath.Join(src.root, "assets", name)
				require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
				require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
			}
			got, err := posterConstant(src)
			if test.fault != "" {
				require.ErrorContains(t, err, test.fault)
				return
			}
			require.NoError(t, err)
			assert.Contains(t, got, test.want)
		})
	}
}

// Two custom properties that became one would paint the wrong colour.
func TestShortPropertiesStayApart(t *testing.T) {
	assert.Regexp(t, `^a\{--[a-z]{2}:red;color:var\(--[a-z]{2}\);--d:1\}$`, shortenProperties("a{--text:red;color:var(--text);--d:1}"))
	files, err := filepath.Glob("../*/*.css")
	require.NoError(t, err)
	long := map[string]string{}
	for _, file := range files {
		css, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, name := range customProperty.FindAllString(string(css), -1) {
			short := shortenProperties(name)
			if other, ok := long[short]; ok {
				assert.Equal(t, other, name, "rename one of them")
			}
			long[short] = name
		}
	}
	assert.Greater(t, len(long), 10)
}

// The poster's light colours stand there twice: for a theme that is asked for, and for one that follows the page.
func TestLightColoursAgree(t *testing.T) {
	css, err := os.ReadFile("../poster/poster.css")
	require.NoError(t, err)
	blocks := regexp.MustCompile(`(?s)color-scheme: light;(.*?)\}`).FindAllStringSubmatch(string(css), -1)
	require.Len(t, blocks, 2)
	assert.Equal(t, strings.Fields(blocks[0][1]), strings.Fields(blocks[1][1]))
}

func TestToPlay(t *testing.T) {
	s := site{"houselights.js": nil, "frame.html": nil, "index.html": nil, "licences/Go.txt": nil,
		"play.1.js": nil, "frame.2.css": nil, "frame.3.js": nil, "houselights.4.wasm": nil, "houselights.4.wasm.br": nil, "frame.3.js.br": nil}
	names, err := s.toPlay()
	require.NoError(t, err)
	assert.ElementsMatch(t, []string{"play.1.js", "frame.html", "frame.2.css", "frame.3.js", "houselights.4.wasm"}, names)

	delete(s, "frame.3.js")
	_, err = s.toPlay()
	require.ErrorContains(t, err, "0 files of the site fit frame.*.js")
}

// The limits are the repository's. They are for the game as it is shipped.
func TestBudget(t *testing.T) {
	src, err := findSources("../..")
	require.NoError(t, err)
	made := func(release string) []byte {
		section := "\x09producers" + release
		return append([]byte("\x00asm\x01\x00\x00\x00\x00"), append([]byte{byte(len(section))}, section...)...)
	}
	s := site{"frame.html": nil, "houselights.4.wasm": made(gowasm.Release + ".3"), "houselights.4.wasm.br": make([]byte, 1<<23)}
	require.ErrorContains(t, checkDownload(src, s, []string{"frame.html", "houselights.4.wasm"}), "download, brotli: 8,388,608 bytes")
	require.ErrorContains(t, checkParts(src, s), "no function table")
	for _, test := range []struct {
		name    string
		release string
		options options
		want    bool
	}{
		{"as it is shipped", gowasm.Release, options{slim: true}, true},
		{"another release", "go1.99", options{slim: true}, false},
		{"the engine as it is", gowasm.Release, options{}, false},
		{"without a limit", gowasm.Release, options{slim: true, unlimited: true}, false},
		{"from a file", gowasm.Release, options{slim: true, wasm: "game.wasm"}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s["houselights.4.wasm"] = made(test.release)
			held, err := s.budgeted(test.options)
			require.NoError(t, err)
			assert.Equal(t, test.want, held)
		})
	}
}

func TestFindSourcesSaysWhereToRun(t *testing.T) {
	_, err := findSources(t.TempDir())
	require.ErrorContains(t, err, "go run -C web/build .")
}

func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names
}
