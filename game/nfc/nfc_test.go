package nfc

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// TestComposed checks every character that is said to stay as it is, in whatever company.
func TestComposed(t *testing.T) {
	for r := range rune(0x110000) {
		if composed(r) {
			one := string(r)
			require.True(t, norm.NFC.IsNormalString(one) && norm.NFC.PropertiesString(one).BoundaryBefore(), "%U", r)
		}
	}
	for _, r := range "aéßłắỡżώёџ’…€" {
		assert.True(t, composed(r), "%c is in common use", r)
	}
}

func TestExamples(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"plain", "Hearts", "Hearts"},
		{"composed", "Bướm…", "Bướm…"},
		{"decomposed", "Bu\u031B\u0301\u006F", "Bứo"},
		{"marks in any order", "e\u0323\u0302", "ệ"},
		{"nothing to compose", "x\u0302", "x\u0302"},
	} {
		t.Run(test.name, func(t *testing.T) {
			assert.Equal(t, test.want, String(test.text))
		})
	}
}

// TestString checks texts of letters and marks in any order against the tables of golang.org/x/text. It runs in Node as
// well, by way of TestOnTheWeb, where String asks the engine of the browser.
func TestString(t *testing.T) {
	alphabet := []rune("aeou êƠắ z\u0300\u0301\u0302\u0306\u0309\u031b\u0323\u0327ΑάЙ\u0374\u0387\u1f71\u212b\u2126がか\u3099한\u1112\u1161\u11ab🍿\u0958\u0344")
	chance := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := make([]rune, chance.IntN(8))
		for i := range text {
			text[i] = alphabet[chance.IntN(len(alphabet))]
		}
		require.Equal(t, norm.NFC.String(string(text)), String(string(text)), "%U", text)
	}
}

func TestOnTheWeb(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("this is it")
	}
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("Node is needed: https://nodejs.org/")
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	run := exec.Command("go", "test", "-exec", filepath.Join(strings.TrimSpace(string(root)), "lib/wasm/go_js_wasm_exec"), ".")
	run.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := run.CombinedOutput()
	require.NoError(t, err, string(out))
}
