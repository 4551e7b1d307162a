//go:build !js

package stage_test

import (
	"fmt"
	"image/color"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/platform"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/sound"
	"houselights/game/stage"
	"houselights/game/ui"
)

// world is an outside whose clock and events are the test's.
type world struct {
	now    time.Time
	events []platform.Event
	next   time.Time // the frame asked for last
	screen *ui.Screen
	kept   app.Snapshot
	saved  app.Saved
	wiped  int
	warned []string
	heard  string // by the page around, last
	ratio  float64
	fail   bool
	files  []string
	sounds []sound.Cue
	zone   func(from, to time.Time) countdown.Zone // nil: UTC
}

func (w *world) Now() time.Time { return w.now }
func (w *world) Zone(from, to time.Time) countdown.Zone {
	if w.zone == nil {
		return countdown.Zone{}
	}
	return w.zone(from, to)
}
func (w *world) Events() []platform.Event {
	events := w.events
	w.events = nil
	return events
}
func (w *world) Show(s *ui.Screen) {
	if w.fail {
		panic("the page is on fire")
	}
	w.screen = s
}
func (w *world) Announce(string, string) {}
func (w *world) Sound(c sound.Cue)       { w.sounds = append(w.sounds, c) }
func (w *world) Save(s app.Saved)        { w.saved = s }
func (w *world) Wipe()                   { w.wiped++ }
func (w *world) Warn(text string)        { w.warned = append(w.warned, text) }
func (w *world) Tell(what app.Happening, detail string) {
	w.heard = string(what) + " " + detail
}
func (w *world) Keep(s app.Snapshot)        { w.kept = s }
func (w *world) OpenLink(string)            {}
func (w *world) SaveFile(name, text string) { w.files = append(w.files, name+"\n"+text) }
func (w *world) NextFrame(at time.Time)     { w.next = at }
func (w *world) say(e ...platform.Event)    { w.events = append(w.events, e...) }
func (w *world) pass(d time.Duration)       { w.now = w.now.Add(d) }
func (w *world) press(key string)           { w.say(platform.Press{Key: key}) }
func (w *world) node(key string) *ui.Node   { return w.screen.Root.Find(key) }

func (w *world) Space(x, y float64) (cssW, cssH, ratio float64) { return x, y, w.ratio }

type table struct {
	*world
	*stage.Game
	t                 testing.TB
	canvas, offscreen *ebiten.Image
}

func newTable(t testing.TB, o app.Options, msgs ...app.Msg) *table {
	p, err := scenes.Pack()
	require.NoError(t, err)
	return newTableWith(t, p, o, msgs...)
}

func newTableWith(t testing.TB, p *pack.Pack, o app.Options, msgs ...app.Msg) *table {
	now, err := time.Parse(time.RFC3339, start)
	require.NoError(t, err)
	viewer, painter, err := program.Parts()
	require.NoError(t, err)
	m, err := app.New(p, o)
	require.NoError(t, err)
	w := &world{now: now, ratio: 1}
	g := stage.New(w, viewer, painter, m, append([]app.Msg{app.Placed{Around: app.Surroundings{Lang: "en", Theme: "dark"}}}, msgs...)...)
	tb := &table{w, g, t, ebiten.NewImage(width, height), ebiten.NewImage(1, 1)}
	tb.size(width, height)
	tb.frame()
	return tb
}

func (tb *table) size(w, h float64) { tb.LayoutF(w, h) }

// frame runs one frame, as the engine does, and reports whether anything was painted.
func (tb *table) frame() bool {
	require.NoError(tb.t, tb.Update())
	mark := color.RGBA{1, 2, 3, 255}
	tb.offscreen.Set(0, 0, mark)
	tb.Draw(tb.offscreen)
	if tb.offscreen.At(0, 0) == mark {
		return false
	}
	tb.DrawFinalScreen(tb.canvas, tb.offscreen, ebiten.GeoM{})
	return true
}

// settle lets time pass until nothing moves.
func (tb *table) settle() {
	tb.frame()
	tb.pass(6 * time.Second)
	tb.frame()
}

