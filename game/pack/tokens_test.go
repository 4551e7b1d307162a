package pack

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestScannerAgrees holds our scanner to the standard library's decoder.
func TestScannerAgrees(t *testing.T) {
	for _, text := range []string{
		`{}`, ` [ ] `, `1`, `"a"`, "\tnull\n", `{"a":{"b":[1,-2.5e+10,true,false,null]},"c":[]}`, `[[],[[]],{}]`,
		`{"a" : "b" , "a":"b"}`, `["\"", "\\", "\\\"", "\/\b\f\n\r\t", "\u00e9\ud83d\ude00", "\ud800", "é\u0301", ""]`,
		`["{[,:]}", "a longer text than the name of a field", 0, "0"]`, "[1,2\r\n,\t3]",
	} {
		ours, library := &scanner{data: []byte(text), names: map[string]string{}}, newDecoder([]byte(text))
		for ours.at < len(text) {
			a, ok := ours.next()
			assert.True(t, ok, text)
			b, ok := library.next()
			if !assert.True(t, ok, text) {
				break
			}
			assert.Equal(t, b, a, text)
			assert.Equal(t, library.offset(), ours.offset(), text)
			if skip(ours.data, ours.at, " \t\r\n") == len(text) {
				break
			}
			assert.Equal(t, library.more(), ours.more(), text)
		}
	}
}
