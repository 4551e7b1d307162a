//go:build !js

package draw_test

import (
	"flag"
	"fmt"
	"image"
	imagedraw "image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/draw"
	"houselights/game/draw/picture"
	"houselights/game/program"
	"houselights/game/scenes"
	"houselights/game/view"
	"houselights/game/xvfb"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

func TestMain(m *testing.M) { os.Exit(xvfb.Run(m)) }

// glance is a scene at a size.
type glance struct {
	scene, theme, lang string
	accent             string // of the page
	w, h               int    // CSS pixels
	ratio              float64
	focus, hover       string
	scroll             float64
	later              time.Duration // than the scene's own time
}

func (p glance) name() string {
	name := fmt.Sprintf("%s_%dx%d_%s", p.scene, p.w, p.h, p.theme)
	if p.ratio != 1 {
		name += fmt.Sprintf("@%g", p.ratio)
	}
	if p.lang != "en" {
		name += "_" + p.lang
	}
	return name
}

// pictures are the golden ones: every screen wide and dark, the main ones in every shape, in light, at other ratios and
// in the other languages.
func pictures(t *testing.T) []glance {
	all, err := scenes.All()
	require.NoError(t, err)
	var list []glance
	add := func(scene, theme, lang string, w, h int, ratio float64) {
		list = append(list, glance{scene: scene, theme: theme, lang: lang, w: w, h: h, ratio: ratio})
	}
	like := []string{"ready-rumour", "settings-seen", "about-kinds"} // others, but for a word or a choice
	for _, s := range all {
		if !slices.Contains(like, s.Name) {
			add(s.Name, "dark", "en", 720, 480, 1)
		}
	}
	for _, scene := range []string{"home-reported", "question-second", "reveal-wrong", "results"} {
		add(scene, "light", "en", 720, 480, 1)
		add(scene, "dark", "en", 360, 640, 1)
		add(scene, "dark", "en", 480, 480, 1)
		add(scene, "dark", "en", 320, 240, 1)
	}
	add("home-reported", "dark", "en", 720, 120, 1)
	add("home-reported", "light", "en", 360, 640, 1.5)
	add("countdown", "light", "es", 720, 480, 1)
	add("countdown", "dark", "vi", 360, 640, 1)
	add("home", "dark", "en", 720, 120, 1)
	add("events", "dark", "vi", 360, 640, 1)
	add("modes-known", "light", "en", 720, 480, 1)
	add("modes-known", "dark", "vi", 360, 640, 1)
	add("ready-daily", "light", "es", 720, 480, 1)
	add("home", "dark", "vi", 720, 480, 2)
	add("question-number", "light", "en", 360, 640, 1)
	add("question-order", "light", "en", 360, 640, 1)
	for i := range list {
		if list[i].scene == "home-reported" {
			list[i].focus = "play"
		}
		if list[i].scene == "question-second" {
			list[i].focus = "answer-2"
		}
		if list[i].scene == "question-number" {
			list[i].focus = "scale"
		}
	}
	return list
}

// TestPictures holds what is drawn against the golden pictures. Colours are rounded to steps of 8 first, which keeps the
// files small. A pixel counts as another one when a colour is more than 24 of 255 apart; of all pixels 0.3 % may be,
// and of no square of 16 × 16 more than a quarter: that leaves room for another version of the software renderer, and none
// for another letter.
func TestPictures(t *testing.T) {
	viewer, painter, err := program.Parts()
	require.NoError(t, err)
	painter.Bar = true
	models := map[string]scenes.Scene{}
	all, err := scenes.All()
	require.NoError(t, err)
	for _, s := range all {
		models[s.Name] = s
	}
	list := pictures(t)
	require.LessOrEqual(t, len(list), 80)
	for _, p := range list {
		hold(t, p.name(), rounded(paint(viewer, painter, models[p.scene], p)))
	}
}

// hold holds a picture against the golden one of the name.
func hold(t *testing.T, name string, got *image.NRGBA) {
	path := filepath.Join("testdata", name+".png")
	if *update {
		write(t, path, got)
	}
	want := read(t, path)
	if !assert.Equal(t, want.Bounds(), got.Bounds(), name) {
		return
	}
	if all, worst := picture.Differing(want, got); all > 0.003 || worst > 0.25 {
		out := filepath.Join(os.TempDir(), "houselights-"+name+".png")
		write(t, out, got)
		t.Errorf("%s: %.2f %% of the pixels differ, in one square %.0f %%: look at %s, and run go test ./game/draw -update if it is right", name, 100*all, 100*worst, out)
	}
}

// TestKeptPictures checks that what a painter keeps from other frames changes no pixel of the next one.
func TestKeptPictures(t *testing.T) {
	all, err := scenes.All()
	require.NoError(t, err)
	models := map[string]scenes.Scene{}
	for _, s := range all {
		models[s.Name] = s
	}
	viewer, used, err := program.Parts()
	require.NoError(t, err)
	for _, p := range []glance{
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1},
		{scene: "modes-known", theme: "dark", w: 720, h: 480, ratio: 1},
		{scene: "home-reported", theme: "dark", w: 720, h: 480, ratio: 1},
		{scene: "home-reported", theme: "light", w: 720, h: 480, ratio: 1},
		{scene: "home-reported", theme: "light", w: 720, h: 480, ratio: 1.5},
		{scene: "question-second", theme: "light", w: 720, h: 480, ratio: 1.5},
		{scene: "home", theme: "light", w: 721, h: 480, ratio: 1.5},
		{scene: "question-second", theme: "dark", w: 320, h: 240, ratio: 1},
		{scene: "question-second", theme: "dark", w: 320, h: 240, ratio: 1, scroll: 20.25},
		// From here on one frame differs little from the one before.
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 1 * time.Second},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 2 * time.Second},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 100 * time.Hour},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 100 * time.Hour, hover: "play"},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 100 * time.Hour, hover: "modes", focus: "play"},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1},
		{scene: "question", theme: "light", w: 720, h: 480, ratio: 1.5},
		{scene: "question", theme: "light", w: 720, h: 480, ratio: 1.5, later: 100 * time.Millisecond},
		{scene: "question", theme: "light", w: 720, h: 480, ratio: 1.5, later: 9 * time.Second, hover: "answer-4"},
		{scene: "question", theme: "light", w: 720, h: 480, ratio: 1.5, later: 10 * time.Second, hover: "answer-1"},
		{scene: "reveal-wrong", theme: "light", w: 720, h: 480, ratio: 1.5},
		{scene: "reveal-wrong", theme: "light", w: 360, h: 480, ratio: 1.5},
		{scene: "reveal-wrong", theme: "light", w: 360, h: 480, ratio: 1.5, hover: "next"},
		{scene: "reveal-wrong", theme: "light", w: 360, h: 480, ratio: 1.5, hover: "next", scroll: 3},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 1 * time.Second},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 1 * time.Second, accent: "#7fffd4"},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 2 * time.Second, accent: "#7fffd4"},
		{scene: "home", theme: "dark", w: 720, h: 480, ratio: 1, later: 2 * time.Second},
		{scene: "question-number", theme: "light", w: 360, h: 640, ratio: 1, accent: "#004488"},
		{scene: "question-number", theme: "light", w: 360, h: 640, ratio: 1, accent: "#004400"},
	} {
		p.lang = "en"
		_, fresh, err := program.Parts()
		require.NoError(t, err)
		assert.Equal(t, paint(viewer, fresh, models[p.scene], p).Pix, paint(viewer, used, models[p.scene], p).Pix, p.name())
	}
}

