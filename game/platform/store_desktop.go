//go:build !js

package platform

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"

	"houselights/game/app"
)

// Store keeps the state in one file. Two copies of the program take turns by a lock beside it, read again before they
// write, and put the whole new file in place of the old in one step, so that neither a crash nor the other loses anything.
type Store struct {
	path string
}

// NewStore returns a store in the folder, which is made when it is first written to.
func NewStore(folder string) *Store { return &Store{filepath.Join(folder, "state.json")} }

// Folder is where the program keeps its things: "houselights" in the user's configuration folder.
func Folder() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("no folder for settings: %w: set HOME or XDG_CONFIG_HOME", err)
	}
	return filepath.Join(config, "houselights"), nil
}

// Load returns what is kept; nothing kept is a new player. A file that cannot be read is moved aside and named in the error.
func (s *Store) Load() (app.Saved, error) {
	data, err := os.ReadFile(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return app.Saved{}, nil
	}
	if err != nil {
		return app.Saved{}, err
	}
	saved, err := app.DecodeSaved(data)
	if err != nil && err != app.ErrNewer {
		return app.Saved{}, errors.Join(fmt.Errorf("%s: %w: it is kept as %s", s.path, err, s.spoilt()), os.Rename(s.path, s.spoilt()))
	}
	return saved, err
}

func (s *Store) spoilt() string { return s.path + ".unreadable" }

// Save joins the state with what lies in the file and writes both.
func (s *Store) Save(saved app.Saved) (err error) {
	folder := filepath.Dir(s.path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	lock := flock.New(s.path + ".lock")
	if err := lock.Lock(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	old, err := os.ReadFile(s.path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	data, ok := merged(old, saved)
	if !ok {
		return app.ErrNewer
	}
	return replace(s.path, data)
}

// replace writes the file whole or not at all.
func replace(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
