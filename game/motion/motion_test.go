package motion_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/motion"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/ui"
)

var start = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// screens returns the screens of the scenes, 720 × 480 CSS pixels.
func screens(t *testing.T, calm bool) map[string]*ui.Screen { return screensIn(t, calm, 720, 480) }

func screensIn(t *testing.T, calm bool, w, h float64) map[string]*ui.Screen {
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	viewer, err := program.Viewer(fonts)
	require.NoError(t, err)
	all, err := scenes.All()
	require.NoError(t, err)
	found := map[string]*ui.Screen{}
	for _, s := range all {
		s.Model.Around.Calm = calm
		found[s.Name] = viewer.Screen(s.Model, w, h)
	}
	return found
}

// piece is a node that moves as a whole, with its pose.
type piece struct {
	node *ui.Node
	pose motion.Pose
}

// posed returns the pieces of a screen in a frame, in their turn.
func posed(s *ui.Screen, f motion.Frame) []piece {
	var all []piece
	var visit func(*ui.Node)
	visit = func(n *ui.Node) {
		if motion.Paints(n) {
			all = append(all, piece{n, f.Pose(n, n.Rect, len(all))})
			return
		}
		for _, c := range n.Children {
			visit(c)
		}
	}
	visit(s.Root)
	return all
}

// changes are all that may follow on each other in a visit, and some that may not.
var changes = [][2]string{{"", "home"}, {"home", "modes"}, {"modes", "ready-pace"}, {"ready-pace", "question"}, {"question", "reveal-wrong"}, {"question", "reveal-right"},
	{"reveal-wrong", "question-second"}, {"reveal-right", "results"}, {"results", "review"}, {"review", "results"}, {"question-number", "reveal-number"},
	{"home", "countdown"}, {"home", "events"}, {"home", "settings"}, {"settings", "home"}, {"home-last-minute", "home-now"}, {"about", "results-untimed"}}

// change shows one screen a minute after another.
func change(t *testing.T, all map[string]*ui.Screen, names [2]string) (*motion.Timeline, *ui.Screen) {
	var timeline motion.Timeline
	if names[0] != "" {
		require.Contains(t, all, names[0])
		timeline.Show(all[names[0]], start.Add(-time.Minute))
	}
	require.Contains(t, all, names[1])
	timeline.Show(all[names[1]], start)
	return &timeline, all[names[1]]
}

// TestChangesComeToRest follows each change frame by frame: it takes 200 to 400 ms, nothing leaps, what is the same for the same time
// is the same, and in the end all is as the tree says.
func TestChangesComeToRest(t *testing.T) {
	for _, calm := range []bool{false, true} {
		all := screens(t, calm)
		for _, names := range changes {
			timeline, screen := change(t, all, names)
			for at := time.Duration(0); at < 450*time.Millisecond; at += 4 * time.Millisecond {
				frame, next := timeline.Frame(start.Add(at)), timeline.Frame(start.Add(at+4*time.Millisecond))
				before, after := posed(screen, frame), posed(screen, next)
				for i := range before {
					a, b, key := before[i].pose, after[i].pose, before[i].node.Key
					assert.InDelta(t, a.Rect.Y, b.Rect.Y, 4, "%v %s at %v", names, key, at)
					assert.InDelta(t, a.Opacity, b.Opacity, 0.07, "%v %s at %v", names, key, at)
					assert.InDelta(t, a.Fraction, b.Fraction, 0.05, "%v %s at %v", names, key, at)
					if calm {
						assert.Equal(t, before[i].node.Rect, a.Rect, "%v %s moves", names, key)
					}
				}
				again, _ := change(t, all, names)
				assert.Equal(t, before, posed(screen, again.Frame(start.Add(at))))
			}
			for _, p := range posed(screen, timeline.Frame(start.Add(400*time.Millisecond))) {
				rest := motion.Frame{}.Pose(p.node, p.node.Rect, 0)
				assert.Equal(t, rest, p.pose, "%v %s", names, p.node.Key)
			}
		}
	}
}