// TestAtRestNothingIsDrawn checks when frames are asked for, and that one that changes nothing paints nothing.
func TestAtRestNothingIsDrawn(t *testing.T) {
	tb := newTable(t, app.Options{})
	tb.settle()
	assert.Equal(t, tb.now.Add(time.Second), tb.next, "home counts seconds")
	assert.False(t, tb.frame(), "the same second")
	tb.pass(500 * time.Millisecond)
	assert.False(t, tb.frame(), "still the same second")
	tb.pass(500 * time.Millisecond)
	assert.True(t, tb.frame(), "the next second")

	tb.say(platform.Pointer{X: 5, Y: 5})
	assert.False(t, tb.frame(), "the mouse over nothing")
	x, y := tb.node("play").Rect.Center()
	tb.say(platform.Pointer{X: x, Y: y})
	assert.True(t, tb.frame(), "the mouse over a button")

	tb.press("modes")
	assert.True(t, tb.frame())
	tb.press("about")
	tb.settle()
	assert.Equal(t, tb.now.Add(time.Minute), tb.next, "nothing moves on this screen, but the page is told of the day before the event")
	tb.pass(time.Hour)
	assert.False(t, tb.frame())
}

// TestFramesOfWhatMoves checks when frames are asked for while a screen comes and while home moves, that nothing is asked for while
// nobody sees it, and that what can be pressed can be at once.
func TestFramesOfWhatMoves(t *testing.T) {
	tb := newTable(t, app.Options{})
	for _, c := range []struct {
		at, wait time.Duration
		painted  bool
	}{{16 * time.Millisecond, 0, true}, {390 * time.Millisecond, 0, true}, {390 * time.Millisecond, 0, false}, {400 * time.Millisecond, time.Second / 35, true},
		{2100 * time.Millisecond, time.Second / 35, true}, {4900 * time.Millisecond, time.Second / 35, true}, {5200 * time.Millisecond, 800 * time.Millisecond, true},
		{5300 * time.Millisecond, 700 * time.Millisecond, false}} {
		tb.pass(c.at - tb.now.Sub(first(t)))
		assert.Equal(t, c.painted, tb.frame(), "%v", c.at)
		assert.Equal(t, tb.now.Add(c.wait), tb.next, "%v", c.at)
	}

	tb.press("modes")
	tb.frame()
	tb.press("mode-classic") // it has only begun to rise
	tb.frame()
	require.Equal(t, "ready", tb.screen.Name)
	tb.say(platform.Seen{Visible: false, At: tb.now})
	tb.frame()
	assert.Equal(t, tb.now.Add(time.Minute), tb.next, "nobody sees it")

	tb = newTable(t, app.Options{}, app.Set{Name: "motion", Value: "reduce"})
	tb.pass(190 * time.Millisecond)
	assert.True(t, tb.frame())
	assert.Equal(t, tb.now, tb.next, "it fades")
	tb.pass(10 * time.Millisecond)
	assert.True(t, tb.frame())
	assert.Equal(t, tb.now.Add(800*time.Millisecond), tb.next)
}

func first(t *testing.T) time.Time {
	at, err := time.Parse(time.RFC3339, start)
	require.NoError(t, err)
	return at
}

func TestClockSetToAnotherTime(t *testing.T) {
	tb := newTable(t, app.Options{})
	tb.press("modes")
	tb.settle()
	assert.Equal(t, tb.now.Add(time.Minute), tb.next, "the next change is at midnight, but the clock is looked at before")
	tb.press("back")
	tb.settle()
	tb.pass(-time.Hour)
	assert.True(t, tb.frame(), "an hour back")
	assert.Equal(t, tb.now.Add(time.Second), tb.next)
}

// TestCorrectedClock checks that a clock found wrong is right on the next frame, and costs nobody a question.
func TestCorrectedClock(t *testing.T) {
	tb := newTable(t, app.Options{})
	tb.press("modes")
	tb.frame()
	tb.press("mode-classic")
	tb.frame()
	tb.press("start")
	tb.frame()
	tb.pass(5 * time.Second)
	tb.frame()
	tb.pass(3 * time.Hour) // as the outside tells the time from now on
	tb.say(platform.Corrected{Skew: 3 * time.Hour, Jump: 3 * time.Hour})
	assert.True(t, tb.frame())
	assert.Equal(t, "question", tb.screen.Name)
	assert.Equal(t, "15 seconds left", tb.node("ring").Label())
	tb.press("back")
	tb.frame()
	assert.Contains(t, tb.node("clock-note").Label(), "clock")
	tb.pass(-3 * time.Hour)
	tb.say(platform.Corrected{Jump: -3 * time.Hour})
	assert.True(t, tb.frame())
	assert.Nil(t, tb.node("clock-note"), "it is right again")
}

