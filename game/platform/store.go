package platform

import (
	"errors"

	"houselights/game/app"
)

// merged returns what to write over old: the union of what lies there and what this copy of the program knows. ok is
// false where nothing may be written, because a newer Houselights wrote what lies there.
func merged(old []byte, s app.Saved) (data []byte, ok bool) {
	before, err := app.DecodeSaved(old)
	if errors.Is(err, app.ErrNewer) {
		return nil, false
	}
	// State that cannot be read holds nothing that could be joined.
	return before.Merge(s).Encode(), true
}
