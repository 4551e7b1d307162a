package pack

import (
	"bytes"
	"cmp"
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
	r := &reader{}
	var p *Pack
	if root, ok := r.open(data); ok {
		p = r.pack(root)
		p.ID = id
	}
	if len(r.found) > 0 {
		return nil, place(id+".json", trimMark(data), r.found)
	}
	return p, nil
}

// trimMark drops the byte order mark that some editors begin a file with.
func trimMark(data []byte) []byte { return bytes.TrimPrefix(data, []byte("\uFEFF")) }

// open reads a file as far as its format. Where it fails, nothing else of the
// file can be told.
func (r *reader) open(data []byte) (root *value, ok bool) {
	if len(data) > MaxBytes {
		r.add(-1, "", fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20), "split the pack")
		return nil, false
	}
	data = trimMark(data)
	switch start := bytes.TrimSpace(data[:min(len(data), 99)]); {
	case bytes.HasPrefix(start, []byte(`{\rtf`)), bytes.HasPrefix(start, []byte("PK\x03\x04")):
		r.add(0, "", "a document of a word processor", "save it as plain text, in the encoding UTF-8")
		return nil, false
	case bytes.HasPrefix(start, []byte("<")):
		r.add(0, "", "a web page, not a pack", "name the file itself")
		return nil, false
	case bytes.IndexByte(start, 0) >= 0:
		r.add(0, "", "not UTF-8", "save the file in the encoding UTF-8")
		return nil, false
	}
	if at := notUTF8(data); at >= 0 {
		r.add(at, "", "not UTF-8", "save the file in the encoding UTF-8")
		return nil, false
	}
	v, stop := parse(data)
	if stop != nil {
		r.found = append(r.found, *stop)
		return nil, false
	}
	return &v, r.format(&v)
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
func (r *reader) format(root *value) bool {
	o := &object{reader: r, value: root}
	v := o.field("houselights")
	if v == nil {
		return true // reported with the rest
	}
	const fix = `write "houselights": 1`
	n, _ := strconv.ParseFloat(v.text, 64) // infinite when out of range
	switch {
	case v.shape != aNumber:
		o.add(v.offset, "", `"houselights" is `+v.shape.String(), fix)
		return true
	case n > 1:
		o.add(v.offset, "", "format "+brief(v.text)+" is made for a newer Houselights", "update Houselights")
		return false
	case n != 1:
		o.add(v.offset, "", "there is no format "+brief(v.text), fix)
	}
	return true
}

func (r *reader) pack(root *value) *Pack {
	p := &Pack{}
	o, ok := r.object(root, "", "$schema", "houselights", "title", "lang", "version", "about", "credits", "licence",
		"translations", "topics", "events", "questions")
	if !ok {
		return p
	}
	o.head()
	p.Title = o.need("title", "title", maxLine)
	p.Lang = cmp.Or(o.tag("lang"), "en")
	p.Version = o.text("version", maxLine)
	p.About, p.Credits, p.Licence = o.text("about", maxAbout), o.text("credits", maxAbout), o.text("licence", maxLine)
	p.Translations = o.translations(p.Lang)

	taken := map[string]bool{}
	var topics []string
	items := o.few("topics", "topics", MaxTopics)
	for i := range items {
		t := r.topic(i, &items[i], taken)
		p.Topics, topics = append(p.Topics, t), append(topics, t.ID)
	}
	taken = map[string]bool{}
	items = o.few("events", "events", maxEvents)
	for i := range items {
		p.Events = append(p.Events, r.event(i, &items[i], taken))
	}
	questions, isList := o.list("questions")
	if len(questions) == 0 && (isList || !o.has("questions")) {
		o.report("questions", "no questions", `add some in "questions"`)
	}
	taken = make(map[string]bool, len(questions))
	p.Questions = slices.Grow(p.Questions, len(questions))
	for i := range questions {
		p.Questions = append(p.Questions, r.question(i, &questions[i], taken, topics))
	}
	if len(questions) > 0 && p.Playable() == 0 {
		o.report("questions", "no question that can be played in this version", `add one with "right", "real", "order" or "number"`)
	}
	return p
}

