package view

import (
	"cmp"
	"strconv"

	"houselights/game/app"
	"houselights/game/ui"
)

func (s *scene) settings() *ui.Node {
	s.screen.Focus, s.screen.Scenery = "back", ui.Night
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
	sound := "off"
	if s.Sounding() {
		sound = "on"
	}
	gap := s.px(s.pick(20, 12))
	look := column(gap,
		s.setting("lang", ui.NoIcon, langs, s.Lang),
		s.setting("theme", ui.NoIcon, s.options("theme", "auto", "dark", "light"), theme),
		s.setting("text", ui.NoIcon, s.textSizes(), strconv.Itoa(max(p.Text, 100))))
	play := column(gap,
		s.setting("points", ui.NoIcon, s.options("points", "speed", "straight"), points),
		s.setting("motion", ui.MotionIcon, s.options("motion", "auto", "reduce", "full"), cmp.Or(p.Motion, "auto")),
		s.setting("sound", ui.SoundOn, s.options("sound", "off", "on"), sound))
	if s.Spoils(app.Classic) || s.Spoils(app.Rumour) {
		add(look, s.setting("seen", ui.NoIcon, s.options("seen", "yes", "no"), s.seen()))
	}
	all := &ui.Node{Box: ui.Box{Dir: ui.Grid, Columns: s.columns(), Gap: gap}, Children: []*ui.Node{look, play}}
	page := s.page(s.header(s.Say("settings")), s.gap(2), all)
	add(page, s.kept())
	return page
}

// kept is what can be done about all that is kept here, or nil.
func (s *scene) kept() *ui.Node {
	switch {
	case s.Options.Kiosk:
		return nil
	case s.Options.Unsaved:
		return s.unsaved(0)
	case s.Erasing == app.EraseAsked:
		s.screen.Focus = "spare"
		yes := s.button("erase", s.Say("erase.yes"), app.Erase{}, secondary)
		no := s.button("spare", s.Say("erase.no"), app.Spare{}, secondary)
		buttons := s.actions(yes, no)
		buttons.Box.Along = ui.Start
		group := column(s.px(10), s.text("erase-ask", s.Say("erase.ask"), 0, ui.NoteInk), buttons)
		group.Key, group.Role, group.Name = "erasing", ui.Group, s.Say("erase")
		return group
	case s.Erasable():
		if s.Erasing == app.Spared {
			s.screen.Focus = "ask-erase"
		}
		button := s.button("ask-erase", s.Say("erase"), app.AskErase{}, tertiary)
		return &ui.Node{Box: ui.Box{Dir: ui.Flow, Along: ui.Start}, Children: []*ui.Node{button}}
	case s.Erasing == app.Wiped:
		return s.text("erased", s.Say("erase.done"), 0, ui.NoteInk)
	}
	return nil
}

// unsaved says that nothing can be kept.
func (s *scene) unsaved(step float64) *ui.Node {
	return s.text("unsaved", s.Say("unsaved"), step, ui.NoteInk)
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

// setting is a choice of what the key names, under its name.
func (s *scene) setting(key string, sign ui.Icon, all []choice, chosen string) *ui.Node {
	name := s.Say("settings." + key)
	label := row(s.px(6))
	if sign != ui.NoIcon {
		add(label, icon(sign, ui.LabelInk, s.f.Type(-0.3)))
	}
	add(label, bold(s.words(name, -0.3, ui.LabelInk)))
	group := s.choices(key, name, chosen, all, ui.Start)
	for i, n := range group.Children {
		if key == "lang" {
			n.Lang = all[i].value
		}
	}
	return column(s.px(6), label, group)
}
