package bank_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"houselights/game/pack/bank"
)

func TestText(t *testing.T) {
	for name, c := range map[string]struct {
		data, want string
		guessed    bool
	}{
		"UTF-8":                  {"é – 1", "é – 1", false},
		"with a byte order mark": {"\uFEFFé", "é", false},
		"UTF-16, little end":     {"\xFF\xFE\xE9\x00\x0A\x00", "é\n", false},
		"UTF-16, big end":        {"\xFE\xFF\x00\xE9", "é", false},
		"UTF-16, cut short":      {"\xFF\xFE\xE9\x00\x0A", "é\uFFFD", false},
		"Windows-1252":           {"\xE9 \x92\x80", "é ’€", true},
		"line ends":              {"a\r\nb\rc\n\r\nd", "a\nb\nc\n\nd", false},
		"nothing":                {"", "", false},
	} {
		got, note := bank.Text([]byte(c.data))
		assert.Equal(t, c.want, got, name)
		assert.Equal(t, c.guessed, note != "", name)
	}
}
