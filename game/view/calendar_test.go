package view_test

import (
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
)

// calendar reads what the visitor gets for an event with a calendar library that is not ours.
func calendar(t *testing.T, p *pack.Pack, lang string, o app.Options) (name string, event ical.Event) {
	t.Helper()
	m, err := app.New(p, o)
	require.NoError(t, err)
	for _, msg := range []app.Msg{app.Placed{Around: app.Surroundings{Lang: lang}}, app.Located{Zone: countdown.Zone{Changes: []countdown.Change{{Offset: 7 * 3600}}}},
		app.Tick{Now: time.Date(2025, 11, 22, 12, 0, 0, 0, time.UTC)}} {
		m, _ = app.Update(m, msg)
	}
	name, text := newViewer(t).Calendar(m)
	read, err := ical.NewDecoder(strings.NewReader(text)).Decode()
	require.NoError(t, err)
	require.Len(t, read.Events(), 1)
	return name, read.Events()[0]
}

func text(t *testing.T, e ical.Event, name string) string {
	t.Helper()
	s, err := e.Props.Text(name)
	require.NoError(t, err)
	return s
}

// TestReportedDateCarriesItsDoubt checks what a calendar says of the sequel, in each language.
func TestReportedDateCarriesItsDoubt(t *testing.T) {
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	for lang, c := range map[string]struct{ title, doubt string }{
		"en": {"The sequel, as reported", "Reported · not confirmed by Netflix. This date has been reported. There has been no official word."},
		"es": {"Secuela, según se publicó", "Según se publicó · sin confirmar por Netflix. Esta fecha se publicó. No hay confirmación oficial."},
		"vi": {"Phần tiếp theo, theo tin đưa", "Theo tin đưa · chưa được Netflix xác nhận. Ngày này đã được đưa tin. Chưa có thông tin chính thức."},
	} {
		name, e := calendar(t, p, lang, app.Options{Event: "sequel"})
		assert.Equal(t, c.title+".ics", name)
		assert.Equal(t, c.doubt, text(t, e, ical.PropDescription))
		assert.Equal(t, "Purple Hearts · "+c.title, text(t, e, ical.PropSummary))
		assert.Equal(t, "sequel@purple-hearts.houselights", text(t, e, ical.PropUID))
		status, err := e.Status()
		require.NoError(t, err)
		assert.Equal(t, ical.EventTentative, status)
		start, err := e.DateTimeStart(time.UTC)
		require.NoError(t, err)
		assert.True(t, start.Equal(time.Date(2026, 2, 14, 8, 0, 0, 0, time.UTC)), start)
		require.Len(t, e.Children, 1)
		assert.Equal(t, ical.CompAlarm, e.Children[0].Name)
		alarm, err := e.Children[0].Props.Text(ical.PropDescription)
		require.NoError(t, err)
		assert.Contains(t, alarm, "Netflix", "the alarm as well")
	}
}

