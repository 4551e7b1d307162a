package view

import (
	"strings"

	"houselights/game/app"
	"houselights/game/iso8601"
	"houselights/game/pack"
	"houselights/game/typeset"
	"houselights/game/ui"
)

// page is the root of a screen: a column with the margins of the frame.
func (s *scene) page(children ...*ui.Node) *ui.Node {
	return &ui.Node{Box: ui.Box{Pad: s.f.Margin(), Gap: s.px(s.pick(12, 7))}, Children: children}
}

// add gives a node more children: those that are not nil. It and three others that are called all over are kept from being
// inlined, which weighs more in the page.
//
//go:noinline
func add(parent *ui.Node, children ...*ui.Node) {
	for _, n := range children {
		if n != nil {
			parent.Children = append(parent.Children, n)
		}
	}
}

// header is a heading with a way back.
func (s *scene) header(title string) *ui.Node {
	end := row(s.px(8))
	add(end, s.mute(), s.back())
	return &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.px(12), Along: ui.Between, Across: ui.Middle},
		Children: []*ui.Node{s.heading(title, 2.6), end}}
}

// back is the way back from a side screen.
func (s *scene) back() *ui.Node {
	return s.iconed(ui.BackIcon, s.button("back", s.Say("back"), app.Back{}, secondary))
}

// iconed puts an icon before the words of a button.
func (s *scene) iconed(i ui.Icon, n *ui.Node) *ui.Node {
	words := &ui.Node{Text: n.Text, Look: ui.Look{Ink: n.Look.Ink, Under: n.Look.Under}}
	n.Name, n.Text, n.Look.Under = n.Label(), ui.Text{}, false
	n.Box.Dir, n.Box.Gap, n.Box.Along, n.Box.Across = ui.Row, s.px(8), ui.Middle, ui.Middle
	n.Box.Pad.Left *= 0.75 // the icon is lighter than words
	n.Box.Pad.Right *= 0.75
	n.Children = []*ui.Node{icon(i, n.Look.Ink, words.Text.Style.Size), words}
	return n
}

// mutable reports whether there is anything to mute: sound is on, or the visitor has muted it.
func (s *scene) mutable() bool { return s.Sounding() || s.Saved.Settings.Sound == "off" }

// mute is the button that turns sound off, and on again, or nil where there is none.
func (s *scene) mute() *ui.Node {
	if !s.mutable() {
		return nil
	}
	n := &ui.Node{Key: "mute", Role: ui.Toggle, Name: s.Say("settings.sound"), On: app.Set{Name: "sound", Value: "on"},
		Look: ui.Look{Radius: ui.Round}, Box: ui.Box{MinW: s.target(44), MinH: s.target(44), Dir: ui.Row, Along: ui.Middle, Across: ui.Middle}}
	sign := ui.SoundOff
	if s.Sounding() {
		sign, n.State, n.On = ui.SoundOn, ui.Pressed, app.Set{Name: "sound", Value: "off"}
	}
	add(n, icon(sign, ui.LabelInk, s.px(20)))
	return n
}

// withMute sets a node and the button that mutes side by side, where there is one.
func (s *scene) withMute(n *ui.Node) *ui.Node {
	if mute := s.mute(); mute != nil {
		return row(s.px(8), n, mute)
	}
	return n
}

func (s *scene) style(face typeset.Face, step float64) typeset.Style {
	return typeset.Style{Face: face, Size: s.f.Type(step)}
}

// heading is the title of the screen, in the display face.
func (s *scene) heading(text string, step float64) *ui.Node {
	return &ui.Node{Key: "title", Role: ui.Heading, Level: 2, Look: ui.Look{Ink: ui.Ink},
		Text: ui.Text{String: text, Style: s.style(typeset.Display, step), Balance: true}}
}

// words are a text whose parent speaks for it.
func (s *scene) words(text string, step float64, ink ui.Token) *ui.Node {
	return &ui.Node{Look: ui.Look{Ink: ink}, Text: ui.Text{String: text, Style: s.style(typeset.Medium, step)}}
}

// text is a paragraph.
func (s *scene) text(key, text string, step float64, ink ui.Token) *ui.Node {
	return &ui.Node{Key: key, Role: ui.Paragraph, Look: ui.Look{Ink: ink}, Text: ui.Text{String: text, Style: s.style(typeset.Medium, step)}}
}

// centred is a paragraph with its lines in the middle.
func (s *scene) centred(key, text string, step float64, ink ui.Token) *ui.Node {
	return aligned(s.text(key, text, step, ink), ui.Middle)
}

func bold(n *ui.Node) *ui.Node { n.Text.Style.Face = typeset.Bold; return n }

