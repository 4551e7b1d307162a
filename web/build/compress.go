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
var compressible = []string{".css", ".html", ".js", ".svg", ".txt", ".wasm"}

// compressors are the kinds of compressed file, by their ending.
var compressors = map[string]func(io.Writer) (io.WriteCloser, error){
	".br": func(w io.Writer) (io.WriteCloser, error) {
		return brotli.NewWriterOptions(w, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24}), nil
	},
	".gz": func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriterLevel(w, gzip.BestCompression) },
}

// compress adds a .br and a .gz beside each file that shrinks, for servers that hand them out as they are.
func (s site) compress() error {
	type job struct {
		name, ending string
		out          []byte
	}
	var jobs []*job
	for name := range s {
		if slices.Contains(compressible, filepath.Ext(name)) {
			for ending := range compressors {
				jobs = append(jobs, &job{name: name, ending: ending})
			}
		}
	}
	// The longest first: brotli takes a minute for the game, and the rest fits beside it.
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
			j.out, err = squeeze(s[j.name], compressors[j.ending])
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

func squeeze(data []byte, compressor func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := compressor(&out)
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
