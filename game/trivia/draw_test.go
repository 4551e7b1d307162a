package trivia_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/trivia"
)

var update = flag.Bool("update", false, "write the golden files")

// bank makes a pack with so many questions of levels 1 to 5, in turn of level,
// every fourth of them true or false.
func bank(counts ...int) *pack.Pack {
	p := &pack.Pack{}
	for left, i := slices.Clone(counts), 0; slices.Max(left) > 0; i++ {
		level := i % len(left)
		if left[level]--; left[level] < 0 {
			continue
		}
		q := pack.Question{Level: level + 1, Right: []string{"right"}, Wrong: []string{"a", "b", "c"}[:1+len(p.Questions)%3]}
		if n := len(p.Questions); n%4 == 3 {
			q = pack.Question{Level: level + 1, Kind: pack.TrueFalse, True: n%8 == 3}
		}
		p.Questions = append(p.Questions, q)
	}
	return p
}

func levels(p *pack.Pack, cards []trivia.Card) []int {
	var levels []int
	for _, c := range cards {
		levels = append(levels, p.Questions[c.Question].Level)
	}
	return levels
}

// TestDrawGolden keeps rounds from changing by accident: a daily round or a
// challenge link must give everyone the same one. Only a new format of seeds
// may change this file.
func TestDrawGolden(t *testing.T) {
	var b strings.Builder
	write := func(name string, p *pack.Pack, seed uint64, n int) {
		fmt.Fprintf(&b, "%s, seed %d, n %d:", name, seed, n)
		for _, c := range trivia.Draw(p, trivia.Pool{}, seed, n) {
			fmt.Fprintf(&b, " %d%v", c.Question, c.Order)
		}
		b.WriteByte('\n')
	}
	for seed := range uint64(8) {
		write("40 even", bank(8, 8, 8, 8, 8), seed, trivia.Length)
	}
	write("40 even", bank(8, 8, 8, 8, 8), 1<<64-1, 40)
	write("short of 3 and 5", bank(20, 9, 1, 9, 0), 7, trivia.Length)
	write("5000", bank(1000, 1000, 1000, 1000, 1000), 7, 25)
	shared := bank(4, 8, 8, 8, 8)
	for i := range shared.Questions {
		shared.Questions[i].Facts = []string{fmt.Sprint(i / 5)}
	}
	for seed := range uint64(4) {
		write("sharing facts", shared, seed, 20)
	}
	for day := 21; day <= 24; day++ {
		seed := trivia.DailySeed("purple-hearts", "1", 2026, time.November, day)
		write(fmt.Sprintf("daily 2026-11-%d", day), bank(8, 8, 8, 8, 8), seed, trivia.Length)
	}
	fmt.Fprintf(&b, "next seeds: %d %d\n", trivia.NextSeed(0), trivia.NextSeed(trivia.NextSeed(0)))

	golden := filepath.Join("testdata", "rounds.txt")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String())
}

// TestNextSeedIsSplitmix64 checks against the first outputs of Vigna's
// reference program for the seed 0.
func TestNextSeedIsSplitmix64(t *testing.T) {
	assert.Equal(t, uint64(0xE220A8397B1DCDAF), trivia.NextSeed(0))
	assert.Equal(t, uint64(0x6E789E6AA1B965F4), trivia.NextSeed(0x9E3779B97F4A7C15))
}

func TestDrawLevels(t *testing.T) {
	for _, c := range []struct {
		name   string
		counts []int
		n      int
		want   []int
	}{
		{"ten of plenty", []int{9, 9, 9, 9, 9}, 10, []int{1, 1, 2, 2, 3, 3, 3, 4, 4, 5}},
		{"five", []int{9, 9, 9, 9, 9}, 5, []int{1, 2, 3, 4, 5}},
		{"one", []int{9, 9, 9, 9, 9}, 1, []int{3}},
		{"twenty", []int{9, 9, 9, 9, 9}, 20, []int{1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5}},
		{"no threes: the easier", []int{9, 9, 0, 9, 9}, 10, []int{1, 1, 2, 2, 2, 2, 2, 4, 4, 5}},
		{"no easy ones", []int{0, 0, 9, 9, 9}, 10, []int{3, 3, 3, 3, 3, 3, 3, 4, 4, 5}},
		{"one level only", []int{0, 0, 0, 12, 0}, 10, []int{4, 4, 4, 4, 4, 4, 4, 4, 4, 4}},
		{"runs out", []int{1, 1, 1, 20, 0}, 10, []int{1, 2, 3, 4, 4, 4, 4, 4, 4, 4}},
		{"fewer than asked", []int{1, 0, 2, 0, 1}, 10, []int{1, 3, 3, 5}},
		{"none asked", []int{1, 1, 1, 1, 1}, 0, nil},
		{"fewer than none", []int{1, 1, 1, 1, 1}, -3, nil},
		{"empty pack", []int{0}, 10, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := bank(c.counts...)
			assert.Equal(t, c.want, levels(p, trivia.Draw(p, trivia.Pool{}, 1, c.n)))
		})
	}
}

