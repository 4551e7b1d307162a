package gift

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	renderer "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// format is what a text is written in.
type format string

// The formats that may be named in brackets before a text. Moodle's own is what most files are in, which name none: HTML
// that is not strict, as writers of plain text do not know that they write it.
const (
	moodle   format = "moodle"
	markdown format = "markdown"
	asHTML   format = "html"
	plain    format = "plain"
)

// convert returns what can be read of a text, its format, and what else there is to see or hear: "a picture".
func convert(markup string, standard format) (text string, f format, lacks string) {
	markup = strings.TrimSpace(markup)
	f = standard
	if name, rest, ok := strings.Cut(strings.TrimPrefix(markup, "["), "]"); ok && strings.HasPrefix(markup, "[") {
		switch named := format(name); named {
		case moodle, markdown, asHTML, plain:
			markup, f = rest, named
		}
	}
	markup = strings.TrimSpace(unmask.Replace(markup))
	switch f {
	case plain:
		return onOneLine(markup), f, ""
	case markdown:
		if len(markup) > maxMarkdown {
			break
		}
		var page bytes.Buffer
		if err := withHTML.Convert([]byte(markup), &page); err == nil {
			markup = page.String()
		}
	}
	text, lacks = readable(markup)
	if strings.TrimSpace(text) == "" && lacks == "" { // as in {=<br> ~<hr>}, on HTML itself
		text = markup
	}
	return onOneLine(strings.ReplaceAll(text, "\u00A0", " ")), f, lacks // editors of HTML put it anywhere
}

// maxMarkdown is the longest text in Markdown that is converted, in bytes. One that is longer does not fit into a pack either,
// and can take hours.
const maxMarkdown = 4000

// withHTML leaves the HTML in Markdown where it is: no page will show it.
var withHTML = goldmark.New(goldmark.WithRendererOptions(renderer.WithUnsafe()))

// onOneLine puts a text on one line. Spaces that tie words together are set with care.
func onOneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00A0' && r != '\u202F' }), " ")
}

// seen are the elements of which no text tells what they show.
var seen = map[atom.Atom]string{
	atom.Img: "a picture", atom.Svg: "a picture", atom.Canvas: "a picture", atom.Object: "a picture", atom.Embed: "a picture", atom.Iframe: "a page within the page",
	atom.Audio: "a recording", atom.Video: "a film", atom.Math: "a formula", atom.Table: "a table",
}

// inline are the elements that stand within a word or a line, where no space is between them and what is beside them.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Big: true, atom.Cite: true, atom.Code: true, atom.Del: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true,
	atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Tt: true, atom.U: true, atom.Var: true,
}

// readable returns the text of HTML, and what it shows beside. What is no tag of HTML, as in <stdio.h>, is text.
func readable(markup string) (text, lacks string) {
	if !strings.ContainsAny(markup, "<&") {
		return markup, ""
	}
	z := html.NewTokenizer(strings.NewReader(markup))
	var b strings.Builder
	var raised strings.Builder // the text of an exponent
	up, hidden := false, 0     // in an exponent, in a script
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch kind {
		case html.ErrorToken: // the end, in a tag that is none: a<b
			b.WriteString(raw)
			return b.String(), lacks
		case html.TextToken:
			switch said := html.UnescapeString(raw); {
			case hidden > 0:
			case up:
				raised.WriteString(said)
			default:
				b.WriteString(said)
			}
			continue
		case html.CommentToken, html.DoctypeToken:
			continue
		}
		name, _ := z.TagName()
		switch tag := atom.Lookup(name); {
		case tag == 0:
			b.WriteString(raw)
		case tag == atom.Script || tag == atom.Style:
			hidden = 0
			if kind == html.StartTagToken {
				hidden = 1
			}
		case seen[tag] != "" && lacks == "":
			lacks = seen[tag]
		case tag == atom.Sup && kind == html.StartTagToken:
			up = true
			raised.Reset()
		case tag == atom.Sup:
			up = false
			b.WriteString(exponent(raised.String()))
		case !inline[tag]:
			b.WriteByte(' ')
		}
	}
}

// exponent writes a raised text on the line. Unmarked, 10³ would be 103.
func exponent(text string) string {
	text = strings.TrimSpace(text)
	switch {
	case text == "1" || text == "2" || text == "3":
		return map[string]string{"1": "¹", "2": "²", "3": "³"}[text]
	case len(text) > 1 && strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) < 0: // as in 1st
		return text
	case len(strings.Fields(text)) == 1:
		return "^" + text
	}
	return "^(" + text + ")"
}
