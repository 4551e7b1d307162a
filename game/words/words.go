// Package words holds what the interface says, in each of its languages: whole sentences with named gaps, plurals,
// numbers and dates as each language writes them. Nothing is put together from pieces of sentences.
package words

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"houselights/game/json"
)

// Book is the texts of one language. Its zero value says the keys themselves.
type Book struct {
	Lang    string // BCP 47
	Hours12 bool   // the time of day is told with twelve hours
	texts   map[string]text
}

// text is a sentence, or one for each plural category of CLDR that the language has.
type text struct {
	one, other string
}

// Library is the books of all languages.
type Library map[string]Book

// Fallback is the language of what is missing elsewhere.
const Fallback = "en"

// Read reads one language's file: a JSON object of key to sentence, or to {"one": …, "other": …} chosen by the gap {n}.
func Read(lang string, data []byte) (Book, error) {
	all, err := json.Parse(string(data))
	if err != nil {
		return Book{}, fmt.Errorf("strings %s.json: %w", lang, err)
	}
	if all.Kind != json.BeginObject {
		return Book{}, fmt.Errorf("strings %s.json: is %s, not an object", lang, all.Kind)
	}
	b := Book{Lang: lang, texts: make(map[string]text, len(all.Entries))}
	for _, e := range all.Entries {
		t, ok := read(e.Value)
		if !ok {
			return Book{}, fmt.Errorf("strings %s.json: %q: want a sentence, or an object with \"other\" and, where the language has it, \"one\"", lang, e.Name)
		}
		b.texts[e.Name] = t
	}
	return b, nil
}

func read(v json.Value) (t text, ok bool) {
	if v.Kind == json.String {
		return text{v.Text, v.Text}, true
	}
	for _, form := range v.Entries {
		switch {
		case form.Value.Kind != json.String:
			return text{}, false
		case form.Name == "one":
			t.one = form.Value.Text
		case form.Name == "other":
			t.other = form.Value.Text
		}
	}
	if t.one == "" {
		t.one = t.other
	}
	return t, t.other != ""
}

// Nearest returns the book for the first of the wished-for languages that there is, by its primary part ("es" for
// "es-MX"), or the fallback.
func (l Library) Nearest(wishes ...string) Book {
	for _, wish := range wishes {
		primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(wish, "_", "-")), "-")
		if b, ok := l[primary]; ok {
			return b
		}
	}
	return l[Fallback]
}

// Languages are the codes of all books, the fallback first.
func (l Library) Languages() []string {
	all := []string{Fallback}
	for code := range l {
		if code == Fallback {
			continue
		}
		all = append(all, code)
		for i := len(all) - 1; i > 1 && all[i] < all[i-1]; i-- { // few are moved to their places: slices.Sort weighs 18 kB in the page
			all[i], all[i-1] = all[i-1], all[i]
		}
	}
	return all
}

// Keys are the keys of the book, sorted.
func (b *Book) Keys() []string {
	var all []string
	for key := range b.texts {
		all = append(all, key)
	}
	slices.Sort(all)
	return all
}

// Map returns the book with every sentence changed: tests stretch them.
func (b *Book) Map(change func(string) string) Book {
	changed := *b
	changed.texts = make(map[string]text, len(b.texts))
	for key, t := range b.texts {
		changed.texts[key] = text{change(t.one), change(t.other)}
	}
	return changed
}

// Say returns the sentence with its gaps filled: args are name and value in turn, and {name} stands for the value.
// An int is written with the language's digit groups; the value of "n" chooses the plural. An unknown key is said itself.
func (b *Book) Say(key string, args ...any) string {
	t, ok := b.texts[key]
	if !ok {
		return key
	}
	sentence := t.other
	for i := 0; i+1 < len(args); i += 2 {
		if n, ok := args[i+1].(int); ok && args[i] == "n" && b.one(n) {
			sentence = t.one
		}
	}
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	var filled strings.Builder
	for {
		before, rest, opened := strings.Cut(sentence, "{")
		filled.WriteString(before)
		if !opened {
			return filled.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if value, known := b.value(name, args); closed && known {
			filled.WriteString(value)
			sentence = after
		} else {
			filled.WriteString("{")
			sentence = rest
		}
	}
}

// value is what stands in the gap with the name.
func (b *Book) value(name string, args []any) (string, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] != name {
			continue
		}
		switch v := args[i+1].(type) {
		case string:
			return v, true
		case int:
			return b.Number(v), true
		default:
			return fmt.Sprint(v), true
		}
	}
	return "", false
}

// one reports whether n takes the plural category "one" (CLDR 46: English and Spanish at 1, Vietnamese never).
func (b *Book) one(n int) bool { return n == 1 && b.Lang != "vi" }

// Number writes a whole number with the digit groups of the language (CLDR 46: Spanish only from five digits on).
func (b *Book) Number(n int) string {
	least := 4
	if b.Lang == "es" {
		least = 5
	}
	return b.grouped(strconv.Itoa(n), least)
}

// Decimal writes n times 10 to the power of -decimals. It has digit groups from five digits on, so that a year has none.
func (b *Book) Decimal(n, decimals int) string {
	digits := strconv.Itoa(max(n, -n))
	if decimals > 0 {
		digits = strings.Repeat("0", max(0, decimals+1-len(digits))) + digits
	}
	whole, rest := digits[:len(digits)-decimals], strings.TrimRight(digits[len(digits)-decimals:], "0")
	if n < 0 {
		whole = "-" + whole
	}
	whole = b.grouped(whole, 5)
	if rest == "" {
		return whole
	}
	if b.Lang == "en" {
		return whole + "." + rest
	}
	return whole + "," + rest
}

// grouped sets digits in groups of three where there are as many as least.
func (b *Book) grouped(digits string, least int) string {
	sign, separator := "", ","
	switch b.Lang {
	case "vi":
		separator = "."
	case "es":
		separator = "\u00a0"
	}
	if digits[0] == '-' {
		sign, digits = "−", digits[1:]
	}
	if len(digits) < least {
		return sign + digits
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + separator + digits[i:]
	}
	return sign + digits
}

// Date writes the day of t, in t's own zone: "14 February 2026".
func (b *Book) Date(t time.Time) string {
	return b.Say("date.full", "day", strconv.Itoa(t.Day()), "month", b.month(t), "year", strconv.Itoa(t.Year()))
}

// Month writes the month of t with its year: "February 2026".
func (b *Book) Month(t time.Time) string {
	return b.Say("date.month", "month", b.month(t), "year", strconv.Itoa(t.Year()))
}

// Day writes the day of t without the year: "14 February".
func (b *Book) Day(t time.Time) string {
	return b.Say("date.day", "day", strconv.Itoa(t.Day()), "month", b.month(t))
}

func (b *Book) month(t time.Time) string {
	return b.Say("month." + strconv.Itoa(int(t.Month())))
}

// Clock writes the time of day of t, in t's own zone: "09:00", or "9:00 AM" where the book tells twelve hours.
func (b *Book) Clock(t time.Time) string {
	if !b.Hours12 {
		return t.Format("15:04")
	}
	key := "clock.am"
	if t.Hour() >= 12 {
		key = "clock.pm"
	}
	return t.Format("3:04 ") + b.Say(key)
}
