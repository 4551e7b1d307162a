package ical_test

import (
	"io"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	reader "github.com/emersion/go-ical"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/ical"
)

var (
	stamp   = time.Date(2026, 1, 2, 3, 4, 5, 6, time.FixedZone("", 7*3600))
	pacific = time.FixedZone("PST", -8*3600)
	night   = time.Date(2026, 2, 14, 0, 0, 0, 0, pacific)
)

// vietnamese has letters of one, two and three bytes.
const vietnamese = "Mắt biếc: ngày ấy trở lại, Đêm giao thừa ở rạp phim cũ; "

// whole is an event with all that one may have.
func whole() ical.Event {
	return ical.Event{
		UID: "purple-hearts-2@houselights", Sequence: 3, Stamp: stamp,
		Summary: "Purple Hearts 2", Description: "Everywhere at once;\nmidnight, Los Angeles", Location: "Netflix", URL: "https://example.org/a;b,c?d=1#e",
		Start: night, Tentative: true, Alarm: "In an hour",
	}
}

// unfold holds a file to what RFC 5545 asks of every one, and returns its lines without the folds.
func unfold(t *testing.T, file string) []string {
	t.Helper()
	require.True(t, strings.HasSuffix(file, "\r\n"), file)
	for line := range strings.SplitSeq(strings.TrimSuffix(file, "\r\n"), "\r\n") {
		require.LessOrEqual(t, len(line), 75, line)
		require.True(t, utf8.ValidString(line), "%q", line)
		require.NotEmpty(t, line, file)
		require.Equal(t, -1, strings.IndexFunc(line, unicode.IsControl), "%q", line)
	}
	return strings.Split(strings.TrimSuffix(strings.ReplaceAll(file, "\r\n ", ""), "\r\n"), "\r\n")
}

// names returns the properties of a file in their order, what begins and ends in full.
func names(t *testing.T, e ical.Event) []string {
	t.Helper()
	lines := unfold(t, e.ICS())
	for i, line := range lines {
		if name, _, _ := strings.Cut(line, ":"); name != "BEGIN" && name != "END" {
			lines[i] = name
		}
	}
	return lines
}

// values returns what a file says under a name, as written.
func values(t *testing.T, e ical.Event, name string) (all []string) {
	t.Helper()
	for _, line := range unfold(t, e.ICS()) {
		if value, ok := strings.CutPrefix(line, name+":"); ok {
			all = append(all, value)
		}
	}
	return all
}

// read returns the event as a library reads it that is not ours.
func read(t *testing.T, e ical.Event) reader.Event {
	t.Helper()
	calendar, err := reader.NewDecoder(strings.NewReader(e.ICS())).Decode()
	require.NoError(t, err)
	require.NoError(t, reader.NewEncoder(io.Discard).Encode(calendar), "it checks that nothing is missing or too much")
	require.Len(t, calendar.Events(), 1)
	return calendar.Events()[0]
}

// plain is what must be left of a text.
func plain(text string) string {
	text = string([]rune(text)) // U+FFFD for each byte that is no UTF-8
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(text)
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }), "")
}

func TestFile(t *testing.T) {
	assert.Equal(t, []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Houselights//Countdown//EN", "CALSCALE:GREGORIAN",
		"BEGIN:VEVENT", "UID:purple-hearts-2@houselights", "DTSTAMP:20260101T200405Z", "SEQUENCE:3", "DTSTART:20260214T080000Z",
		"SUMMARY:Purple Hearts 2", `DESCRIPTION:Everywhere at once\;\nmidnight\, Los Angeles`, "LOCATION:Netflix",
		"URL:https://example.org/a;b,c?d=1#e", "STATUS:TENTATIVE", "TRANSP:TRANSPARENT",
		"BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:In an hour", "TRIGGER:-PT1H", "END:VALARM", "END:VEVENT", "END:VCALENDAR",
	}, unfold(t, whole().ICS()))
}

