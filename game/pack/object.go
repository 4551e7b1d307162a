package pack

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"houselights/game/nfc"
)

// maxFindings keeps the report on a hopeless file to what someone may read.
const maxFindings = 1000

// reader turns values into a pack and collects what is wrong on the way.
type reader struct{ found []finding }

func (r *reader) add(offset int, where, what, fix string) {
	if len(r.found) < maxFindings {
		r.found = append(r.found, finding{offset, where, what, fix})
	} else if len(r.found) == maxFindings {
		r.found = append(r.found, finding{offset, "", "more problems follow", "mend these first"})
	}
}

// object is a JSON object being read. Its methods report what is wrong with a
// field and return the field's zero value then. A null counts as not given.
type object struct {
	*reader
	value
	where string
}

// object reads v as an object with the known fields, and reports all others.
func (r *reader) object(v value, where string, known ...string) (object, bool) {
	o := object{r, v, where}
	if v.shape != anObject {
		r.add(v.offset, where, "is "+string(v.shape)+", not an object", "write { } with fields in it")
		return o, false
	}
	given := make([]bool, len(known))
	unknown := map[string]bool{}
	for _, f := range v.fields {
		if len(r.found) > maxFindings {
			break // looking for names that are near takes its time
		}
		i := slices.Index(known, f.name)
		switch {
		case i >= 0 && given[i], unknown[f.name]:
			r.add(f.offset, where, "field "+quote(f.name)+" is given twice", "remove one")
		case i >= 0:
			given[i] = true
		default:
			r.add(f.offset, where, "unknown field "+quote(f.name), suggest(f.name, known))
			unknown[f.name] = true
		}
	}
	return o, true
}

// field returns the first field of that name.
func (o object) field(name string) (value, bool) {
	for _, f := range o.fields {
		if f.name == name {
			return f.value, f.value.shape != aNull
		}
	}
	return value{}, false
}

// wrong reports that what is given under a name has the wrong type.
func (o object) wrong(v value, name, fix string) {
	o.add(v.offset, o.where, strconv.Quote(name)+" is "+string(v.shape), fix)
}

// text returns a text in NFC, without space around it; "" when there is none.
func (o object) text(name string) string {
	v, ok := o.field(name)
	if !ok {
		return ""
	}
	if v.shape != aText {
		o.wrong(v, name, "write a text in double quotes")
		return ""
	}
	return clean(v.text)
}

// need returns a text that must be there.
func (o object) need(name, what string) string {
	s := o.text(name)
	if v, given := o.field(name); s == "" && (!given || v.shape == aText) {
		o.add(o.at(name), o.where, "no "+what, "add "+strconv.Quote(name))
	}
	return s
}

// at returns where the value of a field starts, or the object where it is missing.
func (o object) at(name string) int {
	if v, ok := o.field(name); ok {
		return v.offset
	}
	return o.offset
}

// whole returns a whole number from low to high; standard when there is none.
func (o object) whole(name string, low, high, standard int) int {
	v, ok := o.field(name)
	if !ok {
		return standard
	}
	fix := fmt.Sprintf("write a whole number from %d to %d", low, high)
	if v.shape != aNumber {
		o.wrong(v, name, fix)
		return standard
	}
	// A float, since some writers make 2.0 of 2. Out of range is infinite.
	f, _ := strconv.ParseFloat(v.text, 64)
	if f < float64(low) || f > float64(high) || f != float64(int(f)) {
		o.add(v.offset, o.where, strconv.Quote(name)+" is "+brief(v.text), fix)
		return standard
	}
	return int(f)
}

func (o object) truth(name string) bool {
	v, ok := o.field(name)
	if ok && v.shape != aTruth {
		o.wrong(v, name, "write true or false without quotes")
	}
	return v.truth
}

// list returns the values of a list and whether there is one.
func (o object) list(name string) ([]value, bool) {
	v, ok := o.field(name)
	if ok && v.shape != aList {
		o.wrong(v, name, "write a list in [ ]")
		return nil, false
	}
	return v.items, ok
}

// texts returns the texts of a list, none of them empty.
func (o object) texts(name string) []string {
	items, _ := o.list(name)
	var texts []string
	for i, v := range items {
		what := fmt.Sprintf("%s[%d] is ", strconv.Quote(name), i)
		switch s := clean(v.text); {
		case v.shape != aText:
			o.add(v.offset, o.where, what+string(v.shape), "write a text in double quotes")
		case s == "":
			o.add(v.offset, o.where, what+"empty", "fill it or remove it")
		default:
			texts = append(texts, s)
		}
	}
	return texts
}

// id returns an object's id, or the standard one when it has none. An id that
// is taken is reported; standard ones are taken in turn with all others, since
// scores and links are kept by id.
func (o object) id(taken map[string]bool, standard string) string {
	id := o.text("id")
	fix := "give each its own"
	if id == "" {
		id, fix = standard, "it is what an entry without an id is called here: give both an \"id\""
	}
	if taken[id] {
		o.add(o.at("id"), o.where, "id "+quote(id)+" is taken already", fix)
	}
	taken[id] = true
	return id
}

// entry names one entry of a list by its place and, where it has one, its id.
func entry(name string, i int, v value) string {
	where := fmt.Sprintf("%s[%d]", name, i)
	for _, f := range v.fields {
		if f.name == "id" && clean(f.value.text) != "" {
			return where + " " + quote(clean(f.value.text))
		}
	}
	return where
}

func clean(s string) string { return strings.TrimSpace(nfc.String(s)) }
