package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
	"golang.org/x/sync/errgroup"
)

// compressible are the endings of what shrinks: text and wasm.
var compressible = []string{".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm"}

// compressor makes one kind of compressed file, and reads it.
type compressor struct {
	writer func(io.Writer) (io.WriteCloser, error)
	reader func(io.Reader) (io.Reader, error)
}

// compressors are the kinds of compressed file, by their ending.
var compressors = map[string]compressor{
	".br": {
		func(w io.Writer) (io.WriteCloser, error) {
			return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24}), nil
		},
		func(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil },
	},
	".gz": {
		func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) },
		func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
	},
}

// compress adds a .br and a .gz beside each file that shrinks, where they are not there already, for servers that hand them
// out as they are.
func (s site) compress() error {
	type job struct {
		name, ending string
		out          []byte
	}
	var jobs []*job
	for name := range s {
		if slices.Contains(compressible, filepath.Ext(name)) {
			for ending := range compressors {
				if _, ok := s[name+ending]; ok {
					continue
				}
				jobs = append(jobs, &job{name: name, ending: ending})
			}
		}
	}
	// The longest first: one core is at the game's .br all the time, and the rest fits beside it.
	slices.SortFunc(jobs, func(a, b *job) int {
		if n := len(s[b.name]) - len(s[a.name]); n != 0 {
			return n
		}
		return strings.Compare(a.name+a.ending, b.name+b.ending)
	})
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, j := range jobs {
		group.Go(func() (err error) {
			j.out, err = compressors[j.ending].pack(s[j.name])
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, j := range jobs {
		s[j.name+j.ending] = j.out
	}
	return nil
}

func (c compressor) pack(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := c.writer(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// holds reports whether packed is data.
func (c compressor) holds(packed, data []byte) bool {
	r, err := c.reader(bytes.NewReader(packed))
	if err != nil {
		return false
	}
	got, err := io.ReadAll(r)
	return err == nil && bytes.Equal(got, data)
}
