package platform

import "strings"

// packName names a pack from elsewhere by its host, path and query, so that bests at two packs never mix. The ending, which
// messages add, is left out.
func packName(host, address string) string {
	address, _, _ = strings.Cut(address, "#")
	if _, rest, ok := strings.Cut(address, "://"); ok {
		_, address, _ = strings.Cut(rest, "/")
	}
	return host + "/" + strings.TrimSuffix(strings.TrimPrefix(address, "/"), ".json")
}
