//go:build !js

package command

import (
	"errors"
	"fmt"
	"io"
	"time"
	_ "time/tzdata" // for machines without a zone database

	"houselights/game/pack"
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
		if err == nil {
			err = checkZones(p)
		}
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

// checkZones holds the zones of events against their instants, which the reader of packs cannot: it knows no zone database.
func checkZones(p *pack.Pack) error {
	var problems []error
	for i, e := range p.Events {
		if e.Zone == "" {
			continue
		}
		where := fmt.Sprintf("pack %s.json: events[%d] %q", p.ID, i, e.ID)
		zone, err := time.LoadLocation(e.Zone)
		if err != nil {
			problems = append(problems, fmt.Errorf("%s: unknown zone %q: write its name as America/Los_Angeles", where, e.Zone))
			continue
		}
		// What the clock shows there is what the author has written, so the offset has to be that of the zone.
		y, month, d := e.At.Date()
		meant := time.Date(y, month, d, e.At.Hour(), e.At.Minute(), e.At.Second(), e.At.Nanosecond(), zone)
		if !meant.Equal(e.At) {
			problems = append(problems, fmt.Errorf("%s: \"at\" is %s, and the offset of %s on that day is another: write %s",
				where, e.At.Format(time.RFC3339), e.Zone, meant.Format(time.RFC3339)))
		}
	}
	return errors.Join(problems...)
}
