package pack

import (
	"slices"
	"strings"
)

// suggest says which of the known names may have been meant; all of them where
// none is near.
func suggest(name string, known []string) string {
	if other := elsewhere(name); slices.Contains(known, other) {
		return "did you mean " + quote(other) + "?"
	}
	if near := nearest(name, known); near != "" {
		return "did you mean " + quote(near) + "?"
	}
	return "choose from " + strings.Join(known, ", ")
}

// elsewhere returns what a field that other formats have is called here.
func elsewhere(name string) string {
	switch strings.ToLower(name) {
	case "question":
		return "ask"
	case "answer", "correct", "correct_answer":
		return "right"
	case "incorrect", "incorrect_answers", "options":
		return "wrong"
	case "time":
		return "seconds"
	case "difficulty":
		return "level"
	case "explanation":
		return "why"
	case "category":
		return "topic"
	}
	return ""
}

// nearest returns the known name that takes the fewest slips of the keyboard
// to get from name, "" when it would take more than a third of the letters.
func nearest(name string, known []string) string {
	best, fewest := "", 0
	if len(name) > 64 {
		return "" // whose slips would take long to count
	}
	for _, k := range known {
		most := (max(len(name), len(k)) + 1) / 3
		if len(name)-len(k) > most || len(k)-len(name) > most {
			continue
		}
		if n := slips(strings.ToLower(name), strings.ToLower(k)); n <= most && (best == "" || n < fewest) {
			best, fewest = k, n
		}
	}
	return best
}

// slips counts the letters added, lost, mistaken or swapped with their
// neighbour between a and b: the Damerau-Levenshtein distance in its short
// form (optimal string alignment).
func slips(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			changed := last[j]
			if a[i] != b[j] {
				changed++
			}
			row[j+1] = min(changed, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