func TestEmptyIsLeftOut(t *testing.T) {
	e := ical.Event{UID: "a", Stamp: stamp, Start: night, Summary: "A", Alarm: "\x00", Sequence: -1}
	assert.Equal(t, []string{
		"BEGIN:VCALENDAR", "VERSION", "PRODID", "CALSCALE",
		"BEGIN:VEVENT", "UID", "DTSTAMP", "SEQUENCE", "DTSTART", "SUMMARY", "STATUS", "TRANSP", "END:VEVENT", "END:VCALENDAR",
	}, names(t, e))
	assert.Equal(t, []string{"CONFIRMED"}, values(t, e, "STATUS"))
	assert.Equal(t, []string{"0"}, values(t, e, "SEQUENCE"))
	assert.Equal(t, "https://calendar.google.com/calendar/render?action=TEMPLATE&text=A&dates=20260214T080000Z/20260214T080000Z", e.Google())
}

func TestKinds(t *testing.T) {
	at := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 20, 15, 30, 999, pacific) }
	const leap = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"
	for name, c := range map[string]struct {
		kind                     ical.Kind
		start                    time.Time
		begins, ends, rule, ring string
		dates                    string
	}{
		"instant":              {ical.Instant, at(2026, 2, 13), ":20260214T041530Z", "", "", "-PT1H", "20260214T041530Z/20260214T041530Z"},
		"instant before 1970":  {ical.Instant, at(1927, 10, 6), ":19271007T041530Z", "", "", "-PT1H", "19271007T041530Z/19271007T041530Z"},
		"instant past the end": {ical.Instant, at(9999, 12, 31), ":99991231T235959Z", "", "", "-PT1H", "99991231T235959Z/99991231T235959Z"},
		"day":                  {ical.Day, at(2026, 2, 13), ";VALUE=DATE:20260213", "20260214", "", "PT9H", "20260213/20260214"},
		"day at a year's end":  {ical.Day, at(2026, 12, 31), ";VALUE=DATE:20261231", "20270101", "", "PT9H", "20261231/20270101"},
		"28 February":          {ical.Day, at(2027, 2, 28), ";VALUE=DATE:20270228", "20270301", "", "PT9H", "20270228/20270301"},
		"29 February":          {ical.Day, at(2028, 2, 29), ";VALUE=DATE:20280229", "20280301", "", "PT9H", "20280229/20280301"},
		"day with no next":     {ical.Day, at(9999, 12, 31), ";VALUE=DATE:99991231", "", "", "PT9H", "99991231/99991231"},
		"before year 1":        {ical.Day, at(-5, 2, 3), ";VALUE=DATE:00010101", "00010102", "", "PT9H", "00010101/00010102"},
		"yearly":               {ical.Yearly, at(2026, 2, 28), ";VALUE=DATE:20260228", "20260301", "FREQ=YEARLY", "PT9H", "20260228/20260301"},
		"yearly, 29 February":  {ical.Yearly, at(2024, 2, 29), ";VALUE=DATE:20240229", "20240301", leap, "PT9H", "20240229/20240301"},
		"yearly, 29 March":     {ical.Yearly, at(2024, 3, 29), ";VALUE=DATE:20240329", "20240330", "FREQ=YEARLY", "PT9H", "20240329/20240330"},
		"yearly, beyond 9999":  {ical.Yearly, at(10000, 2, 29), ";VALUE=DATE:99991231", "", "FREQ=YEARLY", "PT9H", "99991231/99991231"},
		"a kind there is not":  {ical.Kind(9), at(2026, 2, 13), ":20260214T041530Z", "", "", "-PT1H", "20260214T041530Z/20260214T041530Z"},
	} {
		t.Run(name, func(t *testing.T) {
			e := whole()
			e.Kind, e.Start = c.kind, c.start
			file := e.ICS()
			assert.Contains(t, file, "\r\nDTSTART"+c.begins+"\r\n")
			assert.Equal(t, c.ends != "", strings.Contains(file, "\r\nDTEND;VALUE=DATE:"+c.ends+"\r\n"))
			assert.Equal(t, c.ends != "", strings.Contains(file, "DTEND"))
			assert.Equal(t, c.rule != "", strings.Contains(file, "\r\nRRULE:"+c.rule+"\r\n"))
			assert.Equal(t, c.rule != "", strings.Contains(file, "RRULE"))
			assert.Equal(t, []string{c.ring}, values(t, e, "TRIGGER"))

			link := parse(t, e)
			assert.Equal(t, c.dates, link.Get("dates"))
			assert.Equal(t, c.rule != "", link.Has("recur"))
			assert.Equal(t, c.rule, strings.TrimPrefix(link.Get("recur"), "RRULE:"))
		})
	}
}

