//go:build !js

package command

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// hashed are the names that hold a hash of what is in the file: they never change.
var hashed = regexp.MustCompile(`\.[0-9A-Za-z]{8,}\.(wasm|js|css)$`)

// serve hands out a folder of static files to this machine.
func serve(args []string, stdout io.Writer) error {
	dir := filepath.Join("build", "web")
	switch len(args) {
	case 0:
	case 1:
		dir = args[0]
	default:
		return errUsage{"serve takes one folder"}
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("serve %s: no such folder: build it with make web", dir)
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return fmt.Errorf("serve: %w: choose another port, such as PORT=8081", err)
	}
	fmt.Fprintf(stdout, "Houselights is at http://%s/ (Ctrl+C ends it)\n", listener.Addr())
	server := &http.Server{Handler: files(dir), ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}

// files serves a folder with the types and the caching that the widget asks of a host.
func files(dir string) http.Handler {
	static := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		if filepath.Ext(r.URL.Path) == ".wasm" {
			header.Set("Content-Type", "application/wasm")
		}
		header.Set("Cache-Control", "no-cache")
		if hashed.MatchString(r.URL.Path) {
			header.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Access-Control-Allow-Origin", "*")
		static.ServeHTTP(w, r)
	})
}
