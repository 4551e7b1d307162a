// Package author writes packs of any length, for benchmarks, tests and budgets: what a pack of 5,000 questions costs has to be
// known before anybody has written one. The facts are made up. The texts are as long as those of the built-in pack, and
// carry about as much to compress, since names are put together anew from syllables.
package author

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

type file struct {
	Houselights int        `json:"houselights"`
	Title       string     `json:"title"`
	Lang        string     `json:"lang"`
	Version     string     `json:"version"`
	Events      []event    `json:"events"`
	Questions   []question `json:"questions"`
}

type event struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Yearly string `json:"yearly"`
}

type question struct {
	ID     string   `json:"id"`
	Topic  string   `json:"topic"`
	Level  int      `json:"level"`
	Ask    string   `json:"ask"`
	Right  any      `json:"right"` // a text, or true or false
	Wrong  []string `json:"wrong,omitempty"`
	Why    string   `json:"why"`
	Source source   `json:"source"`
	Facts  []string `json:"facts"`
}

type source struct {
	Title string `json:"title"`
	URL   string `json:"url"`
	Date  string `json:"date,omitempty"`
}

// Pack returns the JSON of a pack of so many questions, in "en", "es" or "vi". The same arguments give the same bytes.
func Pack(lang string, questions int) ([]byte, error) {
	l, ok := languages[lang]
	if !ok {
		return nil, fmt.Errorf("no words to write questions with in %q: use en, es or vi", lang)
	}
	w := writer{l, rand.New(rand.NewPCG(5000, uint64(len(l.nouns))))}
	f := file{Houselights: 1, Title: l.title, Lang: lang, Version: "1", Events: []event{{"release", l.title, "07-29"}}}
	for i := range questions {
		f.Questions = append(f.Questions, w.question(i))
	}
	return json.Marshal(f)
}

// writer fills the sentences of a language.
type writer struct {
	language
	chance *rand.Rand
}

func (w writer) question(i int) question {
	q := question{
		ID:    "n" + strconv.Itoa(i+1),
		Topic: w.one(topics), Level: 1 + i%5,
		Why:    w.why(),
		Facts:  []string{fmt.Sprintf("F%04d", w.chance.IntN(9000)), fmt.Sprintf("F%04d", w.chance.IntN(9000))}[:1+w.chance.IntN(2)],
		Source: w.source(),
	}
	if w.chance.IntN(6) == 0 { // about as many as in the built-in pack
		q.Ask, q.Right = w.fill(w.one(w.statements)), w.chance.IntN(2) == 0
		return q
	}
	a := w.asks[w.chance.IntN(len(w.asks))]
	q.Ask = w.fill(a.ask)
	answers := w.different(4, a.answer)
	q.Right, q.Wrong = answers[0], answers[1:]
	return q
}

// why is a sentence, or two.
func (w writer) why() string {
	first := w.fill(w.one(w.reasons))
	if w.chance.IntN(3) > 0 {
		return first
	}
	return first + " " + w.fill(w.one(w.reasons))
}

func (w writer) source() source {
	paper := w.one(papers)
	s := source{Title: paper + ": " + w.name() + ", " + w.name(),
		URL: "https://" + strings.ToLower(paper) + ".example/" + strings.ToLower(strings.ReplaceAll(w.name(), " ", "-"))}
	if w.chance.IntN(2) == 0 {
		s.Date = fmt.Sprintf("%d-%02d-%02d", 2018+w.chance.IntN(8), 1+w.chance.IntN(12), 1+w.chance.IntN(28))
	}
	return s
}

// different returns n ways to fill the text, no two of them equal.
func (w writer) different(n int, text string) []string {
	var all []string
	for len(all) < n {
		if s := w.fill(text); !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return all
}

// fill puts something into each gap of the text.
func (w writer) fill(text string) string {
	for {
		from := strings.IndexByte(text, '{')
		if from < 0 {
			return upper(text)
		}
		gap, rest, _ := strings.Cut(text[from+1:], "}")
		text = text[:from] + w.word(gap) + rest
	}
}

func (w writer) word(gap string) string {
	switch gap {
	case "name":
		return w.name()
	case "place":
		return w.syllables(2 + w.chance.IntN(2))
	case "film":
		return upper(fill(w.one(w.films), w.one(w.nouns), w.one(w.qualities)))
	case "thing":
		return fill(w.thing, w.one(w.nouns), w.one(w.qualities))
	case "noun":
		return w.one(w.nouns)
	case "deed":
		return w.one(w.deeds)
	case "year":
		return strconv.Itoa(1930 + w.chance.IntN(96))
	case "number":
		return strconv.Itoa(2 + w.chance.IntN(400))
	}
	return gap
}

func fill(pattern, noun, quality string) string {
	return strings.NewReplacer("{noun}", noun, "{quality}", quality).Replace(pattern)
}

func (w writer) name() string { return w.syllables(1+w.chance.IntN(3)) + " " + w.syllables(2) }

func (w writer) syllables(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(w.one(w.onsets) + w.one(w.rhymes))
	}
	return upper(b.String())
}

func (w writer) one(of []string) string { return of[w.chance.IntN(len(of))] }

// upper begins the text with a capital.
func upper(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}
