// Package ical tells a calendar about one event: as an iCalendar file (RFC 5545) and as a link to Google Calendar.
package ical

import (
	"strconv"
	"time"
)

// Event is what a calendar is told: one instant, or a day on every viewer's own wall.
//
// Every text is safe to take from a stranger: line breaks of any kind are kept as such, a tab becomes a space, other
// control characters are dropped, and bytes that are no UTF-8 become U+FFFD. What a text leaves empty is not written.
type Event struct {
	UID      string    // never empty, and the same for the event when its date moves
	Sequence int       // raised by the author each time that the date moves
	Stamp    time.Time // when the file is made

	Summary     string // never empty
	Description string
	Location    string
	URL         string // left out unless it begins with https://

	Kind  Kind
	Start time.Time // when it begins; Kind says what of it counts. Years 1 to 9999, what lies beyond counts as their end

	Tentative bool   // reported, not confirmed
	Alarm     string // what the alarm says an hour before, for a day at nine in its morning; "" for none
}

// Kind says what of an event's start counts.
type Kind int

const (
	Instant Kind = iota // Start is that instant, the same for everyone
	Day                 // the date of Start, a whole day
	Yearly              // that day each year; a Start on 29 February means the last of February, to be there in common years too
)

func (k Kind) wholeDay() bool { return k == Day || k == Yearly }

// How iCalendar writes dates, and instants in UTC.
const (
	date    = "20060102"
	instant = "20060102T150405Z"
)

// ICS returns the file, of type "text/calendar; charset=utf-8". An instant has no end in it, as nobody knows how long it
// takes.
func (e Event) ICS() string {
	start, end := dates(e.Kind, e.Start)
	valueType, trigger := "", "-PT1H"
	if e.Kind.wholeDay() {
		valueType, trigger = ";VALUE=DATE", "PT9H" // from the viewer's midnight
	}
	status := "CONFIRMED"
	if e.Tentative {
		status = "TENTATIVE"
	}
	file := lines([]property{
		{"BEGIN", "VCALENDAR"},
		{"VERSION", "2.0"},
		{"PRODID", "-//Houselights//Countdown//EN"},
		{"CALSCALE", "GREGORIAN"},
		{"BEGIN", "VEVENT"},
		{"UID", escape(e.UID)},
		{"DTSTAMP", years(e.Stamp.UTC()).Format(instant)},
		{"SEQUENCE", strconv.Itoa(max(0, e.Sequence))},
		{"DTSTART" + valueType, start},
		{"DTEND" + valueType, end},
		{"RRULE", rule(e.Kind, e.Start)},
		{"SUMMARY", escape(e.Summary)},
		{"DESCRIPTION", escape(e.Description)},
		{"LOCATION", escape(e.Location)},
		{"URL", uri(e.URL)},
		{"STATUS", status},
		{"TRANSP", "TRANSPARENT"}, // who has it in the calendar is not busy
	})
	if alarm := escape(e.Alarm); alarm != "" {
		file += lines([]property{
			{"BEGIN", "VALARM"},
			{"ACTION", "DISPLAY"},
			{"DESCRIPTION", alarm},
			{"TRIGGER", trigger},
			{"END", "VALARM"},
		})
	}
	return file + "END:VEVENT\r\nEND:VCALENDAR\r\n"
}

// dates returns when an event begins and, of a whole day, the day after; "" where the calendar has none.
func dates(k Kind, at time.Time) (start, end string) {
	if !k.wholeDay() {
		return years(at.UTC()).Format(instant), ""
	}
	at = years(at)
	y, m, d := at.Date()
	// In UTC, since a zone may skip the next midnight.
	if next := time.Date(y, m, d+1, 0, 0, 0, 0, time.UTC); next.Year() <= 9999 {
		end = next.Format(date)
	}
	return at.Format(date), end
}

// rule returns how an event comes again, "" if it does not.
func rule(k Kind, at time.Time) string {
	if k != Yearly {
		return ""
	}
	if _, m, d := years(at).Date(); m == time.February && d == 29 {
		return "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" // without, calendars leave common years out
	}
	return "FREQ=YEARLY"
}

// years keeps a time in the years that have four digits.
func years(t time.Time) time.Time {
	if t.Year() < 1 {
		return time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	if t.Year() > 9999 {
		return time.Date(9999, time.December, 31, 23, 59, 59, 0, time.UTC)
	}
	return t
}
