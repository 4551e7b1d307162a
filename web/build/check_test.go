package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func checkSite() site {
	s := site{"houselights.js": []byte("\ufeffelement();\n"), "frame.html": []byte("<p>…</p>\n"), "icon.svg": []byte("<svg/>"), "licences/Go.txt": []byte("BSD")}
	for _, name := range []string{"play.js", "frame.css", "frame.js", "houselights.wasm"} {
		s.addHashed(name, []byte(name))
	}
	return s
}

func TestCheckKnowsTheRelease(t *testing.T) {
	src, err := findSources("../..")
	require.NoError(t, err)
	s := checkSite()
	files, err := s.checked()
	require.NoError(t, err)
	require.NoError(t, s.addCheck(src, options{compress: true}))
	script, err := s.find("check.*.js")
	require.NoError(t, err)
	style, err := s.find("check.*.css")
	require.NoError(t, err)
	page := string(s["check.html"])
	assert.Contains(t, page, `src="`+script+`"`)
	assert.Contains(t, page, `href="`+style+`"`)
	assert.NotContains(t, page, "://", "nobody else is asked")
	for name, file := range files {
		assert.Contains(t, string(s[script]), file.Integrity, name)
	}
	assert.NotContains(t, string(s[script]), "eval(", "its policy allows none")
}

func TestChecked(t *testing.T) {
	s := checkSite()
	files, err := s.checked()
	require.NoError(t, err)
	require.Len(t, files, len(s))
	for name, want := range map[string]checkedFile{
		"houselights.js":  {digestOf(s["houselights.js"]), true, "ement();"},
		"frame.html":      {digestOf(s["frame.html"]), true, "<p>…</p>"},
		"licences/Go.txt": {digestOf(s["licences/Go.txt"]), false, "BSD"},
	} {
		assert.Equal(t, want, files[name])
	}
	game, err := s.find(wasmPattern)
	require.NoError(t, err)
	text, err := json.Marshal(files[game])
	require.NoError(t, err)
	assert.Equal(t, `{"size":16,"integrity":"sha384-`, string(text)[:strings.Index(string(text), "sha384-")+7])
	assert.True(t, strings.HasSuffix(string(text), `","played":true}`), "it has no last letters")

	delete(s, game)
	_, err = s.checked()
	require.ErrorContains(t, err, "0 files of the site fit "+wasmPattern)
}
