package view

import (
	"houselights/game/pack"
	"houselights/game/ui"
)

// about says whose work this is, and what is certain.
func (s scene) about() *ui.Node {
	s.screen.Focus, s.screen.Quiet = "back", true
	children := []*ui.Node{s.header(s.Say("about")), s.gap(2)}
	add := func(n *ui.Node) { children = append(children, n) }
	if s.Pack.About != "" {
		add(s.packed(s.text("pack-about", s.Pack.About, 0, ui.Ink)))
	}
	for _, e := range s.Pack.Events {
		if e.Status == pack.Reported {
			add(s.text("reported", s.Say("about.reported"), 0, ui.NoteInk))
			break
		}
	}
	add(s.text("fans", s.Say("about.fans"), 0, ui.Soft))
	if n := len(s.Pack.Questions) - s.Pack.Playable(); n > 0 {
		add(s.text("left-out", s.Say("about.left", "n", n), 0, ui.Soft))
	}
	if s.Pack.Credits != "" {
		add(s.packed(s.text("credits", s.Pack.Credits, -0.5, ui.Soft)))
	}
	if s.Pack.Licence != "" {
		add(s.text("licence", s.Say("about.licence", "licence", s.Pack.Licence), -0.5, ui.Soft))
	}
	if host := s.host(); host != nil {
		add(host)
	}
	if !s.Options.Kiosk {
		add(s.text("program", s.Say("about.program"), -0.5, ui.Soft))
	}
	return s.page(children...)
}
