package ui_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"houselights/game/ui"
)

// linear is a channel as light, 0 to 1.
func linear(v uint8) float64 {
	c := float64(v) / 255
	if c <= 0.04045 {
		return c / 12.92
	}
	return math.Pow((c+0.055)/1.055, 2.4)
}

func luminance(c color.NRGBA) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// contrast is that of WCAG 2.2, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// over is a colour laid on an opaque one.
func over(back, top color.NRGBA) color.NRGBA {
	mix := func(b, t uint8) uint8 {
		return uint8(math.Round((float64(b)*float64(255-top.A) + float64(t)*float64(top.A)) / 255))
	}
	return color.NRGBA{mix(back.R, top.R), mix(back.G, top.G), mix(back.B, top.B), 255}
}

// lightness is the L of OKLCH, 0 to 1.
func lightness(c color.NRGBA) float64 {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	return 0.2104542553*l + 0.7936177850*m - 0.0040720468*s
}

// fit are the accents, over all of sRGB, that the page may send for a theme.
func fit(theme ui.Theme) []string {
	var all []string
	for r := 0; r <= 255; r += 15 {
		for g := 0; g <= 255; g += 15 {
			for b := 0; b <= 255; b += 15 {
				l := lightness(color.NRGBA{uint8(r), uint8(g), uint8(b), 255})
				if theme.Name == "dark" && l >= 0.8 || theme.Name == "light" && l <= 0.5 {
					all = append(all, fmt.Sprintf("#%02x%02x%02x", r, g, b))
				}
			}
		}
	}
	return all
}

// TestAccents checks that with any colour that the page may send, everything stands out as much as look.md asks for.
func TestAccents(t *testing.T) {
	for _, plain := range []ui.Theme{ui.Dark(), ui.Light()} {
		accents := fit(plain)
		assert.Greater(t, len(accents), 500, plain.Name)
		for _, accent := range accents {
			theme := plain.Accented(accent)
			c := theme.Color
			for _, p := range pairs(&theme) {
				if got := contrast(p.a, p.b); got < p.least {
					t.Errorf("%s %s: %s: %.2f : 1", plain.Name, accent, p.what, got)
				}
			}
			// Words that stand on the corona are as far from it as in the theme's own.
			for _, k := range []ui.Token{ui.CoronaIn, ui.CoronaOut} {
				own, ours := luminance(plain.Color(k)), luminance(c(k))
				if plain.Name == "dark" && ours > own+0.01 || plain.Name == "light" && ours < own-0.01 {
					t.Errorf("%s %s: %s has a luminance of %.2f, the theme's own %.2f", plain.Name, accent, k, ours, own)
				}
			}
		}
	}
}

type pair struct {
	what  string
	a, b  color.NRGBA
	least float64
}

// pairs are what must stand out from each other.
func pairs(t *ui.Theme) []pair {
	c := t.Color
	low := over(c(ui.SkyMid), c(ui.Horizon))
	var all []pair
	for _, sky := range []struct {
		name string
		c    color.NRGBA
	}{{"the middle of the sky", c(ui.SkyIn)}, {"the sky", c(ui.SkyMid)}, {"the edge of the sky", c(ui.SkyOut)}, {"the horizon", low}} {
		card, picked := over(sky.c, c(ui.Card)), over(sky.c, c(ui.Picked))
		all = append(all,
			pair{"ring on " + sky.name, c(ui.RingInk), sky.c, 3},
			pair{"ring on a card on " + sky.name, c(ui.RingInk), card, 3},
			pair{"main button on " + sky.name, c(ui.MainTop), sky.c, 3},
			pair{"the foot of the main button on " + sky.name, c(ui.MainFoot), sky.c, 3},
		)
		if sky.name == "the horizon" {
			continue // what can be picked lies higher, and the scenery steps back behind it
		}
		all = append(all,
			pair{"the edge of what is picked on " + sky.name, c(ui.RingInk), picked, 3},
			pair{"words on what is picked on " + sky.name, c(ui.Ink), picked, 4.5},
			pair{"the sign on what is picked on " + sky.name, c(ui.LabelInk), picked, 3},
		)
	}
	for _, k := range []ui.Token{ui.DiscIn, ui.DiscOut} {
		all = append(all, pair{"ring on the disc, " + k.String(), c(ui.RingInk), c(k), 3},
			pair{"ring on its track, " + k.String(), c(ui.RingInk), over(c(k), c(ui.RingTrack)), 3})
	}
	return append(all,
		pair{"words on the main button", c(ui.MainInk), c(ui.MainTop), 4.5},
		pair{"words on the foot of the main button", c(ui.MainInk), c(ui.MainFoot), 4.5},
		pair{"slider on its rail", c(ui.RingInk), over(c(ui.SkyIn), c(ui.RingTrack)), 3},
	)
}

func TestNoAccent(t *testing.T) {
	for _, text := range []string{"", "#", "red", "#fff", "#12345", "#1234567", "123456", "0123456", "#12345g", "#+12345", "#-12345", "#12 456", "#1_2_34", "#ééé"} {
		assert.Equal(t, ui.Dark(), ui.Dark().Accented(text), "%q", text)
		assert.Equal(t, ui.Light(), ui.Light().Accented(text), "%q", text)
	}
	assert.Equal(t, color.NRGBA{0xAB, 0xCD, 0xEF, 0xFF}, accentOf("#AbcDef").Color(ui.RingInk))
	dark := ui.Dark()
	assert.Equal(t, dark.Color(ui.Picked).A, accentOf("#AbcDef").Color(ui.Picked).A)
	assert.Equal(t, dark.Color(ui.RightInk), accentOf("#AbcDef").Color(ui.RightInk), "what is right is no matter of taste")
}

func accentOf(text string) *ui.Theme {
	theme := ui.Dark().Accented(text)
	return &theme
}
