//go:build !js

package platform

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

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
	if _, err := os.Stat(s.path); errors.Is(err, fs.ErrNotExist) {
		return app.Saved{}, nil
	}
	var saved app.Saved
	err := s.locked(func() error {
		data, err := s.read()
		if err == nil {
			saved, err = app.DecodeSaved(data)
		}
		return err
	})
	return saved, err
}

// Save joins the state with what lies in the file and writes both.
func (s *Store) Save(saved app.Saved) error {
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return err
	}
	return s.locked(func() error {
		old, spoilt := s.read()
		if errors.Is(spoilt, app.ErrNewer) {
			return spoilt
		}
		data, ok := merged(old, saved)
		if !ok {
			return app.ErrNewer
		}
		return errors.Join(spoilt, replace(s.path, data))
	})
}

// Wipe removes what is kept, also what was moved aside.
func (s *Store) Wipe() error {
	folder := filepath.Dir(s.path)
	if !exists(folder) {
		return nil
	}
	return s.locked(func() error {
		files, err := os.ReadDir(folder)
		for _, f := range files {
			if name, kept := f.Name(), filepath.Base(s.path); name == kept || strings.HasPrefix(name, kept+".unreadable") {
				err = errors.Join(err, os.Remove(filepath.Join(folder, name)))
			}
		}
		return err
	})
}

// locked does something while no other copy of the program reads or writes.
func (s *Store) locked(do func() error) (err error) {
	lock := flock.New(s.path + ".lock")
	if err := lock.Lock(); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	return do()
}

// read returns what is in the file, nil where there is none. What cannot be read as state is moved aside first.
func (s *Store) read() ([]byte, error) {
	data, err := os.ReadFile(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	_, err = app.DecodeSaved(data)
	if err == nil || errors.Is(err, app.ErrNewer) {
		return data, err
	}
	aside := s.path + ".unreadable"
	for i := 2; exists(aside); i++ {
		aside = fmt.Sprintf("%s.unreadable-%d", s.path, i)
	}
	return nil, errors.Join(fmt.Errorf("%s: %w: it is kept as %s", s.path, err, aside), os.Rename(s.path, aside))
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
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
