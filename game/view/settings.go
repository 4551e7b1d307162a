package view

import (
	"strconv"

	"houselights/game/app"
	"houselights/game/ui"
)

func (s scene) settings() *ui.Node {
	s.screen.Focus, s.screen.Quiet = "back", true
	p := s.Saved.Settings
	var langs []choice
	for _, code := range s.lib.Languages() {
		book := s.lib[code]
		langs = append(langs, choice{code, book.Say("language"), code == s.Lang, app.Set{Name: "lang", Value: code}})
	}
	theme := p.Theme
	if theme == "" {
		theme = s.Around.Theme
	}
	if theme != "dark" && theme != "light" {
		theme = "auto"
	}
	text := max(p.Text, 100)
	points := "speed"
	if p.Points == "straight" {
		points = "straight"
	}
	return s.page(s.header(s.Say("settings")), s.gap(2),
		s.setting("lang", s.Say("settings.lang"), langs),
		s.setting("theme", s.Say("settings.theme"), s.options("theme", theme, "auto", "dark", "light")),
		s.setting("text", s.Say("settings.text"), s.textSizes(text)),
		s.setting("points", s.Say("settings.points"), s.options("points", points, "speed", "straight")),
	)
}

func (s scene) options(name, chosen string, values ...string) []choice {
	var all []choice
	for _, v := range values {
		all = append(all, choice{v, s.Say("settings." + name + "." + v), v == chosen, app.Set{Name: name, Value: v}})
	}
	return all
}

func (s scene) textSizes(chosen int) []choice {
	var all []choice
	for _, v := range []int{100, 125, 150, 200} {
		value := strconv.Itoa(v)
		all = append(all, choice{value, s.Say("settings.text.size", "n", v), v == chosen, app.Set{Name: "text", Value: value}})
	}
	return all
}

func (s scene) setting(key, name string, all []choice) *ui.Node {
	label := decoration(bold(s.text("", name, -0.3, ui.LabelInk)))
	group := s.choices(key, name, all, ui.Start)
	for i, n := range group.Children {
		if key == "lang" {
			n.Lang = s.lib.Languages()[i]
		}
	}
	return column(s.f.Px(6), label, group)
}
