//go:build !js

package command

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

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
	server := &http.Server{Handler: static{os.DirFS(dir)}, ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}
