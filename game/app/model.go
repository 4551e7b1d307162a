// Package app is the state of Houselights and the one place where it changes: Update takes a model and a message and
// returns the next model and the effects that the outside world is to perform. It knows no engine, no page, no clock
// and no chance: time, zones and seeds arrive in messages, so a recorded list of messages replays to the same model.
package app

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"houselights/game/countdown"
	"houselights/game/pack"
	"houselights/game/trivia"
)

// Screen is what the visitor sees.
type Screen string

// The screens. Count is the countdown with all that is known of the date, Events the list of what can be counted to;
// Ready is the card on which every round waits to be started.
const (
	Home     Screen = "home"
	Count    Screen = "countdown"
	Events   Screen = "events"
	Modes    Screen = "modes"
	Ready    Screen = "ready"
	Question Screen = "question"
	Reveal   Screen = "reveal"
	Results  Screen = "results"
	Review   Screen = "review"
	Settings Screen = "settings"
	About    Screen = "about"
)

// Mode is a kind of round.
type Mode string

// Daily is the same round for everyone on a date, by the viewer's own calendar. Classic draws a new one each time; Pace
// is a way to choose Classic with the clock off. Rumour asks of statements whether they are on public record.
const (
	Daily   Mode = "daily"
	Classic Mode = "classic"
	Pace    Mode = "pace"
	Rumour  Mode = "rumour"
)

// Choice is a round as it was chosen.
type Choice struct {
	Mode      Mode // Daily, Classic or Rumour
	Unhurried bool // chosen as Pace: no clock, whatever the settings say
}

// Play is a round with what it counts for.
type Play struct {
	Choice
	trivia.Round
	Day      string // of a daily round, "2026-11-22"
	Practice bool   // a daily round after the day's scored try
}

// Options are what the program was started with: attributes, query or flags.
type Options struct {
	Mode       string // "", "home", "countdown", "daily", "classic", "rumour"
	Event      string // "", an event's id, or an ISO 8601 instant with offset
	EventTitle string // the title of an instant given in Event
	PackHost   string // the host that the pack came from, named on screen; "" for a built-in or local one
	Foreign    bool   // the pack is none of the built-in ones
	Kiosk      bool   // forgets the player after IdleReset, keeps nothing, follows no link
	Unsaved    bool   // nothing can be kept: what is won is gone when the page is closed
	Confined   bool   // can neither save a file nor open another page, such as a frame whose page allows scripts alone
}

// Surroundings are what the world around the widget asks for. They may change at any time.
type Surroundings struct {
	Lang      string  // BCP 47 that the page or flag asks for; "" leaves it to Locale
	Locale    string  // BCP 47 of the browser or system
	Theme     string  // "auto", "dark", "light"
	Dark      bool    // the system prefers dark
	TextScale float64 // the page's root text size over 16 px; 0 means 1
	Hours12   string  // the languages, parted by spaces, whose variety here tells the time of day with twelve hours

	AccentDark, AccentLight string // "#rrggbb" of the page's own accent in either theme, fit for ui.Theme.Accented; "" for none

	Calm  bool // motion is to be kept small
	Sound bool // sound is asked for

	// CSS pixels at each edge that the screen's notch or bars cover.
	CoveredTop, CoveredRight, CoveredBottom, CoveredLeft float64
}

// IdleReset is the time without input after which a kiosk goes home and forgets the player.
const IdleReset = 60 * time.Second

// Model is the whole state. It is a value: Update never writes into what an earlier model holds.
type Model struct {
	Pack    *pack.Pack
	Options Options
	Around  Surroundings
	Saved   Saved

	Now  time.Time     // of the last Tick
	Skew time.Duration // what Now is ahead of the device's clock, which has been found wrong; else 0
	Zone countdown.Zone
	Seed uint64 // of the last classic round

	Event  int // index of the event chosen, in Options or by the visitor; -1 for the next that matters
	Screen Screen
	Return Screen // where Back leads from ready, settings and about

	Card    Choice    // on the ready screen
	AskSeen bool      // the card asks whether the visitor has seen the film
	Play    Play      // the round in play, or the last one
	Draft   []int     // of the question in play, what is to be handed in: places marked, in turn, or the step of a scale
	Opened  time.Time // when the question was first shown
	Asked   time.Time // the same, moved on by the time in which nobody could see it
	Fresh   bool      // the results are shown for the first time
	Paused  Screen    // question or reveal, when the round was left there and can be gone on with; else ""
	Before  Best      // the best before the round that has just ended
	HadBest bool

	Erasing Erasing // on the settings

	bare *pack.Pack // Pack without an event of the page's
	told told       // of the countdown's phase

	Unseen    bool      // nobody can see the screen
	LastInput time.Time // of a person, for the kiosk
}

