//go:build !js

package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// index is the page.
type index struct{ Sections []section }

// section is a screen, in its states.
type section struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Parts []part `json:"parts"`
}

// part is one state of a screen, in every way to look at it.
type part struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Figures []figure `json:"figures"`
}

// figure is a picture with its words. The names are those that web/gallery writes.
type figure struct {
	File    string `json:"file"` // address of the picture, from the page
	W       int    `json:"w"`    // CSS pixels
	H       int    `json:"h"`
	Shape   string `json:"shape"` // "wide", "square", "tall", "strip", "wall"
	Theme   string `json:"theme"` // "dark", "light"
	Kind    string `json:"kind"`  // "plain", "accent", "text", "language", "focus", "motion"
	Caption string `json:"caption"`
	Tree    string `json:"tree"` // what is in it, for a reader
}

// Rows parts the figures by theme and kind.
func (p part) Rows() [][]figure {
	var rows [][]figure
	for i, f := range p.Figures {
		if i == 0 || f.Theme != p.Figures[i-1].Theme || f.Kind != p.Figures[i-1].Kind {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], f)
	}
	return rows
}

// readTaken reads what a browser has left in a folder; where it has not been, that is nothing.
func readTaken(folder string) ([]section, error) {
	data, err := os.ReadFile(filepath.Join(folder, "page.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var sections []section
	if err := json.Unmarshal(data, &sections); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(folder, "page.json"), err)
	}
	for _, s := range sections {
		for _, p := range s.Parts {
			for i := range p.Figures {
				p.Figures[i].File = path.Join(filepath.Base(folder), p.Figures[i].File)
			}
		}
	}
	return sections, nil
}

//go:embed index.html
var pageSource string

//go:embed gallery.css
var style string

var pageTemplate = template.Must(template.New("index.html").Parse(pageSource))

// Style is the style sheet, which stands in the page.
func (index) Style() template.CSS { return template.CSS(style) }

func (p index) write(out string) error {
	f, err := os.Create(filepath.Join(out, "index.html"))
	if err != nil {
		return err
	}
	if err := pageTemplate.Execute(f, p); err != nil {
		return err
	}
	return f.Close()
}

func (p index) count() int {
	n := 0
	for _, s := range p.Sections {
		for _, part := range s.Parts {
			n += len(part.Figures)
		}
	}
	return n
}
