// Package trivia holds the rules of a round: which questions a seed draws, in
// which order their answers stand, and what an answer scores.
package trivia

import (
	"fmt"
	"hash/fnv"
	"math/bits"
	"slices"
	"time"

	"houselights/game/pack"
)

// Length is the number of questions in a round.
const Length = 10

const (
	lowest   = 1
	highest  = 5
	standard = 3
)

// ramp is how levels rise over a round; a longer or shorter one stretches it.
var ramp = [...]int{1, 1, 2, 2, 3, 3, 3, 4, 4, 5}

// Pool says which questions a round may ask. The zero Pool is what anybody may be asked.
type Pool struct {
	Rumours  bool // statements for Real or rumour?, and nothing else
	Spoilers bool // also what gives something of the story away
}

// Has reports whether a question is in the pool.
func (in Pool) Has(q *pack.Question) bool {
	return q.Kind.Playable() && q.Rumour == in.Rumours && (in.Spoilers || !q.Spoiler)
}

// Size returns how many questions of a pack are in the pool.
func (in Pool) Size(p *pack.Pack) int {
	n := 0
	for i := range p.Questions {
		if in.Has(&p.Questions[i]) {
			n++
		}
	}
	return n
}

// Draw draws a round of n questions from those of a pack that are in the pool, or
// of all of them if they are fewer. No question comes twice and levels never
// fall; where the pack runs out of a level, the nearest stands in, the easier of
// two. Two that share a fact do not come in one round, so that none gives another
// away, and no more than a fifth of a round is on what was only reported, unless a
// level has too few others. The same pack, pool, seed and n give the same cards on
// every machine and in every version: daily rounds and challenge links rest on that.
func Draw(p *pack.Pack, in Pool, seed uint64, n int) []Card {
	var levels [highest + 1][]int // the questions of each level
	size := 0
	for i := range p.Questions {
		if !in.Has(&p.Questions[i]) {
			continue
		}
		size++
		level := p.Questions[i].Level
		if level < lowest || level > highest {
			level = standard // a pack made by hand
		}
		levels[level] = append(levels[level], i)
	}
	n = max(0, min(n, size))
	var take [highest + 1]int // how many of each level
	for i := range n {
		want := ramp[(2*i+1)*len(ramp)/(2*n)] // the ramp at the middle of this n-th
		best := 0
		for level := lowest; level <= highest; level++ {
			if take[level] < len(levels[level]) && (best == 0 || distance(level, want) < distance(best, want)) {
				best = level
			}
		}
		take[best]++
	}
	r := random(seed)
	cards := make([]Card, 0, n)
	s := selection{pack: p, told: map[string]bool{}, reports: n / 5}
	if in.Rumours {
		s.reports = n
	}
	for level, questions := range levels {
		if take[level] == len(questions) { // all of them come: others must not share with them
			s.add(questions...)
		}
	}
	for level, questions := range levels {
		for _, q := range r.apart(&s, questions, take[level]) {
			cards = append(cards, Card{Question: q, Order: r.order(&p.Questions[q])})
		}
	}
	return cards
}

// selection is what is known of the questions drawn so far.
type selection struct {
	pack    *pack.Pack
	told    map[string]bool // their facts
	reports int             // so many more may be on what was only reported
}

// takes reports whether a question goes with those drawn.
func (s *selection) takes(question int) bool {
	q := &s.pack.Questions[question]
	return (q.Status != pack.Reported || s.reports > 0) && !slices.ContainsFunc(q.Facts, func(fact string) bool { return s.told[fact] })
}

func (s *selection) add(questions ...int) {
	for _, question := range questions {
		q := &s.pack.Questions[question]
		if q.Status == pack.Reported {
			s.reports--
		}
		for _, fact := range q.Facts {
			s.told[fact] = true
		}
	}
}

// apart draws n of some questions that go with those drawn. Where too few are left, it takes of the others.
func (r *random) apart(s *selection, questions []int, n int) []int {
	var drawn, passed []int
	for i := range questions {
		if len(drawn) == n {
			break
		}
		r.swap(questions, i)
		if !s.takes(questions[i]) {
			passed = append(passed, questions[i])
			continue
		}
		drawn = append(drawn, questions[i])
		s.add(questions[i])
	}
	passed = passed[:n-len(drawn)]
	s.add(passed...)
	return append(drawn, passed...)
}

func distance(a, b int) int { return max(a-b, b-a) }

// order deals the answers of a question to their places.
func (r *random) order(q *pack.Question) []int {
	if q.Kind == pack.TrueFalse {
		return trueFirst(q)
	}
	order := options(q)
	r.shuffle(order)
	if q.Kind == pack.Ordering && slices.IsSorted(order) {
		order = append(order[1:], order[0]) // it would be solved already
	}
	return order
}

// Redeal returns a card for a question that has been edited: its answers stand as
// they did on the old one where they still can.
func Redeal(p *pack.Pack, question int, old Card) Card {
	q := &p.Questions[question]
	if deals(old.Order, q) {
		return Card{question, old.Order}
	}
	r := random(question)
	return Card{question, r.order(q)}
}

// deals reports whether the answers of a question may stand in an order.
func deals(order []int, q *pack.Question) bool {
	switch q.Kind {
	case pack.TrueFalse:
		return slices.Equal(order, trueFirst(q))
	case pack.Ordering:
		if slices.IsSorted(order) {
			return false // it would be solved already
		}
	}
	n := len(options(q))
	return len(order) == n && within(order, n)
}

// trueFirst is the order of the two answers of true or false.
func trueFirst(q *pack.Question) []int {
	if q.True {
		return []int{0, 1}
	}
	return []int{1, 0}
}

// options returns the options of a question, in order.
func options(q *pack.Question) []int {
	n := len(q.Right) + len(q.Wrong)
	switch q.Kind {
	case pack.TrueFalse:
		n = 2
	case pack.Numerical:
		n = 0
	}
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// DailySeed returns the seed of the round that everyone with this version of a
// pack plays on a date.
func DailySeed(packID, version string, year int, month time.Month, day int) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%s\x00%s\x00%04d-%02d-%02d", packID, version, year, int(month), day)
	return NextSeed(h.Sum64()) // spreads days, which differ in a digit, over all seeds
}

// NextSeed returns the seed of the round to play after another.
func NextSeed(seed uint64) uint64 {
	r := random(seed)
	return r.next()
}

// random is splitmix64 (Steele, Lea and Flood, 2014). It is our own, and
// shuffle too, since a library may change its sequence and rounds must not.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// below returns a number from 0 to n-1. It scales rather than divides; what
// that favours is less than one part in 2^50.
func (r *random) below(n int) int {
	high, _ := bits.Mul64(r.next(), uint64(n))
	return int(high)
}

// shuffle puts all items in an order drawn at random, as Fisher and Yates do.
func (r *random) shuffle(items []int) {
	for i := range items {
		r.swap(items, i)
	}
}

// swap puts one of the items from the i-th on, drawn at random, in its place.
func (r *random) swap(items []int, i int) {
	if i < len(items)-1 { // the last one is no choice
		j := i + r.below(len(items)-i)
		items[i], items[j] = items[j], items[i]
	}
}
