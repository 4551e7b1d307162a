package pack

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Fit makes a question that comes from elsewhere fit into a pack, where nothing that is right gets lost by it: hidden
// characters are taken out of its texts, answers that are there twice or are too many wrong ones are dropped, as is a reason
// or a hint that is too long. It says what it has changed, or why the question does not fit, as Problems without a place.
func (q *Question) Fit() (changes []string, err error) {
	f := fitting{q, nil}
	if q.Level == 0 {
		q.Level = 3
	}
	for _, s := range []*string{&q.ID, &q.Ask, &q.Why, &q.Hint, &q.Alt, &q.Scale.Unit, &q.Source.Title} {
		*s = f.clean(*s)
	}
	if what, _ := unfit(q.ID, maxID); what != "" {
		q.ID = "" // another will do: nobody sees it
	}
	for i := range q.Pairs {
		q.Pairs[i] = [2]string{f.clean(q.Pairs[i][0]), f.clean(q.Pairs[i][1])}
	}
	q.Right, q.Wrong = f.filled(q.Right), f.filled(q.Wrong)
	f.unlettered()
	f.answers()
	f.note("the reason", &q.Why)
	f.note("the hint", &q.Hint)
	for _, right := range q.Right {
		for _, wrong := range q.Wrong {
			if right != wrong && same(right, wrong) && q.Kind != Matching {
				return nil, Problems{{What: "no more than capitals tell the right answer " + quote(right) + " from the wrong one " + quote(wrong), Fix: "change one of them"}}
			}
		}
	}
	if _, err := q.Check(); err != nil {
		problems := err.(Problems)
		for i, p := range problems {
			problems[i] = Problem{What: p.What, Fix: p.Fix}
		}
		return nil, problems
	}
	return f.changes, nil
}

// FitTitle returns a title, or what else stands on a line, as a pack can have it: without hidden characters, and "" where it is
// too long.
func FitTitle(title string) string { return fitted(title, maxLine) }

// FitAbout does so for what is said of a pack.
func FitAbout(text string) string { return fitted(text, maxAbout) }

func fitted(text string, most int) string {
	f := fitting{&Question{}, nil}
	text = f.clean(text)
	if what, _ := unfit(text, most); what != "" {
		return ""
	}
	return text
}

// many is how many answers are too many to be helped.
const many = 100

type fitting struct {
	*Question
	changes []string
}

func (f *fitting) changed(what string) {
	if !slices.Contains(f.changes, what) {
		f.changes = append(f.changes, what)
	}
}

// clean returns a text as Read would, without what it would refuse.
func (f *fitting) clean(s string) string {
	return clean(strings.Map(func(r rune) rune {
		if !hidden(r) {
			return r
		}
		f.changed(fmt.Sprintf("a hidden character, U+%04X, is taken out", r))
		return -1
	}, strings.ToValidUTF8(s, "\uFFFD")))
}

// filled returns the texts in which there is something to see.
func (f *fitting) filled(all []string) []string {
	var filled []string
	for _, s := range all {
		if s = f.clean(s); s != "" {
			filled = append(filled, s)
		} else {
			f.changed("an empty answer is dropped")
		}
	}
	return filled
}

// lettered returns an answer without the letter that it had in a list, as in "A) Paris", which is 0 for A.
func lettered(s string) (letter int, rest string, ok bool) {
	s = strings.TrimPrefix(s, "(")
	if len(s) < 4 || strings.IndexByte(").:", s[1]) < 0 || s[2] != ' ' {
		return 0, "", false
	}
	letter = int(s[0]|0x20) - 'a'
	return letter, strings.TrimSpace(s[2:]), letter >= 0 && letter < 26
}

// unlettered takes the letters from before answers where each has one, from A on: here they stand in any order.
func (f *fitting) unlettered() {
	all := slices.Concat(f.Right, f.Wrong)
	if f.Kind != OneOf && f.Kind != SeveralOf || len(all) < 2 {
		return
	}
	seen := make([]bool, len(all))
	for i, s := range all {
		letter, rest, ok := lettered(s)
		if !ok || letter >= len(all) || seen[letter] {
			return
		}
		seen[letter], all[i] = true, rest
	}
	f.Right, f.Wrong = all[:len(f.Right):len(f.Right)], all[len(f.Right):]
	f.changed("the letters before its answers are dropped")
}

// answers drops those that are too many, or there twice.
func (f *fitting) answers() {
	if len(f.Right) > many || len(f.Wrong) > many {
		return // no question: comparing thousands would take long
	}
	right, wrong := 1, maxWrong
	switch f.Kind {
	case SeveralOf:
		f.Right = f.distinct(f.Right, same)
		right, wrong = maxAnswers-1, max(1, maxAnswers-len(f.Right))
	case ShortAnswer:
		f.Right = f.distinct(f.Right, exactly)
		if n := len(f.Right); n > maxAccept {
			f.dropped(f.Right[maxAccept:], n, "accepted answers")
			f.Right = f.Right[:maxAccept]
		}
		return
	case Matching:
		if n := len(f.Pairs); n > maxPairs {
			f.dropped(halves(f.Pairs[maxPairs:]), n, "pairs")
			f.Pairs = f.Pairs[:maxPairs]
		}
		wrong = maxUnpaired
	case OneOf:
	default:
		return
	}
	f.Wrong = f.distinct(f.Wrong, same)
	if n := len(f.Wrong); n > wrong && len(f.Right) <= right {
		f.dropped(f.Wrong[wrong:], n, "wrong answers")
		f.Wrong = f.Wrong[:wrong]
	}
}

// halves returns the left ones of some pairs.
func halves(pairs [][2]string) (left []string) {
	for _, p := range pairs {
		left = append(left, p[0])
	}
	return left
}

// dropped notes that there is no room for the last of some things.
func (f *fitting) dropped(last []string, of int, things string) {
	what := "the last of its " + strconv.Itoa(of) + " " + things + " is dropped: "
	if n := len(last); n > 1 {
		what = "the last " + strconv.Itoa(n) + " of its " + strconv.Itoa(of) + " " + things + " are dropped: "
	}
	for i, s := range last[:min(len(last), 3)] {
		if i > 0 {
			what += ", "
		}
		what += quote(s)
	}
	if len(last) > 3 {
		what += " …"
	}
	f.changed(what)
}

// distinct returns the texts without those that equal one before.
func (f *fitting) distinct(all []string, equal func(a, b string) bool) []string {
	var kept []string
	for _, s := range all {
		if slices.ContainsFunc(kept, func(other string) bool { return equal(s, other) }) {
			if slices.Contains(kept, s) {
				f.changed("the answer " + quote(s) + ", there twice, is kept once")
			} else {
				f.changed("the answer " + quote(s) + " is dropped, since no more than capitals tell it from another")
			}
		} else {
			kept = append(kept, s)
		}
	}
	return kept
}

// note drops what is said beside a question where it is too long: cut short it might say something else.
func (f *fitting) note(called string, s *string) {
	if what, _ := unfit(*s, maxNote); what != "" {
		f.changed(fmt.Sprintf("%s is dropped: it%s, and %d are the most", called, what, maxNote))
		*s = ""
	}
}
