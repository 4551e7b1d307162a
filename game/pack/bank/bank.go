// Package bank makes packs of other people's question banks. There is a reader for each kind of file, such as pack/gift,
// which says what is in one; this package fits that into a pack, and keeps account of all that is not kept as it was.
package bank

import (
	"fmt"

	"houselights/game/pack"
)

// MaxBytes is the largest file that is read. It may be larger than a pack, since other kinds of file say the same with
// more, and hold what is left out.
const MaxBytes = 32 << 20

// MaxItems is how many questions a reader takes from a file, those left out among them. A pack holds a fifth of it.
const MaxItems = 5 * pack.MaxQuestions

// ErrMany is a file with more of them, such as one that is of another kind throughout.
var ErrMany = fmt.Errorf("it holds more than %d questions, or what looks like them: split the file", MaxItems)

// Bank is what a reader has found in a file.
type Bank struct {
	Title, Lang, Version    string // of the pack; empty where the file does not say
	About, Credits, Licence string
	Items                   []Item   // in the order of the file
	Notes                   []string // on the file as a whole, such as an encoding that was guessed
	Distinct                bool     // what asks the same and wants the same is there by mistake, and kept once
}

// Item is one question of a file.
type Item struct {
	Line     int           // of the file, or row of the sheet, from 1: where the question begins, or what is wrong with it stands
	Where    string        // what the file calls it, such as "Q1" in quotes or results[3]; where it is empty, messages quote the question
	Topic    string        // title of its topic; may be empty
	Question pack.Question // with an ID where the file has a name for it; need not fit into a pack yet
	LeftOut  string        // why it is left out, with the way out if there is one: "an essay, which has no right answer"; "" when it is kept
	Changes  []string      // in what it is not as the file has it: "half the points for the answer "b" are none"
}
