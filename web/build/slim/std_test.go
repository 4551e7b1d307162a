package slim

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// TestPrinted goes through all that is printed in the page.
func TestPrinted(t *testing.T) {
	root, err := filepath.Abs("../../..")
	require.NoError(t, err)
	flags, err := Flags(root, t.TempDir(), shaders(t, root))
	require.NoError(t, err)
	// With the whole fmt: what reads the sources knows of no overlay.
	loaded, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax, Dir: root, BuildFlags: flags[:1], Env: append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0"),
	}, ".")
	require.NoError(t, err)
	count := 0
	packages.Visit(loaded, nil, func(p *packages.Package) {
		require.Empty(t, p.Errors, p.PkgPath)
		// Of package hex, the engine takes what cannot fail.
		if p.PkgPath == "fmt" || p.PkgPath == "encoding/hex" {
			return
		}
		for _, file := range p.Syntax {
			ast.Inspect(file, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if f, ok := callee(p.TypesInfo, call).(*types.Func); ok && f.Pkg() != nil && f.Pkg().Path() == "fmt" && f.Signature().Variadic() {
					count++
					for _, fault := range faults(p.TypesInfo, f, call) {
						t.Errorf("%s: %s", p.Fset.Position(call.Pos()), fault)
					}
				}
				return true
			})
		}
	})
	assert.Greater(t, count, 100)
}

func callee(info *types.Info, call *ast.CallExpr) types.Object {
	if s, ok := call.Fun.(*ast.SelectorExpr); ok {
		return info.Uses[s.Sel]
	}
	return nil
}

var verbs = regexp.MustCompile(`%([^a-zA-Z%]*)([a-zA-Z%])`)

// faults says what of a call the page's fmt cannot print as fmt does.
func faults(info *types.Info, f *types.Func, call *ast.CallExpr) (faults []string) {
	args := call.Args[f.Signature().Params().Len()-1:]
	if !strings.HasSuffix(f.Name(), "f") {
		for _, arg := range args {
			if !isPrintable(info.TypeOf(arg), "v") {
				faults = append(faults, fmt.Sprintf("%s of %s", f.Name(), info.TypeOf(arg)))
			}
		}
		return faults
	}
	format := info.Types[call.Args[f.Signature().Params().Len()-2]].Value
	if format == nil {
		return []string{"the format is not known before"}
	}
	used := 0
	for _, m := range verbs.FindAllStringSubmatch(constant.StringVal(format), -1) {
		if m[2] == "%" {
			continue
		}
		if used == len(args) || call.Ellipsis != token.NoPos {
			return append(faults, "no such argument, or one of a list")
		}
		typ := info.TypeOf(args[used])
		used++
		flags := regexp.MustCompile(`^(0[1-9])?$`)
		if m[2] == "f" {
			flags = regexp.MustCompile(`^(\.[0-9])?$`)
		}
		if !flags.MatchString(m[1]) || !isPrintable(typ, m[2]) {
			faults = append(faults, fmt.Sprintf("%s of %s", m[0], typ))
		}
	}
	return faults
}

// isPrintable tells whether the page's fmt prints a type by a verb.
func isPrintable(typ types.Type, verb string) bool {
	if strings.Contains("vsqw", verb) {
		if types.IsInterface(typ) {
			return true // whatever it holds, it is an error or a value that is printed elsewhere, too
		}
		for _, method := range []string{"Error", "String"} {
			if m, _, _ := types.LookupFieldOrMethod(typ, false, nil, method); m != nil {
				return true
			}
		}
	}
	switch typ := typ.Underlying().(type) {
	case *types.Slice:
		elem, ok := typ.Elem().(*types.Basic)
		return ok && (elem.Kind() == types.Byte && verb == "s" || (elem.Kind() == types.String || elem.Kind() == types.Int) && isPrintable(elem, verb))
	case *types.Basic:
		known := map[types.BasicKind]string{
			types.Bool: "tv", types.String: "svq", types.Int: "dvcqxX", types.Int32: "dvcqxX", types.Int64: "dvcqxX", types.Uint8: "dvcqxX", types.Uint32: "dvcqxX",
			types.Float32: "fgv", types.Float64: "fgv", types.UntypedInt: "dvcqxX", types.UntypedString: "svq", types.UntypedBool: "tv",
		}
		return strings.Contains(known[typ.Kind()], verb)
	}
	return false
}

// TestFmt holds what the page's fmt prints against what fmt does.
func TestFmt(t *testing.T) {
	root, err := filepath.Abs("../../..")
	require.NoError(t, err)
	flags, err := Flags(root, t.TempDir(), shaders(t, root))
	require.NoError(t, err)
	run := func(flags ...string) string {
		cmd := exec.Command("go", append(append([]string{"run"}, flags...), "./testdata/print")...)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		return string(out)
	}
	want := run()
	assert.Contains(t, want, "%")
	assert.Equal(t, want, run(flags[1]))
}

func TestReplacements(t *testing.T) {
	dir := t.TempDir()
	ours, std := filepath.Join(dir, "ours"), filepath.Join(dir, "go [1]", "src") // no pattern, but the name of a folder
	for _, file := range []string{filepath.Join(ours, "fmt", "print.go"), filepath.Join(std, "fmt", "print.go"), filepath.Join(std, "fmt", "scan.go")} {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, nil, 0o644))
	}
	replace, err := replacements(ours, std)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{filepath.Join(std, "fmt", "print.go"): filepath.Join(ours, "fmt", "print.go"), filepath.Join(std, "fmt", "scan.go"): ""}, replace)
}