// TestZoneOfACorrectedClock checks that a clock that is set right by years has the zone of the year that it is.
func TestZoneOfACorrectedClock(t *testing.T) {
	tb := newTable(t, app.Options{})
	asked := 0
	tb.zone = func(from, to time.Time) countdown.Zone {
		asked++
		assert.True(t, from.Before(tb.now) && to.After(tb.now))
		return countdown.Zone{Changes: []countdown.Change{{Offset: 9 * 3600}}}
	}
	tb.pass(170 * 24 * time.Hour)
	tb.frame()
	assert.Equal(t, 0, asked)
	tb.pass(56 * 365 * 24 * time.Hour)
	tb.say(platform.Corrected{Skew: 56 * 365 * 24 * time.Hour, Jump: 56 * 365 * 24 * time.Hour})
	tb.frame()
	tb.frame()
	assert.Equal(t, 1, asked)
}

// TestRestartWithACorrection checks that a correction known at the start moves nothing: the first tick is told by it already.
func TestRestartWithACorrection(t *testing.T) {
	tb := newTable(t, app.Options{})
	for _, key := range []string{"modes", "mode-classic", "start"} {
		tb.press(key)
		tb.frame()
	}
	tb.pass(5 * time.Second)
	tb.say(platform.Corrected{Skew: 3 * time.Hour}) // Jump 0: told so from the start
	tb.frame()
	kept := tb.kept
	require.Equal(t, 3*time.Hour, kept.Skew)

	again := newTable(t, app.Options{})
	p, err := scenes.Pack()
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	m, _ = app.Update(m, app.Corrected{Skew: 3 * time.Hour})
	viewer, painter, err := program.Parts()
	require.NoError(t, err)
	again.Game = stage.New(again.world, viewer, painter, m, app.Tick{Now: tb.now}, app.Resumed{Snapshot: kept, Seen: tb.now.Add(-3 * time.Hour)})
	again.now = tb.now
	again.size(width, height)
	again.frame()
	require.Equal(t, "question", again.screen.Name)
	assert.Equal(t, "15 seconds left", again.node("ring").Label())
}

// TestHourHidden lets an hour pass in steps, hidden and shown in turn: each frame shows what is so then, and none is asked for
// while nobody sees it.
func TestHourHidden(t *testing.T) {
	tb := newTable(t, app.Options{Event: "2026-11-22T13:00:00Z", EventTitle: "The show"})
	end := time.Date(2026, 11, 22, 13, 0, 0, 0, time.UTC)
	tb.now = end.Add(-time.Hour)
	tb.frame()
	for tb.now.Before(end.Add(10 * time.Minute)) {
		tb.say(platform.Seen{Visible: false, At: tb.now})
		tb.pass(7 * time.Minute)
		tb.say(platform.Seen{Visible: true, At: tb.now})
		assert.True(t, tb.frame())
		left := end.Sub(tb.now)
		text := tb.node("count").Children[0].Text.String
		if left > 0 {
			assert.Equal(t, fmt.Sprintf("00 : %02d : 00", int(left.Minutes())), text)
		} else {
			assert.Equal(t, "Today", text)
		}
	}
}

// TestDateForACalendar checks that the file has a name and the event in it.
func TestDateForACalendar(t *testing.T) {
	tb := newTable(t, app.Options{})
	tb.press("when")
	tb.frame()
	require.Equal(t, "countdown", tb.screen.Name)
	tb.press("calendar")
	tb.frame()
	require.Len(t, tb.files, 1)
	assert.Regexp(t, `^Purple Hearts’ birthday\.ics\nBEGIN:VCALENDAR\r\n`, tb.files[0])
}

