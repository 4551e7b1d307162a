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
			again, report := b.Pack("x", b.Title, b.Lang)
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
