//go:build ebitenginevmguest

package platform

import (
	"log"

	"houselights/game/sound"
)

// speaker is silent under the engine's test host: many programs run there at once, faster than they could be heard.
type speaker struct{ log *log.Logger }

func (*speaker) play(sound.Cue) {}
