package countdown_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/countdown"
	"houselights/game/pack"
)

// event reads one event as it stands in a pack, but for its title.
func event(t *testing.T, fields string) pack.Event {
	t.Helper()
	p, err := pack.Read("test", []byte(`{"houselights":1,"title":"T","questions":[{"ask":"?","right":true}],"events":[{"title":"E",`+fields+`}]}`))
	require.NoError(t, err)
	return p.Events[0]
}

const (
	sequel   = `"at":"2026-02-14T00:00:00-08:00","zone":"America/Los_Angeles","status":"reported"`
	birthday = `"yearly":"07-29","since":2022,"status":"released"`
)

// parts writes what a state shows: "1y 2m 3d", "84d 07:41:26", and from zero on "12d" or the how manieth year.
func parts(s countdown.State) string {
	switch {
	case s.Phase == countdown.Far:
		return fmt.Sprintf("%dy %dm %dd", s.Years, s.Months, s.Days)
	case s.Phase.Before():
		return fmt.Sprintf("%dd %02d:%02d:%02d", s.Days, s.Hours, s.Minutes, s.Seconds)
	case s.Phase == countdown.Since:
		return fmt.Sprintf("%dd", s.Days)
	case s.Phase == countdown.Anniversary:
		return fmt.Sprintf("year %d", s.Number)
	}
	return ""
}