// New returns the model that a pack and options give, before any message. An option that cannot be followed is
// ignored and described in the error; the model is sound in any case.
func New(p *pack.Pack, o Options) (Model, error) {
	m := Model{Pack: p, bare: p, Options: o, Event: -1, Screen: Home, Return: Home, Seed: 1}
	var problems []string
	m, _, err := m.lead(o.Mode)
	if err != nil {
		problems = append(problems, err.Error())
	}
	if err := m.chooseEvent(o.Event, o.EventTitle); err != nil {
		problems = append(problems, err.Error())
	}
	if m.First() == "" {
		problems = append(problems, fmt.Sprintf("pack %q: all questions give the story away, and a kiosk asks none of those: add others", p.ID))
	}
	if len(problems) > 0 {
		return m, fmt.Errorf("%s", strings.Join(problems, "\n"))
	}
	return m, nil
}

// lead goes to where a mode begins, but not away from a round in play.
func (m Model) lead(mode string) (Model, []Effect, error) {
	switch mode {
	case "", string(Home), string(Count):
		return m.open(cmp.Or(Screen(mode), Home)), nil, nil
	case string(Daily), string(Classic), string(Rumour):
		if !m.Offers(Mode(mode)) {
			return m, nil, fmt.Errorf("mode %q: the pack %q has no question for it: use home or countdown, or add some", mode, m.Pack.ID)
		}
		m, effects := m.ready(Mode(mode))
		return m, effects, nil
	}
	return m, nil, fmt.Errorf("mode %q is not known: use home, countdown, daily, classic or rumour", mode)
}

// chooseEvent counts to the event that is asked for; "" is the next that matters.
func (m *Model) chooseEvent(wish, title string) error {
	if wish == "" {
		return nil
	}
	var ids []string
	for i, e := range m.Pack.Events {
		if e.ID == wish {
			m.Event = i
			return nil
		}
		ids = append(ids, e.ID)
	}
	at, ok := pack.ParseInstant(wish)
	if !ok {
		return fmt.Errorf("event %q is neither in the pack (%s) nor an instant with an offset, such as 2026-12-05T19:30:00+01:00",
			wish, strings.Join(ids, ", "))
	}
	// What the pack says of the same instant holds, above all whether it is but reported.
	for i, e := range m.Pack.Events {
		if at.Equal(e.At) {
			m.Event = i
			return nil
		}
	}
	if title == "" {
		title = m.Pack.Title
	}
	m.Pack = m.Pack.WithEvent(pack.Event{ID: wish, Title: title, At: at}) // the pack itself is shared
	m.Event = len(m.Pack.Events) - 1
	return nil
}

// Counting returns the event that is counted to and the state of the count. ok is false where the pack has no event.
func (m Model) Counting() (e pack.Event, s countdown.State, ok bool) {
	i, _ := m.counted()
	if i < 0 {
		return pack.Event{}, countdown.State{}, false
	}
	e = m.Pack.Events[i]
	return e, m.CountTo(e), true
}

// CountTo returns the state of the count to an event. By a clock that cannot be right it is unknown.
func (m Model) CountTo(e pack.Event) countdown.State {
	if m.Now.Before(countdown.Earliest) {
		return countdown.State{}
	}
	return countdown.At(e, m.Now, m.Zone)
}

// counted returns the index of the event that is counted to, -1 for none, and when that may be another, zero for never.
func (m Model) counted() (index int, change time.Time) {
	if m.Event >= 0 {
		return m.Event, time.Time{}
	}
	return countdown.Next(m.Pack.Events, m.Now, m.Zone)
}

// Lapsed returns the latest reported date that has passed with its day, where the count has gone on to another event: that
// nothing is known to have come of it must still be said.
func (m Model) Lapsed() (e pack.Event, s countdown.State, ok bool) {
	if m.Event >= 0 {
		return e, s, false
	}
	shown, _ := m.counted()
	for i, other := range m.Pack.Events {
		if i == shown || other.Status != pack.Reported {
			continue
		}
		if state := m.CountTo(other); state.Phase > countdown.Today && (!ok || state.Target.After(s.Target)) {
			e, s, ok = other, state, true
		}
	}
	return e, s, ok
}

// Today is the viewer's own date, "2026-11-22".
func (m Model) Today() string { return m.Zone.Wall(m.Now).Format(time.DateOnly) }

