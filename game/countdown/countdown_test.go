package countdown_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/countdown"
	"houselights/game/pack"
)

// events reads the built-in pack's two: the sequel as reported, and the birthday.
func events(t *testing.T) []pack.Event {
	t.Helper()
	p, err := pack.Read("test", []byte(`{"houselights":1,"title":"T","questions":[{"ask":"?","right":true}],"events":[
		{"id":"sequel","title":"The sequel","at":"2026-02-14T00:00:00-08:00","zone":"America/Los_Angeles","status":"reported"},
		{"id":"birthday","title":"Birthday","caption":"{years}","yearly":"07-29","since":2022,"status":"released"}]}`))
	require.NoError(t, err)
	return p.Events
}

const sequel, birthday = 0, 1

func TestNext(t *testing.T) {
	for _, c := range []struct {
		name, zone, now string
		want            int
		phase           countdown.Phase
		target          string
		years           int
	}{
		{"long before", losAngeles, "2025-11-22T12:00:00Z", sequel, countdown.Before, "2026-02-14T08:00:00Z", 0},
		{"birthday before the sequel", losAngeles, "2025-07-28T12:00:00Z", birthday, countdown.Before, "2025-07-29T07:00:00Z", 3},
		{"on that birthday", losAngeles, "2025-07-29T12:00:00-07:00", birthday, countdown.Today, "2025-07-29T07:00:00Z", 3},
		{"the second before", losAngeles, "2026-02-13T23:59:59-08:00", sequel, countdown.Before, "2026-02-14T08:00:00Z", 0},
		{"the instant", losAngeles, "2026-02-14T00:00:00-08:00", sequel, countdown.Today, "2026-02-14T08:00:00Z", 0},
		{"late that day", losAngeles, "2026-02-14T23:59:59.999-08:00", sequel, countdown.Today, "2026-02-14T08:00:00Z", 0},
		{"the day after", losAngeles, "2026-02-15T00:00:00-08:00", birthday, countdown.Before, "2026-07-29T07:00:00Z", 4},
		{"the instant, Kathmandu", kathmandu, "2026-02-14T13:45:00+05:45", sequel, countdown.Today, "2026-02-14T08:00:00Z", 0},
		{"that evening, Kathmandu", kathmandu, "2026-02-14T23:59:59+05:45", sequel, countdown.Today, "2026-02-14T08:00:00Z", 0},
		{"the day after, Kathmandu", kathmandu, "2026-02-15T00:00:00+05:45", birthday, countdown.Before, "2026-07-28T18:15:00Z", 4},
		{"before it, on the day, Saigon", saigon, "2026-02-14T14:59:59+07:00", sequel, countdown.Before, "2026-02-14T08:00:00Z", 0},
		{"today", losAngeles, "2026-11-22T12:00:00-08:00", birthday, countdown.Before, "2027-07-29T07:00:00Z", 5},
		{"today, Saigon", saigon, "2026-11-22T12:00:00+07:00", birthday, countdown.Before, "2027-07-28T17:00:00Z", 5},
		{"before the film", london, "2020-01-01T00:00:00Z", birthday, countdown.Before, "2022-07-28T23:00:00Z", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			events, now, z := events(t), instant(t, c.now), zone(t, c.zone)
			next := countdown.Next(events, now, z)
			require.Equal(t, c.want, next)
			s := countdown.At(events[next], now, z)
			assert.Equal(t, c.phase, s.Phase)
			assert.Equal(t, instant(t, c.target), s.Target)
			assert.Equal(t, c.years, s.Years)
			assert.Equal(t, s.Target, countdown.Target(events[next], now, z))
		})
	}
}

