package json

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"
)

// Fields are the fields of an object that is read or written. A type names its fields once, in a function that serves
// for both:
//
//	func (b *Best) fields(f json.Fields) {
//		f.Int("points", &b.Points)
//		f.Optional().Text("name", &b.Name)
//	}
//
// What is written is what encoding/json would write. In reading, a field that is missing or null leaves its variable as
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

// Read reads text, an object, into v. An error names the field.
func Read[T any](text string, v *T, fields func(*T, Fields)) error {
	from, err := Parse(text)
	if err != nil {
		return err
	}
	f := Fields{object: &object{reading: true, from: []Entry{{Value: from}}}}
	Object(f, "", v, fields)
	return f.err
}

// Write writes v as an object.
func Write[T any](v *T, fields func(*T, Fields)) []byte {
	f := Fields{object: &object{}, nameless: true}
	Object(f, "", v, fields)
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
		err := v.UnmarshalText([]byte(from.Text))
		f.check(err == nil, name, strconv.Quote(from.Text)+", not an instant such as 2026-02-14T08:00:00Z")
	} else if f.begin(name, false) {
		if text, err := v.MarshalText(); err == nil {
			f.to = appendString(f.to, string(text))
		} else {
			f.to = append(f.to, "null"...)
		}
	}
}

// Ints is a field with a list of whole numbers, or null for nil.
func (f Fields) Ints(name string, v *[]int) { list(f, name, v, Fields.Int) }

// Floats is a field with a list of numbers, or null for nil.
func (f Fields) Floats(name string, v *[]float64) { list(f, name, v, Fields.Float) }

// List is a field with a list of objects, or null for nil.
func List[T any](f Fields, name string, v *[]T, fields func(*T, Fields)) {
	list(f, name, v, func(f Fields, name string, v *T) { Object(f, name, v, fields) })
}

func list[T any](f Fields, name string, v *[]T, entry func(Fields, string, *T)) {
	if from, ok := f.given(name, BeginList); ok {
		*v = make([]T, len(from.Entries))
		for i := range *v {
			f.inside(fmt.Sprintf("%s[%d]", name, i), from.Entries[i:i+1], func(f Fields) { entry(f, "", &(*v)[i]) })
		}
	} else if f.begin(name, len(*v) == 0) {
		if *v == nil {
			f.to = append(f.to, "null"...)
			return
		}
		f.to = append(f.to, '[')
		for i := range *v {
			entry(Fields{object: f.object, nameless: true}, "", &(*v)[i])
		}
		f.to = append(f.to, ']')
	}
}

// Map is a field with an object of objects, sorted by name, or null for nil.
func Map[T any](f Fields, name string, v *map[string]T, fields func(*T, Fields)) {
	if from, ok := f.given(name, BeginObject); ok {
		*v = map[string]T{}
		for i, e := range from.Entries {
			var entry T
			f.inside(name, from.Entries[i:i+1], func(f Fields) { Object(f, e.Name, &entry, fields) })
			(*v)[e.Name] = entry
		}
	} else if f.begin(name, len(*v) == 0) {
		if *v == nil {
			f.to = append(f.to, "null"...)
			return
		}
		f.to = append(f.to, '{')
		for _, key := range slices.Sorted(maps.Keys(*v)) {
			entry := (*v)[key]
			Object(Fields{object: f.object}, key, &entry, fields)
		}
		f.to = append(f.to, '}')
	}
}

// Object is a field with an object.
func Object[T any](f Fields, name string, v *T, fields func(*T, Fields)) {
	if from, ok := f.given(name, BeginObject); ok {
		f.inside(name, from.Entries, func(f Fields) { fields(v, f) })
		return
	}
	before := len(f.to)
	if f.begin(name, false) {
		f.to = append(f.to, '{')
		fields(v, Fields{object: f.object})
		f.to = append(f.to, '}')
		if f.optional && bytes.HasSuffix(f.to, []byte("{}")) {
			f.to = f.to[:before]
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
