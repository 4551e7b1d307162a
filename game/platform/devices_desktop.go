//go:build !js

package platform

import (
	"slices"
	"strconv"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// devices reads mouse, touch, keyboard and gamepads and says what they meant.
type devices struct {
	now      time.Time
	x, y     int
	finger   finger
	moved    time.Time // of the mouse
	keys     []ebiten.Key
	pads     []ebiten.GamepadID
	padThere bool
	tilted   map[ebiten.GamepadID]bool // the stick is out of the middle, and has been answered
	held     held
}

// held is an arrow that is held down, which comes again and again.
type held struct {
	arrow Arrow
	down  func() bool // nil when there is none
	next  time.Time
}

// An arrow that is held comes again after the first time, and then so often.
const (
	firstAgain = 400 * time.Millisecond
	thenAgain  = 60 * time.Millisecond
)

// finger is the one touch that is followed: the first of those that are there.
type finger struct {
	id   ebiten.TouchID
	down bool
	x, y float64 // where it was last, CSS pixels
}

// wheelStep is how far a notch of the wheel scrolls, in CSS pixels.
const wheelStep = 60

// pointerRest is how long the pointer of a kiosk is shown after it has moved.
const pointerRest = 3 * time.Second

func (d *devices) events(kiosk bool, now time.Time) []Event {
	d.now = now
	var events []Event
	events = d.mouse(events)
	events = d.touch(events)
	events = d.keyboard(events, kiosk)
	events = d.gamepads(events)
	events = d.again(events)
	if kiosk {
		mode := ebiten.CursorModeVisible
		if d.hidePointerIn(true) <= 0 {
			mode = ebiten.CursorModeHidden
		}
		if ebiten.CursorMode() != mode {
			ebiten.SetCursorMode(mode)
		}
	}
	return events
}

// hidePointerIn is the time until the pointer is to vanish, or 0 when it has.
func (d *devices) hidePointerIn(kiosk bool) time.Duration {
	if !kiosk || d.moved.IsZero() {
		return 0
	}
	return max(0, pointerRest-d.now.Sub(d.moved))
}

func (d *devices) mouse(events []Event) []Event {
	ratio := ebiten.Monitor().DeviceScaleFactor()
	x, y := ebiten.CursorPosition()
	down := inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft)
	up := inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft)
	if x != d.x || y != d.y || down || up {
		if x != d.x || y != d.y {
			d.moved = d.now
		}
		d.x, d.y = x, y
		events = append(events, Pointer{float64(x) / ratio, float64(y) / ratio, down, up})
	}
	if _, dy := ebiten.Wheel(); dy != 0 {
		events = append(events, Wheel{-dy * wheelStep})
	}
	return events
}

// touch takes a finger for the mouse with its button held down. The engine tells of fingers on a desktop only under its test
// host; most window systems make a mouse of one themselves.
func (d *devices) touch(events []Event) []Event {
	ratio := ebiten.Monitor().DeviceScaleFactor()
	f := &d.finger
	there := slices.Contains(ebiten.AppendTouchIDs(nil), f.id)
	switch {
	case f.down && there:
		x, y := ebiten.TouchPosition(f.id)
		f.x, f.y = float64(x)/ratio, float64(y)/ratio
		return append(events, Pointer{X: f.x, Y: f.y})
	case f.down:
		f.down = false
		return append(events, Pointer{X: f.x, Y: f.y, Up: true}, Pointer{X: -1, Y: -1}) // it is over nothing any more
	}
	if ids := inpututil.AppendJustPressedTouchIDs(nil); len(ids) > 0 {
		x, y := ebiten.TouchPosition(ids[0])
		*f = finger{ids[0], true, float64(x) / ratio, float64(y) / ratio}
		return append(events, Pointer{X: f.x, Y: f.y, Down: true})
	}
	return events
}

