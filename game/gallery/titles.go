//go:build !js

package main

import (
	"strings"

	"houselights/game/app"
)

var screenTitles = map[app.Screen]string{
	app.Home: "Home", app.Count: "The countdown", app.Events: "All dates", app.Modes: "Ways to play", app.Ready: "Before a round",
	app.Question: "A question", app.Reveal: "The answer", app.Results: "The result", app.Review: "Looking back", app.Settings: "Settings", app.About: "About",
}

var sceneTitles = map[string]string{
	"home":                "Counting to a birthday",
	"home-reported":       "Counting to a date that was reported",
	"home-far":            "A date of a cinema’s own",
	"home-last-day":       "The last day",
	"home-last-minute":    "The last seconds",
	"home-now":            "Now",
	"home-today":          "On the day",
	"home-since":          "Some time after",
	"home-unknown":        "The time is unknown",
	"home-corrected":      "The device’s clock is wrong",
	"home-passed":         "The reported date has passed",
	"home-kiosk":          "In a foyer",
	"home-sound":          "With sound on",
	"question-sound":      "With sound on",
	"results-sound":       "With sound on",
	"results-days":        "Several days in a row",
	"home-paused":         "With a round to go on with",
	"countdown":           "All that is known of a date",
	"countdown-cinema":    "Of a date of a cinema’s own",
	"events":              "The list of dates",
	"modes":               "On the first visit",
	"modes-known":         "With bests of earlier visits",
	"ready-daily":         "Today’s round, played once",
	"ready-pace":          "At your pace",
	"ready-kinds":         "A round of questions of every kind",
	"question":            "The first one",
	"question-late":       "Hardly any time left",
	"question-untimed":    "With no clock",
	"question-second":     "The second one",
	"question-true-false": "True or false",
	"question-several":    "Several are right",
	"question-six":        "Six answers",
	"question-order":      "Put in order",
	"question-number":     "A number",
	"reveal-right":        "Right",
	"reveal-wrong":        "Wrong",
	"reveal-late":         "Too late",
	"reveal-several":      "Of several",
	"reveal-order":        "Of an order",
	"reveal-number":       "Of a number",
	"results":             "Eight of ten",
	"results-untimed":     "All ten, with no clock",
	"results-daily":       "None of ten, of the day’s round",
	"review":              "A whole round",
	"review-kinds":        "A round of questions of every kind",
	"settings":            "All of them",
	"settings-erase":      "Erase what is kept?",
	"about":               "Who made it, and from what",
	"about-kinds":         "Of another pack",
}

func screenTitle(screen app.Screen) string { return orName(screenTitles[screen], string(screen)) }

func sceneTitle(name string) string { return orName(sceneTitles[name], name) }

// orName makes do with the name of what is so new that it has no title.
func orName(title, name string) string {
	if title != "" {
		return title
	}
	return strings.ToUpper(name[:1]) + strings.ReplaceAll(name[1:], "-", " ")
}
