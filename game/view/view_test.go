package view_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/assets"
	"houselights/game/app"
	"houselights/game/pack"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/ui"
	"houselights/game/view"
	"houselights/game/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

// frames are one of each shape.
var frames = []struct {
	name string
	w, h float64
}{{"wide", 720, 480}, {"tall", 360, 640}, {"square", 480, 480}, {"strip", 720, 120}}

func newViewer(t testing.TB) view.Viewer {
	t.Helper()
	fonts, err := assets.Fonts()
	require.NoError(t, err)
	v, err := program.Viewer(fonts)
	require.NoError(t, err)
	return v
}

func allScenes(t testing.TB) []scenes.Scene {
	t.Helper()
	all, err := scenes.All()
	require.NoError(t, err)
	return all
}

// TestTrees holds the tree of every screen in every shape against its golden file.
func TestTrees(t *testing.T) {
	v := newViewer(t)
	for _, scene := range allScenes(t) {
		var b strings.Builder
		for _, f := range frames {
			b.WriteString(v.Screen(scene.Model, f.w, f.h).Dump())
			b.WriteByte('\n')
		}
		path := filepath.Join("testdata", scene.Name+".txt")
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(b.String()), 0o644))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err, "run go test ./game/view -update and read what it writes")
		if got := b.String(); got != string(want) {
			t.Errorf("%s: another tree than in %s, first at:\n%s\nwhen it is right: go test ./game/view -update", scene.Name, path, firstDifference(string(want), got))
		}
	}
}

// firstDifference is the first line that is not the same, as it was and as it is.
func firstDifference(want, got string) string {
	was, is := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			return fmt.Sprintf("line %d\n- %s\n+ %s", i+1, was[i], is[i])
		}
	}
	return fmt.Sprintf("line %d, where one of them ends", min(len(was), len(is))+1)
}

// TestScenesShowWhatTheySay checks that each scene is still at the screen that it is named after: a change of the rules may
// lead its story elsewhere.
func TestScenesShowWhatTheySay(t *testing.T) {
	for _, scene := range allScenes(t) {
		name, _, _ := strings.Cut(scene.Name, "-")
		assert.Equal(t, name, string(scene.Model.Screen), scene.Name)
		if scene.Name == "question-true-false" {
			q, _, _ := scene.Model.Asking()
			assert.Equal(t, pack.TrueFalse, q.Kind)
		}
	}
}

// TestWordsHaveTheirLanguage checks that what the pack says is marked as being in its language, and what we say is not.
func TestWordsHaveTheirLanguage(t *testing.T) {
	v := newViewer(t)
	for _, scene := range allScenes(t) {
		m := scene.Model
		m.Around.Lang = "vi"
		root := v.Screen(m, 720, 480).Root
		answer := map[string]string{"question": "en", "question-true-false": ""}
		if want, ok := answer[scene.Name]; ok {
			assert.Equal(t, "en", root.Find("ask").Lang, scene.Name)
			assert.Equal(t, want, root.Find("answer-1").Lang, scene.Name)
		}
	}
}

// sizes run from the smallest widget to a wall, both ways round.
var sizes = []struct{ w, h float64 }{
	{320, 240}, {240, 320}, {360, 640}, {320, 568}, {640, 360}, {480, 480}, {600, 560}, {720, 480}, {720, 120}, {320, 100}, {1200, 200}, {1080, 1920},
	{1920, 1080}, {3840, 2160}, {7680, 4320}, {4320, 7680},
}

// TestLayoutHolds checks what must hold on every screen: no two controls overlap, no text leaves its box, nothing leaves the
// frame, and what can be touched is large enough. Texts are as long as they are, 40 % and 100 % longer, and of normal and double size.
func TestLayoutHolds(t *testing.T) {
	plain := newViewer(t)
	for _, stretch := range []float64{0, 0.4, 1} {
		v := plain
		v.Words = stretched(plain.Words, stretch)
		for _, scene := range allScenes(t) {
			for _, text := range []int{100, 200} {
				m := scene.Model
				m.Saved.Settings.Text = text
				for _, size := range sizes {
					s := v.Screen(m, size.w, size.h)
					for _, problem := range faults(v, s) {
						t.Errorf("%s +%g%% text %d%% %gx%g: %s", scene.Name, 100*stretch, text, size.w, size.h, problem)
					}
				}
			}
		}
	}
}

// TestNothingIsCovered checks that no word and no control lies behind the notch or the bar of a phone, upright and on its side.
func TestNothingIsCovered(t *testing.T) {
	v := newViewer(t)
	for _, phone := range []struct {
		w, h    float64
		covered ui.Edges
	}{{390, 844, ui.Edges{Top: 59, Bottom: 34}}, {844, 390, ui.Edges{Right: 59, Bottom: 21, Left: 59}}, {568, 200, ui.Edges{Right: 59, Bottom: 21, Left: 59}}} {
		for _, scene := range allScenes(t) {
			m := scene.Model
			m.Around.CoveredTop, m.Around.CoveredRight, m.Around.CoveredBottom, m.Around.CoveredLeft = phone.covered.Top, phone.covered.Right, phone.covered.Bottom, phone.covered.Left
			s := v.Screen(m, phone.w, phone.h)
			free := ui.Rect{W: phone.w, H: phone.h}
			if c := s.Column(); c != nil {
				free.H = max(free.H, c.Content)
			}
			free = free.Inset(phone.covered)
			for _, n := range append(leaves(s.Root), s.Focusable()...) {
				const rounding = 0.6
				r := n.Rect
				if r.X < free.X-rounding || r.Y < free.Y-rounding || r.Right() > free.Right()+rounding || r.Bottom() > free.Bottom()+rounding {
					t.Errorf("%s %gx%g: %s %q is covered: %+v is not within %+v", scene.Name, phone.w, phone.h, n.Key, n.Label(), n.Rect, free)
				}
			}
		}
	}
}

