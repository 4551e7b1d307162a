package typeset_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/nfc"
	"houselights/game/typeset"
)

// slack is what Wrap lets a line exceed its width by, in CSS px.
const slack = 1.0 / 1024

func texts(lines []typeset.Line) []string {
	t := make([]string, len(lines))
	for i, l := range lines {
		t[i] = l.Text
	}
	return t
}

func TestWrap(t *testing.T) {
	f := load(t)
	for _, test := range []struct {
		name, text string
		as         string // the width is what this measures; "" is none, "∞" no limit
		balance    bool
		want       []string
	}{
		{"nothing", "", "wide", false, []string{""}},
		{"one line", "one two", "one two", false, []string{"one two"}},
		{"at spaces", "one two three", "one two t", false, []string{"one two", "three"}},
		{"spaces dropped", "  one   two  ", "one t", false, []string{"one", "two"}},
		{"spaces within a line kept", "one  two three", "one  two", false, []string{"one  two", "three"}},
		{"spaces only", "   ", "wide", false, []string{""}},
		{"no limit", "one two\nthree", "∞", true, []string{"one two", "three"}},
		{"forced", "one\n\ntwo\r\nthree\n", "wide enough", false, []string{"one", "", "two", "three", ""}},
		{"after a hyphen", "a well-known song", "a well-", false, []string{"a well-", "known", "song"}},
		{"not after a minus", "it was -5 at night", "it was -", false, []string{"it was", "-5 at", "night"}},
		{"not before a digit", "in COVID-19 time", "in COVID-1", false, []string{"in", "COVID-19", "time"}},
		{"not before a comma", "pre-, post-war", "post-w", false, []string{"pre-,", "post-", "war"}},
		{"no-break space", "a date of 14\u00A0February", "a date of 14\u00A0Fe", false, []string{"a date of", "14\u00A0February"}},
		{"no-break space in too long a word", "nnn\u00A0nnnn", "nnn", false, []string{"nn", "n\u00A0n", "nnn"}},
		{"zero width space", "one\u200Btwo", "onet", false, []string{"one", "two"}},
		{"a long word", "a incomprehensible b", "incompr", false, []string{"a", "incompr", "ehensib", "le b"}},
		{"never within a combining sequence", "x\u0302x\u0302\u0323x\u0302", "x", false,
			[]string{"x\u0302", "x\u0323\u0302", "x\u0302"}},
		{"nor at a joiner", "👩\u200D🎤👩", "👩", false, []string{"👩\u200D🎤", "👩"}},
		{"no width", "abc d", "", false, []string{"a", "b", "c", "d"}},
		{"decomposed", "e\u0301e\u0301 e\u0301", "éé", false, []string{"éé", "é"}},
		{"a mark first", "\u0302a b", "", false, []string{"\u0302", "a", "b"}},

		{"balanced", "nnn nnn nnn nnn nnn", "nnn nnn nnn nnn", true, []string{"nnn nnn nnn", "nnn nnn"}},
		{"no word alone", "nnn nnn nnn nnnn", "nnn nnn nnnn", true, []string{"nnn nnn", "nnn nnnn"}},
		{"no word alone, though wider so", "n n n nnnnnnn nnnnnnnn", "nnnnnnnnnnnnnnnnnn", true,
			[]string{"n n n", "nnnnnnn nnnnnnnn"}},
		{"alone where two do not fit", "aaa bbbbbbbbb cccccccc", "aaa bbbbbbbbb", true, []string{"aaa bbbbbbbbb", "cccccccc"}},
		{"two words", "Purple Hearts", "Purple H", true, []string{"Purple", "Hearts"}},
		{"half a word is no word", "nnn nnn nnn-nnn", "nnn nnn nnn-", true, []string{"nnn", "nnn nnn-nnn"}},
		{"tied words are two", "aaa bbb ccc dd\u00A0d", "aaa bbb ccc", true, []string{"aaa bbb", "ccc dd\u00A0d"}},
		{"one line stays", "aaa bbb", "aaa bbb", true, []string{"aaa bbb"}},
		{"each paragraph", "aaa bbb ccc ddd\naaa", "aaa bbb ccc", true, []string{"aaa bbb", "ccc ddd", "aaa"}},
		{"a long word in even parts", "oooooooooo", "oooooooo", true, []string{"ooooo", "ooooo"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := style(typeset.Medium)
			width := f.Measure(s, test.as)
			if test.as == "∞" {
				width = math.Inf(1)
			}
			lines := f.Wrap(s, test.text, width, test.balance)
			assert.Equal(t, test.want, texts(lines))
			for _, l := range lines {
				assert.Equal(t, f.Measure(s, l.Text), l.Width, l.Text)
			}
		})
	}
}

