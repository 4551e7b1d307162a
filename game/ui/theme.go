package ui

import (
	"image/color"
	"strconv"
)

// Token names a colour by what it is for.
type Token uint8

// The tokens of look.md.
const (
	None Token = iota
	Ink
	Soft
	LabelInk
	NoteInk
	Gold // streaks and bests
	RingInk
	RingWarm
	RingTrack
	Bead
	BeadGlow
	CoronaIn
	CoronaOut
	DiscIn
	DiscOut
	MainTop
	MainFoot
	MainInk
	MainGlow
	Quiet
	QuietEdge
	Ground // of what is to be pressed, and lies over lamps and hills
	Card
	CardEdge
	CardLit // under the pointer
	Picked  // the chosen one of several
	RightInk
	RightFill
	WrongInk
	WrongFill
	PickInk
	TagInk
	StarInk
	HeartInk
	HeartDim
	SkyIn
	SkyMid
	SkyOut
	Horizon
	HillFar
	HillMid
	HillNear
	StarDust
	Beam
	Lamp
	tokens
)

var tokenNames = [tokens]string{"", "ink", "soft", "label", "note", "gold", "ring", "ring-warm", "track", "bead", "bead-glow", "corona-in", "corona-out", "disc-in",
	"disc-out", "main", "main-foot", "main-ink", "main-glow", "quiet", "quiet-edge", "ground", "card", "card-edge", "card-lit", "picked", "right", "right-fill", "wrong",
	"wrong-fill", "pick", "tag", "star", "heart", "heart-dim", "sky-in", "sky-mid", "sky-out", "horizon", "hill-far", "hill-mid", "hill-near",
	"stardust", "beam", "lamp"}

func (t Token) String() string { return tokenNames[t] }

// Theme gives each token its colour.
type Theme struct {
	Name   string // "dark" or "light"
	Colors [tokens]color.NRGBA
}

// Color is the colour of a token.
func (t *Theme) Color(k Token) color.NRGBA { return t.Colors[k] }

// Dark is dusk.
func Dark() Theme {
	return Theme{"dark", [tokens]color.NRGBA{
		Ink: rgb(0xFBEFE3), Soft: rgb(0xE7D3F2), LabelInk: rgb(0xD9B8EC), NoteInk: rgb(0xF4D9BE), Gold: rgb(0xF7C58E),
		RingInk: rgb(0xFFE1B0), RingWarm: rgb(0xFFB37A), RingTrack: rgba(0xFFFFFF, 0.2), Bead: rgb(0xFFFFFF), BeadGlow: rgba(0xFFE9C9, 0.9),
		CoronaIn: rgba(0xF7C58E, 0.55), CoronaOut: rgba(0x8E44C8, 0.55), DiscIn: rgb(0x2B1140), DiscOut: rgb(0x0D0414),
		MainTop: rgb(0xFFE3B8), MainFoot: rgb(0xF5B97A), MainInk: rgb(0x2A1236), MainGlow: rgba(0xF5B97A, 0.2),
		Quiet: rgba(0xFFFFFF, 0.06), Ground: rgba(0x2E1546, 0.92), QuietEdge: rgba(0xFFFFFF, 0.2), Card: rgba(0xFFFFFF, 0.07), CardEdge: rgba(0xFFFFFF, 0.15), CardLit: rgba(0xFFFFFF, 0.08), Picked: rgba(0xFFE1B0, 0.2),
		RightInk: rgb(0x7BE3B0), RightFill: rgba(0x7BE3B0, 0.13), WrongInk: rgb(0xFF7F97), WrongFill: rgba(0xFF7F97, 0.13),
		PickInk: rgb(0xF6B26B), TagInk: rgb(0x7FD1E0), StarInk: rgb(0xF28FB1), HeartInk: rgb(0xB98CFF), HeartDim: rgb(0xC9B8D0),
		SkyIn: rgb(0x4B1F6B), SkyMid: rgb(0x2A1142), SkyOut: rgb(0x120719), Horizon: rgba(0xFF8A6B, 0.42),
		HillFar: rgb(0x3A1650), HillMid: rgb(0x260D38), HillNear: rgb(0x170722), StarDust: rgba(0xFFFFFF, 0.62),
		Beam: rgba(0xFFE3B8, 0.135), Lamp: rgb(0xFFE3B8),
	}}
}