// packed marks a node whose words come from the pack, in a language of their own or, where that is "", the pack's.
func (s *scene) packed(n *ui.Node, lang string) *ui.Node {
	n.Lang = s.foreign(lang)
	return n
}

// foreign is that language where it is not the screen's, else "".
//
//go:noinline
func (s *scene) foreign(lang string) string {
	if lang == "" {
		lang = s.Pack.Lang
	}
	if lang == s.Lang {
		return ""
	}
	return lang
}

// aligned sets a text's lines in its box, evened out where they are centred.
func aligned(n *ui.Node, a ui.Align) *ui.Node {
	n.Text.Align = a
	n.Text.Balance = n.Text.Balance || a == ui.Middle
	return n
}

// grown makes a node take the room to spare.
func grown(n *ui.Node) *ui.Node { n.Box.Grow = 1; return n }

type weight int

const (
	primary weight = iota // the one thing to do
	secondary
	tertiary // words with a line under them
)

// button sends a message. Exactly one button of a screen is the main one.
func (s *scene) button(key, label string, on any, w weight) *ui.Node {
	n := &ui.Node{Key: key, Role: ui.Button, On: on,
		Text: ui.Text{String: label, Style: s.style(typeset.Bold, 0), Align: ui.Middle, Balance: true},
		Box:  ui.Box{MinH: s.target(46), MinW: s.target(84), Pad: ui.Sides(s.px(10), s.px(28))}}
	switch w {
	case primary:
		n.Box.Pad = ui.Sides(s.px(10), s.px(34))
		n.Look = ui.Look{Ink: ui.MainInk, Fill: ui.MainTop, FillTo: ui.MainFoot, Radius: ui.Round, Glow: ui.MainGlow, Spread: s.px(14)}
	case secondary:
		n.Look = s.quiet()
	case tertiary:
		n.Text.Style = s.style(typeset.Medium, -0.5)
		n.Box.Pad = ui.Sides(s.px(6), s.px(8))
		n.Box.MinW = 44
		n.Look = ui.Look{Ink: ui.LabelInk, Under: true, Radius: s.px(12)}
		s.grounded(n)
	}
	if key == "back" {
		n.Shortcut = "Escape"
	}
	return n
}

// grounded gives words that can be pressed a ground of their own, where lamps and hills may lie behind them.
func (s *scene) grounded(n *ui.Node) {
	if s.screen.Scenery != ui.Night {
		n.Look.Ink, n.Look.Fill, n.Look.Under, n.Look.Radius = ui.Ink, ui.Ground, false, ui.Round
		n.Box.Pad = ui.Sides(s.px(6), s.px(16))
	}
}

// dusk is the scenery behind cards and lines: where there is little room they may lie anywhere, and it steps further back.
func (s *scene) dusk() ui.Scenery {
	if s.compact {
		return ui.Night
	}
	return ui.Dusk
}

// quiet is the look of a button that is not the main one, or not yet.
func (s *scene) quiet() ui.Look {
	ground := ui.Quiet
	if s.screen.Scenery != ui.Night {
		ground = ui.Ground
	}
	return ui.Look{Ink: ui.Ink, Fill: ground, Border: ui.QuietEdge, Width: s.px(1), Radius: ui.Round}
}

// disable makes a button one that cannot be pressed yet.
func (s *scene) disable(n *ui.Node) {
	n.State |= ui.Disabled
	n.Look = s.quiet()
	n.Look.Faint = true
}

// actions sets buttons side by side where there is room, under each other and full width in a tall frame.
func (s *scene) actions(buttons ...*ui.Node) *ui.Node {
	if s.is(ui.Tall) {
		return column(s.px(10), buttons...)
	}
	return &ui.Node{Box: ui.Box{Dir: ui.Flow, Gap: s.px(16), Along: ui.Middle}, Children: buttons}
}

// columns is how many cards stand side by side: two where each still holds a few words in a line.
func (s *scene) columns() int {
	if s.is(ui.Tall) || !s.halves(14) {
		return 1
	}
	return 2
}

// halves reports whether each half of the frame is so many ems wide.
func (s *scene) halves(ems float64) bool {
	m := s.f.Margin()
	return (s.f.W-m.Left-m.Right)/2 >= ems*s.f.Type(0)
}

// host names where a pack from elsewhere comes from, or is nil.
func (s *scene) host() *ui.Node {
	if s.Options.PackHost == "" {
		return nil
	}
	return s.text("host", s.Say("about.host", "host", s.Options.PackHost), -1, ui.NoteInk)
}