// TestSkippedMidnight has a day whose next midnight clocks on the wall skip, as package time would go back for it.
func TestSkippedMidnight(t *testing.T) {
	brazil, err := time.LoadLocation("America/Sao_Paulo")
	require.NoError(t, err)
	e := ical.Event{UID: "a", Summary: "A", Kind: ical.Day, Start: time.Date(2018, 11, 3, 0, 0, 0, 0, brazil)}
	assert.Equal(t, []string{"20181104"}, values(t, e, "DTEND;VALUE=DATE"))
}

func TestEveryYear(t *testing.T) {
	for y := 1; y <= 9999; y++ {
		at := time.Date(y, 2, 28, 23, 59, 59, 0, time.UTC)
		for kind, want := range map[ical.Kind]string{
			ical.Instant: at.Format("20060102T150405Z"), ical.Day: at.Format("20060102"), ical.Yearly: at.Format("20060102"),
		} {
			e := ical.Event{UID: "a", Summary: "A", Kind: kind, Start: at, Stamp: at}
			file := e.ICS()
			require.True(t, strings.Contains(file, "\r\nDTSTART:"+want+"\r\n") || strings.Contains(file, "\r\nDTSTART;VALUE=DATE:"+want+"\r\n"), file)
			require.Contains(t, file, "\r\nDTSTAMP:"+at.Format("20060102T150405Z")+"\r\n")
			if next := at.AddDate(0, 0, 1).Format("20060102"); kind == ical.Day || kind == ical.Yearly {
				require.Contains(t, file, "\r\nDTEND;VALUE=DATE:"+next+"\r\n")
			}
		}
	}
}

func TestEscapes(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"nothing to escape":   {`Up "2": 50% 'off' /n`, `Up "2": 50% 'off' /n`},
		"backslash":           {`\`, `\\`},
		"backslash first":     {`\;\,\n`, `\\\;\\\,\\n`},
		"semicolon and comma": {"a;b,c", `a\;b\,c`},
		"newlines":            {"a\nb\r\nc\rd\n\re", `a\nb\nc\nd\n\ne`},
		"Unicode's newlines":  {"a\u2028b\u2029c", `a\nb\nc`},
		"a tab":               {"a\tb", "a b"},
		"control characters":  {"\x00a\x07\x0b\x0c\x1b[1m\x7f\u0085\u009fb\u00a0", "a[1mb\u00a0"},
		"control within CRLF": {"a\r\x00\nb", `a\n\nb`},
		"no UTF-8":            {"a\xffb\xc3\xe1\xbac\xed\xa0\x80", "a\uFFFDb\uFFFD\uFFFD\uFFFDc\uFFFD\uFFFD\uFFFD"},
		"spaces at the ends":  {" a ", " a "},
	} {
		t.Run(name, func(t *testing.T) {
			e := ical.Event{UID: c.text, Summary: c.text, Description: c.text, Location: c.text, Alarm: c.text}
			for _, property := range []string{"UID", "SUMMARY", "LOCATION"} {
				assert.Equal(t, []string{c.want}, values(t, e, property))
			}
			assert.Equal(t, []string{c.want, c.want}, values(t, e, "DESCRIPTION"))
		})
	}
}

func TestFold(t *testing.T) {
	for name, text := range map[string]string{"Vietnamese": strings.Repeat(vietnamese, 5), "ASCII": strings.Repeat("abc", 99), "four bytes": strings.Repeat("🎬", 70)} {
		t.Run(name, func(t *testing.T) {
			for shift := range 160 { // past two folds
				e := whole()
				e.Description = strings.Repeat("x", shift) + text
				got, err := read(t, e).Props.Text("DESCRIPTION")
				require.NoError(t, err)
				require.Equal(t, e.Description, got)
				unfold(t, e.ICS())
				lines := strings.Split(e.ICS(), "\r\n")
				for i := range lines[1:] {
					if strings.HasPrefix(lines[i+1], " ") {
						next, _ := utf8.DecodeRuneInString(lines[i+1][1:])
						require.Greater(t, len(lines[i])+utf8.RuneLen(next), 75, "%q has room for another character", lines[i])
					}
				}
			}
		})
	}
}

func TestFoldBegins(t *testing.T) {
	room := 75 - len("SUMMARY:")
	for length, lines := range map[int]int{room: 0, room + 1: 1, room + 74: 1, room + 75: 2} {
		e := ical.Event{UID: "a", Summary: strings.Repeat("x", length)}
		assert.Equal(t, lines, strings.Count(e.ICS(), "\r\n "), length)
	}
}

func TestHostile(t *testing.T) {
	hostile := "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:evil\rATTACH:https://evil.example\x00\u2028BEGIN:VALARM\u0085\x0b\x0cTRIGGER:PT0S\x1b\x7f\xff\r\n \r\n"
	for shift := range 80 {
		text := strings.Repeat("é", shift) + hostile
		e := whole()
		e.UID, e.Summary, e.Description, e.Location, e.Alarm, e.URL = text, text, text, text, text, "https://"+text
		require.Equal(t, names(t, whole()), names(t, e))
		require.Nil(t, read(t, e).Props.Get("ATTACH"))
		link := parse(t, e)
		require.Len(t, link, 5, "action, text, dates, details, location")
	}
}

func TestURL(t *testing.T) {
	for name, c := range map[string]struct{ url, want string }{
		"as it is":         {"https://user@example.org:8/(a);b,c!$&'*+~_.-?e=f&g=%20[]#h", "https://user@example.org:8/(a);b,c!$&'*+~_.-?e=f&g=%20[]#h"},
		"spaces":           {"https://example.org/a b\tc", "https://example.org/a%20b%09c"},
		"a second line":    {"https://example.org/\r\nATTACH:x", "https://example.org/%0D%0AATTACH:x"},
		"no URI's":         {`https://example.org/"<\^` + "`{|}>", "https://example.org/%22%3C%5C%5E%60%7B%7C%7D%3E"},
		"letters":          {"https://example.org/mắt", "https://example.org/m%E1%BA%AFt"},
		"no UTF-8":         {"https://example.org/\xff", "https://example.org/%FF"},
		"not safe":         {"http://example.org/", ""},
		"a script":         {"javascript:alert(1)//https://", ""},
		"a space in front": {" https://example.org/", ""},
		"none":             {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			e := whole()
			e.URL = c.url
			details := e.Description
			if c.want == "" {
				assert.Empty(t, values(t, e, "URL"))
			} else {
				assert.Equal(t, []string{c.want}, values(t, e, "URL"))
				details += "\n" + c.want
			}
			assert.Equal(t, details, parse(t, e).Get("details"))
		})
	}
}

