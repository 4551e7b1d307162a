// Package ui is the tree that everything else reads: what is on the screen, what it is called, what it does when it is
// pressed and where it lies. Pixels, hit test, focus, page elements and tests all come from the same nodes.
package ui

import (
	"houselights/game/typeset"
)

// Role is what a node is to a person who cannot see it. The names are those of WAI-ARIA where it has one.
type Role string

// A node without a role is decoration: it is drawn, and nothing else.
const (
	Decoration Role = ""
	ScreenRole Role = "screen" // the root
	Group      Role = "group"
	Heading    Role = "heading"
	Paragraph  Role = "text"
	Button     Role = "button"
	Toggle     Role = "toggle" // a button that stays pressed
	RadioGroup Role = "radiogroup"
	Radio      Role = "radio"
	Checkbox   Role = "checkbox" // one of several that may all be chosen
	Slider     Role = "slider"   // an amount to be moved, in whole steps from 0 to Value.Max
	Link       Role = "link"
	List       Role = "list"
	ListItem   Role = "listitem"
	Timer      Role = "timer"
	Progress   Role = "progress" // how far something is: Value
	Image      Role = "image"
	Scroll     Role = "scroll"
)

// State is a set of what a node is at the moment.
type State uint8

// Disabled cannot be pressed; Checked is the chosen radio or a chosen checkbox; Right, Wrong and Chosen mark answers once the question is over;
// Pressed is a toggle that is on.
const (
	Disabled State = 1 << iota
	Checked
	Right
	Wrong
	Chosen
	Pressed
)

// Has reports whether all of want is in s.
func (s State) Has(want State) bool { return s&want == want }

// Node is one thing on the screen. Rect, Text.Lines and Content are filled in by Layout; all lengths are CSS pixels.
type Node struct {
	Key   string // unique in the tree, the same from frame to frame
	Role  Role
	Name  string // what a screen reader says; where it is empty, Text.String
	Desc  string // more about it, said after the name
	State State
	Level int    // of a heading, 1 to 3
	Lang  string // BCP 47, where it differs from the screen's
	Href  string // https address of a link
	Value *Value // of a progress or slider

	Shortcut string // a key that presses the node: "1" to "6", "Escape"
	On       any    // the message that a press sends

	Text     Text
	Look     Look
	Box      Box
	Children []*Node

	Rect    Rect
	Content float64 // height of what a Scroll node holds
}

// Value is an amount from 0 to Max, in whatever unit Text says it to people: 3 of 10, "question 3 of 10".
type Value struct {
	Now, Max float64
	Text     string
}

// Text is a run of words in one style.
type Text struct {
	String  string
	Style   typeset.Style
	Balance bool  // lines of about the same length
	Align   Align // of the lines in the node's rectangle
	Lines   []typeset.Line
}

// Label is what the node is called.
func (n *Node) Label() string {
	if n.Name != "" {
		return n.Name
	}
	return n.Text.String
}

// Pressable reports whether the node answers to a press.
func (n *Node) Pressable() bool { return n.On != nil && !n.State.Has(Disabled) }

// Walk calls visit for n and all below it, parents first, until visit returns false.
func (n *Node) Walk(visit func(*Node) bool) bool {
	if !visit(n) {
		return false
	}
	for _, c := range n.Children {
		if !c.Walk(visit) {
			return false
		}
	}
	return true
}

// Find returns the node with the key, or nil.
func (n *Node) Find(key string) *Node {
	var found *Node
	n.Walk(func(c *Node) bool {
		if c.Key == key && key != "" {
			found = c
		}
		return found == nil
	})
	return found
}

// Scenery is how much of the place is to be seen behind a screen.
type Scenery uint8

// Festival is all of it: sky, stars, hills and the lamps with their beams. At Dusk stars and lamps are left out and the hills lie low,
// for cards and lines of text; at Night what is left steps far back, for what is to be read with care.
const (
	Festival Scenery = iota
	Dusk
	Night
)

// Screen is a laid-out tree with what the outside needs to know about it.
type Screen struct {
	Name     string // "home", "question", …
	Lang     string // BCP 47, of all that says nothing else
	Focus    string // key of the node that takes the focus when the focused one goes
	Anywhere string // key of the node that is pressed by a press on nothing else; "" for none
	Root     *Node
	Frame    Frame
	Theme    Theme

	Scenery Scenery
	Moments Moments
	Beat    int // tells a moment from the one before that is of the same kind

	Calm  bool // nothing moves; what changes fades
	Plain bool // no face has all the characters of the pack, so a page shows its own elements instead
}