// TestPhases walks the bounds of the phases.
func TestPhases(t *testing.T) {
	up, stay := `"after":"up","at":"2026-02-14T00:00:00-08:00","status":"confirmed"`, `"after":"stay",`+sequel
	for _, c := range []struct {
		zone, event, now string
		phase, parts     string
		fraction         float64
		change           string
	}{
		{losAngeles, sequel, "2025-02-13T23:59:59-08:00", "far", "1y 0m 0d", 0, "2025-02-14T00:00:00-08:00"},
		{losAngeles, sequel, "2025-02-14T00:00:00-08:00", "near", "365d 00:00:00", 0, "2025-02-14T00:00:01-08:00"},
		{losAngeles, sequel, "2025-02-14T00:00:01-08:00", "near", "364d 23:59:59", 1. / (365 * 86400), "2025-02-14T00:00:02-08:00"},
		{losAngeles, sequel, "2024-11-10T12:00:00-08:00", "far", "1y 3m 3d", 0, "2024-11-11T00:00:01-08:00"},
		{losAngeles, sequel, "2025-11-22T00:00:00-08:00", "near", "84d 00:00:00", 1 - 84./365, "2025-11-22T00:00:01-08:00"},
		{losAngeles, sequel, "2026-02-13T00:00:00-08:00", "near", "1d 00:00:00", 1 - 1./365, "2026-02-13T00:00:01-08:00"},
		{losAngeles, sequel, "2026-02-13T00:00:00.25-08:00", "near", "1d 00:00:00", 1 - 1./365, "2026-02-13T00:00:01-08:00"},
		{losAngeles, sequel, "2026-02-13T00:00:01-08:00", "last-day", "0d 23:59:59", 1. / 86400, "2026-02-13T00:00:02-08:00"},
		{losAngeles, sequel, "2026-02-13T23:58:59-08:00", "last-day", "0d 00:01:01", 1 - 61./86400, "2026-02-13T23:59:00-08:00"},
		{losAngeles, sequel, "2026-02-13T23:59:00-08:00", "last-minute", "0d 00:01:00", 0, "2026-02-13T23:59:01-08:00"},
		{losAngeles, sequel, "2026-02-13T23:59:49-08:00", "last-minute", "0d 00:00:11", 49. / 60, "2026-02-13T23:59:50-08:00"},
		{losAngeles, sequel, "2026-02-13T23:59:50-08:00", "last-ten", "0d 00:00:10", 50. / 60, "2026-02-13T23:59:51-08:00"},
		{losAngeles, sequel, "2026-02-13T23:59:58.999999999-08:00", "last-ten", "0d 00:00:02", 58. / 60, "2026-02-13T23:59:59-08:00"},
		{losAngeles, sequel, "2026-02-13T23:59:59.999999999-08:00", "last-ten", "0d 00:00:01", 59. / 60, "2026-02-14T00:00:00-08:00"},
		{losAngeles, sequel, "2026-02-14T00:00:00-08:00", "now", "", 1, "2026-02-14T00:01:00-08:00"},
		{losAngeles, sequel, "2026-02-14T00:00:59.999-08:00", "now", "", 1, "2026-02-14T00:01:00-08:00"},
		{losAngeles, sequel, "2026-02-14T00:01:00-08:00", "today", "", 1, "2026-02-15T00:00:00-08:00"},
		{losAngeles, sequel, "2026-02-14T23:59:59.999-08:00", "today", "", 1, "2026-02-15T00:00:00-08:00"},
		{losAngeles, sequel, "2026-02-15T00:00:00-08:00", "past", "", 1, ""},
		{losAngeles, stay, "2027-02-14T12:00:00-08:00", "past", "", 1, ""},
		{losAngeles, `"after":"up",` + sequel, "2026-02-16T00:00:00-08:00", "past", "", 1, ""}, // nothing is known to have been
		{"UTC", `"yearly":"05-01","since":2020,"status":"reported"`, "2026-05-01T12:00:00Z", "today", "", 1, "2026-05-02T00:00:00Z"},
		{losAngeles, up, "2026-02-15T00:00:00-08:00", "since", "1d", 1, "2026-02-16T00:00:00-08:00"},
		{losAngeles, up, "2026-03-08T12:00:00-07:00", "since", "22d", 1, "2026-03-09T00:00:00-07:00"},
		{losAngeles, up, "2027-02-13T23:59:59-08:00", "since", "364d", 1, "2027-02-14T00:00:00-08:00"},
		{losAngeles, up, "2027-02-14T00:00:00-08:00", "anniversary", "year 1", 1, "2027-02-15T00:00:00-08:00"},
		{losAngeles, up, "2027-02-15T00:00:00-08:00", "since", "366d", 1, "2027-02-16T00:00:00-08:00"},
		{losAngeles, up, "2029-02-14T09:00:00-08:00", "anniversary", "year 3", 1, "2029-02-15T00:00:00-08:00"},
		// The day is the viewer's: in Ho Chi Minh City it begins at 15:00 and lasts for nine hours.
		{saigon, sequel, "2026-02-14T15:01:00+07:00", "today", "", 1, "2026-02-15T00:00:00+07:00"},
		{saigon, sequel, "2026-02-15T00:00:00+07:00", "past", "", 1, ""},

		{saigon, birthday, "2026-07-28T23:59:55+07:00", "last-ten", "0d 00:00:05", 55. / 60, "2026-07-28T23:59:56+07:00"},
		{saigon, birthday, "2026-07-29T00:00:00+07:00", "now", "", 1, "2026-07-29T00:01:00+07:00"},
		{saigon, birthday, "2026-07-29T00:01:00+07:00", "anniversary", "year 4", 1, "2026-07-30T00:00:00+07:00"},
		{saigon, birthday, "2026-07-30T00:00:00+07:00", "near", "364d 00:00:00", 1 - 364./365, "2026-07-30T00:00:01+07:00"},
		{saigon, birthday, "2027-07-30T00:00:00+07:00", "near", "365d 00:00:00", 0, "2027-07-30T00:00:01+07:00"},
		{"UTC", birthday, "2022-07-29T12:00:00Z", "today", "", 1, "2022-07-30T00:00:00Z"},
		{"UTC", `"yearly":"07-29"`, "2026-07-29T12:00:00Z", "today", "", 1, "2026-07-30T00:00:00Z"},
		{"UTC", `"yearly":"02-29","since":2024`, "2027-02-28T12:00:00Z", "anniversary", "year 3", 1, "2027-03-01T00:00:00Z"},
		{"UTC", `"yearly":"02-29","since":2024`, "2028-02-28T12:00:00Z", "last-day", "0d 12:00:00", 0.5, "2028-02-28T12:00:01Z"},
		{"UTC", `"yearly":"02-29","since":2024`, "2028-02-29T12:00:00Z", "anniversary", "year 4", 1, "2028-03-01T00:00:00Z"},

		{saigon, `"day":"2026-02-14"`, "2026-02-13T12:00:00+07:00", "last-day", "0d 12:00:00", 0.5, "2026-02-13T12:00:01+07:00"},
		{losAngeles, `"day":"2026-02-14"`, "2026-02-13T12:00:00-08:00", "last-day", "0d 12:00:00", 0.5, "2026-02-13T12:00:01-08:00"},
		{losAngeles, `"day":"2028-02-29","after":"up"`, "2029-02-28T12:00:00-08:00", "anniversary", "year 1", 1, "2029-03-01T00:00:00-08:00"},
		// Midnight is skipped in Havana on that day: it begins at one o'clock.
		{havana, `"day":"2026-03-08"`, "2026-03-08T01:00:00-04:00", "now", "", 1, "2026-03-08T01:01:00-04:00"},

		// A day that has begun is over at midnight, also where its first minute is not.
		{"UTC", `"at":"2026-12-31T23:59:30Z"`, "2027-01-01T00:00:10Z", "now", "", 1, "2027-01-01T00:00:30Z"},
		{"UTC", `"at":"2026-12-31T23:59:30Z"`, "2027-01-01T00:00:30Z", "past", "", 1, ""},

		// Far: the month that is too short has its last day.
		{"UTC", `"at":"2026-03-31T12:00:00Z"`, "2025-02-28T12:00:00Z", "far", "1y 1m 0d", 0, "2025-02-28T12:00:01Z"},
		{"UTC", `"at":"2026-03-31T12:00:00Z"`, "2025-02-28T12:00:01Z", "far", "1y 0m 30d", 0, "2025-03-01T12:00:01Z"},
		{"UTC", `"at":"2028-02-29T12:00:00Z"`, "2027-02-28T12:00:00Z", "far", "1y 0m 0d", 0, "2027-02-28T12:00:01Z"},
		{"UTC", `"at":"2028-03-01T00:00:00Z"`, "2027-03-01T00:00:01Z", "far", "0y 11m 30d", 0, "2027-03-02T00:00:00Z"},
		{"UTC", `"at":"2028-03-01T00:00:00Z"`, "2027-03-02T00:00:00Z", "near", "365d 00:00:00", 0, "2027-03-02T00:00:01Z"},
		{"UTC", `"at":"9999-12-31T23:59:59Z"`, "2026-11-22T12:00:00Z", "far", "7973y 1m 8d", 0, "2026-11-23T00:00:00Z"},
	} {
		t.Run(c.event+" "+c.now, func(t *testing.T) {
			s := countdown.At(event(t, c.event), instant(t, c.now), zone(t, c.zone))
			assert.Equal(t, c.phase, s.Phase.Name())
			assert.Equal(t, c.parts, parts(s))
			assert.InDelta(t, c.fraction, s.Fraction, 1e-12)
			if c.change == "" {
				assert.Zero(t, s.NextChange)
			} else {
				assert.Equal(t, instant(t, c.change), s.NextChange)
			}
		})
	}
}

