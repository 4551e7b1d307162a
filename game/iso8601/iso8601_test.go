package iso8601_test

import (
	"math/rand/v2"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/iso8601"
)

var texts = []string{
	"", "2026-02-14", "2024-02-29", "2023-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01", "2026-2-14", "20260214", "2026-02-1x", "+026-02-14",
	"2026-02-14T08:00:00Z", "2026-02-14T00:00:00-08:00", "2026-02-14T00:00:00.25+05:45", "2026-02-14T23:59:59.123456789Z", "2026-02-14T23:59:59.1234567891234Z",
	"2026-02-14T08:00Z", "2026-02-14T08:00-08:00", "2026-02-14T08:00", "2026-02-14T08:00:00", "2026-02-14T24:00:00Z", "2026-02-14T08:60:00Z", "2026-02-14T08:00:60Z",
	"2026-02-14T08:00:00+24:00", "2026-02-14T08:00:00+23:59", "2026-02-14T08:00:00+08:60", "2026-02-14T08:00:00-00:00", "2026-02-14T08:00:00+0800", "2026-02-14T08:00:00+08",
	"2026-02-14T08:00:00.Z", "2026-02-14T08:00:00,5Z", "2026-02-14T8:00:00Z", "2026-02-14t08:00:00Z", "2026-02-14T08:00:00z", "2026-02-14 08:00:00Z", "2026-02-14TZ", "T", "TZ", "T-08:00",
	"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "2026-02-14T08:00:00.5.5Z", "2026-02-14T08:00:00ZZ", "2026-02-14T08:00:0é",
}

// shape is what RFC 3339 allows, or that without seconds. Package time is less strict: it takes 24:60 for an offset, too.
var shape = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$`)

// FuzzInstant holds what is read to package time.
func FuzzInstant(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		day, ok := iso8601.Date(text)
		want, err := time.Parse(time.DateOnly, text)
		require.Equal(t, err == nil, ok, text)
		if ok {
			require.Equal(t, want, day)
		}
		at, ok := iso8601.Instant(text)
		if want, err = time.Parse(time.RFC3339, text); err != nil {
			want, err = time.Parse("2006-01-02T15:04Z07:00", text)
		}
		require.Equal(t, err == nil && shape.MatchString(text), ok, text)
		if ok {
			require.Equal(t, want.Format(time.RFC3339Nano), at.Format(time.RFC3339Nano), text)
		}
	})
}

// TestWhatTimeWrites checks that every instant can be read that package time writes.
func TestWhatTimeWrites(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		at := time.Unix(chance.Int64N(1<<37)-1<<35, chance.Int64N(1e9)).In(time.FixedZone("", 60*(chance.IntN(2*24*60-1)-24*60+1)))
		text, err := at.MarshalText()
		if err != nil {
			continue // before the year 0 or after 9999
		}
		got, ok := iso8601.Instant(string(text))
		require.True(t, ok, string(text))
		assert.True(t, at.Equal(got), string(text))
	}
}
