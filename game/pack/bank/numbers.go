package bank

import (
	"regexp"
	"strconv"
	"strings"
)

// numbered is a question with its place in a list.
var numbered = regexp.MustCompile(`^(?:[Qq](?:uestion)?[. ]*)?(\d{1,4})[.):](?: +(\S.*)|(\D.*))$`)

// unnumber takes the numbers from before questions, where all that can be kept have one, and they rise by little.
func unnumber(items []Item) bool {
	var kept []*Item
	var asks []string
	last, first := 0, 500
	for i := range items {
		item := &items[i]
		if item.LeftOut != "" {
			continue
		}
		m := numbered.FindStringSubmatch(strings.TrimSpace(item.Question.Ask))
		if m == nil {
			return false
		}
		n, _ := strconv.Atoi(m[1])
		if n <= last || n > 500 || len(kept) > 0 && n > last+3 {
			return false
		}
		last, first = n, min(first, n)
		kept, asks = append(kept, item), append(asks, m[2]+m[3])
	}
	if len(kept) < 2 || first > 3 && len(kept) < 3 {
		return false
	}
	for i, item := range kept {
		item.Question.Ask = asks[i]
	}
	return true
}
