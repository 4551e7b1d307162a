package pack

import (
	"strconv"
	"strings"
)

// What a number and its scale can be.
const (
	maxNumber   = 1_000_000_000_000 // either way
	maxDecimals = 3
	maxSteps    = 200 // a slider cannot be set any finer
)

// scale reads the number that is asked for and what goes with it.
func (o *object) scale() Scale {
	for _, end := range [][2]string{{"min", "lower"}, {"max", "upper"}} {
		if !o.has(end[0]) {
			o.report("number", "no "+end[1]+" end of the scale", "add "+quote(end[0]))
		}
	}
	s := Scale{Step: 1, Unit: o.text("unit", maxLine)}
	all := []struct {
		name string
		to   *int
	}{{"number", &s.Right}, {"tolerance", &s.Tolerance}, {"min", &s.Min}, {"max", &s.Max}, {"step", &s.Step}}
	sound := o.has("min") && o.has("max")
	decimals := make([]int, len(all))
	for i, f := range all {
		if o.has(f.name) {
			var ok bool
			*f.to, decimals[i], ok = o.number(f.name)
			sound = sound && ok
		}
		s.Decimals = max(s.Decimals, decimals[i])
	}
	for i, f := range all {
		*f.to *= power(s.Decimals - decimals[i])
	}
	if sound {
		o.check(s)
	}
	return s
}

// number returns a number as a whole one of 10 to the power of -decimals.
func (o *object) number(name string) (n, decimals int, ok bool) {
	v := o.field(name)
	if v.shape != aNumber {
		o.wrong(name, "write a number without quotes")
		return 0, 0, false
	}
	n, decimals, ok = fixed(v.text)
	fix := ""
	switch {
	case !ok && decimals > maxDecimals:
		fix = "write at most 3 digits after the point"
	case !ok:
		fix = "write a number from -10^12 to 10^12"
	case name == "tolerance" && n < 0:
		fix = "write 0 or more"
	case name == "step" && n <= 0:
		fix = "write a number above 0"
	default:
		return n, decimals, true
	}
	o.add(v.offset, o.where, quote(name)+" is "+brief(v.text), fix)
	return 0, 0, false
}

// check reports a scale on which the right answer cannot be found, or not be missed.
func (o *object) check(s Scale) {
	nearest := s.Min + (s.Right-s.Min+s.Step/2)/s.Step*s.Step // of the steps, when it is on the scale
	switch {
	case s.Min >= s.Max:
		o.report("max", `"max" is not above "min"`, "write the upper end of the scale")
	case s.Right < s.Min || s.Right > s.Max:
		o.report("number", `"number" is not between "min" and "max"`, "move one of them")
	case (s.Max-s.Min)%s.Step != 0:
		o.report("max", `"max" is not a whole number of steps above "min"`, `change "max" or "step"`)
	case s.Steps() > maxSteps:
		o.report("max", strconv.Itoa(s.Steps())+` steps from "min" to "max"`, `write a larger "step" or nearer ends, for 200 at most`)
	case !s.Accepts(nearest):
		o.report("number", `no step comes close enough to "number"`, `write a larger "tolerance", or a "step" that leads there`)
	case s.Accepts(s.Min) && s.Accepts(s.Max):
		o.report("tolerance", "the whole scale is within the tolerance", `write a smaller "tolerance"`)
	}
}

// fixed reads a number of JSON exactly, as a whole number of 10 to the power of
// -decimals, with as few decimals as it takes. It fails where they are more than
// maxDecimals, and says so, and beyond maxNumber.
func fixed(text string) (n, decimals int, ok bool) {
	digits, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	digits, negative := strings.CutPrefix(digits, "-")
	whole, part, _ := strings.Cut(digits, ".")
	digits = strings.TrimLeft(whole+part, "0")
	short := strings.TrimRight(digits, "0")
	if short == "" {
		return 0, 0, true
	}
	const far = 1 << 30                // more than a file has digits
	zeros, _ := strconv.Atoi(exponent) // none is 0, one out of range the largest there is
	zeros = min(max(zeros, -far), far) + len(digits) - len(short) - len(part)
	decimals = max(-zeros, 0)
	if decimals > maxDecimals || len(short)+zeros > len("1000000000000") {
		return 0, decimals, false
	}
	n, _ = strconv.Atoi(short)
	n *= power(max(zeros, 0))
	if n > maxNumber*power(decimals) {
		return 0, 0, false
	}
	if negative {
		n = -n
	}
	return n, decimals, true
}

// power returns 10 to the power of n.
func power(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}
