package graphicscommand

import (
	"errors"
	"image"

	"github.com/hajimehoshi/ebiten/v2/internal/graphicsdriver"
)

// Left out: pictures of the engine's images for those who debug it, as PNG and zip. Safe, because they are made only by
// keys that the build leaves out as well (imagedumper.go).

var errNoDump = errors.New("graphicscommand: this build cannot dump images")

// Dump fails.
func (*Image) Dump(graphicsdriver.Graphics, string, bool, image.Rectangle) (string, error) {
	return "", errNoDump
}

// DumpImages fails.
func DumpImages([]*Image, graphicsdriver.Graphics, string) (string, error) { return "", errNoDump }
