package pack

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"houselights/game/iso8601"
)

// Read reads a pack file, JSON in UTF-8 with or without a byte order mark. The
// id is the file's name without folder and ending, and stands in the messages.
// All texts of the pack are in NFC, with no space around them.
//
// The error is of type Problems and lists all that is wrong, up to a thousand;
// where the file is not JSON, is made for a newer Houselights, or is more than
// 4 MB, 10,000 questions or 32 brackets deep, that alone. Read returns a pack
// only when nothing is wrong.
func Read(id string, data []byte) (*Pack, error) {
	p, found := read(id, data)
	if len(found) > 0 {
		return nil, place(id+".json", trimMark(data), found)
	}
	return p, nil
}

// trimMark drops the byte order mark that some editors begin a file with.
func trimMark(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\uFEFF")) }

func read(id string, data []byte) (*Pack, []finding) {
	if len(data) > maxBytes {
		return nil, []finding{{-1, "", fmt.Sprintf("the file is larger than %d MB", maxBytes>>20), "split the pack"}}
	}
	data = trimMark(data)
	if at := notUTF8(data); at >= 0 {
		return nil, []finding{{at, "", "not UTF-8", "save the file in the encoding UTF-8"}}
	}
	root, stop := parse(data)
	if stop != nil {
		return nil, []finding{*stop}
	}
	r := &reader{}
	if !r.format(root) {
		return nil, r.found
	}
	p := r.pack(root)
	p.ID = id
	return p, r.found
}

// notUTF8 returns the offset of the first byte that is not UTF-8, -1 if all is.
func notUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; ; {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
}

// format checks the number of the format before all else: what is written for
// another one would only seem wrong.
func (r *reader) format(root value) bool {
	o := object{reader: r, value: root}
	v, ok := o.field("houselights")
	if !ok {
		return true // reported with the rest
	}
	const fix = `write "houselights": 1`
	n, _ := strconv.ParseFloat(v.text, 64) // infinite when out of range
	switch {
	case v.shape != aNumber:
		o.wrong(v, "houselights", fix)
		return true
	case n > 1:
		o.add(v.offset, "", "format "+brief(v.text)+" is made for a newer Houselights", "update Houselights")
		return false
	case n != 1:
		o.add(v.offset, "", "there is no format "+brief(v.text), fix)
	}
	return true
}

func (r *reader) pack(root value) *Pack {
	p := &Pack{}
	o, ok := r.object(root, "", "houselights", "title", "lang", "version", "about", "credits", "licence", "events", "questions")
	if !ok {
		return p
	}
	if _, ok := o.field("houselights"); !ok {
		o.add(o.offset, "", "no format number", `add "houselights": 1`)
	}
	p.Title = o.need("title", "title")
	p.Lang = o.text("lang")
	if p.Lang == "" {
		p.Lang = "en"
	}
	p.Version = o.text("version")
	p.About, p.Credits, p.Licence = o.text("about"), o.text("credits"), o.text("licence")

	events, _ := o.list("events")
	if len(events) > maxEvents {
		o.add(events[maxEvents].offset, "", fmt.Sprintf("%d events", len(events)), fmt.Sprintf("keep %d at most", maxEvents))
		events = events[:maxEvents]
	}
	taken := map[string]bool{}
	for i, v := range events {
		p.Events = append(p.Events, r.event(i, v, taken))
	}
	questions, isList := o.list("questions")
	if _, given := o.field("questions"); len(questions) == 0 && (isList || !given) {
		o.add(o.at("questions"), "", "no questions", `add some in "questions"`)
	}
	taken = make(map[string]bool, len(questions))
	p.Questions = slices.Grow(p.Questions, len(questions))
	for i, v := range questions {
		p.Questions = append(p.Questions, r.question(i, v, taken))
	}
	return p
}

func (o object) status() Status {
	s := Status(o.text("status"))
	switch s {
	case "", Confirmed, Reported, Released:
	default:
		o.add(o.at("status"), o.where, "unknown status "+quote(string(s)), suggest(string(s), []string{string(Confirmed), string(Reported), string(Released)}))
	}
	return s
}

func (o object) source() Source {
	v, ok := o.field("source")
	if !ok {
		return Source{}
	}
	o, ok = o.object(v, strings.TrimSpace(o.where+" source"), "title", "url", "date")
	if !ok {
		return Source{}
	}
	s := Source{Title: o.text("title"), URL: o.link("url"), Date: o.text("date")}
	if s.Date != "" && !isDate(s.Date) {
		o.add(o.at("date"), o.where, "not a date: "+quote(s.Date), "write 2022, 2022-08 or 2022-08-01")
	}
	return s
}

// isHTTPS reports whether a browser would open the address by https. It looks
// at what matters for a link from a stranger, as net/url weighs too much.
func isHTTPS(address string) bool {
	const scheme = "https://"
	if len(address) <= len(scheme) || !strings.EqualFold(address[:len(scheme)], scheme) {
		return false
	}
	host := address[len(scheme):]
	if end := strings.IndexAny(host, "/?#"); end >= 0 {
		host = host[:end]
	}
	// No user name: https://tudum.com@example.org goes to example.org.
	return host != "" && !strings.Contains(host, "@") &&
		!strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == 0x7F || strings.ContainsRune("\"<>\\^`{|}", r) })
}

func isDate(s string) bool {
	const rest = "2006-01-01" // what a year or a month is short of
	if len(s) == len("2006") || len(s) == len("2006-01") {
		s += rest[len(s):]
	}
	_, ok := iso8601.Date(s)
	return ok
}
