package pack_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
)

// translated returns the pack in testdata and what Translate says of a translation of it.
func translated(t *testing.T, file string) (*pack.Pack, pack.Coverage) {
	p, err := base(file)
	require.NoError(t, err)
	covers, err := p.Translate("vi", files(t, "translations/good")[file])
	require.NoError(t, err)
	return p, covers
}

func TestTranslateWhole(t *testing.T) {
	p, covers := translated(t, "whole")
	assert.Equal(t, pack.Coverage{Lang: "vi", Questions: 8, Of: 8, Notes: pack.Problems{}}, covers)
	vi := p.In("vi")
	assert.Equal(t, []string{"whole", "Trái tim tím", "vi", "3", "Bộ câu hỏi của người hâm mộ", "Nhiều người", "CC BY 4.0"},
		[]string{vi.ID, vi.Title, vi.Lang, vi.Version, vi.About, vi.Credits, vi.Licence})
	assert.Equal(t, []pack.Topic{{ID: "crew", Title: "Đoàn phim"}, {ID: "story", Title: "Câu chuyện"}}, vi.Topics)

	sequel := p.Events[0]
	sequel.Title, sequel.Caption, sequel.Past, sequel.Place = "Phần tiếp theo", "đến buổi công chiếu", "Phim đã ra", "Khắp nơi"
	assert.Equal(t, sequel, vi.Events[0])

	want := slices.Clone(p.Questions)
	want[0].Ask, want[0].Right, want[0].Wrong = "Ai là đạo diễn?", []string{"Bà Rosenbaum"}, []string{"Bà Fogel", "Bà Hardwicke"}
	want[0].Why, want[0].Hint, want[0].Alt = "Chính bà.", "Ba tên.", "Một chiếc ghế"
	want[1].Ask = "Phim lấy bối cảnh ở Texas."
	want[2].Ask, want[2].Right, want[2].Wrong = "Ai đóng phim này?", []string{"Cô Carson", "Anh Galitzine"}, []string{"Cô Zendaya", "Anh Centineo"}
	want[3].Ask, want[3].Right = "Điều gì xảy ra trước?", []string{"Họ gặp nhau", "Họ cưới nhau", "Anh ra đi"}
	want[4].Ask, want[4].Scale.Unit = "Bao nhiêu đô la?", "đô la"
	want[5].Ask, want[5].Pairs = "Ai đóng vai ai?", [][2]string{{"Cô Carson", "Cassie"}, {"Anh Galitzine", "Luke"}}
	want[6].Ask, want[6].Right = "Ai hát?", []string{"Sofia Carson", "Carson", "Cô Carson"}
	want[7].Ask = "Phim có phần tiếp theo."
	assert.Equal(t, want, vi.Questions)
}

// TestTranslateNotes holds what is said of translations that fall short to a golden file, and their questions and events
// to the pack: what is not as it is there is marked as not translated, in the same place.
func TestTranslateNotes(t *testing.T) {
	original, err := base("x")
	require.NoError(t, err)
	var said strings.Builder
	for _, name := range slices.Sorted(maps.Keys(files(t, "translations/good"))) {
		p, covers := translated(t, name)
		fmt.Fprintf(&said, "%s: %d of %d\n", name, covers.Questions, covers.Of)
		for _, note := range covers.Notes {
			fmt.Fprintln(&said, note)
		}
		assert.Equal(t, original.Questions, p.Questions, "the pack itself stays as it is")
		assert.Equal(t, original.Events, p.Events)
		checkTranslation(t, p, p.In("vi"), covers)
	}
	golden(t, "testdata/translations/good.txt", said.String())
}

