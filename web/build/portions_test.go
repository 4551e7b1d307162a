package main

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPortions(t *testing.T) {
	noise := make([]byte, 1<<20)
	for i := range noise {
		noise[i] = byte(rand.Uint32())
	}
	data := append(make([]byte, 1<<20), noise...)
	sizes, err := portions(data)
	require.NoError(t, err)
	require.Len(t, sizes, pieces)
	for i, size := range sizes {
		if i < pieces/2 {
			assert.Less(t, size, 1000, "zeros shrink to next to nothing")
		} else {
			assert.Greater(t, size, len(data)/pieces-1000, "noise does not shrink")
		}
	}

	sizes, err = portions([]byte("short"))
	require.NoError(t, err)
	assert.Len(t, sizes, pieces)
}
