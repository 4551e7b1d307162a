package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// posterPack and posterLanguages are what the poster shows without asking anyone: the built-in pack, in our languages.
const posterPack = "purple-hearts"

var posterLanguages = []string{"en", "vi", "es"}

// posterSentences are the keys of what the poster says, in the order of Sentence in web/poster/words.ts.
var posterSentences = []string{
	"home.play.short",
	"count.unknown",
	"count.years",
	"count.months",
	"count.days",
	"count.seconds",
	"count.left",
	"count.now",
	"count.today",
	"count.past",
	"count.past.reported",
	"count.since",
	"caption.reported",
	"caption.anniversary",
	"date.full",
	"when.time",
	"clock.am",
	"clock.pm",
	"status.reported.by",
	"home.noplay",
}

// posterEvents is how many events the built-in pack has; their titles stand behind those sentences.
const posterEvents = 2

// everyKind is the sentence of a kind of event that the built-in pack has none of: see EVERY_KIND.
const everyKind = "count.since"

// posterGaps are the gaps of those sentences that have any, in the order in which the poster fills them.
var posterGaps = map[string][]string{
	"caption.anniversary": {"{n}"},
	"date.full":           {"{day}", "{month}", "{year}"},
	"when.time":           {"{time}"},
	"status.reported.by":  {"{by}"},
}

// poster is the constant POSTER; web/poster/words.ts says the same of it. A language that is left out is not in it.
type poster struct {
	Vi     string        `json:"vi,omitempty"`
	En     string        `json:"en,omitempty"`
	Es     string        `json:"es,omitempty"`
	Title  string        `json:"title"`
	Events []posterEvent `json:"events"`
}

// posterEvent is what the poster needs of a pack's event. What it does not write is read to be refused or to be left out.
type posterEvent struct {
	ID      string  `json:"id"`
	Title   string  `json:"title,omitempty"` // in the sentences of each language
	At      instant `json:"at,omitzero"`
	Yearly  string  `json:"yearly,omitempty"`
	Since   int     `json:"since,omitempty"`
	By      string  `json:"by,omitempty"` // of what is reported
	Status  string  `json:"status,omitempty"`
	After   string  `json:"after,omitempty"`
	Caption string  `json:"caption,omitempty"`
	Past    string  `json:"past,omitempty"`
}

// instant is written as Unix milliseconds, which is shorter than what is read.
type instant int64

func (i *instant) UnmarshalText(text []byte) error {
	at, err := time.Parse(time.RFC3339, string(text))
	*i = instant(at.UnixMilli())
	return err
}

// posterConstant returns POSTER as JSON, made from the same pack and the same strings that the game has.
func posterConstant(src sources) (string, error) {
	p, err := posterOf(src, posterSentences, posterLanguages...)
	if err != nil {
		return "", err
	}
	return plainJSON(p)
}

// posterDefines are the constants of the scripts that hang a poster, in these languages.
func posterDefines(src sources, languages ...string) (map[string]string, error) {
	p, err := posterOf(src, shippedSentences(), languages...)
	if err != nil {
		return nil, err
	}
	constant, err := plainJSON(p)
	return map[string]string{"POSTER": constant, "EVERY_KIND": "false"}, err
}

// shippedSentences are those that the scripts have a use for: see EVERY_KIND.
func shippedSentences() []string {
	sentences := slices.Clone(posterSentences)
	sentences[slices.Index(sentences, everyKind)] = ""
	return sentences
}

// wordsConstant returns WORDS as JSON: the sentences of the shipped poster in all languages.
func wordsConstant(src sources) (string, error) {
	p, err := posterOf(src, shippedSentences(), posterLanguages...)
	if err != nil {
		return "", err
	}
	return plainJSON(map[string]string{"vi": p.Vi, "en": p.En, "es": p.Es})
}

func posterOf(src sources, sentences []string, languages ...string) (poster, error) {
	var p poster
	if err := readJSON(src, "packs/"+posterPack+".json", &p); err != nil {
		return p, err
	}
	own := make([]posterEvent, len(p.Events))
	for i := range p.Events {
		if err := p.Events[i].fit(); err != nil {
			return p, fmt.Errorf("assets/packs/%s.json: event %q: %w", posterPack, p.Events[i].ID, err)
		}
		own[i], p.Events[i].Title = p.Events[i], ""
	}
	if len(p.Events) != posterEvents {
		return p, fmt.Errorf("assets/packs/%s.json: %d events: the poster is built for %d: see Sentence in web/poster/words.ts", posterPack, len(p.Events), posterEvents)
	}
	for lang, words := range map[string]*string{"en": &p.En, "vi": &p.Vi, "es": &p.Es} {
		if !slices.Contains(languages, lang) {
			continue
		}
		titles, err := posterTitles(src, lang, own)
		if err != nil {
			return p, err
		}
		if *words, err = posterWords(src, lang, p.Title, sentences, titles); err != nil {
			return p, err
		}
	}
	return p, nil
}

// posterTitles are the titles of the built-in pack's events in a language: its own, or those of its translation where there is one.
func posterTitles(src sources, lang string, own []posterEvent) ([]string, error) {
	var translated struct{ Events []posterEvent }
	err := readJSON(src, "packs/"+posterPack+"."+lang+".json", &translated)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var titles []string
	for _, e := range own {
		title := e.Title
		if i := slices.IndexFunc(translated.Events, func(t posterEvent) bool { return t.ID == e.ID }); i >= 0 {
			title = translated.Events[i].Title
		}
		titles = append(titles, title)
	}
	return titles, nil
}

