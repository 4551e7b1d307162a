//go:build !js

package stage_test

import (
	"fmt"
	"image"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/exp/vmhost"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/draw"
	"houselights/game/pack"
	"houselights/game/platform"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/ui"
	"houselights/game/xvfb"
)

// The window that the program under test is given, in CSS pixels, and the time at which it starts.
const (
	width, height = 720, 480
	start         = "2026-11-22T12:00:00Z"
)

func TestMain(m *testing.M) { os.Exit(xvfb.Run(m)) }

// guest is the unmodified desktop program, run by the engine's test host.
type guest struct {
	*vmhost.GuestSession
	t      *testing.T
	screen *ebiten.Image
	folder string // of its configuration
}

// launch builds and starts the program with the arguments.
func launch(t *testing.T, args ...string) *guest {
	dir := t.TempDir()
	binary := filepath.Join(dir, "guest")
	build := exec.Command("go", "build", "-tags", "ebitenginevmguest", "-o", binary, "houselights")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	listener, err := net.Listen("unix", filepath.Join(dir, "s"))
	require.NoError(t, err)
	endpoint, err := vmhost.EndpointURLFromAddr(listener.Addr())
	require.NoError(t, err)
	g := &guest{t: t, folder: filepath.Join(dir, "config", "houselights"), screen: ebiten.NewImage(width, height)}
	cmd := exec.Command(binary, args...)
	cmd.Env = append(os.Environ(), "EBITENGINE_VM_ENDPOINT="+endpoint, "HOUSELIGHTS_START="+start, "TZ=UTC", "LANG=en_GB.UTF-8", "LC_ALL=",
		"XDG_CONFIG_HOME="+filepath.Dir(g.folder))
	cmd.Stderr = os.Stderr
	require.NoError(t, cmd.Start())
	require.NoError(t, listener.(*net.UnixListener).SetDeadline(time.Now().Add(20*time.Second)))
	conn, err := listener.Accept()
	require.NoError(t, err)
	g.GuestSession, err = vmhost.NewGuestSession(conn, &vmhost.NewGuestSessionOptions{IdleTimeout: 20 * time.Second})
	require.NoError(t, err)
	require.NoError(t, g.SetOutsideScreen(g.screen))
	t.Cleanup(func() {
		assert.NoError(t, g.Close())
		assert.NoError(t, cmd.Wait())
		_ = listener.Close()
	})
	g.AdvanceTicks(2)
	return g
}

// key presses and releases a key.
func (g *guest) key(k ebiten.Key) {
	g.PressKey(k)
	g.AdvanceTicks(1)
	g.ReleaseKey(k)
	g.AdvanceTicks(1)
}

// digit presses the key of an answer in its place.
func (g *guest) digit(place int) { g.key(ebiten.KeyDigit1 + ebiten.Key(place)) }

// click presses and releases the mouse on a node.
func (g *guest) click(n *ui.Node) {
	x, y := n.Rect.Center()
	g.MoveCursor(x, min(y, height-4)) // a button may reach out of the frame
	g.AdvanceTicks(1)
	g.PressMouseButton(ebiten.MouseButtonLeft)
	g.AdvanceTicks(1)
	g.ReleaseMouseButton(ebiten.MouseButtonLeft)
	g.AdvanceTicks(1)
}

// picture returns what the program shows now.
func (g *guest) picture() *image.RGBA {
	g.AdvanceFrame()
	require.True(g.t, g.WaitFrame(), "%v", g.Err())
	require.True(g.t, g.CompositeFrame())
	img := image.NewRGBA(g.screen.Bounds())
	g.screen.ReadPixels(img.Pix)
	return img
}

// saved returns what the program has kept. The program writes beside its frames, so the file is looked at until it says so.
func (g *guest) saved(until func(app.Saved) bool) app.Saved {
	store := platform.NewStore(g.folder)
	var s app.Saved
	require.Eventually(g.t, func() bool {
		var err error
		s, err = store.Load()
		return err == nil && until(s)
	}, 10*time.Second, 5*time.Millisecond)
	return s
}

// shown is the screen that a model gives in the program's window.
func shown(t *testing.T, msgs ...app.Msg) *ui.Screen {
	return screenOf(t, modelOf(t, builtIn(t), msgs...))
}

func builtIn(t *testing.T) *pack.Pack {
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	return p
}

func modelOf(t *testing.T, p *pack.Pack, msgs ...app.Msg) app.Model {
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	for _, msg := range append([]app.Msg{app.Placed{Around: app.Surroundings{Lang: "en", Theme: "dark"}}}, msgs...) {
		m, _ = app.Update(m, msg)
	}
	return m
}

func screenOf(t *testing.T, m app.Model) *ui.Screen {
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	viewer, err := program.Viewer(fonts)
	require.NoError(t, err)
	return viewer.Screen(m, width, height)
}

