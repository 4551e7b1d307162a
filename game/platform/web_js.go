package platform

import (
	"math"
	"strconv"
	"syscall/js"
	"time"
	"unsafe"

	"houselights/game/app"
	"houselights/game/countdown"
	"houselights/game/sound"
	"houselights/game/ui"
)

// Settings are what the frame was opened with.
type Settings struct {
	Pack       string     // id of a built-in pack, or the address that PackText came from
	PackText   string     // the pack itself where it is not a built-in one
	PackName   string     // a name for it: host and path, without ending
	PackHost   string     // the host it came from
	Texts      []PackText // its translations
	Mode       string
	Event      string
	EventTitle string
	Kiosk      bool
	Unsaved    bool          // the browser keeps nothing here
	Confined   bool          // no file can be saved from here, and no page be opened
	Skew       time.Duration // that the frame knows of already
	Snapshot   string        // of the visit that a crash or reload has cut off, or ""
	Seen       time.Time     // when the visitor last saw it
}

// PackText is a file of translations.
type PackText struct{ Lang, Text string }

// Web is the outside of the game in a page: an object that the frame's script has laid out under the name "houselights".
// web/frame/host.ts describes the same object from its side.
type Web struct {
	Settings Settings
	Around   app.Surroundings // as it is at the start; of changes an event tells

	host   js.Value
	ratio  float64 // device pixels to a CSS pixel
	skew   time.Duration
	events []Event
	shown  string
	sounds map[sound.Cue]bool // that the frame has been given
}

// NewWeb finds the frame's object and begins to listen.
func NewWeb() *Web {
	w := &Web{host: js.Global().Get("houselights"), ratio: 1, sounds: map[sound.Cue]bool{}}
	w.Settings = Settings{Pack: w.text("pack"), PackText: w.text("packText"), Mode: w.text("mode"), Event: w.text("event"), EventTitle: w.text("eventTitle"),
		PackHost: w.text("packHost"), Kiosk: w.is("kiosk"), Unsaved: w.is("unsaved"), Confined: w.is("confined"),
		Skew: milliseconds(w.number("skew", 0)), Snapshot: w.text("snapshot"), Seen: time.UnixMilli(int64(w.number("seen", 0)))}
	if all := w.setting("translations"); all.Type() == js.TypeObject {
		for i := range all.Length() {
			one := all.Index(i)
			w.Settings.Texts = append(w.Settings.Texts, PackText{one.Get("lang").String(), one.Get("text").String()})
		}
	}
	w.Settings.PackName = packName(w.Settings.PackHost, w.Settings.Pack)
	w.Around = w.around()
	w.skew = w.Settings.Skew
	w.setRatio(w.number("ratio", 1))
	w.host.Set("send", js.FuncOf(func(_ js.Value, args []js.Value) any {
		w.receive(args)
		return nil
	}))
	return w
}

// setting is a field of the frame's settings as it stands now.
func (w *Web) setting(name string) js.Value { return w.host.Get("settings").Get(name) }

func (w *Web) is(name string) bool { return w.setting(name).Truthy() }

