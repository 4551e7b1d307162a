package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadBase(t *testing.T) {
	for _, test := range []struct{ text, want, fault string }{
		{"", "", ""},
		{"https://fans.example", "https://fans.example/", ""},
		{"https://fans.example/", "https://fans.example/", ""},
		{"https://fans.example/trivia", "https://fans.example/trivia/", ""},
		{"https://fans.example/~ann/a%20b/", "https://fans.example/~ann/a%20b/", ""},
		{"http://127.0.0.1:8080/", "http://127.0.0.1:8080/", ""},
		{"fans.example/trivia", "", "begin it with https://"},
		{"ftp://fans.example/", "", "begin it with https://"},
		{"https:///trivia", "", "no host"},
		{"https://Fans.example/", "", "small letters"},
		{"https://phim.việt/", "", "xn--"},
		{"https://ann:pw@fans.example/", "", "a user"},
		{"https://fans.example/?a=b", "", "? or #"},
		{"https://fans.example/#top", "", "? or #"},
		{"https://fans.example/index.html", "", "name the folder"},
		{"https://fans.example/a b/", "", "%20"},
		{"https://fans.example/a\"b/", "", "%20"},
		{"https://fans.example/a/../b/", "", "without .."},
		{"https://fans.example//", "", "//"},
		{"https://fans.example/%zz", "", "no address"},
	} {
		t.Run(test.text, func(t *testing.T) {
			got, err := readBase(test.text)
			if test.fault != "" {
				require.ErrorContains(t, err, test.fault)
				assert.Contains(t, err.Error(), "BASE_URL", "it names what was set")
				return
			}
			require.NoError(t, err)
			assert.Equal(t, base(test.want), got)
		})
	}
}

// demoSite is a site with the demo page alone, at an address.
func demoSite(t *testing.T, at base) site {
	t.Helper()
	src, err := findSources("../..")
	require.NoError(t, err)
	s := site{}
	require.NoError(t, s.addDemo(src, nil))
	require.NoError(t, s.addDiscovery(at))
	return s
}

func TestDiscoveryWithoutAddress(t *testing.T) {
	s := demoSite(t, "")
	assert.NotContains(t, s, oembedFile)
	assert.NotContains(t, string(s["index.html"]), "oembed")
	assert.NotContains(t, string(s["index.html"]), "canonical")
}

func TestDiscovery(t *testing.T) {
	s := demoSite(t, "https://fans.example/a%20b/")
	var got oembed
	require.NoError(t, json.Unmarshal(s[oembedFile], &got))
	assert.Equal(t, "1.0", got.Version)
	assert.Equal(t, "rich", got.Type)
	assert.Equal(t, "https://fans.example/a%20b/", got.ProviderURL)
	assert.Contains(t, got.HTML, "reported, not confirmed")

	// What WordPress's filter keeps is all that is needed: see wp_filter_oembed_result in its embed.php.
	found := regexp.MustCompile(`^(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)$`).FindStringSubmatch(got.HTML)
	require.NotNil(t, found)
	assert.Contains(t, found[1], `<a href="https://fans.example/a%20b/">`)
	assert.Contains(t, found[2], ` src="https://fans.example/a%20b/frame.html?loading=click" title="`+got.Title+`" width="720" height="480" `)

	head, _, found2 := strings.Cut(string(s["index.html"]), "</head>")
	require.True(t, found2)
	assert.Contains(t, head, `<link rel="canonical" href="https://fans.example/a%20b/">`)
	assert.Contains(t, head, `<link rel="alternate" type="application/json+oembed" href="https://fans.example/a%20b/oembed.json" title="`+got.Title+`">`)
	assert.NotContains(t, head, `href="frame.html`, "it is the head alone")

	_, err := inHead([]byte("<p>no head"))
	require.ErrorContains(t, err, "</head> is there 0 times")
}

// The post that the tests show (web/tests/wordpress.test.ts) is what WordPress made of this file as it is now.
func TestPostOfWordPressIsOfThis(t *testing.T) {
	post, err := os.ReadFile("../tests/wordpress/post.html")
	require.NoError(t, err)
	written := strings.ReplaceAll(string(post), "HOST/", "https://fans.example/")
	var ours oembed
	require.NoError(t, json.Unmarshal(demoSite(t, "https://fans.example/")[oembedFile], &ours))
	words := regexp.MustCompile(`<a href=.*?</blockquote>`)
	assert.Equal(t, words.FindString(ours.HTML), strings.Replace(words.FindString(written), "</p>", "", 1), "the words: see web/tests/wordpress/real")
	for _, name := range []string{"src", "title", "width", "height", "frameborder"} {
		attribute := regexp.MustCompile(`<iframe[^>]* ` + name + `="([^"]*)"`)
		want := attribute.FindStringSubmatch(ours.HTML)
		got := attribute.FindStringSubmatch(strings.Replace(written, "#?secret=SECRET", "", 1))
		require.NotNil(t, want, name)
		require.NotNil(t, got, name)
		assert.Equal(t, want[1], got[1], "%s: see web/tests/wordpress/real", name)
	}
}

// The release and the page that checks a host know the file, and the page that names it as it is then.
func TestDiscoveryIsOfTheRelease(t *testing.T) {
	s := demoSite(t, "https://fans.example/")
	for name, data := range checkSite() {
		s[name] = data
	}
	files, err := s.checked()
	require.NoError(t, err)
	assert.Equal(t, digestOf(s[oembedFile]), files[oembedFile].digest)
	assert.Equal(t, digestOf(s["index.html"]), files["index.html"].digest)
	require.NoError(t, s.finish(nil, options{compress: true}))
	var r release
	require.NoError(t, json.Unmarshal(s[releaseFile], &r))
	assert.Equal(t, digestOf(s[oembedFile]), r.Files[oembedFile])
	assert.NotEmpty(t, s[oembedFile+".br"])
	assert.NotContains(t, string(s[headersFile]), oembedFile, "what goes for all files goes for it")
}

// Who embeds adds a query to the address, as to a program that would answer it.
func TestServeAnswersEveryQuery(t *testing.T) {
	s := demoSite(t, "https://fans.example/")
	dir := t.TempDir()
	require.NoError(t, s.write(dir))
	query := url.Values{"maxwidth": {"650"}, "maxheight": {"1000"}, "url": {"https://fans.example/"}, "dnt": {"1"}, "format": {"json"}}
	response, err := http.Get(serveFolder(t, dir) + "/" + oembedFile + "?" + query.Encode())
	require.NoError(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, response.StatusCode)
	assert.Equal(t, "application/json", response.Header.Get("Content-Type"))
	assert.Equal(t, string(s[oembedFile]), string(body))
}
