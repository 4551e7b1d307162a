package pack

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"houselights/game/iso8601"
)

func (r *reader) event(i int, v value, taken map[string]bool) Event {
	o, ok := r.object(v, entry("events", i, v), "id", "title", "caption", "past", "at", "day", "yearly", "since", "showings", "zone",
		"after", "status", "by", "place", "link", "sequence", "source")
	if !ok {
		return Event{}
	}
	e := Event{
		ID:       o.id(taken, fmt.Sprintf("e%d", i+1)),
		Title:    o.need("title", "title"),
		Caption:  o.text("caption"),
		Past:     o.text("past"),
		Zone:     o.text("zone"),
		After:    o.after(),
		Status:   o.status(),
		By:       o.text("by"),
		Place:    o.text("place"),
		Link:     o.link("link"),
		Sequence: o.whole("sequence", 0, 9999, 0),
		Source:   o.source(),
	}
	switch o.when() {
	case "at":
		e.At = o.instant()
	case "day":
		e.Day = o.day()
	case "yearly":
		e.Yearly = o.yearly()
	case "showings":
		e.Showings = o.showings()
	}
	o.goWith("zone", "at")
	o.goWith("since", "yearly")
	if _, since := o.field("since"); !since && strings.Contains(e.Caption, "{years}") {
		o.add(o.at("caption"), o.where, `"{years}" with no year to count from`, `add "yearly" and "since"`)
	}
	return e
}

// when returns the name of the one field that says when the event is.
func (o object) when() string {
	found := ""
	for _, name := range []string{"at", "day", "yearly", "showings"} {
		if _, ok := o.field(name); !ok {
			continue
		}
		if found != "" {
			o.add(o.at(name), o.where, "both "+strconv.Quote(found)+" and "+strconv.Quote(name), "keep one")
			return ""
		}
		found = name
	}
	if found == "" {
		o.add(o.offset, o.where, "no date", `add "at", such as "2026-02-14T00:00:00-08:00", "day", such as "2026-02-14", "yearly", such as "07-29", or "showings"`)
	}
	return found
}

// goWith reports a field that means nothing without another one.
func (o object) goWith(name, other string) {
	_, given := o.field(name)
	if _, ok := o.field(other); given && !ok {
		o.add(o.at(name), o.where, strconv.Quote(name)+" without "+strconv.Quote(other), "remove it")
	}
}

func (o object) after() After {
	s := o.text("after")
	switch After(s) {
	case GoNext, Stay, CountUp:
		return After(s)
	case "next":
		return GoNext
	}
	o.add(o.at("after"), o.where, "unknown way on "+quote(s), suggest(s, []string{"next", string(Stay), string(CountUp)}))
	return GoNext
}

// link returns an address that must be https.
func (o object) link(name string) string {
	s := o.text(name)
	if s != "" && !isHTTPS(s) {
		o.add(o.at(name), o.where, "not an https address: "+quote(s), "write one that begins with https://")
		return ""
	}
	return s
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
	if _, ok := iso8601.Date(s); ok {
		o.add(o.at("at"), o.where, "a date with no time and zone: "+quote(s), `write it as "day" for each viewer's own midnight, or as `+s+"T00:00:00-08:00")
		return time.Time{}
	}
	if v, _ := o.field("at"); v.shape == aText {
		o.add(v.offset, o.where, "not an instant: "+quote(s), "write it as 2026-02-14T00:00:00-08:00")
	}
	return time.Time{}
}

// day reads "day".
func (o object) day() time.Time {
	s := o.text("day")
	t, ok := iso8601.Date(s)
	if v, _ := o.field("day"); (!ok || t.IsZero()) && v.shape == aText {
		o.add(v.offset, o.where, "not a date: "+quote(s), "write it as 2026-02-14")
	}
	return t
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

// showings reads a list of times, each with its offset or, without one, on the viewer's wall.
func (o object) showings() []Showing {
	items, isList := o.list("showings")
	if isList && len(items) == 0 {
		o.add(o.at("showings"), o.where, "no showings", "add some, such as 2026-02-14T19:30")
	}
	if len(items) > maxShowings {
		o.add(items[maxShowings].offset, o.where, fmt.Sprintf("%d showings", len(items)), fmt.Sprintf("keep %d at most", maxShowings))
		items = items[:maxShowings]
	}
	var all []Showing
	for i, v := range items {
		s := clean(v.text)
		if t, ok := ParseInstant(s); ok && v.shape == aText {
			all = append(all, Showing{Time: t})
		} else if t, ok := ParseInstant(s + "Z"); ok && v.shape == aText {
			all = append(all, Showing{Time: t, Local: true})
		} else {
			o.add(v.offset, o.where, fmt.Sprintf(`"showings"[%d] is no time`, i), "write it as 2026-02-14T19:30, the time on the wall, or with an offset")
		}
	}
	return all
}
