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
	require.NoError(t, s.addFrame(src, game{file: "houselights.abc.wasm", size: 123456, gzip: true}, nil))
	name, err := s.find("frame.*.js")
	require.NoError(t, err)
	script := string(s[name])
	assert.True(t, strings.Contains(script, `"houselights.abc.wasm"`), "the game's name is in")
	assert.True(t, strings.Contains(script, "123456"), "the game's size is in")
	assert.False(t, strings.Contains(script, "eval("), "a strict policy allows no eval")
	require.NoError(t, s.addDemo(src, nil))

	require.NoError(t, s.addSchemas(src))
	assert.True(t, json.Valid(s["pack.schema.json"]))

	require.NoError(t, s.addElement(src))
	assert.True(t, strings.Contains(string(s["houselights.js"]), ":host{aspect-ratio:3/2;"), "the style is in, minified")
}

func TestPosterConstant(t *testing.T) {
	const pack = `{"title":"T","lang":"vi","questions":[],"events":[{"id":"a","title":"<A>","at":"2026-02-14T00:00:00-08:00","zone":"UTC","status":"reported","by":"N"},
		{"id":"b","title":"B","yearly":"07-29","since":2022,"status":"released","source":{"title":"S"}}]}`
	// Each sentence is its own key and what fills its gaps.
	words := func(changes map[string]any) string {
		texts := map[string]any{"other.key": "not asked for", "date.full": "{day} {month} {year}"}
		for _, key := range posterSentences {
			if key != "date.full" {
				texts[key] = key + strings.Join(posterGaps[key], "")
			}
		}
		for n := 1; n <= 12; n++ {
			texts[fmt.Sprintf("month.%d", n)] = fmt.Sprintf("name%c", 'a'+n)
		}
		maps.Copy(texts, changes)
		maps.DeleteFunc(texts, func(_ string, text any) bool { return text == nil })
		text, err := json.Marshal(texts)
		require.NoError(t, err)
		return string(text)
	}
	type changes = map[string]any
	days := func(forms string) changes { return changes{"count.days": json.RawMessage(forms)} }
	numbered := changes{}
	for n := 1; n <= 12; n++ {
		numbered[fmt.Sprintf("month.%d", n)] = fmt.Sprintf("month %d", n)
	}
	for _, test := range []struct {
		name        string
		english     string
		want, fault string
	}{
		{"in order", words(nil), `"en":"home.play.short;count.unknown;count.years;count.months;`, ""},
		{"gaps", words(changes{"status.reported.by": "({by})"}), `;when.time#;clock.am;clock.pm;(#);`, ""},
		{"the pack's title", words(changes{"caption.anniversary": "{title} {n}"}), `;T #;`, ""},
		{"plural", words(days(`{"one":"day","other":"days"}`)), `;count.months;day|s;`, ""},
		{"no plural in Vietnamese", words(nil), `"vi":"home.play.short;count.unknown;count.years;count.months;days;`, ""},
		{"forms that are the same", words(days(`{"one":"d","other":"d"}`)), `;count.months;d;`, ""},
		{"one form", words(days(`{"other":"d"}`)), `;count.months;d;`, ""},
		{"months with names", words(nil), `;# # #;when.time#;`, ""},
		{"and their names", words(changes{"month.1": "january"}), `;january;namec;named;`, ""},
		{"months by number", words(numbered), `;# month # #;`, ""},
		{"and no names", words(numbered), `;home.noplay;<A>;B","es":`, ""},
		{"what the poster needs of events", words(nil), `"title":"T","events":[{"id":"a","at":1771056000000,"by":"N"},` +
			`{"id":"b","yearly":"07-29","since":2022}]}`, ""},
		{"unknown key", words(changes{"count.left": nil}), "", `assets/strings/en.json: "count.left": is not there`},
		{"no sentence", words(days(`{"one":"day"}`)), "", `assets/strings/en.json: "count.days": want a sentence`},
		{"a plural by more than its ending", words(days(`{"one":"foot","other":"feet"}`)), "", `"count.days": "other" does not begin with "one"`},
		{"a gap that is not filled", words(changes{"count.left": "{n} left"}), "", `"count.left": the gaps are [{n}]`},
		{"gaps in another order", words(changes{"date.full": "{month} {day} {year}"}), "", `"date.full": the gaps are [{month} {day} {year}]: the poster fills [{day} {month} {year}]`},
		{"a sign of the poster's own", words(changes{"count.left": "left; over"}), "", `"count.left": the poster has another use for`},
		{"no JSON", `{`, "", "assets/strings/en.json: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			src := writeSources(t, pack, map[string]string{"en": test.english, "es": words(nil), "vi": words(days(`{"one":"day","other":"days"}`))})
			got, err := posterConstant(src)
			if test.fault != "" {
				require.ErrorContains(t, err, test.fault)
				return
			}
			require.NoError(t, err)
			assert.Contains(t, got, test.want)
			defines, err := posterDefines(src, posterLanguages...)
			require.NoError(t, err)
			assert.Equal(t, strings.ReplaceAll(got, everyKind, ""), defines["POSTER"], "what no script says is left out")
		})
	}
}