// TestCalm checks that with motion reduced a screen fades and nothing else: no ring sweeps, no number runs, no light moves.
func TestCalm(t *testing.T) {
	all := screens(t, true)
	timeline, screen := change(t, all, [2]string{"reveal-right", "results"})
	half := timeline.Frame(start.Add(100 * time.Millisecond))
	assert.Equal(t, 8000, half.Number("", 8000))
	for _, p := range posed(screen, half) {
		assert.Greater(t, p.pose.Opacity, 0.5)
		assert.Less(t, p.pose.Opacity, 1.0)
		if p.node.Look.Ring != nil {
			assert.Equal(t, p.node.Look.Ring.Fraction, p.pose.Fraction)
		}
	}
	assert.False(t, timeline.Frame(start.Add(200*time.Millisecond)).Moving(), "new best, and nothing moves")

	timeline, _ = change(t, all, [2]string{"home-last-minute", "home-now"})
	for at := time.Duration(0); at < 6*time.Second; at += 10 * time.Millisecond {
		f := timeline.Frame(start.Add(at))
		assert.Zero(t, f.Sway(0)+f.Glow())
		assert.Zero(t, f.Sparks())
		assert.Equal(t, at < 400*time.Millisecond, f.Moving(), "the corona opens by fading, at %v", at)
	}
}

// TestInterrupted checks that a screen that comes in the middle of a change goes on from what is to be seen then.
func TestInterrupted(t *testing.T) {
	all := screens(t, false)
	timeline, reveal := change(t, all, [2]string{"question", "reveal-wrong"})
	middle := start.Add(90 * time.Millisecond)
	var ring motion.Pose
	for _, p := range posed(reveal, timeline.Frame(middle)) {
		if p.node.Key == "ring" {
			ring = p.pose
		}
	}
	assert.Less(t, ring.Fraction, 1.0)
	assert.NotZero(t, ring.Fraction)

	timeline.Show(all["question-second"], middle)
	for _, p := range posed(all["question-second"], timeline.Frame(middle)) {
		if p.node.Key == "ring" {
			assert.InDelta(t, ring.Fraction, p.pose.Fraction, 1e-9)
			assert.InDelta(t, ring.Opacity, p.pose.Opacity, 1e-9)
		}
	}
	assert.False(t, timeline.Frame(middle.Add(400*time.Millisecond)).Moving())
}

// TestMomentsEnd checks that every set of moments ends by itself, that its last frame is asked for, and that nothing is asked for then.
func TestMomentsEnd(t *testing.T) {
	home := screens(t, false)["home"]
	for m := ui.Moments(1); m < 2*ui.DaysInARow; m++ {
		var timeline motion.Timeline
		s := *home
		s.Moments = m
		timeline.Show(&s, start)
		frames, now := 0, start
		for ; frames < 1000; frames++ {
			next := timeline.Next(now)
			if next.IsZero() {
				break
			}
			if next.Equal(now) {
				next = now.Add(time.Second / 60)
			}
			now = next
		}
		assert.False(t, timeline.Frame(now).Moving(), "%b", m)
		assert.LessOrEqual(t, now.Sub(start), 5500*time.Millisecond, "%b", m)
		assert.Equal(t, motion.Frame{}, timeline.Frame(now), "%b", m)
	}
}

// TestNothingFlashes counts how often light grows and fades again: no more than three times in any second (WCAG 2.2, 2.3.1), also where
// each of the last ten seconds begins one.
func TestNothingFlashes(t *testing.T) {
	home := screens(t, false)["home"]
	for _, m := range []ui.Moments{ui.Arrival, ui.LastSecond, ui.LastQuarter, ui.Zero, ui.NewBest, ui.Perfect, ui.NewBest | ui.Perfect | ui.DaysInARow} {
		var timeline motion.Timeline
		s := *home
		s.Moments = m
		lights := map[string]func(motion.Frame) float64{"glow": motion.Frame.Glow, "shine": motion.Frame.Shine, "corona": motion.Frame.Opened,
			"beam": func(f motion.Frame) float64 { return 4 * f.Sway(1) }}
		peaks := map[string][]time.Duration{}
		last, grew := map[string]float64{}, map[string]bool{}
		for at := time.Duration(0); at < 10*time.Second; at += 5 * time.Millisecond {
			if m.Has(ui.LastSecond) && at%time.Second == 0 {
				next := s
				next.Beat = int(at / time.Second)
				timeline.Show(&next, start.Add(at))
			} else if at == 0 {
				timeline.Show(&s, start)
			}
			f := timeline.Frame(start.Add(at))
			for name, light := range lights {
				now := light(f)
				if now < last[name] && grew[name] {
					peaks[name] = append(peaks[name], at)
				}
				if now != last[name] {
					grew[name] = now > last[name]
				}
				last[name] = now
			}
		}
		for name, at := range peaks {
			for i := 3; i < len(at); i++ {
				assert.GreaterOrEqual(t, at[i]-at[i-3], time.Second, "%s in %b", name, m)
			}
		}
	}
}

