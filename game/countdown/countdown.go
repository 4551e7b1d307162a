// Package countdown holds the rules of counting to an event: from the time now,
// an event and the offsets of the viewer's zone it tells the phase, the parts
// to show and when they change next. It reads no clock and no zone database.
package countdown

import (
	"time"

	"houselights/game/pack"
)

// Target returns the instant to count to, in UTC. For a yearly date that is the
// viewer's local midnight: today's all through the day, else the next one, and
// none before the year of the first.
func Target(e pack.Event, now time.Time, z Zone) time.Time {
	target, _ := occurrence(e, now, z)
	return target
}

// occurrence returns the target and the number of the anniversary.
func occurrence(e pack.Event, now time.Time, z Zone) (target time.Time, years int) {
	if e.Yearly == (pack.Yearly{}) {
		return e.At.UTC(), 0
	}
	// From last year on: where a zone skips 31 December, the day of that year
	// begins in the next.
	year := max(z.Wall(now).Year()-1, e.Yearly.Since)
	for ; ; year++ {
		target = z.Instant(year, e.Yearly.Month, dayIn(year, e.Yearly), 0, 0)
		if now.Before(z.dayEnd(target)) {
			break
		}
	}
	if e.Yearly.Since != 0 {
		years = year - e.Yearly.Since
	}
	return target, years
}

// dayIn returns the day of the month in a year: 29 February falls on the 28th
// when there is no 29th, so that it is kept every year and still in February.
func dayIn(year int, y pack.Yearly) int {
	last := time.Date(year, y.Month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return min(y.Day, last)
}

// Next returns the index of the event to show: the next to come, where one that
// happens today comes first; with none to come, the latest that is past; -1
// where there are no events. Of two at the same instant it is the first listed.
func Next(events []pack.Event, now time.Time, z Zone) int {
	next, latest := -1, -1
	var nextTarget, latestTarget time.Time
	for i, e := range events {
		target := Target(e, now, z)
		if phase(target, now, z) == After {
			if latest < 0 || target.After(latestTarget) {
				latest, latestTarget = i, target
			}
		} else if next < 0 || target.Before(nextTarget) {
			next, nextTarget = i, target
		}
	}
	if next < 0 {
		return latest
	}
	return next
}

// Phase is where the time now stands to an event.
type Phase int

// The phases. A yearly event goes from Today to Before, and is never After.
const (
	Before Phase = iota
	Today        // from the instant to the end of that day, on the viewer's wall
	After
)

func phase(target, now time.Time, z Zone) Phase {
	switch {
	case now.Before(target):
		return Before
	case now.Before(z.dayEnd(target)):
		return Today
	}
	return After
}

// State is all that a countdown shows. Two states are equal with == when they
// look the same and change at the same instant.
type State struct {
	Phase  Phase
	Target time.Time // in UTC
	// What is left, in whole seconds rounded up, so that zero shows at zero and
	// not a second early. A day is 24 hours. All zero from the target on.
	Days, Hours, Minutes, Seconds int
	Fraction                      float64   // the ring's filled part, 0 to 1: a year before the target to the target
	Years                         int       // the number of a yearly event's anniversary; 0 without one
	NextChange                    time.Time // when the state is another, in UTC; zero for never
}

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour
	ring   = 365 * day // the time that the ring takes to fill
)

// At returns the state of the count to an event at the time now.
func At(e pack.Event, now time.Time, z Zone) State {
	target, years := occurrence(e, now, z)
	s := State{Phase: phase(target, now, z), Target: target, Years: years, Fraction: 1}
	switch s.Phase {
	case Before:
		left := secondsUp(now, target)
		s.Days, s.Hours, s.Minutes, s.Seconds = int(left/day), int(left%day/hour), int(left%hour/minute), int(left%minute)
		s.Fraction = max(0, 1-float64(left)/ring)
		s.NextChange = time.Unix(target.Unix()-(left-1), int64(target.Nanosecond())).UTC()
	case Today:
		s.NextChange = z.dayEnd(target)
	}
	return s
}

// secondsUp returns the seconds between two instants, rounded up. Unlike
// time.Duration it has no end after 292 years.
func secondsUp(from, to time.Time) int64 {
	n := to.Unix() - from.Unix()
	if to.Nanosecond() > from.Nanosecond() {
		n++
	}
	return n
}
