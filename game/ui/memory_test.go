package ui_test

import (
	"runtime"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/typeset"
	"houselights/game/ui"
)

// TestLayouterForgets lays out ever new texts: what has been measured is kept, but not all of it.
func TestLayouterForgets(t *testing.T) {
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	l := ui.NewLayouter(fonts)
	layOut := func(from, to int) {
		for i := from; i < to; i++ {
			text := &ui.Node{Text: ui.Text{String: "Text number " + strconv.Itoa(i), Style: typeset.Style{Size: 16}}}
			l.Layout(&ui.Node{Children: []*ui.Node{text}}, ui.Frame{W: 50, H: 200}, "")
		}
	}
	layOut(0, 3000)
	before := heap()
	layOut(3000, 30_000)
	assert.Less(t, heap(), before+1<<20, "27,000 texts of 200 bytes are five times that")
	runtime.KeepAlive(l)
}

// heap is the memory in use, in bytes.
func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
