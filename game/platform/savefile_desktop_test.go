//go:build !js

package platform

import (
	"bytes"
	"log"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSaveFile checks that a date comes to Downloads, and that a system without a program for it is only noted.
func TestSaveFile(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("PATH", "")
	require.NoError(t, os.Mkdir(filepath.Join(home, "Downloads"), 0o700))
	var noted bytes.Buffer
	d := &Desktop{Log: log.New(&noted, "", 0)}
	d.SaveFile("The sequel.ics", "BEGIN:VCALENDAR")
	text, err := os.ReadFile(filepath.Join(home, "Downloads", "The sequel.ics"))
	require.NoError(t, err)
	assert.Equal(t, "BEGIN:VCALENDAR", string(text))
	assert.Contains(t, noted.String(), "The sequel.ics")

	d.SaveFile("The sequel.ics", "another")
	text, err = os.ReadFile(filepath.Join(home, "Downloads", "The sequel (2).ics"))
	require.NoError(t, err)
	assert.Equal(t, "another", string(text), "what is there stays")
}
