// Package pack says what a question pack is and reads one from its file. A pack
// is JSON that an author writes by hand, so reading it reports every mistake at
// once, each with its line and the way to mend it. A file looks so:
//
//	{"houselights": 1, "title": "Purple Hearts", "lang": "en", "version": "1",
//	 "about": "…", "credits": "…", "licence": "…", "translations": ["vi", "es"],
//	 "topics": [{"id": "crew", "title": "The crew"}],
//	 "events": [
//	  {"id": "sequel", "title": "…", "caption": "until …", "past": "…",
//	   "at": "2026-02-14T00:00:00-08:00", "zone": "America/Los_Angeles", "status": "reported",
//	   "by": "…", "after": "next", "sequence": 1},
//	  {"id": "local", "title": "…", "day": "2026-02-14", "after": "up"},
//	  {"id": "birthday", "title": "…", "yearly": "07-29", "since": 2022},
//	  {"id": "cinema", "title": "…", "showings": ["2026-02-14T19:30", "2026-02-14T22:15"],
//	   "place": "…", "link": "https://…"}],
//	 "questions": [
//	  {"id": "director", "ask": "…?", "right": "…", "wrong": ["…", "…", "…"], "why": "…",
//	   "source": {"title": "…", "url": "https://…", "date": "2022-08-01"},
//	   "status": "confirmed", "topic": "crew", "level": 1, "spoiler": false, "hint": "…",
//	   "seconds": 20, "image": "https://…", "alt": "…", "facts": ["F024"]},
//	  {"ask": "….", "right": true},
//	  {"ask": "….", "real": false},
//	  {"ask": "Which …?", "right": ["…", "…"], "wrong": ["…", "…"]},
//	  {"ask": "…, from first to last", "order": ["…", "…", "…"]},
//	  {"ask": "How many …?", "number": 15000, "tolerance": 500, "min": 0, "max": 50000,
//	   "step": 500, "unit": "dollars"},
//	  {"ask": "Who plays whom?", "pairs": [["…", "…"], ["…", "…"]], "wrong": ["…"]},
//	  {"ask": "Who …?", "accept": ["…", "…"], "forgive": ["case", "accents"]}]}
//
// The format number, a title and one question with ask and right are all that
// must be there. A statement with "real" is one for the mode Real or rumour?, and
// asked in no other: true says that it is on public record, false that it only
// went round. What gives the story away, "spoiler", is asked of those who say that
// they have seen the film. Questions that share one of their "facts" are not put
// into one round, where one might give the other away, as long as there are enough
// others. A field is left out or has a value; null is none. What has a fixed form,
// such as a date or "confirmed", is written as it is above; all other texts are
// taken in NFC, with no space around them, and as text: nothing in a pack is
// markup. The schemas beside this package, for editors, say the same.
//
// A translation is a file beside the pack, pack.vi.json, with the same ids and
// lists, and texts only:
//
//	{"houselights": 1, "lang": "vi", "version": "1", "title": "…",
//	 "events": [{"id": "sequel", "title": "…"}],
//	 "questions": [{"id": "director", "from": "…?", "ask": "…?", "right": "…", "wrong": ["…", "…", "…"], "why": "…"}]}
package pack

import (
	"slices"
	"time"
)

// Pack is a set of events and questions.
type Pack struct {
	ID      string // file name without folder and ending, e.g. "purple-hearts"
	Title   string
	Lang    string // BCP 47; "en" when the file does not say
	Version string // the daily round is pinned to it

	About, Credits, Licence string

	Topics    []Topic
	Events    []Event
	Questions []Question // one or more that are playable

	Translations []string          // the languages, BCP 47, that the author says there are files of
	translated   map[string]*Pack  // by language: what Translate has read
	unread       map[string][]byte // by language: files for Translate, read when they are first wanted
}

// WithEvent returns the pack with one more event, which is in no language but its own.
func (p *Pack) WithEvent(e Event) *Pack {
	for lang := range p.unread {
		p.In(lang)
	}
	more := *p
	more.unread = nil
	more.Events = append(slices.Clip(p.Events), e)
	more.translated = make(map[string]*Pack, len(p.translated))
	for lang, t := range p.translated {
		more.translated[lang] = t.WithEvent(e)
	}
	return &more
}

// Topic is what some of the questions are about.
type Topic struct{ ID, Title string }

// Playable returns how many of the questions a round can ask.
func (p *Pack) Playable() int {
	n := 0
	for i := range p.Questions {
		if p.Questions[i].Kind.Playable() {
			n++
		}
	}
	return n
}

// In returns the pack in a language, BCP 47: the translation that Translate has
// read, with its topics, events and questions in the same places, or, where there
// is none, the pack itself. What a translation lacks is in the pack's own language;
// its questions and events say so.
func (p *Pack) In(lang string) *Pack {
	t, ok := p.translated[lang]
	if data, waits := p.unread[lang]; waits && !ok {
		if _, err := p.Translate(lang, data); err != nil {
			delete(p.unread, lang)
			return p
		}
		t, ok = p.translated[lang]
	}
	if ok {
		return t
	}
	return p
}

// Later keeps a file of a translation for Translate, until In is first asked for the language: most visits are in one. A file
// with anything wrong in it is left alone then.
func (p *Pack) Later(lang string, data []byte) {
	if p.unread == nil {
		p.unread = map[string][]byte{}
	}
	p.unread[lang] = data
}

