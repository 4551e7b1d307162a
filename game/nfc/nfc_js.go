package nfc

import "syscall/js"

// A method can be called on an object only, not on a plain string.
func normalize(text string) string {
	return js.Global().Get("String").New(text).Call("normalize", "NFC").String()
}
