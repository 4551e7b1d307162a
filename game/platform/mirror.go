package platform

import (
	"encoding/json"
	"math"

	"houselights/game/ui"
)

// page is a screen as the web page's mirror reads it. web/frame/tree.ts has the same shape as a type.
type page struct {
	Screen string `json:"screen"`
	Lang   string `json:"lang"`
	Theme  string `json:"theme"`
	Focus  string `json:"focus"`
	Root   *node  `json:"root"`
}

type node struct {
	Key      string     `json:"key"`
	Role     ui.Role    `json:"role"`
	Name     string     `json:"name"`
	Desc     string     `json:"desc,omitempty"`
	Rect     [4]float64 `json:"rect"`
	Level    int        `json:"level,omitempty"`
	Checked  *bool      `json:"checked,omitempty"`
	Pressed  *bool      `json:"pressed,omitempty"`
	Value    *float64   `json:"value,omitempty"`
	Max      *float64   `json:"max,omitempty"`
	Words    string     `json:"valuetext,omitempty"`
	Disabled bool       `json:"disabled,omitempty"`
	Shortcut string     `json:"shortcut,omitempty"`
	Href     string     `json:"href,omitempty"`
	Lang     string     `json:"lang,omitempty"`
	Scroll   float64    `json:"scroll,omitempty"`
	Children []*node    `json:"children,omitempty"`
}

// Mirror writes the screen as JSON for the page's elements. Decoration is left out; what it holds moves up.
func Mirror(s *ui.Screen) (string, error) {
	root := mirrored(s.Root)
	data, err := json.Marshal(page{s.Name, s.Lang, s.Theme.Name, s.Focus, root[0]})
	return string(data), err
}

func mirrored(n *ui.Node) []*node {
	var children []*node
	for _, c := range n.Children {
		children = append(children, mirrored(c)...)
	}
	if n.Role == ui.Decoration {
		return children
	}
	m := &node{Key: n.Key, Role: n.Role, Name: n.Label(), Desc: n.Desc, Level: n.Level, Disabled: n.State.Has(ui.Disabled), Shortcut: n.Shortcut,
		Href: n.Href, Lang: n.Lang, Scroll: n.Content, Children: children,
		Rect: [4]float64{tenth(n.Rect.X), tenth(n.Rect.Y), tenth(n.Rect.W), tenth(n.Rect.H)}}
	switch n.Role {
	case ui.Radio:
		m.Checked = new(n.State.Has(ui.Checked))
	case ui.Toggle:
		m.Pressed = new(n.State.Has(ui.Pressed))
	}
	if v := n.Value; v != nil {
		m.Value, m.Max, m.Words = &v.Now, &v.Max, v.Text
	}
	return []*node{m}
}

// tenth keeps the JSON short: a tenth of a pixel is more than a pointer knows.
func tenth(v float64) float64 { return math.Round(v*10) / 10 }
