package opentdb

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// item returns what the question is, or why it is left out.
func (q *question) item(e encoding) bank.Item {
	item := bank.Item{Line: q.line, Where: q.where}
	if q.stray {
		item.LeftOut = `it is no question of the database: each has a "question", a "correct_answer" and "incorrect_answers"`
		return item
	}
	if err := q.fill(&item, e); err != nil {
		item.LeftOut = err.Error()
	}
	return item
}

func (q *question) fill(item *bank.Item, e encoding) error {
	var err error
	text := func(name string, v value) (s string) {
		if err == nil {
			s, err = e.text(name, v)
		}
		return s
	}
	is := &item.Question
	is.Ask = text("question", q.ask)
	is.Why = text("explanation", q.explanation)
	kind, difficulty := strings.ToLower(text("type", q.kind)), strings.ToLower(text("difficulty", q.difficulty))
	item.Topic = text("category", q.category)
	right := text("correct_answer", q.right)
	switch {
	case err != nil:
		return err
	case is.Ask == "":
		return fmt.Errorf(`no question: add "question"`)
	case right == "":
		return fmt.Errorf(`no right answer: add "correct_answer"`)
	}
	wrong, err := q.wrongs(e)
	if err != nil {
		return err
	}
	if err := answer(is, kind, right, wrong); err != nil {
		return err
	}
	if entity := firstEntity(strings.Join(append([]string{is.Ask, right}, wrong...), " ")); entity != "" {
		item.Changes = append(item.Changes, fmt.Sprintf("players see %q as it stands: if a character is meant, write that in the file", entity))
	}
	if code := leftover.FindString(strings.Join(append([]string{is.Ask, right}, wrong...), " ")); code != "" && e.name == entities.name {
		item.Changes = append(item.Changes, fmt.Sprintf("players see %q as it stands: if a character is meant, write that in the file", code))
	}
	q.level(item, difficulty)
	q.topic(item)
	return nil
}

// leftover is a character as an address has it, or several, in a text that is not encoded so throughout.
var leftover = regexp.MustCompile(`(%[0-9A-Fa-f]{2})+`)

// wrongs returns the wrong answers.
func (q *question) wrongs(e encoding) ([]string, error) {
	switch {
	case q.wrong.shape != missing && q.wrong.shape != null && q.wrong.shape != aList:
		return nil, fmt.Errorf(`"incorrect_answers" is %s: put the wrong answers in [ ]`, q.wrong.shape)
	case len(q.wrong.items) > maxWrong:
		return nil, fmt.Errorf("it has more than %d wrong answers: keep three", maxWrong)
	}
	var wrong []string
	for i, v := range q.wrong.items {
		s, err := e.text(fmt.Sprintf("incorrect_answers[%d]", i), v)
		if err != nil {
			return nil, err
		}
		wrong = append(wrong, s)
	}
	return wrong, nil
}

// answer makes of the answers a question with one right answer, or one of true or false where they are that. What the file
// says of its kind settles what they leave open.
func answer(q *pack.Question, kind, right string, wrong []string) error {
	others, truths := 0, 0
	for _, w := range wrong {
		switch {
		case w == "":
			continue
		case strings.EqualFold(w, right):
			return fmt.Errorf("the right answer %q is also among the wrong ones: change one of them", bank.Brief(right))
		case isTruth(w):
			truths++
		}
		others++
	}
	switch {
	case kind == "boolean" && !isTruth(right):
		return fmt.Errorf(`it is of the type "boolean", and its right answer is %q: write "True" or "False", or "multiple" for its type`, bank.Brief(right))
	case kind == "boolean" && truths < others:
		return fmt.Errorf(`it is of the type "boolean", and has other answers than "True" and "False": remove them, or write "multiple" for its type`)
	case isTruth(right) && truths == others && (others > 0 || kind != "multiple"):
		q.Kind, q.True = pack.TrueFalse, strings.EqualFold(right, "true")
		return nil
	case others == 0:
		return fmt.Errorf(`no wrong answers: add some to "incorrect_answers"`)
	}
	q.Right, q.Wrong = []string{right}, wrong
	return nil
}

func isTruth(s string) bool { return strings.EqualFold(s, "true") || strings.EqualFold(s, "false") }

var levels = map[string]int{"easy": 1, "medium": 3, "hard": 5}

// level takes the level from the question, or else from the name of the list that it is in.
func (q *question) level(item *bank.Item, difficulty string) {
	level := levels[difficulty]
	for _, name := range q.under {
		if difficulty == "" && levels[strings.ToLower(name)] > 0 {
			level = levels[strings.ToLower(name)]
		}
	}
	if level == 0 {
		level = 3
		if difficulty != "" {
			item.Changes = append(item.Changes, fmt.Sprintf("its difficulty %q is taken for medium", bank.Brief(difficulty)))
		}
	}
	item.Question.Level = level
}

// topic gives a question that has no category the name of the list that it is in, unless that is a name for any list.
func (q *question) topic(item *bank.Item) {
	if item.Topic != "" {
		return
	}
	for _, name := range q.under {
		switch name = tidy(unescape(name)); strings.ToLower(name) {
		case "results", "questions", "data", "items", "quiz", "trivia", "response", "responses", "easy", "medium", "hard", "multiple", "boolean":
		default:
			item.Topic = name
		}
	}
}

// tidy returns a text without space around it, and with none doubled.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00A0' }), " ")
}
