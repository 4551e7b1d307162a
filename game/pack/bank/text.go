package bank

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Text returns what is in a file of text, without byte order mark and with lines that end in a line feed, and a note where
// the encoding had to be guessed: what is not UTF-8 is taken for Windows-1252, in which most older files are.
func Text(data []byte) (text, note string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
		data, _ = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data) // what is wrong becomes U+FFFD
	case !utf8.Valid(data):
		data, _ = charmap.Windows1252.NewDecoder().Bytes(data)
		note = "it is not in UTF-8, and taken for Windows-1252: where accents look wrong, save it in UTF-8 first"
	}
	text = strings.TrimPrefix(string(data), "\uFEFF")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), note
}
