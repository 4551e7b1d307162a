package bank_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
	"houselights/game/pack/bank"
	"houselights/game/pack/bank/banktest"
)

// TestTopics checks that what a file calls its topics becomes titles that a pack can have.
func TestTopics(t *testing.T) {
	for name, c := range map[string]struct {
		topic, title string
		noted        bool
	}{
		"as it is":                {"Science & Nature", "Science & Nature", false},
		"with space around it":    {" Science\n& Nature ", "Science & Nature", false},
		"with a hidden character": {"Sci\x03ence", "Science", false},
		"nothing to be seen":      {"\u200b", "", true},
		"too long":                {strings.Repeat("x", 201), "", true},
		"none":                    {"", "", false},
	} {
		b := &bank.Bank{Items: []bank.Item{{Line: 1, Topic: c.topic, Question: pack.Question{Kind: pack.TrueFalse, Ask: "Snow is cold.", True: true}}}}
		banktest.Check(t, b, 1)
		p, report := b.Pack("X", "en")
		require.NotNil(t, p, name)
		assert.Equal(t, c.noted, len(report.Notes) > 0, name)
		if c.title == "" {
			assert.Empty(t, p.Topics, name)
		} else {
			assert.Equal(t, c.title, p.Topics[0].Title, name)
		}
	}
}

// statement is a question that fits into any pack.
func statement(ask string) pack.Question {
	return pack.Question{Kind: pack.TrueFalse, Ask: ask, True: true}
}

// TestIDs checks that each question has an id of its own: its name where it is the first of that name, and else its place.
func TestIDs(t *testing.T) {
	var b bank.Bank
	for i, id := range []string{"", "q1", "sun", "sun", "q4", strings.Repeat("x", 101), " moon "} {
		q := statement(fmt.Sprint("Number ", i))
		q.ID = id
		b.Items = append(b.Items, bank.Item{Line: i + 1, Question: q})
	}
	p, report := b.Pack("X", "en")
	require.NotNil(t, p)
	var ids []string
	for _, q := range p.Questions {
		ids = append(ids, q.ID)
	}
	assert.Equal(t, []string{"q1-2", "q1", "sun", "q4-2", "q4", "q6", "moon"}, ids)
	assert.Equal(t, []bank.Note{{Line: 4, Where: `"Number 3"`, What: `its name "sun" is that of another, and its id is q4-2`}}, report.Notes)
}

// TestTopicIDs checks that topics of other titles have other ids, and that there are no more of them than a pack holds.
func TestTopicIDs(t *testing.T) {
	var b bank.Bank
	titles := []string{"Art & Music", "art  music", "漢字", "!?", "??", "Art & Music"}
	for i := range pack.MaxTopics {
		titles = append(titles, fmt.Sprint("Topic ", i))
	}
	for i, title := range titles {
		b.Items = append(b.Items, bank.Item{Line: i + 1, Topic: title, Question: statement(fmt.Sprint("Number ", i))})
	}
	p, report := b.Pack("X", "en")
	require.NotNil(t, p)
	require.Len(t, p.Topics, pack.MaxTopics)
	assert.Equal(t, []pack.Topic{{ID: "art-music", Title: "Art & Music"}, {ID: "art-music-2", Title: "art music"}, {ID: "漢字", Title: "漢字"}, {ID: "topic", Title: "!?"}, {ID: "topic-2", Title: "??"}}, p.Topics[:5])
	assert.Equal(t, "art-music", p.Questions[5].Topic)
	assert.Equal(t, len(titles), report.Kept)
	require.Len(t, report.Notes, len(titles)-1-pack.MaxTopics)
	assert.Contains(t, report.Notes[0].What, "a pack holds 100")
	assert.Empty(t, p.Questions[len(titles)-1].Topic)
	_, err := pack.Read("x", p.Write())
	assert.NoError(t, err)
}

