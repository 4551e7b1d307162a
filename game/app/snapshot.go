package app

import (
	"fmt"
	"hash/fnv"
	"slices"
	"time"

	"houselights/game/iso8601"
	"houselights/game/json"
	"houselights/game/pack"
	"houselights/game/trivia"
)

// SnapshotVersion is the version of a snapshot's form. Another one is not read, as little as there is to lose: a round.
const SnapshotVersion = 3

// Snapshot is the visit as it stands: what must survive a lost drawing context, a crash of the program or a reload.
// It shares the slices and maps of the model that it was taken of, which nobody writes into.
type Snapshot struct {
	Version int
	Game    Game
	At      time.Time // when it was taken; the time hidden before is in Asked already

	Skew                   time.Duration // of the clock that the times are told by
	Event                  string        // the ID of the one that is counted to; "" for the next that matters, whatever Options say
	Screen, Return, Paused Screen
	Card                   Choice
	Play                   Play
	Draft                  []int
	Opened, Asked          time.Time
	Before                 Best
	HadBest                bool
	Seed                   uint64
	Saved                  Saved // so that nothing is lost where storage is refused
}

func (s *Snapshot) fields(f json.Fields) {
	f.Int("Version", &s.Version)
	f.Object("Game", s.Game.fields)
	f.Time("At", &s.At)
	f.Optional().Int64("Skew", (*int64)(&s.Skew))
	f.Optional().Text("Event", &s.Event)
	f.Text("Screen", (*string)(&s.Screen))
	f.Text("Return", (*string)(&s.Return))
	f.Text("Paused", (*string)(&s.Paused))
	f.Object("Card", s.Card.fields)
	f.Object("Play", s.Play.fields)
	f.Ints("Draft", &s.Draft)
	f.Time("Opened", &s.Opened)
	f.Time("Asked", &s.Asked)
	f.Object("Before", s.Before.fields)
	f.Bool("HadBest", &s.HadBest)
	f.Uint64("Seed", &s.Seed)
	f.Object("Saved", s.Saved.fields)
}

func (p *Play) fields(f json.Fields) {
	p.Choice.fields(f)
	json.List(f, "Cards", &p.Cards, cardFields)
	f.Int("Scoring", (*int)(&p.Scoring))
	json.List(f, "Answers", &p.Answers, answerFields)
	f.Text("Day", &p.Day)
	f.Bool("Practice", &p.Practice)
}

func (c *Choice) fields(f json.Fields) {
	f.Text("Mode", (*string)(&c.Mode))
	f.Bool("Unhurried", &c.Unhurried)
}

func cardFields(c *trivia.Card, f json.Fields) {
	f.Int("Question", &c.Question)
	f.Ints("Order", &c.Order)
}

func answerFields(a *trivia.Answer, f json.Fields) {
	f.Ints("Given", &a.Given)
	f.Int64("Taken", (*int64)(&a.Taken))
	f.Bool("Right", &a.Right)
	f.Int("Points", &a.Points)
}

// Game says which game a snapshot was taken of. Only the same one takes it up.
type Game struct {
	Pack, Version string // the pack's
	Questions     string // a digest of the texts of the questions drawn, for packs that change under one version
	Mode, Event   string // of Options
}

func (g *Game) fields(f json.Fields) {
	f.Text("Pack", &g.Pack)
	f.Text("Version", &g.Version)
	f.Text("Questions", &g.Questions)
	f.Text("Mode", &g.Mode)
	f.Text("Event", &g.Event)
}

// Snapshot returns what is to be kept of the model.
func (m Model) Snapshot() Snapshot {
	// In UTC, as they are after reading, so that a snapshot is the same before and after.
	picked := ""
	if m.Event >= 0 {
		picked = m.Pack.Events[m.Event].ID
	}
	return Snapshot{Version: SnapshotVersion, Game: m.game(m.Play.Cards), At: m.Now.UTC(), Skew: m.Skew, Event: picked,
		Screen: m.Screen, Return: m.Return, Paused: m.Paused, Card: m.Card, Play: m.Play, Draft: m.Draft, Opened: m.Opened.UTC(), Asked: m.Asked.UTC(),
		Before: m.Before, HadBest: m.HadBest, Seed: m.Seed, Saved: m.Saved}
}

// Lasting reports whether a round is in progress. Only such a snapshot is worth taking up when the page is loaded anew;
// after a crash any is.
func (s Snapshot) Lasting() bool {
	return s.Screen == Question || s.Screen == Reveal || s.Paused != ""
}

