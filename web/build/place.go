package main

import (
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// place is where a site lies.
type place interface {
	// read returns a file; the error is fs.ErrNotExist where it is not there.
	read(name string) ([]byte, error)
	fmt.Stringer
}

// placeOf takes what looks like one for an address, and all else for a folder.
func placeOf(text string) place {
	if regexp.MustCompile(`^https?://`).MatchString(text) {
		return host(strings.TrimSuffix(text, "/") + "/")
	}
	return folder(text)
}

type folder string

func (f folder) String() string { return string(f) }

func (f folder) read(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(string(f), filepath.FromSlash(name)))
}

// host is the address of a folder on a host, with a slash at its end.
type host string

func (h host) String() string { return string(h) }

func (h host) read(name string) ([]byte, error) {
	address := string(h) + name
	client := http.Client{Timeout: 5 * time.Minute}
	response, err := client.Get(address)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusOK:
		return io.ReadAll(response.Body)
	case http.StatusNotFound, http.StatusForbidden: // the latter is what S3 says of what it does not have
		return nil, &fs.PathError{Op: "get", Path: address, Err: fs.ErrNotExist}
	default:
		return nil, fmt.Errorf("get %s: the server says %s", address, response.Status)
	}
}