func TestCalendarKinds(t *testing.T) {
	p, err := pack.Read("town", []byte(`{"houselights":1,"title":"Town","questions":[{"ask":"?","right":true}],"events":[
		{"id":"birthday","title":"Birthday","yearly":"07-29","since":2022},
		{"id":"leap","title":"Leap day","yearly":"02-29"},
		{"id":"day","title":"A day","day":"2026-02-14","status":"confirmed","sequence":3},
		{"id":"cinema","title":"Odeon?","showings":["2026-02-14T19:30","2026-02-14T22:15"],"place":"Screen 4; row \\ B, left","link":"https://example.org/odeon"}]}`))
	require.NoError(t, err)
	for _, c := range []struct{ id, start, rule string }{
		{"birthday", "20260729", "FREQ=YEARLY"},
		{"leap", "20240229", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"},
		{"day", "20260214", ""},
		{"cinema", "20260214T123000Z", ""},
	} {
		t.Run(c.id, func(t *testing.T) {
			name, e := calendar(t, p, "en", app.Options{Event: c.id})
			assert.NotContains(t, name, "?", "no file system takes it")
			assert.Equal(t, c.start, e.Props.Get(ical.PropDateTimeStart).Value)
			rule := ""
			if r := e.Props.Get(ical.PropRecurrenceRule); r != nil {
				rule = r.Value
			}
			assert.Equal(t, c.rule, rule)
		})
	}
	_, cinema := calendar(t, p, "en", app.Options{Event: "cinema"})
	assert.Equal(t, `Screen 4; row \ B, left`, text(t, cinema, ical.PropLocation))
	_, e := calendar(t, p, "en", app.Options{Event: "day"})
	assert.Equal(t, "3", e.Props.Get(ical.PropSequence).Value)

	// Each showing is an event of its own.
	assert.Regexp(t, `^cinema-[0-9a-z]+@town\.houselights$`, text(t, cinema, ical.PropUID))

	// An event that a page gives is the same one when it has been moved.
	_, before := calendar(t, p, "en", app.Options{Event: "2026-12-05T19:30:00+01:00", EventTitle: "Our own premiere"})
	_, moved := calendar(t, p, "en", app.Options{Event: "2026-12-06T19:30:00+01:00", EventTitle: "Our own premiere"})
	assert.Equal(t, text(t, before, ical.PropUID), text(t, moved, ical.PropUID))
}

// TestWhoMayNote checks that the calendar is offered where there is a way to hand it over, and something to come.
func TestWhoMayNote(t *testing.T) {
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	for name, c := range map[string]struct {
		options app.Options
		now     string
		offered bool
	}{
		"to come":      {app.Options{Event: "sequel"}, "2025-11-22T12:00:00Z", true},
		"passed":       {app.Options{Event: "sequel"}, "2026-11-22T12:00:00Z", false},
		"kiosk":        {app.Options{Event: "sequel", Kiosk: true}, "2025-11-22T12:00:00Z", false},
		"confined":     {app.Options{Event: "sequel", Confined: true}, "2025-11-22T12:00:00Z", false},
		"unknown time": {app.Options{Event: "sequel"}, "1970-01-01T12:00:00Z", false},
	} {
		t.Run(name, func(t *testing.T) {
			c.options.Mode = "countdown"
			m, err := app.New(p, c.options)
			require.NoError(t, err)
			now, err := time.Parse(time.RFC3339, c.now)
			require.NoError(t, err)
			m, _ = app.Update(m, app.Tick{Now: now})
			root := newViewer(t).Screen(m, 720, 480).Root
			assert.Equal(t, c.offered, root.Find("calendar") != nil)
			google := root.Find("google")
			assert.Equal(t, c.offered, google != nil)
			if google != nil {
				assert.Contains(t, google.Href, "https://calendar.google.com/calendar/render?action=TEMPLATE&text=Purple%20Hearts")
				assert.Contains(t, google.Href, "20260214T080000Z/20260214T080000Z")
				assert.Contains(t, google.Href, "not%20confirmed")
			}
		})
	}
}

// TestOriginOnRequest checks that the countdown tells the clock where the event comes from, where that is another one.
func TestOriginOnRequest(t *testing.T) {
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	for _, c := range []struct {
		lang    string
		offset  int
		hours12 string
		want    string
	}{
		{"en", 3600, "", "There: 14 February 2026 · 00:00 in Los Angeles"},
		{"en", 3600, "en", "There: 14 February 2026 · 12:00 AM in Los Angeles"},
		{"es", 7 * 3600, "en", "Hora de origen: 14 de febrero de 2026 · 00:00 en Los Ángeles"},
		{"vi", 7 * 3600, "en es", "Giờ tại chỗ: 14 tháng 2, 2026 · 00:00, Los Angeles"},
		{"en", -8 * 3600, "", ""},
	} {
		m, err := app.New(p, app.Options{Event: "sequel", Mode: "countdown"})
		require.NoError(t, err)
		for _, msg := range []app.Msg{app.Placed{Around: app.Surroundings{Lang: c.lang, Hours12: c.hours12}}, app.Tick{Now: time.Date(2025, 11, 22, 12, 0, 0, 0, time.UTC)},
			app.Located{Zone: countdown.Zone{Changes: []countdown.Change{{Offset: c.offset}}}}} {
			m, _ = app.Update(m, msg)
		}
		got := ""
		if n := newViewer(t).Screen(m, 720, 480).Root.Find("origin"); n != nil {
			got = strings.ReplaceAll(n.Text.String, "\u00a0", " ")
		}
		assert.Equal(t, c.want, got)
	}
}
