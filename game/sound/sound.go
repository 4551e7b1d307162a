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

// score is what is played for a cue.
type score struct {
	cue     Cue
	peak    float64 // its loudest sample
	seconds float64 // its length
	voice   voice
	decay   float64 // seconds in which the lowest partial of a note falls to a third or so, 1/e
	notes   []note
}

// note is one stroke.
type note struct {
	at    float64 // seconds from the start
	pitch float64 // Hz
}

// voice is what a note sounds like: the waves that it is made of.
type voice []partial

type partial struct {
	ratio  float64 // of its pitch to the note's
	weight float64 // its share of the note
	decay  float64 // how long it lasts, of the score's decay
}

// harp is a string plucked at two fifths of its length. The higher a partial is, the sooner it goes.
var harp = voice{{1, 0.951, 1}, {2, 0.147, 0.71}, {3, -0.065, 0.56}, {4, -0.059, 0.45}, {6, 0.026, 0.33}, {7, 0.012, 0.29}, {8, -0.009, 0.26}}

// skin is a drum's, struck softly in the middle: that is how a stage sounds under a foot.
var skin = voice{{1, 1, 1}, {2.296, 0.3, 0.5}, {3.598, 0.1, 0.33}}

var scores = []score{
	{Pluck, 0.3, 0.9, harp, 0.34, []note{{0, a3}}},
	{Thump, 0.22, 0.25, skin, 0.06, []note{{0, d3}}},
	{Right, 0.36, 1.1, harp, 0.34, []note{{0, d4}, {0.13, fSharp4}}},
	{Partly, 0.3, 0.9, harp, 0.34, []note{{0, d4}}},
	{Wrong, 0.3, 0.4, harp, 0.07, []note{{0, a3}}},
	{Zero, 0.45, 1.5, harp, 0.34, []note{{0, d3}, {0.06, a3}, {0.12, d4}, {0.18, fSharp4}, {0.24, a4}}},
	{Best, 0.4, 1.5, harp, 0.34, []note{{0, d4}, {0.11, fSharp4}, {0.22, a4}, {0.33, d5}}},
	{Results, 0.34, 1.3, harp, 0.34, []note{{0, fSharp4}, {0.2, d4}, {0.2, d3}}},
}

// Samples makes the sound of the cue: mono, Rate samples a second, from silence to silence within 1.5 seconds, between -0.5 and
// 0.5. A cue that is none of the above has none.
func (c Cue) Samples() []float32 {
	for i := range scores {
		if scores[i].cue == c {
			return scores[i].play()
		}
	}
	return nil
}

// The ends of a sound, in samples: without them it would click.
const (
	attack  = Rate * 3 / 1000 // of each note
	release = Rate * 60 / 1000
)

func (s *score) play() []float32 {
	sum := make([]float64, int(s.seconds*Rate))
	for _, n := range s.notes {
		for _, p := range s.voice {
			from := int(n.at * Rate)
			to := min(len(sum), from+int(8*s.decay*p.decay*Rate)) // after that it is 70 dB down
			ring(sum[from:to], p.weight, n.pitch*p.ratio, s.decay*p.decay)
		}
	}
	for i := range release {
		sum[len(sum)-1-i] *= float64(i) / release
	}
	loudest := 0.0
	for _, v := range sum {
		if v = math.Abs(v); v > loudest { // max would take care of what is no number, which is slow in a page
			loudest = v
		}
	}
	samples := make([]float32, len(sum))
	for i, v := range sum {
		samples[i] = float32(v * s.peak / loudest)
	}
	return samples
}

// ring adds a wave that dies away to what sounds from its beginning on; pitch is in Hz, decay in seconds. Each sample follows
// from the two before, by the recurrence of a resonator that has been struck: that takes a tenth of the time that sines would.
func ring(sum []float64, weight, pitch, decay float64) {
	turn := 2 * math.Pi * pitch / Rate
	keep := math.Exp(-1 / (decay * Rate))
	last, before := 0.0, -weight*math.Sin(turn)/keep
	swing, loss := 2*keep*math.Cos(turn), keep*keep
	for i := range attack {
		sum[i] += last * float64(i) / attack
		last, before = swing*last-loss*before, last
	}
	for i := attack; i < len(sum); i++ {
		sum[i] += last
		last, before = swing*last-loss*before, last
	}
}
