// Package kahoot reads questions from the spreadsheet that Kahoot imports: an .xlsx file with a row of headings, Question,
// Answer 1 to 4, Time limit and Correct answer(s), in its template the eighth, and a question in each row below. It takes what
// an author sees in the cells, and says of each row why it cannot be used, or in what it is not taken as it stands.
package kahoot

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// Is reports whether the file is a zip that holds a spreadsheet.
func Is(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	for _, f := range z.File {
		if name := partName(f.Name); strings.HasPrefix(strings.ToLower(name), "xl/workbook") {
			return true
		}
	}
	return false
}

var (
	errReport = errors.New("it is the report on a game that was played, and not a quiz: export or write the quiz itself as a spreadsheet")
	errNone   = errors.New(`no questions are found: the spreadsheet of a quiz has a row with "Question", "Answer 1" to "Answer 4", ` +
		`"Time limit" and "Correct answer", and a question in each row below, as in Kahoot's template`)
	errEmpty = errors.New("there is no question below the row of headings: write one in each row")
)

// Read returns the questions in the file. They come from the first sheet that has some.
func Read(data []byte) (b *bank.Bank, err error) {
	// The library reads what any program has written, and slips in it have made it panic before.
	defer func() {
		if recover() != nil {
			b, err = nil, errDamaged
		}
	}()
	book, err := open(data)
	if err != nil {
		return nil, err
	}
	defer book.file.Close()
	if book.isReport() {
		return nil, errReport
	}
	return book.bank()
}

// isReport reports whether the file is what Kahoot hands out after a game. One of its sheets has headings like a quiz.
func (b *book) isReport() bool {
	for _, s := range b.sheets {
		switch strings.ToLower(strings.TrimSpace(s.name)) {
		case "final scores", "rawreportdata data", "kahoot! summary":
			return true
		}
	}
	return false
}

// bank reads the sheets.
func (b *book) bank() (*bank.Bank, error) {
	var tables []*table
	for _, s := range b.sheets {
		t, err := b.table(s)
		if err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	quizzes, notes, err := choose(tables)
	if err != nil {
		return nil, err
	}
	for _, quiz := range quizzes {
		if err := b.findDrawings(quiz); err != nil {
			return nil, err
		}
	}
	return collect(quizzes, notes), nil
}

// choose returns the sheets with questions, laid out, and what there is to say of the choice. Those with headings that are known
// go before one without.
func choose(tables []*table) (quizzes []*table, notes []string, err error) {
	var guess *table
	headed := false
	for _, t := range tables {
		isQuiz := t.findHead()
		headed = headed || isQuiz
		switch {
		case isQuiz && t.hasQuestions():
			quizzes = append(quizzes, t)
		case !isQuiz && guess == nil && t.looksLikeTemplate():
			guess = t
		}
	}
	switch {
	case len(quizzes) > 0:
		return quizzes, nil, nil
	case guess != nil:
		return []*table{guess}, []string{"it has no row of headings that is known, and is read like Kahoot's template, from row 9 and column B on"}, nil
	case headed:
		return nil, nil, errEmpty
	}
	return nil, nil, errNone
}

// collect returns the questions of sheets that are laid out. Of more than one, messages name the sheet.
func collect(quizzes []*table, notes []string) *bank.Bank {
	b := &bank.Bank{Notes: notes}
	for i, t := range quizzes {
		b.Notes = append(b.Notes, t.unread()...)
		if t.more && len(t.rows) > 0 {
			b.Notes = append(b.Notes, fmt.Sprintf("what is below row %d is not read, since there is more than %d questions need: split the file",
				t.rows[len(t.rows)-1].number, pack.MaxQuestions))
		}
		for _, item := range t.items() {
			if i > 0 {
				item.Where = strings.TrimSpace(fmt.Sprintf("sheet %s %s", bank.Quote(t.sheet.name), item.Where))
			}
			b.Items = append(b.Items, item)
		}
	}
	return b
}
