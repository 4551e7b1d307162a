package view

import (
	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/typeset"
	"houselights/game/ui"
)

// scale is a number to be found: what it stands at, and the slider that moves it. The buttons beside that go a step where a
// finger would go too far.
func (s *scene) scale(q *pack.Question) *ui.Node {
	s.screen.Focus = "scale"
	step, steps := s.Drafted()[0], q.Scale.Steps()
	amount := s.measure(q, q.Scale.At(step))
	shown := aligned(s.words(amount, s.pick(4, 2.5), ui.Ink), ui.Middle)
	shown.Text.Style.Face, shown.Text.Style.Tabular = typeset.Display, true
	slider := &ui.Node{Key: "scale", Role: ui.Slider, Name: s.Say("question.yours"), On: app.Slide{Step: step},
		Value: &ui.Value{Now: float64(step), Max: float64(steps), Text: amount},
		Look:  ui.Look{Rail: &ui.Rail{Fraction: float64(step) / float64(steps)}, Radius: s.px(14)},
		Box:   ui.Box{Grow: 1, MinH: s.target(46)}}
	line := row(s.px(10), s.stepper("less", "−", "question.less", step-1, steps), slider, s.stepper("more", "+", "question.more", step+1, steps))
	ends := &ui.Node{Box: ui.Box{Dir: ui.Row, Gap: s.px(8), Along: ui.Between}, Children: []*ui.Node{
		s.text("least", s.Decimal(q.Scale.Min, q.Scale.Decimals), -0.7, ui.Soft), s.text("most", s.Decimal(q.Scale.Max, q.Scale.Decimals), -0.7, ui.Soft)}}
	return column(s.px(s.pick(8, 4)), shown, line, ends)
}

// stepper moves the number by one step.
func (s *scene) stepper(key, sign, name string, to, steps int) *ui.Node {
	n := s.button(key, sign, app.Slide{Step: to}, secondary)
	n.Name = s.Say(name)
	n.Text.Style = s.style(typeset.Bold, 2)
	n.Box.Pad, n.Box.MinW = ui.All(s.px(4)), s.target(46)
	if to < 0 || to > steps {
		n.State |= ui.Disabled
		n.Look.Faint = true
	}
	return n
}

// measure is a value of a question's scale, with its unit.
func (s *scene) measure(q *pack.Question, value int) string {
	number := s.Decimal(value, q.Scale.Decimals)
	if q.Scale.Unit == "" {
		return number
	}
	return number + "\u00a0" + q.Scale.Unit
}
