package size

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const budgetText = `# a comment

fonts              180,000   # and another
standard library     2000
total              181,000
download, brotli    60,000
`

func TestCheck(t *testing.T) {
	budget, err := ReadBudget("web/build/budget.txt", []byte(budgetText))
	require.NoError(t, err)
	for _, test := range []struct {
		name   string
		groups map[string]Weight
		fault  string
	}{
		{"just within", map[string]Weight{"fonts": {Bytes: 180_000}, "standard library": {Bytes: 1000}}, ""},
		{"one outgrown", map[string]Weight{"fonts": {Bytes: 1}, "standard library": {Bytes: 2001}}, "  standard library: 2,001 bytes, 2,000 allowed\n"},
		{"all within, the whole outgrown", map[string]Weight{"fonts": {Bytes: 180_000}, "standard library": {Bytes: 2000}}, "  total: 182,000 bytes, 181,000 allowed\n"},
		{"a new one", map[string]Weight{"fonts": {Bytes: 1}, "standard library": {Bytes: 1}, "x/net": {Bytes: 12}}, "  x/net: 12 bytes, and no line"},
		{"one gone", map[string]Weight{"fonts": {Bytes: 1}}, "  standard library: has a line, and the game has no such part"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := budget.Check(test.groups)
			if test.fault == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, test.fault)
			assert.ErrorContains(t, err, "web/build/budget.txt")
			assert.ErrorContains(t, err, "make size")
		})
	}
	require.NoError(t, budget.CheckDownload(60_000))
	require.ErrorContains(t, budget.CheckDownload(60_001), "download, brotli: 60,001 bytes, 60,000 allowed")
}

func TestReadBudgetSaysWhatIsWrong(t *testing.T) {
	for _, test := range []struct{ name, text, fault string }{
		{"no number", "fonts", "b.txt:1: want a part and its largest number"},
		{"no name", "\n100", "b.txt:2: want a part"},
		{"a unit", "fonts 12 kB", "b.txt:1: want a part"},
		{"twice", "fonts 1\nfonts 2", `b.txt:2: "fonts" is there twice`},
		{"no total", "download, brotli 1", `b.txt: no line for "total"`},
		{"no download", "total 1", `b.txt: no line for "download, brotli"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := ReadBudget("b.txt", []byte(test.text))
			require.ErrorContains(t, err, test.fault)
		})
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 123456: "123,456", 1234567: "1,234,567"} {
		assert.Equal(t, want, grouped(n))
	}
}
