package json

import (
	"bytes"
	"cmp"
	"fmt"
	"strconv"
	"time"

	"houselights/game/iso8601"
)

// Fields are the fields of an object that is read or written. A type names its fields once, in a function that serves
// for both:
//
//	func (b *Best) fields(f json.Fields) {
//		f.Int("points", &b.Points)
//		f.Optional().Text("name", &b.Name)
//	}
//
// What is written is what encoding/json would write, but that a number never has an exponent. In reading, a field that is missing or null leaves its variable as
// it is, unknown fields are passed over, and of two under one name the last counts.
type Fields struct {
	*object
	optional bool
	nameless bool // the one in it is an entry of a list, or the whole
}

type object struct {
	reading bool
	from    []Entry // to be read
	where   string  // the path to it
	err     error   // the first that was met
	to      []byte  // written so far, with all around it
}

// Read reads text, an object, with the fields of a variable. An error names the field.
func Read(text string, fields func(Fields)) error {
	from, err := Parse(text)
	if err != nil {
		return err
	}
	f := Fields{object: &object{reading: true, from: []Entry{{Value: from}}}}
	f.Object("", fields)
	return f.err
}

// Write writes the fields of a variable as an object.
func Write(fields func(Fields)) []byte {
	f := Fields{object: &object{}, nameless: true}
	f.Object("", fields)
	return f.to
}

// Optional makes of fields such that are not written where they are empty: false, 0, "", a list or map of nothing, an
// object without fields.
func (f Fields) Optional() Fields {
	f.optional = true
	return f
}

// Text is a field with a string.
func (f Fields) Text(name string, v *string) {
	if from, ok := f.given(name, String); ok {
		*v = from.Text
	} else if f.begin(name, *v == "") {
		f.to = appendString(f.to, *v)
	}
}

// Bool is a field with true or false.
func (f Fields) Bool(name string, v *bool) {
	if from, ok := f.given(name, Bool); ok {
		*v = from.Text == "true"
	} else if f.begin(name, !*v) {
		f.to = strconv.AppendBool(f.to, *v)
	}
}

// Int is a field with a whole number.
func (f Fields) Int(name string, v *int) {
	wide := int64(*v)
	f.Int64(name, &wide)
	*v = int(wide)
}

// Int64 is a field with a whole number.
func (f Fields) Int64(name string, v *int64) {
	if from, ok := f.given(name, Number); ok {
		n, err := strconv.ParseInt(from.Text, 10, 64)
		*v = n
		f.check(err == nil, name, from.Text+", not a whole number of 64 bits")
	} else if f.begin(name, *v == 0) {
		f.to = strconv.AppendInt(f.to, *v, 10)
	}
}

// Uint64 is a field with a whole number that is not negative.
func (f Fields) Uint64(name string, v *uint64) {
	if from, ok := f.given(name, Number); ok {
		n, err := strconv.ParseUint(from.Text, 10, 64)
		*v = n
		f.check(err == nil, name, from.Text+", not a whole number of 64 bits from 0 up")
	} else if f.begin(name, *v == 0) {
		f.to = strconv.AppendUint(f.to, *v, 10)
	}
}

// Float is a field with a number. Infinity and what is not a number, which JSON lacks, are written as null.
func (f Fields) Float(name string, v *float64) {
	if from, ok := f.given(name, Number); ok {
		n, err := strconv.ParseFloat(from.Text, 64)
		*v = n
		f.check(err == nil, name, from.Text+", out of range")
	} else if f.begin(name, *v == 0) {
		f.to = appendFloat(f.to, *v)
	}
}

// Time is a field with an instant as RFC 3339 writes it. One after the year 9999, which that lacks, is written as null.
func (f Fields) Time(name string, v *time.Time) {
	if from, ok := f.given(name, String); ok {
		at, ok := iso8601.Instant(from.Text)
		*v = at
		f.check(ok, name, strconv.Quote(from.Text)+", not an instant such as 2026-02-14T08:00:00Z")
	} else if f.begin(name, false) {
		if text, err := v.MarshalText(); err == nil {
			f.to = appendString(f.to, string(text))
		} else {
			f.to = append(f.to, "null"...)
		}
	}
}

// Object is a field with an object.
func (f Fields) Object(name string, fields func(Fields)) {
	if from, ok := f.given(name, BeginObject); ok {
		f.inside(name, from.Entries, fields)
		return
	}
	before := len(f.to)
	if f.begin(name, false) {
		f.to = append(f.to, '{')
		fields(Fields{object: f.object})
		f.to = append(f.to, '}')
		if f.optional && bytes.HasSuffix(f.to, []byte("{}")) {
			f.to = f.to[:before]
		}
	}
}

