package main

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/js"
)

// bundle makes one minified file out of a script or style and all that it imports. A script is a classic one: it also
// runs in a frame of an opaque origin, where module scripts do not. defines are constants, aliases the files that
// stand behind an import's name, letters the properties with another name.
func bundle(entry string, defines, aliases map[string]string, letters map[string]any) ([]byte, error) {
	options := api.BuildOptions{
		EntryPoints:       []string{entry},
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		Platform:          api.PlatformBrowser,
		Charset:           api.CharsetUTF8,
		Define:            defines,
		Alias:             aliases,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		TsconfigRaw:       `{"compilerOptions":{"alwaysStrict":false}}`, // "use strict" is 13 bytes; the types are strict
		LegalComments:     api.LegalCommentsNone,                        // they are in licences/
		Plugins:           []api.Plugin{styleAsText},
		LogLevel:          api.LogLevelSilent,
	}
	if len(letters) > 0 {
		options.MangleProps = "^(" + strings.Join(slices.Sorted(maps.Keys(letters)), "|") + ")$"
		options.MangleCache = letters
	}
	result := api.Build(options)
	if messages := append(result.Errors, result.Warnings...); len(messages) > 0 {
		lines := api.FormatMessages(messages, api.FormatMessagesOptions{})
		return nil, errors.New("esbuild: " + strings.Join(lines, "\n"))
	}
	return result.OutputFiles[0].Contents, nil
}

// letters are the properties that get a letter for a name in the scripts of <house-lights>, since the poster may weigh 5,000
// bytes: they share objects, so each has the same in all of them. None may be one of the browser's own that these scripts
// use, of the element's public surface, or of what comes from the frame.
var letters = inLetters(strings.Fields(`phase target years months days seconds fraction number change
	subject element foot note shadow poster playButton player hand paint clock Player follow take drop watch language ring notes`))

func inLetters(names []string) map[string]any {
	short := map[string]any{}
	for i, name := range names {
		short[name] = string("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[i])
	}
	return short
}

// squeeze makes a minified script smaller still: esbuild names variables by how often they are used, this by where, which
// compresses better.
func squeeze(script []byte) ([]byte, error) {
	var out bytes.Buffer
	if err := (&js.Minifier{}).Minify(minify.New(), &out, bytes.NewReader(script), nil); err != nil {
		return nil, fmt.Errorf("minify: %w", err)
	}
	return out.Bytes(), nil
}

// signed marks a script as UTF-8, which it else only is where its server or the page says so.
func signed(script []byte) []byte { return append([]byte("\ufeff"), bytes.TrimSpace(script)...) }

// styleAsText lets a script import a style sheet as a minified text.
var styleAsText = api.Plugin{
	Name: "style as text",
	Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `\.css$`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			if args.Kind != api.ResolveJSImportStatement {
				return api.OnResolveResult{}, nil
			}
			return api.OnResolveResult{Path: filepath.Join(args.ResolveDir, args.Path), Namespace: "text"}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: "text"}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			result := api.Build(api.BuildOptions{
				EntryPoints:      []string{args.Path},
				Bundle:           true,
				Charset:          api.CharsetUTF8,
				MinifyWhitespace: true,
				MinifySyntax:     true,
			})
			loaded := api.OnLoadResult{Loader: api.LoaderText, Errors: result.Errors, Warnings: result.Warnings}
			for _, style := range result.OutputFiles {
				text := shortenProperties(strings.TrimSpace(string(style.Contents)))
				loaded.Contents = &text
			}
			return loaded, nil
		})
	},
}

var (
	customProperty = regexp.MustCompile(`--[a-z][a-z-]+`)
	// spaceAround is what a minifier leaves of spaces in what it does not read: values of custom properties, conditions of
	// containers. What is quoted comes first in it, to be left alone.
	spaceAround = regexp.MustCompile(`"[^"]*"|'[^']*'| ?[/<>=]+ ?|[,:] `)
)

// shortenProperties gives the custom properties of a style two letters for a name. The poster may weigh 5,000 bytes, and
// the names are 60 of them. What a script sets has one letter already, and stays. The name comes from the long one alone,
// so that styles which share a page agree; a test holds that no two are the same.
func shortenProperties(css string) string {
	css = spaceAround.ReplaceAllStringFunc(css, func(found string) string {
		if sign := strings.TrimSpace(found); !strings.ContainsAny(sign, `"'`) {
			return sign
		}
		return found
	})
	return customProperty.ReplaceAllStringFunc(css, func(name string) string {
		sum := fnv.New32a()
		sum.Write([]byte(name))
		n := sum.Sum32() >> 8
		return "--" + string(rune('a'+n%26)) + string(rune('a'+n/26%26))
	})
}