// TestMagnifiedStripLeadsEverywhere checks that a window that is low because it is magnified, or a phone's, loses nothing: from
// its home all modes and settings can be reached.
func TestMagnifiedStripLeadsEverywhere(t *testing.T) {
	v := newViewer(t)
	for _, scene := range allScenes(t) {
		if scene.Name != "home" {
			continue
		}
		for _, size := range []struct{ w, h float64 }{{320, 212}, {320, 136}, {568, 188}, {844, 200}} {
			s := v.Screen(scene.Model, size.w, size.h)
			assert.NotNil(t, s.Root.Find("modes"), "%gx%g", size.w, size.h)
			assert.Nil(t, s.Column(), "%gx%g: all at a glance", size.w, size.h)
		}
	}
}

// stretched makes every interface text longer by a share of itself.
func stretched(library words.Library, share float64) words.Library {
	longer := words.Library{}
	for code, book := range library {
		longer[code] = book.Map(func(s string) string {
			all := strings.Fields(s)
			more := int(float64(len([]rune(s)))*share + 0.5)
			for i := 0; more > 0 && len(all) > 0; i++ {
				word := all[i%len(all)]
				if strings.Contains(word, "{") {
					word = "words"
				}
				s += " " + word
				more -= len([]rune(word)) + 1
			}
			return s
		})
	}
	return longer
}

func TestEveryTextIsSaidInEveryLanguage(t *testing.T) {
	v := newViewer(t)
	english := v.Words["en"]
	for code, book := range v.Words {
		assert.Equal(t, english.Keys(), book.Keys(), code)
	}
}

// TestEveryFocusIsThere checks that the node a screen gives the focus to exists and can be pressed.
func TestEveryFocusIsThere(t *testing.T) {
	v := newViewer(t)
	for _, scene := range allScenes(t) {
		for _, f := range frames {
			s := v.Screen(scene.Model, f.w, f.h)
			n := s.Root.Find(s.Focus)
			if assert.NotNil(t, n, "%s %s", scene.Name, f.name) {
				assert.True(t, n.Pressable(), "%s %s", scene.Name, f.name)
			}
		}
	}
}

// TestKeysAreUnique checks that no two nodes share a key: press, focus and the page's elements go by it.
func TestKeysAreUnique(t *testing.T) {
	v := newViewer(t)
	for _, scene := range allScenes(t) {
		for _, f := range frames {
			seen := map[string]bool{}
			v.Screen(scene.Model, f.w, f.h).Root.Walk(func(n *ui.Node) bool {
				if n.Role != ui.Decoration {
					assert.NotEmpty(t, n.Key, "%s %s: %s %q", scene.Name, f.name, n.Role, n.Label())
				}
				assert.False(t, n.Key != "" && seen[n.Key], "%s %s: %s", scene.Name, f.name, n.Key)
				seen[n.Key] = true
				return true
			})
		}
	}
}

// TestLongTitle shows home for a pack whose title is as long as it may be, with and without something to count to: it must
// never outgrow the frame by much, as a disc would that grows with the words in it.
func TestLongTitle(t *testing.T) {
	v := newViewer(t)
	for _, letters := range []int{10, 60, 61, 78, 200} {
		title := strings.Repeat("Honeybees and their keepers ", 8)[:letters]
		for _, events := range []string{``, `"events":[{"title":"` + title + `","yearly":"07-29"}],`} {
			p, err := pack.Read("x", []byte(`{"houselights":1,"title":"`+title+`",`+events+`"questions":[{"ask":"?","right":true}]}`))
			require.NoError(t, err)
			m, err := app.New(p, app.Options{})
			require.NoError(t, err)
			for _, text := range []int{100, 200} {
				m.Saved.Settings.Text = text
				for _, size := range sizes {
					s := v.Screen(m, size.w, size.h)
					for _, problem := range faults(v, s) {
						t.Errorf("%d letters %q, text %d%% %gx%g: %s", letters, events, text, size.w, size.h, problem)
					}
					if c := s.Column(); c != nil && size.h >= 240 {
						assert.Less(t, c.Content, 6*size.h, "%d letters %q, text %d%% %gx%g", letters, events, text, size.w, size.h)
					}
				}
			}
		}
	}
}

// TestTickBoxesAreSquare checks that the box of an answer of which several can be chosen looks like one at every scale: a
// round sign stands for an order.
func TestTickBoxesAreSquare(t *testing.T) {
	v := newViewer(t)
	for _, scene := range allScenes(t) {
		if scene.Name != "question-several" && scene.Name != "reveal-several" {
			continue
		}
		for _, size := range sizes {
			box := v.Screen(scene.Model, size.w, size.h).Root.Find("answer-1").Children[0]
			assert.Less(t, box.Look.Radius, box.Rect.W/3, "%s %gx%g", scene.Name, size.w, size.h)
		}
	}
}
