package main

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
)

// A page that was opened before a deploy, or that comes from a cache, asks for the hashed files that it was made with.
// Hosts that replace the whole folder would have them gone. So a release holds the hashed files of the one before, and a
// file that says which those are.

const releaseFile = "release.json"

// release is what releaseFile says.
type release struct {
	// Files are all that the site is made of, but for the compressed copies, headersFile and this file.
	Files map[string]digest `json:"files"`
	// Before are the hashed files of the release before, those that are the same in this one among them.
	Before map[string]digest `json:"before,omitempty"`
}

// digest identifies what is in a file.
type digest struct {
	Size      int    `json:"size"`
	Integrity string `json:"integrity"` // as in <script integrity="…">
}

func digestOf(data []byte) digest {
	sum := sha512.Sum384(data)
	return digest{len(data), "sha384-" + base64.StdEncoding.EncodeToString(sum[:])}
}

// shortDigest is an integrity for what counts its bytes.
func shortDigest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// lastRelease is the one before, where it lies.
type lastRelease struct {
	release
	text  []byte // of its releaseFile
	place place
}

// findLast reads the last release; nil where there is none.
func findLast(o options) (*lastRelease, error) {
	last := lastRelease{place: folder(o.out)}
	if o.last != "" {
		last.place = placeOf(o.last)
	}
	var err error
	last.text, err = last.place.read(releaseFile)
	if errors.Is(err, fs.ErrNotExist) && o.last == "" {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("no last release: name a folder or an address where what make web wrote lies, or none the first time: %w", err)
	}
	if err := json.Unmarshal(last.text, &last.release); err != nil {
		return nil, fmt.Errorf("%s of %s: %w: put it back, or delete it to go without the last release", releaseFile, last.place, err)
	}
	return &last, nil
}

// addRelease adds what stays of the last release, and what says so.
func (s site) addRelease(last *lastRelease) error {
	r := release{Files: map[string]digest{}}
	for name, data := range s {
		r.Files[name] = digestOf(data)
	}
	if last != nil {
		r.Before = hashed(last.Files)
		if err := s.keep(last, r.Before); err != nil {
			return err
		}
		if sameNames(r.Before, hashed(r.Files)) { // it is built again
			r.Before = hashed(last.Before)
			if err := s.keep(last, r.Before); err != nil {
				return err
			}
		}
	}
	text, err := json.MarshalIndent(r, "", "  ")
	s[releaseFile] = append(text, '\n')
	return err
}

// keepRelease adds the hashed files of the last release beside a site that is none, for the next release to find.
func (s site) keepRelease(last *lastRelease) error {
	if last == nil {
		return nil
	}
	s[releaseFile] = last.text
	if err := s.keep(last, hashed(last.Files)); err != nil {
		return err
	}
	return s.keep(last, hashed(last.Before))
}

// keep adds files of the last release, and the compressed copies also of those that are the same in this one: they take
// long to make.
func (s site) keep(last *lastRelease, files map[string]digest) error {
	for name, want := range files {
		if _, ok := s[name]; !ok {
			data, err := last.place.read(name)
			if err == nil && digestOf(data) != want {
				err = errors.New("it is another file")
			}
			if err != nil {
				return fmt.Errorf("%s of the last release, in %s: %w: put it back, or delete %s there to go without that release",
					name, last.place, err, releaseFile)
			}
			s[name] = data
		}
		if err := s.keepCompressed(last, name); err != nil {
			return err
		}
	}
	return nil
}

// keepCompressed adds the compressed copies that the last release has of a file, so far as they are sound.
func (s site) keepCompressed(last *lastRelease, name string) error {
	for ending, compressor := range compressors {
		packed, err := last.place.read(name + ending)
		if err == nil && compressor.holds(packed, s[name]) {
			s[name+ending] = packed
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// hashed returns the files that have a hash in their name.
func hashed(files map[string]digest) map[string]digest {
	some := map[string]digest{}
	for name, digest := range files {
		if hashedName.MatchString(name) {
			some[name] = digest
		}
	}
	return some
}

func sameNames(a, b map[string]digest) bool {
	for name := range a {
		if _, ok := b[name]; !ok {
			return false
		}
	}
	return len(a) == len(b)
}
