//go:build !js

package command_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/command"
	"houselights/game/pack"
	"houselights/game/scenes/author"
)

// run runs a command in a folder with the files, and returns its exit code and what it says.
func run(t *testing.T, files map[string]string, args ...string) (code int, out, err string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	t.Chdir(dir)
	var stdout, stderr bytes.Buffer
	code = command.Run(args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// packOf is a pack with the fields and questions.
func packOf(fields string, questions ...string) string {
	return `{"houselights": 1, "title": "Mine", ` + fields + `"questions": [` + strings.Join(questions, ",\n") + `]}`
}

const simple = `{"id": "who", "ask": "Who?", "right": "I", "wrong": ["You"]}`

// ten are as many questions as a round has.
func ten() []string {
	var all []string
	for i := range 10 {
		all = append(all, fmt.Sprintf(`{"id": "q%d", "ask": "Which is number %d?", "right": "This", "wrong": ["That", "Neither"]}`, i+1, i+1))
	}
	return all
}

// TestCheckBadFiles checks that each file that is none is told in clear lines, with the place where there is one.
func TestCheckBadFiles(t *testing.T) {
	huge := packOf("", simple) + strings.Repeat(" ", pack.MaxBytes)
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"nothing":            {"", []string{"pack my.json:1:1: "}},
		"only space":         {" \n\n", []string{"pack my.json:"}},
		"a comma too many":   {"{\"houselights\": 1,\n \"title\": \"T\",\n}", []string{"pack my.json:3:1: "}},
		"a comma too few":    {"{\"houselights\": 1\n \"title\": \"T\"}", []string{"pack my.json:2:2: "}},
		"a bracket too few":  {packOf("", simple)[:60], []string{"pack my.json:1:"}},
		"UTF-16":             {"\xff\xfe{\x00}\x00", []string{"pack my.json:1:1: ", "UTF-8"}},
		"Latin-1":            {"{\"houselights\": 1, \"title\": \"Caf\xe9\"}", []string{"pack my.json:1:33: ", "UTF-8"}},
		"a page":             {"<!doctype html>", []string{"pack my.json:1:1: "}},
		"a list":             {"[]", []string{"pack my.json:1:1: ", "not an object"}},
		"huge":               {huge, []string{"pack my.json: ", "4 MB", "split the pack"}},
		"a newer one":        {`{"houselights": 9}`, []string{"pack my.json:1:17: ", "update Houselights"}},
		"nobody can play it": {packOf("", `{"ask": "Who?", "accept": ["I"]}`), []string{"pack my.json:"}},
		"many mistakes, behind a mark, with Windows’ lines": {"\uFEFF{\"houselights\": 1,\r\n\"titel\": \"T\",\r\n\"questions\": [\r\n{\"ask\": \"\", \"wrong\": [\"a\"]},\r\n{\"ask\": \"é\", \"right\": \"a\", \"wrong\": [\"A\"]}]}",
			[]string{`pack my.json:2:1: unknown field "titel": did you mean "title"?`, `pack my.json:1:1: no title`, `pack my.json:4:9: questions[0]: no question: add "ask"`,
				`pack my.json:4:1: questions[0]: no right answer: add "right"`, `pack my.json:5:38: questions[1]: the right answer "A" is also among the wrong ones: change one of them`}},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, err := run(t, map[string]string{"my.json": c.text}, "pack", "check", "my.json")
			assert.Equal(t, 1, code)
			assert.Empty(t, out)
			for _, want := range c.want {
				assert.Contains(t, err, want)
			}
			for line := range strings.Lines(err) {
				assert.True(t, strings.HasPrefix(line, "pack my.json:"), "a line that names no file: %q", line)
			}
		})
	}
}

