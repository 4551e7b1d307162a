package view_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the tests run on machines without a zone database too

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/view"
)

// vectors are what the game's countdown and the poster's, web/poster, must both find and say: web/tests/vectors.test.ts reads
// the same file. What a case asks is written by hand; what comes of it is written by -update, and held by the tables of
// game/countdown and by a calendar library that is not ours, in the same file. Instants are to the millisecond.
type vectors struct {
	Title  string            `json:"title"` // of the pack
	Events []json.RawMessage `json:"events"`
	// Zones are the offsets that zones of the zone database have: from a Unix second on, seconds ahead of UTC.
	Zones map[string][][2]int64 `json:"zones"`
	Cases []vector              `json:"cases"`
}

type vector struct {
	Name   string   `json:"name"`
	Zone   string   `json:"zone"`
	Now    string   `json:"now"`
	Locale string   `json:"locale"` // of the browser
	Lang   string   `json:"lang"`
	Events []string `json:"events"` // by id, in the pack's order
	Next   string   `json:"next"`   // the id; "" for none, and then there is no state
	State  *state   `json:"state,omitempty"`
	Says   *said    `json:"says,omitempty"`
}

type state struct {
	Phase    string  `json:"phase"`
	Target   string  `json:"target"`
	Left     [6]int  `json:"left"` // years, months, days, hours, minutes, seconds
	Fraction float64 `json:"fraction"`
	Number   int     `json:"number"`
	Change   string  `json:"change"` // "" for never
}

type said struct {
	Title  string `json:"title"`
	Status string `json:"status"`
	When   string `json:"when"`
	Face   string `json:"face"` // the lines in the disc, parted by " | "
	Note   string `json:"note"`
}

// phaseNames are in the order of the phases, here and in web/poster/count.ts.
var phaseNames = []string{"unknown", "far", "near", "last day", "last minute", "last ten", "now", "today", "past", "since", "anniversary"}

func TestVectors(t *testing.T) {
	path := filepath.Join("..", "countdown", "testdata", "vectors.json")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var v vectors
	require.NoError(t, json.Unmarshal(data, &v))
	if *update {
		v.Zones = zones(t, v.Cases)
	}
	viewer := newViewer(t)
	got := v
	got.Cases = slices.Clone(v.Cases)
	for i, c := range v.Cases {
		got.Cases[i] = v.find(t, viewer, c)
	}
	if *update {
		require.NoError(t, os.WriteFile(path, got.encode(t), 0o644))
		return
	}
	require.GreaterOrEqual(t, len(v.Cases), 200)
	seen := map[string]bool{}
	for i, c := range v.Cases {
		assert.Equal(t, c, got.Cases[i], "%s: go test ./game/view -update writes the file anew: read what it writes", c.Name)
		if c.State != nil {
			seen[c.State.Phase] = true
		}
	}
	for _, phase := range phaseNames[1:] {
		assert.True(t, seen[phase], "no vector is in the phase %q", phase)
	}
}

// find returns the case with what comes of it.
func (v vectors) find(t *testing.T, viewer view.Viewer, c vector) vector {
	list := []json.RawMessage{}
	for _, id := range c.Events {
		i := slices.IndexFunc(v.Events, func(e json.RawMessage) bool { return strings.Contains(string(e), `"id": "`+id+`"`) })
		require.GreaterOrEqual(t, i, 0, "%s: event %s", c.Name, id)
		list = append(list, v.Events[i])
	}
	text, err := json.Marshal(map[string]any{"houselights": 1, "title": v.Title, "events": list,
		"questions": []any{map[string]any{"ask": "?", "right": true}}})
	require.NoError(t, err)
	p, err := pack.Read("test", text)
	require.NoError(t, err)
	now, err := time.Parse(time.RFC3339Nano, c.Now)
	require.NoError(t, err)
	z := countdown.Zone{Name: c.Zone}
	for _, change := range v.Zones[c.Zone] {
		z.Changes = append(z.Changes, countdown.Change{From: change[0], Offset: int(change[1])})
	}

	next, _ := countdown.Next(p.Events, now, z)
	c.Next, c.State, c.Says = "", nil, nil
	if next < 0 {
		return c
	}
	c.Next = p.Events[next].ID
	s := countdown.At(p.Events[next], now, z)
	c.State = &state{phaseNames[s.Phase], iso(s.Target), [6]int{s.Years, s.Months, s.Days, s.Hours, s.Minutes, s.Seconds}, s.Fraction, s.Number, iso(s.NextChange)}
	c.Says = says(t, viewer, p, now, z, c)
	return c
}