func TestDrawLevelsOfHandmadePack(t *testing.T) {
	p := &pack.Pack{Questions: []pack.Question{{Level: 5}, {}, {Level: 99}, {Level: 1}}}
	cards := trivia.Draw(p, trivia.Pool{}, 1, 4)
	require.Len(t, cards, 4)
	assert.Equal(t, 3, cards[0].Question)
	assert.Equal(t, 0, cards[3].Question)
}

func TestDrawHolds(t *testing.T) {
	packs := map[string]*pack.Pack{
		"even": bank(8, 8, 8, 8, 8), "lumpy": bank(3, 0, 30, 1, 2), "small": bank(1, 2, 1, 0, 0), "hard": bank(0, 0, 0, 0, 11),
	}
	for name, p := range packs {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(1000) {
				for _, n := range []int{1, 3, 10, 40} {
					cards := trivia.Draw(p, trivia.Pool{}, seed, n)
					require.Len(t, cards, min(n, len(p.Questions)))
					require.True(t, slices.IsSorted(levels(p, cards)), "levels fall with seed %d", seed)
					drawn := map[int]bool{}
					for _, c := range cards {
						require.False(t, drawn[c.Question], "question %d comes twice with seed %d", c.Question, seed)
						drawn[c.Question] = true
						requireOrder(t, p.Questions[c.Question], c)
					}
				}
			}
		})
	}
}

// requireOrder checks that each option has one place, and that True stands
// before False.
func requireOrder(t *testing.T, q pack.Question, c trivia.Card) {
	t.Helper()
	if q.Kind == pack.TrueFalse {
		want := 1
		if q.True {
			want = 0
		}
		require.Len(t, c.Order, 2)
		require.Equal(t, want, c.RightPlace())
		require.Equal(t, 1, c.Order[1-want])
		return
	}
	options := slices.Sorted(slices.Values(c.Order))
	require.Equal(t, []int{0, 1, 2, 3}[:1+len(q.Wrong)], options)
	require.Equal(t, 0, c.Order[c.RightPlace()])
}

func TestDrawIsEven(t *testing.T) {
	p := &pack.Pack{}
	for range 40 {
		p.Questions = append(p.Questions, pack.Question{Level: 3, Right: []string{"r"}, Wrong: []string{"a", "b", "c"}})
	}
	var places [4]int
	drawn, firsts := make([]int, 40), make([]int, 40)
	for seed := range uint64(1000) {
		for i, c := range trivia.Draw(p, trivia.Pool{}, seed, 10) {
			places[c.RightPlace()]++
			drawn[c.Question]++
			if i == 0 {
				firsts[c.Question]++
			}
		}
	}
	for place, n := range places {
		assert.InDelta(t, 2500, n, 200, "right answers at place %d", place) // 4.6 standard deviations
	}
	for q := range drawn {
		assert.InDelta(t, 250, drawn[q], 70, "question %d drawn", q)
		assert.InDelta(t, 25, firsts[q], 24, "question %d drawn first", q)
	}
}

