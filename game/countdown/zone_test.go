package countdown_test

import (
	"testing"
	"time"
	_ "time/tzdata" // the tests run on machines without a zone database too

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/countdown"
)

const (
	losAngeles = "America/Los_Angeles"
	havana     = "America/Havana"
	santiago   = "America/Santiago"
	london     = "Europe/London"
	lordHowe   = "Australia/Lord_Howe"
	apia       = "Pacific/Apia"
	kathmandu  = "Asia/Kathmandu"
	saigon     = "Asia/Ho_Chi_Minh"
	sydney     = "Australia/Sydney"
)

// offsets asks Go's own zone database.
func offsets(t *testing.T, name string) func(unix int64) int {
	t.Helper()
	place, err := time.LoadLocation(name)
	require.NoError(t, err)
	return func(unix int64) int {
		_, offset := time.Unix(unix, 0).In(place).Zone()
		return offset
	}
}

var probed = [2]time.Time{time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2032, 1, 1, 0, 0, 0, 0, time.UTC)}

func zone(t *testing.T, name string) countdown.Zone {
	t.Helper()
	return countdown.Probe(name, offsets(t, name), probed[0], probed[1])
}

// instant reads an instant written with its offset.
func instant(t *testing.T, s string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339Nano, s)
	require.NoError(t, err)
	return at.UTC()
}

func TestProbe(t *testing.T) {
	for _, name := range []string{losAngeles, havana, santiago, london, lordHowe, apia, kathmandu, saigon, "UTC"} {
		t.Run(name, func(t *testing.T) {
			offset := offsets(t, name)
			z := zone(t, name)
			assert.Equal(t, name, z.Name)
			for i, c := range z.Changes[1:] {
				require.Greater(t, c.From, z.Changes[i].From)
				require.NotEqual(t, c.Offset, z.Changes[i].Offset)
				require.Equal(t, offset(c.From), c.Offset)
				require.Equal(t, offset(c.From-1), z.Changes[i].Offset, "found to the second")
			}
			for at := probed[0].Unix(); at < probed[1].Unix(); at += 30 * 60 {
				require.Equal(t, offset(at), z.Offset(at), "at %d", at)
			}
		})
	}
}

func TestProbeByHand(t *testing.T) {
	day := func(n int) time.Time { return time.Unix(int64(n)*86400, 0) }
	steps := func(unix int64) int { // three offsets within one day, and one on the last second
		switch {
		case unix < 100_000:
			return 3600
		case unix < 100_001:
			return 7200
		case unix < 3*86400:
			return -1800
		}
		return 0
	}
	assert.Equal(t, []countdown.Change{{From: 0, Offset: 3600}, {From: 100_000, Offset: 7200}, {From: 100_001, Offset: -1800}, {From: 3 * 86400, Offset: 0}},
		countdown.Probe("steps", steps, day(0), day(3)).Changes)
	assert.Equal(t, []countdown.Change{{From: 5 * 86400, Offset: 0}}, countdown.Probe("back to front", steps, day(5), day(2)).Changes)
}

func TestOffset(t *testing.T) {
	z := countdown.Zone{Changes: []countdown.Change{{From: 100, Offset: 1}, {From: 200, Offset: 2}, {From: 300, Offset: 3}}}
	for unix, want := range map[int64]int{-5: 1, 99: 1, 100: 1, 199: 1, 200: 2, 299: 2, 300: 3, 1 << 40: 3} {
		assert.Equal(t, want, z.Offset(unix), "at %d", unix)
	}
	assert.Equal(t, 0, countdown.Zone{}.Offset(12345))
}

func TestWall(t *testing.T) {
	for _, c := range []struct{ zone, at, want string }{
		{losAngeles, "2026-02-14T08:00:00Z", "2026-02-14T00:00:00-08:00"},
		{losAngeles, "2026-03-08T09:59:59.5Z", "2026-03-08T01:59:59.5-08:00"},
		{losAngeles, "2026-03-08T10:00:00Z", "2026-03-08T03:00:00-07:00"},
		{kathmandu, "2026-02-14T08:00:00Z", "2026-02-14T13:45:00+05:45"},
		{apia, "2011-12-30T09:59:59Z", "2011-12-29T23:59:59-10:00"},
		{apia, "2011-12-30T10:00:00Z", "2011-12-31T00:00:00+14:00"},
	} {
		got := zone(t, c.zone).Wall(instant(t, c.at))
		assert.Equal(t, c.want, got.Format(time.RFC3339Nano), c.zone)
	}
	at := instant(t, "2026-07-29T12:00:00Z")
	assert.True(t, countdown.Zone{}.Wall(at).Equal(at))
	assert.Equal(t, 12, countdown.Zone{}.Wall(at).Hour())
}