// Light is the same place on a bright evening.
func Light() Theme {
	return Theme{"light", [tokens]color.NRGBA{
		Ink: rgb(0x35123F), Soft: rgb(0x55305F), LabelInk: rgb(0x7A3C96), NoteInk: rgb(0x6A2F55), Gold: rgb(0x703800),
		RingInk: rgb(0x8E44C8), RingWarm: rgb(0xC2403A), RingTrack: rgba(0xFFFFFF, 0.95), Bead: rgb(0xFFFFFF), BeadGlow: rgba(0xC77DFF, 0.75),
		CoronaIn: rgba(0xC77DFF, 0.5), CoronaOut: rgba(0xC77DFF, 0.22), DiscIn: rgb(0xFFF9F1), DiscOut: rgb(0xFBE6D8),
		MainTop: rgb(0x9A52D6), MainFoot: rgb(0x7430B0), MainInk: rgb(0xFFFFFF), MainGlow: rgba(0xFFFFFF, 0.62),
		Quiet: rgba(0xFFFFFF, 0.6), Ground: rgba(0xFFF7F0, 0.92), QuietEdge: rgba(0x35123F, 0.22), Card: rgba(0xFFFFFF, 0.66), CardEdge: rgba(0x35123F, 0.15), CardLit: rgba(0xFFFFFF, 0.6), Picked: rgba(0x8E44C8, 0.14),
		RightInk: rgb(0x1A6A50), RightFill: rgba(0xFFFFFF, 0.85), WrongInk: rgb(0xAE241C), WrongFill: rgba(0xFFFFFF, 0.85),
		PickInk: rgb(0xAC5D0E), TagInk: rgb(0x187588), StarInk: rgb(0xC43A6B), HeartInk: rgb(0x7A3FD0), HeartDim: rgb(0x8E5F9E),
		SkyIn: rgb(0xFFF3E6), SkyMid: rgb(0xFBE3D6), SkyOut: rgb(0xF1CFE0), Horizon: rgba(0xFF9E7A, 0.42),
		HillFar: rgb(0xD9A9C6), HillMid: rgb(0xB884B4), HillNear: rgb(0x8E5C98), StarDust: rgba(0xFFFFFF, 0.6),
		Beam: rgba(0xFFFFFF, 0.35), Lamp: rgb(0xFFFFFF),
	}}
}

// Accented returns the theme with a colour of the page's own, "#rrggbb", for ring and main button and for what shines of them.
// It must stand out from the sky: in the dark theme with a lightness in OKLCH of 0.8 or more, in the light one of 0.5 or less.
// Text that is no such colour leaves the theme as it is.
func (t Theme) Accented(accent string) Theme {
	if len(accent) != len("#rrggbb") || accent[0] != '#' {
		return t
	}
	v, err := strconv.ParseUint(accent[1:], 16, 32)
	if err != nil {
		return t
	}
	own := rgb(uint32(v))
	shade, tint := mixed(own, 0x00, 20), mixed(own, 0xFF, 62)
	t.set(own, RingInk, MainTop, Picked)
	t.set(mixed(own, 0x00, 8), MainFoot)
	t.set(tint, BeadGlow)
	// Words may lie on the corona's outer part, so it is never further from the sky than the theme's own.
	if t.Name == "light" {
		t.set(tint, CoronaIn, CoronaOut)
	} else {
		t.set(shade, MainGlow, CoronaIn) // what is further out is the colour of the sky
	}
	return t
}

// set gives tokens a colour. How much of it they let through stays.
func (t *Theme) set(c color.NRGBA, tokens ...Token) {
	for _, k := range tokens {
		c.A = t.Colors[k].A
		t.Colors[k] = c
	}
}

// mixed is a colour with so many per cent of black or white, 0x00 or 0xFF.
func mixed(c color.NRGBA, with, share int) color.NRGBA {
	mix := func(v uint8) uint8 { return uint8((int(v)*(100-share) + with*share + 50) / 100) }
	return color.NRGBA{mix(c.R), mix(c.G), mix(c.B), c.A}
}

func rgb(v uint32) color.NRGBA { return rgba(v, 1) }

func rgba(v uint32, alpha float64) color.NRGBA {
	return color.NRGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), uint8(alpha*255 + 0.5)}
}
