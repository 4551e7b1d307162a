//go:build !js

package command

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/platform"
	"houselights/game/program"
	"houselights/game/stage"
)

type windowFlags struct {
	pack, event, mode, lang, theme, motion, sound string
}

func parseWindow(args []string) (windowFlags, error) {
	var f windowFlags
	flags := flagsOf("houselights")
	flags.StringVar(&f.pack, "pack", assets.BuiltIn, "")
	flags.StringVar(&f.event, "event", "", "")
	flags.StringVar(&f.mode, "mode", "", "")
	flags.StringVar(&f.lang, "lang", "", "")
	flags.StringVar(&f.theme, "theme", "auto", "")
	flags.StringVar(&f.motion, "motion", "auto", "")
	flags.StringVar(&f.sound, "sound", "off", "")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return f, err
		}
		return f, errUsage{err.Error()}
	}
	if flags.NArg() > 0 {
		return f, errUsage{fmt.Sprintf("%q is not a flag: a pack is given as --pack %s", flags.Arg(0), flags.Arg(0))}
	}
	if !slices.Contains([]string{"auto", "dark", "light"}, f.theme) {
		return f, errUsage{fmt.Sprintf("--theme %q is not known: use auto, dark or light", f.theme)}
	}
	if !slices.Contains([]string{"auto", "reduce", "full"}, f.motion) {
		return f, errUsage{fmt.Sprintf("--motion %q is not known: use auto, reduce or full", f.motion)}
	}
	if f.sound != "on" && f.sound != "off" {
		return f, errUsage{fmt.Sprintf("--sound %q is not known: use on or off", f.sound)}
	}
	if primary, _, _ := strings.Cut(strings.ToLower(f.lang), "-"); f.lang != "" && !slices.Contains(assets.Languages(), primary) {
		return f, errUsage{fmt.Sprintf("--lang %q is not known: use one of %s", f.lang, strings.Join(assets.Languages(), ", "))}
	}
	return f, nil
}

// around is what the flags ask of the world around the game.
func (f windowFlags) around() app.Surroundings {
	return app.Surroundings{Lang: f.lang, Theme: f.theme, Calm: f.motion == "reduce", Sound: f.sound == "on"}
}

// window runs the game in a window, or as a kiosk.
func window(args []string, kiosk bool, stderr io.Writer) error {
	f, err := parseWindow(args)
	if err != nil {
		return err
	}
	folder, err := platform.Folder()
	if err != nil && !kiosk {
		return err
	}
	logger, closeLog := openLog(folder, kiosk, stderr)
	defer closeLog()
	err = open(f, folder, kiosk, logger)
	var misuse errUsage
	if kiosk && err != nil && !errors.As(err, &misuse) {
		logger.Print(err)
	}
	return err
}

// open opens the window and plays until it is closed.
func open(f windowFlags, folder string, kiosk bool, logger *log.Logger) error {
	s := find(f.pack)
	shown := s.load(nil)
	if shown.pack == nil {
		return errProblems{shown.problems}
	}
	for _, problem := range shown.troubles() {
		logger.Print(problem)
	}
	model, err := app.New(shown.pack, app.Options{Mode: f.mode, Event: f.event, Kiosk: kiosk, Foreign: !s.builtIn})
	if err != nil {
		return errUsage{err.Error()}
	}
	var store *platform.Store
	if !kiosk {
		store = platform.NewStore(folder)
	}
	out := platform.NewDesktop(store, logger, kiosk, f.around())
	defer out.Close()
	game, err := newGame(out, model, store, logger)
	if err != nil {
		return err
	}
	if kiosk {
		game.Failed = func(err error) { logger.Printf("back to home after a failure: %v", err) }
	}
	if s.watchable() {
		w := watcher{source: s, log: logger, every: lookEvery, repacked: out.Repack, entitle: out.Entitle}
		defer w.start(shown)()
	}
	return show(game, shown.title(s), kiosk)
}

func newGame(out *platform.Desktop, model app.Model, store *platform.Store, logger *log.Logger) (*stage.Game, error) {
	viewer, painter, err := program.Parts()
	if err != nil {
		return nil, err
	}
	painter.Bar = true
	first := []app.Msg{app.Seeded{Seed: rand.Uint64()}}
	if store != nil {
		saved, err := store.Load()
		if err != nil {
			logger.Printf("reading what was saved: %v", err)
		}
		first = append(first, app.Restored{Saved: saved})
	}
	return stage.New(out, viewer, painter, model, first...), nil
}

// show opens the window.
func show(game *stage.Game, title string, kiosk bool) error {
	ebiten.SetWindowTitle(title)
	ebiten.SetWindowSize(1080, 720)
	ebiten.SetWindowSizeLimits(320, 240, -1, -1)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetFullscreen(kiosk)
	ebiten.SetRunnableOnUnfocused(true)
	ebiten.SetScreenClearedEveryFrame(false)
	stage.Economise()
	if err := ebiten.RunGame(game); err != nil && !errors.Is(err, ebiten.Termination) {
		return fmt.Errorf("the window could not be opened: %w: a display with OpenGL is needed", err)
	}
	return nil
}

// longestLog is the size in bytes from which a kiosk's log is begun anew; the old one stays beside it.
const longestLog = 1 << 20

// openLog logs to standard error, and for a kiosk, where nobody reads that, to a file as well.
func openLog(folder string, kiosk bool, stderr io.Writer) (*log.Logger, func()) {
	plain := log.New(stderr, "houselights: ", log.LstdFlags)
	if !kiosk || folder == "" {
		return plain, func() {}
	}
	path := filepath.Join(folder, "kiosk.log")
	if info, err := os.Stat(path); err == nil && info.Size() > longestLog {
		if err := os.Rename(path, path+".old"); err != nil {
			plain.Printf("the log grows on: %v", err)
		}
	}
	err := os.MkdirAll(folder, 0o700)
	var file *os.File
	if err == nil {
		file, err = os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	}
	if err != nil {
		plain.Printf("no log file: %v", err)
		return plain, func() {}
	}
	// The file comes first: standard error may lead nowhere, and then what follows it is not written.
	return log.New(io.MultiWriter(visible{file}, stderr), "", log.LstdFlags), func() { _ = file.Close() }
}
