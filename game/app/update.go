package app

import (
	"slices"
	"strings"
	"time"

	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/sound"
)

// Effect is something that the outside world is to do. Effects are values: tests compare them, the platform performs them.
type Effect interface{ isEffect() }

type (
	// Save keeps the state.
	Save struct{ Saved Saved }
	// Keep keeps the visit as it stands. Only its newest snapshot counts.
	Keep struct{ Snapshot Snapshot }
	// Announce tells those who listen rather than look. The view finds the words.
	Announce struct{ What News }
	// OpenLink opens an https address outside.
	OpenLink struct{ URL string }
	// SaveDate hands the event that is counted to over as a file for a calendar. The view finds the words.
	SaveDate struct{}
	// Wipe erases all that Save and Keep have kept.
	Wipe struct{}
	// Tell tells the page around what has happened.
	Tell struct {
		What   Happening
		Detail string // a JSON object
	}
	// Warn tells the author of the page what of it cannot be followed.
	Warn struct{ Text string }
	// Sound is to be heard. There is none but where sound is on and the screen can be seen, and it never is the only sign.
	Sound struct{ Cue sound.Cue }
)

func (Save) isEffect()     {}
func (Keep) isEffect()     {}
func (Announce) isEffect() {}
func (OpenLink) isEffect() {}
func (SaveDate) isEffect() {}
func (Wipe) isEffect()     {}
func (Tell) isEffect()     {}
func (Warn) isEffect()     {}
func (Sound) isEffect()    {}

// News is what there is to announce.
type News string

// The occasions.
const (
	NewQuestion News = "question"
	NewReveal   News = "reveal"
	NewResults  News = "results"
	NewPhase    News = "phase" // of the countdown
	TenSeconds  News = "ten seconds left"
	FiveSeconds News = "five seconds left"
	EraseAsk    News = "whether to erase"
	EraseDone   News = "erased"
)

// Update returns the model after the message. A message that makes no sense on the screen shown changes nothing: it
// may come from a press that was already on its way when the screen changed.
func Update(m Model, msg Msg) (Model, []Effect) {
	before := m
	m, effects := m.update(msg)
	if m.Screen != Settings {
		m.Erasing = "" // the question is left with its screen
	}
	if m.Options.Kiosk {
		// A kiosk keeps nothing of anybody.
		return m, slices.DeleteFunc(effects, isSave)
	}
	keep := m.differs(before, effects)
	switch msg.(type) {
	case Resumed, Erased: // what was kept before must not come back
		keep = true
	}
	if keep {
		effects = append(effects, Keep{m.Snapshot()})
	}
	return m, tellLast(effects)
}

