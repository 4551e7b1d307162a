package typeset_test

import (
	"math"
	"os"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/typeset"
)

const (
	latin      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	spanish    = "ÁÉÍÓÚÜÑáéíóúüñ¿¡ªº"
	vietnamese = "ĂÂĐÊÔƠƯăâđêôơư" +
		"ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ" +
		"àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
	punctuation = "„“”‘’–—…·€×′″.,:;!?'\"()[]/&%+-#@"
)

var allFaces = []struct {
	name string
	face typeset.Face
}{{"display", typeset.Display}, {"medium", typeset.Medium}, {"bold", typeset.Bold}}

func load(tb testing.TB) *typeset.Fonts {
	tb.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile("../../assets/fonts/" + name)
		require.NoError(tb, err)
		return data
	}
	f, err := typeset.Load(read("Fraunces-Display.ttf"), read("BeVietnamPro-Medium.ttf"), read("BeVietnamPro-Bold.ttf"))
	require.NoError(tb, err)
	return f
}

func style(face typeset.Face) typeset.Style { return typeset.Style{Face: face, Size: 20} }

func TestLoadNamesTheBrokenFace(t *testing.T) {
	good, err := os.ReadFile("../../assets/fonts/BeVietnamPro-Bold.ttf")
	require.NoError(t, err)
	for _, test := range []struct {
		name  string
		fonts [3][]byte
		want  string
	}{
		{"empty", [3][]byte{nil, good, good}, "display face"},
		{"text", [3][]byte{good, []byte("no font at all"), good}, "medium face"},
		{"cut off", [3][]byte{good, good, good[:2000]}, "bold face"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := typeset.Load(test.fonts[0], test.fonts[1], test.fonts[2])
			assert.ErrorContains(t, err, test.want)
		})
	}
}

func TestAlphabetsAreThere(t *testing.T) {
	f := load(t)
	for _, face := range allFaces {
		t.Run(face.name, func(t *testing.T) {
			var borrowed []rune
			for _, r := range latin + spanish + vietnamese + punctuation {
				glyphs := f.Glyphs(style(face.face), string(r))
				require.Len(t, glyphs, 1, "%c", r)
				require.NotZero(t, glyphs[0].Index, "%c", r)
				if glyphs[0].Face != face.face {
					borrowed = append(borrowed, r)
				}
			}
			want := "′″" // Be Vietnam Pro has none: Fraunces lends them
			if face.face == typeset.Display {
				want = ""
			}
			assert.Equal(t, want, string(borrowed))
		})
	}
	assert.Empty(t, f.Missing(latin+spanish+vietnamese+punctuation))
}

func TestMissing(t *testing.T) {
	f := load(t)
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "Purple Hearts", ""},
		{"each once, in order", "字 ☃ 字 a ☃", "字☃"},
		{"beyond the first plane", "🎸 guitar", "🎸"},
		{"composed first", "e\u0302\u0301", ""},
		{"spaces, controls, joiners", "a\u202Fb\u2009c\td\r\ne\u00ADf\u200Bg\u200Dh\uFE0Fi\uFEFF", ""},
		{"broken UTF-8", "a\xff", "\uFFFD"},
	} {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, string(f.Missing(test.text)))
		})
	}
}

func TestMeasure(t *testing.T) {
	f := load(t)
	s := style(typeset.Medium)
	m := func(text string) float64 { return f.Measure(s, text) }
	for _, test := range []struct {
		name      string
		got, want float64
	}{
		{"nothing", m(""), 0},
		{"controls", m("\n\r\x00\uFEFF"), 0},
		{"decomposed as composed", m("Lie\u0302\u0301n"), m("Liến")},
		{"a mark has no width", m("x\u0302"), m("x")},
		{"no-break space as space", m("a\u00A0b"), m("a b")},
		{"tab as space", m("a\tb"), m("a b")},
		{"a face out of range is Medium", f.Measure(typeset.Style{Face: 9, Size: 20}, "ab"), m("ab")},
		{"size zero", f.Measure(typeset.Style{}, "ab"), 0},
	} {
		t.Run(test.name, func(t *testing.T) {
			assert.InDelta(t, test.want, test.got, 1e-9)
		})
	}
	t.Run("scales with the size", func(t *testing.T) {
		s := s
		s.Size *= 3
		assert.InDelta(t, 3*m("Scale"), f.Measure(s, "Scale"), 1e-9)
	})
	t.Run("a box where nothing is known", func(t *testing.T) {
		assert.Greater(t, m("字"), 4.0)
	})
}