func row(gap float64, children ...*ui.Node) *ui.Node {
	return &ui.Node{Box: ui.Box{Dir: ui.Row, Gap: gap, Across: ui.Middle}, Children: children}
}

//go:noinline
func column(gap float64, children ...*ui.Node) *ui.Node {
	return &ui.Node{Box: ui.Box{Gap: gap}, Children: children}
}

// spacer takes weight shares of the room to spare.
func spacer(weight float64) *ui.Node { return &ui.Node{Box: ui.Box{Grow: weight}} }

// disc is the eclipse with something in it; least and most are diameters in units of the design.
func (s *scene) disc(key string, role ui.Role, name string, least, most, fraction float64, children ...*ui.Node) *ui.Node {
	n := &ui.Node{Key: key, Role: role, Name: name, Look: ui.Look{Ring: &ui.Ring{Fraction: fraction, Thick: 0.022}},
		Box: ui.Box{MinW: s.px(least), MaxH: s.px(most), Grow: 1}}
	add(n, children...)
	return n
}

// inDisc is a text whose size follows the disc, but never falls under the type scale's step.
func (s *scene) inDisc(text string, face typeset.Face, share, step float64, ink ui.Token) *ui.Node {
	return &ui.Node{Look: ui.Look{Ink: ink}, Box: ui.Box{Share: share}, Text: ui.Text{String: text, Style: s.style(face, step), Align: ui.Middle, Balance: true}}
}

// figures is a number in a disc: one line, digits of one width.
func (s *scene) figures(text string, face typeset.Face, share, step float64, ink ui.Token) *ui.Node {
	n := s.inDisc(text, face, share, step, ink)
	n.Box.OneLine, n.Text.Style.Tabular = true, true
	return n
}

// label sets a text as a small spaced heading.
func label(n *ui.Node) *ui.Node {
	n.Text.Style.Face, n.Text.Style.Tracking = typeset.Bold, 0.1
	return n
}

// discLabel is such a heading in a disc: DAYS.
func (s *scene) discLabel(text string, share float64) *ui.Node {
	return label(s.inDisc(strings.ToUpper(text), typeset.Bold, share, -1.1, ui.LabelInk))
}

// cardList is a list of cards that can be pressed.
func (s *scene) cardList(key, name string, cards ...*ui.Node) *ui.Node {
	list := s.cards(s.columns(), cards...)
	list.Key, list.Role, list.Name = key, ui.List, name
	return list
}

// cards are items of a list, so many side by side; a nil card is none.
func (s *scene) cards(columns int, cards ...*ui.Node) *ui.Node {
	grid := &ui.Node{Box: ui.Box{Dir: ui.Grid, Columns: columns, Gap: s.px(14)}}
	for _, n := range cards {
		if n == nil {
			continue
		}
		add(grid, &ui.Node{Key: "item-" + n.Key, Role: ui.ListItem, Children: []*ui.Node{n}, Box: ui.Box{Dir: ui.Row}})
	}
	return grid
}

// link leads out to an https address.
func (s *scene) link(key, label, address string) *ui.Node {
	n := s.text(key, label, -1, ui.LabelInk)
	n.Role, n.Href, n.On = ui.Link, address, app.Follow{URL: address}
	n.Look.Under, n.Look.Radius = true, s.px(12)
	n.Box.MinH = 44
	return n
}

func icon(i ui.Icon, ink ui.Token, size float64) *ui.Node {
	return &ui.Node{Look: ui.Look{Icon: i, Ink: ink}, Box: ui.Box{MinW: size, MinH: size}}
}

// discIcon is an icon in a disc, its side a share of the diameter.
func discIcon(i ui.Icon, ink ui.Token, share float64) *ui.Node {
	return &ui.Node{Look: ui.Look{Icon: i, Ink: ink}, Box: ui.Box{Share: share}}
}

// source says where a fact comes from: a link where there is one to follow.
func (s *scene) source(key string, src pack.Source) *ui.Node {
	if src.Title == "" {
		return nil
	}
	title := src.Title
	if day, ok := iso8601.Date(src.Date); ok {
		title += ", " + s.Book.Date(day)
	} else if month, ok := iso8601.Date(src.Date + "-01"); ok {
		title += ", " + s.Book.Month(month)
	} else if src.Date != "" {
		title += ", " + src.Date // a year
	}
	label := s.Say("source", "title", title)
	if src.URL != "" && s.Options.PackHost != "" {
		label += " · " + hostOf(src.URL) // a stranger may call an address what he likes
	}
	if src.URL != "" && !s.Options.Kiosk {
		return s.link(key, label, src.URL)
	}
	return s.text(key, label, -1, ui.LabelInk)
}