func TestInstant(t *testing.T) {
	for _, c := range []struct{ name, zone, wall, want string }{
		{"winter", losAngeles, "2026-02-14 00:00", "2026-02-14T08:00:00Z"},
		{"summer", losAngeles, "2026-07-29 00:00", "2026-07-29T07:00:00Z"},
		{"before the gap", losAngeles, "2026-03-08 01:59", "2026-03-08T09:59:00Z"},
		{"gap begins", losAngeles, "2026-03-08 02:00", "2026-03-08T10:00:00Z"},
		{"in the gap", losAngeles, "2026-03-08 02:59", "2026-03-08T10:59:00Z"},
		{"after the gap", losAngeles, "2026-03-08 03:00", "2026-03-08T10:00:00Z"},
		{"before the overlap", losAngeles, "2026-11-01 00:59", "2026-11-01T07:59:00Z"},
		{"in the overlap", losAngeles, "2026-11-01 01:30", "2026-11-01T08:30:00Z"},
		{"after the overlap", losAngeles, "2026-11-01 02:00", "2026-11-01T10:00:00Z"},
		{"gap", london, "2026-03-29 01:30", "2026-03-29T01:30:00Z"},
		{"overlap", london, "2026-10-25 01:30", "2026-10-25T00:30:00Z"},
		{"after the overlap", london, "2026-10-25 02:00", "2026-10-25T02:00:00Z"},
		{"gap of half an hour", lordHowe, "2026-10-04 02:15", "2026-10-03T15:45:00Z"},
		{"after half an hour", lordHowe, "2026-10-04 02:30", "2026-10-03T15:30:00Z"},
		{"overlap of half an hour", lordHowe, "2026-04-05 01:45", "2026-04-04T14:45:00Z"},
		{"after that overlap", lordHowe, "2026-04-05 02:00", "2026-04-04T15:30:00Z"},
		{"the day Samoa skipped", apia, "2011-12-30 00:00", "2011-12-30T10:00:00Z"},
		{"its noon", apia, "2011-12-30 12:00", "2011-12-30T22:00:00Z"},
		{"the day after", apia, "2011-12-31 00:00", "2011-12-30T10:00:00Z"},
		{"no seasons", kathmandu, "2026-07-29 00:00", "2026-07-28T18:15:00Z"},
		{"no seasons", saigon, "2026-07-29 00:00", "2026-07-28T17:00:00Z"},
		{"midnight skipped", havana, "2026-03-08 00:00", "2026-03-08T05:00:00Z"},
		{"midnight twice", havana, "2026-11-01 00:00", "2026-11-01T04:00:00Z"},
		{"midnight put off", santiago, "2026-04-05 00:00", "2026-04-05T04:00:00Z"},
		{"before the table", losAngeles, "1999-07-01 00:00", "1999-07-01T08:00:00Z"},
		{"after the table", losAngeles, "2040-07-01 00:00", "2040-07-01T08:00:00Z"},
	} {
		t.Run(c.zone+" "+c.name, func(t *testing.T) {
			wall, err := time.Parse("2006-01-02 15:04", c.wall)
			require.NoError(t, err)
			got := zone(t, c.zone).Instant(wall.Year(), wall.Month(), wall.Day(), wall.Hour(), wall.Minute())
			assert.Equal(t, instant(t, c.want), got)
		})
	}
	assert.Equal(t, instant(t, "2027-01-01T00:00:00Z"), countdown.Zone{}.Instant(2026, time.December, 31, 24, 0), "zero zone, carried over")
}

// TestInstantAndWall holds that every instant is the one its wall time names,
// but where the time comes twice.
func TestInstantAndWall(t *testing.T) {
	for _, name := range []string{losAngeles, havana, santiago, london, lordHowe, apia, kathmandu, saigon} {
		z := zone(t, name)
		for at := probed[0]; at.Before(probed[1]); at = at.Add(10 * time.Hour / 4) {
			w := z.Wall(at)
			got := z.Instant(w.Year(), w.Month(), w.Day(), w.Hour(), w.Minute())
			if !got.Equal(at) {
				require.True(t, got.Before(at) && at.Sub(got) <= time.Hour, "%s: %v gives %v", name, at, got)
				require.Equal(t, w.Format(time.DateTime), z.Wall(got).Format(time.DateTime), name)
			}
		}
	}
}
