package bank

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"houselights/game/pack"
)

// Note is what there is to say of a question that is not kept as it was, or of the file.
type Note struct {
	Line    int    // of the file, from 1; 0 where it is on the file as a whole
	Where   string // names the question; may be empty
	What    string
	LeftOut bool // the question is left out
}

// Report is what became of a bank.
type Report struct {
	Read, Kept int    // questions; those between are left out
	Notes      []Note // in the order of the file; of each question that is left out one
}

// LeftOut returns how many questions are left out.
func (r Report) LeftOut() int { return r.Read - r.Kept }

// maxID is the longest id of a question or topic that is made of words, in characters.
const maxID = 60

// Pack fits the questions into a pack, each with an id of its own. It is nil when no question can be kept, or none of them
// could be played.
func (b *Bank) Pack(title, lang string) (*pack.Pack, Report) {
	p := &pack.Pack{Title: cmp.Or(pack.FitTitle(title), "Quiz"), Lang: lang, Version: cmp.Or(pack.FitTitle(b.Version), "1"),
		About: pack.FitAbout(b.About), Credits: pack.FitAbout(b.Credits), Licence: pack.FitTitle(b.Licence)}
	f := fitter{pack: p, asked: map[string]*Item{}, distinct: b.Distinct, topics: map[string]string{}, size: len(p.Write())}
	for _, note := range b.Notes {
		f.report.Notes = append(f.report.Notes, Note{What: note})
	}
	f.report.Read = len(b.Items)
	items := slices.Clone(b.Items)
	if unnumber(items) {
		f.report.Notes = append(f.report.Notes, Note{What: "the numbers before its questions are dropped: they are asked in any order"})
	}
	for i := range items {
		f.add(&items[i])
	}
	if p.Playable() == 0 {
		f.unplayable()
		return nil, f.report
	}
	f.name()
	f.report.Kept = len(p.Questions)
	slices.SortStableFunc(f.report.Notes, func(a, b Note) int { return cmp.Compare(a.Line, b.Line) })
	return p, f.report
}

// fitter fits questions into a pack, one after another.
type fitter struct {
	pack     *pack.Pack
	report   Report
	kept     []*Item
	asked    map[string]*Item // by what is asked and wanted
	distinct bool
	topics   map[string]string // ids by title
	size     int               // of the file so far, in bytes
}

func (f *fitter) note(item *Item, what string, leftOut bool) {
	where := item.Where
	if ask := item.Question.Ask; ask != "" && !strings.HasPrefix(where, `"`) { // a place tells people little
		where = strings.TrimSpace(where + " " + Quote(ask))
	}
	f.report.Notes = append(f.report.Notes, Note{item.Line, where, what, leftOut})
}

// add takes a question into the pack, or says why not.
func (f *fitter) add(item *Item) {
	if item.LeftOut != "" {
		f.note(item, item.LeftOut, true)
		return
	}
	q := item.Question
	changes, err := q.Fit()
	if err != nil {
		f.note(item, reasons(err), true)
		return
	}
	key := key(&q)
	first := f.asked[key]
	if first != nil && f.distinct {
		f.note(item, "it is there already, in "+place(first), true)
		return
	}
	size, _ := q.Check()
	switch size += min(len(item.Topic), maxID*utf8.UTFMax); { // for the id of its topic
	case len(f.pack.Questions) == pack.MaxQuestions:
		f.note(item, fmt.Sprintf("a pack holds %d questions: split the file", pack.MaxQuestions), true)
		return
	case f.size+size > pack.MaxBytes:
		f.note(item, fmt.Sprintf("a pack holds %d MB: split the file", pack.MaxBytes>>20), true)
		return
	}
	f.size += size
	f.asked[key] = item
	q.Topic = f.topic(item)
	f.pack.Questions = append(f.pack.Questions, q)
	f.kept = append(f.kept, item)
	for _, change := range slices.Concat(item.Changes, changes) {
		f.note(item, change, false)
	}
	if first != nil {
		f.note(item, "it asks the same as the one in "+place(first), false)
	}
	if !q.Kind.Playable() {
		f.note(item, "it is kept for a later version, which can ask such questions", false)
	}
	for _, answer := range slices.Concat(q.Right, q.Wrong) {
		if q.Kind != pack.ShortAnswer && others.MatchString(answer) {
			f.note(item, fmt.Sprintf("its answer %s speaks of others by their place, and here they stand in any order: name them", Quote(answer)), false)
		}
	}
}

