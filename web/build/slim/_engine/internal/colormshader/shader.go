// Package colormshader stands in for the shaders that apply a colour matrix.
//
// Left out: their sources, written with text/template (see builtinshader). Safe, because only the package colorm and the
// deprecated DrawImageOptions.ColorM come here, and Houselights uses neither: the first use would panic.
package colormshader

// Filter is how a picture is sampled between its pixels.
type Filter int

// Address is what a picture has outside of its bounds.
type Address int

// The names under which the shaders take their matrix.
const (
	UniformColorMBody        = "ColorMBody"
	UniformColorMTranslation = "ColorMTranslation"
)

// ShaderSource returns a name that no compiled shader has.
func ShaderSource(Filter, Address) []byte { return []byte("colorm") }
