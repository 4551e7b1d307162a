package pack

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// Coverage says how much of a pack its translation into a language covers.
type Coverage struct {
	Lang          string
	Questions, Of int // so many questions of so many are translated, whole and not stale

	// Notes name each text that is missing, stale, or of no use, and the way out;
	// up to a thousand. What has no place in the file comes first.
	Notes Problems
}

// TranslationFile returns the name of the file with the pack's translation into
// a language, which lies beside the pack: "purple-hearts.vi.json".
func (p *Pack) TranslationFile(lang string) string { return p.ID + "." + lang + ".json" }

// Translate reads the file of the pack's translation into a language, BCP 47, for
// In to return. Where a question, or an event, lacks a text there, or is stale, so
// that its translation may say what is no longer so, all of it stays in the pack's
// own language and says so. Texts of the pack as a whole and of its topics stay so
// one by one.
//
// The error is of type Problems, as that of Read, and nothing is kept of the file
// then. What a translation merely lacks is no error, but in the notes of the
// Coverage. Copies of the pack that are there already do not get the translation.
func (p *Pack) Translate(lang string, data []byte) (Coverage, error) {
	file := p.TranslationFile(lang)
	t := &translator{reader: &reader{}, from: p, covers: Coverage{Lang: lang, Of: len(p.Questions)}}
	if root, ok := t.open(data); ok {
		t.pack(root)
	}
	if len(t.found) > 0 {
		return Coverage{}, place(file, trimMark(data), t.found)
	}
	t.covers.Notes = place(file, trimMark(data), t.notes.found)
	p.translated = maps.Clone(p.translated)
	if p.translated == nil {
		p.translated = map[string]*Pack{}
	}
	p.translated[lang] = &t.to
	return t.covers, nil
}

// translator reads a translation. What it finds, as a reader, is wrong in the
// file as such; its notes are on what falls short of the pack.
type translator struct {
	*reader
	notes  reader
	from   *Pack
	to     Pack
	covers Coverage
}

func (t *translator) pack(root *value) {
	o, ok := t.object(root, "", "$schema", "houselights", "lang", "version", "title", "about", "credits", "licence", "topics", "events", "questions")
	if !ok {
		return
	}
	o.head()
	t.lang(o)
	t.to = *t.from
	t.to.Lang, t.to.translated, t.to.unread = t.covers.Lang, nil, nil
	t.to.Topics, t.to.Events, t.to.Questions = slices.Clone(t.from.Topics), slices.Clone(t.from.Events), slices.Clone(t.from.Questions)
	if version := o.text("version", maxLine); version != "" && t.from.Version != "" && version != t.from.Version {
		t.note(o, "version", "made for version "+quote(version)+" of the pack, which is at "+quote(t.from.Version),
			`look over what has changed, then write that in "version"`)
	}
	t.text(o, "title", &t.to.Title, maxLine)
	t.text(o, "about", &t.to.About, maxAbout)
	t.text(o, "credits", &t.to.Credits, maxAbout)
	if o.has("licence") { // its name is often the same everywhere
		t.text(o, "licence", &t.to.Licence, maxLine)
	}

	topics, events, questions := make([]string, len(t.to.Topics)), make([]string, len(t.to.Events)), make([]string, len(t.to.Questions))
	for i := range topics {
		topics[i] = t.to.Topics[i].ID
	}
	for i := range events {
		e := &t.to.Events[i]
		e.Lang, events[i] = t.from.Lang, e.ID
	}
	for i := range questions {
		q := &t.to.Questions[i]
		q.Lang, questions[i] = t.from.Lang, q.ID
	}
	t.each(o, "topic", MaxTopics, topics, (*translator).topic, "id", "title")
	t.each(o, "event", maxEvents, events, (*translator).event, "id", "title", "caption", "past", "place")
	t.each(o, "question", MaxQuestions, questions, (*translator).question,
		"id", "from", "ask", "right", "wrong", "order", "pairs", "accept", "unit", "why", "source", "hint", "alt")
}

