package slim

// pinned is a module of which the page gets a copy with cuts.
type pinned struct {
	path    string
	version string // that the cuts were written for
	dir     string // of the copy, in the folder of all
	cuts    []cut
}

var modules = []pinned{
	{engine, "v2.10.4", "ebiten", engineCuts},
	{"golang.org/x/image", "v0.47.0", "image", imageCuts},
}

const engine = "github.com/hajimehoshi/ebiten/v2"

// A cut is a change to one file of a module. Without edits the file is replaced by the one of the same path in
// _engine, which says what it leaves out and why that is safe, or removed where there is none.
//
// To add one: write it with any sum, build, and take the sum from the complaint. `diff -r` of build/slim against the module
// cache shows what has come of it.
type cut struct {
	file  string // with slashes, from the root of the module
	sum   string // SHA-256 of the file that the cut was written for, in hexadecimal
	why   string // what is left out and why that is safe, unless the file in _engine says so
	edits []edit
}

// An edit removes what stands from a text, which occurs once, to the next place of another, which itself stays, or to the
// end of the file where that is empty; and puts a text in its place.
type edit struct{ from, to, with string }

// line is the edit that removes a line, which occurs once.
func line(text string) edit { return edit{from: "\n" + text, to: "\n"} }

var engineCuts = []cut{
	{file: "imagedumper.go", sum: "bc0b1646e1b7f6554c1b03c1abc614989c32c7a7d5d5983855d87ca548f6497c"},
	{file: "internal/atlas/gpuresources.go", sum: "3be72f1dddafff9a7454aef8e2dcfe7149f1f566618619976a57625cd94e8c10"},
	{file: "internal/builtinshader/defs.go", sum: "ab9a05a1f305c81456d9743b69b9be04fdd0167c40b2d4d30c6176e72040c754", why: "The sources once more, for tools that look for them."},
	{file: "internal/builtinshader/shader.go", sum: "c37e473dfc068aa388ce180d730a56ba149aa1ae7ef1dab7939796a7a90e86a2"},
	{file: "internal/colormshader/defs.go", sum: "df8a4c4c432a7fed3ba18abf360053fd773631f160728ab5cddeb4fec235ba3c", why: "The sources once more, for tools that look for them."},
	{file: "internal/colormshader/shader.go", sum: "64d3e7652dfab658e1035362d64d814c747fef693ac66f32684bddba7bc0ae32"},
	{file: "internal/debug/caller.go", sum: "3399bb9882b1954d1e94569392ab06d695427b85c84af0c567ca2ffe7f9ffb02"},
	{file: "internal/graphics/shader.go", sum: "7edded0133e4f78df63dbdae9ef43105a7ba03143eafd5d264ed6d693a704918", why: "What the Kage compiler is given besides a shader's source: see legacyshader."},
	{
		file: "internal/graphicscommand/image.go", sum: "cea44bb60cc2a81e3fb99e5c9ebd798864bae97164f9761b1641365660e2837c",
		why: "The writing of PNG, with compress/flate; only the dumps of image_js.go come here, which are left out.",
		edits: []edit{
			line(`	"fmt"`), line(`	"io"`), line(`	"github.com/hajimehoshi/ebiten/v2/internal/png"`),
			{from: "// dumpTo dumps the image", to: "func LogImagesInfo("},
		},
	},
	{file: "internal/graphicscommand/image_js.go", sum: "cc4b98f57f47ce6ae95cf42ee43337067834ce9f6810437b8a7af4ff69873359"},
	{
		file: "internal/graphicsdriver/opengl/context.go", sum: "9745ea85ecd102a88a5e21cff7e7b2a276c81f8d56952bf0fa02f475af4abcb4",
		why: "The choice between versions of GLSL: a browser has but one.",
		edits: []edit{
			line(`	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"`),
			{from: "func (c *context) glslVersion()", to: "func shouldCheckFramebufferStatus()"},
		},
	},
	{
		file: "internal/graphicsdriver/opengl/graphics.go", sum: "18109972e02745988890eeb15b1053cfaff564c35c781e6b12c138f312532abf",
		why: "The black that is painted on the screen before each frame. The browser hands out an empty canvas, and Houselights paints " +
			"all of it, beginning with the scenery (paint in game/draw): a pass over every pixel is saved.",
		edits: []edit{{from: "	return true\n", to: "}\n\nfunc (g *Graphics) MaxImageSize()", with: "	return false\n"}},
	},
	{
		file: "internal/graphicsdriver/opengl/shader.go", sum: "22504cf80cf02ec897c71ea2451582a6f8c1be277f45b4ee155101eeff248fdf",
		why: "The compiler from the tree of a shader to GLSL: the table of legacyshader holds GLSL.",
		edits: []edit{
			line(`	"github.com/hajimehoshi/ebiten/v2/internal/shaderir/glsl"`),
			line(`	"github.com/hajimehoshi/ebiten/v2/internal/shaderprecomp"`),
			{from: "	version := s.graphics.context.glslVersion()", to: "	vs, err := s.graphics", with: "	vssrc, fssrc := s.ir.Vertex, s.ir.Fragment\n"},
		},
	},
	{file: "internal/legacyshader/convert.go", sum: "ba0edd363441e00f173f50b91293d3bbe09b41abc82724bae6b47a118e68bc11", why: "See legacyshader.go."},
	{file: "internal/legacyshader/deprecated.go", sum: "385a2d053c24464b7a83a17003e1977520c496f627ff9c66d2519fd24d725ec6", why: "See legacyshader.go."},
	{file: "internal/legacyshader/legacyshader.go", sum: "c7fd4caa2671f0cd4a59f158438cfa1dcb19d5cea4d58b356895b7619a2a7878"},
	{file: "internal/shaderir/check.go", sum: "a5530a1af5a28c1ba135cb50f99f1058270e8fd3bb61730a3954d9fc22f30aaa", why: "Types in the tree of a shader: see program.go."},
	{file: "internal/shaderir/program.go", sum: "f84c1b2db95e564047a7a081b9255c6bc771e044dd9a5e9e9f63333eac280b0a"},
	{
		file: "internal/shaderir/type.go", sum: "6cd5878f45e0eb01374b98a90fe36bb6c711bb4320c8f5d928f73b563b0e1f1b",
		why:   "Types of local variables in the tree of a shader: see program.go.",
		edits: []edit{{from: "func descendantLocalVars(", to: ""}},
	},
	{
		file: "internal/thread/thread.go", sum: "c4c8cc267764546102576d48f75456da3e84f9c32fadfc1a2537cf8e3d83c555",
		why: "A line in the log of a program that ends, which takes log/slog.",
		edits: []edit{
			line(`	"fmt"`), line(`	"log/slog"`), line(`	"github.com/hajimehoshi/ebiten/v2/internal/debug"`),
			{from: "func logDiscardedCall() {", to: "", with: "func logDiscardedCall() {}\n"},
		},
	},
	{
		file: "internal/ui/input_js.go", sum: "d7942da6856cbdaf1e9b4c57ec2af96bf6f141d8a2390e45afbea52412bdbae3",
		why: "All that is done with input: none arrives (see ui_js.go). With it go the names of keys as values of the page.",
		edits: []edit{
			line(`	"unicode"`),
			{from: "var (\n	stringAlt ", to: "type touchInClient struct"},
			{from: "func jsCodeToID(", to: "func (u *UserInterface) UpdateInputFromEvent(", with: "func (u *UserInterface) updateInputFromEvent(js.Value) error { return nil }\n\n" +
				"func (u *UserInterface) recoverCursorPosition() {}\n\nfunc (u *UserInterface) KeyName(Key) string { return \"\" }\n\n"},
			{from: "var uiKeyToJSKey =", to: ""},
		},
	},
	{file: "internal/ui/keys_js.go", sum: "1d35bb5a07302cd29a1ab2498f0f43b657a8360fa920dd685b9f957c00476159", why: "The keys' names: see input_js.go."},
	{
		file: "internal/ui/shader.go", sum: "7dea2831b00139613c51e9a23f56a38d4eeb406ff390cc13282b97bdfca03078",
		why: "Uniforms of all types there are, which takes reflect. Houselights and the engine itself hand over float32 and []float32, " +
			"and whatever else is a failure that names it.",
		edits: []edit{
			line(`	"reflect"`),
			{
				from: "			v := reflect.ValueOf(uv)\n", to: "		idx += typ.DwordCount()\n",
				with: "			values, isList := uv.([]float32)\n			if value, ok := uv.(float32); ok {\n				values = []float32{value}\n			} else if !isList {\n" +
					"				panic(fmt.Sprintf(\"ui: unexpected uniform value type: %s\", name))\n			}\n			if typ.DwordCount() != len(values) {\n" +
					"				panic(fmt.Sprintf(\"ui: unexpected uniform value for %s (%s)\", name, typ.String()))\n			}\n" +
					"			for i, v := range values {\n				dst[idx+i] = math.Float32bits(v)\n			}\n		}\n\n",
			},
		},
	},
	{
		file: "internal/ui/ui_js.go", sum: "0d6a88da4b07b850171e608d19365abdc093f841488899874b5435576af5a2f8",
		why: "Gamepads, and what the canvas listens to: keys, pointers, menus, files dropped, its size, the loss of the focus and of the pointer's lock. All " +
			"input comes by the mirror's elements, sizes come by resize, and the canvas is inert (web/frame/engine.ts, display.ts). The watcher that looks ten times a second whether sound must stop: there is none that comes through " +
			"the engine. The reload of the page where the browser takes the graphics away: the page starts the game anew itself (prepare in engine.ts). Sizes " +
			"given to the canvas that it has already: each throws away what it holds, and waits for the graphics, 100 ms at the start.",
		edits: []edit{
			line(`	"github.com/hajimehoshi/ebiten/v2/internal/gamepad"`),
			{from: "	if err := gamepad.Update(0, nil)", to: "	// TODO: If DeviceScaleFactor changes"},
			line("	canvas.Set(\"width\", 16)"), line("	canvas.Set(\"height\", 16)"),
			line("	u.setCanvasEventHandlers(canvas)"),
			{from: "	// Pointer Lock\n", to: "	return nil\n}\n\nfunc (u *UserInterface) setWindowEventHandlers("},
			{from: "	reqStopAudioCh := make", to: "	var cf js.Func"},
			{from: "				close(reqStopAudioCh)\n", to: "				errCh <- err"},
			{from: "	// Run another loop to watch suspended()", to: "	return <-errCh"},
			{from: "		canvas.Set(\"width\", bw)\n", to: "	}\n}\n\nfunc (u *UserInterface) readInputState", with: "		if canvas.Get(\"width\").Int() != bw || canvas.Get(\"height\").Int() != bh {\n" +
				"			canvas.Set(\"width\", bw)\n			canvas.Set(\"height\", bh)\n		}\n"},
		},
	},
	{
		file: "internal/ui/ui_other.go", sum: "8486c78b64c23c9d8a7da6396bec2385d2b740cb589b6044ea28070f5401fe62",
		why: "The note that the program does not run under the engine's test host, which takes encoding/gob and net.",
		edits: []edit{
			line(`	"github.com/hajimehoshi/ebiten/v2/internal/vmguest"`),
			line("	vmguest.MarkGuest(false)"),
		},
	},
}

