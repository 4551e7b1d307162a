package main

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPackPlaces(t *testing.T) {
	const page = `<meta content="default-src 'none'; connect-src 'self' https:; img-src 'self'">`
	for _, test := range []struct{ name, packs, constant, connect string }{
		{"anywhere", "", "null", "'self' https:"},
		{"nowhere", "none", "[]", "'self'"},
		{"a host", "https://fans.example/", `["https://fans.example/"]`, "'self' https://fans.example/"},
		{"a folder and a file", " https://fans.example:8443/quiz/\nhttps://x.example/a/my.json ", `["https://fans.example:8443/quiz/","https://x.example/a/my.json"]`,
			"'self' https://fans.example:8443/quiz/ https://x.example/a/my.json https://x.example/a/my.en.json https://x.example/a/my.vi.json https://x.example/a/my.es.json"},
		{"a file with no ending", "https://x.example/v1.2/pack", `["https://x.example/v1.2/pack"]`,
			"'self' https://x.example/v1.2/pack https://x.example/v1.2/pack.en https://x.example/v1.2/pack.vi https://x.example/v1.2/pack.es"},
		{"other letters", "https://xn--fn-fka.example/%C3%A1/", `["https://xn--fn-fka.example/%C3%A1/"]`, "'self' https://xn--fn-fka.example/%C3%A1/"},
	} {
		t.Run(test.name, func(t *testing.T) {
			places, err := readPackPlaces(test.packs)
			require.NoError(t, err)
			constant, err := places.constant()
			require.NoError(t, err)
			assert.Equal(t, test.constant, constant)
			limited, err := places.limit([]byte(page))
			require.NoError(t, err)
			assert.Equal(t, `<meta content="default-src 'none'; connect-src `+test.connect+`; img-src 'self'">`, string(limited))
		})
	}

	_, err := packPlaces{}.limit([]byte("no policy"))
	require.ErrorContains(t, err, "is there 0 times")
}

func TestPackPlacesRefuse(t *testing.T) {
	for _, test := range []struct{ name, word, fault string }{
		{"http", "http://fans.example/", "not https"},
		{"no scheme", "fans.example/", "not https"},
		{"large letters in the scheme", "HTTPS://fans.example/", "not https"},
		{"an id", "purple-hearts", "not https"},
		{"a user", "https://me@fans.example/", "a user"},
		{"a star for a host", "https://*.fans.example/", "no * is known"},
		{"a star in a path", "https://fans.example/*", "no * is known"},
		{"no host", "https:///my.json", "no host"},
		{"large letters", "https://Fans.example/", "no host"},
		{"letters of its own", "https://fáns.example/", "no host"},
		{"the usual port", "https://fans.example:443/", "no host"},
		{"a query", "https://fans.example/my.json?v=1", "? or #"},
		{"a fragment", "https://fans.example/my.json#a", "? or #"},
		{"a bare host", "https://fans.example", "neither a folder nor a file"},
		{"what ends a policy", "https://fans.example/;script-src", "signs of its own"},
		{"letters in the path", "https://fans.example/á/", "signs of its own"},
		{"a quote", `https://fans.example/"`, "signs of its own"},
		{"two slashes", "https://fans.example//my.json", "// or with ."},
		{"a way up", "https://fans.example/a/../my.json", "%2F, %5C or .."},
		{"a way up in disguise", "https://fans.example/a/%2E%2E/my.json", "%2F, %5C or .."},
		{"a way up, twice disguised", "https://fans.example/a/%252E./my.json", "%2F, %5C or .."},
		{"a slash in disguise", "https://fans.example/a%2Fmy.json", "%2F, %5C or .."},
		{"a backslash in disguise", "https://fans.example/..%5Cmy.json", "%2F, %5C or .."},
		{"a bad escape", "https://fans.example/%zz", "no address"},
		{"none and more", "none", "stands alone"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := readPackPlaces("https://first.example/ " + test.word)
			require.ErrorContains(t, err, strconv.Quote(test.word))
			require.ErrorContains(t, err, test.fault)
		})
	}
}
