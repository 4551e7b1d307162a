package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// posterPack and posterLanguages are what the poster shows without asking anyone: the built-in pack, in our languages.
const posterPack = "purple-hearts"

var posterLanguages = []string{"en", "vi", "es"}

// posterSentences are the keys of what the poster says, in the order of Sentence in web/poster/words.ts.
var posterSentences = []string{
	"home.play.short",
	"count.days",
	"count.left",
	"count.today",
	"count.today.reported",
	"count.past",
	"count.past.reported",
	"caption.reported",
	"caption.anniversary",
	"when.instant",
	"when.day",
	"status.reported",
}

// poster is the constant POSTER; web/poster/words.ts says the same of it.
type poster struct {
	Title  string        `json:"title"`
	Lang   string        `json:"lang"`
	Events []posterEvent `json:"events"`
	// A sentence, or [one, other]. The gap {date} is filled with the parts of a date: a browser takes long to learn how to
	// write one, longer than a page may be held up.
	Words map[string][]any `json:"words"`
	// The names of the months, parted by spaces, where the language has names.
	Months map[string]string `json:"months"`
}

// posterEvent is what the poster needs of a pack's event.
type posterEvent struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Caption string `json:"caption,omitempty"`
	Past    string `json:"past,omitempty"`
	At      string `json:"at,omitempty"`
	Yearly  string `json:"yearly,omitempty"`
	Since   int    `json:"since,omitempty"`
	Status  string `json:"status,omitempty"`
}

// posterConstant returns POSTER as JSON, made from the same pack and the same strings that the game has.
func posterConstant(src sources) (string, error) {
	p := poster{Lang: "en", Words: map[string][]any{}, Months: map[string]string{}} // a pack that does not say is in English
	if err := readJSON(src, "packs/"+posterPack+".json", &p); err != nil {
		return "", err
	}
	for _, lang := range posterLanguages {
		file := "strings/" + lang + ".json"
		var texts map[string]json.RawMessage
		if err := readJSON(src, file, &texts); err != nil {
			return "", err
		}
		date, months, err := posterDate(lang, texts)
		if err != nil {
			return "", fmt.Errorf("assets/%s: %w", file, err)
		}
		if months != "" {
			p.Months[lang] = months
		}
		for _, key := range posterSentences {
			sentence, err := posterSentence(lang, texts[key])
			if err != nil {
				return "", fmt.Errorf("assets/%s: %q: %w", file, key, err)
			}
			if whole, ok := sentence.(string); ok {
				sentence = strings.ReplaceAll(whole, "{date}", date)
			}
			p.Words[lang] = append(p.Words[lang], sentence)
		}
	}
	// "<" needs no escape in a script of its own.
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(p)
	return string(bytes.TrimSpace(out.Bytes())), err
}

// posterDate returns the form of a date, and the months of its gap {month}. Where months are but numbered, as in "tháng 2",
// the form has the number itself, as {n}.
func posterDate(lang string, texts map[string]json.RawMessage) (form, months string, err error) {
	whole := func(key string) string {
		text, textErr := posterSentence(lang, texts[key])
		if textErr != nil && err == nil {
			err = fmt.Errorf("%q: %w", key, textErr)
		}
		return fmt.Sprint(text)
	}
	form = whole("date.full")
	numbered := strings.Replace(whole("month.1"), "1", "{n}", 1)
	var names []string
	for n := 1; n <= 12; n++ {
		name := whole(fmt.Sprintf("month.%d", n))
		if name != strings.Replace(numbered, "{n}", strconv.Itoa(n), 1) {
			numbered = ""
		}
		names = append(names, name)
	}
	if numbered != "" {
		return strings.Replace(form, "{month}", numbered, 1), "", err
	}
	return form, strings.Join(names, " "), err
}

// posterSentence returns a text of the strings as the poster has it: [one, other] only where they differ.
func posterSentence(lang string, text json.RawMessage) (any, error) {
	if text == nil {
		return nil, fmt.Errorf("is not there: web/build/poster.go asks for it")
	}
	var whole string
	if json.Unmarshal(text, &whole) == nil {
		return whole, nil
	}
	var forms struct{ One, Other string }
	if err := json.Unmarshal(text, &forms); err != nil || forms.Other == "" {
		return nil, fmt.Errorf(`want a sentence, or an object with "other" and, where the language has it, "one"`)
	}
	// Vietnamese has no plural (game/words).
	if lang == "vi" || forms.One == "" || forms.One == forms.Other {
		return forms.Other, nil
	}
	return []string{forms.One, forms.Other}, nil
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
