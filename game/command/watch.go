//go:build !js

package command

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// watcher looks at the files of a pack from time to time and tells when its author has saved another state. It asks for their
// size and date: a change is heard of wherever they lie, and however they were written.
type watcher struct {
	source   source
	log      *log.Logger
	every    time.Duration    // between two looks
	repacked func(*pack.Pack) // shows another state
	entitle  func(string)     // names the window

	shown loaded            // what was loaded last
	langs []string          // the translations that are looked at
	good  map[string][]byte // of each language what could be read last
	seen  []os.FileInfo     // at the last look
	read  []os.FileInfo     // what was so when the files were read; nil where they are to be read again
}

// lookEvery is half the time in which a change is taken up at the latest.
const lookEvery = 200 * time.Millisecond

// watchable reports whether a pack can change under way: it is a file, and no pipe.
func (s source) watchable() bool {
	info, err := os.Stat(s.name)
	return err == nil && !s.builtIn && info.Mode().IsRegular()
}

// start begins to watch, with what is shown already. stop ends it.
func (w *watcher) start(shown loaded) (stop func()) {
	w.keep(shown)
	done, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		ticker := time.NewTicker(w.every)
		defer ticker.Stop()
		for {
			select {
			case <-done:
				return
			case <-ticker.C:
				w.look()
			}
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}

// look takes up a change when it has lasted from one look to the next: editors empty a file before they write it, or put
// another in its place.
func (w *watcher) look() {
	now := w.files()
	calm := slices.EqualFunc(now, w.seen, same)
	w.seen = now
	if !calm || w.read != nil && slices.EqualFunc(now, w.read, same) {
		return
	}
	w.read = now
	if slices.ContainsFunc(now, fresh) {
		w.read = nil
	}
	if l := w.source.load(w.good); l.sum != w.shown.sum {
		w.keep(l)
		w.tell(l)
	}
}

// files is what the system knows of the files of the pack, nil for each that is not there.
func (w *watcher) files() []os.FileInfo {
	var all []os.FileInfo
	for _, lang := range append([]string{""}, w.langs...) {
		info, err := os.Stat(w.source.file(lang))
		if err != nil {
			info = nil
		}
		all = append(all, info)
	}
	return all
}

// same reports whether a file is as it was.
func same(a, b os.FileInfo) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return a.Size() == b.Size() && a.ModTime().Equal(b.ModTime()) && os.SameFile(a, b)
}

// fresh reports whether a file may change again without a change of its date, which some systems keep to two seconds.
func fresh(f os.FileInfo) bool {
	if f == nil {
		return false
	}
	age := time.Since(f.ModTime())
	return age >= 0 && age < 2*time.Second
}

// keep takes over what has been loaded. The list of translations is that of the last pack that was sound.
func (w *watcher) keep(l loaded) {
	w.shown = l
	if l.pack == nil {
		return
	}
	if w.good == nil {
		w.good = map[string][]byte{}
	}
	w.langs = l.pack.Translations
	for _, t := range l.translations {
		if t.problems == nil {
			w.good[t.lang] = t.data
		}
	}
}

// tell shows what has been loaded and says in the log and in the title how it stands.
func (w *watcher) tell(l loaded) {
	if l.pack != nil {
		w.log.Printf("%s: read again", w.source.name)
		w.repacked(l.pack)
	}
	for _, problem := range slices.Concat(l.problems, l.troubles()) {
		w.log.Print(problem)
	}
	w.entitle(l.title(w.source))
}

// title is the window's: what is played, or what its author has to see.
func (l loaded) title(s source) string {
	const program = " · Houselights"
	mistakes := l.problems
	for _, t := range l.translations {
		if !t.missing { // it may come yet
			mistakes = append(slices.Clip(mistakes), t.problems...)
		}
	}
	if len(mistakes) > 0 {
		return fmt.Sprintf("%s: %s, see the terminal", filepath.Base(mistakes[0].File), bank.Counted(len(mistakes), "problem")) + program
	}
	return l.pack.Title + program
}
