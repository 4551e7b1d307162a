// Package view turns the model into the tree of nodes that is on the screen: one file a screen. It only reads.
package view

import (
	"slices"
	"strings"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/ui"
	"houselights/game/words"
)

// Viewer makes screens.
type Viewer struct {
	Words    words.Library
	Layouter *ui.Layouter
	plains   map[*pack.Pack]bool // which packs the faces lack characters of, as it is found out; nil where that is all one
}

// Screen returns the screen for the model in a space of w × h CSS pixels, laid out.
func (v Viewer) Screen(m app.Model, w, h float64) *ui.Screen {
	s := v.scene(m)
	a := m.Around
	s.f = ui.Frame{W: w, H: h, TextScale: textScale(m), Covered: ui.Edges{Top: a.CoveredTop, Right: a.CoveredRight, Bottom: a.CoveredBottom, Left: a.CoveredLeft}}
	s.unit, s.shape = s.f.Scale(), s.f.Shape()
	plain := v.plain(s.Pack)
	screen := &ui.Screen{Name: string(m.Screen), Lang: s.Lang, Frame: s.f, Theme: theme(m), Plain: plain}
	screen.Calm = m.Calm()
	screen.Moments, screen.Beat = s.moments()
	// The roomy arrangement where it fits, else the compact one, scrolled where even that does not fit.
	for _, how := range []struct{ compact, scrolled bool }{{}, {compact: true}, {compact: true, scrolled: true}} {
		s.compact, s.scrolled = how.compact, how.scrolled
		screen.Root, screen.Focus, screen.Anywhere, screen.Scenery = nil, "", "", ui.Festival
		s.screen = screen
		screen.Root = s.build()
		screen.Root.Key, screen.Root.Role = "screen", ui.ScreenRole
		fits := v.Layouter.Layout(screen.Root, s.f, heading(screen.Root))
		if fits || s.compact && m.Screen != app.Reveal { // the others scroll as they are
			break
		}
	}
	return screen
}

// scene returns what a screen of the model is built from, but for its frame.
func (v Viewer) scene(m app.Model) scene {
	s := scene{Model: m, Book: v.Book(m), lib: v.Words}
	s.Pack = m.Pack.In(s.Lang) // in which everything stands in the same place
	s.event, s.state, s.counts = s.Model.Counting()
	return s
}

// heading is what a screen is called: the first heading on it.
func heading(root *ui.Node) string {
	name := ""
	root.Walk(func(n *ui.Node) bool {
		if n.Role == ui.Heading {
			name = n.Label()
		}
		return name == ""
	})
	return name
}

// Book is the language that the model asks for: the visitor's choice, else the page's, else the system's.
func (v Viewer) Book(m app.Model) words.Book {
	b := v.Words.Nearest(m.Saved.Settings.Lang, m.Around.Lang, m.Around.Locale)
	b.Hours12 = slices.Contains(strings.Fields(m.Around.Hours12), b.Lang)
	return b
}

func textScale(m app.Model) float64 {
	scale := 1.0
	if m.Saved.Settings.Text > 0 {
		scale = float64(m.Saved.Settings.Text) / 100
	}
	if m.Around.TextScale > 0 {
		scale *= m.Around.TextScale
	}
	return min(scale, 4)
}

func theme(m app.Model) ui.Theme {
	choice := m.Saved.Settings.Theme
	if choice == "" {
		choice = m.Around.Theme
	}
	if choice == "light" || choice != "dark" && !m.Around.Dark {
		return ui.Light().Accented(m.Around.AccentLight)
	}
	return ui.Dark().Accented(m.Around.AccentDark)
}

// scene is what every screen is built from.
type scene struct {
	app.Model
	words.Book
	lib   words.Library
	f     ui.Frame
	unit  float64 // of the design, in CSS pixels
	shape ui.Shape
	// How it is arranged: with little room between, and for a screen that is not seen whole.
	compact, scrolled bool
	screen            *ui.Screen // Focus, Anywhere and Scenery are set by the screen being built

	// What is counted to, found once: a pack may have many events.
	event  pack.Event
	state  countdown.State
	counts bool
}

// Counting is what the model's finds.
func (s *scene) Counting() (pack.Event, countdown.State, bool) { return s.event, s.state, s.counts }

func (s *scene) build() *ui.Node {
	switch s.Model.Screen {
	case app.Count:
		return s.count()
	case app.Events:
		return s.events()
	case app.Modes:
		return s.modes()
	case app.Ready:
		return s.ready()
	case app.Question:
		return s.question()
	case app.Reveal:
		return s.reveal()
	case app.Results:
		return s.results()
	case app.Review:
		return s.review()
	case app.Settings:
		return s.settings()
	case app.About:
		return s.about()
	default:
		return s.home()
	}
}

func (s *scene) is(shape ui.Shape) bool { return s.shape == shape }

// px turns a length of the design into CSS pixels.
func (s *scene) px(design float64) float64 { return design * s.unit }

// target is the height or width of something to be touched: see ui.Frame.
func (s *scene) target(design float64) float64 { return max(44, s.px(design)) }

// pick is a measure of the roomy or of the compact arrangement.
func (s *scene) pick(roomy, compact float64) float64 {
	if s.compact {
		return compact
	}
	return roomy
}