// Encode is the form in which a snapshot is kept.
func (s Snapshot) Encode() []byte { return json.Write(s.fields) }

// DecodeSnapshot reads what Encode wrote. Whether it makes sense only a model can tell: Fits.
func DecodeSnapshot(data []byte) (Snapshot, error) {
	// The version comes first, because another one may have other types.
	var version int
	err := json.Read(string(data), func(f json.Fields) { f.Int("Version", &version) })
	if err == nil && version != SnapshotVersion {
		return Snapshot{}, fmt.Errorf("snapshot: version %d: this Houselights reads %d", version, SnapshotVersion)
	}
	var s Snapshot
	if err == nil {
		err = json.Read(string(data), s.fields)
	}
	if err != nil {
		return Snapshot{}, fmt.Errorf("snapshot: cannot be read: %w", err)
	}
	return s, nil
}

// Fits says why the model cannot take up the snapshot: it is another game's, or no visit could have led to it.
func (m Model) Fits(s Snapshot) error {
	err := m.fits(s)
	if err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	return nil
}

func (m Model) fits(s Snapshot) error {
	switch {
	case m.Options.Kiosk:
		return fmt.Errorf("a kiosk takes up nothing")
	case s.Version != SnapshotVersion:
		return fmt.Errorf("version %d: this Houselights reads %d", s.Version, SnapshotVersion)
	case s.Saved.Version > SavedVersion:
		return fmt.Errorf("saved: version %d: this Houselights reads %d", s.Saved.Version, SavedVersion)
	}
	own := m.game(nil)
	if s.Lasting() { // as in a game that runs, a round outlives another wish of the page
		own.Mode, own.Event = s.Game.Mode, s.Game.Event
	}
	for _, part := range []struct{ name, of, own string }{
		{"pack", s.Game.Pack, own.Pack}, {"version of the pack", s.Game.Version, own.Version},
		{"mode", s.Game.Mode, own.Mode}, {"event", s.Game.Event, own.Event},
	} {
		if part.of != part.own {
			return fmt.Errorf("taken of another game: %s %q, here %q", part.name, part.of, part.own)
		}
	}
	if err := m.playable(s.Play); err != nil {
		return fmt.Errorf("play: %w", err)
	}
	if digest := m.game(s.Play.Cards).Questions; s.Game.Questions != digest {
		return fmt.Errorf("taken of another game: questions %q, here %q", s.Game.Questions, digest)
	}
	if !m.drafts(s) {
		return fmt.Errorf("draft %v: does not go with the question", s.Draft)
	}
	return s.standing()
}

// drafts reports whether what a snapshot has drafted can be so, given a sound play.
func (m Model) drafts(s Snapshot) bool {
	if s.Screen != Question && s.Paused != Question {
		return len(s.Draft) == 0
	}
	m.Screen, m.Play, m.Draft = Question, s.Play, nil
	for _, n := range s.Draft {
		m = m.mark(n).slide(n)
	}
	return slices.Equal(m.Draft, s.Draft)
}

// playable says what is wrong with a play of the model's pack. None at all is right.
func (m Model) playable(p Play) error {
	if len(p.Cards) == 0 {
		if p.Choice != (Choice{}) || p.Scoring != 0 || len(p.Answers) > 0 || p.Day != "" || p.Practice {
			return fmt.Errorf("no cards")
		}
		return nil
	}
	pool := trivia.Pool{Rumours: p.Mode == Rumour}
	least := min(trivia.Length, pool.Size(m.Pack))
	pool.Spoilers = m.maySpoil(p.Mode) // the visitor may have said something else of the film since
	if most := min(trivia.Length, pool.Size(m.Pack)); len(p.Cards) != least && len(p.Cards) != most {
		return fmt.Errorf("%d cards instead of %d", len(p.Cards), most)
	}
	switch p.Mode {
	case Daily:
		if _, ok := iso8601.Date(p.Day); !ok {
			return fmt.Errorf("day %q is no date", p.Day)
		}
	case Classic, Rumour:
		if p.Day != "" || p.Practice {
			return fmt.Errorf("a %s round has no day and no practice", p.Mode)
		}
	default:
		return fmt.Errorf("mode %q is not known", p.Mode)
	}
	if err := p.Check(m.Pack); err != nil {
		return err
	}
	for i, c := range p.Cards {
		if !pool.Has(&m.Pack.Questions[c.Question]) {
			return fmt.Errorf("cards[%d]: question %d is none of a %s round", i, c.Question, p.Mode)
		}
	}
	return nil
}