// TestMomentsBegin checks when what moves begins: with its screen, after the screen has come where it is a celebration, and anew only
// when there is another.
func TestMomentsBegin(t *testing.T) {
	all := screens(t, false)
	timeline, _ := change(t, all, [2]string{"reveal-right", "results"})
	assert.Zero(t, timeline.Frame(start.Add(390*time.Millisecond)).Sparks(), "one thing after the other")
	assert.NotZero(t, timeline.Frame(start.Add(600*time.Millisecond)).Sparks())
	later := start.Add(time.Minute)
	timeline.Show(all["results"], later)
	assert.False(t, timeline.Frame(later.Add(time.Second)).Moving(), "the same screen, built anew")

	timeline, _ = change(t, all, [2]string{"", "home"})
	assert.NotZero(t, timeline.Frame(start.Add(2*time.Second)).Sway(0))
	timeline.Show(all["modes"], later)
	timeline.Show(all["home"], later.Add(time.Minute))
	assert.NotZero(t, timeline.Frame(later.Add(time.Minute+2*time.Second)).Sway(0), "home has opened once more")
	assert.Equal(t, motion.Frame{}, timeline.Frame(later), "the clock has been set back")
}

// TestSparks checks that sparks leave the ring, slow down and go out.
func TestSparks(t *testing.T) {
	timeline, _ := change(t, screens(t, false), [2]string{"reveal-right", "results"})
	for i := range timeline.Frame(start.Add(time.Second)).Sparks() {
		before := 1.0
		for at := 400 * time.Millisecond; at < 2*time.Second; at += 20 * time.Millisecond {
			x, y, size, opacity := timeline.Frame(start.Add(at)).Spark(i)
			if opacity == 0 {
				continue
			}
			away := math.Hypot(x, y-0.12)
			assert.Greater(t, math.Hypot(x, y), 0.85, "spark %d in the disc", i)
			assert.Less(t, away, 2.0)
			assert.Greater(t, size, 0.0)
			assert.LessOrEqual(t, size, before)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		like string
		n    int
		want string
	}{
		{"6,180", 6180, "6,180"}, {"6,180", 950, "950"}, {"6,180", 7, "7"}, {"6,180", 0, "0"}, {"6.180", 1234, "1.234"}, {"15\u00a0000", 9999, "9\u00a0999"}, {"0", 0, "0"}, {"", 5, ""},
	} {
		assert.Equal(t, c.want, motion.Written(c.like, c.n))
		if c.like != "" {
			assert.Equal(t, c.n, motion.Amount(c.want), c.like)
		}
	}
	all := screens(t, false)
	timeline, _ := change(t, all, [2]string{"reveal-right", "results"})
	assert.Zero(t, timeline.Frame(start).Number("", 8000))
	assert.Less(t, timeline.Frame(start.Add(100*time.Millisecond)).Number("", 8000), 8000)
	assert.Equal(t, 8000, timeline.Frame(start.Add(400*time.Millisecond)).Number("", 8000))
	timeline, _ = change(t, all, [2]string{"question-second", "reveal-right"})
	assert.Equal(t, 950, timeline.Frame(start).Number("score", 1900), "from what was to be seen")
}

// follow shows a scene as its clock goes on second by second, and returns the most that its first beam sways, and that it glows, in each.
func follow(t *testing.T, scene string, from string, seconds int) (sways, glows []float64) {
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	viewer, err := program.Viewer(fonts)
	require.NoError(t, err)
	all, err := scenes.All()
	require.NoError(t, err)
	m := all[slices.IndexFunc(all, func(s scenes.Scene) bool { return s.Name == scene })].Model
	now, err := time.Parse(time.RFC3339, from)
	require.NoError(t, err)
	var timeline motion.Timeline
	for range seconds {
		m, _ = app.Update(m, app.Tick{Now: now})
		timeline.Show(viewer.Screen(m, 720, 480), now)
		sway, glow := 0.0, 0.0
		for at := time.Duration(0); at < time.Second; at += 20 * time.Millisecond {
			f := timeline.Frame(now.Add(at))
			sway, glow = max(sway, math.Abs(f.Sway(0))), max(glow, f.Glow())
		}
		sways, glows = append(sways, sway), append(glows, glow)
		now = now.Add(time.Second)
	}
	return sways, glows
}

// TestCountdownToZero follows the last seconds of a count, and what comes after: each of the last ten has its glow, the beams sweep at zero and
// rest from then on; of a date that is but reported nothing sweeps.
func TestCountdownToZero(t *testing.T) {
	sways, glows := follow(t, "home-now", "2026-07-28T22:59:30Z", 110)
	assert.NotZero(t, sways[2], "home has opened")
	for second := range 110 {
		switch {
		case second >= 20 && second < 30:
			assert.InDelta(t, 1, glows[second], 0.05, "second %d", second-30)
		case second >= 30 && second < 33:
			assert.Greater(t, sways[second], 0.02, "second %d", second-30)
		case second > 5 && second < 20 || second > 34:
			assert.Zero(t, sways[second]+glows[second], "second %d", second-30)
		}
	}
	sways, glows = follow(t, "home-last-minute", "2026-02-14T07:59:40Z", 100)
	assert.InDelta(t, 1, glows[15], 0.05)
	for second := 6; second < 100; second++ {
		assert.Zero(t, sways[second], "second %d of a reported date", second-20)
	}
}

// TestWhatIsCelebrated checks that the corona opens at zero, that the beams sweep for a round without a fault, and that a score which runs up stays
// where it is.
func TestWhatIsCelebrated(t *testing.T) {
	all := screens(t, false)
	timeline, _ := change(t, all, [2]string{"home-last-minute", "home-now"})
	opened := timeline.Frame(start.Add(100 * time.Millisecond)).Opened()
	assert.Greater(t, opened, 0.3)
	assert.Less(t, opened, 0.9)
	assert.InDelta(t, 1, timeline.Frame(start.Add(time.Second)).Opened(), 0)

	timeline, _ = change(t, all, [2]string{"reveal-right", "results-untimed"})
	assert.NotZero(t, timeline.Frame(start.Add(1100*time.Millisecond)).Sway(1))
	timeline, _ = change(t, all, [2]string{"reveal-right", "results"})
	assert.Zero(t, timeline.Frame(start.Add(1100*time.Millisecond)).Sway(1))

	timeline, reveal := change(t, all, [2]string{"question-second", "reveal-right"})
	for _, p := range posed(reveal, timeline.Frame(start.Add(50*time.Millisecond))) {
		if p.node.Key == "score" {
			assert.InDelta(t, 1, p.pose.Opacity, 0)
		}
	}
}

// TestWhatGoes checks that what goes fades before what comes has quite come, that what stays is not painted twice, and that a screen of another
// size is not painted at all.
func TestWhatGoes(t *testing.T) {
	all := screens(t, false)
	timeline, _ := change(t, all, [2]string{"question", "reveal-wrong"})
	gone, offset, seen := timeline.Frame(start.Add(10 * time.Millisecond)).Leaving()
	require.Same(t, all["question"], gone)
	assert.Zero(t, offset)
	assert.Greater(t, seen, 0.7)
	f := timeline.Frame(start.Add(10 * time.Millisecond))
	for _, p := range posed(gone, motion.Frame{}) {
		want := 1.0
		switch p.node.Key {
		case "ring", "number", "score", "ask", "answer-1", "answer-2", "answer-3", "answer-4":
			want = 0
		}
		assert.InDelta(t, want, f.Left(p.node), 0, p.node.Key)
	}
	_, _, seen = timeline.Frame(start.Add(100 * time.Millisecond)).Leaving()
	assert.Less(t, seen, 0.05)
	gone, _, _ = timeline.Frame(start.Add(150 * time.Millisecond)).Leaving()
	assert.Nil(t, gone)

	timeline.Show(screensIn(t, false, 360, 640)["results"], start.Add(time.Minute))
	gone, _, _ = timeline.Frame(start.Add(time.Minute)).Leaving()
	assert.Nil(t, gone)

	continued := motion.Timeline{Continues: true}
	continued.Show(all["home"], start)
	for _, p := range posed(all["home"], continued.Frame(start)) {
		assert.InDelta(t, 1, p.pose.Opacity, 0, "what was there before is there at once")
	}
	assert.NotZero(t, continued.Frame(start.Add(time.Second)).Sway(0))
}

// TestLastQuarter checks that its beginning is seen once, and not when a question that was left late is taken up again.
func TestLastQuarter(t *testing.T) {
	all := screens(t, false)
	timeline, _ := change(t, all, [2]string{"question", "question-late"})
	assert.Greater(t, timeline.Frame(start.Add(200*time.Millisecond)).Glow(), 0.9)
	later := start.Add(3 * time.Second)
	timeline.Show(all["home-paused"], later)
	timeline.Show(all["question-late"], later.Add(5*time.Second))
	again := later.Add(5*time.Second + 600*time.Millisecond)
	assert.Zero(t, timeline.Frame(again).Glow())
	assert.False(t, timeline.Frame(again).Moving())
}

// TestLightGoesOn checks that beams and scenery that are broken off leave where they are, and do not leap.
func TestLightGoesOn(t *testing.T) {
	all := screens(t, false)
	for _, to := range []string{"modes", "home-last-minute"} {
		for at := 100 * time.Millisecond; at < 5*time.Second; at += 50 * time.Millisecond {
			var timeline motion.Timeline
			timeline.Show(all["home"], start)
			before := timeline.Frame(start.Add(at))
			timeline.Show(all[to], start.Add(at))
			for i := range 4 {
				assert.InDelta(t, before.Sway(i), timeline.Frame(start.Add(at)).Sway(i), 0.001, "beam %d at %v, to %s", i, at, to)
			}
			assert.Equal(t, motion.Frame{}, timeline.Frame(start.Add(at+time.Second)), to)
		}
	}
	timeline, _ := change(t, all, [2]string{"home", "modes"})
	middle := start.Add(100 * time.Millisecond)
	festival := 1 - timeline.Frame(middle).Scenery()
	timeline.Show(all["home"], middle)
	assert.InDelta(t, festival, timeline.Frame(middle).Scenery(), 0.01, "back at once")
}

// TestClockSetBack checks that what has moved long ago does not do so again.
func TestClockSetBack(t *testing.T) {
	all := screens(t, false)
	var timeline motion.Timeline
	timeline.Show(all["home"], start)
	for at := -time.Hour; at < 10*time.Second; at += time.Second {
		timeline.Show(all["home"], start.Add(at))
		assert.Equal(t, motion.Frame{}, timeline.Frame(start.Add(at)), "%v", at)
	}
}

// TestCalmAtOnce checks that what is under way stays where it belongs as soon as motion is reduced.
func TestCalmAtOnce(t *testing.T) {
	all, calm := screens(t, false), screens(t, true)
	timeline, _ := change(t, all, [2]string{"question", "reveal-wrong"})
	timeline.Show(calm["reveal-wrong"], start.Add(20*time.Millisecond))
	for _, p := range posed(calm["reveal-wrong"], timeline.Frame(start.Add(60*time.Millisecond))) {
		assert.Equal(t, p.node.Rect, p.pose.Rect, p.node.Key)
	}
}

// TestScrolledColumn checks that what was scrolled away glides from where it was seen.
func TestScrolledColumn(t *testing.T) {
	all := screensIn(t, false, 320, 240)
	var timeline motion.Timeline
	before, after := all["question"], all["reveal-wrong"]
	require.NotNil(t, before.Column())
	timeline.Show(before, start.Add(-time.Minute))
	timeline.Scroll(30)
	timeline.Show(after, start)
	for _, p := range posed(after, timeline.Frame(start)) {
		if p.node.Key != "ask" {
			continue
		}
		assert.InDelta(t, before.Root.Find("ask").Rect.Y-30, p.pose.Rect.Y, 0.01)
	}
}
