// Package banktest helps to test the readers of question banks.
package banktest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// Golden reads each file in testdata and compares what is in it with the golden file beside it, question.gift.golden for
// question.gift, or writes that anew. What stands in folders of testdata is left alone.
func Golden(t *testing.T, read func([]byte) (*bank.Bank, error), update bool) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.*"))
	require.NoError(t, err)
	files := 0
	for _, path := range paths {
		if filepath.Ext(path) == ".golden" {
			continue
		}
		files++
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			var got string
			if b, err := read(data); err != nil {
				got = fmt.Sprintf("error: %v\n", err)
			} else {
				got = Dump(b)
			}
			if update {
				require.NoError(t, os.WriteFile(path+".golden", []byte(got), 0o644))
			}
			want, err := os.ReadFile(path + ".golden")
			require.NoError(t, err)
			assert.Equal(t, string(want), got, "go test with -update writes it anew")
		})
	}
	assert.NotZero(t, files, "files in testdata")
}

// Seed adds each file in testdata to what a fuzz test begins with.
func Seed(f *testing.F) {
	paths, err := filepath.Glob(filepath.Join("testdata", "*.*"))
	require.NoError(f, err)
	for _, path := range paths {
		if filepath.Ext(path) != ".golden" {
			data, err := os.ReadFile(path)
			require.NoError(f, err)
			f.Add(data)
		}
	}
}

// Dump puts all that is in a bank in lines that can be read:
//
//	licence: …
//	note: it is not in UTF-8 …
//
//	1 results[0]: one of
//	  ask: What …?
//	  right: …
//	  wrong: …
//	  topic: …
//	  change: …
//
//	8 results[1]: left out: no right answer
//	  ask: Who …?
//
// A value with more to it than can be seen, such as a line end, is in quotes.
func Dump(b *bank.Bank) string {
	var d dump
	d.field("", "title", b.Title)
	d.field("", "credits", b.Credits)
	d.field("", "licence", b.Licence)
	d.fields("", "note", b.Notes)
	for i := range b.Items {
		d.item(&b.Items[i])
	}
	return strings.TrimPrefix(d.String(), "\n")
}

type dump struct{ strings.Builder }

func (d *dump) item(item *bank.Item) {
	where, what := "", kinds[item.Question.Kind]
	if item.Where != "" {
		where = " " + item.Where
	}
	if item.LeftOut != "" {
		what = "left out: " + item.LeftOut
	}
	fmt.Fprintf(d, "\n%d%s: %s\n", item.Line, where, what)
	d.question(&item.Question)
	d.field("  ", "topic", item.Topic)
	d.fields("  ", "change", item.Changes)
}

var kinds = map[pack.Kind]string{pack.OneOf: "one of", pack.TrueFalse: "true or false", pack.SeveralOf: "several of", pack.Ordering: "ordering",
	pack.Numerical: "numerical", pack.Matching: "matching", pack.ShortAnswer: "short answer"}

func (d *dump) question(q *pack.Question) {
	d.field("  ", "id", q.ID)
	d.field("  ", "ask", q.Ask)
	if q.Kind == pack.TrueFalse {
		d.field("  ", "right", fmt.Sprint(q.True))
	}
	d.fields("  ", "right", q.Right)
	for _, p := range q.Pairs {
		d.field("  ", "pair", seen(p[0])+" -> "+seen(p[1]))
	}
	d.fields("  ", "wrong", q.Wrong)
	if q.Scale != (pack.Scale{}) {
		d.field("  ", "scale", fmt.Sprintf("%+v", q.Scale))
	}
	for _, is := range []struct {
		name string
		true bool
	}{{"rumour", q.Rumour}, {"spoiler", q.Spoiler}, {"forgive case", q.ForgiveCase}, {"forgive accents", q.ForgiveAccents}} {
		if is.true {
			d.field("  ", is.name, "yes")
		}
	}
	d.field("  ", "why", q.Why)
	d.field("  ", "hint", q.Hint)
	if q.Source != (pack.Source{}) {
		d.field("  ", "source", fmt.Sprintf("%+v", q.Source))
	}
	d.field("  ", "status", string(q.Status))
	if q.Level != 0 {
		d.field("  ", "level", fmt.Sprint(q.Level))
	}
	if q.Seconds != 0 {
		d.field("  ", "seconds", fmt.Sprint(q.Seconds))
	}
	d.field("  ", "image", q.Image)
	d.field("  ", "alt", q.Alt)
	d.fields("  ", "fact", q.Facts)
}

// field writes a line, unless there is nothing to write.
func (d *dump) field(indent, name, value string) {
	if value != "" {
		d.fields(indent, name, []string{value})
	}
}

// fields writes a line for each value, even an empty one.
func (d *dump) fields(indent, name string, values []string) {
	for _, value := range values {
		fmt.Fprintf(d, "%s%s: %s\n", indent, name, seen(value))
	}
}

// seen returns a text as it is where that shows all of it, and else in quotes.
func seen(text string) string {
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	if text == "" || text != strings.Join(strings.Fields(text), " ") || strings.ContainsFunc(text, hidden) {
		return fmt.Sprintf("%q", text)
	}
	return text
}

// Check holds what a reader made of any file, of so many lines or rows, to what can be asked of it: each question is on a line
// of the file, and either left out, with the reason, or such that it can be fitted into a pack; and the pack can be read.
func Check(t *testing.T, b *bank.Bank, lines int) {
	for i, item := range b.Items {
		assert.True(t, 1 <= item.Line && item.Line <= lines, "items[%d] is on line %d of %d", i, item.Line, lines)
		assert.NotContains(t, item.LeftOut+item.Where+strings.Join(item.Changes, ""), "\n", "items[%d]", i)
		if item.LeftOut == "" {
			assert.NotEmpty(t, item.Question.Ask, "items[%d]", i)
		}
	}
	p, report := b.Pack("X", "en")
	assert.Equal(t, len(b.Items), report.Read)
	if p == nil {
		return
	}
	assert.Len(t, p.Questions, report.Kept)
	written := p.Write()
	again, err := pack.Read("x", written)
	require.NoError(t, err, "%s", written)
	assert.Equal(t, string(written), string(again.Write()))
}