// TestReader has a library that is not ours read each kind, in a place far from where the file was made.
func TestReader(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*3600)
	for name, c := range map[string]struct {
		kind  ical.Kind
		start time.Time
		want  time.Time // as a viewer in Tokyo has it
		ring  time.Duration
		years []string
	}{
		"instant": {ical.Instant, night, night, -time.Hour, nil},
		"day":     {ical.Day, night, time.Date(2026, 2, 14, 0, 0, 0, 0, tokyo), 9 * time.Hour, nil},
		"yearly": {
			ical.Yearly, night, time.Date(2026, 2, 14, 0, 0, 0, 0, tokyo), 9 * time.Hour,
			[]string{"2026-02-14", "2027-02-14", "2028-02-14", "2029-02-14", "2030-02-14"},
		},
		"yearly, 29 February": {
			ical.Yearly, time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC), time.Date(2024, 2, 29, 0, 0, 0, 0, tokyo), 9 * time.Hour,
			[]string{"2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			e := whole()
			e.Kind, e.Start, e.Description = c.kind, c.start, strings.Repeat(vietnamese+"\n\\", 9)
			got := read(t, e)

			start, err := got.DateTimeStart(tokyo)
			require.NoError(t, err)
			assert.True(t, c.want.Equal(start), start)
			end, err := got.DateTimeEnd(tokyo)
			require.NoError(t, err)
			if c.kind == ical.Day || c.kind == ical.Yearly {
				assert.Equal(t, start.AddDate(0, 0, 1), end)
			} else {
				assert.Equal(t, start, end)
			}

			set, err := got.RecurrenceSet(tokyo)
			require.NoError(t, err)
			require.Equal(t, c.years != nil, set != nil)
			if set != nil {
				next := set.Iterator()
				for _, want := range c.years {
					day, ok := next()
					require.True(t, ok)
					assert.Equal(t, want, day.Format(time.DateOnly))
				}
			}

			for property, want := range map[string]string{"UID": e.UID, "SUMMARY": e.Summary, "DESCRIPTION": e.Description, "LOCATION": e.Location} {
				text, err := got.Props.Text(property)
				require.NoError(t, err)
				assert.Equal(t, want, text)
			}
			sequence, err := got.Props.Get("SEQUENCE").Int()
			require.NoError(t, err)
			assert.Equal(t, e.Sequence, sequence)
			made, err := got.Props.DateTime("DTSTAMP", nil)
			require.NoError(t, err)
			assert.True(t, made.Equal(stamp.Truncate(time.Second)), made)
			status, err := got.Status()
			require.NoError(t, err)
			assert.Equal(t, reader.EventTentative, status)
			address, err := got.Props.URI("URL")
			require.NoError(t, err)
			assert.Equal(t, e.URL, address.String())

			require.Len(t, got.Children, 1)
			alarm := got.Children[0]
			assert.Equal(t, "VALARM", alarm.Name)
			says, err := alarm.Props.Text("DESCRIPTION")
			require.NoError(t, err)
			assert.Equal(t, e.Alarm, says)
			ring, err := alarm.Props.Get("TRIGGER").Duration()
			require.NoError(t, err)
			assert.Equal(t, c.ring, ring)
		})
	}
}