// TriedToday reports whether the day's scored try has been used, and how it went.
func (m Model) TriedToday() (Try, bool) {
	t, ok := m.Saved.Tries[m.Pack.ID]
	return t, ok && t.Day == m.Today()
}

// Calm reports whether motion is to be kept small: as the visitor wants it, else as page and system do.
func (m Model) Calm() bool {
	if motion := m.Saved.Settings.Motion; motion != "" {
		return motion == "reduce"
	}
	return m.Around.Calm
}

// Sounding reports whether the game is to be heard: as the visitor wants it, else as the page does.
func (m Model) Sounding() bool {
	if sound := m.Saved.Settings.Sound; sound != "" {
		return sound == "on"
	}
	return m.Around.Sound
}

// Scoring is the class of score that the round on the card counts in.
func (m Model) Scoring() trivia.Scoring {
	switch {
	case m.Card.Unhurried || m.Saved.Settings.ClockOff:
		return trivia.Untimed
	case m.Saved.Settings.Points == "straight":
		return trivia.Straight
	default:
		return trivia.Speed
	}
}

// Best is the best round so far in a mode and class of score.
func (m Model) Best(mode Mode, scoring trivia.Scoring) (Best, bool) {
	b, ok := m.Saved.Bests[bestKey(m.Pack.ID, mode, scoring)]
	return b, ok
}

// longestDaily is how many times its limit may pass from its first showing on, seen or not, before a timed question of a
// daily round is missed. The day's try counts once: without an end, hiding the question would win any time to look the
// answer up.
const longestDaily = 2

// Limit is the time to answer the question in play with the clock on, 0 where there is none.
func (m Model) Limit() time.Duration {
	if c, ok := m.Play.Current(); ok {
		return trivia.Limit(&m.Pack.Questions[c.Question])
	}
	return 0
}

// Left is the time left for the question, between 0 and its limit; the limit itself where no clock runs.
func (m Model) Left() time.Duration {
	limit := m.Limit()
	if !m.Play.Scoring.Timed() {
		return limit
	}
	left := limit - m.Now.Sub(m.Asked)
	if m.Play.Mode == Daily {
		left = min(left, longestDaily*limit-m.Now.Sub(m.Opened))
	}
	return max(0, min(limit, left))
}

// Running reports whether the clock of an open question runs: it has one, and somebody can see it.
func (m Model) Running() bool {
	return m.Screen == Question && m.Play.Scoring.Timed() && !m.Unseen
}

// Asking is the question in play, or the one just answered when its answer is revealed.
func (m Model) Asking() (q *pack.Question, c trivia.Card, number int) {
	number = len(m.Play.Answers)
	if m.Screen == Reveal {
		number--
	}
	c = m.Play.Cards[number]
	return &m.Pack.Questions[c.Question], c, number + 1
}

// ringStep is how often the ring of a question moves: by about a pixel.
const ringStep = 100 * time.Millisecond

// NextTick is the next instant at which what is on screen changes by itself, or the page is to be told something, or zero for never. The stage sends a Tick
// then, and none before unless there is input.
func (m Model) NextTick() time.Time {
	var next time.Time
	sooner := func(t time.Time) {
		if !t.IsZero() && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	_, count, _ := m.Counting()
	_, change := m.counted()
	switch m.Screen {
	case Home, Count:
		sooner(count.NextChange)
		sooner(change)
		sooner(m.midnight())
	case Events:
		sooner(m.Now.Truncate(time.Minute).Add(time.Minute)) // it tells no seconds
		for _, e := range m.Pack.Events {
			if s := m.CountTo(e); s.Phase.Before() {
				sooner(s.Target)
			} else {
				sooner(s.NextChange)
			}
		}
	case Modes, Ready:
		sooner(m.midnight())
	case Question:
		switch {
		case m.Running():
			sooner(m.Now.Add(ringStep))
		case m.Play.Scoring.Timed() && m.Play.Mode == Daily:
			sooner(m.Opened.Add(longestDaily * m.Limit()))
		}
	}
	if !m.Unseen {
		sooner(count.NextPhase()) // the page is told on every screen
		sooner(change)
	}
	if m.Options.Kiosk && !m.LastInput.IsZero() {
		sooner(m.LastInput.Add(IdleReset))
	}
	return next
}

func (m Model) midnight() time.Time {
	y, month, d := m.Zone.Wall(m.Now).Date()
	return m.Zone.Instant(y, month, d+1, 0, 0)
}
