//go:build !js

package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/command"
)

// TestCalls checks what a call says and how it exits. None of these opens a window: what is wrong is found before.
func TestCalls(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	good := file("good.json", `{"houselights":1,"title":"Mine","lang":"en","questions":[{"ask":"Who?","right":"I","wrong":["You"]}]}`)
	broken := file("broken.json", "{\n \"houselights\": 1,\n \"title\": }")
	bare := file("bare.json", `{"houselights":1,"title":"Mine","lang":"en","questions":[{"ask":"Who?","wrong":["You"]}]}`)
	zones := file("zones.json", `{"houselights":1,"title":"Mine","questions":[{"ask":"Who?","right":true}],"events":[
		{"id":"summer","title":"E","at":"2026-07-14T00:00:00-08:00","zone":"America/Los_Angeles"},
		{"id":"nowhere","title":"E","at":"2026-07-14T00:00:00Z","zone":"Mars/Olympus"},
		{"id":"winter","title":"E","at":"2026-02-14T00:00:00-08:00","zone":"America/Los_Angeles"}]}`)
	for name, c := range map[string]struct {
		args     []string
		code     int
		out, err []string
	}{
		"help":              {[]string{"--help"}, 0, []string{"houselights kiosk", "--pack FILE", "pack show"}, nil},
		"help of a command": {[]string{"pack", "check", "--help"}, 0, []string{"houselights pack check"}, nil},
		"help by word":      {[]string{"help"}, 0, []string{"houselights serve"}, nil},
		"unknown command":   {[]string{"dance"}, 2, nil, []string{`unknown command "dance"`, "--help"}},
		"unknown flag":      {[]string{"--colour", "red"}, 2, nil, []string{"-colour"}},
		"a bare file":       {[]string{"kiosk", "my.json"}, 2, nil, []string{"--pack my.json"}},
		"unknown theme":     {[]string{"--theme", "pink"}, 2, nil, []string{"auto, dark or light"}},
		"unknown motion":    {[]string{"--motion", "wild"}, 2, nil, []string{`--motion "wild"`, "auto, reduce or full"}},
		"unknown sound":     {[]string{"kiosk", "--sound", "loud"}, 2, nil, []string{`--sound "loud"`, "on or off"}},
		"unknown language":  {[]string{"--lang", "de"}, 2, nil, []string{`"de"`, "en, es, vi"}},
		"unknown mode":      {[]string{"--mode", "chess"}, 2, nil, []string{"home, countdown, daily, classic or rumour"}},
		"unknown event":     {[]string{"kiosk", "--event", "party"}, 2, nil, []string{`"party"`, "sequel, birthday"}},
		"no such pack":      {[]string{"--pack", "nowhere.json"}, 1, nil, []string{"nowhere.json", "purple-hearts"}},
		"a broken pack":     {[]string{"--pack", broken}, 1, nil, []string{"broken.json:3:"}},
		"check":             {[]string{"pack", "check", good, "purple-hearts"}, 0, []string{"good.json", `"Mine" is sound. Questions: 1`, `"Purple Hearts" is sound`}, nil},
		"check all of bad":  {[]string{"pack", "check", bare, broken}, 1, nil, []string{"bare.json", "add \"right\"", "broken.json"}},
		"check zones": {[]string{"pack", "check", zones}, 1, []string{"a round has 1 question"}, []string{
			`zones.json: events[0] "summer": "at" is 2026-07-14T00:00:00-08:00, and the offset of America/Los_Angeles on that day is another: write 2026-07-14T00:00:00-07:00`,
			`events[1] "nowhere": unknown zone "Mars/Olympus"`}},
		"check nothing":     {[]string{"pack", "check"}, 2, nil, []string{"name the files"}},
		"check how":         {[]string{"pack", "check", "--hard", good}, 2, nil, []string{"pack check", "-hard"}},
		"pack alone":        {[]string{"pack"}, 2, nil, []string{"pack check", "pack show"}},
		"pack what":         {[]string{"pack", "eat", good}, 2, nil, []string{`"eat"`, "pack check", "pack show"}},
		"show":              {[]string{"pack", "show", good}, 0, []string{"Mine\n====\n", "✓ I", "· You"}, nil},
		"show nothing":      {[]string{"pack", "show"}, 2, nil, []string{"name one file"}},
		"show two":          {[]string{"pack", "show", good, bare}, 2, nil, []string{"name one file"}},
		"show a broken one": {[]string{"pack", "show", broken}, 1, nil, []string{"broken.json:3:"}},
		"show in what":      {[]string{"pack", "show", good, "--lang", "vi"}, 2, nil, []string{`no translation into "vi"`, "use one of en"}},
		"serve nowhere":     {[]string{"serve", filepath.Join(dir, "none")}, 1, nil, []string{"make web"}},
		"serve two":         {[]string{"serve", "a", "b"}, 2, nil, []string{"one folder"}},
		"serve built-in":    {[]string{"serve", "--pack", "purple-hearts", dir}, 2, nil, []string{"frame.html?pack=purple-hearts"}},
	} {
		t.Run(name, func(t *testing.T) {
			var out, err bytes.Buffer
			assert.Equal(t, c.code, command.Run(c.args, &out, &err))
			for _, want := range c.out {
				assert.Contains(t, out.String(), want)
			}
			for _, want := range c.err {
				assert.Contains(t, err.String(), want)
			}
			if c.out == nil {
				assert.Empty(t, out.String())
			}
		})
	}
}
