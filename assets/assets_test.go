package assets_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/nfc"
	"houselights/game/pack"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestPacks checks what the built-in packs promise beyond what the reader checks.
func TestPacks(t *testing.T) {
	require.Contains(t, assets.Packs(), assets.BuiltIn)
	for _, id := range assets.Packs() {
		p, err := assets.Pack(id)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, len(p.Questions), 40)
		assert.NotEmpty(t, p.Version, "daily rounds are pinned to it")
		for _, q := range p.Questions {
			assert.NotEmpty(t, q.Why, "%s: add \"why\"", q.ID)
			assert.NotEmpty(t, q.Source.Title, "%s: add \"source\"", q.ID)
			assert.NotEmpty(t, q.Facts, "%s: add \"facts\"", q.ID)
			assert.LessOrEqual(t, len([]rune(q.Ask)), 120, q.ID)
			assert.NotContains(t, strings.ReplaceAll(q.Ask+q.Why, "HELLO!", ""), "!", q.ID) // but in the name of a magazine
			if q.Kind != pack.OneOf {
				continue
			}
			assert.Len(t, q.Wrong, 3, "%s: give three wrong answers", q.ID)
			for _, w := range q.Wrong {
				assert.LessOrEqual(t, len([]rune(w)), 75, q.ID)
			}
		}
	}
	_, err := assets.Pack("nowhere")
	assert.ErrorContains(t, err, assets.BuiltIn)
}

// TestVersionMovesWithTheQuestions checks that a pack whose questions have changed has another version: the daily round of a
// date is drawn from pack and version, and would else be two rounds under one name.
func TestVersionMovesWithTheQuestions(t *testing.T) {
	golden := filepath.Join("testdata", "versions.txt")
	var b strings.Builder
	for _, id := range assets.Packs() {
		p, err := assets.Pack(id)
		require.NoError(t, err)
		sum := sha256.New()
		for _, q := range p.Questions {
			fmt.Fprintf(sum, "%q %d %d %q %q %q %t %v %q %t %t\n", q.ID, q.Kind, q.Level, q.Ask, q.Right, q.Wrong, q.True, q.Scale, q.Facts, q.Spoiler, q.Rumour)
		}
		fmt.Fprintf(&b, "%s %s %x\n", id, p.Version, sum.Sum(nil)[:8])
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	if *update {
		for _, line := range strings.Split(strings.TrimSpace(b.String()), "\n") {
			idAndVersion := line[:strings.LastIndexByte(line, ' ')+1]
			if !strings.Contains(string(want), line) {
				require.NotContains(t, string(want), idAndVersion, "raise \"version\" in the pack first")
			}
		}
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
		return
	}
	assert.Equal(t, string(want), b.String(), "raise \"version\" in the pack, then run go test ./assets -update")
}

// TestSequelIsReported checks that the reported premiere is never anything else.
func TestSequelIsReported(t *testing.T) {
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	require.Equal(t, "sequel", p.Events[0].ID)
	assert.Equal(t, pack.Reported, p.Events[0].Status)
	assert.Equal(t, "Netflix", p.Events[0].By, "who has not confirmed it")
	library, err := assets.Words()
	require.NoError(t, err)
	english := library["en"]
	assert.Equal(t, "The reported date has passed", english.Say("count.past.reported"))
	assert.Equal(t, "2026-02-14T08:00:00Z", p.Events[0].At.UTC().Format("2006-01-02T15:04:05Z07:00"))
}

// TestEveryCharacterHasAFace reports what would show as a box, and text that is not in its composed form.
func TestEveryCharacterHasAFace(t *testing.T) {
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	check := func(where, text string) {
		assert.Empty(t, string(fonts.Missing(text)), where)
		assert.Equal(t, nfc.String(text), text, where)
	}
	library, err := assets.Words()
	require.NoError(t, err)
	for lang, book := range library {
		for _, key := range book.Keys() {
			check(lang+" "+key, book.Say(key))
			check(lang+" "+key, strings.ToUpper(book.Say(key)))
		}
	}
	for _, id := range assets.Packs() {
		p, err := assets.Pack(id)
		require.NoError(t, err)
		check(id, strings.Join([]string{p.Title, strings.ToUpper(p.Title), p.About, p.Credits, p.Licence}, " "))
		for _, e := range p.Events {
			check(id+" "+e.ID, e.Title+strings.ToUpper(e.Title)+e.Caption+e.Past)
		}
		for _, q := range p.Questions {
			check(id+" "+q.ID, strings.Join(slices.Concat([]string{q.Ask, q.Why, q.Hint, q.Alt, q.Scale.Unit, q.Source.Title}, q.Right, q.Wrong), " "))
		}
	}
	assert.NotEmpty(t, fonts.Missing("漢"), "the check itself works")
}
