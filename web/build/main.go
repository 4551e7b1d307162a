// Build writes build/web, the static site: the game as wasm, the scripts, the pages, and compressed copies of all.
//
//	go run -C web/build . [-out DIR] [-last PLACE] [-no-compress] [-slim=false] [-no-budget] [-wasm FILE] [-packs PLACES] [-base ADDRESS]
//	go run -C web/build . -poster
//	go run -C web/build . -size [-slim=false]
//
// It needs Go alone. DIR and FILE are relative to web/build; PLACE is a DIR or an address. What was in DIR before is
// replaced whole, and only when everything else has succeeded: among that, that the game keeps to its budget, budget.txt,
// unless it comes from FILE, is not slim, or -no-budget is given; release.go says what of it stays. The second prints the
// constant POSTER, with which the tests of the poster are bundled; the third what the game's parts weigh.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// options say what to build.
type options struct {
	out, last, wasm string
	slim            bool // the game without what a visitor has no use for
	compress        bool
	unlimited       bool // the game may hold more than what is shipped
	packs           packPlaces
	base            base
}

func main() {
	out := flag.String("out", "../../build/web", "folder to write, replaced whole")
	last := flag.String("last", "", "folder or address of the last deploy, whose hashed files stay (default: what lies in -out)")
	plain := flag.Bool("no-compress", false, "leave out the .br and .gz files, which take half a minute: no release")
	wasm := flag.String("wasm", "", "use this wasm file and do not build the game")
	slim := flag.Bool("slim", true, "build with the slim engine; false takes the engine as it is")
	unlimited := flag.Bool("no-budget", false, "let the game outgrow its budget, to measure one that holds more")
	packs := flag.String("packs", "", "addresses where packs may come from besides the site's own host: a folder ends in /; none for nowhere (default: any https address)")
	at := flag.String("base", "", "address that the site will have, for "+oembedFile+" (default: none is written)")
	poster := flag.Bool("poster", false, "print the constant POSTER and build nothing")
	weigh := flag.Bool("size", false, "print what each part of the game weighs and write nothing")
	flag.Parse()
	build := func() error {
		places, err := readPackPlaces(*packs)
		if err != nil {
			return err
		}
		address, err := readBase(*at)
		if err != nil {
			return err
		}
		return run(options{out: *out, last: *last, wasm: *wasm, slim: *slim, compress: !*plain, unlimited: *unlimited, packs: places, base: address})
	}
	switch {
	case *poster:
		build = printPoster
	case *weigh:
		build = func() error { return printSize(*slim) }
	}
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "web/build:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	src, err := findSources("../..")
	if err != nil {
		return err
	}
	last, err := findLast(o)
	if err != nil {
		return err
	}
	return replaceFolder(o.out, func(dir string) error {
		s, err := buildSite(src, o)
		if err != nil {
			return err
		}
		fetched, err := s.toPlay()
		if err != nil {
			return err
		}
		held, err := s.budgeted(o)
		if err != nil {
			return err
		}
		if held {
			if err := checkParts(src, s); err != nil {
				return err
			}
		}
		if err := s.finish(last, o); err != nil {
			return err
		}
		if held && o.compress {
			if err := checkDownload(src, s, fetched); err != nil {
				return err
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
