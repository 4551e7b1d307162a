package gift

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"houselights/game/pack"
)

// truth reads a statement. The first remark is for those who got it wrong, and the second for the others.
func (r *question) truth(is bool, remarks string) {
	r.q.Kind, r.q.True = pack.TrueFalse, is
	blame, remark, _ := strings.Cut(remarks, "#")
	r.remarks, r.blames = []string{r.said(remark)}, []string{r.said(blame)}
	if r.remarks[0] == "" { // as in Moodle's own examples, where it says what is so
		r.remarks, r.blames = r.blames, nil
	}
}

// choice reads answers of which one, or several, are to be chosen.
func (r *question) choice(text string) {
	given := likely(text)
	if strings.Contains(text, "~=") {
		r.leave("~= in its answers, which begins two of them: write \\~\\= where it belongs to a text")
	}
	if len(given) < 2 {
		r.leave("a choice of fewer than two answers")
		return
	}
	if count(given) > 0 {
		r.oneOf(given)
	} else {
		r.severalOf(given)
	}
}

// oneOf reads answers of which one is to be chosen, or all where several are right as a whole. Those that are right in part
// come last, as the first to be dropped where there are too many.
func (r *question) oneOf(given []answer) {
	r.q.Kind = pack.OneOf
	var weights, rights, partly []string
	for _, a := range given {
		text := r.option(a.text)
		r.remark(a)
		switch {
		case a.weight == 100:
			rights = append(rights, text)
			continue
		case a.weight > 0:
			partly = append(partly, text)
		default:
			r.q.Wrong = append(r.q.Wrong, text)
		}
		if a.weight != 0 {
			weights = append(weights, quote(text)+" "+percent(a.weight))
		}
	}
	r.q.Right, r.q.Wrong = rights, append(r.q.Wrong, partly...)
	if slices.Contains(rights, "") {
		r.leave("its right answer is empty: where it begins with one of ~ = # { }, write that as \\~ and so on")
	}
	if len(rights) > 1 {
		r.q.Kind = pack.SeveralOf
		r.change("all its right answers are to be chosen, where one was enough")
	}
	if len(weights) > 0 {
		r.change("only a right answer scores here: %s", strings.Join(weights, ", "))
	}
}

// remark takes the feedback on an answer.
func (r *question) remark(a answer) {
	if said := r.said(a.feedback); a.weight > 0 && (a.weight == 100 || r.q.Kind == pack.SeveralOf) {
		r.remarks = append(r.remarks, said)
	} else {
		r.blames = append(r.blames, said)
	}
}

// severalOf reads answers of which all are to be chosen that are worth something.
func (r *question) severalOf(given []answer) {
	r.q.Kind = pack.SeveralOf
	var weights []string
	even := true
	rights := 0
	for _, a := range given {
		if a.weight > 0 {
			rights++
		}
	}
	switch rights {
	case 0:
		r.leave("no right answer: mark it with =, or each of several with a weight such as %%50%%")
	case len(given):
		r.leave("all its answers are right: add a wrong one")
	}
	for _, a := range given {
		r.remark(a)
		if a.weight > 0 {
			r.q.Right = append(r.q.Right, r.option(a.text))
			even = even && near(a.weight, 100/float64(rights))
		} else {
			r.q.Wrong = append(r.q.Wrong, r.option(a.text))
			even = even && (!a.weighted || near(a.weight, -100/float64(rights)))
		}
		if a.weighted {
			weights = append(weights, percent(a.weight))
		}
	}
	if !even {
		r.change("each answer counts the same here: %s", strings.Join(weights, ", "))
	}
}

// near reports whether two weights are the same but for what is lost in writing a third with five digits.
func near(a, b float64) bool { return a-b < 0.01 && b-a < 0.01 }

func percent(weight float64) string { return strconv.FormatFloat(weight, 'f', -1, 64) + " %" }

// short reads an answer to be typed. Capitals make no difference in Moodle.
func (r *question) short(given []answer) {
	r.q.Kind, r.q.ForgiveCase = pack.ShortAnswer, true
	if len(given) == 1 {
		switch text := given[0].text; {
		case given[0].mark == 0 && isTruth(strings.ToUpper(text)):
			r.change("it is taken for an answer to be typed: write TRUE or FALSE, in capitals, for a statement")
		case onLine.MatchString(text):
			r.change("what stands behind // is part of the answer: a comment has a line of its own")
		case likeNumber.MatchString(text):
			r.change("it is taken for an answer to be typed: write {#%s} for a number", text)
		}
	}
	var partly []string
	for _, a := range given {
		text := r.option(a.text)
		if a.mark == 0 { // alone, it needs none
			a.weight = 100
		}
		r.remark(a)
		switch {
		case text == "*":
			if a.weight == 100 {
				r.change("that anything else is right too, by *, is dropped")
			}
		case wild(text):
			r.change("the answer %s is dropped, since its * stands for any letters", quote(text))
		case a.weight < 100:
			partly = append(partly, quote(text)+" "+percent(a.weight))
		default:
			r.q.Right = append(r.q.Right, strings.ReplaceAll(text, `\*`, "*"))
		}
	}
	if len(partly) > 0 {
		r.change("only a right answer scores here: %s", strings.Join(partly, ", "))
	}
	if len(r.q.Right) == 0 {
		r.leave("no answer that is right as a whole, and spelled out")
	}
}

// What is meant as something else than an answer to be typed: a comment on the line, or a number with its tolerance.
var (
	onLine     = regexp.MustCompile(`\s//(\s|$)`)
	likeNumber = regexp.MustCompile(`^-?\d+(\.\d+)?:\d+(\.\d+)?$`)
)

// wild reports whether a text has a * that stands for any letters. One behind a backslash does not.
func wild(text string) bool { return strings.Contains(strings.ReplaceAll(text, `\*`, ""), "*") }

// isMatch reports whether the answers are pairs. An arrow in a feedback makes none.
func isMatch(given []answer) bool {
	return slices.ContainsFunc(given, func(a answer) bool { return a.mark == '=' && strings.Contains(a.text, arrow) }) ||
		len(given) > 1 && !slices.ContainsFunc(given, func(a answer) bool { return a.mark != '=' || !strings.Contains(a.whole, arrow) })
}

const arrow = "->"

// match reads pairs. There are no feedbacks in them, so that a # is a character as others.
func (r *question) match(given []answer) {
	r.q.Kind = pack.Matching
	for _, a := range given {
		left, right, ok := strings.Cut(a.whole, arrow)
		if !ok {
			r.leave("a pair without ->: %s", quote(unmask.Replace(strings.TrimSpace(a.whole))))
			return
		}
		pair := [2]string{r.option(left), r.option(right)}
		if pair[0] == "" && pair[1] != "" {
			r.q.Wrong = append(r.q.Wrong, pair[1])
		} else {
			r.q.Pairs = append(r.q.Pairs, pair)
		}
	}
	if n := len(r.q.Pairs); n < 2 {
		r.leave("fewer than two pairs")
	}
}
