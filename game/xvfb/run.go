//go:build !js

package xvfb

import (
	"fmt"
	"image/color"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// Run runs all tests of a package on a display of their own, inside one run of the engine, since only there can pixels
// be read back. It returns the exit code for TestMain.
func Run(m *testing.M) int {
	stop, err := start()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer stop()
	r := &runner{m: m, code: 1, done: make(chan int)}
	ebiten.SetWindowVisible(false)
	if err := ebiten.RunGame(r); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return r.code
}

// EndFrame ends the engine's frame, and goes on in the next one. All tests are a single frame else, until whose end the engine
// keeps much of what it was given.
func EndFrame() {
	began := make(chan struct{})
	ended <- began
	<-began
}

// ended takes the wishes of EndFrame. The engine runs once in a program, and so do all tests of a package.
var ended = make(chan chan struct{})

type runner struct {
	m    *testing.M
	code int
	done chan int
	next chan struct{} // closed as the next frame begins
}

func (r *runner) Update() error {
	if r.next == nil {
		go func() { r.done <- r.m.Run() }()
	} else {
		close(r.next)
	}
	select {
	case r.code = <-r.done:
		return ebiten.Termination
	case r.next = <-ended:
		return nil
	}
}

func (r *runner) Draw(screen *ebiten.Image)  { screen.Set(0, 0, color.Black) } // or the engine would leave the frame out
func (r *runner) Layout(int, int) (int, int) { return 16, 16 }
