//go:build !js

package command

import (
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	forEver  = "public, max-age=31536000, immutable"
	askFirst = "no-cache"
)

// site is a server of a folder with a file of each kind. Of a copy the tests only need to know which one it is.
func site(t *testing.T) *httptest.Server {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"index.html":                           "index",
		"index.html.br":                        "index by brotli",
		"index.html.gz":                        "index by gzip",
		"frame.html":                           "frame",
		"houselights.js":                       "script",
		"houselights.js.gz":                    "script by gzip",
		"houselights.0123456789.wasm":          "\x00asm of the game",
		"houselights.0123456789.wasm.br":       "game by brotli",
		"houselights.0123456789.wasm.gz":       "game by gzip",
		"licences/Go.txt":                      "licence",
		"release.json":                         "{}",
		"icon.svg":                             "<svg/>",
		"frame.0123456789.css":                 "p{}",
		"Fraunces.ttf":                         "font",
		"_headers":                             "/*",
		"some.deadbeef00/index.html":           "a folder",
		"not.hashed-0123456789/some.script.js": "script",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(dir), "secret.txt"), []byte("secret"), 0o600))
	server := httptest.NewServer(static{os.DirFS(dir)})
	t.Cleanup(server.Close)
	// As a browser would: what is encoded stays so, and a redirect is looked at.
	server.Client().Transport.(*http.Transport).DisableCompression = true
	server.Client().CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return server
}

// ask sends a request with headers given as "Name: value", and returns the answer with its body.
func ask(t *testing.T, server *httptest.Server, method, path string, headers ...string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequest(method, server.URL, nil)
	require.NoError(t, err)
	request.URL.Opaque = path // as it is, dots and all
	for _, header := range headers {
		name, value, _ := strings.Cut(header, ": ")
		request.Header.Add(name, value)
	}
	response, err := server.Client().Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response, string(body)
}

func TestStaticTypesAndCaching(t *testing.T) {
	server := site(t)
	for path, want := range map[string]struct{ mimeType, cache, body string }{
		"/":                                     {"text/html; charset=utf-8", askFirst, "index"},
		"/frame.html":                           {"text/html; charset=utf-8", askFirst, "frame"},
		"/index.html":                           {"text/html; charset=utf-8", askFirst, "index"},
		"/index.html?pack=my.json":              {"text/html; charset=utf-8", askFirst, "index"},
		"/houselights.js":                       {"text/javascript; charset=utf-8", askFirst, "script"},
		"/houselights.0123456789.wasm":          {"application/wasm", forEver, "\x00asm of the game"},
		"/houselights.0123456789.wasm.br":       {"application/octet-stream", forEver, "game by brotli"},
		"/houselights.0123456789.wasm.gz":       {"application/gzip", forEver, "game by gzip"},
		"/index.html.gz":                        {"application/gzip", askFirst, "index by gzip"},
		"/licences/Go.txt":                      {"text/plain; charset=utf-8", askFirst, "licence"},
		"/release.json":                         {"application/json", askFirst, "{}"},
		"/icon.svg":                             {"image/svg+xml", askFirst, "<svg/>"},
		"/frame.0123456789.css":                 {"text/css; charset=utf-8", forEver, "p{}"},
		"/Fraunces.ttf":                         {"font/ttf", askFirst, "font"},
		"/_headers":                             {"application/octet-stream", askFirst, "/*"},
		"/some.deadbeef00/":                     {"text/html; charset=utf-8", askFirst, "a folder"},
		"/not.hashed-0123456789/some.script.js": {"text/javascript; charset=utf-8", askFirst, "script"},
	} {
		t.Run(path, func(t *testing.T) {
			response, body := ask(t, server, "GET", path)
			assert.Equal(t, http.StatusOK, response.StatusCode)
			assert.Equal(t, want.body, body)
			assert.Equal(t, want.mimeType, response.Header.Get("Content-Type"))
			assert.Equal(t, want.cache, response.Header.Get("Cache-Control"))
			assert.Equal(t, "nosniff", response.Header.Get("X-Content-Type-Options"))
			assert.Equal(t, "*", response.Header.Get("Access-Control-Allow-Origin"))
			assert.Equal(t, "Date, Age", response.Header.Get("Access-Control-Expose-Headers"))
			assert.Equal(t, "cross-origin", response.Header.Get("Cross-Origin-Resource-Policy"))
			assert.Equal(t, path == "/frame.html", response.Header.Get("Cross-Origin-Embedder-Policy") == "require-corp")
			assert.Equal(t, "Accept-Encoding", response.Header.Get("Vary"))
			assert.Equal(t, int64(len(want.body)), response.ContentLength)
			assert.Empty(t, response.Header.Get("Content-Encoding"))
			assert.NotEmpty(t, response.Header.Get("Last-Modified"))

			head, nothing := ask(t, server, "HEAD", path)
			assert.Empty(t, nothing)
			response.Header.Del("Date")
			head.Header.Del("Date")
			assert.Equal(t, response.Header, head.Header)
		})
	}
}

