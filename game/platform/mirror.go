package platform

import (
	"math"

	"houselights/game/json"
	"houselights/game/ui"
)

// Mirror writes the screen as JSON for the page's elements. web/frame/tree.ts has the same shape as a type. Decoration is
// left out; what it holds moves up.
func Mirror(s *ui.Screen) string {
	scale := s.Frame.TextScale
	return string(json.Write(func(f json.Fields) {
		f.Text("screen", &s.Name)
		f.Text("lang", &s.Lang)
		f.Text("theme", &s.Theme.Name)
		f.Text("focus", &s.Focus)
		f.Optional().Text("anywhere", &s.Anywhere)
		f.Optional().Bool("plain", &s.Plain)
		f.Float("scale", &scale)
		root := shown(nil, s.Root)[0]
		f.Object("root", func(f json.Fields) { nodeFields(&root, f) })
	}))
}

func nodeFields(p **ui.Node, f json.Fields) {
	n, some := *p, f.Optional()
	name := n.Label()
	f.Text("key", &n.Key)
	f.Text("role", (*string)(&n.Role))
	f.Text("name", &name)
	some.Text("desc", &n.Desc)
	f.Floats("rect", &[]float64{tenth(n.Rect.X), tenth(n.Rect.Y), tenth(n.Rect.W), tenth(n.Rect.H)})
	some.Int("level", &n.Level)
	switch n.Role {
	case ui.Radio, ui.Checkbox:
		flag(f, "checked", n.State.Has(ui.Checked))
	case ui.Toggle:
		flag(f, "pressed", n.State.Has(ui.Pressed))
	}
	if v := n.Value; v != nil {
		f.Float("value", &v.Now)
		f.Float("max", &v.Max)
		some.Text("valuetext", &v.Text)
	}
	flag(some, "disabled", n.State.Has(ui.Disabled))
	some.Text("shortcut", &n.Shortcut)
	some.Text("href", &n.Href)
	some.Text("lang", &n.Lang)
	some.Float("scroll", &n.Content)
	var children []*ui.Node
	for _, c := range n.Children {
		children = shown(children, c)
	}
	json.List(some, "children", &children, nodeFields)
}

func flag(f json.Fields, name string, set bool) { f.Bool(name, &set) }

// shown appends the node to all, or in the place of decoration what it holds.
func shown(all []*ui.Node, n *ui.Node) []*ui.Node {
	if n.Role != ui.Decoration {
		return append(all, n)
	}
	for _, c := range n.Children {
		all = shown(all, c)
	}
	return all
}

// tenth keeps the JSON short: a tenth of a pixel is more than a pointer knows.
func tenth(v float64) float64 { return math.Round(v*10) / 10 }