// parse holds a link to Google to its form and length, and returns what it asks for.
func parse(t *testing.T, e ical.Event) url.Values {
	t.Helper()
	text := e.Google()
	require.Less(t, len(text), 2000)
	require.Empty(t, strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?&=%"), "only what needs no escape")
	link, err := url.Parse(text)
	require.NoError(t, err)
	require.Equal(t, "https://calendar.google.com/calendar/render", link.Scheme+"://"+link.Host+link.Path)
	query, err := url.ParseQuery(link.RawQuery)
	require.NoError(t, err)
	require.Equal(t, "TEMPLATE", query.Get("action"))
	for name, values := range query {
		require.Len(t, values, 1, name)
		require.True(t, utf8.ValidString(values[0]), "%s: %q", name, values[0])
	}
	return query
}

func TestGoogle(t *testing.T) {
	e := whole()
	e.Summary, e.Kind, e.Start = "Mắt & biếc+1", ical.Yearly, time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)
	assert.Equal(t, "https://calendar.google.com/calendar/render?action=TEMPLATE&text=M%E1%BA%AFt%20%26%20bi%E1%BA%BFc%2B1&dates=20240229/20240301"+
		"&details=Everywhere%20at%20once%3B%0Amidnight%2C%20Los%20Angeles%0Ahttps%3A%2F%2Fexample.org%2Fa%3Bb%2Cc%3Fd%3D1%23e&location=Netflix"+
		"&recur=RRULE%3AFREQ%3DYEARLY%3BBYMONTH%3D2%3BBYMONTHDAY%3D-1", e.Google())
}

func TestGoogleIsShort(t *testing.T) {
	long := strings.Repeat(vietnamese, 100)
	for name, c := range map[string]struct {
		change                  func(e *ical.Event)
		text, details, location bool // are cut
		url                     bool // is there
	}{
		"nothing long":     {func(*ical.Event) {}, false, false, false, true},
		"long title":       {func(e *ical.Event) { e.Summary = long }, true, false, false, true},
		"long place":       {func(e *ical.Event) { e.Location = long }, false, false, true, true},
		"long description": {func(e *ical.Event) { e.Description = long }, false, true, false, true},
		"no place":         {func(e *ical.Event) { e.Description, e.Location = long, "" }, false, true, false, true},
		"long URL":         {func(e *ical.Event) { e.URL += long }, false, false, false, false},
		"all long":         {func(e *ical.Event) { e.Summary, e.Description, e.Location = long, long, long }, true, true, true, true},
		"all and the URL":  {func(e *ical.Event) { e.Summary, e.Description, e.Location, e.URL = long, long, long, e.URL+long }, true, true, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			e := whole()
			c.change(&e)
			link := parse(t, e)
			details, hasURL := strings.CutSuffix(link.Get("details"), "\n"+e.URL)
			assert.Equal(t, c.url, hasURL)
			for _, part := range []struct {
				got, whole string
				cut        bool
			}{{link.Get("text"), e.Summary, c.text}, {details, e.Description, c.details}, {link.Get("location"), e.Location, c.location}} {
				start, cut := strings.CutSuffix(part.got, "…")
				assert.Equal(t, part.cut, cut)
				assert.True(t, strings.HasPrefix(part.whole, start))
				assert.Equal(t, part.cut, start != part.whole)
			}
			if c.details {
				assert.Greater(t, len(e.Google()), 1999-len("%E1%BA%AF"), "there is room for another character")
			}
		})
	}
}

