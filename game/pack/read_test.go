package pack_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
)

const whole = `{
	"houselights": 1, "title": "Purple Hearts", "lang": "en", "version": "3",
	"about": "A fan's pack", "credits": "Many", "licence": "CC BY-SA 4.0",
	"events": [
		{"id": "sequel", "title": "The sequel, as reported", "caption": "until the reported premiere", "past": "nothing confirmed",
			"at": "2026-02-14T00:00:00-08:00", "zone": "America/Los_Angeles", "status": "reported",
			"by": "Netflix", "after": "next", "place": "Everywhere", "link": "https://example.org/", "sequence": 2,
			"source": {"title": "A site", "url": "https://example.org/a?b=c", "date": "2025-11"}},
		{"id": "eve", "title": "The day before", "day": "2026-02-13", "after": "up"},
		{"id": "cinema", "title": "At the Odeon", "showings": ["2026-02-14T22:15", "2026-02-14T19:30:00+01:00"], "after": "stay"},
		{"id": "birthday", "title": "Birthday", "caption": "until it is {years}", "yearly": "07-29", "since": 2022, "status": "released"}
	],
	"questions": [
		{"id": "director", "ask": " Who directed it? ", "right": "Elizabeth Allen Rosenbaum", "wrong": ["A", "B", "C"], "why": "She did.",
			"source": {"title": "T", "url": "https://example.org/", "date": "2022-08-01"}, "topic": "crew", "level": 1,
			"spoiler": true, "facts": ["F024", "F025"], "status": "confirmed"},
		{"ask": "It is set in Austin.", "right": false, "level": 3},
		{"ask": "Marisol is played by Loren …", "right": "Escando\u0301n", "wrong": ["Escandon"]}
	]
}`

func TestReadWhole(t *testing.T) {
	p, err := pack.Read("purple-hearts", []byte("\uFEFF"+whole))
	require.NoError(t, err)
	require.Len(t, p.Events, 4)
	require.Len(t, p.Questions, 3)

	assert.Equal(t, []string{"purple-hearts", "Purple Hearts", "en", "3", "A fan's pack", "Many", "CC BY-SA 4.0"},
		[]string{p.ID, p.Title, p.Lang, p.Version, p.About, p.Credits, p.Licence})

	sequel := p.Events[0]
	assert.True(t, sequel.At.Equal(time.Date(2026, 2, 14, 8, 0, 0, 0, time.UTC)), sequel.At)
	sequel.At = time.Time{}
	assert.Equal(t, pack.Event{ID: "sequel", Title: "The sequel, as reported", Caption: "until the reported premiere", Past: "nothing confirmed",
		Zone: "America/Los_Angeles", Status: pack.Reported, By: "Netflix", Place: "Everywhere", Link: "https://example.org/", Sequence: 2, Source: pack.Source{Title: "A site", URL: "https://example.org/a?b=c", Date: "2025-11"}}, sequel)
	assert.Equal(t, pack.Event{ID: "birthday", Title: "Birthday", Caption: "until it is {years}",
		Yearly: pack.Yearly{Month: time.July, Day: 29, Since: 2022}, Status: pack.Released}, p.Events[3])
	assert.Equal(t, pack.Event{ID: "eve", Title: "The day before", Day: time.Date(2026, 2, 13, 0, 0, 0, 0, time.UTC), After: pack.CountUp}, p.Events[1])
	cinema := p.Events[2]
	require.Len(t, cinema.Showings, 2)
	assert.Equal(t, pack.Showing{Time: time.Date(2026, 2, 14, 22, 15, 0, 0, time.UTC), Local: true}, cinema.Showings[0])
	assert.True(t, cinema.Showings[1].Time.Equal(time.Date(2026, 2, 14, 18, 30, 0, 0, time.UTC)) && !cinema.Showings[1].Local)
	assert.Equal(t, pack.Stay, cinema.After)
	assert.Equal(t, []bool{false, true, false, true}, []bool{p.Events[0].WholeDay(), p.Events[1].WholeDay(), cinema.WholeDay(), p.Events[3].WholeDay()})

	assert.Equal(t, []pack.Question{
		{ID: "director", Ask: "Who directed it?", Right: []string{"Elizabeth Allen Rosenbaum"}, Wrong: []string{"A", "B", "C"}, Why: "She did.",
			Source: pack.Source{Title: "T", URL: "https://example.org/", Date: "2022-08-01"}, Topic: "crew", Level: 1,
			Spoiler: true, Facts: []string{"F024", "F025"}, Status: pack.Confirmed},
		{ID: "q2", Kind: pack.TrueFalse, Ask: "It is set in Austin.", Level: 3},
		{ID: "q3", Ask: "Marisol is played by Loren …", Right: []string{"Escandón"}, Wrong: []string{"Escandon"}, Level: 3},
	}, p.Questions)
}

