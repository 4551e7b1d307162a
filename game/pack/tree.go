package pack

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// What a file may hold. Packs come from strangers too, so a file beyond these
// is refused before it costs time or memory.
const (
	maxBytes     = 4 << 20
	maxQuestions = 10_000
	maxEvents    = 200 // the next one is looked for in each frame
	maxDepth     = 32
	maxValues    = 50 * maxQuestions // no honest question has fifty
)

// shape is the type of a JSON value; its text is how a message names it.
type shape string

const (
	aText    shape = "a text"
	aNumber  shape = "a number"
	aTruth   shape = "true or false"
	aList    shape = "a list"
	anObject shape = "an object"
	aNull    shape = "null"
)

// value is a JSON value that knows where in the file it starts, which decoding
// into structs would lose.
type value struct {
	shape  shape
	offset int
	text   string // of a text or a number
	truth  bool
	items  []value
	fields []field
}

type field struct {
	name   string
	offset int // of the name
	value  value
}

// parser builds the tree of values, and stops at the first thing that is not JSON.
type parser struct {
	data     []byte
	tokens   tokens
	values   int
	open     int  // offset of the innermost bracket still open, -1 for none
	afterKey bool // the next token is a field's value

	// Stacks of what belongs to the brackets still open: its number is known when they are closed.
	items  []value
	fields []field
}

// parse reads data, UTF-8 without a byte order mark, as one JSON value.
func parse(data []byte) (value, *finding) {
	p := parser{data: data, open: -1}
	if json.Valid(data) {
		p.tokens = &scanner{data: data, names: map[string]string{}}
	} else {
		p.tokens = newDecoder(data)
	}
	v, stop := p.value("", 1)
	if stop != nil {
		return value{}, stop
	}
	if end := skip(data, p.tokens.offset(), " \t\r\n"); end < len(data) {
		return value{}, &finding{offset: end, what: "something follows the end of the pack", fix: "remove it, or a bracket closed too early"}
	}
	return v, nil
}

// token reads the next token and tells where it starts.
func (p *parser) token() (token, int, *finding) {
	start := skip(p.data, p.tokens.offset(), " \t\r\n,:")
	t, ok := p.tokens.next()
	if !ok {
		return token{}, 0, p.explain()
	}
	return t, start, nil
}

// value reads one value. Name is the field or list it is in, for messages.
func (p *parser) value(name string, depth int) (value, *finding) {
	t, start, stop := p.token()
	if stop != nil {
		return value{}, stop
	}
	p.afterKey = false
	if p.values++; p.values > maxValues {
		return value{}, &finding{offset: start, what: fmt.Sprintf("more than %d values", maxValues), fix: "split the pack"}
	}
	if t.bracket == 0 {
		return value{shape: t.shape, offset: start, text: t.text, truth: t.truth}, nil
	}
	if depth > maxDepth {
		return value{}, &finding{offset: start, what: fmt.Sprintf("brackets nested more than %d deep", maxDepth), fix: "flatten them"}
	}
	outer := p.open
	p.open = start
	v := value{shape: anObject, offset: start}
	if t.bracket == '[' {
		v.shape = aList
		v.items, stop = p.list(name, depth)
	} else {
		v.fields, stop = p.object(depth)
	}
	if stop != nil {
		return value{}, stop
	}
	p.open = outer
	return v, nil
}

func (p *parser) list(name string, depth int) ([]value, *finding) {
	from := len(p.items)
	for p.tokens.more() {
		v, stop := p.value(name, depth+1)
		if stop != nil {
			return nil, stop
		}
		if p.items = append(p.items, v); len(p.items)-from > maxQuestions {
			return nil, &finding{offset: v.offset, what: fmt.Sprintf("more than %d entries in %s", maxQuestions, quote(name)), fix: "split the pack"}
		}
	}
	items := slices.Clone(p.items[from:])
	p.items = p.items[:from]
	_, _, stop := p.token() // the closing bracket
	return items, stop
}

func (p *parser) object(depth int) ([]field, *finding) {
	from := len(p.fields)
	for p.tokens.more() {
		t, start, stop := p.token()
		if stop != nil {
			return nil, stop
		}
		p.afterKey = true
		v, stop := p.value(t.text, depth+1)
		if stop != nil {
			return nil, stop
		}
		p.fields = append(p.fields, field{name: t.text, offset: start, value: v})
	}
	fields := slices.Clone(p.fields[from:])
	p.fields = p.fields[:from]
	_, _, stop := p.token()
	return fields, stop
}

// skip returns the first place from at on that holds none of the bytes in set.
func skip(data []byte, at int, set string) int {
	for at < len(data) && strings.IndexByte(set, data[at]) >= 0 {
		at++
	}
	return at
}
