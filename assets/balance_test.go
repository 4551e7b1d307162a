package assets_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/pack"
	"houselights/game/trivia"
)

// The topics that are not on the film and what is around it.
const (
	sequel = "sequel"
	rumour = "rumour"
)

// TestHowMuchThereIs counts what the built-in pack has to play.
func TestHowMuchThereIs(t *testing.T) {
	film, reported, real, rumours := 0, 0, 0, 0
	levels, kinds := map[int]int{}, map[pack.Kind]int{}
	for _, q := range builtIn(t).Questions {
		assert.Equal(t, q.Topic == rumour, q.Rumour, q.ID)
		assert.True(t, q.Kind.Playable(), q.ID)
		switch {
		case q.Rumour && q.True:
			real++
		case q.Rumour:
			rumours++
		case q.Topic == sequel:
			if q.Status == pack.Reported {
				reported++
			}
		default:
			film++
			levels[q.Level]++
			kinds[q.Kind]++
		}
	}
	assert.GreaterOrEqual(t, film, 180)
	assert.GreaterOrEqual(t, reported, 40)
	assert.GreaterOrEqual(t, real+rumours, 40)
	assert.InDelta(t, real, rumours, 4)
	for level := 1; level <= 5; level++ {
		assert.GreaterOrEqual(t, levels[level], 20, "level %d", level)
	}
	for kind := pack.Kind(0); kind.Playable(); kind++ {
		assert.GreaterOrEqual(t, kinds[kind], 15, "kind %d", kind)
	}
}

// TestNothingTellsTheRightAnswer checks in every language that a player who knows nothing is not told by what a text looks like:
// the right answer is the longest, or the shortest, of a question's four in no more than a third of them; statements are as often
// true as false; the right number stands all over its scale.
func TestNothingTellsTheRightAnswer(t *testing.T) {
	p := builtIn(t)
	for _, lang := range assets.Languages() {
		longest, shortest, of := 0, 0, 0
		for _, q := range p.In(lang).Questions {
			if q.Kind != pack.OneOf {
				continue
			}
			of++
			right := utf8.RuneCountInString(q.Right[0])
			most, least := 0, 1000
			for _, w := range q.Wrong {
				most, least = max(most, utf8.RuneCountInString(w)), min(least, utf8.RuneCountInString(w))
			}
			if right > most {
				longest++
			}
			if right < least {
				shortest++
			}
		}
		assert.LessOrEqual(t, 3*longest, of, "%s: longest", lang)
		assert.LessOrEqual(t, 3*shortest, of, "%s: shortest", lang)
	}
	yes, of, fifths, scales := 0, 0, map[int]int{}, 0
	for _, q := range p.Questions {
		switch {
		case q.Kind == pack.TrueFalse && !q.Rumour:
			of++
			if q.True {
				yes++
			}
		case q.Kind == pack.Numerical:
			scales++
			fifths[min(4, 5*(q.Scale.Right-q.Scale.Min)/(q.Scale.Max-q.Scale.Min))]++
		}
	}
	assert.InDelta(t, 0.5, float64(yes)/float64(of), 0.1)
	for fifth, n := range fifths {
		assert.LessOrEqual(t, 5*n, 2*scales, "part %d of the scale", fifth)
	}
}

// TestRightAnswersStandEverywhere draws many rounds and counts where right answers come to stand: each place as often as the others.
func TestRightAnswersStandEverywhere(t *testing.T) {
	p := builtIn(t)
	places, of := map[int]int{}, 0
	for seed := range uint64(2000) {
		for _, c := range trivia.Draw(p, trivia.Pool{}, seed, trivia.Length) {
			if q := &p.Questions[c.Question]; q.Kind == pack.OneOf && len(c.Order) == 4 {
				places[c.RightPlace()]++
				of++
			}
		}
	}
	for place := range 4 {
		assert.InDelta(t, 0.25, float64(places[place])/float64(of), 0.02, "place %d", place+1)
	}
}

