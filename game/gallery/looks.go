//go:build !js

package main

import (
	"fmt"
	"strings"

	"houselights/game/app"
	"houselights/game/scenes"
	"houselights/game/ui"
)

// look is a way to look at a scene.
type look struct {
	w, h     int // CSS pixels
	theme    string
	accent   string // of the page
	text     int    // per cent, 0 as it comes
	lang     string // "" as it comes
	focused  bool
	isOnWall bool
}

// The sizes are those that the shapes were designed in, and those of screens on a wall.
var (
	shapes = [][2]int{{720, 480}, {480, 480}, {360, 640}, {720, 120}}
	walls  = [][2]int{{1920, 1080}, {1080, 1920}, {3840, 2160}, {2160, 3840}}
)

// mainScenes are looked at in every way there is.
var mainScenes = map[string]bool{"home-reported": true, "countdown": true, "modes-known": true, "question-second": true, "reveal-wrong": true, "results": true}

// wordy are the other screens with much to read.
var wordy = map[string]bool{"settings": true, "about": true, "review": true}

// looks are the ways to look at a scene. What does not depend on the colours is shown in one theme alone.
func looks(scene string) []look {
	var list []look
	each := func(sizes [][2]int, as ...look) {
		for _, l := range as {
			for _, size := range sizes {
				l.w, l.h = size[0], size[1]
				list = append(list, l)
			}
		}
	}
	dark, light := look{theme: "dark"}, look{theme: "light"}
	each(shapes, dark, light)
	if mainScenes[scene] {
		each(shapes, look{theme: "dark", accent: "#7fffd4"}, look{theme: "light", accent: "#004488"})
		each(shapes[:1], look{theme: "dark", focused: true}, look{theme: "light", focused: true})
	}
	if mainScenes[scene] || wordy[scene] {
		each(shapes, look{theme: "dark", text: 150}, look{theme: "light", text: 200})
		each(shapes, look{theme: "dark", lang: "es"}, look{theme: "light", lang: "vi"})
	}
	if mainScenes[scene] {
		each(walls, look{theme: "dark", isOnWall: true}, look{theme: "light", isOnWall: true})
	}
	return list
}

// model is the scene's with what is asked for.
func (l look) model(scene scenes.Scene) app.Model {
	m := scene.Model
	m.Around.Theme = l.theme
	m.Around.AccentDark, m.Around.AccentLight = l.accent, l.accent
	m.Saved.Settings.Text = l.text
	if l.lang != "" {
		m.Around.Lang = l.lang
	}
	m.Options.Kiosk = m.Options.Kiosk || l.isOnWall
	return m
}

func (l look) shape() string {
	if l.isOnWall {
		return "wall"
	}
	return ui.Frame{W: float64(l.w), H: float64(l.h)}.Shape().String()
}

// kind is by what the page filters, beside shape and theme.
func (l look) kind() string {
	switch {
	case l.accent != "":
		return "accent"
	case l.text != 0:
		return "text"
	case l.lang != "":
		return "language"
	case l.focused:
		return "focus"
	}
	return "plain"
}

func (l look) file(scene string) string {
	name := fmt.Sprintf("%s_%dx%d_%s", scene, l.w, l.h, l.theme)
	switch l.kind() {
	case "accent":
		name += "_" + strings.TrimPrefix(l.accent, "#")
	case "text":
		name += fmt.Sprintf("_%d", l.text)
	case "language":
		name += "_" + l.lang
	case "focus":
		name += "_focus"
	}
	return name + ".png"
}

// caption says in words what is looked at.
func (l look) caption() string {
	text := fmt.Sprintf("%s, %d × %d, %s", l.shape(), l.w, l.h, l.theme)
	switch l.kind() {
	case "accent":
		text += ", accent " + l.accent
	case "text":
		text += fmt.Sprintf(", text at %d %%", l.text)
	case "language":
		text += ", " + map[string]string{"es": "in Spanish", "vi": "in Vietnamese"}[l.lang]
	case "focus":
		text += ", reached by keyboard"
	}
	return strings.ToUpper(text[:1]) + text[1:]
}
