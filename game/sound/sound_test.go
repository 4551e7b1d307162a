package sound_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/sound"
)

// The notes of D major that the sounds are made of, in Hz.
const (
	d3      = 146.83
	a3      = 220.0
	d4      = 293.66
	fSharp4 = 369.99
	a4      = 440.0
	d5      = 587.33
)

var cues = []sound.Cue{sound.Pluck, sound.Thump, sound.Right, sound.Partly, sound.Wrong, sound.Zero, sound.Best, sound.Results}

// TestSamples checks what every sound must be: short, soft and yet to be heard, without a click at either end, and the same
// each time.
func TestSamples(t *testing.T) {
	for _, cue := range cues {
		t.Run(string(cue), func(t *testing.T) {
			samples := cue.Samples()
			require.NotEmpty(t, samples)
			assert.LessOrEqual(t, len(samples), sound.Rate*3/2, "length")
			assert.GreaterOrEqual(t, len(samples), sound.Rate/5, "length")
			peak, sum, squares, step := 0.0, 0.0, 0.0, 0.0
			for i, s := range samples {
				v := float64(s)
				peak, sum, squares = max(peak, math.Abs(v)), sum+v, squares+v*v
				if i > 0 {
					step = max(step, math.Abs(v-float64(samples[i-1])))
				}
			}
			n := float64(len(samples))
			rms := math.Sqrt(squares / n)
			assert.Less(t, peak, 0.501, "peak: −6 dBFS")
			assert.Greater(t, peak, 0.2, "peak")
			assert.Greater(t, rms, 0.03, "root of the mean square")
			assert.Less(t, rms, 0.2, "root of the mean square")
			assert.Less(t, math.Abs(sum/n), 0.001, "offset")
			assert.Less(t, step, 0.1, "from one sample to the next")
			assert.Zero(t, samples[0])
			assert.Less(t, loudest(samples[:sound.Rate/4000]), 0.05, "the first quarter of a millisecond")
			assert.Zero(t, samples[len(samples)-1])
			assert.Less(t, loudest(samples[len(samples)-sound.Rate/100:]), 0.01, "the last hundredth of a second")
			assert.Equal(t, samples, cue.Samples(), "made again")
		})
	}
	assert.Nil(t, sound.Cue("trumpet").Samples())
}

func loudest(samples []float32) float64 {
	return max(float64(slices.Max(samples)), -float64(slices.Min(samples)))
}

// TestNotes checks at what times which notes of the one key sound: of those between D3 and D5, half-tone by half-tone, they are
// the strongest. Right rises by a major third, of four half-tones.
func TestNotes(t *testing.T) {
	for name, c := range map[string]struct {
		cue      sound.Cue
		from, to float64 // seconds
		notes    []float64
	}{
		"pluck":             {sound.Pluck, 0, 0.4, []float64{a3}},
		"thump":             {sound.Thump, 0, 0.25, []float64{d3}},
		"right begins":      {sound.Right, 0, 0.13, []float64{d4}},
		"right rises":       {sound.Right, 0.3, 1.1, []float64{d4, fSharp4}},
		"partly":            {sound.Partly, 0, 0.4, []float64{d4}},
		"wrong":             {sound.Wrong, 0, 0.3, []float64{a3}},
		"zero":              {sound.Zero, 0.25, 1.5, []float64{d3, a3, d4, fSharp4, a4}},
		"best begins":       {sound.Best, 0, 0.11, []float64{d4}},
		"best ends":         {sound.Best, 0.4, 1.5, []float64{d4, fSharp4, a4, d5}},
		"results begin":     {sound.Results, 0, 0.2, []float64{fSharp4}},
		"results come home": {sound.Results, 0.3, 1.3, []float64{d3, d4, fSharp4}},
	} {
		t.Run(name, func(t *testing.T) {
			samples := c.cue.Samples()[int(c.from*sound.Rate):int(c.to*sound.Rate)]
			weakest := math.Inf(1)
			for _, note := range c.notes {
				weakest = min(weakest, strength(samples, note))
			}
			for halfTone := range 25 {
				other := d3 * math.Pow(2, float64(halfTone)/12)
				if !slices.ContainsFunc(c.notes, func(note float64) bool { return math.Abs(other-note) < note*0.12 }) {
					assert.Less(t, strength(samples, other), weakest, "%.1f Hz", other)
				}
			}
		})
	}
}

// strength is how much of a frequency in Hz there is in the samples, by the algorithm of Goertzel.
func strength(samples []float32, frequency float64) float64 {
	turn := 2 * math.Cos(2*math.Pi*frequency/sound.Rate)
	last, before := 0.0, 0.0
	for _, s := range samples {
		last, before = float64(s)+turn*last-before, last
	}
	return math.Sqrt(last*last+before*before-turn*last*before) / float64(len(samples))
}

func BenchmarkSamples(b *testing.B) {
	for _, cue := range cues {
		b.Run(string(cue), func(b *testing.B) {
			for b.Loop() {
				cue.Samples()
			}
		})
	}
}
