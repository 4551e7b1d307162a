//go:build !js

package main

import (
	"fmt"
	"time"

	"houselights/game/app"
	"houselights/game/draw"
	"houselights/game/draw/picture"
	"houselights/game/motion"
	"houselights/game/scenes"
	"houselights/game/view"
	"houselights/game/xvfb"
)

// studio is where scenes are painted.
type studio struct {
	viewer  view.Viewer
	painter *draw.Painter
	encoder *encoder
}

// paintAll paints all there is, by screen, and after that what moves.
func (s studio) paintAll(all []scenes.Scene) ([]section, error) {
	var sections []section
	of := map[app.Screen]int{}
	for _, scene := range all {
		screen := scene.Model.Screen
		i, known := of[screen]
		if !known {
			i = len(sections)
			of[screen] = i
			sections = append(sections, section{ID: string(screen), Title: screenTitle(screen)})
		}
		part := part{ID: scene.Name, Title: sceneTitle(scene.Name)}
		for _, l := range looks(scene.Name) {
			part.Figures = append(part.Figures, s.paint(scene, l))
		}
		sections[i].Parts = append(sections[i].Parts, part)
		xvfb.EndFrame() // the engine keeps the pictures until then
	}
	moving, err := s.paintStrips(all)
	return append(sections, moving), err
}

func (s studio) paint(scene scenes.Scene, l look) figure {
	screen := s.viewer.Screen(l.model(scene), float64(l.w), float64(l.h))
	state := draw.State{Ratio: 1}
	if l.focused {
		state.Focus = screen.Focus
	}
	f := figure{File: l.file(scene.Name), W: l.w, H: l.h, Shape: l.shape(), Theme: l.theme, Kind: l.kind(), Caption: l.caption(), Tree: screen.Dump()}
	if column := screen.Column(); column != nil && column.Content > column.Rect.H {
		f.Caption += fmt.Sprintf("; scrolls, %.1f times as long as there is room", column.Content/column.Rect.H)
	}
	f.File = s.encoder.put(f.File, picture.Paint(s.painter, screen, state))
	return f
}

// strip is a motion, as a row of frames.
type strip struct {
	name, title   string
	before, after string          // scenes; before is "" where nothing was shown
	times         []time.Duration // since the one became the other
	calm          bool            // with motion reduced
}

func ms(times ...int) []time.Duration {
	var list []time.Duration
	for _, t := range times {
		list = append(list, time.Duration(t)*time.Millisecond)
	}
	return list
}

var strips = []strip{
	{"opening", "Home opens, and moves for five seconds", "", "home-reported", ms(0, 80, 160, 240, 400, 1200, 2000, 3000, 4000, 5000), false},
	{"modes", "From home to the modes", "home", "modes", change, false},
	{"starting", "A round begins", "ready-daily", "question", change, false},
	{"right", "A right answer is lit", "question", "reveal-right", change, false},
	{"wrong", "A wrong answer", "question", "reveal-wrong", change, false},
	{"next", "On to the next question", "reveal-right", "question-second", change, false},
	{"late", "The last quarter of the time begins", "question", "question-late", ms(400, 500, 600, 700, 800), false},
	{"score", "The score counts up, and it is the best so far", "reveal-right", "results", ms(0, 100, 200, 300, 400, 600, 900, 1200, 1600, 2000), false},
	{"perfect", "All answers are right", "reveal-right", "results-untimed", ms(400, 600, 800, 1000, 1300, 1600, 2000, 2400, 2800), false},
	{"days", "One of several days in a row", "reveal-right", "results-days", ms(400, 600, 800, 1000, 1200, 1600), false},
	{"seconds", "A second of the last ten", "home", "home-last-minute", ms(400, 500, 600, 700, 800), false},
	{"zero", "The countdown comes to zero", "home-last-minute", "home-now", ms(0, 100, 200, 400, 1000, 1500, 2000, 2500, 3000, 4000), false},
	{"calm", "A right answer, with motion reduced", "question", "reveal-right", change, true},
}

// change are times in which a screen comes in the place of another.
var change = ms(0, 60, 120, 180, 240, 320, 400)

// paintStrips paints each motion in the sizes of a page and of a phone.
func (s studio) paintStrips(all []scenes.Scene) (section, error) {
	models := map[string]app.Model{}
	for _, scene := range all {
		models[scene.Name] = scene.Model
	}
	moving := section{ID: "motion", Title: "Motion"}
	for _, strip := range strips {
		before, known := models[strip.before]
		after, alsoKnown := models[strip.after]
		if !known && strip.before != "" || !alsoKnown {
			return moving, fmt.Errorf("strip %s: from %s to %s: there is no such scene", strip.name, strip.before, strip.after)
		}
		part := part{ID: "strip-" + strip.name, Title: strip.title}
		before.Around.Calm, after.Around.Calm = strip.calm, strip.calm
		const w, h = 720, 480
		screen := s.viewer.Screen(after, w, h)
		var timeline motion.Timeline
		began := after.Now
		if known {
			gone := s.viewer.Screen(before, w, h)
			timeline.Show(gone, began.Add(-time.Minute))
			picture.Paint(s.painter, gone, draw.State{Ratio: 1}) // its scenery is kept, and fades
		}
		timeline.Show(screen, began)
		for _, t := range strip.times {
			f := figure{W: 720, H: 480, Shape: screen.Frame.Shape().String(), Theme: screen.Theme.Name, Kind: "motion", Caption: fmt.Sprintf("After %d ms", t.Milliseconds()), Tree: screen.Dump()}
			f.File = s.encoder.put(fmt.Sprintf("strip-%s_%d.png", strip.name, t.Milliseconds()), picture.Paint(s.painter, screen, draw.State{Ratio: 1, Motion: timeline.Frame(began.Add(t))}))
			part.Figures = append(part.Figures, f)
		}
		moving.Parts = append(moving.Parts, part)
		xvfb.EndFrame()
	}
	return moving, nil
}