func (m Model) update(msg Msg) (Model, []Effect) {
	switch msg := msg.(type) {
	case Tick:
		return m.tick(msg.Now)
	case Located:
		m.Zone = msg.Zone
		m, _ = m.phaseNews() // that the day here is another than was thought is no news
		return m, nil
	case Seeded:
		m.Seed = msg.Seed
		return m, nil
	case Restored:
		_, said := m.Seen()
		m.Saved = m.Saved.Merge(msg.Saved)
		if m = m.spared(); !said { // what is said on this card stays on it
			m.AskSeen = m.asksSeen()
		}
		if m.Saved.same(msg.Saved) {
			return m, nil
		}
		return m, []Effect{Save{m.Saved}} // another copy has written over what this one had kept
	case Resumed:
		m, effects := m.takeUp(msg.Snapshot, msg.Seen)
		m, _ = m.phaseNews() // what the visit counted to was told then
		return m, effects
	case Placed:
		m.Around = msg.Around
		return m, nil
	case Aimed:
		return m.aim(msg)
	case Led:
		return m.led(msg.Mode)
	case Erased:
		return m.erased(), nil
	case Corrected:
		return m.correct(msg.Skew, msg.Jump).phaseNews()
	case Hidden:
		m.Unseen = true
		return m, nil
	case Shown:
		m.Unseen = false
		return m.phaseNews()
	}
	m.LastInput = m.Now
	switch msg := msg.(type) {
	case Open:
		return m.open(msg.Screen), nil
	case Pick:
		return m.pick(msg.ID).phaseNews()
	case Note:
		if m.Screen == Count && !m.Options.Kiosk && !m.Options.Confined {
			return m, []Effect{SaveDate{}}
		}
	case Choose:
		return m.ready(msg.Mode)
	case Set:
		return m.set(msg.Name, msg.Value)
	case AskErase, Erase, Spare:
		return m.erase(msg)
	case Start:
		return m.start()
	case Answer:
		if q, _, ok := m.asked(); ok && q.Kind <= pack.TrueFalse && msg.Place >= 0 {
			return m.answer([]int{msg.Place})
		}
	case Mark:
		marked := m.mark(msg.Place)
		if len(marked.Draft) == len(m.Draft) {
			return m, nil
		}
		return marked, m.cue(nil, sound.Thump)
	case Slide:
		return m.slide(msg.Step), nil
	case Done:
		if m.Ready() {
			return m.answer(m.Drafted())
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
	if m.Unseen && m.Screen == Question {
		m.Asked = m.Asked.Add(now.Sub(m.Now))
	}
	m.Now = now
	if now.Before(m.LastInput) {
		m.LastInput = now // the clock has been set back
	}
	if m.Options.Kiosk && !m.LastInput.IsZero() && now.Sub(m.LastInput) >= IdleReset {
		return m.Forget(), nil
	}
	m, effects := m.phaseNews()
	if m.Screen != Question || !m.Play.Scoring.Timed() {
		return m, effects
	}
	left := m.Left()
	if left == 0 {
		m, answered := m.answer(nil)
		return m, append(effects, answered...)
	}
	passed := func(mark time.Duration) bool { return before > mark && left <= mark }
	switch {
	case passed(5 * time.Second):
		effects = append(effects, Announce{FiveSeconds})
	case passed(10 * time.Second):
		effects = append(effects, Announce{TenSeconds})
	}
	return m, effects
}

// correct takes over what Now is ahead of the device's clock. What has begun by the old ticks goes on by the new ones.
func (m Model) correct(skew, jump time.Duration) Model {
	m.Skew = skew
	for _, t := range []*time.Time{&m.Now, &m.LastInput, &m.Opened, &m.Asked} {
		if !t.IsZero() {
			*t = t.Add(jump)
		}
	}
	return m
}

// Forget returns the model of a new player: the same pack, options and surroundings, and nothing of what was done.
func (m Model) Forget() Model {
	fresh, _ := New(m.bare, m.Options)
	if fresh.Screen != Count {
		fresh.Screen = Home
	}
	fresh.Around, fresh.Now, fresh.Skew, fresh.Zone, fresh.Seed, fresh.Unseen = m.Around, m.Now, m.Skew, m.Zone, m.Seed, m.Unseen
	fresh.told = m.told // the page is the same
	return fresh
}

// inRound reports whether leaving the screen would end a round.
func (m Model) inRound() bool { return m.Screen == Question || m.Screen == Reveal }

// open shows a screen, but not in the middle of a round. It and some others are kept from being inlined, which weighs more in the
// page: each takes a model and gives one back.
//
//go:noinline
func (m Model) open(s Screen) Model {
	switch {
	case m.inRound():
	case s == Home || s == Modes || s == Count || s == Events:
		m.Screen = s
	case s == Settings || s == About:
		m.Return, m.Screen = m.from(), s
	case s == Review && m.Screen == Results:
		m.Screen, m.Fresh = s, false
	}
	return m
}

// from is the screen that Back leads to from a side screen opened here.
func (m Model) from() Screen {
	switch m.Screen {
	case Ready, Settings, About:
		return m.Return
	default:
		return m.Screen
	}
}

// pick counts to the event with the ID. The one that would be counted to anyway is left free to change.
func (m Model) pick(id string) Model {
	i := slices.IndexFunc(m.Pack.Events, func(e pack.Event) bool { return e.ID == id })
	if i < 0 || m.inRound() {
		return m
	}
	m.Event, m.Screen = i, Count
	if next, _ := countdown.Next(m.Pack.Events, m.Now, m.Zone); next == i {
		m.Event = -1
	}
	return m
}

// ready puts a round on the card. Today's round, when it was left, is gone on with instead: it is the same one.
func (m Model) ready(mode Mode) (Model, []Effect) {
	if m.inRound() || !m.Offers(mode) {
		return m, nil
	}
	if m.Paused != "" && mode == Daily && m.Play.Mode == Daily && m.Play.Day == m.Today() {
		return m.resume()
	}
	m.Return = Home
	if m.Screen == Modes {
		m.Return = Modes
	}
	m.Card = Choice{mode, false}
	if mode == Pace {
		m.Card = Choice{Classic, true}
	}
	m.Screen = Ready
	m.AskSeen = m.asksSeen()
	return m, nil
}

func (m Model) back() Model {
	switch m.Screen {
	case Ready, Settings, About:
		m.Screen = m.Return
	case Review:
		m.Screen = Results
	case Events:
		m.Screen = Count
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
	return m.returned()
}

// returned says what the visitor has come back to in the middle of a round; a question may have run out meanwhile.
func (m Model) returned() (Model, []Effect) {
	switch {
	case m.Screen == Reveal:
		return m, []Effect{Announce{NewReveal}}
	case m.Screen == Question && m.Left() == 0:
		return m.answer(nil)
	case m.Screen == Question:
		return m, []Effect{Announce{NewQuestion}}
	}
	return m, nil
}

func (m Model) set(name, value string) (Model, []Effect) {
	if name == "seen" {
		return m.setSeen(value)
	}
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
	case name == "motion" && (value == "auto" || value == "reduce" || value == "full"):
		p.Motion = strings.TrimPrefix(value, "auto")
	case name == "sound" && (value == "on" || value == "off"):
		p.Sound = value
	case name == "clock" && (value == "on" || value == "off"):
		p.ClockOff = value == "off"
		m.Card.Unhurried = false
	default:
		return m, nil
	}
	// Never the same as before, and never earlier, even where the clock has been set back.
	p.Changed = max(p.Changed+1, m.Now.UnixMilli())
	m.Saved.Settings, m.Erasing = p, ""
	effects := []Effect{Save{m.Saved}}
	if name == "sound" {
		effects = m.cue(effects, sound.Pluck) // so that it can be heard that it is on
	}
	return m, effects
}

// textSizes are the sizes offered, in per cent.
var textSizes = map[string]int{"100": 100, "125": 125, "150": 150, "200": 200}
