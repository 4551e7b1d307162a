package opentdb_test

import (
	"bytes"
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack/bank"
	"houselights/game/pack/bank/banktest"
	"houselights/game/pack/opentdb"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) { banktest.Golden(t, opentdb.Read, *update) }

func TestIs(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want bool
	}{
		"a response":                {`{"response_code":0,"results":[]}`, true},
		"a list":                    {` [{"question":"?","correct_answer":"a"}]`, true},
		"with comment lines":        {"// 2024\n{\"correct_answer\":1}", true},
		"UTF-16":                    {"\xFF\xFE[\x00\"\x00c\x00o\x00r\x00r\x00e\x00c\x00t\x00_\x00a\x00n\x00s\x00w\x00e\x00r\x00\"\x00", true},
		"without its right answers": {`[{"question":"?","incorrect_answers":["a"]}]`, true},
		"a pack":                    {`{"houselights":1,"questions":[{"ask":"?","right":true}]}`, false},
		"another kind of text":      {`What is "correct_answer"? {~a =b}`, false},
		"nothing":                   {"", false},
	} {
		assert.Equal(t, c.want, opentdb.Is([]byte(c.data)), name)
	}
}

// TestMany checks that a file is refused before it takes all memory there is.
func TestMany(t *testing.T) {
	_, err := opentdb.Read([]byte("[" + strings.Repeat(`{"correct_answer":1},`, bank.MaxItems) + `{"correct_answer":1}]`))
	assert.Equal(t, bank.ErrMany, err)
}

// TestLimits checks that what is made to be too much is refused, or left out, in a short time.
func TestLimits(t *testing.T) {
	_, err := opentdb.Read(make([]byte, bank.MaxBytes+1))
	assert.ErrorContains(t, err, "larger than 32 MB")
	_, err = opentdb.Read(bytes.Repeat([]byte("["), bank.MaxBytes))
	assert.ErrorContains(t, err, "line 1, column 101: more than 100 brackets")
	_, err = opentdb.Read(bytes.Repeat([]byte(`{"a":`), 1_000_000))
	assert.ErrorContains(t, err, "more than 100 brackets")

	b, err := opentdb.Read([]byte(`{"question":"?","correct_answer":"a","incorrect_answers":[0` + strings.Repeat(",1", 1_000_000) + `]}`))
	require.NoError(t, err)
	assert.Contains(t, b.Items[0].LeftOut, "more than 100 wrong answers")
}

// many returns a response with so many questions, all of them different.
func many(n int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"response_code":0,"results":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"type":"multiple","difficulty":"medium","category":"Topic &amp; %d","question":"How much is %d &divide; 1, in the &quot;usual&quot; way?",`+
			`"correct_answer":"%d","incorrect_answers":["%d","%d"," one &frac12;"]}`, i%24, i, i, i+1, i+2)
	}
	b.WriteString("]}")
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) {
	data := many(5000)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := opentdb.Read(data); err != nil {
			b.Fatal(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	banktest.Seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := opentdb.Read(data)
		if err != nil {
			assert.Nil(t, b)
			assert.NotContains(t, err.Error(), "\n")
			return
		}
		require.NotEmpty(t, b.Items)
		text, _ := bank.Text(data)
		banktest.Check(t, b, 1+strings.Count(text, "\n"))
	})
}