func TestKerning(t *testing.T) {
	f := load(t)
	for _, face := range allFaces {
		for _, pair := range []string{"AV", "To", "Tờ"} {
			t.Run(face.name+" "+pair, func(t *testing.T) {
				if face.face == typeset.Display && pair == "Tờ" {
					t.Skip("Fraunces does not kern this pair")
				}
				s := style(face.face)
				letters := []rune(pair)
				apart := f.Measure(s, string(letters[0])) + f.Measure(s, string(letters[1]))
				together := f.Measure(s, pair)
				assert.Less(t, together, apart-0.02*s.Size)
				// The second time it comes from the cache.
				assert.Equal(t, together, f.Measure(s, pair))
				glyphs := f.Glyphs(s, pair)
				require.Len(t, glyphs, 2)
				assert.Zero(t, glyphs[0].X)
				assert.InDelta(t, f.Measure(s, string(letters[0]))-(apart-together), glyphs[1].X, 1e-9)
			})
		}
	}
}

func TestTracking(t *testing.T) {
	f := load(t)
	plain, wide := style(typeset.Bold), style(typeset.Bold)
	wide.Tracking = 0.1
	for _, test := range []struct {
		name, text string
		times      float64
	}{{"after each", "LABEL", 5}, {"spaces too", "A B", 3}, {"not after a mark", "x\u0302y", 2}, {"nothing", "", 0}} {
		t.Run(test.name, func(t *testing.T) {
			assert.InDelta(t, f.Measure(plain, test.text)+test.times*0.1*wide.Size, f.Measure(wide, test.text), 1e-4)
		})
	}
}

func TestTabularFigures(t *testing.T) {
	f := load(t)
	for _, face := range allFaces {
		t.Run(face.name, func(t *testing.T) {
			s := style(face.face)
			require.NotEqual(t, f.Measure(s, "111"), f.Measure(s, "888"), "the font has none of its own")
			s.Tabular = true
			for _, form := range []string{"#", "###", "#:##:##", "T#7", "−#.# km"} {
				want := f.Measure(s, strings.ReplaceAll(form, "#", "0"))
				for _, digit := range "123456789" {
					text := strings.ReplaceAll(form, "#", string(digit))
					assert.Equal(t, want, f.Measure(s, text), text)
				}
			}
			// Centred: as much room left of a 1 as right of it.
			narrow := style(face.face)
			one := f.Glyphs(s, "1")[0].X
			assert.InDelta(t, (f.Measure(s, "1")-f.Measure(narrow, "1"))/2, one, 1e-4)
			assert.Positive(t, one)
		})
	}
}

func TestGlyphs(t *testing.T) {
	f := load(t)
	s := style(typeset.Display)
	t.Run("the text normalised, spaces kept, the invisible left out", func(t *testing.T) {
		glyphs := f.Glyphs(s, "e\u0301 \u200Bx\u00AD\n")
		require.Len(t, glyphs, 3)
		assert.Equal(t, f.Glyphs(s, "é")[0].Index, glyphs[0].Index)
	})
	t.Run("lent by another face", func(t *testing.T) {
		glyphs := f.Glyphs(style(typeset.Bold), "5″")
		require.Len(t, glyphs, 2)
		assert.Equal(t, typeset.Bold, glyphs[0].Face)
		assert.Equal(t, typeset.Display, glyphs[1].Face)
	})
	t.Run("missing everywhere", func(t *testing.T) {
		glyphs := f.Glyphs(s, "字")
		assert.Equal(t, []typeset.Glyph{{Face: typeset.Display}}, glyphs)
	})
	t.Run("a mark that cannot compose sits over its letter", func(t *testing.T) {
		s := style(typeset.Medium)
		a := typeset.NewAtlas(f, 256)
		glyphs := f.Glyphs(s, "nm\u0302")
		require.Len(t, glyphs, 3)
		middle := func(g typeset.Glyph) float64 {
			m, ok := a.Glyph(g.Face, g.Index, 200, 0)
			require.True(t, ok)
			return g.X*200/s.Size + m.Left + float64(m.W)/2
		}
		assert.InDelta(t, middle(glyphs[1]), middle(glyphs[2]), 4)
	})
}

