package pack_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/scenes/author"
)

// BenchmarkRead reads and checks a pack of 5,000 questions, which should stay under 150 ms: Play waits for it.
func BenchmarkRead(b *testing.B) {
	for _, lang := range []string{"en", "vi"} {
		b.Run(lang, func(b *testing.B) {
			data, err := author.Pack(lang, 5000)
			require.NoError(b, err)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				_, err := pack.Read("large", data)
				require.NoError(b, err)
			}
		})
	}
}