func TestWrapOddWidths(t *testing.T) {
	f := load(t)
	for _, test := range []struct {
		name  string
		size  float64
		width float64
		lines int
	}{
		{"negative", 20, -5, 4},
		{"not a number", 20, math.NaN(), 4},
		{"nearly nothing", 20, 1e-9, 4},
		{"huge", 20, math.MaxFloat64, 1},
		{"size zero", 0, 10, 1},
		{"size negative", -3, 10, 1},
	} {
		for _, balance := range []bool{false, true} {
			t.Run(test.name, func(t *testing.T) {
				assert.Len(t, f.Wrap(typeset.Style{Size: test.size}, "ab cd", test.width, balance), test.lines)
			})
		}
	}
}

// What must hold for every text, tried on many.
func TestWrapHolds(t *testing.T) {
	f := load(t)
	random := rand.New(rand.NewPCG(2, 2022))
	words := strings.Split("a I to the of sequel Purple Hearts Cassie’s well-known guitar-playing ngày Nguyễn Ẫm "+
		"nghiêng 14\u00A0February 20:15 incomprehensibilities x\u0302y\u0302 ¿Qué Oceanside… U.S. Marine", " ")
	for range 3000 {
		n := 1 + random.IntN(14)
		chosen := make([]string, n)
		for i := range chosen {
			chosen[i] = words[random.IntN(len(words))]
		}
		text := strings.Join(chosen, " ")
		s := typeset.Style{
			Face: typeset.Face(random.IntN(3)), Size: 10 + 30*random.Float64(),
			Tabular: random.IntN(2) == 0, Tracking: float64(random.IntN(2)) * 0.04,
		}
		width := s.Size * (0.2 + 20*random.Float64())
		plain, balanced := f.Wrap(s, text, width, false), f.Wrap(s, text, width, true)
		require.Len(t, balanced, len(plain), "%q at %v em", text, width/s.Size)
		for _, lines := range [][]typeset.Line{plain, balanced} {
			for _, l := range lines {
				require.Equal(t, f.Measure(s, l.Text), l.Width, "%q", l.Text)
				require.Equal(t, strings.Trim(l.Text, " "), l.Text)
				if len(f.Glyphs(s, l.Text)) > 2 { // a letter and its mark cannot be parted
					require.LessOrEqual(t, l.Width, width+slack, "%q", l.Text)
				}
			}
			require.Equal(t, strings.ReplaceAll(nfc.String(text), " ", ""),
				strings.ReplaceAll(strings.Join(texts(lines), ""), " ", ""))
		}
		if len(plain) < 2 {
			continue
		}
		if n > 1 {
			end := nfc.String(strings.Join(chosen[n-2:], " "))
			require.False(t, f.Measure(s, end) <= width && lonely(balanced), "%q: a word alone in %q", text, texts(balanced))
		}
		// No narrower column would do: at a little less than the widest line there
		// are more lines, or a word is broken or stands alone.
		widest := 0.0
		for _, l := range balanced {
			widest = max(widest, l.Width)
		}
		if width < 2*s.Size {
			continue // the widest line may be one character
		}
		narrower := f.Wrap(s, text, widest-0.01, true)
		if len(narrower) == len(balanced) {
			require.NotEqual(t, texts(balanced), texts(narrower))
			require.True(t, f.Measure(s, longest(f, s, chosen)) > widest-0.01 || lonely(narrower) || broken(narrower, chosen),
				"%q: %q is no narrower than %q", text, texts(balanced), texts(narrower))
		}
	}
}

func longest(f *typeset.Fonts, s typeset.Style, words []string) string {
	best := ""
	for _, w := range words {
		if f.Measure(s, w) > f.Measure(s, best) {
			best = w
		}
	}
	return best
}

func lonely(lines []typeset.Line) bool {
	return !strings.ContainsAny(lines[len(lines)-1].Text, " \u00A0")
}

func broken(lines []typeset.Line, words []string) bool {
	for _, w := range words {
		whole := false
		for _, l := range lines {
			whole = whole || strings.Contains(l.Text, w)
		}
		if !whole {
			return true
		}
	}
	return false
}

func BenchmarkWrap(b *testing.B) {
	f := load(b)
	const text = "She directed the 2022 film too. Reported in the sequel’s announcement coverage; Netflix has not " +
		"confirmed it. Phần phim tiếp theo được cho là ra mắt ngày 14\u00A0tháng\u00A02 năm 2026."
	for _, test := range []struct {
		name    string
		balance bool
	}{{"Plain", false}, {"Balanced", true}} {
		b.Run(test.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Wrap(style(typeset.Medium), text, 420, test.balance)
			}
		})
	}
}
