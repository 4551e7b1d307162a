//go:build !js

// Houselights is a film-trivia and premiere-countdown widget. This is the program for a desktop and for a kiosk, with
// the commands that go with it; main_js.go is the same game in a web page.
package main

import (
	"os"

	"houselights/game/command"
)

func main() { os.Exit(command.Run(os.Args[1:], os.Stdout, os.Stderr)) }
