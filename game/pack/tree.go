package pack

import (
	"fmt"
	"slices"
	"strings"

	"houselights/game/json"
)

// What a file may hold. Packs come from strangers too, so a file beyond these
// is refused before it costs time or memory.
const (
	MaxBytes     = 4 << 20 // of a file; a caller that reads one can stop after a byte more
	MaxQuestions = 10_000
	maxEvents    = 200 // the next one is looked for in each frame
	maxShowings  = 100 // of an event, for the same reason
	MaxTopics    = 100 // among which one with a name that is near is looked for
	maxLanguages = 100
	maxDepth     = 32
	maxValues    = 50 * MaxQuestions // no honest question has fifty
)

// shape is the type of a JSON value.
type shape byte

const (
	aText shape = iota + 1
	aNumber
	aTruth
	aList
	anObject
	aNull
)

// String names the shape as messages do.
func (s shape) String() string {
	return [...]string{"nothing", "a text", "a number", "true or false", "a list", "an object", "null"}[s]
}

// value is a JSON value that knows where in the file it starts.
type value struct {
	shape  shape
	truth  bool
	offset int
	text   string // of a text or a number
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
	scan     *json.Scanner
	values   int
	open     int  // offset of the innermost bracket still open, -1 for none
	afterKey bool // the next token is a field's value

	// Stacks of what belongs to the brackets still open: its number is known when they are closed.
	items  []value
	fields []field
}

// parse reads data, UTF-8 without a byte order mark, as one JSON value.
func parse(data []byte) (value, *finding) {
	p := parser{data: data, scan: json.NewScanner(string(data)), open: -1}
	t, stop := p.token()
	if stop != nil {
		return value{}, stop
	}
	v, stop := p.value(t, "", 1)
	if stop != nil {
		return value{}, stop
	}
	if end := p.next(); end < len(data) {
		return value{}, &finding{offset: end, what: "something follows the end of the pack", fix: "remove it, or a bracket closed too early"}
	}
	return v, nil
}

// token reads the next token.
func (p *parser) token() (json.Token, *finding) {
	t, ok := p.scan.Next()
	if !ok {
		return t, p.explain()
	}
	return t, nil
}

// value reads the value that a token begins. Name is the field or list it is
// in, for messages.
func (p *parser) value(t json.Token, name string, depth int) (value, *finding) {
	p.afterKey = false
	v := value{offset: t.Start}
	if p.values++; p.values > maxValues {
		return v, &finding{offset: t.Start, what: fmt.Sprintf("more than %d values", maxValues), fix: "split the pack"}
	}
	switch t.Kind {
	case json.String:
		v.shape, v.text = aText, t.Text
	case json.Number:
		v.shape, v.text = aNumber, t.Text
	case json.Bool:
		v.shape, v.truth = aTruth, t.Text == "true"
	case json.Null:
		v.shape = aNull
	default:
		if depth > maxDepth {
			return v, &finding{offset: t.Start, what: fmt.Sprintf("brackets nested more than %d deep", maxDepth), fix: "flatten them"}
		}
		outer := p.open
		p.open = t.Start
		var stop *finding
		if t.Kind == json.BeginList {
			v.shape = aList
			v.items, stop = p.list(name, depth)
		} else {
			v.shape = anObject
			v.fields, stop = p.object(depth)
		}
		p.open = outer
		return v, stop
	}
	return v, nil
}

func (p *parser) list(name string, depth int) ([]value, *finding) {
	from := len(p.items)
	for {
		t, stop := p.token()
		if stop != nil {
			return nil, stop
		}
		if t.Kind == json.EndList {
			items := slices.Clone(p.items[from:])
			p.items = p.items[:from]
			return items, nil
		}
		v, stop := p.value(t, name, depth+1)
		if stop != nil {
			return nil, stop
		}
		if p.items = append(p.items, v); len(p.items)-from > MaxQuestions {
			return nil, &finding{offset: v.offset, what: fmt.Sprintf("more than %d entries in %s", MaxQuestions, quote(name)), fix: "split the pack"}
		}
	}
}

func (p *parser) object(depth int) ([]field, *finding) {
	from := len(p.fields)
	for {
		name, stop := p.token()
		if stop != nil {
			return nil, stop
		}
		if name.Kind == json.EndObject {
			fields := slices.Clone(p.fields[from:])
			p.fields = p.fields[:from]
			return fields, nil
		}
		p.afterKey = true
		t, stop := p.token()
		if stop != nil {
			return nil, stop
		}
		v, stop := p.value(t, name.Text, depth+1)
		if stop != nil {
			return nil, stop
		}
		p.fields = append(p.fields, field{name: name.Text, offset: name.Start, value: v})
	}
}

// next returns the place of the first byte, space apart, that has not been read.
func (p *parser) next() int {
	at := p.scan.Offset()
	for at < len(p.data) && strings.IndexByte(" \t\r\n", p.data[at]) >= 0 {
		at++
	}
	return at
}
