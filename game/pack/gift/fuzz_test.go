package gift_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/pack/bank"
	"houselights/game/pack/bank/banktest"
	"houselights/game/pack/gift"
)

func FuzzRead(f *testing.F) {
	banktest.Seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		gift.Is(data)
		b, err := gift.Read(data)
		require.NoError(t, err)
		text, _ := bank.Text(data)
		banktest.Check(t, b, strings.Count(text, "\n")+1)
	})
}

// pieces are what means something in GIFT, in HTML or in a pack, and what does not.
var pieces = []string{`\`, `\\`, ":", "::", "=", "~", "#", "####", "{", "}", "->", "%50%", "%", "*", `\*`, "[html]", "[", "//", "$CATEGORY: x", "T", "0", "5..6", `\n`, "<b>", "&amp;", "a", "é", " ",
	"\u00a0", "[tag:spoiler]", "漢", "_____", "/", "$course$", "top", "  "}

// TestAnythingReadsBackTheSame writes questions of whatever means something in GIFT, and reads them.
func TestAnythingReadsBackTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(2022, 7))
	text := func() string {
		var b strings.Builder
		for range 1 + r.IntN(5) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		return b.String()
	}
	several := func(n int) (all []string) {
		for range n {
			all = append(all, text())
		}
		return all
	}
	said := 0
	for range 3000 {
		q := pack.Question{ID: text(), Ask: text(), Why: text(), Level: 1 + r.IntN(5), Kind: pack.Kind(r.IntN(int(pack.ShortAnswer) + 1))}
		switch q.Kind {
		case pack.OneOf:
			q.Right, q.Wrong = several(1), several(1+r.IntN(3))
		case pack.SeveralOf:
			q.Right, q.Wrong = several(1+r.IntN(3)), several(1+r.IntN(3))
		case pack.ShortAnswer:
			q.Right, q.ForgiveCase = several(1+r.IntN(3)), true
		case pack.Matching:
			q.Wrong = several(r.IntN(2))
			for range 2 + r.IntN(3) {
				q.Pairs = append(q.Pairs, [2]string{text(), text()})
			}
		}
		if changes, err := q.Fit(); err != nil || changes != nil {
			continue // it is none that a pack can hold as it is
		}
		if q.ID == "" {
			q.ID = "q1"
		}
		topic := pack.Topic{ID: "t", Title: pack.FitTitle(strings.Join(strings.Fields(text()), " "))}
		if topic.Title != "" {
			q.Topic = topic.ID
		}
		easy := pack.Question{ID: "easy", Ask: "A?", Kind: pack.TrueFalse, Level: 3} // for which the pack is never empty
		p := &pack.Pack{Title: pack.FitTitle("T" + text()), About: pack.FitAbout("A" + text()), Lang: "vi", Topics: []pack.Topic{topic}, Questions: []pack.Question{q, easy}}
		written, lost := gift.Write(p)
		if len(lost) > 0 && lost[0].Question == 0 {
			continue
		}
		said++
		b, err := gift.Read(written)
		require.NoError(t, err)
		got, report := b.Pack(b.Title, b.Lang)
		require.NotNil(t, got, "%s\n%+v", written, report)
		require.Equal(t, []string{p.Title, p.About, p.Lang}, []string{got.Title, got.About, got.Lang})
		require.Len(t, got.Questions, 2, "%s\n%+v", written, report)
		again := got.Questions[0]
		assert.Equal(t, topic.Title, sayable(got, again).Topic, "%s", written)
		again.Topic = q.Topic
		require.Equal(t, q, again, "%s", written)
	}
	assert.Greater(t, said, 1000)
}
