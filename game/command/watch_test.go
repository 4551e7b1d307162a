//go:build !js

package command

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
)

// desk is an author's folder with a pack in it, and what the watcher has told of it.
type desk struct {
	t   *testing.T
	dir string
	watcher

	mu     sync.Mutex
	packs  []*pack.Pack
	titles []string
	logged bytes.Buffer
}

// newDesk watches a pack. every 0 looks only when the test does.
func newDesk(t *testing.T, every time.Duration, files map[string]string) *desk {
	d := &desk{t: t, dir: t.TempDir()}
	for name, text := range files {
		d.save(name, text)
	}
	d.watcher = watcher{source: find(filepath.Join(d.dir, "my.json")), log: log.New(d, "", 0), every: every, repacked: d.takePack, entitle: d.takeTitle}
	require.True(t, d.source.watchable())
	shown := d.source.load(nil)
	require.NotNil(t, shown.pack)
	if every == 0 {
		d.keep(shown)
	} else {
		t.Cleanup(d.start(shown))
	}
	return d
}

func (d *desk) Write(line []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.logged.Write(line)
}

func (d *desk) takePack(p *pack.Pack) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.packs = append(d.packs, p)
}

func (d *desk) takeTitle(title string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.titles = append(d.titles, title)
}

func (d *desk) path(name string) string { return filepath.Join(d.dir, name) }

func (d *desk) save(name, text string) {
	require.NoError(d.t, os.WriteFile(d.path(name), []byte(text), 0o600))
}

// saveByRename writes another file and puts it in the place, as many editors do.
func (d *desk) saveByRename(name, text string) {
	d.save(name+"~", text)
	require.NoError(d.t, os.Rename(d.path(name+"~"), d.path(name)))
}

// told waits for news that end in such a state: the title, and that of the pack in its own language and in Vietnamese. It
// returns what has been logged. A file that is caught half written may be told of before.
func (d *desk) told(step, title, own, vi string) (logged string) {
	d.t.Helper()
	var is string
	assert.Eventually(d.t, func() bool {
		d.mu.Lock()
		defer d.mu.Unlock()
		if len(d.titles) == 0 || len(d.packs) == 0 {
			return false
		}
		p := d.packs[len(d.packs)-1]
		is = fmt.Sprintf("%s, %s, %s", d.titles[len(d.titles)-1], p.Title, p.In("vi").Title)
		return is == fmt.Sprintf("%s, %s, %s", title, own, vi)
	}, 10*time.Second, 2*time.Millisecond, step)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.t.Failed() {
		d.t.Fatalf("%s: it is %s", step, is)
	}
	logged = strings.ReplaceAll(d.logged.String(), d.dir+string(filepath.Separator), "")
	d.logged.Reset()
	d.titles = nil
	return logged
}

const oneQuestion = `"questions": [{"id": "who", "ask": "Who?", "right": "I", "wrong": ["You"]}]}`

func titled(title string) string {
	return fmt.Sprintf(`{"houselights": 1, "title": %q, "translations": ["vi"], %s`, title, oneQuestion)
}

func inVietnamese(title string) string {
	return fmt.Sprintf(`{"houselights": 1, "lang": "vi", "title": %q, "questions": [{"id": "who", "ask": "Ai?", "right": "Tôi", "wrong": ["Bạn"]}]}`, title)
}

