//go:build !js

package command

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/program"
	"houselights/game/trivia"
	"houselights/game/typeset"
	"houselights/game/ui"
	"houselights/game/view"
)

// cards finds texts that are too long for their place on the screen, by laying the screens out.
type cards struct {
	viewer view.Viewer
	fonts  *typeset.Fonts
}

// The smallest screen that people commonly have, in CSS pixels, and the largest text that they can choose on it.
const (
	narrow, high = 360, 640
	largestText  = 2
)

// tallest is the height that an answer may take: about half the screen, so that two are seen together. It is what 75
// characters of ordinary words need at the worst, seven lines.
const tallest = 0.55 * high

func newCards(fonts *typeset.Fonts) (cards, error) {
	viewer, err := program.Viewer(fonts)
	return cards{viewer, fonts}, err
}

// notes are those on the texts of a question, but for the same ones, by which a translation is known.
func (c cards) notes(p *pack.Pack, question int, same map[passage]bool) pack.Problems {
	q := &p.Questions[question]
	at := spot{"question", question, q.ID}
	var notes pack.Problems
	note := func(field, text string, n *ui.Node, most float64) {
		if same[passage{at, field, text}] || len(c.fonts.Missing(text)) > 0 { // in another font it is another width
			return
		}
		if what, fix := c.tooLong(n, most); what != "" {
			notes = append(notes, pack.Problem{Where: at.where(same != nil), What: field + " " + what, Fix: fix})
		}
	}
	card := trivia.Redeal(p, question, trivia.Card{Question: question})
	screen := c.screen(p, card, q.Scale.Steps())
	margin := screen.Frame.Margin()
	if n := showing(screen.Root.Find("ask"), q.Ask); n != nil {
		note(`"ask"`, q.Ask, n, high-margin.Top-margin.Bottom)
	}
	for place, i := range card.Order {
		answer := screen.Root.Find(fmt.Sprintf("answer-%d", place+1))
		if q.Kind == pack.TrueFalse || answer == nil {
			continue // these words are ours
		}
		if n := showing(answer, option(q, i)); n != nil {
			note(optionField(q, i), option(q, i), n, tallest-answer.Box.Pad.Top-answer.Box.Pad.Bottom)
		}
	}
	if unit := q.Scale.Unit; unit != "" {
		if n := showing(screen.Root, "\u00a0"+unit); n != nil {
			note(`"unit"`, unit, n, tallest)
		}
	}
	return notes
}

// screen is the question as it is shown first; a number stands at the end of its scale, where it is longest.
func (c cards) screen(p *pack.Pack, card trivia.Card, end int) *ui.Screen {
	alone := *p
	alone.Events = nil // what is counted to is not on the screen, and takes its time
	m := app.Model{Pack: &alone, Event: -1, Screen: app.Question, Around: app.Surroundings{Lang: p.Lang, Theme: "dark", TextScale: largestText}}
	m.Play.Cards = []trivia.Card{card}
	m.Draft = []int{end}
	return c.viewer.Screen(m, narrow, high)
}

// showing returns the last node from n on that shows a text which ends so, or nil. A unit stands in the line on what is to be
// done as well, before the number itself.
func showing(n *ui.Node, end string) (found *ui.Node) {
	if n != nil {
		n.Walk(func(c *ui.Node) bool {
			if c.Text.Lines != nil && strings.HasSuffix(c.Text.String, end) {
				found = c
			}
			return true
		})
	}
	return found
}

// tooLong says what is wrong with a text that has been laid out and may be so high, and the way out; "" when all is well.
func (c cards) tooLong(n *ui.Node, most float64) (what, fix string) {
	const there = "on a small screen with text at 200 %"
	length := utf8.RuneCountInString(n.Text.String)
	lines := int(most / c.fonts.Metrics(n.Text.Style).LineHeight)
	if len(n.Text.Lines) > lines {
		return fmt.Sprintf("is too long for its place %s, with %d characters", there, length),
			fmt.Sprintf("shorten it to about %d characters", length*lines/len(n.Text.Lines))
	}
	if word := broken(n.Text); word != "" {
		length := utf8.RuneCountInString(word)
		fits := float64(length) * n.Rect.W / c.fonts.Measure(n.Text.Style, word)
		return fmt.Sprintf("has a word that is broken %s, with %d characters: %q", there, length, word),
			fmt.Sprintf("use one of about %d characters, or write it with a hyphen", int(fits))
	}
	return "", ""
}

// broken returns the first word that two lines share, since it is wider than one; "" when there is none.
func broken(t ui.Text) string {
	at := 0
	for i, line := range t.Lines {
		at += max(0, strings.Index(t.String[at:], line.Text)) + len(line.Text)
		last, _ := utf8.DecodeLastRuneInString(t.String[:at])
		next, _ := utf8.DecodeRuneInString(t.String[at:])
		if i+1 == len(t.Lines) || parts(last) || parts(next) {
			continue
		}
		start := strings.LastIndexFunc(t.String[:at], parts) + 1
		end := strings.IndexFunc(t.String[at:], parts)
		if end < 0 {
			return t.String[start:]
		}
		return t.String[start : at+end]
	}
	return ""
}

// parts reports whether a line may end beside the character: at a space, but for one that ties, or a hyphen.
func parts(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F' || r == '-' || r == '\u2010'
}
