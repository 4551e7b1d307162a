// Package pack says what a question pack is and reads one from its file. A pack
// is JSON that an author writes by hand, so reading it reports every mistake at
// once, each with its line and the way to mend it. A file looks so:
//
//	{"houselights": 1, "title": "Purple Hearts", "lang": "en", "version": "1",
//	 "about": "…", "credits": "…", "licence": "…",
//	 "events": [
//	  {"id": "sequel", "title": "…", "caption": "until …", "past": "…",
//	   "at": "2026-02-14T00:00:00-08:00", "zone": "America/Los_Angeles", "status": "reported"},
//	  {"id": "birthday", "title": "…", "yearly": "07-29", "since": 2022}],
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

// Event is something to count down to: either one instant, the same for
// everyone (At), or a day of each year, from a viewer's local midnight (Yearly).
type Event struct {
	ID, Title string
	Caption   string    // optional; what the count runs to; "{years}" stands for the anniversary's number
	Past      string    // optional; said once the event is over
	At        time.Time // zero for a yearly date
	Zone      string    // optional IANA name of the zone of origin, for display only
	Yearly    Yearly    // zero when At is set
	Status    Status
	Source    Source
}

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
