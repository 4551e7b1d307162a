//go:build !js

package command_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"houselights/game/command"
	"houselights/game/pack"
)

// Question banks of each kind, of which some questions cannot be kept.
const (
	giftFile = "::Q1::Which planet is red?{=Mars ~Venus}\n\n::Q2::Write about Mars.{}\n\nMars is cold.{T}\n"
	triviaDB = `{"response_code":0,"results":[{"type":"boolean","difficulty":"easy","category":"Science","question":"Mars is &quot;red&quot;.","correct_answer":"True","incorrect_answers":["False"]}]}`
	aikenOne = "Which planet is red?\nA) Mars\nB) Venus\nANSWER: A\n"
)

// inFolder writes files into a folder of their own, and goes there.
func inFolder(t *testing.T, files map[string]string) {
	t.Chdir(t.TempDir())
	for name, text := range files {
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
}

// call returns what a call says and how it exits.
func call(args ...string) (code int, out, err string) {
	var stdout, stderr bytes.Buffer
	code = command.Run(args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func readPack(t *testing.T, name string) *pack.Pack {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	p, err := pack.Read("x", data)
	require.NoError(t, err)
	return p
}

// TestImport checks what is said of a question bank, how the command exits, and what it writes.
func TestImport(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		args       []string
		code       int
		out, err   []string
		written    string // the pack, with so many questions
		questions  int
	}{
		"all are kept":  {"mars.txt", aikenOne, nil, 0, []string{"mars.txt: 1 question read, 1 kept, 0 left out\n", `mars.json: "mars" is written. Questions: 1`}, nil, "mars.json", 1},
		"some left out": {"mars.gift", giftFile, nil, 1, []string{"mars.gift: 3 questions read, 2 kept, 1 left out\n"}, []string{`mars.gift:3: "Q2" is left out: an essay`}, "mars.json", 2},
		"none is kept":  {"mars.txt", "Write about Mars.{}", nil, 2, []string{"mars.txt: 1 question read, 0 kept, 1 left out\n"}, []string{`mars.txt:1: "Write about Mars." is left out: an essay`}, "", 0},
		"none that can be played": {"mars.txt", "Type it.{=Mars}", nil, 2, []string{"1 question read, 0 kept, 1 left out\n"},
			[]string{`mars.txt:1: "Type it." is left out: none of the questions in the file can be played`}, "", 0},
		"some for later": {"mars.txt", "Type it.{=Mars}\n\nMars is red.{T}", nil, 0, []string{"2 kept, 0 left out\n", "1 of them for a later version: 1 type the answer"},
			[]string{`note: mars.txt:1: "Type it.": it is kept for a later version`}, "mars.json", 2},
		"a database":   {"mars.json", triviaDB, nil, 0, []string{`mars-pack.json: "Science" is written`}, nil, "mars-pack.json", 1},
		"another name": {"mars.txt", aikenOne, []string{"-o", "other.json", "--title", "Red & dead", "--lang", "pt-BR"}, 0, []string{`other.json: "Red & dead" is written`}, nil, "other.json", 1},
		"what is changed": {"mars.gift", "How many moons?{#2}", nil, 0, []string{"1 kept"},
			[]string{`note: mars.gift:1: "How many moons?": its slider is made up, from 0 to`}, "mars.json", 1},
		"a guessed encoding": {"mars.gift", "Mars is \xe9t\xe9.{T}", nil, 0, nil, []string{"note: mars.gift: it is not in UTF-8"}, "mars.json", 1},
		"another language":   {"mars.gift", "Có phải sao Hỏa màu đỏ không?{T}", nil, 0, nil, []string{"note: mars.gift: its language is taken for English"}, "mars.json", 1},
		"asked twice":        {"mars.gift", "Mars is red.{T}\n\nMars is red.{T}", nil, 0, nil, []string{`note: mars.gift:3: "Mars is red.": it asks the same as the one in line 1`}, "mars.json", 2},
		"named kind":         {"mars.txt", aikenOne, []string{"--from", "aiken"}, 0, nil, nil, "mars.json", 1},
		"the wrong kind":     {"mars.txt", aikenOne, []string{"--from", "gift"}, 2, []string{"0 kept"}, []string{"mars.txt:1:", "a description"}, "", 0},
		"kind by its ending": {"mars.gift", "Mars.", nil, 2, []string{"1 left out"}, []string{"mars.gift:1:"}, "", 0},
		"unknown kind":       {"mars.txt", "Mars.", nil, 2, nil, []string{"mars.txt: no question bank that is known here", "--from aiken, gift, kahoot or opentdb"}, "", 0},
		"a pack":             {"mars.json", `{"houselights": 1}`, nil, 2, nil, []string{"mars.json: it is a pack already"}, "", 0},
		"other JSON":         {"mars.json", `[{"question": "Is Mars red?", "answer": "yes"}]`, nil, 2, nil, []string{"mars.json: no question bank that is known here"}, "", 0},
		"a program":          {"mars.js", `const all = [{"correct_answer": "a", "incorrect_answers": []}];`, nil, 2, nil, []string{"mars.js: line 1, column 1: this is a program, not JSON"}, "", 0},
		"XML":                {"mars.xml", "<?xml version='1.0'?>\n<quiz><question>{a}</question></quiz>", nil, 2, nil, []string{"mars.xml: it is XML: where it comes from Moodle", "No pack is written."}, "", 0},
		"a web page":         {"mars.json", "<!DOCTYPE html><p>{a}</p>", nil, 2, nil, []string{"mars.json: it is a web page"}, "", 0},
		"a table as text":    {"mars.csv", ";Quiz template;;;\n#;\"Question - max 120 characters\";Answer 1;Answer 2\n1;Red?;Mars;Venus", nil, 2, nil, []string{"mars.csv: it is a table in plain text", "save it as .xlsx"}, "", 0},
		"a PDF":              {"mars.txt", "%PDF-1.7 {a}", nil, 2, nil, []string{"mars.txt: it is a PDF"}, "", 0},
		"rich text":          {"mars.txt", "{\\rtf1 {a}}", nil, 2, nil, []string{"mars.txt: it is a document of a word processor"}, "", 0},
		"a document":         {"mars.gift", "PK\x03\x04 word {a}", nil, 2, nil, []string{"mars.gift: it is no text and no spreadsheet"}, "", 0},
		"a document, forced": {"mars.docx", "PK\x03\x04 word {a}", []string{"--from", "aiken"}, 2, nil, []string{"mars.docx: it is no text and no spreadsheet"}, "", 0},
		"a sheet, forced":    {"mars.xlsx", "PK\x03\x04 xl {a}", []string{"--from", "aiken"}, 2, nil, []string{"mars.xlsx: it is no text and no spreadsheet"}, "", 0},
		"an old spreadsheet": {"mars.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", nil, 2, nil, []string{"mars.xls: it is an old spreadsheet, .xls: save it as .xlsx"}, "", 0},
		"kind in capitals":   {"mars.txt", aikenOne, []string{"--from", "Aiken"}, 0, nil, nil, "mars.json", 1},
		"no questions":       {"mars.txt", "$CATEGORY: Mars\n", nil, 2, []string{"0 questions read"}, []string{"mars.txt: there are no questions in it"}, "", 0},
		"an empty file":      {"mars.txt", " \n", nil, 2, nil, []string{"mars.txt: the file is empty"}, "", 0},
		"damaged":            {"mars.json", `{"results": [{"correct_answer": }]}`, nil, 2, nil, []string{"mars.json: line 1"}, "", 0},
		"no such folder":     {"mars.txt", aikenOne, []string{"-o", "no/mars.json"}, 2, []string{"1 kept"}, []string{"no/mars.json: there is no such folder"}, "", 0},
		"a folder":           {"mars.txt", aikenOne, []string{"-o", "."}, 2, nil, []string{".: is a folder"}, "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			inFolder(t, map[string]string{c.file: c.text})
			code, out, err := call(append([]string{"pack", "import", c.file}, c.args...)...)
			assert.Equal(t, c.code, code, "%s%s", out, err)
			for _, want := range c.out {
				assert.Contains(t, out, want)
			}
			for _, want := range c.err {
				assert.Contains(t, err, want)
			}
			if c.err == nil {
				assert.Empty(t, err)
			}
			assert.NotContains(t, out+err, "\x1b", "no colour")
			if c.written != "" {
				assert.Len(t, readPack(t, c.written).Questions, c.questions)
				code, _, err := call("pack", "check", c.written)
				assert.Zero(t, code, err)
			}
			entries, readErr := os.ReadDir(".")
			require.NoError(t, readErr)
			files := 1
			if c.written != "" {
				files++
			}
			assert.Len(t, entries, files, "nothing else is left behind")
		})
	}
}

// TestImportCalls checks calls that cannot be understood, and the help.
func TestImportCalls(t *testing.T) {
	inFolder(t, map[string]string{"mars.txt": aikenOne})
	for name, c := range map[string]struct {
		args []string
		code int
		want []string
	}{
		"help of import":            {[]string{"import", "--help"}, 0, []string{"Examples:", "houselights pack import quiz.gift", "--from KIND", "exit code is 0"}},
		"help of export":            {[]string{"export", "x", "-h"}, 0, []string{"Examples:", "--to gift"}},
		"no file":                   {[]string{"import"}, 2, []string{"name one file"}},
		"two files":                 {[]string{"import", "mars.txt", "mars.txt"}, 2, []string{"name one file"}},
		"no such file":              {[]string{"import", "venus.txt"}, 2, []string{"venus.txt: no such file"}},
		"a folder":                  {[]string{"import", "."}, 2, []string{".: is a folder"}},
		"unknown kind":              {[]string{"import", "mars.txt", "--from", "moodle"}, 2, []string{`--from "moodle" is not known: use aiken, gift, kahoot or opentdb`}},
		"unknown language":          {[]string{"import", "mars.txt", "--lang", "english please"}, 2, []string{`"english please" is no language`}},
		"a title too long":          {[]string{"import", "mars.txt", "--title", strings.Repeat("x", 201)}, 2, []string{"--title is too long"}},
		"unknown flag":              {[]string{"import", "--dance", "mars.txt"}, 2, []string{"-dance"}},
		"export to nothing":         {[]string{"export", "purple-hearts"}, 2, []string{"--to gift"}},
		"export to another":         {[]string{"export", "purple-hearts", "--to", "aiken"}, 2, []string{`--to "aiken" is not known: use gift`}},
		"export of nothing":         {[]string{"export", "--to", "gift"}, 2, []string{"name one file"}},
		"export of no file":         {[]string{"export", "venus.json", "--to", "gift"}, 2, []string{"pack venus.json: no such file"}},
		"export of a bank":          {[]string{"export", "mars.txt", "--to", "gift"}, 2, []string{"pack mars.txt: a question bank (aiken), and not a pack: make one of it by houselights pack import mars.txt"}},
		"help that fits":            {[]string{"import", "--from"}, 2, []string{"flag needs an argument", "See houselights pack import --help."}},
		"unknown command":           {[]string{"improt", "mars.txt"}, 2, []string{"pack import FILE"}},
		"export in a lost language": {[]string{"export", "purple-hearts", "--to", "gift", "--lang", "de"}, 2, []string{`pack export: purple-hearts lists no translation into "de"`}},
	} {
		code, out, err := call(append([]string{"pack"}, c.args...)...)
		assert.Equal(t, c.code, code, name)
		said := err
		if c.code == 0 {
			said = out
			assert.Empty(t, err, name)
		}
		for _, want := range c.want {
			assert.Contains(t, said, want, name)
		}
	}
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	assert.Len(t, entries, 1)
}

// TestImportPipes checks that - stands for standard input and output, of which the latter is for the pack alone.
func TestImportPipes(t *testing.T) {
	inFolder(t, map[string]string{"mars.gift": giftFile})
	code, out, err := call("pack", "import", "mars.gift", "-o", "-")
	assert.Equal(t, 1, code)
	p, bad := pack.Read("x", []byte(out))
	require.NoError(t, bad)
	assert.Len(t, p.Questions, 2)
	assert.Contains(t, err, "mars.gift: 3 questions read, 2 kept, 1 left out\n")

	stdin := os.Stdin
	t.Cleanup(func() { os.Stdin = stdin })
	file, openErr := os.Open("mars.gift")
	require.NoError(t, openErr)
	t.Cleanup(func() { _ = file.Close() })
	os.Stdin = file
	code, again, err := call("pack", "import", "-", "--title", "mars")
	assert.Equal(t, 1, code)
	assert.Equal(t, out, again)
	assert.Contains(t, err, `standard input:3: "Q2" is left out`)
}

// TestImportNeverOverwrites checks that a file which is there stays as it is, unless it is written over by force, and that a
// bank is never written over by its own pack.
func TestImportNeverOverwrites(t *testing.T) {
	inFolder(t, map[string]string{"mars.txt": aikenOne, "mars.json": "mine", "mars-pack.json": "mine too"})
	code, _, err := call("pack", "import", "mars.txt")
	assert.Equal(t, 2, code)
	assert.Contains(t, err, "mars.json: is there already: name another with -o, or write over it with --force")
	data, readErr := os.ReadFile("mars.json")
	require.NoError(t, readErr)
	assert.Equal(t, "mine", string(data))

	code, _, err = call("pack", "import", "mars.txt", "-o", "mars.txt", "--force")
	assert.Equal(t, 2, code)
	assert.Contains(t, err, "mars.txt: is the file that is read")
	data, readErr = os.ReadFile("mars.txt")
	require.NoError(t, readErr)
	assert.Equal(t, aikenOne, string(data))

	require.NoError(t, os.Chmod("mars.json", 0o664))
	code, _, err = call("pack", "import", "mars.txt", "--force")
	assert.Zero(t, code, err)
	assert.Len(t, readPack(t, "mars.json").Questions, 1)
	info, statErr := os.Stat("mars.json")
	require.NoError(t, statErr)
	if runtime.GOOS != "windows" {
		assert.Equal(t, fs.FileMode(0o664), info.Mode().Perm(), "who may read it stays")
	}
	require.NoError(t, os.Symlink("mars.json", "link.json"))
	code, _, err = call("pack", "import", "mars.txt", "--force", "-o", "link.json", "--title", "By a link")
	assert.Zero(t, code, err)
	assert.Equal(t, "By a link", readPack(t, "mars.json").Title)
	target, linkErr := os.Readlink("link.json")
	require.NoError(t, linkErr)
	assert.Equal(t, "mars.json", target)
	left, globErr := filepath.Glob("*.part")
	require.NoError(t, globErr)
	assert.Empty(t, left)
}

// TestExport checks that a pack is written as GIFT which is read as it was, and what cannot be said is told.
func TestExport(t *testing.T) {
	inFolder(t, map[string]string{"mars.json": `{"houselights":1,"title":"Mars","lang":"en","licence":"CC0","translations":["vi"],"questions":[
		{"id":"red","ask":"Which planet is red?","right":"Mars","wrong":["Venus"],"source":{"title":"S"},"level":1},
		{"id":"order","ask":"From the sun outwards","order":["Venus","Earth","Mars"]},
		{"id":"cold","ask":"Mars is cold.","right":true}]}`,
		"mars.vi.json": `{"houselights":1,"lang":"vi","questions":[{"id":"cold","ask":"Sao Hỏa lạnh."}]}`})
	code, out, err := call("pack", "export", "mars.json", "--to", "gift")
	assert.Equal(t, 1, code)
	assert.Equal(t, "mars.gift: \"Mars\" is written\nmars.json: 3 questions read, 2 kept, 1 left out\n", out)
	assert.Equal(t, "mars.json: questions[1] \"order\" is left out: its answers are put in order, for which GIFT has no kind\n"+
		"note: mars.json: GIFT has no place for the source of 1 question\nnote: mars.json: GIFT has no place for its translations (vi)\n", err)
	code, _, err = call("pack", "import", "mars.gift", "-o", "again.json")
	assert.Zero(t, code, err)
	questions := readPack(t, "again.json").Questions
	want := readPack(t, "mars.json").Questions
	want[0].Source = pack.Source{}
	assert.Equal(t, []pack.Question{want[0], want[2]}, questions)

	code, _, err = call("pack", "export", "mars.json", "--to", "gift")
	assert.Equal(t, 2, code)
	assert.Contains(t, err, "mars.gift: is there already")
	code, out, _ = call("pack", "export", "mars.json", "--to", "gift", "--lang", "vi", "-o", "-")
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "Sao Hỏa lạnh.{T}")
	code, out, _ = call("pack", "export", "mars.json", "--to", "gift", "--lang", "vi")
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "mars.vi.gift: ")
	code, _, err = call("pack", "import", "mars.vi.gift", "-o", "vi.json")
	assert.Zero(t, code, err)
	assert.Equal(t, "vi", readPack(t, "vi.json").Lang)
	code, _, err = call("pack", "import", "mars.vi.gift", "-o", "es.json", "--lang", "ES-mx")
	assert.Zero(t, code, err)
	assert.Equal(t, "es-mx", readPack(t, "es.json").Lang)
	code, out, _ = call("pack", "export", "purple-hearts", "--to", "gift")
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "purple-hearts.gift: \"Purple Hearts\" is written\n")
}

