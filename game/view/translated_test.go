package view_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/app"
	"houselights/game/scenes"
	"houselights/game/ui"
)

// TestTranslated shows a pack in a language that it is translated to in part: each text says which language it is in, and a
// question is in one as a whole.
func TestTranslated(t *testing.T) {
	p, err := scenes.Kinds()
	require.NoError(t, err)
	_, err = p.Translate("vi", []byte(`{"houselights": 1, "lang": "vi", "title": "Đủ mọi loại",
		"events": [{"id": "birthday", "title": "Sinh nhật"}],
		"questions": [{"id": "songs", "ask": "Bài nào?", "right": ["Một", "Hai", "Ba"], "wrong": ["Bốn", "Năm"], "why": "Vì thế.", "alt": "Sân khấu."},
			{"id": "story", "ask": "Theo thứ tự nào?"}]}`))
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	v := newViewer(t)
	find := func(key string) *ui.Node {
		n := v.Screen(m, 720, 480).Root.Find(key)
		require.NotNil(t, n, key)
		return n
	}
	send := func(lines ...string) {
		for _, line := range lines {
			msg, err := app.Parse(line)
			require.NoError(t, err)
			m, _ = app.Update(m, msg)
		}
	}
	send("tick 2026-11-22T16:18:34Z", `placed {"Lang":"vi"}`)
	assert.Equal(t, "Đủ mọi loại", find("title").Label())
	assert.Empty(t, find("title").Lang)
	assert.Contains(t, find("count").Label(), "Sinh nhật", "what is counted to is told in the language of the screen")
	send("open events")
	assert.Equal(t, "Sinh nhật", find("event-birthday").Label())

	send("open home", "choose classic", "start")
	assert.Equal(t, "Bài nào?", find("ask").Label())
	assert.Empty(t, find("ask").Lang)
	names := map[string]bool{}
	for _, key := range []string{"answer-1", "answer-2", "answer-3", "answer-4", "answer-5"} {
		names[find(key).Label()] = true
	}
	assert.Equal(t, map[string]bool{"Một": true, "Hai": true, "Ba": true, "Bốn": true, "Năm": true}, names)
	send("mark 0", "done")
	assert.Equal(t, "Vì thế.", find("why").Label())

	send("next")
	assert.Equal(t, "In what order did these come out?", find("ask").Label(), "half a translation is none")
	assert.Equal(t, "en", find("ask").Lang)
	assert.Equal(t, "en", find("answer-1").Lang)
	assert.Empty(t, find("how").Lang, "what we say is in the language of the screen")

	m.Around.Lang = "es"
	assert.Equal(t, "In what order did these come out?", find("ask").Label())
	assert.Equal(t, "en", find("ask").Lang)
}

// TestForeignSourcesNameTheirHost checks that of a pack from elsewhere a link says where it leads.
func TestForeignSourcesNameTheirHost(t *testing.T) {
	p, err := scenes.Kinds()
	require.NoError(t, err)
	for host, want := range map[string]string{"": "Source: Radio Times: Purple Hearts soundtrack (29 Jul 2022)",
		"fans.example": "Source: Radio Times: Purple Hearts soundtrack (29 Jul 2022) · example.org"} {
		m, err := app.New(p, app.Options{PackHost: host})
		require.NoError(t, err)
		for _, msg := range []app.Msg{app.Choose{Mode: app.Classic}, app.Start{}, app.Mark{Place: 0}, app.Done{}} {
			m, _ = app.Update(m, msg)
		}
		assert.Equal(t, want, newViewer(t).Screen(m, 720, 480).Root.Find("source").Label())
	}
}

// TestPlain checks that a pack with characters that no face has is found out, in the language that it is shown in, and only
// where somebody wants to know.
func TestPlain(t *testing.T) {
	p, err := scenes.Kinds()
	require.NoError(t, err)
	p.Questions[1].Why = "漢"
	_, err = p.Translate("vi", []byte(`{"houselights": 1, "lang": "vi", "questions": [{"id": "story", "ask": "?", "order": ["1", "2", "3", "4"], "why": "Vì\nthế."}]}`))
	require.NoError(t, err)
	m, err := app.New(p, app.Options{})
	require.NoError(t, err)
	v := newViewer(t)
	assert.False(t, v.Screen(m, 720, 480).Plain)
	v = v.WithPlain()
	assert.True(t, v.Screen(m, 720, 480).Plain)
	m.Around.Lang = "vi"
	assert.False(t, v.Screen(m, 720, 480).Plain)
}
