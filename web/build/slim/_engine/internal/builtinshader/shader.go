// Package builtinshader names the engine's own shaders.
//
// Left out: their sources in Kage, which the engine writes with text/template when it starts; template's reflection makes
// the linker keep every exported method of the program. Safe, because the sources would only be compiled, and
// legacyshader has each of these shaders compiled, under the name given here.
package builtinshader

// Filter is how a picture is sampled between its pixels.
type Filter int

// The filters, numbered as the engine's API has them.
const (
	FilterNearest Filter = iota
	FilterLinear
	FilterPixelated
)

// FilterCount is the number of filters.
const FilterCount = 3

// Address is what a picture has outside of its bounds.
type Address int

// The kinds of address, numbered as the engine's API has them.
const (
	AddressUnsafe Address = iota
	AddressClampToZero
	AddressRepeat
)

// AddressCount is the number of kinds of address.
const AddressCount = 3

// ShaderSource returns the name of the shader for a filter and an address.
func ShaderSource(filter Filter, address Address) []byte {
	return []byte{'b', '0' + byte(filter), '0' + byte(address)}
}

// ClearShaderSource is the name of the shader that makes all transparent.
const ClearShaderSource = "clear"