// TestWatch saves a pack and its translation in all the ways of editors, and breaks and mends them.
func TestWatch(t *testing.T) {
	d := newDesk(t, 10*time.Millisecond, map[string]string{"my.json": titled("One"), "my.vi.json": inVietnamese("Một")})
	const troubled = "my.json: 1 problem, see the terminal · Houselights"
	for _, step := range []struct {
		name   string
		do     func()
		title  string
		shown  string // the title of the pack
		vi     string // and in Vietnamese
		logged string
	}{
		{"saved", func() { d.save("my.json", titled("Two")) }, "Two · Houselights", "Two", "Một", "my.json: read again\n"},
		{"touched, then saved", func() {
			require.NoError(t, os.Chtimes(d.path("my.json"), time.Time{}, time.Now().Add(-time.Hour)))
			d.save("my.json", titled("Three"))
		}, "Three · Houselights", "Three", "Một", "my.json: read again\n"},
		{"with mistakes", func() { d.save("my.json", `{"houselights": 1, "titel": "Four",`+oneQuestion) },
			"my.json: 2 problems, see the terminal · Houselights", "Three", "Một",
			"pack my.json:1:1: no title: add \"title\"\npack my.json:1:20: unknown field \"titel\": did you mean \"title\"?\n"},
		{"taken back", func() { d.save("my.json", titled("Three")) }, "Three · Houselights", "Three", "Một", "my.json: read again\n"},
		{"emptied", func() { d.save("my.json", "") }, troubled, "Three", "Một", ""},
		{"saved by another file in its place", func() { d.saveByRename("my.json", titled("Five")) }, "Five · Houselights", "Five", "Một", "my.json: read again\n"},
		{"deleted", func() { require.NoError(t, os.Remove(d.path("my.json"))) }, troubled, "Five", "Một",
			"pack my.json: no such file, and no built-in pack of that name (purple-hearts)\n"},
		{"there again", func() { d.saveByRename("my.json", titled("Six")) }, "Six · Houselights", "Six", "Một", "my.json: read again\n"},
		{"its translation", func() { d.saveByRename("my.vi.json", inVietnamese("Hai")) }, "Six · Houselights", "Six", "Hai", "my.json: read again\n"},
		{"a broken translation", func() { d.save("my.vi.json", "[]") }, "my.vi.json: 1 problem, see the terminal · Houselights", "Six", "Hai", "my.json: read again\npack my.vi.json:1:1: the file is a list, not an object: write { } with fields in it\n"},
		{"a pack whose translation is broken", func() { d.save("my.json", titled("Seven")) }, "my.vi.json: 1 problem, see the terminal · Houselights", "Seven", "Hai", ""},
		{"no translation", func() { require.NoError(t, os.Remove(d.path("my.vi.json"))) }, "Seven · Houselights", "Seven", "Seven", "pack my.vi.json: no such file, and my.json lists"},
		{"a translation again", func() { d.save("my.vi.json", inVietnamese("Ba")) }, "Seven · Houselights", "Seven", "Ba", "my.json: read again\n"},
		{"no translation in the list", func() { d.save("my.json", `{"houselights": 1, "title": "Eight", `+oneQuestion) }, "Eight · Houselights", "Eight", "Eight", "my.json: read again\n"},
		{"a translation that nobody asks for, then a list that does", func() {
			d.save("my.vi.json", inVietnamese("Bốn"))
			d.save("my.json", titled("Nine"))
		}, "Nine · Houselights", "Nine", "Bốn", "my.json: read again\n"},
	} {
		step.do()
		assert.Contains(t, d.told(step.name, step.title, step.shown, step.vi), step.logged, step.name)
	}
}

// TestWatchWaitsForTheWholeFile checks that an editor which empties a file before it writes it gives no alarm.
func TestWatchWaitsForTheWholeFile(t *testing.T) {
	d := newDesk(t, 0, map[string]string{"my.json": titled("One"), "my.vi.json": inVietnamese("Một")})
	d.look()
	d.look()
	d.save("my.json", "")
	d.look()
	d.save("my.json", titled("Two")[:20])
	d.look()
	d.save("my.json", titled("Two"))
	d.look()
	assert.Empty(t, d.titles, "it may not be all yet")
	d.look()
	assert.Equal(t, []string{"Two · Houselights"}, d.titles)
	d.look()
	d.look()
	assert.Len(t, d.titles, 1, "it is told once")
}

// TestWatchCoarseDates checks that a change is noticed where the file system keeps dates by the second.
func TestWatchCoarseDates(t *testing.T) {
	d := newDesk(t, 0, map[string]string{"my.json": titled("One"), "my.vi.json": inVietnamese("Một")})
	now := time.Now()
	for i, title := range []string{"Two", "Six"} {
		d.save("my.json", titled(title))
		require.NoError(t, os.Chtimes(d.path("my.json"), now, now))
		d.look()
		d.look()
		require.Len(t, d.titles, i+1)
		assert.Equal(t, title+" · Houselights", d.titles[i])
	}
}

// TestWatchAnotherFile checks that a file put in the place of another is noticed though it has the size and date of that.
func TestWatchAnotherFile(t *testing.T) {
	d := newDesk(t, 0, map[string]string{"my.json": titled("One"), "my.vi.json": inVietnamese("Một")})
	before := time.Now().Add(-time.Hour)
	for _, name := range []string{"my.json", "my.vi.json"} {
		require.NoError(t, os.Chtimes(d.path(name), before, before))
	}
	d.look()
	d.look()
	d.save("other.json", titled("Two"))
	require.NoError(t, os.Chtimes(d.path("other.json"), before, before))
	require.NoError(t, os.Rename(d.path("other.json"), d.path("my.json")))
	d.look()
	d.look()
	assert.Equal(t, []string{"Two · Houselights"}, d.titles)
}

// TestWatchRests checks that a pack which nobody touches is not even read.
func TestWatchRests(t *testing.T) {
	d := newDesk(t, 0, map[string]string{"my.json": titled("One"), "my.vi.json": inVietnamese("Một")})
	for _, name := range []string{"my.json", "my.vi.json"} {
		require.NoError(t, os.Chtimes(d.path(name), time.Time{}, time.Now().Add(-time.Minute)))
	}
	d.look()
	d.look()
	require.NotNil(t, d.read)
	assert.Less(t, testing.AllocsPerRun(100, d.look), 50.0, "it only asks for size and date")
	assert.Empty(t, d.titles)
	assert.False(t, find("purple-hearts").watchable(), "what is built in does not change")
	assert.False(t, find(d.dir).watchable())
}
