package view

import (
	"strconv"

	"houselights/game/ui"
)

func (s *scene) settings() *ui.Node {
	s.screen.Focus, s.screen.Quiet = "back", true
	p := s.Saved.Settings
	var langs []choice
	for _, code := range s.lib.Languages() {
		book := s.lib[code]
		langs = append(langs, choice{code, book.Say("language")})
	}
	theme := p.Theme
	if theme == "" {
		theme = s.Around.Theme
	}
	if theme != "dark" && theme != "light" {
		theme = "auto"
	}
	points := "speed"
	if p.Points == "straight" {
		points = "straight"
	}
	return s.page(s.header(s.Say("settings")), s.gap(2),
		s.setting("lang", s.Say("settings.lang"), s.Lang, langs),
		s.setting("theme", s.Say("settings.theme"), theme, s.options("theme", "auto", "dark", "light")),
		s.setting("text", s.Say("settings.text"), strconv.Itoa(max(p.Text, 100)), s.textSizes()),
		s.setting("points", s.Say("settings.points"), points, s.options("points", "speed", "straight")),
	)
}

func (s *scene) options(name string, values ...string) []choice {
	var all []choice
	for _, v := range values {
		all = append(all, choice{v, s.Say("settings." + name + "." + v)})
	}
	return all
}

func (s *scene) textSizes() []choice {
	var all []choice
	for _, v := range []int{100, 125, 150, 200} {
		all = append(all, choice{strconv.Itoa(v), s.Say("settings.text.size", "n", v)})
	}
	return all
}

func (s *scene) setting(key, name, chosen string, all []choice) *ui.Node {
	label := bold(s.words(name, -0.3, ui.LabelInk))
	group := s.choices(key, name, chosen, all, ui.Start)
	for i, n := range group.Children {
		if key == "lang" {
			n.Lang = all[i].value
		}
	}
	return column(s.px(6), label, group)
}
