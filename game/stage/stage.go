// Package stage is the ebiten.Game: it wires the loop of messages to the outside, and decides when a frame is needed.
package stage

import (
	"fmt"
	"image/color"
	"math"
	"runtime/debug"
	"slices"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/draw"
	"houselights/game/motion"
	"houselights/game/platform"
	"houselights/game/sound"
	"houselights/game/ui"
	"houselights/game/view"
)

// Outside is what the stage needs of the world. The window and the page have one each, in package platform.
type Outside interface {
	Now() time.Time
	Zone(from, to time.Time) countdown.Zone // of the viewer, known at least from and to these times
	Events() []platform.Event               // since the last call
	Show(*ui.Screen)                        // the tree has changed
	Announce(text, lang string)             // lang "" for the screen's own
	Sound(sound.Cue)                        // to be heard, if that can be, without holding anything up
	Save(app.Saved)
	Keep(app.Snapshot)
	Wipe()                                  // all that Save and Keep have kept
	Tell(what app.Happening, detail string) // the page around
	Warn(text string)                       // the author of the page
	OpenLink(url string)
	SaveFile(name, text string) // a calendar's
	NextFrame(at time.Time)     // zero: none before there is input
	// Space turns the size that the engine has been given into CSS pixels, and says how many device pixels go to one.
	Space(w, h float64) (cssW, cssH, ratio float64)
}

// Game is the program at work.
type Game struct {
	Out     Outside
	Viewer  view.Viewer
	Painter *draw.Painter
	Motion  motion.Timeline
	Failed  func(error) // where a failure goes that the program survives; nil: it does not survive any

	model   app.Model
	screen  *ui.Screen
	w, h    float64 // CSS pixels
	ratio   float64
	resized bool         // the screen has to be laid out anew
	due     time.Time    // of the next Tick
	located time.Time    // when the zone was asked for
	stale   bool         // what is on the canvas is not what should be
	moving  motion.Frame // what is on the canvas
	rest    time.Time    // after a failure: nothing is tried before
	failure string       // the last one

	eye
}

// eye is what belongs to the person in front of the screen, and to no rule.
type eye struct {
	focus   string // key
	marked  bool   // the focus is shown
	hover   string
	x, y    float64 // of the pointer
	offset  float64 // of the column
	pointer pointer
	tapped  tap
}

// New returns a game that shows the model, after the messages that begin it.
func New(out Outside, v view.Viewer, p *draw.Painter, m app.Model, first ...app.Msg) *Game {
	g := &Game{Out: out, Viewer: v, Painter: p, model: m}
	g.send(app.Tick{Now: out.Now()})
	g.locate()
	for _, msg := range first {
		g.send(msg)
	}
	return g
}

// LayoutF makes what the engine tells of places, such as the pointer's, as fine as the screen.
func (g *Game) LayoutF(outsideW, outsideH float64) (float64, float64) {
	w, h, ratio := g.Out.Space(outsideW, outsideH)
	if w != g.w || h != g.h || ratio != g.ratio {
		g.w, g.h, g.ratio, g.resized = w, h, ratio, true
	}
	// Whole pixels, as the screen has: 667⅓ × 1.5 comes to a hair more than 1001, and then the engine would scale.
	return max(1, math.Round(w*ratio)), max(1, math.Round(h*ratio))
}

// Layout is never called, because there is LayoutF.
func (g *Game) Layout(w, h int) (int, int) { return w, h }

// longestWait is the longest time between two looks at the clock while the screen counts something: it may have been set
// to another time.
const longestWait = time.Minute

// Update takes in what has happened and what the clock says.
func (g *Game) Update() error {
	if g.Failed != nil {
		defer g.survive()
	}
	now := g.Out.Now()
	if wait := g.rest.Sub(now); wait > 0 && wait <= failureRest { // it is longer only where the clock has been set back
		g.Out.NextFrame(g.rest)
		return nil
	}
	events := g.Out.Events()
	events, now = g.corrected(events, now)
	if away := now.Sub(g.located); away > zonePatience || away < -zonePatience {
		g.locate()
		g.resized = true
	}
	due := !g.due.IsZero() && (!now.Before(g.due) || now.Before(g.model.Now))
	if len(events) > 0 || due || g.resized {
		rest := g.sight(events)
		g.tick(now, due || g.resized || len(rest) < len(events))
		for _, e := range rest {
			g.handle(e)
		}
		g.due = g.model.NextTick()
	}
	if f := g.Motion.Frame(now); f != g.moving {
		g.moving, g.stale = f, true
	}
	// Asked for in any case: the outside may have reasons of its own to look again soon, such as a gamepad.
	g.Out.NextFrame(g.next(now))
	return nil
}

// next is when the next frame is needed, as far as is known now; zero for never.
func (g *Game) next(now time.Time) time.Time {
	next := g.due
	if latest := now.Add(longestWait); !next.IsZero() && next.After(latest) {
		next = latest
	}
	if move := g.Motion.Next(now); !move.IsZero() && !g.model.Unseen && (next.IsZero() || move.Before(next)) {
		next = move
	}
	return next
}

// zonePatience is the time after which the zone is asked for again: a table of it ends, and a clock that was wrong by years
// may have had another one.
const zonePatience = 180 * 24 * time.Hour

// locate tells the model its zone.
func (g *Game) locate() {
	g.located = g.Out.Now()
	from, to := countdown.Span(g.model.Pack.Events, g.located)
	g.send(app.Located{Zone: g.Out.Zone(from, to)})
}