// lang checks that the file is in the language that its name says.
func (t *translator) lang(o *object) {
	want := strconv.Quote(t.covers.Lang)
	is := o.tag("lang")
	switch {
	case !o.has("lang"):
		o.add(o.offset, "", "no language", `add "lang": `+want)
	case is == "": // reported
	case is != t.covers.Lang:
		o.report("lang", "the language is "+quote(is), "write "+want+", as in the file's name")
	case same(is, t.from.Lang):
		o.report("lang", quote(is)+" is the pack's own language", "translate it into another")
	}
}

// each reads the list of a kind, whose entries have those fields. Each is the
// translation of the one of that kind, of the pack's, that has its id.
func (t *translator) each(in *object, kind string, most int, ids []string, read func(t *translator, o *object, i int), fields ...string) {
	places := make(map[string]int, len(ids))
	for i, id := range ids {
		places[id] = i
	}
	taken := map[string]bool{}
	items := in.few(kind+"s", kind+"s", most)
	for i := range items {
		v := &items[i]
		o, ok := t.object(v, entry(kind+"s", i, v), fields...)
		if !ok {
			continue
		}
		id := o.need("id", "id", maxID)
		if id != "" {
			o.take(taken, id, "give each its own")
		}
		if at, known := places[id]; known {
			read(t, o, at)
			continue
		}
		if id != "" {
			fix := "it was renamed or removed there, or never had that id: mend either"
			if near := nearest(id, ids); near != "" {
				fix = "did you mean " + quote(near) + "?"
			}
			t.note(o, "id", "no "+kind+" "+quote(id)+" in the pack", fix)
		}
		nothing := Pack{Topics: make([]Topic, 1), Events: make([]Event, 1), Questions: make([]Question, 1)}
		read(&translator{reader: t.reader, from: &nothing, to: nothing}, o, 0) // for what is wrong in it as such
	}
	for _, id := range ids {
		if !taken[id] {
			t.notes.add(-1, kind+" "+quote(id), "no translation", `add it to "`+kind+`s"`)
		}
	}
}

func (t *translator) topic(o *object, i int) { t.text(o, "title", &t.to.Topics[i].Title, maxLine) }

func (t *translator) event(o *object, i int) {
	e, whole := t.from.Events[i], true
	for i, to := range []*string{&e.Title, &e.Caption, &e.Past, &e.Place} {
		whole = t.text(o, []string{"title", "caption", "past", "place"}[i], to, maxLine) && whole
	}
	if whole {
		t.to.Events[i] = e
	}
}

func (t *translator) question(o *object, i int) {
	q := t.from.Questions[i]
	whole := t.fresh(o, q.Ask)
	for _, text := range []struct {
		name string
		to   *string
		most int
	}{{"ask", &q.Ask, maxAsk}, {"unit", &q.Scale.Unit, maxLine}, {"why", &q.Why, maxNote}, {"hint", &q.Hint, maxNote}, {"alt", &q.Alt, maxNote}} {
		whole = t.text(o, text.name, text.to, text.most) && whole
	}
	if o.has("source") { // most are names of pages, which stay as they are
		t.text(o, "source", &q.Source.Title, maxLine)
	}
	whole = t.answers(o, &q) && whole
	if whole {
		t.to.Questions[i] = q
		t.covers.Questions++
	}
}

// fresh reports whether the question has stayed as it was when it was translated.
func (t *translator) fresh(o *object, ask string) bool {
	from := o.text("from", maxAsk)
	if from == "" || from == ask {
		return true
	}
	t.note(o, "from", "stale: the pack now asks "+quote(ask), `translate that, then copy it into "from"`)
	return false
}

