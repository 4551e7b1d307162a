//go:build !js

package platform

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// devices reads mouse, keyboard and gamepads and says what they meant.
type devices struct {
	x, y     int
	moved    time.Time // of the mouse
	keys     []ebiten.Key
	pads     []ebiten.GamepadID
	padThere bool
	tilted   map[ebiten.GamepadID]bool // the stick is out of the middle, and has been answered
}

// wheelStep is how far a notch of the wheel scrolls, in CSS pixels.
const wheelStep = 60

// pageStep is how far Page Down scrolls.
const pageStep = 320

// pointerRest is how long the pointer of a kiosk is shown after it has moved.
const pointerRest = 3 * time.Second

func (d *devices) events(kiosk bool) []Event {
	var events []Event
	events = d.mouse(events)
	events = d.keyboard(events, kiosk)
	events = d.gamepads(events)
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
	return max(0, pointerRest-time.Since(d.moved))
}

func (d *devices) mouse(events []Event) []Event {
	ratio := ebiten.Monitor().DeviceScaleFactor()
	x, y := ebiten.CursorPosition()
	down := inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft)
	up := inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft)
	if x != d.x || y != d.y || down || up {
		if x != d.x || y != d.y {
			d.moved = time.Now()
		}
		d.x, d.y = x, y
		events = append(events, Pointer{float64(x) / ratio, float64(y) / ratio, down, up})
	}
	if _, dy := ebiten.Wheel(); dy != 0 {
		events = append(events, Wheel{-dy * wheelStep})
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
		case ebiten.KeyArrowUp:
			events = append(events, Arrow{0, -1})
		case ebiten.KeyArrowDown:
			events = append(events, Arrow{0, 1})
		case ebiten.KeyArrowLeft:
			events = append(events, Arrow{-1, 0})
		case ebiten.KeyArrowRight:
			events = append(events, Arrow{1, 0})
		case ebiten.KeyPageUp:
			events = append(events, Wheel{-pageStep})
		case ebiten.KeyPageDown:
			events = append(events, Wheel{pageStep})
		case ebiten.KeyEscape:
			events = append(events, Shortcut{"Escape"})
		case ebiten.KeyDigit1, ebiten.KeyNumpad1:
			events = append(events, Shortcut{"1"})
		case ebiten.KeyDigit2, ebiten.KeyNumpad2:
			events = append(events, Shortcut{"2"})
		case ebiten.KeyDigit3, ebiten.KeyNumpad3:
			events = append(events, Shortcut{"3"})
		case ebiten.KeyDigit4, ebiten.KeyNumpad4:
			events = append(events, Shortcut{"4"})
		}
	}
	return events
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
			{ebiten.StandardGamepadButtonLeftTop, Arrow{0, -1}},
			{ebiten.StandardGamepadButtonLeftBottom, Arrow{0, 1}},
			{ebiten.StandardGamepadButtonLeftLeft, Arrow{-1, 0}},
			{ebiten.StandardGamepadButtonLeftRight, Arrow{1, 0}},
			{ebiten.StandardGamepadButtonRightBottom, Confirm{}},
			{ebiten.StandardGamepadButtonRightRight, Shortcut{"Escape"}},
			{ebiten.StandardGamepadButtonFrontTopLeft, Wheel{-pageStep}},
			{ebiten.StandardGamepadButtonFrontTopRight, Wheel{pageStep}},
		} {
			if inpututil.IsStandardGamepadButtonJustPressed(id, b.button) {
				events = append(events, b.event)
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
			return append(events, Arrow{sign(x), 0})
		}
		return append(events, Arrow{0, sign(y)})
	}
	return events
}

func sign(v float64) float64 {
	if v < 0 {
		return -1
	}
	return 1
}
