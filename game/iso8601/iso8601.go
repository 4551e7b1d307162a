// Package iso8601 reads dates and instants as ISO 8601 and RFC 3339 write them. Package time reads any layout there is,
// for which the wasm would be 11 kB larger.
package iso8601

import (
	"strings"
	"time"
)

// Date reads a day, "2026-02-14", as its midnight in UTC.
func Date(s string) (day time.Time, ok bool) {
	if len(s) != len("2026-02-14") || s[4] != '-' || s[7] != '-' {
		return time.Time{}, false
	}
	y, m, d := digits(s[:4], 9999), digits(s[5:7], 12), digits(s[8:], 31)
	if y < 0 || m < 1 || d < 1 {
		return time.Time{}, false
	}
	day = time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if day.Day() != d { // 31 April has become 1 May
		return time.Time{}, false
	}
	return day, true
}

// Instant reads an instant with its offset, to the nanosecond or without seconds: "2026-02-14T00:00:00.25-08:00",
// "2026-02-14T08:00Z". The result is in that offset.
func Instant(s string) (at time.Time, ok bool) {
	date, rest, ok := strings.Cut(s, "T")
	if !ok {
		return time.Time{}, false
	}
	day, isDate := Date(date)
	wall, east, isZone := zone(rest)
	since, isClock := clock(wall)
	if !isDate || !isZone || !isClock {
		return time.Time{}, false
	}
	place := time.UTC
	if east != 0 {
		place = time.FixedZone("", int(east/time.Second))
	}
	return day.Add(since - east).In(place), true
}

// zone takes the offset, "Z" or "-08:00", from the end of a time of day.
func zone(s string) (wall string, east time.Duration, ok bool) {
	if wall, ok := strings.CutSuffix(s, "Z"); ok {
		return wall, 0, true
	}
	at := len(s) - len("-08:00")
	if at < 0 || s[at] != '+' && s[at] != '-' || s[at+3] != ':' {
		return "", 0, false
	}
	east, ok = clock(s[at+1:])
	if s[at] == '-' {
		east = -east
	}
	return s[:at], east, ok
}

// clock reads "09:30", "09:30:01" or "09:30:01.25".
func clock(s string) (since time.Duration, ok bool) {
	if len(s) < len("09:30") || s[2] != ':' {
		return 0, false
	}
	h, m := digits(s[:2], 23), digits(s[3:5], 59)
	since = time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
	if s = s[5:]; s == "" {
		return since, h >= 0 && m >= 0
	}
	if len(s) < len(":01") || s[0] != ':' {
		return 0, false
	}
	sec := digits(s[1:3], 59)
	since += time.Duration(sec) * time.Second
	if s = s[3:]; s == "" {
		return since, h >= 0 && m >= 0 && sec >= 0
	}
	if len(s) < len(".2") || s[0] != '.' || strings.Trim(s[1:], "0123456789") != "" {
		return 0, false
	}
	nanos := (s[1:] + "000000000")[:9]
	return since + time.Duration(digits(nanos, 999_999_999)), h >= 0 && m >= 0 && sec >= 0
}

// digits reads a number of digits only, -1 for what is none or beyond most.
func digits(s string, most int) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	if n > most {
		return -1
	}
	return n
}