func TestSeeds(t *testing.T) {
	seen := map[uint64]string{}
	for _, id := range []string{"purple-hearts", "purple-heart"} {
		for _, version := range []string{"", "1", "11"} {
			for day := range 3000 {
				date := time.Date(2026, 1, 1+day, 0, 0, 0, 0, time.UTC)
				name := id + " " + version + " " + date.Format(time.DateOnly)
				seed := trivia.DailySeed(id, version, date.Year(), date.Month(), date.Day())
				require.Equal(t, seed, trivia.DailySeed(id, version, date.Year(), date.Month(), date.Day()))
				require.Empty(t, seen[seed], name)
				seen[seed] = name
			}
		}
	}
	assert.NotEqual(t, trivia.DailySeed("a", "1", 2026, 1, 1), trivia.DailySeed("a1", "", 2026, 1, 1))

	p := bank(8, 8, 8, 8, 8)
	seed := uint64(0)
	for range 100 { // a next round is another round
		next := trivia.NextSeed(seed)
		require.NotEqual(t, trivia.Draw(p, trivia.Pool{}, seed, 10), trivia.Draw(p, trivia.Pool{}, next, 10))
		seed = next
	}
}

// BenchmarkDraw should stay under a millisecond: a round is drawn between two
// frames.
func BenchmarkDraw(b *testing.B) {
	p := bank(1000, 1000, 1000, 1000, 1000)
	seed := uint64(0)
	for b.Loop() {
		seed++
		trivia.Draw(p, trivia.Pool{}, seed, trivia.Length)
	}
}

// TestDrawKinds draws from what can be played alone, and never deals an order that is solved already.
func TestDrawKinds(t *testing.T) {
	p := packOf(pack.Question{Kind: pack.Matching}, pack.Question{Kind: pack.Ordering, Right: []string{"a", "b", "c"}}, pack.Question{Kind: pack.ShortAnswer},
		pack.Question{Kind: pack.SeveralOf, Right: []string{"a", "b"}, Wrong: []string{"c", "d", "e", "f"}}, pack.Question{Kind: pack.Numerical})
	for seed := range uint64(200) {
		r := trivia.Round{Cards: trivia.Draw(p, trivia.Pool{}, seed, 10)}
		require.Len(t, r.Cards, 3)
		require.NoError(t, r.Check(p))
		for _, c := range r.Cards {
			if c.Question == 1 {
				require.False(t, slices.IsSorted(c.Order), "seed %d", seed)
			}
		}
	}
}

// TestRedeal keeps the answers of a question that has been edited where they were, if there are as many.
func TestRedeal(t *testing.T) {
	three := pack.Question{Right: []string{"a"}, Wrong: []string{"b", "c"}}
	old := trivia.Card{Question: 4, Order: []int{2, 0, 1}}
	assert.Equal(t, trivia.Card{Question: 0, Order: []int{2, 0, 1}}, trivia.Redeal(packOf(three), 0, old))
	statement := pack.Question{Kind: pack.TrueFalse, True: true}
	was := trivia.Card{Order: []int{0, 1}}
	assert.Equal(t, was, trivia.Redeal(packOf(statement), 0, was))
	statement.True = false
	assert.Equal(t, []int{1, 0}, trivia.Redeal(packOf(statement), 0, was).Order, "true stands before false")
	assert.Error(t, trivia.Round{Cards: []trivia.Card{was}}.Check(packOf(statement)))
	order := pack.Question{Kind: pack.Ordering, Right: []string{"a", "b", "c"}}
	assert.NotEqual(t, []int{0, 1, 2}, trivia.Redeal(packOf(order), 0, trivia.Card{Order: []int{0, 1, 2}}).Order, "it would be solved already")

	three.Wrong = append(three.Wrong, "d")
	again := trivia.Redeal(packOf(three), 0, old)
	assert.NoError(t, trivia.Round{Cards: []trivia.Card{again}}.Check(packOf(three)))
}

// TestPool checks which questions are asked where.
func TestPool(t *testing.T) {
	p := packOf(pack.Question{}, pack.Question{Spoiler: true}, pack.Question{Kind: pack.TrueFalse, Rumour: true},
		pack.Question{Kind: pack.TrueFalse, Rumour: true, Spoiler: true}, pack.Question{Kind: pack.Matching})
	for in, want := range map[trivia.Pool][]int{
		{}:                              {0},
		{Spoilers: true}:                {0, 1},
		{Rumours: true}:                 {2},
		{Rumours: true, Spoilers: true}: {2, 3},
	} {
		var has, drawn []int
		for i := range p.Questions {
			if in.Has(&p.Questions[i]) {
				has = append(has, i)
			}
		}
		for _, c := range trivia.Draw(p, in, 1, trivia.Length) {
			drawn = append(drawn, c.Question)
		}
		slices.Sort(drawn)
		assert.Equal(t, want, has, "%+v", in)
		assert.Equal(t, want, drawn, "%+v", in)
		assert.Equal(t, len(want), in.Size(p), "%+v", in)
	}
}

