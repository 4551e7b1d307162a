package aiken_test

import (
	"bytes"
	"flag"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"houselights/game/pack/aiken"
	"houselights/game/pack/bank"
	"houselights/game/pack/bank/banktest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) { banktest.Golden(t, aiken.Read, *update) }

func TestIs(t *testing.T) {
	for name, c := range map[string]struct {
		data string
		want bool
	}{
		"a question":              {"Q?\nA) a\nB) b\nANSWER: B", true},
		"with points":             {"Q?\r\nA. a\r\nB. b\r\nanswer:a\r\n", true},
		"several right":           {"Q?\nA) a\nB) b\nANSWER: A, B", true},
		"UTF-16":                  {"\xFE\xFF\x00A\x00)\x00a\x00\n\x00A\x00N\x00S\x00W\x00E\x00R\x00:\x00A", true},
		"an answer and no option": {"Q?\nANSWER: B", false},
		"an option and no answer": {"Q?\nA) a\nB) b", false},
		"the answer is a number":  {"Q?\nA) a\nB) b\nANSWER: 3", true},
		"a number and one option": {"Q?\nA) a\nANSWER: 3", false},
		"the answer in words":     {"Q?\nA) a\nB) b\nRespuesta: b", true},
		"GIFT":                    {"Q? {=a ~b}", false},
		"JSON":                    {`{"question": "A) a\nANSWER: B"}`, false},
		"nothing":                 {"", false},
	} {
		assert.Equal(t, c.want, aiken.Is([]byte(c.data)), name)
	}
}

// TestLimits checks that what is made to be too much takes a short time.
func TestLimits(t *testing.T) {
	_, err := aiken.Read(make([]byte, bank.MaxBytes+1))
	assert.ErrorContains(t, err, "larger than 32 MB")
	for _, part := range []string{"a\n", "A) a\n", "A) a\nB) b\n", "a\n\n", "A) a\n\na\n", "ANSWER: A\n", "REASON: a\n"} {
		_, err := aiken.Read(bytes.Repeat([]byte(part), bank.MaxItems/2))
		assert.NoError(t, err, part)
	}
	for _, part := range []string{"a\n", "a\n\n", "A) a\n", "ANSWER: A\n"} { // 10,000,000 items would take 8 GB
		_, err := aiken.Read(bytes.Repeat([]byte(part), bank.MaxItems+2))
		assert.Equal(t, bank.ErrMany, err, part)
	}
	_, err = aiken.Read([]byte("Q?\nA) a\nB) b\nANSWER: " + strings.Repeat("A) ", 50_000)))
	assert.NoError(t, err)
}

func FuzzRead(f *testing.F) {
	banktest.Seed(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := aiken.Read(data)
		text, _ := bank.Text(data)
		if err != nil {
			assert.Empty(t, strings.TrimSpace(text))
			return
		}
		banktest.Check(t, b, 1+strings.Count(text, "\n"))
	})
}
