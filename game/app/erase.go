package app

// Erasing is how far a visitor has come with erasing what is kept.
type Erasing string

// The steps, the first of which is "". Spared is after the question, Wiped when all is gone.
const (
	EraseAsked Erasing = "asked"
	Spared     Erasing = "spared"
	Wiped      Erasing = "wiped"
)

// Erasable reports whether there is anything kept that the visitor may erase.
func (m Model) Erasable() bool {
	return !m.Options.Kiosk && !m.Options.Unsaved && (!m.Saved.same(Saved{}) || m.Paused != "")
}

// erase goes on with erasing what is kept: it is asked first.
func (m Model) erase(step Msg) (Model, []Effect) {
	asked := m.Erasing == EraseAsked
	switch step.(type) {
	case AskErase:
		if m.Screen == Settings && m.Erasable() {
			m.Erasing = EraseAsked
			return m, []Effect{Announce{EraseAsk}}
		}
	case Erase:
		if asked {
			return m.erased(), []Effect{Wipe{}, Announce{EraseDone}}
		}
	case Spare:
		if asked {
			m.Erasing = Spared
		}
	}
	return m, nil
}

// erased is the model of somebody of whom nothing is kept. A round, or a result, that is on the screen stays there.
//
//go:noinline
func (m Model) erased() Model {
	m.Saved = Saved{}
	switch m.Screen {
	case Question, Reveal, Results, Review:
		return m
	case Settings:
		m.Erasing = Wiped
	}
	m = m.withoutRound()
	m.AskSeen = m.asksSeen()
	return m
}
