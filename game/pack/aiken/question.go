package aiken

import (
	"fmt"
	"slices"
	"strings"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// fault is why a question is left out, and the line where that is to be seen.
type fault struct {
	line int
	what string
}

func faultf(line int, format string, args ...any) *fault {
	return &fault{line, fmt.Sprintf(format, args...)}
}

// item returns what the question is, or why it is left out.
func (p *part) item() bank.Item {
	item := bank.Item{Line: p.line(), Question: pack.Question{Ask: strings.Join(p.ask, " "), Why: strings.TrimSpace(strings.Join(p.reasons, " "))}}
	f := p.incomplete()
	if f == nil {
		f = p.fill(&item.Question)
	}
	if f != nil {
		item.Line, item.LeftOut = f.line, f.what
		return item
	}
	if n := len(p.ask); n > 1 {
		item.Changes = append(item.Changes, fmt.Sprintf("its text is that of %d lines", n))
	}
	for _, o := range p.options {
		if o.more > 0 {
			item.Changes = append(item.Changes, fmt.Sprintf("line %d has no letter, and is taken for more of the option %c", o.more, o.letter))
		}
	}
	if letters := p.letters(); !inOrder(letters) {
		item.Changes = append(item.Changes,
			"its options have the letters "+letters+", in this order: if one is none, but goes on from the line before, join the two")
	}
	return item
}

// incomplete says what is missing of a question, or wrong with its options.
func (p *part) incomplete() *fault {
	switch {
	case len(p.ask) == 0:
		return faultf(p.line(), "options with no question before them: write the question on the line above")
	case len(p.options) == 0 && p.answer == nil:
		return faultf(p.start, "a text with no options and no ANSWER: add them, or, where it belongs to the next question, remove the blank line between")
	case len(p.options) == 0:
		return faultf(p.answer.n, "an ANSWER, but no options: write them between, a line each, as A) and B)")
	}
	for i, o := range p.options {
		switch {
		case slices.ContainsFunc(p.options[:i], func(other option) bool { return o.letter == other.letter }):
			return faultf(o.line, "two options with the letter %c: give each its own", o.letter)
		case o.text() == "":
			return faultf(o.line, "the option %c is empty: fill it or remove it", o.letter)
		}
	}
	switch {
	case p.answer == nil && p.next > 0:
		return faultf(p.line(), "a new question begins in line %d before the ANSWER to it: add a line such as ANSWER: A above that", p.next)
	case p.answer == nil:
		return faultf(p.line(), "the file ends before the ANSWER to it: add a line such as ANSWER: A")
	case p.stray != nil:
		return faultf(p.stray.n, "the text %q between its options and the ANSWER: where it goes on from an option, remove the blank line before it; "+
			"where it is a question, add the ANSWER above and its options below", bank.Brief(p.stray.whole))
	case len(p.options) == 1:
		return faultf(p.options[0].line, "only one option: add another, each on a line of its own")
	}
	return nil
}

// fill takes the answers.
func (p *part) fill(q *pack.Question) *fault {
	right, ok := named(p.answer.text, p.options)
	if p.answer.text == "" {
		return faultf(p.answer.n, "an ANSWER without a letter: add that of the right option")
	} else if !ok {
		return faultf(p.answer.n, "the ANSWER is %q: write the letter of the right option alone", bank.Brief(p.answer.text))
	}
	for i := range len(right) {
		if !p.has(right[i]) {
			return faultf(p.answer.n, "the ANSWER is %c, and there is no option with that letter: correct it, or add the option", right[i])
		}
	}
	for _, o := range p.options {
		if strings.IndexByte(right, o.letter) >= 0 {
			q.Right = append(q.Right, o.text())
		} else {
			q.Wrong = append(q.Wrong, o.text())
		}
	}
	switch {
	case len(q.Wrong) == 0:
		q.Right = nil
		return faultf(p.answer.n, "all its options are right: add one that is wrong")
	case len(q.Right) > 1:
		q.Kind = pack.SeveralOf
	case len(q.Wrong) == 1:
		if truth, ok := bank.Truth(q.Right[0], q.Wrong[0]); ok {
			q.Kind, q.True = pack.TrueFalse, truth
			q.Right, q.Wrong = nil, nil
		}
	}
	return nil
}

func (o *option) text() string { return strings.TrimSpace(strings.Join(o.texts, " ")) }

// letters returns those of the options, "A, B, C".
func (p *part) letters() string {
	var all []string
	for _, o := range p.options {
		all = append(all, string(rune(o.letter)))
	}
	return strings.Join(all, ", ")
}

// inOrder reports whether letters go on from A without a gap.
func inOrder(letters string) bool {
	return strings.HasPrefix("A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y, Z", letters)
}

// named returns the letters that an answer names, as capitals and each once: "B", "b)", "(B)", "A, C", "A and C" or "AC". It
// may also say what the option says, with its letter or without.
func named(answer string, options []option) (letters string, ok bool) {
	said := lineOf(0, answer)
	for i := range options {
		o := &options[i]
		lettered := said.kind == anOption && said.upper() == o.letter && strings.EqualFold(said.text, o.text())
		if lettered || len(answer) > 1 && strings.EqualFold(answer, o.text()) {
			return string(rune(o.letter)), true
		}
	}
	words := strings.FieldsFunc(answer, func(r rune) bool { return strings.ContainsRune(" \t,;&/+().", r) })
	for _, word := range words {
		if strings.EqualFold(word, "and") && len(words) > 2 {
			continue
		}
		for i := range len(word) {
			c := word[i] &^ 0x20
			if c < 'A' || c > 'Z' || len(word) > 1 && (len(words) > 1 || word[i] != c) {
				return "", false
			}
			if strings.IndexByte(letters, c) < 0 {
				letters += string(rune(c))
			}
		}
	}
	return letters, letters != ""
}
