package size

import (
	"path"
	"strings"
)

// partOf returns the part that a function belongs to, by its name in the linker: the package that it was written in.
// Code made of a generic function counts with that function, wherever it is used.
func partOf(function string) Part { return packagePart(packageOf(function)) }

// packageOf returns the path of a function's package.
func packageOf(function string) string {
	// What the compiler makes for a type, to compare or to hash its values.
	for _, made := range []string{"type:.eq.", "type:.hash."} {
		if of, ok := strings.CutPrefix(function, made); ok {
			function = strings.TrimLeft(of, "*[]0123456789")
		}
	}
	// Type arguments and receivers name other packages.
	if i := strings.IndexAny(function, "[({ "); i >= 0 {
		function = function[:i]
	}
	dir, last := path.Split(function)
	name, _, found := strings.Cut(last, ".")
	if !found {
		// Assembly, and what the compiler makes for types with no name.
		return "runtime"
	}
	// The linker writes a dot in the last element of a path as %2e.
	return dir + strings.ReplaceAll(name, "%2e", ".")
}

// engine are the paths of Ebitengine's modules.
var engine = []string{"github.com/hajimehoshi/ebiten/v2", "github.com/ebitengine"}

func packagePart(pkg string) Part {
	for _, module := range engine {
		if name, ok := within(pkg, module); ok {
			return Part{"engine", name}
		}
	}
	if name, ok := within(pkg, "houselights"); ok {
		return Part{"game", name}
	}
	elements := strings.SplitN(pkg, "/", 4)
	switch {
	case pkg == "main":
		return Part{"game", pkg}
	case elements[0] == "runtime" || strings.HasPrefix(pkg, "internal/runtime/"):
		return Part{"runtime", pkg}
	case !strings.Contains(elements[0], "."):
		return Part{"standard library", pkg}
	case elements[0] == "golang.org" && len(elements) == 4:
		// golang.org/x/image/font/sfnt is font/sfnt in x/image.
		return Part{"x/" + elements[2], elements[3]}
	}
	return Part{"other modules", pkg}
}

// within returns the path of a package within a module.
func within(pkg, module string) (string, bool) {
	if pkg == module {
		return path.Base(strings.TrimSuffix(module, "/v2")), true
	}
	return strings.CutPrefix(pkg, module+"/")
}
