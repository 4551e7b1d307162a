//go:build !js

package xvfb

import (
	"fmt"
	"image/color"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// Run runs all tests of a package as Do does. It returns the exit code for TestMain.
func Run(m *testing.M) int {
	code := 1
	err := Do(func() error {
		code = m.Run()
		return nil
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

// Do runs a function on a display of its own, inside a run of the engine, since only there can pixels be read back. A
// program can do so once.
func Do(work func() error) error {
	stop, err := start()
	if err != nil {
		return err
	}
	defer stop()
	ebiten.SetWindowVisible(false)
	return ebiten.RunGame(&runner{work: work, done: make(chan error)})
}

// EndFrame ends the engine's frame, and goes on in the next one. All that Do does is a single frame else, until whose end
// the engine keeps much of what it was given.
func EndFrame() {
	began := make(chan struct{})
	ended <- began
	<-began
}

// ended takes the wishes of EndFrame. The engine runs once in a program.
var ended = make(chan chan struct{})

type runner struct {
	work func() error
	done chan error
	next chan struct{} // closed as the next frame begins
}

func (r *runner) Update() error {
	if r.next == nil {
		go func() { r.done <- r.work() }()
	} else {
		close(r.next)
	}
	select {
	case err := <-r.done:
		if err != nil {
			return err
		}
		return ebiten.Termination
	case r.next = <-ended:
		return nil
	}
}

func (r *runner) Draw(screen *ebiten.Image)  { screen.Set(0, 0, color.Black) } // or the engine would leave the frame out
func (r *runner) Layout(int, int) (int, int) { return 16, 16 }
