package platform

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPackName(t *testing.T) {
	names := map[string]string{}
	for _, c := range []struct{ host, address, want string }{
		{"a.org", "https://a.org/packs/my.json", "a.org/packs/my"},
		{"a.org", "https://a.org/packs/your", "a.org/packs/your"},
		{"b.org", "https://b.org/packs/my.json", "b.org/packs/my"},
		{"a.org", "https://a.org/pack.php?id=1", "a.org/pack.php?id=1"},
		{"a.org", "https://a.org/pack.php?id=2", "a.org/pack.php?id=2"},
		{"a.org", "/other.json", "a.org/other"},
	} {
		got := packName(c.host, c.address)
		assert.Equal(t, c.want, got)
		assert.Empty(t, names[got], "two packs of one name")
		names[got] = c.address
	}
	assert.Equal(t, packName("a.org", "https://a.org/my.json"), packName("a.org", "https://a.org/my.json#top"))
}
