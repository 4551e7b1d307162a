package app

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"time"

	"houselights/game/iso8601"
	"houselights/game/json"
	"houselights/game/trivia"
)

// SavedVersion is the version of the form in which state is kept.
const SavedVersion = 1

// Saved is what outlives a visit: bests, the daily try and the visitor's choices. The zero value is a new player.
type Saved struct {
	Version  int
	Bests    map[string]Best // by pack, mode and class of score
	Tries    map[string]Try  // the latest daily try, by pack
	Runs     map[string]Run  // of days with a daily round, by pack
	Seen     map[string]Seen // whether the film has been seen, by pack; none where it has not been said
	Settings Preferences
}

func (s *Saved) fields(f json.Fields) {
	f.Int("version", &s.Version)
	json.Map(f.Optional(), "bests", &s.Bests, (*Best).fields)
	json.Map(f.Optional(), "tries", &s.Tries, (*Try).fields)
	json.Map(f.Optional(), "runs", &s.Runs, (*Run).fields)
	json.Map(f.Optional(), "seen", &s.Seen, (*Seen).fields)
	f.Optional().Object("settings", s.Settings.fields)
}

// Best is the best round in its class.
type Best struct {
	Points, Right, Of int
}

func (b *Best) fields(f json.Fields) {
	f.Int("points", &b.Points)
	f.Int("right", &b.Right)
	f.Int("of", &b.Of)
}

// Try is a scored try at a daily round. It is kept from the start on, so that it cannot be taken twice.
type Try struct {
	Day                         string // "2026-11-22"
	Scoring                     trivia.Scoring
	Points, Right, Answered, Of int
}

func (t *Try) fields(f json.Fields) {
	f.Text("day", &t.Day)
	f.Int("scoring", (*int)(&t.Scoring))
	f.Int("points", &t.Points)
	f.Int("right", &t.Right)
	f.Int("answered", &t.Answered)
	f.Int("of", &t.Of)
}

// Run is how many days in a row the day's round has been played to its end, up to Day.
type Run struct {
	Day  string // "2026-11-22"
	Days int
}

func (r *Run) fields(f json.Fields) {
	f.Text("day", &r.Day)
	f.Int("days", &r.Days)
}

// Seen is what was said of the film of a pack.
type Seen struct {
	Yes     bool  // it has been seen
	Changed int64 // Unix milliseconds, as of Preferences
}

func (s *Seen) fields(f json.Fields) {
	f.Bool("yes", &s.Yes)
	f.Int64("changed", &s.Changed)
}

// next is the run after a round played to its end on a day, which is "" for none.
func (r Run) next(day string) Run {
	date, ok := iso8601.Date(day)
	switch {
	case !ok || day <= r.Day:
		return r // it has been counted, or the clock has been set back
	case date.AddDate(0, 0, -1).Format(time.DateOnly) == r.Day:
		return Run{day, r.Days + 1}
	default:
		return Run{day, 1}
	}
}

// Preferences are the visitor's choices. An empty one leaves it to the page.
type Preferences struct {
	Lang     string
	Theme    string
	Text     int // per cent, 0 means 100
	Points   string
	ClockOff bool
	Motion   string // "", "reduce", "full"
	Sound    string // "", "on", "off"
	Changed  int64  // Unix milliseconds, raised by 1 where that is no later than before
}

func (p *Preferences) fields(f json.Fields) {
	f = f.Optional()
	f.Text("lang", &p.Lang)
	f.Text("theme", &p.Theme)
	f.Int("text", &p.Text)
	f.Text("points", &p.Points)
	f.Bool("clockOff", &p.ClockOff)
	f.Text("motion", &p.Motion)
	f.Text("sound", &p.Sound)
	f.Int64("changed", &p.Changed)
}

// ErrNewer says that the state was written by a newer Houselights. It must be left alone.
var ErrNewer = errors.New("the saved state was written by a newer Houselights: it is left as it is, and nothing is saved")

// DecodeSaved reads what Encode wrote. No data is a new player.
func DecodeSaved(data []byte) (Saved, error) {
	if len(data) == 0 {
		return Saved{}, nil
	}
	// The version comes first: of a newer form nothing else can be counted on.
	var version int
	err := json.Read(string(data), func(f json.Fields) { f.Int("version", &version) })
	if err == nil && version > SavedVersion {
		return Saved{}, ErrNewer
	}
	var s Saved
	if err == nil {
		err = json.Read(string(data), s.fields)
	}
	if err != nil {
		return Saved{}, fmt.Errorf("the saved state cannot be read: %w", err)
	}
	return s, nil
}

// Encode is the form in which the state is kept.
func (s Saved) Encode() []byte {
	s.Version = SavedVersion
	return json.Write(s.fields)
}

// Merge joins what two copies of the program know, so that neither loses what the other has won: the better of the
// bests, the later of the tries and of the runs, and the longer of two on one day, the choices made last and what was said last. Of two that are as
// good, all copies take the same one: else two that keep what they hear of each other would never come to an end.
func (s Saved) Merge(o Saved) Saved {
	bests := maps.Clone(s.Bests)
	for key, b := range o.Bests {
		if old, ok := bests[key]; !ok || b.better(old) || !old.better(b) && larger(b.fields, old.fields) {
			bests = with(bests, key, b)
		}
	}
	tries := maps.Clone(s.Tries)
	for key, t := range o.Tries {
		if old, ok := tries[key]; !ok || t.beyond(old) || !old.beyond(t) && larger(t.fields, old.fields) {
			tries = with(tries, key, t)
		}
	}
	runs := maps.Clone(s.Runs)
	for key, r := range o.Runs {
		if old, ok := runs[key]; !ok || r.Day > old.Day || r.Day == old.Day && r.Days > old.Days {
			runs = with(runs, key, r)
		}
	}
	seen := maps.Clone(s.Seen)
	for key, said := range o.Seen {
		if old, ok := seen[key]; !ok || said.Changed > old.Changed || said.Changed == old.Changed && !said.Yes {
			seen = with(seen, key, said)
		}
	}
	s.Bests, s.Tries, s.Runs, s.Seen = bests, tries, runs, seen
	if mine, theirs := s.Settings, o.Settings; theirs.Changed > mine.Changed || theirs.Changed == mine.Changed && larger(theirs.fields, mine.fields) {
		s.Settings = o.Settings
	}
	return s
}

// same reports whether the two hold the same.
func (s Saved) same(o Saved) bool { return bytes.Equal(s.Encode(), o.Encode()) }

// better compares in the order that a player would: points, then right answers.
func (b Best) better(o Best) bool {
	return b.Points > o.Points || b.Points == o.Points && b.Right > o.Right
}

// beyond reports whether the try is of a later day than the other, or has got further on the same.
func (t Try) beyond(o Try) bool {
	return t.Day > o.Day || t.Day == o.Day && t.Answered > o.Answered
}

// larger tells two things that are as good as each other apart, in the same way everywhere.
func larger(a, b func(json.Fields)) bool { return bytes.Compare(json.Write(a), json.Write(b)) > 0 }

// with returns m with one entry set; m itself, which earlier models share, stays as it is.
func with[V any](m map[string]V, key string, value V) map[string]V {
	m = maps.Clone(m)
	if m == nil {
		m = map[string]V{}
	}
	m[key] = value
	return m
}

func bestKey(pack string, mode Mode, scoring trivia.Scoring) string {
	return fmt.Sprintf("%s/%s/%s", pack, mode, scoring)
}