// corrected takes in that the clock was wrong, before anything is told by the new one, and returns the other events and the
// time by that.
func (g *Game) corrected(events []platform.Event, now time.Time) ([]platform.Event, time.Time) {
	for i, e := range events {
		if c, ok := e.(platform.Corrected); ok {
			g.send(app.Corrected(c))
			g.resized = true // what is on the screen was told by the old one
			return g.corrected(slices.Delete(events, i, i+1), g.Out.Now())
		}
	}
	return events, now
}

// sight takes in since when the game can be seen, or cannot, with what came before, and returns the events after that. Each
// is handled at its own time: this frame may come minutes later.
func (g *Game) sight(events []platform.Event) []platform.Event {
	for i, e := range events {
		seen, ok := e.(platform.Seen)
		if !ok {
			continue
		}
		g.tick(seen.At, false)
		for _, e := range events[:i] {
			g.handle(e)
		}
		if seen.Visible {
			g.send(app.Shown{})
		} else {
			g.send(app.Hidden{})
		}
		return g.sight(events[i+1:])
	}
	return events
}

// longestGap is the time between two ticks of a running question from which on nobody can have seen it: a laptop slept, or
// the browser froze the page, and tells nothing of it. The ring asks for ten frames a second; a slow machine still draws
// one in the time.
const longestGap = 5 * time.Second

// tick tells the model the time. The screen is built anew where that may have changed it.
func (g *Game) tick(now time.Time, refresh bool) {
	before := g.model
	gap := before.Running() && now.Sub(before.Now) > longestGap
	if gap {
		g.send(app.Hidden{})
	}
	g.send(app.Tick{Now: now})
	if gap {
		g.send(app.Shown{})
	}
	if gap || before.Screen != g.model.Screen {
		refresh = true
	}
	if !before.LastInput.IsZero() && g.model.LastInput.IsZero() {
		// The kiosk has forgotten its player.
		g.eye, refresh = eye{}, true
	}
	if refresh {
		g.refresh()
	}
}

// failureRest is the time between a failure and the next attempt, so that one that lasts does not fill the log.
const failureRest = time.Second

// survive turns a failure into a fresh home screen, its detail going to the log: the public never sees it.
func (g *Game) survive() {
	fault := recover()
	if fault == nil {
		return
	}
	if text := fmt.Sprint(fault); text != g.failure {
		g.failure = text
		g.Failed(fmt.Errorf("%s\n%s", text, debug.Stack()))
	}
	g.model, g.eye, g.Motion = g.model.Forget(), eye{}, motion.Timeline{}
	g.resized = true
	g.rest = g.Out.Now().Add(failureRest)
	g.Out.NextFrame(g.rest)
}

// send gives the model a message and performs what it asks for.
func (g *Game) send(msg app.Msg) {
	var effects []app.Effect
	g.model, effects = app.Update(g.model, msg)
	for _, e := range effects {
		switch e := e.(type) {
		case app.Save:
			g.Out.Save(e.Saved)
		case app.Keep:
			g.Out.Keep(e.Snapshot)
		case app.Wipe:
			g.Out.Wipe()
		case app.Tell:
			g.Out.Tell(e.What, e.Detail)
		case app.Warn:
			g.Out.Warn(e.Text)
		case app.OpenLink:
			g.Out.OpenLink(e.URL)
		case app.SaveDate:
			g.Out.SaveFile(g.Viewer.Calendar(g.model))
		case app.Sound:
			g.Out.Sound(e.Cue)
		case app.Announce:
			for _, line := range g.Viewer.Announcement(g.model, e.What) {
				g.Out.Announce(line.Text, line.Lang)
			}
		}
	}
}

// press sends a node's message and shows what comes of it.
func (g *Game) press(n *ui.Node) {
	if n == nil || !n.Pressable() {
		return
	}
	if msg, ok := n.On.(app.Msg); ok {
		g.send(msg)
		g.refresh()
	}
}

// refresh builds the screen anew and carries over what belongs to the eye: focus, pointer, scrolling.
func (g *Game) refresh() {
	if g.w <= 0 || g.h <= 0 {
		return
	}
	before, scrolled := g.screen, g.offset
	g.screen, g.resized = g.Viewer.Screen(g.model, g.w, g.h), false
	switch {
	case before == nil || before.Name != g.screen.Name:
		// A new screen is read from its top, and begins with its own focus: a key such as "back" is on many.
		g.offset = 0
		if g.focus != "" {
			g.focus = g.screen.Focus
		}
	case g.focus != "":
		g.focus = g.screen.Keep(g.focus)
	}
	g.Motion.Scroll(scrolled)
	g.offset = g.screen.Offset(g.offset)
	g.Motion.Show(g.screen, g.model.Now) // not the clock, which may be a moment further than the frame
	g.Out.Show(g.screen)
	g.stale = true
}

// Draw tells the engine whether something has changed: what it is given is never shown, but only where that has been touched
// does the engine present a frame. A pixel that is set stays in memory and costs nothing.
func (g *Game) Draw(offscreen *ebiten.Image) {
	if g.screen == nil || !g.stale {
		return
	}
	g.stale = false
	offscreen.Set(0, 0, color.Black)
}

// DrawFinalScreen paints the screen, straight on what is presented: a picture in between would cost another pass over all
// pixels. The engine has made it black, also where it presents a frame again.
func (g *Game) DrawFinalScreen(canvas ebiten.FinalScreen, _ *ebiten.Image, _ ebiten.GeoM) {
	if g.Failed != nil {
		defer g.survive()
	}
	if g.screen == nil {
		return
	}
	state := draw.State{Ratio: g.ratio, Offset: g.offset, Hover: g.hover, Motion: g.moving}
	if g.marked {
		state.Focus = g.focus
	}
	g.Painter.Paint(canvas, g.screen, state)
}
