package gift

import (
	"regexp"
	"strings"
)

// topicOf returns the title of a topic: the path of a category without the part that says where in Moodle it lies.
// A slash in a name is written twice.
func topicOf(path string) string {
	const slash = "\x00"
	const nothing, course, top = 0, 1, 2
	above := nothing // of $course$/top, which comes before a name but once
	var names []string
	for name := range strings.SplitSeq(strings.ReplaceAll(unmask.Replace(path), "//", slash), "/") {
		name = strings.TrimSpace(strings.ReplaceAll(name, slash, "/"))
		switch {
		case name == "":
			continue
		case above == nothing && anchor.MatchString(name):
			above = course
			continue
		case above < top && name == "top":
			above = top
			continue
		}
		above = top
		names = append(names, onOneLine(name))
	}
	return strings.Join(names, " / ")
}

// anchor is one of the levels of Moodle that categories hang on, such as $course$ or $cat1$.
var anchor = regexp.MustCompile(`^\$[a-z0-9]+\$$`)
