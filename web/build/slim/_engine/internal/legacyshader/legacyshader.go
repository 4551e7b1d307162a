// Package legacyshader finds shaders that were compiled when the program was built.
//
// Left out: the Kage compiler, and the conversion of shaders written for versions of the engine long gone: with the Go
// parser, big numbers and regular expressions a third of an empty game. Safe, because the build compiles the engine's
// shaders for clearing and for pictures, and each .kage file of Houselights, with this very version's compiler, into
// table.go; any other is refused.
package legacyshader

import (
	"errors"

	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
)

// Unit is the unit of a shader's coordinates.
type Unit int

// The units. No shader in the table is in texels.
const (
	Texels Unit = iota
	Pixels
)

// CompileShader returns the compiled shader of a source, or of a name that builtinshader gives.
func CompileShader(source []byte) (*shaderir.Program, Unit, error) {
	program := compiled(Hash(source))
	if program == nil {
		return nil, 0, errors.New("this shader was not compiled ahead: have it among assets/shaders/*.kage when the site is built, or build with SLIM=0, also for parts of the engine that bring shaders, such as vector")
	}
	return program, Pixels, nil
}