// many are question banks of 5,000 questions, by the names of their files.
var many = map[string]func(b *strings.Builder, i int){
	"many.gift": func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "::Q%d::[html]<p>What is %d and %d?</p>{=%d#Yes. ~%d ~%%-50%%%d#No.}\n\n", i, i, i, i+i, i+i+1, i+i-1)
	},
	"many.txt": func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "What is %d and %d?\nA) %d\nB) %d\nC) %d\nANSWER: A\n\n", i, i, i+i, i+i-1, i+i+1)
	},
	"many.json": func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "{\"type\":\"multiple\",\"difficulty\":\"easy\",\"category\":\"Sums\",\"question\":\"What is &quot;%d&quot; and %d?\",\"correct_answer\":\"%d\",\"incorrect_answers\":[\"%d\",\"%d\"]}\n", i, i, i+i, i+i+1, i+i-1)
	},
}

func writeMany(t testing.TB, name string) (path string) {
	var b strings.Builder
	for i := range 5000 {
		many[name](&b, i)
	}
	path = filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o600))
	return path
}

// TestCheckOfABank checks that a bank is no translation of the pack that was made of it.
func TestCheckOfABank(t *testing.T) {
	inFolder(t, map[string]string{"mars.txt": aikenOne})
	code, _, err := call("pack", "import", "mars.txt")
	require.Zero(t, code, err)
	code, _, err = call("pack", "check", "mars.txt")
	assert.Equal(t, 1, code)
	assert.Contains(t, err, "pack mars.txt: a question bank (aiken), and not a pack")
}