// TestCheckWhatIsNoFile checks that a folder, a file that is not there, one without an end and one that may not be read are
// told, and that the files after them are still checked.
func TestCheckWhatIsNoFile(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "folder.json"), 0o700))
	locked := filepath.Join(dir, "locked.json")
	require.NoError(t, os.WriteFile(locked, []byte(packOf("", simple)), 0))
	want := []string{"folder.json: is a folder, not a file: name the file in it", "none.json: no such file", "\\u001b[2J.json: no such file"}
	if _, err := os.ReadFile(locked); err != nil { // root reads everything
		want = append(want, "locked.json: you may not read it")
	}
	files := []string{filepath.Join(dir, "folder.json"), "none.json", "\x1b[2J.json", locked}
	if _, err := os.Stat("/dev/zero"); err == nil {
		files = append(files, "/dev/zero")
		want = append(want, "/dev/zero: the file is larger than 4 MB")
	}
	code, out, err := run(t, map[string]string{"good.json": packOf("", ten()...)}, append([]string{"pack", "check"}, append(files, "good.json")...)...)
	assert.Equal(t, 1, code)
	for _, line := range want {
		assert.Contains(t, err, "pack ")
		assert.Contains(t, err, line)
	}
	assert.NotContains(t, err, "\x1b", "nothing commands the terminal")
	assert.Contains(t, out, `good.json: "Mine" is sound. Questions: 10, events: 0`)
}

// TestCheckNotes checks what an author is told of packs that can be played, and that only --strict takes it for an error.
func TestCheckNotes(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("an answer with words ", 6))
	for name, c := range map[string]struct {
		files map[string]string
		want  []string // "" when all is well
	}{
		"none": {map[string]string{"my.json": packOf("", ten()...)}, nil},
		"a short one": {map[string]string{"my.json": packOf("", simple)},
			[]string{"note: pack my.json: a round has 1 question, and not 10: add 9 that can be played"}},
		"kinds of a later version": {map[string]string{"my.json": packOf("", append(ten(), `{"ask": "Who?", "accept": ["I"]}`, `{"ask": "Who and whom?", "pairs": [["I", "you"], ["You", "me"]]}`)...)},
			[]string{"note: pack my.json: 2 of 12 questions left out in this version (1 match pairs, 1 type the answer): they are read and checked, and wait for a later one"}},
		"characters that no face has": {map[string]string{"my.json": packOf(`"about": "漢字", "events": [{"id": "day", "title": "日", "day": "2026-02-14"}], `, append(ten(), `{"id": "why", "ask": "Who?", "right": true, "why": "漢"}`)...)},
			[]string{`note: pack my.json: "about" has characters that no face has: 漢 (U+6F22), 字 (U+5B57): use others; on the web`,
				`note: pack my.json: events[0] "day": "title" has`, `note: pack my.json: questions[10] "why": "why" has`}},
		"texts that are too long": {map[string]string{"my.json": packOf("", append(ten(),
			`{"id": "long", "ask": "`+strings.Repeat("a question with words ", 10)+`?", "right": "`+long+`", "wrong": ["Yes", "Donaudampfschifffahrt"]}`,
			`{"id": "unit", "ask": "How many?", "number": 5, "min": 0, "max": 10, "unit": "`+strings.Repeat("megawatts", 4)+`"}`,
			`{"id": "list", "ask": "In order", "order": ["One", "Two", "`+long+`"]}`)...)},
			[]string{`questions[10] "long": "ask" is too long for its place on a small screen with text at 200 %, with 221 characters: shorten it to about 1`,
				`questions[10] "long": "right" is too long for its place on a small screen with text at 200 %, with 125 characters: shorten it to about `,
				`questions[10] "long": "wrong"[1] has a word that is broken on a small screen with text at 200 %, with 21 characters: "Donaudampfschifffahrt": use one of about 1`,
				`questions[11] "unit": "unit" has a word`, `questions[12] "list": "order"[2] is too long`}},
		"a translation that nobody reads": {map[string]string{"my.json": packOf("", ten()...), "my.vi.json": "{}", "my.old.backup.json": "{}", "mine.es.json": "{}"},
			[]string{`note: pack my.vi.json: it is not read, since my.json does not list it: add "vi" to "translations" there`}},
		"a translation that is not there": {map[string]string{"my.json": packOf(`"translations": ["vi"], `, ten()...)},
			[]string{`note: pack my.vi.json: no such file, and my.json lists "vi" in "translations": write it, or take`}},
		"a language that nobody can choose": {map[string]string{"my.json": packOf(`"translations": ["de"], `, ten()...), "my.de.json": translated("de", 10)},
			[]string{`note: pack my.de.json: nobody sees it in this version, in which one can choose from en, es, vi`}},
		"what a translation lacks": {map[string]string{"my.json": packOf(`"translations": ["vi"], `, ten()...), "my.vi.json": translated("vi", 8)},
			[]string{`note: pack my.vi.json: question "q9": no translation`, `note: pack my.vi.json: question "q10": no translation`}},
		"what no face has, in a translation": {map[string]string{"my.json": packOf(`"translations": ["vi"], `, ten()...),
			"my.vi.json": strings.Replace(translated("vi", 10), "Này", "漢", 1)},
			[]string{`note: pack my.vi.json: question "q1": "right" has characters`}},
		"what is too long, in a translation": {map[string]string{"my.json": packOf(`"translations": ["vi"], `, ten()...),
			"my.vi.json": strings.Replace(translated("vi", 10), "Kia", long, 1)},
			[]string{`note: pack my.vi.json: question "q1": "wrong"[0] is too long for its place`}},
		"what a translation shares is told once": {map[string]string{"my.json": packOf(`"translations": ["vi"], `, append(ten(), `{"id": "q11", "ask": "漢?", "right": "`+long+`", "wrong": ["No"]}`)...),
			"my.vi.json": strings.Replace(translated("vi", 10), `"questions": [`, `"questions": [{"id": "q11", "ask": "漢?", "right": "`+long+`", "wrong": ["Không"]},`, 1)},
			[]string{`note: pack my.json: questions[10] "q11": "ask" has`, `note: pack my.json: questions[10] "q11": "right" is too long`}},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, err := run(t, c.files, "pack", "check", "my.json")
			assert.Equal(t, 0, code, "a note is no error: %s", err)
			assert.Empty(t, err)
			assert.Equal(t, len(c.want), strings.Count(out, "note: "), out)
			for _, want := range c.want {
				assert.Contains(t, out, want)
			}
			assert.Contains(t, out, `my.json: "Mine" is sound.`)

			code, _, err = run(t, c.files, "pack", "check", "my.json", "--strict")
			assert.Equal(t, len(c.want) > 0, code == 1, err)
			assert.Equal(t, len(c.want), strings.Count(err, "note: "), err)
		})
	}
}

