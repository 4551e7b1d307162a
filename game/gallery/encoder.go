//go:build !js

package main

import (
	"image"
	"path"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"

	"houselights/game/draw/picture"
)

// pictures is the folder of the pictures, in that of the page.
const pictures = "pictures"

// encoder writes pictures while others are being painted, as many at once as there are processors.
type encoder struct {
	out   string
	group errgroup.Group
}

func newEncoder(out string) *encoder {
	e := &encoder{out: out}
	e.group.SetLimit(runtime.GOMAXPROCS(0)) // a wall is large: no more of them are kept waiting
	return e
}

// put takes a picture to write, and returns its address on the page.
func (e *encoder) put(name string, img image.Image) string {
	e.group.Go(func() error { return picture.Write(filepath.Join(e.out, pictures, name), img) })
	return path.Join(pictures, name)
}

// wait waits until all are written.
func (e *encoder) wait() error { return e.group.Wait() }
