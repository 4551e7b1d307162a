package pack

import (
	"fmt"
	"strings"
)

// maxWrong is the most wrong answers that fit beside the right one.
const maxWrong = 3

func (r *reader) question(i int, v value, taken map[string]bool) Question {
	o, ok := r.object(v, entry("questions", i, v),
		"id", "ask", "right", "wrong", "why", "source", "status", "topic", "level", "spoiler", "facts")
	if !ok {
		return Question{}
	}
	q := Question{
		ID:      o.id(taken, fmt.Sprintf("q%d", i+1)),
		Ask:     o.need("ask", "question"),
		Why:     o.text("why"),
		Source:  o.source(),
		Status:  o.status(),
		Topic:   o.text("topic"),
		Level:   o.whole("level", 1, 5, 3),
		Spoiler: o.truth("spoiler"),
		Facts:   o.texts("facts"),
	}
	right, given := o.field("right")
	switch {
	case !given, right.shape == aText && clean(right.text) == "":
		o.add(o.at("right"), o.where, "no right answer", `add "right"`)
		o.texts("wrong") // for what is wrong with them
	case right.shape == aTruth:
		q.Kind, q.True = TrueFalse, right.truth
		if wrong, ok := o.field("wrong"); ok {
			o.add(wrong.offset, o.where, "wrong answers to a question of true or false", `remove "wrong", or put "right" in double quotes`)
		}
	case right.shape == aText:
		q.Right = clean(right.text)
		q.Wrong = o.wrongs(q.Right)
	default:
		o.wrong(right, "right", "write a text in double quotes, or true or false without")
	}
	return q
}

// wrongs returns the wrong answers to stand beside the right one.
func (o object) wrongs(right string) []string {
	items, ok := o.list("wrong")
	_, given := o.field("wrong")
	switch {
	case given && !ok:
		return nil // reported as the wrong type
	case len(items) == 0 && (strings.EqualFold(right, "true") || strings.EqualFold(right, "false")):
		o.add(o.at("wrong"), o.where, "no wrong answers", `write "right": `+strings.ToLower(right)+` without quotes, or add "wrong"`)
	case len(items) == 0:
		o.add(o.at("wrong"), o.where, "no wrong answers", fmt.Sprintf(`add "wrong" with 1 to %d texts`, maxWrong))
	case len(items) > maxWrong:
		o.add(items[maxWrong].offset, o.where, fmt.Sprintf("%d wrong answers", len(items)), fmt.Sprintf("keep %d at most", maxWrong))
		return nil // comparing thousands would take long
	}
	for i, v := range items {
		s := clean(v.text)
		if v.shape != aText || s == "" {
			continue
		}
		if same(s, right) {
			o.add(v.offset, o.where, "the right answer "+quote(s)+" is also among the wrong ones", "change one of them")
			continue
		}
		for _, other := range items[:i] {
			if same(s, clean(other.text)) {
				o.add(v.offset, o.where, "two equal answers: "+quote(s), "change one of them")
				break
			}
		}
	}
	return o.texts("wrong")
}

// same reports whether a player would take two cleaned texts for the same answer.
func same(a, b string) bool { return strings.EqualFold(a, b) }
