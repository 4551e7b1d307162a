package pack_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/scenes/author"
)

// BenchmarkRead reads and checks a pack of 5,000 questions. 150 ms are the most that it may take.
func BenchmarkRead(b *testing.B) {
	data, err := author.Pack("en", 5000)
	require.NoError(b, err)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, err := pack.Read("large", data)
		require.NoError(b, err)
	}
}