// answers reads the translation of all answers to a question. It reports whether
// there is one of each.
func (t *translator) answers(o *object, q *Question) bool {
	o.oneOf("right", "order", "pairs", "accept")
	left, second := o.pairs(o.few("pairs", "pairs", maxPairs))
	right, order, accept := o.oneOrMore("right"), o.upTo("order", maxOrder), o.upTo("accept", maxAccept)
	wrong := o.upTo("wrong", maxAnswers-1)
	o.distinct(order, "answers", same)
	o.distinct(accept, "answers", exactly)
	if len(second) > 0 {
		o.sides(left, second, wrong)
	} else {
		o.apart(right, wrong)
	}

	whole := t.list(o, "wrong", wrong, &q.Wrong)
	if n := len(accept); n > 0 && q.Kind == ShortAnswer {
		q.Right = make([]string, n) // there can be more forms of it, or fewer
	}
	whole = t.right(o, "right", right, q) && whole
	whole = t.right(o, "order", order, q) && whole
	whole = t.right(o, "accept", accept, q) && whole
	sides := make([]string, len(q.Pairs)) // left or right ones: there are to be as many
	if !t.list(o, "pairs", left, &sides) || !t.list(o, "pairs", second, &sides) {
		return false
	}
	q.Pairs = zip(left, second)
	return whole
}

// right reads the translation of the right answers from one of the fields that can
// hold them. A question has them in one only, by its kind.
func (t *translator) right(o *object, name string, items []value, q *Question) bool {
	to := &q.Right
	if name != q.Kind.field() {
		to = &[]string{}
	}
	return t.list(o, name, items, to)
}

// note says what falls short of the pack in a field.
func (t *translator) note(o *object, name, what, fix string) {
	t.notes.add(o.at(name), o.where, what, fix)
}

// text reads the translation of a text into its place. It reports whether nothing
// of it is left untranslated.
func (t *translator) text(o *object, name string, to *string, most int) bool {
	s := o.text(name, most)
	switch {
	case s != "" && *to != "":
		*to = s
	case s != "":
		t.note(o, name, quote(name)+" is not in the pack", "remove it")
	case *to != "":
		t.note(o, name, "no "+quote(name), "translate that of the pack")
		return false
	}
	return true
}

// list reads the translation of texts into their places, and reports the same as
// text. A list that the pack has not shows that the question is another one there.
func (t *translator) list(o *object, name string, items []value, to *[]string) bool {
	what, fix := "", "translate that of the pack"
	if empty := slices.IndexFunc(items, func(v value) bool { return v.text == "" }); empty >= 0 {
		what = nth(quote(name), empty) + " is empty"
	}
	switch n := len(*to); {
	case n == len(items):
	case n == 0:
		what, fix = quote(name)+" is not in the pack", "remove it"
	case len(items) == 0:
		what = "no " + quote(name)
	default:
		what, fix = fmt.Sprintf("%q has %s, in the pack %d", name, entries(len(items)), n), "write as many, in the same order"
	}
	if what != "" {
		t.note(o, name, what, fix)
		return false
	}
	*to = plain(items)
	return true
}

// upTo returns the texts of a list, some of which may be empty still.
func (o *object) upTo(name string, most int) []value {
	return o.texts(quote(name), o.few(name, "entries in "+quote(name), most), maxAnswer)
}

// oneOrMore returns a text, if it is not empty, or the texts of a list.
func (o *object) oneOrMore(name string) []value {
	v := o.field(name)
	switch {
	case v == nil:
		return nil
	case v.shape == aTruth:
		o.wrong(name, "remove it: what is true is the same in all languages")
		return nil
	case v.shape == aText:
	case v.shape == aList:
		return o.upTo(name, maxAnswers-1)
	default:
		o.wrong(name, "write a text in double quotes, or a list of texts in [ ]")
		return nil
	}
	if s := o.text(name, maxAnswer); s != "" {
		return []value{{offset: v.offset, text: s}}
	}
	return nil
}

// field returns which field of a question makes it one of the kind.
func (k Kind) field() string {
	return [...]string{"right", "right", "right", "order", "number", "pairs", "accept"}[k]
}
