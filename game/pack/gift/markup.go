package gift

import (
	"bytes"
	"regexp"
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

// formatted returns a text as it was before it was escaped, and its format, which may be named before it.
func formatted(markup string, standard format) (text string, f format) {
	markup = strings.TrimSpace(markup)
	f = standard
	if name, rest, ok := strings.Cut(strings.TrimPrefix(markup, "["), "]"); ok && strings.HasPrefix(markup, "[") {
		switch named := format(name); named {
		case moodle, markdown, asHTML, plain:
			markup, f = rest, named
		}
	}
	markup = strings.TrimSpace(unmask.Replace(markup))
	return markup, f
}

// convert returns what can be read of a text, its format, and what else there is to see or hear: "a picture".
func convert(markup string, standard format) (text string, f format, lacks string) {
	markup, f = formatted(markup, standard)
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

// seen are the elements of which no text tells what they show, or tells the opposite.
var seen = map[atom.Atom]string{
	atom.Img: "a picture", atom.Svg: "a picture", atom.Canvas: "a picture", atom.Object: "a picture", atom.Embed: "a picture", atom.Iframe: "a page within the page",
	atom.Audio: "a recording", atom.Video: "a film", atom.Math: "a formula", atom.Table: "a table",
	atom.Del: "a text that is struck out", atom.S: "a text that is struck out", atom.Strike: "a text that is struck out",
}

// inline are the elements that stand within a word or a line, where no space is between them and what is beside them.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Big: true, atom.Cite: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true,
	atom.Mark: true, atom.Q: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Tt: true, atom.U: true, atom.Var: true,
}

// readable returns the text of HTML, and what it shows beside. What is no tag of HTML, as in <stdio.h>, is text.
func readable(markup string) (text, lacks string) {
	if !strings.ContainsAny(markup, "<&") {
		return markup, ""
	}
	markup = afterDigit.ReplaceAllString(beforeDigit.ReplaceAllString(markup, "_$1 $2"), "${1}_$2")
	opened, closed := tags(markup)
	z := html.NewTokenizer(strings.NewReader(markup))
	var b strings.Builder
	var raised strings.Builder // the text of an exponent
	up, hidden := false, 0     // in an exponent, in a script
	for {
		kind := z.Next()
		raw := string(z.Raw())
		switch kind {
		case html.ErrorToken: // the end, in a tag that is none: a<b
			if up { // an exponent that is never closed
				b.WriteString(exponent(raised.String()))
			}
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
		name, attributes := z.TagName()
		switch tag := atom.Lookup(name); {
		case tag == 0, !single[tag] && !(opened[tag] && closed[tag]), tag == atom.Img && !attributes: // Is a<b and c>d? What does <i> do?
			b.WriteString(raw)
		case tag == atom.Script || tag == atom.Style:
			hidden = 0
			if kind == html.StartTagToken {
				hidden = 1
			}
		case seen[tag] != "" && lacks == "":
			lacks = seen[tag]
		case tag == atom.Sup && kind == html.StartTagToken:
			if up { // one on top of another
				raised.WriteByte('^')
				break
			}
			up = true
			raised.Reset()
		case tag == atom.Sup && up:
			up = false
			b.WriteString(exponent(raised.String()))
		case !inline[tag]:
			b.WriteByte(' ')
		}
	}
}

// single are the elements that need no end.
var single = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Body: true, atom.Br: true, atom.Col: true, atom.Dd: true, atom.Dt: true, atom.Embed: true, atom.Head: true, atom.Hr: true, atom.Html: true,
	atom.Img: true, atom.Input: true, atom.Li: true, atom.Link: true, atom.Meta: true, atom.Option: true, atom.P: true, atom.Source: true, atom.Tbody: true, atom.Td: true,
	atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Track: true, atom.Wbr: true,
}

var tag = regexp.MustCompile(`<(/?)([A-Za-z][A-Za-z0-9]*)`)

// tags returns the elements that begin and that end in some HTML.
func tags(markup string) (opened, closed map[atom.Atom]bool) {
	opened, closed = map[atom.Atom]bool{}, map[atom.Atom]bool{}
	for _, m := range tag.FindAllStringSubmatch(markup, -1) {
		of := opened
		if m[1] != "" {
			of = closed
		}
		if name := atom.Lookup([]byte(strings.ToLower(m[2]))); name != 0 {
			of[name] = true
		}
	}
	return opened, closed
}

// Unmarked, the binary 10₂ would be 102, and log₂8 be log28. In H₂O there is no such danger.
var (
	afterDigit  = regexp.MustCompile(`(?i)(\d)<sub>\s*(\w+)\s*</sub>`)
	beforeDigit = regexp.MustCompile(`(?i)<sub>\s*(\d+)\s*</sub>\s*(\d)`)
)

// bare is an exponent that is clear without brackets.
var bare = regexp.MustCompile(`^[-+−]?[\pL\pN.,]+$`)

// exponent writes a raised text on the line. Unmarked, 10³ would be 103.
func exponent(text string) string {
	text = strings.TrimSpace(text)
	switch {
	case text == "1" || text == "2" || text == "3":
		return map[string]string{"1": "¹", "2": "²", "3": "³"}[text]
	case len(text) > 1 && strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) < 0: // as in 1st
		return text
	case text == "":
		return ""
	case bare.MatchString(text):
		return "^" + text
	}
	return "^(" + text + ")" // 5^1/2 would be 2.5
}
