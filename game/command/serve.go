//go:build !js

package command

import (
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"houselights/game/pack"
)

// serve hands out a folder of static files to this machine, and a pack with it.
func serve(args []string, stdout, stderr io.Writer) error {
	flags := flagsOf("serve")
	packed := flags.String("pack", "", "")
	folders, err := parse(flags, args)
	if err != nil {
		return err
	}
	dir := filepath.Join("build", "web")
	switch len(folders) {
	case 0:
	case 1:
		dir = folders[0]
	default:
		return errUsage{"serve takes one folder"}
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("serve %s: no such folder: build it with make web", dir)
	}
	site := os.DirFS(dir)
	var guest source
	if *packed != "" {
		if guest, err = guestOf(*packed, stdout, stderr); err != nil {
			return err
		}
		site = hosted{site, guest}
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return fmt.Errorf("serve: %w: choose another port, such as PORT=8081", err)
	}
	base := "http://" + listener.Addr().String() + "/"
	fmt.Fprintf(stdout, "Houselights is at %s (Ctrl+C ends it)\n", base)
	if guest.name != "" {
		fmt.Fprint(stdout, guest.addresses(base))
	}
	server := &http.Server{Handler: static{site}, ReadHeaderTimeout: 10 * time.Second}
	return server.Serve(listener)
}

// guestOf returns the pack to be served, after it has said what is wrong with it: it is served all the same, since its author
// may be about to mend it.
func guestOf(name string, stdout, stderr io.Writer) (source, error) {
	s := find(name)
	if s.builtIn {
		return s, errUsage{fmt.Sprintf("serve --pack takes a file, and %s is built in: leave it out, and open frame.html?pack=%s", name, name)}
	}
	if _, err := os.Stat(s.name); err != nil {
		return s, s.problems("", err)
	}
	c, err := newChecker(stdout, stderr, false)
	if err == nil {
		c.check(s)
	}
	return s, err
}

// hostedFolder is where a pack is served.
const hostedFolder = "pack/"

// addresses says where the pack is to be seen on the server at the base.
func (s source) addresses(base string) string {
	path := hostedFolder + url.PathEscape(s.id+".json")
	query := strings.ReplaceAll(url.QueryEscape(path), "%2F", "/")
	return fmt.Sprintf(`%[1]s is at %[2]sframe.html?pack=%[3]s (reload the page when you have changed it)
In a page: <script src="%[2]shouselights.js" async></script>
           <house-lights pack="%[2]s%[4]s" style="display:block;width:100%%;min-width:min(200px,100%%);aspect-ratio:3/2;min-height:min(max(30rem,480px),100svh);max-height:100svh"></house-lights>
`, s.name, base, query, path)
}

// hosted is a site with a pack and its translations in a folder of it. They are read anew each time.
type hosted struct {
	fs.FS
	pack source
}

// Open opens a file of the site, or of the pack, wherever that lies.
func (h hosted) Open(name string) (fs.File, error) {
	if path, ok := h.path(name); ok {
		return os.Open(path)
	}
	return h.FS.Open(name)
}

// ReadFile returns a file, and of one that is too large for a pack no more than shows it.
func (h hosted) ReadFile(name string) ([]byte, error) {
	if path, ok := h.path(name); ok {
		return readFile(path, pack.MaxBytes)
	}
	return fs.ReadFile(h.FS, name)
}

// path is where a file of the pack lies.
func (h hosted) path(name string) (path string, ok bool) {
	name, ok = strings.CutPrefix(name, hostedFolder)
	if !ok {
		return "", false
	}
	if name == h.pack.id+".json" {
		return h.pack.file(""), true
	}
	lang := strings.TrimSuffix(strings.TrimPrefix(name, h.pack.id+"."), ".json")
	return h.pack.file(lang), language.MatchString(lang) && name == h.pack.id+"."+lang+".json"
}
