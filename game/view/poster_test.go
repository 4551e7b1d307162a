package view_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the tests run on machines without a zone database too

	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/view"
)

// said is what the home screen says of a count. The poster, web/poster/words.ts, must say the same of the same event at
// the same time: web/tests/words.test.ts reads the golden file.
type said struct {
	Title  string `json:"title"`
	Status string `json:"status"`
	When   string `json:"when"`
	Face   string `json:"face"` // the lines in the disc, parted by " | "
}

type posterCase struct {
	Name  string          `json:"name"`
	Zone  string          `json:"zone"`
	Now   string          `json:"now"`
	Event string          `json:"event"`           // by id, or the instant that a page gives
	Title string          `json:"title,omitempty"` // that the page gives
	Says  map[string]said `json:"says"`            // by language
}

// TestPosterWords holds the home screen's words on the built-in pack against testdata/poster.json.
func TestPosterWords(t *testing.T) {
	const page = "2026-12-05T19:30:00+01:00"
	cases := []posterCase{
		{Name: "the sequel to come", Zone: "America/Los_Angeles", Now: "2025-11-22T00:18:34Z", Event: "sequel"},
		{Name: "a day and a bit", Zone: "Asia/Kathmandu", Now: "2026-02-12T21:57:56-08:00", Event: "sequel"},
		{Name: "the last day", Zone: "Europe/London", Now: "2026-02-13T20:00:00.2Z", Event: "sequel"},
		{Name: "the reported day", Zone: "Asia/Ho_Chi_Minh", Now: "2026-02-14T20:00:00+07:00", Event: "sequel"},
		{Name: "the reported day has passed", Zone: "America/Los_Angeles", Now: "2026-11-22T16:18:34Z", Event: "sequel"},
		{Name: "the birthday to come", Zone: "Asia/Ho_Chi_Minh", Now: "2026-11-22T16:18:34Z", Event: "birthday"},
		{Name: "the first birthday", Zone: "UTC", Now: "2023-07-01T00:00:00Z", Event: "birthday"},
		{Name: "the film itself", Zone: "UTC", Now: "2022-07-01T00:00:00Z", Event: "birthday"},
		{Name: "the birthday", Zone: "Europe/London", Now: "2026-07-29T14:18:34+01:00", Event: "birthday"},
		{Name: "the page’s event to come", Zone: "Europe/London", Now: "2026-11-22T16:18:34Z", Event: page, Title: "Our own premiere"},
		{Name: "the page’s event, today", Zone: "UTC", Now: "2026-12-05T18:31:00Z", Event: page, Title: "Our own premiere"},
		{Name: "the page’s event is over", Zone: "UTC", Now: "2027-01-06T00:00:00Z", Event: page, Title: "Our own premiere"},
		{Name: "a page’s event without a title", Zone: "UTC", Now: "2026-11-22T16:18:34Z", Event: page},
		{Name: "days in thousands", Zone: "UTC", Now: "2026-09-01T06:00:00Z", Event: "2030-10-01T09:05:00Z"},
		{Name: "days in ten thousands", Zone: "UTC", Now: "2026-09-01T06:00:00Z", Event: "2100-05-09T09:05:00+02:00"},
	}
	v := newViewer(t)
	for i, c := range cases {
		cases[i].Says = map[string]said{}
		for _, lang := range v.Words.Languages() {
			cases[i].Says[lang] = saysAtHome(t, v, c, lang)
		}
	}
	var got bytes.Buffer
	encoder := json.NewEncoder(&got)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "\t")
	require.NoError(t, encoder.Encode(cases))
	path := filepath.Join("testdata", "poster.json")
	if *update {
		require.NoError(t, os.WriteFile(path, got.Bytes(), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "run go test ./game/view -update and read what it writes")
	require.Equal(t, string(want), got.String())
}

func saysAtHome(t *testing.T, v view.Viewer, c posterCase, lang string) said {
	t.Helper()
	p, err := assets.Pack("purple-hearts")
	require.NoError(t, err)
	m, err := app.New(p, app.Options{Event: c.Event, EventTitle: c.Title})
	require.NoError(t, err)
	now, err := time.Parse(time.RFC3339, c.Now)
	require.NoError(t, err)
	place, err := time.LoadLocation(c.Zone)
	require.NoError(t, err)
	offset := func(unix int64) int {
		_, seconds := time.Unix(unix, 0).In(place).Zone()
		return seconds
	}
	for _, msg := range []app.Msg{
		app.Placed{Around: app.Surroundings{Lang: lang}},
		app.Located{Zone: countdown.Probe(c.Zone, offset, now.AddDate(-2, 0, 0), now.AddDate(2, 0, 0))},
		app.Tick{Now: now},
	} {
		m, _ = app.Update(m, msg)
	}
	root := v.Screen(m, 720, 480).Root
	count := root.Find("count")
	s := said{Title: root.Find("title").Name, When: root.Find("when").Text.String}
	if chip := root.Find("status"); chip != nil {
		s.Status = chip.Text.String
	}
	var lines []string
	for _, line := range count.Children {
		lines = append(lines, line.Text.String)
	}
	s.Face = strings.Join(lines, " | ")
	return s
}
