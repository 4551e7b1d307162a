package app

import (
	"time"

	"houselights/game/trivia"
)

// Effect is something that the outside world is to do. Effects are values: tests compare them, the platform performs them.
type Effect interface{ isEffect() }

type (
	// Save keeps the state.
	Save struct{ Saved Saved }
	// Announce tells those who listen rather than look. The view finds the words.
	Announce struct{ What News }
	// OpenLink opens an https address outside.
	OpenLink struct{ URL string }
)

func (Save) isEffect()     {}
func (Announce) isEffect() {}
func (OpenLink) isEffect() {}

// News is what there is to announce.
type News string

// The occasions.
const (
	NewQuestion News = "question"
	NewReveal   News = "reveal"
	NewResults  News = "results"
	TenSeconds  News = "ten seconds left"
	FiveSeconds News = "five seconds left"
)

// Update returns the model after the message. A message that makes no sense on the screen shown changes nothing: it
// may come from a press that was already on its way when the screen changed.
func Update(m Model, msg Msg) (Model, []Effect) {
	switch msg := msg.(type) {
	case Tick:
		return m.tick(msg.Now)
	case Located:
		m.Zone = msg.Zone
		return m, nil
	case Seeded:
		m.Seed = msg.Seed
		return m, nil
	case Restored:
		m.Saved = m.Saved.Merge(msg.Saved)
		return m, nil
	case Placed:
		m.Around = msg.Around
		return m, nil
	}
	m.LastInput = m.Now
	switch msg := msg.(type) {
	case Open:
		return m.open(msg.Screen), nil
	case Choose:
		return m.ready(msg.Mode), nil
	case Set:
		return m.set(msg.Name, msg.Value)
	case Start:
		return m.start()
	case Answer:
		if m.Screen == Question && msg.Place >= 0 {
			return m.answer(msg.Place)
		}
	case Next:
		return m.next()
	case Back:
		return m.back(), nil
	case Resume:
		return m.resume()
	case Follow:
		if !m.Options.Kiosk {
			return m, []Effect{OpenLink(msg)}
		}
	}
	return m, nil
}

func (m Model) tick(now time.Time) (Model, []Effect) {
	before := m.Left()
	m.Now = now
	if m.Options.Kiosk && !m.LastInput.IsZero() && now.Sub(m.LastInput) >= IdleReset {
		return m.forget(), nil
	}
	if m.Screen != Question || m.Round.Scoring == trivia.Untimed {
		return m, nil
	}
	left := m.Left()
	if left == 0 {
		return m.answer(trivia.Missed)
	}
	passed := func(mark time.Duration) bool { return before > mark && left <= mark }
	switch {
	case passed(5 * time.Second):
		return m, []Effect{Announce{FiveSeconds}}
	case passed(10 * time.Second):
		return m, []Effect{Announce{TenSeconds}}
	}
	return m, nil
}

// forget makes the kiosk's next visitor a new player.
func (m Model) forget() Model {
	fresh, _ := New(m.Pack, m.Options)
	fresh.Event, fresh.Screen, fresh.Return = m.Event, Home, Home
	fresh.Around, fresh.Now, fresh.Zone, fresh.Seed = m.Around, m.Now, m.Zone, m.Seed
	return fresh
}

// inRound reports whether leaving the screen would end a round.
func (m Model) inRound() bool { return m.Screen == Question || m.Screen == Reveal }

func (m Model) open(s Screen) Model {
	switch {
	case m.inRound():
	case s == Home || s == Modes:
		m.Screen = s
	case s == Settings || s == About:
		m.Return, m.Screen = m.Screen, s
	case s == Review && m.Screen == Results:
		m.Screen = s
	}
	return m
}

func (m Model) ready(mode Mode) Model {
	if m.inRound() || mode != Daily && mode != Classic && mode != Pace {
		return m
	}
	m.Unhurried = mode == Pace
	if mode == Pace {
		mode = Classic
	}
	m.Return = Home
	if m.Screen == Modes {
		m.Return = Modes
	}
	m.Mode, m.Screen = mode, Ready
	return m
}

