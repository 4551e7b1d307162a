package bank

import (
	"strings"

	"houselights/game/nfc"
)

// truths are what answers of true and false are called.
var truths = [][2]string{{"True", "False"}, {"Verdadero", "Falso"}, {"Đúng", "Sai"}, {"Vrai", "Faux"}, {"Wahr", "Falsch"}, {"Richtig", "Falsch"}, {"Verdadeiro", "Falso"}, {"Vero", "Falso"}}

// Truth reports whether two answers are true and false, in any language that is known, and whether the right one is true.
func Truth(right, wrong string) (is, ok bool) {
	for _, t := range truths {
		switch {
		case called(right, t[0]) && called(wrong, t[1]):
			return true, true
		case called(right, t[1]) && called(wrong, t[0]):
			return false, true
		}
	}
	return false, false
}

func called(answer, name string) bool {
	return strings.EqualFold(nfc.String(strings.TrimRight(answer, ".")), name)
}
