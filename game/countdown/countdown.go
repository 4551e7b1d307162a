// Package countdown holds the rules of counting to an event: from the time now,
// an event and the offsets of the viewer's zone it tells the phase, the parts
// to show and when they change next. It reads no clock and no zone database.
//
// Days, months and years are those of a calendar on the viewer's wall, counted
// back from the target: "3 days" are left when the clock on the wall shows the
// target's time of day, three dates before. A month that is too short has its
// last day instead. What is left of a day is time as it passes, so the night in
// which clocks are put forward takes an hour off it, and zero shows at zero. A
// time on the wall that is skipped or comes twice is read as in RFC 5545 and in
// ECMAScript; Zone.Instant says how.
package countdown

import (
	"time"

	"houselights/game/pack"
)

// Phase is where the time now stands to an event.
type Phase int

// The phases, in their order. A count passes through all from Far to Today, then
// to one of the last three, by pack.After; a yearly one from Anniversary to Near.
const (
	Unknown     Phase = iota // what the clock says cannot be
	Far                      // more than 365 days are left: years, months and days are shown, and no clock
	Near                     // days and a clock
	LastDay                  // less than 24 hours
	LastMinute               // 60 seconds or less
	LastTen                  // ten seconds or less
	Now                      // the first minute
	Today                    // to the end of that day, on the viewer's wall
	Past                     // that is over, and nothing is counted
	Since                    // counts the days after it
	Anniversary              // the same day of the month, from a year after it on
)

// Name is the word that the page is told for a phase: "last-day".
func (p Phase) Name() string {
	return [...]string{"unknown", "far", "near", "last-day", "last-minute", "last-ten", "now", "today", "past", "since", "anniversary"}[p]
}

// Before reports whether the target is still to come.
func (p Phase) Before() bool { return Far <= p && p <= LastTen }

// Earliest is when this rule was written: a clock that shows less has lost its battery, and is not to be counted from.
var Earliest = time.Date(2024, time.January, 1, 0, 0, 0, 0, time.UTC)

// State is all that a countdown shows. Two states are equal with == when they
// look the same and change at the same instant.
type State struct {
	Phase  Phase
	Target time.Time // in UTC; zero while Unknown
	// What is left, the seconds rounded up, so that zero shows at zero and not a second early; all zero from the target
	// on, but for the days since it where they are counted. Years and Months count in Far alone, the clock in Near to LastTen. Hours may be 24 on
	// the day that clocks are put back.
	Years, Months, Days, Hours, Minutes, Seconds int
	// Fraction is the ring's filled part, 0 to 1: of the last 365 days up to Near, of 24 hours in the LastDay, of a minute
	// after that; all of it from the target on.
	Fraction   float64
	Number     int       // the how manieth year: of a yearly event, of an Anniversary; 0 without one
	NextChange time.Time // when the state is another, in UTC; zero for never
}

// NextPhase is when the phase may be another, at the soonest, in UTC; zero for never. It is never sooner than NextChange.
func (s State) NextPhase() time.Time {
	var left time.Duration // when it comes, seconds
	switch s.Phase {
	case Near:
		left = day - 1
	case LastDay:
		left = minute
	case LastMinute:
		left = 10
	case LastTen:
	default:
		return s.NextChange
	}
	return s.Target.Add(-left * time.Second)
}

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour
	month  = 2629746 // seconds, on the average of 400 years
	year   = 365     // days, from which on a target is Far
)

// At returns the state of the count to an event at the time now. It believes any clock; what is before Earliest its caller
// has to tell from the rest.
func At(e pack.Event, now time.Time, z Zone) State {
	target, number := occurrence(e, now, z)
	s := State{Target: target, Number: number, Fraction: 1}
	if now.Before(target) {
		s.count(now, z)
		return s
	}
	opened, tonight := target.Add(minute*time.Second), z.dayEnd(target)
	switch {
	case now.Before(opened):
		s.Phase, s.NextChange = Now, opened
	case now.Before(tonight):
		s.Phase, s.NextChange = Today, tonight
		if number > 0 && e.Status != pack.Reported {
			s.Phase = Anniversary
		}
	case e.After == pack.CountUp && e.Status != pack.Reported: // there are no days since what nobody knows to have been
		s.countUp(now, z)
	default:
		s.Phase = Past
	}
	return s
}

// count fills in what is left.
func (s *State) count(now time.Time, z Zone) {
	left := secondsUp(now, s.Target)
	// What is shown holds for a second that ends here.
	shown := time.Unix(s.Target.Unix()-left, int64(s.Target.Nanosecond())).UTC()
	wall := z.Wall(s.Target)
	back := func(months, days int) time.Time {
		if months == 0 && days == 0 {
			return s.Target
		}
		y, m, d := wall.Date()
		first := time.Date(y, m-time.Month(months), 1, 0, 0, 0, 0, time.UTC)
		d = min(d, lastDay(first.Year(), first.Month()))
		return z.instant(time.Date(first.Year(), first.Month(), d-days, wall.Hour(), wall.Minute(), wall.Second(), wall.Nanosecond(), time.UTC))
	}
	// most returns the largest n, from a start that is too large, for which so much before the target is not past yet.
	most := func(n int, before func(int) time.Time) int {
		for n > 0 && before(n).Before(shown) {
			n--
		}
		return n
	}
	months := 0
	days := most(int(left/day)+2, func(n int) time.Time { return back(0, n) })
	if yearAgo := back(0, year); shown.Before(yearAgo) {
		s.Phase = Far
		months = most(int(left/month)+2, func(n int) time.Time { return back(n, 0) })
		days = most(31, func(n int) time.Time { return back(months, n) })
		s.Years, s.Months = months/12, months%12
		s.NextChange = sooner(back(months, days).Add(time.Second), yearAgo)
		s.Days, s.Fraction = days, fraction(left, year*day)
		return
	}
	clock := int(secondsUp(shown, back(0, days)))
	s.Days, s.Hours, s.Minutes, s.Seconds = days, clock/hour, clock%hour/minute, clock%minute
	s.NextChange = shown.Add(time.Second)
	var whole int64
	switch {
	case left <= 10:
		s.Phase, whole = LastTen, minute
	case left <= minute:
		s.Phase, whole = LastMinute, minute
	case left < day:
		s.Phase, whole = LastDay, day
	default:
		s.Phase, whole = Near, year*day
	}
	s.Fraction = fraction(left, whole)
}