// head checks what every file begins with; the number of the format, where it is
// given, has been checked before.
func (o *object) head() {
	o.text("$schema", maxAddress) // for editors
	if !o.has("houselights") {
		o.add(o.offset, "", "no format number", `add "houselights": 1`)
	}
}

// translations returns the languages that there are translations into.
func (o *object) translations(own string) []string {
	var all []string
	items := o.few("translations", "languages", maxLanguages)
	for i := range items {
		v := &items[i]
		is := func(other string) bool { return strings.EqualFold(v.text, other) }
		what, fix := "", "remove it"
		switch {
		case v.shape != aText || len(v.text) > maxLine || !isTag(v.text):
			what, fix = "no language tag", "write one such as vi or pt-BR"
		case is(own):
			what = "the pack's own language"
		case slices.ContainsFunc(all, is):
			what = "given twice"
		default:
			all = append(all, v.text)
			continue
		}
		o.reportNth(`"translations"`, i, v, " is "+what, fix)
	}
	return all
}

func (r *reader) topic(i int, v *value, taken map[string]bool) Topic {
	o, ok := r.object(v, entry("topics", i, v), "id", "title")
	if !ok {
		return Topic{}
	}
	t := Topic{o.need("id", "id", maxID), o.need("title", "title", maxLine)}
	if t.ID != "" {
		o.take(taken, t.ID, "give each its own")
	}
	return t
}

func (o *object) status(known ...Status) Status {
	word, ok := o.word("status", maxLine)
	s := Status(word)
	if !ok || slices.Contains(known, s) {
		return s
	}
	var names []string
	for _, k := range known {
		names = append(names, string(k))
	}
	o.report("status", "unknown status "+quote(word), suggest(word, names))
	return ""
}

func (o *object) source() Source {
	v := o.field("source")
	if v == nil {
		return Source{}
	}
	o, ok := o.object(v, strings.TrimSpace(o.where+" source"), "title", "url", "date")
	if !ok {
		return Source{}
	}
	s := Source{Title: o.text("title", maxLine), URL: o.link("url")}
	if s.Date, ok = o.word("date", maxLine); ok && !isDate(s.Date) {
		o.report("date", "not a date: "+quote(s.Date), "write 2022, 2022-08 or 2022-08-01")
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
	return isHost(host) && !strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == 0x7F || strings.ContainsRune("\"<>\\^`{|}", r) })
}

// isHost reports whether a host, with a port or not, is written as it is opened:
// what it is shown as then says where a link leads. So there is no user name, as
// in tudum.com@example.org, and no character that looks like another one.
func isHost(s string) bool {
	name, port, ported := s, "", false
	if at := strings.LastIndexByte(s, ':'); at > strings.LastIndexByte(s, ']') {
		name, port, ported = s[:at], s[at+1:], true
	}
	if ported && (port == "" || len(port) > 5 || strings.Trim(port, digits) != "") || len(name) > 253 {
		return false
	}
	if inner, isAddress := strings.CutPrefix(name, "["); isAddress { // of IPv6
		inner, closed := strings.CutSuffix(inner, "]")
		return closed && strings.Trim(inner, digits+"abcdefABCDEF:.") == "" && strings.Contains(inner, ":")
	}
	for label := range strings.SplitSeq(strings.TrimSuffix(name, "."), ".") {
		if label == "" || strings.Trim(label, letters+capitals+digits+"-_") != "" {
			return false
		}
	}
	return true
}

func isDate(s string) bool {
	const rest = "2006-01-01" // what a year or a month is short of
	if len(s) == len("2006") || len(s) == len("2006-01") {
		s += rest[len(s):]
	}
	_, ok := iso8601.Date(s)
	return ok
}