// others is an answer such as "Both A and B", or "All of the above".
var others = regexp.MustCompile(`^(?:(?i:both|either|neither|only|answers?|options?)\s+)*\(?[A-F]\)?(?:,\s*\(?[A-F]\)?)*,?\s*(?:&|(?i:and|or|nor|y|o|et|ou|und|oder|và|e))\s+\(?[A-F]\)?(?:\s+(?i:only|above))?\.?$|` +
	`(?i)\b(?:all|none|both|two|any) of the (?:above|answers above)\b|\b(?:todas|ninguna|ambas)\b.*\banteriores\b|(?:trên|ở trên)\.?$|\b(?:toutes|aucune)\b.*\bci-dessus\b`)

// place names a question in words.
func place(item *Item) string {
	if item.Where != "" {
		return item.Where
	}
	return fmt.Sprintf("line %d", item.Line)
}

// unplayable leaves out all questions, since a pack needs one that can be played.
func (f *fitter) unplayable() {
	f.report.Notes = slices.DeleteFunc(f.report.Notes, func(n Note) bool { return n.Line > 0 && !n.LeftOut })
	for i, item := range f.kept {
		f.note(item, "none of the questions in the file can be played in this version, and a pack needs one", true)
		f.pack.Questions[i] = pack.Question{}
	}
	slices.SortStableFunc(f.report.Notes, func(a, b Note) int { return cmp.Compare(a.Line, b.Line) })
}

// key is equal for questions that ask the same and want the same.
func key(q *pack.Question) string {
	right := slices.Clone(q.Right)
	if q.Kind != pack.Ordering {
		slices.Sort(right)
	}
	return strings.ToLower(fmt.Sprintf("%d\x00%s\x00%q\x00%q\x00%v\x00%v", q.Kind, q.Ask, right, q.Pairs, q.Scale, q.True))
}

// reasons puts what is wrong with a question in a line.
func reasons(err error) string {
	var problems pack.Problems
	errors.As(err, &problems)
	var all []string
	for _, p := range problems {
		all = append(all, p.What+": "+p.Fix)
	}
	return strings.Join(all, "; ")
}

// topic returns the id of an item's topic, which it adds to the pack where it is new; "" for none.
func (f *fitter) topic(item *Item) string {
	given := strings.Join(strings.Fields(item.Topic), " ")
	title := pack.FitTitle(given)
	if title == "" {
		if given != "" {
			f.note(item, fmt.Sprintf("its topic %s is dropped, which is too long or shows nothing", Quote(given)), false)
		}
		return ""
	}
	if id, known := f.topics[title]; known {
		return id
	}
	if len(f.topics) == pack.MaxTopics {
		f.note(item, fmt.Sprintf("its topic %s is dropped, since a pack holds %d", Quote(title), pack.MaxTopics), false)
		return ""
	}
	id := unused(cmp.Or(slug(title), "topic"), func(id string) bool {
		return slices.ContainsFunc(f.pack.Topics, func(t pack.Topic) bool { return t.ID == id })
	})
	f.topics[title] = id
	f.size += len(id) + 2*len(title)
	f.pack.Topics = append(f.pack.Topics, pack.Topic{ID: id, Title: title})
	return id
}

// slug makes an id of a title: small letters and digits with hyphens between them.
func slug(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	id := ""
	for _, word := range words {
		if utf8.RuneCountInString(id)+1+utf8.RuneCountInString(word) > maxID {
			break
		}
		id = strings.TrimPrefix(id+"-"+word, "-")
	}
	return id
}

// name gives each question an id of its own: the one it has, unless that is taken, and else by its place.
func (f *fitter) name() {
	taken, lost := map[string]bool{}, map[int]string{}
	for i := range f.pack.Questions {
		q := &f.pack.Questions[i]
		if taken[q.ID] && q.ID != "" {
			lost[i], q.ID = q.ID, ""
		}
		taken[q.ID] = true
	}
	for i := range f.pack.Questions {
		q := &f.pack.Questions[i]
		if q.ID != "" {
			continue
		}
		q.ID = unused(fmt.Sprintf("q%d", i+1), func(id string) bool { return taken[id] })
		taken[q.ID] = true
		if id := lost[i]; id != "" {
			f.note(f.kept[i], fmt.Sprintf("its name %s is that of another, and its id is %s", Quote(id), q.ID), false)
		}
	}
}

// unused returns an id that is not taken: the one wanted, or that with a number behind it.
func unused(want string, taken func(string) bool) string {
	id := want
	for n := 2; taken(id); n++ {
		id = fmt.Sprintf("%s-%d", want, n)
	}
	return id
}