// TestWallCalendar is the rule for nights in which clocks are changed: days are those of the calendar on the wall, counted
// back from the target, and what is left of a day is time as it passes.
func TestWallCalendar(t *testing.T) {
	for _, c := range []struct{ name, zone, target, now, parts string }{
		{"forward: the same time on the wall the day before", losAngeles, "2026-03-08T12:00:00-07:00", "2026-03-07T12:00:00-08:00", "1d 00:00:00"},
		{"forward: earlier that day", losAngeles, "2026-03-08T12:00:00-07:00", "2026-03-07T09:00:00-08:00", "1d 03:00:00"},
		{"forward: later that day the night is an hour short", losAngeles, "2026-03-08T12:00:00-07:00", "2026-03-07T13:00:00-08:00", "0d 22:00:00"},
		{"forward: a week before", losAngeles, "2026-03-14T00:00:00-07:00", "2026-03-07T00:00:00-08:00", "7d 00:00:00"},
		{"forward: the last second before the gap", losAngeles, "2026-03-09T00:00:00-07:00", "2026-03-08T01:59:59-08:00", "0d 21:00:01"},
		{"back: the same time on the wall the day before", losAngeles, "2026-11-01T12:00:00-08:00", "2026-10-31T12:00:00-07:00", "1d 00:00:00"},
		{"back: a second later the night has 25 hours", losAngeles, "2026-11-01T12:00:00-08:00", "2026-10-31T12:00:01-07:00", "0d 24:59:59"},
		{"back: the first half past one", losAngeles, "2026-11-01T12:00:00-08:00", "2026-11-01T01:30:00-07:00", "0d 11:30:00"},
		{"back: the second half past one", losAngeles, "2026-11-01T12:00:00-08:00", "2026-11-01T01:30:00-08:00", "0d 10:30:00"},
		{"the target is the second of two", losAngeles, "2026-11-01T01:30:00-08:00", "2026-11-01T01:30:00-07:00", "0d 01:00:00"},
		{"the day before, the time was there once", losAngeles, "2026-11-01T01:30:00-08:00", "2026-10-31T01:30:00-07:00", "1d 00:00:00"},
		{"the day before, the time is skipped", losAngeles, "2026-03-09T02:30:00-07:00", "2026-03-08T03:30:00-07:00", "1d 00:00:00"},
		{"London forward", london, "2026-03-29T12:00:00+01:00", "2026-03-28T12:00:00Z", "1d 00:00:00"},
		{"London back", london, "2026-10-25T12:00:00Z", "2026-10-24T13:00:00+01:00", "0d 24:00:00"},
		{"Sydney forward", sydney, "2026-10-04T12:00:00+11:00", "2026-10-03T12:00:00+10:00", "1d 00:00:00"},
		{"Sydney back", sydney, "2026-04-05T12:00:00+10:00", "2026-04-04T12:00:01+11:00", "0d 24:59:59"},
		{"Lord Howe forward, by half an hour", lordHowe, "2026-10-04T12:00:00+11:00", "2026-10-03T12:00:01+10:30", "0d 23:29:59"},
		{"Lord Howe back, by half an hour", lordHowe, "2026-04-05T12:00:00+10:30", "2026-04-04T12:00:01+11:00", "0d 24:29:59"},
		{"Kathmandu changes nothing", kathmandu, "2026-03-08T12:00:00+05:45", "2026-03-07T12:00:01+05:45", "0d 23:59:59"},
		{"Ho Chi Minh City changes nothing", saigon, "2026-11-01T12:00:00+07:00", "2026-10-31T12:00:01+07:00", "0d 23:59:59"},
		{"Apia forward, as it was until 2021", apia, "2020-09-27T12:00:00+14:00", "2020-09-26T12:00:01+13:00", "0d 22:59:59"},
		{"Apia back, as it was until 2021", apia, "2021-04-04T12:00:00+13:00", "2021-04-03T12:00:01+14:00", "0d 24:59:59"},
		{"Apia without the day that it skipped", apia, "2011-12-31T12:00:00+14:00", "2011-12-29T11:00:00-10:00", "2d 01:00:00"},
		{"summer and winter between", london, "2026-07-29T00:00:00+01:00", "2026-01-29T00:00:00Z", "181d 00:00:00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := countdown.At(event(t, `"at":"`+c.target+`"`), instant(t, c.now), zone(t, c.zone))
			assert.Equal(t, c.parts, parts(s))
		})
	}
}

