//go:build !js

package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// errThere is a file that is there and may not be written over.
var errThere = errors.New("is there already: name another with -o, or write over it with --force")

// save writes a file whole or not at all. One that is there it writes over by force only, and keeps who may read it. Where
// the path leads to no file but a device or a pipe, it writes into that.
func save(path string, data []byte, force bool) error {
	mode, old := fs.FileMode(0o666), false // less what the system is set to take away
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return errFolder
	case err == nil && !info.Mode().IsRegular():
		return os.WriteFile(path, data, 0)
	case err == nil && !force:
		return errThere
	case err == nil:
		mode = info.Mode().Perm()
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
		old = true
	}
	temporary, err := write(path, data, mode)
	if err != nil {
		return err
	}
	if old {
		_ = os.Chmod(temporary, mode) // all of it: what the system is set to take away is taken from new files
	}
	if force {
		err = os.Rename(temporary, path)
	} else {
		err = rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temporary))
	}
	return nil
}

// write writes a file of another name beside the one that is meant, and returns its path.
func write(path string, data []byte, mode fs.FileMode) (temporary string, err error) {
	for i := 0; ; i++ {
		temporary = fmt.Sprintf("%s.%d-%d.part", path, os.Getpid(), i)
		f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(data)
		if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
			return "", errors.Join(err, os.Remove(temporary))
		}
		return temporary, nil
	}
}

// rename gives a file a name that no other has: where another has got it in the meantime, it fails.
func rename(from, to string) error {
	err := os.Link(from, to)
	switch {
	case err == nil:
		return os.Remove(from)
	case errors.Is(err, fs.ErrExist):
		return errThere
	case isThere(to):
		return errThere
	}
	return os.Rename(from, to) // a system of files without links
}
