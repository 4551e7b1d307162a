//go:build !js

package xvfb

import (
	"fmt"
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
	r := &runner{m: m, code: 1}
	ebiten.SetWindowVisible(false)
	if err := ebiten.RunGame(r); err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	return r.code
}

type runner struct {
	m    *testing.M
	code int
}

func (r *runner) Update() error {
	r.code = r.m.Run()
	return ebiten.Termination
}

func (r *runner) Draw(*ebiten.Image)         {}
func (r *runner) Layout(int, int) (int, int) { return 16, 16 }
