package pack

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Problem is one thing wrong with a pack file, and the way out.
type Problem struct {
	File         string // "purple-hearts.json"
	Line, Column int    // from 1, in characters; 0 when unknown
	Where        string // `questions[3] "director"`; "" for the pack as a whole
	What         string // "no right answer"
	Fix          string // `add "right"`; may be empty
}

// String gives the problem in a line:
//
//	pack purple-hearts.json:12:5: questions[3] "director": no right answer: add "right"
func (p Problem) String() string {
	s := "pack " + p.File
	if p.Line > 0 {
		s += fmt.Sprintf(":%d:%d", p.Line, p.Column)
	}
	for _, part := range []string{p.Where, p.What, p.Fix} {
		if part != "" {
			s += ": " + part
		}
	}
	return s
}

// Problems is all that is wrong with a pack file, in the order of the file.
type Problems []Problem

// Error gives every problem, a line each.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.String()
	}
	return strings.Join(lines, "\n")
}

// finding is a problem whose line is not counted yet. A negative offset is no
// place in particular.
type finding struct {
	offset           int
	where, what, fix string
}

// place puts findings in the order of the file and gives them lines and
// columns, in a single pass over the data.
func place(file string, data []byte, found []finding) Problems {
	sort(found)
	problems := make(Problems, len(found))
	line, column, at := 1, 1, 0
	for i, f := range found {
		problems[i] = Problem{File: file, Where: f.where, What: f.what, Fix: f.fix}
		if f.offset < 0 {
			continue
		}
		for at < f.offset && at < len(data) {
			r, size := utf8.DecodeRune(data[at:])
			at += size
			column++
			if r == '\n' {
				line, column = line+1, 1
			}
		}
		problems[i].Line, problems[i].Column = line, column
	}
	return problems
}

// sort puts findings in the order of the file. They nearly are, and few, so each is
// moved to its place: to instantiate slices.SortStableFunc weighs 10 kB in the page.
func sort(found []finding) {
	for i := range found {
		for ; i > 0 && found[i].offset < found[i-1].offset; i-- {
			found[i], found[i-1] = found[i-1], found[i]
		}
	}
}

// quote puts a text from the file in quotes, briefly.
func quote(text string) string { return strconv.Quote(brief(text)) }