func (m Model) back() Model {
	switch m.Screen {
	case Ready, Settings, About:
		m.Screen = m.Return
	case Review:
		m.Screen = Results
	case Question, Reveal:
		m.Paused, m.Screen = m.Screen, Home
	default:
		m.Screen = Home
	}
	return m
}

// resume goes on where the round was left. The clock of an open question has run on, so that leaving wins no time.
func (m Model) resume() (Model, []Effect) {
	if m.Paused == "" || m.inRound() {
		return m, nil
	}
	m.Screen, m.Paused = m.Paused, ""
	if m.Screen == Reveal {
		return m, []Effect{Announce{NewReveal}}
	}
	if m.Left() == 0 {
		return m.answer(trivia.Missed)
	}
	return m, []Effect{Announce{NewQuestion}}
}

func (m Model) set(name, value string) (Model, []Effect) {
	p := m.Saved.Settings
	switch {
	case name == "lang":
		p.Lang = value
	case name == "theme" && (value == "auto" || value == "dark" || value == "light"):
		p.Theme = value
	case name == "text" && textSizes[value] != 0:
		p.Text = textSizes[value]
	case name == "points" && (value == "speed" || value == "straight"):
		p.Points = value
	case name == "clock" && (value == "on" || value == "off"):
		p.ClockOff = value == "off"
		m.Unhurried = false
	default:
		return m, nil
	}
	p.Changed = m.Now.Unix()
	m.Saved.Settings = p
	return m, []Effect{Save{m.Saved}}
}

// textSizes are the sizes offered, in per cent.
var textSizes = map[string]int{"100": 100, "125": 125, "150": 150, "200": 200}

func (m Model) start() (Model, []Effect) {
	if m.Screen != Ready {
		return m, nil
	}
	m.Day, m.Practice, m.Paused = "", false, ""
	seed := trivia.NextSeed(m.Seed)
	if m.Mode == Daily {
		y, month, d := m.Zone.Wall(m.Now).Date()
		_, m.Practice = m.TriedToday()
		m.Day = m.Today()
		seed = trivia.DailySeed(m.Pack.ID, m.Pack.Version, y, month, d)
	} else {
		m.Seed = seed
	}
	m.Round = trivia.Round{Cards: trivia.Draw(m.Pack, seed, trivia.Length), Scoring: m.Scoring()}
	m.Screen, m.Asked = Question, m.Now
	return m, []Effect{Announce{NewQuestion}}
}

// answer takes the answer at a place, or trivia.Missed when the time has run out.
func (m Model) answer(place int) (Model, []Effect) {
	m.Round = m.Round.Answered(place, m.Now.Sub(m.Asked))
	m.Screen = Reveal
	effects := []Effect{Announce{NewReveal}}
	if m.Mode == Daily && !m.Practice {
		m.Saved.Tries = with(m.Saved.Tries, m.Pack.ID, Try{
			Day: m.Day, Scoring: m.Round.Scoring, Points: m.Round.Points(), Right: m.Round.Right(),
			Answered: len(m.Round.Answers), Of: len(m.Round.Cards),
		})
		effects = append(effects, Save{m.Saved})
	}
	return m, effects
}

func (m Model) next() (Model, []Effect) {
	if m.Screen != Reveal {
		return m, nil
	}
	if !m.Round.Done() {
		m.Screen, m.Asked = Question, m.Now
		return m, []Effect{Announce{NewQuestion}}
	}
	m.Screen = Results
	m.Before, m.HadBest = m.Best(m.Mode, m.Round.Scoring)
	effects := []Effect{Announce{NewResults}}
	best := Best{m.Round.Points(), m.Round.Right(), len(m.Round.Cards)}
	if !m.Practice && (!m.HadBest || best.better(m.Before)) {
		m.Saved.Bests = with(m.Saved.Bests, bestKey(m.Pack.ID, m.Mode, m.Round.Scoring), best)
		effects = append(effects, Save{m.Saved})
	}
	return m, effects
}

// IsBest reports whether the round that has just ended is the best of its class so far.
func (m Model) IsBest() bool {
	b := Best{m.Round.Points(), m.Round.Right(), len(m.Round.Cards)}
	return !m.Practice && b.Points > 0 && (!m.HadBest || b.better(m.Before))
}
