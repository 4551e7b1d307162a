//go:build !js

package command

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// out is where a file goes that a command makes.
type out struct {
	path  string // - is standard output
	force bool
}

func outFlags(flags *flag.FlagSet) *out {
	o := &out{}
	flags.StringVar(&o.path, "o", "", "")
	flags.BoolVar(&o.force, "force", false, "")
	return o
}

// piped reports whether the file goes to standard output, which is then for nothing else.
func (o *out) piped() bool { return o.path == "-" }

// summary is where to say what has been done.
func (o *out) summary(stdout, stderr io.Writer) io.Writer {
	if o.piped() {
		return stderr
	}
	return stdout
}

// standard names the file, where it has not been, for the one that it is made from: the same name, with another ending. What
// is piped in has none, and is piped on.
func (o *out) standard(from, ending string) {
	dir, base := filepath.Split(from)
	if known := filepath.Ext(base); ending == ".json" && strings.Trim(known, ".0123456789") != "" || strings.EqualFold(known, ".json") {
		base = strings.TrimSuffix(base, known)
	}
	if last := filepath.Ext(base); ending == ".json" && len(last) > 1 && language.MatchString(last[1:]) { // a translation has such a name
		base = strings.TrimSuffix(base, last) + "-" + last[1:]
	}
	switch {
	case o.path != "":
	case from == "-":
		o.path = "-"
	case strings.EqualFold(filepath.Ext(from), ending):
		o.path = dir + base + "-pack" + ending // never the file itself
	default:
		o.path = dir + cmp.Or(base, "quiz") + ending
	}
}

// write writes the file, which has been made from another. It says itself what is wrong.
func (o *out) write(data []byte, from string, stdout, stderr io.Writer) error {
	if o.piped() {
		if v, ok := stdout.(visible); ok {
			stdout = v.Writer // a file is written as it is
		}
		if _, err := stdout.Write(data); err != nil {
			fmt.Fprintf(stderr, "standard output: %v\n", err)
			return noneKept
		}
		return nil
	}
	var what string
	switch err := save(o.path, data, o.force && !sameFile(o.path, from)); {
	case err == nil:
		return nil
	case errors.Is(err, errThere) && sameFile(o.path, from):
		what = "is the file that is read: name another with -o"
	case errors.Is(err, fs.ErrNotExist):
		what = "there is no such folder"
	case errors.Is(err, fs.ErrPermission):
		what = "you may not write there: name another place with -o"
	default:
		what, _ = unreadable(err)
	}
	fmt.Fprintf(stderr, "%s: %s\n", o.path, what)
	return noneKept
}

func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}