// These put one question, one event or one field more into a pack that is
// otherwise in order. What is under test begins on line 2, column 1.
func withQuestion(q string) string {
	return `{"houselights":1,"title":"T","questions":[{"ask":"?","right":true},` + "\n" + q + "]}"
}
func withEvent(e string) string {
	return `{"houselights":1,"title":"T","questions":[{"ask":"?","right":true}],"events":[` + "\n" + e + "]}"
}
func withField(f string) string {
	return `{"houselights":1,"title":"T","questions":[{"ask":"?","right":true}],` + "\n" + f + "}"
}

func TestReadGood(t *testing.T) {
	for name, text := range map[string]string{
		"least":                    `{"houselights":1,"title":"T","questions":[{"ask":"?","right":true}]}`,
		"format 1.0":               `{"houselights":1.0,"title":"T","questions":[{"ask":"?","right":true}]}`,
		"29 February":              withEvent(`{"title":"Leap","yearly":"02-29","since":2024}`),
		"yearly without since":     withEvent(`{"title":"E","yearly":"07-29"}`),
		"instant in UTC":           withEvent(`{"title":"E","at":"2026-02-14T08:00:00Z"}`),
		"instant to the minute":    withEvent(`{"title":"E","at":"2026-02-14T00:00-08:00"}`),
		"level 5.0":                withQuestion(`{"ask":"?","right":true,"level":5.0}`),
		"empty is not given":       withQuestion(`{"ask":"?","right":true,"why":"","hint":" ","topic":"","id":"","facts":[],"source":{"title":""}}`),
		"answers that differ":      withQuestion(`{"ask":"?","right":"résumé","wrong":["resume","resumes"]}`),
		"CRLF":                     strings.ReplaceAll(whole, "\n", "\r\n"),
		"upper case HTTPS":         withQuestion(`{"ask":"?","right":true,"source":{"url":"HTTPS://example.org"}}`),
		"address with no path":     withQuestion(`{"ask":"?","right":true,"source":{"url":"https://example.org?a=b@c"}}`),
		"address not in ASCII":     withQuestion(`{"ask":"?","right":true,"source":{"url":"https://vi.wikipedia.org/wiki/Tím"}}`),
		"same id, event, question": `{"houselights":1,"title":"T","questions":[{"id":"a","ask":"?","right":true}],"events":[{"id":"a","title":"E","yearly":"01-31"}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			_, err := pack.Read("x", []byte(text))
			assert.NoError(t, err)
		})
	}
}

func TestReadBad(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // after "pack x.json:"
	}{
		{"nothing in it", `{}`, []string{
			`1:1: no format number: add "houselights": 1`,
			`1:1: no title: add "title"`,
			`1:1: no questions: add some in "questions"`}},
		{"no questions", `{"houselights":1,"title":"T","questions":[]}`, []string{`1:42: no questions: add some in "questions"`}},
		{"a list", `[]`, []string{`1:1: the file is a list, not an object: write { } with fields in it`}},
		{"format 2", `{"houselights":2,"quests":{}}`, []string{`1:16: format 2 is made for a newer Houselights: update Houselights`}},
		{"format 0", `{"houselights":0,"title":"T","questions":[{"ask":"?","right":true}]}`, []string{`1:16: there is no format 0: write "houselights": 1`}},
		{"format text", `{"houselights":"1","title":"T","questions":[{"ask":"?","right":true}]}`, []string{`1:16: "houselights" is a text: write "houselights": 1`}},
		{"unknown field", withField(`"qestions":[]`), []string{`2:1: unknown field "qestions": did you mean "questions"?`}},
		{"field far from all", withQuestion(`{"ask":"?","right":true,"picture":""}`), []string{
			`2:25: questions[1]: unknown field "picture": choose from id, ask, right, wrong, real, order, number, tolerance, min, max, step, unit, pairs, accept, forgive, why, hint, source, status, topic, level, seconds, spoiler, image, alt, facts`}},
		{"swapped letters, upper case", withQuestion(`{"ASK":"?","ask":"?","rihgt":true,"right":true}`), []string{
			`2:2: questions[1]: unknown field "ASK": did you mean "ask"?`,
			`2:22: questions[1]: unknown field "rihgt": did you mean "right"?`}},
		{"given twice", withField(`"title":"again"`), []string{`2:1: field "title" is given twice: remove one`}},
		{"given twice, deep", withQuestion(`{"ask":"?","right":true,"right":false}`), []string{`2:25: questions[1]: field "right" is given twice: remove one`}},
		{"text as number", withField(`"version":3`), []string{`2:11: "version" is a number: write a text in double quotes`}},
		{"questions no list", `{"houselights":1,"title":"T","questions":{}}`, []string{`1:42: "questions" is an object: write a list in [ ]`}},
		{"question no object", withQuestion(`"?"`), []string{`2:1: questions[1]: is a text, not an object: write { } with fields in it`}},
		{"no right answer", withQuestion(`{"id":"director","ask":"?","wrong":["a"]}`), []string{`2:1: questions[1] "director": no right answer: add "right"`}},
		{"empty right answer", withQuestion(`{"ask":"?","right":" ","wrong":["a",1]}`), []string{
			`2:20: questions[1]: no right answer: add "right"`,
			`2:37: questions[1]: "wrong"[1] is a number: write a text in double quotes`}},
		{"right is a number", withQuestion(`{"ask":"?","right":3,"wrong":["a"]}`), []string{`2:20: questions[1]: "right" is a number: write a text in double quotes, a list of texts in [ ], or true or false without quotes`}},
		{"right among wrong", withQuestion(`{"ask":"?","right":"Luke","wrong":["Frankie"," LUKE\t"]}`), []string{
			`2:46: questions[1]: the right answer "LUKE" is also among the wrong ones: change one of them`}},
		{"two equal answers", withQuestion(`{"ask":"?","right":"x","wrong":["Loren Escandón","b","loren escando\u0301n"]}`), []string{
			`2:54: questions[1]: two equal answers: "loren escandón": change one of them`}},
		{"no wrong answers", withQuestion(`{"ask":"?","right":"x"}`), []string{`2:1: questions[1]: no wrong answers: add "wrong" with 1 to 3 texts`}},
		{"true in quotes", withQuestion(`{"ask":"?","right":"True","wrong":[]}`), []string{
			`2:35: questions[1]: no wrong answers: write "right": true without quotes, or add "wrong"`}},
		{"wrong to true or false", withQuestion(`{"ask":"?","right":true,"wrong":["a"]}`), []string{
			`2:33: questions[1]: wrong answers to a question of true or false: remove "wrong", or put "right" in double quotes`}},
		{"too many wrong answers", withQuestion(`{"ask":"?","right":"x","wrong":["a","b","c","d"]}`), []string{`2:45: questions[1]: 4 wrong answers: keep 3 at most`}},
		{"wrong answer empty", withQuestion(`{"ask":"?","right":"x","wrong":["a",""]}`), []string{`2:37: questions[1]: "wrong"[1] is empty: fill it or remove it`}},
		{"wrong is no list", withQuestion(`{"ask":"?","right":"x","wrong":"a"}`), []string{`2:32: questions[1]: "wrong" is a text: write a list in [ ]`}},
		{"no ask", withQuestion(`{"right":true}`), []string{`2:1: questions[1]: no question: add "ask"`}},
		{"empty ask", withQuestion(`{"ask":"\u00a0","right":true}`), []string{`2:8: questions[1]: no question: add "ask"`}},
		{"level 0", withQuestion(`{"ask":"?","right":true,"level":0}`), []string{`2:33: questions[1]: "level" is 0: write a whole number from 1 to 5`}},
		{"level 6", withQuestion(`{"ask":"?","right":true,"level":6}`), []string{`2:33: questions[1]: "level" is 6: write a whole number from 1 to 5`}},
		{"level 2.5", withQuestion(`{"ask":"?","right":true,"level":2.5}`), []string{`2:33: questions[1]: "level" is 2.5: write a whole number from 1 to 5`}},
		{"level out of all range", withQuestion(`{"ask":"?","right":true,"level":1e999}`), []string{`2:33: questions[1]: "level" is 1e999: write a whole number from 1 to 5`}},
		{"level text", withQuestion(`{"ask":"?","right":true,"level":"1"}`), []string{`2:33: questions[1]: "level" is a text: write a whole number from 1 to 5`}},
		{"spoiler text", withQuestion(`{"ask":"?","right":true,"spoiler":"no"}`), []string{`2:35: questions[1]: "spoiler" is a text: write true or false without quotes`}},
		{"id twice", withQuestion(`{"id":"a","ask":"?","right":true},{"id":"a","ask":"?","right":true}`), []string{
			`2:41: questions[2] "a": id "a" is taken already: give each its own`}},
		{"id of one without", withQuestion(`{"id":"q1","ask":"?","right":true}`), []string{`2:7: questions[1] "q1": id "q1" is taken already: give each its own`}},
		{"standard id taken", withQuestion(`{"id":"q3","ask":"?","right":true},{"ask":"?","right":true}`), []string{
			`2:36: questions[2]: id "q3" is taken already: it is what an entry without an id is called here: give both an "id"`}},
		{"unknown status", withQuestion(`{"ask":"?","right":true,"status":"reportd"}`), []string{
			`2:34: questions[1]: unknown status "reportd": did you mean "reported"?`}},
		{"http", withQuestion(`{"ask":"?","right":true,"source":{"url":"http://example.org"}}`), []string{
			`2:41: questions[1] source: not an https address: "http://example.org": write one that begins with https://, its host in plain letters`}},
		{"script", withQuestion(`{"ask":"?","right":true,"source":{"url":"javascript:alert(1)"}}`), []string{
			`2:41: questions[1] source: not an https address: "javascript:alert(1)": write one that begins with https://, its host in plain letters`}},
		{"user in address", withQuestion(`{"ask":"?","right":true,"source":{"url":"https://a.org@b.org/"}}`), []string{
			`2:41: questions[1] source: not an https address: "https://a.org@b.org/": write one that begins with https://, its host in plain letters`}},
		{"no host", withQuestion(`{"ask":"?","right":true,"source":{"url":"https:///a"}}`), []string{
			`2:41: questions[1] source: not an https address: "https:///a": write one that begins with https://, its host in plain letters`}},
		{"source date", withQuestion(`{"ask":"?","right":true,"source":{"date":"1 Aug 2022"}}`), []string{
			`2:42: questions[1] source: not a date: "1 Aug 2022": write 2022, 2022-08 or 2022-08-01`}},
		{"source text", withQuestion(`{"ask":"?","right":true,"source":"https://example.org"}`), []string{
			`2:34: questions[1] source: is a text, not an object: write { } with fields in it`}},
		{"neither date", withEvent(`{"id":"e","title":"E"}`), []string{
			`2:1: events[0] "e": no date: add "at", such as "2026-02-14T00:00:00-08:00", "day", such as "2026-02-14", "yearly", such as "07-29", or "showings"`}},
		{"both dates", withEvent(`{"title":"E","at":"2026-02-14T00:00:00Z","yearly":"07-29"}`), []string{
			`2:51: events[0]: both "at" and "yearly": keep one`}},
		{"no offset", withEvent(`{"title":"E","at":"2026-02-14T00:00:00"}`), []string{
			`2:19: events[0]: an instant with no offset: "2026-02-14T00:00:00": add the zone's offset from UTC on that day, such as 2026-02-14T00:00:00-08:00, or Z for UTC`}},
		{"day alone", withEvent(`{"title":"E","at":"2026-02-14"}`), []string{
			`2:19: events[0]: a date with no time and zone: "2026-02-14": write it as "day" for each viewer's own midnight, or as 2026-02-14T00:00:00-08:00`}},
		{"day with a time", withEvent(`{"title":"E","day":"2026-02-14T00:00"}`), []string{`2:20: events[0]: not a date: "2026-02-14T00:00": write a day that there is, as 2026-02-14`}},
		{"day and showings", withEvent(`{"title":"E","day":"2026-02-14","showings":["2026-02-14T19:30"]}`), []string{`2:44: events[0]: both "day" and "showings": keep one`}},
		{"no showings", withEvent(`{"title":"E","showings":[]}`), []string{`2:25: events[0]: no showings: add some, such as 2026-02-14T19:30`}},
		{"a showing that is none", withEvent(`{"title":"E","showings":["2026-02-14T19:30","19:30"]}`), []string{
			`2:45: events[0]: "showings"[1] is no time: "19:30": write it as 2026-02-14T19:30, the time on the wall, or with an offset`}},
		{"too many showings", withEvent(`{"title":"E","showings":[` + strings.Repeat(`"2026-02-14T19:30",`, 100) + `"2026-02-15T19:30"]}`), []string{
			`2:1926: events[0]: 101 showings: keep 100 at most`}},
		{"zone without at", withEvent(`{"title":"E","day":"2026-02-14","zone":"Asia/Tokyo"}`), []string{`2:40: events[0]: "zone" without "at": remove it`}},
		{"after what", withEvent(`{"title":"E","day":"2026-02-14","after":"uo"}`), []string{`2:41: events[0]: unknown "after": "uo": did you mean "up"?`}},
		{"link", withEvent(`{"title":"E","day":"2026-02-14","link":"http://example.org"}`), []string{
			`2:40: events[0]: not an https address: "http://example.org": write one that begins with https://, its host in plain letters`}},
		{"sequence", withEvent(`{"title":"E","day":"2026-02-14","sequence":-1}`), []string{`2:44: events[0]: "sequence" is -1: write a whole number from 0 to 9999`}},
		{"no such day", withEvent(`{"title":"E","at":"2026-02-30T00:00:00Z"}`), []string{
			`2:19: events[0]: not an instant: "2026-02-30T00:00:00Z": write a time that there is, as 2026-02-14T00:00:00-08:00`}},
		{"yearly 02-30", withEvent(`{"title":"E","yearly":"02-30"}`), []string{`2:23: events[0]: not a day of the year: "02-30": write month and day as 07-29`}},
		{"yearly 7-29", withEvent(`{"title":"E","yearly":"7-29"}`), []string{`2:23: events[0]: not a day of the year: "7-29": write month and day as 07-29`}},
		{"yearly number", withEvent(`{"title":"E","yearly":729}`), []string{`2:23: events[0]: "yearly" is a number: write a text in double quotes`}},
		{"since 22", withEvent(`{"title":"E","yearly":"07-29","since":22}`), []string{`2:39: events[0]: "since" is 22: write a whole number from 1800 to 9999`}},
		{"since with at", withEvent(`{"title":"E","at":"2026-02-14T00:00:00Z","since":2022}`), []string{`2:50: events[0]: "since" without "yearly": remove it`}},
		{"years from nowhere", withEvent(`{"title":"E","yearly":"07-29","caption":"{years} years"}`), []string{
			`2:41: events[0]: "{years}" with no year to count from: add "yearly" and "since"`}},
		{"event without title", withEvent(`{"yearly":"07-29"}`), []string{`2:1: events[0]: no title: add "title"`}},
		{"all at once, in order", withQuestion(`{"level":9,` + "\n" + `"é":1,"ask":"?",` + "\n" + `"id":"é"}`), []string{
			`2:1: questions[1] "é": no right answer: add "right"`,
			`2:10: questions[1] "é": "level" is 9: write a whole number from 1 to 5`,
			`3:1: questions[1] "é": unknown field "é": choose from id, ask, right, wrong, real, order, number, tolerance, min, max, step, unit, pairs, accept, forgive, why, hint, source, status, topic, level, seconds, spoiler, image, alt, facts`}},
		{"columns are characters", withField(`"about":"Việt Nam","é":1`), []string{
			`2:20: unknown field "é": choose from $schema, houselights, title, lang, version, about, credits, licence, translations, topics, events, questions`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := pack.Read("x", []byte(c.text))
			require.Error(t, err)
			assert.Nil(t, p)
			want := "pack x.json:" + strings.Join(c.want, "\npack x.json:")
			assert.Equal(t, want, err.Error())
		})
	}
}

