//go:build !js

package stage_test

import (
	"image"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/exp/vmhost"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/draw"
	"houselights/game/platform"
	"houselights/game/program"
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

// click presses and releases the mouse on a node.
func (g *guest) click(n *ui.Node) {
	x, y := n.Rect.Center()
	g.MoveCursor(x, y)
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
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	viewer, err := program.Viewer(fonts)
	require.NoError(t, err)
	p, err := assets.Pack(assets.BuiltIn)
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	for _, msg := range append([]app.Msg{app.Placed{Around: app.Surroundings{Lang: "en", Theme: "dark"}}}, msgs...) {
		m, _ = app.Update(m, msg)
	}
	return viewer.Screen(m, width, height)
}

// TestPlayOnTheDesktop plays today's round in the desktop program: it is begun with the mouse and played with keys.
// What it draws is held against the tree, and what it keeps is read from its file.
func TestPlayOnTheDesktop(t *testing.T) {
	g := launch(t, "--lang", "en", "--theme", "dark")
	now, err := time.Parse(time.RFC3339, start)
	require.NoError(t, err)
	home := shown(t, app.Tick{Now: now})
	assert.Less(t, differing(paint(t, home), g.picture()), 0.003, "home is drawn as the tree says")

	g.click(home.Root.Find("play"))
	ready := shown(t, app.Tick{Now: now}, app.Choose{Mode: app.Daily})
	g.click(ready.Root.Find("start"))
	question := g.picture()
	assert.Greater(t, differing(paint(t, ready), question), 0.02, "the question is another picture than the card")
	for i := range 10 {
		g.key(ebiten.KeyDigit1)
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

// TestKioskForgets leaves a kiosk alone in the middle of a round: after a minute it is home again, and nothing is kept.
func TestKioskForgets(t *testing.T) {
	g := launch(t, "kiosk", "--lang", "en", "--theme", "dark", "--mode", "daily")
	g.key(ebiten.KeyEnter) // shows the focus
	g.key(ebiten.KeyEnter) // starts
	g.key(ebiten.KeyDigit1)
	g.AdvanceTicks(61 * 60)
	now, err := time.Parse(time.RFC3339, start)
	require.NoError(t, err)
	g.AdvanceTicks(60)
	home := shown(t, app.Tick{Now: now.Add(62 * time.Second)})
	assert.Less(t, differing(paint(t, home), g.picture()), 0.01, "home again")
	_, err = os.Stat(filepath.Join(g.folder, "state.json"))
	assert.ErrorIs(t, err, os.ErrNotExist)
}

func paint(t *testing.T, s *ui.Screen) *image.RGBA {
	_, painter, err := program.Parts()
	require.NoError(t, err)
	canvas := ebiten.NewImage(width, height)
	defer canvas.Deallocate()
	painter.Paint(canvas, s, draw.State{Ratio: 1})
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
