package pack

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// How many answers a question can have.
const (
	maxWrong    = 3 // beside one right answer
	maxAnswers  = 6 // right and wrong, of several
	minOrder    = 3
	maxOrder    = 6
	minPairs    = 2
	maxPairs    = 8
	maxUnpaired = 4 // second halves that belong to none
	maxAccept   = 20
)

func (r *reader) question(i int, v *value, taken map[string]bool, topics []string) Question {
	o, ok := r.object(v, entry("questions", i, v),
		"id", "ask", "right", "wrong", "real", "order", "number", "tolerance", "min", "max", "step", "unit", "pairs", "accept", "forgive",
		"why", "hint", "source", "status", "topic", "level", "seconds", "spoiler", "image", "alt", "facts")
	if !ok {
		return Question{}
	}
	facts, _ := o.list("facts")
	q := Question{
		ID:      o.id(taken, "q"+strconv.Itoa(i+1)),
		Ask:     o.need("ask", "question", maxAsk),
		Why:     o.text("why", maxNote),
		Hint:    o.text("hint", maxNote),
		Source:  o.source(),
		Status:  o.status(Confirmed, Reported),
		Topic:   o.topic(topics),
		Level:   o.whole("level", 1, 5, 3),
		Seconds: o.whole("seconds", 5, 240, 0),
		Spoiler: o.truth("spoiler"),
		Image:   o.link("image"),
		Alt:     o.text("alt", maxNote),
		Facts:   plain(o.filled(`"facts"`, facts, maxLine)),
	}
	if o.has("image") && q.Alt == "" {
		o.report("image", `"image" without "alt"`, `say in "alt" what it shows`)
	}
	o.goWith("alt", "image")
	o.answer(&q)
	return q
}

// topic returns the topic of a question, which is one of those the pack lists, if
// it lists any.
func (o *object) topic(ids []string) string {
	topic := o.text("topic", maxLine)
	if topic != "" && len(ids) > 0 && !slices.Contains(ids, topic) {
		fix := `add it to "topics", or remove it`
		if near := nearest(topic, ids); near != "" {
			fix = "did you mean " + quote(near) + "?"
		}
		o.report("topic", "unknown topic "+quote(topic), fix)
	}
	return topic
}

// answer reads what says of which kind a question is, and all that goes with it.
func (o *object) answer(q *Question) {
	kind, ok := o.oneOf("right", "real", "order", "number", "pairs", "accept")
	switch {
	case !ok:
		return
	case kind == "":
		o.unanswered(o.offset, o.meant())
		return
	}
	switch kind {
	case "right":
		o.right(q)
	case "real":
		q.Kind, q.Rumour, q.True = TrueFalse, true, o.truth("real")
	case "order":
		q.Kind = Ordering
		items := o.some("order", minOrder, maxOrder)
		o.distinct(items, "answers", same)
		q.Right = plain(items)
	case "number":
		q.Kind = Numerical
		q.Scale = o.scale()
	case "pairs":
		q.Kind = Matching
		o.matching(q)
	case "accept":
		q.Kind = ShortAnswer
		items := o.some("accept", 1, maxAccept)
		o.distinct(items, "answers", exactly)
		q.Right = plain(items)
		q.ForgiveCase, q.ForgiveAccents = o.forgive()
	}
	if kind != "right" && kind != "pairs" {
		o.clash("wrong", kind)
	}
	for _, name := range []string{"tolerance", "min", "max", "step", "unit"} {
		o.goWith(name, "number")
	}
	o.goWith("forgive", "accept")
}

// unanswered reports that the right answer is missing, which is to be given in a
// field, and what is wrong with the wrong ones.
func (o *object) unanswered(offset int, name string) {
	o.add(offset, o.where, "no right answer", "add "+quote(name))
	wrong, _ := o.list("wrong")
	o.filled(`"wrong"`, wrong, maxAnswer)
}

// meant guesses from what else is given which field with the answer is missing.
func (o *object) meant() string {
	switch {
	case o.has("min") || o.has("max") || o.has("tolerance"):
		return "number"
	case o.has("forgive"):
		return "accept"
	}
	return "right"
}

// right reads the right answer, or all right ones, and the wrong ones.
func (o *object) right(q *Question) {
	v := o.field("right")
	switch {
	case v.shape == aTruth:
		q.Kind, q.True = TrueFalse, v.truth
		if o.has("wrong") {
			o.report("wrong", "wrong answers to a question of true or false", `remove "wrong", or put "right" in double quotes`)
		}
	case v.shape == aList:
		q.Kind = SeveralOf
		o.answers(q, o.some("right", 1, maxAnswers-1), maxAnswers-1)
	case v.shape == aText && clean(v.text) == "":
		o.unanswered(v.offset, "right")
	case v.shape == aText:
		right := o.text("right", maxAnswer)
		o.answers(q, []value{{text: right}}, maxWrong)
	default:
		o.wrong("right", "write a text in double quotes, a list of texts in [ ], or true or false without quotes")
	}
}

