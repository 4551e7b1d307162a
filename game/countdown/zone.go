package countdown

import (
	"sort"
	"time"
)

// Change is a moment at which a zone's offset from UTC changes.
type Change struct {
	From   int64 // from this Unix second on …
	Offset int   // … local time is UTC plus so many seconds
}

// Zone is the offsets of a place as a table, since a browser has no zone
// database that Go could read. Changes ascend; the first covers all time before
// it too, the last all time after. The zero Zone is UTC.
type Zone struct {
	Name    string // IANA, for display
	Changes []Change
}

// Offset returns the seconds that local time is ahead of UTC at a Unix second.
func (z Zone) Offset(unix int64) int {
	if len(z.Changes) == 0 {
		return 0
	}
	after := sort.Search(len(z.Changes), func(i int) bool { return z.Changes[i].From > unix })
	return z.Changes[max(0, after-1)].Offset
}

// Wall returns the same instant as clocks on the wall show it, in a fixed
// offset that holds at t. Do not count on from it: across a change of the
// offset that would be wrong.
func (z Zone) Wall(t time.Time) time.Time {
	return t.In(time.FixedZone(z.Name, z.Offset(t.Unix())))
}

// Instant returns when clocks on the wall show a time of day, in UTC. A time
// that is skipped is read by the offset before the gap, so it comes as much
// later as the clocks are put forward; of a time that comes twice it gives the
// earlier. RFC 5545 (3.3.5) and ECMAScript do the same. Values out of range
// carry over as in time.Date.
func (z Zone) Instant(year int, month time.Month, day, hour, min int) time.Time {
	return z.instant(time.Date(year, month, day, hour, min, 0, 0, time.UTC))
}

// instant is Instant for what the fields of a time in UTC say.
func (z Zone) instant(wall time.Time) time.Time {
	var before int64 // what it is by the offset before
	for i, c := range z.Changes {
		at := wall.Unix() - int64(c.Offset)
		if i > 0 && at < c.From {
			at = before // the offset before had ended already: a gap
		} else if i+1 < len(z.Changes) && at >= z.Changes[i+1].From {
			before = at
			continue
		}
		return time.Unix(at, int64(wall.Nanosecond())).UTC()
	}
	return wall.UTC()
}

// dayEnd returns the midnight that ends the day t falls on.
func (z Zone) dayEnd(t time.Time) time.Time {
	year, month, day := z.Wall(t).Date()
	return z.Instant(year, month, day+1, 0, 0)
}

// Probe builds the table of a zone from a function that knows its offset at any
// Unix second, over the time from one instant to another. It asks day by day
// and halves a day whose ends differ down to the second, so it misses an offset
// that comes and goes within a day; there is none.
func Probe(name string, offset func(unix int64) int, from, to time.Time) Zone {
	at, end := from.Unix(), to.Unix()
	now := offset(at)
	z := Zone{Name: name, Changes: []Change{{at, now}}}
	for at < end {
		tomorrow := min(at+day, end)
		for offset(tomorrow) != now { // again, as two changes can fall on one day
			changed := tomorrow // offset(at) is now, offset(changed) is not
			for changed-at > 1 {
				if mid := at + (changed-at)/2; offset(mid) == now {
					at = mid
				} else {
					changed = mid
				}
			}
			at, now = changed, offset(changed)
			z.Changes = append(z.Changes, Change{at, now})
		}
		at = tomorrow
	}
	return z
}
