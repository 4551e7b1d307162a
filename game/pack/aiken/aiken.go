// Package aiken reads questions in the Aiken format, a plain text for Moodle and others:
//
//	Which river flows through Vienna?
//	A) The Rhine
//	B) The Danube
//	ANSWER: B
//
// It takes what people write beside that, as long as it has one meaning: questions and options on several lines, blank lines
// anywhere or none, small letters, several right letters, and a reason after the answer (FEEDBACK: …). A fault costs the
// question that it is in, and no other.
package aiken

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"houselights/game/pack/bank"
)

// Is guesses whether a file is in the format: whether a line such as ANSWER: B comes after an option.
func Is(data []byte) bool {
	text, _ := bank.Text(data)
	options := map[byte]bool{} // since the last answer
	for l := range strings.SplitSeq(text, "\n") {
		switch l := lineOf(0, l); l.kind {
		case anOption:
			options[l.upper()] = true
		case anAnswer:
			_, letter := named(l.text, nil)
			if len(options) > 0 && (letter || lineOf(0, l.text).kind == anOption) || options['A'] && options['B'] && l.text != "" {
				return true
			}
			clear(options)
		}
	}
	return false
}

// Read returns the questions in a file, in its order. It fails where there is none at all.
func Read(data []byte) (*bank.Bank, error) {
	if len(data) > bank.MaxBytes {
		return nil, fmt.Errorf("the file is larger than %d MB: split it", bank.MaxBytes>>20)
	}
	text, note := bank.Text(data)
	r := reader{bank: &bank.Bank{}}
	if note != "" {
		r.bank.Notes = append(r.bank.Notes, note)
	}
	n, gap := 0, false
	var block []line
	for text := range strings.SplitSeq(text, "\n") {
		n++
		l := lineOf(n, text)
		l.gap = gap
		gap = l.kind == aBlank
		switch l.kind {
		case aBlank:
		case anAnswer:
			r.block(block, &l)
			block = block[:0]
		default:
			block = append(block, l)
		}
		if len(r.bank.Items) > bank.MaxItems || len(block) > bank.MaxItems {
			return nil, bank.ErrMany
		}
	}
	r.block(block, nil)
	if len(r.bank.Items) == 0 {
		return nil, fmt.Errorf("there are no questions in it: write a question on a line, its options A) and B) below it, and then ANSWER: A")
	}
	return r.bank, nil
}

// line is a line that is not blank, by what it looks like. What it is can depend on those around it.
type line struct {
	n      int  // from 1
	gap    bool // a blank line comes before it
	kind   kind
	letter byte   // of an option, as it is written
	close  bool   // no space comes after the sign of an option
	text   string // of an option, an answer or a reason, what comes after the sign; else all of it
	whole  string
}

type kind int

const (
	aText kind = iota
	aBlank
	anOption
	anAnswer
	aReason
)

func lineOf(n int, text string) line {
	text = strings.TrimSpace(text)
	l := line{n: n, text: text, whole: text}
	if text == "" {
		l.kind = aBlank
	} else if rest, ok := after(text, "answer", "answers", "correct answer", "respuesta", "resposta", "réponse", "antwort", "đáp án"); ok {
		l.kind, l.text = anAnswer, rest
	} else if letter := bareAnswer.FindStringSubmatch(text); letter != nil {
		l.kind, l.text = anAnswer, letter[1]
	} else if rest, ok := after(text, "feedback", "explanation", "reason"); ok {
		l.kind, l.text = aReason, rest
	} else if letter := text[0]; letter&^0x20 >= 'A' && letter&^0x20 <= 'Z' {
		if rest := strings.TrimLeft(text[1:], " \t"); rest != "" && (rest[0] == ')' || rest[0] == '.') {
			rest = rest[1:]
			l.kind, l.letter, l.text = anOption, letter, strings.TrimSpace(rest)
			l.close = rest != "" && rest == l.text
		}
	}
	return l
}

// bareAnswer is an answer without its colon.
var bareAnswer = regexp.MustCompile(`^ANSWER\s+([A-Z])[.)]?$`)

// after returns what stands after one of the words and a colon, in small letters or large.
func after(text string, words ...string) (rest string, ok bool) {
	at := strings.IndexAny(text[:min(len(text), 20)], ":：")
	if at < 0 {
		return "", false
	}
	word := strings.TrimSpace(text[:at])
	rest = strings.TrimPrefix(strings.TrimPrefix(text[at:], ":"), "：")
	return strings.TrimSpace(rest), slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, word) })
}

// upper returns the letter of an option as a capital.
func (l *line) upper() byte { return l.letter &^ 0x20 }

// reader reads a file, block by block: up to an ANSWER each.
type reader struct {
	bank *bank.Bank
}

// block reads what stands between two answers, which should be one question. Its answer is nil at the end of the file.
func (r *reader) block(lines []line, answer *line) {
	if items := r.bank.Items; len(items) > 0 {
		n := reasons(lines, answer)
		last := &items[len(items)-1].Question
		why := []string{last.Why}
		for _, l := range lines[:n] {
			why = append(why, l.text)
		}
		last.Why = strings.TrimSpace(strings.Join(why, " "))
		lines = lines[n:]
	}
	parts := split(lines, answer != nil)
	for i := range parts {
		p := &parts[i]
		switch {
		case i < len(parts)-1:
			p.next = parts[i+1].line()
		case answer != nil:
			p.answer = answer
		}
		r.bank.Items = append(r.bank.Items, p.item())
	}
	if len(parts) == 0 && answer != nil {
		r.bank.Items = append(r.bank.Items, bank.Item{Line: answer.n,
			LeftOut: "an ANSWER with no question before it: write the question and its options above, or remove the line"})
	}
}

// reasons returns how many of the lines after an answer say why it is right. Such a text goes on over more lines where a
// blank one comes before the next question; else these are the question.
func reasons(lines []line, answer *line) int {
	n := 0
	for n < len(lines) && lines[n].kind == aReason {
		n++
	}
	more := n
	for n > 0 && more < len(lines) && lines[more].kind == aText && !lines[more].gap {
		more++
	}
	if more < len(lines) && lines[more].kind == aText || more == len(lines) && answer == nil {
		return more
	}
	return n
}
