package json

import "fmt"

// Value is a value with all that is in it.
type Value struct {
	Token           // of an object or list the bracket that opens it
	Entries []Entry // of an object or list, in the order of the text
}

// Entry is a value in an object, under its name, or in a list.
type Entry struct {
	Name  string // "" in a list
	Value Value
}

// Parse reads text as one JSON value. An error names the byte, counted from 0, that cannot stand where it does.
func Parse(text string) (Value, error) {
	s := NewScanner(text)
	t, ok := s.Next()
	if ok {
		var v Value
		if v, ok = s.tree(t); ok && s.look() == 0 && s.at == len(text) {
			return v, nil
		}
	}
	s.look()
	return Value{}, fmt.Errorf("not JSON at byte %d of %d", s.at, len(text))
}

// tree reads the rest of the value that a token begins.
func (s *Scanner) tree(begin Token) (v Value, ok bool) {
	v.Token = begin
	if begin.Kind != BeginObject && begin.Kind != BeginList {
		return v, true
	}
	for {
		t, ok := s.Next()
		if !ok || t.Kind == EndObject || t.Kind == EndList {
			return v, ok
		}
		var e Entry
		if begin.Kind == BeginObject {
			e.Name = t.Text
			if t, ok = s.Next(); !ok {
				return v, false
			}
		}
		if e.Value, ok = s.tree(t); !ok {
			return v, false
		}
		v.Entries = append(v.Entries, e)
	}
}
