// Package opentdb reads questions of the Open Trivia Database (https://opentdb.com), in all the shapes and encodings in which
// people keep what it answers: single responses, lists of them or of questions, and objects that group them.
package opentdb

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"houselights/game/pack/bank"
)

const (
	credits = "Questions from the Open Trivia Database (https://opentdb.com) by its contributors, " +
		"converted from its format; some may be left out or shortened."
	licence = "CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)"
)

// Is guesses whether a file is JSON with such questions, or a response without any.
func Is(data []byte) bool {
	text, _ := bank.Text(data)
	text = strings.TrimSpace(withoutComments(text))
	if !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
		return false
	}
	names := []string{`"correct_answer"`, `"incorrect_answers"`, `"response_code"`}
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(text, name) })
}

// Read returns the questions in a file, in its order. It fails where the file is no JSON, or there is no question in it.
func Read(data []byte) (*bank.Bank, error) {
	if len(data) > bank.MaxBytes {
		return nil, fmt.Errorf("the file is larger than %d MB: split it", bank.MaxBytes>>20)
	}
	text, note := bank.Text(data)
	found, err := walk(withoutComments(text))
	if err != nil {
		return nil, err
	}
	b := &bank.Bank{Credits: credits, Licence: licence, Distinct: true}
	if note != "" {
		b.Notes = append(b.Notes, note)
	}
	switch {
	case len(found.questions) > 0:
	case len(found.failed) > 0:
		return nil, errors.New(found.failed[0].what())
	default:
		return nil, errors.New(`there are no questions in it: each needs a "question", a "correct_answer" and "incorrect_answers"`)
	}
	for _, r := range found.failed {
		b.Notes = append(b.Notes, fmt.Sprintf("line %d: %s", r.line, r.what()))
	}
	if !found.signed() {
		b.Notes = append(b.Notes, "nothing but the form of its questions shows where it comes from: where that is not the Open Trivia Database, take credit and licence out of the pack")
	}
	encodings := found.encodings()
	for i := range found.questions {
		q := &found.questions[i]
		b.Items = append(b.Items, q.item(encodings[q.group]))
	}
	b.Title = commonTopic(b.Items)
	return b, nil
}

// withoutComments blanks the lines of comment with which viewers of JSON begin what they save.
func withoutComments(text string) string {
	rest := text
	for {
		rest = strings.TrimLeft(rest, " \t\n")
		if !strings.HasPrefix(rest, "//") {
			break
		}
		_, rest, _ = strings.Cut(rest, "\n")
	}
	before := text[:len(text)-len(rest)]
	return strings.Repeat("\n", strings.Count(before, "\n")) + rest
}

// commonTopic returns the topic of all questions that are kept, "" where they have more than one.
func commonTopic(items []bank.Item) string {
	topic, kept := "", 0
	for i := range items {
		if items[i].LeftOut != "" {
			continue
		}
		if kept++; kept > 1 && items[i].Topic != topic {
			return ""
		}
		topic = items[i].Topic
	}
	return topic
}

// what says why a response has no questions.
func (r *response) what() string {
	const asked = "the response of the Open Trivia Database holds no questions, but its code "
	switch r.code {
	case "1":
		return asked + "1: it has not as many as were asked for: ask for fewer, or of any category"
	case "2":
		return asked + "2: it did not understand what was asked for: correct the address it came from"
	case "3":
		return asked + "3: it does not know the session token: ask for a new one"
	case "4":
		return asked + "4: it has given all it has to the session token: reset the token"
	case "5":
		return asked + "5: it was asked too often: wait five seconds and ask again"
	}
	return asked + fmt.Sprintf("%q, which is unknown: ask again", bank.Brief(r.code))
}
