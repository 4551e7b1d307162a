package ui

import (
	"fmt"
	"math"
	"strings"
)

// Dump writes the tree as text, a line a node: what it is, what it is called, its state, where it lies and how it
// looks. It is what the golden files hold, and what a reviewer reads.
func (s *Screen) Dump() string {
	var b strings.Builder
	fmt.Fprintf(&b, "screen %s %s %gx%g %s focus=%s\n", s.Name, s.Lang, s.Frame.W, s.Frame.H, s.Frame.Shape(), s.Focus)
	for _, c := range s.Root.Children {
		dump(&b, c, 1)
	}
	return b.String()
}

func dump(b *strings.Builder, n *Node, depth int) {
	b.WriteString(strings.Repeat("  ", depth))
	if n.Role == Decoration {
		b.WriteString("·")
	} else {
		b.WriteString(string(n.Role))
	}
	if n.Key != "" {
		b.WriteString(" #" + n.Key)
	}
	if label := n.Label(); label != "" {
		fmt.Fprintf(b, " %q", label)
	}
	if n.Name != "" && n.Text.String != "" && n.Name != n.Text.String {
		fmt.Fprintf(b, " shows %q", n.Text.String)
	}
	for _, s := range stateNames {
		if n.State.Has(s.state) {
			b.WriteString(" [" + s.name + "]")
		}
	}
	if v := n.Value; v != nil {
		fmt.Fprintf(b, " at %g/%g %q", v.Now, v.Max, v.Text)
	}
	if n.Shortcut != "" {
		b.WriteString(" key=" + n.Shortcut)
	}
	if n.On != nil {
		on := n.On
		if msg, ok := on.(interface{ Text() string }); ok {
			on = msg.Text()
		}
		fmt.Fprintf(b, " -> %v", on)
	}
	r := n.Rect
	fmt.Fprintf(b, " (%g,%g %gx%g)", math.Round(r.X), math.Round(r.Y), math.Round(r.W), math.Round(r.H))
	if n.Content > 0 {
		fmt.Fprintf(b, " holds %g", math.Round(n.Content))
	}
	if len(n.Text.Lines) > 1 {
		fmt.Fprintf(b, " %d lines", len(n.Text.Lines))
	}
	b.WriteString(n.Look.dump())
	b.WriteByte('\n')
	for _, c := range n.Children {
		dump(b, c, depth+1)
	}
}

var stateNames = []struct {
	state State
	name  string
}{{Disabled, "disabled"}, {Checked, "checked"}, {Right, "right"}, {Wrong, "wrong"}, {Chosen, "chosen"}, {Pressed, "pressed"}}

func (k Look) dump() string {
	var parts []string
	add := func(name string, t Token) {
		if t != None {
			parts = append(parts, name+"="+t.String())
		}
	}
	add("ink", k.Ink)
	add("fill", k.Fill)
	add("border", k.Border)
	add("glow", k.Glow)
	if k.Icon != NoIcon {
		parts = append(parts, "icon="+k.Icon.String())
	}
	if k.Ring != nil {
		parts = append(parts, fmt.Sprintf("ring=%.2f", k.Ring.Fraction))
	}
	if k.Rail != nil {
		parts = append(parts, fmt.Sprintf("rail=%.2f", k.Rail.Fraction))
	}
	if k.Faint {
		parts = append(parts, "faint")
	}
	if len(parts) == 0 {
		return ""
	}
	return " {" + strings.Join(parts, " ") + "}"
}
