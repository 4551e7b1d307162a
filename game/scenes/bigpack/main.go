// Bigpack writes a pack of as many questions as are asked for to standard output. The facts are made up; size and growth
// are measured with it.
package main

import (
	"flag"
	"fmt"
	"os"

	"houselights/game/scenes/author"
)

func main() {
	questions := flag.Int("questions", 5000, "how many questions")
	lang := flag.String("lang", "en", "their language: en, es or vi")
	flag.Parse()
	data, err := author.Pack(*lang, *questions)
	if err == nil {
		_, err = os.Stdout.Write(data)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bigpack:", err)
		os.Exit(1)
	}
}
