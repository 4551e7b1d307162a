package ui

// Look is how a node is painted. The zero value paints nothing but the node's text.
type Look struct {
	Ink    Token // of text and icon
	Fill   Token // of the box
	FillTo Token // where set, the fill runs from Fill at the top to FillTo at the bottom
	Border Token
	Width  float64 // of the border, CSS pixels
	Radius float64 // of the corners, CSS pixels; Round for a pill
	Glow   Token   // light around the box
	Spread float64 // how far the glow reaches, CSS pixels
	Icon   Icon
	Ring   *Ring
	Rail   *Rail
	Under  bool // a line under the text
	Faint  bool // steps back, readable still
	Motion Motion
}

// Round is a radius that makes a pill of any box.
const Round = 1e6

// Motion is what a node does in the moments of its screen, beside coming with it as all do.
type Motion uint8

// Late comes after what it stands on; Counts is a number that runs up from what it was; Hops leaps once, in turn with others, when
// all is right; Shines is lit for a moment.
const (
	Still Motion = iota
	Late
	Counts
	Hops
	Shines
)

// Moments is a set of what a screen celebrates, or warns of. Each ends by itself.
type Moments uint16

// The moments: a screen with the full scenery has opened; a second of the last ten has begun; the last quarter of the time has; the
// count is at zero; the score is the best so far; all answers are right; the day is one of several in a row.
const (
	Arrival Moments = 1 << iota
	LastSecond
	LastQuarter
	Zero
	NewBest
	Perfect
	DaysInARow
)

// Has reports whether all of want is in m.
func (m Moments) Has(want Moments) bool { return m&want == want }

// Icon is a small picture, drawn from paths in code.
type Icon uint8

// Pick, Tag, Star and Heart are the four answers; place and shape tell them apart, never colour alone.
const (
	NoIcon Icon = iota
	Pick
	Tag
	Star
	HeartIcon
	HeartLine // hollow
	Tick
	Cross
	SoundOn
	SoundOff
	MotionIcon
	Calendar
	BackIcon
	CloseIcon
	SettingsIcon
)

func (i Icon) String() string {
	return [...]string{"", "pick", "tag", "star", "heart", "heart-line", "tick", "cross", "sound", "muted", "motion", "calendar", "back", "close", "settings"}[i]
}

// Ring is the eclipse: a disc, a corona, and a bright arc with a bead at its moving end.
type Ring struct {
	Fraction float64 // of the circle that is lit, clockwise from the top, 0 to 1
	Thick    float64 // of the arc, as a share of the diameter
	Warm     bool    // glows warmer: time is nearly up
	Open     bool    // the moment itself: the corona stands open
}

// Rail is what a slider moves on: a line, lit as far as its bead. The bead's middle goes from half the node's height inside
// its left edge to as much inside the right one.
type Rail struct {
	Fraction float64 // of the way from the left, 0 to 1
}