// round is a round in the program, and a model that is told what the program should have understood.
type round struct {
	*guest
	model app.Model
	focus string // as the keys have left it
}

func (r *round) tell(msg app.Msg) { r.model, _ = app.Update(r.model, msg) }

func (r *round) node(key string) *ui.Node {
	n := screenOf(r.t, r.model).Root.Find(key)
	require.NotNil(r.t, n, key)
	return n
}

// places are where the options of the question in play stand.
func (r *round) places(options ...int) []int {
	card, ok := r.model.Play.Current()
	require.True(r.t, ok)
	var places []int
	for _, option := range options {
		places = append(places, slices.Index(card.Order, option))
	}
	return places
}

func answerKey(place int) string { return fmt.Sprintf("answer-%d", place+1) }

// click presses the node with the mouse.
func (r *round) click(key string, msg app.Msg) {
	r.guest.click(r.node(key))
	r.tell(msg)
	r.focus = ""
}

// touch presses the node with a finger.
func (r *round) touch(key string, msg app.Msg) {
	x, y := r.node(key).Rect.Center()
	r.PressTouch(1, x, min(y, height-4)) // a button may reach out of the frame
	r.AdvanceTicks(1)
	r.ReleaseTouch(1)
	r.AdvanceTicks(1)
	r.tell(msg)
}

// tab goes to the node by Tab and presses it.
func (r *round) tab(key string, msg app.Msg) {
	screen := screenOf(r.t, r.model)
	if r.focus == "" {
		r.focus = screen.Focus // a new screen begins there
	}
	for r.focus != key {
		r.key(ebiten.KeyTab)
		r.focus = screen.Next(r.focus, 1).Key
	}
	r.key(ebiten.KeyEnter)
	r.tell(msg)
}

// pad holds a button of a gamepad down for so many ticks.
func (r *round) pad(button ebiten.StandardGamepadButton, ticks int) {
	state := vmhost.GamepadState{ID: 1, Name: "Pad", StandardButtons: map[ebiten.StandardGamepadButton]vmhost.GamepadStandardButtonState{}}
	for b := range ebiten.StandardGamepadButtonMax + 1 {
		state.StandardButtons[b] = vmhost.GamepadStandardButtonState{Pressed: b == button, Value: 1}
	}
	r.UpdateGamepads([]vmhost.GamepadState{state})
	r.AdvanceTicks(ticks)
	state.StandardButtons[button] = vmhost.GamepadStandardButtonState{}
	r.UpdateGamepads([]vmhost.GamepadState{state})
	r.AdvanceTicks(1)
}

// step returns at which step of its scale the program shows the number, of those from one to another.
func (r *round) step(from, to int) int {
	got := r.picture()
	for step := from; step <= to; step++ {
		m, _ := app.Update(r.model, app.Slide{Step: step})
		if differing(paint(r.t, screenOf(r.t, m), "scale"), got) < 0.0005 {
			return step
		}
	}
	r.t.Fatalf("the picture shows none of the steps from %d to %d", from, to)
	return 0
}

// TestPlayOnTheDesktop plays today's round in the desktop program: it is begun with the mouse and played with keys.
// What it draws is held against the tree, and what it keeps is read from its file.
func TestPlayOnTheDesktop(t *testing.T) {
	g := launch(t, "--lang", "en", "--theme", "dark")
	now, err := time.Parse(time.RFC3339, start)
	require.NoError(t, err)
	g.AdvanceTicks(6 * ebiten.DefaultTPS) // until nothing moves
	home := shown(t, app.Tick{Now: now.Add(6 * time.Second)})
	assert.Less(t, differing(paint(t, home, ""), g.picture()), 0.003, "home is drawn as the tree says")

	g.click(home.Root.Find("play"))
	ready := shown(t, app.Tick{Now: now}, app.Choose{Mode: app.Daily})
	g.click(ready.Root.Find("start"))
	question := g.picture()
	assert.Greater(t, differing(paint(t, ready, ""), question), 0.02, "the question is another picture than the card")
	m := modelOf(t, builtIn(t), app.Tick{Now: now}, app.Choose{Mode: app.Daily}, app.Start{})
	for i := range 10 {
		for _, msg := range scenes.Answer(m, i%2 == 0) {
			switch msg := msg.(type) {
			case app.Answer:
				g.digit(msg.Place)
			case app.Mark:
				g.digit(msg.Place)
			case app.Done: // a number is left where it stands at first
				g.click(screenOf(t, m).Root.Find("done"))
				g.key(ebiten.KeyEnter) // shows the focus, which is on Next
			}
			m, _ = app.Update(m, msg)
		}
		m, _ = app.Update(m, app.Next{})
		saved := g.saved(func(s app.Saved) bool { return s.Tries[assets.BuiltIn].Answered == i+1 })
		assert.Equal(t, "2026-11-22", saved.Tries[assets.BuiltIn].Day)
		g.key(ebiten.KeyEnter)
	}
	saved := g.saved(func(s app.Saved) bool { return len(s.Bests) == 1 })
	best := saved.Bests[assets.BuiltIn+"/daily/speed"]
	assert.Equal(t, 10, best.Of)
	assert.Equal(t, saved.Tries[assets.BuiltIn].Points, best.Points)
	g.key(ebiten.KeyEscape)
	g.AdvanceTicks(60)
}

