package pack

import (
	"fmt"
	"slices"
	"strconv"
)

// maxFindings keeps the report on a hopeless file to what someone may read.
const maxFindings = 1000

// reader turns values into a pack and collects what is wrong on the way.
type reader struct{ found []finding }

// add notes what is wrong. It and a few others that are called all over are kept
// from being inlined: the page would carry a copy for each call, 8 kB in all.
//
//go:noinline
func (r *reader) add(offset int, where, what, fix string) {
	switch n := len(r.found); {
	case n > maxFindings:
		return
	case n == maxFindings:
		where, what, fix = "", "more problems follow", "mend these first"
	}
	r.found = append(r.found, finding{offset, where, what, fix})
}

// object is a JSON object being read. Its methods report what is wrong with a
// field and return the field's zero value then.
type object struct {
	*reader
	*value
	where string
}

// object reads v as an object with the known fields, and reports all others.
func (r *reader) object(v *value, where string, known ...string) (*object, bool) {
	o := &object{r, v, where}
	if v.shape != anObject {
		what := "is "
		if where == "" {
			what = "the file is "
		}
		r.add(v.offset, where, what+v.shape.String()+", not an object", "write { } with fields in it")
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

// field returns the first field of that name, nil when there is none.
//
//go:noinline
func (o *object) field(name string) *value {
	for i := range o.fields {
		if f := &o.fields[i]; f.name == name {
			return &f.value
		}
	}
	return nil
}

// has reports whether a field is given.
func (o *object) has(name string) bool { return o.field(name) != nil }

// at returns where the value of a field starts, or the object where it is missing.
func (o *object) at(name string) int {
	if v := o.field(name); v != nil {
		return v.offset
	}
	return o.offset
}

// report adds what is wrong with a field.
func (o *object) report(name, what, fix string) { o.add(o.at(name), o.where, what, fix) }

// reportNth adds what is wrong with an entry of a list.
func (o *object) reportNth(list string, i int, v *value, what, fix string) {
	o.add(v.offset, o.where, nth(list, i)+what, fix)
}

// wrong reports that what is given under a name has the wrong type.
func (o *object) wrong(name, fix string) {
	is := o.field(name).shape
	if is == aNull {
		fix = "write a value or remove the field"
	}
	o.report(name, quote(name)+" is "+is.String(), fix)
}

// goWith reports a field that means nothing without another one.
func (o *object) goWith(name, other string) {
	if o.has(name) && !o.has(other) {
		o.report(name, quote(name)+" without "+quote(other), "remove it")
	}
}

// clash reports a field that means nothing beside another one.
func (o *object) clash(name, other string) {
	if o.has(name) {
		o.report(name, quote(name)+" with "+quote(other), "remove it")
	}
}

// oneOf returns which one of the names is given, "" for none. Two are reported;
// ok is false then.
func (o *object) oneOf(names ...string) (found string, ok bool) {
	for _, name := range names {
		if found != "" && o.has(name) {
			o.report(name, "both "+quote(found)+" and "+quote(name), "keep one")
			return "", false
		}
		if o.has(name) {
			found = name
		}
	}
	return found, true
}

// word returns a text as it is written, for what has a fixed form, and whether
// there is one that can be used.
func (o *object) word(name string, most int) (string, bool) {
	v := o.field(name)
	if v == nil {
		return "", false
	}
	if v.shape != aText {
		o.wrong(name, "write a text in double quotes")
		return "", false
	}
	if what, fix := unfit(v.text, most); what != "" {
		o.report(name, quote(name)+what, fix)
		return "", false
	}
	return v.text, true
}

// text returns a text in NFC, without space around it; "" when there is none.
func (o *object) text(name string, most int) string {
	s, _ := o.word(name, most)
	return clean(s)
}

// need returns a text that must be there.
func (o *object) need(name, what string, most int) string {
	if v := o.field(name); v == nil || v.shape == aNull || v.shape == aText && clean(v.text) == "" {
		o.report(name, "no "+what, "add "+quote(name))
		return ""
	}
	return o.text(name, most)
}

// tag returns a language tag, "" when there is none.
func (o *object) tag(name string) string {
	s, ok := o.word(name, maxLine)
	if ok && !isTag(s) {
		o.report(name, "not a language tag: "+quote(s), "write one such as en or pt-BR, in small letters before the -")
		return ""
	}
	return s
}

// link returns an address that must be https, "" when there is none.
func (o *object) link(name string) string {
	s, ok := o.word(name, maxAddress)
	if ok && !isHTTPS(s) {
		o.report(name, "not an https address: "+quote(s), "write one that begins with https://, its host in plain letters")
		return ""
	}
	return s
}

// whole returns a whole number from low to high; standard when there is none.
func (o *object) whole(name string, low, high, standard int) int {
	v := o.field(name)
	if v == nil {
		return standard
	}
	fix := fmt.Sprintf("write a whole number from %d to %d", low, high)
	if v.shape != aNumber {
		o.wrong(name, fix)
		return standard
	}
	n, decimals, ok := fixed(v.text) // some writers make 2.0 of 2
	if !ok || decimals > 0 || n < low || n > high {
		o.report(name, quote(name)+" is "+brief(v.text), fix)
		return standard
	}
	return n
}

func (o *object) truth(name string) bool {
	v := o.field(name)
	if v != nil && v.shape != aTruth {
		o.wrong(name, "write true or false without quotes")
	}
	return v != nil && v.truth
}

// list returns the values of a list and whether there is one.
func (o *object) list(name string) ([]value, bool) {
	v := o.field(name)
	if v == nil {
		return nil, false
	}
	if v.shape != aList {
		o.wrong(name, "write a list in [ ]")
		return nil, false
	}
	return v.items, true
}

// few returns the values of a list that may have so many.
func (o *object) few(name, what string, most int) []value {
	items, _ := o.list(name)
	if len(items) > most {
		o.add(items[most].offset, o.where, strconv.Itoa(len(items))+" "+what, keep(most))
		return items[:most]
	}
	return items
}

// texts returns some values as cleaned texts, one for each. What is no text is
// reported, and empty. The list is called by its name in quotes.
func (o *object) texts(called string, items []value, most int) []value {
	all := make([]value, len(items))
	for i := range items {
		v := &items[i]
		all[i].offset = v.offset
		what, fix := unfit(v.text, most)
		if v.shape != aText {
			what, fix = " is "+v.shape.String(), "write a text in double quotes"
		}
		if what != "" {
			o.reportNth(called, i, v, what, fix)
			continue
		}
		all[i].shape, all[i].text = aText, clean(v.text)
	}
	return all
}

// filled returns some values as cleaned texts, without those that cannot be used
// or are empty, which it reports.
func (o *object) filled(called string, items []value, most int) []value {
	texts := o.texts(called, items, most)
	all := texts[:0]
	for i := range texts {
		switch v := &texts[i]; {
		case v.text != "":
			all = append(all, *v)
		case v.shape == aText:
			o.reportNth(called, i, v, " is empty", "fill it or remove it")
		}
	}
	return all
}

// nth names an entry of a list by its place.
func nth(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// plain returns the texts of values.
//
//go:noinline
func plain(items []value) []string {
	var all []string
	for _, v := range items {
		all = append(all, v.text)
	}
	return all
}

// distinct reports each of some texts, called what, that equals one before it.
func (o *object) distinct(items []value, what string, equal func(a, b string) bool) {
	for i := range items {
		if v := &items[i]; among(v.text, items[:i], equal) {
			o.add(v.offset, o.where, "two equal "+what+": "+quote(v.text), "change one of them")
		}
	}
}

// among reports whether a text, unless it is empty, equals one of some others.
func among(text string, others []value, equal func(a, b string) bool) bool {
	for i := range others {
		if text != "" && equal(text, others[i].text) {
			return true
		}
	}
	return false
}

// id returns an object's id, or the standard one when it has none. An id that
// is taken is reported; standard ones are taken in turn with all others, since
// scores and links are kept by id.
func (o *object) id(taken map[string]bool, standard string) string {
	id := o.text("id", maxID)
	fix := "give each its own"
	if id == "" {
		id, fix = standard, "it is what an entry without an id is called here: give both an \"id\""
	}
	o.take(taken, id, fix)
	return id
}

// take reports an id that is taken already.
func (o *object) take(taken map[string]bool, id, fix string) {
	if taken[id] {
		o.report("id", "id "+quote(id)+" is taken already", fix)
	}
	taken[id] = true
}

// entry names one entry of a list by its place and, where it has one, its id.
func entry(name string, i int, v *value) string {
	where := nth(name, i)
	for _, f := range v.fields {
		if id := clean(f.value.text); f.name == "id" && id != "" {
			return where + " " + quote(id)
		}
	}
	return where
}
