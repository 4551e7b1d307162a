package view

import (
	"houselights/game/app"
	"houselights/game/typeset"
	"houselights/game/ui"
)

type choice struct {
	value, label string
	chosen       bool
	on           app.Msg
}

// choices is a group of radios, as pills.
func (s scene) choices(key, name string, all []choice, along ui.Align) *ui.Node {
	group := &ui.Node{Key: key, Role: ui.RadioGroup, Name: name, Box: ui.Box{Dir: ui.Flow, Gap: s.f.Px(8), Along: along}}
	for _, c := range all {
		n := s.button(key+"-"+c.value, c.label, c.on, secondary)
		n.Role = ui.Radio
		n.Text.Style = s.style(typeset.Medium, -0.3)
		n.Box.Pad = ui.Sides(s.f.Px(8), s.f.Px(18))
		n.Box.MinH = s.f.Target(40)
		if c.chosen {
			n.State = ui.Checked
			n.Text.Style.Face = typeset.Bold
			n.Look.Fill, n.Look.Border, n.Look.Width = ui.Picked, ui.RingInk, s.f.Px(1.5)
		}
		group.Children = append(group.Children, n)
	}
	return group
}