// TestRoundsOfTheBuiltInPack draws many rounds of each mode: they are full, no two questions share a fact, and every question comes.
func TestRoundsOfTheBuiltInPack(t *testing.T) {
	p := builtIn(t)
	for _, in := range []trivia.Pool{{}, {Spoilers: true}, {Rumours: true}} {
		met := map[int]bool{}
		for seed := range uint64(3000) {
			told := map[string]string{}
			cards := trivia.Draw(p, in, seed, trivia.Length)
			require.Len(t, cards, trivia.Length)
			for _, c := range cards {
				q := &p.Questions[c.Question]
				met[c.Question] = true
				for _, fact := range q.Facts {
					require.Empty(t, told[fact], "seed %d: %s after it: both tell %s", seed, q.ID, fact)
					told[fact] = q.ID
				}
			}
		}
		for i := range p.Questions {
			if q := &p.Questions[i]; in.Has(q) {
				assert.True(t, met[i], "%+v: %s never comes", in, q.ID)
			}
		}
	}
}

// spoken are the words that only those who have seen the film may meet, in questions on its story.
var spoken = regexp.MustCompile(`(?i)funeral|killed|injur|\bleg\b|\bjail|prison|\btrial|\bcourt|arrest|go(es)? viral|sentence\b`)

// TestNothingSpoils looks for what happens late in the film in questions that anybody may be asked.
func TestNothingSpoils(t *testing.T) {
	for _, q := range builtIn(t).Questions {
		if story := slices.Contains([]string{"cast", "story", "places", "crew"}, q.Topic); story && !q.Spoiler {
			for _, text := range append([]string{q.Ask, q.Why}, append(q.Right, q.Wrong...)...) {
				assert.NotRegexp(t, spoken, text, q.ID)
			}
		}
	}
}

// numbers are those that a text has in figures, the signs between their digits left out; but not a decade such as the 1920s.
func numbers(text string) map[string]int {
	all := map[string]int{}
	for _, n := range regexp.MustCompile(`\d+(?:[.,\x{A0}]\d+)*s?`).FindAllString(text, -1) {
		if strings.HasSuffix(n, "s") {
			continue
		}
		all[strings.Join(strings.FieldsFunc(n, func(r rune) bool { return r < '0' || r > '9' }), "")]++
	}
	return all
}

// TestTranslationsAreWhole checks that the built-in pack is there in every language of the interface, with nothing missing and nothing
// stale, each question translated from what the pack asks now; and that a number says the same in each.
func TestTranslationsAreWhole(t *testing.T) {
	p := builtIn(t)
	langs := slices.DeleteFunc(assets.Languages(), func(lang string) bool { return lang == p.Lang })
	assert.ElementsMatch(t, langs, p.Translations)
	for _, lang := range langs {
		data, err := assets.PackFile(p.TranslationFile(lang))
		require.NoError(t, err)
		fresh := builtIn(t)
		coverage, err := fresh.Translate(lang, data)
		require.NoError(t, err)
		assert.Empty(t, coverage.Notes)
		assert.Equal(t, len(p.Questions), coverage.Questions, lang)

		var file struct{ Questions []struct{ ID, From string } }
		require.NoError(t, json.Unmarshal(data, &file))
		from := map[string]string{}
		for _, q := range file.Questions {
			from[q.ID] = q.From
		}
		for i, q := range p.Questions {
			assert.Equal(t, q.Ask, from[q.ID], "%s %s: from", lang, q.ID)
			told := p.In(lang).Questions[i]
			assert.Empty(t, told.Lang, "%s %s is not shown", lang, q.ID)
			assert.NotEqual(t, q.Ask, told.Ask, "%s %s", lang, q.ID)
			assert.NotEqual(t, q.Why, told.Why, "%s %s", lang, q.ID)
			assert.NotContains(t, strings.ReplaceAll(told.Ask+told.Why, "HELLO!", ""), "!", "%s %s", lang, q.ID)
			for text, translation := range map[string]string{q.Ask: told.Ask, q.Why: told.Why, strings.Join(q.Right, "|"): strings.Join(told.Right, "|"), strings.Join(q.Wrong, "|"): strings.Join(told.Wrong, "|")} {
				own := numbers(translation)
				for n := range numbers(text) {
					assert.Positive(t, own[n], "%s %s: %s is missing in %q, from %q", lang, q.ID, n, translation, text)
				}
			}
		}
	}
}
