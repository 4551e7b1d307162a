package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"path"
	"strings"
)

// A site that takes a widget by the address of its page alone, such as WordPress, reads in the head of that page where
// oembedFile lies, and in that what to put in its own page. It wants whole addresses, so the build has to know its own.

const oembedFile = "oembed.json"

// base is the address that the site will have, with a slash at its end; "" where nobody has said.
type base string

// readBase reads one as in -base. It is taken as it is into pages of others, so it must be written as a browser writes it.
func readBase(text string) (base, error) {
	if text == "" {
		return "", nil
	}
	if fault := baseFault(text); fault != "" {
		return "", fmt.Errorf("-base (BASE_URL of make): %q: %s", text, fault)
	}
	return base(strings.TrimSuffix(text, "/") + "/"), nil
}

func baseFault(text string) string {
	u, err := url.Parse(text)
	switch {
	case err != nil:
		return "no address: " + err.Error()
	case !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "http://"):
		return "no whole address: begin it with https://"
	case u.User != nil:
		return "a user in an address: leave that out"
	case !packHost.MatchString(u.Host):
		return "no host: write it in small letters, and other letters as xn--…"
	case strings.ContainsAny(text, "?#"):
		return "an address with ? or #: end it before"
	case strings.HasSuffix(u.Path, ".html"):
		return "the address of a page: name the folder that it lies in"
	case u.Path != "" && (!packPath.MatchString(u.EscapedPath()) || u.EscapedPath() != strings.TrimPrefix(text, u.Scheme+"://"+u.Host) || !isShortest(u.Path)):
		return "no folder: write the path as a browser does, with %20 for a space, and without .. or //"
	}
	return ""
}

// isShortest is whether nothing in a path leads back or nowhere.
func isShortest(folder string) bool {
	return strings.TrimSuffix(path.Clean(folder), "/")+"/" == strings.TrimSuffix(folder, "/")+"/" && !strings.HasPrefix(folder, "//")
}

// oembed is an answer of version 1.0 of https://oembed.com.
type oembed struct {
	Version      string `json:"version"`
	Type         string `json:"type"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	Title        string `json:"title"`
	Width        int    `json:"width"` // in CSS pixels
	Height       int    `json:"height"`
	HTML         string `json:"html"`
}

const (
	oembedTitle = "Purple Hearts: countdown and trivia"
	// Of the sequel nobody may read more than is known: it stands in pages that the visitor believes.
	oembedNote = "The sequel is reported, not confirmed."
	// The least height that the frame asks for (web/frame/wordpress.ts), and the width up to which it asks for no more. At 3:2
	// WordPress's editor takes it for none of the shapes for which it sets a height of its own.
	oembedWidth, oembedHeight = 720, 480
)

// addDiscovery adds what a site embeds that is given the address of the page, and has the page say where it lies. It does
// nothing where the site does not know its own address.
func (s site) addDiscovery(at base) error {
	if at == "" {
		return nil
	}
	answer := oembed{
		Version:      "1.0",
		Type:         "rich",
		ProviderName: "Houselights",
		ProviderURL:  string(at),
		Title:        oembedTitle,
		Width:        oembedWidth,
		Height:       oembedHeight,
		// WordPress keeps of it one blockquote, to be seen until the frame has spoken, and one iframe behind; of these no attribute
		// but src, title, width, height and frameborder. Others take it as it is.
		HTML: fmt.Sprintf(`<blockquote><a href="%[1]s">%[2]s</a>. %[3]s</blockquote>`+
			`<iframe src="%[1]sframe.html?loading=click" title="%[2]s" width="%[4]d" height="%[5]d" frameborder="0" allow="autoplay; fullscreen; clipboard-write; web-share"></iframe>`,
			html.EscapeString(string(at)), html.EscapeString(oembedTitle), html.EscapeString(oembedNote), oembedWidth, oembedHeight),
	}
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false) // it is no part of a page, and is to be read
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(answer); err != nil {
		return err
	}
	s[oembedFile] = text.Bytes()
	page, err := inHead(s["index.html"],
		fmt.Sprintf(`<link rel="canonical" href="%s">`, html.EscapeString(string(at))),
		fmt.Sprintf(`<link rel="alternate" type="application/json+oembed" href="%s" title="%s">`, html.EscapeString(string(at)+oembedFile), html.EscapeString(oembedTitle)),
	)
	if err != nil {
		return fmt.Errorf("index.html: %w", err)
	}
	s["index.html"] = page
	return nil
}

// inHead adds lines at the end of the head of a page.
func inHead(page []byte, lines ...string) ([]byte, error) {
	const end = "</head>"
	if n := bytes.Count(page, []byte(end)); n != 1 {
		return nil, fmt.Errorf("%s is there %d times: have it there once", end, n)
	}
	return bytes.Replace(page, []byte(end), []byte("  "+strings.Join(lines, "\n    ")+"\n  "+end), 1), nil
}