// says is what the home screen says.
func says(t *testing.T, v view.Viewer, p *pack.Pack, now time.Time, z countdown.Zone, c vector) *said {
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	around := app.Surroundings{Lang: c.Lang}
	if c.Lang == "en" && c.Locale != "en-GB" || c.Lang == "es" && c.Locale == "es-MX" {
		around.Hours12 = c.Lang
	}
	for _, msg := range []app.Msg{app.Placed{Around: around}, app.Located{Zone: z}, app.Tick{Now: now}} {
		m, _ = app.Update(m, msg)
	}
	root := v.Screen(m, 720, 480).Root
	said := &said{Title: root.Find("title").Name, When: strings.ReplaceAll(root.Find("when").Text.String, "\u00a0· ", " · ")}
	if n := root.Find("status"); n != nil {
		said.Status = n.Text.String
	}
	if n := root.Find("note"); n != nil {
		said.Note = n.Text.String
	}
	var lines []string
	for _, line := range root.Find("count").Children {
		lines = append(lines, line.Text.String)
	}
	said.Face = strings.Join(lines, " | ")
	return said
}

func iso(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339Nano)
}

// zones asks Go's own zone database for five years around each case.
func zones(t *testing.T, cases []vector) map[string][][2]int64 {
	spans := map[string][2]time.Time{}
	for _, c := range cases {
		now, err := time.Parse(time.RFC3339Nano, c.Now)
		require.NoError(t, err)
		from, to := now.AddDate(-2, 0, 0), now.AddDate(5, 0, 0)
		if span, ok := spans[c.Zone]; ok {
			if span[0].Before(from) {
				from = span[0]
			}
			if span[1].After(to) {
				to = span[1]
			}
		}
		spans[c.Zone] = [2]time.Time{from, to}
	}
	tables := map[string][][2]int64{}
	for name, span := range spans {
		place, err := time.LoadLocation(name)
		require.NoError(t, err)
		offset := func(unix int64) int {
			_, seconds := time.Unix(unix, 0).In(place).Zone()
			return seconds
		}
		table := [][2]int64{}
		for _, c := range countdown.Probe(name, offset, span[0], span[1]).Changes {
			table = append(table, [2]int64{c.From, int64(c.Offset)})
		}
		tables[name] = table
	}
	return tables
}

// encode writes a line an event, a zone and a case.
func (v vectors) encode(t *testing.T) []byte {
	var b bytes.Buffer
	line := func(value any) string {
		var one bytes.Buffer
		encoder := json.NewEncoder(&one)
		encoder.SetEscapeHTML(false)
		require.NoError(t, encoder.Encode(value))
		return strings.TrimSpace(one.String())
	}
	b.WriteString(`{"title": ` + line(v.Title) + ", \"events\": [\n")
	for i, e := range v.Events {
		b.WriteString("  " + string(e))
		b.WriteString(map[bool]string{true: ",\n", false: "\n"}[i+1 < len(v.Events)])
	}
	b.WriteString("], \"zones\": {\n")
	names := make([]string, 0, len(v.Zones))
	for name := range v.Zones {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		b.WriteString("  " + line(name) + ": " + line(v.Zones[name]))
		b.WriteString(map[bool]string{true: ",\n", false: "\n"}[i+1 < len(names)])
	}
	b.WriteString("}, \"cases\": [\n")
	for i, c := range v.Cases {
		b.WriteString("  " + line(c))
		b.WriteString(map[bool]string{true: ",\n", false: "\n"}[i+1 < len(v.Cases)])
	}
	b.WriteString("]}\n")
	return b.Bytes()
}
