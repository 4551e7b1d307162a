package pack

import (
	"fmt"
	"strings"
	"time"

	"houselights/game/iso8601"
)

func (r *reader) event(i int, v value, taken map[string]bool) Event {
	o, ok := r.object(v, entry("events", i, v),
		"id", "title", "caption", "past", "at", "zone", "yearly", "since", "status", "source")
	if !ok {
		return Event{}
	}
	e := Event{
		ID:      o.id(taken, fmt.Sprintf("e%d", i+1)),
		Title:   o.need("title", "title"),
		Caption: o.text("caption"),
		Past:    o.text("past"),
		Zone:    o.text("zone"),
		Status:  o.status(),
		Source:  o.source(),
	}
	_, at := o.field("at")
	_, yearly := o.field("yearly")
	switch {
	case at && yearly:
		o.add(o.at("yearly"), o.where, `both "at" and "yearly"`, "keep one")
	case at:
		e.At = o.instant()
	case yearly:
		e.Yearly = o.yearly()
	default:
		o.add(o.offset, o.where, "no date", `add "at", such as "2026-02-14T00:00:00-08:00", or "yearly", such as "07-29"`)
	}
	if _, since := o.field("since"); since && !yearly {
		o.add(o.at("since"), o.where, `"since" without "yearly"`, "remove it")
	} else if !since && strings.Contains(e.Caption, "{years}") {
		o.add(o.at("caption"), o.where, `"{years}" with no year to count from`, `add "yearly" and "since"`)
	}
	return e
}

// ParseInstant reads an instant as ISO 8601 writes it, with an offset, and with or without seconds:
// "2026-02-14T00:00-08:00".
func ParseInstant(s string) (t time.Time, ok bool) {
	t, ok = iso8601.Instant(s)
	return t, ok && !t.IsZero()
}

// instant reads "at".
func (o object) instant() time.Time {
	s := o.text("at")
	if t, ok := ParseInstant(s); ok {
		return t
	}
	if _, ok := iso8601.Instant(s + "Z"); ok {
		o.add(o.at("at"), o.where, "an instant with no offset: "+quote(s), "add the zone's offset from UTC on that day, such as "+s+"-08:00, or Z for UTC")
		return time.Time{}
	}
	if v, _ := o.field("at"); v.shape == aText {
		o.add(v.offset, o.where, "not an instant: "+quote(s), "write it as 2026-02-14T00:00:00-08:00")
	}
	return time.Time{}
}

func (o object) yearly() Yearly {
	y := Yearly{Since: o.whole("since", 1800, 9999, 0)}
	s := o.text("yearly")
	// Any leap year will do: 29 February is a day that some years have.
	day, ok := iso8601.Date("2024-" + s)
	if v, _ := o.field("yearly"); !ok && v.shape == aText {
		o.add(v.offset, o.where, "not a day of the year: "+quote(s), "write month and day as 07-29")
	}
	y.Month, y.Day = day.Month(), day.Day()
	return y
}