// translated is a translation of so many of the ten questions.
func translated(lang string, questions int) string {
	var all []string
	for i := range questions {
		all = append(all, fmt.Sprintf(`{"id": "q%d", "from": "Which is number %d?", "ask": "Số %d là số nào?", "right": "Này", "wrong": ["Kia", "Không"]}`, i+1, i+1, i+1))
	}
	return `{"houselights": 1, "lang": "` + lang + `", "title": "Của tôi", "questions": [` + strings.Join(all, ",\n") + `]}`
}

// TestCheckTranslations checks that errors of all files are told, what is covered, and that a translation in the list of
// files is checked with its pack.
func TestCheckTranslations(t *testing.T) {
	files := map[string]string{"my.json": packOf(`"translations": ["vi", "es"], `, ten()...), "my.vi.json": translated("vi", 8), "my.es.json": `{"houselights": 1, "lang": "fr",}`,
		"zones.json":   packOf(`"events": [{"id": "a", "title": "E", "at": "2026-07-14T00:00:00-08:00", "zone": "America/Los_Angeles"}], `, ten()...),
		"quiz.en.json": packOf("", ten()...), "quiz.json": packOf("", ten()...),
		"broken.json": "{", "broken.vi.json": "{"}
	code, out, err := run(t, files, "pack", "check", "broken.json", "broken.vi.json", "my.es.json", "my.json", "my.vi.json", "quiz.en.json", "quiz.json", "zones.json")
	assert.Equal(t, 1, code)
	assert.Equal(t, []string{"pack broken.json:1", "pack my.es.json:1", `pack zones.json: events[0] "a"`}, heads(err))
	assert.Contains(t, out, "broken.json: its translations (vi) are checked once it is sound\n")
	assert.Contains(t, out, "my.es.json: a translation, checked with my.json\n")
	assert.Contains(t, out, "my.json: vi: 8 of 10 questions (80 %)\n")
	assert.NotContains(t, out, "my.json: \"Mine\" is sound", "one of its files is not")
	assert.Contains(t, out, "quiz.en.json: \"Mine\" is sound", "a pack of its own, for all its name")

	code, _, err = run(t, files, "pack", "check", "my.fr.json")
	assert.Equal(t, 1, code)
	assert.Contains(t, err, "pack my.fr.json: no such file")
}