// Ints is a field with a list of whole numbers, or null for nil.
func (f Fields) Ints(name string, v *[]int) {
	f.list(name, len(*v), *v == nil, func(n int) { *v = make([]int, n) }, func(i int, f Fields) { f.Int("", &(*v)[i]) })
}

// Floats is a field with a list of numbers, or null for nil.
func (f Fields) Floats(name string, v *[]float64) {
	f.list(name, len(*v), *v == nil, func(n int) { *v = make([]float64, n) }, func(i int, f Fields) { f.Float("", &(*v)[i]) })
}

// List is a field with a list of objects, or null for nil.
func List[T any](f Fields, name string, v *[]T, fields func(*T, Fields)) {
	f.list(name, len(*v), *v == nil, func(n int) { *v = make([]T, n) },
		func(i int, f Fields) { f.Object("", func(f Fields) { fields(&(*v)[i], f) }) })
}

// list does for all types of entry what can be done without knowing them: a generic function is in the program once for
// each type.
func (f Fields) list(name string, n int, isNil bool, grow func(n int), entry func(int, Fields)) {
	if from, ok := f.given(name, BeginList); ok {
		grow(len(from.Entries))
		for i := range from.Entries {
			f.inside(fmt.Sprintf("%s[%d]", name, i), from.Entries[i:i+1], func(f Fields) { entry(i, f) })
		}
	} else if f.begin(name, n == 0) {
		if isNil {
			f.to = append(f.to, "null"...)
			return
		}
		f.to = append(f.to, '[')
		for i := range n {
			entry(i, Fields{object: f.object, nameless: true})
		}
		f.to = append(f.to, ']')
	}
}

// Map is a field with an object of objects, sorted by name, or null for nil.
func Map[T any](f Fields, name string, v *map[string]T, fields func(*T, Fields)) {
	var keys []string
	for key := range *v {
		keys = append(keys, key)
	}
	f.dictionary(name, keys, *v == nil, func() { *v = map[string]T{} }, func(key string, f Fields) {
		var entry T
		if !f.reading {
			entry = (*v)[key]
		}
		f.Object(key, func(f Fields) { fields(&entry, f) })
		if f.reading {
			(*v)[key] = entry
		}
	})
}

func (f Fields) dictionary(name string, keys []string, isNil bool, reset func(), entry func(string, Fields)) {
	if from, ok := f.given(name, BeginObject); ok {
		reset()
		for i, e := range from.Entries {
			f.inside(name, from.Entries[i:i+1], func(f Fields) { entry(e.Name, f) })
		}
	} else if f.begin(name, len(keys) == 0) {
		if isNil {
			f.to = append(f.to, "null"...)
			return
		}
		f.to = append(f.to, '{')
		sort(keys)
		for _, key := range keys {
			entry(key, Fields{object: f.object})
		}
		f.to = append(f.to, '}')
	}
}

// sort puts keys in their order. They are few, so each is moved to its place: to instantiate slices.Sort for strings weighs
// 18 kB in the page.
func sort(keys []string) {
	for i := range keys {
		for ; i > 0 && keys[i] < keys[i-1]; i-- {
			keys[i], keys[i-1] = keys[i-1], keys[i]
		}
	}
}

// given returns the value of a field in reading, when there is one. Of the wrong kind it is an error.
func (f Fields) given(name string, kind Kind) (v Value, ok bool) {
	for i := len(f.from) - 1; i >= 0; i-- {
		if f.from[i].Name == name {
			v = f.from[i].Value
			f.check(v.Kind == kind || v.Kind == Null, name, v.Kind.String()+", not "+kind.String())
			return v, v.Kind == kind
		}
	}
	return Value{}, false
}

// inside reads what is in a field.
func (f Fields) inside(name string, from []Entry, read func(Fields)) {
	in := Fields{object: &object{reading: true, from: from, where: f.path(name)}}
	read(in)
	if f.err == nil {
		f.err = in.err
	}
}

// check notes what is wrong with a field.
func (f Fields) check(ok bool, name, wrong string) {
	if !ok && f.err == nil {
		f.err = fmt.Errorf("%s is %s", cmp.Or(f.path(name), "it"), wrong)
	}
}

func (f Fields) path(name string) string {
	if f.where == "" || name == "" {
		return f.where + name
	}
	return f.where + "." + name
}

// begin writes the name of a field. It reports false where no value is to follow: in reading, and for what is left out.
func (f Fields) begin(name string, empty bool) bool {
	if f.reading || f.optional && empty {
		return false
	}
	if n := len(f.to); n > 0 && f.to[n-1] != '{' && f.to[n-1] != '[' {
		f.to = append(f.to, ',')
	}
	if !f.nameless {
		f.to = append(appendString(f.to, name), ':')
	}
	return true
}