// checkTranslation holds a translation to the pack.
func checkTranslation(t *testing.T, p, to *pack.Pack, covers pack.Coverage) {
	require.Len(t, to.Questions, len(p.Questions))
	require.Len(t, to.Events, len(p.Events))
	require.Len(t, to.Topics, len(p.Topics))
	assert.Equal(t, covers.Lang, to.Lang)
	fresh := 0
	for i, q := range to.Questions {
		was := p.Questions[i]
		if q.Lang == "" {
			fresh++
			assert.True(t, q.ID == was.ID && q.Kind == was.Kind && q.True == was.True && q.Level == was.Level)
			assert.Equal(t, []int{len(was.Wrong), len(was.Pairs)}, []int{len(q.Wrong), len(q.Pairs)})
			assert.Equal(t, []bool{was.Why == "", was.Hint == "", was.Alt == "", was.Scale.Unit == ""}, []bool{q.Why == "", q.Hint == "", q.Alt == "", q.Scale.Unit == ""})
			assert.True(t, q.Kind == pack.ShortAnswer || len(q.Right) == len(was.Right))
			q.Scale.Unit = was.Scale.Unit
			assert.Equal(t, was.Scale, q.Scale)
			checkAnswers(t, q)
			continue
		}
		was.Lang = p.Lang
		assert.Equal(t, was, q)
	}
	assert.Equal(t, []int{fresh, len(p.Questions)}, []int{covers.Questions, covers.Of})
	for i, e := range to.Events {
		was := p.Events[i]
		if e.Lang == "" {
			assert.NotEmpty(t, e.Title)
			was.Title, was.Caption, was.Past, was.Place = e.Title, e.Caption, e.Past, e.Place
		} else {
			was.Lang = p.Lang
		}
		assert.Equal(t, was, e)
	}
}

func TestIn(t *testing.T) {
	p, _ := translated(t, "whole")
	assert.Same(t, p, p.In("en"))
	assert.Same(t, p, p.In("es"), "there is no such translation")
	assert.Same(t, p.In("vi"), p.In("vi"))
	assert.NotSame(t, p, p.In("vi"))
	assert.Same(t, p.In("vi"), p.In("vi").In("vi"))

	first := p.In("vi")
	copied := *p
	_, err := copied.Translate("vi", []byte(`{"houselights":1,"lang":"vi","title":"Khác"}`))
	require.NoError(t, err)
	assert.Equal(t, "Khác", copied.In("vi").Title)
	assert.Same(t, first, p.In("vi"), "what is read into a copy is the copy's alone")

	_, err = p.Translate("vi", []byte(`{"houselights":1,"lang":"vi","titel":"Khác"}`))
	assert.EqualError(t, err, `pack whole.vi.json:1:30: unknown field "titel": did you mean "title"?`)
	assert.Same(t, first, p.In("vi"), "of a file with a mistake nothing is kept")
}

func TestTranslateRefuses(t *testing.T) {
	p, err := base("x")
	require.NoError(t, err)
	for name, c := range map[string]struct{ lang, text, want string }{
		"over 4 MB":         {"vi", strings.Repeat(" ", pack.MaxBytes+1), ": the file is larger than 4 MB: split the pack"},
		"not UTF-8":         {"vi", "{\"\xff", ":1:3: not UTF-8: save the file in the encoding UTF-8"},
		"no JSON":           {"vi", `{"houselights":1,}`, ":1:18: a comma with nothing after it: remove the comma"},
		"33 deep":           {"vi", strings.Repeat("[", 33), ":1:33: brackets nested more than 32 deep: flatten them"},
		"mark is no column": {"vi", "\uFEFF[]", ":1:1: the file is a list, not an object: write { } with fields in it"},
		"given twice":       {"vi", `{"houselights":1,"lang":"vi","lang":"vi"}`, `:1:30: field "lang" is given twice: remove one`},
		"10,001 questions":  {"vi", `{"questions":[` + strings.Repeat("0,", 10_000) + "0]}", `:1:20015: more than 10000 entries in "questions": split the pack`},
		"own language":      {"en", `{"houselights":1,"lang":"en"}`, `:1:25: "en" is the pack's own language: translate it into another`},
	} {
		t.Run(name, func(t *testing.T) {
			covers, err := p.Translate(c.lang, []byte(c.text))
			assert.EqualError(t, err, "pack x."+c.lang+".json"+c.want)
			assert.Zero(t, covers)
			assert.Same(t, p, p.In(c.lang))
		})
	}
}

func TestTranslateStopsCounting(t *testing.T) {
	p, err := pack.Read("x", []byte(`{"houselights":1,"title":"T","questions":[`+strings.Repeat(`{"ask":"?","right":true},`, 4999)+`{"ask":"?","right":true}]}`))
	require.NoError(t, err)
	covers, err := p.Translate("vi", []byte(`{"houselights":1,"lang":"vi"}`))
	require.NoError(t, err)
	assert.Equal(t, []int{0, 5000, 1001}, []int{covers.Questions, covers.Of, len(covers.Notes)})
	assert.Contains(t, covers.Notes, pack.Problem{File: "x.vi.json", What: "more problems follow", Fix: "mend these first"})
}