// TestDrawApart checks that two questions that share a fact do not come in one round, so that none can give the answer to another
// away, as long as each level has enough others; and that a round is whole where it has not.
func TestDrawApart(t *testing.T) {
	p := bank(12, 12, 12, 12, 12)
	for i := range p.Questions {
		p.Questions[i].Facts = []string{fmt.Sprint("F", i/3), fmt.Sprint("F", 20+i%20)}
	}
	met := map[int]bool{}
	for seed := range uint64(300) {
		told := map[string]int{}
		cards := trivia.Draw(p, trivia.Pool{}, seed, trivia.Length)
		require.Len(t, cards, trivia.Length)
		assert.True(t, slices.IsSorted(levels(p, cards)))
		for _, c := range cards {
			met[c.Question] = true
			for _, fact := range p.Questions[c.Question].Facts {
				told[fact]++
				require.Equal(t, 1, told[fact], "seed %d: %s", seed, fact)
			}
		}
	}
	assert.Len(t, met, len(p.Questions), "every question comes in some round")

	for i := range p.Questions {
		p.Questions[i].Facts = []string{"F1"}
	}
	all := map[int]bool{}
	for _, c := range trivia.Draw(p, trivia.Pool{}, 1, trivia.Length) {
		all[c.Question] = true
	}
	assert.Len(t, all, trivia.Length)
}

// TestDrawApartWhereItCan checks packs in which some questions must share a fact: no others do.
func TestDrawApartWhereItCan(t *testing.T) {
	made := func(facts map[int][]string, counts ...int) *pack.Pack {
		p := &pack.Pack{}
		for level, n := range counts {
			for range n {
				p.Questions = append(p.Questions, pack.Question{Level: level + 1, Kind: pack.TrueFalse, Facts: facts[len(p.Questions)]})
			}
		}
		return p
	}
	for name, c := range map[string]struct {
		p       *pack.Pack
		allowed string
	}{
		"both of a level": {made(map[int][]string{0: {"F", "A"}, 1: {"F", "B"}, 3: {"A"}, 4: {"B"}}, 2, 10, 10, 10, 10), "F"},
		"the only one":    {made(map[int][]string{0: {"F"}, 40: {"F"}}, 10, 10, 10, 10, 1), ""},
	} {
		for seed := range uint64(500) {
			told := map[string]bool{}
			for _, card := range trivia.Draw(c.p, trivia.Pool{}, seed, trivia.Length) {
				for _, fact := range c.p.Questions[card.Question].Facts {
					require.True(t, fact == c.allowed || !told[fact], "%s: seed %d: %s", name, seed, fact)
					told[fact] = true
				}
			}
		}
	}
}

// TestDrawFewReports checks that of ten questions two at most are on what was only reported, as long as there are others, and that
// statements, of which the one half is nothing else, are left alone.
func TestDrawFewReports(t *testing.T) {
	p := bank(12, 12, 12, 12, 12)
	for i := range p.Questions {
		if i/5%2 == 0 { // half of each level
			p.Questions[i].Status = pack.Reported
		}
	}
	reports := func(in trivia.Pool, seed uint64) int {
		n := 0
		for _, c := range trivia.Draw(p, in, seed, trivia.Length) {
			if p.Questions[c.Question].Status == pack.Reported {
				n++
			}
		}
		return n
	}
	most := 0
	for seed := range uint64(200) {
		n := reports(trivia.Pool{}, seed)
		require.LessOrEqual(t, n, 2, "seed %d", seed)
		most = max(most, n)
	}
	assert.Equal(t, 2, most)

	for i := range p.Questions {
		p.Questions[i].Kind, p.Questions[i].Rumour = pack.TrueFalse, true
	}
	most = 0
	for seed := range uint64(20) {
		most = max(most, reports(trivia.Pool{Rumours: true}, seed))
	}
	assert.Greater(t, most, 4)
}