// TestFullAtlas paints at so many ratios that the atlas is full time and again, and checks that no letter is another's.
func TestFullAtlas(t *testing.T) {
	all, err := scenes.All()
	require.NoError(t, err)
	i := slices.IndexFunc(all, func(s scenes.Scene) bool { return s.Name == "review" })
	viewer, used, err := program.Parts()
	require.NoError(t, err)
	for step := range 60 {
		p := glance{theme: "dark", lang: "en", w: 300, h: 200, ratio: 1 + float64(step)/20}
		got := paint(viewer, used, all[i], p)
		if step%10 != 9 {
			continue
		}
		_, fresh, err := program.Parts()
		require.NoError(t, err)
		require.Equal(t, paint(viewer, fresh, all[i], p).Pix, got.Pix, "ratio %g", p.ratio)
	}
}

// TestScrolledFar checks that a column many times as high as its frame is drawn down to its end.
func TestScrolledFar(t *testing.T) {
	viewer, painter, err := program.Parts()
	require.NoError(t, err)
	all, err := scenes.All()
	require.NoError(t, err)
	for _, s := range all {
		if s.Name != "review" && s.Name != "question-six" {
			continue
		}
		s.Model.Saved.Settings.Text = 200
		p := glance{scene: s.Name, theme: "dark", lang: "en", w: 320, h: 240, ratio: 1}
		column := viewer.Screen(s.Model, float64(p.w), float64(p.h)).Column()
		require.NotNil(t, column)
		end := column.Content - column.Rect.H
		require.Greater(t, end, 2*column.Rect.H)
		p.scroll = end
		last := paint(viewer, painter, s, p)
		p.scroll = end - 30
		all, _ := picture.Differing(last, paint(viewer, painter, s, p))
		assert.Greater(t, all, 0.01, "%s: nothing moves at the end of its column, so nothing is there", s.Name)
	}
}

func paint(v view.Viewer, painter *draw.Painter, scene scenes.Scene, p glance) *image.NRGBA {
	m := scene.Model
	m.Around.Theme, m.Around.Lang = p.theme, p.lang
	m.Around.AccentDark, m.Around.AccentLight = p.accent, p.accent
	m.Now = m.Now.Add(p.later)
	return picture.Paint(painter, v.Screen(m, float64(p.w), float64(p.h)), draw.State{Ratio: p.ratio, Focus: p.focus, Hover: p.hover, Offset: p.scroll})
}

func rounded(img *image.NRGBA) *image.NRGBA {
	for i, v := range img.Pix {
		if i%4 != 3 {
			img.Pix[i] = uint8(min(255, (int(v)+4)/8*8))
		}
	}
	return img
}

func write(t *testing.T, path string, img image.Image) {
	f, err := os.Create(path)
	require.NoError(t, err)
	require.NoError(t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, img))
	require.NoError(t, f.Close())
}

func read(t *testing.T, path string) *image.NRGBA {
	f, err := os.Open(path)
	require.NoError(t, err, "run go test ./game/draw -update and look at what it draws")
	defer f.Close()
	img, err := png.Decode(f)
	require.NoError(t, err)
	straight := image.NewNRGBA(img.Bounds())
	imagedraw.Draw(straight, img.Bounds(), img, image.Point{}, imagedraw.Src)
	return straight
}
