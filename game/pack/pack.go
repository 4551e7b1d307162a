// Package pack says what a question pack is and reads one from its file. A pack
// is JSON that an author writes by hand, so reading it reports every mistake at
// once, each with its line and the way to mend it. A file looks so:
//
//	{"houselights": 1, "title": "Purple Hearts", "lang": "en", "version": "1",
//	 "about": "…", "credits": "…", "licence": "…",
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
//	   "status": "confirmed", "topic": "crew", "level": 1, "spoiler": false, "facts": ["F024"]},
//	  {"ask": "….", "right": true, "why": "…"}]}
//
// The format number, a title and one question with ask and right are all that
// must be there.
package pack

import "time"

// Pack is a set of events and questions.
type Pack struct {
	ID      string // file name without folder and ending, e.g. "purple-hearts"
	Title   string
	Lang    string // BCP 47; "en" when the file does not say
	Version string // the daily round is pinned to it

	About, Credits, Licence string

	Events    []Event
	Questions []Question // at least one
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

// The kinds of question.
const (
	OneOf     Kind = iota // one right answer among one to three wrong ones
	TrueFalse             // a statement that is true or false
)

// Question is one question, with its answer, its reason and its source.
type Question struct {
	ID      string // "q1", "q2" … by place in the pack when the file gives none
	Kind    Kind
	Ask     string
	Right   string   // OneOf only
	Wrong   []string // OneOf only: one to three
	True    bool     // TrueFalse only: whether the statement is true
	Why     string
	Source  Source
	Status  Status
	Topic   string
	Level   int // 1, easy, to 5; 3 when the file does not say
	Spoiler bool
	Facts   []string // rows of the fact base that the question rests on
}
