package size

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// A part that takes less than this share of the whole is summed up with others of its group.
const smallest = 1.0 / 1000

// Report writes what the file name is made of, and what all files together weigh, as two tables, the heaviest first.
func Report(w io.Writer, name string, b *Breakdown, files map[string]Weight, budget Budget) error {
	var t table
	t.row(name, "bytes", "of budget", "brotli")
	groups := b.Groups()
	for _, group := range heaviest(groups) {
		t.line()
		t.weight(group, groups[group], budget.share(group, groups[group].Bytes))
		t.parts(b, group)
	}
	t.line()
	t.weight(total, b.Total(), budget.share(total, b.Total().Bytes))

	t.line()
	t.line()
	t.row("from Play to playable", "bytes", "of budget", "brotli")
	var sum Weight
	for _, f := range heaviest(files) {
		t.weight(f, files[f], "")
		sum = sum.plus(files[f])
	}
	t.weight(download, sum, budget.share(download, sum.Brotli))
	_, err := io.WriteString(w, t.text.String())
	return err
}

// table is text in four columns.
type table struct{ text strings.Builder }

func (t *table) row(name, bytes, share, brotli string) {
	fmt.Fprintf(&t.text, "%-46s %12s %10s %12s\n", name, bytes, share, brotli)
}

func (t *table) line() { t.text.WriteByte('\n') }

func (t *table) weight(name string, w Weight, share string) {
	t.row(name, grouped(w.Bytes), share, grouped(w.Brotli))
}

// parts adds the parts of a group. One that is all of its group says nothing new.
func (t *table) parts(b *Breakdown, group string) {
	parts := map[string]Weight{}
	for p, w := range b.Parts() {
		if p.Group == group {
			parts[p.Name] = w
		}
	}
	if len(parts) == 1 {
		return
	}
	least := smallest * float64(b.Total().Brotli)
	names := heaviest(parts)
	shown := slices.IndexFunc(names, func(name string) bool { return float64(parts[name].Brotli) < least })
	if shown < 0 || shown == len(names)-1 {
		shown = len(names)
	}
	for _, name := range names[:shown] {
		t.weight("  "+name, parts[name], "")
	}
	if rest := names[shown:]; len(rest) > 0 {
		var sum Weight
		for _, name := range rest {
			sum = sum.plus(parts[name])
		}
		t.weight(fmt.Sprintf("  %d smaller", len(rest)), sum, "")
	}
}