func TestResizeKeepsThePlace(t *testing.T) {
	tb := newTable(t, app.Options{}, app.Open{Screen: app.Settings})
	tb.size(320, 240)
	tb.frame()
	tb.say(platform.ScrollTo{Y: 80})
	tb.frame()
	before := tb.node("theme-dark").Rect
	x, y := before.Center()
	tb.say(platform.Pointer{X: x, Y: y - 80, Down: true}, platform.Pointer{X: x, Y: y - 80, Up: true})
	tb.frame()
	assert.True(t, tb.node("theme-dark").State.Has(ui.Checked), "a press meets what is seen")
	tb.size(321, 240)
	tb.frame()
	x, y = tb.node("theme-light").Rect.Center()
	tb.say(platform.Pointer{X: x, Y: y - 80, Down: true}, platform.Pointer{X: x, Y: y - 80, Up: true})
	tb.frame()
	assert.True(t, tb.node("theme-light").State.Has(ui.Checked), "after a resize as well")
}

// TestAFailureShowsHome checks that a kiosk goes home after a failure, says it once, and does not try again at once.
func TestAFailureShowsHome(t *testing.T) {
	tb := newTable(t, app.Options{Kiosk: true, Event: "sequel"})
	var failures []error
	tb.Failed = func(err error) { failures = append(failures, err) }
	tb.press("play")
	tb.fail = true
	for range 20 {
		tb.frame()
	}
	require.Len(t, failures, 1)
	assert.ErrorContains(t, failures[0], "on fire")
	tb.pass(2 * time.Second)
	tb.frame()
	assert.Len(t, failures, 1, "the same failure is not told twice")
	tb.fail = false
	tb.pass(2 * time.Second)
	assert.True(t, tb.frame())
	assert.Equal(t, "home", tb.screen.Name)
	assert.Contains(t, tb.node("title").Label(), "sequel", "the options are kept")
}

// touch presses a place and lets go of it.
func (tb *table) touch(x, y float64) {
	tb.say(platform.Pointer{X: x, Y: y, Down: true}, platform.Pointer{X: x, Y: y, Up: true})
	tb.frame()
}

// TestDoublePress checks that the second half of a double press does not press what has come to be in the place of what the first half has
// pressed, and that a press of its own does.
func TestDoublePress(t *testing.T) {
	tb := newTable(t, app.Options{Kiosk: true})
	tb.touch(3, 3)
	x, y := tb.node("start").Rect.Center()
	tb.pass(time.Second)
	tb.press("back")
	tb.frame()
	require.Equal(t, "home", tb.screen.Name)

	tb.touch(x, y)
	require.Equal(t, "ready", tb.screen.Name)
	tb.pass(150 * time.Millisecond)
	tb.touch(x, y)
	assert.Equal(t, "ready", tb.screen.Name, "Start has come under the finger meanwhile")
	tb.pass(150 * time.Millisecond)
	tb.touch(x, y)
	assert.Equal(t, "question", tb.screen.Name, "the third was meant")
}

// TestKioskIsTouchedAnywhere checks that a kiosk's home leads to a round wherever it is touched, and that its other screens do not.
func TestKioskIsTouchedAnywhere(t *testing.T) {
	tb := newTable(t, app.Options{Kiosk: true})
	tb.touch(3, 3)
	require.Equal(t, "ready", tb.screen.Name)
	tb.touch(3, 3)
	assert.Equal(t, "ready", tb.screen.Name)
	tb.pass(app.IdleReset)
	tb.frame()
	require.Equal(t, "home", tb.screen.Name)
	tb.touch(width-5, height-5)
	assert.Equal(t, "ready", tb.screen.Name)
}

// TestKioskForgetsTheEye checks that the next visitor finds neither focus nor light of the last.
func TestKioskForgetsTheEye(t *testing.T) {
	tb := newTable(t, app.Options{Kiosk: true})
	tb.settle()
	tb.say(platform.Step{By: 1})
	assert.True(t, tb.frame())
	play := tb.node("play").Rect
	x, y := int(play.X)-4, int(play.Y+play.H/2)
	marked := tb.canvas.At(x, y)
	tb.pass(app.IdleReset)
	assert.True(t, tb.frame())
	assert.NotEqual(t, marked, tb.canvas.At(x, y), "the mark is gone")
	tb.say(platform.Confirm{})
	tb.frame()
	assert.Equal(t, "home", tb.screen.Name, "the first key shows the focus anew")
}

