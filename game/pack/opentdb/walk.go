package opentdb

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"houselights/game/pack/bank"
)

const (
	maxDepth = 100 // brackets inside brackets; a dump has some four
	maxWrong = 100 // wrong answers; what is compared with each other must not be many
)

// found is what there is in a file, in its order.
type found struct {
	questions []question
	failed    []response // those with a code that says why they are empty
}

// response is one that has failed.
type response struct {
	offset, line int
	code         string
}

// question is an object that looks like one, as it is in the file.
type question struct {
	offset, line int
	where        string   // "results[3]"
	under        []string // the names of the lists around it, from the outermost
	sure         bool     // it has answers, and not only what else is said of a question
	group        int      // of those that stand together in a list or an object, and have one encoding

	stray bool // an entry beside questions that is none

	ask, right, wrong, kind, difficulty, category, explanation value
}

// value is a value of JSON, as far as questions have use for it.
type value struct {
	shape shape
	text  string  // of a text or number, or true or false
	items []value // of "incorrect_answers", and no more than one above maxWrong
}

type shape string

// The shapes of a value, in words that follow "is".
const (
	missing shape = ""
	null    shape = "null"
	aText   shape = "a text"
	aNumber shape = "a number"
	aTruth  shape = "true or false"
	aList   shape = "a list"
	anObj   shape = "an object"
)

// walk finds the questions in JSON, of which there may be several values one after another.
func walk(text string) (*found, error) {
	text = strings.TrimRight(text, " \t\n")
	w := walker{text: text, Decoder: json.NewDecoder(strings.NewReader(text)), path: []step{{}}}
	w.UseNumber()
	if text == "" {
		return nil, w.explain(0, io.EOF)
	}
	for {
		start := int(w.InputOffset())
		if strings.TrimLeft(text[start:], " \t\n") == "" {
			break
		}
		if _, err := w.value(false); err == bank.ErrMany {
			return nil, err
		} else if err != nil {
			return nil, w.explain(start, err)
		}
		w.path[0].index++
	}
	if w.path[0].index > 1 { // only now it is known that there are several values to number
		for i := range w.questions {
			q := &w.questions[i]
			q.where = joined(fmt.Sprintf("[%d]", q.value), q.where)
		}
	}
	if !slices.ContainsFunc(w.questions, func(q placed) bool { return q.sure }) {
		w.questions = nil // they are those of another kind of file
	}
	slices.SortStableFunc(w.questions, func(a, b placed) int { return cmp.Compare(a.offset, b.offset) })
	slices.SortStableFunc(w.failed, func(a, b response) int { return cmp.Compare(a.offset, b.offset) })
	f := &found{failed: w.failed}
	lines := counter{text: text}
	for i := range w.questions {
		q := &w.questions[i].question
		q.line = lines.at(q.offset)
		f.questions = append(f.questions, *q)
	}
	lines = counter{text: text}
	for i := range f.failed {
		f.failed[i].line = lines.at(f.failed[i].offset)
	}
	return f, nil
}

// counter counts the lines up to offsets that rise.
type counter struct {
	text        string
	before, end int
}

func (c *counter) at(offset int) int {
	c.before += strings.Count(c.text[c.end:offset], "\n")
	c.end = offset
	return c.before + 1
}

type walker struct {
	*json.Decoder
	text      string
	path      []step // the lists and objects around the value that is being read, after the file itself
	groups    int
	questions []placed
	failed    []response
}

// placed is a question with the number of the value of the file that it is in.
type placed struct {
	question
	value int
}

// step is a list or object, at one of its values.
type step struct {
	group int
	list  bool
	key   string
	index int
}

var errDeep = errors.New("too many brackets inside brackets")

// value reads the next one. It keeps the items of a list where they are wanted.
func (w *walker) value(keep bool) (value, error) {
	token, err := w.Token()
	if err != nil {
		return value{}, err
	}
	switch token := token.(type) {
	case json.Delim:
		if len(w.path) > maxDepth {
			return value{}, errDeep
		}
		at := int(w.InputOffset()) - 1
		w.groups++
		w.path = append(w.path, step{group: w.groups, list: token == '['})
		var v value
		if token == '[' {
			v, err = w.list(keep)
		} else {
			err = w.object(at)
			v.shape = anObj
		}
		w.path = w.path[:len(w.path)-1]
		return v, err
	case string:
		return value{shape: aText, text: token}, nil
	case json.Number:
		return value{shape: aNumber, text: token.String()}, nil
	case bool:
		return value{shape: aTruth, text: strconv.FormatBool(token)}, nil
	}
	return value{shape: null}, nil
}

func (w *walker) list(keep bool) (value, error) {
	list := value{shape: aList}
	here, first := len(w.path)-1, len(w.questions)
	var strays []placed
	for w.More() {
		before := len(w.questions) + len(w.failed)
		at := int(w.InputOffset())
		at += len(w.text[at:]) - len(strings.TrimLeft(w.text[at:], ", \t\r\n"))
		v, err := w.value(false)
		if err != nil {
			return value{}, err
		}
		if len(w.questions)+len(w.failed) == before && len(strays) <= bank.MaxItems {
			q := question{offset: at, stray: true, group: w.path[here].group}
			q.where, _ = place(w.path[1 : here+1])
			strays = append(strays, placed{q, w.path[0].index})
		}
		w.path[here].index++
		if keep && len(list.items) <= maxWrong {
			list.items = append(list.items, v)
		}
	}
	if len(w.questions) > first { // beside questions, it should be one
		w.questions = append(w.questions, strays...)
	}
	_, err := w.Token()
	return list, err
}

