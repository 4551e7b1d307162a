package app_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"houselights/game/app"
	"houselights/game/trivia"
)

// clock says that it is some seconds after noon.
func clock(seconds float64) string {
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	return app.Tick{Now: noon.Add(time.Duration(seconds * float64(time.Second)))}.Text()
}

// TestTimeUnseen checks what is left of a question of 20 seconds, begun at noon, part of which nobody could see.
func TestTimeUnseen(t *testing.T) {
	for name, c := range map[string]struct {
		mode   string
		lines  []string
		screen app.Screen
		left   time.Duration
	}{
		"hidden from 5 on":                {"classic", []string{clock(5), "hidden", clock(600)}, app.Question, 15 * time.Second},
		"and seen again for 4":            {"classic", []string{clock(5), "hidden", clock(600), "shown", clock(604)}, app.Question, 11 * time.Second},
		"then it runs out":                {"classic", []string{clock(5), "hidden", clock(600), "shown", clock(615)}, app.Reveal, 0},
		"hidden twice":                    {"classic", []string{clock(5), "hidden", clock(100), "shown", clock(105), "hidden", clock(200), "shown", clock(205)}, app.Question, 5 * time.Second},
		"hidden said twice":               {"classic", []string{clock(5), "hidden", clock(50), "hidden", clock(100), "shown", clock(101), "shown", clock(102)}, app.Question, 13 * time.Second},
		"shown without hidden":            {"classic", []string{clock(5), "shown", clock(6)}, app.Question, 14 * time.Second},
		"looked at often while hidden":    {"classic", []string{clock(5), "hidden", clock(6), clock(7), clock(8), "shown", clock(9)}, app.Question, 14 * time.Second},
		"no clock":                        {"pace", []string{"hidden", clock(600), "shown", clock(9000)}, app.Question, limit},
		"daily, hidden for a little":      {"daily", []string{clock(5), "hidden", clock(15), "shown", clock(16)}, app.Question, 14 * time.Second},
		"daily, hidden until its end":     {"daily", []string{clock(5), "hidden", clock(30)}, app.Question, 10 * time.Second},
		"which is kept to when seen":      {"daily", []string{clock(5), "hidden", clock(30), "shown", clock(33)}, app.Question, 7 * time.Second},
		"daily, just before twice":        {"daily", []string{clock(5), "hidden", clock(39.9)}, app.Question, 100 * time.Millisecond},
		"daily, after twice, hidden":      {"daily", []string{clock(5), "hidden", clock(40)}, app.Reveal, 0},
		"daily, after twice, seen":        {"daily", []string{clock(5), "hidden", clock(30), "shown", clock(40)}, app.Reveal, 0},
		"hidden in a reveal":              {"classic", []string{clock(5), "answer 0", "hidden", clock(600), "shown", "next", clock(603)}, app.Question, 17 * time.Second},
		"hidden over a question's start":  {"classic", []string{clock(5), "answer 0", "hidden", "next", clock(600), "shown", clock(603)}, app.Question, 17 * time.Second},
		"a round that was left runs on":   {"classic", []string{clock(5), "back", "hidden", clock(10), "shown", clock(11), "resume"}, app.Question, 9 * time.Second},
		"also when hidden was before":     {"classic", []string{clock(5), "hidden", clock(100), "back", clock(103), "shown", "resume"}, app.Question, 12 * time.Second},
		"gone on with while hidden":       {"classic", []string{clock(5), "back", clock(8), "hidden", "resume", clock(90)}, app.Question, 12 * time.Second},
		"left and hidden until it is out": {"classic", []string{clock(5), "back", "hidden", clock(90), "shown", "resume"}, app.Reveal, 0},
		"clock set back while hidden":     {"classic", []string{clock(5), "hidden", clock(-3600), "shown", clock(-3598)}, app.Question, 13 * time.Second},
		"at home":                         {"", []string{"hidden", clock(90), "shown"}, app.Home, 0},
	} {
		lines := []string{clock(0)}
		if c.mode != "" {
			lines = append(lines, "choose "+c.mode, "start")
		}
		m, _ := play(t, newModel(t, app.Options{}), append(lines, c.lines...)...)
		assert.Equal(t, c.screen, m.Screen, name)
		if c.screen == app.Question {
			assert.Equal(t, c.left, m.Left(), name)
		}
	}
}

// TestPointsGoBySeenTime checks that a question answered after 2 seconds that were seen counts so, whatever lay between.
func TestPointsGoBySeenTime(t *testing.T) {
	m, _ := play(t, newModel(t, app.Options{}), clock(0), "choose classic", "start", clock(1), "hidden", clock(500), "shown", clock(501))
	card, _ := m.Play.Current()
	m, _ = app.Update(m, app.Answer{Place: card.RightPlace()})
	assert.Equal(t, trivia.Points(2*time.Second, limit), m.Play.Points())
}

func TestTimeLeftIsAnnouncedAsItIsSeen(t *testing.T) {
	for name, c := range map[string]struct {
		mode  string
		lines []string
		want  []app.News
	}{
		"the unseen time counts not":    {"classic", []string{clock(5), "hidden", clock(12), "shown", clock(13), clock(17)}, []app.News{app.TenSeconds}},
		"but to the end of a daily one": {"daily", []string{clock(5), "hidden", clock(29), clock(31), "shown", clock(36)}, []app.News{app.TenSeconds, app.FiveSeconds}},
		"no two at once":                {"daily", []string{clock(5), "hidden", clock(36), "shown"}, []app.News{app.FiveSeconds}},
	} {
		m, _ := play(t, newModel(t, app.Options{}), clock(0), "choose "+c.mode, "start")
		var said []app.News
		for _, line := range c.lines {
			var effects []app.Effect
			m, effects = play(t, m, line)
			for _, e := range effects {
				if news, ok := e.(app.Announce); ok {
					said = append(said, news.What)
				}
			}
		}
		assert.Equal(t, c.want, said, name)
	}
}

func TestNextTickWhileHidden(t *testing.T) {
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		mode  string
		kiosk bool
		want  time.Time
	}{
		"nothing moves":     {"classic", false, time.Time{}},
		"without clock":     {"pace", false, time.Time{}},
		"a daily one ends":  {"daily", false, noon.Add(2 * limit)},
		"a kiosk goes home": {"classic", true, noon.Add(app.IdleReset)},
	} {
		m, _ := play(t, newModel(t, app.Options{Kiosk: c.kiosk}), clock(0), "choose "+c.mode, "start", "hidden", clock(3))
		assert.Equal(t, c.want, m.NextTick(), name)
		m, _ = play(t, m, "shown")
		if c.mode != "pace" {
			assert.Equal(t, m.Now.Add(100*time.Millisecond), m.NextTick(), name)
		}
	}
}

// TestKioskHidden checks that a kiosk that nobody can see goes home as well, and knows afterwards that it is hidden.
func TestKioskHidden(t *testing.T) {
	m, _ := play(t, newModel(t, app.Options{Kiosk: true}), clock(0), "choose classic", "start", clock(5), "hidden", clock(60))
	assert.Equal(t, app.Home, m.Screen)
	assert.True(t, m.Unseen)
	m, _ = play(t, newModel(t, app.Options{Kiosk: true}), clock(0), "choose classic", clock(-3600), clock(-3600+60))
	assert.Equal(t, app.Home, m.Screen, "the clock was set back in between")
}
