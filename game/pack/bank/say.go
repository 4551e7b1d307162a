package bank

import (
	"fmt"
	"strings"
)

// Brief cuts a text to what a message can carry.
func Brief(text string) string {
	const most = 40 // characters
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most]) + "…"
}

// Quote puts a text in quotes, as it is but on one line, and no longer than a message can carry.
func Quote(text string) string { return `"` + Brief(strings.Join(strings.Fields(text), " ")) + `"` }

// Counted is a number of things in words: 1 question, 2 questions.
func Counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