func TestStaticWhatIsNotThere(t *testing.T) {
	server := site(t)
	for path, status := range map[string]int{
		"/none.js":                   http.StatusNotFound,
		"/none.0123456789.js":        http.StatusNotFound,
		"/licences/":                 http.StatusNotFound, // it has no index, and what lies in it is nobody's business
		"/not.hashed-0123456789/":    http.StatusNotFound,
		"/../secret.txt":             http.StatusNotFound,
		"/licences/../../secret.txt": http.StatusNotFound,
		"/%2e%2e/secret.txt":         http.StatusNotFound,
		"/..%5csecret.txt":           http.StatusNotFound,
		"/%00":                       http.StatusNotFound,
		"/licences":                  http.StatusMovedPermanently,
		"/some.deadbeef00":           http.StatusMovedPermanently,
	} {
		t.Run(path, func(t *testing.T) {
			response, body := ask(t, server, "GET", path, "Accept-Encoding: br")
			assert.Equal(t, status, response.StatusCode)
			assert.NotContains(t, body, "secret")
			assert.NotContains(t, body, "Go.txt")
			assert.Empty(t, response.Header.Get("Cache-Control"), "what is missing may come with the next deploy")
			assert.Empty(t, response.Header.Get("Content-Encoding"))
		})
	}
	response, _ := ask(t, server, "GET", "/some.deadbeef00?pack=my.json")
	assert.Equal(t, "some.deadbeef00/?pack=my.json", response.Header.Get("Location"))
	response, _ = ask(t, server, "POST", "/")
	assert.Equal(t, http.StatusMethodNotAllowed, response.StatusCode)
	assert.Equal(t, "GET, HEAD", response.Header.Get("Allow"))
}

func TestStaticEncodings(t *testing.T) {
	server := site(t)
	const game, index, script, plain = "/houselights.0123456789.wasm", "/", "/houselights.js", "/icon.svg"
	for _, test := range []struct{ name, path, accept, want string }{
		{"of a browser", game, "gzip, deflate, br, zstd", "br"},
		{"of a page", index, "gzip, deflate, br, zstd", "br"},
		{"no .br there", script, "gzip, deflate, br, zstd", "gzip"},
		{"no copy there", plain, "gzip, br", ""},
		{"over http, where browsers leave out br", game, "gzip, deflate", "gzip"},
		{"capitals", game, "GZIP", "gzip"},
		{"nothing said", game, "", ""},
		{"as it is", game, "identity", ""},
		{"what nobody knows", game, "zstd, x-br", ""},
		{"rather gzip", game, "br;q=0.5, gzip;q=0.8", "gzip"},
		{"rather br", game, "gzip;q=0.5, br;q=0.8", "br"},
		{"alike", game, "gzip;q=0.5,br;q=0.5", "br"},
		{"no br", game, "br;q=0, gzip", "gzip"},
		{"no br, with decimals", game, "br;q=0.000, *;q=0.1", "gzip"},
		{"neither", game, "br;q=0, gzip;q=0", ""},
		{"any", game, "*", "br"},
		{"any but br", game, "*, br;q=0", "gzip"},
		{"rather as it is", game, "identity, br;q=0.5", ""},
		{"all alike", game, "identity, gzip, br", "br"},
		{"not as it is", game, "identity;q=0, gzip;q=0.1", "gzip"},
		{"nonsense counts for nothing", game, "br;q=many, gzip;level=9", ""},
		{"a quality out of range", game, "br;q=7, gzip;q=-1", ""},
		{"a quality that is no number", game, "br;q=NaN", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			var headers []string
			if test.accept != "" {
				headers = []string{"Accept-Encoding: " + test.accept}
			}
			response, body := ask(t, server, "GET", test.path, headers...)
			assert.Equal(t, test.want, response.Header.Get("Content-Encoding"))
			assert.Equal(t, int64(len(body)), response.ContentLength)
			assert.Equal(t, test.want == "br", strings.HasSuffix(body, "by brotli"))
			assert.Equal(t, test.want == "gzip", strings.HasSuffix(body, "by gzip"))
			plain, _ := ask(t, server, "GET", test.path)
			assert.Equal(t, plain.Header.Get("Content-Type"), response.Header.Get("Content-Type"), "the type is that of the file")
			assert.Equal(t, plain.Header.Get("Cache-Control"), response.Header.Get("Cache-Control"))
		})
	}
	response, _ := ask(t, server, "GET", game, "Accept-Encoding: gzip", "Accept-Encoding: br")
	assert.Equal(t, "br", response.Header.Get("Content-Encoding"), "two lines are one list")
}

