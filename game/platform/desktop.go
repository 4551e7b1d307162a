//go:build !js

package platform

import (
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/sound"
	"houselights/game/ui"
)

// Desktop is the outside of the program in a window.
type Desktop struct {
	Store *Store // nil keeps nothing
	Log   *log.Logger
	Kiosk bool

	devices   devices
	around    *app.Surroundings // not yet told
	minimised bool              // the window, as told last
	alarm     alarm
	began     time.Time // the frame
	speaker   speaker
	saving    sync.WaitGroup
	mu        sync.Mutex // guards what follows
	wipe      bool       // what is kept is to be removed
	newest    *app.Saved // to be saved, after that
	busy      bool       // somebody is saving
	news      []Event    // from outside the frame
	title     string     // the window is to have, "" for the one it has
}

// NewDesktop returns the outside. around is what the flags ask for; what only the system knows is added to it.
func NewDesktop(store *Store, logger *log.Logger, kiosk bool, around app.Surroundings) *Desktop {
	around.Locale, around.Dark, around.Hours12 = locale(), true, hours12(localeOf("LC_TIME"))
	//lint:ignore SA1019 what it is deprecated for draws on at full speed; this sleeps
	wake := ebiten.ScheduleFrame
	return &Desktop{Store: store, Log: logger, Kiosk: kiosk, around: &around, alarm: alarm{wake: wake}, speaker: speaker{log: logger}}
}

// locale is the language that the system's environment names.
func locale() string { return localeOf("LC_MESSAGES") }

// localeOf is the locale, such as "es_MX", that the environment names for a category.
func localeOf(category string) string {
	for _, name := range []string{"LC_ALL", category, "LANG"} {
		if v := os.Getenv(name); v != "" {
			v, _, _ = strings.Cut(v, ".")
			return v
		}
	}
	return ""
}

// Zone is the zone of the system, with its changes from one time to another.
func (d *Desktop) Zone(from, to time.Time) countdown.Zone {
	offset := func(unix int64) int {
		_, seconds := time.Unix(unix, 0).Zone()
		return seconds
	}
	return countdown.Probe(time.Local.String(), offset, from, to)
}

// Events returns what has happened since the last call.
func (d *Desktop) Events() []Event {
	d.began = d.Now()
	var events []Event
	if d.around != nil {
		events = append(events, Placed{*d.around})
		d.around = nil
	}
	// The window system's wait ends when a window is minimised or restored, so neither waits for the next frame.
	if now := ebiten.IsWindowMinimized(); now != d.minimised {
		d.minimised = now
		events = append(events, Seen{Visible: !now, At: d.Now()})
	}
	news, title := d.told()
	if title != "" {
		ebiten.SetWindowTitle(title) // here, since the engine would keep waiting whoever else asks for it, up to the next frame
	}
	return append(append(events, news...), d.devices.events(d.Kiosk, d.Now())...)
}

// Repack shows another state of the pack. It may be called at any time, from anywhere.
func (d *Desktop) Repack(p *pack.Pack) {
	d.mu.Lock()
	d.news = append(d.news, Repacked{p})
	d.mu.Unlock()
	d.alarm.call()
}

// Entitle gives the window a title. It may be called at any time, from anywhere.
func (d *Desktop) Entitle(title string) {
	d.mu.Lock()
	d.title = title
	d.mu.Unlock()
	d.alarm.call()
}

// told takes what has come from outside the frame.
func (d *Desktop) told() (news []Event, title string) {
	d.alarm.heard() // first: what comes from now on calls again
	d.mu.Lock()
	defer d.mu.Unlock()
	news, title = d.news, d.title
	d.news, d.title = nil, ""
	return news, title
}

// Show does nothing: on a desktop the pixels are all there is.
func (d *Desktop) Show(*ui.Screen) {}

// Announce does nothing: the window system's screen readers cannot reach into the window.
func (d *Desktop) Announce(string, string) {}

// Sound makes a cue heard, where the system has sound.
func (d *Desktop) Sound(c sound.Cue) { d.speaker.play(c) }

