// Shaders compiles the engine's own shaders and the .kage files given with the engine's compiler, and writes the table
// in which package legacyshader finds them. It runs inside a copy of the engine, since the compiler is internal to it.
package main

import (
	"bytes"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"strings"

	"github.com/hajimehoshi/ebiten/v2/internal/builtinshader"
	"github.com/hajimehoshi/ebiten/v2/internal/graphics"
	"github.com/hajimehoshi/ebiten/v2/internal/legacyshader"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(files []string) error {
	t := table{names: map[uint64]string{}}
	t.write("package legacyshader\n\nimport \"github.com/hajimehoshi/ebiten/v2/internal/shaderir\"\n\n")
	t.write("func compiled(hash uint64) *shaderir.Program {\n\tswitch hash {\n")
	if err := t.add("clear", []byte("clear"), []byte(builtinshader.ClearShaderSource)); err != nil {
		return err
	}
	for filter := range builtinshader.Filter(builtinshader.FilterCount) {
		for address := range builtinshader.Address(builtinshader.AddressCount) {
			key := fmt.Sprintf("b%d%d", filter, address) // as the slim builtinshader names it
			if err := t.add(key, []byte(key), builtinshader.ShaderSource(filter, address)); err != nil {
				return err
			}
		}
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := t.add(filepath.Base(file), source, source); err != nil {
			return err
		}
	}
	t.write("\t}\n\treturn nil\n}\n")
	code, err := format.Source(t.code.Bytes())
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(code)
	return err
}

type table struct {
	code  bytes.Buffer
	names map[uint64]string // of the shaders by their hashes
}

// add compiles a source and adds what comes of it under a key.
func (t *table) add(name string, key, source []byte) error {
	hash := legacyshader.Hash(key)
	if other, taken := t.names[hash]; taken {
		return fmt.Errorf("%s has the same hash as %s: change a comment in it", name, other)
	}
	t.names[hash] = name
	program, unit, err := legacyshader.CompileShader(source)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if unit != legacyshader.Pixels {
		return fmt.Errorf("%s: begin it with //kage:unit pixels", name)
	}
	vertex, fragment := glsl.Compile(program, glsl.GLSLVersionES300)
	t.write("\tcase %#x: // %s\n\t\treturn &shaderir.Program{\n", hash, name)
	t.write("UniformNames: %#v,\n", program.UniformNames)
	t.write("Uniforms: %s,\n", types(program.Uniforms))
	t.write("Read: %q,\n", read(program))
	t.write("Vertex: %q,\nFragment: %q,\n}\n", vertex, fragment)
	return nil
}

func (t *table) write(format string, args ...any) { fmt.Fprintf(&t.code, format, args...) }

// types writes types as Go.
func types(ts []shaderir.Type) string {
	var b strings.Builder
	b.WriteString("[]shaderir.Type{")
	for _, t := range ts {
		fmt.Fprintf(&b, "{Main: %d", t.Main)
		if len(t.Sub) > 0 {
			fmt.Fprintf(&b, ", Length: %d, Sub: %s", t.Length, types(t.Sub))
		}
		b.WriteString("},")
	}
	b.WriteString("}")
	return b.String()
}

// read is the Read of a program.
func read(program *shaderir.Program) string {
	n := 0
	for _, t := range program.Uniforms {
		n += t.DwordCount()
	}
	if n < graphics.PreservedUniformDwordCount {
		panic("the engine's own uniform variables are not all there")
	}
	all := make([]uint32, n)
	for i := range all {
		all[i] = 1
	}
	program.FilterUniformVariables(all)
	var b strings.Builder
	for _, v := range all {
		b.WriteByte('0' + byte(v))
	}
	return b.String()
}
