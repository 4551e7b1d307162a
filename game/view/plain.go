package view

import "houselights/game/pack"

// WithPlain returns a viewer that finds out whether the faces lack a character of the pack, for Screen.Plain.
func (v Viewer) WithPlain() Viewer {
	v.plains = map[*pack.Pack]bool{}
	return v
}

// mostPlains is how many packs are remembered. There is one for each language, and a new set of them whenever the page
// counts to another instant.
const mostPlains = 16

// plain reports whether they do. That is looked up once for each pack.
func (v Viewer) plain(p *pack.Pack) bool {
	if v.plains == nil {
		return false
	}
	lacks, known := v.plains[p]
	if !known {
		if len(v.plains) >= mostPlains {
			clear(v.plains)
		}
		lacks = v.Layouter.Lacks(texts(p))
		v.plains[p] = lacks
	}
	return lacks
}

// texts are all that a screen may show of a pack.
func texts(p *pack.Pack) []string {
	all := []string{p.Title, p.About, p.Credits, p.Licence}
	for i := range p.Events {
		e := &p.Events[i]
		all = append(all, e.Title, e.Caption, e.Past, e.Place, e.By)
	}
	for i := range p.Questions {
		q := &p.Questions[i]
		if !q.Kind.Playable() {
			continue
		}
		all = append(all, q.Ask, q.Why, q.Alt, q.Scale.Unit, q.Source.Title)
		all = append(append(all, q.Right...), q.Wrong...)
	}
	return all
}