// TestLongTopics checks that a pack with names of topics that take much of it is not larger than one that can be read.
func TestLongTopics(t *testing.T) {
	var b bank.Bank
	for i := range 9000 {
		q := statement(fmt.Sprint(i, strings.Repeat("x", 250)))
		b.Items = append(b.Items, bank.Item{Line: i + 1, Topic: strings.Repeat("漢", 59), Question: q})
	}
	p, report := b.Pack("X", "en")
	require.NotNil(t, p)
	assert.Positive(t, report.LeftOut())
	data := p.Write()
	assert.Greater(t, len(data), pack.MaxBytes*9/10)
	_, err := pack.Read("x", data)
	assert.NoError(t, err, len(data))
}

// TestRepeats checks that what is asked twice is kept once where the kind of file has it by mistake, and only there.
func TestRepeats(t *testing.T) {
	b := bank.Bank{Items: []bank.Item{
		{Line: 3, Question: statement("Snow is cold.")},
		{Line: 5, Question: statement(" snow is  cold. "), Topic: "Weather"},
		{Line: 7, Question: pack.Question{Kind: pack.TrueFalse, Ask: "Snow is cold."}}, // and is not
		{Line: 8, Question: pack.Question{Ask: "Snow is", Right: []string{"cold"}, Wrong: []string{"hot"}}},
		{Line: 9, Where: "results[4]", Question: pack.Question{Ask: "Snow is", Right: []string{"cold"}, Wrong: []string{"warm"}}},
		{Line: 9, Question: pack.Question{Ask: "Snow is", Right: []string{"Cold"}, Wrong: []string{"tepid"}}},
	}}
	p, report := b.Pack("X", "en")
	require.NotNil(t, p)
	assert.Equal(t, 6, report.Kept)
	b.Distinct = true
	p, report = b.Pack("X", "en")
	require.NotNil(t, p)
	assert.Equal(t, 3, report.Kept)
	assert.Equal(t, []bank.Note{
		{Line: 5, Where: `"snow is cold."`, What: "it is there already, in line 3", LeftOut: true},
		{Line: 9, Where: `results[4] "Snow is"`, What: "it is there already, in line 8", LeftOut: true},
		{Line: 9, Where: `"Snow is"`, What: "it is there already, in line 8", LeftOut: true},
	}, report.Notes)
}

// TestLimits checks that a pack stays within its limits, and that what is beyond them is told.
func TestLimits(t *testing.T) {
	var b bank.Bank
	for i := range pack.MaxQuestions + 2 {
		b.Items = append(b.Items, bank.Item{Line: i + 1, Question: statement(fmt.Sprint(i))})
	}
	p, report := b.Pack("X", "en")
	require.NotNil(t, p)
	assert.Equal(t, pack.MaxQuestions, report.Kept)
	require.Len(t, report.Notes, 2)
	assert.Equal(t, bank.Note{Line: 10001, Where: `"10000"`, What: "a pack holds 10000 questions: split the file", LeftOut: true}, report.Notes[0])

	b = bank.Bank{}
	for i := range 9000 { // of about 700 bytes
		q := statement(fmt.Sprint(i, strings.Repeat(" é", 200)))
		q.Why = strings.Repeat("x", 80)
		b.Items = append(b.Items, bank.Item{Line: i + 1, Topic: "A topic", Question: q})
	}
	p, report = b.Pack("X", "en")
	require.NotNil(t, p)
	data := p.Write()
	assert.LessOrEqual(t, len(data), pack.MaxBytes)
	assert.Greater(t, len(data), pack.MaxBytes*9/10)
	assert.Len(t, report.Notes, report.LeftOut())
	assert.Contains(t, report.Notes[0].What, "a pack holds 4 MB: split the file")
	_, err := pack.Read("x", data)
	assert.NoError(t, err)
}

