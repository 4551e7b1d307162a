//go:build !js

package command

import (
	"errors"
	"fmt"
	"io"
)

// packCommand takes care of pack files.
func packCommand(args []string, stdout io.Writer) error {
	if len(args) == 0 || args[0] != "check" {
		return errUsage{"pack has one command in this version: pack check FILE…"}
	}
	if len(args) == 1 {
		return errUsage{"pack check: name the files to check"}
	}
	var problems []error
	for _, name := range args[1:] {
		p, err := readPack(name)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		fmt.Fprintf(stdout, "%s: %q is sound. Questions: %d, events: %d\n", name, p.Title, len(p.Questions), len(p.Events))
	}
	if len(problems) == 0 {
		return nil
	}
	return errProblems{errors.Join(problems...)}
}
