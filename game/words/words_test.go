package words_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/words"
)

func library(t *testing.T) words.Library {
	l, err := assets.Words()
	require.NoError(t, err)
	return l
}

func TestPluralsAndNumbers(t *testing.T) {
	l := library(t)
	for _, c := range []struct {
		lang, key string
		n         int
		want      string
	}{
		{"en", "score.points", 0, "0 points"}, {"en", "score.points", 1, "1 point"}, {"en", "score.points", 6180, "6,180 points"},
		{"vi", "score.points", 1, "1 điểm"}, {"vi", "score.points", 6180, "6.180 điểm"},
		{"es", "score.points", 1, "1 punto"}, {"es", "score.points", 6180, "6180 puntos"}, {"es", "score.points", 16180, "16\u00a0180 puntos"},
		{"en", "score.points", 1000000, "1,000,000 points"}, {"en", "score.points", -1, "−1 points"},
	} {
		book := l[c.lang]
		assert.Equal(t, c.want, book.Say(c.key, "n", c.n), "%s %d", c.lang, c.n)
	}
}

func TestDates(t *testing.T) {
	l := library(t)
	at := time.Date(2026, 2, 14, 9, 5, 0, 0, time.UTC)
	for lang, want := range map[string][2]string{"en": {"14 February 2026", "14 February"}, "vi": {"14 tháng 2, 2026", "14 tháng 2"}, "es": {"14 de febrero de 2026", "14 de febrero"}} {
		plain := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
		book := l[lang]
		assert.Equal(t, want[0], plain(book.Date(at)))
		assert.Equal(t, want[1], plain(book.Day(at)))
	}
	english := l["en"]
	assert.Equal(t, "09:05", english.Clock(at))
}

func TestGapsAreFilledOnce(t *testing.T) {
	b, err := words.Read("en", []byte(`{"a": "{x} and {y}"}`))
	require.NoError(t, err)
	assert.Equal(t, "{y} and 2", b.Say("a", "x", "{y}", "y", 2), "what stands in a gap is not read again")
	assert.Equal(t, "nobody", b.Say("nobody"))
}

func TestNearest(t *testing.T) {
	l := library(t)
	for want, wishes := range map[string][]string{"es": {"es-MX"}, "vi": {"", "de", "vi_VN"}, "en": {"de", "fr"}} {
		assert.Equal(t, want, l.Nearest(wishes...).Lang)
	}
}

func TestBadFiles(t *testing.T) {
	for _, data := range []string{`[]`, `{"a": 1}`, `{"a": {"one": "x"}}`} {
		_, err := words.Read("xx", []byte(data))
		assert.ErrorContains(t, err, "xx.json", data)
	}
}

// TestGapsAreTheSame checks that a sentence has the same gaps in every language, and that its plural forms agree.
func TestGapsAreTheSame(t *testing.T) {
	l := library(t)
	gap := regexp.MustCompile(`\{[a-z]+\}`)
	gaps := func(s string) []string {
		all := gap.FindAllString(s, -1)
		slices.Sort(all)
		return all
	}
	english := l["en"]
	for _, key := range english.Keys() {
		want := gaps(english.Say(key, "n2", ""))
		for lang, book := range l {
			assert.Equal(t, want, gaps(book.Say(key, "n2", "")), "%s %s", lang, key)
		}
	}
}

// TestKeysAreUsed checks the keys in the source of the views, and of the poster, against the files: none missing, none left over.
func TestKeysAreUsed(t *testing.T) {
	said := regexp.MustCompile(`"((?:[a-z]+)(?:\.[a-z0-9.]*)?)"`)
	used := map[string]bool{}
	sources, err := filepath.Glob("../view/*.go")
	require.NoError(t, err)
	for _, path := range append(sources, "words.go", "../../web/build/poster.go") {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, m := range said.FindAllStringSubmatch(string(text), -1) {
			used[m[1]] = true
		}
	}
	// Keys that end in a dot are completed by a value: "mode." + mode.
	known := func(key string) bool {
		for part := key; part != ""; {
			if used[part] {
				return true
			}
			i := strings.LastIndexByte(strings.TrimSuffix(part, "."), '.')
			part = part[:i+1]
		}
		return false
	}
	english := library(t)["en"]
	keys := english.Keys()
	for _, key := range keys {
		assert.True(t, known(key), "%s is said nowhere", key)
	}
	say := regexp.MustCompile(`\.Say\("([a-z0-9.]+)"[,)]`)
	for _, path := range sources {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, m := range say.FindAllStringSubmatch(string(text), -1) {
			assert.Contains(t, keys, m[1], path)
		}
	}
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		n, decimals int
		en, vi, es  string
	}{
		{2022, 0, "2022", "2022", "2022"},
		{15000, 0, "15,000", "15.000", "15\u00a0000"},
		{-1234567, 0, "−1,234,567", "−1.234.567", "−1\u00a0234\u00a0567"},
		{25, 1, "2.5", "2,5", "2,5"},
		{20, 1, "2", "2", "2"},
		{5, 3, "0.005", "0,005", "0,005"},
		{-5, 1, "−0.5", "−0,5", "−0,5"},
		{0, 2, "0", "0", "0"},
		{12345678, 3, "12,345.678", "12.345,678", "12\u00a0345,678"},
	} {
		for lang, want := range map[string]string{"en": c.en, "vi": c.vi, "es": c.es} {
			book := words.Book{Lang: lang}
			assert.Equal(t, want, book.Decimal(c.n, c.decimals), lang)
		}
	}
}
