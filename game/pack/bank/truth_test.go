package bank_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"houselights/game/pack/bank"
)

// TestTruth checks that answers of true and false are known in all languages of the readers, and no others.
func TestTruth(t *testing.T) {
	for _, c := range []struct {
		right, wrong string
		is, ok       bool
	}{
		{"True", "False", true, true}, {"FALSE.", "true", false, true}, {"Verdadero", "falso", true, true}, {"Sai", "Đúng", false, true}, {"vrai", "faux", true, true},
		{"Wahr", "Falsch", true, true}, {"falsch", "richtig", false, true}, {"Verdadeiro", "Falso", true, true}, {"vero", "falso", true, true},
		{"Vrai", "False", false, false}, {"True", "True", false, false}, {"Yes", "No", false, false}, {"", "False", false, false},
	} {
		is, ok := bank.Truth(c.right, c.wrong)
		assert.Equal(t, c.is, is, c.right)
		assert.Equal(t, c.ok, ok, c.right)
	}
}