// standing says what is wrong with the screens, given the play.
func (s Snapshot) standing() error {
	begun := len(s.Play.Cards) > 0
	open, over := begun && !s.Play.Done(), begun && s.Play.Done()
	answered := len(s.Play.Answers) > 0
	switch {
	case s.Card.Mode != "" && s.Card.Mode != Daily && s.Card.Mode != Classic && s.Card.Mode != Rumour:
		return fmt.Errorf("card: mode %q is not known", s.Card.Mode)
	case s.Paused == "", s.Paused == Question && open, s.Paused == Reveal && answered:
	default:
		return fmt.Errorf("paused on %q: does not go with %d of %d questions answered", s.Paused, len(s.Play.Answers), len(s.Play.Cards))
	}
	sound, known := map[Screen]bool{
		Home: true, Count: true, Events: true, Modes: true, Settings: true, About: true,
		Ready:    s.Card.Mode != "",
		Question: open && s.Paused == "", Reveal: answered && s.Paused == "",
		Results: over && s.Paused == "", Review: over && s.Paused == "",
	}[s.Screen]
	if !known {
		return fmt.Errorf("screen %q is not known", s.Screen)
	}
	if !sound {
		return fmt.Errorf("screen %q: does not go with %d of %d questions answered, paused on %q", s.Screen, len(s.Play.Answers), len(s.Play.Cards), s.Paused)
	}
	if finished := over && s.Paused == ""; !slices.Contains([]Screen{Home, Count, Events, Modes}, s.Return) &&
		!(finished && slices.Contains([]Screen{Results, Review}, s.Return)) {
		return fmt.Errorf("return to %q: does not go with %d of %d questions answered", s.Return, len(s.Play.Answers), len(s.Play.Cards))
	}
	return nil
}

// game is what the model plays, with these cards, which must be of its pack.
func (m Model) game(cards []trivia.Card) Game {
	g := Game{Pack: m.Pack.ID, Version: m.Pack.Version, Mode: m.Options.Mode, Event: m.Options.Event}
	if len(cards) == 0 {
		return g
	}
	h := fnv.New32a()
	for _, c := range cards {
		q := m.Pack.Questions[c.Question]
		s := q.Scale
		fmt.Fprintf(h, "%q %q %q %t {%d %d %d %d %d %d %s} ", q.Ask, q.Right, q.Wrong, q.True, s.Right, s.Tolerance, s.Min, s.Max, s.Step, s.Decimals, s.Unit)
	}
	g.Questions = fmt.Sprintf("%08x", h.Sum32())
	return g
}

// takeUp goes on where the snapshot was taken. A question that was open has been out of sight since seen.
func (m Model) takeUp(s Snapshot, seen time.Time) (Model, []Effect) {
	if m.Fits(s) != nil {
		return m, nil
	}
	m.Saved = m.Saved.Merge(s.Saved)
	m.Screen, m.Return, m.Paused, m.Card, m.Play = s.Screen, s.Return, s.Paused, s.Card, s.Play
	m.Before, m.HadBest, m.Seed, m.Draft = s.Before, s.HadBest, s.Seed, s.Draft
	m.AskSeen = m.asksSeen()
	m = m.spared()
	if s.Game.Event == m.Options.Event {
		m.Event = slices.IndexFunc(m.Pack.Events, func(e pack.Event) bool { return e.ID == s.Event })
	}
	// From the clock of that visit to the one of this.
	by := m.Skew - s.Skew
	m.Opened, m.Asked = s.Opened.Add(by), s.Asked.Add(by)
	if seen = seen.Add(m.Skew); s.At.Add(by).After(seen) {
		seen = s.At.Add(by)
	}
	if m.Screen == Question && m.Now.After(seen) {
		m.Asked = m.Asked.Add(m.Now.Sub(seen))
	}
	return m.returned()
}

// differs reports whether a snapshot of the model would be another than before the message. A play changes only
// together with the screen, and what is saved, when it is not what a start tells anew, only with an effect. While
// nobody sees a question, Asked moves with At, which comes to the same.
func (m Model) differs(before Model, effects []Effect) bool {
	return m.Options != before.Options || m.Event != before.Event || m.Skew != before.Skew || m.Screen != before.Screen || m.Return != before.Return || m.Paused != before.Paused || m.Card != before.Card ||
		m.Screen == Question && before.Unseen && !m.Unseen ||
		!slices.Equal(m.Draft, before.Draft) ||
		slices.ContainsFunc(effects, func(e Effect) bool { return isSave(e) || e == Wipe{} })
}

func isSave(e Effect) bool { _, ok := e.(Save); return ok }
