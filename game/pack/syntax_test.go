package pack_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"houselights/game/pack"
)

func TestReadNotJSON(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", `1:1: the file is empty: begin with {"houselights": 1, …}`},
		{"spaces", " \n ", `2:2: the file is empty: begin with {"houselights": 1, …}`},
		{"mark alone", "\uFEFF", `1:1: the file is empty: begin with {"houselights": 1, …}`},
		{"mark is no column", "\uFEFF{,}", `1:2: a comma too many: remove it`},
		{"not UTF-8", "{\n\"ask\":\"caf\xe9\"}", `2:11: not UTF-8: save the file in the encoding UTF-8`},
		{"UTF-16", "\xff\xfe{\x00", `1:1: not UTF-8: save the file in the encoding UTF-8`},
		{"cut off in object", "{\n\"a\": [1],", `2:10: the file ends too early: close the { of line 1`},
		{"cut off in list", "{\n\"a\": [1\n", `3:1: the file ends too early: close the [ of line 2`},
		{"cut off after name", `{"a"`, `1:5: the file ends too early: close the { of line 1`},
		{"cut off in text", `{"a": "b`, `1:7: a text that is never closed: close it with "`},
		{"cut off in name", `{"a`, `1:2: a text that is never closed: close it with "`},
		{"cut off in word", `{"a": tru`, `1:7: an unknown word: "tru": put texts in double quotes, write true and false in small letters`},
		{"line end in text", "{\"a\": \"b\n\"}", `1:9: a text runs over the end of its line: close it with ", or write \n for a new line`},
		{"tab in text", "{\"a\": \"b\tc\"}", `1:9: a tab inside a text: write a space`},
		{"bad escape", `{"a": "C:\Users"}`, `1:10: an unknown escape inside a text: write \\ for a backslash`},
		{"bad unicode escape", `{"a": "\\ \u12g4"}`, `1:11: an unknown escape inside a text: write \\ for a backslash`},
		{"comma before }", "{\"a\": 1,\n}", `2:1: a comma with nothing after it: remove the comma`},
		{"comma before ]", `{"a": [1, ]}`, `1:11: a comma with nothing after it: remove the comma`},
		{"comma first", `[,1]`, `1:2: a comma too many: remove it`},
		{"two commas", `[1,,2]`, `1:4: a comma too many: remove it`},
		{"no comma in list", "[\"a\"\n\"b\"]", `2:1: no comma between two entries: put a comma before this`},
		{"no comma in object", `{"a": 1 "b": 2}`, `1:9: no comma between two entries: put a comma before this`},
		{"no comma between objects", `[{} {}]`, `1:5: no comma between two entries: put a comma before this`},
		{"no comma before word", `[1 true]`, `1:4: no comma between two entries: put a comma before this`},
		{"no colon", `{"a" "b"}`, `1:6: no colon after a field's name: put : between the name and its value`},
		{"equals sign", `{"a" = "b"}`, `1:6: no colon after a field's name: put : between the name and its value`},
		{"no value", `{"a": }`, `1:7: a field with no value: write a colon and the value after its name`},
		{"no value, no colon", `{"a"}`, `1:5: a field with no value: write a colon and the value after its name`},
		{"no value, comma", `{"a":, "b":1}`, `1:6: a field with no value: write a colon and the value after its name`},
		{"wrong bracket", "{\"a\": [1, 2}}", `1:12: a } where the [ of line 1 is still open: close that first`},
		{"bracket too many", `]`, `1:1: a ] that closes nothing: remove it`},
		{"bracket after the end", `{}}`, `1:3: something follows the end of the pack: remove it, or a bracket closed too early`},
		{"two values", `{} {}`, `1:4: something follows the end of the pack: remove it, or a bracket closed too early`},
		{"single quotes", `{'a': 1}`, `1:2: a text in the wrong quotes: put texts in straight double quotes: "…"`},
		{"curly quotes", `{"a": “b”}`, `1:7: a text in the wrong quotes: put texts in straight double quotes: "…"`},
		{"comment", "{ // hello\n}", `1:3: a comment, which JSON does not have: remove it`},
		{"bare name", `{ask: "?"}`, `1:2: a field's name without quotes: "ask": put it in double quotes`},
		{"bare name later", `{"a": 1, ask: "?"}`, `1:10: a field's name without quotes: "ask": put it in double quotes`},
		{"number as name", `{1: "?"}`, `1:2: a field's name without quotes: "1": put it in double quotes`},
		{"Python's true", `{"a": True}`, `1:7: an unknown word: "True": put texts in double quotes, write true and false in small letters`},
		{"bare text", `{"a": thì}`, `1:7: an unknown word: "thì": put texts in double quotes, write true and false in small letters`},
		{"straight quotes in a text", `{"ask": "Who sang "Honey Bee" first?"}`, `1:19: a straight quote just before "Honey" ends the text: write \" inside a text; where this quote was to begin one, close the text before it`},
		{"a text not closed", `{"right": "Four, "wrong": ["Five"]}`, `1:18: a straight quote just before "wrong" ends the text: write \" inside a text; where this quote was to begin one, close the text before it`},
		{"a bracket not closed", "{\"a\": [{\"b\": 1,\n{\"b\": 2}]}", `2:1: a { where a field's name should be: close the { of line 1 first, or write [ in its place for a list`},
		{"a comma in a number", `{"number": 21,5}`, `1:15: a comma inside a number: write 21.5 with a point, and nothing between thousands`},
		{"a unit behind a number", `{"number": 21 days}`, `1:15: a word after a number: "days": write the number alone; what it counts goes into "unit"`},
		{"a semicolon", `{"a": 1; "b": 2}`, `1:8: a ; where a comma belongs: write , in its place`},
		{"rich text", `{\rtf1\ansi {"a": 1}}`, `1:1: a document of a word processor: save it as plain text, in the encoding UTF-8`},
		{"a word document", "PK\x03\x04\x14\x00", `1:1: a document of a word processor: save it as plain text, in the encoding UTF-8`},
		{"a web page", "\n<!doctype html>", `1:1: a web page, not a pack: name the file itself`},
		{"two bytes a letter", "{\x00\"\x00", `1:1: not UTF-8: save the file in the encoding UTF-8`},
		{"leading plus", `{"a": +1}`, `1:7: not a number: "+1": write digits only, with no + or 0 in front`},
		{"leading point", `{"a": .5}`, `1:7: not a number: ".5": write digits only, with no + or 0 in front`},
		{"leading zero", `{"a": 01}`, `1:7: not a number: "01": write digits only, with no + or 0 in front`},
		{"number and letters", `[12px]`, `1:2: not a number: "12px": write digits only, with no + or 0 in front`},
		{"stray sign", `{"a": *}`, `1:7: a character that cannot stand here: "*": remove it`},
		{"object in name's place", `{{}}`, `1:2: a { where a field's name should be: close the { of line 1 first, or write [ in its place for a list`},
		{"stray colon", `[: 1]`, `1:2: a character that cannot stand here: ":": remove it`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := pack.Read("x", []byte(c.text))
			assert.Nil(t, p)
			assert.EqualError(t, err, "pack x.json:"+c.want)
		})
	}
}
