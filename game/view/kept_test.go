package view_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/scenes"
	"houselights/game/ui"
	"houselights/game/view"
)

// sceneOf is the model of a scene.
func sceneOf(t *testing.T, name string) app.Model {
	t.Helper()
	for _, s := range allScenes(t) {
		if s.Name == name {
			return s.Model
		}
	}
	t.Fatalf("there is no scene %s", name)
	return app.Model{}
}

// after is the model after messages as text.
func after(t *testing.T, m app.Model, lines ...string) app.Model {
	t.Helper()
	for _, line := range lines {
		msg, err := app.Parse(line)
		require.NoError(t, err)
		m, _ = app.Update(m, msg)
	}
	return m
}

// last is what the settings end with: the key of the last thing that can be read or pressed.
func last(s *ui.Screen) string {
	key := ""
	s.Root.Walk(func(n *ui.Node) bool {
		if n.Role != ui.Decoration {
			key = n.Key
		}
		return true
	})
	return key
}

// TestWhatIsKept checks how the settings end, and where the focus goes from what has been pressed.
func TestWhatIsKept(t *testing.T) {
	v := newViewer(t)
	asked := sceneOf(t, "settings-erase")
	bare := sceneOf(t, "settings")
	unsaved, kiosk := asked, asked
	unsaved.Options.Unsaved, kiosk.Options.Kiosk = true, true
	for name, c := range map[string]struct {
		model     app.Model
		last      string
		pressed   string // what had the focus
		nextFocus string
	}{
		"nothing":          {bare, "sound-on", "back", "back"},
		"a choice":         {after(t, bare, "set theme light"), "ask-erase", "theme-light", "theme-light"},
		"asked":            {asked, "spare", "ask-erase", "spare"},
		"spared":           {after(t, asked, "spare"), "ask-erase", "spare", "ask-erase"},
		"erased":           {after(t, asked, "erase"), "erased", "erase", "back"},
		"erased elsewhere": {after(t, asked, "spare", "erased"), "erased", "ask-erase", "back"},
		"won again":        {after(t, asked, "erase", "set theme light"), "ask-erase", "theme-light", "theme-light"},
		"nothing can be":   {unsaved, "unsaved", "back", "back"},
		"a kiosk":          {kiosk, "sound-on", "back", "back"},
	} {
		for _, f := range frames {
			s := v.Screen(c.model, f.w, f.h)
			assert.Equal(t, c.last, last(s), "%s %s", name, f.name)
			assert.Equal(t, c.nextFocus, s.Keep(c.pressed), "%s %s", name, f.name)
		}
		for _, text := range []int{100, 200} {
			m := c.model
			m.Saved.Settings.Text = text
			for _, lang := range []string{"en", "es", "vi"} {
				m.Saved.Settings.Lang = lang
				holds(t, v, m, name)
			}
		}
	}
}

// holds checks the layout of a model's screen at every size.
func holds(t *testing.T, v view.Viewer, m app.Model, name string) {
	t.Helper()
	for _, size := range sizes {
		for _, problem := range faults(v, v.Screen(m, size.w, size.h)) {
			t.Errorf("%s %gx%g: %s", name, size.w, size.h, problem)
		}
	}
}

// TestUnsavedResult checks that a result which would be kept, were it possible, says that it is not, and no other does.
func TestUnsavedResult(t *testing.T) {
	v := newViewer(t)
	practice, daily := sceneOf(t, "results-daily"), sceneOf(t, "results-daily")
	daily.Play.Practice = false
	worse := sceneOf(t, "results")
	worse.Before, worse.HadBest = app.Best{Points: 10000, Right: 10, Of: 10}, true
	for name, c := range map[string]struct {
		model app.Model
		says  bool
	}{
		"a best":       {sceneOf(t, "results"), true},
		"no best":      {worse, false},
		"the day's":    {daily, true},
		"practice":     {practice, false},
		"a best of it": {sceneOf(t, "results-untimed"), true},
	} {
		m := c.model
		assert.Nil(t, v.Screen(m, 720, 480).Root.Find("unsaved"), name)
		m.Options.Unsaved = true
		assert.Equal(t, c.says, v.Screen(m, 720, 480).Root.Find("unsaved") != nil, name)
		holds(t, v, m, name)
		m.Options.Kiosk = true
		assert.Nil(t, v.Screen(m, 720, 480).Root.Find("unsaved"), "%s, in a kiosk", name)
	}
}

func TestErasingIsAnnounced(t *testing.T) {
	v := newViewer(t)
	m := sceneOf(t, "settings-erase")
	assert.Equal(t, []view.Line{{Text: "This erases your bests, today’s try, your days in a row, your choices and a round left open."}}, v.Announcement(m, app.EraseAsk))
	assert.Equal(t, []view.Line{{Text: "It is erased. Nothing of yours is kept here now."}}, v.Announcement(m, app.EraseDone))
}

// TestAccentOfThePage checks that each theme takes the accent that is meant for it.
func TestAccentOfThePage(t *testing.T) {
	v := newViewer(t)
	m := sceneOf(t, "home")
	dark, light := ui.Dark(), ui.Light()
	for name, c := range map[string]struct {
		around app.Surroundings
		theme  string // the visitor's choice
		want   ui.Theme
	}{
		"dark":         {app.Surroundings{Theme: "dark", AccentDark: "#7fffd4", AccentLight: "#004488"}, "", dark.Accented("#7fffd4")},
		"light":        {app.Surroundings{Theme: "light", AccentDark: "#7fffd4", AccentLight: "#004488"}, "", light.Accented("#004488")},
		"the system's": {app.Surroundings{Theme: "auto", AccentDark: "#7fffd4", AccentLight: "#004488"}, "", light.Accented("#004488")},
		"the choice":   {app.Surroundings{Theme: "dark", AccentDark: "#7fffd4", AccentLight: "#004488"}, "light", light.Accented("#004488")},
		"none":         {app.Surroundings{Theme: "dark", AccentLight: "#004488"}, "", dark},
		"no colour":    {app.Surroundings{Theme: "dark", AccentDark: "tomato"}, "", dark},
	} {
		m.Around, m.Saved.Settings.Theme = c.around, c.theme
		assert.Equal(t, c.want, v.Screen(m, 720, 480).Theme, name)
	}
}

// TestPlainOfManyPacks checks that a page that counts to one instant after the other is answered by the pack of each.
func TestPlainOfManyPacks(t *testing.T) {
	v := newViewer(t).WithPlain()
	p, err := scenes.Pack()
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	for i := range 50 {
		title := "A show"
		if i%10 == 9 {
			title = "公演" // of which the faces have nothing
		}
		m, _ = app.Update(m, app.Aimed{Event: "2027-01-01T00:00Z", Title: title})
		m, _ = app.Update(m, app.Aimed{Event: "2027-01-02T00:00Z", Title: title})
		assert.Equal(t, i%10 == 9, v.Screen(m, 720, 480).Plain)
	}
}