func (w *Web) text(name string) string {
	if v := w.setting(name); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

func (w *Web) number(name string, otherwise float64) float64 {
	if v := w.setting(name); v.Type() == js.TypeNumber {
		return v.Float()
	}
	return otherwise
}

// around is what the page and the system ask for now.
func (w *Web) around() app.Surroundings {
	return app.Surroundings{Lang: w.text("lang"), Locale: w.text("locale"), Theme: w.text("theme"), Dark: w.is("dark"),
		TextScale: w.number("textScale", 1), Hours12: w.text("hours12"),
		AccentDark: w.text("accentDark"), AccentLight: w.text("accentLight"), Calm: w.is("calm"), Sound: w.is("sound"),
		CoveredTop: w.number("coveredTop", 0), CoveredRight: w.number("coveredRight", 0), CoveredBottom: w.number("coveredBottom", 0), CoveredLeft: w.number("coveredLeft", 0)}
}

// receive takes what the frame sends: a type, a key and a value.
func (w *Web) receive(args []js.Value) {
	if len(args) < 2 || args[0].Type() != js.TypeString || args[1].Type() != js.TypeString {
		return
	}
	number, key := 0.0, args[1].String()
	if len(args) > 2 && args[2].Type() == js.TypeNumber {
		number = args[2].Float()
	}
	if e := w.event(args[0].String(), key, number); e != nil {
		w.events = append(w.events, e)
	}
}

// event is what the frame has sent, or nil for what the game need not hear of.
func (w *Web) event(kind, key string, number float64) Event {
	switch kind {
	case "press":
		return Press{key}
	case "focus":
		return Focus{key, number != 0}
	case "blur":
		return Focus{}
	case "hover":
		return Hover{key}
	case "scroll":
		return ScrollTo{number}
	case "slide":
		return Slide{key, int(number)}
	case "shortcut":
		return Shortcut{key}
	case "stored":
		// Another tab or widget has saved: its daily try counts here as well.
		text := w.read()
		if text == nil { // and has erased that meanwhile
			w.forget()
		} else if saved, err := app.DecodeSaved(text); err == nil && !w.Settings.Kiosk {
			return Stored{saved}
		}
	case "erased":
		w.forget()
	case "around":
		return Placed{w.around()}
	case "event":
		return Aimed{w.text("event"), w.text("eventTitle")}
	case "mode":
		return Led{w.text("mode")}
	case "clock":
		jump, _ := strconv.ParseFloat(key, 64)
		return Corrected{milliseconds(number), milliseconds(jump)}
	case "seen":
		return Seen{Visible: number != 0, At: w.Now()}
	case "ratio":
		// At once, and not with the next frame: the engine lays the frame out before it takes in events.
		w.setRatio(number)
	}
	return nil
}

// forget has the game forget, before anything else however long ago the last frame was: what was stored before must not
// come back, nor be saved along with what was pressed since.
func (w *Web) forget() {
	if w.Settings.Kiosk {
		return // it has kept nothing
	}
	later := []Event{Erased{}}
	for _, e := range w.events {
		if _, old := e.(Stored); !old {
			later = append(later, e)
		}
	}
	w.events = later
}

// setRatio takes over how many device pixels go to a CSS pixel. What is no ratio is left out.
func (w *Web) setRatio(ratio float64) {
	if ratio > 0 && !math.IsInf(ratio, 1) {
		w.ratio = ratio
	}
}

// HidesBars reports whether the browser hides its scroll bars until something scrolls, as those for fingers do: nothing would say then that there is
// more below.
func (w *Web) HidesBars() bool {
	return js.Global().Call("matchMedia", "(pointer: coarse)").Get("matches").Bool()
}

// Space turns device pixels, in which the page gives the engine its size, into CSS pixels.
func (w *Web) Space(deviceW, deviceH float64) (cssW, cssH, ratio float64) {
	return cssPixels(deviceW, w.ratio), cssPixels(deviceH, w.ratio), w.ratio
}

// Now is the time on the wall, without the monotonic reading, which stands still while a laptop sleeps; corrected, where the
// device's clock has been found wrong.
func (w *Web) Now() time.Time { return time.Now().Round(0).Add(w.skew) }

func milliseconds(ms float64) time.Duration { return time.Duration(ms) * time.Millisecond }

// Zone is the viewer's, as the browser knows it: on js the Go program itself knows no changes of the clock.
func (w *Web) Zone(from, to time.Time) countdown.Zone {
	// A number for a number: each object of the page that came here would be one more for the garbage collector to follow.
	offset := func(unix int64) int { return w.host.Call("offset", unix).Int() }
	return countdown.Probe("", offset, from, to)
}

// Events returns what has happened since the last call.
func (w *Web) Events() []Event {
	events := w.events
	w.events = nil
	var by time.Duration
	for _, e := range events {
		if c, ok := e.(Corrected); ok {
			by += c.Skew - w.skew
			w.skew = c.Skew
		}
	}
	for i, e := range events {
		if seen, ok := e.(Seen); ok && by != 0 {
			seen.At = seen.At.Add(by) // noted by the old clock
			events[i] = seen
		}
	}
	return events
}

// Show hands the tree to the page's mirror, when it is another than the last.
func (w *Web) Show(s *ui.Screen) {
	text := Mirror(s)
	if text == w.shown {
		return
	}
	w.shown = text
	w.host.Call("show", text)
}

// Announce has a screen reader say the text when it has finished what it is at. lang is BCP 47, "" for the screen's own.
func (w *Web) Announce(text, lang string) { w.host.Call("announce", text, lang) }

// Sound has the frame play a cue. Its samples are made, and handed over, when it is wanted for the first time.
func (w *Web) Sound(c sound.Cue) {
	if !w.sounds[c] {
		w.sounds[c] = true
		samples := c.Samples()
		array := js.Global().Get("Float32Array").New(len(samples))
		bytes := unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(samples))), 4*len(samples)) // as the page has them too
		js.CopyBytesToJS(js.Global().Get("Uint8Array").New(array.Get("buffer")), bytes)
		w.host.Call("learnSound", string(c), array, sound.Rate)
	}
	w.host.Call("playSound", string(c))
}

func (w *Web) read() []byte {
	if v := w.host.Call("read"); v.Type() == js.TypeString {
		return []byte(v.String())
	}
	return nil
}

// Load returns what earlier visits left; where storage is refused, that is nothing.
func (w *Web) Load() (app.Saved, error) { return app.DecodeSaved(w.read()) }

// Save joins the state with what lies in the browser's storage and writes both. Where storage is refused the game plays on.
func (w *Web) Save(s app.Saved) {
	if data, ok := merged(w.read(), s); ok {
		w.host.Call("write", string(data))
	}
}

// Keep gives the page the visit as it stands, and says whether it is worth taking up when the page is loaded anew.
func (w *Web) Keep(s app.Snapshot) {
	if !w.Settings.Unsaved {
		s.Saved = app.Saved{} // it is stored, and no business of the page around, which has the visit in hand
	}
	w.host.Call("keep", string(s.Encode()), s.Lasting())
}

// Wipe has the page erase all that is kept.
func (w *Web) Wipe() { w.host.Call("erase") }

// Tell tells the page around what has happened; detail is a JSON object.
func (w *Web) Tell(what app.Happening, detail string) { w.host.Call("tell", string(what), detail) }

// OpenLink does nothing: the page's own link, which was what the visitor pressed, has opened it.
func (w *Web) OpenLink(string) {}

// SaveFile has the page hand the visitor a file of text for a calendar.
func (w *Web) SaveFile(name, text string) { w.host.Call("save", name, text) }

// NextFrame tells the governor when the next frame is needed.
func (w *Web) NextFrame(at time.Time) {
	wait := -1.0
	if !at.IsZero() {
		wait = max(0, float64(at.Sub(w.Now()))/float64(time.Millisecond))
	}
	w.host.Call("nextFrame", wait)
}

// Warn tells the author of the page, in the console.
func (w *Web) Warn(text string) { js.Global().Get("console").Call("warn", "Houselights: "+text) }

// Fail ends the game with a message for the visitor. The kind "pack" says that the questions are at fault; the visitor
// may read why, and play the built-in ones.
func (w *Web) Fail(err error, kind string) { w.host.Call("fail", err.Error(), kind) }
