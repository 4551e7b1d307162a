// Package scenes holds a model for every screen, each reached by messages as a visitor would send them. The tests of
// tree and pictures, and whoever wants to look at the screens, start from here.
package scenes

import (
	_ "embed"
	"fmt"
	"strings"

	"houselights/game/app"
	"houselights/game/pack"
)

//go:embed pack.json
var packData []byte

// Pack is the pack that the scenes play: small, and with texts as long as they get.
func Pack() (*pack.Pack, error) { return pack.Read("scenes", packData) }

//go:embed kinds.json
var kindsData []byte

// Kinds is a pack with a question of every kind, in the order of a round.
func Kinds() (*pack.Pack, error) { return pack.Read("kinds", kindsData) }

// Scene is a model with a name.
type Scene struct {
	Name  string
	Model app.Model
}

// story is how a scene is reached.
type story struct {
	name    string
	options app.Options
	lines   string // messages as text, parted by semicolons
}

const (
	before = `tick 2025-11-22T00:18:34Z`
	after  = `tick 2026-11-22T16:18:34Z`
	dark   = `placed {"Lang":"en","Theme":"dark"}`
	zone   = `zone {"Changes":[{"From":0,"Offset":3600}]}`
	saved  = `restored {"bests":{"scenes/classic/speed":{"points":6180,"right":8,"of":10},"scenes/classic/untimed":{"points":9,"right":9,"of":10}},` +
		`"tries":{"scenes":{"day":"2026-11-22","scoring":0,"points":6180,"right":8,"answered":10,"of":10}}}`
	play = after + `; seed 4; choose classic; start`

	second = play + `; mark 0; done; next`
	third  = second + `; mark 1; mark 3; mark 2; mark 0; done; next`
)

// right and wrong answer the question shown after two seconds; the round of seed 4 is known.
var stories = []story{
	{"home", app.Options{}, after},
	{"home-reported", app.Options{}, before},
	{"home-far", app.Options{Event: "cinema"}, `tick 2026-10-12T17:18:34Z`},
	{"home-last-day", app.Options{}, `tick 2026-07-28T14:18:34Z`},
	{"home-last-minute", app.Options{}, `tick 2026-02-14T07:59:53Z`},
	{"home-now", app.Options{}, `tick 2026-07-28T23:00:30Z`},
	{"home-today", app.Options{}, `tick 2026-07-29T14:18:34Z`},
	{"home-since", app.Options{}, `tick 2029-01-13T12:00:00Z`},
	{"home-unknown", app.Options{}, `tick 1970-01-01T00:02:03Z`},
	{"home-corrected", app.Options{}, after + `; corrected 3h0m0s 3h0m0s`},
	{"home-passed", app.Options{Event: "sequel"}, after},
	{"home-paused", app.Options{}, play + `; right; next; back`},
	{"countdown", app.Options{}, before + `; open countdown`},
	{"countdown-cinema", app.Options{}, after + `; pick cinema`},
	{"events", app.Options{}, before + `; open events`},
	{"modes", app.Options{}, after + `; open modes`},
	{"modes-known", app.Options{}, after + `; ` + saved + `; open modes`},
	{"ready-daily", app.Options{}, after + `; ` + saved + `; choose daily`},
	{"ready-pace", app.Options{}, after + `; open modes; choose pace`},
	{"question", app.Options{}, play + `; tick 2026-11-22T16:18:42Z`},
	{"question-late", app.Options{}, play + `; tick 2026-11-22T16:18:50Z`},
	{"question-untimed", app.Options{}, after + `; seed 4; choose pace; start`},
	{"reveal-right", app.Options{}, play + `; tick 2026-11-22T16:18:36Z; right`},
	{"reveal-wrong", app.Options{}, play + `; tick 2026-11-22T16:18:36Z; wrong`},
	{"reveal-late", app.Options{}, play + `; tick 2026-11-22T16:18:54Z`},
	{"question-second", app.Options{}, play + `; tick 2026-11-22T16:18:36Z; right; next`},
	{"question-true-false", app.Options{}, play + `; right; next; wrong; next; right; next`},
	{"results", app.Options{}, play + `; right; next; right; next; wrong; next; right; next; right; next; right; next; wrong; next; right; next; right; next; right; next`},
	{"results-untimed", app.Options{}, after + `; seed 4; choose pace; start` + strings.Repeat(`; right; next`, 10)},
	{"results-daily", app.Options{}, after + `; ` + saved + `; choose daily; start` + strings.Repeat(`; wrong; next`, 10)},
	{"results-days", app.Options{}, after + `; restored {"runs":{"scenes":{"day":"2026-11-21","days":2}}}; choose daily; start` + strings.Repeat(`; right; next`, 7) + strings.Repeat(`; wrong; next`, 3)},
	{"review", app.Options{}, play + strings.Repeat(`; right; next; wrong; next`, 5) + `; open review`},
	{"settings", app.Options{}, after + `; open settings`},
	{"settings-erase", app.Options{}, after + `; ` + saved + `; open settings; ask-erase`},
	{"about", app.Options{}, after + `; open about`},
	{"home-kiosk", app.Options{Kiosk: true}, after},
	{"home-sound", app.Options{}, before + `; set sound on`},
	{"question-sound", app.Options{}, play + `; set sound on; right; next`},
	{"results-sound", app.Options{}, play + `; set sound on` + strings.Repeat(`; right; next`, 5) + strings.Repeat(`; wrong; next`, 5)},
}

