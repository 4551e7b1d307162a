package main

import (
	"errors"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// bundle makes one minified file out of a script or style and all that it imports. A script is a classic one: it also
// runs in a frame of an opaque origin, where module scripts do not. defines are constants, aliases the files that
// stand behind an import's name.
func bundle(entry string, defines, aliases map[string]string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
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
		LegalComments:     api.LegalCommentsNone, // they are in licences/
		Plugins:           []api.Plugin{styleAsText},
		LogLevel:          api.LogLevelSilent,
	})
	if messages := append(result.Errors, result.Warnings...); len(messages) > 0 {
		lines := api.FormatMessages(messages, api.FormatMessagesOptions{})
		return nil, errors.New("esbuild: " + strings.Join(lines, "\n"))
	}
	return result.OutputFiles[0].Contents, nil
}

// signed marks a script as UTF-8, which it else only is where its server or the page says so.
func signed(script []byte) []byte { return append([]byte("\ufeff"), script...) }

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
			style, err := os.ReadFile(args.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			result := api.Transform(string(style), api.TransformOptions{
				Loader:           api.LoaderCSS,
				Charset:          api.CharsetUTF8,
				MinifyWhitespace: true,
				MinifySyntax:     true,
			})
			text := shortenProperties(strings.TrimSpace(string(result.Code)))
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderText, Errors: result.Errors, Warnings: result.Warnings}, nil
		})
	},
}

var customProperty = regexp.MustCompile(`--[a-z][a-z-]+`)

// shortenProperties gives the custom properties of a style two letters for a name. The poster may weigh 5,000 bytes, and
// the names are 60 of them. What a script sets has one letter already, and stays. The name comes from the long one alone,
// so that styles which share a page agree; a test holds that no two are the same.
func shortenProperties(css string) string {
	return customProperty.ReplaceAllStringFunc(css, func(name string) string {
		sum := fnv.New32a()
		sum.Write([]byte(name))
		n := sum.Sum32() >> 8
		return "--" + string(rune('a'+n%26)) + string(rune('a'+n/26%26))
	})
}