func TestNextOfOthers(t *testing.T) {
	at := func(s string) pack.Event { return pack.Event{At: instant(t, s)} }
	now := instant(t, "2026-11-22T12:00:00Z")
	for _, c := range []struct {
		name   string
		events []pack.Event
		want   int
	}{
		{"none", nil, -1},
		{"one, past", []pack.Event{at("2020-01-01T00:00:00Z")}, 0},
		{"all past: the latest", []pack.Event{at("2020-01-01T00:00:00Z"), at("2026-11-21T23:59:59Z"), at("2022-01-01T00:00:00Z")}, 1},
		{"to come beats past", []pack.Event{at("2026-11-21T00:00:00Z"), at("2036-01-01T00:00:00Z")}, 1},
		{"the sooner", []pack.Event{at("2027-01-02T00:00:00Z"), at("2027-01-01T00:00:00Z"), at("2028-01-01T00:00:00Z")}, 1},
		{"today beats the sooner", []pack.Event{at("2026-11-22T12:00:01Z"), at("2026-11-22T00:00:00Z")}, 1},
		{"the same: the first", []pack.Event{at("2027-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")}, 0},
		{"the same, past: the first", []pack.Event{at("2021-01-01T00:00:00Z"), at("2021-01-01T00:00:00Z")}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, countdown.Next(c.events, now, countdown.Zone{}))
		})
	}
}

func TestTargetYearly(t *testing.T) {
	for _, c := range []struct {
		name, zone, now string
		month           time.Month
		day, since      int
		want            string
		wantYears       int
		wantPhase       countdown.Phase
		wantChange      string
	}{
		{"last second of the day before", london, "2026-07-28T23:59:59+01:00", 7, 29, 2022, "2026-07-29T00:00:00+01:00", 4, countdown.Before, ""},
		{"midnight", london, "2026-07-29T00:00:00+01:00", 7, 29, 2022, "2026-07-29T00:00:00+01:00", 4, countdown.Today, "2026-07-30T00:00:00+01:00"},
		{"last second of the day", london, "2026-07-29T23:59:59+01:00", 7, 29, 2022, "2026-07-29T00:00:00+01:00", 4, countdown.Today, "2026-07-30T00:00:00+01:00"},
		{"the day after", london, "2026-07-30T00:00:00+01:00", 7, 29, 2022, "2027-07-29T00:00:00+01:00", 5, countdown.Before, ""},
		{"other zone, other day", apia, "2026-07-28T11:00:00Z", 7, 29, 2022, "2026-07-29T00:00:00+13:00", 4, countdown.Today, "2026-07-30T00:00:00+13:00"},
		{"year before the first", london, "2021-07-30T00:00:00Z", 7, 29, 2022, "2022-07-29T00:00:00+01:00", 0, countdown.Before, ""},
		{"the first", london, "2022-07-29T10:00:00Z", 7, 29, 2022, "2022-07-29T00:00:00+01:00", 0, countdown.Today, "2022-07-30T00:00:00+01:00"},
		{"no first year", london, "2026-01-01T00:00:00Z", 7, 29, 0, "2026-07-29T00:00:00+01:00", 0, countdown.Before, ""},
		{"29 February, leap year", london, "2028-02-28T12:00:00Z", 2, 29, 2024, "2028-02-29T00:00:00Z", 4, countdown.Before, ""},
		{"29 February, on the day", london, "2028-02-29T12:00:00Z", 2, 29, 2024, "2028-02-29T00:00:00Z", 4, countdown.Today, "2028-03-01T00:00:00Z"},
		{"29 February, other year", london, "2026-02-27T12:00:00Z", 2, 29, 2024, "2026-02-28T00:00:00Z", 2, countdown.Before, ""},
		{"29 February, kept on the 28th", london, "2026-02-28T12:00:00Z", 2, 29, 2024, "2026-02-28T00:00:00Z", 2, countdown.Today, "2026-03-01T00:00:00Z"},
		{"29 February, from March on", london, "2027-03-01T00:00:00Z", 2, 29, 2024, "2028-02-29T00:00:00Z", 4, countdown.Before, ""},
		{"new year", kathmandu, "2026-12-31T23:59:59+05:45", 1, 1, 2000, "2027-01-01T00:00:00+05:45", 27, countdown.Before, ""},
		{"new year's eve", kathmandu, "2027-01-01T00:00:00+05:45", 12, 31, 2000, "2027-12-31T00:00:00+05:45", 27, countdown.Before, ""},
		{"day of 23 hours", losAngeles, "2026-03-08T23:00:00-07:00", 3, 8, 2000, "2026-03-08T00:00:00-08:00", 26, countdown.Today, "2026-03-09T00:00:00-07:00"},
		{"day of 25 hours", losAngeles, "2026-11-01T23:00:00-08:00", 11, 1, 2000, "2026-11-01T00:00:00-07:00", 26, countdown.Today, "2026-11-02T00:00:00-08:00"},
		{"day of 23 and a half hours", lordHowe, "2026-10-04T23:00:00+11:00", 10, 4, 2000, "2026-10-04T00:00:00+10:30", 26, countdown.Today, "2026-10-05T00:00:00+11:00"},
		{"day with no midnight", havana, "2026-03-08T12:00:00-04:00", 3, 8, 2000, "2026-03-08T01:00:00-04:00", 26, countdown.Today, "2026-03-09T00:00:00-04:00"},
		{"day with two midnights", havana, "2026-11-01T00:30:00-05:00", 11, 1, 2000, "2026-11-01T00:00:00-04:00", 26, countdown.Today, "2026-11-02T00:00:00-05:00"},
		{"midnight put off an hour", santiago, "2026-04-04T23:30:00-04:00", 4, 5, 2000, "2026-04-05T00:00:00-04:00", 26, countdown.Before, ""},
		{"before the day Samoa skipped", apia, "2011-12-29T23:00:00-10:00", 12, 30, 2000, "2011-12-31T00:00:00+14:00", 11, countdown.Before, ""},
		{"the day after it stands in", apia, "2011-12-31T12:00:00+14:00", 12, 30, 2000, "2011-12-31T00:00:00+14:00", 11, countdown.Today, "2012-01-01T00:00:00+14:00"},
		{"the year after", apia, "2012-01-01T00:00:00+14:00", 12, 30, 2000, "2012-12-30T00:00:00+14:00", 12, countdown.Before, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			e := pack.Event{Yearly: pack.Yearly{Month: c.month, Day: c.day, Since: c.since}}
			s := countdown.At(e, instant(t, c.now), zone(t, c.zone))
			assert.Equal(t, instant(t, c.want), s.Target)
			assert.Equal(t, c.wantYears, s.Years)
			assert.Equal(t, c.wantPhase, s.Phase)
			if c.wantChange != "" {
				assert.Equal(t, instant(t, c.wantChange), s.NextChange)
			}
		})
	}
}