// TestPosterTitles checks that the poster names what it counts to in each language, as the pack is translated.
func TestPosterTitles(t *testing.T) {
	src, err := findSources("../..")
	require.NoError(t, err)
	for lang, want := range map[string]string{
		"en": ";The sequel, as reported;Purple Hearts’ birthday", "es": ";Secuela, según se publicó;Purple Hearts cumple años",
		"vi": ";Phần tiếp theo, theo tin đưa;Sinh nhật Purple Hearts",
	} {
		defines, err := posterDefines(src, lang)
		require.NoError(t, err)
		assert.Contains(t, defines["POSTER"], want)
	}
	_, err = posterConstant(writeSources(t, `{"title":"T","events":[{"id":"a","title":"A","yearly":"07-29"}]}`, nil))
	require.ErrorContains(t, err, "1 events: the poster is built for 2")
}

func TestPosterRefusesEvents(t *testing.T) {
	for _, test := range []struct{ name, event, fault string }{
		{"another kind", `{"id":"a","title":"A","day":"2026-02-14"}`, "see EVERY_KIND"},
		{"what comes after", `{"id":"a","title":"A","yearly":"07-29","after":"up"}`, "see EVERY_KIND"},
		{"words of its own", `{"id":"a","title":"A","yearly":"07-29","caption":"until then"}`, "no room"},
		{"nobody to confirm it", `{"id":"a","title":"A","yearly":"07-29","status":"reported"}`, `"by" whom`},
		{"nothing to confirm", `{"id":"a","title":"A","yearly":"07-29","by":"N"}`, `"by" whom`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := posterConstant(writeSources(t, `{"title":"T","events":[`+test.event+`]}`, nil))
			require.ErrorContains(t, err, `assets/packs/purple-hearts.json: event "a": `)
			require.ErrorContains(t, err, test.fault)
		})
	}
}

// writeSources writes a repository of nothing but the built-in pack and strings by language.
func writeSources(t *testing.T, pack string, strings map[string]string) sources {
	t.Helper()
	src := sources{root: t.TempDir()}
	files := map[string]string{"packs/purple-hearts.json": pack}
	for lang, text := range strings {
		files["strings/"+lang+".json"] = text
	}
	for name, text := range files {
		path := filepath.Join(src.root, "assets", name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	return src
}

// Two custom properties that became one would paint the wrong colour.
func TestShortPropertiesStayApart(t *testing.T) {
	assert.Regexp(t, `^a\{--[a-z]{2}:red;color:var\(--[a-z]{2}\);--d:1\}$`, shortenProperties("a{--text: red;color:var(--text);--d: 1}"))
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

// The poster writes a colour where it is used; what comes after it has some of them once more, by name.
func TestColoursAgree(t *testing.T) {
	poster, err := os.ReadFile("../poster/poster.css")
	require.NoError(t, err)
	foot, err := os.ReadFile("../poster/foot.css")
	require.NoError(t, err)
	pairs := regexp.MustCompile(`light-dark\(.*?\)`).FindAllString(string(foot), -1)
	require.Greater(t, len(pairs), 10)
	for _, pair := range pairs {
		assert.Contains(t, string(poster), pair)
	}
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
