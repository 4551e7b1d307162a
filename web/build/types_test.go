package main

import (
	"bytes"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTypes(t *testing.T) {
	src, err := findSources("../..")
	require.NoError(t, err)
	s := site{}
	require.NoError(t, s.addTypes(src))
	assert.True(t, bytes.Contains(s[typesFile], []byte("interface HouseLightsElement extends HTMLElement")))
	assert.True(t, bytes.IndexFunc(s[typesFile], func(r rune) bool { return r > unicode.MaxASCII }) < 0, "a host may send it in any charset")
}
