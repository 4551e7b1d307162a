package view

import (
	"houselights/game/pack"
	"houselights/game/ui"
)

// about says whose work this is, and what is certain.
func (s *scene) about() *ui.Node {
	s.screen.Focus, s.screen.Scenery = "back", ui.Night
	page := s.page(s.header(s.Say("about")), s.gap(2))
	if s.Pack.About != "" {
		add(page, s.packed(s.text("pack-about", s.Pack.About, 0, ui.Ink), ""))
	}
	for i := range s.Pack.Events {
		if s.Pack.Events[i].Status == pack.Reported {
			add(page, s.text("reported", s.Say("about.reported"), 0, ui.NoteInk))
			break
		}
	}
	whose := "about.fans"
	if s.Options.Foreign {
		whose = "about.foreign"
	}
	add(page, s.text("fans", s.Say(whose), 0, ui.Soft))
	if n := len(s.Pack.Questions) - s.Pack.Playable(); n > 0 {
		add(page, s.text("left-out", s.Say("about.left", "n", n), 0, ui.Soft))
	}
	if s.Pack.Credits != "" {
		add(page, s.packed(s.text("credits", s.Pack.Credits, -0.5, ui.Soft), ""))
	}
	if s.Pack.Licence != "" {
		add(page, s.text("licence", s.Say("about.licence", "licence", s.Pack.Licence), -0.5, ui.Soft))
	}
	add(page, s.host())
	if !s.Options.Kiosk {
		add(page, s.text("program", s.Say("about.program"), -0.5, ui.Soft))
	}
	for _, n := range page.Children[1:] {
		n.Box.MaxW = 36 * s.f.Type(0) // a longer line is hard to follow back
	}
	return page
}
