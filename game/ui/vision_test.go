package ui_test

import (
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"houselights/game/ui"
)

// visions are the eyes that see fewer colours, at their full severity: matrices for linear RGB from Machado, Oliveira and Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009.
var visions = []struct {
	name   string
	matrix [3][3]float64
}{
	{"all colours", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"protanopia", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
	{"deuteranopia", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
	{"tritanopia", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}

// seen is a colour in OKLab, as an eye sees it.
func seen(c color.NRGBA, by [3][3]float64) [3]float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var v [3]float64
	for i, row := range by {
		v[i] = min(1, max(0, row[0]*in[0]+row[1]*in[1]+row[2]*in[2]))
	}
	l := math.Cbrt(0.4122214708*v[0] + 0.5363325363*v[1] + 0.0514459929*v[2])
	m := math.Cbrt(0.2119034982*v[0] + 0.6806995451*v[1] + 0.1073969566*v[2])
	s := math.Cbrt(0.0883024619*v[0] + 0.2817188376*v[1] + 0.6299787005*v[2])
	return [3]float64{0.2104542553*l + 0.7936177850*m - 0.0040720468*s, 1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s}
}

// apart is how far two colours lie from each other in OKLab for an eye.
func apart(a, b color.NRGBA, by [3][3]float64) float64 {
	x, y := seen(a, by), seen(b, by)
	return math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2])
}

// TestVisions checks the measure on colours that are known to be mistaken for each other, and on some that are not.
func TestVisions(t *testing.T) {
	red, green, blue, yellow := color.NRGBA{200, 60, 40, 255}, color.NRGBA{110, 120, 30, 255}, color.NRGBA{40, 60, 200, 255}, color.NRGBA{220, 200, 40, 255}
	for i, v := range visions {
		assert.Zero(t, apart(red, red, v.matrix), v.name)
		assert.Greater(t, apart(blue, yellow, v.matrix), 0.2, v.name)
		assert.InDelta(t, 1, apart(color.NRGBA{0, 0, 0, 255}, color.NRGBA{255, 255, 255, 255}, v.matrix), 0.01, v.name)
		if i > 0 && v.name != "tritanopia" {
			assert.Less(t, apart(red, green, v.matrix), apart(red, green, visions[0].matrix)/2, v.name)
		}
	}
}

// TestColourVision holds what differs in meaning apart for eyes that see fewer colours. Two colours side by side are just told apart
// at about 0.02 in OKLab. What has a word, a sign or a shape beside its colour, as all of this has, is held at more than twice as much, and
// right and wrong, the two that matter most, at nearly four times. Wrong and partly right are a cross and a tick, which have
// one ground to be dark enough for in the light theme: they may come nearer. The fills of right and wrong are white
// or nearly so: they say nothing that edge, sign and word do not.
func TestColourVision(t *testing.T) {
	const told, clearly, nearly = 0.05, 0.075, 0.03
	for _, theme := range []ui.Theme{ui.Dark(), ui.Light()} {
		c := theme.Color
		sky := c(ui.SkyMid)
		card := over(sky, c(ui.Card))
		plainEdge := over(card, c(ui.CardEdge))
		type couple struct {
			what  string
			a, b  color.NRGBA
			least float64
		}
		all := []couple{
			{"right and wrong", c(ui.RightInk), c(ui.WrongInk), clearly},
			{"right and partly right", c(ui.RightInk), c(ui.Gold), told},
			{"wrong and partly right", c(ui.WrongInk), c(ui.Gold), nearly},
			{"the edges of a right and of another answer", c(ui.RightInk), plainEdge, clearly},
			{"the edges of a wrong and of another answer", c(ui.WrongInk), plainEdge, clearly},
			{"the edges of what is picked and is not", c(ui.RingInk), plainEdge, clearly},
			{"the fills of what is picked and is not", over(sky, c(ui.Picked)), card, told},
			{"a lit heart and one that is not", c(ui.HeartInk), c(ui.HeartDim), told},
			{"the ring and the warm ring", c(ui.RingInk), c(ui.RingWarm), told},
			{"the ring and the rest of its circle", c(ui.RingInk), over(c(ui.DiscOut), c(ui.RingTrack)), clearly},
		}
		signs := []ui.Token{ui.PickInk, ui.TagInk, ui.StarInk, ui.HeartInk}
		for i, a := range signs {
			for _, b := range signs[i+1:] {
				all = append(all, couple{a.String() + " and " + b.String(), c(a), c(b), told})
			}
		}
		for _, v := range visions {
			for _, p := range all {
				if got := apart(p.a, p.b, v.matrix); got < p.least {
					t.Errorf("%s, %s: %s are %.3f apart, not %.3f", theme.Name, v.name, p.what, got, p.least)
				}
			}
		}
	}
}