func TestReadRefuses(t *testing.T) {
	questions := func(n int) string {
		return `{"houselights":1,"title":"T","questions":[` + strings.TrimSuffix(strings.Repeat(`{"ask":"?","right":true},`, n), ",") + `]}`
	}
	_, err := pack.Read("x", []byte(questions(10_000)))
	require.NoError(t, err)
	events := func(n int) string {
		return `{"houselights":1,"title":"T","events":[` + strings.TrimSuffix(strings.Repeat(`{"title":"E","yearly":"07-29"},`, n), ",") +
			`],"questions":[{"ask":"?","right":true}]}`
	}
	_, err = pack.Read("x", []byte(events(200)))
	require.NoError(t, err)
	padding := func(n int) string {
		least := `{"houselights":1,"title":"T","questions":[{"ask":"?","right":true}]}`
		return least + strings.Repeat(" ", n-len(least))
	}
	_, err = pack.Read("x", []byte(padding(4<<20)))
	require.NoError(t, err)

	for name, c := range map[string]struct{ text, want string }{
		"10,001 questions": {questions(10_001), `:1:250043: more than 10000 entries in "questions": split the pack`},
		"201 events":       {events(201), `:1:6240: 201 events: keep 200 at most`},
		"over 4 MB":        {padding(4<<20 + 1), `: the file is larger than 4 MB: split the pack`},
		"33 deep":          {strings.Repeat("[", 33) + strings.Repeat("]", 33), `:1:33: brackets nested more than 32 deep: flatten them`},
		"a million deep":   {strings.Repeat(`[`, 1_000_000), `:1:33: brackets nested more than 32 deep: flatten them`},
		"many values":      {"[" + strings.Repeat("["+strings.Repeat("0,", 98)+"0],", 5_000) + "0]", `:1:999999: more than 500000 values: split the pack`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := pack.Read("x", []byte(c.text))
			assert.EqualError(t, err, "pack x.json"+c.want)
		})
	}
}