// heads are the beginnings of lines, up to their second colon.
func heads(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		parts := strings.SplitN(line, ":", 3)
		all = append(all, strings.Join(parts[:min(2, len(parts))], ":"))
	}
	return all
}

// TestCheckOrdinaryLengths checks that texts as long as the built-in pack may have them are not called too long.
func TestCheckOrdinaryLengths(t *testing.T) {
	ask := "Which of these four long answers is the right one for this question, which is itself as long as a question may well be?"
	require.Equal(t, 120, len(ask)+1)
	right := "A right answer of seventy-five characters, which is the most that there is."
	other := "Another wrong answer that goes on and on for about seventy-five characters."
	require.Len(t, right, 75)
	require.Len(t, other, 75)
	long := fmt.Sprintf(`{"ask": "A%s", "right": %q, "wrong": [%q, "No"]}`, strings.ToLower(ask), right, other)
	code, out, err := run(t, map[string]string{"my.json": packOf("", append(ten(), long)...)}, "pack", "check", "--strict", "my.json", "purple-hearts")
	assert.Equal(t, 0, code, err)
	assert.Contains(t, out, `purple-hearts: "Purple Hearts" is sound. Questions: `)
}

// TestCheckLargePack checks that a large pack takes no longer than somebody may wait.
func TestCheckLargePack(t *testing.T) {
	data, err := author.Pack("vi", 5000)
	require.NoError(t, err)
	start := time.Now()
	code, out, _ := run(t, map[string]string{"my.json": string(data)}, "pack", "check", "my.json")
	assert.Equal(t, 0, code)
	assert.Contains(t, out, "Questions: 5000 (")
	assert.LessOrEqual(t, strings.Count(out, "note: "), 1001)
	assert.Less(t, time.Since(start), 20*time.Second, "it takes under a second where nothing else goes on")
}

// TestCheckNotesWhatNobodyMeant checks the notes on questions asked twice, and on words of an event that nobody will see.
func TestCheckNotesWhatNobodyMeant(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my.json")
	require.NoError(t, os.WriteFile(path, []byte(`{"houselights": 1, "title": "T",
		"events": [{"id": "e", "title": "E", "day": "2027-02-14", "status": "reported", "by": "N", "caption": "until E"}],
		"questions": [{"ask": "A?", "right": true}, {"ask": "B?", "right": true}, {"id": "again", "ask": "A?", "right": false}]}`), 0o600))
	var out, errs bytes.Buffer
	assert.Zero(t, command.Run([]string{"pack", "check", path}, &out, &errs))
	assert.Contains(t, out.String(), `questions[2] "again": it asks the same as questions[0]: remove one`)
	assert.Contains(t, out.String(), `events[0] "e": "caption" and "past" are not shown of what is only reported: remove them`)
	assert.Empty(t, errs.String())
}

// TestCheckBuiltIn checks the built-in packs and their translations as their authors do: there is nothing to say of them.
func TestCheckBuiltIn(t *testing.T) {
	files := map[string]string{}
	names, err := filepath.Glob("../../assets/packs/*.json")
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		files[filepath.Base(name)] = string(data)
	}
	for _, id := range assets.Packs() {
		code, out, problems := run(t, files, "pack", "check", id+".json")
		assert.Zero(t, code)
		assert.Contains(t, out, "is sound")
		assert.Empty(t, problems)
	}
}

// TestStatements checks that an author is told of statements that they are such, and how long a round of the other questions is.
func TestStatements(t *testing.T) {
	var all []string
	for _, c := range "abcdefghijk" {
		all = append(all, `{"ask":"It is `+string(c)+`.","real":false}`)
	}
	files := map[string]string{"my.json": packOf("", append(all, `{"ask":"?","right":true}`)...)}
	_, out, _ := run(t, files, "pack", "check", "my.json")
	assert.Contains(t, out, "1 true or false, 11 real or rumour")
	assert.Contains(t, out, "a round has 1 question, and not 10")
	_, out, _ = run(t, files, "pack", "show", "my.json")
	assert.Equal(t, 11, strings.Count(out, "✓ Rumour"))
}
