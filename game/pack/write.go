package pack

import (
	"strconv"
	"strings"
	"time"

	"houselights/game/json"
)

// Write returns the text of a file that Read reads as the same pack, laid out as an author would. What has its standard
// value is left out. Translations stay in the files that they are in.
func (p *Pack) Write() []byte {
	var f record
	f.line("houselights", "1")
	f.line("title", text(p.Title))
	f.line("lang", text(p.Lang))
	f.line("version", text(p.Version))
	f.line("about", text(p.About))
	f.line("credits", text(p.Credits))
	f.line("licence", text(p.Licence))
	f.line("translations", texts(p.Translations))
	var topics, events, questions []string
	for _, t := range p.Topics {
		var f record
		f.line("id", text(t.ID))
		f.beside("title", text(t.Title))
		topics = append(topics, f.onOne())
	}
	for i := range p.Events {
		events = append(events, p.Events[i].record().onMany("    "))
	}
	for i := range p.Questions {
		questions = append(questions, p.Questions[i].record().onMany("    "))
	}
	f.line("topics", onLines(topics))
	f.line("events", onLines(events))
	f.line("questions", onLines(questions))
	return []byte(f.onMany("") + "\n")
}

// Check returns what Read would say of the question in a file, as Problems, or nil; and how many bytes it takes there.
func (q Question) Check() (size int, err error) {
	q.Topic = "" // of which the file's list decides
	alone := Pack{Title: "-", Questions: []Question{q}}
	data := alone.Write()
	r := &reader{}
	v, stop := parse(data)
	if stop != nil {
		return 0, place("", data, []finding{*stop})
	}
	questions := (&object{reader: r, value: &v}).field("questions").items
	r.question(0, &questions[0], map[string]bool{}, nil)
	if len(r.found) > 0 {
		err = place("", data, r.found)
	}
	return len(data), err
}

func (e *Event) record() *record {
	var f record
	f.line("id", text(e.ID))
	f.line("title", text(e.Title))
	f.line("caption", text(e.Caption))
	f.line("past", text(e.Past))
	if !e.At.IsZero() {
		f.line("at", text(e.At.Format(time.RFC3339Nano)))
	}
	f.line("zone", text(e.Zone))
	if !e.Day.IsZero() {
		f.line("day", text(e.Day.Format(time.DateOnly)))
	}
	if e.Yearly.Day > 0 {
		f.line("yearly", text(time.Date(2024, e.Yearly.Month, e.Yearly.Day, 0, 0, 0, 0, time.UTC).Format("01-02")))
		f.beside("since", number(e.Yearly.Since, 0))
	}
	var showings []string
	for _, s := range e.Showings {
		if s.Local {
			showings = append(showings, s.Time.Format("2006-01-02T15:04:05.999999999"))
		} else {
			showings = append(showings, s.Time.Format(time.RFC3339Nano))
		}
	}
	f.line("showings", texts(showings))
	f.line("after", text(string(e.After)))
	f.line("status", text(string(e.Status)))
	f.beside("by", text(e.By))
	f.line("place", text(e.Place))
	f.line("link", text(e.Link))
	f.line("sequence", number(e.Sequence, 0))
	f.line("source", e.Source.onOne())
	return &f
}

func (q *Question) record() *record {
	var f record
	f.line("id", text(q.ID))
	f.beside("topic", text(q.Topic))
	f.beside("level", number(q.Level, 3))
	f.line("ask", text(q.Ask))
	q.answer(&f)
	f.line("why", text(q.Why))
	f.line("hint", text(q.Hint))
	f.line("source", q.Source.onOne())
	f.line("status", text(string(q.Status)))
	f.line("seconds", number(q.Seconds, 0))
	f.line("spoiler", truth(q.Spoiler))
	f.line("image", text(q.Image))
	f.beside("alt", text(q.Alt))
	f.line("facts", texts(q.Facts))
	return &f
}

