package gift

import (
	"iter"
	"strings"
)

// block is what stands between two blank lines.
type block struct {
	line int    // of the file, from 1, where the text begins
	text string // without comments, with its escapes masked
	id   string // from a comment
	tags []string
}

// category begins a block that says what the questions behind it are about.
const category = "$CATEGORY:"

// cutCategory returns what stands behind that, also where it is not in capitals.
func cutCategory(text string) (path string, ok bool) {
	if len(text) < len(category) || !strings.EqualFold(text[:len(category)], category) {
		return text, false
	}
	return text[len(category):], true
}

func hasCategory(text string) bool {
	_, ok := cutCategory(text)
	return ok
}

// blocks takes a text apart. A block of nothing but comments is none.
func blocks(text string) iter.Seq[block] {
	return func(yield func(block) bool) {
		var s splitter
		for line := range strings.SplitSeq(clean(text), "\n") {
			if b := s.line(line); b.text != "" && !yield(b) {
				return
			}
		}
		if b := s.end(); b.text != "" {
			yield(b)
		}
	}
}

// splitter takes a text apart, line by line.
type splitter struct {
	number int
	block  block // of which the text is yet to come
	lines  []string
	behind []string // comments behind the answers, which may be on the next question
}

// end returns the block that ends here. One without text is none.
func (s *splitter) end() block {
	b := s.block
	for _, comment := range s.behind {
		b.comment(comment)
	}
	b.text = mask.Replace(strings.TrimSpace(strings.Join(s.lines, "\n")))
	s.block, s.lines, s.behind = block{}, nil, nil
	return b
}

// add adds a line to the block, or begins one with it.
func (s *splitter) add(line string) {
	if s.block.line == 0 {
		s.block.line = s.number
	}
	s.lines = append(s.lines, line)
}

// line takes a line, and returns the block before it where that ends.
func (s *splitter) line(line string) (before block) {
	s.number++
	switch trimmed := strings.TrimSpace(line); {
	case trimmed == "":
		return s.end()
	case strings.HasPrefix(trimmed, "//") && s.answered():
		s.behind = append(s.behind, trimmed)
		return block{}
	case strings.HasPrefix(trimmed, "//"):
		s.block.comment(trimmed)
		if len(s.lines) > 0 {
			s.lines = append(s.lines, "") // so that lines are counted as they stand
		}
		return block{}
	case s.forgotten(trimmed):
		behind := s.behind
		s.behind = nil
		before = s.end()
		for _, comment := range behind {
			s.block.comment(comment)
		}
	}
	s.add(line)
	return before
}

// forgotten reports whether a blank line has been forgotten before a line: it names a category, or a question after answers.
func (s *splitter) forgotten(line string) bool {
	switch {
	case len(s.lines) == 0:
		return false
	case hasCategory(line):
		return true
	}
	return strings.HasPrefix(line, "::") && strings.Count(line, "::") > 1 && s.answered()
}

// answered reports whether the block goes up to the end of its answers.
func (s *splitter) answered() bool {
	return len(s.lines) > 0 && strings.HasSuffix(strings.TrimSpace(s.lines[len(s.lines)-1]), "}")
}
