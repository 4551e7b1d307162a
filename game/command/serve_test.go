//go:build !js

package command

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"houselights/game/pack"
)

// TestServePack checks that a pack and its translations are handed out as they are at the moment, and nothing that lies
// beside them.
func TestServePack(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "quiz.2026021419.json") // as if it had a hash in its name
	write := func(name, text string) { require.NoError(t, os.WriteFile(name, []byte(text), 0o600)) }
	write(name, "one")
	write(filepath.Join(dir, "quiz.2026021419.vi.json"), "một")
	write(filepath.Join(dir, "secret.json"), "secret")
	site := t.TempDir()
	write(filepath.Join(site, "frame.html"), "frame")
	server := httptest.NewServer(static{hosted{os.DirFS(site), find(name)}})
	defer server.Close()

	for path, want := range map[string]string{"/pack/quiz.2026021419.json": "one", "/pack/quiz.2026021419.vi.json": "một", "/frame.html": "frame"} {
		response, body := ask(t, server, "GET", path)
		assert.Equal(t, http.StatusOK, response.StatusCode, path)
		assert.Equal(t, want, body)
		assert.Equal(t, askFirst, response.Header.Get("Cache-Control"))
		assert.Equal(t, "*", response.Header.Get("Access-Control-Allow-Origin"))
	}
	response, _ := ask(t, server, "GET", "/pack/quiz.2026021419.json")
	assert.Equal(t, "application/json", response.Header.Get("Content-Type"))
	for _, path := range []string{"/pack/secret.json", "/pack/", "/pack/quiz.2026021419.es.json", "/pack/quiz.2026021419..json", "/pack/../secret.json",
		"/pack/quiz.2026021419.%2e%2e%2fsecret.json", "/quiz.2026021419.json"} {
		response, body := ask(t, server, "GET", path)
		assert.Equal(t, http.StatusNotFound, response.StatusCode, path)
		assert.NotContains(t, body, "secret")
	}

	write(name, "two")
	_, body := ask(t, server, "GET", "/pack/quiz.2026021419.json", "If-None-Match: "+response.Header.Get("ETag"))
	assert.Equal(t, "two", body, "it is read anew")
	write(name, strings.Repeat("x", pack.MaxBytes+9))
	_, body = ask(t, server, "GET", "/pack/quiz.2026021419.json")
	assert.Len(t, body, pack.MaxBytes+1, "enough to see that it is too large")
	require.NoError(t, os.Remove(name))
	response, _ = ask(t, server, "GET", "/pack/quiz.2026021419.json")
	assert.Equal(t, http.StatusNotFound, response.StatusCode)
}

// TestServeAddresses follows the address that is printed as the frame does, for names of every sort.
func TestServeAddresses(t *testing.T) {
	for _, name := range []string{"my.json", "My first pack.json", "50% & more #1?.json", "Tiếng Việt+.json", "pack"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("it"), 0o600))
			s := find(filepath.Join(dir, name))
			server := httptest.NewServer(static{hosted{os.DirFS(dir), s}})
			defer server.Close()
			text := s.addresses(server.URL + "/")

			frame, err := url.Parse(regexp.MustCompile(`http\S+frame\.html\S*`).FindString(text))
			require.NoError(t, err)
			address, err := frame.Parse(frame.Query().Get("pack")) // as new URL(pack, location) does
			require.NoError(t, err)
			_, body := ask(t, server, "GET", address.EscapedPath())
			assert.Equal(t, "it", body)

			attribute := regexp.MustCompile(`pack="([^"]*)"`).FindStringSubmatch(text)
			require.NotNil(t, attribute, text)
			address, err = url.Parse(attribute[1])
			require.NoError(t, err)
			_, body = ask(t, server, "GET", address.EscapedPath())
			assert.Equal(t, "it", body)
		})
	}
	assert.Contains(t, find("my.json").addresses("http://127.0.0.1:8080/"), "http://127.0.0.1:8080/frame.html?pack=pack/my.json ")
}

// TestServeTellsWhatIsWrong checks that a pack with mistakes is told of, and served all the same.
func TestServeTellsWhatIsWrong(t *testing.T) {
	name := filepath.Join(t.TempDir(), "my.json")
	require.NoError(t, os.WriteFile(name, []byte("{"), 0o600))
	var out, err bytes.Buffer
	s, failure := guestOf(name, &out, &err)
	require.NoError(t, failure)
	assert.Equal(t, "my", s.id)
	assert.Contains(t, err.String(), "my.json:1:")
}
