package ical

// How many characters the link may have, which every browser and messenger takes, and how many of them its title and its
// place.
const (
	linkRoom  = 1999
	titleRoom = 600
	placeRoom = 300
)

// Google returns the https link that opens Google Calendar with the event filled in, the URL at the end of its details.
// It is shorter than 2,000 characters: texts too long for that are cut and end in "…", a URL too long is left out.
// Whether an event is tentative, and its alarm, such a link cannot say.
func (e Event) Google() string {
	start, end := dates(e.Kind, e.Start)
	if end == "" {
		end = start
	}
	head := "https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + query(e.Summary, titleRoom) + "&dates=" + start + "/" + end
	tail := parameter("&location=", query(e.Location, placeRoom))
	if again := rule(e.Kind, e.Start); again != "" {
		tail += "&recur=" + percent("RRULE:"+again, unreserved)
	}
	const name = "&details="
	return head + parameter(name, details(e.Description, uri(e.URL), linkRoom-len(head)-len(name)-len(tail))) + tail
}

// parameter returns a parameter of the link, "" for an empty value.
func parameter(name, value string) string {
	if value == "" {
		return ""
	}
	return name + value
}

// details returns a description and below it an address, percent-encoded.
func details(description, address string, room int) string {
	const newline = "%0A"
	address = percent(address, unreserved)
	if address == "" || len(address) > room {
		return query(description, room)
	}
	about := query(description, room-len(newline)-len(address))
	if about == "" {
		return address
	}
	return about + newline + address
}

// query returns a text percent-encoded in at most room characters. One that is longer is cut at a character and ends
// in "…", if there is room for that.
func query(text string, room int) string {
	text = plain(text)
	whole := percent(text, unreserved)
	if len(whole) <= room {
		return whole
	}
	const ellipsis = "%E2%80%A6"
	end, next := 0, len(ellipsis) // of what fits, and with the next character
	if room < next {
		return ""
	}
	for _, r := range text {
		if next += len(percent(string(r), unreserved)); next > room {
			break
		}
		end = next - len(ellipsis)
	}
	return whole[:end] + ellipsis
}