// TestTimeUnseen checks what is left of a question of 20 seconds: what nobody saw does not count, however late the stage
// hears of it.
func TestTimeUnseen(t *testing.T) {
	hide := func(tb *table) { tb.say(platform.Seen{Visible: false, At: tb.now}) }
	show := func(tb *table) { tb.say(platform.Seen{Visible: true, At: tb.now}) }
	wait := func(d time.Duration) func(*table) { return func(tb *table) { tb.pass(d) } }
	frame := func(tb *table) { tb.frame() }
	for name, c := range map[string]struct {
		steps []func(*table)
		left  string
	}{
		"hidden, all heard of in one frame": {[]func(*table){wait(3 * time.Second), hide, wait(time.Hour), show, wait(2 * time.Second), frame}, "15 seconds left"},
		"hidden, with frames":               {[]func(*table){wait(3 * time.Second), hide, frame, wait(time.Hour), frame, show, frame, wait(2 * time.Second), frame}, "15 seconds left"},
		"hidden twice in one frame":         {[]func(*table){hide, wait(time.Hour), show, wait(2 * time.Second), hide, wait(time.Hour), show, frame}, "18 seconds left"},
		"a laptop that slept":               {[]func(*table){wait(3 * time.Second), frame, wait(time.Hour), frame, wait(time.Second), frame}, "16 seconds left"},
		"and was hidden after that":         {[]func(*table){wait(time.Hour), hide, wait(time.Hour), show, frame, wait(time.Second), frame}, "19 seconds left"},
		"a machine that is slow":            {[]func(*table){wait(4 * time.Second), frame, wait(4 * time.Second), frame}, "12 seconds left"},
	} {
		tb := newTable(t, app.Options{}, app.Choose{Mode: app.Classic}, app.Start{})
		for _, step := range c.steps {
			step(tb)
		}
		if assert.Equal(t, "question", tb.screen.Name, name) {
			assert.Equal(t, c.left, tb.node("ring").Label(), name)
		}
	}
}

// TestPressesBeforeHiding checks that what was pressed just before the tab was left counts at its own time.
func TestPressesBeforeHiding(t *testing.T) {
	tb := newTable(t, app.Options{}, app.Choose{Mode: app.Daily}, app.Start{})
	tb.pass(3 * time.Second)
	tb.press("answer-1")
	tb.say(platform.Seen{Visible: false, At: tb.now})
	tb.pass(time.Hour)
	tb.say(platform.Seen{Visible: true, At: tb.now})
	tb.frame()
	require.Equal(t, "reveal", tb.screen.Name)
	answer := tb.kept.Play.Answers[0]
	assert.Equal(t, []int{0}, answer.Given)
	assert.Equal(t, 3*time.Second, answer.Taken)
}

func TestNoFramesWhileHidden(t *testing.T) {
	tb := newTable(t, app.Options{}, app.Choose{Mode: app.Classic}, app.Start{})
	assert.Equal(t, tb.now, tb.next, "the screen is on its way")
	tb.pass(time.Second)
	tb.frame()
	assert.Equal(t, tb.now.Add(100*time.Millisecond), tb.next)
	tb.say(platform.Seen{Visible: false, At: tb.now})
	tb.frame()
	assert.True(t, tb.next.IsZero())
	tb.say(platform.Seen{Visible: true, At: tb.now})
	assert.True(t, tb.frame())
	assert.Equal(t, tb.now.Add(100*time.Millisecond), tb.next)
}

// TestResumed checks that a game begun with what another one kept goes on with its question.
func TestResumed(t *testing.T) {
	tb := newTable(t, app.Options{}, app.Choose{Mode: app.Classic}, app.Start{})
	asked := tb.node("ask").Label()
	tb = newTable(t, app.Options{}, app.Resumed{Snapshot: tb.kept, Seen: tb.now})
	require.Equal(t, "question", tb.screen.Name)
	assert.Equal(t, asked, tb.node("ask").Label())
}

// TestWholePixels checks that the canvas has as many pixels as the screen, so that the engine does not scale it.
func TestWholePixels(t *testing.T) {
	tb := newTable(t, app.Options{})
	for _, tb.ratio = range []float64{1, 1.1, 1.25, 4.0 / 3, 1.5, 2, 2.625} {
		for pixels := 1.0; pixels < 2000; pixels++ {
			w, h := tb.LayoutF(pixels/tb.ratio, 480/tb.ratio)
			require.Equal(t, [2]float64{pixels, 480}, [2]float64{w, h}, "ratio %g", tb.ratio)
		}
	}
	w, h := tb.LayoutF(0, 0)
	assert.Equal(t, [2]float64{1, 1}, [2]float64{w, h})
}
