package gift_test

import (
	"flag"
	"testing"

	"houselights/game/pack/bank/banktest"
	"houselights/game/pack/gift"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestRead reads a file for each rule of the grammar.
func TestRead(t *testing.T) { banktest.Golden(t, gift.Read, *update) }
