//go:build !js

package platform

import (
	"slices"
	"strings"
)

// The regions in which a language tells the time of day otherwise than by itself (CLDR 48, timeData and the locales of the
// language). web/shared/hours.ts has those that browsers are used in; both pass testdata/hours.json.
var (
	english24 = strings.Fields("150 AT BE BI BW BZ CC CH CK CM CX CZ DE DG DK EE ES FI FK FR GB GE GG GI GS HU ID IE IL IM IO IT JE JP KE LT LV MG MS MT MU MV NF NG NL NO NR NU PL PN PT RO RW SC SE SH SI SK SX TK TV TZ UA UG ZA ZW")
	spanish12 = strings.Fields("AR BO CL CO CR CU DO EC GT HN MX NI PA PE PH PR PY SV US UY VE 419")
)

// hours12 returns the languages of the interface, parted by spaces, that tell the time of day with twelve hours where the
// system's locale, such as "es_MX", is in use. Of a language that is not the locale's it is the habit of most who speak it.
func hours12(locale string) string {
	parts := strings.FieldsFunc(locale, func(r rune) bool { return r == '_' || r == '-' || r == '@' })
	region := func(lang string) string {
		if len(parts) > 1 && parts[0] == lang {
			return parts[1]
		}
		return ""
	}
	var all []string
	if !slices.Contains(english24, region("en")) {
		all = append(all, "en")
	}
	if slices.Contains(spanish12, region("es")) {
		all = append(all, "es")
	}
	return strings.Join(all, " ")
}
