package gift_test

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/pack/gift"
)

// sayable is a question as far as GIFT can say it, with the title of its topic.
func sayable(p *pack.Pack, q pack.Question) pack.Question {
	q.Source, q.Hint, q.Image, q.Alt, q.Facts, q.Lang = pack.Source{}, "", "", "", nil, ""
	for _, t := range p.Topics {
		if t.ID == q.Topic {
			q.Topic = t.Title
		}
	}
	if q.Kind == pack.Numerical { // of which the file has no scale
		q.Ask += " " + pack.Decimal(q.Scale.Right, q.Scale.Decimals) + " " + pack.Decimal(q.Scale.Tolerance, q.Scale.Decimals)
		q.Ask = strings.ReplaceAll(strings.TrimRight(q.Ask, "0"), ".0 ", " ")
		q.Scale = pack.Scale{}
	}
	return q
}

// TestReadsBackTheSame writes all good packs as GIFT, and the built-in one, and reads them: what GIFT can say is as it was,
// and the rest is told.
func TestReadsBackTheSame(t *testing.T) {
	paths, err := filepath.Glob("../testdata/good/*.json")
	require.NoError(t, err)
	for _, path := range append(paths, "../../../assets/packs/purple-hearts.json") {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			p, err := pack.Read("x", data)
			require.NoError(t, err)
			text, lost := gift.Write(p)
			left := map[int]bool{}
			for _, loss := range lost {
				left[loss.Question] = loss.Question >= 0
				assert.NotEmpty(t, loss.What)
			}
			var want []pack.Question
			for i, q := range p.Questions {
				if !left[i] {
					want = append(want, sayable(p, q))
				}
			}
			b, err := gift.Read(text)
			require.NoError(t, err)
			assert.Len(t, b.Items, len(want))
			assert.Empty(t, b.Notes)
			again, report := b.Pack(b.Title, b.Lang)
			if again == nil {
				again = &pack.Pack{}
			} else {
				assert.Equal(t, []string{p.Title, p.Lang, cmp.Or(p.Version, "1"), p.About, p.Credits, p.Licence},
					[]string{again.Title, again.Lang, again.Version, again.About, again.Credits, again.Licence})
			}
			var got []pack.Question
			for _, q := range again.Questions {
				got = append(got, sayable(again, q))
			}
			for i := range min(len(want), len(got)) {
				assert.Equal(t, want[i], got[i], "%+v", report.Notes)
			}
			assert.Len(t, got, len(want), "%+v\n%s", report.Notes, text)
		})
	}
}

// TestLosses checks that each thing is named which a pack has and GIFT does not.
func TestLosses(t *testing.T) {
	p, err := pack.Read("x", []byte(`{"houselights": 1, "title": "T", "lang": "en", "about": "A", "credits": "C", "licence": "L", "translations": ["vi"],
		"events": [{"id": "e", "title": "E", "day": "2026-02-14"}],
		"questions": [{"ask": "How far?", "number": 5, "min": 0, "max": 10, "unit": "km", "hint": "H", "source": {"title": "S"}, "facts": ["f"],
			"image": "https://example.org/a.png", "alt": "A"}]}`))
	require.NoError(t, err)
	_, lost := gift.Write(p)
	var all []string
	for _, loss := range lost {
		assert.Equal(t, -1, loss.Question)
		all = append(all, loss.What)
	}
	assert.Equal(t, []string{"the slider of 1 question", "the unit of 1 question", "the source of 1 question", "the hint of 1 question", "the picture of 1 question", "the facts of 1 question",
		"its translations (vi)", "1 date to count to"}, all)
}
