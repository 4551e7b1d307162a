package gift

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	renderer "github.com/yuin/goldmark/renderer/html"
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
	return strings.TrimSpace(unmask.Replace(markup)), f
}

// convert returns what can be read of a text, and its format.
func convert(markup string, standard format) (shown, format) {
	markup, f := formatted(markup, standard)
	switch f {
	case plain:
		return shown{text: onOneLine(markup)}, f
	case markdown:
		if len(markup) > maxMarkdown {
			break
		}
		var page bytes.Buffer
		if err := withHTML.Convert([]byte(markup), &page); err == nil {
			markup = page.String()
		}
	}
	s := readable(markup)
	s.text = onOneLine(strings.ReplaceAll(s.text, "\u00A0", " ")) // editors of HTML put it anywhere
	return s, f
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