// TestImportMany checks that thousands of questions are one pack.
func TestImportMany(t *testing.T) {
	for name := range many {
		code, out, err := call("pack", "import", writeMany(t, name))
		assert.Equal(t, 0, code, "%.300s", err)
		assert.Contains(t, out, "5000 questions read, 5000 kept, 0 left out")
	}
}

// The benchmarks import 5,000 questions, from the file to the pack on the disk, which should take under a second.

func BenchmarkImportGIFT(b *testing.B)    { benchmarkImport(b, writeMany(b, "many.gift")) }
func BenchmarkImportAiken(b *testing.B)   { benchmarkImport(b, writeMany(b, "many.txt")) }
func BenchmarkImportOpenTDB(b *testing.B) { benchmarkImport(b, writeMany(b, "many.json")) }
func BenchmarkImportKahoot(b *testing.B) {
	path := filepath.Join(b.TempDir(), "many.xlsx")
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	require.NoError(b, err)
	require.NoError(b, w.SetRow("A8", []any{"", "Question", "Answer 1", "Answer 2", "Answer 3", "Answer 4", "Time limit", "Correct answer(s)"}))
	for i := range 5000 {
		require.NoError(b, w.SetRow(fmt.Sprint("A", i+9), []any{i + 1, fmt.Sprintf("What is %d and %d?", i, i), fmt.Sprintf("It is %d", i+i), i + i + 5, i + i + 6, i + i + 7, 20, "1"}))
	}
	require.NoError(b, w.Flush())
	require.NoError(b, f.SaveAs(path))
	benchmarkImport(b, path)
}

func benchmarkImport(b *testing.B, path string) {
	out := filepath.Join(b.TempDir(), "many.json")
	for b.Loop() {
		code, _, err := call("pack", "import", path, "-o", out, "--force")
		require.Zero(b, code, err)
	}
}

// TestImportNames checks what a pack is called where nothing is said of it.
func TestImportNames(t *testing.T) {
	for name, want := range map[string]string{
		"mars.gift": "mars.json", "MARS.TXT": "MARS.json", "mars": "mars.json", "mars v1.2": "mars v1.2.json", "mars.vi.txt": "mars-vi.json",
		".txt": "quiz.json", "a.b/mars.txt": "a.b/mars.json", "mars.json": "mars-pack.json", "mars.JSON": "mars-pack.json",
	} {
		inFolder(t, nil)
		text := aikenOne
		if strings.EqualFold(filepath.Ext(name), ".json") {
			text = triviaDB
		}
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		code, _, err := call("pack", "import", name)
		assert.Zero(t, code, "%s: %s", name, err)
		assert.FileExists(t, want, name)
	}
}
