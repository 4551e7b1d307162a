package main

import (
	"bytes"
	"compress/gzip"
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

// publish writes a site of one script, one style that never changes, and a page, as run does.
func publish(t *testing.T, script string, o options) error {
	t.Helper()
	last, err := findLast(o)
	if err != nil {
		return err
	}
	return replaceFolder(o.out, func(dir string) error {
		s := site{"index.html": []byte("<p>" + script)}
		s.addHashed("frame.js", []byte(script))
		s.addHashed("frame.css", []byte("p{}"))
		if err := s.finish(last, o); err != nil {
			return err
		}
		return s.write(dir)
	})
}

// scripts returns what the scripts in a site say, in order, after checking that each has its copies.
func scripts(t *testing.T, dir string) string {
	t.Helper()
	var said []string
	for _, name := range namesIn(t, dir) {
		if filepath.Ext(name) == ".js" {
			text, err := os.ReadFile(filepath.Join(dir, name))
			require.NoError(t, err)
			said = append(said, string(text))
			if string(text) != "draft" {
				assert.FileExists(t, filepath.Join(dir, name+".br"))
				assert.FileExists(t, filepath.Join(dir, name+".gz"))
			}
		}
	}
	slices.Sort(said)
	return strings.Join(said, " ")
}

func TestReleasesKeepTheOneBefore(t *testing.T) {
	type build struct {
		script string
		draft  bool
	}
	release := func(script string) build { return build{script, false} }
	draft := build{"draft", true}
	for _, test := range []struct {
		name   string
		builds []build
		want   string
	}{
		{"the first", []build{release("one")}, "one"},
		{"the second", []build{release("one"), release("two")}, "one two"},
		{"no heap of them", []build{release("one"), release("two"), release("three")}, "three two"},
		{"built again", []build{release("one"), release("two"), release("two"), release("two")}, "one two"},
		{"back to an old one", []build{release("one"), release("two"), release("one")}, "one two"},
		{"a draft keeps all", []build{release("one"), release("two"), draft}, "draft one two"},
		{"a draft is no release", []build{release("one"), draft, release("two")}, "one two"},
		{"built again after a draft", []build{release("one"), release("two"), draft, draft, release("two")}, "one two"},
		{"a draft by itself", []build{draft, draft}, "draft"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "web")
			for _, b := range test.builds {
				require.NoError(t, publish(t, b.script, options{out: dir, compress: !b.draft}))
			}
			assert.Equal(t, test.want, scripts(t, dir))
			index, err := os.ReadFile(filepath.Join(dir, "index.html"))
			require.NoError(t, err)
			assert.Equal(t, "<p>"+test.builds[len(test.builds)-1].script, string(index), "what has no hash is the newest")
		})
	}
}

func TestTheLastReleaseMayLieElsewhere(t *testing.T) {
	deployed := filepath.Join(t.TempDir(), "deployed")
	require.NoError(t, publish(t, "one", options{out: deployed, compress: true}))
	server := httptest.NewServer(http.FileServer(http.Dir(filepath.Dir(deployed))))
	defer server.Close()
	for name, last := range map[string]string{
		"folder":               deployed,
		"address":              server.URL + "/deployed",
		"address with a slash": server.URL + "/deployed/",
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "web")
			require.NoError(t, publish(t, "never deployed", options{out: out, compress: true}))
			require.NoError(t, publish(t, "two", options{out: out, last: last, compress: true}))
			assert.Equal(t, "one two", scripts(t, out))
			assert.Equal(t, "one", scripts(t, deployed))
		})
	}

	for name, test := range map[string]struct{ last, fault string }{
		"a folder with no release": {filepath.Dir(deployed), "or none the first time: open "},
		"a host with no release":   {server.URL, "or none the first time: get " + server.URL + "/release.json: file does not exist"},
		"no host":                  {"http://127.0.0.1:1", "connection refused"},
	} {
		t.Run(name, func(t *testing.T) {
			require.ErrorContains(t, publish(t, "two", options{out: t.TempDir(), last: test.last, compress: true}), test.fault)
		})
	}
}

func TestReleaseSaysWhatItIsMadeOf(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "web")
	require.NoError(t, publish(t, "one", options{out: dir, compress: true}))
	require.NoError(t, publish(t, "two", options{out: dir, compress: true}))
	r, err := findLast(options{out: dir})
	require.NoError(t, err)
	assert.Equal(t, []string{"frame.3fc4ccfe74.js", "frame.806db22126.css", "index.html"}, slices.Sorted(maps.Keys(r.Files)))
	assert.Equal(t, []string{"frame.7692c3ad35.js", "frame.806db22126.css"}, slices.Sorted(maps.Keys(r.Before)))
	// openssl dgst -sha384 -binary | base64
	assert.Equal(t, digest{3, "sha384-C1oQxwcbMT0v7unjhkFV6r/FSU0YgqMoTaEBWvDLZI7zfHnIOdn8sxIP0G4Aanvp"}, r.Files["frame.3fc4ccfe74.js"])
}

// A release that cannot be kept stops the build, and what lies there stays as it is.
func TestALastReleaseThatIsBroken(t *testing.T) {
	for _, test := range []struct {
		name, fault string
		spoil       func(dir string) error
	}{
		{"no JSON", "invalid character", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, releaseFile), []byte("one"), 0o600)
		}},
		{"a file is gone", "frame.7692c3ad35.js of the last release", func(dir string) error {
			return os.Remove(filepath.Join(dir, "frame.7692c3ad35.js"))
		}},
		{"a file is another", "it is another file: put it back, or delete", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "frame.7692c3ad35.js"), []byte("two"), 0o600)
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "web")
			require.NoError(t, publish(t, "one", options{out: dir, compress: true}))
			require.NoError(t, test.spoil(dir))
			before := namesIn(t, dir)
			require.ErrorContains(t, publish(t, "two", options{out: dir, compress: true}), test.fault)
			assert.Equal(t, before, namesIn(t, dir))
		})
	}
}

// Compressing the game takes long: what is there and sound is not made again.
func TestCompressedCopiesAreUsedAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "web")
	require.NoError(t, publish(t, "one", options{out: dir, compress: true}))
	var loose bytes.Buffer
	w, err := gzip.NewWriterLevel(&loose, gzip.NoCompression)
	require.NoError(t, err)
	_, err = w.Write([]byte("one"))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	packed := filepath.Join(dir, "frame.7692c3ad35.js.gz")
	for name, test := range map[string]struct{ there, want []byte }{
		"sound":             {loose.Bytes(), loose.Bytes()},
		"of something else": {compressed(t, ".gz", "two"), compressed(t, ".gz", "one")},
		"damaged":           {[]byte("one"), compressed(t, ".gz", "one")},
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, os.WriteFile(packed, test.there, 0o600))
			require.NoError(t, publish(t, "one", options{out: dir, compress: true}))
			got, err := os.ReadFile(packed)
			require.NoError(t, err)
			assert.Equal(t, test.want, got)
		})
	}
}

func compressed(t *testing.T, ending, text string) []byte {
	t.Helper()
	packed, err := compressors[ending].pack([]byte(text))
	require.NoError(t, err)
	return packed
}
