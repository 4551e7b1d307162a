package pack

import (
	"strconv"
	"strings"
	"time"

	"houselights/game/iso8601"
)

func (r *reader) event(i int, v *value, taken map[string]bool) Event {
	o, ok := r.object(v, entry("events", i, v), "id", "title", "caption", "past", "at", "day", "yearly", "since", "showings", "zone",
		"after", "status", "by", "place", "link", "sequence", "source")
	if !ok {
		return Event{}
	}
	e := Event{
		ID:       o.id(taken, "e"+strconv.Itoa(i+1)),
		Title:    o.need("title", "title", maxLine),
		Caption:  o.text("caption", maxLine),
		Past:     o.text("past", maxLine),
		Zone:     o.text("zone", maxLine),
		After:    o.after(),
		Status:   o.status(Confirmed, Reported, Released),
		By:       o.text("by", maxLine),
		Place:    o.text("place", maxLine),
		Link:     o.link("link"),
		Sequence: o.whole("sequence", 0, 9999, 0),
		Source:   o.source(),
	}
	when, ok := o.oneOf("at", "day", "yearly", "showings")
	switch when {
	case "at":
		e.At = o.instant()
	case "day":
		e.Day = o.day()
	case "yearly":
		e.Yearly = o.yearly()
	case "showings":
		e.Showings = o.showings()
	default:
		if ok {
			o.add(o.offset, o.where, "no date", `add "at", such as "2026-02-14T00:00:00-08:00", "day", such as "2026-02-14", "yearly", such as "07-29", or "showings"`)
		}
	}
	o.goWith("zone", "at")
	o.goWith("since", "yearly")
	if !o.has("since") && strings.Contains(e.Caption, "{years}") {
		o.report("caption", `"{years}" with no year to count from`, `add "yearly" and "since"`)
	}
	return e
}

func (o *object) after() After {
	s, ok := o.word("after", maxLine)
	switch After(s) {
	case Stay, CountUp:
		return After(s)
	}
	if ok && s != "next" {
		o.report("after", `unknown "after": `+quote(s), suggest(s, []string{"next", string(Stay), string(CountUp)}))
	}
	return GoNext
}

// ParseInstant reads an instant as ISO 8601 writes it, with an offset, and with or without seconds:
// "2026-02-14T00:00-08:00".
func ParseInstant(s string) (t time.Time, ok bool) {
	t, ok = iso8601.Instant(s)
	return t, ok && !t.IsZero()
}

// instant reads "at".
func (o *object) instant() time.Time {
	s, ok := o.word("at", maxLine)
	if !ok {
		return time.Time{}
	}
	if t, ok := ParseInstant(s); ok {
		return t
	}
	what, fix := "not an instant: ", "write a time that there is, as 2026-02-14T00:00:00-08:00"
	if _, ok := iso8601.Instant(s + "Z"); ok {
		what, fix = "an instant with no offset: ", "add the zone's offset from UTC on that day, such as "+s+"-08:00, or Z for UTC"
	} else if _, ok := iso8601.Date(s); ok {
		what, fix = "a date with no time and zone: ", `write it as "day" for each viewer's own midnight, or as `+s+"T00:00:00-08:00"
	}
	o.report("at", what+quote(s), fix)
	return time.Time{}
}

// day reads "day".
func (o *object) day() time.Time {
	s, given := o.word("day", maxLine)
	t, ok := iso8601.Date(s)
	if given && (!ok || t.IsZero()) {
		o.report("day", "not a date: "+quote(s), "write a day that there is, as 2026-02-14")
	}
	return t
}

func (o *object) yearly() Yearly {
	y := Yearly{Since: o.whole("since", 1800, 9999, 0)}
	s, given := o.word("yearly", maxLine)
	// Any leap year will do: 29 February is a day that some years have.
	day, ok := iso8601.Date("2024-" + s)
	if given && !ok {
		o.report("yearly", "not a day of the year: "+quote(s), "write month and day as 07-29")
	}
	y.Month, y.Day = day.Month(), day.Day()
	return y
}

// showings reads a list of times, each with its offset or, without one, on the viewer's wall.
func (o *object) showings() []Showing {
	items := o.few("showings", "showings", maxShowings)
	if v := o.field("showings"); v.shape == aList && len(items) == 0 {
		o.report("showings", "no showings", "add some, such as 2026-02-14T19:30")
	}
	var all []Showing
	for i := range items {
		v := &items[i]
		s, ok := showing(v)
		if !ok {
			o.reportNth(`"showings"`, i, v, " is no time: "+quote(v.text), "write it as 2026-02-14T19:30, the time on the wall, or with an offset")
		}
		all = append(all, s)
	}
	return all
}

func showing(v *value) (Showing, bool) {
	if v.shape != aText || len(v.text) > maxLine {
		return Showing{}, false
	}
	if t, ok := ParseInstant(v.text); ok {
		return Showing{Time: t}, true
	}
	t, ok := ParseInstant(v.text + "Z")
	return Showing{Time: t, Local: true}, ok
}
