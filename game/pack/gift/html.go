package gift

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shown is what is to be seen of a text.
type shown struct {
	text  string
	lacks string // what is there beside, to see or to hear: "a picture"; "" for nothing
	leads bool   // it leads elsewhere, as a link
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

// readable returns what is to be seen of HTML. What is no tag of HTML, as in <stdio.h>, is text.
func readable(markup string) shown {
	if !strings.ContainsAny(markup, "<&") {
		return shown{text: markup}
	}
	markup = afterDigit.ReplaceAllString(beforeDigit.ReplaceAllString(markup, "_$1 $2"), "${1}_$2")
	p := page{Tokenizer: html.NewTokenizer(strings.NewReader(markup))}
	p.opened, p.closed = tags(markup)
	for {
		switch kind := p.Next(); kind {
		case html.ErrorToken: // the end, in a tag that is none: a<b
			p.say(string(p.Raw()))
			p.lower()
			p.shown.text = p.text.String()
			return p.shown
		case html.TextToken:
			said := html.UnescapeString(string(p.Raw()))
			if p.pre && strings.Contains(strings.TrimSpace(said), "\n") {
				p.shown.lacks = cmp.Or(p.shown.lacks, code)
			}
			if !p.hidden {
				p.say(said)
			}
		case html.CommentToken, html.DoctypeToken:
		default:
			p.tag(string(p.Raw()), kind == html.StartTagToken)
		}
	}
}

// code is what a text lacks that is put on one line.
const code = "code of several lines"

// page is HTML that is being read.
type page struct {
	pre bool // in lines that are set as they stand
	*html.Tokenizer
	opened, closed map[atom.Atom]bool
	shown          shown
	text, raised   strings.Builder // on the line, and as an exponent
	up, hidden     bool            // in an exponent, in a script
}

func (p *page) say(text string) {
	if p.up {
		p.raised.WriteString(text)
	} else {
		p.text.WriteString(text)
	}
}

// lower ends an exponent.
func (p *page) lower() {
	if p.up {
		p.up = false
		p.say(exponent(p.raised.String()))
		p.raised.Reset()
	}
}

// tag reads the tag that the page is at.
func (p *page) tag(raw string, begins bool) {
	name, attributes := p.TagName()
	if attributes && strings.Contains(raw, "multilang") { // as Moodle says the same in several languages
		p.shown.lacks = cmp.Or(p.shown.lacks, "a text in several languages")
	}
	switch tag := atom.Lookup(name); {
	case tag == 0, !single[tag] && !(p.opened[tag] && p.closed[tag]), tag == atom.Img && !attributes: // Is a<b and c>d? What does <i> do?
		p.say(raw)
	case tag == atom.Script || tag == atom.Style:
		p.hidden = begins
	case seen[tag] != "":
		p.shown.lacks = cmp.Or(p.shown.lacks, seen[tag])
	case tag == atom.Sup && begins && p.up: // one on top of another
		p.say("^")
	case tag == atom.Sup && begins:
		p.up = true
	case tag == atom.Sup:
		p.lower()
	case tag == atom.Pre:
		p.pre = begins
		p.say(" ")
	case tag == atom.Li && begins:
		p.say(" • ")
	case tag == atom.A:
		p.shown.leads = p.shown.leads || attributes
	case !inline[tag]:
		p.say(" ")
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
