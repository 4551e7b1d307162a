package app

// aim counts to what the page asks for, as at the start.
func (m Model) aim(to Aimed) (Model, []Effect) {
	if m.Options.Event == to.Event && m.Options.EventTitle == to.Title {
		return m, nil // what the visitor has picked since stays
	}
	m.Options.Event, m.Options.EventTitle = to.Event, to.Title
	m.Pack, m.Event = m.bare, -1
	warning := warned(m.chooseEvent(to.Event, to.Title))
	m, effects := m.phaseNews()
	return m, append(effects, warning...)
}

// led goes to where the page has its visitor begin, but not away from a round in play.
func (m Model) led(mode string) (Model, []Effect) {
	m.Options.Mode = mode
	m, effects, err := m.lead(mode)
	return m, append(effects, warned(err)...)
}

// warned tells of an option that cannot be followed.
func warned(err error) []Effect {
	if err == nil {
		return nil
	}
	return []Effect{Warn{LeftOut(err)}}
}

// LeftOut is what the author of the page is told of options that New or a message could not follow.
func LeftOut(err error) string { return err.Error() + ": this is left out" }
