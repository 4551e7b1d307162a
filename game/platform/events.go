// Package platform is the outside: input, storage, links, the clock, zones and the page. What the desktop and the web do
// differently stands in files named after them, with the same methods on both sides.
package platform

import (
	"time"

	"houselights/game/app"
	"houselights/game/pack"
)

// Event is something that a person or the system has done, in terms of the tree or of the frame in CSS pixels. The stage
// turns it into messages.
type Event interface{ isEvent() }

type (
	// Press presses the node with the key. It comes from the page's elements.
	Press struct{ Key string }
	// Focus says which node has the focus, "" for none, and whether to mark it: a pointer leaves it unmarked.
	Focus struct {
		Key     string
		Visible bool
	}
	// Hover says which node the pointer is over, "" for none.
	Hover struct{ Key string }
	// ScrollTo says how far the column has been scrolled, in CSS pixels.
	ScrollTo struct{ Y float64 }
	// Shortcut is a key that presses a node: "1" to "6", "Escape".
	Shortcut struct{ Name string }
	// Pointer is where the mouse is, and what its main button has just done.
	Pointer struct {
		X, Y     float64
		Down, Up bool
	}
	// Page goes down by what can be read at a time, or up with -1; a slider that has the focus it moves by By tenths of its way.
	Page struct{ Down, By int }
	// Wheel scrolls the column down by so many CSS pixels.
	Wheel struct{ Y float64 }
	// Step moves the focus in the order of Tab, by 1 or -1.
	Step struct{ By int }
	// Arrow moves the focus to the nearest node in the direction. Again says that the key or button has been held down since
	// the last one: that may as well be a thing that lies on it.
	Arrow struct {
		DX, DY float64
		Again  bool
	}
	// Confirm presses the focused node.
	Confirm struct{}
	// Slide moves the slider with the key to a step.
	Slide struct {
		Key  string
		Step int
	}
	// Seen says that from At on somebody can see the game, or nobody. It is often heard of later: nothing is drawn meanwhile.
	Seen struct {
		Visible bool
		At      time.Time
	}
	// Stored is what another copy of the program has saved.
	Stored struct{ Saved app.Saved }
	// Erased says that another copy of the program has erased what was kept.
	Erased struct{}
	// Aimed says that the page counts to another event.
	Aimed struct{ Event, Title string }
	// Led says that the page would have its visitor elsewhere.
	Led struct{ Mode string }
	// Placed says what the page or system asks for.
	Placed struct{ Around app.Surroundings }
	// Corrected says how much the times told from now on are ahead of the device's clock, which is wrong, 0 when it is right;
	// and how far that takes them away from those told before.
	Corrected struct{ Skew, Jump time.Duration }
	// Repacked is another state of the pack in play, as its author has saved it.
	Repacked struct{ Pack *pack.Pack }
)

func (Press) isEvent()     {}
func (Focus) isEvent()     {}
func (Hover) isEvent()     {}
func (ScrollTo) isEvent()  {}
func (Shortcut) isEvent()  {}
func (Pointer) isEvent()   {}
func (Wheel) isEvent()     {}
func (Page) isEvent()      {}
func (Step) isEvent()      {}
func (Arrow) isEvent()     {}
func (Confirm) isEvent()   {}
func (Slide) isEvent()     {}
func (Seen) isEvent()      {}
func (Stored) isEvent()    {}
func (Erased) isEvent()    {}
func (Aimed) isEvent()     {}
func (Led) isEvent()       {}
func (Placed) isEvent()    {}
func (Corrected) isEvent() {}
func (Repacked) isEvent()  {}