func (d *devices) keyboard(events []Event, kiosk bool) []Event {
	alt := ebiten.IsKeyPressed(ebiten.KeyAlt)
	shift := ebiten.IsKeyPressed(ebiten.KeyShift)
	d.keys = inpututil.AppendJustPressedKeys(d.keys[:0])
	for _, key := range d.keys {
		switch key {
		case ebiten.KeyF11:
			toggleFullscreen(kiosk)
		case ebiten.KeyEnter, ebiten.KeyNumpadEnter:
			if alt {
				toggleFullscreen(kiosk)
			} else {
				events = append(events, Confirm{})
			}
		case ebiten.KeySpace:
			events = append(events, Confirm{})
		case ebiten.KeyTab:
			// Alt+Tab belongs to the window system.
			if shift && !alt {
				events = append(events, Step{-1})
			} else if !alt {
				events = append(events, Step{1})
			}
		case ebiten.KeyArrowUp, ebiten.KeyArrowDown, ebiten.KeyArrowLeft, ebiten.KeyArrowRight:
			arrow := arrows[key]
			events = append(events, arrow)
			d.held = held{arrow, func() bool { return ebiten.IsKeyPressed(key) }, d.now.Add(firstAgain)}
		case ebiten.KeyPageUp:
			events = append(events, Page{-1, 1}) // as it is in browsers
		case ebiten.KeyPageDown:
			events = append(events, Page{1, -1})
		case ebiten.KeyEscape:
			events = append(events, Shortcut{"Escape"})
		default:
			if n, ok := digit(key); ok {
				events = append(events, Shortcut{strconv.Itoa(n)})
			}
		}
	}
	return events
}

var arrows = map[ebiten.Key]Arrow{ebiten.KeyArrowUp: {DY: -1}, ebiten.KeyArrowDown: {DY: 1}, ebiten.KeyArrowLeft: {DX: -1}, ebiten.KeyArrowRight: {DX: 1}}

// again repeats the arrow that is held down.
func (d *devices) again(events []Event) []Event {
	if d.held.down == nil {
		return events
	}
	if !d.held.down() {
		d.held = held{}
		return events
	}
	if !d.now.Before(d.held.next) {
		d.held.next = d.now.Add(thenAgain)
		again := d.held.arrow
		again.Again = true
		events = append(events, again)
	}
	return events
}

// digit returns the number on a key from 1 to 6, above the letters or on the number pad.
func digit(key ebiten.Key) (n int, ok bool) {
	for _, one := range []ebiten.Key{ebiten.KeyDigit1, ebiten.KeyNumpad1} {
		if key >= one && key < one+6 {
			return int(key-one) + 1, true
		}
	}
	return 0, false
}

func toggleFullscreen(kiosk bool) {
	if !kiosk {
		ebiten.SetFullscreen(!ebiten.IsFullscreen())
	}
}

// tilt is how far a stick must leave the middle to count, and half of it how near it must come back.
const tilt = 0.6

func (d *devices) gamepads(events []Event) []Event {
	d.pads = ebiten.AppendGamepadIDs(d.pads[:0])
	d.padThere = len(d.pads) > 0
	for _, id := range d.pads {
		if !ebiten.IsStandardGamepadLayoutAvailable(id) {
			continue
		}
		for _, b := range []struct {
			button ebiten.StandardGamepadButton
			event  Event
		}{
			{ebiten.StandardGamepadButtonLeftTop, Arrow{DY: -1}},
			{ebiten.StandardGamepadButtonLeftBottom, Arrow{DY: 1}},
			{ebiten.StandardGamepadButtonLeftLeft, Arrow{DX: -1}},
			{ebiten.StandardGamepadButtonLeftRight, Arrow{DX: 1}},
			{ebiten.StandardGamepadButtonRightBottom, Confirm{}},
			{ebiten.StandardGamepadButtonRightRight, Shortcut{"Escape"}},
			{ebiten.StandardGamepadButtonFrontTopLeft, Page{-1, -1}},
			{ebiten.StandardGamepadButtonFrontTopRight, Page{1, 1}},
		} {
			if inpututil.IsStandardGamepadButtonJustPressed(id, b.button) {
				events = append(events, b.event)
				if arrow, ok := b.event.(Arrow); ok {
					d.held = held{arrow, func() bool { return ebiten.IsStandardGamepadButtonPressed(id, b.button) }, d.now.Add(firstAgain)}
				}
			}
		}
		events = d.stick(events, id)
	}
	return events
}

// stick turns a tilt of the left stick into one step.
func (d *devices) stick(events []Event, id ebiten.GamepadID) []Event {
	x := ebiten.StandardGamepadAxisValue(id, ebiten.StandardGamepadAxisLeftStickHorizontal)
	y := ebiten.StandardGamepadAxisValue(id, ebiten.StandardGamepadAxisLeftStickVertical)
	if d.tilted == nil {
		d.tilted = map[ebiten.GamepadID]bool{}
	}
	far := max(x, -x, y, -y)
	switch {
	case far < tilt/2:
		d.tilted[id] = false
	case far >= tilt && !d.tilted[id]:
		d.tilted[id] = true
		if max(x, -x) > max(y, -y) {
			return append(events, Arrow{DX: sign(x)})
		}
		return append(events, Arrow{DY: sign(y)})
	}
	return events
}

func sign(v float64) float64 {
	if v < 0 {
		return -1
	}
	return 1
}
