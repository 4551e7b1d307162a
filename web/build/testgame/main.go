//go:build js && wasm

// Testgame stands in for the game in the tests of the page around it (web/tests). It does to its page what Ebitengine
// does, so far as the page must cope with it, and speaks the protocol of web/frame/host.ts. It keeps what was pressed
// last, and shows what it was started with of that. What it does besides is asked for by the setting "event": "exit" and
// "panic" end it, "fail" reports a failure; "crash" ends it when something is pressed. In a pack with "broken" in its text it
// finds many mistakes.
package main

import (
	"fmt"
	"os"
	"strings"
	"syscall/js"
)

// The engine reads it once, when its package starts.
var requestAnimationFrame = js.Global().Get("requestAnimationFrame")

const tree = `{"screen":"home","lang":"en","theme":%q,"focus":"play","root":
{"key":"home","role":"screen","name":"Home","rect":[0,0,600,400],"children":[
{"key":"title","role":"heading","level":1,"name":"Test game","rect":[20,20,300,40]},
{"key":"play","role":"button","name":"Play a round","rect":[20,300,200,48]},
{"key":"more","role":"button","name":"All modes","rect":[240,300,200,48]}%s]}}`

const snapshotNode = `,
{"key":"snapshot","role":"text","name":%s,"rect":[20,80,300,40]}`

func main() {
	host := js.Global().Get("houselights")
	asked := host.Get("settings").Get("event").String()
	switch asked {
	case "exit":
		os.Exit(3)
	case "panic":
		panic("a panic for the test")
	case "fail":
		host.Call("fail", "a failure for the test")
	}
	if text := host.Get("settings").Get("packText"); text.Type() == js.TypeString && strings.Contains(text.String(), "broken") {
		lines := []string{"pack test: 200 mistakes"}
		for i := range 200 {
			lines = append(lines, fmt.Sprintf(`questions[%d] "<b>": no right answer: add "right"`, i))
		}
		host.Call("fail", strings.Join(lines, "\n"), "pack")
	}

	document := js.Global().Get("document")
	canvas := document.Call("createElement", "canvas")
	document.Get("body").Call("appendChild", canvas)
	canvas.Call("setAttribute", "tabindex", 1)
	document.Get("body").Get("style").Set("backgroundColor", "#000")
	for property, value := range map[string]string{"display": "block", "width": "100%", "height": "100%"} {
		canvas.Get("style").Set(property, value)
	}
	canvas.Call("getContext", "webgl2", map[string]any{"alpha": true})

	// What the page tells, and the frames that it lets through, for the tests to read.
	events := js.Global().Get("Array").New()
	js.Global().Set("events", events)
	host.Set("send", js.FuncOf(func(_ js.Value, args []js.Value) any {
		event := js.Global().Get("Array").New()
		for _, arg := range args {
			event.Call("push", arg)
		}
		events.Call("push", event)
		if args[0].String() == "press" {
			host.Call("keep", "pressed "+args[1].String(), true)
			if asked == "crash" {
				panic("a crash for the test")
			}
		}
		return nil
	}))
	js.Global().Set("drawn", 0)
	var frame js.Func
	frame = js.FuncOf(func(js.Value, []js.Value) any {
		js.Global().Set("drawn", js.Global().Get("drawn").Int()+1)
		host.Call("nextFrame", -1)
		requestAnimationFrame.Invoke(frame)
		return nil
	})
	extra := ""
	if snapshot := host.Get("settings").Get("snapshot"); snapshot.Type() == js.TypeString {
		extra = fmt.Sprintf(snapshotNode, js.Global().Get("JSON").Call("stringify", snapshot))
	}
	theme := "dark"
	if host.Get("settings").Get("theme").String() == "light" {
		theme = "light"
	}
	host.Call("show", fmt.Sprintf(tree, theme, extra))
	requestAnimationFrame.Invoke(frame)
	select {}
}