// Status says how far a question or an event can be trusted; "" says nothing.
type Status string

// The statuses a pack can give.
const (
	Confirmed Status = "confirmed"
	Reported  Status = "reported"
	Released  Status = "released"
)

// Event is something to count down to. One of At, Day, Yearly and Showings says
// when it is.
type Event struct {
	ID, Title string
	Caption   string    // optional; what the count runs to; "{years}" stands for the anniversary's number
	Past      string    // optional; said once the event is over
	At        time.Time // an instant, the same for everyone; in the offset that it is written with
	Day       time.Time // a date, as its midnight in UTC: it begins at each viewer's own midnight
	Yearly    Yearly
	Showings  []Showing // of a cinema; in no order
	Zone      string    // optional; IANA name of the zone that At is written in, to say where its clock hangs
	After     After
	Status    Status
	By        string // optional; who has to confirm what is reported
	Place     string // optional; where it is
	Link      string // optional; https
	Sequence  int    // raised by the author when the date moves, for calendars that hold the old one
	Source    Source
	Lang      string // BCP 47 where it is not the pack's: of what a translation lacks
}

// WholeDay reports whether the event begins at midnight on each viewer's own
// wall, so that its date says it all.
func (e Event) WholeDay() bool { return e.At.IsZero() && len(e.Showings) == 0 }

// Showing is one of the times of an event. Of a Local one the fields of Time,
// in UTC, are what a clock on the viewer's wall shows; else Time is an instant.
type Showing struct {
	Time  time.Time
	Local bool
}

// After is what a count does when its day is over.
type After string

// The ways on. Of an event with Showings it counts from the last of them.
const (
	GoNext  After = ""     // to the next event; where there is none, as Stay
	Stay    After = "stay" // says that the day has passed
	CountUp After = "up"   // counts the days since
)

// Yearly is a day of each year. Since is the year of the first one, the film
// itself; 0 when it is not known. 29 February is a valid day.
type Yearly struct {
	Month      time.Month
	Day, Since int
}

// Source says where a fact comes from. URL is https; Date is 2022, 2022-08 or
// 2022-08-01. Each may be empty.
type Source struct{ Title, URL, Date string }

// Kind is the kind of a question.
type Kind int

// The kinds of question. What says which it is stands in brackets.
const (
	OneOf       Kind = iota // one right answer among one to three wrong ones ("right", a text)
	TrueFalse               // a statement that is true or false ("right", true or false; "real" of a Rumour)
	SeveralOf               // all the right answers out of up to six ("right", a list)
	Ordering                // three to six texts to be put in order ("order")
	Numerical               // a number on a scale, with a tolerance ("number")
	Matching                // pairs to be found ("pairs")
	ShortAnswer             // an answer to be typed ("accept")
)

// Playable reports whether a round can ask questions of the kind. The others are
// read and checked, and wait for a later version.
func (k Kind) Playable() bool { return k <= Numerical }

// InParts reports whether an answer to questions of the kind is a list, of which
// some parts can be right and others not.
func (k Kind) InParts() bool { return k == SeveralOf || k == Ordering }

// Question is one question, with its answer, its reason and its source.
type Question struct {
	ID   string // "q1", "q2" … by place in the pack when the file gives none
	Kind Kind
	Ask  string

	// Right is, of OneOf, the right answer alone; of SeveralOf, all right ones; of
	// Ordering, all texts from first to last; of ShortAnswer, the accepted forms,
	// in front the one to show.
	Right []string
	Wrong []string    // of OneOf and SeveralOf, one or more; of Matching, second halves that belong to none
	True  bool        // of TrueFalse: whether the statement is true; of a Rumour, whether it is on public record
	Scale Scale       // of Numerical
	Pairs [][2]string // of Matching

	ForgiveCase, ForgiveAccents bool // of ShortAnswer

	Why     string
	Hint    string
	Source  Source
	Status  Status   // Confirmed, Reported or ""
	Topic   string   // the ID of one of the pack's topics, where it lists them
	Level   int      // 1, easy, to 5; 3 when the file does not say
	Seconds int      // to answer in with the clock on; 0 when the file does not say
	Spoiler bool     // gives something of the story away
	Rumour  bool     // of TrueFalse: a statement for the mode Real or rumour?, asked in no other
	Image   string   // https; not drawn in this version, where Alt stands in for it
	Alt     string   // what the image shows
	Facts   []string // what it states or gives away, by names that mean something to the author
	Lang    string   // BCP 47 where it is not the pack's: of what a translation lacks
}

// Scale is a number that is asked for and the scale to find it on. Values are
// whole numbers of 10 to the power of -Decimals, so that they add up exactly:
// with one decimal, 25 is 2.5.
type Scale struct {
	Right, Tolerance int
	Min, Max, Step   int // Max is a whole number of steps above Min
	Decimals         int // 0 to 3
	Unit             string
}

// Steps returns how many steps there are from one end to the other.
func (s Scale) Steps() int { return (s.Max - s.Min) / max(1, s.Step) }

// At returns the value at a step, 0 to Steps.
func (s Scale) At(step int) int { return s.Min + step*s.Step }

// Accepts reports whether a value is within the tolerance of the right one.
func (s Scale) Accepts(value int) bool {
	return value >= s.Right-s.Tolerance && value <= s.Right+s.Tolerance
}
