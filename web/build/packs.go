package main

import (
	"encoding/json"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
)

// packPlaces say where packs may come from besides the site's own host: folders, which end in a slash, and files. Nil is
// anywhere, none is nowhere.
type packPlaces []string

// anyPlace is the source in the policy of frame.html that places stand in for.
const anyPlace = "connect-src 'self' https:;"

var (
	packHost = regexp.MustCompile(`^[a-z0-9-]+(\.[a-z0-9-]+)*(:[1-9][0-9]*)?$`)
	packPath = regexp.MustCompile(`^/([A-Za-z0-9._~@+=:/-]|%[0-9A-F]{2})*$`)
	// Ways out of a folder that a server may understand: web/frame/pack.ts refuses them.
	packWayOut = regexp.MustCompile(`(?i)%(25)*(2f|5c)|/(\.|%(25)*2e){2}([;%/]|$)`)
)

// readPackPlaces reads them as in -packs: "" is anywhere, "none" nowhere. They are taken as they are by the policy and by the
// script, so they must be written as a browser writes an address.
func readPackPlaces(text string) (packPlaces, error) {
	words := strings.Fields(text)
	if slices.Equal(words, []string{"none"}) {
		return packPlaces{}, nil
	}
	var places packPlaces
	for _, word := range words {
		if fault := packPlaceFault(word); fault != "" {
			return nil, fmt.Errorf("-packs (PACKS of make): %q: %s", word, fault)
		}
		places = append(places, word)
	}
	return places, nil
}

func packPlaceFault(word string) string {
	u, err := url.Parse(word)
	switch {
	case word == "none":
		return "stands alone: leave it out, or the others"
	case err != nil:
		return "no address: " + err.Error()
	case u.Scheme != "https" || !strings.HasPrefix(word, "https://"):
		return "not https: begin it with https://"
	case u.User != nil:
		return "a user in an address: leave that out"
	case strings.Contains(word, "*"):
		return "no * is known: end with / what stands for all under it"
	case !packHost.MatchString(u.Host) || u.Port() == "443":
		return "no host: write it in small letters, with a port only where it is not 443, and other letters as xn--…"
	case strings.ContainsAny(word, "?#"):
		return "an address with ? or #: end it before"
	case u.EscapedPath() == "":
		return "neither a folder nor a file: end it with / for all that the host has"
	case !packPath.MatchString(u.EscapedPath()) || !strings.HasSuffix(word, u.Host+u.EscapedPath()):
		return "a path with signs of its own: write them as %20 and so on"
	case packWayOut.MatchString(u.EscapedPath()):
		return "a path with %2F, %5C or .. in it: write it without"
	case path.Clean(u.Path) != strings.TrimSuffix(u.Path, "/") && u.Path != "/":
		return "a path with // or with . for a folder: write it without"
	}
	return ""
}

// constant returns PACK_PLACES.
func (p packPlaces) constant() (string, error) {
	if p == nil {
		return "null", nil
	}
	text, err := json.Marshal(p)
	return string(text), err
}

// limit puts the places in the policy of frame.html: beside a file its translations, as web/frame/pack.ts names them.
func (p packPlaces) limit(page []byte) ([]byte, error) {
	if p == nil {
		return page, nil
	}
	sources := []string{"connect-src 'self'"}
	for _, place := range p {
		sources = append(sources, place)
		folder, file := path.Split(place)
		if file == "" {
			continue
		}
		ending := path.Ext(file)
		for _, lang := range posterLanguages {
			sources = append(sources, folder+strings.TrimSuffix(file, ending)+"."+lang+ending)
		}
	}
	if n := strings.Count(string(page), anyPlace); n != 1 {
		return nil, fmt.Errorf("%q is there %d times: have it there once, in the policy", anyPlace, n)
	}
	return []byte(strings.Replace(string(page), anyPlace, strings.Join(sources, " ")+";", 1)), nil
}
