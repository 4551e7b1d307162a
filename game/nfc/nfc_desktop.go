//go:build !js

package nfc

import "golang.org/x/text/unicode/norm"

func normalize(text string) string { return norm.NFC.String(text) }
