package app

import (
	"houselights/game/sound"
	"houselights/game/trivia"
)

// start begins the round on the card.
func (m Model) start() (Model, []Effect) {
	pool := m.Pool(m.Card.Mode)
	if m.Screen != Ready || pool.Size(m.Pack) == 0 {
		return m, nil
	}
	play := Play{Choice: m.Card, Round: trivia.Round{Scoring: m.Scoring()}}
	if play.Mode == Daily {
		y, month, d := m.Zone.Wall(m.Now).Date()
		_, play.Practice = m.TriedToday()
		play.Day = m.Today()
		play.Cards = trivia.Draw(m.Pack, pool, trivia.DailySeed(m.Pack.ID, m.Pack.Version, y, month, d), trivia.Length)
	} else {
		m.Seed, play.Cards = m.anew(pool)
	}
	m.Play, m.Paused = play, ""
	m, effects := m.tried()
	m, asked := m.ask()
	return m, append(append(effects, m.tellStart()), asked...)
}

// anew draws a round and returns its seed: of a few seeds to come, that whose round has the fewest questions of the one before.
func (m Model) anew(pool trivia.Pool) (seed uint64, cards []trivia.Card) {
	const tries = 8
	asked := map[int]bool{}
	for _, c := range m.Play.Cards {
		asked[c.Question] = true
	}
	fewest := 0
	for next, i := m.Seed, 0; i < tries && (i == 0 || fewest > 0); i++ {
		next = trivia.NextSeed(next)
		drawn, again := trivia.Draw(m.Pack, pool, next, trivia.Length), 0
		for _, c := range drawn {
			if asked[c.Question] {
				again++
			}
		}
		if i == 0 || again < fewest {
			seed, cards, fewest = next, drawn, again
		}
	}
	return seed, cards
}

// ask shows the next question.
func (m Model) ask() (Model, []Effect) {
	m.Screen, m.Opened, m.Asked, m.Draft = Question, m.Now, m.Now, nil
	return m, append(m.cue(nil, sound.Pluck), m.tellQuestion(), Announce{NewQuestion})
}

// tried keeps the day's scored try as it stands: from the start on, so that nobody sees a question before the try counts.
func (m Model) tried() (Model, []Effect) {
	p := m.Play
	if p.Mode != Daily || p.Practice {
		return m, nil
	}
	m.Saved.Tries = with(m.Saved.Tries, m.Pack.ID, Try{
		Day: p.Day, Scoring: p.Scoring, Points: p.Points(), Right: p.Right(), Answered: len(p.Answers), Of: len(p.Cards),
	})
	return m, []Effect{Save{m.Saved}}
}

// answer takes an answer to the question in play, none when the time has run out.
func (m Model) answer(given []int) (Model, []Effect) {
	m.Play.Round = m.Play.Answered(m.Pack, given, m.Now.Sub(m.Asked))
	m.Screen, m.Draft = Reveal, nil
	m, effects := m.tried()
	effects = m.cue(effects, answerCue(m.Play.Answers[len(m.Play.Answers)-1]))
	return m, append(effects, m.tellAnswer(), Announce{NewReveal})
}

func (m Model) next() (Model, []Effect) {
	if m.Screen != Reveal {
		return m, nil
	}
	if !m.Play.Done() {
		return m.ask()
	}
	m.Screen, m.Fresh = Results, true
	m.Before, m.HadBest = m.Best(m.Play.Mode, m.Play.Scoring)
	effects := append(m.cue(nil, m.resultsCue()), m.tellComplete(), Announce{NewResults})
	best := Best{m.Play.Points(), m.Play.Right(), len(m.Play.Cards)}
	if !m.Play.Practice && (!m.HadBest || best.better(m.Before)) {
		m.Saved.Bests = with(m.Saved.Bests, bestKey(m.Pack.ID, m.Play.Mode, m.Play.Scoring), best)
		effects = append(effects, Save{m.Saved})
	}
	if run := m.Saved.Runs[m.Pack.ID].next(m.Play.Day); m.Play.Mode == Daily && !m.Play.Practice && run != m.Saved.Runs[m.Pack.ID] {
		m.Saved.Runs = with(m.Saved.Runs, m.Pack.ID, run)
		effects = append(effects, Save{m.Saved})
	}
	return m, effects
}

// DaysInARow is on how many days in a row, up to the one of the round that has just ended, the day's round has been played to its
// end; 0 where that is no daily round, or only practice.
func (m Model) DaysInARow() int {
	if run := m.Saved.Runs[m.Pack.ID]; m.Play.Mode == Daily && !m.Play.Practice && run.Day == m.Play.Day {
		return run.Days
	}
	return 0
}

// IsBest reports whether the round that has just ended is the best of its class so far.
func (m Model) IsBest() bool {
	b := Best{m.Play.Points(), m.Play.Right(), len(m.Play.Cards)}
	return !m.Play.Practice && b.Points > 0 && (!m.HadBest || b.better(m.Before))
}
