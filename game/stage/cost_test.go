//go:build !js

package stage_test

import (
	"image"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/platform"
	"houselights/game/scenes/author"
	"houselights/game/ui"
	"houselights/game/xvfb"
)

// page is an outside that writes each tree out for a page's elements, as the web's does.
type page struct{ *world }

func (p *page) Show(s *ui.Screen) {
	p.world.Show(s)
	platform.Mirror(s)
}

// written is a pack of so many questions.
func written(t testing.TB, questions int) *pack.Pack {
	data, err := author.Pack("en", questions)
	require.NoError(t, err)
	p, err := pack.Read("large", data)
	require.NoError(t, err)
	return p
}

// newPage is a game in a page.
func newPage(t testing.TB, p *pack.Pack, msgs ...app.Msg) *table {
	tb := newTableWith(t, p, app.Options{}, msgs...)
	tb.Out = &page{tb.world}
	return tb
}

var openQuestion = []app.Msg{app.Choose{Mode: app.Classic}, app.Start{}}

// present runs one frame that is presented, as the engine does.
func (tb *table) present() {
	require.NoError(tb.t, tb.Update())
	tb.Draw(tb.offscreen)
	tb.DrawFinalScreen(tb.canvas, tb.offscreen, ebiten.GeoM{})
}

// drain has the graphics card do what it has been told, which would pile up otherwise: a test is one single frame to the engine.
func (tb *table) drain() {
	tb.canvas.SubImage(image.Rect(0, 0, 1, 1)).(*ebiten.Image).ReadPixels(make([]byte, 4))
}

// moving returns a function that goes on by the step and presents a frame.
func (tb *table) moving(step time.Duration) func() {
	first, n := tb.now, 0
	return func() {
		const steps = 150 // of a tenth of a second: the question has not run out then
		tb.now = first.Add(time.Duration(n%steps) * step)
		n++
		tb.present()
	}
}

// TestRestAllocatesNothing presents frames in which nothing has changed, as the engine does after each input.
func TestRestAllocatesNothing(t *testing.T) {
	p := written(t, 20)
	for name, msgs := range map[string][]app.Msg{"home": nil, "question": openQuestion, "settings": {app.Open{Screen: app.Settings}}} {
		tb := newPage(t, p, msgs...)
		assert.Zero(t, testing.AllocsPerRun(200, tb.present), name)
		tb.drain()
	}
}

// TestMovingAllocatesLittle bounds what a frame leaves to the garbage collector, whose pauses are the frame's on a page.
func TestMovingAllocatesLittle(t *testing.T) {
	p := written(t, 20)
	second := newPage(t, p).moving(time.Second)
	assert.LessOrEqual(t, testing.AllocsPerRun(200, second), 120.0, "a second at home")
	ring := newPage(t, p, openQuestion...).moving(100 * time.Millisecond)
	assert.LessOrEqual(t, testing.AllocsPerRun(200, ring), 200.0, "a tenth of a second of a question")
}

// TestLargePackCostsNoMore checks that a frame costs the same whatever the size of the pack. All questions are the same one, so
// that what is shown is.
func TestLargePackCostsNoMore(t *testing.T) {
	small, large := written(t, 20), written(t, 20)
	small.Questions = slices.Repeat(small.Questions[:1], 20)
	large.Questions = slices.Repeat(small.Questions[:1], 5000)
	cost := func(p *pack.Pack, step time.Duration, msgs ...app.Msg) float64 {
		return testing.AllocsPerRun(200, newPage(t, p, msgs...).moving(step))
	}
	assert.Equal(t, cost(small, time.Second), cost(large, time.Second), "a second at home")
	assert.Equal(t, cost(small, time.Second/10, openQuestion...), cost(large, time.Second/10, openQuestion...), "a tenth of a second of a question")
}

// TestMemoryOverRounds plays a hundred rounds of ever new questions in a window that is ever drawn to another size, which fills
// the caches over and over again. Of each round only two frames are painted.
func TestMemoryOverRounds(t *testing.T) {
	tb := newPage(t, written(t, 1000))
	round := func(i int) {
		for _, key := range []string{"modes", "mode-classic", "start"} {
			tb.press(key)
		}
		for question := range 10 {
			tb.LayoutF(400+float64(question)+float64(i)/100, 300)
			tb.press("answer-2")
			tb.press("next")
			require.NoError(t, tb.Update())
		}
		require.Equal(t, "results", tb.screen.Name)
		tb.ratio = 1 + float64(i/10%3)/4
		tb.LayoutF(360, 300)
		tb.press("review")
		tb.present()
		tb.press("back")
		tb.press("back")
		tb.present()
		require.Equal(t, "home", tb.screen.Name)
		if i%2 == 1 {
			xvfb.EndFrame()
		}
	}
	// The engine keeps some buffers of the last frames, now more and now fewer: the least of several looks counts.
	least := func(from, to int) int {
		inUse := math.MaxInt
		for i := from; i < to; i++ {
			round(i)
			if i%10 == 9 {
				inUse = min(inUse, heap())
			}
		}
		return inUse
	}
	const full = 110 // rounds, after which the caches hold what they may
	for i := range full {
		round(i)
	}
	const margin = 1 << 19 // of some 17 MB
	before, after := least(full, full+50), math.MaxInt
	// On a machine that is busy with other things the engine gets behind with what it frees, now and then. What is lost for good
	// grows on.
	for from := full + 50; from < full+200 && after >= before+margin; from += 50 {
		after = least(from, from+50)
	}
	assert.Less(t, after, before+margin)
	runtime.KeepAlive(tb)
}

// heap is the memory in use, in bytes. What a collection finds without an owner, its cleanups free: only another one shows it.
func heap() int {
	for range 3 {
		runtime.GC()
		runtime.Gosched()
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// BenchmarkRest is a frame that is presented though nothing has changed.
func BenchmarkRest(b *testing.B) {
	tb := newPage(b, written(b, 5000))
	benchmark(b, tb, tb.present)
}

// BenchmarkSecond is what a second costs at home, where the countdown's numbers change: messages, tree, layout, the page's copy of
// the tree, and painting, as far as it is not the graphics card's.
func BenchmarkSecond(b *testing.B) {
	tb := newPage(b, written(b, 5000))
	benchmark(b, tb, tb.moving(time.Second))
}

// BenchmarkRing is a tenth of a second of an open question, in which its ring moves.
func BenchmarkRing(b *testing.B) {
	tb := newPage(b, written(b, 5000), openQuestion...)
	benchmark(b, tb, tb.moving(100*time.Millisecond))
}

func benchmark(b *testing.B, tb *table, frame func()) {
	b.ReportAllocs()
	for i := 1; b.Loop(); i++ {
		frame()
		if i%150 == 0 {
			b.StopTimer()
			tb.drain()
			b.StartTimer()
		}
	}
}