// TestYearIsNotLost holds in a zone that skips New Year's Eve, as Samoa's did
// the day before it: the day it stands on belongs to the year before.
func TestYearIsNotLost(t *testing.T) {
	skip := time.Date(2026, 12, 31, 0, 0, 0, 0, time.UTC).Unix()
	z := countdown.Zone{Changes: []countdown.Change{{From: 0, Offset: 0}, {From: skip, Offset: 24 * 60 * 60}}}
	e := pack.Event{Yearly: pack.Yearly{Month: time.December, Day: 31, Since: 2000}}
	s := countdown.At(e, time.Unix(skip+5, 0), z)
	assert.Equal(t, countdown.Today, s.Phase)
	assert.Equal(t, 26, s.Years)
}

func TestAt(t *testing.T) {
	for _, c := range []struct {
		name, now  string
		phase      countdown.Phase
		parts      [4]int
		fraction   float64
		nextChange string
	}{
		{"a day, and a bit of all", "2026-02-12T21:57:56-08:00", countdown.Before, [4]int{1, 2, 2, 4}, 1 - 93724.0/31536000, "2026-02-12T21:57:57-08:00"},
		{"a year", "2025-02-14T00:00:00-08:00", countdown.Before, [4]int{365, 0, 0, 0}, 0, "2025-02-14T00:00:01-08:00"},
		{"half a year", "2025-08-15T12:00:00-08:00", countdown.Before, [4]int{182, 12, 0, 0}, 0.5, "2025-08-15T12:00:01-08:00"},
		{"over a year", "2024-01-01T00:00:00.25-08:00", countdown.Before, [4]int{775, 0, 0, 0}, 0, "2024-01-01T00:00:01-08:00"},
		{"centuries", "1500-01-01T00:00:00-08:00", countdown.Before, [4]int{192162, 0, 0, 0}, 0, "1500-01-01T00:00:01-08:00"},
		{"a minute", "2026-02-13T23:59:00-08:00", countdown.Before, [4]int{0, 0, 1, 0}, 1 - 60.0/31536000, "2026-02-13T23:59:01-08:00"},
		{"just over a second", "2026-02-13T23:59:58.999999999-08:00", countdown.Before, [4]int{0, 0, 0, 2}, 1 - 2.0/31536000, "2026-02-13T23:59:59-08:00"},
		{"one second", "2026-02-13T23:59:59-08:00", countdown.Before, [4]int{0, 0, 0, 1}, 1 - 1.0/31536000, "2026-02-14T00:00:00-08:00"},
		{"half a second", "2026-02-13T23:59:59.5-08:00", countdown.Before, [4]int{0, 0, 0, 1}, 1 - 1.0/31536000, "2026-02-14T00:00:00-08:00"},
		{"the last nanosecond", "2026-02-13T23:59:59.999999999-08:00", countdown.Before, [4]int{0, 0, 0, 1}, 1 - 1.0/31536000, "2026-02-14T00:00:00-08:00"},
		{"zero", "2026-02-14T00:00:00-08:00", countdown.Today, [4]int{}, 1, "2026-02-15T00:00:00-08:00"},
		{"a nanosecond past", "2026-02-14T00:00:00.000000001-08:00", countdown.Today, [4]int{}, 1, "2026-02-15T00:00:00-08:00"},
		{"end of the day", "2026-02-14T23:59:59.999999999-08:00", countdown.Today, [4]int{}, 1, "2026-02-15T00:00:00-08:00"},
		{"the day after", "2026-02-15T00:00:00-08:00", countdown.After, [4]int{}, 1, ""},
		{"months after", "2026-11-22T12:00:00-08:00", countdown.After, [4]int{}, 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := countdown.At(events(t)[sequel], instant(t, c.now), zone(t, losAngeles))
			assert.Equal(t, c.phase, s.Phase)
			assert.Equal(t, instant(t, "2026-02-14T08:00:00Z"), s.Target)
			assert.Equal(t, c.parts, [4]int{s.Days, s.Hours, s.Minutes, s.Seconds})
			assert.InDelta(t, c.fraction, s.Fraction, 1e-12)
			want := time.Time{}
			if c.nextChange != "" {
				want = instant(t, c.nextChange)
			}
			assert.Equal(t, want, s.NextChange)
		})
	}
}

// TestNextChange walks from change to change: nothing differs just before one,
// and something does at it. The instants lie between whole seconds too.
func TestNextChange(t *testing.T) {
	leap := pack.Event{Yearly: pack.Yearly{Month: time.February, Day: 29, Since: 2024}}
	odd := pack.Event{At: instant(t, "2026-03-08T09:59:59.75Z")}
	for _, name := range []string{losAngeles, lordHowe, kathmandu} {
		z := zone(t, name)
		for _, e := range append(events(t), leap, odd) {
			target := countdown.Target(e, instant(t, "2026-01-15T00:00:00Z"), z)
			now := target.Add(-2500*time.Millisecond - 1)
			for step := 0; ; step++ {
				s := countdown.At(e, now, z)
				if s.NextChange.IsZero() {
					require.Equal(t, countdown.After, s.Phase)
					require.Equal(t, 4, step)
					break
				}
				require.True(t, s.NextChange.After(now))
				require.Equal(t, s, countdown.At(e, s.NextChange.Add(-1), z), "nothing differs before the change")
				require.NotEqual(t, s, countdown.At(e, s.NextChange, z))
				if now = s.NextChange; step == 6 {
					break // a yearly event goes on for ever
				}
			}
		}
	}
}
