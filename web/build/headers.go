package main

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// headersFile is what Netlify and Cloudflare Pages read in the folder that they publish, and others leave alone.
const headersFile = "_headers"

// addHeaders says what those hosts shall send beyond what they do by themselves. They keep nothing in a cache unless told;
// hashed files may stay for ever. Each has a rule of its own: where two apply, hosts differ in what comes of it.
func (s site) addHeaders() {
	var text strings.Builder
	text.WriteString("/*\n  Access-Control-Allow-Origin: *\n  Access-Control-Expose-Headers: Date, Age\n  Cross-Origin-Resource-Policy: cross-origin\n  X-Content-Type-Options: nosniff\n")
	for _, path := range []string{"/frame.html", "/frame"} { // Cloudflare Pages leads from the one to the other
		text.WriteString(path + "\n  Cross-Origin-Embedder-Policy: require-corp\n")
	}
	for _, name := range slices.Sorted(maps.Keys(s)) {
		if !hashedName.MatchString(name) {
			continue
		}
		rule := "\n  Cache-Control: public, max-age=31536000, immutable\n"
		text.WriteString("/" + name + rule)
		if filepath.Ext(name) == ".wasm" {
			text.WriteString("/" + name + ".gz" + rule) // asked for by its own name where the host does not compress
		}
	}
	s[headersFile] = []byte(text.String())
}
