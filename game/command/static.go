//go:build !js

package command

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// static serves a folder as the widget asks of a host (web/HOSTING.md): with the right types, the compressed copy that the
// browser takes, and for ever what has a hash in its name.
type static struct{ folder fs.FS }

// hashedName is one that holds a hash of what is in the file, as web/build gives them: it never changes.
var hashedName = regexp.MustCompile(`\.[0-9a-f]{10}\.[a-z]+(\.br|\.gz)?$`)

// mimeTypes are those of the site. What the system knows of types differs between machines.
var mimeTypes = map[string]string{
	".css":   "text/css; charset=utf-8",
	".gz":    "application/gzip",
	".html":  "text/html; charset=utf-8",
	".ico":   "image/x-icon",
	".jpg":   "image/jpeg",
	".js":    "text/javascript; charset=utf-8",
	".json":  "application/json",
	".png":   "image/png",
	".svg":   "image/svg+xml",
	".ttf":   "font/ttf",
	".txt":   "text/plain; charset=utf-8",
	".wasm":  "application/wasm",
	".webp":  "image/webp",
	".woff2": "font/woff2",
}

// encodings are the compressed copies that may lie beside a file, the smallest first.
var encodings = []struct{ name, ending string }{{"br", ".br"}, {"gzip", ".gz"}}

func (s static) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Access-Control-Allow-Origin", "*")
	header.Set("Access-Control-Expose-Headers", "Date, Age")
	header.Set("Cross-Origin-Resource-Policy", "cross-origin")
	header.Set("X-Content-Type-Options", "nosniff")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "405 method not allowed", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	} else if info, err := fs.Stat(s.folder, name); err == nil && info.IsDir() {
		target := path.Base(name) + "/"
		if r.URL.RawQuery != "" {
			target += "?" + r.URL.RawQuery
		}
		header.Set("Location", target) // else what the page names would be sought beside its folder
		w.WriteHeader(http.StatusMovedPermanently)
		return
	}
	if !s.send(w, r, name) {
		http.NotFound(w, r)
	}
}

// send sends a file as the request wants it, and reports whether it is there.
func (s static) send(w http.ResponseWriter, r *http.Request, name string) bool {
	data, changed, err := s.read(name)
	if err != nil {
		return false
	}
	header := w.Header()
	ending := ""
	accepts := readAcceptEncoding(strings.Join(r.Header.Values("Accept-Encoding"), ","))
	best := accepts.quality("identity")
	for _, encoding := range encodings {
		// No smaller copy is worth less than the file as it is, unless the request says so.
		quality := accepts.quality(encoding.name)
		if quality == 0 || quality < best || (quality == best && ending != "") {
			continue
		}
		if copied, at, err := s.read(name + encoding.ending); err == nil {
			data, changed, ending, best = copied, at, encoding.ending, quality
			header.Set("Content-Encoding", encoding.name)
		}
	}

	mimeType, ok := mimeTypes[path.Ext(name)]
	if !ok {
		mimeType = "application/octet-stream"
	}
	header.Set("Content-Type", mimeType)
	if path.Base(name) == "frame.html" { // else no page with such a policy of its own may show it
		header.Set("Cross-Origin-Embedder-Policy", "require-corp")
	}
	header.Set("Content-Length", strconv.Itoa(len(data))) // which ServeContent leaves out where there is an encoding
	header.Set("Vary", "Accept-Encoding")
	sum := sha256.Sum256(data)
	header.Set("ETag", fmt.Sprintf(`"%x%s"`, sum[:8], ending))
	header.Set("Cache-Control", "no-cache")
	if hashedName.MatchString(name) && !strings.HasPrefix(name, hostedFolder) { // a pack may be named after a day
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeContent(w, r, "", changed, bytes.NewReader(data))
	return true
}

// read returns a file and when it was changed.
func (s static) read(name string) ([]byte, time.Time, error) {
	data, err := fs.ReadFile(s.folder, name)
	if err != nil {
		return nil, time.Time{}, err
	}
	info, err := fs.Stat(s.folder, name)
	if err != nil {
		return nil, time.Time{}, err
	}
	return data, info.ModTime(), nil
}

// acceptEncoding holds the qualities, from 0 to 1, of the codings that a request names.
type acceptEncoding map[string]float64

// readAcceptEncoding reads the header as RFC 9110 has it in section 12.5.3. A quality that cannot be read counts as 0.
func readAcceptEncoding(text string) acceptEncoding {
	accepts := acceptEncoding{}
	for item := range strings.SplitSeq(text, ",") {
		coding, weight, weighted := strings.Cut(item, ";")
		quality := 1.0
		if weighted {
			q, value, _ := strings.Cut(weight, "=")
			quality, _ = strconv.ParseFloat(strings.TrimSpace(value), 64)
			if !strings.EqualFold(strings.TrimSpace(q), "q") || !(quality >= 0 && quality <= 1) {
				quality = 0
			}
		}
		accepts[strings.ToLower(strings.TrimSpace(coding))] = quality
	}
	return accepts
}

// quality returns how welcome a coding is; 0 is not at all. A file as it is may always be sent, and is the last choice
// unless the request says otherwise.
func (a acceptEncoding) quality(coding string) float64 {
	if quality, ok := a[coding]; ok {
		return quality
	}
	if coding == "identity" {
		return 0
	}
	return a["*"]
}
