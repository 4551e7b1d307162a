package aiken

import "slices"

// part is a question as far as it goes, or what is to be one.
type part struct {
	ask     []string
	start   int // line of the question
	options []option
	reasons []string
	stray   *line // between the options and the answer, after a blank line: no one can tell what it belongs to
	answer  *line // nil for none
	next    int   // line of the question that begins before the answer; 0 for none
}

type option struct {
	line   int
	letter byte // a capital
	texts  []string
	more   int // the line that was added last; 0 for none
}

// line returns where the part begins.
func (p *part) line() int {
	if len(p.ask) == 0 && len(p.options) > 0 {
		return p.options[0].line
	}
	return p.start
}

func (p *part) has(letter byte) bool {
	return slices.ContainsFunc(p.options, func(o option) bool { return o.letter == letter })
}

// splitter takes a block apart.
type splitter struct {
	lines    []line
	next     []int // for each line the next one after it that looks like an option; len(lines) for none
	answered bool
	parts    []part
}

// split takes a block apart into questions: more than one where an ANSWER is missing.
func split(lines []line, answered bool) []part {
	s := splitter{lines: lines, next: make([]int, len(lines)), answered: answered}
	next := len(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		s.next[i] = next
		if lines[i].kind == anOption {
			next = i
		}
	}
	for i := range lines {
		s.line(i)
	}
	return s.parts
}

// line adds a line to the last part, or begins one with it.
func (s *splitter) line(i int) {
	l := &s.lines[i]
	if len(s.parts) == 0 || s.begins(i) {
		s.parts = append(s.parts, part{start: l.n})
	}
	p := &s.parts[len(s.parts)-1]
	switch {
	case s.isOption(p, i):
		p.options = append(p.options, option{l.n, l.upper(), []string{l.text}, 0})
	case len(p.options) == 0:
		p.ask = append(p.ask, l.whole)
	case l.kind == aReason:
		p.reasons = append(p.reasons, l.text)
	case l.gap:
		if p.stray == nil {
			p.stray = l
		}
	default:
		o := &p.options[len(p.options)-1]
		o.texts, o.more = append(o.texts, l.whole), l.n
	}
}

// begins reports whether a line is the first of another question than the one before.
func (s *splitter) begins(i int) bool {
	l, p := &s.lines[i], &s.parts[len(s.parts)-1]
	switch {
	case len(p.options) == 0:
		return l.gap && len(p.ask) > 0 && !s.isOption(p, i)
	case s.isOption(p, i):
		return l.letter == 'A' && p.has('A') && (l.gap || s.firstNext(i))
	case l.kind == aReason:
		return false
	}
	return s.firstNext(i) || l.gap && !s.answered && s.next[i] == len(s.lines)
}

// firstNext reports whether the next option after a line has the letter A.
func (s *splitter) firstNext(i int) bool {
	next := s.next[i]
	return next < len(s.lines) && s.lines[next].upper() == 'A'
}

// isOption reports whether a line that looks like an option is one of this part: "A. Lincoln was born in which year?" is not.
func (s *splitter) isOption(p *part, i int) bool {
	l := &s.lines[i]
	if l.kind != anOption {
		return false
	}
	small := l.letter != l.upper()
	switch {
	case len(p.options) > 0:
		due := l.upper() == p.options[len(p.options)-1].letter+1
		return due || !small && !l.close
	case len(p.ask) == 0:
		alone := s.next[i] == len(s.lines) && i == len(s.lines)-1
		return !(s.firstNext(i) && s.joins(i)) && !(alone && l.upper() != 'A')
	case l.upper() == 'A':
		return !small || s.follows(i)
	}
	return !small && !l.close && !(s.firstNext(i) && s.follows(s.next[i]))
}

// joins reports whether there is no new question between a line and the next option.
func (s *splitter) joins(i int) bool {
	return !slices.ContainsFunc(s.lines[i+1:s.next[i]], func(l line) bool { return l.gap })
}

// follows reports whether the option after this one has the letter that is due.
func (s *splitter) follows(i int) bool {
	next := s.next[i]
	return next < len(s.lines) && s.lines[next].upper() == s.lines[i].upper()+1
}