func fraction(left, whole int64) float64 { return max(0, 1-float64(left)/float64(whole)) }

// countUp fills in what has passed: dates on the wall, whatever the time of day.
func (s *State) countUp(now time.Time, z Zone) {
	s.Phase, s.NextChange = Since, z.dayEnd(now)
	then, today := date(z.Wall(s.Target)), date(z.Wall(now))
	s.Days = int((today.Unix() - then.Unix()) / day)
	if y, m, d := today.Date(); m == then.Month() && d == min(then.Day(), lastDay(y, m)) && y > then.Year() {
		s.Phase, s.Number = Anniversary, y-then.Year()
	}
}

// Target returns the instant to count to, in UTC. For a yearly date that is the viewer's local midnight: today's all
// through the day, else the next one, and none before the year of the first. Of showings it is the one that has begun
// within this minute, else the next, else the last.
func Target(e pack.Event, now time.Time, z Zone) time.Time {
	target, _ := occurrence(e, now, z)
	return target
}

// occurrence returns the target and the number of the anniversary.
func occurrence(e pack.Event, now time.Time, z Zone) (target time.Time, years int) {
	switch {
	case !e.At.IsZero():
		return e.At.UTC(), 0
	case !e.Day.IsZero():
		return z.instant(e.Day), 0
	case len(e.Showings) > 0:
		return showing(e.Showings, now, z), 0
	}
	// From last year on: where a zone skips 31 December, the day of that year
	// begins in the next.
	year := max(z.Wall(now).Year()-1, e.Yearly.Since)
	for ; ; year++ {
		target = z.Instant(year, e.Yearly.Month, min(e.Yearly.Day, lastDay(year, e.Yearly.Month)), 0, 0)
		if now.Before(z.dayEnd(target)) {
			break
		}
	}
	if e.Yearly.Since != 0 {
		years = year - e.Yearly.Since
	}
	return target, years
}

// showing returns the first that is not over within a minute, else the last.
func showing(all []pack.Showing, now time.Time, z Zone) time.Time {
	var next, last time.Time
	for _, one := range all {
		at := one.Time.UTC()
		if one.Local {
			at = z.instant(one.Time)
		}
		if at.After(last) {
			last = at
		}
		if now.Before(at.Add(minute * time.Second)) {
			next = sooner(next, at)
		}
	}
	if next.IsZero() {
		return last
	}
	return next
}

// Next returns the index of the event to show, -1 where there are no events, and when that may be another at the soonest, zero
// for never.
//
// It is the one whose target has come last, through the end of that day and, where it says what comes after, from then on;
// else the next to come; with none to come, again the one that has come last. Of two at the same instant it is the first
// listed.
func Next(events []pack.Event, now time.Time, z Zone) (index int, change time.Time) {
	next, latest := -1, -1
	var nextTarget, latestTarget time.Time
	for i, e := range events {
		target := Target(e, now, z)
		if now.Before(target) {
			if next < 0 || target.Before(nextTarget) {
				next, nextTarget = i, target
			}
		} else if latest < 0 || target.After(latestTarget) {
			latest, latestTarget = i, target
		}
	}
	if latest < 0 {
		return next, nextTarget
	}
	tonight := z.dayEnd(latestTarget)
	switch {
	case next < 0 || events[latest].After != pack.GoNext:
		return latest, nextTarget
	case now.Before(tonight):
		return latest, sooner(nextTarget, tonight)
	default:
		return next, nextTarget
	}
}

// Span returns the time over which a zone has to be known to count to the events: from a year before now and all of them to
// ten years after now and a year after all of them. What is more than forty years away is not worth the asking.
func Span(events []pack.Event, now time.Time) (from, to time.Time) {
	from, to = now.AddDate(-1, 0, 0), now.AddDate(10, 0, 0)
	reach := func(t time.Time) {
		if !t.IsZero() {
			from = sooner(from, t.AddDate(-1, 0, 0))
			if after := t.AddDate(1, 0, 0); after.After(to) {
				to = after
			}
		}
	}
	for _, e := range events {
		reach(e.At)
		reach(e.Day)
		for _, s := range e.Showings {
			reach(s.Time)
		}
	}
	if earliest := now.AddDate(-40, 0, 0); from.Before(earliest) {
		from = earliest
	}
	if latest := now.AddDate(40, 0, 0); to.After(latest) {
		to = latest
	}
	return from, to
}

// lastDay returns the number of days of a month.
func lastDay(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// date returns the midnight, in UTC, of the date that t shows in its own zone.
func date(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// sooner returns the earlier of two instants, of which zero stands for never.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
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