func (w *walker) object(at int) error {
	q, code := question{offset: at}, value{}
	here := len(w.path) - 1
	for w.More() {
		token, err := w.Token()
		if err != nil {
			return err
		}
		key := token.(string)
		w.path[here].key = key
		v, err := w.value(key == "incorrect_answers")
		if err != nil {
			return err
		}
		if key == "response_code" {
			code = v
		} else if field := q.field(key); field != nil {
			*field = v
		}
	}
	if code.text != "" && code.text != "0" {
		w.failed = append(w.failed, response{offset: at, code: code.text})
	}
	q.sure = q.right.shape != missing || q.ask.shape != missing && q.wrong.shape != missing
	if q.sure || q.ask.shape != missing && (q.kind.shape != missing || q.difficulty.shape != missing || q.category.shape != missing) {
		if len(w.questions) == bank.MaxItems {
			return bank.ErrMany
		}
		w.add(q)
	}
	_, err := w.Token()
	return err
}

// field returns where the field of a question is kept, nil for one that is of no use.
func (q *question) field(name string) *value {
	switch name {
	case "question":
		return &q.ask
	case "correct_answer":
		return &q.right
	case "incorrect_answers":
		return &q.wrong
	case "type":
		return &q.kind
	case "difficulty":
		return &q.difficulty
	case "category":
		return &q.category
	case "explanation":
		return &q.explanation
	}
	return nil
}

// add keeps a question, the innermost of the path.
func (w *walker) add(q question) {
	around := w.path[1 : len(w.path)-1] // the last is the question's own
	q.where, q.under = place(around)
	if n := len(around); n > 0 && !around[n-1].list {
		q.under = q.under[:len(q.under)-1] // the name of the question itself
	}
	q.group = w.path[len(w.path)-2].group
	w.questions = append(w.questions, placed{q, w.path[0].index})
}

// place names a value by the lists and objects around it, as results[17], and returns the names in that.
func place(around []step) (where string, names []string) {
	for _, s := range around {
		if s.list {
			where += fmt.Sprintf("[%d]", s.index)
			continue
		}
		where = joined(where, bank.Brief(strings.Join(strings.Fields(s.key), " ")))
		names = append(names, s.key)
	}
	return where, names
}

// joined puts a place and one inside it together.
func joined(place, inside string) string {
	if place == "" || inside == "" || strings.HasPrefix(inside, "[") {
		return place + inside
	}
	return place + "." + inside
}

// explain says where the value that begins at start is no JSON, and how to mend it.
func (w *walker) explain(start int, err error) error {
	at := int(w.InputOffset())
	what := ""
	if err == errDeep {
		at--
		what = fmt.Sprintf("more than %d brackets inside brackets: take the questions out into a file of their own", maxDepth)
	} else {
		var syntax *json.SyntaxError
		if err := json.Unmarshal([]byte(w.text[start:]), new(any)); errors.As(err, &syntax) { // which, unlike a Decoder, counts well
			at = start + max(1, int(syntax.Offset)) - 1
			if strings.HasPrefix(syntax.Error(), "unexpected end") {
				at = len(w.text)
			}
		}
		what = sentence(w.text, at)
	}
	before := w.text[:at]
	line := 1 + strings.Count(before, "\n")
	column := 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	return fmt.Errorf("line %d, column %d: %s", line, column, what)
}

// sentence says in plain words why JSON cannot go on where it stops.
func sentence(text string, at int) string {
	before := strings.TrimRight(text[:at], " \t\n")
	if at >= len(text) {
		if before == "" {
			return "the file is empty: save the response of the Open Trivia Database in it"
		}
		return "the file ends too early, in the middle of a question or list: get the rest of it"
	}
	char, _ := utf8.DecodeRuneInString(text[at:])
	switch {
	case char == '<' && before == "":
		return "this is a web page, not JSON: save the response of the Open Trivia Database itself"
	case before == "" && strings.Contains(text, "="):
		return "this is a program, not JSON: keep what is between the first [ or { and the bracket that closes it"
	case char == '\n':
		return `a text runs over the end of its line: close it with ", or write \n for a new line`
	case char < ' ':
		return "a tab or control character inside a text: write a space"
	case (char == ']' || char == '}') && strings.HasSuffix(before, ","):
		return "a comma with nothing after it: remove the comma"
	case char == ']' || char == '}':
		return fmt.Sprintf("a %c that closes nothing, or closes too early: look for a bracket or value that is missing before it", char)
	case strings.ContainsRune("'‘’“”„«»`", char):
		return `a text in the wrong quotes: put texts in straight double quotes "…"`
	case strings.HasPrefix(text[at:], "//") || strings.HasPrefix(text[at:], "/*") || char == '#':
		return "a comment, which JSON does not have: remove it"
	case char == ',':
		return "a comma that nothing comes before: remove it, or put the whole in [ ]"
	case strings.HasSuffix(before, `"`) || strings.HasSuffix(before, "]") || strings.HasSuffix(before, "}"):
		return fmt.Sprintf("%q cannot stand here: there may be a comma or a colon missing before it, or a \\ before a quote inside a text", char)
	}
	return fmt.Sprintf("%q cannot stand here: put names and texts in straight double quotes, and remove what else is no JSON", char)
}