// TestEveryKindOnTheDesktop plays a question of each kind in the desktop program, each by other means: the mouse, keys, a
// gamepad and a finger. All are answered right, so that what is kept in the end says whether each of them was understood.
func TestEveryKindOnTheDesktop(t *testing.T) {
	file := filepath.Join("..", "scenes", "kinds.json")
	g := launch(t, "--lang", "en", "--theme", "dark", "--pack", file)
	p, err := scenes.Kinds()
	require.NoError(t, err)
	now, err := time.Parse(time.RFC3339, start)
	require.NoError(t, err)
	r := &round{guest: g, model: modelOf(t, p, app.Tick{Now: now})}
	r.click("play", app.Choose{Mode: app.Daily})
	r.click("clock-off", app.Set{Name: "clock", Value: "off"})
	r.click("start", app.Start{})

	for _, place := range r.places(0, 1, 2) {
		r.click(answerKey(place), app.Mark{Place: place})
	}
	r.click("done", app.Done{})
	r.click("next", app.Next{})

	for _, place := range r.places(0, 1, 2, 3) {
		r.tab(answerKey(place), app.Mark{Place: place})
	}
	r.tab("done", app.Done{})
	r.key(ebiten.KeyEnter) // the focus is on Next
	r.tell(app.Next{})

	for range 4 {
		r.pad(ebiten.StandardGamepadButtonFrontTopRight, 1) // a tenth of the scale
	}
	r.pad(ebiten.StandardGamepadButtonLeftRight, 60)
	step := r.step(41, 60)
	require.Greater(t, step, 44, "an arrow that is held for a second comes again")
	for ; step > 42; step-- {
		r.pad(ebiten.StandardGamepadButtonLeftLeft, 1)
	}
	require.Equal(t, 42, r.step(41, 60))
	r.tell(app.Slide{Step: 42})
	r.pad(ebiten.StandardGamepadButtonLeftBottom, 1)
	r.pad(ebiten.StandardGamepadButtonRightBottom, 1)
	r.tell(app.Done{})
	r.pad(ebiten.StandardGamepadButtonRightBottom, 1)
	r.tell(app.Next{})

	place := r.places(0)[0]
	r.touch(answerKey(place), app.Answer{Place: place})
	r.touch("next", app.Next{})

	for _, place := range r.places(0, 1) {
		r.digit(place)
		r.tell(app.Mark{Place: place})
	}
	r.touch("done", app.Done{})
	r.key(ebiten.KeyEnter) // shows the focus, which is on Next
	r.key(ebiten.KeyEnter)
	saved := g.saved(func(s app.Saved) bool { return len(s.Bests) == 1 })
	assert.Equal(t, app.Best{Points: 5, Right: 5, Of: 5}, saved.Bests["kinds/daily/untimed"])
}

// TestKioskForgets leaves a kiosk alone in the middle of a round: after a minute it is home again, and nothing is kept.
func TestKioskForgets(t *testing.T) {
	g := launch(t, "kiosk", "--lang", "en", "--theme", "dark", "--mode", "daily")
	g.key(ebiten.KeyEnter) // shows the focus
	g.key(ebiten.KeyEnter) // starts
	g.key(ebiten.KeyDigit1)
	g.AdvanceTicks(61 * 60)
	now, err := time.Parse(time.RFC3339, start)
	require.NoError(t, err)
	g.AdvanceTicks(6 * ebiten.DefaultTPS) // until nothing moves
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	home := modelOf(t, p, app.Tick{Now: now.Add(67 * time.Second)})
	home.Options.Kiosk = true
	assert.Less(t, differing(paint(t, screenOf(t, home), ""), g.picture()), 0.01, "home again")
	_, err = os.Stat(filepath.Join(g.folder, "state.json"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}

// paint paints a screen with the focus marked on the node with the key, "" for none.
func paint(t *testing.T, s *ui.Screen, focus string) *image.RGBA {
	_, painter, err := program.Parts()
	require.NoError(t, err)
	canvas := ebiten.NewImage(width, height)
	defer canvas.Deallocate()
	painter.Paint(canvas, s, draw.State{Ratio: 1, Focus: focus})
	img := image.NewRGBA(canvas.Bounds())
	canvas.ReadPixels(img.Pix)
	return img
}

// differing is the share of bytes that are more than 24 of 255 apart.
func differing(a, b *image.RGBA) float64 {
	n := 0
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d > 24 || d < -24 {
			n++
		}
	}
	return float64(n) / float64(len(a.Pix))
}