// TestSteadily holds, second by second through the nights of the changes, that the clock runs down by one each second but
// where a day is used up.
func TestSteadily(t *testing.T) {
	for _, c := range []struct{ zone, target string }{
		{losAngeles, "2026-03-09T02:30:00-07:00"}, {losAngeles, "2026-11-02T01:30:00-08:00"}, {lordHowe, "2026-04-06T01:45:00+10:30"},
		{lordHowe, "2026-10-05T02:15:00+11:00"}, {london, "2026-10-26T00:00:00Z"}, {sydney, "2026-10-05T02:30:00+11:00"},
	} {
		z, target := zone(t, c.zone), instant(t, c.target)
		e := pack.Event{At: target}
		seconds := func(s countdown.State) int { return s.Hours*3600 + s.Minutes*60 + s.Seconds }
		last := countdown.At(e, target.Add(-30*time.Hour), z)
		for left := 30*time.Hour - time.Second; left > 0; left -= time.Second {
			s := countdown.At(e, target.Add(-left), z)
			switch {
			case s.Days == last.Days:
				require.Equal(t, seconds(last)-1, seconds(s), "%s before %s", left, c.target)
			default:
				require.Equal(t, last.Days-1, s.Days, "%s before %s", left, c.target)
				require.Zero(t, seconds(last))
				require.Contains(t, []int{23*3600 - 1, 23*3600 + 1799, 24*3600 - 1, 24*3600 + 1799, 25*3600 - 1}, seconds(s))
			}
			last = s
		}
	}
}

