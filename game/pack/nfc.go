package pack

import "golang.org/x/text/unicode/norm"

// nfc composes letters and their marks, so that texts which look the same are
// the same. It stands alone so that a lighter way can take its place.
func nfc(text string) string { return norm.NFC.String(text) }
