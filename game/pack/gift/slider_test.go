package gift_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/pack/gift"
)

// TestSliders checks on numbers of any size that a slider accepts what the file accepts, and nothing else; that a round can be
// played with it; and that the right number is not always in the same place.
func TestSliders(t *testing.T) {
	r := rand.New(rand.NewPCG(2022, 7))
	places := map[int]int{}
	kept := 0
	for i := range 5000 {
		value := decimal(r, 1+r.IntN(13), r.IntN(4))
		tolerance := "0"
		if r.IntN(2) == 0 {
			tolerance = decimal(r, 1+r.IntN(5), r.IntN(4))
		}
		b, err := gift.Read(fmt.Appendf(nil, "How many, in round %d?{#%s:%s}", i, value, tolerance))
		require.NoError(t, err)
		require.Len(t, b.Items, 1)
		item := b.Items[0]
		if item.LeftOut != "" {
			continue
		}
		q := item.Question
		_, err = q.Fit()
		require.NoError(t, err, "%s:%s %+v", value, tolerance, q.Scale)
		kept++
		v, d := rational(value), rational(tolerance)
		low, high := new(big.Rat).Sub(v, d), new(big.Rat).Add(v, d)
		for step := range q.Scale.Steps() + 1 {
			at := q.Scale.At(step)
			n := rational(pack.Decimal(at, q.Scale.Decimals))
			require.Equal(t, n.Cmp(low) >= 0 && n.Cmp(high) <= 0, q.Scale.Accepts(at), "%s:%s at %s", value, tolerance, n)
		}
		places[10*(q.Scale.Right-q.Scale.Min)/(q.Scale.Max-q.Scale.Min)]++
	}
	assert.Greater(t, kept, 4000)
	for place, n := range places {
		assert.Less(t, n, kept/3, "%d tenths", place)
	}
}

// decimal is a number of so many digits, before the point and behind it.
func decimal(r *rand.Rand, digits, behind int) string {
	n := 1
	for range digits {
		n *= 10
	}
	return pack.Decimal(r.IntN(n), behind)
}

func rational(text string) *big.Rat {
	n, _ := new(big.Rat).SetString(text)
	return n
}