// kindStories are told with the pack of every kind. A round of it asks them in the order of the file.
var kindStories = []story{
	{"question-several", app.Options{}, play + `; mark 1; mark 3`},
	{"question-six", app.Options{}, third + `; done; next; right; next; mark 2`},
	{"question-order", app.Options{}, second + `; mark 2; mark 0`},
	{"question-number", app.Options{}, third + `; slide 31`},
	{"reveal-several", app.Options{}, play + `; mark 1; mark 3; mark 0; done`},
	{"reveal-order", app.Options{}, second + `; mark 1; mark 3; mark 2; mark 0; done`},
	{"reveal-number", app.Options{}, third + `; slide 31; done`},
	{"ready-kinds", app.Options{}, after + `; set seen yes; choose classic`},
	{"ready-seen", app.Options{}, after + `; choose classic`},
	{"ready-rumour", app.Options{}, after + `; open modes; choose rumour`},
	{"modes-rumour", app.Options{}, after + `; open modes`},
	{"settings-seen", app.Options{}, after + `; open settings`},
	{"question-rumour", app.Options{}, after + `; seed 4; choose rumour; start`},
	{"reveal-rumour", app.Options{}, after + `; seed 4; choose rumour; start; right; next; wrong`},
	{"review-kinds", app.Options{}, third + `; slide 43; done; next; wrong; next; done; tick 2026-11-22T16:38:34Z; next; open review`},
	{"about-kinds", app.Options{}, after + `; open about`},
}

// All returns every scene, in the order of a visit.
func All() ([]Scene, error) {
	var all []Scene
	for _, of := range []struct {
		pack    func() (*pack.Pack, error)
		stories []story
	}{{Pack, stories}, {Kinds, kindStories}} {
		p, err := of.pack()
		if err != nil {
			return nil, err
		}
		for _, s := range of.stories {
			m, err := Tell(p, s.options, s.lines)
			if err != nil {
				return nil, fmt.Errorf("scene %s: %w", s.name, err)
			}
			all = append(all, Scene{s.name, m})
		}
	}
	return all, nil
}

// Tell returns the model that a story leads to. Its lines are messages as text, parted by semicolons; "right" and "wrong"
// answer the question shown. It is told in English, in the dark theme and an hour ahead of UTC, where it says nothing else.
func Tell(p *pack.Pack, options app.Options, lines string) (app.Model, error) {
	m, err := app.New(p, options)
	if err != nil {
		return m, err
	}
	for _, line := range strings.Split(dark+"; "+zone+"; "+lines, ";") {
		msgs, err := messages(m, strings.TrimSpace(line))
		if err != nil {
			return m, err
		}
		for _, msg := range msgs {
			m, _ = app.Update(m, msg)
		}
	}
	return m, nil
}

// messages reads a line; "right" and "wrong" answer the question shown, so that the stories need not know how it was shuffled.
func messages(m app.Model, line string) ([]app.Msg, error) {
	switch line {
	case "right", "wrong":
		if m.Screen != app.Question {
			return nil, fmt.Errorf("%s: no question is open", line)
		}
		return Answer(m, line == "right"), nil
	}
	msg, err := app.Parse(line)
	return []app.Msg{msg}, err
}

// Answer are the messages that answer the question shown, of any kind: wholly right, or with nothing right in it.
func Answer(m app.Model, right bool) []app.Msg {
	q, card, _ := m.Asking()
	places := make([]int, len(card.Order)) // by option
	for place, option := range card.Order {
		places[option] = place
	}
	var msgs []app.Msg
	switch q.Kind {
	case pack.Numerical:
		step := (q.Scale.Right - q.Scale.Min + q.Scale.Step/2) / q.Scale.Step
		if !right && q.Scale.Accepts(q.Scale.At(0)) {
			step = q.Scale.Steps()
		} else if !right {
			step = 0
		}
		msgs = append(msgs, app.Slide{Step: step})
	case pack.SeveralOf:
		options := places[:len(q.Right)]
		if !right {
			options = places[len(q.Right):]
		}
		for _, place := range options {
			msgs = append(msgs, app.Mark{Place: place})
		}
	case pack.Ordering:
		if !right {
			places = append(places[1:], places[0])
		}
		for _, place := range places {
			msgs = append(msgs, app.Mark{Place: place})
		}
	default:
		place := card.RightPlace()
		if !right {
			place = (place + 1) % len(card.Order)
		}
		return []app.Msg{app.Answer{Place: place}}
	}
	return append(msgs, app.Done{})
}