func TestStaticKnowsWhatTheBrowserHas(t *testing.T) {
	server := site(t)
	const path = "/houselights.0123456789.wasm"
	tags := map[string]string{}
	for _, accept := range []string{"identity", "gzip", "br"} {
		encoding := "Accept-Encoding: " + accept
		response, _ := ask(t, server, "GET", path, encoding)
		tag, date := response.Header.Get("ETag"), response.Header.Get("Last-Modified")
		tags[accept] = tag
		for _, condition := range []string{"If-None-Match: " + tag, "If-None-Match: W/" + tag, `If-None-Match: "other", ` + tag, "If-Modified-Since: " + date} {
			response, body := ask(t, server, "GET", path, encoding, condition)
			assert.Equal(t, http.StatusNotModified, response.StatusCode, condition)
			assert.Empty(t, body)
			assert.Equal(t, "Accept-Encoding", response.Header.Get("Vary"))
			assert.Equal(t, forEver, response.Header.Get("Cache-Control"))
		}
		response, _ = ask(t, server, "GET", path, encoding, `If-None-Match: "other"`, "If-Modified-Since: "+date)
		assert.Equal(t, http.StatusOK, response.StatusCode)
	}
	distinct := slices.Compact(slices.Sorted(maps.Values(tags)))
	assert.Len(t, distinct, 3, "each copy has a tag of its own: %v", tags)
}

func TestStaticRanges(t *testing.T) {
	server := site(t)
	const path, whole = "/houselights.0123456789.wasm", "\x00asm of the game"
	response, body := ask(t, server, "GET", path, "Range: bytes=1-3")
	assert.Equal(t, http.StatusPartialContent, response.StatusCode)
	assert.Equal(t, whole[1:4], body)
	assert.Equal(t, "bytes 1-3/16", response.Header.Get("Content-Range"))

	// A part of a copy is a part of what was sent, so that a transfer that broke off can go on.
	response, body = ask(t, server, "GET", path, "Range: bytes=5-", "Accept-Encoding: br")
	assert.Equal(t, http.StatusPartialContent, response.StatusCode)
	assert.Equal(t, "by brotli", body)
	assert.Equal(t, "br", response.Header.Get("Content-Encoding"))
	tag := response.Header.Get("ETag")
	_, body = ask(t, server, "GET", path, "Range: bytes=5-", "Accept-Encoding: br", "If-Range: "+tag)
	assert.Equal(t, "by brotli", body)
	_, body = ask(t, server, "GET", path, "Range: bytes=5-", "If-Range: "+tag)
	assert.Equal(t, whole, body, "the rest of a copy is not the rest of the file")

	response, _ = ask(t, server, "GET", path, "Range: bytes=100-", "Accept-Encoding: br")
	assert.Equal(t, http.StatusRequestedRangeNotSatisfiable, response.StatusCode)
}