func TestGoogleCuts(t *testing.T) {
	for _, c := range []struct{ title, want string }{
		{strings.Repeat("x", 600), strings.Repeat("x", 600)},
		{strings.Repeat("x", 601), strings.Repeat("x", 591) + "…"},
		{strings.Repeat("ắ", 67), strings.Repeat("ắ", 65) + "…"},
		{strings.Repeat("🎬", 50), strings.Repeat("🎬", 50)},
		{strings.Repeat("🎬", 50) + "\x00", strings.Repeat("🎬", 50)},
		{strings.Repeat("🎬", 51), strings.Repeat("🎬", 49) + "…"},
	} {
		assert.Equal(t, c.want, parse(t, ical.Event{UID: "a", Summary: c.title}).Get("text"))
	}
}

// TestGoogleAtTheLimit grows the URL until it leaves no room for the description, then none for itself.
func TestGoogleAtTheLimit(t *testing.T) {
	seen := map[string]bool{}
	for n := range 2000 {
		e := ical.Event{UID: "a", Summary: "A", Description: "about this", URL: "https://example.org/" + strings.Repeat("x", n), Start: night}
		switch details := parse(t, e).Get("details"); {
		case details == "about this\n"+e.URL:
			seen["both"] = true
		case details == e.URL:
			seen["the URL alone"] = true
		case details == "about this":
			seen["the description alone"] = true
		default:
			start, ok := strings.CutSuffix(details, "…\n"+e.URL)
			require.True(t, ok && strings.HasPrefix("about this", start), details)
			seen["some of the description"] = true
		}
	}
	assert.Len(t, seen, 4, seen)
}

func FuzzICS(f *testing.F) {
	f.Add("a@b", vietnamese, "a\\;,\r\nb\rc\n", "\xff\x00\t\u2028", "https://example.org/\r\n x", "\u0085", 0, int64(1771056000), 1)
	f.Add("", strings.Repeat(vietnamese, 9), strings.Repeat("\r\nEND:VEVENT", 20), strings.Repeat("🎬", 200), "https://"+strings.Repeat("ắ", 99), "\\", 3, int64(1<<40), -1)
	f.Add("x", "\\n", "\xe1\xba", " ", "http://example.org", "", 2, int64(-1<<40), 1<<40)
	f.Fuzz(func(t *testing.T, uid, summary, description, location, address, alarm string, kind int, unix int64, sequence int) {
		e := ical.Event{
			UID: uid, Sequence: sequence, Summary: summary, Description: description, Location: location, URL: address, Alarm: alarm,
			Stamp: time.Unix(unix, 0), Kind: ical.Kind(kind), Start: time.Unix(unix, 0).In(pacific),
		}
		lines := unfold(t, e.ICS())
		require.LessOrEqual(t, len(lines), 25)
		parse(t, e)

		calendar, err := reader.NewDecoder(strings.NewReader(e.ICS())).Decode()
		require.NoError(t, err)
		require.Len(t, calendar.Events(), 1)
		event := calendar.Events()[0]
		for property, text := range map[string]string{"UID": uid, "SUMMARY": summary, "DESCRIPTION": description, "LOCATION": location} {
			got, err := event.Props.Text(property)
			require.NoError(t, err)
			require.Equal(t, plain(text), got)
		}
		_, err = event.DateTimeStart(nil)
		require.NoError(t, err)
		require.Equal(t, plain(alarm) != "", len(event.Children) == 1)
		for _, child := range event.Children {
			got, err := child.Props.Text("DESCRIPTION")
			require.NoError(t, err)
			require.Equal(t, plain(alarm), got)
		}
		if address, ok := strings.CutPrefix(address, "https://"); ok {
			got := event.Props.Get("URL").Value
			require.Equal(t, -1, strings.IndexFunc(got, func(r rune) bool { return r <= ' ' || r > '~' }))
			require.LessOrEqual(t, len(address), len(got))
		} else {
			require.Nil(t, event.Props.Get("URL"))
		}
	})
}
