package size

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPartOf(t *testing.T) {
	for _, test := range []struct {
		function, group, name string
	}{
		{"main.choosePack", "game", "main"},
		{"houselights/game/app.(*Model).Update", "game", "game/app"},
		{"houselights/game/app.Model.Update.func1.2", "game", "game/app"},
		{"houselights/assets.init", "game", "assets"},
		{"houselights.F", "game", "houselights"},
		{"github.com/hajimehoshi/ebiten/v2.(*Image).DrawImage", "engine", "ebiten"},
		{"github.com/hajimehoshi/ebiten/v2/internal/ui.(*UserInterface).loopGame.func3", "engine", "internal/ui"},
		{"github.com/ebitengine/hideconsole.init", "engine", "hideconsole"},
		{"golang.org/x/image/font/sfnt.(*Font).parseHead", "x/image", "font/sfnt"},
		{"golang.org/x/text/unicode/norm.Form.String", "x/text", "unicode/norm"},
		{"gopkg.in/yaml%2ev3.yaml_parser_parse", "other modules", "gopkg.in/yaml.v3"},
		{"vendor/golang.org/x/net/dns/dnsmessage.(*Parser).Start", "standard library", "vendor/golang.org/x/net/dns/dnsmessage"},
		{"encoding/json.(*decodeState).value", "standard library", "encoding/json"},
		{"slices.SortFunc[go.shape.[]houselights/game/app.Msg,go.shape.int]", "standard library", "slices"},
		{"sync/atomic.(*Pointer[encoding/gob.encEngine]).Swap", "standard library", "sync/atomic"},
		{"runtime.mallocgc", "runtime", "runtime"},
		{"runtime/debug.Stack", "runtime", "runtime/debug"},
		{"internal/runtime/maps.(*Map).Delete", "runtime", "internal/runtime/maps"},
		{"wasm_export_run", "runtime", "runtime"},
		{"memeqbody", "runtime", "runtime"},
		{"go:buildid", "runtime", "runtime"},
		{"type:.eq.houselights/game/ui.Node", "game", "game/ui"},
		{"type:.hash.net/netip.Addr", "standard library", "net/netip"},
		{"type:.eq.[2]*image/color.RGBA", "standard library", "image/color"},
		{"type:.eq.struct { houselights/game/ui.a int }", "runtime", "runtime"},
		{"type:.eq.sync/atomic.Pointer[net/netip.Addr]", "standard library", "sync/atomic"},
	} {
		t.Run(test.function, func(t *testing.T) {
			assert.Equal(t, Part{test.group, test.name}, partOf(test.function))
		})
	}
}
