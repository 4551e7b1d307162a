//go:build !js

package platform_test

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/platform"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/ui"
)

func best(key string, points int) app.Saved {
	return app.Saved{Bests: map[string]app.Best{key: {Points: points, Of: 10}}}
}

func TestStoreKeepsAndJoins(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "made", "on demand")
	s := platform.NewStore(folder)
	got, err := s.Load()
	require.NoError(t, err)
	assert.Equal(t, app.Saved{}, got, "a new player")
	require.NoError(t, s.Save(best("a", 5)))
	require.NoError(t, platform.NewStore(folder).Save(best("b", 7)), "another copy of the program")
	got, err = s.Load()
	require.NoError(t, err)
	assert.Len(t, got.Bests, 2)
}

// TestTwoCopiesLoseNothing has many copies of the program save at once.
func TestTwoCopiesLoseNothing(t *testing.T) {
	folder := t.TempDir()
	var group sync.WaitGroup
	for i := range 20 {
		group.Go(func() { assert.NoError(t, platform.NewStore(folder).Save(best(fmt.Sprint(i), i+1))) })
	}
	group.Wait()
	got, err := platform.NewStore(folder).Load()
	require.NoError(t, err)
	assert.Len(t, got.Bests, 20)
}

func TestStoreWithWhatItCannotRead(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "state.json")
	s := platform.NewStore(folder)

	require.NoError(t, os.WriteFile(path, []byte("not state"), 0o600))
	_, err := s.Load()
	assert.ErrorContains(t, err, path)
	kept, err := os.ReadFile(path + ".unreadable")
	require.NoError(t, err)
	assert.Equal(t, "not state", string(kept), "nothing is lost")
	require.NoError(t, s.Save(best("a", 1)))

	newer := []byte(`{"version": 99, "more": true}`)
	require.NoError(t, os.WriteFile(path, newer, 0o600))
	_, err = s.Load()
	assert.ErrorIs(t, err, app.ErrNewer)
	assert.ErrorIs(t, s.Save(best("a", 1)), app.ErrNewer)
	left, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, newer, left, "what a newer Houselights wrote is left alone")
}

// TestWipe checks that nothing is left of what was kept, also of what could not be read, and that it can be kept anew.
func TestWipe(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "[made] on demand")
	s := platform.NewStore(folder)
	require.NoError(t, s.Wipe(), "nothing is there yet")
	assert.NoDirExists(t, folder)
	require.NoError(t, os.Mkdir(folder, 0o700))
	for _, name := range []string{"state.json", "kiosk.log", "state.json.unreadable", "state.json.unreadable-2"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte("{}"), 0o600))
	}
	require.NoError(t, s.Wipe())
	require.NoError(t, s.Wipe(), "nothing is there any more")
	left, err := filepath.Glob(filepath.Join(filepath.Dir(folder), "*", "*"))
	require.NoError(t, err)
	for i := range left {
		left[i] = filepath.Base(left[i])
	}
	assert.Equal(t, []string{"kiosk.log", "state.json.lock"}, left)
	require.NoError(t, s.Save(best("a", 5)))
	got, err := s.Load()
	require.NoError(t, err)
	assert.Len(t, got.Bests, 1)
}

// TestSaveAndWipeInTurn checks that what is saved before a wipe is gone, and what is saved after it stays.
func TestSaveAndWipeInTurn(t *testing.T) {
	for range 50 {
		store := platform.NewStore(t.TempDir())
		d := &platform.Desktop{Store: store, Log: log.New(io.Discard, "", 0)}
		d.Save(best("a", 1))
		d.Save(best("b", 1))
		d.Wipe()
		d.Save(best("c", 1))
		d.Save(best("d", 1).Merge(best("c", 1)))
		d.Close()
		got, err := store.Load()
		require.NoError(t, err)
		assert.Equal(t, best("d", 1).Merge(best("c", 1)).Bests, got.Bests)
		d.Wipe()
		d.Close()
		got, err = store.Load()
		require.NoError(t, err)
		assert.Equal(t, app.Saved{}, got)
	}
	(&platform.Desktop{}).Wipe() // a kiosk has no store
}

// TestMirrorIsTheTree checks that the page gets every node that has a role, and only those, under the same names.
func TestMirrorIsTheTree(t *testing.T) {
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	viewer, err := program.Viewer(fonts)
	require.NoError(t, err)
	all, err := scenes.All()
	require.NoError(t, err)
	type node struct {
		Key, Role, Name string
		Children        []node
	}
	for _, scene := range all {
		for _, size := range [][2]float64{{720, 480}, {320, 240}} {
			s := viewer.Screen(scene.Model, size[0], size[1])
			var want []string
			s.Root.Walk(func(n *ui.Node) bool {
				if n.Role != ui.Decoration {
					want = append(want, fmt.Sprint(n.Key, n.Role, n.Label()))
				}
				return true
			})
			text := platform.Mirror(s)
			var page struct {
				Screen, Focus string
				Root          node
			}
			require.NoError(t, json.Unmarshal([]byte(text), &page))
			var got []string
			var walk func(node)
			walk = func(n node) {
				got = append(got, fmt.Sprint(n.Key, n.Role, n.Name))
				for _, c := range n.Children {
					walk(c)
				}
			}
			walk(page.Root)
			assert.Equal(t, want, got, scene.Name)
			assert.Equal(t, s.Focus, page.Focus)
		}
	}
}

// TestMirrorOfValues checks what the page is told of toggles and progress: also what is off, and what is at nothing.
func TestMirrorOfValues(t *testing.T) {
	root := &ui.Node{Key: "root", Role: ui.ScreenRole, Children: []*ui.Node{
		{Key: "on", Role: ui.Toggle, State: ui.Pressed, On: 1},
		{Key: "off", Role: ui.Toggle, On: 1},
		{Key: "bar", Role: ui.Progress, Value: &ui.Value{Now: 0, Max: 10, Text: "none of 10"}},
		{Key: "plain", Role: ui.Button, On: 1},
	}}
	text := platform.Mirror(&ui.Screen{Root: root})
	var page struct {
		Root struct{ Children []map[string]any }
	}
	require.NoError(t, json.Unmarshal([]byte(text), &page))
	for i, want := range []map[string]any{{"pressed": true}, {"pressed": false}, {"value": 0.0, "max": 10.0, "valuetext": "none of 10"}, {}} {
		for _, field := range []string{"pressed", "value", "max", "valuetext"} {
			assert.Equal(t, want[field], page.Root.Children[i][field], "%s of %s", field, root.Children[i].Key)
		}
	}
}
