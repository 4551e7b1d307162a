package app

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"houselights/game/countdown"
	"houselights/game/json"
)

// Msg is something that happened. Each is one of the types below and has a form as text, so that what a visitor did can
// be kept and replayed; Parse reads it.
type Msg interface {
	isMsg()
	Text() string // not String: that could be asked for by fmt, so the linker would keep it where nobody does
}

type (
	// Tick says what time it is. One comes before every message of a person.
	Tick struct{ Now time.Time }
	// Located gives the viewer's zone.
	Located struct{ Zone countdown.Zone }
	// Seeded gives the number from which classic rounds are drawn.
	Seeded struct{ Seed uint64 }
	// Restored gives what earlier visits left.
	Restored struct{ Saved Saved }
	// Resumed gives the visit that a crash or reload has cut off. The visitor saw it until Seen, by the
	// device's clock; what is no later than the snapshot itself counts as its instant. One that does not fit is left alone.
	Resumed struct {
		Snapshot Snapshot
		Seen     time.Time
	}
	// Corrected says that the device's clock is wrong, by the skew that the ticks are ahead of it from now on; 0 that it is
	// right. Jump is how far that takes the ticks away from those before: nothing, where it was the clock that jumped.
	Corrected struct{ Skew, Jump time.Duration }
	// Placed says what the page or system asks for.
	Placed struct{ Around Surroundings }
	// Aimed says that the page counts to another event: Options.Event and EventTitle are these from now on.
	Aimed struct{ Event, Title string }
	// Led says that the page would have its visitor elsewhere: Options.Mode is this from now on.
	Led struct{ Mode string }
	// Erased says that another copy of the program has erased what was kept. This one forgets the same.
	Erased struct{}
	// Hidden says that nobody can see the screen any more: the tab is in the background, the widget off the screen.
	Hidden struct{}
	// Shown says that the screen can be seen again. At the start it can.
	Shown struct{}
	// Active says that somebody is there, without having pressed anything.
	Active struct{}

	// Open shows modes, settings, about, review, the countdown, the events or home.
	Open struct{ Screen Screen }
	// Pick counts to the event with the ID, and shows it.
	Pick struct{ ID string }
	// Note asks for the event that is counted to as a file for a calendar.
	Note struct{}
	// Choose puts a round on the card.
	Choose struct{ Mode Mode }
	// Set changes a setting, "lang", "theme", "text", "points", "clock", "motion", "sound" or "seen", to one of its values.
	Set struct{ Name, Value string }
	// AskErase asks, on the settings, whether all that is kept shall be erased. Erase says yes, Spare no.
	AskErase struct{}
	Erase    struct{}
	Spare    struct{}
	// Start begins the round on the card.
	Start struct{}
	// Answer picks the answer at a place, 0 to 3, of a question that has but one.
	Answer struct{ Place int }
	// Mark marks the answer at a place, 0 to 5, as one of several or as the next of an order; a marked one it frees again.
	Mark struct{ Place int }
	// Slide moves a number to a step of its scale, 0 to 200.
	Slide struct{ Step int }
	// Done hands in what has been marked, or the number.
	Done struct{}
	// Next goes on to the next question or to the results.
	Next struct{}
	// Back leaves the screen. A round that is left can be gone on with; its clock runs on.
	Back struct{}
	// Resume goes on with the round that was left.
	Resume struct{}
	// Follow opens a link.
	Follow struct{ URL string }
)

func (Tick) isMsg()      {}
func (Located) isMsg()   {}
func (Seeded) isMsg()    {}
func (Restored) isMsg()  {}
func (Resumed) isMsg()   {}
func (Corrected) isMsg() {}
func (Pick) isMsg()      {}
func (Note) isMsg()      {}
func (Placed) isMsg()    {}
func (Hidden) isMsg()    {}
func (Shown) isMsg()     {}
func (Active) isMsg()    {}
func (Open) isMsg()      {}
func (Choose) isMsg()    {}
func (Set) isMsg()       {}
func (Start) isMsg()     {}
func (Answer) isMsg()    {}
func (Mark) isMsg()      {}
func (Slide) isMsg()     {}
func (Done) isMsg()      {}
func (Next) isMsg()      {}
func (Back) isMsg()      {}
func (Resume) isMsg()    {}
func (Follow) isMsg()    {}
func (Aimed) isMsg()     {}
func (Led) isMsg()       {}
func (Erased) isMsg()    {}
func (AskErase) isMsg()  {}
func (Erase) isMsg()     {}
func (Spare) isMsg()     {}

