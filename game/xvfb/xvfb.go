//go:build !js

// Package xvfb gives tests and the gallery a display where there is none: a virtual one, drawn on by software, so that
// pictures are the same on every machine.
package xvfb

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// start starts a display of its own, even where there is another, and names it in DISPLAY. stop ends it.
func start() (stop func(), err error) {
	path, err := exec.LookPath("Xvfb")
	if err != nil {
		return nil, errors.New("no virtual display: Xvfb is not installed: make test installs it on Debian (as root); or run apt-get install xvfb libgl1-mesa-dri")
	}
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(path, "-displayfd", "3", "-screen", "0", "2000x2000x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{write}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	stop = func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	}
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		stop()
		return nil, fmt.Errorf("the display server named no display: %w", err)
	}
	for name, value := range map[string]string{"DISPLAY": ":" + strings.TrimSpace(number), "LIBGL_ALWAYS_SOFTWARE": "1"} {
		if err := os.Setenv(name, value); err != nil {
			stop()
			return nil, err
		}
	}
	return stop, nil
}
