package pack

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// What a file may hold. Packs come from strangers too, so a file beyond these
// is refused before it costs time or memory.
const (
	maxBytes     = 4 << 20
	maxQuestions = 10_000
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
	dec      *json.Decoder
	values   int
	open     int  // offset of the innermost bracket still open, -1 for none
	afterKey bool // the next token is a field's value
}

// parse reads data, UTF-8 without a byte order mark, as one JSON value.
func parse(data []byte) (value, *finding) {
	p := parser{data: data, dec: json.NewDecoder(bytes.NewReader(data)), open: -1}
	p.dec.UseNumber() // a number stays as it is written, so none is out of range here
	v, stop := p.value("", 1)
	if stop != nil {
		return value{}, stop
	}
	if end := skip(data, int(p.dec.InputOffset()), " \t\r\n"); end < len(data) {
		return value{}, &finding{offset: end, what: "something follows the end of the pack", fix: "remove it, or a bracket closed too early"}
	}
	return v, nil
}

// token reads the next token and tells where it starts.
func (p *parser) token() (json.Token, int, *finding) {
	start := skip(p.data, int(p.dec.InputOffset()), " \t\r\n,:")
	t, err := p.dec.Token()
	if err != nil {
		return nil, 0, p.explain()
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
	switch t := t.(type) {
	case string:
		return value{shape: aText, offset: start, text: t}, nil
	case json.Number:
		return value{shape: aNumber, offset: start, text: t.String()}, nil
	case bool:
		return value{shape: aTruth, offset: start, truth: t}, nil
	case json.Delim:
		if depth > maxDepth {
			return value{}, &finding{offset: start, what: fmt.Sprintf("brackets nested more than %d deep", maxDepth), fix: "flatten them"}
		}
		outer := p.open
		p.open = start
		v := value{shape: anObject, offset: start}
		if t == '[' {
			v.shape = aList
			v.items, stop = p.items(name, depth)
		} else {
			v.fields, stop = p.fields(depth)
		}
		if stop != nil {
			return value{}, stop
		}
		p.open = outer
		return v, nil
	}
	return value{shape: aNull, offset: start}, nil
}

func (p *parser) items(name string, depth int) ([]value, *finding) {
	var items []value
	for p.dec.More() {
		v, stop := p.value(name, depth+1)
		if stop != nil {
			return nil, stop
		}
		if items = append(items, v); len(items) > maxQuestions {
			return nil, &finding{offset: v.offset, what: fmt.Sprintf("more than %d entries in %s", maxQuestions, quote(name)), fix: "split the pack"}
		}
	}
	_, _, stop := p.token() // the closing bracket
	return items, stop
}

func (p *parser) fields(depth int) ([]field, *finding) {
	var fields []field
	for p.dec.More() {
		t, start, stop := p.token()
		if stop != nil {
			return nil, stop
		}
		name, _ := t.(string) // the decoder lets nothing else be a name
		p.afterKey = true
		v, stop := p.value(name, depth+1)
		if stop != nil {
			return nil, stop
		}
		fields = append(fields, field{name: name, offset: start, value: v})
	}
	_, _, stop := p.token()
	return fields, stop
}

// skip returns the first place from at on that holds none of the bytes in set.
func skip(data []byte, at int, set string) int {
	for at < len(data) && bytes.IndexByte([]byte(set), data[at]) >= 0 {
		at++
	}
	return at
}
