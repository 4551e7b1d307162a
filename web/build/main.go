// Build writes build/web, the static site: the game as wasm, the scripts, the pages, and compressed copies of all.
//
//	go run -C web/build . [-out DIR] [-no-compress] [-wasm FILE]
//	go run -C web/build . -poster
//	go run -C web/build . -size
//
// It needs Go alone. DIR and FILE are relative to web/build. What was in DIR before is replaced whole, and only when
// everything else has succeeded: among that, that the game keeps to its budget, budget.txt, unless it comes from FILE.
// The second prints the constant POSTER, with which the tests of the poster are bundled; the third what the game's parts weigh.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("out", "../../build/web", "folder to write, replaced whole")
	plain := flag.Bool("no-compress", false, "leave out the .br and .gz files, which take a minute")
	wasm := flag.String("wasm", "", "use this wasm file and do not build the game")
	poster := flag.Bool("poster", false, "print the constant POSTER and build nothing")
	weigh := flag.Bool("size", false, "print what each part of the game weighs and write nothing")
	flag.Parse()
	build := func() error { return run(*out, *wasm, !*plain) }
	switch {
	case *poster:
		build = printPoster
	case *weigh:
		build = printSize
	}
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "web/build:", err)
		os.Exit(1)
	}
}

func run(out, wasm string, compress bool) error {
	src, err := findSources("../..")
	if err != nil {
		return err
	}
	return replaceFolder(out, func(dir string) error {
		s, err := buildSite(src, wasm)
		if err != nil {
			return err
		}
		if wasm == "" {
			if err := checkParts(src, s); err != nil {
				return err
			}
		}
		if compress {
			if err := s.compress(); err != nil {
				return err
			}
			if wasm == "" {
				if err := checkDownload(src, s); err != nil {
					return err
				}
			}
		}
		return s.write(dir)
	})
}

func printPoster() error {
	src, err := findSources("../..")
	if err != nil {
		return err
	}
	constant, err := posterConstant(src)
	if err != nil {
		return err
	}
	_, err = fmt.Println(constant)
	return err
}

// sources are the folders that the site is made from.
type sources struct {
	root string // of the repository
	web  string
}

// findSources checks that the repository is where it should be.
func findSources(root string) (sources, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return sources{}, err
	}
	src := sources{root: root, web: filepath.Join(root, "web")}
	if _, err := os.Stat(filepath.Join(src.web, "frame", "frame.html")); err != nil {
		return sources{}, fmt.Errorf("%s is not the repository: run `go run -C web/build .` at its root: %w", root, err)
	}
	return src, nil
}

// replaceFolder has fill write to an empty folder and puts that in dir's place. When fill fails, dir is as it was.
func replaceFolder(dir string, fill func(dir string) error) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	parent := filepath.Dir(dir)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	// Beside dir, because a rename does not cross file systems.
	scratch, err := os.MkdirTemp(parent, ".web-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	fresh, old := filepath.Join(scratch, "new"), filepath.Join(scratch, "old")
	if err := os.Mkdir(fresh, 0o755); err != nil {
		return err
	}
	if err := fill(fresh); err != nil {
		return err
	}
	if err := os.Rename(dir, old); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, dir); err != nil {
		return errors.Join(err, os.Rename(old, dir))
	}
	return nil
}