// TestNextChange walks from change to change: nothing differs just before one,
// and something does at it. The instants lie between whole seconds too.
func TestNextChange(t *testing.T) {
	odd := event(t, `"at":"2026-03-08T09:59:59.75Z"`)
	for _, name := range []string{losAngeles, lordHowe, kathmandu} {
		z := zone(t, name)
		for _, e := range []pack.Event{event(t, sequel), event(t, birthday), event(t, `"yearly":"02-29","since":2024`), odd,
			event(t, `"day":"2026-03-08","after":"up"`), event(t, `"showings":["2026-03-08T01:30","2026-03-08T02:30","2026-03-08T12:00"]`)} {
			for _, before := range []time.Duration{2500*time.Millisecond + 1, 500 * 24 * time.Hour, 1000*time.Hour + 1} {
				now := countdown.Target(e, instant(t, "2026-01-15T00:00:00Z"), z).Add(-before)
				for range 12 {
					s := countdown.At(e, now, z)
					if s.NextChange.IsZero() {
						require.Equal(t, countdown.Past, s.Phase)
						break
					}
					require.True(t, s.NextChange.After(now))
					require.Equal(t, s, countdown.At(e, s.NextChange.Add(-1), z), "nothing differs before the change")
					require.NotEqual(t, s, countdown.At(e, s.NextChange, z))
					now = s.NextChange
				}
			}
		}
	}
}

// TestNextPhase walks from phase to phase: it is the same until just before one, and another at it where time alone brings it.
func TestNextPhase(t *testing.T) {
	z := zone(t, losAngeles)
	for _, fields := range []string{sequel, birthday, `"at":"2026-03-08T09:59:59.75Z"`, `"day":"2026-03-08","after":"up"`, `"showings":["2026-03-08T01:30","2026-03-08T02:30","2026-03-08T12:00"]`} {
		e := event(t, fields)
		now := countdown.Target(e, instant(t, "2026-01-15T00:00:00Z"), z).Add(-367 * 24 * time.Hour)
		var met []string
		for range 40 {
			s := countdown.At(e, now, z)
			met = append(met, s.Phase.Name())
			next := s.NextPhase()
			if next.IsZero() {
				require.Equal(t, countdown.Past, s.Phase)
				break
			}
			require.False(t, next.Before(s.NextChange))
			require.Equal(t, s.Phase, countdown.At(e, next.Add(-1), z).Phase, "%s: nothing differs before it", fields)
			if s.Phase != countdown.Far && s.Phase != countdown.Since {
				require.NotEqual(t, s.Phase, countdown.At(e, next, z).Phase, "%s: it is another at it", fields)
			}
			now = next
		}
		for _, name := range []string{"near", "last-day", "last-minute", "last-ten", "now"} {
			assert.Contains(t, met, name, fields)
		}
	}
	assert.Zero(t, countdown.State{}.NextPhase())
}

// TestSpan holds that a zone is known for all that is counted to, so that a date far off has the offset that it will have.
func TestSpan(t *testing.T) {
	now := instant(t, "2026-11-25T00:00:00Z")
	events := []pack.Event{event(t, `"at":"2040-07-01T00:00:00-07:00"`), event(t, `"day":"2020-01-15"`), event(t, `"at":"9999-12-31T00:00:00Z"`), event(t, birthday)}
	from, to := countdown.Span(events[:2], now)
	assert.Equal(t, instant(t, "2019-01-15T00:00:00Z"), from)
	assert.Equal(t, instant(t, "2041-07-01T07:00:00Z"), to.UTC())
	z := countdown.Probe(losAngeles, offsets(t, losAngeles), from, to)
	assert.Equal(t, 0, z.Wall(events[0].At).Hour())
	from, to = countdown.Span(events, now)
	assert.True(t, to.Sub(from) < 60*366*24*time.Hour, "not to the end of all time")
	from, to = countdown.Span(nil, now)
	assert.Equal(t, instant(t, "2025-11-25T00:00:00Z"), from)
	assert.Equal(t, instant(t, "2036-11-25T00:00:00Z"), to)
}