// answer writes what says of which kind the question is.
func (q *Question) answer(f *record) {
	switch q.Kind {
	case OneOf:
		f.line("right", text(strings.Join(q.Right, "")))
	case SeveralOf:
		f.line("right", texts(q.Right))
	case TrueFalse:
		name := "right"
		if q.Rumour {
			name = "real"
		}
		f.line(name, strconv.FormatBool(q.True))
	case Ordering:
		f.line("order", texts(q.Right))
	case Numerical:
		s := q.Scale
		f.line("number", Decimal(s.Right, s.Decimals))
		if s.Tolerance > 0 {
			f.beside("tolerance", Decimal(s.Tolerance, s.Decimals))
		}
		f.beside("min", Decimal(s.Min, s.Decimals))
		f.beside("max", Decimal(s.Max, s.Decimals))
		f.beside("step", Decimal(s.Step, s.Decimals))
		f.beside("unit", text(s.Unit))
	case Matching:
		var pairs []string
		for _, p := range q.Pairs {
			pairs = append(pairs, texts(p[:]))
		}
		f.line("pairs", list(pairs))
	case ShortAnswer:
		f.line("accept", texts(q.Right))
		var forgive []string
		if q.ForgiveCase {
			forgive = append(forgive, "case")
		}
		if q.ForgiveAccents {
			forgive = append(forgive, "accents")
		}
		f.line("forgive", texts(forgive))
	}
	f.line("wrong", texts(q.Wrong))
}

func (s Source) onOne() string {
	var f record
	f.line("title", text(s.Title))
	f.beside("url", text(s.URL))
	f.beside("date", text(s.Date))
	return f.onOne()
}

// record is an object on its way into a file: its fields, line by line. A field without a value is none.
type record struct{ lines []string }

// line adds a field on a line of its own.
func (f *record) line(name, value string) {
	if value != "" {
		f.lines = append(f.lines, strconv.Quote(name)+": "+value)
	}
}

// beside adds a field on the line of the one before.
func (f *record) beside(name, value string) {
	if n := len(f.lines); n == 0 {
		f.line(name, value)
	} else if value != "" {
		f.lines[n-1] += ", " + strconv.Quote(name) + ": " + value
	}
}

// onOne returns the object on one line, "" when it has no field.
func (f *record) onOne() string {
	if len(f.lines) == 0 {
		return ""
	}
	return "{" + strings.Join(f.lines, ", ") + "}"
}

// onMany returns the object on lines of its own, of which all but the first are indented.
func (f *record) onMany(indent string) string {
	return "{\n" + indent + "  " + strings.Join(f.lines, ",\n"+indent+"  ") + "\n" + indent + "}"
}

// onLines returns a list, each value of which begins a line; "" when there is none.
func onLines(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return "[\n    " + strings.Join(values, ",\n    ") + "\n  ]"
}

// list returns a list on one line, "" when there is no value.
func list(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return "[" + strings.Join(values, ", ") + "]"
}

func texts(all []string) string {
	values := make([]string, len(all))
	for i, s := range all {
		values[i] = json.Quote(s)
	}
	return list(values)
}

// text returns a text as JSON has it, "" when there is none.
func text(s string) string {
	if s == "" {
		return ""
	}
	return json.Quote(s)
}

func truth(is bool) string {
	if is {
		return "true"
	}
	return ""
}

// number returns a whole number, "" when it is the standard one.
func number(n, standard int) string {
	if n == standard {
		return ""
	}
	return strconv.Itoa(n)
}

// Decimal writes a whole number of 10 to the power of -decimals: of 25 and 1 it is 2.5.
func Decimal(n, decimals int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	if decimals == 0 {
		return sign + strconv.Itoa(n)
	}
	unit := power(decimals)
	part := strconv.Itoa(n % unit)
	return sign + strconv.Itoa(n/unit) + "." + strings.Repeat("0", decimals-len(part)) + part
}
