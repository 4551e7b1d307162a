// Package nfc composes letters and their marks (Unicode's Normalization Form C), so that texts which look the same are
// the same. The tables for it weigh 33 kB in the wasm, so on the web the browser's own are used.
package nfc

// String returns text, which is valid UTF-8, in NFC.
func String(text string) string {
	for _, r := range text {
		if !composed(r) {
			return normalize(text)
		}
	}
	return text
}

// composed reports whether a character stays as it is in NFC, whatever stands beside it. It knows what most texts are
// made of; the rest goes the long way.
func composed(r rune) bool {
	switch {
	case r < 0x300, // ASCII and most of Latin
		0x388 <= r && r <= 0x482, // Greek, Cyrillic
		0x48A <= r && r <= 0x52F,
		0x1E00 <= r && r <= 0x1EFF, // Vietnamese and other Latin
		0x2010 <= r && r <= 0x205E, // dashes, quotes, the ellipsis
		0x20A0 <= r && r <= 0x20C0: // currencies
		return true
	}
	return false
}
