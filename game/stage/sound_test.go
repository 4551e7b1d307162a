//go:build !js

package stage_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/platform"
	"houselights/game/sound"
)

func TestSound(t *testing.T) {
	tb := newTable(t, app.Options{}, app.Placed{Around: app.Surroundings{Lang: "en", Theme: "dark", Sound: true}}, app.Choose{Mode: app.Classic})
	tb.press("start")
	tb.frame()
	assert.Equal(t, []sound.Cue{sound.Pluck}, tb.sounds)
	tb.say(platform.Placed{Around: app.Surroundings{Lang: "en", Theme: "dark"}}, platform.Press{Key: "answer-1"})
	tb.frame()
	assert.Equal(t, "reveal", tb.screen.Name)
	assert.Len(t, tb.sounds, 1, "sound is off again")
}

// TestAMachineWithoutSound counts the last seconds to an event in the program itself, where the system's sound is not to be had:
// it says so once, and goes on.
func TestAMachineWithoutSound(t *testing.T) {
	dir := t.TempDir()
	binary := filepath.Join(dir, "program")
	out, err := exec.Command("go", "build", "-o", binary, "houselights").CombinedOutput()
	require.NoError(t, err, string(out))
	pack := filepath.Join(dir, "pack.json")
	require.NoError(t, os.WriteFile(pack, []byte(`{"houselights":1,"title":"Mine","lang":"en","questions":[{"ask":"Who?","right":"I","wrong":["You"]}]}`), 0o600))

	soon := time.Now().Add(12 * time.Second).UTC().Format(time.RFC3339)
	cmd := exec.Command(binary, "--sound", "on", "--lang", "en", "--pack", pack, "--event", soon)
	cmd.Env = append(os.Environ(), "PULSE_SERVER=unix:"+filepath.Join(dir, "none"), "ALSA_CONFIG_PATH="+os.DevNull, "XDG_CONFIG_HOME="+dir)
	stderr, err := cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	deadline := time.AfterFunc(30*time.Second, func() { _ = cmd.Process.Kill() })
	t.Cleanup(func() {
		deadline.Stop()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	lines := bufio.NewScanner(stderr)
	next := func() string {
		for lines.Scan() {
			if !strings.HasPrefix(lines.Text(), "ALSA lib ") { // the system's library says what it thinks
				return lines.Text()
			}
		}
		return "the program has ended"
	}
	assert.Contains(t, next(), "no sound from now on: ")
	// It is still there, with nothing else to say.
	require.NoError(t, os.WriteFile(pack, []byte(`{"houselights":1}`), 0o600))
	assert.Contains(t, next(), "pack.json")
}
