package view

import (
	"houselights/game/app"
	"houselights/game/typeset"
	"houselights/game/ui"
)

type choice struct{ value, label string }

// choices is a group of radios, as pills, that sets what the key names.
func (s *scene) choices(key, name, chosen string, all []choice, along ui.Align) *ui.Node {
	group := &ui.Node{Key: key, Role: ui.RadioGroup, Name: name, Box: ui.Box{Dir: ui.Flow, Gap: s.px(8), Along: along}}
	for _, c := range all {
		n := s.button(key+"-"+c.value, c.label, app.Set{Name: key, Value: c.value}, secondary)
		n.Role = ui.Radio
		n.Text.Style = s.style(typeset.Medium, -0.3)
		n.Box.Pad, n.Box.MinW = ui.Sides(s.px(8), s.px(15)), s.target(60)
		n.Box.MinH = s.target(40)
		if c.value == chosen {
			n.State = ui.Checked
			n.Text.Style.Face = typeset.Bold
			n.Look.Fill, n.Look.Border, n.Look.Width = ui.Picked, ui.RingInk, s.px(1.5)
		}
		add(group, n)
	}
	return group
}
