// Mirrors writes every scene to standard output as JSON: what the page's mirror gets, and beside it the dump of the same
// tree. The tests of the page (web/tests) hold the elements that come of the one against the other.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/platform"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/view"
)

type mirror struct {
	Scene  string          `json:"scene"` // with what is not as usual: "home 320x240", "settings vi"
	Width  float64         `json:"width"`
	Height float64         `json:"height"`
	Tree   json.RawMessage `json:"tree"`
	Dump   string          `json:"dump"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "mirrors:", err)
		os.Exit(1)
	}
}

func run() error {
	fonts, err := assets.Fonts()
	if err != nil {
		return err
	}
	viewer, err := program.Viewer(fonts)
	if err != nil {
		return err
	}
	all, err := scenes.All()
	if err != nil {
		return err
	}
	var out []mirror
	for _, scene := range all {
		out = append(out, take(viewer, scene.Name, scene.Model, 720, 480), take(viewer, scene.Name+" 320x240", scene.Model, 320, 240))
		if scene.Name == "settings" || scene.Name == "reveal-wrong" {
			vi, _ := app.Update(scene.Model, app.Placed{Around: app.Surroundings{Lang: "vi", Theme: "light"}})
			out = append(out, take(viewer, scene.Name+" vi light", vi, 720, 480))
		}
	}
	return json.NewEncoder(os.Stdout).Encode(out)
}

func take(v view.Viewer, name string, m app.Model, w, h float64) mirror {
	screen := v.Screen(m, w, h)
	return mirror{Scene: name, Width: w, Height: h, Tree: json.RawMessage(platform.Mirror(screen)), Dump: screen.Dump()}
}