func FuzzTranslate(f *testing.F) {
	original, err := base("x")
	require.NoError(f, err)
	for _, seed := range []string{
		`{"houselights":1,"lang":"vi","title":"Khác","events":[{"id":"e2","title":"Sinh nhật"}],"topics":[{"id":"crew","title":"T"}]}`,
		`{"houselights":1,"lang":"vi","questions":[{"id":"director","from":"Who directed it?","ask":"A","right":"B","wrong":["C","D"],"why":"E","hint":"F","alt":"G"},{"id":"texas","ask":"A"}]}`,
		`{"houselights":1,"lang":"vi","questions":[{"id":"cast","ask":"A","right":["B","C"],"wrong":["D","E"]},{"id":"plot","ask":"A","order":["B","C","D"]},{"id":"cost","ask":"A","unit":"B"}]}`,
		`{"houselights":1,"lang":"vi","questions":[{"id":"roles","ask":"A","pairs":[["B","C"],["D","E"]],"wrong":["F"]},{"id":"singer","ask":"A","accept":["B"]},{"id":"q8","ask":"A"}]}`,
		`{"houselights":1,"lang":"vi","version":"2","questions":[{"id":"x","right":["A","a",""],"wrong":["A"],"pairs":[[],["A"],null]}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p := *original
		covers, err := p.Translate("vi", data)
		if err != nil {
			var problems pack.Problems
			require.ErrorAs(t, err, &problems)
			require.NotEmpty(t, problems)
			require.Same(t, &p, p.In("vi"))
			return
		}
		for _, note := range covers.Notes {
			assert.NotContains(t, note.String(), "\n")
		}
		checkTranslation(t, original, p.In("vi"), covers)
	})
}

// TestLater checks that a translation that waits to be wanted is the same as one read at once, also beside an event of a page.
func TestLater(t *testing.T) {
	const text = `{"houselights":1,"title":"A","translations":["vi"],"events":[{"id":"e","title":"E","day":"2026-02-14"}],"questions":[{"id":"q","ask":"?","right":true}]}`
	file := []byte(`{"houselights":1,"lang":"vi","title":"Á","events":[{"id":"e","title":"É"}],"questions":[{"id":"q","ask":"Hả?"}]}`)
	more := pack.Event{ID: "x", Title: "X"}
	read := func() *pack.Pack {
		p, err := pack.Read("a", []byte(text))
		require.NoError(t, err)
		return p
	}
	now, later := read(), read()
	_, err := now.Translate("vi", file)
	require.NoError(t, err)
	later.Later("vi", file)
	assert.Equal(t, now.In("vi"), later.In("vi"))
	assert.Same(t, later.In("vi"), later.In("vi"))
	assert.Same(t, later, later.In("es"))

	later = read()
	later.Later("vi", file)
	assert.Equal(t, now.WithEvent(more).In("vi"), later.WithEvent(more).In("vi"))

	bad := read()
	bad.Later("vi", []byte(`{"houselights":1,"lang":"es"}`))
	assert.Same(t, bad, bad.In("vi"))
}

// TestTranslatedSource checks that the name of a source may be translated, and need not be.
func TestTranslatedSource(t *testing.T) {
	p, err := pack.Read("a", []byte(`{"houselights":1,"title":"A","questions":[{"id":"q","ask":"?","right":true,"source":{"title":"The novel","date":"2017"}},
		{"id":"r","ask":"??","right":true,"source":{"title":"Netflix"}}]}`))
	require.NoError(t, err)
	_, err = p.Translate("vi", []byte(`{"houselights":1,"lang":"vi","title":"Á","questions":[{"id":"q","ask":"Hả?","source":"Tiểu thuyết"},{"id":"r","ask":"Hả hả?"}]}`))
	require.NoError(t, err)
	questions := p.In("vi").Questions
	assert.Equal(t, pack.Source{Title: "Tiểu thuyết", Date: "2017"}, questions[0].Source)
	assert.Equal(t, pack.Source{Title: "Netflix"}, questions[1].Source)
	assert.Empty(t, questions[1].Lang, "it is translated as a whole")
	_, err = p.Translate("vi", []byte(`{"houselights":1,"lang":"vi","questions":[{"id":"q","source":"`+strings.Repeat("a", 201)+`"}]}`))
	assert.ErrorContains(t, err, `"source" has 201 characters`)
}
