package kahoot

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// items returns the questions below the headings.
func (t *table) items() []bank.Item {
	var items []bank.Item
	for i := range t.below() {
		if item, ok := t.item(&t.below()[i]); ok {
			items = append(items, item)
		}
	}
	return items
}

// item reads a row; there is none in one that has no more in it than a time limit, or what is in columns that are not read.
func (t *table) item(r *row) (bank.Item, bool) {
	l := &t.layout
	answers := answers{}
	for i, column := range l.answers {
		answers[i] = r.cell(column)
	}
	item := bank.Item{Line: r.number, Question: pack.Question{Ask: r.cell(l.ask)}}
	if item.Question.Ask == "" {
		item.Where = fmt.Sprintf("row %d", r.number)
	}
	switch {
	case l.unreadable(r) != "":
		item.LeftOut = l.unreadable(r)
	case item.Question.Ask == "" && answers.filled() == 0 && r.cell(l.right) == "":
		return bank.Item{}, false
	case item.Question.Ask == "":
		item.LeftOut = fmt.Sprintf("it has no question: write it in column %s", columnName(l.ask))
	case r.drawn:
		item.LeftOut = "a picture or other drawing lies on its row, which cannot be shown: say in words what it shows, and remove it"
	case answers.filled() < 2:
		item.LeftOut = fmt.Sprintf("it has %s: write two to four", []string{"no answers", "one answer"}[answers.filled()])
	default:
		l.answer(&item, answers, r)
	}
	if item.LeftOut != "" {
		return item, true
	}
	l.dates(&item, r)
	l.limit(&item, r)
	return item, true
}

// unreadable says what is wrong with a cell that has no value; "" where all have one.
func (l *layout) unreadable(r *row) string {
	for _, column := range append([]int{l.ask, l.right}, l.answers[:]...) {
		name := columnName(column)
		switch cell := r.cell(column); {
		case isError(cell):
			return fmt.Sprintf("column %s has the error %s: write what should be there", name, cell)
		case slices.Contains(r.pending, column):
			return fmt.Sprintf("column %s has a formula that was never calculated: open the file in a spreadsheet program and save it again", name)
		}
	}
	return ""
}

func isError(cell string) bool {
	switch strings.ToUpper(cell) {
	case "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
		"#CONNECT!", "#UNKNOWN!", "#BUSY!", "#ERROR!":
		return true
	}
	return false
}

// answers are the answers of a row, with empty ones between them where the author left a cell empty.
type answers [4]string

func (a *answers) filled() int {
	n := 0
	for _, answer := range a {
		if answer != "" {
			n++
		}
	}
	return n
}