// TestNothingToPlay checks that a bank with nothing that can be played makes no pack, and says so of each question in its place.
func TestNothingToPlay(t *testing.T) {
	b := bank.Bank{Notes: []string{"it is old"}, Items: []bank.Item{
		{Line: 1, Question: pack.Question{Kind: pack.ShortAnswer, Ask: "Who?", Right: []string{"I"}}},
		{Line: 2, LeftOut: "an essay", Question: pack.Question{Ask: "Why?"}},
		{Line: 3, Question: pack.Question{Kind: pack.ShortAnswer, Ask: "What?", Right: []string{"It"}}},
	}}
	p, report := b.Pack("X", "en")
	assert.Nil(t, p)
	assert.Equal(t, 3, report.Read)
	assert.Equal(t, 3, report.LeftOut())
	var lines []int
	for _, note := range report.Notes {
		lines = append(lines, note.Line)
	}
	assert.Equal(t, []int{0, 1, 2, 3}, lines)
	empty, report := (&bank.Bank{}).Pack("X", "en")
	assert.Nil(t, empty)
	assert.Equal(t, bank.Report{}, report)
}

// TestAnswersOfOthers checks that an answer which names others by letters that are no more is told.
func TestAnswersOfOthers(t *testing.T) {
	for answer, want := range map[string]bool{
		"Both A and B": true, "A and C": true, "A, B and C": true, "B & C.": true, "Neither A nor B": true, "A y B": true, "Both (A) and (B)": true, "A and B only": true,
		"Vitamins A and D are fat": false, "A": false, "Ant and Bee": false, "A and Z": false, "a and b": false, "C and C++": false,
	} {
		b := &bank.Bank{Items: []bank.Item{{Line: 1, Question: pack.Question{Ask: "Which?", Right: []string{"one"}, Wrong: []string{"two", answer}}}}}
		p, report := b.Pack("X", "en")
		require.NotNil(t, p)
		assert.Equal(t, want, len(report.Notes) == 1, answer)
	}
}

// TestNumbers checks that the numbers before questions are taken out where they number them all, and only there.
func TestNumbers(t *testing.T) {
	for name, c := range map[string]struct{ asks, want []string }{
		"numbered":              {[]string{"1. Is it one?", "2) Is it two?", "3: Is it three?"}, []string{"Is it one?", "Is it two?", "Is it three?"}},
		"called questions":      {[]string{"Q1. Is it one?", "Question 2: Is it two?", "q. 3) Is it three?"}, []string{"Is it one?", "Is it two?", "Is it three?"}},
		"with a gap":            {[]string{"1. Is it one?", "3. Is it three?"}, []string{"Is it one?", "Is it three?"}},
		"from the middle on":    {[]string{"12. Is it one?", "13. Is it two?", "15. Is it three?"}, []string{"Is it one?", "Is it two?", "Is it three?"}},
		"two far up":            {[]string{"12. Is it one?", "13. Is it two?"}, nil},
		"one has none":          {[]string{"1. Is it one?", "2. Is it two?", "Is it three?"}, nil},
		"one alone":             {[]string{"1. Is it one?"}, nil},
		"not in order":          {[]string{"1. Is it one?", "1. Is it two?"}, nil},
		"decimals":              {[]string{"1.5 km are how many metres?", "2.5 km are how many metres?"}, nil},
		"times":                 {[]string{"1:30 pm is 13:30.", "2:15 pm is 14:15."}, nil},
		"no space":              {[]string{"1.Is it one?", "2.Is it two?"}, []string{"Is it one?", "Is it two?"}},
		"numbers that are said": {[]string{"1984. Who wrote it?", "2001. Who filmed it?"}, nil},
	} {
		b := &bank.Bank{Items: []bank.Item{{Line: 1, LeftOut: "no question"}}}
		for i, ask := range c.asks {
			b.Items = append(b.Items, bank.Item{Line: i + 2, Question: statement(ask)})
		}
		p, report := b.Pack("X", "en")
		require.NotNil(t, p, name)
		var got []string
		for _, q := range p.Questions {
			got = append(got, q.Ask)
		}
		if c.want == nil {
			assert.Equal(t, c.asks, got, name)
			assert.Len(t, report.Notes, 1, name)
		} else {
			assert.Equal(t, c.want, got, name)
			assert.Len(t, report.Notes, 2, name)
		}
		assert.Equal(t, c.asks[0], b.Items[1].Question.Ask, "%s: the bank stays as it is", name)
	}
}