func TestReadStopsCounting(t *testing.T) {
	text := `{"houselights":1,"title":"T","questions":[` + strings.TrimSuffix(strings.Repeat(`{"right":true},`, 5000), ",") + `]}`
	_, err := pack.Read("x", []byte(text))
	var problems pack.Problems
	require.ErrorAs(t, err, &problems)
	require.Len(t, problems, 1001)
	assert.Equal(t, "more problems follow", problems[1000].What)
}

func TestProblem(t *testing.T) {
	p := pack.Problem{File: "purple-hearts.json", Where: `questions[12] "director"`, What: "no right answer", Fix: `add "right"`}
	assert.Equal(t, `pack purple-hearts.json: questions[12] "director": no right answer: add "right"`, p.String())
	p.Line, p.Column = 12, 5
	assert.Equal(t, `pack purple-hearts.json:12:5: questions[12] "director": no right answer: add "right"`, fmt.Sprint(p))
	assert.Equal(t, "pack a.json: x", pack.Problems{{File: "a.json", What: "x"}}.Error())
}

// TestTextsAreOnOneLine checks that a text is set as it is read aloud: spaces and line ends are one space, but for those that
// are set with care.
func TestTextsAreOnOneLine(t *testing.T) {
	p, err := pack.Read("x", []byte(`{"houselights":1,"title":" A\n\n\n\tpack ","about":"One.\r\n\u2028Two.  Three","questions":[{"ask":"25\u00a0km?","right":true}]}`))
	require.NoError(t, err)
	assert.Equal(t, []string{"A pack", "One. Two. Three", "25\u00a0km?"}, []string{p.Title, p.About, p.Questions[0].Ask})
}