// only returns the answer that is written so, where there is just one: its place, or -1.
func (a *answers) only(text string) int {
	found := -1
	for i, answer := range a {
		if strings.EqualFold(answer, text) && answer != "" {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// named returns the places of the answers that a cell names by their texts, one or more with a comma or a semicolon between
// them; nil where one of these is no answer, or more than one.
func (a *answers) named(cell string) []int {
	if i := a.only(cell); i >= 0 {
		return []int{i}
	}
	var places []int
	for part := range strings.FieldsFuncSeq(cell, func(r rune) bool { return r == ',' || r == ';' }) {
		i := a.only(strings.TrimSpace(part))
		if i < 0 {
			return nil
		}
		places = append(places, i)
	}
	return places
}

// answer takes the answers into the question, the right and the wrong ones apart.
func (l *layout) answer(item *bank.Item, a answers, r *row) {
	places, change, leftOut := a.right(r.cell(l.right), within(r.raw, l.right), columnName(l.right))
	if leftOut != "" {
		item.LeftOut = leftOut
		return
	}
	if change != "" {
		item.Changes = append(item.Changes, change)
	}
	q := &item.Question
	for i, answer := range a {
		switch {
		case slices.Contains(places, i):
			q.Right = append(q.Right, answer)
		case answer != "":
			q.Wrong = append(q.Wrong, answer)
		}
	}
	switch is, ok := statement(q); {
	case len(q.Wrong) == 0:
		item.LeftOut = fmt.Sprintf("all its answers are right: add a wrong one, or take right ones out of column %s", columnName(l.right))
	case ok:
		q.Kind, q.True, q.Right, q.Wrong = pack.TrueFalse, is, nil, nil
	case len(q.Right) > 1:
		q.Kind = pack.SeveralOf
	}
}

// statement reports whether a question has the answers true and false, and if so whether it is true.
func statement(q *pack.Question) (is, ok bool) {
	if len(q.Right) != 1 || len(q.Wrong) != 1 {
		return false, false
	}
	return bank.Truth(q.Right[0], q.Wrong[0])
}

// right returns the places, from 0, of the answers that a cell calls right, or why it does not say. It may have their numbers,
// with anything between them, or the text of one. Raw is the cell without the format of numbers.
func (a *answers) right(cell, raw, column string) (places []int, change, leftOut string) {
	if cell == "" {
		return nil, "", fmt.Sprintf("no correct answer is given: write its number in column %s", column)
	}
	text := narrow(cell)
	byText := a.only(cell)
	if strings.ContainsFunc(cell, unicode.IsLetter) || !digits.MatchString(text) {
		if places := a.named(cell); places != nil {
			return places, "", ""
		}
	}
	if f, err := strconv.ParseFloat(raw, 64); raw != cell && digits.MatchString(text) && err == nil {
		// A number with a format, which the author need not have given: 1,3 can become a date, counted in days since 1900.
		text = strconv.FormatFloat(f, 'f', -1, 64)
		if byText < 0 && (f < 1 || f >= 10_000) {
			return nil, "", fmt.Sprintf("the correct answers are not clear, since they were taken for a date or a time, %s: write them as a text, '1,3",
				bank.Brief(cell))
		}
	}
	text = tail.ReplaceAllString(text, "$1")
	for _, number := range digits.FindAllString(text, -1) {
		switch n, err := strconv.Atoi(number); {
		case err == nil && 1 <= n && n <= len(a):
			if !slices.Contains(places, n-1) {
				places = append(places, n-1)
			}
		case several.MatchString(text) && len(number) == len(text) && !repeats(number):
			return nil, "", fmt.Sprintf("the correct answers are not clear, since %s can stand for %s: write them as a text, '%s", number,
				strings.Join(strings.Split(number, ""), ","), strings.Join(strings.Split(number, ""), ","))
		case byText >= 0:
			return []int{byText}, "", ""
		case n == 5 || n == 6:
			return nil, "", fmt.Sprintf("answer %d, which is said to be correct, is not read: put it among the first four, or correct column %s", n, column)
		default:
			return nil, "", fmt.Sprintf("%s is not the number of an answer, as it should be in column %s: write 1 to 4", bank.Brief(number), column)
		}
	}
	if len(places) == 0 {
		if byText >= 0 {
			return []int{byText}, "", ""
		}
		return nil, "", fmt.Sprintf("%q, given as the correct answer, is none of the answers: write its number in column %s", bank.Brief(cell), column)
	}
	slices.Sort(places)
	for _, i := range places {
		if a[i] == "" {
			return nil, "", fmt.Sprintf("answer %d, which is said to be correct, is empty: fill it or correct column %s", i+1, column)
		}
	}
	return places, a.doubt(cell, text, places), ""
}

var (
	several = regexp.MustCompile(`^[1-4]{2,4}$`)  // which a spreadsheet can make of 1,3
	tail    = regexp.MustCompile(`^([1-4])\.0+$`) // 1.0 is 1
)

func repeats(number string) bool {
	return strings.ContainsFunc(number, func(r rune) bool { return strings.Count(number, string(r)) > 1 })
}

// doubt says how a cell was understood that can be understood otherwise; "" where it cannot.
func (a *answers) doubt(cell, text string, places []int) string {
	list := make([]string, len(places))
	for i, place := range places {
		list[i] = strconv.Itoa(place + 1)
	}
	numbers := "answer " + list[0]
	if len(list) > 1 {
		numbers = "answers " + strings.Join(list, " and ")
	}
	switch other := a.only(cell); {
	case other >= 0 && !slices.Equal(places, []int{other}):
		return fmt.Sprintf("%q, given as the correct answer, is taken for the number of an answer, and so not for the answer %[1]q", bank.Brief(cell))
	case strings.Trim(text, "1234,;./\\&+| \u00A0'，；、．،") != "":
		return fmt.Sprintf("%q, given as the correct answer, is taken for %s", bank.Brief(cell), numbers)
	}
	return ""
}

// narrow puts wide digits, as they are typed in Chinese and Japanese, in their usual form.
func narrow(text string) string {
	return strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
}

// dates says where a date is taken in a form that may not be the one that the author sees, which depends on the computer.
func (l *layout) dates(item *bank.Item, r *row) {
	for _, column := range append([]int{l.ask}, l.answers[:]...) {
		cell := r.cell(column)
		if _, err := strconv.ParseFloat(within(r.raw, column), 64); err == nil && date.MatchString(cell) {
			item.Changes = append(item.Changes, fmt.Sprintf("the date in column %s is written %s: where it should look otherwise, make it a text",
				columnName(column), cell))
		}
	}
}

var date = regexp.MustCompile(`^\d{4}-\d\d-\d\d\b`)

// The shortest and the longest time limit of a question, in seconds.
const (
	minSeconds = 5
	maxSeconds = 240
)

// limit reads the time limit.
func (l *layout) limit(item *bank.Item, r *row) {
	cell := narrow(r.cell(l.seconds))
	change := func(format string, args ...any) { item.Changes = append(item.Changes, fmt.Sprintf(format, args...)) }
	if cell == "" {
		if slices.Contains(r.pending, l.seconds) {
			change("the time limit is a formula that was never calculated, and not read")
		}
		return
	}
	if n, err := strconv.ParseFloat(within(r.raw, l.seconds), 64); err == nil && n == float64(int(n)) {
		cell = strconv.Itoa(int(n)) // whatever its format adds
	}
	match := seconds.FindStringSubmatch(cell)
	if match == nil {
		change("the time limit %q is not read: write seconds, 5 to 240", bank.Brief(cell))
		return
	}
	n, err := strconv.Atoi(match[1])
	if err != nil {
		n = maxSeconds + 1
	}
	item.Question.Seconds = min(max(n, minSeconds), maxSeconds)
	if n != item.Question.Seconds {
		change("the time limit of %s seconds becomes %d", bank.Brief(match[1]), item.Question.Seconds)
	}
}

// seconds is a number, with or without the word that stands for seconds in many languages.
var seconds = regexp.MustCompile(`^(\d+)(?:\.0+)?\s*(?:(?i:s|с)\pL*\.?|giây|秒|"|″)?$`)
