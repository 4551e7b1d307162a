package gift

import (
	"fmt"
	"slices"
	"strings"

	"houselights/game/pack"
	"houselights/game/pack/bank"
)

// Loss is what GIFT cannot say of a pack.
type Loss struct {
	Question int    // its place in the pack where it is left out as a whole; -1 where something is lost of several, or of the pack
	What     string // "it is put in order, for which GIFT has no kind"
}

// Write returns a pack as GIFT, UTF-8, in the order of its questions, and what is lost. What it writes Read reads as it was.
// Texts are marked as plain, so that Moodle takes nothing in them for markup.
func Write(p *pack.Pack) (text []byte, lost []Loss) {
	w := writer{pack: p, missing: map[string]int{}}
	w.head()
	topic := ""
	for i := range p.Questions {
		q := &p.Questions[i]
		if why := unsaid(q); why != "" {
			lost = append(lost, Loss{i, why})
			continue
		}
		if q.Topic != topic {
			topic = q.Topic
			fmt.Fprintf(&w, "%s $course$/top%s\n\n", category, w.path(topic))
		}
		w.question(q)
	}
	return []byte(w.String()), append(lost, w.losses()...)
}

// writer writes a file, and counts what it cannot say.
type writer struct {
	strings.Builder
	pack    *pack.Pack
	missing map[string]int // questions of which it cannot be said
}

// head says in comments what the file is.
func (w *writer) head() {
	p := w.pack
	b := bank.Bank{Title: p.Title, Lang: p.Lang, Version: p.Version, About: p.About, Credits: p.Credits, Licence: p.Licence}
	for _, h := range heads {
		if said := *h.of(&b); said != "" {
			fmt.Fprintf(w, "// %s: %s\n", h.name, said)
		}
	}
	w.WriteString("\n")
}

// path is a topic as the end of a category. A slash in its name is written twice, with a space before one that it begins with;
// one between spaces, as Read writes it, goes from a category to one within it.
func (w *writer) path(topic string) string {
	title := topic
	for _, t := range w.pack.Topics {
		if t.ID == topic && t.Title != "" {
			title = t.Title
		}
	}
	if title == "" {
		return ""
	}
	if strings.HasPrefix(title, "/") {
		title = " " + title
	}
	if parts := strings.Split(title, " / "); strings.Count(title, "/") == len(parts)-1 && !slices.ContainsFunc(parts, special) {
		title = strings.Join(parts, "\x00")
	}
	return "/" + strings.NewReplacer("/", "//", `\`, `\\`, "\x00", "/").Replace(title)
}

// special reports whether the name of a category means another place in Moodle, or none.
func special(name string) bool { return name == "" || name == "top" || anchor.MatchString(name) }

// unsaid returns why GIFT cannot say the question, "" when it can.
func unsaid(q *pack.Question) string {
	switch q.Kind {
	case pack.Ordering:
		return "its answers are put in order, for which GIFT has no kind"
	case pack.ShortAnswer:
		if slices.ContainsFunc(q.Right, hasArrow) {
			return "an answer to be typed has -> in it, which makes pairs in GIFT"
		}
		if q.ForgiveAccents || !q.ForgiveCase {
			return "of a typed answer GIFT forgives capitals, and only these"
		}
	case pack.Matching:
		for _, p := range q.Pairs {
			if hasArrow(p[0]) || hasArrow(p[1]) {
				return "there is -> in a pair, which stands between the halves in GIFT"
			}
		}
	}
	return ""
}

func hasArrow(text string) bool { return strings.Contains(text, arrow) }

func (w *writer) question(q *pack.Question) {
	if tags := w.tags(q); len(tags) > 0 {
		fmt.Fprintf(w, "// [tag:%s]\n", strings.Join(tags, "] [tag:"))
	}
	fmt.Fprintf(w, "::%s::[plain]%s{", escape.Replace(q.ID), escape.Replace(q.Ask))
	w.answers(q)
	if q.Why != "" {
		fmt.Fprintf(w, "\n\t####%s", field(q.Why))
	}
	w.WriteString("}\n\n")
	for what, has := range map[string]bool{
		"the unit": q.Scale.Unit != "", "the source": q.Source != pack.Source{}, "the hint": q.Hint != "", "the picture": q.Image != "", "the facts": len(q.Facts) > 0,
	} {
		if has {
			w.missing[what]++
		}
	}
}

// tags are what is known of a question and has no place of its own.
func (w *writer) tags(q *pack.Question) []string {
	var tags []string
	if q.Level != 3 {
		tags = append(tags, fmt.Sprint(tagLevel, q.Level))
	}
	if q.Seconds > 0 {
		tags = append(tags, fmt.Sprint(tagSeconds, q.Seconds))
	}
	if q.Status != "" {
		tags = append(tags, string(q.Status))
	}
	if q.Spoiler {
		tags = append(tags, tagSpoiler)
	}
	if q.Rumour {
		tags = append(tags, tagRumour)
	}
	return tags
}

func (w *writer) answers(q *pack.Question) {
	switch q.Kind {
	case pack.OneOf:
		w.each("=", q.Right)
		w.each("~", q.Wrong)
	case pack.SeveralOf:
		share := shares[len(q.Right)]
		w.each("~%"+share+"%", q.Right)
		w.each("~%-"+share+"%", q.Wrong)
	case pack.TrueFalse:
		w.WriteString(map[bool]string{true: "T", false: "F"}[q.True])
	case pack.Numerical:
		w.WriteString("#" + pack.Decimal(q.Scale.Right, q.Scale.Decimals))
		if q.Scale.Tolerance > 0 {
			w.WriteString(":" + pack.Decimal(q.Scale.Tolerance, q.Scale.Decimals))
		}
		w.missing["the slider"]++
	case pack.ShortAnswer:
		for _, s := range q.Right {
			w.each("=", []string{strings.ReplaceAll(s, "*", `\*`)})
		}
	case pack.Matching:
		for _, p := range q.Pairs {
			fmt.Fprintf(w, "\n\t=%s -> %s", field(p[0]), field(p[1]))
		}
		for _, s := range q.Wrong {
			fmt.Fprintf(w, "\n\t= -> %s", field(s))
		}
	}
}

// shares are the weights of right answers, by how many there are, as Moodle writes them.
var shares = [...]string{1: "100", 2: "50", 3: "33.33333", 4: "25", 5: "20"}

func (w *writer) each(mark string, texts []string) {
	for _, s := range texts {
		w.WriteString("\n\t" + mark + field(s))
	}
}

// field is a text behind a mark, where a bracket would name a format and a % begin a weight.
func field(text string) string {
	if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "%") {
		return "[plain]" + escape.Replace(text)
	}
	return escape.Replace(text)
}

// losses are those of several questions at once, and of the pack.
func (w *writer) losses() []Loss {
	var all []Loss
	for _, what := range []string{"the slider", "the unit", "the source", "the hint", "the picture", "the facts"} {
		if n := w.missing[what]; n > 0 {
			all = append(all, Loss{-1, fmt.Sprintf("%s of %s", what, bank.Counted(n, "question"))})
		}
	}
	if len(w.pack.Translations) > 0 {
		all = append(all, Loss{-1, "its translations (" + strings.Join(w.pack.Translations, ", ") + ")"})
	}
	if n := len(w.pack.Events); n > 0 {
		all = append(all, Loss{-1, bank.Counted(n, "date") + " to count to"})
	}
	return all
}
