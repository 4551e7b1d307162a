//go:build !js

// Twins writes pictures of a few screens of the built-in pack as the desktop paints them, and beside them what brings a page
// to the same screens. The tests of the page (web/tests) hold its canvas against them.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/draw"
	"houselights/game/draw/picture"
	"houselights/game/pack"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/xvfb"
)

// twin is a screen of which there are two pictures. The names are those that web/tests reads.
type twin struct {
	Name     string  `json:"name"`
	W        int     `json:"w"` // CSS pixels
	H        int     `json:"h"`
	Ratio    float64 `json:"ratio"` // device pixels to a CSS pixel
	Theme    string  `json:"theme"`
	Lang     string  `json:"lang"`
	Snapshot string  `json:"snapshot"` // of the visit that is taken up
	Opened   int64   `json:"opened"`   // Unix milliseconds, when the snapshot was taken and the page is opened
	Shown    int64   `json:"shown"`    // and the instant of the picture

	story string
}

const play = `tick 2026-11-22T16:18:34Z; seed 4; choose classic; start`

var twins = []twin{
	{Name: "home", W: 720, H: 480, Ratio: 1, Theme: "dark", Lang: "en", story: `tick 2025-11-22T00:18:34Z`},
	{Name: "question", W: 360, H: 640, Ratio: 2, Theme: "light", Lang: "en", story: play + `; right; next; tick 2026-11-22T16:18:38.5Z`},
	{Name: "reveal", W: 720, H: 480, Ratio: 1.5, Theme: "dark", Lang: "en", story: play + `; tick 2026-11-22T16:18:36Z; wrong`},
	{Name: "results", W: 480, H: 480, Ratio: 1, Theme: "light", Lang: "en", story: play + `; right; next; right; next; wrong; next; right; next; right; next; right; next; wrong; next; right; next; right; next; right; next`},
	{Name: "settings", W: 900, H: 700, Ratio: 1, Theme: "dark", Lang: "vi", story: `tick 2026-11-22T16:18:34Z; open settings`},
}

// later is how long after the page has been opened its picture is taken: nothing that opens it moves any more, and no
// question takes the time for one in which nobody was there (see package stage).
const later = 4 * time.Second

func main() {
	out := flag.String("out", "web/tests/out/twins", "the folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "twins:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	p, err := assets.Pack(assets.BuiltIn)
	if err != nil {
		return err
	}
	err = xvfb.Do(func() error {
		viewer, painter, err := program.Parts()
		if err != nil {
			return err
		}
		for i := range twins {
			t := &twins[i]
			m, err := t.tell(p)
			if err != nil {
				return fmt.Errorf("%s: %w", t.Name, err)
			}
			screen := viewer.Screen(m, float64(t.W), float64(t.H))
			if column := screen.Column(); column != nil && column.Content > column.Rect.H {
				return fmt.Errorf("%s: scrolls, and the scroll bar of a page is its own: choose a larger size", t.Name)
			}
			if err := picture.Write(filepath.Join(out, t.Name+".png"), picture.Paint(painter, screen, draw.State{Ratio: t.Ratio})); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	data, err := json.Marshal(twins)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "twins.json"), data, 0o644)
}

// tell notes what brings a page to the screen, and returns the model that it comes to there: a visit is taken up.
func (t *twin) tell(p *pack.Pack) (app.Model, error) {
	options := app.Options{Mode: "home"}
	told, err := scenes.Tell(p, options, t.story)
	if err != nil {
		return told, err
	}
	snapshot := told.Snapshot()
	snapshot.Saved = app.Saved{} // a page stores that elsewhere
	t.Snapshot, t.Opened, t.Shown = string(snapshot.Encode()), told.Now.UnixMilli(), told.Now.Add(later).UnixMilli()
	m, err := app.New(p, options)
	if err != nil {
		return m, err
	}
	if err := m.Fits(snapshot); err != nil {
		return m, err
	}
	for _, msg := range []app.Msg{
		app.Tick{Now: told.Now},
		app.Located{Zone: told.Zone},
		app.Placed{Around: app.Surroundings{Lang: t.Lang, Theme: t.Theme, Calm: true}},
		app.Resumed{Snapshot: snapshot, Seen: told.Now},
		app.Tick{Now: told.Now.Add(later)},
	} {
		m, _ = app.Update(m, msg)
	}
	return m, nil
}