func (m Open) Text() string      { return "open " + string(m.Screen) }
func (m Choose) Text() string    { return "choose " + string(m.Mode) }
func (m Pick) Text() string      { return "pick " + m.ID }
func (Note) Text() string        { return "note" }
func (m Corrected) Text() string { return "corrected " + m.Skew.String() + " " + m.Jump.String() }
func (m Set) Text() string       { return "set " + m.Name + " " + m.Value }
func (Start) Text() string       { return "start" }
func (m Answer) Text() string    { return "answer " + strconv.Itoa(m.Place) }
func (m Mark) Text() string      { return "mark " + strconv.Itoa(m.Place) }
func (m Slide) Text() string     { return "slide " + strconv.Itoa(m.Step) }
func (Done) Text() string        { return "done" }
func (m Led) Text() string       { return "led " + m.Mode }
func (Erased) Text() string      { return "erased" }
func (AskErase) Text() string    { return "ask-erase" }
func (Erase) Text() string       { return "erase" }
func (Spare) Text() string       { return "spare" }
func (Next) Text() string        { return "next" }
func (Back) Text() string        { return "back" }
func (Resume) Text() string      { return "resume" }
func (Hidden) Text() string      { return "hidden" }
func (Shown) Text() string       { return "shown" }
func (Active) Text() string      { return "active" }
func (m Follow) Text() string    { return "follow " + m.URL }
func (m Tick) Text() string      { return "tick " + m.Now.UTC().Format(time.RFC3339Nano) }
func (m Seeded) Text() string    { return "seed " + strconv.FormatUint(m.Seed, 10) }

func (m Located) Text() string  { return "zone " + string(json.Write(zoneFields(&m.Zone))) }
func (m Restored) Text() string { return "restored " + string(json.Write(m.Saved.fields)) }
func (m Resumed) Text() string  { return "resumed " + string(json.Write(m.fields)) }
func (m Aimed) Text() string    { return "aimed " + string(json.Write(m.fields)) }
func (m Placed) Text() string {
	return "placed " + string(json.Write(m.Around.fields))
}

func zoneFields(z *countdown.Zone) func(json.Fields) {
	return func(f json.Fields) {
		f.Text("Name", &z.Name)
		json.List(f, "Changes", &z.Changes, changeFields)
	}
}

func changeFields(c *countdown.Change, f json.Fields) {
	f.Int64("From", &c.From)
	f.Int("Offset", &c.Offset)
}

func (m *Resumed) fields(f json.Fields) {
	f.Object("Snapshot", m.Snapshot.fields)
	f.Time("Seen", &m.Seen)
}

func (m *Aimed) fields(f json.Fields) {
	f.Text("Event", &m.Event)
	f.Text("Title", &m.Title)
}

func (s *Surroundings) fields(f json.Fields) {
	f.Text("Lang", &s.Lang)
	f.Text("Locale", &s.Locale)
	f.Text("Theme", &s.Theme)
	f.Bool("Dark", &s.Dark)
	f.Float("TextScale", &s.TextScale)
	f.Text("Hours12", &s.Hours12)
	f.Text("AccentDark", &s.AccentDark)
	f.Text("AccentLight", &s.AccentLight)
	f.Bool("Calm", &s.Calm)
	f.Bool("Sound", &s.Sound)
	f.Float("CoveredTop", &s.CoveredTop)
	f.Float("CoveredRight", &s.CoveredRight)
	f.Float("CoveredBottom", &s.CoveredBottom)
	f.Float("CoveredLeft", &s.CoveredLeft)
}

// Parse reads a message from its text form.
func Parse(line string) (Msg, error) {
	verb, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	var err error
	var msg Msg
	switch verb {
	case "tick":
		var now time.Time
		now, err = time.Parse(time.RFC3339Nano, rest)
		msg = Tick{now}
	case "zone":
		var m Located
		err = json.Read(rest, zoneFields(&m.Zone))
		msg = m
	case "restored":
		var m Restored
		err = json.Read(rest, m.Saved.fields)
		msg = m
	case "resumed":
		var m Resumed
		err = json.Read(rest, m.fields)
		msg = m
	case "placed":
		var m Placed
		err = json.Read(rest, m.Around.fields)
		msg = m
	case "aimed":
		var m Aimed
		err = json.Read(rest, m.fields)
		msg = m
	case "corrected":
		var m Corrected
		skew, jump, _ := strings.Cut(rest, " ")
		if m.Skew, err = time.ParseDuration(skew); err == nil {
			m.Jump, err = time.ParseDuration(jump)
		}
		msg = m
	case "seed":
		var seed uint64
		seed, err = strconv.ParseUint(rest, 10, 64)
		msg = Seeded{seed}
	case "answer", "mark", "slide":
		var n int
		n, err = strconv.Atoi(rest)
		msg = map[string]Msg{"answer": Answer{n}, "mark": Mark{n}, "slide": Slide{n}}[verb]
	case "set":
		name, value, _ := strings.Cut(rest, " ")
		msg = Set{name, value}
	case "open":
		msg = Open{Screen(rest)}
	case "pick":
		msg = Pick{rest}
	case "led":
		msg = Led{rest}
	case "choose":
		msg = Choose{Mode(rest)}
	case "follow":
		msg = Follow{rest}
	default:
		for _, bare := range []Msg{Start{}, Done{}, Next{}, Back{}, Resume{}, Active{}, Hidden{}, Shown{}, Note{}, AskErase{}, Erase{}, Spare{}, Erased{}} {
			if verb == bare.Text() {
				msg = bare
			}
		}
		if msg == nil {
			return nil, fmt.Errorf("message %q: unknown verb %q", line, verb)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("message %q: %w", line, err)
	}
	return msg, nil
}

// ParseAll reads a message a line; empty lines and those that begin with # say nothing.
func ParseAll(text string) ([]Msg, error) {
	var all []Msg
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		m, err := Parse(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		all = append(all, m)
	}
	return all, nil
}