var imageCuts = []cut{
	{
		file: "font/sfnt/cmap.go", sum: "be879d4e304e524a7ef96e7ae0643af79e701a5010e07223a31fede022685235",
		why: "Lists of characters in the encoding of old Macintoshes, with x/text/encoding/charmap. Our fonts have theirs in Unicode, and " +
			"a font with none other is refused.",
		edits: []edit{
			line(`	"golang.org/x/text/encoding/charmap"`),
			{from: "	if length != 6+256 ||", to: "}\n\nfunc (f *Font) makeCachedGlyphIndexFormat4(", with: "	return nil, nil, errUnsupportedCmapEncodings\n"},
		},
	},
	{
		file: "font/sfnt/sfnt.go", sum: "f7db41fb73c3ecb3edb131b8cd7f2b45a238acb402e32eedcb52738076cb045c",
		why: "Outlines in PostScript, as .otf files have them. Ours are TrueType, and another is refused.",
		edits: []edit{
			{from: "		p := cffParser{", to: "	} else if f.loca.length", with: "		return nil, glyphData{}, false, errInvalidCFFTable\n"},
			{from: "		buf, offset, length, err := f.viewGlyphData(b, x)", to: "	} else if err := loadGlyf(f, b, x, 0, 0)", with: "		return nil, errInvalidCFFTable\n"},
		},
	},
}
