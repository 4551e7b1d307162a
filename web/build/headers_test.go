package main

import (
	"bufio"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// serveFolder has houselights serve hand out a folder, and returns its address.
func serveFolder(t *testing.T, dir string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "houselights")
	out, err := exec.Command("go", "build", "-C", "../..", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	server := exec.Command(program, "serve", dir)
	server.Env = append(os.Environ(), "PORT=0")
	stdout, err := server.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, server.Start())
	t.Cleanup(func() {
		assert.NoError(t, server.Process.Kill())
		_ = server.Wait() // it was killed
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err)
	return regexp.MustCompile(`http://[0-9.:]+`).FindString(line)
}

// Each rule of _headers is kept by houselights serve too, for every file that it is about, and nothing else is kept for ever.
func TestHeadersAgreeWithServe(t *testing.T) {
	s := site{"frame.html": []byte("<p>"), "houselights.js": []byte("1"), "icon.svg": []byte("<svg/>"), "licences/Go.txt": []byte("BSD")}
	s.addHashed("houselights.wasm", []byte("\x00asm"))
	s.addHashed("frame.js", []byte("2"))
	require.NoError(t, s.finish(nil, options{compress: true}))
	dir := t.TempDir()
	require.NoError(t, s.write(dir))

	rules := map[string]http.Header{}
	var path string
	for line := range strings.Lines(string(s[headersFile])) {
		if name, value, found := strings.Cut(strings.TrimSpace(line), ": "); found {
			rules[path].Set(name, value)
		} else {
			path = name
			rules[path] = http.Header{}
		}
	}
	assert.Len(t, rules, 6, "all, the frame by both of its names, the script, the game, and its .gz")

	address := serveFolder(t, dir)
	for name := range s {
		if strings.HasSuffix(name, ".br") || (strings.HasSuffix(name, ".gz") && !strings.HasSuffix(name, ".wasm.gz")) {
			continue // they go out under the file's own name
		}
		response, err := http.Head(address + "/" + name)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		for rule, headers := range rules {
			if rule != "/*" && rule != "/"+name {
				continue
			}
			for header := range headers {
				assert.Equal(t, headers.Get(header), response.Header.Get(header), "%s of %s by the rule %s", header, name, rule)
			}
		}
		if rules["/"+name].Get("Cache-Control") == "" {
			assert.Equal(t, "no-cache", response.Header.Get("Cache-Control"), name)
		}
	}
}