func TestShowings(t *testing.T) {
	const cinema = `"showings":["2026-02-14T22:15","2026-02-14T19:30","2026-02-15T17:00Z"]`
	for _, c := range []struct{ now, target, phase string }{
		{"2026-02-14T10:00:00Z", "2026-02-14T19:30:00Z", "last-day"},
		{"2026-02-14T19:30:59Z", "2026-02-14T19:30:00Z", "now"},
		{"2026-02-14T19:31:00Z", "2026-02-14T22:15:00Z", "last-day"},
		{"2026-02-14T22:16:00Z", "2026-02-15T17:00:00Z", "last-day"},
		{"2026-02-15T17:01:00Z", "2026-02-15T17:00:00Z", "today"},
		{"2026-02-16T00:00:00Z", "2026-02-15T17:00:00Z", "past"},
	} {
		s := countdown.At(event(t, cinema), instant(t, c.now), countdown.Zone{})
		assert.Equal(t, instant(t, c.target), s.Target, c.now)
		assert.Equal(t, c.phase, s.Phase.Name(), c.now)
	}
	// On another wall the local ones are at another instant, and the one with an offset is not.
	z := zone(t, saigon)
	assert.Equal(t, instant(t, "2026-02-14T19:30:00+07:00"), countdown.Target(event(t, cinema), instant(t, "2026-02-14T10:00:00Z"), z))
	assert.Equal(t, instant(t, "2026-02-15T17:00:00Z"), countdown.Target(event(t, cinema), instant(t, "2026-02-15T10:00:00Z"), z))
}

// TestNext holds what is shown of several.
func TestNext(t *testing.T) {
	film, party, late := `"at":"2026-02-14T08:00:00Z"`, `"at":"2026-02-14T20:00:00Z"`, `"day":"2026-03-01"`
	for _, c := range []struct {
		name   string
		events []string
		now    string
		next   int
		change string
	}{
		{"none", nil, "2026-01-01T00:00:00Z", -1, ""},
		{"the first to come", []string{late, film}, "2026-01-01T00:00:00Z", 1, "2026-02-14T08:00:00Z"},
		{"of two at once the first listed", []string{film, film}, "2026-01-01T00:00:00Z", 0, "2026-02-14T08:00:00Z"},
		{"through its day", []string{film, party}, "2026-02-14T19:59:59Z", 0, "2026-02-14T20:00:00Z"},
		{"to the end of its day", []string{film, late}, "2026-02-14T19:59:59Z", 0, "2026-02-15T00:00:00Z"},
		{"the later of two on a day, from its instant on", []string{film, party}, "2026-02-14T20:00:00Z", 1, ""},
		{"then the next", []string{film, late}, "2026-02-15T00:00:00Z", 1, "2026-03-01T00:00:00Z"},
		{"with none to come the latest", []string{film, party}, "2026-02-16T00:00:00Z", 1, ""},
		{"of two past at once the first listed", []string{film, film}, "2026-02-16T00:00:00Z", 0, ""},
		{"one that stays", []string{film + `,"after":"stay"`, late}, "2026-02-16T00:00:00Z", 0, "2026-03-01T00:00:00Z"},
		{"one that counts up", []string{late, film + `,"after":"up"`}, "2026-02-16T00:00:00Z", 1, "2026-03-01T00:00:00Z"},
		{"until the next has come", []string{film + `,"after":"stay"`, late}, "2026-03-01T00:00:00Z", 1, ""},
		{"and for good where that goes on to nothing", []string{film + `,"after":"stay"`, late}, "2026-03-02T00:00:00Z", 1, ""},
		{"the birthday after the sequel's date", []string{sequel, birthday}, "2026-02-15T00:00:00Z", 1, "2026-07-29T00:00:00Z"},
		{"the birthday on its day", []string{sequel, birthday}, "2026-07-29T12:00:00Z", 1, ""},
		{"the birthday again", []string{sequel, birthday}, "2026-07-30T00:00:00Z", 1, "2027-07-29T00:00:00Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var events []pack.Event
			for _, e := range c.events {
				events = append(events, event(t, e))
			}
			next, change := countdown.Next(events, instant(t, c.now), countdown.Zone{})
			assert.Equal(t, c.next, next)
			if c.change == "" {
				assert.Zero(t, change)
			} else {
				assert.Equal(t, instant(t, c.change), change)
			}
		})
	}
}
