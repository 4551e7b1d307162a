package gift

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"houselights/game/pack"
)

// span are the numbers that are right, from low to high.
type span struct{ low, high *big.Rat }

// numerical reads a number, a number and its tolerance, or a range; or several of them, of which one can be kept.
func (r *question) numerical(text string) {
	r.q.Kind = pack.Numerical
	if at := strings.IndexByte(text, '~'); at >= 0 { // what is said of all other numbers
		r.blames = append(r.blames, r.said(strings.TrimLeft(text[at+1:], " #")))
		text = text[:at]
	}
	var right *span
	var said string
	var partly []string
	given := split(text, standard)
	for _, a := range given {
		written := strings.TrimSpace(unmask.Replace(a.text))
		if a.mark == 0 { // alone, it needs none
			a.weight = 100
		}
		r.remark(a)
		switch s, wrong := spanOf(written); {
		case written == "*" && a.weight < 100:
		case wrong != "":
			r.leave("%s", wrong)
			return
		case a.weight < 100:
			partly = append(partly, quote(written)+" "+percent(a.weight))
		case right == nil:
			right, said = &s, written
		case s.low.Cmp(right.low) < 0 || s.high.Cmp(right.high) > 0:
			r.leave("more than one right number: a slider has room for one, and its tolerance")
			return
		}
	}
	if right == nil {
		r.leave("no right number: write it behind the #")
		return
	}
	if len(partly) > 0 {
		r.change("only a right answer scores here: %s", strings.Join(partly, ", "))
	}
	scale, wrong := slider(right.low, right.high, r.q.Ask)
	if wrong != "" {
		r.leave("%s", wrong)
		return
	}
	r.q.Scale = scale
	show := func(n int) string { return pack.Decimal(n, scale.Decimals) }
	if !right.equals(scale) {
		r.change("of the right numbers, %s, its slider takes %s alone", quote(said), show(scale.Right))
	}
	r.change("its slider is made up, from %s to %s in steps of %s: see whether that suits", show(scale.Min), show(scale.Max), show(scale.Step))
}

// equals reports whether a scale has the same right numbers, between its steps as well.
func (s span) equals(scale pack.Scale) bool {
	at := func(n int) *big.Rat {
		r, _ := rational(pack.Decimal(n, scale.Decimals))
		return r
	}
	return s.low.Cmp(at(scale.Right-scale.Tolerance)) == 0 && s.high.Cmp(at(scale.Right+scale.Tolerance)) == 0
}

// spanOf reads 5, 5:1 or 4..6, or says what is wrong with it.
func spanOf(text string) (s span, wrong string) {
	low, high, isRange := strings.Cut(text, "..")
	value, tolerance, within := strings.Cut(text, ":")
	var ok, ok2 bool
	switch {
	case text == "":
		return s, "no right number: write it behind the #"
	case isRange:
		s.low, ok = rational(low)
		s.high, ok2 = rational(high)
		if ok && ok2 && s.low.Cmp(s.high) > 0 {
			return s, fmt.Sprintf("a range that runs backwards: %s", quote(text))
		}
	case within:
		var v, t *big.Rat
		v, ok = rational(value)
		t, ok2 = rational(tolerance)
		if ok && ok2 {
			s = span{new(big.Rat).Sub(v, t.Abs(t)), new(big.Rat).Add(v, t)}
		}
	default:
		s.low, ok = rational(text)
		s.high, ok2 = s.low, true
	}
	if !ok || !ok2 {
		return s, fmt.Sprintf("not a number: %s: write digits with a point, as 3.14, 3.14:0.01 or 3..4", quote(text))
	}
	return s, ""
}

// numbers are those of which a slider can be made. An exponent of three digits is far beyond.
var numbers = regexp.MustCompile(`^[+-]?(\d{1,20}\.?\d{0,20}|\.\d{1,20})([eE][+-]?\d{1,2})?$`)

func rational(text string) (*big.Rat, bool) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "−", "-"))
	if !numbers.MatchString(text) {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}
