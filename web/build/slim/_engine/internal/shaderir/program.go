// Package shaderir is what the engine knows of a compiled shader.
//
// Left out: the shader as a tree of statements, and all that works on it. Safe, because the table of compiled shaders
// holds what would be made from the tree: GLSL, and which uniform variables it reads.
package shaderir

// Program is a compiled shader.
type Program struct {
	UniformNames []string
	Uniforms     []Type

	// Vertex and Fragment are its two halves in GLSL ES 3.00.
	Vertex, Fragment string

	// Read has a '1' for each 32 bits of the uniform variables that the shader reads, and a '0' for the others.
	Read string
}

// FilterUniformVariables sets to 0 what the shader does not read, so that draw calls that differ in nothing else become
// one.
func (p *Program) FilterUniformVariables(uniforms []uint32) {
	for i := range p.Read {
		if p.Read[i] == '0' {
			uniforms[i] = 0
		}
	}
}