// posterWords returns sentences by their keys, none for "", the titles, and the months, as the poster has them in a language. A semicolon
// parts two of them: in an array each would be two bytes more.
func posterWords(src sources, lang, title string, sentences, titles []string) (string, error) {
	texts, err := readTexts(src, lang)
	if err != nil {
		return "", err
	}
	date, months := texts.date()
	var words []string
	for _, key := range sentences {
		text := ""
		switch key {
		case "":
		case "date.full":
			text = date
		default:
			text = texts.sentence(key)
		}
		words = append(words, texts.withGaps(key, strings.ReplaceAll(text, "{title}", title)))
	}
	for _, t := range titles {
		words = append(words, texts.withGaps("", t))
	}
	words = append(words, months...)
	if texts.err != nil {
		return "", fmt.Errorf("assets/strings/%s.json: %w", lang, texts.err)
	}
	return strings.Join(words, ";"), nil
}

// plainJSON writes JSON for a script of its own, where "<" needs no escape.
func plainJSON(v any) (string, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return string(bytes.TrimSpace(out.Bytes())), err
}

// fit leaves out what the poster needs no word of, and says what it has no room for: its script leaves that out (EVERY_KIND).
func (e *posterEvent) fit() error {
	switch {
	case e.At == 0 && e.Yearly == "" || e.After != "":
		return fmt.Errorf(`the poster is built for "at" and "yearly", and for no "after": see EVERY_KIND`)
	case e.Caption+e.Past != "":
		return fmt.Errorf(`the poster has no room for "caption" and "past": leave them to assets/strings`)
	case (e.Status == "reported") != (e.By != ""):
		return fmt.Errorf(`the poster says of what is "reported", and of nothing else, "by" whom it is not confirmed`)
	}
	e.Status = "" // "by" says it
	return nil
}

// clockNote returns CLOCK_NOTE as JSON: what is said, by language, where the device's clock is wrong.
func clockNote(src sources) (string, error) {
	notes := map[string]string{}
	for _, lang := range posterLanguages {
		texts, err := readTexts(src, lang)
		if err != nil {
			return "", err
		}
		if notes[lang] = " " + texts.sentence("note.clock"); texts.err != nil { // something may stand before it
			return "", fmt.Errorf("assets/strings/%s.json: %w", lang, texts.err)
		}
	}
	out, err := json.Marshal(notes)
	return string(out), err
}

// texts are the strings of a language. The first text that cannot be had leaves its error there.
type texts struct {
	lang string
	all  map[string]json.RawMessage
	err  error
}

func readTexts(src sources, lang string) (*texts, error) {
	t := &texts{lang: lang}
	return t, readJSON(src, "strings/"+lang+".json", &t.all)
}

// date returns the form of a date, and the months of its gap {month}; none where months are but numbered, as in "tháng 2":
// there the gap is for the number. A browser takes long to learn how to write a date, longer than a page may be held up.
func (t *texts) date() (form string, months []string) {
	form = t.sentence("date.full")
	numbered := strings.Replace(t.sentence("month.1"), "1", "{month}", 1)
	for n := 1; n <= 12; n++ {
		name := t.sentence(fmt.Sprintf("month.%d", n))
		if name != strings.Replace(numbered, "{month}", strconv.Itoa(n), 1) {
			numbered = ""
		}
		months = append(months, name)
	}
	if numbered != "" {
		return strings.Replace(form, "{month}", numbered, 1), nil
	}
	return form, months
}

var gap = regexp.MustCompile(`\{\w+\}`)

// withGaps writes the gaps of a sentence as the poster has them, each as "#".
func (t *texts) withGaps(key, text string) string {
	if got := gap.FindAllString(text, -1); !slices.Equal(got, posterGaps[key]) {
		return t.fail(key, fmt.Sprintf("the gaps are %v: the poster fills %v, in this order", got, posterGaps[key]))
	}
	if strings.ContainsAny(text, "#;") {
		return t.fail(key, `the poster has another use for "#" and ";"`)
	}
	return gap.ReplaceAllString(text, "#")
}

// sentence returns a text as the poster has it: what comes to it for all numbers but one stands behind a "|".
func (t *texts) sentence(key string) string {
	text, ok := t.all[key]
	if !ok {
		return t.fail(key, "is not there: web/build/poster.go asks for it")
	}
	var whole string
	if json.Unmarshal(text, &whole) == nil {
		return whole
	}
	var forms struct{ One, Other string }
	if err := json.Unmarshal(text, &forms); err != nil || forms.Other == "" {
		return t.fail(key, `want a sentence, or an object with "other" and, where the language has it, "one"`)
	}
	// Vietnamese has no plural (game/words).
	if t.lang == "vi" || forms.One == "" || forms.One == forms.Other {
		return forms.Other
	}
	rest, ok := strings.CutPrefix(forms.Other, forms.One)
	if !ok {
		return t.fail(key, `"other" does not begin with "one": the poster knows plurals by their ending alone`)
	}
	return forms.One + "|" + rest
}

// fail notes the first thing that is wrong.
func (t *texts) fail(key, why string) string {
	if t.err == nil {
		t.err = fmt.Errorf("%q: %s", key, why)
	}
	return ""
}

// readJSON reads a file of assets/ into what v points at.
func readJSON(src sources, name string, v any) error {
	data, err := os.ReadFile(filepath.Join(src.root, "assets", filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("assets/%s: %w", name, err)
	}
	return nil
}
