// Package sound makes the sounds of Houselights: short, warm, all of them in D major, each out of sine waves that die away
// like a string's. There are no files. It knows no engine, no page, no clock and no chance, so that a sound is the same
// wherever and however often it is made.
package sound

import "math"

// Rate is how many samples a second the sounds are made of. Nothing in them is higher than 5 kHz, so twice as many would cost twice
// the time and nobody would hear them.
const Rate = 24_000

// Cue is an occasion for a sound.
type Cue string

// The cues.
const (
	Pluck   Cue = "pluck"   // something begins, such as a question
	Thump   Cue = "thump"   // something small has been done or counted
	Right   Cue = "right"   // an answer is right
	Partly  Cue = "partly"  // an answer is right in part: Right, without its rise
	Wrong   Cue = "wrong"   // an answer is not right, or there was none: the string of Pluck, under a hand
	Zero    Cue = "zero"    // what was counted to begins
	Best    Cue = "best"    // a round has gone better than any before, or could not have gone better
	Results Cue = "results" // a round is over
)

// The notes, in Hz: D major, in equal temperament with A4 at 440.
const (
	d3      = 146.832
	a3      = 220.000
	d4      = 293.665
	fSharp4 = 369.994
	a4      = 440.000
	d5      = 587.330
)

// note is one stroke.
type note struct {
	at      float64 // seconds from the start
	pitch   float64 // Hz
	partial func(k int) partial
}

// partial is one of the waves that a note is made of.
type partial struct {
	ratio  float64 // of its pitch to the note's
	weight float64 // its share of the note
	decay  float64 // seconds in which it falls to a third or so, 1/e; 0: there is no such partial, and no higher one
}

// Samples makes the sound of the cue: mono, Rate samples a second, from silence to silence within 1.5 seconds, between -0.5 and
// 0.5. A cue that is none of the above has none.
func (c Cue) Samples() []float32 {
	switch c {
	case Pluck:
		return made(0.3, 0.9, note{0, a3, open})
	case Thump:
		return made(0.22, 0.25, note{0, d3, skin})
	case Right:
		return made(0.36, 1.1, note{0, d4, open}, note{0.13, fSharp4, open})
	case Partly:
		return made(0.3, 0.9, note{0, d4, open})
	case Wrong:
		return made(0.3, 0.4, note{0, a3, muted})
	case Zero:
		return made(0.45, 1.5, note{0, d3, open}, note{0.06, a3, open}, note{0.12, d4, open}, note{0.18, fSharp4, open}, note{0.24, a4, open})
	case Best:
		return made(0.4, 1.5, note{0, d4, open}, note{0.11, fSharp4, open}, note{0.22, a4, open}, note{0.33, d5, open})
	case Results:
		return made(0.34, 1.3, note{0, fSharp4, open}, note{0.2, d4, open}, note{0.2, d3, open})
	}
	return nil
}

// open is a string, plucked at two fifths of its length, that rings on. Its higher partials are the first to go.
func open(k int) partial { return plucked(k, 0.34) }

// muted is a string on which a hand lies.
func muted(k int) partial { return plucked(k, 0.07) }

func plucked(k int, decay float64) partial {
	if k > 8 {
		return partial{}
	}
	n := float64(k)
	return partial{n, math.Sin(0.4*math.Pi*n) / (n * n), decay / (0.6 + 0.4*n)}
}

// skin is a drum's, struck softly in the middle: where a stage under a foot sounds, it sounds like that.
func skin(k int) partial {
	switch k {
	case 1:
		return partial{1, 1, 0.06}
	case 2:
		return partial{2.296, 0.3, 0.03}
	case 3:
		return partial{3.598, 0.1, 0.02}
	}
	return partial{}
}

// The ends of a sound, in seconds: without them it would click.
const (
	attack  = 0.003 // of each note
	release = 0.06
)

// made plays the notes into so many seconds, the loudest sample of which is the peak.
func made(peak, seconds float64, notes ...note) []float32 {
	sum := make([]float64, int(seconds*Rate))
	for _, n := range notes {
		from := sum[int(n.at*Rate):]
		for k := 1; ; k++ {
			p := n.partial(k)
			if p.decay == 0 {
				break
			}
			p.ring(from, n.pitch)
		}
	}
	loudest := 0.0
	for i := range sum {
		sum[i] *= min(1, float64(len(sum)-1-i)/(release*Rate))
		loudest = max(loudest, math.Abs(sum[i]))
	}
	samples := make([]float32, len(sum))
	for i, s := range sum {
		samples[i] = float32(s * peak / loudest)
	}
	return samples
}

// ring adds the partial of a note to what sounds from its beginning on. Each sample follows from the two before, by the
// recurrence of a resonator that has been struck: that takes a tenth of the time that sines would.
func (p partial) ring(sum []float64, pitch float64) {
	turn := 2 * math.Pi * pitch * p.ratio / Rate
	keep := math.Exp(-1 / (p.decay * Rate))
	last, before := 0.0, -p.weight*math.Sin(turn)/keep
	swing, loss := 2*keep*math.Cos(turn), keep*keep
	for i := range sum {
		sum[i] += last * min(1, float64(i)/(attack*Rate))
		last, before = swing*last-loss*before, last
	}
}