// Save keeps the state, without holding up the frame.
func (d *Desktop) Save(s app.Saved) {
	if d.Store == nil {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.newest = &s
	d.store()
}

// Wipe removes what is kept, without holding up the frame, and what was still to be saved with it.
func (d *Desktop) Wipe() {
	if d.Store == nil {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.newest, d.wipe = nil, true
	d.store()
}

// store has what is to be done to the store done. The mutex is held.
func (d *Desktop) store() {
	if !d.busy {
		d.busy = true
		d.saving.Go(d.storeAll)
	}
}

// storeAll wipes, and saves the newest state, until there is nothing more to do.
func (d *Desktop) storeAll() {
	for {
		d.mu.Lock()
		s, wipe := d.newest, d.wipe
		d.newest, d.wipe, d.busy = nil, false, s != nil || wipe
		d.mu.Unlock()
		if s == nil && !wipe {
			return
		}
		if wipe {
			if err := d.Store.Wipe(); err != nil {
				d.Log.Printf("erasing: %v", err)
			}
		}
		if s != nil {
			if err := d.Store.Save(*s); err != nil {
				d.Log.Printf("saving: %v", err)
			}
		}
	}
}

// Keep does nothing: a window loses no drawing context, and nobody reloads it.
func (d *Desktop) Keep(app.Snapshot) {}

// Tell does nothing: there is no page around a window.
func (d *Desktop) Tell(app.Happening, string) {}

// Warn tells whoever reads the log.
func (d *Desktop) Warn(text string) { d.Log.Print(text) }

// Close waits until all that was to be saved is.
func (d *Desktop) Close() { d.saving.Wait() }

// Space is the engine's own: it measures in CSS pixels.
func (d *Desktop) Space(w, h float64) (cssW, cssH, ratio float64) {
	return w, h, ebiten.Monitor().DeviceScaleFactor()
}

// OpenLink opens an https address in the browser.
func (d *Desktop) OpenLink(url string) {
	if d.Kiosk || !strings.HasPrefix(strings.ToLower(url), "https://") {
		return
	}
	d.launch(url)
}

// launch opens an address or a file with the program that the system has for it.
func (d *Desktop) launch(what string) {
	name, args := "xdg-open", []string{what}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", what}
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		d.Log.Printf("opening %s: %v", what, err)
		return
	}
	go func() {
		if err := cmd.Wait(); err != nil {
			d.Log.Printf("opening %s: %v", what, err)
		}
	}()
}

// SaveFile puts a calendar's file into the user's folder for downloads, or where there is none into one for what passes,
// and opens it with the program that the system has for it.
func (d *Desktop) SaveFile(name, text string) {
	folder := os.TempDir()
	if home, err := os.UserHomeDir(); err == nil {
		if downloads := filepath.Join(home, "Downloads"); isFolder(downloads) {
			folder = downloads
		}
	}
	path, err := writeNew(folder, name, text)
	if err != nil {
		d.Log.Printf("saving the date: %v", err)
		return
	}
	d.launch(path)
}

// writeNew writes a file that is not there yet, with a number in its name where another is.
func writeNew(folder, name, text string) (path string, err error) {
	ending := filepath.Ext(name)
	stem := filepath.Join(folder, strings.TrimSuffix(name, ending))
	for n := 1; n < 100; n++ {
		path = stem + ending
		if n > 1 {
			path = fmt.Sprintf("%s (%d)%s", stem, n, ending)
		}
		var file *os.File
		file, err = os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err == nil {
			_, err = file.WriteString(text)
			return path, errors.Join(err, file.Close())
		}
		if !errors.Is(err, os.ErrExist) {
			break
		}
	}
	return "", err
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// padPoll is how often gamepads are looked at while one is there: the window system's wait does not hear them.
const padPoll = 50 * time.Millisecond

// smooth is the time between two frames while something moves. The engine waits for no screen, and would draw as many as it can.
const smooth = time.Second / 60

// NextFrame asks for a frame at the instant; zero asks for none before there is input.
func (d *Desktop) NextFrame(at time.Time) {
	wait := time.Duration(-1)
	if !at.IsZero() {
		now := d.Now()
		wait = max(at.Sub(now), min(smooth, d.began.Add(smooth).Sub(now)), 0)
	}
	if d.devices.padThere && (wait < 0 || wait > padPoll) {
		wait = padPoll
	}
	if hide := d.devices.hidePointerIn(d.Kiosk); hide > 0 && (wait < 0 || wait > hide) {
		wait = hide
	}
	if h := d.devices.held; h.down != nil {
		if again := max(0, h.next.Sub(d.Now())); wait < 0 || wait > again {
			wait = again
		}
	}
	if wait >= 0 {
		d.alarm.set(wait)
	} else {
		d.alarm.stop()
	}
}