func TestMetrics(t *testing.T) {
	f := load(t)
	least := map[typeset.Face]float64{typeset.Display: 1.2, typeset.Medium: 1.35, typeset.Bold: 1.35}
	for _, face := range allFaces {
		t.Run(face.name, func(t *testing.T) {
			m := f.Metrics(typeset.Style{Face: face.face, Size: 10})
			assert.GreaterOrEqual(t, m.LineHeight, 10*least[face.face])
			assert.Less(t, m.LineHeight, 15.0)
			assert.InDelta(t, m.LineHeight, m.Ascent+m.Descent, 1e-9)
			assert.InDelta(t, 7.2, m.CapHeight, 0.3)
			double := f.Metrics(typeset.Style{Face: face.face, Size: 20})
			assert.InDelta(t, 2*m.Ascent, double.Ascent, 1e-9)
		})
	}
	medium, bold := f.Metrics(style(typeset.Medium)), f.Metrics(style(typeset.Bold))
	assert.Equal(t, medium.Ascent, bold.Ascent, "the two mix on one line")
	assert.Equal(t, medium.LineHeight, bold.LineHeight)
}

// The masks of all letters, and so the ink, stay within the line box.
func TestLineBoxHoldsVietnamese(t *testing.T) {
	f := load(t)
	const ppem = 400
	a := typeset.NewAtlas(f, 1024)
	for _, face := range allFaces {
		t.Run(face.name, func(t *testing.T) {
			m := f.Metrics(typeset.Style{Face: face.face, Size: ppem})
			for _, r := range latin + spanish + vietnamese + punctuation {
				g := f.Glyphs(style(face.face), string(r))[0]
				if g.Face != face.face {
					continue
				}
				mask, ok := a.Glyph(g.Face, g.Index, ppem, 0)
				if !ok {
					a.Reset()
					mask, ok = a.Glyph(g.Face, g.Index, ppem, 0)
				}
				require.True(t, ok)
				assert.LessOrEqual(t, -mask.Top, math.Ceil(m.Ascent), "%c rises above the line", r)
				assert.LessOrEqual(t, mask.Top+float64(mask.H), math.Ceil(m.Descent), "%c falls below the line", r)
			}
		})
	}
}

func TestMeasureDoesNotAllocate(t *testing.T) {
	f := load(t)
	s := typeset.Style{Face: typeset.Medium, Size: 17, Tabular: true}
	const text = "Đêm nay, 20:15 – “Purple Hearts” của Cassie và Luke…"
	f.Measure(s, text) // reads the characters it meets for the first time
	assert.Zero(t, testing.AllocsPerRun(100, func() { f.Measure(s, text) }))
}

// What is remembered of characters has a bound, whatever a pack from elsewhere is written in.
func TestCharactersTakeLittleMemory(t *testing.T) {
	f := load(t)
	heap := func() int {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	before := heap()
	for _, face := range []typeset.Face{typeset.Display, typeset.Medium, typeset.Bold} {
		for r := rune(0); r <= unicode.MaxRune; r += 5 {
			f.Measure(style(face), string(r)+"e")
		}
	}
	assert.Less(t, heap(), before+1<<20, "of 670,000 characters")
	runtime.KeepAlive(f)
}

func BenchmarkMeasure(b *testing.B) {
	f := load(b)
	for _, test := range []struct{ name, text string }{
		{"English60", "Who was reported to be back as director of the sequel today?"},
		{"Vietnamese60", "Ai được cho là sẽ trở lại làm đạo diễn của phần phim tiếp đó"},
	} {
		b.Run(test.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Measure(style(typeset.Medium), test.text)
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

func TestFontsInSeveralGoroutines(t *testing.T) {
	f := load(t)
	text := latin + vietnamese
	want := load(t).Measure(style(typeset.Medium), text)
	got := make(chan float64)
	for range 8 {
		go func() {
			f.Wrap(style(typeset.Medium), text, 50, true)
			got <- f.Measure(style(typeset.Medium), text)
		}()
	}
	for range 8 {
		assert.Equal(t, want, <-got)
	}
}
