package size

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Lines of a budget that stand for no group.
const (
	total    = "total"            // the whole file
	download = "download, brotli" // all that a visitor fetches from Play to playable
)

// Budget says how large the groups of a program may be, in bytes; brotli only where a line says so.
type Budget struct {
	file  string
	limit map[string]int
}

// ReadBudget reads a budget: on each line a name and a number, which may have commas. What follows a # is a comment.
// Each group, "total" and "download, brotli" have a line.
func ReadBudget(name string, text []byte) (Budget, error) {
	b := Budget{file: name, limit: map[string]int{}}
	number := 0
	for line := range bytes.Lines(text) {
		number++
		words, _, _ := strings.Cut(string(line), "#")
		fields := strings.Fields(words)
		if len(fields) == 0 {
			continue
		}
		last := len(fields) - 1
		limit, err := strconv.Atoi(strings.ReplaceAll(fields[last], ",", ""))
		if err != nil || last == 0 {
			return Budget{}, fmt.Errorf("%s:%d: want a part and its largest number of bytes, such as `fonts 180,000`", name, number)
		}
		part := strings.Join(fields[:last], " ")
		if _, twice := b.limit[part]; twice {
			return Budget{}, fmt.Errorf("%s:%d: %q is there twice: take one out", name, number, part)
		}
		b.limit[part] = limit
	}
	for _, part := range []string{total, download} {
		if _, ok := b.limit[part]; !ok {
			return Budget{}, fmt.Errorf("%s: no line for %q: add one", name, part)
		}
	}
	return b, nil
}

// Check returns an error that names each group that is larger than the budget allows, or that it does not know.
func (b Budget) Check(groups map[string]Weight) error {
	var faults []string
	sum := 0
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		sum += groups[name].Bytes
		faults = append(faults, b.fault(name, groups[name].Bytes)...)
	}
	for _, name := range slices.Sorted(maps.Keys(b.limit)) {
		if _, ok := groups[name]; !ok && name != total && name != download {
			faults = append(faults, fmt.Sprintf("%s: has a line, and the game has no such part: take the line out", name))
		}
	}
	return b.outgrown(append(faults, b.fault(total, sum)...))
}

// CheckDownload returns an error when all that a visitor fetches is more than the budget allows.
func (b Budget) CheckDownload(brotli int) error { return b.outgrown(b.fault(download, brotli)) }

func (b Budget) fault(name string, bytes int) []string {
	limit, ok := b.limit[name]
	switch {
	case !ok:
		return []string{fmt.Sprintf("%s: %s bytes, and no line: is it worth a visitor's time?", name, grouped(bytes))}
	case bytes > limit:
		return []string{fmt.Sprintf("%s: %s bytes, %s allowed", name, grouped(bytes), grouped(limit))}
	}
	return nil
}

func (b Budget) outgrown(faults []string) error {
	if len(faults) == 0 {
		return nil
	}
	return fmt.Errorf("the game does not keep to its budget, %s:\n  %s\n`make size` shows what is in it. If it is worth it, change the budget", b.file, strings.Join(faults, "\n  "))
}

// share says how much of its budget a part takes, in percent.
func (b Budget) share(name string, bytes int) string {
	limit := b.limit[name]
	if limit == 0 {
		return "none"
	}
	return fmt.Sprintf("%d %%", (100*bytes+limit-1)/limit)
}

// grouped writes a number with a comma between thousands.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
