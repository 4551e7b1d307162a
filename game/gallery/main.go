//go:build !js

// Gallery paints every screen in every shape and theme, and writes a page to look through them. The pictures that a
// browser has taken of what the page around the game shows (web/gallery) are put beside them, where there are any.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/xvfb"
)

func main() {
	out := flag.String("out", "build/gallery", "the folder to write to")
	flag.Parse()
	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

func run(out string) error {
	began := time.Now()
	taken, err := readTaken(filepath.Join(out, "page"))
	if err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(out, pictures)); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(out, pictures), 0o755); err != nil {
		return err
	}
	all, err := scenes.All()
	if err != nil {
		return err
	}
	encoder := newEncoder(out)
	var page index
	err = xvfb.Do(func() error {
		viewer, painter, err := program.Parts()
		if err != nil {
			return err
		}
		painter.Bar = true
		page.Sections, err = studio{viewer, painter, encoder}.paintAll(all)
		return err
	})
	if failed := encoder.wait(); err == nil {
		err = failed
	}
	if err != nil {
		return err
	}
	page.Sections = append(page.Sections, taken...)
	if err := page.write(out); err != nil {
		return err
	}
	fmt.Printf("%s: %d pictures in %.0f s, %d of them taken by a browser before\n", filepath.Join(out, "index.html"), page.count(), time.Since(began).Seconds(), index{taken}.count())
	return nil
}