// answers reads the wrong answers that stand beside the right ones.
func (o *object) answers(q *Question, right []value, most int) {
	items, ok := o.list("wrong")
	if o.has("wrong") && !ok {
		return // reported as the wrong type
	}
	if len(items) == 0 {
		fix := fmt.Sprintf(`add "wrong" with 1 to %d texts`, most)
		if q.Kind == OneOf && (same(right[0].text, "true") || same(right[0].text, "false")) {
			fix = `write "right": ` + strings.ToLower(right[0].text) + ` without quotes, or add "wrong"`
		}
		o.report("wrong", "no wrong answers", fix)
	}
	wrong := o.filled(`"wrong"`, o.few("wrong", "wrong answers", most), maxAnswer)
	o.apart(right, wrong)
	if n := len(right) + len(wrong); n > maxAnswers {
		o.report("wrong", fmt.Sprintf("%d answers, right and wrong", n), keep(maxAnswers))
	}
	q.Right, q.Wrong = plain(right), plain(wrong)
}

// apart reports answers that are equal, and those that are both right and wrong.
func (o *object) apart(right, wrong []value) {
	o.distinct(right, "answers", same)
	wrong = slices.Clone(wrong)
	for i := range wrong {
		if v := &wrong[i]; among(v.text, right, same) {
			o.add(v.offset, o.where, "the right answer "+quote(v.text)+" is also among the wrong ones", "change one of them")
			v.text = "" // reported
		}
	}
	o.distinct(wrong, "answers", same)
}

// counted returns the values of a list that must have from low to high.
func (o *object) counted(name string, low, high int) []value {
	items, ok := o.list(name)
	if ok && (len(items) < low || len(items) > high) {
		o.report(name, quote(name)+" has "+entries(len(items)), fmt.Sprintf("write %d to %d", low, high))
		return nil // comparing thousands would take long
	}
	return items
}

// some returns the texts of such a list.
func (o *object) some(name string, low, high int) []value {
	return o.filled(quote(name), o.counted(name, low, high), maxAnswer)
}

func entries(n int) string {
	switch n {
	case 0:
		return "no entries"
	case 1:
		return "1 entry"
	}
	return strconv.Itoa(n) + " entries"
}

// keep is the way out where there is too much of something.
func keep(most int) string { return fmt.Sprintf("keep %d at most", most) }

// matching reads the pairs and the right sides that belong to none.
func (o *object) matching(q *Question) {
	left, right := o.pairs(o.counted("pairs", minPairs, maxPairs))
	for i := range left {
		if l, r := &left[i], &right[i]; l.shape == aText && l.text == "" || r.shape == aText && r.text == "" {
			o.reportNth(`"pairs"`, i, l, " has an empty side", "fill it or remove the pair")
		}
	}
	wrong := o.filled(`"wrong"`, o.few("wrong", "wrong answers", maxUnpaired), maxAnswer)
	o.sides(left, right, wrong)
	q.Pairs, q.Wrong = zip(left, right), plain(wrong)
}

// sides reports sides of pairs that are equal. Wrong are those that belong to none.
func (o *object) sides(left, right, wrong []value) {
	o.distinct(left, "left sides", same)
	o.distinct(append(slices.Clip(right), wrong...), "right sides", same)
}

// pairs returns the left and the right sides of some pairs, one for each.
func (o *object) pairs(items []value) (left, right []value) {
	for i := range items {
		v := &items[i]
		sides := []value{{offset: v.offset}, {offset: v.offset}}
		if v.shape == aList && len(v.items) == 2 {
			sides = o.texts(nth(`"pairs"`, i), v.items, maxAnswer)
		} else {
			o.reportNth(`"pairs"`, i, v, " is no pair", "write two texts in [ ]")
		}
		left, right = append(left, sides[0]), append(right, sides[1])
	}
	return left, right
}

func zip(left, right []value) [][2]string {
	var all [][2]string
	for i := range left {
		all = append(all, [2]string{left[i].text, right[i].text})
	}
	return all
}

// forgive reads what does not matter in a typed answer.
func (o *object) forgive() (letterCase, accents bool) {
	known := []string{"case", "accents"}
	items := o.few("forgive", "things to forgive", len(known))
	for i, v := range o.texts(`"forgive"`, items, maxLine) {
		is := items[i].text
		if v.shape == aText && !slices.Contains(known, is) {
			o.add(v.offset, o.where, "unknown thing to forgive "+quote(is), suggest(is, known))
		}
		letterCase, accents = letterCase || is == known[0], accents || is == known[1]
	}
	o.distinct(items, "things to forgive", exactly)
	return letterCase, accents
}
